"""Reads the wanted columns of a long table, some rows at a time, whatever its encoding and delimiter.

By where the delimiters are; where a quotation mark stands within a field, or in an encoding of two bytes a sign, by the
csv module, which takes three times as long.
"""

import codecs
import csv
import io
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import itemgetter
from typing import IO

from epa_gui.core.results.byte_columns import ENCODINGS, Column, columns_of, fields_of
from epa_gui.core.results.small_table import NoTableError, TooLongError

_PIECE = 1 << 20
_BATCH = 4_000
_LONGEST_RECORD = 8 << 20
_MOST_OPEN = 100
"""Quotation marks left open behind each other that are made up for at a table's end."""

_BEHIND = "\x03"
"""A line behind the last one: it comes out alone unless a quotation mark before it is open."""

Batch = Sequence[Column]
"""Columns of some rows of the file, each as long as the others."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is read of a table.

    Attributes:
        encoding: Of its bytes.
        delimiter: Between its fields.
        width: How many columns it has.
        places: Which of them are needed, in their order.
        numbers: Those of these that hold numbers.
    """

    encoding: str
    delimiter: str
    width: int
    places: Sequence[int]
    numbers: Collection[int]


def batches_of(stream: IO[bytes], beginning: bytes, wanted: Wanted, stopped: Callable[[], bool]) -> Iterator[Batch]:
    """The wanted columns of all rows but the headings; those of a row with too many or too few fields are empty.

    Args:
        stream: The table's bytes, from behind those that were read.
        beginning: What was read of them.
        wanted: What is read.
        stopped: Asked between pieces; once it says so, reading ends as if the file did.

    Raises:
        NoTableError, TooLongError: It is no table.
        OSError: It cannot be read.
    """
    pieces = _pieces(stream, beginning, stopped)
    if wanted.encoding in ENCODINGS:
        yield from _byte_batches(pieces, wanted)
    else:
        yield from _batches(_texts(pieces, wanted.encoding), wanted, skips_first=True)


def _pieces(stream: IO[bytes], beginning: bytes, stopped: Callable[[], bool]) -> Iterator[bytes]:
    yield beginning
    while not stopped() and (piece := stream.read(_PIECE)):
        yield piece


