"""The figures of a picture as a table: for who cannot see it, and for copying."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QWidget

from epa_gui.core.results.pictures.figures import FigureTable
from epa_gui.core.text.foreign_text import shown
from epa_gui.ui.base.column_widths import first_width
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.icons import icon

Index = QModelIndex | QPersistentModelIndex

_MOST_MEASURED = 200
_WIDEST = 22
"""Of a column at first, in heights of the font."""


class FigureTableModel(QAbstractTableModel):
    """A `FigureTable`, with words on the left and figures on the right."""

    def __init__(self, words: frozenset[int]) -> None:
        super().__init__()
        self._table = FigureTable((), ())
        self.words = words
        self._icons: tuple[str, ...] = ()

    def show(self, table: FigureTable, icons: tuple[str, ...] = ()) -> None:
        """Show these figures, with icons before the last column's words."""
        self.beginResetModel()
        self._table, self._icons = table, icons
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows of figures."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What is told of each."""
        return 0 if parent.isValid() else len(self._table.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the columns are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.headings[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A figure as people read it."""
        text = self._table.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return shown(text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._table.headings[index.column()]}: {shown(text)}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case Qt.ItemDataRole.DecorationRole if self._icons and index.column() == len(self._table.headings) - 1:
                name = self._icons[index.row()]
                return icon(name) if name else None
        return None

    def text_of(self, rows: list[int]) -> str:
        """Rows as tab-separated text, with the headings."""
        chosen = [self._table.headings, *(self._table.rows[row] for row in rows)]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in chosen)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if column in self.words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter


class FigureTableView(FlatTree):
    """Shows the figures. Ctrl+C copies the chosen rows, or all.

    Args:
        name: What it is, for a screen reader.
        words: The columns that hold words; the others hold figures, which stand on the right.
    """

    def __init__(self, name: str, words: Iterable[int] = (0,), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = FigureTableModel(frozenset(words))
        self.setModel(self._figures)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def show_table(self, table: FigureTable, icons: tuple[str, ...] = ()) -> None:
        """Show these figures, each column as wide as it needs.

        Args:
            table: What is shown.
            icons: For each row the icon before the last column's words; none at all for a table without.
        """
        self._figures.show(table, icons)
        # Words may have what room is left; a figure stands beside the others.
        self.header().setStretchLastSection(len(table.headings) - 1 in self._figures.words)
        em = self.fontMetrics().height()
        for column, heading in enumerate(table.headings):
            texts = [heading, *(row[column] for row in table.rows[:_MOST_MEASURED])]
            self.setColumnWidth(column, min(first_width(self, column, texts, has_icon=bool(icons)), em * _WIDEST))
        if table.rows:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate  # the cursor is there, and nothing is marked
            self.selectionModel().setCurrentIndex(self._figures.index(0, 0), flag)

    @Slot()
    def copy(self) -> None:
        """Copy the chosen rows as tab-separated text."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = chosen or list(range(self._figures.rowCount()))
        QGuiApplication.clipboard().setText(self._figures.text_of(rows))
