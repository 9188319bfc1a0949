"""Leads somebody who practises from the finished job to a live model and to a retraining of their own."""

import json

from PySide6.QtCore import QCoreApplication, QObject, Slot

from epa_gui.core.history.deployment import Switch, SwitchOutcome
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.results.results_controller import ResultsController
from epa_gui.ui.retraining.retraining_controller import RetrainingController
from epa_gui.ui.retraining.uploads import Uploads
from epa_gui.ui.switching.switch_controller import SwitchController
from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator
from epa_gui.ui.window.main_window import MainWindow
from epa_gui.ui.window.practice_bar import PracticeBar, PracticeStep
from epa_gui.ui.window.presenter import Presenter

translate = QCoreApplication.translate

_STORED = "practice guide"
_CLOSED = "closed"


class PracticeGuide(QObject):
    """Shows what to try, does it when asked, and sees what was done, by whatever way; gone for good at the end."""

    def __init__(
        self,
        window: MainWindow,
        *,
        repository: Repository,
        uploads: Uploads,
        switch_coordinator: SwitchCoordinator,
        presenter: Presenter,
        results: ResultsController,
        switches: SwitchController,
        retrainings: RetrainingController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._switch_coordinator = switch_coordinator
        self._presenter = presenter
        self._results = results
        self._switches = switches
        self._retrainings = retrainings
        self._done: set[PracticeStep] = set()
        self._first: JobKey | None = None
        self._bar: PracticeBar | None = None
        repository.job_changed.connect(self._on_job_changed)
        repository.jobs_added.connect(self._show)
        repository.jobs_removed.connect(self._show)
        uploads.started.connect(self._on_started)
        switch_coordinator.changed.connect(self._show)
        switch_coordinator.ended.connect(self._on_switch_ended)
        window.language_changed.connect(self._show)

    def begin(self, first: JobKey | None) -> None:
        """The list was read: show what is left to try, unless that is nothing.

        Args:
            first: The job there is to look at first.
        """
        said = _remembered(self._repository)
        if _CLOSED in said or self._bar is not None:
            return
        self._done = {step for step in PracticeStep if step in said} | self._done_before()
        if self._done == set(PracticeStep):
            return
        self._first = first
        self._bar = PracticeBar()
        self._bar.chosen.connect(self._on_chosen)
        self._bar.closed.connect(self._on_closed)
        self._window.content.add_guide(self._bar)
        if first is not None:
            self._presenter.select(first)
        self._show()

    def _done_before(self) -> set[PracticeStep]:
        """What the list itself tells, as that of somebody who practised before there was this guide."""
        jobs = self._repository.jobs.values()
        told = {
            PracticeStep.LOOK: any(job.opened_at is not None for job in jobs),
            PracticeStep.SWITCH: any(self._switch_coordinator.last_done(job.key) is not None for job in jobs),
            PracticeStep.SEND: any(job.upload is not None for job in jobs),
        }
        return {step for step, is_done in told.items() if is_done}

    def _subject(self) -> Job | None:
        """The finished job the first two steps are about: the selected one, else the one to look at first, else any."""
        jobs = self._repository.jobs
        keys = [*self._window.table.selected_keys(), *([self._first] if self._first else []), *jobs]
        found = (jobs[key] for key in keys if key in jobs)
        return next((job for job in found if job.stage is Stage.FINISHED and job.can_save), None)

    @Slot()
    def _show(self) -> None:
        if self._bar is None:
            return
        waiting: dict[PracticeStep, str] = {}
        job = self._subject()
        if job is None:
            reason = translate("PracticeGuide", "Possible as soon as a job has finished.")
            waiting = {PracticeStep.LOOK: reason, PracticeStep.SWITCH: reason}
        elif self._switch_coordinator.under_way(job.model) is not None:
            waiting = {PracticeStep.SWITCH: translate("PracticeGuide", "A switch of this model is under way.")}
        self._bar.show_steps(self._done, waiting)

    @Slot(object)
    def _on_chosen(self, step: PracticeStep) -> None:
        if step is PracticeStep.SEND:
            self._retrainings.open_with_sample()
            return
        job = self._subject()
        if job is None:
            return  # it was removed meanwhile
        self._presenter.select(job.key)
        if step is PracticeStep.LOOK:
            self._results.open_job(job.key)
        else:
            self._switches.open(job.key)

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:
        if before.opened_at != after.opened_at:
            self._tick(PracticeStep.LOOK)
        elif before.stage is not after.stage:
            self._show()

    @Slot()
    def _on_started(self) -> None:
        self._tick(PracticeStep.SEND)

    @Slot(object)
    def _on_switch_ended(self, switch: Switch) -> None:
        if switch.outcome is SwitchOutcome.DONE:
            self._tick(PracticeStep.SWITCH)

    def _tick(self, step: PracticeStep) -> None:
        if self._bar is None or step in self._done:
            return
        self._done.add(step)
        if self._done == set(PracticeStep):
            self._on_closed()
            return
        self._repository.remember(_STORED, json.dumps(" ".join(done for done in PracticeStep if done in self._done)))
        self._show()

    @Slot()
    def _on_closed(self) -> None:
        bar, self._bar = self._bar, None
        if bar is not None:
            self._repository.remember(_STORED, json.dumps(_CLOSED))
            bar.hide()
            bar.deleteLater()


def _remembered(repository: Repository) -> list[str]:
    said: str = json.loads(repository.stored.get(_STORED, '""'))  # whatever is no text was not read
    return said.split()
