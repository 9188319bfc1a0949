"""Rows whose quotes are not as they should be: what the strict reader refuses, and fields that have swallowed rows."""

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

_SHOWN = 50
_WEIGHT = 6
"""Lines within a field, times the delimiters of each, that make rows of them: prose has no such lines."""

_NEARLY_ALL = 0.8
_FEWEST_DELIMITERS = 4
_MANY_BREAKS = 30
"""The only field with line breaks in a whole file has swallowed rows if it has so many."""


class OddRow(NamedTuple):
    """A row that only the lenient reader takes: its place among the rows, and its lines."""

    place: int
    lines: list[str]


def whole_rows(lines: list[str], delimiter: str) -> tuple[list[list[str]], list[str], list[OddRow]]:
    """The rows that are whole, the lines of one that goes on, and which rows are odd.

    Each is read strictly first, and leniently only if that is refused.
    """
    rows: list[list[str]] = []
    odd: list[OddRow] = []
    at = done = 0
    is_asked_for_more = False

    def given() -> Iterator[str]:
        nonlocal at, is_asked_for_more
        if not at:
            yield from lines  # faster
        while 0 < at < len(lines):
            at += 1
            yield lines[at - 1]
        is_asked_for_more = True

    while done < len(lines):
        at = start = done
        strict = csv.reader(given(), delimiter=delimiter, strict=True)
        try:
            for row in strict:
                rows.append(row)
                done = start + strict.line_num
            break
        except csv.Error:
            if is_asked_for_more:  # the last row goes on
                break
        at = done
        lenient = csv.reader(given(), delimiter=delimiter)
        found = next(lenient, None)
        if found is None or is_asked_for_more:
            break
        end = done + lenient.line_num
        odd.append(OddRow(len(rows), lines[done:end]))
        rows.append(found)
        done = end
    return rows, lines[done:], odd


@dataclass(slots=True)
class Quotes:
    """What is known of a file's quotes.

    Attributes:
        strays: Rows with quotes in odd places.
        first_stray: The first of them.
        stray: How it begins.
        backslashes: Rows with quotes behind backslashes.
        first_backslash: The first of them.
        swallowed: Lines that look like rows, within fields.
        fields: How many such fields.
        first_swallower: Row and column of the first one.
        swallower: How it begins.
    """

    strays: int = 0
    first_stray: int = 0
    stray: str = ""
    backslashes: int = 0
    first_backslash: int = 0
    swallowed: int = 0
    fields: int = 0
    first_swallower: tuple[int, int] = (0, 0)
    swallower: str = ""
    _breaks: int = 0
    _most: tuple[int, int, int] = (0, 0, 0)
    _most_text: str = ""

    def note_odd(self, row: int, fields: list[str], lines: list[str], width: int, delimiter: str) -> None:
        """One more row that only the lenient reader takes."""
        more = [line for line in lines[1:] if line.strip("\r\n")]
        if more and _are_rows(more, width or len(fields), delimiter):
            column = max(range(len(fields)), key=lambda at: _breaks_in(fields[at]))
            self._note_swallower(row, column, fields[column], len(more))
        elif lines[-1].endswith('"\x1a'):
            return  # the mark for the end of the file behind a closing quote: that is told by itself
        elif any('\\"' in line for line in lines):
            self.first_backslash = self.first_backslash or row
            self.backslashes += 1
        else:
            if not self.strays:
                self.first_stray = row
                self.stray = lines[0].strip("\r\n")[:_SHOWN]
            self.strays += 1

    def note_line_breaks(
        self, rows: list[list[str]], first_row: int, width: int, delimiter: str, known: Collection[int] = ()
    ) -> None:
        """Some rows, in which there are line breaks; the places of those that are known to be odd."""
        for column, fields in enumerate(zip_longest(*rows, fillvalue="")):
            together = "".join(fields)
            sign = "\n" if "\n" in together else "\r"
            breaks = together.count(sign)
            if not breaks:
                continue
            is_alone = not self._breaks
            self._breaks += breaks
            if is_alone:
                longest = max(range(len(fields)), key=lambda at: len(fields[at]))
                self._most = (fields[longest].count(sign), first_row + longest, column)
                self._most_text = fields[longest][:_SHOWN]
            if together.count(delimiter) < _FEWEST_DELIMITERS:
                continue
            for place in [at for at, field in enumerate(fields) if field.count(delimiter) >= _FEWEST_DELIMITERS]:
                field = fields[place]
                if place not in known and _holds_rows(field, width or len(rows[0]), delimiter):
                    self._note_swallower(first_row + place, column, field, field.count(sign))

    def finish(self) -> None:
        """The file is over: a field that alone has many line breaks has no good reason for them."""
        breaks, row, column = self._most
        if breaks >= _MANY_BREAKS and breaks == self._breaks and not self.fields:
            self._note_swallower(row, column, self._most_text, breaks)

    def _note_swallower(self, row: int, column: int, field: str, count: int) -> None:
        if not self.fields:
            self.first_swallower = (row, column + 1)
            self.swallower = field.strip().splitlines()[0][:_SHOWN] if field.strip() else ""
        self.fields += 1
        self.swallowed += count


def _breaks_in(field: str) -> int:
    return field.count("\n") or field.count("\r")


def _holds_rows(field: str, width: int, delimiter: str) -> bool:
    """Whether the lines within a field, but for its first and last one, are rows of the table."""
    inner = [line for line in field.splitlines()[1:-1] if line.strip()]
    if width < 2 or len(inner) * (width - 1) < _WEIGHT:
        return False
    return _are_rows(inner, width, delimiter)


def _are_rows(lines: list[str], width: int, delimiter: str) -> bool:
    alike = sum(line.count(delimiter) == width - 1 for line in lines)
    if alike < _NEARLY_ALL * len(lines):  # some may have delimiters within quotes
        alike = sum(len(next(csv.reader([line], delimiter=delimiter), ())) == width for line in lines)
    return width > 1 and alike >= _NEARLY_ALL * len(lines)
