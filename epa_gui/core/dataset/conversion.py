"""Makes the copy of a file that is sent: everything a person chose to put right, in one pass.

The check reads a file with the same `FieldRepairs`, so what it tells, and what the preview shows, is what goes out.
What is not put right keeps its text to the character; a record in which nothing changes keeps its quotes too.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.invisible import cleaned, cleaned_names
from epa_gui.core.dataset.plain_values import plain_date, plain_number
from epa_gui.core.dataset.repair import Repair, RepairKind, repair_of, rows_within, step_of
from epa_gui.core.dataset.source import LONGEST_ROW, lines_of
from epa_gui.core.jobs.copy_step import CopyStep

_COMMA = ","
_MOST_REMEMBERED = 4096
_LONGEST_REMEMBERED = 200
_SPACE = " \t\r\n\v\f"
_WHOLLY_QUOTED = re.compile('"(?:[^"]|"")*+"')

_ORDER = list(RepairKind)
_OF_FIELDS = (RepairKind.CHARACTERS, RepairKind.EMPTY_WORDS, RepairKind.NUMBERS, RepairKind.DATES)
"""What is done to the fields of a column, in this order: “1 234” with an odd blank is a number once that is plain."""

_NEEDS_NO_RECORDS = frozenset({RepairKind.ENCODING})


class ChangedMeanwhileError(Exception):
    """The text is not that of the file that was checked."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """How the copy of a file is made. It is always UTF-8 with BOM, and line ends stay as they are.

    Attributes:
        encoding: What the file is read as.
        delimiter: What stands between its fields.
        repairs: What is put right.
        steps: What the check saw each of these change; what is written must change as much.
    """

    encoding: Encoding
    delimiter: str = _COMMA
    repairs: frozenset[Repair] = frozenset()
    steps: tuple[CopyStep, ...] = ()

    @property
    def takes_apart(self) -> bool:
        """Whether records are looked at; else only the encoding changes, and every byte of text stays."""
        return any(repair.kind not in _NEEDS_NO_RECORDS for repair in self.repairs)

    @classmethod
    def of(cls, encoding: Encoding, delimiter: str, steps: Sequence[CopyStep]) -> "Conversion | None":
        """What these steps take; `None` if there are none.

        Args:
            encoding: What the file is read as.
            delimiter: What stands between its fields.
            steps: As the check told them, or as they were kept.
        """
        repairs = frozenset(repair for step in steps if (repair := repair_of(step)))
        return cls(encoding, delimiter, repairs, tuple(steps)) if repairs else None


class LeftOut:
    """Which rows are left out, counted as a spreadsheet counts the file itself.

    Attributes:
        last: The last of them; 0 for none.
    """

    def __init__(self, repairs: Collection[Repair]) -> None:
        runs = sorted(run for repair in repairs if repair.kind is RepairKind.ROWS for run in repair.rows)
        self._runs = runs
        self._next = 0
        self.last = max((last for _, last in runs), default=0)

    def __contains__(self, row: object) -> bool:
        """Asked for rising rows."""
        if not isinstance(row, int) or row > self.last:
            return False
        while self._next < len(self._runs) and self._runs[self._next][1] < row:
            self._next += 1
        return any(first <= row <= last for first, last in self._runs[self._next :] if first <= row)


class FieldRepairs:
    """Changes names and fields, and counts what it changed.

    Attributes:
        counts: How many names or fields each repair changed.
    """

    def __init__(self, repairs: Collection[Repair]) -> None:
        self.counts: Counter[Repair] = Counter()
        self._has_names = False
        self._column_names: list[str] = []
        self._names = next((repair for repair in repairs if repair.kind is RepairKind.NAMES), None)
        of_columns = {repair for repair in repairs if repair.kind is RepairKind.COLUMN}
        self._columns = {repair.column - 1: repair for repair in of_columns}
        self._left_out = sorted(self._columns, reverse=True)
        self._in_all = [repair for repair in _in_order(repairs) if repair.kind in _OF_FIELDS and not repair.column]
        self._in_one: dict[int, list[Repair]] = {}
        for repair in _in_order(repairs):
            if repair.kind in _OF_FIELDS and repair.column and repair.column - 1 not in self._columns:
                self._in_one.setdefault(repair.column - 1, []).append(repair)
        self._ways = {repair: _way(repair) for repair in (*self._in_all, *chain(*self._in_one.values()))}

    @property
    def is_needed(self) -> bool:
        """Whether anything is changed."""
        return bool(self._names or self._ways or self._columns)

    @property
    def changes_fields(self) -> bool:
        """Whether rows of data change at all."""
        return bool(self._ways or self._columns)

    def rewrite(self, rows: list[list[str]], first_row: int) -> list[list[str]]:  # noqa: ARG002  the table tells it
        """The rows of the copy, given those that stay; the first one of all holds the names."""
        if self._has_names or not rows:
            return self.rows(rows)
        self._has_names = True
        return [self.names(rows[0]), *self.rows(rows[1:])]

    def names(self, names: list[str]) -> list[str]:
        """The column names of the copy."""
        self._column_names = list(names)
        if self._names:
            made = cleaned_names(names)
            self.counts[self._names] += sum(one != other for one, other in zip(names, made, strict=True))
            names = made
        for repair in self._columns.values():
            self.counts[repair] += 0
        return self._without_columns(list(names))

    def rows(self, rows: list[list[str]]) -> list[list[str]]:
        """The rows of the copy; those that are given stay as they are."""
        if self.changes_fields:
            rows = [list(row) for row in rows]
        for repair in self._in_all:
            for row in rows:
                for at in range(len(row)):
                    self._change(row, at, repair)
        for at, repairs in self._in_one.items():
            for repair in repairs:
                for row in rows:
                    if at < len(row):
                        self._change(row, at, repair)
        return [self._without_columns(row) for row in rows] if self._columns else rows

    def kept_columns(self, count: int) -> list[int]:
        """Which of so many fields stay, from 0."""
        return [at for at in range(count) if at not in self._columns]

    def steps(self, rows: int, repairs: Collection[Repair], delimiter: str) -> tuple[CopyStep, ...]:
        """What was changed so far, with numbers.

        Args:
            rows: How many rows of the file were read. One that several repairs leave out counts for the first of them.
            repairs: All of what is put right.
            delimiter: What stands between the fields of the file.
        """
        names = self._column_names
        made: list[CopyStep] = []
        left_out: list[Repair] = []
        for repair in _in_order(repairs):
            if repair.kind is RepairKind.ENCODING:
                continue
            count = self.counts[repair]
            if repair.kind is RepairKind.ROWS:
                before = rows_within(left_out, rows)
                left_out.append(repair)
                count = rows_within(left_out, rows) - before
            name = names[repair.column - 1] if 0 < repair.column <= len(names) else ""
            name = delimiter if repair.kind is RepairKind.DELIMITER else name
            made.append(step_of(repair, name, count))
        return tuple(made)

    def _change(self, row: list[str], at: int, repair: Repair) -> None:
        field = row[at]
        if field and (made := self._ways[repair](field)) != field:
            row[at] = made
            self.counts[repair] += 1

    def _without_columns(self, row: list[str]) -> list[str]:
        for at in self._left_out:
            if at < len(row):
                del row[at]
        return row


class CopyWriter:
    """Turns the text of a file into that of its copy, in pieces of any size.

    Attributes:
        fields: What it changed.
    """

    def __init__(self, conversion: Conversion) -> None:
        self.fields = FieldRepairs(conversion.repairs)
        self._left_out = LeftOut(conversion.repairs)
        self._delimiter = conversion.delimiter or _COMMA
        has_commas = any(repair.kind is RepairKind.DELIMITER for repair in conversion.repairs)
        self._new_delimiter = _COMMA if has_commas else self._delimiter
        self._is_rewritten = self._new_delimiter != self._delimiter
        self._field = _field_pattern(self._delimiter)
        self._repairs = conversion.repairs
        self._open: list[str] = []
        self._carry = ""
        self._row = 0
        self._has_names = False

    def add(self, text: str, *, is_last: bool = False) -> str:
        """The copy of what is whole by now.

        Raises:
            ChangedMeanwhileError: A row does not end, as no checked one does.
        """
        text = self._carry + text
        cut = len(text)
        if not is_last:
            cut = text.rfind("\n") + 1
            cut = text.rfind("\r", cut, len(text) - 1) + 1 or cut
        self._carry = text[cut:]
        if len(self._carry) + sum(map(len, self._open)) > 2 * LONGEST_ROW:
            raise ChangedMeanwhileError
        text = text[:cut]
        if self._is_done_changing:
            return text
        goes_on = bool(self._open) and '"' not in text and not is_last
        self._open += lines_of(text)
        return "" if goes_on else "".join(map(self._copied, *self._records(is_last=is_last)))

    def steps(self) -> tuple[CopyStep, ...]:
        """What was changed so far, as `FieldRepairs.steps`."""
        return self.fields.steps(self._row, self._repairs, self._delimiter)

    @property
    def _is_done_changing(self) -> bool:
        """Whether nothing that still comes is changed: then it need not be taken apart."""
        is_open = self._open or self._is_rewritten or self.fields.changes_fields
        return self._has_names and self._row >= self._left_out.last and not is_open

    def _records(self, *, is_last: bool) -> tuple[list[list[str]], list[str]]:
        """The whole records there are: their fields, and their text."""
        asked_for_more = False
        lines = self._open

        def given() -> Iterator[str]:
            nonlocal asked_for_more
            yield from lines
            asked_for_more = True

        rows, texts, done = [], [], 0
        reader = csv.reader(given(), delimiter=self._delimiter)
        for row in reader:
            if asked_for_more and not is_last:
                break
            rows.append(row)
            texts.append(lines[done] if reader.line_num == done + 1 else "".join(lines[done : reader.line_num]))
            done = reader.line_num
        self._open = lines[done:]
        return rows, texts

    def _copied(self, row: list[str], text: str) -> str:
        self._row += 1
        if self._row in self._left_out:
            return ""
        if not row:
            return text
        if self._has_names:
            (after,) = self.fields.rows([row])
        else:
            after = self.fields.names(row)
            self._has_names = True
        if not self._is_rewritten and after == row:
            return text
        return self._written(row, after, text)

    def _written(self, before: list[str], after: list[str], text: str) -> str:
        """A record whose fields changed, or what stands between them: a field that did not keeps its quotes."""
        end = "\r\n" if text.endswith("\r\n") else text[-1:] if text.endswith(("\r", "\n")) else ""
        as_they_were = self._fields_as_written(text[: len(text) - len(end)])
        if len(as_they_were) != len(before):  # no checked file has such a record
            raise ChangedMeanwhileError
        kept = self.fields.kept_columns(len(before))
        made = [self._one(as_they_were[at], before[at], field) for at, field in zip(kept, after, strict=True)]
        written = self._new_delimiter.join(made)
        return ('""' if made and not written else written) + end  # without quotes it would be no record

    def _fields_as_written(self, record: str) -> list[str]:
        """The fields of a record with their quotes."""
        if '"' not in record:
            return record.split(self._delimiter)
        found, at = [], 0
        while match := self._field.match(record, at):
            found.append(match[0])
            at = match.end() + 1
            if at > len(record):
                break
        return found

    def _one(self, as_it_was: str, before: str, after: str) -> str:
        """One field as it is written."""
        if after != before:
            needs_quotes = as_it_was.startswith('"') or any(sign in after for sign in (self._new_delimiter, *'"\r\n'))
            return _quoted(after) if needs_quotes else after
        if self._is_rewritten and self._new_delimiter in as_it_was and not _WHOLLY_QUOTED.fullmatch(as_it_was):
            return _quoted(before)
        return as_it_was


def _field_pattern(delimiter: str) -> re.Pattern[str]:
    """A field as `csv` reads it: behind a closing quote, and in a field that begins with none, quotes are letters."""
    other = f"[^{re.escape(delimiter)}]*+"
    return re.compile(f'"(?:[^"]|"")*+"?+{other}|{other}')


def _quoted(field: str) -> str:
    doubled = field.replace('"', '""')
    return f'"{doubled}"'


def _in_order(repairs: Collection[Repair]) -> list[Repair]:
    return sorted(repairs, key=lambda repair: (_ORDER.index(repair.kind), repair.column, repair.rows, repair.words))


def _way(repair: Repair) -> Callable[[str], str]:
    """What a repair makes of one field. Fields repeat, so what was made of short ones is remembered."""
    words = frozenset(repair.words)
    ways: dict[RepairKind, Callable[[str], str]] = {
        RepairKind.CHARACTERS: cleaned,
        RepairKind.EMPTY_WORDS: lambda field: "" if field in words or field.strip(_SPACE) in words else field,
        RepairKind.NUMBERS: lambda field: field if (plain := plain_number(field)) is None else plain,
        RepairKind.DATES: lambda field: field if (plain := plain_date(field)) is None else plain,
    }
    way = ways[repair.kind]
    remembered = lru_cache(_MOST_REMEMBERED)(way)
    return lambda field: remembered(field) if len(field) <= _LONGEST_REMEMBERED else way(field)
