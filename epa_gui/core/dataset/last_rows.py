"""What stands below the data: totals, averages, a note."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.type_inference import NUMBER, TEXT, kind_of
from epa_gui.core.jobs.profile import ColumnType

LAST = 5
"""Rows at the end that may be no data."""

_TOTALS = re.compile(
    "(?:(?:grand |sub[- ]?)?totals?|小计|소계|sous-total"
    "|sums?|summen?|gesamt(?:summe)?|zwischensumme|insgesamt|sommes?|totale|suma|soma"
    "|итого|всего|averages?|means?|mittelwert|durchschnitt|moyenne|(?:総|小|総合)?合?計|平均|件数|人数|总计|合计|總計|합계|총계)(?![^\\W0-9_])",
    re.IGNORECASE,
)
_MORE = re.compile(r"[\s:(（].*", re.DOTALL)
_AROUND_TOTALS = " \t\u3000:：.*="
_ALWAYS_FILLED = 0.01
_FEWEST_ROWS = 10
_WIDE = 3


@dataclass(frozen=True, slots=True)
class LastRow:
    """One of the last rows: its number, its first fields, and how many it has."""

    row: int
    fields: list[str]
    width: int


def totals_in(
    last: Sequence[LastRow], columns: Sequence[Column], rows: int, preview: Sequence[Sequence[str]]
) -> tuple[int, int]:
    """First and last row of what stands below the data, such as totals or a note; zeros if nothing does.

    Args:
        last: The last rows, but for blank ones.
        columns: What is known of the columns.
        rows: How many rows of data there are.
        preview: The names and the first rows.
    """
    if len(columns) < 2 or rows < _FEWEST_ROWS:
        return (0, 0)
    most_empty = max(LAST, rows * _ALWAYS_FILLED)
    always = [at for at, column in enumerate(columns) if column.empty <= most_empty and column.filled > most_empty]
    found = 0
    for one in reversed(last[-LAST:]):
        is_empty = not any(field.strip() for field in one.fields)  # so spreadsheets may end
        if not is_empty and not _is_below_data(one, columns, always, preview):
            break
        found = found if is_empty else one.row
    return (found, last[-1].row) if found else (0, 0)


def _is_below_data(
    one: LastRow, columns: Sequence[Column], always: Sequence[int], preview: Sequence[Sequence[str]]
) -> bool:
    filled = [at for at, field in enumerate(one.fields[: len(columns)]) if field.strip()]
    lacking = [at for at in always if at not in filled]
    first = one.fields[filled[0]].strip()
    others = [at for at in filled[1:] if columns[at].type is ColumnType.NUMBER and kind_of(one.fields[at]) == NUMBER]
    if speaks_of_totals(first):
        column = columns[filled[0]]
        if column.type is not ColumnType.TEXT:
            return True
        is_new = column.labels is None or column.labels.get(one.fields[filled[0]], one.row) >= one.row
        return is_new and (bool(lacking) or (bool(others) and all(_is_largest(one, at, preview) for at in others)))
    is_short = one.width < len(columns) and kind_of(first) == TEXT and " " in first
    if is_short and not filled[0] and not any(" " in row[0] for row in preview[1:] if row[0] != first):
        return True
    if len(lacking) < 2 or len(columns) < _WIDE:
        return False
    if len(filled) == 1 and filled[0] == 0:  # a note; a number alone is rather a row that was cut
        return kind_of(first) == TEXT and (columns[0].type is not ColumnType.TEXT or " " in first or len(lacking) > 2)
    is_sums = filled[0] > 0 and all(kind_of(one.fields[at]) == NUMBER for at in filled)
    return is_sums and 0 in always and len(filled) * 2 <= len(columns) + 1 and one.width == len(columns)


def speaks_of_totals(text: str) -> bool:
    """Whether it is such a word, or begins with one."""
    match = _TOTALS.match(text)
    return match is not None and (not text[match.end() :].strip(_AROUND_TOTALS) or bool(_MORE.match(text, match.end())))


def _is_largest(one: LastRow, column: int, preview: Sequence[Sequence[str]]) -> bool:
    shown = [row[column] for row in preview[1:] if column < len(row)]
    values = [float(text) for text in shown if kind_of(text) == NUMBER]
    return not values or float(one.fields[column]) >= max(values)
