"""The main window: arranges, and tells what a person wants. It decides nothing."""

import base64
import binascii
import functools
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from epa_gui.ui.base.command import Command
from epa_gui.ui.base.dropped_files import local_files, takes_files
from epa_gui.ui.base.icons import application_icon
from epa_gui.ui.base.message_bar import MessageBar
from epa_gui.ui.jobs.details_pane import DetailsPane
from epa_gui.ui.jobs.job_filter import JobFilter
from epa_gui.ui.jobs.job_list_model import JobListModel
from epa_gui.ui.jobs.job_table import JobTable
from epa_gui.ui.window.actions import Actions
from epa_gui.ui.window.drop_hint import DropHint
from epa_gui.ui.window.sidebar import Sidebar

_UNFOLD_MS = 300
"""Qt unfolds a toolbar within a quarter of a second and does not tell when; before, no field in it takes focus."""


class MainWindow(QMainWindow):
    """Toolbar, sidebar, messages, table, details, status line.

    Signals:
        search_changed: What is searched for (the text).
        command_requested: The button that stands in place of an empty list was pressed (a `Command`).
        closed: The window closes, and nothing has objected.
        first_painted: It can be seen; once.
        files_dropped: Files were dropped on it (their paths, a list of `str`).
    """

    search_changed = Signal(str)
    command_requested = Signal(object)
    closed = Signal()
    first_painted = Signal()
    files_dropped = Signal(object)

    def __init__(self, jobs: JobFilter, model: JobListModel, clock: Callable[[], float], *, is_practice: bool) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        self._was_painted = False
        title = self.tr("EPA Desktop – Practice") if is_practice else "EPA Desktop"
        self.setWindowTitle(title)
        self.setWindowIcon(application_icon())
        self.actions_ = Actions(self)
        self.messages = MessageBar()
        self.sidebar = Sidebar()
        self.table = JobTable(jobs, model)
        self.table.addActions(self.actions_.for_jobs())
        self.details = DetailsPane(clock)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search jobs"))
        self.search.setPlaceholderText(self.tr("Search jobs"))
        self.search.textChanged.connect(self.search_changed)
        self._columns_menu = QMenu(self)
        self._columns_menu.aboutToShow.connect(self._on_columns_menu)
        self._build_bars()
        self._build_pages()
        self._connect()
        self.setAcceptDrops(True)
        for field in (self.search, *self.findChildren(QPlainTextEdit)):
            field.setAcceptDrops(False)  # a file dropped there is meant for the window
        self._fit_first_size()

    def _fit_first_size(self) -> None:
        """Room for all columns, as far as the screen has it."""
        across = self._side_width() + self._splitters["across"].handleWidth() + self.table.wanted_width()
        wanted = QSize(max(1240, across), 760)
        # Not self.screen(): PySide takes what it returns for the window's own, and destroys the screen with the window.
        self.resize(wanted.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.95))

    def _build_bars(self) -> None:
        bar = QToolBar(self.tr("Main toolbar"))
        bar.setObjectName("main toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.toggleViewAction().setVisible(False)
        self.actions_.fill_tool_bar(bar)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        bar.addWidget(self.search)
        self.addToolBar(bar)
        self._more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
        if self._more is not None:
            self._more.setAccessibleName(self.tr("More of the toolbar"))
        self.actions_.fill_menus(self.menuBar(), self._columns_menu)
        self._counted = QLabel()
        self._times = QLabel()
        self._counted.setContentsMargins(6, 0, 0, 0)
        self.statusBar().addWidget(self._counted)
        self.statusBar().addPermanentWidget(self._times)

    def _build_pages(self) -> None:
        self._empty = QWidget()
        self._empty_text = QLabel(
            wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, textFormat=Qt.TextFormat.PlainText
        )
        self._empty_button = QPushButton()
        self._empty_button.clicked.connect(self._on_empty_button)
        self._empty_command: Command | None = None
        empty = QVBoxLayout(self._empty)
        empty.addStretch()
        empty.addWidget(self._empty_text)
        empty.addWidget(self._empty_button, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addStretch()
        self._table_pages = QStackedWidget()
        self._table_pages.addWidget(self.table)
        self._table_pages.addWidget(self._empty)
        upright = QSplitter(Qt.Orientation.Vertical)
        upright.addWidget(self._table_pages)
        upright.addWidget(self.details)
        upright.setStretchFactor(0, 3)
        upright.setStretchFactor(1, 2)
        upright.setCollapsible(0, False)  # noqa: FBT003  Qt's own signature
        upright.setSizes([420, 260])
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.sidebar)
        across.addWidget(upright)
        across.setStretchFactor(1, 1)
        across.setCollapsible(1, False)  # noqa: FBT003  Qt's own signature
        across.setSizes([self._side_width(), 900])
        self._splitters = {"upright": upright, "across": across}
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())
        self._pages.addWidget(across)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        self._drop_hint = DropHint(centre)

    def _side_width(self) -> int:
        """The sidebar's width at first."""
        return max(self.fontMetrics().averageCharWidth() * 30, self.fontMetrics().height() * 12)

    def _connect(self) -> None:
        actions = self.actions_
        self.details.edit_requested.connect(actions.edit_job.trigger)
        self.details.save_requested.connect(actions.save_results.trigger)
        self.details.open_requested.connect(actions.open_results.trigger)
        self.details.switch_requested.connect(actions.switch_model.trigger)
        self.table.opened.connect(actions.edit_job.trigger)
        self.sidebar.model_menu_requested.connect(self._on_model_menu)
        actions.find.triggered.connect(self._on_find)
        actions.quit.triggered.connect(QApplication.closeAllWindows)

    def show_first_page(self) -> None:
        """There is nothing yet: offer the three doors."""
        if self._pages.count() == 2:
            self._pages.addWidget(self._new_first_page())
        self._pages.setCurrentIndex(2)
        self.search.setEnabled(False)

    def _new_first_page(self) -> QWidget:
        # Made only when it is needed, and loaded only then: most starts never show it.
        from epa_gui.ui.window.first_page import FirstPage  # noqa: PLC0415

        page = FirstPage()
        page.model_requested.connect(self.actions_.add_model.trigger)
        page.job_requested.connect(self.actions_.add_job.trigger)
        page.practice_requested.connect(self.actions_.practice.trigger)
        return page

    def show_list(self, empty_text: str = "", empty_button: str = "", command: Command | None = None) -> None:
        """Show the table, or in its place why it is empty and a way out.

        Args:
            empty_text: Why the table is empty; empty if it is not.
            empty_button: What the way out is called; empty for none.
            command: What it does.
        """
        self._pages.setCurrentIndex(1)
        self.search.setEnabled(True)
        self._empty_text.setText(empty_text)
        self._empty_button.setText(empty_button)
        self._empty_button.setVisible(bool(empty_button))
        self._empty_command = command
        self._table_pages.setCurrentIndex(1 if empty_text else 0)

    def show_counts(self, text: str) -> None:
        """How many jobs are shown."""
        if self._counted.text() != text:
            self._counted.setText(text)

    def show_times(self, text: str) -> None:
        """When the last check was and when the next one is."""
        if self._times.text() != text:
            self._times.setText(text)

    def layout_state(self) -> dict[str, str]:
        """Where everything is, for remembering, by name."""
        state = {f"splitter {name}": splitter.saveState() for name, splitter in self._splitters.items()}
        state["window"] = self.saveGeometry()
        return {name: base64.b64encode(value.data()).decode() for name, value in state.items()}

    def restore_layout(self, state: dict[str, str]) -> None:
        """Put everything where it was; nonsense is ignored."""
        for name, value in state.items():
            try:
                packed = QByteArray(base64.b64decode(value, validate=True))
            except (ValueError, TypeError, binascii.Error):
                continue
            splitter = self._splitters.get(name.removeprefix("splitter "))
            if splitter is not None:
                splitter.restoreState(packed)
            elif name == "window":
                self.restoreGeometry(packed)

    @Slot()
    def come_forward(self) -> None:
        """In front of other windows, whatever it was before."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def _on_find(self) -> None:
        if not self.search.isVisible() and self._more is not None:
            # In a narrow window the field is behind the toolbar's end, which unfolds in its own time.
            self._more.click()
            QTimer.singleShot(_UNFOLD_MS, self, self._go_to_search)
        else:
            self._go_to_search()

    @Slot()
    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _on_empty_button(self) -> None:
        if self._empty_command is not None:
            self.command_requested.emit(self._empty_command)

    @Slot()
    def _on_columns_menu(self) -> None:
        self._columns_menu.clear()
        self.table.column_actions(self._columns_menu)

    @Slot(QPoint)
    def _on_model_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.actions_.fill_model_menu(menu)
        menu.popup(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere; say what that does."""
        if self.actions_.new_retraining.isEnabled() and takes_files(event):
            self._drop_hint.offer()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        self._drop_hint.hide()
        if not takes_files(event):
            return
        paths = local_files(event)
        # Later: the program the files come from waits until this one has taken them.
        QTimer.singleShot(0, self, functools.partial(self.files_dropped.emit, paths))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; the first time also tell that the window can be seen, so that slow things may begin."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or the other way."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_"):
            self.actions_.repaint_icons()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless something is under way that a person should know of."""
        if not self.may_close():
            event.ignore()
            return
        self.closed.emit()
        event.accept()
