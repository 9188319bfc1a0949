"""The table of what was done, newest first."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from epa_gui.core.history.event import HistoryEntry
from epa_gui.ui.base.column_widths import first_width, fitted
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.page import em
from epa_gui.ui.history.history_model import HistoryColumn, HistoryModel
from epa_gui.ui.history.usual_texts import history_texts

_LEAST_WHAT, _USUAL_WHAT = 16, 20
"""Heights of the font that what was done keeps: enough to tell one kind of entry from another; and as names grow."""

_WIDEST_NAME = 30
_AFTER_TIME = 0.5
"""Heights of the font: of a name at first, and free behind the time, which would touch the name."""

_REST = HistoryColumn.WHAT
_NAMES = (HistoryColumn.MODEL, HistoryColumn.JOB)


class HistoryTable(FlatTree):
    """One entry a row.

    Signals:
        selected: Another entry was selected, or none.
    """

    selected = Signal()

    def __init__(self, entries: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self.setModel(entries)
        self.setAccessibleName(self.tr("History"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)  # it would take away from the last column where room is short
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self._first_widths = {column: first_width(self, column, texts) for column, texts in history_texts().items()}
        self._first_widths[HistoryColumn.TIME] += em(self, _AFTER_TIME)
        self._given = dict(self._first_widths)
        for column in HistoryColumn:
            self.setColumnWidth(column, self._first_widths[column])
        entries.rowsInserted.connect(self._on_entries)
        entries.modelReset.connect(self._on_entries)
        self._on_entries()
        self.selectionModel().selectionChanged.connect(self.selected)

    def selected_entry(self) -> HistoryEntry | None:
        """The selected one."""
        rows = self.selectionModel().selectedRows()
        return self._entries.entry_at(rows[0].row()) if rows else None

    def select(self, number: int) -> bool:
        """Select the entry of that number and bring it into view; `False` if it is not shown."""
        row = self._entries.row_of(number)
        if row < 0:
            return False
        index = self._entries.index(row, HistoryColumn.TIME)
        self.selectRow(row)
        self.scrollTo(index)
        return True

    def select_first(self) -> None:
        """Select the newest, so that the arrow keys begin there and the details show something."""
        self.selectRow(0)

    def own_widths(self) -> dict[int, int]:
        """The widths that a person gave to columns; what was done takes what the others leave."""
        return {int(column): self.columnWidth(column) for column in self._set_by_person()}

    def set_widths(self, widths: Mapping[int, int]) -> None:
        """Have these columns so wide."""
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._stretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What there is to spare goes to names, then to what was done, which gives way where there is little."""
        super().resizeEvent(event)
        self._stretch()

    @Slot()
    def _on_entries(self) -> None:
        """There may be longer names, or the first user."""
        self.setColumnHidden(HistoryColumn.USER, not self._entries.longest(HistoryColumn.USER))
        self._stretch()

    def _set_by_person(self) -> list[HistoryColumn]:
        columns = (column for column in HistoryColumn if column is not _REST and not self.isColumnHidden(column))
        return [column for column in columns if self.columnWidth(column) != self._given[column]]

    def _stretch(self) -> None:
        """Names get the room that they need before what was done gets the rest: two models may begin alike."""
        theirs = self._set_by_person()
        columns = [column for column in HistoryColumn if not self.isColumnHidden(column)]
        usual: dict[int, int] = {
            column: self.columnWidth(column) if column in theirs else self._first_widths[column] for column in columns
        }
        usual[_REST] = min(usual[_REST], em(self, _USUAL_WHAT))
        can_grow = [column for column in _NAMES if column not in theirs]
        wanted = usual | {column: self._name_width(column) for column in can_grow}
        usual |= {column: min(usual[column], wanted[column]) for column in can_grow}
        room = self.viewport().width()
        widths = fitted(wanted, {column: usual[column] for column in can_grow}, room, _REST)
        if sum(widths.values()) > room:
            least = min(usual[_REST], em(self, _LEAST_WHAT))
            widths = usual | {_REST: max(least, room - sum(usual.values()) + usual[_REST])}
        for column in columns:
            self.setColumnWidth(column, widths[column])
            if column not in theirs:
                self._given[column] = widths[column]

    def _name_width(self, column: HistoryColumn) -> int:
        """As wide as a column of names needs, within reason; where no name is known yet, as is usual."""
        names = self._entries.longest(column)
        needed = first_width(self, column, names) if names else self._first_widths[column]
        return min(needed, em(self, _WIDEST_NAME))
