"""What the fields of one column are, counted by kind: the base of what is told of a column."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from epa_gui.core.dataset import type_inference
from epa_gui.core.dataset.day_order import DayOrder, has_order
from epa_gui.core.dataset.first_rows import MOST_FOLLOWED, FirstRows
from epa_gui.core.dataset.hidden_fields import HiddenFields
from epa_gui.core.dataset.type_inference import TEXT

LONGEST_LABEL = 200
MOST_WORDS = 5
"""Different words that may stand among numbers or dates for something missing."""

_ROOM_FOR_LABELS = 1 << 23
_ALWAYS_KEPT = 16
_MOST_REMEMBERED = 10_000


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


class ColumnKinds:
    """How many fields are of each kind, with the first of them. Rows have the numbers their table gives them.

    Attributes:
        name: Its name.
        hidden: What nobody sees in its fields.
        rows: Fields so far, empty ones among them.
        words: The different texts, with the row of the first one, while they are few; else `None`.
        order: Where dates have the day first, or the month.
    """

    __slots__ = (
        "_common",
        "_examples",
        "_first",
        "_first_kinds",
        "_first_odd_date",
        "_first_rows",
        "_kinds",
        "_odd_dates",
        "hidden",
        "name",
        "order",
        "rows",
        "words",
    )

    def __init__(self, name: str, common: Common) -> None:
        self.name = name
        self.hidden = HiddenFields()
        self.rows = 0
        self.words: dict[str, int] | None = {}
        self.order = DayOrder()
        self._common = common
        self._kinds: Counter[str] = Counter()
        self._first_rows: dict[str, int] = {}
        self._examples: dict[str, str] = {}
        self._odd_dates = 0
        self._first_odd_date = (0, "")
        common.followed -= 1
        self._first = FirstRows(is_followed=common.followed >= 0)
        self._first_kinds: Counter[str] | None = None

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
            if is_odd_date(field, kind):
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


def is_odd_date(field: str, kind: str) -> bool:
    """Whether a field of this kind is a date out of the years the service knows."""
    return type_inference.is_date(kind) and not type_inference.year_is_in_range(field)
