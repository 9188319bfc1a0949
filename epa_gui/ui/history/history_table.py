"""The table of what was done, newest first."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from epa_gui.core.history.event import HistoryEntry
from epa_gui.ui.base.column_widths import first_width
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.page import em
from epa_gui.ui.history.history_model import HistoryColumn, HistoryModel
from epa_gui.ui.history.usual_texts import history_texts

_LEAST_WHAT = 16
"""Heights of the font that what was done keeps: enough to tell one kind of entry from another."""


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
        for column in HistoryColumn:
            self.setColumnWidth(column, self._first_widths[column])
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
        others = (column for column in HistoryColumn if column is not HistoryColumn.WHAT)
        widths = {int(column): self.columnWidth(column) for column in others}
        return {column: width for column, width in widths.items() if width != self._first_widths[HistoryColumn(column)]}

    def set_widths(self, widths: Mapping[int, int]) -> None:
        """Have these columns so wide."""
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._stretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What there is to spare goes to what was done, which gives way where there is little: details have it."""
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        others = sum(self.columnWidth(column) for column in HistoryColumn if column is not HistoryColumn.WHAT)
        spare = self.viewport().width() - others
        least = min(self._first_widths[HistoryColumn.WHAT], em(self, _LEAST_WHAT))
        self.setColumnWidth(HistoryColumn.WHAT, max(least, spare))
