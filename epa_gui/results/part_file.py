"""A file on its way: ``NAME.part`` until it is whole and sound, then NAME."""

import contextlib
import errno
import lzma
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from epa_gui.jobs import windows_error
from epa_gui.jobs.problem import Problem, ProblemKind, Trouble

if TYPE_CHECKING:
    import zipfile

HOLDS_NEW_FILES = sys.platform.startswith("win")
"""On Windows antivirus and search indexers hold a new file for a moment."""

_RENAME_TRIES = 20
_RENAME_WAIT = 0.25
_PIECE = 1 << 20
_ROOM_TO_SPARE = 1 << 20

_BY_NUMBER = {
    errno.ENOSPC: ProblemKind.DISK_FULL,
    errno.EDQUOT: ProblemKind.DISK_FULL,
    errno.EFBIG: ProblemKind.DISK_FULL,
    errno.EROFS: ProblemKind.FOLDER_READ_ONLY,
    errno.EACCES: ProblemKind.FOLDER_READ_ONLY,
    errno.EPERM: ProblemKind.FOLDER_READ_ONLY,
    errno.ENOENT: ProblemKind.FOLDER_GONE,
    errno.ENOTDIR: ProblemKind.FOLDER_GONE,
    errno.ENAMETOOLONG: ProblemKind.NAME_REFUSED,
    errno.EINVAL: ProblemKind.NAME_REFUSED,
    errno.EILSEQ: ProblemKind.NAME_REFUSED,
    errno.EISDIR: ProblemKind.NAME_REFUSED,
    errno.EBUSY: ProblemKind.FILE_IN_USE,
    errno.ETXTBSY: ProblemKind.FILE_IN_USE,
}
_BY_WINDOWS_NUMBER = {
    **dict.fromkeys(windows_error.IN_USE, ProblemKind.FILE_IN_USE),
    **dict.fromkeys(windows_error.OUT_OF_ROOM, ProblemKind.DISK_FULL),
    **dict.fromkeys(windows_error.BAD_NAME, ProblemKind.NAME_REFUSED),
}


def disk_problem(error: OSError | ValueError, path: Path) -> Problem:
    """What a failed file operation means."""
    if isinstance(error, ValueError):
        return Problem(ProblemKind.NAME_REFUSED, str(error), str(path))
    kind = _BY_WINDOWS_NUMBER.get(windows_error.windows_number(error, path))
    if kind is None:
        kind = _BY_NUMBER.get(error.errno or 0, ProblemKind.DISK_TROUBLE)
    return Problem(kind, error.strerror or str(error), str(path))


class PartFile:
    """Takes the bytes of a download, in order.

    Every method raises `Trouble` with a disk problem when the disk refuses.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self.path = target.with_name(target.name + ".part")
        self._file: BinaryIO | None = None

    def size(self) -> int:
        """How many bytes are there from an earlier try."""
        try:
            return self.path.stat().st_size
        except (OSError, ValueError):
            return 0

    def open(self, start: int, size: int) -> None:
        """Begin to write at byte `start`, dropping what is behind it; `size` is the whole file's, or 0."""
        try:
            self.close()
            self._file = self.path.open("r+b" if start else "wb", buffering=0)
            # After opening: a folder that cannot be written to often says that it has no room, too.
            free = shutil.disk_usage(self.target.parent).free
            if size and free + self.size() < size + _ROOM_TO_SPARE:
                if not start:
                    self.discard()
                raise Trouble(Problem(ProblemKind.DISK_FULL, "", str(self.target)))
            self._file.truncate(start)
            self._file.seek(start)
        except (OSError, ValueError) as error:
            raise Trouble(disk_problem(error, self.path)) from error

    def write(self, piece: bytes) -> None:
        """Add the next bytes."""
        if self._file is None:
            raise ValueError("not open")
        view = memoryview(piece)
        try:
            while view:
                view = view[self._file.write(view) :]
        except OSError as error:
            raise Trouble(disk_problem(error, self.path)) from error

    def finish(self, stopped: Callable[[], bool], wait: Callable[[float], object] = time.sleep) -> bool:
        """Make it NAME: on the disk for good, a zip's checksums right, then renamed; `False` if stopped before that.

        Raises:
            Trouble: The disk refuses, or the zip is damaged (the part is then deleted: more of it would not help).
        """
        try:
            if self._file is not None:
                os.fsync(self._file.fileno())
            self.close()
        except OSError as error:
            raise Trouble(disk_problem(error, self.path)) from error
        if not is_sound(self.path, stopped):
            self.discard()
            raise Trouble(Problem(ProblemKind.DAMAGED_FILE, "", str(self.target)))
        if stopped():
            return False
        self._rename(stopped, wait)
        return True

    def _rename(self, stopped: Callable[[], bool], wait: Callable[[float], object]) -> None:
        """A system that holds new files gets a few tries."""
        for attempt in range(_RENAME_TRIES):
            try:
                self.path.replace(self.target)
            except PermissionError as error:
                if not HOLDS_NEW_FILES or attempt == _RENAME_TRIES - 1 or stopped():
                    raise Trouble(disk_problem(error, self.target)) from error
                wait(_RENAME_WAIT)
            except (OSError, ValueError) as error:
                raise Trouble(disk_problem(error, self.target)) from error
            else:
                return

    def close(self) -> None:
        """Stop writing, keep what is there."""
        if self._file is not None:
            file, self._file = self._file, None
            file.close()

    def discard(self) -> None:
        """Delete what is there so far."""
        with contextlib.suppress(OSError, ValueError):
            self.close()
            self.path.unlink(missing_ok=True)


def is_sound(path: Path, stopped: Callable[[], bool]) -> bool:
    """Whether a file that says it is a zip has all its parts with the right checksums; other files pass.

    A file is a zip by its first bytes, so that one cut before its directory does not slip through as "no zip".
    """
    # Here, not above: loading them takes longer than a window should wait for.
    import zipfile  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            if file.read(4) not in {b"PK\x03\x04", b"PK\x05\x06"}:
                return True
        with zipfile.ZipFile(path) as archive:
            return all(_reads_whole(archive, member, stopped) for member in archive.infolist())
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, OverflowError):
        return False
    except (NotImplementedError, RuntimeError):
        return True  # encrypted, or packed in a way Python cannot read: whole as far as anybody here can tell
    except OSError as error:
        if error.errno is None:
            return False  # not the disk: bz2 says so of damaged data
        raise Trouble(disk_problem(error, path)) from error


def _reads_whole(archive: "zipfile.ZipFile", member: "zipfile.ZipInfo", stopped: Callable[[], bool]) -> bool:
    with archive.open(member) as file:
        while not stopped() and file.read(_PIECE):
            pass
    return True