def _texts(pieces: Iterator[bytes], encoding: str) -> Iterator[str]:
    """The text, piece by piece; what cannot be decoded ends as a replacement sign in its field."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for piece in pieces:
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def _byte_batches(pieces: Iterator[bytes], wanted: Wanted) -> Iterator[Batch]:
    """The wanted columns by where the delimiters are; of a piece with an odd line in it by the csv module."""
    rest, is_first = b"", True
    for piece in pieces:
        end = piece.rfind(b"\n") + 1
        block, tail = (rest + piece[:end], piece[end:]) if end else (b"", rest + piece)
        block = block.replace(b"\r", b"")
        if is_first and block:
            is_first, block = False, _without_headings(block, wanted)
        found, rest = _of_block(block, wanted)
        yield from found
        rest += tail
        if len(rest) > _LONGEST_RECORD:
            line, line_end, below = rest.partition(b"\n")
            if not line_end or b'"' not in line:
                raise TooLongError
            yield _broken_row(wanted)  # a quotation mark that is never closed does not take the rest with it
            end = below.rfind(b"\n") + 1
            found, rest = _of_block(below[:end], wanted)
            yield from found
            rest += below[end:]
    rest = rest.replace(b"\r", b"")
    yield from _at_end(_without_headings(rest, wanted) if is_first else rest, wanted)


def _at_end(rest: bytes, wanted: Wanted) -> Iterator[Batch]:
    """What is left when there is nothing more to come; here too an open quotation mark makes one broken row."""
    lines = rest.splitlines(keepends=True)
    for _ in range(_MOST_OPEN):
        if not any(line.strip() for line in lines):
            return
        texts = [line.decode(wanted.encoding, "replace").rstrip("\n") + "\n" for line in lines]
        reader = csv.reader([*texts, _BEHIND], delimiter=wanted.delimiter)
        rows: list[list[str]] = []
        begins = [0]
        with suppress(csv.Error):  # a field too long: the mark before it is open
            for row in reader:
                rows.append(row)
                begins.append(reader.line_num)
        if rows and rows[-1] == [_BEHIND]:
            yield from _picked(iter(rows[:-1]), wanted)
            return
        is_read_to_end = begins[-1] > len(lines)
        rows, begins = (rows[:-1], begins[:-1]) if is_read_to_end else (rows, begins)
        yield from _picked(iter(rows), wanted)
        yield _broken_row(wanted)
        lines = lines[begins[-1] + 1 :]
    raise NoTableError


def _broken_row(wanted: Wanted) -> Batch:
    return [("",)] * len(wanted.places)


def _without_headings(block: bytes, wanted: Wanted) -> bytes:
    """What stands below the headings, which may be quoted and so take several lines."""
    lines = block.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
    reader = csv.reader((line.decode(wanted.encoding, "replace") for line in lines), delimiter=wanted.delimiter)
    with _as_table():
        next((row for row in reader if any(row)), None)
    return b"".join(lines[reader.line_num :])


def _of_block(block: bytes, wanted: Wanted) -> tuple[Iterator[Batch], bytes]:
    """The columns of a piece that begins with a line and ends with one, and what of it belongs to the next piece."""
    if not block:
        return iter(()), b""
    fields = fields_of(block, wanted.delimiter)
    if fields is None:
        return _of_records(block, wanted)
    if not fields.stop:
        return iter(()), block
    columns = columns_of(fields, wanted.width, wanted.places, wanted.numbers, encoding=wanted.encoding)
    if columns is not None:
        return iter([columns]), block[fields.stop :]
    text = block[: fields.stop].decode(wanted.encoding, "replace")
    return _batches(iter([text]), wanted, skips_first=False), block[fields.stop :]


def _of_records(block: bytes, wanted: Wanted) -> tuple[Iterator[Batch], bytes]:
    """The same by the csv module. Nobody knows whether the last record is whole: it belongs to the next piece."""
    lines = block.splitlines(keepends=True)
    reader = csv.reader((line.decode(wanted.encoding, "replace") for line in lines), delimiter=wanted.delimiter)
    rows: list[list[str]] = []
    begins = [0]
    with _as_table():
        for row in reader:
            rows.append(row)
            begins.append(reader.line_num)
    return _picked(iter(rows[:-1]), wanted), b"".join(lines[begins[-2] :] if rows else [])


def _batches(pieces: Iterator[str], wanted: Wanted, *, skips_first: bool) -> Iterator[Batch]:
    """The wanted columns of all rows but perhaps the first, some rows at a time."""
    rest, is_first = "", skips_first
    for piece in pieces:
        rest += piece
        if '"' in piece:
            yield from _slowly(_lines(rest, pieces), wanted, skips_first=is_first)
            return
        end = rest.rfind("\n") + 1
        if not end and len(rest) > _LONGEST_RECORD:
            raise TooLongError
        lines = rest[:end].replace("\r", "").split("\n")[:-1]
        rest = rest[end:]
        if is_first and lines:
            is_first = False
            lines = lines[
                next((place for place, line in enumerate(lines) if line.strip(wanted.delimiter + " ")), 0) + 1 :
            ]
        if lines:
            yield _quickly(lines, wanted)
    if rest.strip():
        yield from _slowly(iter([rest]), wanted, skips_first=is_first)


def _quickly(lines: list[str], wanted: Wanted) -> Batch:
    """Fields of lines without quotes: only the wanted ones, and what is left of the first and right of the last gap."""
    delimiter, width = wanted.delimiter, wanted.width
    counts = {line.count(delimiter) for line in lines}
    if counts != {width - 1}:
        # Tell which is broken by place: an empty line is none at all.
        lines = [line for line in lines if line]
        kept = [line if line.count(delimiter) == width - 1 else delimiter * (width - 1) for line in lines]
        lines = kept
    if not lines:
        return []
    left, right = _cut(wanted.places, width)
    fields: dict[int, tuple[str, ...]] = {}
    rests: Sequence[str] = lines
    if left >= 0:
        columns = list(zip(*[line.split(delimiter, left + 1) for line in lines], strict=True))
        fields |= dict(enumerate(columns[: left + 1]))
        rests = columns[left + 1] if left + 1 < width else ()
    if right < width:
        ends = list(zip(*[rest.rsplit(delimiter, width - right) for rest in rests], strict=True))
        fields |= {right + place: column for place, column in enumerate(ends[-(width - right) :])}
    return [fields[place] for place in wanted.places]


def _cut(wanted: Sequence[int], width: int) -> tuple[int, int]:
    """The last wanted column read from the left, -1 for none, and the first read from the right, `width` for none.

    The widest gap between wanted columns is never split into fields.
    """
    edges = [-1, *wanted, width]
    gaps = [(second - first, first, second) for first, second in pairwise(edges)]
    _, left, right = max(gaps)
    return left, right


def _lines(rest: str, pieces: Iterator[str]) -> Iterator[str]:
    """Whole lines of what is left and of what comes."""
    for piece in pieces:
        end = rest.rfind("\n") + 1
        yield from io.StringIO(rest[:end], newline="")
        rest = rest[end:] + piece
        if len(rest) > _LONGEST_RECORD and "\n" not in rest:
            raise TooLongError
    yield from io.StringIO(rest, newline="")


def _slowly(lines: Iterator[str], wanted: Wanted, *, skips_first: bool) -> Iterator[Batch]:
    """The same by the csv module, which reads quotes."""
    reader = csv.reader(lines, delimiter=wanted.delimiter)
    with _as_table():
        if skips_first:
            next((row for row in reader if any(row)), None)
        yield from _picked(reader, wanted)


def _picked(rows: Iterator[list[str]], wanted: Wanted) -> Iterator[Batch]:
    """The wanted columns of parted rows; those of a row with too many or too few fields are empty."""
    places = wanted.places
    pick = itemgetter(*places) if len(places) > 1 else lambda row: (row[places[0]],)
    empty = ("",) * len(places)
    while some := list(islice(rows, _BATCH)):
        found = [pick(row) if len(row) == wanted.width else empty for row in some if row]
        if found:
            yield list(zip(*found, strict=True))


@contextmanager
def _as_table() -> Iterator[None]:
    """What the csv module cannot read is no table."""
    try:
        yield
    except csv.Error as error:
        raise NoTableError(str(error)) from error
