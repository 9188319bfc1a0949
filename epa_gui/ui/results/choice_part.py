"""What is decided about a job whose results a window shows: to switch to it, to go back, or to keep the live model."""

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.history.against import ComparedWith, compared_with
from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.ui.base.live_models import LiveModels
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.results.results_foot import Choice
from epa_gui.ui.results.results_window import ResultsWindow


class ChoicePart(QObject):
    """Fills the foot of the window, and tells what is chosen there.

    Signals:
        switch_requested: A job is to be switched to: this one, or one to go back to (its `JobKey`, and the
            window to ask over).
        keep_requested: The live model is kept instead (the job's `JobKey`).
    """

    switch_requested = Signal(object, object)
    keep_requested = Signal(object)

    def __init__(
        self,
        view: ResultsWindow,
        key: JobKey | None,
        repository: Repository,
        live_models: LiveModels,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._key = key
        self._repository = repository
        self._live_models = live_models
        view.switch_requested.connect(self._on_switch)
        view.foot.back.clicked.connect(self._on_back)
        view.keep_requested.connect(self._on_keep)
        repository.job_changed.connect(self._on_job_changed)

    def show(self) -> None:
        """Say what the results are compared with, and offer what comes next."""
        self._show_live()
        self._show_choice()

    def _show_live(self) -> None:
        known, models = self._job(), self._live_models
        compared = compared_with(known, models.deployment_of(known.model)) if known else ComparedWith.UNKNOWN
        is_live = known is not None and models.live_state_of(known) is LiveState.LIVE  # said already
        title = models.live_title(self._key.model) if self._key is not None and not is_live else ""
        self._view.show_live(title, compared)

    def _show_choice(self) -> None:
        job, models = self._job(), self._live_models
        if job is None:
            self._view.foot.show_choice(Choice())
            return
        self._view.foot.show_choice(
            Choice(
                job.verdict,
                models.live_state_of(job),
                can_switch=job.stage is Stage.FINISHED,
                can_go_back=models.job_before(job.model) is not None,
                is_kept=job.kept_at is not None,
            )
        )

    def _job(self) -> Job | None:
        return self._repository.jobs.get(self._key) if self._key is not None else None

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:  # noqa: ARG002  a signal's arguments
        if after.key == self._key and self._view.results is not None:
            self._show_choice()

    @Slot()
    def _on_switch(self) -> None:
        if self._key is not None:
            self.switch_requested.emit(self._key, self._view)

    @Slot()
    def _on_back(self) -> None:
        """This one is live: to the one that was before it."""
        before = self._live_models.job_before(self._key.model) if self._key is not None else None
        if before is not None:
            self.switch_requested.emit(before, self._view)

    @Slot()
    def _on_keep(self) -> None:
        """The question is answered: nothing more to look at here."""
        if self._key is not None:
            self.keep_requested.emit(self._key)
        self._view.close()
