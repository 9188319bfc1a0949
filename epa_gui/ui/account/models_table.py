"""The account's models as a table with boxes: a model that is told, and a filter over it."""

import heapq
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal

from epa_gui.core.account.account_model import AccountModel
from epa_gui.core.text.foreign_text import isolated, shown
from epa_gui.ui.account import account_text
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.speaking import Words
from epa_gui.ui.base.spoken_rows import SPOKEN_ROLES, SpokenRows, cell_of, clear_cell

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

LINE_ROLE = Role.UserRole + 1


class Column(IntEnum):
    """What is told of a model."""

    NAME = 0
    NOTE = auto()
    KIND = auto()
    TARGET = auto()
    UPDATED = auto()
    API = auto()


_MOST_READ, _MOST_MEASURED = 60, 10

_COLUMNS = tuple(Column)
"""By their numbers: making a member of an enumeration takes long where it is done for every cell."""

_PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_WITH_BOX = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable


class LineState(StrEnum):
    """How a model stands to the list here."""

    FREE = "free"
    NEW = "new"
    MAYBE_ISSUED = "maybe issued"
    """The program ended while a key was issued for it, and nobody kept that key."""
    LISTED = "listed"
    WAITING = "waiting"
    UNDER_WAY = "under way"
    ADDED = "added"
    FAILED = "failed"


_CHOOSABLE = frozenset({LineState.FREE, LineState.NEW, LineState.MAYBE_ISSUED, LineState.FAILED})


@dataclass(frozen=True, slots=True)
class Line:
    """One model of the account.

    Attributes:
        model: As the service tells it.
        state: How it stands to the list here.
        has_api: Whether it has a prediction API; `None` if nobody knows.
        name_here: What it is called in the list here, where it is there.
        reason: Makes why it could not be added.
    """

    model: AccountModel
    state: LineState = LineState.FREE
    has_api: bool | None = None
    name_here: str = ""
    reason: Words = field(default=str, compare=False)

    @property
    def can_be_chosen(self) -> bool:
        """Whether it can be added."""
        return self.state in _CHOOSABLE


