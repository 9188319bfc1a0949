"""Takes a source apart into rows and fields, and counts them column by column."""

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat

from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.column_kinds import Common
from epa_gui.core.dataset.dialect import Layout, layout_of, sample_of
from epa_gui.core.dataset.doubled_letters import may_hold_doubled, meant_by
from epa_gui.core.dataset.invisible import may_hold_strays
from epa_gui.core.dataset.last_rows import LAST, LastRow
from epa_gui.core.dataset.preview import PREVIEW_ROWS as PREVIEW_ROWS  # noqa: PLC0414  told here too
from epa_gui.core.dataset.preview import Preview
from epa_gui.core.dataset.quoting import OddRow, Quotes, whole_rows
from epa_gui.core.dataset.repeated_names import RepeatedNames
from epa_gui.core.dataset.row_runs import RowRuns, kept, merged
from epa_gui.core.dataset.rows_apart import RowsApart
from epa_gui.core.dataset.rules import Uneven
from epa_gui.core.dataset.source import LONGEST_ROW, RowTooLongError, Source, lines_of
from epa_gui.core.dataset.structure import Beginning, beginning_of

MOST_EXAMINED = 2000
"""Columns. Further ones are in the rows, but nothing is told of them: twice what the service takes is enough."""

_BLANK = " \t\u3000"
_END_MARK = "\x1a"
"""Ctrl-Z: programs of old ended their files with it, and some of today still do."""

_LONGEST_DOUBLED = 1000
_SHOWN = 50

_FEWEST_TOGETHER = 100
_ENOUGH = 1 << 19
_FIELDS_TOGETHER = 1 << 17
_CHARACTERS_TOGETHER = 3 << 18
"""Rows are counted so many at a time, of a wide table as many as hold so many fields: each time costs every column
something. With more fields or characters than that they would take too much memory."""

csv.field_size_limit(max(csv.field_size_limit(), 4 * LONGEST_ROW))


Rewrite = Callable[[list[list[str]], int], list[list[str]]]
"""Makes other fields of some rows, given these and the first one's number."""


class QuoteNotClosedError(Exception):
    """A quote opens a field that does not end, neither soon nor with the file."""


