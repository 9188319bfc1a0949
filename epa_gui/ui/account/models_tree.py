"""The list of an account's models: its columns share the room there is, and the space bar chooses."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from epa_gui.ui.account.box_delegate import BoxDelegate
from epa_gui.ui.account.models_table import LINE_ROLE, Column, Line, ModelsTable, ShownModels
from epa_gui.ui.base.column_widths import first_width, fitted
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.growing import grow
from epa_gui.ui.base.page import em

_NAME = 14.0
_MOST = {Column.NOTE: 20.0, Column.KIND: 16.0, Column.TARGET: 12.0}
"""Columns are as wide as what stands in them, up to so much in heights of the font."""

_BEHIND = 0.6
"""Free behind what stands in a column, in heights of the font: else it would touch the next one."""

_LEAST = {Column.NAME: 8.0, Column.NOTE: 5.0, Column.KIND: 6.0, Column.TARGET: 6.0}
"""Where room is short, these give way."""


class ModelsTree(FlatTree):
    """The models that a search has found, or all.

    Attributes:
        shown: What of the table is shown.
    """

    def __init__(self, table: ModelsTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._wanted: dict[int, int] = {}
        self._least: dict[int, int] = {}
        self.shown = ShownModels(table)
        self.setModel(self.shown)
        self.use_delegate(BoxDelegate(self), Column.NAME)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)
        self.measure()

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Have the boxes grow with the letters."""
        super().initViewItemOption(option)
        grow(option, self)

    def measure(self) -> None:
        """How wide the columns should be for what the lines say now; not on every change, there may be hundreds."""
        header = self.header()
        names = first_width(self, Column.NAME, self._table.longest_texts(Column.NAME), has_icon=True)
        self._wanted = {int(Column.NAME): min(names + em(self, _BEHIND), em(self, _NAME))}
        for column in tuple(Column)[1:]:
            width = first_width(self, column, self._table.longest_texts(column))
            most = em(self, _MOST[column]) if column in _MOST else width
            self._wanted[int(column)] = max(min(width, most), header.sectionSizeHint(column)) + em(self, _BEHIND)
        self._least = {
            int(column): min(self._wanted[column], max(em(self, width), header.sectionSizeHint(column)))
            for column, width in _LEAST.items()
        }
        self._share()

    def _share(self) -> None:
        """Give each column its room; what is to spare goes to the names."""
        for number, width in fitted(self._wanted, self._least, self.viewport().width()).items():
            self.setColumnWidth(number, width)

    def line_at(self, row: int) -> Line | None:
        """The line in a row, from the top of what is shown."""
        line = self.shown.index(row, 0).data(LINE_ROLE)
        return line if isinstance(line, Line) else None

    def select_model(self, number: int) -> None:
        """Select a model, if it is shown."""
        row = self.shown.mapFromSource(self._table.index(self._table.row_of(number), 0)).row()
        if row >= 0:
            self.selectRow(row)

    def select_first_chosen(self) -> None:
        """Put the cursor on the first model that is chosen; else on the first."""
        lines = [self.line_at(row) for row in range(self.shown.rowCount())]
        chosen = (row for row, line in enumerate(lines) if line and self._table.is_chosen(line.model.model_id))
        self.selectRow(next(chosen, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more or less room for the columns."""
        super().resizeEvent(event)
        if self._wanted:
            self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar chooses the row that has the cursor, wherever in it the cursor is."""
        index = self.currentIndex().siblingAtColumn(Column.NAME)
        if event.key() != Qt.Key.Key_Space or not index.isValid():
            super().keyPressEvent(event)
            return
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            is_checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
            self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)