class ModelsTable(SpokenRows, QAbstractTableModel):
    """A line for each model; the boxes are part of the lines, so that a search takes none away.

    Signals:
        chosen_changed: Others are chosen than before.
    """

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._rows: dict[int, int] = {}
        self._searched: list[str] = []
        self._chosen: set[int] = set()

    def show_lines(self, lines: Iterable[Line], chosen: Collection[int] = ()) -> None:
        """Show these; of those that were chosen before, or are told here, all that can be are chosen."""
        self.beginResetModel()
        self._lines = list(lines)
        self._rows = {line.model.model_id: row for row, line in enumerate(self._lines)}
        self._searched = [_searched_text(line.model) for line in self._lines]
        wanted = self._chosen | set(chosen)
        self._chosen = {line.model.model_id for line in self._lines if line.can_be_chosen} & wanted
        self.endResetModel()
        self.chosen_changed.emit()

    def change(self, number: int, state: LineState, *, name_here: str = "", reason: Words = str) -> None:
        """Another state of one model."""
        row = self._rows.get(number)
        if row is None:
            return
        line = replace(self._lines[row], state=state, name_here=name_here, reason=reason)
        self._lines[row] = line
        if not line.can_be_chosen:
            self._chosen.discard(number)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(_COLUMNS) - 1))
        self.chosen_changed.emit()

    def show_apis(self, has_api: Mapping[int, bool | None]) -> None:
        """What is known now of prediction APIs, by number."""
        self._lines = [replace(line, has_api=has_api.get(line.model.model_id)) for line in self._lines]
        if self._lines:
            self.dataChanged.emit(self.index(0, Column.API), self.index(len(self._lines) - 1, Column.API))

    def say_again(self) -> None:
        """In the language of now."""
        self._searched = [_searched_text(line.model) for line in self._lines]
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_COLUMNS) - 1)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(_COLUMNS) - 1))

    def lines(self) -> tuple[Line, ...]:
        """All of them."""
        return tuple(self._lines)

    def has_words(self, row: int, words: Iterable[str]) -> bool:
        """Whether a line has all these words, which are lower case, in what is looked through."""
        text = self._searched[row]
        return all(word in text for word in words)

    def listed_count(self) -> int:
        """How many are in the list here already."""
        return sum(line.state in {LineState.LISTED, LineState.ADDED} for line in self._lines)

    def longest_texts(self, column: Column) -> list[str]:
        """The longest of what stands in a column in the first lines: to measure hundreds would hold the window up."""
        texts = {_text(line, column) for line in self._lines[:_MOST_READ]}
        return heapq.nlargest(_MOST_MEASURED, texts, key=_bytes)

    def line_of(self, number: int) -> Line | None:
        """The one of that number."""
        row = self._rows.get(number)
        return self._lines[row] if row is not None else None

    def row_of(self, number: int) -> int:
        """Where it is; -1 for nowhere."""
        return self._rows.get(number, -1)

    def chosen(self) -> tuple[AccountModel, ...]:
        """The models to add, in their order."""
        return tuple(line.model for line in self._lines if line.model.model_id in self._chosen)

    def is_chosen(self, number: int) -> bool:
        """Whether that one is."""
        return number in self._chosen

    def choose(self, numbers: Iterable[int], *, is_chosen: bool) -> None:
        """Choose these that can be chosen, or choose them no more."""
        can_be = {each for each in numbers if each in self._rows and self._lines[self._rows[each]].can_be_chosen}
        wanted = self._chosen | can_be if is_chosen else self._chosen - can_be
        if wanted == self._chosen:
            return
        self._chosen = wanted
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 0), [Role.CheckStateRole])
        self.chosen_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many models there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The name of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return account_text.column_name(Column(section).name)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """One that is in the list already can be looked at, but not chosen."""
        has_box = not index.column() and self._lines[index.row()].can_be_chosen
        return _WITH_BOX if has_box else _PLAIN

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], _COLUMNS[index.column()]
        if role == Role.DisplayRole:
            return _text(line, column)
        if role == Role.ToolTipRole:
            reason = line.reason() if column is Column.NOTE else ""
            return plain_tip(reason or _text(line, column))
        if role == LINE_ROLE:
            return line
        if role in SPOKEN_ROLES:
            return self.spoken(index, role)
        return self._box(line) if column is Column.NAME and role == Role.CheckStateRole else None

    def cell_said(self, index: Index) -> str:
        """What is predicted, since when and with what needs its column's name."""
        line, column = self._lines[index.row()], _COLUMNS[index.column()]
        is_clear = column in {Column.NAME, Column.NOTE, Column.KIND}
        text = _text(line, column)
        return clear_cell(text) if is_clear else cell_of(account_text.column_name(column.name), text)

    def beyond_cells(self, index: Index) -> str:
        """Why a model could not be added, but for the first line, which its note says."""
        return isolated(self._lines[index.row()].reason().partition("\n")[2])

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Choose a model, or choose it no more."""
        if role != Role.CheckStateRole:
            return False
        number = self._lines[index.row()].model.model_id
        self.choose([number], is_chosen=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _box(self, line: Line) -> Qt.CheckState:
        is_there = line.state in {LineState.LISTED, LineState.ADDED, LineState.WAITING, LineState.UNDER_WAY}
        is_checked = is_there or line.model.model_id in self._chosen
        return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked


class ShownModels(QSortFilterProxyModel):
    """The lines whose name, column or number has all words that are searched for."""

    def __init__(self, table: ModelsTable) -> None:
        super().__init__(table)
        self._words: tuple[str, ...] = ()
        self._table = table
        self.setSourceModel(table)

    def search(self, text: str) -> None:
        """Show the lines with these words."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Whether a line has the words."""
        return self._table.has_words(row, self._words)

    def numbers(self) -> list[int]:
        """The service's numbers of those shown that can be chosen."""
        return [
            line.model.model_id
            for row, line in enumerate(self._table.lines())
            if line.can_be_chosen and self._table.has_words(row, self._words)
        ]


def _bytes(text: str) -> int:
    """How long a text is, roughly: the letters of Japanese are wider, and take more bytes."""
    return len(text.encode(errors="replace"))


def _searched_text(model: AccountModel) -> str:
    """What is looked through: name, column to predict, number."""
    return f"{model.name or account_text.unnamed(model.model_id)} {model.target} {model.model_id}".casefold()


def _text(line: Line, column: Column) -> str:
    """What a cell shows."""
    model = line.model
    texts = {
        Column.NAME: lambda: shown(model.name) or account_text.unnamed(model.model_id),
        Column.KIND: lambda: account_text.kind_text(model),
        Column.TARGET: lambda: shown(model.target),
        Column.UPDATED: lambda: account_text.updated_text(model),
        Column.API: lambda: account_text.api_text(line.has_api),
        Column.NOTE: lambda: account_text.note_text(
            line.state.value, line.name_here if line.name_here != model.name else "", line.reason()
        ),
    }
    return texts[column]()
