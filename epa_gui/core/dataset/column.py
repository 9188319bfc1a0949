"""What is in one column, counted as the rows come by.

Almost every field is looked at by something that runs in C over many of them: a counter, while there are few different
values; a set of dates that were seen before; one regular expression over many fields at once. Only what these do not
settle is looked at one by one.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from epa_gui.core.dataset import type_inference
from epa_gui.core.dataset.hidden_fields import HiddenFields
from epa_gui.core.dataset.type_inference import EMPTY, NUMBER, TEXT
from epa_gui.core.jobs.profile import ColumnType

MOST_LABELS = 100
"""A column with more different values is no column of classes."""

LONGEST_LABEL = 200
_ROOM_FOR_LABELS = 1 << 23
_BYTES_OF_A_LABEL = 200
_FEW_OTHERS = 2
_MOST_DATES = 10_000
_MOST_REMEMBERED = 10_000


class Common:
    """What the columns of one table share, so that many columns do not take more memory than few.

    Attributes:
        kind_of_short: Says what a short field is, and remembers it.
        dates: Dates in range that were seen before, by their format.
        room_for_labels: Bytes left for keeping labels.
    """

    def __init__(self) -> None:
        self.kind_of_short = lru_cache(_MOST_REMEMBERED)(type_inference.kind_of)
        self.dates: defaultdict[str, set[str]] = defaultdict(set)
        self.room_for_labels = _ROOM_FOR_LABELS


class Column:
    """Counts of one column. Rows have the numbers their table gives them.

    Attributes:
        name: Its name.
        labels: The first row of each different value; `None` once there are too many.
        hidden: What nobody sees in its fields.
    """

    __slots__ = (
        "_common",
        "_counts",
        "_examples",
        "_first_odd_date",
        "_first_rows",
        "_is_tallied",
        "_kinds",
        "_known",
        "_main",
        "_odd_dates",
        "_of_main_kind",
        "_others",
        "hidden",
        "labels",
        "name",
    )

    def __init__(self, name: str, common: Common) -> None:
        self.name = name
        self.labels: dict[str, int] | None = {}
        self.hidden = HiddenFields()
        self._common = common
        self._counts: Counter[str] = Counter()
        self._known: set[str] = set()
        self._main = ""
        self._of_main_kind: Counter[str] = Counter()
        self._others: list[str] = []
        self._is_tallied = True
        self._kinds: Counter[str] = Counter()
        self._first_rows: dict[str, int] = {}
        self._examples: dict[str, str] = {}
        self._odd_dates = 0
        self._first_odd_date = (0, "")

    def add(self, fields: Sequence[str], first_row: int) -> None:
        """Count the fields of some rows, of which the first has the number `first_row`."""
        if self.labels is not None:
            self._add_to_labels(self.labels, fields, first_row)
        else:
            self._add_many(fields, first_row)

    def add_empty(self, count: int, row: int) -> None:
        """Count rows without fields, the first of which has the number `row`."""
        if self.labels is None:
            self._note(EMPTY, "", row, count)
        else:
            self._counts[""] += count
            self.labels.setdefault("", row)
            self._is_tallied = False

    # Few different values: how often each occurs is counted, and what they are is looked at when somebody asks.

    def _add_to_labels(self, labels: dict[str, int], fields: Sequence[str], first_row: int) -> None:
        self._is_tallied = False
        counts = self._counts
        if self._known.issuperset(fields):
            others = 0
            for label in self._others:
                count = fields.count(label)
                counts[label] += count
                others += count
            self._of_main_kind[self._main] += len(fields) - others
            return
        new = set(fields).difference(labels)
        if new and not self._has_room_for(new, len(labels)):
            self._forget_labels(labels)
            self._add_many(fields, first_row)
            return
        counts.update(fields)
        if new:
            for row, field in enumerate(fields, first_row):
                labels.setdefault(field, row)
            for label in sorted(new, key=labels.__getitem__):
                self.hidden.look_at_each((label,), labels[label])
            self._common.room_for_labels -= sum(map(_size, new))
            self._know(labels)

    def _has_room_for(self, new: set[str], there: int) -> bool:
        return (
            there + len(new) <= MOST_LABELS
            and max(map(len, new)) <= LONGEST_LABEL
            and sum(map(_size, new)) <= self._common.room_for_labels
        )

    def _know(self, labels: dict[str, int]) -> None:
        """While nearly all labels are of one kind, the few others can be counted, and the rest are of that kind."""
        kinds = {label: self._kind_of(label) for label in labels}
        self._main = Counter(kinds.values()).most_common(1)[0][0]
        self._others = [label for label, kind in kinds.items() if kind != self._main or _is_odd_date(label, kind)]
        self._known = set(labels) if len(self._others) <= _FEW_OTHERS else set()

    def _forget_labels(self, labels: dict[str, int]) -> None:
        self._tally()
        self._common.room_for_labels += sum(map(_size, labels))
        self.labels = None
        self._counts = self._of_main_kind = Counter()
        self._known = set()

    def _tally(self) -> None:
        """Make the counts of kinds of the counts of labels, unless that was done."""
        if self._is_tallied or self.labels is None:
            return
        self._is_tallied = True
        self._kinds = Counter(self._of_main_kind)
        self._first_rows.clear()
        self._odd_dates = 0
        for label, row in self.labels.items():
            self._note(self._kind_of(label), label, row, self._counts[label])

    # Many different values

    def _add_many(self, fields: Sequence[str], first_row: int) -> None:
        main = self._main_kind(fields, first_row)
        dates = self._common.dates[main] if type_inference.is_date(main) else None
        if dates and dates.issuperset(fields):
            self._kinds[main] += len(fields)
            self._take_out_empty(main, fields, first_row)
            return
        text = "\n".join(fields) + "\n"
        if not main or text.count("\n") != len(fields):
            self._add_each(fields, first_row)
            self.hidden.look(text, fields, first_row)
            return
        if main == NUMBER and type_inference.are_digits(text, len(fields)):
            self._kinds[main] += len(fields)
        elif self._add_runs(main, text, first_row) and dates is not None and len(dates) < _MOST_DATES:
            dates.update(fields)
        if TEXT in self._kinds:  # what nobody sees makes a number a text
            self.hidden.look(text, fields, first_row)
        if text.startswith("\n") or "\n\n" in text:
            self._take_out_empty(main, fields, first_row)

    def _main_kind(self, fields: Sequence[str], first_row: int) -> str:
        """The most frequent kind so far, or that of the first field there is; empty if there is none."""
        kinds = self._kinds
        known = [kind for kind in kinds if kind != EMPTY]
        if known:
            return max(known, key=kinds.__getitem__) if len(known) > 1 else known[0]
        first = next(filter(None, fields), "")
        kind = self._kind_of(first)
        if kind == EMPTY:
            return ""
        self._note(kind, first, first_row + fields.index(first), 0)
        return kind

    def _take_out_empty(self, main: str, fields: Sequence[str], first_row: int) -> None:
        """Empty fields were counted with the main kind."""
        empty = fields.count("")
        if empty:
            self._kinds[main] -= empty
            self._note(EMPTY, "", first_row + fields.index(""), empty)

    def _add_runs(self, main: str, text: str, first_row: int) -> bool:
        """Count the lines of a text, as many at once as are of one kind. True if all are of the main one or empty."""
        kinds = (main, *(kind for kind in self._kinds if kind not in {main, EMPTY}))
        for run in type_inference.pattern_for_many(kinds, self._examples.get(main, "")).finditer(text):
            start, end = run.span()
            if run.lastindex:
                self._kinds[kinds[run.lastindex - 1]] += text.count("\n", start, end)
                if end - start == len(text):
                    return run.lastindex == 1
            else:
                field = text[start : end - 1]
                self._note(self._kind_of(field), field, first_row + text.count("\n", 0, start), 1)
        return False

    def _add_each(self, fields: Sequence[str], first_row: int) -> None:
        for row, field in enumerate(fields, first_row):
            self._note(self._kind_of(field), field, row, 1)

    def _kind_of(self, field: str) -> str:
        if len(field) > LONGEST_LABEL:  # too long to remember
            return type_inference.kind_of(field)
        return self._common.kind_of_short(field)

    def _note(self, kind: str, field: str, row: int, count: int) -> None:
        """Count fields of a kind, of which this is the first."""
        self._kinds[kind] += count
        if row < self._first_rows.get(kind, row + 1):
            self._first_rows[kind] = row
            self._examples[kind] = field[:LONGEST_LABEL]
        if _is_odd_date(field, kind):
            if not self._odd_dates:
                self._first_odd_date = (row, field)
            self._odd_dates += count

    # What the counts say

    @property
    def kinds(self) -> Counter[str]:
        """How many fields are of each kind: ``number``, ``text``, ``empty``, or a date format's name."""
        self._tally()
        return self._kinds

    @property
    def first_rows(self) -> dict[str, int]:
        """The first row with each kind."""
        self._tally()
        return self._first_rows

    @property
    def examples(self) -> dict[str, str]:
        """The first field of each kind; shortened."""
        self._tally()
        return self._examples

    @property
    def odd_dates(self) -> int:
        """How many dates are out of the years the service knows."""
        self._tally()
        return self._odd_dates

    @property
    def first_odd_date(self) -> tuple[int, str]:
        """The row and the text of the first of those."""
        self._tally()
        return self._first_odd_date

    @property
    def empty(self) -> int:
        """How many fields are empty."""
        return self.kinds[EMPTY]

    @property
    def filled(self) -> int:
        """How many are not."""
        return self.kinds.total() - self.kinds[EMPTY]

    @property
    def type(self) -> ColumnType:
        """What most fields are."""
        types = self.by_type()
        return max(types, key=types.__getitem__) if types else ColumnType.EMPTY

    def by_type(self) -> Counter[ColumnType]:
        """How many fields are of each type, but for empty ones."""
        found: Counter[ColumnType] = Counter()
        for kind, count in self.kinds.items():
            if kind != EMPTY and count:
                found[type_inference.type_of(kind)] += count
        return found

    def date_formats(self) -> list[str]:
        """The date formats that occur, the most frequent first."""
        return [kind for kind, _ in self.kinds.most_common() if type_inference.is_date(kind)]

    def classes(self) -> dict[str, int]:
        """The different values that are not empty, with the row each first occurs in; none if too many.

        Values that hardly repeat are names or measurements, not classes.
        """
        found = {label: row for label, row in (self.labels or {}).items() if label}
        return found if len(found) * 2 <= self.filled else {}


def _is_odd_date(field: str, kind: str) -> bool:
    return type_inference.is_date(kind) and not type_inference.year_is_in_range(field)


def _size(label: str) -> int:
    """Bytes it takes to keep a label, not exactly."""
    return _BYTES_OF_A_LABEL + 2 * len(label)
