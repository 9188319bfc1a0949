"""When jobs in progress will probably be done, from their model's own finished jobs."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.jobs.estimate import Estimate, Measure, estimate_by, measure
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.ui.base.repository import Repository


class Estimates(QObject):
    """Knows when each job in progress will be done, and says so as soon as that changes.

    Signals:
        changed: What is known anew of some jobs (`JobKey` to `Estimate`, or to `None` where nothing can be said now).
    """

    changed = Signal(object)

    def __init__(self, repository: Repository) -> None:
        super().__init__()
        self._repository = repository
        self._measures: dict[str, Measure | None] = {}
        self._known: dict[JobKey, Estimate] = {}
        repository.jobs_added.connect(self._on_jobs_added)
        repository.jobs_removed.connect(self._on_jobs_removed)
        repository.job_changed.connect(self._on_job_changed)

    def of(self, job: Job) -> Estimate | None:
        """When the job will be done; `None` where nothing can be said."""
        return self._known.get(job.key)

    def keys(self) -> list[JobKey]:
        """The jobs of which something can be said."""
        return list(self._known)

    def ends_of(self, model: str) -> list[float]:
        """When the model's jobs in progress will be done, as far as that can be said; seconds since the epoch."""
        return [known.ends_at for key, known in self._known.items() if key.model == model]

    def _update(self, jobs: Iterable[Job]) -> None:
        """Reckon anew for these jobs, by what their models' finished jobs tell now."""
        changes: dict[JobKey, Estimate | None] = {}
        for job in jobs:
            key = job.key
            found = estimate_by(job, self._measures.get(job.model))
            if found != self._known.get(key):
                changes[key] = found
                if found is None:
                    del self._known[key]
                else:
                    self._known[key] = found
        if changes:
            self.changed.emit(changes)

    def _measure(self, models: set[str]) -> set[str]:
        """Measure these models anew; those of which the measure is another one now."""
        if not models:
            return set()
        # One pass over the list for all of them: at the start these are all models and all jobs.
        finished: dict[str, list[Job]] = {model: [] for model in models}
        for job in self._repository.jobs.values():
            if job.model in models and job.stage is Stage.FINISHED:
                finished[job.model].append(job)
        found = {model: measure(jobs) for model, jobs in finished.items()}
        changed = {model for model in models if found[model] != self._measures.get(model)}
        self._measures |= found
        return changed

    def _update_in_progress(self, models: set[str]) -> None:
        if models:
            jobs = self._repository.jobs.values()
            self._update([job for job in jobs if job.model in models and job.stage is Stage.IN_PROGRESS])

    @Slot(object)
    def _on_jobs_added(self, jobs: list[Job]) -> None:
        changed = self._measure({job.model for job in jobs if job.stage is Stage.FINISHED})
        self._update([job for job in jobs if job.model not in changed])
        self._update_in_progress(changed)

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for key in keys:
            self._known.pop(key, None)
        changed = self._measure({key.model for key in keys})
        self._update_in_progress(changed)

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:
        self._update([after])
        if _as_measure(before) != _as_measure(after):
            self._update_in_progress(self._measure({after.model}))


def _as_measure(job: Job) -> tuple[object, ...] | None:
    """What of a job may make it another measure; `None` while it has not finished."""
    if job.stage is not Stage.FINISHED:
        return None
    return job.started_at, job.ended_at, job.going_at, job.upload
