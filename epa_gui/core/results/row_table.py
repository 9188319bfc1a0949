"""A CSV or TSV file of any size as a table: its rows are found once, and read when somebody looks at them.

The file is copied out of wherever it is into a temporary one of this account alone, and the place of each row is noted
(8 bytes a row). Measured with 1,000,000 rows in a zip (197 MB unpacked): ready in 1.3 s, any 200 rows in 1.5 ms.
Reading the zip from its beginning for each page would take a second each, a database 70 MB to install.
"""

import bisect
import csv
import itertools
import os
import re
import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import IO

from epa_gui.core.files.private_files import make_private_folder
from epa_gui.core.files.safe_files import PRIVATE, create, is_ours
from epa_gui.core.results.row_finder import LineTooLongError, RowFinder, bytes_of_lines

MOST_BYTES = 2 << 30
"""Of a table that is copied."""

RESERVE = 1 << 30
"""Bytes of the disk that are left free for everybody else; of a small disk its twentieth part."""

LONGEST_ROW = 1 << 20
"""Bytes of a row that are shown; what is behind is left out."""

_MOST_AT_ONCE = 1 << 24
"""Bytes of rows that are read for one page."""

_PREFIX, _SUFFIX = "epa-table-", ".tmp"
_OPENED = "epa-opened-"
_LINE_END = re.compile(r"[\r\n]+\Z")
_LOOK_EVERY = 1 << 26
"""Bytes that are written between two looks at how much room there is."""

csv.field_size_limit(max(csv.field_size_limit(), 4 * LONGEST_ROW))


class Unshown(StrEnum):
    """Why a file cannot be shown, though nothing is wrong with it as far as anybody knows."""

    TOO_LARGE = "too large"
    NO_ROOM = "no room for a copy"
    UNREADABLE = "cannot be read"
    NOT_ITS_KIND = "not what its name says"


class TableError(Exception):
    """A table cannot be shown. Its texts are for logs; the classes tell people why."""


class TableTooLargeError(TableError):
    """It has more bytes than are shown as a table."""


class NoRoomError(TableError):
    """The disk has too little room for a copy of it."""


def opened_copy(folder: Path, name: str) -> Path:
    """Where to put a copy of an entry that another program is to open: in a folder of its own, which is made later."""
    number = 0
    while (place := folder / f"{_OPENED}{os.getpid()}-{number}").exists():
        number += 1
    return place / name


