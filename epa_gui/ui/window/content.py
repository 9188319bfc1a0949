"""What stands below the toolbar: messages, sidebar, list and a job's page, or in place of the list a way to get one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from epa_gui.ui.base.command import Command
from epa_gui.ui.base.dividers import name_dividers
from epa_gui.ui.base.message_bar import MessageBar
from epa_gui.ui.base.page import GAP, em, make_primary
from epa_gui.ui.base.roomy_button import RoomyButton
from epa_gui.ui.base.wrapping_text import Paragraph
from epa_gui.ui.jobs.job_filter import JobFilter
from epa_gui.ui.jobs.job_list_model import JobListModel
from epa_gui.ui.jobs.job_page import JobPage
from epa_gui.ui.jobs.job_table import JobTable
from epa_gui.ui.window.drop_hint import DropHint
from epa_gui.ui.window.sidebar import Sidebar

_MOST_WAYS_OUT = 2
_SHARE_OF_LIST = 0.4
_LEAST_PAGE, _LEAST_STATE = 12.0, 9.0
"""Heights of the font: what a job's page needs for its state and its buttons; the list gives way to that, down to
`_LEAST_ROWS`. With less than the second not even the state can be seen, and the list is one row."""

_LEAST_ROWS = 2


class _Upright(QSplitter):
    """List and page.

    Signals:
        resized: There is more room for both, or less; messages above them take some, too.
    """

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what there is."""
        super().resizeEvent(event)
        self.resized.emit()


