"""Whether a file's first row is its column names: titles, counts and units around them, or no names at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from epa_gui.core.dataset.dialect import Layout, Record
from epa_gui.core.dataset.row_runs import RowRuns
from epa_gui.core.dataset.type_inference import EMPTY, NUMBER, TEXT, kind_of

_SHOWN = 50
_LOOKED_AT = 60
"""Rows below the names that tell what the columns are."""

_FEWEST_BELOW = 5
_MOST_ABOVE = 15
_LONGEST_NAME = 60
_NEARLY_ALL = 0.95
_MOST = 0.9
_WIDE = 3
_COLUMNS_WITH_KNOWN_VALUES = 4
_FEWEST_COUNTED = 10
_COUNT = re.compile(r"\(?[nN] ?[=:] ?[0-9][0-9,. ]*\)?")
_UNIT = re.compile(
    r"[(\[].{1,12}[)\]]|%|[kKmMcµ]?[mgLlVAWs]|[km]?m[²³23]|°?[CF]|kWh?|[Ee]uro?|EUR|USD|JPY|GBP|CHF|CNY|KRW|[€$¥£]|千?円|人|件|個|年|歳"
)
_DECIMAL_COMMA = re.compile("[-+]?[0-9]+,[0-9]+")
_MISSING = frozenset({"-", "–", "—", "?", ".", "..", "...", "*", "n/a", "na", "nan", "null", "none", "nil", "#n/a"})


class Above(StrEnum):
    """What stands above the column names."""

    NOTHING = ""
    TITLE = "title"
    COUNTS = "counts"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the first rows are.

    Attributes:
        above: What stands above the names.
        run: First and last row of that, blank ones with them.
        text: How it begins.
        has_names: Whether there are column names at all.
        below: A row of units or counts below the names; 0 if there is none.
        below_text: What stands in it.
    """

    above: Above = Above.NOTHING
    run: tuple[int, int] = (0, 0)
    text: str = ""
    has_names: bool = True
    below: int = 0
    below_text: str = ""


def beginning_of(layout: Layout, left_out: RowRuns = ()) -> Beginning:
    """Judge the first rows of a table; those that are left out are not among them."""
    records = layout.records
    if layout.width < 2 or len(records) < 2:
        return Beginning()
    count = _rows_above(records, layout.width)
    if count:
        first, names = records[0], records[count]
        before = max((last for _, last in left_out if last < first.row), default=layout.named_in_row)
        is_title = any(not _is_counts(record.fields) for record in records[:count]) and not _is_size(first, layout)
        text = next((field for field in first.fields if field.strip()), "")[:_SHOWN]
        return Beginning(Above.TITLE if is_title else Above.COUNTS, (before + 1, names.row - 1), text)
    table = _Below(records[1:], layout.width)
    if not table.has_enough:
        return Beginning()
    if _is_data(records[0].fields, table):
        return Beginning(has_names=False, text=", ".join(records[0].fields[:5])[:_SHOWN])
    if _is_no_data(records[1].fields, _Below(records[2:], layout.width)) and _can_be_names(records[0].fields):
        return Beginning(below=records[1].row, below_text=", ".join(filter(None, records[1].fields[:5]))[:_SHOWN])
    return Beginning()


# Above the names


def _rows_above(records: Sequence[Record], width: int) -> int:
    """How many records stand above the one with the names."""
    count = 0
    while count < len(records) and _can_be_above(records[count], width):
        count += 1
    if not 0 < count < min(len(records), _MOST_ABOVE):
        return 1 if _is_size(records[0], width) else 0
    names = records[count]
    if names.width != width:
        return 0
    has_gap = names.row > records[count - 1].row + 1
    is_strong = _is_above_numbers(names.fields, _Below(records[count + 1 :], width))
    is_weak = _can_be_names(names.fields)
    if all(_is_surely_above(record, width, is_strong, is_weak, has_gap) for record in records[:count]):
        return count
    return 0


def _can_be_above(record: Record, width: int) -> bool:
    filled = _filled(record.fields)
    if len(filled) <= 1 or _is_counts(filled):
        return record.width <= width or len(filled) <= 1
    return record.width < width or (len(filled) * 2 <= max(width, 4) and width >= _WIDE and bool(record.fields[0]))


def _is_surely_above(record: Record, width: int, is_strong: bool, is_weak: bool, has_gap: bool) -> bool:  # noqa: FBT001
    filled = _filled(record.fields)
    if is_strong or _is_size(record, width):
        return True
    if record.width == 1:
        return width >= _WIDE or is_weak or has_gap
    if _is_counts(filled) and len(filled) > 1:
        return all(_COUNT.fullmatch(field.strip()) for field in filled)
    if len(filled) <= 1:
        return is_weak and (width >= _WIDE or has_gap)
    is_short = record.width < width and len(filled) * 2 <= max(width, 4)
    return is_weak and is_short and (has_gap or width > _WIDE)


def _is_counts(fields: Sequence[str]) -> bool:
    """Numbers and the like only."""
    filled = _filled(fields)
    return bool(filled) and all(_kind(field) == NUMBER or _COUNT.fullmatch(field.strip()) for field in filled)


def _is_size(record: Record, table: Layout | int) -> bool:
    """The numbers of rows and columns, and perhaps the classes: so some collections of data begin their files."""
    width = table.width if isinstance(table, Layout) else table
    if len(record.fields) < 2 or (record.width == width and _is_counts(record.fields)):
        return False
    rows, columns = record.fields[0].strip(), record.fields[1].strip()
    is_size = rows.isdecimal() and columns.isdecimal() and int(rows[:9]) >= _FEWEST_COUNTED
    return is_size and int(columns[:9]) in {width, width - 1} and width >= _WIDE


