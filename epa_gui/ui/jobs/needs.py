"""What each job needs a person for, kept up to date as jobs, switches and time go on."""

from collections import Counter
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.history.deployment import Deployment, LiveState
from epa_gui.core.jobs.estimate import Estimate, lateness
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.way.needs import ModelCourse, Need, course_of, need_of
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.jobs.estimates import Estimates

_TICK_SECONDS = 60.0
"""How often it is looked at what has become late: a job of hours is told late by the minute."""


class Needs(QObject):
    """Knows of every job in the list what it needs a person for; list, filter, counts and cards all ask here.

    A change of one job is looked at alone, unless it changes what came after the others of its model.

    Signals:
        changed: What is known anew of some jobs (`JobKey` to their `Need`, or `None`, and the seconds they are late).
    """

    changed = Signal(object)

    def __init__(
        self,
        repository: Repository,
        estimates: Estimates,
        *,
        live_state_of: Callable[[Job], LiveState],
        deployment_of: Callable[[str], Deployment],
    ) -> None:
        super().__init__()
        self._repository = repository
        self._estimates = estimates
        self._live_state_of = live_state_of
        self._deployment_of = deployment_of
        self._jobs: dict[str, set[JobKey]] = {}
        self._courses: dict[str, ModelCourse] = {}
        self._known: dict[JobKey, tuple[Need | None, float]] = {}
        self._counts: Counter[str] = Counter()
        self._last_tick = 0.0
        repository.jobs_added.connect(self._on_jobs_added)
        repository.jobs_removed.connect(self._on_jobs_removed)
        repository.job_changed.connect(self._on_job_changed)
        estimates.changed.connect(self._on_estimates)

    def of(self, key: JobKey) -> Need | None:
        """What a job needs a person for; `None` for nothing."""
        return self.state_of(key)[0]

    def state_of(self, key: JobKey) -> tuple[Need | None, float]:
        """The same, and how much longer than usual it has been going, in seconds; 0 while that may be chance."""
        return self._known.get(key, (None, 0.0))

    def count(self, model: str | None = None) -> int:
        """How many jobs need a person: of one model, or of all."""
        return self._counts.total() if model is None else self._counts[model]

    def models(self) -> list[str]:
        """The models that have jobs in the list."""
        return list(self._jobs)

    @Slot(float)
    def tick(self, now: float) -> None:
        """A second has passed: once a minute, look at what has become late."""
        if 0 <= now - self._last_tick < _TICK_SECONDS:
            return
        self._last_tick = now
        self._update(self._estimates.keys())

    @Slot(str)
    def on_switched(self, model: str) -> None:
        """Something about a model's switches is different now."""
        self._update_model(model)

    @Slot(object)
    def _on_jobs_added(self, jobs: list[Job]) -> None:
        for job in jobs:
            self._jobs.setdefault(job.model, set()).add(job.key)
        for model in {job.model for job in jobs}:
            self._update_model(model)

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for key in keys:
            if self._known.pop(key, (None, 0.0))[0] is not None:
                self._counts[key.model] -= 1
            of_model = self._jobs.get(key.model, set())
            of_model.discard(key)
            if not of_model:
                self._jobs.pop(key.model, None)
        for model in {key.model for key in keys}:
            self._update_model(model)

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:
        if _in_course(before) == _in_course(after) or not self._has_new_course(after.model):
            self._update([after.key])
        else:
            self._update(self._jobs.get(after.model, ()))

    @Slot(object)
    def _on_estimates(self, estimates: dict[JobKey, Estimate | None]) -> None:
        self._update(estimates)

    def _update_model(self, model: str) -> None:
        self._has_new_course(model)
        self._update(self._jobs.get(model, ()))

    def _has_new_course(self, model: str) -> bool:
        """Look anew at what came after the model's earlier jobs; whether that is something else now."""
        jobs = self._repository.jobs
        found = course_of((jobs[key] for key in self._jobs.get(model, ()) if key in jobs), self._deployment_of(model))
        is_new = self._courses.get(model) != found
        self._courses[model] = found
        return is_new

    def _update(self, keys: Iterable[JobKey]) -> None:
        """Look at these jobs anew, and tell what is different."""
        now = self._repository.clock()
        changes: dict[JobKey, tuple[Need | None, float]] = {}
        for key in list(keys):
            job = self._repository.jobs.get(key)
            if job is None or key not in self._jobs.get(key.model, ()):
                continue  # who tells of it first may know it before or after this does
            late = _rounded(lateness(self._estimates.of(job), now))
            course = self._courses.get(key.model, ModelCourse())
            need = need_of(job, self._live_state_of(job), course, is_late=late > 0)
            before = self.state_of(key)
            if before != (need, late):
                changes[key] = self._known[key] = need, late
                self._counts[key.model] += (need is not None) - (before[0] is not None)
        if changes:
            self.changed.emit(changes)


def _in_course(job: Job) -> tuple[object, ...]:
    """What of a job may tell that its model's other jobs were overtaken."""
    return job.status, job.opened_at, job.started_at, job.added_at, job.upload is None, job.send_problem is None


def _rounded(seconds: float) -> float:
    """As it is told, by the hour or, below that, by the minute: so that each minute is no news of every late job."""
    step = 3600.0 if seconds >= 3600.0 else 60.0
    return seconds // step * step
