"""Reads the first rows of one table out of saved results, whatever these are: never slow, never an error.

Source: "Results" in the service's manual.
"""

import csv
import io
import re
from pathlib import Path
from typing import IO

from epa_gui.core.results.zip_check import has_small_directory

_LONGEST_BEGINNING = 1 << 20


def beginning_of(results: Path, table: str, most: int = _LONGEST_BEGINNING) -> bytes:
    """The first lines of a table; nothing where there is no such table, or it cannot be read.

    Args:
        results: A zip that may hold it, in whatever folder; or that table alone, its name within the file's own.
        table: Its file name, such as ``metrics.csv``.
        most: So many bytes at most; a line cut short by that is left out.
    """
    # Here, not above: loading it takes longer than a window should wait for.
    import struct  # noqa: PLC0415
    import zipfile  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    try:
        if not zipfile.is_zipfile(results):
            return _beginning_of_file(results, table, most)
        if not has_small_directory(results):
            return b""
        with zipfile.ZipFile(results) as archive:
            member = next((one for one in archive.infolist() if _last_part(one.filename) == table), None)
            # Other ways of packing let a few bytes grow to a hundred megabytes at one stroke.
            if member is None or member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                return b""
            with archive.open(member) as file:
                return _whole_lines(file, most)
    except (OSError, zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, ValueError, EOFError, OverflowError):
        return b""  # a RuntimeError says that it is encrypted, or packed in a way nobody here knows


def rows_in(beginning: bytes) -> list[list[str]]:
    """The rows a table begins with; none where the bytes are no text or no table.

    UTF-8 with or without BOM, or Shift_JIS; fields are parted by commas, or by tabs where the first row has more of
    these. A byte order mark goes.
    """
    text = _text_of(beginning)
    first_row = text.partition("\n")[0]
    delimiter = "\t" if first_row.count("\t") > first_row.count(",") else ","
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return []


def _beginning_of_file(path: Path, table: str, most: int) -> bytes:
    stem, dot, suffix = table.rpartition(".")
    if not re.search(rf"{re.escape(stem)}\b.*{re.escape(dot + suffix)}$", path.name.casefold()):
        return b""
    with path.open("rb") as file:
        return _whole_lines(file, most)


def _whole_lines(file: IO[bytes], most: int) -> bytes:
    read = file.read(most + 1)
    return read if len(read) <= most else read[: read.rfind(b"\n", 0, most) + 1]


def _text_of(beginning: bytes) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return beginning.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _last_part(name: str) -> str:
    return re.split(r"[/\\]", name)[-1].casefold()