# What names are like


class _Below:
    """What is in the rows below a record, column by column."""

    def __init__(self, records: Sequence[Record], width: int) -> None:
        rows = [record.fields for record in records[:_LOOKED_AT] if record.width == width]
        self.has_enough = len(rows) >= _FEWEST_BELOW
        self.columns = [[field for field in column if field.strip()] for column in zip(*rows, strict=False)]
        self._kinds = [[_kind(field) for field in column] for column in self.columns]

    def columns_of(self, *, numbers: bool, share: float = _NEARLY_ALL) -> list[int]:
        """The columns of numbers, or those of dates."""
        return [
            at
            for at, kinds in enumerate(self._kinds)
            if kinds
            and sum((kind == NUMBER) if numbers else kind not in {NUMBER, TEXT} for kind in kinds) >= share * len(kinds)
        ]


def _can_be_names(fields: Sequence[str]) -> bool:
    return (
        all(field.strip() and not field.startswith(" ") and len(field) <= _LONGEST_NAME for field in fields)
        and len(set(fields)) == len(fields)
        and all(_kind(field) == TEXT for field in fields)
    )


def _is_above_numbers(fields: Sequence[str], below: _Below) -> bool:
    """Whether there are words above columns of numbers or dates: then these are surely the names."""
    columns = below.columns_of(numbers=True, share=_MOST) + below.columns_of(numbers=False, share=_MOST)
    words = sum(at < len(fields) and _kind(fields[at]) == TEXT for at in columns)
    return words > 0 and words * 2 >= len(columns)


def _is_data(fields: Sequence[str], below: _Below) -> bool:
    """Whether a first row is data like those below: of the same kinds, and with values no name would have by chance."""
    numbers, dates = below.columns_of(numbers=True), below.columns_of(numbers=False)
    if any(at >= len(fields) for at in (*numbers, *dates)):
        return False
    known = _known_values(fields, below, set(numbers) | set(dates))
    if not numbers and not dates:
        return len(known) >= _COLUMNS_WITH_KNOWN_VALUES and all(known.values())
    is_alike = all(_kind(fields[at]) in {NUMBER, EMPTY} for at in numbers)
    is_alike = is_alike and all(_kind(fields[at]) not in {NUMBER, TEXT, EMPTY} for at in dates)
    if dates or not is_alike:
        return is_alike
    there = [at for at in numbers if _kind(fields[at]) == NUMBER]
    texts = [fields[at].strip() for at in there]
    are_in_range = all(_is_in_range(fields[at], below.columns[at]) for at in there)
    if known or not are_in_range:
        return bool(texts) and are_in_range and all(known.values())
    has_signs = any(not text.isdecimal() for text in texts) or len(set(texts)) < len(texts)
    return len(texts) > 1 and has_signs and not _is_scale(texts)


def _known_values(fields: Sequence[str], below: _Below, others: set[int]) -> dict[int, bool]:
    """The columns of classes, and whether what stands above is one of these."""
    known = {}
    for at, column in enumerate(below.columns):
        values = set(column)
        if at not in others and at < len(fields) and 1 < len(values) <= len(column) / 2:
            known[at] = fields[at] in values
    return known


def _is_in_range(field: str, column: Sequence[str]) -> bool:
    values = [_number(other) for other in column if _kind(other) == NUMBER]
    spread = max(values) - min(values)
    return min(values) - spread / 2 <= _number(field) <= max(values) + spread / 2


def _is_scale(texts: Sequence[str]) -> bool:
    """Whether numbers grow, or fall by equal steps, as points of time, doses or wavelengths do in names."""
    numbers = [_number(text) for text in texts]
    steps = [second - first for first, second in pairwise(numbers)]
    is_even = len(steps) > 1 and all(abs(step - steps[0]) <= abs(steps[0]) / 1000 for step in steps)
    return all(step > 0 for step in steps) or (is_even and steps[0] != 0)


def _is_no_data(fields: Sequence[str], below: _Below) -> bool:
    """Whether a row below the names holds units or counts."""
    filled = _filled(fields)
    if not below.has_enough or not filled:
        return False
    if all(_COUNT.fullmatch(field.strip()) for field in filled):
        return True
    numbers = below.columns_of(numbers=True)
    if not numbers and not below.columns_of(numbers=False):
        return len(filled) == len(fields) >= _WIDE and all(field.strip().isdecimal() for field in filled)
    there = [fields[at].strip() for at in numbers if at < len(fields) and fields[at].strip()]
    if not there or any(_kind(text) != TEXT or text.lower() in _MISSING for text in there):
        return False
    units = sum(_UNIT.fullmatch(text) is not None for text in there)
    is_bare = len(filled) == len(there) and len(filled) * 2 <= len(fields)
    return is_bare or units * 2 >= len(there) or (len(there) > 1 and len(there) == len(numbers) and len(set(there)) > 1)


def _filled(fields: Sequence[str]) -> list[str]:
    return [field for field in fields if field.strip()]


def _kind(field: str) -> str:
    """As the columns are judged, but that numbers may have decimal commas."""
    kind = kind_of(field)
    return NUMBER if kind == TEXT and _DECIMAL_COMMA.fullmatch(field.strip()) else kind


def _number(field: str) -> float:
    return float(field.replace(",", "."))
