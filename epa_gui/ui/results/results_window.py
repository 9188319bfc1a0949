"""The Results window: the answer first, then everything it rests on."""

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.history.against import ComparedWith
from epa_gui.core.jobs.problem import Problem, Remedy, folder_remedy
from epa_gui.core.results.pictures.figures import PictureKind
from epa_gui.core.results.pictures.gallery import Picture
from epa_gui.core.results.value_measure import BusinessMeasure
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.dropped_files import local_files, takes_files
from epa_gui.ui.base.forward import bring_forward
from epa_gui.ui.base.icons import application_icon
from epa_gui.ui.base.lone_text import LoneText
from epa_gui.ui.base.page import em, set_page_margins
from epa_gui.ui.base.page_tabs import begin_page_tabs
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.problem_text import ProblemWords
from epa_gui.ui.base.verdict_text import page_headline, reasons
from epa_gui.ui.results.files_page import FilesPage
from epa_gui.ui.results.looked_at import LookedAt, Subject
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.pictures_page import PicturesPage
from epa_gui.ui.results.results_foot import ResultsFoot
from epa_gui.ui.results.table_page import RowsWords, TablePage
from epa_gui.ui.results.verdict_page import VerdictPage
from epa_gui.ui.results.waiting_page import WaitingPage

_ERROR_PICTURES = (
    PictureKind.MATRICES,
    PictureKind.CLASS_ERRORS,
    PictureKind.ROC,
    PictureKind.PRECISION_RECALL,
    PictureKind.PREDICTED_ACTUAL,
)
_WIDE, _HIGH = 60, 44
"""The window at first, in heights of the font."""

_FIRST_PIXELS = QSize(860, 620)
"""At first it is no smaller: letters may be small beside the pictures, as those of Windows are."""


