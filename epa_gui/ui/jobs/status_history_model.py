"""The status history of one job, newest first."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from epa_gui.core.jobs.job import StatusEntry
from epa_gui.core.text.foreign_text import isolated
from epa_gui.ui.base import formatting
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.spoken_rows import SPOKEN_ROLES, SpokenRows

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex


class StatusHistoryModel(SpokenRows, QAbstractTableModel):
    """When what was seen."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._entries: list[StatusEntry] = []

    def clear(self) -> None:
        """Show nothing, since another job is looked at."""
        self.beginResetModel()
        self._entries = []
        self.endResetModel()

    def show(self, entries: Iterable[StatusEntry]) -> None:
        """Show what was read, given oldest first, below what was added while it was being read."""
        self.beginResetModel()
        read = list(entries)[::-1]
        self._entries = [entry for entry in self._entries if entry not in read] + read
        self.endResetModel()

    def add(self, entry: StatusEntry) -> None:
        """Put a new one on top."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._entries.insert(0, entry)
        self.endInsertRows()

    def say_again(self) -> None:
        """Another language: everything reads differently."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._entries:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many changes there were."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Time and what was seen."""
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (translate("History", "Time"), translate("History", "Status"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return formatting.plain_tip(formatting.full_moment(entry.at) if index.column() == 0 else _text(entry))
        if role in SPOKEN_ROLES:
            return self.spoken(index, role)
        return self.cell_said(index) if role == Qt.ItemDataRole.DisplayRole else None

    def cell_said(self, index: Index) -> str:
        """When, or what: both are clear by themselves."""
        entry = self._entries[index.row()]
        return formatting.moment(entry.at, self._clock()) if index.column() == 0 else _text(entry)


def _text(entry: StatusEntry) -> str:
    if entry.problem:
        return problem_words(entry.problem).happened
    return " – ".join(isolated(part) for part in (entry.status, entry.message) if part)
