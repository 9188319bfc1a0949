"""The fields above a table: what its rows are filtered by, and what is looked for in them."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from epa_gui.core.text.foreign_text import shown
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.growing import ComboBox
from epa_gui.ui.base.page import em
from epa_gui.ui.base.roomy_line import RoomyLine
from epa_gui.ui.base.table_worker import Arrangement

_NAME_LETTERS = 14
"""For so many letters of a column's name there is room at least."""

_WIDEST_FIELD = 10
"""Of what is typed, in heights of the font: a wider one leaves no room for the buttons beside it."""

_TYPING_MS = 300
"""Between two letters of somebody who goes on typing."""


class FieldsState(NamedTuple):
    """What stands in the fields.

    Attributes:
        filter_text: What rows contain.
        filter_column: The place of the column it is looked for in, 0 for any.
        filter_way: The place of how it is compared.
        find_text: What is looked for.
    """

    filter_text: str
    filter_column: int
    filter_way: int
    find_text: str


class TableFields(QWidget):
    """Says what a person wants of the rows; whoever shows them does it.

    Signals:
        filter_changed: Other rows are to be shown: those that `filtered` tells.
        find_requested: What is looked for is to be found: in the next row (1), or in the one before (-1).

    Attributes:
        all_rows: The button for all rows, in the file's order.
        copy_button: The one for what is selected.
    """

    filter_changed = Signal()
    find_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter_text = RoomyLine(clearButtonEnabled=True)
        self.filter_text.setPlaceholderText(self.tr("Text to filter by"))
        self.filter_text.setAccessibleName(self.tr("Filter rows"))
        self.filter_column = ComboBox()
        self.filter_column.setAccessibleName(self.tr("Column to filter by"))
        self.filter_column.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter_column.setMinimumContentsLength(_NAME_LETTERS)
        self.filter_way = ComboBox()
        self.filter_way.setAccessibleName(self.tr("How the filter compares"))
        self.filter_way.addItem(self.tr("Contains"), userData=False)
        self.filter_way.addItem(self.tr("Is exactly"), userData=True)
        self.all_rows = QPushButton(self.tr("Show all rows"), autoDefault=False)
        self.find_text = RoomyLine(clearButtonEnabled=True)
        self.find_text.setPlaceholderText(self.tr("Find"))
        self.find_text.setAccessibleName(self.tr("Find in the table"))
        self.find_previous = QPushButton(self.tr("Previous"), autoDefault=False)
        self.find_previous.setAccessibleName(self.tr("Find previous"))
        self.find_next = QPushButton(self.tr("Next"), autoDefault=False)
        self.find_next.setAccessibleName(self.tr("Find next"))
        self.copy_button = QPushButton(self.tr("Copy"), autoDefault=False)
        self.copy_button.setToolTip(self.tr("Copy the selected cells to paste them into a spreadsheet"))
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        filtering: tuple[QWidget, ...] = (self.filter_column, self.filter_way, self.filter_text, self.all_rows)
        finding = (self.find_text, self.find_previous, self.find_next, self.copy_button)
        self._groups = (_Group(self.filter_text, filtering), _Group(self.find_text, finding))
        self._lines = FlowLayout(self)
        for group in self._groups:
            self._lines.addWidget(group)
        self.filter_text.textChanged.connect(self._typing.start)
        self.filter_text.returnPressed.connect(self._on_filter)
        self._typing.timeout.connect(self._on_filter)
        self.filter_column.currentIndexChanged.connect(self._on_filter)
        self.filter_way.currentIndexChanged.connect(self._on_filter)
        self.find_text.returnPressed.connect(self.look_for_next)
        self.find_next.clicked.connect(self.look_for_next)
        self.find_previous.clicked.connect(self.look_for_previous)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is typed into gives way where its group is wider than a line."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters take other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lines"):
            self._share()

    def _share(self) -> None:
        """Give the names of columns what is left, and nothing that would push something into another line."""
        room, least = self.width(), self._least_column()
        self.filter_column.setMinimumWidth(least)
        for group in self._groups:
            group.share(room)
        filtering, finding = (group.least_width() for group in self._groups)
        both = filtering + max(0, self._lines.spacing()) + finding
        left = room - (both if both <= room else filtering)
        self.filter_column.setMaximumWidth(least + max(0, left))

    def _least_column(self) -> int:
        """How wide the list of columns is at least: what stands for any of them is never cut off.

        Qt's own hint of it does not follow a change of the texts (`QComboBox::minimumSizeHint`, 6.12).
        """
        box, metrics = self.filter_column, self.filter_column.fontMetrics()
        words = max(_NAME_LETTERS * metrics.horizontalAdvance("X"), metrics.horizontalAdvance(box.itemText(0)))
        return box.width_for(words)

    @Slot(object)
    def show_columns(self, names: tuple[str, ...]) -> None:
        """Offer these columns to filter by."""
        with QSignalBlocker(self.filter_column):
            self.filter_column.addItem(self.tr("Any column"))
            self.filter_column.addItems([shown(name)[:60] for name in names])
        self._share()

    def forget_columns(self) -> None:
        """No table is shown."""
        with QSignalBlocker(self.filter_column):
            self.filter_column.clear()

    def clear_filter(self) -> None:
        """Filter by nothing; nobody is told."""
        with QSignalBlocker(self.filter_text):
            self.filter_text.clear()
        self._typing.stop()

    def filtered(self, arrangement: Arrangement) -> Arrangement:
        """That arrangement, of the rows that the filter lets through."""
        place = self.filter_column.currentIndex()
        text = self.filter_text.text()
        return replace(
            arrangement,
            text=text,
            column=place - 1 if text and place > 0 else None,
            is_whole=bool(text and self.filter_way.currentData()),
        )

    def state(self) -> FieldsState:
        """What stands in them."""
        return FieldsState(
            self.filter_text.text(),
            max(0, self.filter_column.currentIndex()),
            self.filter_way.currentIndex(),
            self.find_text.text(),
        )

    def come_back(self, state: FieldsState) -> None:
        """Have this stand in them; nobody is told."""
        with (
            QSignalBlocker(self.filter_text),
            QSignalBlocker(self.filter_column),
            QSignalBlocker(self.filter_way),
            QSignalBlocker(self.find_text),
        ):
            self.filter_text.setText(state.filter_text)
            self.filter_column.setCurrentIndex(state.filter_column)
            self.filter_way.setCurrentIndex(state.filter_way)
            self.find_text.setText(state.find_text)

    @Slot()
    def start_looking(self) -> None:
        """Have a person say what to look for."""
        self.find_text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_text.selectAll()

    @Slot()
    def look_for_next(self) -> None:
        """Go on looking downwards."""
        self.find_requested.emit(1)

    @Slot()
    def look_for_previous(self) -> None:
        """Go on looking upwards."""
        self.find_requested.emit(-1)

    @Slot()
    def _on_filter(self) -> None:
        self._typing.stop()
        self.filter_changed.emit()


class _Group(QWidget):
    """What belongs together: it goes into the next line as one, where it is not wider than that alone.

    Args:
        field: The one that gives way.
        widgets: All of them, in order.
    """

    def __init__(self, field: RoomyLine, widgets: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._field = field
        self._others = [widget for widget in widgets if widget is not field]
        self._line = FlowLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self._line.addWidget(widget)

    def share(self, room: int) -> None:
        """Have so many pixels at most, as far as words can be read."""
        width = min(em(self, _WIDEST_FIELD), room - self._beside())
        self._field.setMaximumWidth(max(self._field.minimumSizeHint().width(), width))

    def least_width(self) -> int:
        """How wide it is in one line, with as little of long names as may be."""
        return self._beside() + self._field.sizeHint().boundedTo(self._field.maximumSize()).width()

    def _beside(self) -> int:
        """How wide all but the field is then."""
        widths = (widget.minimumSizeHint().expandedTo(widget.minimumSize()).width() for widget in self._others)
        return sum(width + max(0, self._line.spacing()) for width in widths)
