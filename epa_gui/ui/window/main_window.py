"""The main window: arranges, and tells what a person wants. It decides nothing."""

import functools
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QWidget,
)

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.icons import application_icon
from epa_gui.ui.base.packed_state import pack, unpack
from epa_gui.ui.base.show import Show
from epa_gui.ui.window.actions import Actions
from epa_gui.ui.window.main_tool_bar import MainToolBar
from epa_gui.ui.window.placed_window import PlacedWindow

if TYPE_CHECKING:
    from epa_gui.ui.base.command import Command
    from epa_gui.ui.base.message_bar import MessageBar
    from epa_gui.ui.jobs.job_page import JobPage
    from epa_gui.ui.jobs.job_table import JobTable
    from epa_gui.ui.window.content import WindowContent
    from epa_gui.ui.window.sidebar import Sidebar
    from epa_gui.ui.window.status_line import StatusLine


class MainWindow(PlacedWindow):
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
        language_changed: All in it that says the same whatever is shown speaks another language by now; what it was
            told is to be told again.
    """

    search_changed = Signal(str)
    command_requested = Signal(object)
    closed = Signal()
    first_painted = Signal()
    files_dropped = Signal(object)
    attention_changed = Signal()
    practice_chosen = Signal()
    language_changed = Signal()

    def __init__(self, clock: Callable[[], float], *, is_practice: bool) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        self._clock = clock
        self._content: WindowContent | None = None
        self._status: StatusLine | None = None
        self._was_painted = False
        self._is_closed = False
        self._is_practice = is_practice
        self._attention = 0
        self._language_soon = QTimer(self, singleShot=True, interval=0)  # first all parts are told of it
        self._language_soon.timeout.connect(self._on_language)
        self.setWindowIcon(application_icon())
        self.actions_ = Actions(self)
        self.tool_bar = MainToolBar(self.actions_)
        self.tool_bar.search.textChanged.connect(self.search_changed)
        self._columns_menu = QMenu(self)
        self._columns_menu.aboutToShow.connect(self._on_columns_menu)
        self.actions_.quit.triggered.connect(QApplication.closeAllWindows)
        self.addToolBar(self.tool_bar)
        self.actions_.fill_menus(self.menuBar(), self._columns_menu)
        self.statusBar()
        self._say_texts()
        self.setAcceptDrops(True)
        self.take_first_size()

    @property
    def content(self) -> "WindowContent":
        """All between toolbar and status line."""
        if self._content is None:
            from epa_gui.ui.base.access_keys import give_access_keys  # noqa: PLC0415  after the frame can be seen
            from epa_gui.ui.base.composition import Composition  # noqa: PLC0415  as above
            from epa_gui.ui.base.roomy_menu import make_roomy  # noqa: PLC0415  as above
            from epa_gui.ui.window.content import WindowContent  # noqa: PLC0415  as above

            for menu in (self._columns_menu, *self.menuBar().findChildren(QMenu)):
                make_roomy(give_access_keys(menu))
            Composition(self)
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
            bar = self.tool_bar
            order = (bar.search, bar.needs_button, bar.show_box, content.sidebar.cards_view(), content.table)
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

    def _say_texts(self) -> None:
        """All that says the same whatever is shown."""
        self._say_title()
        self.tool_bar.say_texts()
        self.menuBar().setAccessibleName(self.tr("Main menu"))

    @Slot()
    def _on_language(self) -> None:
        self.language_changed.emit()
        if self._content is not None:
            self._content.share()

    def show_first_page(self) -> None:
        """There is nothing yet: offer the three doors, and no buttons for what is not there."""
        if not self.content.has_first_page():
            self.content.add_first_page(self._new_first_page())
        self.tool_bar.set_can_narrow(can_narrow=False)
        self.tool_bar.hide()
        self.content.show_first_page()

    def _new_first_page(self) -> QWidget:
        # Made only when it is needed, and loaded only then: most starts never show it.
        from epa_gui.ui.window.first_page import FirstPage  # noqa: PLC0415

        page = FirstPage()
        page.model_requested.connect(self.actions_.connect_account.trigger)
        page.job_requested.connect(self.actions_.add_job.trigger)
        page.practice_requested.connect(self.practice_chosen)
        return page

    def show_list(self, empty_text: str = "", *ways_out: "tuple[str, Command]", can_narrow: bool = True) -> None:
        """Show the table, or in its place why it is empty and ways out.

        Args:
            empty_text: Why the table is empty; empty if it is not.
            ways_out: Up to two: what each is called, and what it does.
            can_narrow: Whether there is anything to look through.
        """
        self.tool_bar.show()
        self.content.show_list(empty_text, ways_out)
        self.tool_bar.set_can_narrow(can_narrow=can_narrow)

    def _status_line(self) -> "StatusLine":
        if self._status is None:
            from epa_gui.ui.window.status_line import StatusLine  # noqa: PLC0415  after the frame can be seen

            self._status = StatusLine()
            self.statusBar().addWidget(self._status, 1)
        return self._status

    def show_counts(self, text: str) -> None:
        """How many jobs are shown."""
        self._status_line().show_counts(text)

    def show_times(self, text: str) -> None:
        """When the last check was and when the next one is."""
        self._status_line().show_times(text)

    def show_attention(self, count: int) -> None:
        """Have the title say how much needs a person, where the window itself is not seen."""
        if count != self._attention:
            self._attention = count
            self._say_title()
            self.attention_changed.emit()

    def _say_title(self) -> None:
        title, count = self.tr("EPA Desktop – Practice") if self._is_practice else "EPA Desktop", self._attention
        self.setWindowTitle(fill(self.tr("%n need(s) attention – {0}", "", count), title) if count else title)

    def attention(self) -> int:
        """How much needs a person, as the title says it."""
        return self._attention

    def layout_state(self) -> dict[str, str]:
        """Where everything is, for remembering, by name."""
        splitters = self.content.arranged_splitters()
        state = {f"splitter {name}": pack(splitter.saveState()) for name, splitter in splitters}
        return state | {"window": self.place()}

    def restore_place(self, place: str) -> None:
        """Put the window where it was, before it can be seen.

        Args:
            place: The ``window`` of `layout_state`; nonsense is ignored.
        """
        if not self.place_early(place):  # the first start, most likely: what comes next has no toolbar
            self.tool_bar.hide()

    def restore_layout(self, state: dict[str, str]) -> None:
        """Put everything where it was; nonsense is ignored, and where no size is remembered, all columns get room."""
        for name, value in state.items():
            packed = unpack(value)
            if packed is not None:
                self.content.restore_splitter(name.removeprefix("splitter "), packed)
        self.place_late(state.get("window", ""), self.content.wanted_width)

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

    @Slot()
    def _on_needs_requested(self) -> None:
        self.tool_bar.show_box.choose(Show.ATTENTION)

    @Slot()
    def _on_columns_menu(self) -> None:
        self._columns_menu.clear()
        self.table.column_actions(self._columns_menu)

    @Slot(QPoint)
    def _on_model_menu(self, place: QPoint) -> None:
        from epa_gui.ui.base.access_keys import give_access_keys  # noqa: PLC0415  is loaded by then
        from epa_gui.ui.base.roomy_menu import make_roomy  # noqa: PLC0415  as above

        menu = make_roomy(give_access_keys(QMenu(self)))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.actions_.fill_model_menu(menu)
        menu.popup(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere; say what that does."""
        from epa_gui.ui.base.dropped_files import takes_files  # noqa: PLC0415  after the frame can be seen

        if self.actions_.new_retraining.isEnabled() and takes_files(event):
            self.content.drop_hint.offer()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.content.drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        from epa_gui.ui.base.dropped_files import local_files, takes_files  # noqa: PLC0415  as above

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
        """Light became dark, or the other way; or people read another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_status"):
            if self._is_closed:
                return  # nobody sees it any more, and parts of it may be gone
            self.actions_.say_texts()
            self._say_texts()
            self._language_soon.start()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_"):
            self.actions_.repaint_icons()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless something is under way that a person should know of."""
        if not self.may_close():
            event.ignore()
            return
        self._is_closed = True
        self.closed.emit()
        event.accept()
