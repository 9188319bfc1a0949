"""One Results window at work: brings what is read for it, its pages and what comes next together."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.live_models import LiveModels
from epa_gui.ui.base.reopening import Place, is_asking, place_of, show_at
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.results.choice_part import ChoicePart
from epa_gui.ui.results.compare_part import ComparePart
from epa_gui.ui.results.files_page import FilesState
from epa_gui.ui.results.look_worker import Look
from epa_gui.ui.results.looked_at import LookedAt, Subject
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.reading_part import ReadingPart, ReadingState
from epa_gui.ui.results.report_controller import ReportController
from epa_gui.ui.results.report_worker import ReportDone
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.results.rows_part import RowsPart
from epa_gui.ui.results.table_page import TableState
from epa_gui.ui.results.trend_page import TrendPage
from epa_gui.ui.results.trend_points import Trend, trends_of
from epa_gui.ui.results.value_part import ValuePart

if TYPE_CHECKING:
    from epa_gui.ui.results.results_controller import ResultsSource

translate = QCoreApplication.translate


class Shown(NamedTuple):
    """What a window shows, for another one to show the same.

    Attributes:
        place: Where it is.
        page: The number of the page in front.
        reading: How far reading the results has come.
        other: The job that it is compared with; `None` for none.
        rows: What was made of the table of the rows; `None` where that is not open.
        files: What was made of the page of the files; `None` where none is shown.
        report: What came of a report, while that can be read.
    """

    place: Place
    page: int
    reading: ReadingState
    other: JobKey | None
    rows: TableState | None
    files: FilesState | None
    report: ReportDone | None


class ResultsSession(QObject):
    """Keeps one window, and the parts that work for it.

    Signals:
        read_through: The results were read, and are shown (a `Look`).
        files_dropped: Files were dropped on the window (their paths, a list of `str`).
        closed: The window was closed (this session's name).

    Attributes:
        view: The window.
        reading: Gets the results.
        choice: Tells what is decided about the job.
    """

    read_through = Signal(object)
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
        self._report_wanted: ReportDone | None = None
        self.view = ResultsWindow(subject, folder, drawer, window)
        self.reading = ReadingPart(self.view, subject, repository, self)
        self.choice = ChoicePart(self.view, subject.job, repository, live_models, self)
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
        self.reading.read_through.connect(self._on_read_through)
        self.view.report_requested.connect(self._on_report)
        self.view.files_dropped.connect(self.files_dropped)
        self.view.page_shown.connect(self._on_page)
        self.view.closed.connect(self._on_closed)

    @property
    def subject(self) -> Subject:
        """What the results are of."""
        return self._subject

    @property
    def job(self) -> JobKey | None:
        """Whose results these are; `None` for a file of its own."""
        return self._subject.job

    def threads(self) -> Iterator[QThread]:
        """Threads that can be told to end at once."""
        yield from self.reading.threads
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

    def has_results(self) -> bool:
        """Whether results are shown."""
        return self.view.results is not None

    # Another window in its place

    def can_give_way(self) -> bool:
        """Whether closing the window would lose no form, and stop no report and no copy of a file."""
        is_busy = self._report.is_under_way() or self.view.files.is_copying()
        return not is_asking(self.view) and not is_busy

    def shown(self) -> Shown:
        """What it shows, and where."""
        return Shown(
            place_of(self.view),
            self.view.tabs.currentIndex(),
            self.reading.state(),
            self._compare.page.chosen() if self._compare is not None else None,
            self.view.rows.state(),
            self.view.files.state(),
            self._report_wanted or self._report.said(),
        )

    def show_same(self, before: Shown, problem: Problem | None) -> None:
        """Show what another window did, in its place.

        Args:
            before: What that was.
            problem: Why the results could not be fetched, if that was tried last.
        """
        show_at(self.view, before.place)
        self.view.rows.come_back(before.rows)
        self.view.files.come_back(before.files)
        self._report_wanted = before.report
        self.reading.come_back(before.reading, problem)
        if before.other is not None:
            self.compare_with(before.other)
        self.view.tabs.setCurrentIndex(before.page)

    # Results and their pages

    @Slot(object)
    def _on_read_through(self, look: Look) -> None:
        results = look.results
        if results is None:
            return
        self._rows.forget()
        self.choice.show()  # first: it tells what the model before is called
        self.view.show_results(results, self._value.value())
        if self._report_wanted is not None:
            self._report.say_again(self._report_wanted)
            self._report_wanted = None
        self.view.files.open_file(results.subject.path)
        if self._compare is not None:
            self._compare.on_results()
        self.read_through.emit(look)
        self._on_page()

    @Slot()
    def on_live_changed(self) -> None:
        """Another model is in service, or may be."""
        if self.view.results is not None:
            self.choice.show()
            self._on_page()

    def compare_with(self, other: JobKey) -> None:
        """Show this job beside another."""
        if self._compare is not None:
            self._compare.compare_with(other)

    @Slot()
    def _on_page(self) -> None:
        """A page is filled when it is first seen."""
        results, page = self.view.results, self.view.tabs.currentWidget()
        if results is None:
            return
        self.view.foot.show_compared(self._compare is None or page is not self._compare.page)
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

    @Slot()
    def _on_report(self) -> None:
        if self.view.results is not None:
            self._report.ask_where(self.view.results, self._value.value())

    @Slot()
    def _on_closed(self) -> None:
        self.reading.stop()
        if self._compare is not None:
            self._compare.stop()
        self._report.stop()
        if self._trend is not None:
            self._trend.stop()
        self.closed.emit(self._name)
