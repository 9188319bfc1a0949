"""Reads what a macOS program or library says of itself: for which processors, and from which macOS on.

Source: Apple's ``mach-o/loader.h`` and ``mach-o/fat.h``.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

_FAT = {0xCAFEBABE: ">IIIII", 0xCAFEBABF: ">IIQQII"}
_THIN_64 = 0xFEEDFACF
_MOST_SLICES = 16
"""Java's class files begin like fat ones; their next number is the version, from 45 on."""
_PROCESSORS = {0x01000007: "x86_64", 0x0100000C: "arm64"}
_BUILD_VERSION = 0x32
_VERSION_MIN_MACOSX = 0x24


@dataclass(frozen=True, slots=True)
class Slice:
    """One processor's part of a file.

    Attributes:
        processor: ``arm64`` or ``x86_64``; the number for another.
        minimum: The oldest macOS it runs on, (major, minor); (0, 0) if it does not say.
    """

    processor: str
    minimum: tuple[int, int]


def slices(path: Path) -> list[Slice]:
    """The file's parts, in its order; none if it is no such file."""
    content = path.read_bytes() if _is_one(path) else b""
    try:
        return [_slice(content, start) for start in _starts(content)]
    except struct.error:
        return []


def _is_one(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(8)
    if len(head) < 8:
        return False
    magic, count = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")
    is_fat = magic in _FAT and count <= _MOST_SLICES
    return is_fat or int.from_bytes(head[:4], "little") == _THIN_64


def _starts(content: bytes) -> list[int]:
    if not content:
        return []
    magic, count = struct.unpack_from(">II", content)
    entry = _FAT.get(magic)
    if entry is None:
        return [0]
    size = struct.calcsize(entry)
    return [struct.unpack_from(entry, content, 8 + number * size)[2] for number in range(count)]


def _slice(content: bytes, start: int) -> Slice:
    _, processor, _, _, count = struct.unpack_from("<5I", content, start)
    minimum, place = (0, 0), start + 32
    for _ in range(count):
        command, size, first, second = struct.unpack_from("<4I", content, place)
        if command in {_BUILD_VERSION, _VERSION_MIN_MACOSX}:
            version = second if command == _BUILD_VERSION else first
            minimum = version >> 16, version >> 8 & 0xFF
        place += size
    return Slice(_PROCESSORS.get(processor, str(processor)), minimum)
