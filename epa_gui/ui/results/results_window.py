"""The Results window: the answer first, then everything it rests on."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.jobs.problem import Problem, Remedy
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.results.pictures.figures import PictureKind
from epa_gui.core.results.pictures.gallery import Picture
from epa_gui.core.results.value_measure import BusinessMeasure
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.icons import application_icon
from epa_gui.ui.base.page import em, make_primary, set_page_margins
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.results.files_page import FilesPage
from epa_gui.ui.results.looked_at import LookedAt, Subject
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.pictures_page import PicturesPage
from epa_gui.ui.results.table_page import TablePage
from epa_gui.ui.results.verdict_page import VerdictPage

_ERROR_PICTURES = (
    PictureKind.MATRICES,
    PictureKind.CLASS_ERRORS,
    PictureKind.ROC,
    PictureKind.PRECISION_RECALL,
    PictureKind.PREDICTED_ACTUAL,
)
_WIDE, _HIGH = 60, 44
"""The window at first, in heights of the font."""


class ResultsWindow(QWidget):
    """One window for the results of one job, or of one file.

    Signals:
        switch_requested: The job is to be switched to.
        keep_requested: The live model stays, and the question is answered.
        report_requested: The report is to be written.
        rows_requested: Rows are to be shown: of the matrix ("cell", the picture's part, actual and predicted class's
            places), or those newly right or wrong ("newly", "", 1 or 0, 0).
        value_requested: What an error costs is to be set.
        shown_page: Another page was chosen: its accessible name.
        closed: Nobody looks any more.
    """

    switch_requested = Signal()
    keep_requested = Signal()
    report_requested = Signal()
    rows_requested = Signal(str, str, int, int)
    value_requested = Signal()
    shown_page = Signal(str)
    closed = Signal()

    def __init__(self, subject: Subject, folder: Path, drawer: PictureDrawer, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._subject = subject
        self.results: LookedAt | None = None
        self.setAccessibleName(self.tr("Results"))
        self.setWindowIcon(application_icon())
        self.setWindowTitle(self._title())
        self.verdict = VerdictPage()
        self.measures = PicturesPage(self.tr("These results hold no measures."), drawer)
        self.errors = PicturesPage(
            self.tr("These results hold no confusion matrix and no predictions row by row."), drawer
        )
        self.columns = PicturesPage(self.tr("These results do not tell what the columns contribute."), drawer)
        self.rows = TablePage(folder)
        self.files = FilesPage(folder)
        self._no_rows = QLabel(
            self.tr(
                "These results hold no predictions row by row. The service writes them only where it was asked to."
            ),
            wordWrap=True,
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        self._rows_page = QStackedWidget()
        self._rows_page.addWidget(self._no_rows)
        self._rows_page.addWidget(self.rows)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.tabBar().setAccessibleName(self.tr("Pages of the results"))
        for page, name in (
            (self.verdict, self.tr("Verdict")),
            (self.measures, self.tr("Measures")),
            (self.errors, self.tr("Errors")),
            (self.columns, self.tr("Columns")),
            (self._rows_page, self.tr("Rows")),
            (self.files, self.tr("Files")),
        ):
            self.tabs.addTab(page, name)
        self.problem = ProblemBox()
        self._waiting = self._build_waiting()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._waiting)
        self._pages.addWidget(self.tabs)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.problem)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._build_foot())
        self.verdict.rows_requested.connect(self._on_newly)
        self.verdict.value_requested.connect(self.value_requested)
        self.errors.area_clicked.connect(self._on_cell)
        self.tabs.currentChanged.connect(self._on_page)
        for keys in ("Ctrl+W", "Esc"):
            QShortcut(QKeySequence(keys), self, self.close)
        wanted = QSize(em(self, _WIDE), em(self, _HIGH))
        self.resize(wanted.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.9))

    def _title(self) -> str:
        if self._subject.model_name:
            return fill(self.tr("Results of {0} – {1}"), self._subject.title, self._subject.model_name)
        return fill(self.tr("Results of {0}"), self._subject.title)

    def _build_waiting(self) -> QWidget:
        page = QWidget()
        self._waiting_text = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self._bar.setAccessibleName(self.tr("Reading the results"))
        self._bar.setMaximumWidth(em(self, 20))
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self._waiting_text)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        line = QHBoxLayout(foot)
        set_page_margins(line, foot)
        self._compared = QLabel(self.tr("Compared with: the model before it, as the service compared them"))
        self._compared.setWordWrap(True)
        self.report = QPushButton(self.tr("Report…"), autoDefault=False)
        self.report.setToolTip(self.tr("Write everything shown here into one HTML file"))
        self.report.clicked.connect(self.report_requested)
        self.switch = QPushButton(self.tr("Switch model…"), autoDefault=False)
        self.switch.clicked.connect(self.switch_requested)
        self.keep = QPushButton(self.tr("Keep the live model"), autoDefault=False)
        self.keep.clicked.connect(self.keep_requested)
        line.addWidget(self._compared, 1)
        for button in (self.report, self.switch, self.keep):
            line.addWidget(button)
        self.report.setEnabled(False)
        self.switch.hide()
        self.keep.hide()
        return foot

    # What is shown

    def add_above(self, widget: QWidget) -> None:
        """One more message above the pages."""
        self._layout.insertWidget(0, widget)

    def add_page(self, page: QWidget, name: str) -> None:
        """One more page, for a model's results: comparing, and the trend."""
        self.tabs.addTab(page, name)

    def show_waiting(self, text: str, share: int | None = None) -> None:
        """The results are being fetched or read.

        Args:
            text: What is done.
            share: How far, of 1,000; `None` if nobody knows.
        """
        self._waiting_text.setText(text)
        self._bar.setMaximum(0 if share is None else 1000)
        self._bar.setValue(share or 0)
        self._bar.show()
        if self.results is None:
            self._pages.setCurrentIndex(0)

    def show_problem(self, problem: Problem) -> None:
        """The results cannot be shown; say why."""
        self.problem.show_problem(problem, Remedy.READ_AGAIN)
        self._waiting_text.setText("")
        self._bar.hide()

    def show_results(self, results: LookedAt, value: BusinessMeasure | None = None) -> None:
        """Show what was read."""
        self.results = results
        self.problem.hide()
        self.verdict.show_results(results, value)
        self.measures.show_pictures(_chosen(results, (PictureKind.METRICS,)))
        self.errors.show_pictures(_chosen(results, _ERROR_PICTURES))
        self.columns.show_pictures(_chosen(results, (PictureKind.CONTRIBUTIONS,)))
        self._rows_page.setCurrentIndex(1 if results.content.rows is not None else 0)
        self._pages.setCurrentIndex(1)
        self.report.setEnabled(True)

    def show_choice(self, verdict: VerdictNote | None, *, can_switch: bool) -> None:
        """Offer what comes next: to switch where the model is clearly better, else to keep the live one."""
        is_better = verdict is not None and verdict.answer is Answer.BETTER
        self.switch.setVisible(can_switch)
        self.keep.setVisible(can_switch and not is_better)
        if can_switch:
            make_primary(self.switch if is_better else self.keep)

    def is_rows_page(self, page: QWidget | None) -> bool:
        """Whether that is the page of the predictions row by row."""
        return page is self._rows_page

    def show_rows(self, rows: Sequence[int], words: str) -> None:
        """Show exactly these rows of the predictions.

        Args:
            rows: Their places in the file, from 0.
            words: What they are.
        """
        self.tabs.setCurrentWidget(self._rows_page)
        self.rows.show_rows(rows, words)

    @Slot()
    def come_forward(self) -> None:
        """In front of other windows, whatever it was before."""
        if not self.isVisible():
            self.show()
            return
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def stop(self) -> None:
        """Draw and read nothing any more."""
        for page in (self.measures, self.errors, self.columns):
            page.stop()
        self.rows.close_table()
        self.files.stop()

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

    @Slot(int)
    def _on_page(self, place: int) -> None:
        self.shown_page.emit(self.tabs.tabText(place))


def _chosen(results: LookedAt, kinds: tuple[PictureKind, ...]) -> tuple[Picture, ...]:
    return tuple(picture for picture in results.pictures if picture.kind in kinds)
