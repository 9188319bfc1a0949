"""Finds where the rows of a CSV or TSV file begin, in pieces of its bytes as they come.

A row is what `csv` takes for one. A quotation mark that is opened and not closed within `_LONGEST_QUOTED` bytes is
taken for a letter, and so is every one behind it that is not closed in its own line: else it would swallow the rest.
"""

import bisect
import codecs
import itertools
import re
from array import array
from collections.abc import Callable, Iterator
from typing import IO

_PIECE = 1 << 20
_LONGEST_LINE = _PIECE * 64
_LONGEST_QUOTED = 1 << 24
_BLANK_AT_ONCE = 1 << 16
_DELIMITERS = ",\t;|"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class LineTooLongError(Exception):
    """A line has no end within what can be looked through."""


class RowFinder:
    """Given a file's bytes in order, knows where its rows begin.

    Args:
        read_back: Gives so many bytes from a place on, which were given to it before.
        is_tab_separated: Whether the file's name says so.

    Attributes:
        offsets: Where each row begins that is known, the heading too, in bytes.
        end: Where the last row ends that is known to be whole.
        encoding: What the text is in, as far as it was seen: UTF-8 as long as nothing speaks against it.
        delimiter: What parts the fields.
    """

    def __init__(self, read_back: Callable[[int, int], bytes], *, is_tab_separated: bool) -> None:
        self.offsets = array("Q")
        self.end = 0
        self.encoding = "utf-8"
        self.delimiter = "\t" if is_tab_separated else ","
        self._read_back = read_back
        self._is_tab_separated = is_tab_separated
        self._rest = b""  # a line that is not known to be whole
        self._line_at = 0  # where that begins
        self._row_at = 0  # where the row begins that it belongs to
        self._is_quoted = False  # whether it begins within quotation marks
        self._is_encoding_known = False
        self._is_unclosed = False

    def tell_encoding(self, encoding: str) -> None:
        """The text is in this, for certain."""
        self.encoding, self._is_encoding_known = encoding, True

    def feed(self, piece: bytes) -> None:
        """Note where the rows of the next bytes begin.

        Raises:
            LineTooLongError: As it says.
        """
        whole = self._rest + piece if self._rest else piece
        lines = whole.splitlines(keepends=True)
        is_last_whole = whole.endswith(b"\n")  # a \r may yet be followed by its \n
        self._rest = b"" if is_last_whole else lines.pop()
        if len(self._rest) > _LONGEST_LINE:  # a line without end: it is not gathered, only counted
            raise LineTooLongError
        if not lines:
            return
        self._settle(whole)
        starts = list(itertools.accumulate(map(len, lines), initial=self._line_at))
        self._line_at = starts.pop()
        if self._is_quoted or b'"' in whole:
            starts = self._without_quoted(lines, starts)
        self.offsets.extend(starts)
        if self._is_quoted and self._line_at - self._row_at > _LONGEST_QUOTED:
            self._give_lines_back(self._line_at)
            self._is_unclosed = True
        if not self._is_quoted:
            self._row_at = self._line_at
        self.end = self._row_at

    def _give_lines_back(self, until: int) -> None:
        """Take each line of a row for a row, since the quotation mark that opens in it is never closed."""
        lines = self._read_back(self._row_at, until - self._row_at).splitlines(keepends=True)
        starts = list(itertools.accumulate(map(len, lines), initial=self._row_at))
        self.offsets.extend(starts[1:-1])
        self._is_quoted = False

    def _settle(self, whole: bytes) -> None:
        """Decide about encoding and delimiter by the first bytes that tell."""
        if not self._is_encoding_known and not whole.isascii():
            self._is_encoding_known = True
            self.encoding = encoding_of(whole)
        if not self.offsets and not self._line_at:
            line = whole.decode(self.encoding, "replace").lstrip("\r\n").partition("\n")[0]
            self.delimiter = _delimiter_of(line, "\t" if self._is_tab_separated else ",")

    def _without_quoted(self, lines: list[bytes], starts: list[int]) -> list[int]:
        """The starts of rows among those of lines: a line that begins within quotation marks begins no row."""
        counts = [line.count(b'"') for line in lines]
        if not self._is_quoted and not any(count & 1 for count in counts):
            return starts
        found, row_at = [], self._row_at
        for line, start, count in zip(lines, starts, counts, strict=True):
            if self._is_quoted:
                self._is_quoted = not count or self._ends_quoted(line, is_quoted=True)
                continue
            found.append(start)
            row_at = start
            # One that stands within a field is a letter, as in 5" disks.
            self._is_quoted = bool(count & 1) and not self._is_unclosed and self._ends_quoted(line)
        self._row_at = row_at
        return found

    def _ends_quoted(self, line: bytes, *, is_quoted: bool = False) -> bool:
        """Whether a line ends within quotation marks, by what `csv` does with it; `is_quoted` if it begins so."""
        delimiter = self.delimiter.encode()
        at, size = 0, len(line)
        while at < size:
            if not is_quoted and line[at : at + 1] != b'"':
                at = line.find(delimiter, at) + 1
                if not at:
                    return False
                continue
            at += not is_quoted
            is_quoted = False
            while True:
                at = line.find(b'"', at) + 1
                if not at:
                    return True
                if line[at : at + 1] != b'"':
                    break
                at += 1
            at = line.find(delimiter, at) + 1
            if not at:
                return False
        return False

    def finish(self) -> None:
        """Take the last line in, which nothing ends."""
        tail, end = self._rest, self._line_at + len(self._rest)
        if tail:
            self._settle(tail)
            if self._is_quoted:
                self._is_quoted = self._ends_quoted(tail, is_quoted=True)
            else:
                self.offsets.append(self._line_at)
        if self._is_quoted:
            self._give_lines_back(end)
        self.end = end
        self._drop_blank_lines()

    def _drop_blank_lines(self) -> None:
        """Drop the blank lines at the end, which are no rows; not the heading, whatever it is."""
        filled, block = self.end, b""
        while filled and not block:  # by their bytes: one line at a time, 50 MB of them take minutes
            begin = max(0, filled - _BLANK_AT_ONCE)
            block = self._read_back(begin, filled - begin).rstrip(b"\r\n")
            filled = begin + len(block)
        first = max(1, bisect.bisect_left(self.offsets, filled))
        if first < len(self.offsets):
            self.end = self.offsets[first]
            del self.offsets[first:]