def clear_leftovers(folder: Path) -> None:
    """Delete what earlier runs have left in the folder for tables and for opened copies; nothing else in it."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  names are all that is wanted
    except OSError:
        return
    for name in names:
        if name.startswith(_PREFIX) and name.endswith(_SUFFIX):
            _delete(folder / name)
        elif name.startswith(_OPENED):
            shutil.rmtree(folder / name, ignore_errors=True)  # follows no link; what is open on Windows stays


class RowTable:
    """A table out of a stream of bytes.

    It may be used by several threads once `index` has begun; `index` itself by one.

    Args:
        source: The file's bytes, from its first one on.
        folder: For the temporary file; made if it is not there, for this account alone.
        is_tab_separated: Whether its name says so.
        most: Bytes at most.

    Attributes:
        is_complete: Whether all rows are known.

    Raises:
        OSError: The temporary file cannot be made.
    """

    def __init__(
        self, source: IO[bytes], folder: Path, *, is_tab_separated: bool = False, most: int = MOST_BYTES
    ) -> None:
        make_private_folder(folder)
        self.is_complete = False
        self._finder = RowFinder(self._read_bytes, is_tab_separated=is_tab_separated)
        self._offsets = self._finder.offsets
        self._source = source
        self._most = most
        self._folder = folder
        self._written = 0
        self._heading: tuple[str, ...] | None = None
        self._lock = threading.Lock()
        number = 0
        while True:
            self.path = folder / f"{_PREFIX}{os.getpid()}-{number}{_SUFFIX}"
            try:
                self._file: IO[bytes] = create(self.path, PRIVATE)
                break
            except FileExistsError:
                number += 1
        if sys.platform != "win32":  # gone from the folder at once, and from the disk when the program ends however
            self.path.unlink()

    def close(self) -> None:
        """Delete the temporary file; nothing can be read any more."""
        with self._lock:
            self._file.close()
        _delete(self.path)

    @property
    def encoding(self) -> str:
        """What its text is in, as far as it was read."""
        return self._finder.encoding

    @property
    def delimiter(self) -> str:
        """What parts the fields."""
        return self._finder.delimiter

    @property
    def row_count(self) -> int:
        """Rows known so far, without the heading."""
        count = len(self._offsets)
        if count and self._offsets[count - 1] >= self._finder.end:  # that row is not whole yet
            count -= 1
        return max(0, count - 1)

    @property
    def byte_count(self) -> int:
        """Bytes that are known so far."""
        return self._finder.end

    @property
    def columns(self) -> tuple[str, ...]:
        """The heading's fields; empty until the first row is known."""
        if self._heading is None:
            if not self._offsets or not self._finder.end:
                return ()
            self._heading = self._read(range(-1, 0))[0]
        return self._heading

    def index(self) -> Iterator[int]:
        """Copy and find the rows, a piece at a time: yields the bytes known after each, so that others get a turn.

        Raises:
            TableTooLargeError, NoRoomError: As they say.
            OSError: The disk, or `source`.
            EntryError: From `source`, if it is an entry of an archive; the rows before stay known.
        """
        for piece in filter(None, bytes_of_lines(self._source, self._finder.tell_encoding)):
            self._write(piece)
            try:
                self._finder.feed(piece)
            except LineTooLongError as error:
                raise TableTooLargeError("a line is too long") from error
            yield self._finder.end
        self.end_here()
        yield self._finder.end

    def end_here(self) -> None:
        """What was read is all there will be: at its end, or where `index` raised."""
        self._finder.finish()
        self.is_complete = True

    def rows(self, first: int, count: int) -> list[tuple[str, ...]]:
        """The fields of some rows, in the file's order; rows that are not known yet are left out.

        A row may have fewer fields than there are columns, or more.

        Args:
            first: The first row's number; 0 is the one behind the heading.
            count: How many.
        """
        return self._read(range(first, min(first + count, self.row_count)))

    def rows_at(self, numbers: Sequence[int]) -> list[tuple[str, ...]]:
        """The fields of rows anywhere, in the order asked for."""
        return [self.fields_of(line) for line in self.lines_at(numbers)]

    def lines_at(self, numbers: Sequence[int]) -> list[str]:
        """The same rows, each as one text, as it stands in the file."""
        if isinstance(numbers, range) and numbers.step == 1:
            pieces = self._pieces(numbers)
        else:
            pieces = []
            for _, group in itertools.groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
                run = [number for _, number in group]
                pieces += self._pieces(range(run[0], run[-1] + 1))
        return [piece.decode(self._finder.encoding, "replace") for piece in pieces]

    def blocks(self, most_rows: int, first: int = 0) -> Iterator[tuple[int, list[str]]]:
        """All rows from one on, block by block: the first one's number, and each row's text as it is in the file."""
        while first < (count := self.row_count):
            most = self._offsets[first + 1] + _MOST_AT_ONCE // 2
            last = bisect.bisect_right(self._offsets, most, first + 2, min(first + 1 + most_rows, count + 1)) - 1
            pieces = self._pieces(range(first, max(first + 1, last)))
            yield first, [piece.decode(self._finder.encoding, "replace") for piece in pieces]
            first += len(pieces)

    def fields_of(self, line: str) -> tuple[str, ...]:
        """The fields of a row's text."""
        line = _LINE_END.sub("", line)
        if '"' not in line:
            return tuple(line.split(self._finder.delimiter))
        try:
            return tuple(next(csv.reader([line], delimiter=self._finder.delimiter), ()))
        except csv.Error:  # a field longer than `csv` takes, or a line end where none may be
            return tuple(line.split(self._finder.delimiter))

    def _read(self, numbers: range) -> list[tuple[str, ...]]:
        return [self.fields_of(piece.decode(self._finder.encoding, "replace")) for piece in self._pieces(numbers)]

    def _pieces(self, numbers: range) -> list[bytes]:
        """The bytes of rows that follow each other, each cut to `LONGEST_ROW`; -1 is the heading."""
        starts = self._offsets[numbers.start + 1 : numbers.stop + 2]
        if len(starts) <= len(numbers):
            starts.append(self._finder.end)
        if len(starts) < 2:
            return []
        if starts[-1] - starts[0] <= _MOST_AT_ONCE:
            block, base = self._read_bytes(starts[0], starts[-1] - starts[0]), starts[0]
            return [
                block[one - base : min(two - base, one - base + LONGEST_ROW)] for one, two in itertools.pairwise(starts)
            ]
        share = max(1024, min(LONGEST_ROW, _MOST_AT_ONCE // len(starts)))
        return [self._read_bytes(one, min(two - one, share)) for one, two in itertools.pairwise(starts)]

    def _read_bytes(self, start: int, count: int) -> bytes:
        with self._lock:
            self._file.seek(start)
            return self._file.read(count)

    def _write(self, piece: bytes) -> None:
        if self._written + len(piece) > self._most:
            raise TableTooLargeError(f"more than {self._most} bytes")
        if not self._written or self._written // _LOOK_EVERY != (self._written + len(piece)) // _LOOK_EVERY:
            usage = shutil.disk_usage(self._folder)
            if usage.free - len(piece) < min(RESERVE, usage.total // 20):
                raise NoRoomError(f"{usage.free} bytes are free")
        view = memoryview(piece)
        with self._lock:
            self._file.seek(self._written)
            while view:
                view = view[self._file.write(view) :]
        self._written += len(piece)


def _delete(path: Path) -> None:
    try:
        if is_ours(path):
            path.unlink()
    except OSError:
        pass  # the next start tries again