class WindowContent(QWidget):
    """All of the main window that needs the jobs; made after the window's frame could be seen.

    Signals:
        command_requested: The button that stands in place of an empty list was pressed (a `Command`).
    """

    command_requested = Signal(object)

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self.jobs = JobListModel(clock)
        self.job_filter = JobFilter()
        self.job_filter.setSourceModel(self.jobs)
        self.messages = MessageBar()
        self.sidebar = Sidebar()
        self.table = JobTable(self.job_filter, self.jobs)
        self.details = JobPage(clock)
        self.details.other_shown.connect(self._show_lower)
        self._build_empty()
        self._build_pages()
        for changed in (self.jobs.rowsInserted, self.jobs.rowsRemoved):
            changed.connect(self.share)
        self.drop_hint = DropHint(self)
        for field in self.findChildren(QPlainTextEdit):
            field.setAcceptDrops(False)  # a file dropped there is meant for the window

    def _build_empty(self) -> None:
        self._empty = QWidget()
        self._empty_text = Paragraph()
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ways_out = [RoomyButton(autoDefault=True) for _ in range(_MOST_WAYS_OUT)]
        self._empty_commands: list[Command] = []
        make_primary(self._ways_out[0])
        row = QHBoxLayout()
        row.setSpacing(em(self, GAP))
        row.addStretch()
        for button in self._ways_out:
            button.clicked.connect(self._on_way_out)
            row.addWidget(button)
        row.addStretch()
        empty = QVBoxLayout(self._empty)
        empty.addStretch()
        empty.addWidget(self._empty_text)
        empty.addLayout(row)
        empty.addStretch()

    def _build_pages(self) -> None:
        self._table_pages = QStackedWidget()
        self._table_pages.addWidget(self.table)
        scroll = QScrollArea(widgetResizable=True)  # large letters may need more height than there is
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._empty)
        self._table_pages.addWidget(scroll)
        upright = _Upright(Qt.Orientation.Vertical)
        upright.resized.connect(self.share)
        upright.addWidget(self._table_pages)
        upright.addWidget(self.details)
        upright.setStretchFactor(0, 2)
        upright.setStretchFactor(1, 3)
        upright.setCollapsible(0, False)  # noqa: FBT003  Qt's own signature
        upright.splitterMoved.connect(self._on_arranged)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.sidebar)
        across.addWidget(upright)
        across.setStretchFactor(1, 1)
        across.setCollapsible(1, False)  # noqa: FBT003  Qt's own signature
        across.splitterMoved.connect(self._on_arranged)
        self._arranged: set[QObject] = set()
        self.splitters = {"upright": upright, "across": across}
        self._name_dividers()
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())
        self._pages.addWidget(across)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self._pages, 1)

    def _name_dividers(self) -> None:
        jobs = self.tr("Jobs")
        name_dividers(self.splitters["upright"], jobs, self.tr("Job details"))
        name_dividers(self.splitters["across"], self.tr("Models"), jobs)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "splitters"):
            self._name_dividers()

    def restore_splitter(self, name: str, state: QByteArray) -> None:
        """Arrange the parts of one as a person has left them; an unknown name is ignored."""
        splitter = self.splitters.get(name)
        if splitter is not None and splitter.restoreState(state):
            self._arranged.add(splitter)

    def arranged_splitters(self) -> list[tuple[str, QSplitter]]:
        """Those that a person has moved; the others follow the room there is."""
        return [(name, splitter) for name, splitter in self.splitters.items() if splitter in self._arranged]

    @Slot()
    def share(self) -> None:
        """Give every part its first size, as far as nobody has arranged them.

        The models take a third of the width at most. The list takes two parts of five of the height, and what the
        job's page does not need: there is nothing to see below the last of its facts. It takes less where it has few
        rows, or where the window is so low that the page could not show how the job stands.
        """
        across, upright = self.splitters["across"], self.splitters["upright"]
        if across not in self._arranged:
            side = min(self.side_width(), self.width() // 3)
            across.setSizes([side, max(1, self.width() - side - across.handleWidth())])
        room = upright.height() - upright.handleWidth()
        if upright not in self._arranged and room > 0 and not self.details.isHidden():
            listed = self._height_of_list(room)
            upright.setSizes([listed, room - listed])

    def _height_of_list(self, room: int) -> int:
        """Of `room`, in whole rows."""
        height_of, wanted = self.table.height_of, self.details.natural_height()
        least_rows = _LEAST_ROWS if room - height_of(_LEAST_ROWS) >= em(self, _LEAST_STATE) else 1
        least = height_of(least_rows)
        listed = max(round(room * _SHARE_OF_LIST), room - wanted)
        listed = min(listed, max(least, room - em(self, _LEAST_PAGE)))
        if self.jobs.rowCount():
            listed = min(listed, height_of(max(_LEAST_ROWS, self.jobs.rowCount())))
        row = height_of(1) - height_of(0)
        rows = max(least_rows, (listed - height_of(0)) // row)
        if rows > _LEAST_ROWS and 0 < wanted - (room - height_of(rows)) <= row:
            rows -= 1  # else all of the page is scrolled for its last line
        return height_of(rows)

    @Slot()
    def _on_arranged(self) -> None:
        self._arranged.add(self.sender())

    def side_width(self) -> int:
        """The sidebar's width at first."""
        return self.sidebar.wanted_width()

    def wanted_width(self) -> int:
        """The width in which nothing usual of the list is cut off."""
        return self.side_width() + self.splitters["across"].handleWidth() + self.table.wanted_width()

    def has_first_page(self) -> bool:
        """Whether the page for who has nothing yet was added."""
        return self._pages.count() > 2

    def add_first_page(self, page: QWidget) -> None:
        """Add the page for who has nothing yet."""
        self._pages.addWidget(page)

    def show_first_page(self) -> None:
        """Show the page that was added, ready for Return."""
        page = self._pages.widget(2)
        if page is not None and self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_guide(self, guide: QWidget) -> None:
        """Add what leads somebody new through the window, above the list."""
        self._column.insertWidget(self._column.indexOf(self._pages), guide)

    def show_list(self, empty_text: str, ways_out: Sequence[tuple[str, Command]]) -> None:
        """Show the table, or in its place why it is empty and up to two ways out, the first one first."""
        self._empty_commands = [command for _, command in ways_out]
        self._pages.setCurrentIndex(1)
        self._empty_text.setText(empty_text)
        texts = [text for text, _ in ways_out]
        for place, button in enumerate(self._ways_out):
            button.setText(texts[place] if place < len(texts) else "")
            button.setVisible(place < len(texts))
        self._table_pages.setCurrentIndex(1 if empty_text else 0)
        self._show_lower()

    @Slot()
    def _show_lower(self) -> None:
        """Without a list and without a job there is no page below, and no handle in front of it."""
        is_needed = self._table_pages.currentIndex() == 0 or self.details.shown() is not None
        if self.details.isHidden() is is_needed:
            self.details.setVisible(is_needed)
            self.share()

    @Slot()
    def _on_way_out(self) -> None:
        place = next(place for place, button in enumerate(self._ways_out) if button is self.sender())
        if place < len(self._empty_commands):
            self.command_requested.emit(self._empty_commands[place])
