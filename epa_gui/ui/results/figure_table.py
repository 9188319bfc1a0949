"""The figures of a picture as a table: for who cannot see it, and for copying."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from epa_gui.core.results.pictures.figures import FigureTable
from epa_gui.core.text.foreign_text import shown
from epa_gui.ui.base.column_widths import first_width
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.row_delegate import AFTER_FIGURES, RowDelegate, keep_apart
from epa_gui.ui.base.spoken_rows import SPOKEN_ROLES, SpokenRows, cell_of, clear_cell

Index = QModelIndex | QPersistentModelIndex

_MOST_MEASURED = 200
_NARROWEST, _WIDEST = 5, 22
"""Of a column of figures, and of any column at first, in heights of the font."""


class FigureTableModel(SpokenRows, QAbstractTableModel):
    """A `FigureTable`, with words on the left and figures on the right.

    Also where it stands for a picture it is told by rows: a confusion matrix has a row for each of its cells here.
    """

    def __init__(self, words: frozenset[int], clear: frozenset[int]) -> None:
        super().__init__()
        self._table = FigureTable((), ())
        self.words = words
        self._clear = clear
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
            heading = self._table.headings[section]
            return heading if section in self.words else heading + AFTER_FIGURES
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._table.headings[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A figure as people read it."""
        text = self._table.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return shown(text)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case Qt.ItemDataRole.DecorationRole if self._icons and index.column() == len(self._table.headings) - 1:
                name = self._icons[index.row()]
                return icon(name) if name else None
        return self.spoken(index, role) if role in SPOKEN_ROLES else None

    def cell_said(self, index: Index) -> str:
        """A figure is nothing without what it is of."""
        text, column = self._table.rows[index.row()][index.column()], index.column()
        heading = self._table.headings[column]
        return clear_cell(text) if column in self._clear or not heading else cell_of(heading, text)

    def text_of(self, rows: list[int]) -> str:
        """Rows as tab-separated text, with the headings."""
        chosen = [self._table.headings, *(self._table.rows[row] for row in rows)]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in chosen)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if column in self.words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter


class _Cells(RowDelegate):
    """Keeps figures apart from what is on their right."""

    def add_to(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002  the option says it
        """Have nothing touch a figure."""
        keep_apart(option)


class FigureTableView(FlatTree):
    """Shows the figures. Ctrl+C copies the chosen rows, or all.

    Args:
        name: What it is, for a screen reader.
        words: The columns that hold words; the others hold figures, which stand on the right.
        clear: The columns whose words are clear to who hears them without the heading.
    """

    def __init__(
        self, name: str, words: Iterable[int] = (0,), *, clear: Iterable[int] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needed: dict[int, int] = {}
        self._figures = FigureTableModel(frozenset(words), frozenset(clear))
        self.setModel(self._figures)
        self.use_delegate(_Cells(self))
        self.setAccessibleName(name)
        self._fit_icons()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def changeEvent(self, event: QEvent) -> None:
        """Other letters, and the icons beside them."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_icons()

    def _fit_icons(self) -> None:
        """As high as the letters beside them: a small icon of the style does not grow."""
        side = round(self.fontMetrics().height() * 0.95)
        self.setIconSize(QSize(side, side))

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
        self._needed = {}
        for column, heading in enumerate(table.headings):
            are_words = column in self._figures.words
            texts = [heading, *(row[column] for row in table.rows[:_MOST_MEASURED])]
            if not are_words:
                texts = [text + AFTER_FIGURES for text in texts]
            has_icon = bool(icons) and column == len(table.headings) - 1
            width = min(first_width(self, column, texts, has_icon=has_icon), em * _WIDEST)
            self._needed[column] = width if are_words else max(width, em * _NARROWEST)
            self.setColumnWidth(column, self._needed[column])
        self._stretch_words()
        if table.rows:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate  # the cursor is there, and nothing is marked
            self.selectionModel().setCurrentIndex(self._figures.index(0, 0), flag)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._stretch_words()

    def _stretch_words(self) -> None:
        """Where the last column holds figures, the first of words has what is left: no heading ends before its list."""
        words = min(self._figures.words & self._needed.keys(), default=None)
        if words is None or self.header().stretchLastSection():
            return
        others = sum(self.columnWidth(column) for column in self._needed if column != words)
        self.setColumnWidth(words, max(self._needed[words], self.viewport().width() - others))

    def height_of_rows(self, most: int) -> int:
        """How high it is with all of its rows, or with so many of them."""
        rows = max(1, min(self._figures.rowCount(), most))
        row = self.sizeHintForRow(0) if self._figures.rowCount() else self.fontMetrics().height()
        return self.header().sizeHint().height() + row * rows + 2 * self.frameWidth()

    @Slot()
    def copy(self) -> None:
        """Copy the chosen rows as tab-separated text."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = chosen or list(range(self._figures.rowCount()))
        QGuiApplication.clipboard().setText(self._figures.text_of(rows))
