"""Brings results before the window: has them fetched, reads them, and says why there are none."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.results.look_worker import Look, LookOrder, LookWorker
from epa_gui.ui.results.looked_at import Subject
from epa_gui.ui.results.picture_words import picture_words
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.results.unread_words import no_results_words, trouble_words

translate = QCoreApplication.translate


class ReadingState(NamedTuple):
    """How far it has come, for another window to go on from there.

    Attributes:
        path: What was read, or is being read; `None` for nothing.
        is_fetching: Whether the results are on their way.
        was_fetched: Whether they were fetched once because a person's copy was gone.
    """

    path: Path | None
    is_fetching: bool
    was_fetched: bool


class ReadingPart(QObject):
    """Reads the results of one subject, from the file they are in.

    Signals:
        read_through: They were read (a `Look` with results).
        fetch_requested: They are to be fetched, or fetched anew (the `JobKey`).
        given_up: Nobody waits for them any more (the `JobKey`).

    Attributes:
        threads: Those that can be told to end at once.
    """

    read_through = Signal(object)
    fetch_requested = Signal(object)
    given_up = Signal(object)

    def __init__(self, view: ResultsWindow, subject: Subject, repository: Repository, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._subject = subject
        self._repository = repository
        self._path: Path | None = None
        self._is_fetching = False
        self._was_fetched = False
        self._number = 0
        self._worker: LookWorker | None = None
        self.threads = PassingThreads()
        view.given_up.connect(self._on_given_up)
        view.again_requested.connect(self._on_again)

    def state(self) -> ReadingState:
        """How far it has come."""
        return ReadingState(self._path, self._is_fetching, self._was_fetched)

    def come_back(self, state: ReadingState, problem: Problem | None) -> None:
        """Go on from there.

        Args:
            state: How far another window has come.
            problem: Why the results could not be fetched, if that was tried last.
        """
        self._was_fetched = state.was_fetched
        if state.path is not None:
            self.read(state.path)
        if state.is_fetching:
            self.wait_for_file()
        elif state.path is None and problem is not None:
            self.show_problem(problem)
        elif state.path is None:
            self.show_none()

    def stop(self) -> None:
        """What was just read, and is on its way here, neither opens anything nor counts as looked at."""
        self._number += 1
        if self._worker is not None:
            self._worker.stop()

    # Where they come from

    def wait_for_file(self) -> None:
        """The results are being fetched."""
        self._is_fetching = True
        self._view.show_waiting(self._fetching_text())

    def show_fetched(self, done: int, total: int) -> None:
        """So many bytes are here, of `total`; 0 if nobody knows how many there are."""
        if self._is_fetching:
            self._view.show_progress(self._fetching_text(), done, total)

    def _fetching_text(self) -> str:
        return fill(translate("ReadingPart", "Fetching the results of “{0}”…"), self._subject.title)

    def take_fetched(self, path: Path) -> None:
        """The job's results are here. Where they are shown already they stay: a copy of them says the same."""
        if self._view.results is None:
            self.read(path)

    def show_problem(self, problem: Problem) -> None:
        """The results could not be fetched."""
        if self._view.results is None:
            self._is_fetching = False
            self._view.show_problem(problem, can_try=self._can_fetch())

    def show_none(self) -> None:
        """There are no results to fetch."""
        self._view.show_problem(Problem(ProblemKind.NO_FILE_YET), no_results_words())

    def _can_fetch(self) -> bool:
        job = self._repository.jobs.get(self._subject.job) if self._subject.job else None
        return job is not None and job.can_save

    @Slot()
    def _on_given_up(self) -> None:
        if self._is_fetching and self._subject.job is not None:
            self.given_up.emit(self._subject.job)
        self._view.close()

    @Slot()
    def _on_again(self) -> None:
        if self._path is not None:
            self.read(self._path)
        elif self._subject.job is not None:
            self.fetch_requested.emit(self._subject.job)

    # What they say

    def read(self, path: Path) -> None:
        """Read this file."""
        self._is_fetching = False
        self._path = path
        self._number += 1
        if self._worker is not None:
            self._worker.stop()
        self._view.show_waiting(translate("ReadingPart", "Reading the results…"))
        worker = self._worker = LookWorker(LookOrder(self._number, replace(self._subject, path=path), picture_words()))
        worker.reported.connect(self._on_look)
        self.threads.start(worker, "read results")

    @Slot(object)
    def _on_look(self, look: Look) -> None:
        if look.order.number != self._number:
            return
        self._worker = None
        if look.results is None:
            self._show_failed(look)
        else:
            self.read_through.emit(look)

    def _show_failed(self, look: Look) -> None:
        is_gone = look.problem is not None and look.problem.kind is ProblemKind.RESULTS_NOT_READ
        if is_gone and self._subject.job is not None and self._can_fetch() and not self._was_fetched:
            self._was_fetched = True
            self.fetch_requested.emit(self._subject.job)  # a person's copy that was moved or deleted
        elif look.problem is not None:
            self._view.show_problem(look.problem, can_try=True)
        elif look.trouble is not None:
            self._view.show_problem(Problem(ProblemKind.DAMAGED_FILE), trouble_words(look.trouble))
