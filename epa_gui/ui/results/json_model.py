"""JSON as a tree: names, values, and the values in these, found as they are opened."""

import itertools
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.joining import labelled
from epa_gui.ui.base.spoken_rows import SPOKEN_ROLES, SpokenRows, cursor_came

Index = QModelIndex | QPersistentModelIndex

_AT_ONCE = 500
"""Values of one list that are added when somebody has scrolled to its end."""

_LONGEST = 300
_LONGEST_TIP = 2000


@dataclass(eq=False, slots=True)
class _Node:
    """One value, where it stands, and those of its own that were looked at."""

    name: str
    value: Any
    row: int = 0
    parent: "_Node | None" = None
    children: list["_Node"] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.value) if isinstance(self.value, dict | list) else 0


class JsonModel(SpokenRows, QAbstractItemModel):
    """One document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node("", None)

    def show(self, value: Any) -> None:
        """Show a document as `json` reads it; a single value is its own only row."""
        self.beginResetModel()
        self._root = _Node("", value if isinstance(value, dict | list) else [value])
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """A value that was looked at."""
        node = self._node(parent)
        if 0 <= row < len(node.children) and 0 <= column < 2:
            return self.createIndex(row, column, node.children[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """The value it stands in."""
        above = self._node(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Values that were looked at."""
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """Name and value."""
        return 2

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Whether there are values in it."""
        return parent.column() <= 0 and self._node(parent).count > 0

    def canFetchMore(self, parent: Index) -> bool:
        """Whether some were not looked at."""
        node = self._node(parent)
        return len(node.children) < node.count

    def fetchMore(self, parent: Index) -> None:
        """Look at some more."""
        node = self._node(parent)
        first = len(node.children)
        last = min(node.count, first + _AT_ONCE) - 1
        if last < first:
            return
        self.beginInsertRows(parent, first, last)
        if isinstance(node.value, dict):
            pairs = list(itertools.islice(node.value.items(), first, last + 1))
        else:
            pairs = [(str(place), node.value[place]) for place in range(first, last + 1)]
        node.children += [_Node(name, value, first + place, node) for place, (name, value) in enumerate(pairs)]
        self.endInsertRows()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the columns are."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Name") if section == 0 else self.tr("Value")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A name or a value."""
        if role in SPOKEN_ROLES:
            return self.spoken(index, role)
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        node = self._node(index)
        text = node.name if index.column() == 0 else self._text(node.value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text[:_LONGEST_TIP])
        return shown(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")

    @Slot(QModelIndex)
    def on_cursor(self, current: QModelIndex) -> None:
        """The cursor is in another cell of the only view."""
        cursor_came(self, current.column())

    def cell_said(self, index: Index) -> str:
        """Somebody else's names and values, as they are shown."""
        return str(self.data(index))

    def row_said(self, index: Index) -> str:
        """A value by its name."""
        name, value = (self.cell_said(index.sibling(index.row(), column)) for column in range(2))
        return labelled(name, value)

    def _node(self, index: Index) -> _Node:
        if not index.isValid():
            return self._root
        node: _Node = index.internalPointer()
        return node

    def _text(self, value: Any) -> str:
        match value:
            case None:
                return "null"
            case bool():
                return "true" if value else "false"
            case str():
                return value
            case dict():
                return fill("{{{0}}}", self.tr("%Ln name(s)", "", len(value)))
            case list():
                return fill("[{0}]", self.tr("%Ln value(s)", "", len(value)))
        return str(value)
