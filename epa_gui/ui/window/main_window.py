"""The main window: arranges, and tells what a person wants. It decides nothing."""

import base64
import binascii
import functools
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

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
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.dropped_files import local_files, takes_files
from epa_gui.ui.base.icons import application_icon
from epa_gui.ui.base.show import Show
from epa_gui.ui.window.actions import Actions
from epa_gui.ui.window.needs_button import NeedsButton
from epa_gui.ui.window.show_box import ShowBox

if TYPE_CHECKING:
    from epa_gui.ui.base.command import Command
    from epa_gui.ui.base.message_bar import MessageBar
    from epa_gui.ui.jobs.job_page import JobPage
    from epa_gui.ui.jobs.job_table import JobTable
    from epa_gui.ui.window.content import WindowContent
    from epa_gui.ui.window.sidebar import Sidebar

_FIRST_SIZE = QSize(1240, 760)

_UNFOLD_MS = 300
"""Qt unfolds a toolbar within a quarter of a second and does not tell when; before, no field in it takes focus."""


class MainWindow(QMainWindow):
    """Toolbar, sidebar, messages, table, details, status line.

    The frame with its actions comes first, so that it can be seen at once; all between toolbar and status line is made
    by whoever asks for it first.

    Signals:
        search_changed: What is searched for (the text).
        command_requested: The button that stands in place of an empty list was pressed (a `Command`).
        closed: The window closes, and nothing has objected.
        first_painted: It can be seen; once.
        files_dropped: Files were dropped on it (their paths, a list of `str`).
        attention_changed: More or less needs a person than before.
        practice_chosen: The first page's door to practice was pressed: nobody needs this window beside it.
    """

    search_changed = Signal(str)
    command_requested = Signal(object)
    closed = Signal()
    first_painted = Signal()
    files_dropped = Signal(object)
    attention_changed = Signal()
    practice_chosen = Signal()

    def __init__(self, clock: Callable[[], float], *, is_practice: bool) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        self._clock = clock
        self._content: WindowContent | None = None
        self._was_painted = False
        self._is_placed = False
        self._title = self.tr("EPA Desktop – Practice") if is_practice else "EPA Desktop"
        self._attention = 0
        self.setWindowTitle(self._title)
        self.setWindowIcon(application_icon())
        self.actions_ = Actions(self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search jobs"))
        self.search.setPlaceholderText(self.tr("Search jobs"))
        self.search.textChanged.connect(self.search_changed)
        self.search.setAcceptDrops(False)  # a file dropped there is meant for the window
        self.show_box = ShowBox()
        self.needs_button = NeedsButton()
        self._columns_menu = QMenu(self)
        self._columns_menu.aboutToShow.connect(self._on_columns_menu)
        self._build_bars()
        self._connect()
        self.setAcceptDrops(True)
        self._resize_within_screen(_FIRST_SIZE)

    @property
    def content(self) -> "WindowContent":
        """All between toolbar and status line."""
        if self._content is None:
            from epa_gui.ui.window.content import WindowContent  # noqa: PLC0415  after the frame can be seen

            content = self._content = WindowContent(self._clock)
            content.table.addActions(self.actions_.menu_of_jobs())
            content.command_requested.connect(self.command_requested)
            content.details.set_more(self.actions_.for_one_job())
            content.details.several.set_acts([self.actions_.compare_jobs, self.actions_.remove])
            content.sidebar.model_menu_requested.connect(self._on_model_menu)
            content.sidebar.needs_requested.connect(self._on_needs_requested)
            content.sidebar.add_requested.connect(self.actions_.add_model.trigger)
            content.sidebar.set_can_add(self.actions_.add_model.isEnabled())
            self.actions_.add_model.enabledChanged.connect(content.sidebar.set_can_add)
            self.setCentralWidget(content)
            order = (self.search, self.needs_button, self.show_box, content.sidebar.cards_view(), content.table)
            for one, following in pairwise(order):
                self.setTabOrder(one, following)
        return self._content

    @property
    def messages(self) -> "MessageBar":
        """The line above the list."""
        return self.content.messages

    @property
    def sidebar(self) -> "Sidebar":
        """The filters."""
        return self.content.sidebar

    @property
    def table(self) -> "JobTable":
        """The list."""
        return self.content.table

    @property
    def details(self) -> "JobPage":
        """What is known of the selected job."""
        return self.content.details

    def _resize_within_screen(self, wanted: QSize) -> None:
        # Not self.screen(): PySide takes what it returns for the window's own, and destroys the screen with the window.
        self._first_size = wanted.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.95)
        self.resize(self._first_size)

    def _keep_grown_on_screen(self, growth: QSize) -> None:
        """Move a window that can be seen back by what it grew beyond the screen's edge: Windows does not."""
        if self.isVisible():
            frame = self.frameGeometry()
            screen = QGuiApplication.screenAt(frame.topLeft()) or QGuiApplication.primaryScreen()
            beyond = frame.bottomRight() - screen.availableGeometry().bottomRight()
            back = QPoint(min(max(beyond.x(), 0), growth.width()), min(max(beyond.y(), 0), growth.height()))
            if not back.isNull():
                self.move(self.pos() - back)

    def _build_bars(self) -> None:
        bar = self._tool_bar = QToolBar(self.tr("Main toolbar"))
        bar.setObjectName("main toolbar")
        bar.setMovable(False)
        side = max(20, round(self.fontMetrics().height() * 1.1))
        bar.setIconSize(QSize(side, side))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.toggleViewAction().setVisible(False)
        self.actions_.fill_tool_bar(bar)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        self._needs_place = bar.addWidget(self.needs_button)
        self._needs_place.setVisible(False)
        bar.addWidget(self.show_box)
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

    def _connect(self) -> None:
        actions = self.actions_
        actions.find.triggered.connect(self._on_find)
        actions.quit.triggered.connect(QApplication.closeAllWindows)
        for show, action in actions.shows.items():
            action.triggered.connect(functools.partial(self.show_box.choose, show))
        self.needs_button.show_chosen.connect(self.show_box.choose)
        self.show_box.show_chosen.connect(self._on_show_chosen)

    def show_first_page(self) -> None:
        """There is nothing yet: offer the three doors, and no buttons for what is not there."""
        if not self.content.has_first_page():
            self.content.add_first_page(self._new_first_page())
        self.search.setEnabled(False)
        self._tool_bar.hide()
        self.content.show_first_page()
        self._set_can_narrow(can_narrow=False)

    def _new_first_page(self) -> QWidget:
        # Made only when it is needed, and loaded only then: most starts never show it.
        from epa_gui.ui.window.first_page import FirstPage  # noqa: PLC0415

        page = FirstPage()
        page.model_requested.connect(self.actions_.connect_account.trigger)
        page.job_requested.connect(self.actions_.add_job.trigger)
        page.practice_requested.connect(self.practice_chosen)
        return page

    def show_list(self, empty_text: str = "", *ways_out: "tuple[str, Command]") -> None:
        """Show the table, or in its place why it is empty and ways out.

        Args:
            empty_text: Why the table is empty; empty if it is not.
            ways_out: Up to two: what each is called, and what it does.
        """
        self._tool_bar.show()
        self.content.show_list(empty_text, ways_out)
        self.search.setEnabled(True)
        self._set_can_narrow(can_narrow=True)

    def _set_can_narrow(self, *, can_narrow: bool) -> None:
        self.show_box.setEnabled(can_narrow)
        for action in self.actions_.shows.values():
            action.setEnabled(can_narrow)

    def show_counts(self, text: str) -> None:
        """How many jobs are shown."""
        if self._counted.text() != text:
            self._counted.setText(text)

    def show_times(self, text: str) -> None:
        """When the last check was and when the next one is."""
        if self._times.text() != text:
            self._times.setText(text)

    def show_attention(self, count: int) -> None:
        """Have the title say how much needs a person, where the window itself is not seen."""
        if count != self._attention:
            self._attention = count
            title = fill(self.tr("%n need(s) attention – {0}", "", count), self._title) if count else self._title
            self.setWindowTitle(title)
            self.attention_changed.emit()

    def attention(self) -> int:
        """How much needs a person, as the title says it."""
        return self._attention

    def layout_state(self) -> dict[str, str]:
        """Where everything is, for remembering, by name."""
        state = {f"splitter {name}": splitter.saveState() for name, splitter in self.content.arranged_splitters()}
        state["window"] = self.saveGeometry()
        return {name: base64.b64encode(value.data()).decode() for name, value in state.items()}

    def restore_place(self, place: str) -> None:
        """Put the window where it was, before it can be seen.

        Args:
            place: The ``window`` of `layout_state`; nonsense is ignored.
        """
        packed = _unpacked(place)
        self._is_placed = packed is not None and self.restoreGeometry(packed)
        if packed is None:  # the first start, most likely: what comes next has no toolbar
            self._tool_bar.hide()

    def restore_layout(self, state: dict[str, str]) -> None:
        """Put everything where it was; nonsense is ignored, and where no size is remembered, all columns get room."""
        is_sized = self._is_placed
        for name, value in state.items():
            packed = _unpacked(value)
            if packed is None:
                continue
            self.content.restore_splitter(name.removeprefix("splitter "), packed)
            if name == "window" and not self._is_placed:
                is_sized = self.restoreGeometry(packed)
        if not is_sized and self.size() == self._first_size:
            before = self._first_size
            wanted = QSize(max(_FIRST_SIZE.width(), self.content.wanted_width()), _FIRST_SIZE.height())
            self._resize_within_screen(wanted)
            self._keep_grown_on_screen(self._first_size - before)

    def was_painted(self) -> bool:
        """Whether it could be seen by now."""
        return self._was_painted

    @Slot()
    def come_forward(self) -> None:
        """In front of other windows, whatever it was before."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_filter_counts(self, counts: "Mapping[Show, int] | None") -> None:
        """How many jobs there are under each filter; `None` while that is not known."""
        self.show_box.show_counts(counts)
        count = counts.get(Show.ATTENTION, 0) if counts is not None else 0
        self.needs_button.show_count(count)
        self._needs_place.setVisible(count > 0 or self.show_box.chosen() is Show.ATTENTION)

    @Slot(object)
    def _on_show_chosen(self, show: Show) -> None:
        self.needs_button.follow(show)
        self.actions_.shows[show].setChecked(True)

    @Slot()
    def _on_needs_requested(self) -> None:
        self.show_box.choose(Show.ATTENTION)

    @Slot()
    def _on_find(self) -> None:
        if self._tool_bar.isHidden():
            return  # there is nothing to look through
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
            self.content.drop_hint.offer()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.content.drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        self.content.drop_hint.hide()
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
            QTimer.singleShot(0, self, self.first_painted.emit)  # not if it is gone by then

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


def _unpacked(value: str) -> QByteArray | None:
    """What `MainWindow.layout_state` packed; `None` for nonsense."""
    try:
        return QByteArray(base64.b64decode(value, validate=True)) if value else None
    except (ValueError, TypeError, binascii.Error):
        return None
