"""What the types of a column's fields mean: one that is neither number nor date makes the column text."""

from collections.abc import Iterator

from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.first_rows import FIRST_ROWS
from epa_gui.core.dataset.invisible import cleaned, strays_in
from epa_gui.core.dataset.number_rules import about_written_numbers, is_as_plain
from epa_gui.core.dataset.plain_values import is_missing_word
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.type_inference import EMPTY, NUMBER, TEXT, is_date, is_number, kind_of, type_of
from epa_gui.core.jobs.profile import ColumnType

_NAMES_ROW = 1
_MOST = 0.9
"""With fewer numbers than that it is a column of codes, and meant as text."""

_SOME = 0.1
"""Beside words for a missing value, so many are enough to be what the column is about."""

_WRITTEN = 0.1
"""With fewer numbers written otherwise than that, these are slips among plain ones."""


def about_types(column: Column, number: int, delimiter: str) -> Iterator[Finding]:
    """What is to be said of the types of a column's fields; it has this number in its file, from 1."""
    kinds = {kind: count for kind, count in column.kinds.items() if count and kind != EMPTY}
    numbers = {kind: count for kind, count in kinds.items() if is_number(kind)}
    dates = {kind: count for kind, count in kinds.items() if is_date(kind)}
    same = numbers if sum(numbers.values()) >= sum(dates.values()) else dates
    count, filled = sum(same.values()), column.looked_at
    others = [kind for kind in kinds if kind not in same]
    words = column.words or {}
    are_missing = others == [TEXT] and bool(words) and all(map(is_missing_word, words))
    if not count or count < filled * (_SOME if are_missing else _MOST):
        return
    written = sum(numbers.values()) - numbers.get(NUMBER, 0) if same is numbers else 0
    if written and written < count * _WRITTEN and not _are_grouped(numbers):
        others += [kind for kind in numbers if kind != NUMBER and not is_as_plain(column.examples[kind])]
        count -= written
    elif written:
        yield from about_written_numbers(column, number, delimiter)
    if not others:
        if column.first.thousands:
            yield _points_or_thousands(column, number)
        return
    if column.words is None and any(map(str.isdecimal, column.examples.get(TEXT, ""))):
        return  # many different ones with digits, such as C00012 among others: these are codes
    main = ColumnType.DATE if same is dates else ColumnType.NUMBER
    first = min(others, key=column.first_rows.__getitem__)
    row = column.first_rows[first]
    if others == [TEXT] and words and all(_is_hidden(word, main) for word in words):
        return  # what is invisible in them is told by itself
    values = (main.value, column.examples[first][:50])
    if are_missing and TEXT in others and len(others) == 1:
        repair = Repair(RepairKind.EMPTY_WORDS, column=number, words=tuple(words))
        kind = FindingKind.MISSING_WORDS
    else:
        repair = None
        kind = FindingKind.MIXED_TYPES if row <= FIRST_ROWS + _NAMES_ROW else FindingKind.LATE_OTHER_TYPE
    yield Finding(kind, row, number, column.name, filled - count, filled, values, repair)


def _is_hidden(text: str, main: ColumnType) -> bool:
    """Whether a text is a number, or a date, but for something invisible in it."""
    return bool(strays_in(text)) and type_of(kind_of(cleaned(text))) is main


def _points_or_thousands(column: Column, number: int) -> Finding:
    example = column.first.thousands
    return Finding(FindingKind.POINTS_OR_THOUSANDS, 0, number, column.name, column.filled, column.filled, (example,))


def _are_grouped(numbers: dict[str, int]) -> bool:
    """Whether numbers have commas between thousands: even one tells that a program wrote all large ones so."""
    return any(kind.startswith("number|commas|") for kind in numbers)
