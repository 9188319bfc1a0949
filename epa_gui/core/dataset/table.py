"""Takes a source apart into rows and fields, and counts them column by column."""

import csv
from collections.abc import Iterator, Sequence
from itertools import islice

from epa_gui.core.dataset.column import Column, Common
from epa_gui.core.dataset.dialect import delimiter_in
from epa_gui.core.dataset.rules import Uneven
from epa_gui.core.dataset.source import LONGEST_ROW, Source, lines_of

PREVIEW_ROWS = 500
MOST_EXAMINED = 2000
"""Columns. Further ones are in the rows, but nothing is told of them: twice what the service takes is enough."""

_BLANK = " \t\u3000"
_END_MARK = "\x1a"
"""Ctrl-Z: programs of old ended their files with it, and some of today still do."""

_PREVIEW_FIELD = 200
_PREVIEW_ROOM = 26 << 20
_BYTES_OF_A_FIELD = 40
"""Of memory: what the preview may take, and what a field takes beside its letters."""

_FEWEST_TOGETHER = 100
_ENOUGH = 1 << 19
"""Rows are counted so many at a time, but no more characters than that: each time costs every column something."""

csv.field_size_limit(max(csv.field_size_limit(), 4 * LONGEST_ROW))


class QuoteNotClosedError(Exception):
    """A quote opens a field that does not end, neither soon nor with the file."""


