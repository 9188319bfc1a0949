"""The practice service as one thing: start it, tell it what to do, see what was sent to it."""

import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Self

from epa_gui.practice.account_state import AccountState, AccountSwitches
from epa_gui.practice.api import Api
from epa_gui.practice.catalogue import FIRST_MODEL
from epa_gui.practice.exchange import Request, Seen
from epa_gui.practice.faults import Fault, FaultPlan
from epa_gui.practice.http_server import LoopbackServer
from epa_gui.practice.job_lifecycle import FAILED, FINISHED
from epa_gui.practice.live_api import RUNNING, TERMINATED, UPDATE_SECONDS, LiveApi
from epa_gui.practice.results_builder import ResultsBuilder
from epa_gui.practice.results_words import ResultsStyle
from epa_gui.practice.samples import sample_upload, write_sample
from epa_gui.practice.service_state import ServiceState
from epa_gui.practice.storage import Storage, training_path

_SEEN_AT_MOST = 10_000
_PORT_TRIES = 20
_SEED_SHARE = 0.2
"""Of the sample, what the first jobs were trained with: what the finished one learned of it is clearly better."""

# So that a person who looks around first still finds these two going.
_IN_PROGRESS_FACTOR = 3
_ELSEWHERE_FACTOR = 6


class PracticeService:
    """A simulated Easy Predictive Analytics service on two loopback origins: API and storage.

    Args:
        folder: Where state, uploads and results are kept; the same folder continues the same jobs.
        samples: Folder of sample CSVs for jobs without a file of their own; None for a small generated one.
        clock: Seconds since the epoch; everything that passes or goes stale does so by it.
        job_seconds: How long a job takes.
        link_seconds: How long a link is good, in whole seconds.
        port: The API's port; 0 lets the system choose.
        api_key: The first model's key; empty for the folder's own, which is made by chance once.
        secret_key: The account's key; likewise.
        style: How results are written: language, encoding, and whether the rows are there.
        has_account_calls: Whether models and prediction APIs can be asked for; with the short manual they cannot.
        update_seconds: How long a switch takes until its model answers.

    Attributes:
        api_key: The first model's key, which does not expire.
        secret_key: The account's key.
        model_id: The first model's number.
        switches: How the account behaves; may be changed at any time.
        url: The API's origin, while it runs.
        storage_url: The storage's origin, while it runs.
    """

    api_key = ""
    secret_key = ""  # the folder's own comes with it  # nosec B105
    model_id = FIRST_MODEL

    def __init__(
        self,
        folder: Path,
        *,
        samples: Path | None = None,
        clock: Callable[[], float] = time.time,
        job_seconds: float = 20.0,
        link_seconds: float = 300.0,
        port: int = 0,
        api_key: str = "",
        secret_key: str = "",
        style: ResultsStyle | None = None,
        has_account_calls: bool = True,
        update_seconds: float = UPDATE_SECONDS,
    ) -> None:
        self._state = ServiceState(
            folder,
            clock=clock,
            job_seconds=job_seconds,
            link_seconds=link_seconds,
            api_key=api_key,
            secret_key=secret_key,
        )
        self.api_key, self.secret_key = self._state.api_key, self._state.secret_key
        self._builder = ResultsBuilder(self._state, samples, style)
        self.switches = AccountSwitches(lacks_calls=not has_account_calls, update_seconds=update_seconds)
        self._account = AccountState(self._state, self.switches)
        self._samples = samples
        self._folder = folder
        self._job_seconds = job_seconds
        self._port = port
        self._plan = FaultPlan()
        self._seen: deque[Seen] = deque(maxlen=_SEEN_AT_MOST)
        self._lock = threading.Lock()
        self._servers: list[LoopbackServer] = []
        self.url = ""
        self.storage_url = ""

    # Running

    def start(self) -> None:
        """Listen on both origins. Raises OSError when a port is taken, RuntimeError when started before."""
        if self._servers:
            raise RuntimeError("The practice service has been started already.")
        api = Api(self._state, self._account, self._builder, lambda: self.url, lambda: self.storage_url).answer
        storage = Storage(self._state, self._builder).answer
        clock = self._state.clock
        self._servers.append(LoopbackServer(("127.0.0.1", self._port), api, self._arrived_at("api"), clock))
        self._servers += _on_localhost(
            lambda address: LoopbackServer(address, storage, self._arrived_at("storage"), clock)
        )
        self.url = f"http://127.0.0.1:{self._servers[0].port}"
        self.storage_url = f"http://localhost:{self._servers[1].port}"
        for server in self._servers:
            server.start()

    def stop(self) -> None:
        """End every connection at once and close the ports. Stopping twice is no harm."""
        for server in self._servers:
            if not server.stopping.is_set():
                server.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    # Jobs

    def seed(self) -> list[str]:
        """IDs of the first three jobs: finished, in progress, failed. Made once for each folder."""
        with self._lock:
            if not self._state.seeded:
                part, long = sample_upload(self._samples, share=_SEED_SHARE), _IN_PROGRESS_FACTOR * self._job_seconds
                finished = self.start_job(part, filename="customer_churn_spring.csv", ago=long)
                failed = self.start_job(part, filename="customer_churn_may.csv", ago=long)
                going = self.start_job(filename="customer_churn.csv", seconds=long)
                other = self.start_job(filename="customers.csv", seconds=_ELSEWHERE_FACTOR * self._job_seconds)
                self.finish(finished)
                self.fail(failed, "Training was stopped: the data storage of this account is full.")
                self._state.remember_seeded([finished, going, failed, other])
            return self._state.seeded[:3]

    @property
    def is_seeded(self) -> bool:
        """Whether the first jobs have been made."""
        return bool(self._state.seeded)

    def started_at(self, job_id: str) -> float | None:
        """When a job's training began, seconds since the epoch; None before. KeyError where there never was one."""
        return self._state.job(job_id).started_at

    @property
    def elsewhere(self) -> str:
        """ID of a running job that nobody has added yet; seeds when that has not been done."""
        self.seed()
        return self._state.seeded[3]

    def sample_file(self) -> Path:
        """A training file to send, of the same kind as the first jobs' files; written into the folder once."""
        return write_sample(self._folder, self._samples)

    def start_job(
        self,
        training: bytes | None = None,
        *,
        filename: str = "sales.csv",
        model_id: int | None = None,
        seconds: float | None = None,
        ago: float = 0.0,
    ) -> str:
        """A job as if somebody started it elsewhere, now or so many seconds ago; it does not fail unless told.

        Answers its ID.
        """
        job = self._state.add_job(model_id or FIRST_MODEL, filename, seconds=seconds)
        if training is not None:
            training_path(self._state, job.id).write_bytes(training)
        self._state.begin(job.id, has_file=training is not None, ago=ago)
        return job.id

    def finish(self, job_id: str) -> None:
        """The job is finished now."""
        self.say(job_id, FINISHED)

    def fail(self, job_id: str, message: str) -> None:
        """The job has failed now."""
        self.say(job_id, FAILED, message)

    def say(self, job_id: str, status: str, message: str | None = None) -> None:
        """The job answers this status from now on, whatever its course."""
        self._state.change_job(job_id, said_status=status, said_message=message)

    def withhold_file(self, job_id: str, *, withheld: bool = True) -> None:
        """The job is or will be finished without a download link, until told otherwise."""
        self._state.change_job(job_id, withheld=withheld)

    def delete(self, job_id: str) -> None:
        """The job has been deleted at the service."""
        self._state.change_job(job_id, deleted=True)

    def results_of(self, job_id: str) -> bytes:
        """The bytes the job's link gives, or will give."""
        return self._builder.results(job_id).read_bytes()

    def write_results(self, style: ResultsStyle) -> None:
        """Results that have not been made yet are written like this from now on."""
        self._builder.style = style

    def set_results(self, job_id: str, results: Path | bytes, filename: str | None = None) -> None:
        """Give a job other results; a file is used where it is and not copied, however big."""
        if isinstance(results, Path):
            path: Path = results
            name: str | None = filename or results.name
        else:
            path = self._state.job_folder(job_id) / "given_results"
            name = filename
            path.write_bytes(results)
        self._state.change_job(job_id, results_path=str(path.absolute()), results_name=name)

    # Keys, models, links

    def issue_key(self, model_id: int | None = None) -> str:
        """A new API key, good for 30 days; a model that is not known comes into being."""
        return self._state.issue_key(model_id or FIRST_MODEL).key

    def revoke_keys(self) -> None:
        """API keys issued until now are no longer active."""
        self._state.revoke_keys()

    def expire_links(self) -> None:
        """Links issued until now are stale; new ones are good."""
        self._state.expire_links()

    def live_job(self, model_id: int | None = None) -> str | None:
        """The job a model was last switched to; None for the original model."""
        return self._state.live_job(model_id or FIRST_MODEL)

    def delete_user(self) -> None:
        """The account has been deleted."""
        self._state.delete_user()

    def delete_model(self, model_id: int | None = None) -> None:
        """The model has been deleted."""
        self._state.change_model(model_id or FIRST_MODEL, deleted=True)

    def delete_classifier(self, model_id: int | None = None) -> None:
        """The model's prediction API has been deleted."""
        self._state.change_model(model_id or FIRST_MODEL, classifier_deleted=True)

    def delete_configuration(self, model_id: int | None = None) -> None:
        """The model's configuration has been deleted."""
        self._state.change_model(model_id or FIRST_MODEL, configuration_deleted=True)

    # Prediction APIs

    def rename_model(self, name: str, model_id: int | None = None) -> None:
        """The model was given another name in the console."""
        self._state.change_model(model_id or FIRST_MODEL, name=name)

    def issue_account_key(self, kind: str) -> str:
        """A new key of the whole account: ``train`` or ``deploy``."""
        return self._state.issue_key(0, kind).key

    def prediction_api(self, model_id: int | None = None) -> LiveApi | None:
        """A model's prediction API as it stands now; None where there is none."""
        return self._account.api(model_id or FIRST_MODEL)

    def prediction_address(self, model_id: int | None = None) -> str:
        """Where a model's prediction API is asked; empty where there is none."""
        api = self.prediction_api(model_id)
        return f"{self.url}/v1/groups/{self._account.group}/classifiers/{api.id}/inference" if api else ""

    def stop_prediction_api(self, model_id: int | None = None, *, stopped: bool = True) -> None:
        """Somebody stops a prediction API in the console, or starts it again."""
        self.say_prediction_api(TERMINATED if stopped else RUNNING, model_id)

    def say_prediction_api(self, status: str, model_id: int | None = None) -> None:
        """A prediction API answers this status from now on, but while it is updated."""
        self._account.change_api(model_id or FIRST_MODEL, status=status)

    # Faults, and what was seen

    def misbehave(self, fault: Fault, *, times: int = 1, path: str = "") -> None:
        """The next `times` requests whose path and query contain `path` meet `fault`; -1 for ever."""
        self._plan.add(fault, times, path)

    def behave(self) -> None:
        """Forget every fault not yet met."""
        self._plan.clear()

    @property
    def requests(self) -> list[Seen]:
        """The last 10,000 requests as they arrived, the latest last."""
        return list(self._seen)

    def forget_requests(self) -> None:
        """Begin `requests` anew."""
        self._seen.clear()

    def _arrived_at(self, origin: str) -> Callable[[Request], Fault | None]:
        def arrived(request: Request) -> Fault | None:
            now = self._state.clock()
            self._seen.append(Seen(now, origin, request.method, request.target, dict(request.headers)))
            return self._plan.take(request.target)

        return arrived


def _on_localhost(make: Callable[[tuple[str, int]], LoopbackServer]) -> list[LoopbackServer]:
    """Servers on one port of 127.0.0.1 and, where there is IPv6, of ::1: Windows tries that first for `localhost`."""
    for _ in range(_PORT_TRIES):
        first = make(("127.0.0.1", 0))
        try:
            return [first, make(("::1", first.port))]
        except OSError:
            if not _has_ipv6(make):
                return [first]
            first.server_close()  # somebody has this port of ::1: try another
    raise OSError("No port is free on both 127.0.0.1 and ::1.")


def _has_ipv6(make: Callable[[tuple[str, int]], LoopbackServer]) -> bool:
    try:
        make(("::1", 0)).server_close()
    except OSError:
        return False
    return True
