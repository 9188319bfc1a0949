"""One Results window at work: reads the file for it, brings its pages and what comes next together."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.core.way.against import is_against_live
from epa_gui.ui.base.live_models import LiveModels
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.results.compare_part import ComparePart
from epa_gui.ui.results.look_worker import Look, LookOrder, LookWorker
from epa_gui.ui.results.looked_at import LookedAt, Subject
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.picture_words import picture_words
from epa_gui.ui.results.report_controller import ReportController
from epa_gui.ui.results.results_foot import Choice
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.results.rows_part import RowsPart
from epa_gui.ui.results.trend_page import TrendPage
from epa_gui.ui.results.trend_points import Trend, trends_of
from epa_gui.ui.results.unread_words import no_results_words, trouble_words
from epa_gui.ui.results.value_part import ValuePart

if TYPE_CHECKING:
    from epa_gui.ui.results.results_controller import ResultsSource

translate = QCoreApplication.translate


class ResultsSession(QObject):
    """Keeps one window, and what is read for it.

    Signals:
        read_through: The results were read (a `Look`).
        switch_requested: A job is to be switched to: this one, or one to go back to (its `JobKey`, and the
            window to ask over).
        keep_requested: The live model is kept instead (the job's `JobKey`).
        fetch_requested: Its results are to be fetched, or fetched anew (its `JobKey`).
        given_up: Nobody waits for them any more (its `JobKey`).
        files_dropped: Files were dropped on the window (their paths, a list of `str`).
        closed: The window was closed (this session's name).
    """

    read_through = Signal(object)
    switch_requested = Signal(object, object)
    keep_requested = Signal(object)
    fetch_requested = Signal(object)
    given_up = Signal(object)
    files_dropped = Signal(object)
    closed = Signal(str)

    def __init__(
        self,
        name: str,
        subject: Subject,
        window: QWidget,
        *,
        repository: Repository,
        source: "ResultsSource",
        live_models: LiveModels,
        folder: Path,
        drawer: PictureDrawer,
    ) -> None:
        super().__init__(window)
        self._name = name
        self._subject = subject
        self._repository = repository
        self._live_models = live_models
        self._is_fetching = False
        self._was_fetched = False
        self._number = 0
        self._worker: LookWorker | None = None
        self._passing = PassingThreads()
        self._path: Path | None = None
        self.view = ResultsWindow(subject, folder, drawer, window)
        self._report = ReportController(self.view)
        self._rows = RowsPart(self.view, self)
        self._value = ValuePart(self.view, repository, subject.job.model if subject.job else None, self)
        self._compare: ComparePart | None = None
        self._trend: TrendPage | None = None
        if subject.job is not None:
            self._compare = ComparePart(self.view, subject, subject.job, repository, source)
            self._trend = TrendPage(drawer)
            self.view.add_page(self._compare.page, translate("ResultsSession", "Compare"))
            self.view.add_page(self._trend, translate("ResultsSession", "Trend"))
        self.view.report_requested.connect(self._on_report)
        self.view.switch_requested.connect(self._on_switch)
        self.view.foot.back.clicked.connect(self._on_back)
        self.view.keep_requested.connect(self._on_keep)
        self.view.given_up.connect(self._on_given_up)
        self.view.again_requested.connect(self._on_again)
        self.view.files_dropped.connect(self.files_dropped)
        self.view.page_shown.connect(self._on_page)
        self.view.closed.connect(self._on_closed)
        repository.job_changed.connect(self._on_job_changed)

    @property
    def job(self) -> JobKey | None:
        """Whose results these are; `None` for a file of its own."""
        return self._subject.job

    def threads(self) -> Iterator[QThread]:
        """Threads that can be told to end at once."""
        yield from self._passing
        if self._compare is not None:
            yield from self._compare.threads
        yield from self._report.threads
        yield from self.view.rows.threads
        yield from self.view.files.threads

    def is_idle(self) -> bool:
        """Whether all threads have ended: only then it can be let go of."""
        return not any(True for _ in self.threads())

    def let_go(self) -> None:
        """Delete the window and all it holds."""
        self.view.deleteLater()
        self.deleteLater()

    def come_forward(self) -> None:
        """Show the window."""
        self.view.come_forward()

    def close(self) -> None:
        """Close it."""
        self.view.close()

    def wait_for_file(self) -> None:
        """The results are being fetched."""
        self._is_fetching = True
        self.view.show_waiting(self._fetching_text())

    def show_fetched(self, done: int, total: int) -> None:
        """So many bytes are here, of `total`; 0 if nobody knows how many there are."""
        if self._is_fetching:
            self.view.show_progress(self._fetching_text(), done, total)

    def _fetching_text(self) -> str:
        return fill(translate("ResultsSession", "Fetching the results of “{0}”…"), self._subject.title)

    def take_fetched(self, path: Path) -> None:
        """The job's results are here. Where they are shown already they stay: a copy of them says the same."""
        if self.view.results is None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read this file."""
        self._is_fetching = False
        self._path = path
        self._number += 1
        if self._worker is not None:
            self._worker.stop()
        self.view.show_waiting(translate("ResultsSession", "Reading the results…"))
        worker = self._worker = LookWorker(LookOrder(self._number, replace(self._subject, path=path), picture_words()))
        worker.reported.connect(self._on_look)
        self._passing.start(worker, "read results")

    def has_results(self) -> bool:
        """Whether results are shown."""
        return self.view.results is not None

    def show_problem(self, problem: Problem) -> None:
        """The results could not be fetched."""
        if self.view.results is None:
            self._is_fetching = False
            self.view.show_problem(problem, can_try=self._can_fetch())

    def show_none(self) -> None:
        """There are no results to fetch."""
        self.view.show_problem(Problem(ProblemKind.NO_FILE_YET), no_results_words())

    def compare_with(self, other: JobKey) -> None:
        """Show this job beside another."""
        if self._compare is not None:
            self._compare.compare_with(other)

    @Slot(object)
    def _on_look(self, look: Look) -> None:
        if look.order.number != self._number:
            return
        self._worker = None
        if look.results is None:
            self._show_failed(look)
            return
        self._rows.forget()
        self.view.show_results(look.results, self._value.value())
        self._show_live()
        self.view.files.open_file(look.results.subject.path)
        self._show_choice()
        if self._compare is not None:
            self._compare.on_results()
        self.read_through.emit(look)
        self._on_page()

    def _show_failed(self, look: Look) -> None:
        is_gone = look.problem is not None and look.problem.kind is ProblemKind.RESULTS_NOT_READ
        if is_gone and self._subject.job is not None and self._can_fetch() and not self._was_fetched:
            self._was_fetched = True
            self.fetch_requested.emit(self._subject.job)  # a person's copy that was moved or deleted
        elif look.problem is not None:
            self.view.show_problem(look.problem, can_try=True)
        elif look.trouble is not None:
            self.view.show_problem(Problem(ProblemKind.DAMAGED_FILE), trouble_words(look.trouble))

    def _can_fetch(self) -> bool:
        job = self._job()
        return job is not None and job.can_save

    @Slot()
    def _on_given_up(self) -> None:
        if self._is_fetching and self._subject.job is not None:
            self.given_up.emit(self._subject.job)
        self.view.close()

    @Slot()
    def _on_again(self) -> None:
        if self._path is not None:
            self.read(self._path)
        elif self._subject.job is not None:
            self.fetch_requested.emit(self._subject.job)

    def _show_live(self) -> None:
        job = self._subject.job
        known = self._job()
        is_against = known is not None and is_against_live(known, self._live_models.deployment_of(known.model))
        is_live = known is not None and self._live_models.live_state_of(known) is LiveState.LIVE  # said already
        title = self._live_models.live_title(job.model) if job is not None and not is_live else ""
        self.view.foot.show_live(title, is_against_live=is_against)

    @Slot()
    def on_live_changed(self) -> None:
        """Another model is in service, or may be."""
        if self.view.results is not None:
            self._show_live()
            self._show_choice()
            self._on_page()

    def _show_choice(self) -> None:
        job = self._job()
        if job is None:
            self.view.foot.show_choice(Choice())
            return
        models = self._live_models
        self.view.foot.show_choice(
            Choice(
                job.verdict,
                models.live_state_of(job),
                can_switch=job.stage is Stage.FINISHED,
                can_go_back=models.job_before(job.model) is not None,
                is_kept=job.kept_at is not None,
            )
        )

    def _job(self) -> Job | None:
        return self._repository.jobs.get(self._subject.job) if self._subject.job else None

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:  # noqa: ARG002  a signal's arguments
        if after.key == self._subject.job and self.view.results is not None:
            self._show_choice()

    # Pages that are filled when they are first seen

    @Slot()
    def _on_page(self) -> None:
        """A page is filled when it is first seen."""
        results, page = self.view.results, self.view.tabs.currentWidget()
        if results is None:
            return
        if self._compare is not None and page is self._compare.page:
            self._compare.offer_others()
        elif page is self._trend and self._trend is not None:
            self._trend.show_trends(self._trends_of(results))
        elif results.content.rows is not None and self.view.is_rows_page(page):
            self._rows.open_rows(results)

    def _trends_of(self, results: LookedAt) -> tuple[Trend, ...]:
        job = self._subject.job
        if job is None:
            return ()
        service = self._live_models.deployment_of(job.model)
        live = service.earlier | ({service.live.job} if service.live else set())
        return trends_of(self._repository.jobs_of(job.model), results.verdict, live)

    # The report, and what comes next

    @Slot()
    def _on_report(self) -> None:
        if self.view.results is not None:
            self._report.ask_where(self.view.results, self._value.value())

    @Slot()
    def _on_switch(self) -> None:
        if self._subject.job is not None:
            self.switch_requested.emit(self._subject.job, self.view)

    @Slot()
    def _on_back(self) -> None:
        """This one is live: to the one that was before it."""
        before = self._live_models.job_before(self._subject.job.model) if self._subject.job else None
        if before is not None:
            self.switch_requested.emit(before, self.view)

    @Slot()
    def _on_keep(self) -> None:
        """The question is answered: nothing more to look at here."""
        if self._subject.job is not None:
            self.keep_requested.emit(self._subject.job)
        self.view.close()

    @Slot()
    def _on_closed(self) -> None:
        if self._worker is not None:
            self._worker.stop()
        if self._compare is not None:
            self._compare.stop()
        self._report.stop()
        if self._trend is not None:
            self._trend.stop()
        self.closed.emit(self._name)
