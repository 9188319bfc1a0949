"""The table of what was done, newest first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from epa_gui.jobs.act import Entry
from epa_gui.models.act_model import ActModel, Column

_WIDTHS = {Column.TIME: 17, Column.WHAT: 60, Column.MODEL: 20, Column.JOB: 24, Column.USER: 12}
"""Widths at first, in characters of the window's font."""


class HistoryTable(QTableView):
    """One entry a row.

    Signals:
        selected: Another entry was selected, or none.
        painting, painted: The rows are about to be painted, or have been: hundreds of calls into Python.
    """

    selected = Signal()
    painting = Signal()
    painted = Signal()

    def __init__(self, entries: ActModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self.setModel(entries)
        self.setAccessibleName(self.tr("History"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(int(self.fontMetrics().height() * 1.75))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in Column:
            self.setColumnWidth(column, self._first_width(column))
        self.selectionModel().selectionChanged.connect(self.selected)

    def selected_entry(self) -> Entry | None:
        """The selected one."""
        rows = self.selectionModel().selectedRows()
        return self._entries.entry_at(rows[0].row()) if rows else None

    def select(self, number: int) -> bool:
        """Select the entry of that number and bring it into view; `False` if it is not shown."""
        row = self._entries.row_of(number)
        if row < 0:
            return False
        index = self._entries.index(row, Column.TIME)
        self.setCurrentIndex(index)
        self.selectRow(row)
        self.scrollTo(index)
        return True

    def select_first(self) -> None:
        """Select the newest, so that the arrow keys begin there and the details show something."""
        self.setCurrentIndex(self._entries.index(0, Column.TIME))
        self.selectRow(0)

    def _first_width(self, column: Column) -> int:
        return _WIDTHS[column] * self.fontMetrics().averageCharWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What there is to spare goes to what was done."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(column) for column in Column if column not in {Column.WHAT, Column.USER})
        spare = self.viewport().width() - others - self._first_width(Column.USER)
        self.setColumnWidth(Column.WHAT, max(self._first_width(Column.WHAT), spare))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and say so."""
        self.painting.emit()
        super().paintEvent(event)
        self.painted.emit()
