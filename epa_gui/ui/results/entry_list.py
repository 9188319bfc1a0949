"""The list of what is in a results file."""

from enum import IntEnum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from epa_gui.core.results.archive_entry import Entry
from epa_gui.core.text.foreign_text import shown
from epa_gui.ui.base import formatting
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.spoken_rows import SPOKEN_ROLES, SpokenRows, clear_cell
from epa_gui.ui.results.entry_text import kind_word, trouble_sentence, trouble_word

Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EntryColumn(IntEnum):
    """What is told of each."""

    NAME = 0
    KIND = auto()
    SIZE = auto()
    TROUBLE = auto()


class EntryListModel(SpokenRows, QAbstractTableModel):
    """All entries, in the file's own order."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def names(self) -> list[str]:
        """What all of them are called, as it is shown."""
        return [shown(entry.name) for entry in self._entries]

    def entry(self, row: int) -> Entry | None:
        """The one in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Entries."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As in `EntryColumn`."""
        return 0 if parent.isValid() else len(EntryColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the columns are."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == EntryColumn.SIZE else None
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            EntryColumn.NAME: self.tr("File"),
            EntryColumn.KIND: self.tr("Kind"),
            EntryColumn.SIZE: self.tr("Size"),
            EntryColumn.TROUBLE: self.tr("Note"),
        }
        return names[EntryColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is told of one."""
        entry, column = self._entries[index.row()], EntryColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(entry, column)
            case Qt.ItemDataRole.TextAlignmentRole if column is EntryColumn.SIZE:
                return _RIGHT
            case Qt.ItemDataRole.ToolTipRole:
                return formatting.plain_tip("\n".join([shown(entry.name), *map(trouble_sentence, entry.troubles)]))
            case Qt.ItemDataRole.DecorationRole if column is EntryColumn.NAME and entry.troubles:
                return icon("attention" if entry.can_be_read else "failed")
        return self.spoken(index, role) if role in SPOKEN_ROLES else None

    def cell_said(self, index: Index) -> str:
        """All of it is clear by itself."""
        return clear_cell(self._text(self._entries[index.row()], EntryColumn(index.column())))

    def beyond_cells(self, index: Index) -> str:
        """What the note has no room for."""
        return sentences(*map(trouble_sentence, self._entries[index.row()].troubles))

    def _text(self, entry: Entry, column: EntryColumn) -> str:
        match column:
            case EntryColumn.NAME:
                return shown(entry.name)
            case EntryColumn.KIND:
                return kind_word(entry.kind)
            case EntryColumn.SIZE:
                return formatting.size(entry.size)
            case EntryColumn.TROUBLE:
                return trouble_word(entry.troubles[0]) if entry.troubles else ""
