"""What is in one column, counted as the rows come by.

Almost every field is looked at by something that runs in C over many of them: a counter, while there are few different
values; a set of dates that were seen before; one regular expression over many fields at once. Only what these do not
settle is looked at one by one.
"""

from collections import Counter
from collections.abc import Sequence

from epa_gui.core.dataset import type_inference
from epa_gui.core.dataset.column_kinds import LONGEST_LABEL, Common, is_odd_date
from epa_gui.core.dataset.first_rows import A_POINT, FIRST_ROWS, FirstRows
from epa_gui.core.dataset.many_values import ManyValues
from epa_gui.core.dataset.type_inference import EMPTY, NUMBER
from epa_gui.core.jobs.profile import ColumnType

MOST_CLASSES = 200
"""The service supports no more classes. Source: its console manual."""

MORE_CLASSES = MOST_CLASSES + 1
"""Stands for more different values than that, however many; and for long texts."""

MOST_LABELS = MOST_CLASSES + 1
"""A column with more different values, the empty one among them, is no column of classes."""

_BYTES_OF_A_LABEL = 200
_FEW_OTHERS = 2
_FEW_NEW = 16
_EMPTY_TOGETHER = 4096


class Column(ManyValues):
    """Counts of one column. Rows have the numbers their table gives them.

    Every field is looked at in the first rows; further ones only where it tells something: in a column of texts nothing
    comes of it, in one of numbers or dates each other field does.

    Attributes:
        name: Its name.
        labels: The first row of each different value; `None` once there are too many.
        hidden: What nobody sees in its fields.
        rows: Fields so far, empty ones among them.
        words: The different texts, with the row of the first one, while they are few; else `None`.
        order: Where dates have the day first, or the month.
    """

    __slots__ = (
        "_counts",
        "_different",
        "_first_different",
        "_first_odd_dates",
        "_is_tallied",
        "_known",
        "_known_of",
        "_look_at",
        "_main",
        "_of_main_kind",
        "_others",
        "labels",
    )

    def __init__(self, name: str, common: Common) -> None:
        super().__init__(name, common)
        self.labels: dict[str, int] | None = {}
        self._counts: Counter[str] = Counter()
        self._known: set[str] = set()
        self._known_of = 0
        self._main = ""
        self._of_main_kind: Counter[str] = Counter()
        self._others: list[str] = []
        self._is_tallied = True
        self._different: int | None = None
        self._look_at = FIRST_ROWS
        self._first_odd_dates = 0
        self._first_different: int | None = None

    def add(self, fields: Sequence[str], first_row: int) -> None:
        """Count the fields of some rows, of which the first has the number `first_row`."""
        while self.rows + len(fields) >= self._look_at:  # always after the same rows, however they come
            count = self._look_at - self.rows
            self._add(fields[:count], first_row)
            self._look()
            fields, first_row = fields[count:], first_row + count
        if fields:
            self._add(fields, first_row)

    def add_empty(self, count: int, row: int) -> None:
        """Count rows without fields, the first of which has the number `row`."""
        for done in range(0, count, _EMPTY_TOGETHER):
            self.add(("",) * min(_EMPTY_TOGETHER, count - done), row + done)

    def _add(self, fields: Sequence[str], first_row: int) -> None:
        self.rows += len(fields)
        if self.labels is not None:
            self._add_to_labels(self.labels, fields, first_row)
        elif self._is_closed:
            self._add_closed(fields, first_row)
        else:
            self._add_many(fields, first_row)

    def _look(self) -> None:
        """See what is worth counting from here on."""
        self._look_at *= 2
        if self._first_kinds is None:
            self._tally()
            if self.labels is not None:
                self._first.look_at(self.labels, "\n".join(self.labels) + "\n")
            self._first_kinds = Counter(self._kinds)
            self._first_odd_dates = self._odd_dates
            self._first_different = self._first.close()
        if self.labels is None and not self._is_closed:
            self._close_unless_alike()

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
        if len(new) <= _FEW_NEW and len(labels) != self._known_of:  # while more come, they need not be known
            self._know(labels)

    def _has_room_for(self, new: set[str], there: int) -> bool:
        count = there + len(new)
        if count > MOST_LABELS or max(map(len, new)) > LONGEST_LABEL:
            self._different = MORE_CLASSES
            return False
        return count <= self._common.always_kept or sum(map(_size, new)) <= self._common.room_for_labels

    def _know(self, labels: dict[str, int]) -> None:
        """While nearly all labels are of one kind, the few others can be counted, and the rest are of that kind."""
        kinds = {label: self._kind_of(label) for label in labels}
        self._main = Counter(kinds.values()).most_common(1)[0][0]
        self._others = [label for label, kind in kinds.items() if kind != self._main or is_odd_date(label, kind)]
        self._known = set(labels) if len(self._others) <= _FEW_OTHERS else set()
        self._known_of = len(labels)

    def _forget_labels(self, labels: dict[str, int]) -> None:
        self._tally()
        self._common.room_for_labels += sum(map(_size, labels))
        text = "\n".join(labels) + "\n"
        self._look_for_points(text)
        if self._first_kinds is None:
            self._first.look_at(labels, text)
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
        self.words = {}
        if not self._of_main_kind and type_inference.are_numbers("\n".join(self.labels) + "\n"):
            empty = self._counts[""]
            first = next(filter(None, self.labels), "")
            if first:
                self._note(NUMBER, first, self.labels[first], self._counts.total() - empty)
            if empty:
                self._note(EMPTY, "", self.labels[""], empty)
            return
        for label, row in self.labels.items():
            self._note(self._kind_of(label), label, row, self._counts[label])

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
    def has_empty(self) -> bool:
        """Whether a field is empty; quicker than how many are."""
        return "" in self.labels if self.labels is not None else self._kinds[EMPTY] > 0

    @property
    def empty(self) -> int:
        """How many fields are empty."""
        return self.kinds[EMPTY]

    @property
    def filled(self) -> int:
        """How many are not."""
        return self.rows - self.empty

    @property
    def looked_at(self) -> int:
        """Of how many of these it is known what they are."""
        return self.kinds.total() - self.kinds[EMPTY]

    @property
    def type(self) -> ColumnType:
        """What the service takes it for: one field among the first rows that is something else makes it text."""
        kinds = self.first_kinds
        filled = [kind for kind, count in kinds.items() if count and kind != EMPTY]
        if not filled:
            return self.main_type
        if filled == [NUMBER]:
            return ColumnType.NUMBER
        is_date = len(filled) == 1 and type_inference.is_listed_date(filled[0])
        return ColumnType.DATE if is_date and not self.first_odd_dates else ColumnType.TEXT

    @property
    def main_type(self) -> ColumnType:
        """What most fields are."""
        types = self.by_type()
        return max(types, key=types.__getitem__) if types else ColumnType.EMPTY

    @property
    def first_kinds(self) -> Counter[str]:
        """How many of the first rows are of each kind."""
        return self.kinds if self._first_kinds is None else self._first_kinds

    @property
    def first_odd_dates(self) -> int:
        """How many dates among the first rows are out of the years the service knows."""
        return self.odd_dates if self._first_kinds is None else self._first_odd_dates

    @property
    def first_different(self) -> int | None:
        """How many different values the first rows have; `None` if that is not known."""
        if self._first_kinds is not None:
            return self._first_different
        return self._first.different if self.labels is None else self.different

    @property
    def first(self) -> FirstRows:
        """What the first rows have in common."""
        if self._first_kinds is not None or self.labels is None:
            return self._first
        first = FirstRows(is_followed=False)
        first.look_at(self.labels, "\n".join(self.labels) + "\n")
        return first

    @property
    def is_known_whole(self) -> bool:
        """Whether every field was looked at, so that it is known what there is."""
        return not self._is_closed

    @property
    def has_points(self) -> bool:
        """Whether a number may have a decimal point: known as long as every field is looked at."""
        if self.labels is not None:
            return any(A_POINT.search(label) for label in self.labels)
        return self._has_points

    @property
    def different(self) -> int | None:
        """How many different values there are; `MORE_CLASSES` stands for more, `None` for not known."""
        if self.labels is None:
            return self._different
        return min(MORE_CLASSES, len(self.labels) - ("" in self.labels))

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

    def values(self) -> dict[str, int]:
        """The different values that are not empty, with the row each first occurs in; none if too many."""
        return {label: row for label, row in (self.labels or {}).items() if label}

    def classes(self) -> dict[str, int]:
        """The different values that are not empty, with the row each first occurs in; none if too many.

        Values that hardly repeat are names or measurements, not classes.
        """
        found = self.values()
        return found if len(found) * 2 <= self.filled else {}


def _size(label: str) -> int:
    """Bytes it takes to keep a label, not exactly."""
    return _BYTES_OF_A_LABEL + 2 * len(label)
