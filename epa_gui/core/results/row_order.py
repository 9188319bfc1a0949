"""Sorting, filtering and finding in a table of any size.

In pieces, each followed by a call that tells how far it is and may do something else meanwhile: one `sorted()` of a
million keys holds Python's lock, and with it the window, for 383 ms (measured); runs that are merged, for less than 15.
"""

import heapq
import itertools
import math
import operator
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence

from epa_gui.core.results.row_table import RowTable

_RUN = 10_000
_BETWEEN = 5_000
_PAGE = 200
_TOGETHER = 500

Progress = Callable[[int, int], object]
"""Told how many steps are done, of how many; it may raise to end what goes on."""


def number_in(text: str) -> float | None:
    """The number a field holds; `None` if it holds none. A percent sign changes nothing of the order."""
    text = text.strip()
    try:
        number = float(text.removesuffix("%").replace(",", "") if text[-1:] == "%" or "," in text else text)
    except ValueError:
        return None
    return number if math.isfinite(number) and "_" not in text else None


def sorted_rows(
    table: RowTable, column: int, progress: Progress, *, rows: Sequence[int] | None = None, is_descending: bool = False
) -> "array[int]":
    """The numbers of rows, ordered by a column: numbers by their value, then texts, and empty fields always last.

    Stable in both directions: rows that are alike there stay in the order they had.

    Args:
        table: All of whose rows are known.
        column: From 0.
        progress: As it says.
        rows: Those to order, ascending; all if `None`.
        is_descending: Whether the largest come first.
    """
    count = table.row_count if rows is None else len(rows)
    numbers: list[tuple[array[float], array[int]]] = []
    texts: list[tuple[_Texts, array[int]]] = []
    empty, done = array("Q"), 0
    for places, lines in _blocks(table, rows):
        of_numbers: list[tuple[float, int]] = []
        of_texts: list[tuple[str, int]] = []
        for place, line in zip(places, lines, strict=False):
            text = _field(table, line, column)
            if not text or text.isspace():
                empty.append(place)
            elif (number := number_in(text)) is not None:
                of_numbers.append((number, place))
            else:
                of_texts.append((text.casefold(), place))
        of_numbers.sort(key=operator.itemgetter(0), reverse=is_descending)
        of_texts.sort(key=operator.itemgetter(0), reverse=is_descending)
        if of_numbers:
            values, places_of = zip(*of_numbers, strict=True)
            numbers.append((array("d", values), array("Q", places_of)))
        if of_texts:
            keys, places_of = zip(*of_texts, strict=True)
            texts.append((_Texts(keys), array("Q", places_of)))
        done += len(lines)
        progress(done, 2 * count)
    merged = array("Q")
    groups = [_merged(numbers, is_descending=is_descending), _merged(texts, is_descending=is_descending)]
    for place in itertools.chain(*(reversed(groups) if is_descending else groups), empty):
        merged.append(place)
        if not len(merged) % _BETWEEN:
            progress(count + len(merged), 2 * count)
    return merged


def matching_rows(
    table: RowTable,
    text: str,
    progress: Progress,
    *,
    column: int | None = None,
    is_whole: bool = False,
    rows: Sequence[int] | None = None,
) -> "array[int]":
    """The numbers of rows in which a field contains a text, or is that text; without regard to case. Ascending.

    Args:
        table: All of whose rows are known.
        text: What is looked for.
        progress: As it says.
        column: The column to look in; all if `None`.
        is_whole: Whether the whole field has to be that text.
        rows: Those to look through, ascending; all if `None`.
    """
    count = table.row_count if rows is None else len(rows)
    found, done, is_match = array("Q"), 0, _matcher(table, text, column, is_whole=is_whole)
    for places, lines in _blocks(table, rows):
        found.extend(place for place, line in zip(places, lines, strict=False) if is_match(line))
        done += len(lines)
        progress(done, count)
    return found


def next_match(
    table: RowTable,
    text: str,
    progress: Progress,
    *,
    order: Sequence[int] | None,
    start: int,
    is_backward: bool = False,
) -> int | None:
    """The place in `order` of the next row with a text in a field, going round at the end; `None` if there is none.

    Args:
        table: All of whose rows are known.
        text: What is looked for, without regard to case.
        progress: As it says.
        order: The numbers of the rows as they are shown; the file's own order if `None`.
        start: The place to begin at, which is looked at first.
        is_backward: Whether to go up.
    """
    count = table.row_count if order is None else len(order)
    is_match, done = _matcher(table, text, None, is_whole=False), 0
    for places in _pages(count, start, is_backward=is_backward):
        numbers = places if order is None else [order[place] for place in places]
        rows = table.lines_at(numbers)
        pairs = list(zip(places, rows, strict=False))
        for place, line in reversed(pairs) if is_backward else pairs:
            if is_match(line):
                return place
        done += len(places)
        progress(done, count)
    return None


def _pages(count: int, start: int, *, is_backward: bool) -> Iterator[range]:
    """All places once, page by page, from `start` on, or from it up."""
    if not count:
        return
    start = min(max(0, start), count - 1)
    if is_backward:
        for end in itertools.chain(range(start + 1, 0, -_PAGE)):
            yield range(max(0, end - _PAGE), end)
        for end in range(count, start + 1, -_PAGE):
            yield range(max(start + 1, end - _PAGE), end)
        return
    for first in range(start, count, _PAGE):
        yield range(first, min(count, first + _PAGE))
    for first in range(0, start, _PAGE):
        yield range(first, min(start, first + _PAGE))


def _blocks(table: RowTable, rows: Sequence[int] | None) -> Iterator[tuple[Iterable[int], list[str]]]:
    if rows is None:
        for first, lines in table.blocks(_RUN):
            yield range(first, first + len(lines)), lines
        return
    for first in range(0, len(rows), _BETWEEN):
        some = rows[first : first + _BETWEEN]
        yield some, table.lines_at(some)


def _merged(
    runs: "Sequence[tuple[Iterable[float] | Iterable[str], array[int]]]", *, is_descending: bool
) -> Iterator[int]:
    pairs = [zip(keys, places, strict=True) for keys, places in runs]
    merged = heapq.merge(*pairs, key=operator.itemgetter(0), reverse=is_descending)
    return map(operator.itemgetter(1), merged)


class _Texts:
    """Texts in an order, joined: a million apart would take 50 MB more than their letters."""

    def __init__(self, texts: Sequence[str]) -> None:
        parts = (texts[at : at + _TOGETHER] for at in range(0, len(texts), _TOGETHER))
        self._joined = ["\0".join(text.replace("\0", "\1") for text in part) for part in parts]

    def __iter__(self) -> Iterator[str]:
        for joined in self._joined:
            yield from joined.split("\0")


def _field(table: RowTable, line: str, column: int) -> str:
    if '"' not in line:  # by far the most, and twice as fast
        parts = line.split(table.delimiter, column + 1)
        return parts[column].rstrip("\r\n") if column < len(parts) else ""
    fields = table.fields_of(line)
    return fields[column] if column < len(fields) else ""


def _matcher(table: RowTable, text: str, column: int | None, *, is_whole: bool) -> Callable[[str], bool]:
    wanted = text.casefold()

    def is_match(line: str) -> bool:
        if column is not None:
            field = _field(table, line, column).casefold()
            return field == wanted if is_whole else wanted in field
        # First the whole line, which is fast; quotation marks within fields are doubled there.
        if '"' not in line and wanted not in line.casefold():
            return False
        fields = [field.casefold() for field in table.fields_of(line)]
        return wanted in fields if is_whole else any(wanted in field for field in fields)

    return is_match