class Table:
    """The rows of a source, counted column by column. Rows have the numbers a spreadsheet shows, from 1.

    Attributes:
        delimiter: Between fields; empty before it is known.
        other_separator: A sign that seems to be meant as a delimiter, but is none.
        rows: Rows of data so far.
        width: How many column names there are.
        columns: What is known of them.
        preview: The column names and the first rows; long fields are shortened.
        has_preview: Whether so much was read that it is time to show it.
        uneven: Rows with another number of fields than there are names.
        first_nul: Row and column of the first NUL character.
        end_mark: The number of a row that is nothing but Ctrl-Z; 0 if there is none.
        first_lost: Row and column of the first sign for a letter that was lost.
        broken_at: Row and column of the first bytes that are no text, once the source has broken off there.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self.delimiter = ""
        self.other_separator = ""
        self.rows = 0
        self.width = 0
        self.columns: list[Column] = []
        self.preview: list[tuple[str, ...]] = []
        self.has_preview = False
        self.uneven = Uneven()
        self.first_nul = (0, 0)
        self.first_lost = (0, 0)
        self.end_mark = 0
        self.broken_at = (0, 0)
        self._preview_room = _PREVIEW_ROOM
        self._names_row = 1
        self._blank = 0
        self._open: list[str] = []
        self._last_width = 0
        self._pending: list[list[str]] = []
        self._gathered = 0

    def read(self) -> Iterator[None]:
        """Read on, with a rest after each piece.

        Raises:
            RowTooLongError, QuoteNotClosedError: The row after the last one does not end.
            OSError: The file cannot be read on.
        """
        for text in self._source.texts():
            self.has_preview = self.has_preview or self._source.done > _ENOUGH
            self._read_text(text)
            yield
        if self._source.failure and self.delimiter:  # the last field of the text is the one that broke off
            in_quotes = next(csv.reader(self._open, delimiter=self.delimiter), None)
            self.broken_at = (self.next_row, len(in_quotes)) if in_quotes else (self.next_row - 1, self._last_width)
        self._count_pending()
        if self._open and not self._source.failure and not self._source.has_grown:
            raise QuoteNotClosedError
        yield

    @property
    def next_row(self) -> int:
        """The number of the first row that was not read whole."""
        if not self.width:
            return self._blank + 1
        return self._names_row + self.rows + self._blank + len(self._pending) + 1

    def _read_text(self, text: str) -> None:
        goes_on = bool(self._open) and '"' not in text
        self._open += lines_of(text)
        if not self.delimiter and not self._find_delimiter():
            return
        if self._gathered + len(text) > _ENOUGH:
            self._count_pending()
        self._gathered += len(text)
        if not goes_on:
            self._take_whole_rows()
        if len(self._pending) >= (_FEWEST_TOGETHER if self.has_preview else PREVIEW_ROWS):
            self._count_pending()
        if self._open and sum(map(len, self._open)) > LONGEST_ROW:
            self._count_pending()
            raise QuoteNotClosedError

    def _find_delimiter(self) -> bool:
        """Look at the first line that is not blank; there may be blank ones before the column names."""
        blank = next((at for at, line in enumerate(self._open) if line.strip("\r\n")), len(self._open))
        self._blank += blank
        del self._open[:blank]
        if self._open:
            self.delimiter, self.other_separator = delimiter_in(self._open[0])
        return bool(self._open)

    def _take_whole_rows(self) -> None:
        """Take the rows that are whole; the lines of one that goes on stay."""
        try:
            rows = list(csv.reader(self._open, delimiter=self.delimiter, strict=True))
            self._open = []
        except csv.Error:  # the last row is not whole, or there are quotes in odd places
            rows, self._open = self._rows_one_by_one(self._open)
        self._last_width = len(rows[-1]) if rows else self._last_width
        if rows and not self.width:
            self._take_names(rows.pop(0))
        self._pending += rows

    def _rows_one_by_one(self, lines: list[str]) -> tuple[list[list[str]], list[str]]:
        asked_for_more = False

        def given() -> Iterator[str]:
            nonlocal asked_for_more
            yield from lines
            asked_for_more = True

        rows, done = [], 0
        reader = csv.reader(given(), delimiter=self.delimiter)
        for row in reader:
            if asked_for_more:
                break
            rows.append(row)
            done = reader.line_num
        return rows, lines[done:]

    def _take_names(self, names: list[str]) -> None:
        self.width = len(names)
        if self._blank:
            self.uneven.note(1, 0, self.width, self._blank)
            self._names_row += self._blank
            self._blank = 0
        common = Common()
        self.columns = [Column(name, common) for name in names[:MOST_EXAMINED]]
        self._look_at_letters([names], self._names_row)
        self._keep_for_preview([names])

    def _count_pending(self) -> None:
        """Count the rows that were gathered; those with other numbers of fields are cut or filled."""
        rows, self._pending, self._gathered = self._pending, [], 0
        self.has_preview = self.has_preview or bool(self.width)
        if set(map(len, rows)) == {self.width}:
            self._count(rows)
            return
        made: list[list[str]] = []
        for row in rows:
            if not row:  # at the file's end a blank line is no row, before other rows it is one without fields
                if made:
                    self._count(made)
                    made = []
                self._blank += 1
            elif len(row) == self.width:
                made.append(row)
            elif row == [_END_MARK]:  # no row either
                self._count(made)
                made = []
                self.end_mark = self._names_row + self.rows + self._blank + 1
                self._blank += 1
            else:
                self._count_blank()
                fields = len(row) if any(text.strip(_BLANK) for text in row) or len(row) > 1 else 0
                self.uneven.note(self._names_row + self.rows + len(made) + 1, fields, self.width)
                made.append([*row[: self.width], *[""] * (self.width - len(row))])
        self._count(made)

    def _count(self, rows: list[list[str]]) -> None:
        if not rows:
            return
        self._count_blank()
        first = self._names_row + self.rows + 1
        self._look_at_letters(rows, first)
        for column, fields in zip(self.columns, zip(*rows, strict=True), strict=False):
            column.add(fields, first)
        self._keep_for_preview(rows)
        self.rows += len(rows)

    def _count_blank(self) -> None:
        """Count blank lines, now that a row comes after them."""
        if not self._blank:
            return
        first = self._names_row + self.rows + 1
        self.uneven.note(first, 0, self.width, self._blank)
        for column in self.columns:
            column.add_empty(self._blank, first)
        self._keep_for_preview([[""] * self.width] * min(self._blank, PREVIEW_ROWS))
        self.rows += self._blank
        self._blank = 0

    def _look_at_letters(self, rows: Sequence[list[str]], first: int) -> None:
        """Find the places of what the source has met; and keep samples where it is not sure of the encoding."""
        if self._source.has_nuls and not self.first_nul[0]:
            self.first_nul = _place_of("\0", rows, first)
        if self._source.has_lost and not self.first_lost[0]:
            self.first_lost = _place_of("\N{REPLACEMENT CHARACTER}", rows, first)
        if self._source.wants_samples:
            self._source.samples.add(rows, first)

    def _keep_for_preview(self, rows: Sequence[list[str]]) -> None:
        if len(self.preview) > PREVIEW_ROWS or self._preview_room <= 0:
            return
        for row in islice(rows, PREVIEW_ROWS + 1 - len(self.preview)):
            shown = tuple(text[:_PREVIEW_FIELD] for text in row[:MOST_EXAMINED])
            self._preview_room -= 2 * sum(map(len, shown)) + _BYTES_OF_A_FIELD * len(shown)
            if self._preview_room < 0 and len(self.preview) > 1:
                return
            self.preview.append(shown)


def _place_of(sign: str, rows: Sequence[list[str]], first: int) -> tuple[int, int]:
    """Row and column of the first field with this sign; zeros if there is none."""
    for number, row in enumerate(rows, first):
        for column, text in enumerate(row, 1):
            if sign in text:
                return number, column
    return 0, 0
