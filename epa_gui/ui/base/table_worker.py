"""Reads a table of any size for a view, in a thread of its own: finds its rows, and hands out pages meanwhile."""

import threading
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import Signal

from epa_gui.core.results.archive_entry import EntryError, Trouble
from epa_gui.ui.base.main_thread_priority import MainThreadPriority, short_switch_interval
from epa_gui.ui.base.threads import Worker

if TYPE_CHECKING:
    from epa_gui.core.results.row_table import RowTable, Unshown

PAGE = 200
"""Rows of a page."""

MOST_COPIED = 50_000
"""Rows that are copied at once; `_LONGEST_COPY` limits their letters."""

_LONGEST_COPY = 1 << 22
_TELL_EVERY = 0.25
"""Seconds between two reports of how many rows there are, or of how far it is."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which rows of a table are shown, and in what order.

    Attributes:
        text: What a field of theirs contains; empty for all rows.
        column: The column it is looked for in; all if `None`.
        is_whole: Whether the whole field is that text.
        rows: The only rows to show, ascending, 0 is the one behind the heading; all if `None`.
        sort_column: The column they are ordered by; the file's own order if `None`.
        is_descending: Whether the largest come first.
    """

    text: str = ""
    column: int | None = None
    is_whole: bool = False
    rows: tuple[int, ...] | None = None
    sort_column: int | None = None
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What is known of a table so far.

    Attributes:
        columns: The heading's fields.
        rows: How many rows were found.
        bytes_done: Bytes that were looked through.
        encoding: What its text is in.
        is_complete: Whether these are all.
    """

    columns: tuple[str, ...]
    rows: int
    bytes_done: int
    encoding: str
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows that follow each other in the view.

    Attributes:
        arrangement: Which arrangement they belong to, counted from 0.
        number: Which page of it, `PAGE` rows each.
        places: The rows' numbers in the file; 0 is the one behind the heading.
        rows: Their fields.
    """

    arrangement: int
    number: int
    places: Sequence[int]
    rows: list[tuple[str, ...]]


class _GivenUp(Exception):  # noqa: N818  not an error: an instruction
    """Somebody gave up what goes on."""


