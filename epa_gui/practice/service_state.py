"""The practice service's state and rules: keys, models, jobs, links. No HTTP; safe between threads."""

import secrets
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Any

from epa_gui.practice import job_lifecycle, links
from epa_gui.practice.catalogue import FIRST_MODEL
from epa_gui.practice.job_lifecycle import Job, JobProgress
from epa_gui.practice.refusals import NO_CONFIGURATION, ServiceError
from epa_gui.practice.state_file import Credential, Model, State, load, save

KEY_SECONDS = 30 * 24 * 3600.0


class ServiceState:
    """Everything the practice service knows. Each change is on disk before the method returns."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], float],
        job_seconds: float,
        link_seconds: float,
        api_key: str = "",
        secret_key: str = "",
    ) -> None:
        self.folder = folder
        self.clock = clock
        self._job_seconds = job_seconds
        self._link_seconds = link_seconds
        self._lock = RLock()
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "state.json"
        self._state = load(self._path)
        if api_key:
            self._state.api_key = api_key
            self._state.credentials.setdefault(api_key, Credential(api_key, FIRST_MODEL))
        self._state.secret_key = secret_key or self._state.secret_key
        self._state.began_at = self._state.began_at or clock()
        self._save()  # new keys are those of this folder from now on

    # Keys

    @property
    def api_key(self) -> str:
        """The first model's key that does not expire."""
        return self._state.api_key

    @property
    def secret_key(self) -> str:
        """The account's key."""
        return self._state.secret_key

    def holder(self, key: str, kind: str = "retrain") -> Credential:
        """The credential behind an API key; raises ServiceError when it is not good, or was issued for another use."""
        with self._lock:
            credential = self._state.credentials.get(key)
            if credential is None:
                # The account's key where a model's is wanted: a key, but not a credential.
                raise ServiceError("Not_found_credential." if key == self.secret_key else "invalid_api_key.")
            if credential.revoked or (credential.ends_at is not None and credential.ends_at <= self.clock()):
                raise ServiceError("Inactive_credential.")
            if credential.kind != kind:
                raise ServiceError("Not_found_credential.")
            return credential

    def check_secret(self, key: str) -> None:
        """Raise ServiceError unless `key` is the account's secret key."""
        if key != self.secret_key:
            raise ServiceError("Not_found_credential." if key in self._state.credentials else "invalid_api_key.")

    def issue_key(self, model_id: int, kind: str = "retrain") -> Credential:
        """A new API key, good for 30 days; the older ones stay good. Only one for retraining is a model's."""
        with self._lock:
            if kind == "retrain":
                self._know_model(model_id)
            key = f"practice-{'api' if kind == 'retrain' else kind}-key-{secrets.token_hex(8)}"
            self._state.credentials[key] = Credential(key, model_id, self.clock() + KEY_SECONDS, kind=kind)
            self._save()
            return self._state.credentials[key]

    def revoke_keys(self) -> None:
        """Every API key issued until now is no longer active."""
        with self._lock:
            for key, credential in self._state.credentials.items():
                self._state.credentials[key] = replace(credential, revoked=True)
            self._save()

    # The account and its models

    @contextmanager
    def seen(self) -> Iterator[State]:
        """All that is kept, to look at: nobody changes it meanwhile."""
        with self._lock:
            yield self._state

    @contextmanager
    def kept(self) -> Iterator[State]:
        """All that is kept, to look at and to change: nobody else does meanwhile, and it is on disk afterwards."""
        with self._lock:
            yield self._state
            self._save()

    def check_user(self) -> None:
        """Raise ServiceError when the account is gone."""
        with self._lock:
            if self._state.user_deleted:
                raise ServiceError("This user may be deleted.")

    def check_model(self, model_id: int) -> Model:
        """The model; raises ServiceError when it or the account is gone."""
        with self._lock:
            self.check_user()
            model = self._state.models.get(model_id)
            if model is None or model.deleted:
                raise ServiceError("This model may be deleted.")
            return model

    def delete_user(self) -> None:
        """The account is gone."""
        with self._lock:
            self._state.user_deleted = True
            self._save()

    def change_model(self, model_id: int, **changes: Any) -> None:
        """Change fields of a model."""
        with self._lock:
            self._know_model(model_id)
            self._state.models[model_id] = replace(self._state.models[model_id], **changes)
            self._save()

    def live_job(self, model_id: int) -> str | None:
        """The job last switched to."""
        with self._lock:
            model = self._state.models.get(model_id)
            return model.live_job if model else None

    # Jobs

    @property
    def seeded(self) -> list[str]:
        """IDs of the first jobs, once there are any."""
        with self._lock:
            return list(self._state.seeded)

    def remember_seeded(self, job_ids: list[str]) -> None:
        """Keep which jobs were the first ones."""
        with self._lock:
            self._state.seeded = job_ids
            self._save()

    def add_job(self, model_id: int, filename: str, *, seconds: float | None = None) -> Job:
        """A job that waits for its file."""
        with self._lock:
            self._know_model(model_id)
            takes = self._job_seconds if seconds is None else seconds
            job = Job(str(uuid.uuid4()), model_id, filename, takes, None, self._state.next_model_id)
            self._state.next_model_id += 1
            self._state.jobs[job.id] = job
            self.job_folder(job.id).mkdir(parents=True, exist_ok=True)
            self._save()
            return job

    def request_job(self, credential: Credential, filename: str) -> Job:
        """A job asked for over the API; raises ServiceError when its model cannot be retrained."""
        if self.check_model(credential.model_id).configuration_deleted:
            raise ServiceError(NO_CONFIGURATION)
        return self.add_job(credential.model_id, filename)

    def begin(self, job_id: str, *, has_file: bool, ago: float = 0.0) -> None:
        """Start a job's course now, or so many seconds ago; nothing happens to one that has started."""
        with self._lock:
            job = self._state.jobs[job_id]
            if job.started_at is not None:
                return
            self.change_job(job_id, started_at=self.clock() - ago, has_file=has_file)

    def change_job(self, job_id: str, **changes: Any) -> None:
        """Change fields of a job; raises KeyError when there is no such job."""
        with self._lock:
            self._state.jobs[job_id] = replace(self._state.jobs[job_id], **changes)
            self._save()

    def job(self, job_id: str) -> Job:
        """The job, deleted or not; raises KeyError when there never was one."""
        with self._lock:
            return self._state.jobs[job_id]

    def job_of(self, credential: Credential, job_id: str) -> Job:
        """The job, for the holder of its model's key; raises ServiceError."""
        with self._lock:
            job = self._state.jobs.get(job_id)
        if job is None or job.model_id != credential.model_id:
            raise ServiceError("Not found retrain job.")
        return job

    def standing(self, job_id: str) -> JobProgress:
        """How the job stands by its course, whether or not its file proves readable."""
        return job_lifecycle.standing(self.job(job_id), self.clock())

    def finished_before(self, job: Job) -> list[Job]:
        """Finished jobs of the same model that came into being earlier, the latest first."""
        with self._lock:
            earlier = list(self._state.jobs.values())
        earlier = earlier[: [other.id for other in earlier].index(job.id)]
        now = self.clock()
        mates = [other for other in reversed(earlier) if other.model_id == job.model_id and not other.deleted]
        return [other for other in mates if job_lifecycle.standing(other, now).is_finished]

    def job_folder(self, job_id: str) -> Path:
        """Where a job's files are."""
        return self.folder / "jobs" / job_id

    # Links

    def link(self, method: str, path: str) -> str:
        """A freshly signed link's path and query."""
        with self._lock:
            secret, generation = self._state.link_secret, self._state.link_generation
        now = self.clock()
        return links.sign(secret, method, path, now=now, seconds=self._link_seconds, generation=generation)

    def judge_link(self, method: str, path: str, pairs: tuple[tuple[str, str], ...]) -> links.LinkCheck:
        """What a link is worth now."""
        with self._lock:
            secret, generation = self._state.link_secret, self._state.link_generation
        return links.check(secret, method, path, pairs, now=self.clock(), generation=generation)

    def expire_links(self) -> None:
        """Every link issued until now is stale."""
        with self._lock:
            self._state.link_generation += 1
            self._save()

    def _know_model(self, model_id: int) -> None:
        self._state.models.setdefault(model_id, Model(model_id))

    def _save(self) -> None:
        save(self._path, self._state)
