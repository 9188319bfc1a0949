"""Tells outside the window that a job has ended; of one that finished not before it is known what its results say."""

from PySide6.QtCore import QObject, QTimer, Slot

from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.jobs.results_fetch import FetchPhase, ResultsFetch
from epa_gui.ui.window.notifier import Notifier

_PATIENCE_MS = 60_000
"""So long the verdict is waited for: results may be large, and a line slow."""


class EndingNotices(QObject):
    """Waits for the verdicts of jobs that finish while their results are being fetched."""

    def __init__(self, notifier: Notifier, repository: Repository, fetch: ResultsFetch) -> None:
        super().__init__(notifier)
        self._notifier = notifier
        self._repository = repository
        self._fetch = fetch
        self._waiting: dict[JobKey, QTimer] = {}
        repository.job_changed.connect(self._on_job_changed)
        repository.jobs_removed.connect(self._on_jobs_removed)
        fetch.changed.connect(self._on_fetch_changed)

    def tell(self, job: Job) -> None:
        """A job has ended."""
        if job.key in self._waiting:
            return
        if job.stage is Stage.FINISHED and job.verdict is None and self._repository.settings.fetch_results:
            timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
            timer.timeout.connect(self._on_patience_over)
            self._waiting[job.key] = timer
            timer.start()
        else:
            self._say(job.key)

    def _say(self, key: JobKey) -> None:
        timer = self._waiting.pop(key, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()
        job, model = self._repository.jobs.get(key), self._repository.models.get(key.model)
        if job is not None and model is not None:
            self._notifier.tell(job, model.name)

    @Slot(object, object)
    def _on_job_changed(self, _before: Job, after: Job) -> None:
        if after.key in self._waiting and after.verdict is not None:
            self._say(after.key)

    @Slot(object)
    def _on_fetch_changed(self, key: JobKey) -> None:
        state = self._fetch.states.get(key)
        if key in self._waiting and state is not None and state.phase is FetchPhase.FAILED:
            self._say(key)

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for key in keys:
            timer = self._waiting.pop(key, None)
            if timer is not None:
                timer.stop()

    @Slot()
    def _on_patience_over(self) -> None:
        for key, timer in list(self._waiting.items()):
            if not timer.isActive():
                self._say(key)