class ResultsWindow(QMainWindow):
    """One window for the results of one job, or of one file.

    Attributes:
        results: What is shown; `None` until it is read.
        is_against_live: Whether the model before is known to be the one that is live, and is called so.

    Signals:
        switch_requested: The job is to be switched to.
        keep_requested: The live model stays, and the question is answered.
        report_requested: The report is to be written.
        rows_requested: Rows are to be shown: of the matrix ("cell", the picture's part, actual and predicted class's
            places), or those newly right or wrong ("newly", "", 1 or 0, 0).
        value_requested: What an error costs is to be set.
        page_shown: Another page is in front.
        given_up: The results that are being fetched or read are no longer wanted.
        again_requested: What failed is to be tried again.
        files_dropped: Files were dropped on it (their paths, a list of `str`).
        closed: Nobody looks any more.
    """

    switch_requested = Signal()
    keep_requested = Signal()
    report_requested = Signal()
    rows_requested = Signal(str, str, int, int)
    value_requested = Signal()
    page_shown = Signal()
    given_up = Signal()
    again_requested = Signal()
    files_dropped = Signal(object)
    closed = Signal()

    def __init__(self, subject: Subject, folder: Path, drawer: PictureDrawer, parent: QWidget | None = None) -> None:
        super().__init__(parent)  # a main window: screen readers take any other widget for a part of one
        self._subject = subject
        self.results: LookedAt | None = None
        self.is_against_live = False
        self.setAccessibleName(self.tr("Results"))
        self.setAcceptDrops(True)
        self.setWindowIcon(application_icon())
        self.setWindowTitle(self._title())
        self.verdict = VerdictPage()
        self.measures = PicturesPage(self.tr("The results contain no metrics."), drawer)
        self.errors = PicturesPage(
            self.tr("The results contain neither a confusion matrix nor row-by-row predictions."), drawer
        )
        self.columns = PicturesPage(self.tr("The results contain no contributions of the columns."), drawer)
        self.rows = TablePage(folder)
        self.files = FilesPage(folder)
        self._no_rows = LoneText(
            self.tr(
                "The results contain no row-by-row predictions. They are included only on request, and EPA Desktop"
                " cannot request them. If you get “evaluation_raw_data.csv” in the console, drop it on the job’s page."
            )
        )
        self._rows_page = QStackedWidget()
        alone = QWidget()
        column = QVBoxLayout(alone)
        set_page_margins(column, alone)
        self._no_rows.add_to(column)
        self._rows_page.addWidget(alone)
        self._rows_page.addWidget(_with_margins(self.rows))
        self.tabs = QTabWidget()
        begin_page_tabs(self.tabs)
        self.tabs.tabBar().setAccessibleName(self.tr("Pages of the results"))
        for page, name in (
            (self.verdict, self.tr("Verdict")),
            (self.measures, self.tr("Metrics")),
            (self.errors, self.tr("Errors")),
            (self.columns, self.tr("Columns")),
            (self._rows_page, self.tr("Rows")),
            (_with_margins(self.files), self.tr("Files")),
        ):
            self.add_page(page, name)
        self.problem = ProblemBox()
        self._troubled_file = ""
        self.problem.remedy_requested.connect(self._on_remedy)
        self._messages = QWidget()
        self._above = QVBoxLayout(self._messages)
        set_page_margins(self._above, self)
        self._above.addWidget(self.problem)
        self._messages.hide()
        self._waiting = WaitingPage()
        self._waiting.given_up.connect(self.given_up)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._waiting)
        self._pages.addWidget(self.tabs)
        self.foot = ResultsFoot()
        self.foot.report.clicked.connect(self.report_requested)
        self.foot.switch.clicked.connect(self.switch_requested)
        self.foot.keep.clicked.connect(self.keep_requested)
        self.foot.hide()  # of results that are not there nothing can be decided or told
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._messages)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.foot)
        self.setCentralWidget(body)
        self.verdict.rows_requested.connect(self._on_newly)
        self.verdict.value_requested.connect(self.value_requested)
        self.errors.area_clicked.connect(self._on_cell)
        self.tabs.currentChanged.connect(self.page_shown)
        for keys in ("Ctrl+W", "Esc"):
            QShortcut(QKeySequence(keys), self, self.close)
        wanted = QSize(em(self, _WIDE), em(self, _HIGH)).expandedTo(_FIRST_PIXELS)
        self.resize(wanted.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.9))

    def _title(self) -> str:
        if self._subject.model_name:
            return fill(self.tr("Results of {0} – {1}"), self._subject.title, self._subject.model_name)
        return fill(self.tr("Results of {0}"), self._subject.title)

    # What is shown

    def add_above(self, widget: QWidget) -> None:
        """One more message above the pages."""
        self._above.insertWidget(0, widget)
        self.show_messages()

    def show_messages(self) -> None:
        """Have room above the pages if there is a message."""
        places = [self._above.itemAt(place) for place in range(self._above.count())]
        widgets = [place.widget() for place in places if place is not None]
        self._messages.setVisible(any(widget is not None and not widget.isHidden() for widget in widgets))

    def add_page(self, page: QWidget, name: str) -> None:
        """One more page; comparing and the trend are for a model's results only."""
        page.setAccessibleName(name)  # some pages scroll, and so take the keyboard themselves
        self.tabs.addTab(page, name)

    def show_waiting(self, text: str, share: int | None = None) -> None:
        """The results are being fetched or read.

        Args:
            text: What is done.
            share: How far, of 1,000; `None` if nobody knows.
        """
        self._waiting.show_waiting(text, share)
        self.problem.hide()
        self.show_messages()
        if self.results is None:
            self._pages.setCurrentIndex(0)

    def show_progress(self, text: str, done: int, total: int) -> None:
        """So many bytes of the results are here, of `total`; 0 if nobody knows how many there are."""
        share = 1000 * done // total if total else None
        self.show_waiting(self._waiting.fetched_text(text, done, total), share)

    def show_problem(self, problem: Problem, words: ProblemWords | None = None, *, can_try: bool = False) -> None:
        """The results cannot be shown; say why.

        Args:
            problem: What is wrong.
            words: The words for it, where they are not those for any problem of this kind.
            can_try: Whether trying again may help.
        """
        self._troubled_file = problem.where
        remedies = [Remedy.LOOK_AGAIN] * can_try + [folder_remedy(problem), Remedy.NONE]
        self.problem.show_problem(problem, remedies[0], remedies[1], words=words)
        self.show_messages()
        self._waiting.show_ended()
        announce(self, self.problem.accessibleDescription())

    @Slot(object)
    def _on_remedy(self, remedy: Remedy) -> None:
        """Try again, or show the file that could not be read where it is."""
        if remedy is Remedy.LOOK_AGAIN:
            self.again_requested.emit()
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._troubled_file).parent)))

    def show_results(self, results: LookedAt, value: BusinessMeasure | None = None) -> None:
        """Show what was read, and have a screen reader say the answer once."""
        self.results = results
        self.problem.hide()
        self.show_messages()
        self.verdict.show_results(results, value)
        self.measures.show_pictures(_chosen(results, (PictureKind.METRICS,)))
        self.errors.show_pictures(_chosen(results, _ERROR_PICTURES))
        self.columns.show_pictures(_chosen(results, (PictureKind.CONTRIBUTIONS,)))
        self._rows_page.setCurrentIndex(1 if results.content.rows is not None else 0)
        self._pages.setCurrentIndex(1)
        self.foot.report.setEnabled(True)
        self.foot.show()
        self.tabs.tabBar().setFocus()
        note = results.verdict
        said = "\n".join((page_headline(note.answer, is_just=note.is_just), *reasons(note)))
        announce(self, said)

    def show_live(self, title: str, compared: ComparedWith) -> None:
        """Say what the results compare with, by one name; arguments as `ResultsFoot.show_live`."""
        self.foot.show_live(title, compared)
        self.is_against_live = compared is ComparedWith.LIVE
        for page in (self.verdict, self.measures, self.errors, self.columns, self.rows):
            page.show_compared(is_against_live=self.is_against_live)

    def is_rows_page(self, page: QWidget | None) -> bool:
        """Whether that is the page of the predictions row by row."""
        return page is self._rows_page

    def show_rows(self, rows: Sequence[int], words: RowsWords) -> None:
        """Show exactly these rows of the predictions.

        Args:
            rows: Their places in the file, from 0.
            words: Makes what they are.
        """
        self.tabs.setCurrentWidget(self._rows_page)
        self.rows.show_rows(rows, words)

    @Slot()
    def come_forward(self) -> None:
        """In front of other windows, whatever it was before."""
        bring_forward(self)

    def stop(self) -> None:
        """Draw and read nothing any more."""
        for page in (self.measures, self.errors, self.columns):
            page.stop()
        self.rows.close_table()
        self.files.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here as on the main window."""
        takes_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        if takes_files(event):
            # Later: the program the files come from waits until this one has taken them.
            QTimer.singleShot(0, self, functools.partial(self.files_dropped.emit, local_files(event)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, and say so."""
        super().closeEvent(event)
        self.stop()
        self.closed.emit()

    @Slot(bool)
    def _on_newly(self, is_right: bool) -> None:  # noqa: FBT001  a signal's argument
        self.rows_requested.emit("newly", "", int(is_right), 0)

    @Slot(str, float, float)
    def _on_cell(self, name: str, across: float, up: float) -> None:
        self.rows_requested.emit("cell", name, round(up), round(across))


def _with_margins(inner: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    set_page_margins(layout, page)
    layout.addWidget(inner)
    return page


def _chosen(results: LookedAt, kinds: tuple[PictureKind, ...]) -> tuple[Picture, ...]:
    return tuple(picture for picture in results.pictures if picture.kind in kinds)