class TableWorker(Worker):
    """One table, from its first byte until nobody looks at it any more.

    Args:
        open_source: Opens the file's bytes, in this thread.
        folder: For the temporary file.
        is_tab_separated: Whether the file's name says so.

    Signals:
        grew: What is known so far, again and again until all is (`TableFacts`).
        page_read: A `Page` that was wanted.
        arranged: The rows are in another order or are others: which arrangement, and how many rows it has.
        progressed: How far arranging, finding or copying is, of 1000.
        ended: Arranging, finding or copying has ended, done or given up (the number it was given).
        found: The row in the view with what was looked for, or `None`.
        copied: The cells as text, and how many rows these are.
        failed: Why it cannot be shown, or not to its end (a `Trouble` or an `Unshown`).
    """

    grew = Signal(object)
    page_read = Signal(object)
    arranged = Signal(int, int)
    progressed = Signal(int)
    ended = Signal(int)
    found = Signal(object)
    copied = Signal(str, int)
    failed = Signal(object)

    def __init__(self, open_source: Callable[[], IO[bytes]], folder: Path, *, is_tab_separated: bool = False) -> None:
        super().__init__()
        self.way = MainThreadPriority()
        self._open_source = open_source
        self._folder = folder
        self._is_tab_separated = is_tab_separated
        self._stopped = threading.Event()
        self._given_up = threading.Event()
        self._wake = threading.Event()
        self._lock = threading.Lock()
        self._wanted: tuple[int, ...] = ()
        self._tasks: list[tuple[int, Callable[[], None]]] = []
        self._task_count = 0
        self._last_given_up = 0
        self._order: Sequence[int] | None = None
        self._filtered: tuple[Arrangement, Sequence[int] | None] = (Arrangement(), None)
        self._arrangement = 0
        self._told_at = 0.0
        self._table: RowTable

    def stop(self) -> None:
        """Let go of the table."""
        self._stopped.set()
        self._wake.set()

    def want(self, pages: Sequence[int]) -> None:
        """These pages are in view, the most important first; no others are wanted any more. From any thread."""
        with self._lock:
            self._wanted = tuple(pages)
        self._wake.set()

    def arrange(self, arrangement: Arrangement) -> int:
        """Show these rows in this order, once all are known; what was asked for before is given up."""
        return self._begin(lambda: self._arrange(arrangement))

    def find(self, text: str, start: int, *, is_backward: bool) -> int:
        """Look for the next row with a text, from a row in the view on; what was asked for before is given up."""
        return self._begin(lambda: self._find(text, start, is_backward=is_backward))

    def copy(self, rows: Sequence[range], columns: Sequence[int], *, has_heading: bool) -> int:
        """Put cells together as text; what was asked for before is given up."""
        return self._begin(lambda: self._copy(rows, columns, has_heading=has_heading))

    def give_up(self) -> None:
        """End what goes on, or was asked for, and leave the view as it is."""
        with self._lock:
            self._given_up.set()
            self._last_given_up = self._task_count
        self._wake.set()

    def _begin(self, task: Callable[[], None]) -> int:
        """Have it done instead of what is being done; the number it is given."""
        with self._lock:
            self._given_up.set()
            self._task_count += 1
            self._tasks = [(self._task_count, task)]
        self._wake.set()
        return self._task_count

    def run(self) -> None:
        """Find the rows, then answer what is asked."""
        from epa_gui.core.results.row_table import (  # noqa: PLC0415  not before something is looked at
            NoRoomError,
            RowTable,
            TableTooLargeError,
            Unshown,
        )

        with short_switch_interval():
            try:
                with self._open_source() as source:
                    self._table = RowTable(source, self._folder, is_tab_separated=self._is_tab_separated)
                    trouble = self._read()
            except EntryError as error:
                self.failed.emit(error.trouble)
                return
            except OSError:
                self.failed.emit(Unshown.UNREADABLE)
                return
            except (TableTooLargeError, NoRoomError) as error:
                self.failed.emit(Unshown.NO_ROOM if isinstance(error, NoRoomError) else Unshown.TOO_LARGE)
                self._table.close()
                return
        try:
            if trouble:
                self.failed.emit(trouble)
            while not self._stopped.is_set():
                self._wake.wait()
                self._wake.clear()
                self._hand_out()
                self._work_off()
        finally:
            self._table.close()

    def _read(self) -> "Trouble | Unshown | None":
        """Find all rows; why these are not all, if so."""
        from epa_gui.core.results.row_table import Unshown  # noqa: PLC0415  as above

        trouble: Trouble | Unshown | None = None
        try:
            for _ in self._table.index():
                if self._stopped.is_set():
                    return None
                self._hand_out()
                self._tell_grown()
                self.way.wait()
        except EntryError as error:
            trouble = error.trouble
            self._table.end_here()
        except OSError:
            trouble = Unshown.UNREADABLE
            self._table.end_here()
        self._tell_grown()
        return trouble

    def _tell_grown(self) -> None:
        table = self._table
        now = time.monotonic()
        if table.columns or table.is_complete:
            if now - self._told_at < _TELL_EVERY and not table.is_complete:
                return
            self._told_at = now
            self.grew.emit(
                TableFacts(table.columns, table.row_count, table.byte_count, table.encoding, table.is_complete)
            )

    def _hand_out(self) -> None:
        """Read the pages that are in view."""
        while not self._stopped.is_set():
            with self._lock:
                if not self._wanted:
                    return
                number, *rest = self._wanted
                self._wanted = tuple(rest)
            count = self._table.row_count if self._order is None else len(self._order)
            first, end = number * PAGE, min(count, (number + 1) * PAGE)
            places = range(first, end) if self._order is None else self._order[first:end]
            if places:
                rows = self._table.rows_at(places)
                self.page_read.emit(Page(self._arrangement, number, places, rows))

    def _work_off(self) -> None:
        with self._lock:
            if not self._tasks:
                return
            number, task = self._tasks.pop()
            if number > self._last_given_up:
                self._given_up.clear()
        try:
            with short_switch_interval():
                self._between(0, 1)
                task()
        except _GivenUp:
            pass
        finally:
            self.ended.emit(number)

    def _between(self, done: int, count: int) -> None:
        """Between two pieces of what takes long."""
        if self._stopped.is_set() or self._given_up.is_set():
            raise _GivenUp
        self._hand_out()
        now = time.monotonic()
        if now - self._told_at > _TELL_EVERY / 2:
            self._told_at = now
            self.progressed.emit(1000 * done // max(1, count))
        self.way.wait()

    def _arrange(self, wished: Arrangement) -> None:
        from epa_gui.core.results.row_order import matching_rows, sorted_rows  # noqa: PLC0415  as above

        rows: Sequence[int] | None = None if wished.rows is None else array("Q", wished.rows)
        if wished.text:
            known, found = self._filtered
            if (known.text, known.column, known.is_whole, known.rows) != (
                wished.text,
                wished.column,
                wished.is_whole,
                wished.rows,
            ):
                found = matching_rows(
                    self._table,
                    wished.text,
                    self._between,
                    column=wished.column,
                    is_whole=wished.is_whole,
                    rows=rows,
                )
                self._filtered = wished, found
            rows = found
        if wished.sort_column is not None:
            rows = sorted_rows(
                self._table, wished.sort_column, self._between, rows=rows, is_descending=wished.is_descending
            )
        self._order = rows
        self._arrangement += 1
        self.arranged.emit(self._arrangement, self._table.row_count if rows is None else len(rows))

    def _find(self, text: str, start: int, *, is_backward: bool) -> None:
        from epa_gui.core.results.row_order import next_match  # noqa: PLC0415  as above

        self.found.emit(
            next_match(self._table, text, self._between, order=self._order, start=start, is_backward=is_backward)
        )

    def _copy(self, wanted: Sequence[range], columns: Sequence[int], *, has_heading: bool) -> None:
        from epa_gui.core.results.cell_export import as_tsv_row  # noqa: PLC0415  as above

        lines = [as_tsv_row([_cell(self._table.columns, column) for column in columns])] if has_heading else []
        count = sum(map(len, wanted))
        copied = letters = 0
        for rows in wanted:
            for first in range(rows.start, rows.stop, PAGE):
                page = range(first, min(first + PAGE, rows.stop))
                places = page if self._order is None else [self._order[row] for row in page]
                for fields in self._table.rows_at(places):
                    if copied >= MOST_COPIED or letters > _LONGEST_COPY:
                        break
                    lines.append(as_tsv_row([_cell(fields, column) for column in columns]))
                    letters += len(lines[-1])
                    copied += 1
                self._between(copied, count)
                if copied >= MOST_COPIED or letters > _LONGEST_COPY:
                    break
        self.copied.emit("\n".join(lines), copied)


def _cell(fields: Sequence[str], column: int) -> str:
    return fields[column] if column < len(fields) else ""
