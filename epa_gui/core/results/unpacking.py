"""Takes off gzip that a file was packed in for the way, a little at a time and not without end."""

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO

from epa_gui.core.results.zip_check import Untested

MOST_UNPACKED = 1 << 28
"""Bytes that anything may unpack to; what came in more bytes may unpack to `_MOST_SHARE` times these."""

_MOST_SHARE = 200
_PIECE = 1 << 18
_GZIP = 31
MAGIC = b"\x1f\x8b"


class DamagedGzipError(Exception):
    """It is cut short, its checksum does not match, or something else is behind it."""


class TooLargeError(Exception):
    """It unpacks to far more than results are."""


def unpack(source: IO[bytes], take: Callable[[bytes], object], stopped: Callable[[], bool], size: int) -> None:
    """Unpack one layer of gzip: one member after another, to the end of `source`.

    Args:
        source: Where the packed bytes are, from their first one on.
        take: Given the unpacked bytes in order.
        stopped: Asked between pieces; once it says so the unpacking ends early, and not all was given.
        size: How many bytes came over the line.

    Raises:
        DamagedGzipError: As it says.
        TooLargeError: Everything so far is more than `size` bytes should become.
        OSError: From `source` or `take`.
    """
    most, made = max(MOST_UNPACKED, _MOST_SHARE * size), 0
    member, packed = zlib.decompressobj(_GZIP), b""
    while not stopped():
        packed = packed or source.read(_PIECE)
        try:
            piece = member.decompress(packed, _PIECE)
        except zlib.error as error:
            raise DamagedGzipError(str(error)) from error
        made += len(piece)
        if made > most:
            raise TooLargeError(f"{made} / {size}")
        take(piece)
        if member.eof:
            packed = member.unused_data or source.read(_PIECE)
            if not packed:
                return
            member = zlib.decompressobj(_GZIP)
        elif not packed and not piece:
            raise DamagedGzipError("it ends too early")
        else:
            packed = member.unconsumed_tail


def is_packed_twice(source: IO[bytes]) -> bool:
    """Whether what is packed in a gzip file is gzip, by its first bytes."""
    source.seek(0)
    try:
        return zlib.decompressobj(_GZIP).decompress(source.read(_PIECE), len(MAGIC)) == MAGIC
    except zlib.error:
        return False


def check_gzip(path: Path, stopped: Callable[[], bool]) -> Untested | None:
    """See that a gzip file is whole and its checksums match.

    Returns:
        Why not all of it was tested; `None` if all was.

    Raises:
        DamagedGzipError: As `unpack`.
        OSError: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            unpack(file, len, stopped, path.stat().st_size)
    except TooLargeError:
        return Untested.TOO_LARGE
    return None
