"""When jobs in progress will probably be done, from their model's own finished jobs."""

from PySide6.QtCore import QObject, Slot

from epa_gui.core.jobs.estimate import Estimate, estimate
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.ui.base.repository import Repository


class Estimates(QObject):
    """Knows which jobs are a measure for others, so that the list can ask for every row it paints."""

    def __init__(self, repository: Repository) -> None:
        super().__init__()
        self._repository = repository
        self._finished: dict[str, list[Job]] = {}
        repository.jobs_added.connect(self._on_jobs_added)
        repository.jobs_removed.connect(self._on_jobs_removed)
        repository.job_changed.connect(self._on_job_changed)

    def of(self, job: Job) -> Estimate | None:
        """When the job will be done; `None` where nothing can be said."""
        if job.started_at is None or job.stage is not Stage.IN_PROGRESS:
            return None
        finished = self._finished.get(job.model)
        if finished is None:
            finished = [other for other in self._repository.jobs_of(job.model) if other.stage is Stage.FINISHED]
            self._finished[job.model] = finished
        return estimate(job, finished)

    def ends_of(self, model: str) -> list[float]:
        """When the model's jobs in progress will be done, as far as that can be said; seconds since the epoch."""
        found = (self.of(job) for job in self._repository.jobs_of(model))
        return [known.ends_at for known in found if known]

    @Slot(object)
    def _on_jobs_added(self, jobs: list[Job]) -> None:
        for job in jobs:
            self._finished.pop(job.model, None)

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for key in keys:
            self._finished.pop(key.model, None)

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:
        if Stage.FINISHED in {before.stage, after.stage}:
            self._finished.pop(after.model, None)
