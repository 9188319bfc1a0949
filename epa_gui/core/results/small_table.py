"""Reads a small table whole: what any of the results' tables is but the rows themselves."""

import codecs
import csv
import io
import itertools
from typing import IO

MOST_BYTES = 4 << 20
_MOST_ROWS = 20_000
_MOST_CELLS = 200_000
_LONGEST_LINE = 1 << 20
_ENCODINGS = ("utf-8-sig", "cp932")


class NoTableError(ValueError):
    """What was read is no text, or no table."""


class TooLongError(ValueError):
    """A table that should be small is not."""


def read_table(stream: IO[bytes]) -> list[list[str]]:
    """Every row of a small table, its fields stripped of spaces; empty rows are left out.

    UTF-8 with or without BOM, UTF-16 with one, or Shift_JIS; fields parted by commas, tabs or semicolons.

    Raises:
        NoTableError, TooLongError: It is none.
        OSError: It cannot be read.
    """
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise TooLongError
    return parsed(content)


def parsed(content: bytes) -> list[list[str]]:
    """The rows of a table's bytes, as `read_table` has them."""
    text = decoded(content)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
        rows = [[field.strip() for field in row] for row in itertools.islice(reader, _MOST_ROWS + 1)]
    except csv.Error as error:
        raise NoTableError(str(error)) from error
    if len(rows) > _MOST_ROWS or sum(map(len, rows)) > _MOST_CELLS:
        raise TooLongError
    return [row for row in rows if any(row)]


def decoded(content: bytes, *, is_cut: bool = False) -> str:
    """The text of a table's bytes.

    Args:
        content: The bytes.
        is_cut: Whether they may end within a character.

    Raises:
        NoTableError: They are no text.
    """
    return _decode(content, encoding_of(content, is_cut=is_cut), is_cut=is_cut)


def encoding_of(content: bytes, *, is_cut: bool = False) -> str:
    """In which encoding a table's bytes are.

    Raises:
        NoTableError: In none that is known.
    """
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    if b"\x00" in content:
        raise NoTableError
    for encoding in _ENCODINGS:
        try:
            _decode(content, encoding, is_cut=is_cut)
        except NoTableError:
            continue
        return encoding
    raise NoTableError


def delimiter_of(text: str) -> str:
    """What parts the fields: what the first line that is not empty has most of, commas in doubt."""
    first = next((line for line in text[:_LONGEST_LINE].splitlines() if line.strip()), "")
    return max(",\t;", key=first.count)


def _decode(content: bytes, encoding: str, *, is_cut: bool) -> str:
    # Without the mark: with it, the codec tells places of errors that are three bytes too early.
    content = content.removeprefix(codecs.BOM_UTF8) if encoding == "utf-8-sig" else content
    encoding = "utf-8" if encoding == "utf-8-sig" else encoding
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if is_cut and error.end >= len(content) - 3 and error.start >= len(content) - 3:
            return content[: error.start].decode(encoding, "ignore")
        raise NoTableError from error
