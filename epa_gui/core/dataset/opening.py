"""Opens the files a person chose: ordinary files only, and without waiting for what never comes."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


class NotAFileError(OSError):
    """A pipe, a device, or something else that is no file with an end."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a file is still the one that was read: its size in bytes, and when it changed, nanoseconds."""

    size: int
    changed_ns: int


NO_STAMP = Stamp(0, 0)


def open_file(path: Path) -> BinaryIO:
    """Open for reading, without a buffer.

    Raises:
        NotAFileError: It is no ordinary file.
        OSError: It cannot be opened.
        ValueError: No file can have such a name.
    """
    file = open(path, "rb", buffering=0, opener=_open_at_once)  # noqa: SIM115  Path.open takes no opener
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotAFileError("not a file")
    return file


def _open_at_once(path: str, flags: int) -> int:
    """A pipe is opened without waiting for somebody to write to it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def stamp_of(file: BinaryIO | Path) -> Stamp:
    """The stamp of an open file, or of what is at a path now."""
    about = file.stat() if isinstance(file, Path) else os.fstat(file.fileno())
    return Stamp(about.st_size, about.st_mtime_ns)
