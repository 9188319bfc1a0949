"""What is in one column, counted as the rows come by.

Almost every field is looked at by something that runs in C over many of them: a counter, while there are few different
values; a set of dates that were seen before; one regular expression over many fields at once. Only what these do not
settle is looked at one by one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from epa_gui.core.dataset import type_inference
from epa_gui.core.dataset.day_order import DayOrder, has_order
from epa_gui.core.dataset.first_rows import A_POINT, FIRST_ROWS, MOST_FOLLOWED, FirstRows
from epa_gui.core.dataset.hidden_fields import HiddenFields
from epa_gui.core.dataset.type_inference import EMPTY, NUMBER, TEXT
from epa_gui.core.jobs.profile import ColumnType

MOST_CLASSES = 200
"""The service supports no more classes. Source: its console manual."""

MORE_CLASSES = MOST_CLASSES + 1
"""Stands for more different values than that, however many; and for long texts."""

MOST_LABELS = MOST_CLASSES + 1
"""A column with more different values, the empty one among them, is no column of classes."""

LONGEST_LABEL = 200
MOST_WORDS = 5
"""Different words that may stand among numbers or dates for something missing."""

_ROOM_FOR_LABELS = 1 << 23
_ALWAYS_KEPT = 16
_BYTES_OF_A_LABEL = 200
_FEW_OTHERS = 2
_FEW_NEW = 16
_NOTHING = re.compile("(?!)")
_EMPTY_TOGETHER = 4096
_MOST_DATES = 10_000
_MOST_REMEMBERED = 10_000
_SHARE_OF_THE_SAME = 0.8
_SHARE_BESIDE_WORDS = 0.1
"""How many fields are to be numbers, or dates, for the others to be worth counting: in general, and where the others
are the same few words again and again."""


class Common:
    """What the columns of one table share, so that many columns do not take more memory than few.

    Attributes:
        kind_of_short: Says what a short field is, and remembers it.
        dates: Dates in range that were seen before, by their format.
        orders: What orders of day and month are among these.
        room_for_labels: Bytes left for keeping labels.
        always_kept: Labels of a column that are kept even where there is no room.
        followed: Columns whose first values may still be kept.
        may_hold_strays: Whether the text that the next fields are of holds characters that nobody sees.
    """

    def __init__(self) -> None:
        self.kind_of_short = lru_cache(_MOST_REMEMBERED)(type_inference.kind_of)
        self.dates: defaultdict[str, set[str]] = defaultdict(set)
        self.orders: defaultdict[str, set[str]] = defaultdict(set)
        self.room_for_labels = _ROOM_FOR_LABELS
        self.always_kept = _ALWAYS_KEPT
        self.followed = MOST_FOLLOWED
        self.may_hold_strays = True


class Column:
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
        "_common",
        "_counts",
        "_different",
        "_examples",
        "_first",
        "_first_different",
        "_first_kinds",
        "_first_odd_date",
        "_first_odd_dates",
        "_first_rows",
        "_has_commas",
        "_has_points",
        "_is_closed",
        "_is_tallied",
        "_kinds",
        "_known",
        "_known_of",
        "_look_at",
        "_made",
        "_made_for",
        "_main",
        "_odd_dates",
        "_of_main_kind",
        "_others",
        "_same",
        "_swapped",
        "hidden",
        "labels",
        "name",
        "order",
        "rows",
        "words",
    )

    def __init__(self, name: str, common: Common) -> None:
        self.name = name
        self.labels: dict[str, int] | None = {}
        self.hidden = HiddenFields()
        self.rows = 0
        self.words: dict[str, int] | None = {}
        self.order = DayOrder()
        self._common = common
        self._counts: Counter[str] = Counter()
        self._known: set[str] = set()
        self._known_of = 0
        self._main = ""
        self._of_main_kind: Counter[str] = Counter()
        self._others: list[str] = []
        self._is_tallied = True
        self._kinds: Counter[str] = Counter()
        self._first_rows: dict[str, int] = {}
        self._examples: dict[str, str] = {}
        self._odd_dates = 0
        self._first_odd_date = (0, "")
        self._different: int | None = None
        self._look_at = FIRST_ROWS
        common.followed -= 1
        self._first = FirstRows(is_followed=common.followed >= 0)
        self._first_kinds: Counter[str] | None = None
        self._first_odd_dates = 0
        self._first_different: int | None = None
        self._is_closed = False
        self._same: frozenset[str] = frozenset()
        self._swapped: dict[str, str] = {}
        self._has_commas = False
        self._has_points = False
        self._made_for = ("", 0)
        self._made: tuple[re.Pattern[str], tuple[str, ...]] = (_NOTHING, ())

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
            empty = fields.count("")
            if empty:
                self._note(EMPTY, "", first_row + fields.index(""), empty)
            if self._common.may_hold_strays and not self.hidden.row:
                self.hidden.look("\n".join(fields) + "\n", fields, first_row)
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

    def _close_unless_alike(self) -> None:
        filled = self.kinds.total() - self.kinds[EMPTY]
        if not filled:
            return
        main, _ = max(((kind, count) for kind, count in self._kinds.items() if kind != EMPTY), key=itemgetter(1))
        numbers = {kind for kind in self._kinds if type_inference.is_number(kind)}
        same = frozenset({main} if type_inference.is_date(main) else numbers)
        share = sum(self._kinds[kind] for kind in same) / filled
        words = self.words or {}
        are_words = bool(words) and all(kind in same or kind in {EMPTY, TEXT} for kind in self._kinds)
        self._same = same
        self._made_for = ("", 0)
        self._is_closed = share < (_SHARE_BESIDE_WORDS if are_words else _SHARE_OF_THE_SAME)
        self._swapped = {}
        if are_words and not self._is_closed:
            usual = self._examples[max(same, key=self._kinds.__getitem__)]
            self._swapped = {word: usual for word in words if "\n" not in word}

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
        self._others = [label for label, kind in kinds.items() if kind != self._main or _is_odd_date(label, kind)]
        self._known = set(labels) if len(self._others) <= _FEW_OTHERS else set()
        self._known_of = len(labels)

    def _forget_labels(self, labels: dict[str, int]) -> None:
        self._tally()
        self._common.room_for_labels += sum(map(_size, labels))
        if self._first_kinds is None:
            self._first.look_at(labels, "\n".join(labels) + "\n")
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

    # Many different values

    def _add_many(self, fields: Sequence[str], first_row: int) -> None:
        main = self._main_kind(fields, first_row)
        dates = self._common.dates[main] if type_inference.is_date(main) else None
        is_settled = self._first_kinds is not None and self._common.orders[main] <= self.order.first.keys()
        if dates and is_settled and dates.issuperset(fields):
            self._kinds[main] += len(fields)
            self._take_out_empty(main, fields, first_row)
            return
        text = "\n".join(fields) + "\n"
        if self._first_kinds is None:
            self._first.look_at(fields, text)
        elif self._swapped:
            if main == NUMBER and self._add_digits_and_words(fields, text, first_row):
                return
            text = self._without_words(main, fields, text, first_row)
        self._look_for_hidden(text, fields, first_row)
        if not main or text.count("\n") != len(fields):
            self._add_each(fields, first_row)
            return
        if dates is not None and has_order(main):
            self.order.look_at(text, first_row)
        self._look_for_points(text)
        if main == NUMBER and type_inference.are_digits(text, len(fields)):
            self._kinds[main] += len(fields)
        elif self._add_runs(main, text, first_row) and dates is not None and len(dates) < _MOST_DATES:
            dates.update(fields)
            self._common.orders[main].update(self.order.first)
        if text.startswith("\n") or "\n\n" in text:
            self._take_out_empty(main, fields, first_row)

    def _look_for_points(self, text: str) -> None:
        if self._has_commas and not self._has_points:
            self._has_points = A_POINT.search(text) is not None

    def _look_for_hidden(self, text: str, fields: Sequence[str], first_row: int) -> None:
        """What nobody sees makes a number a text."""
        if TEXT in self._kinds:
            self.hidden.look(text, fields, first_row)

    def _main_kind(self, fields: Sequence[str], first_row: int) -> str:
        """The most frequent kind so far, or that of the first field there is; empty if there is none."""
        kinds = self._kinds
        if self._same and len(self._same) == 1:
            return next(iter(self._same))
        known = self._same or kinds.keys() - {EMPTY}
        if known:
            return max(sorted(known), key=kinds.__getitem__)
        first = next(filter(None, fields), "")
        kind = self._kind_of(first)
        if kind == EMPTY:
            return ""
        self._note(kind, first, first_row + fields.index(first), 0)
        return kind

    def _add_digits_and_words(self, fields: Sequence[str], text: str, first_row: int) -> bool:
        """Count plain numbers and the words that were seen among them; false if there is anything else."""
        words = type_inference.words_among_digits(text, fields, self._swapped)
        if words is None:
            return False
        self._kinds[NUMBER] += len(fields) - words
        self._kinds[TEXT] += words
        self._take_out_empty(NUMBER, fields, first_row)
        return True

    def _without_words(self, main: str, fields: Sequence[str], text: str, first_row: int) -> str:
        """Count the words that were seen among these fields, and put an ordinary field in place of each."""
        for word, usual in self._swapped.items():
            swapped = "\n" + text
            for _ in range(2):  # of two words in a row, the first time leaves the second one
                swapped = swapped.replace(f"\n{word}\n", f"\n{usual}\n")
            longer = len(usual) - len(word)  # what counts is how much the text has grown: looking at each takes longer
            count = (len(swapped) - 1 - len(text)) // longer if longer else fields.count(word)
            if count:
                self._note(TEXT, "", first_row, count)
                self._kinds[main] -= count
                text = swapped[1:]
        return text

    def _take_out_empty(self, main: str, fields: Sequence[str], first_row: int) -> None:
        """Empty fields were counted with the main kind."""
        empty = fields.count("")
        if empty:
            self._kinds[main] -= empty
            self._note(EMPTY, "", first_row + fields.index(""), empty)

    def _add_runs(self, main: str, text: str, first_row: int) -> bool:
        """Count the lines of a text, as many at once as are of one kind. True if all are of the main one or empty."""
        pattern, kinds = self._pattern(main)
        is_all_main = True
        for run in pattern.finditer(text):
            start, end = run.span()
            if run.lastindex:
                kind = kinds[run.lastindex - 1]
                self._kinds[kind] += text.count("\n", start, end)
                if kind == TEXT and self.words is not None:
                    self._add_words(text[start : end - 1].split("\n"), first_row + text.count("\n", 0, start))
                if end - start == len(text):
                    return run.lastindex == 1
                is_all_main = is_all_main and run.lastindex == 1
            else:
                field = text[start : end - 1]
                kind = self._kind_of(field)
                self._note(kind, field, first_row + text.count("\n", 0, start), 1)
                is_all_main = is_all_main and kind == main and not _is_odd_date(field, kind)
        return is_all_main

    def _pattern(self, main: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
        """What finds runs of fields of one kind, and the kinds of its groups; made anew once more kinds are known."""
        key = (main, len(self._kinds))
        if self._made_for != key:
            self._made_for = key
            examples = self._examples
            first = {kind: examples.get(kind, "") for kind in (main, *sorted(self._same - {main}))}
            others = {
                kind: examples.get(kind, "") if type_inference.is_number(kind) and kind != NUMBER else ""
                for kind in self._kinds
                if kind not in first and kind != EMPTY
            }
            self._made = (type_inference.pattern_for_many(first, others), (main, *others))
        return self._made

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
        if kind == TEXT and field and self.words is not None:
            self._add_words((field,), row)
        if type_inference.is_date(kind):
            if has_order(kind):
                self.order.look_at(field + "\n", row)
            if _is_odd_date(field, kind):
                if not self._odd_dates or row < self._first_odd_date[0]:
                    self._first_odd_date = (row, field)
                self._odd_dates += count

    def _add_words(self, fields: Iterable[str], first_row: int) -> None:
        words = self.words
        for row, field in enumerate(fields, first_row):
            if words is None or field in words:
                continue
            if len(words) == MOST_WORDS or len(field) > LONGEST_LABEL:
                self.words = words = None
            else:
                words[field] = row

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
        """Whether a number may have a decimal point: known of columns with decimal commas, else of the first rows."""
        if self.labels is not None:
            return any(A_POINT.search(label) for label in self.labels)
        return self._has_points or self._first.have_points

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


def _is_odd_date(field: str, kind: str) -> bool:
    return type_inference.is_date(kind) and not type_inference.year_is_in_range(field)


def _size(label: str) -> int:
    """Bytes it takes to keep a label, not exactly."""
    return _BYTES_OF_A_LABEL + 2 * len(label)