class Table:
    """The rows of a source, counted column by column. Rows have the numbers a spreadsheet shows, from 1.

    Rows that are left out are not counted, but the others keep their numbers: those of the file itself.

    Attributes:
        layout: How the beginning was judged; its delimiter is what the file is read with.
        beginning: What its first rows are.
        quotes: What is odd about its quotes.
        repeated: Rows that are the column names once more.
        apart: Rows without any value, and subtotals.
        last: The last rows that are not blank; none of very wide tables.
        delimiter: Between fields; empty before it is known.
        rows: Rows of data so far.
        width: How many column names there are; above these there may be a title, which gets as many fields.
        columns: What is known of them.
        preview: The column names and the first rows; long fields are shortened.
        preview_rows: The number of each row of the preview.
        has_preview: Whether so much was read that it is time to show it.
        uneven: Rows with another number of fields than there are names.
        first_nul: Row and column of the first NUL character.
        end_mark: The number of a row that is nothing but Ctrl-Z, or that ends with it; 0 if there is none.
        end_mark_column: The column of the field that ends with it; 0 where it is alone.
        first_lost: Row and column of the first sign for a letter that was lost.
        first_doubled: Row and column of the first field whose letters were read wrongly before the file was written.
        doubled: That field, and what it should say; empty if there is none.
        broken_at: Row and column of the first bytes that are no text, once the source has broken off there.
    """

    def __init__(self, source: Source, *, left_out: RowRuns = (), rewrite: Rewrite | None = None) -> None:
        """Begin with nothing.

        Args:
            source: Where the text comes from.
            left_out: Runs of rows that are not read; the first row that is read holds the column names.
            rewrite: What makes other fields of those that were read: given rows as they are, with the number of the
                first one, it returns as many; the first row that it is ever given holds the column names.
        """
        self._source = source
        self._left_out = merged(left_out)
        self._rewrite = rewrite
        self.layout = Layout("")
        self.beginning = Beginning()
        self.quotes = Quotes()
        self.repeated = RepeatedNames([])
        self.apart = RowsApart()
        self.last: list[LastRow] = []
        self.delimiter = ""
        self.rows = 0
        self.width = 0
        self.columns: list[Column] = []
        self._preview = Preview(MOST_EXAMINED)
        self.preview = self._preview.rows
        self.preview_rows = self._preview.numbers
        self.has_preview = False
        self.uneven = Uneven()
        self.first_nul = (0, 0)
        self.first_lost = (0, 0)
        self.first_doubled = (0, 0)
        self.doubled: tuple[str, ...] = ()
        self._may_hold_doubled = False
        self.end_mark = 0
        self.end_mark_column = 0
        self.broken_at = (0, 0)
        self._common = Common()
        self._common.may_hold_strays = False
        self._may_repeat = False
        self._taken = 0
        self._blank = 0
        self._first_blank = 0
        self._open: list[str] = []
        self._has_quotes = False
        self._goes_on = False
        self._last_width = 0
        self._pending: list[list[str]] = []
        self._first_pending = 1
        self._gathered = 0

    def read(self) -> Iterator[None]:
        """Read on, with a rest after each piece.

        Raises:
            RowTooLongError, QuoteNotClosedError: The row after the last one does not end.
            OSError: The file cannot be read on.
        """
        try:
            for text in self._source.texts():
                self.has_preview = self.has_preview or self._source.done > _ENOUGH
                self._read_text(text)
                yield
        except RowTooLongError:
            self._judge_in_the_end()
            raise
        self._judge_in_the_end()
        if self._source.failure and self.delimiter:  # the last field of the text is the one that broke off
            in_quotes = next(csv.reader(self._open, delimiter=self.delimiter), None)
            self.broken_at = (self.next_row, len(in_quotes)) if in_quotes else (self.next_row - 1, self._last_width)
        self._note_glued_end_mark()
        self._count_pending()
        self.has_preview = self.has_preview or bool(self.width)
        if self._open and not self._source.failure and not self._source.has_grown:
            raise QuoteNotClosedError
        self.quotes.finish()
        yield

    @property
    def next_row(self) -> int:
        """The number of the first row that was not read whole."""
        return self._taken + 1

    def open_quote(self) -> tuple[int, int]:
        """The column of a quote that is not closed, and how many rows are within it at least, by their lines."""
        fields = next(csv.reader(self._open, delimiter=self.delimiter or ","), [])
        signs, lines = 0, 0
        for line in self._open:
            signs += len(line)
            lines += signs <= LONGEST_ROW and line.strip("\r\n") != ""
        return len(fields), max(0, lines - 1)

    def name_of(self, column: int) -> str:
        """The name of a column, counted from 1; empty if there is none, or the names were not read."""
        return self.columns[column - 1].name if 0 < column <= len(self.columns) else ""

    def _read_text(self, text: str) -> None:
        has_quotes = '"' in text
        goes_on = bool(self._open) and not has_quotes and bool(self.delimiter)
        self._has_quotes = has_quotes or (self._has_quotes and bool(self._open))
        self._open += lines_of(text)
        self._may_repeat = self._may_repeat or self.repeated.may_be_in(text)
        self._may_hold_doubled = self._may_hold_doubled or (not self.doubled and may_hold_doubled(text))
        if may_hold_strays(text, is_hasty=True):
            self._common.may_hold_strays = True
        if not self.delimiter and not self._judge(is_whole=False):
            return
        if self._gathered + len(text) > _CHARACTERS_TOGETHER:
            self._count_pending()
        self._gathered += len(text)
        if not goes_on:
            self._take_whole_rows()
        if len(self._pending) >= (self._rows_together() if self.has_preview else PREVIEW_ROWS):
            self._count_pending()
            self._common.may_hold_strays = bool(self._open) and self._common.may_hold_strays
            self._may_hold_doubled = bool(self._open) and self._may_hold_doubled
            self.has_preview = self.has_preview or bool(self.width)
        if self._open and sum(map(len, self._open)) > LONGEST_ROW:
            self._count_pending()
            raise QuoteNotClosedError

    def _rows_together(self) -> int:
        most = _FIELDS_TOGETHER // max(1, self.width)
        return min(most, max(_FEWEST_TOGETHER, self.width))

    def _judge(self, *, is_whole: bool) -> bool:
        """Judge the file by its beginning, once there is enough of it; blank lines may come before."""
        blank = next((at for at, line in enumerate(self._open) if line.strip("\r\n")), len(self._open))
        if blank:
            self._take([[] for _ in range(blank)])
            del self._open[:blank]
        count = sample_of(self._open, is_whole=is_whole) if self._open else 0
        if count:
            is_whole = is_whole and count == len(self._open)
            self.layout = layout_of(self._open[:count], self._taken + 1, self._left_out, is_whole=is_whole)
            self.beginning = beginning_of(self.layout, self._left_out)
            self.delimiter = self.layout.delimiter
            self.layout = self.layout.without_records()
        return bool(count)

    def _judge_in_the_end(self) -> None:
        """Judge by what there is, if that was too little until now."""
        if not self.delimiter and self._judge(is_whole=True):
            self._take_whole_rows()

    def _take_whole_rows(self) -> None:
        """Take the rows that are whole; the lines of one that goes on stay."""
        lines, first = self._open, self._taken + 1
        odd: list[OddRow] = []
        rows = None if self._goes_on else self._strict_rows(lines)
        if rows is None:  # the last row is not whole, or there are quotes in odd places
            rows, self._open, odd = whole_rows(lines, self.delimiter)
            self._goes_on = bool(self._open)  # fields with line breaks are seldom alone: most likely it will again
        else:
            self._open = []
        for place, text in odd:
            self.quotes.note_odd(first + place, rows[place], text, self.width, self.delimiter)
        if len(lines) - len(self._open) > len(rows):
            known = {place for place, _ in odd}
            self.quotes.note_line_breaks(rows, first, self.width, self.delimiter, known)
        self._last_width = len(rows[-1]) if rows else self._last_width
        self._take(rows)
        self._may_repeat = bool(self._open)

    def _strict_rows(self, lines: list[str]) -> list[list[str]] | None:
        """All at once, which is fastest; `None` if they are not all as they should be."""
        if not self._has_quotes:  # without them a row is what stands between delimiters, and `split` is faster
            delimiter = self.delimiter
            plain = list(map(str.rstrip, lines, repeat("\r\n")))
            return [line.split(delimiter) if line else [] for line in plain]
        try:
            return list(csv.reader(lines, delimiter=self.delimiter, strict=True))
        except csv.Error:
            return None

    def _take(self, rows: list[list[str]]) -> None:
        """Take rows as they come from the file, but for those that are left out."""
        first = self._taken + 1
        self._taken += len(rows)
        if not self._left_out and self.width:
            self._take_kept(rows, first)
            return
        for begin, run in kept(rows, first, self._left_out):
            at = 0
            if not self.width:
                at = next((at for at, row in enumerate(run) if row), len(run))
                self._first_blank = self._first_blank or begin
                self._blank += at
                if at < len(run):
                    self._take_names(run[at], begin + at)
                    at += 1
            self._take_kept(run[at:], begin + at)

    def _take_kept(self, rows: list[list[str]], first: int) -> None:
        if not rows:
            return
        if self._first_pending + len(self._pending) != first:
            self._count_pending()
            self._first_pending = first
        if self._may_repeat or (self.repeated.rows and not self.repeated.is_settled):
            self.repeated.note(rows, first)
        self.repeated.look_back(rows, first)
        if self.width <= MOST_EXAMINED:
            self._keep_last(rows, first)
        self._pending += self._rewrite(rows, first) if self._rewrite else rows

    def _keep_last(self, rows: list[list[str]], first: int) -> None:
        found: list[LastRow] = []
        for at in range(len(rows) - 1, -1, -1):
            if rows[at]:
                found.insert(0, LastRow(first + at, rows[at][: self.width], len(rows[at])))
            if len(found) == LAST:
                break
        self.last = [*self.last, *found][-LAST:]

    def _take_names(self, names: list[str], row: int) -> None:
        self.repeated = RepeatedNames(names)
        self._may_repeat = True  # what was read with them was not looked at
        if self._rewrite:
            (names,) = self._rewrite([names], row)
        if self.beginning.above or self.layout.named_in_row == row:  # what is below is to be seen
            names = names + [""] * (self.layout.width - len(names))
        self.width = len(names)
        if self._blank:
            self.uneven.note(1, 0, self.width, self._blank)
            self._blank = 0
        self._first_pending = row + 1
        self.columns = [Column(name, self._common) for name in names[:MOST_EXAMINED]]
        self._look_at_letters([names], row)
        self._preview.keep([names], row)

    def _count_pending(self) -> None:
        """Count the rows that were gathered; those with other numbers of fields are cut or filled."""
        rows, self._pending, self._gathered = self._pending, [], 0
        first = self._first_pending
        self._first_pending += len(rows)
        if set(map(len, rows)) == {self.width}:
            self._count(rows, first)
            return
        made: list[list[str]] = []
        for row, fields in enumerate(rows, first):
            if not fields:  # at the file's end a blank line is no row, before other rows it is one without fields
                if made:
                    self._count(made, row - len(made))
                    made = []
                self._first_blank = self._first_blank if self._blank else row
                self._blank += 1
            elif len(fields) == self.width:
                made.append(fields)
            elif fields == [_END_MARK]:  # no row either
                self._count(made, row - len(made))
                made = []
                self.end_mark = row
                self._first_blank = self._first_blank if self._blank else row
                self._blank += 1
            else:
                self._count_blank()
                has_text = len(fields) > 1 or any(text.strip(_BLANK) for text in fields)
                self.uneven.note(row, len(fields) if has_text else 0, self.width)
                made.append([*fields[: self.width], *[""] * (self.width - len(fields))])
        self._count(made, first + len(rows) - len(made))

    def _note_glued_end_mark(self) -> None:
        """Ctrl-Z behind the last field, where no line end stood before it."""
        last = self.last[-1] if self.last else None
        if last and last.fields and last.fields != [_END_MARK] and last.fields[-1].endswith(_END_MARK):
            self.end_mark, self.end_mark_column = last.row, len(last.fields)

    def _count(self, rows: list[list[str]], first: int) -> None:
        if not rows:
            return
        self._count_blank()
        self._look_at_letters(rows, first)
        for column, fields in zip(self.columns, zip(*rows, strict=True), strict=False):
            column.add(fields, first)
        self.apart.note(rows, first, self.columns)
        self._preview.keep(rows, first)
        self.rows += len(rows)

    def _count_blank(self) -> None:
        """Count blank lines, now that a row comes after them."""
        if not self._blank:
            return
        first = self._first_blank
        self.uneven.note(first, 0, self.width, self._blank)
        for column in self.columns:
            column.add_empty(self._blank, first)
        self._preview.keep([[""] * self.width] * min(self._blank, PREVIEW_ROWS), first)
        self.rows += self._blank
        self._blank = 0

    def _look_at_letters(self, rows: Sequence[list[str]], first: int) -> None:
        """Find the places of what the source has met; and keep samples where it is not sure of the encoding."""
        if self._source.has_nuls and not self.first_nul[0]:
            self.first_nul = _place_of("\0", rows, first)
        if self._source.has_lost and not self.first_lost[0]:
            self.first_lost = _place_of("\N{REPLACEMENT CHARACTER}", rows, first)
        if self._may_hold_doubled and not self.doubled:
            self._look_for_doubled(rows, first)
        if self._source.wants_samples:
            self._source.samples.add(rows, first)

    def _look_for_doubled(self, rows: Sequence[list[str]], first: int) -> None:
        for number, row in enumerate(rows, first):
            for column, text in enumerate(row, 1):
                if not text.isascii() and (meant := meant_by(text[:_LONGEST_DOUBLED])):
                    self.first_doubled = (number, column)
                    self.doubled = (text[:_SHOWN], meant[:_SHOWN])
                    return


def _place_of(sign: str, rows: Sequence[list[str]], first: int) -> tuple[int, int]:
    """Row and column of the first field with this sign; zeros if there is none."""
    for number, row in enumerate(rows, first):
        for column, text in enumerate(row, 1):
            if sign in text:
                return number, column
    return 0, 0
