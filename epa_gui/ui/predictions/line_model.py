"""A few rows of finished text as a table: what each column says, and all of it at once for a screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.icons import icon

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


class LineModel(QAbstractTableModel):
    """Headings and lines; whoever has others gives them anew."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self._lines: tuple[Line, ...] = ()

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
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                told = [f"{name}: {cell}" for name, cell in zip(self._headings, line.cells, strict=True) if cell]
                return "; ".join([*told, line.tip] if line.tip else told)
        return None
