"""What a screen reader hears of the row a person is in: all of it, once.

It is told of one cell, the one with the cursor, and what it makes of that differs:

* NVDA, Narrator and VoiceOver say what this cell is called, and nothing of the rest of its row. So it is called by the
  whole row: a sentence.
* Orca, the screen reader of Linux, says every cell of the row by itself and then the description of the one with the
  cursor (Orca 43, `Generator._generateTableCellRow`; its setting "Speak full row in GUI tables", on at first). It would
  say a sentence beside all the cells the sentence is made of. So there each cell says its own part of the sentence,
  and what is described is only what no cell tells.

Nowhere does any other cell say the row: all of them can go from cell to cell, or read one under the pointer, and would
say the same again and again. Which cell has the cursor the view tells, as the arrow keys go down any column.

That is for records: short rows of different things. In a grid of somebody's data, such as the rows of a file, a cell
counts by itself, and a row may have a thousand: see `SpokenGrid`.
"""

import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractProxyModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractButton, QTableView

from epa_gui.core.text.foreign_text import fill, isolated
from epa_gui.ui.base.joining import labelled, listed
from epa_gui.ui.base.speaking import speak

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex

SPOKEN_ROLES = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)
"""What `SpokenRows.spoken` answers."""


def says_cells_itself(platform: str) -> bool:
    """Whether the screen reader of this system says all cells of a row by itself.

    Args:
        platform: As `sys.platform`.
    """
    return platform not in {"win32", "darwin"}


SAYS_CELLS = says_cells_itself(sys.platform)


class _Cursor:
    """Where the cursor of a model's view is.

    Attributes:
        cursor_column: The column; the first until anybody has been in the view.
        hidden_columns: Those that are not shown.
    """

    cursor_column: int = 0
    hidden_columns: Collection[int] = frozenset()


if TYPE_CHECKING:

    class _Model(_Cursor, QAbstractItemModel):
        """What `SpokenRows` is mixed into."""
else:
    _Model = _Cursor


class SpokenRows(_Model):
    """Mixed into a model of records, for its `data` to ask `spoken`; see the module."""

    def cell_said(self, index: Index) -> str:
        """One cell: its text, with its column's name where the text alone would be unclear; empty for nothing."""
        raise NotImplementedError

    def beyond_cells(self, index: Index) -> str:  # noqa: ARG002  most rows have nothing else
        """What there is to say of a row that none of its cells tells, or none that is shown."""
        return ""

    def row_said(self, index: Index) -> str:
        """The whole row as a sentence."""
        columns = range(self.columnCount(index.parent()))
        cells = (self.cell_said(index.sibling(index.row(), column)) for column in columns)
        return listed(*cells, self.beyond_cells(index))

    def spoken(self, index: Index, role: int) -> str | None:
        """What `data` answers to one of the `SPOKEN_ROLES`; nothing means that the cell's own text is said."""
        has_cursor = index.column() == self.cursor_column
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (self.row_said(index) if has_cursor and not SAYS_CELLS else self.cell_said(index)) or None
        return self.beyond_cells(index) or None if has_cursor and SAYS_CELLS else None


def cell_of(heading: str, text: str) -> str:
    """A cell whose text alone would be unclear, with its column's name; empty where it tells nothing."""
    return labelled(heading, text) if text not in {"", "–"} else ""


def clear_cell(text: str) -> str:
    """A cell whose text says what it is; empty where it tells nothing."""
    return isolated(text) if text != "–" else ""


def cursor_came(model: QAbstractItemModel, column: int, hidden: Collection[int] = frozenset()) -> None:
    """Tell a model, below however many filters, which column of its view has the cursor.

    Args:
        model: The view's model.
        column: The column; negative for none, in which case the last one stays.
        hidden: The columns that are not shown.
    """
    while isinstance(model, QAbstractProxyModel):
        model = model.sourceModel()
    if isinstance(model, _Cursor) and column >= 0:
        model.cursor_column, model.hidden_columns = column, hidden


def name_corner(table: QTableView) -> None:
    """Name the button where the headings of a grid meet: Qt gives it no name."""
    corners = table.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def name() -> None:
        for corner in corners:
            corner.setAccessibleName(translate("SpokenRows", "Select all cells"))
            corner.setToolTip(row_number_tip())

    speak(table, name)


def row_number_tip() -> str:
    """What the numbers at the side of a grid are: the first row of data has number 2."""
    return translate("SpokenRows", "Row number in the file, where the row of column names is counted too")


class SpokenGrid(_Model):
    """Mixed into a model of somebody's data, for its `data` to ask `cell_said`: a cell with its column and its row.

    Orca says the name of a column by itself when the cursor comes into it, and the values of the whole row when it
    comes into that: there only the cell with the cursor says in which row it is, and the others their value.
    """

    def cell_said(self, index: Index) -> str:
        """A cell: its column, the number of its row, and its value as it is shown."""
        value = str(self.data(index) or "") or translate("SpokenRows", "blank")
        row = str(self.headerData(index.row(), Qt.Orientation.Vertical))
        if SAYS_CELLS:
            has_cursor = index.column() == self.cursor_column
            text = translate("SpokenRows", "row {0}: {1}", "number of the row, value")
            return fill(text, row, value) if has_cursor else value
        heading = str(self.headerData(index.column(), Qt.Orientation.Horizontal)).partition("\n")[0]
        text = translate("SpokenRows", "{0}, row {1}: {2}", "column, number of the row, value")
        return fill(text, heading, row, value)
