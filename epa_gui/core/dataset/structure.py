"""Whether a file's first row is its column names: titles, counts and units around them, or no names at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from epa_gui.core.dataset.dialect import Layout, Record
from epa_gui.core.dataset.heading_rows import COUNT, full_titles, is_no_data
from epa_gui.core.dataset.row_runs import RowRuns
from epa_gui.core.dataset.rows_below import Below, can_be_names, filled_of, is_above_numbers, kind_in, number_in
from epa_gui.core.dataset.type_inference import EMPTY, NUMBER, TEXT

_SHOWN = 50
_MOST_ABOVE = 15
_WIDE = 3
_COLUMNS_WITH_KNOWN_VALUES = 4
_FEWEST_KNOWN_VALUES = 3
_FEWEST_COUNTED = 10
_CODED = re.compile(r"(?=\S*[0-9]{2})\S+")


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
    table = Below(records[1:], layout.width)
    if not table.has_enough:
        return Beginning()
    if _is_data(records[0].fields, table):
        return Beginning(has_names=False, text=", ".join(records[0].fields[:5])[:_SHOWN])
    if is_no_data(records[1].fields, Below(records[2:], layout.width)) and can_be_names(records[0].fields):
        return Beginning(below=records[1].row, below_text=", ".join(filter(None, records[1].fields[:5]))[:_SHOWN])
    return Beginning()


# Above the names


def _rows_above(records: Sequence[Record], width: int) -> int:
    """How many records stand above the one with the names."""
    count = 0
    while count < len(records) and _can_be_above(records[count], width):
        count += 1
    full = full_titles(records[count:], width)
    if full:
        return count + full
    if not 0 < count < min(len(records), _MOST_ABOVE):
        return 1 if _is_size(records[0], width) else 0
    names = records[count]
    if names.width != width:
        return 0
    has_gap = names.row > records[count - 1].row + 1
    is_strong = is_above_numbers(names.fields, Below(records[count + 1 :], width))
    is_weak = can_be_names(names.fields)
    if all(_is_surely_above(record, width, is_strong, is_weak, has_gap) for record in records[:count]):
        return count
    return 0


def _can_be_above(record: Record, width: int) -> bool:
    filled = filled_of(record.fields)
    if len(filled) <= 1 or _is_counts(filled):
        return record.width <= width or len(filled) <= 1
    return record.width < width or (len(filled) * 2 <= max(width, 4) and width >= _WIDE and bool(record.fields[0]))


def _is_surely_above(record: Record, width: int, is_strong: bool, is_weak: bool, has_gap: bool) -> bool:  # noqa: FBT001
    filled = filled_of(record.fields)
    if is_strong or _is_size(record, width):
        return True
    if record.width == 1:
        return width >= _WIDE or is_weak or has_gap
    if _is_counts(filled) and len(filled) > 1:
        return all(COUNT.fullmatch(field.strip()) for field in filled)
    if len(filled) <= 1:
        return is_weak and (width >= _WIDE or has_gap)
    is_short = record.width < width and len(filled) * 2 <= max(width, 4)
    return is_weak and is_short and (has_gap or width > _WIDE)


def _is_counts(fields: Sequence[str]) -> bool:
    """Numbers and the like only."""
    filled = filled_of(fields)
    return bool(filled) and all(kind_in(field) == NUMBER or COUNT.fullmatch(field.strip()) for field in filled)


def _is_size(record: Record, table: Layout | int) -> bool:
    """The numbers of rows and columns, and perhaps the classes: so some collections of data begin their files."""
    width = table.width if isinstance(table, Layout) else table
    if len(record.fields) < 2 or (record.width == width and _is_counts(record.fields)):
        return False
    rows, columns = record.fields[0].strip(), record.fields[1].strip()
    is_size = rows.isdecimal() and columns.isdecimal() and int(rows[:9]) >= _FEWEST_COUNTED
    return is_size and int(columns[:9]) in {width, width - 1} and width >= _WIDE


# No names at all


def _is_data(fields: Sequence[str], below: Below) -> bool:
    """Whether a first row is data like those below: of the same kinds, and with values no name would have by chance."""
    numbers, dates = below.columns_of(numbers=True), below.columns_of(numbers=False)
    if any(at >= len(fields) for at in (*numbers, *dates)):
        return False
    known = _known_values(fields, below, set(numbers) | set(dates))
    if not numbers and not dates:
        return _are_known_words(fields, known, below)
    is_alike = all(kind_in(fields[at]) in {NUMBER, EMPTY} for at in numbers)
    is_alike = is_alike and all(kind_in(fields[at]) not in {NUMBER, TEXT, EMPTY} for at in dates)
    if dates or not is_alike:
        return is_alike
    there = [at for at in numbers if kind_in(fields[at]) == NUMBER]
    texts = [fields[at].strip() for at in there]
    are_in_range = all(_is_in_range(fields[at], below.columns[at]) for at in there)
    if known or not are_in_range:
        return bool(texts) and are_in_range and all(known.values())
    has_signs = any(not text.isdecimal() for text in texts) or len(set(texts)) < len(texts)
    return len(texts) > 1 and has_signs and not _is_scale(texts)


def _are_known_words(fields: Sequence[str], known: dict[int, bool], below: Below) -> bool:
    """Whether words above nothing but words are values: known ones, or codes with digits as all below them."""
    coded = [at for at, column in enumerate(below.columns) if at not in known and _are_coded(column)]
    if not all(known.values()) or not all(_are_coded([fields[at]]) for at in coded):
        return False
    evidence = len(known) + len(coded)
    if evidence >= _COLUMNS_WITH_KNOWN_VALUES:
        return True
    is_twice = len(set(fields)) < len(fields)  # no names are
    texts = [fields[at] for at in known]
    are_letters = all(len(text) == 1 for text in texts)  # a, b and c may be names
    return evidence >= _FEWEST_KNOWN_VALUES - is_twice and len(known) > 1 and not are_letters


def _are_coded(values: Sequence[str]) -> bool:
    """Whether all of them are words with digits, such as C0012."""
    return bool(values) and all(_CODED.fullmatch(value.strip()) for value in values)


def _known_values(fields: Sequence[str], below: Below, others: set[int]) -> dict[int, bool]:
    """The columns of classes, and whether what stands above is one of these."""
    known = {}
    for at, column in enumerate(below.columns):
        values = set(column)
        if at not in others and at < len(fields) and 1 < len(values) <= len(column) / 2:
            known[at] = fields[at] in values
    return known


def _is_in_range(field: str, column: Sequence[str]) -> bool:
    values = [number_in(other) for other in column if kind_in(other) == NUMBER]
    spread = max(values) - min(values)
    return min(values) - spread / 2 <= number_in(field) <= max(values) + spread / 2


def _is_scale(texts: Sequence[str]) -> bool:
    """Whether numbers grow, or fall by equal steps, as points of time, doses or wavelengths do in names."""
    numbers = [number_in(text) for text in texts]
    steps = [second - first for first, second in pairwise(numbers)]
    is_even = len(steps) > 1 and all(abs(step - steps[0]) <= abs(steps[0]) / 1000 for step in steps)
    return all(step > 0 for step in steps) or (is_even and steps[0] != 0)
