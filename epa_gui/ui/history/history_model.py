"""The history as a table: all entries that were read, newest first, and those among them that fit a search."""

import json
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import Any, TypeVar, overload

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QStandardItemModel

from epa_gui.core.history.event import Author, Detail, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.jobs.metric import SIGNIFICANT_DIGITS
from epa_gui.core.text.foreign_text import shown, without_isolates
from epa_gui.ui.base.column_widths import longest
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.spoken_rows import SPOKEN_ROLES, SpokenRows, cell_of, clear_cell
from epa_gui.ui.history.event_text import Group, event_sentence, group_of, when_text

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex

_T = TypeVar("_T")


class HistoryColumn(IntEnum):
    """What is shown of each entry."""

    TIME = 0
    MODEL = auto()
    JOB = auto()
    WHAT = auto()
    USER = auto()


_NAMES = (HistoryColumn.MODEL, HistoryColumn.JOB, HistoryColumn.USER)


def heading(column: HistoryColumn) -> str:
    """A column's title."""
    return {
        HistoryColumn.TIME: translate("History", "Time"),
        HistoryColumn.MODEL: translate("History", "Model"),
        HistoryColumn.JOB: translate("History", "Job"),
        HistoryColumn.WHAT: translate("History", "What was done"),
        HistoryColumn.USER: translate("History", "User"),
    }[column]


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show of the history.

    Attributes:
        words: Text of which each word has to stand somewhere in an entry; empty for all.
        model: The identity of a model; empty for all.
        group: What it has to be about; `None` for everything.
    """

    words: str = ""
    model: str = ""
    group: Group | None = None

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return not self.words.split() and not self.model and self.group is None


_Row = tuple[Any, ...]
"""An entry, and what is asked of it again and again, made once: the columns below.

