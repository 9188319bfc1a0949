"""A few rows of finished text as a table: what each column says, and all of it at once for a screen reader."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.spoken_rows import SPOKEN_ROLES, SpokenRows, cell_of

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        cells: What stands in each column.
        tip: More than there is room for; empty for nothing.
        drawing: The icon before the first cell that may have one, by its name; empty for none.
        at: The column of that icon.
        is_bold: Whether it is to be seen first.
    """

    cells: tuple[str, ...]
    tip: str = ""
    drawing: str = ""
    at: int = 1
    is_bold: bool = False


class LineModel(SpokenRows, QAbstractTableModel):
    """Headings and lines; whoever has others gives them anew."""

    def __init__(self, headings: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._make_headings = headings
        self._headings = tuple(headings())
        self._lines: tuple[Line, ...] = ()

    def say_headings(self) -> None:
        """In the language of now; the lines are whose they are."""
        self._headings = tuple(self._make_headings())
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headings) - 1)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; what stays the same keeps its selection."""
        new = tuple(lines)
        if len(new) != len(self._lines):
            self.beginResetModel()
            self._lines = new
            self.endResetModel()
            return
        changed = [row for row, (one, other) in enumerate(zip(self._lines, new, strict=True)) if one != other]
        self._lines = new
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._headings) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many headings there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings[section] if is_heading else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.cells[index.column()]
            case Qt.ItemDataRole.DecorationRole:
                return icon(line.drawing) if line.drawing and index.column() == line.at else None
            case Qt.ItemDataRole.FontRole if line.is_bold:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(line.tip or line.cells[index.column()])
        return self.spoken(index, role) if role in SPOKEN_ROLES else None

    def cell_said(self, index: Index) -> str:
        """Short answers beside each other: each is clear by its heading only."""
        return cell_of(self._headings[index.column()], self._lines[index.row()].cells[index.column()])

    def beyond_cells(self, index: Index) -> str:
        """What there is no room for."""
        return self._lines[index.row()].tip