def bytes_of_lines(source: IO[bytes], told: Callable[[str], object]) -> Iterator[bytes]:
    """The pieces of a file without its byte order mark; UTF-16 and 32 as UTF-8, whose line ends are single bytes."""
    first = source.read(_PIECE)
    while len(first) < 4 and (more := source.read(_PIECE)):
        first += more
    for mark, encoding in _BOMS:
        if first.startswith(mark):
            told("utf-8")
            first = first[len(mark) :]
            if encoding == "utf-8":
                break
            decoder = codecs.getincrementaldecoder(encoding)("replace")
            for piece in itertools.chain([first], _rest_of(source)):
                yield decoder.decode(piece).encode("utf-8", "replace")
            yield decoder.decode(b"", final=True).encode("utf-8", "replace")
            return
    yield first
    yield from _rest_of(source)


def _rest_of(source: IO[bytes]) -> Iterator[bytes]:
    while piece := source.read(_PIECE):
        yield piece


def encoding_of(text: bytes) -> str:
    """By the first bytes beyond ASCII: strict UTF-8, then Shift_JIS as Windows has it; else UTF-8 with “�”."""
    for encoding in ("utf-8", "cp932"):
        try:
            codecs.getincrementaldecoder(encoding)().decode(text)
        except UnicodeDecodeError:
            continue
        return encoding
    return "utf-8"


def _delimiter_of(line: str, usual: str) -> str:
    plain = re.sub(r'"[^"]*"', "", line)
    most = max(_DELIMITERS, key=plain.count)
    return most if plain.count(most) > plain.count(usual) else usual