Plain tuples of plain values: Python's collector leaves them alone, where 50,000 objects of our own would make it hold
the window for a tenth of a second now and then (measured).
"""

_NUMBER, _MODEL, _GROUP, _FOLDED, _SENTENCE, _AT, _KIND, _MODEL_NAME, _JOB, _JOB_NAME = range(10)
_DETAILS, _LOCAL, _USER, _VERSION, _PREVIOUS, _SHA256 = range(10, 16)


class _Unpacked(Sequence[_T]):
    """Rows as what they were made of, each made when it is asked for: in the thread that asks."""

    def __init__(self, rows: Sequence[_Row], unpack: Callable[[_Row], _T]) -> None:
        self._rows = rows
        self._unpack = unpack

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[_T]:
        return map(self._unpack, self._rows)

    @overload
    def __getitem__(self, which: int) -> _T: ...
    @overload
    def __getitem__(self, which: slice) -> "_Unpacked[_T]": ...
    def __getitem__(self, which: int | slice) -> "_T | _Unpacked[_T]":
        if isinstance(which, slice):
            return _Unpacked(self._rows[which], self._unpack)
        return self._unpack(self._rows[which])


class EventsByModel:
    """All that was done about each of some models, or to the whole list, oldest first.

    Sorted out, in one pass, when it is gone through: in the thread that does so.
    """

    def __init__(self, rows: Sequence[_Row], shown: Sequence[_Row]) -> None:
        self._rows = rows
        self._shown = shown

    def __iter__(self) -> Iterator[tuple[str, Sequence[HistoryEvent]]]:
        found: dict[str, list[_Row]] = {row[_MODEL]: [] for row in self._shown if row[_MODEL]}
        restored = EventKind.LIST_RESTORED.value
        for row in reversed(self._rows):
            if row[_KIND] == restored:
                for rows in found.values():
                    rows.append(row)
            elif row[_MODEL] in found:
                found[row[_MODEL]].append(row)
        return ((model, _Unpacked(rows, _event)) for model, rows in found.items())


class HistoryModel(SpokenRows, QStandardItemModel):
    """The list of what was done. Filtering looks at texts made when an entry came, so it costs one pass over them.

    Qt's own model keeps the count of rows, without an item in any: a tree asks for the place of each row whenever one
    is added, and 50,000 answers from Python take a tenth of a second, Qt's own five milliseconds (measured).
    """

    def __init__(self) -> None:
        super().__init__(0, len(HistoryColumn))
        self._coming: list[_Row] = []
        self.rowsInserted.connect(self._on_inserted)  # before anybody else hears of it
        self._rows: list[_Row] = []
        self._shown: list[_Row] = []
        self._filter = Filter()
        self._names: dict[str, str] = {}
        self._longest: dict[HistoryColumn, set[str]] = {}

    # What is in it

    def add_page(self, entries: Sequence[HistoryEntry]) -> None:
        """Take in entries older than all that are here, newest first; those that are here already are passed over."""
        oldest = self.oldest_number()
        rows = [_row(entry) for entry in entries if oldest is None or entry.number < oldest]
        self._rows += rows
        self._note_longest(rows)
        for row in rows:
            self._names.setdefault(row[_MODEL], row[_MODEL_NAME])
        fitting = _fitting(rows, self._filter)
        if fitting:
            self._coming = fitting
            self.insertRows(len(self._shown), len(fitting))

    def add_new(self, entries: Iterable[HistoryEntry]) -> None:
        """Take in what was written just now, oldest first; what is here already is passed over."""
        newest = self._rows[0][_NUMBER] if self._rows else 0
        rows = [_row(entry) for entry in entries if entry.number > newest][::-1]
        self._rows[:0] = rows
        self._note_longest(rows)
        self._names |= {row[_MODEL]: row[_MODEL_NAME] for row in reversed(rows)}
        fitting = _fitting(rows, self._filter)
        if fitting:
            self._coming = fitting
            self.insertRows(0, len(fitting))

    def _note_longest(self, rows: list[_Row]) -> None:
        """Before anybody hears of the rows."""
        for column in _NAMES:
            texts = {_text_of(row, column) for row in rows} | self._longest.get(column, set())
            self._longest[column] = longest(texts - {""})

    def clear(self) -> None:
        """Forget all entries, not the filter."""
        self._rows, self._names, self._longest = [], {}, {}
        self._show([])

    def set_filter(self, wanted: Filter) -> None:
        """Show what fits."""
        if wanted == self._filter:
            return
        self._filter = wanted
        self._show(_fitting(self._rows, wanted))

    @Slot(QModelIndex, int, int)
    def _on_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        self._shown[first:first] = self._coming
        self._coming = []

    def _show(self, rows: list[_Row]) -> None:
        self.beginResetModel()
        self._shown = rows
        with QSignalBlocker(self):
            self.setRowCount(len(rows))
        self.endResetModel()

    def _found(self, wanted: Filter) -> list[_Row]:
        return self._shown[:] if wanted == self._filter else _fitting(self._rows, wanted)

    # What others ask

    @property
    def filter(self) -> Filter:
        """What is shown."""
        return self._filter

    def total(self) -> int:
        """How many entries were read, shown or not."""
        return len(self._rows)

    def found(self, wanted: Filter) -> Sequence[HistoryEntry]:
        """The entries that fit, newest first, as they are now, whatever is shown."""
        return _Unpacked(self._found(wanted), _entry)

    def longest(self, column: HistoryColumn) -> set[str]:
        """The longest of the names that stand in a column of them, shown or not; none where no entry has one."""
        return self._longest.get(column, set())

    def newest(self) -> HistoryEntry | None:
        """The last entry of the history; `None` if there is none, or nothing was read yet."""
        return _entry(self._rows[0]) if self._rows else None

    def oldest_number(self) -> int | None:
        """The number of the oldest entry that was read."""
        return self._rows[-1][_NUMBER] if self._rows else None

    def entry_at(self, row: int) -> HistoryEntry | None:
        """The entry in a row of the table."""
        return _entry(self._shown[row]) if 0 <= row < len(self._shown) else None

    def row_of(self, number: int) -> int:
        """The row of the entry of that number, or -1 if it is not shown."""
        row = bisect_left(self._shown, -number, key=_from_the_end)
        return row if row < len(self._shown) and self._shown[row][_NUMBER] == number else -1

    def find(self, number: int) -> HistoryEntry | None:
        """The entry of that number, shown or not; if it is missing, the first one after it."""
        later = bisect_right(self._rows, -number, key=_from_the_end)
        return _entry(self._rows[later - 1]) if later else None

    def entry_of(self, at: float, kind: EventKind, job: str) -> HistoryEntry | None:
        """The newest entry of that event, shown or not."""
        wanted = (at, kind.value, job)
        return next((_entry(row) for row in self._rows if (row[_AT], row[_KIND], row[_JOB]) == wanted), None)

    def events_of(self, model: str) -> Sequence[HistoryEvent]:
        """All that was done about one model, or to the whole list, oldest first, whatever is shown."""
        restored = EventKind.LIST_RESTORED.value
        return _Unpacked([row for row in self._rows if row[_MODEL] == model or row[_KIND] == restored][::-1], _event)

    def events_by_model(self, wanted: Filter) -> EventsByModel:
        """The same for each of the models among what fits, as it is now; the order is that of the entries."""
        return EventsByModel(self._rows[:], self._found(wanted))

    def model_names(self) -> dict[str, str]:
        """What the models in the history were called last, by identity."""
        return {model: name for model, name in self._names.items() if model}

    # What Qt asks

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return heading(HistoryColumn(section))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, by role."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(self._text(index))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._text(index))
        return self.spoken(index, role) if role in SPOKEN_ROLES else None

    def cell_said(self, index: Index) -> str:
        """Names alone do not say whose they are."""
        text, column = self._text(index), HistoryColumn(index.column())
        is_clear = column in {HistoryColumn.TIME, HistoryColumn.WHAT}
        return clear_cell(text) if is_clear else cell_of(heading(column), text)

    def _text(self, index: Index) -> str:
        return _text_of(self._shown[index.row()], HistoryColumn(index.column()))


def _fitting(rows: list[_Row], wanted: Filter) -> list[_Row]:
    """Those that fit, in a new list. One pass for each thing looked for: 50,000 entries take a few milliseconds."""
    fitting = rows[:]
    if wanted.model:
        fitting = [row for row in fitting if row[_MODEL] == wanted.model]
    if wanted.group is not None:
        fitting = [row for row in fitting if row[_GROUP] == wanted.group.value]
    for word in _folded(wanted.words).split():
        fitting = [row for row in fitting if word in row[_FOLDED]]
    return fitting


def _text_of(row: _Row, column: HistoryColumn) -> str:
    text: str
    match column:
        case HistoryColumn.TIME:
            text = when_text(row[_AT])
        case HistoryColumn.MODEL:
            text = row[_MODEL_NAME]
        case HistoryColumn.JOB:
            text = row[_JOB_NAME] or row[_JOB]
        case HistoryColumn.WHAT:
            text = row[_SENTENCE]
        case HistoryColumn.USER:
            text = row[_USER]
    return text


def _row(entry: HistoryEntry) -> _Row:
    event, author = entry.event, entry.author
    sentence, group = event_sentence(event), group_of(event.kind)
    looked_for = [sentence, event.model_name, event.job_name, event.job]
    looked_for += [str(entry.number), entry.local, author.user, author.version, entry.sha256]
    looked_for += [_as_looked_for(value) for value in event.details.values()]
    return (
        *(entry.number, event.model, group.value if group else "", _folded("\n".join(looked_for)), sentence),
        *(event.at, event.kind.value, event.model_name, event.job, event.job_name, json.dumps(dict(event.details))),
        *(entry.local, author.user, author.version, entry.previous, entry.sha256),
    )


def _as_looked_for(value: Detail) -> str:
    """A detail as somebody who sees it would type it."""
    if isinstance(value, str):
        return value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value} {value:.{SIGNIFICANT_DIGITS}g}" if is_number else ""


def _entry(row: _Row) -> HistoryEntry:
    author = Author(row[_USER], row[_VERSION])
    return HistoryEntry(row[_NUMBER], _event(row), row[_LOCAL], author, row[_PREVIOUS], row[_SHA256])


def _event(row: _Row) -> HistoryEvent:
    named = row[_MODEL], row[_MODEL_NAME], row[_JOB], row[_JOB_NAME]
    return HistoryEvent(EventKind(row[_KIND]), row[_AT], *named, json.loads(row[_DETAILS]))


def _from_the_end(row: _Row) -> int:
    return -int(row[_NUMBER])


def _folded(text: str) -> str:
    """Without regard to case, and to the width of Japanese and Latin letters."""
    return unicodedata.normalize("NFKC", without_isolates(text)).casefold()
