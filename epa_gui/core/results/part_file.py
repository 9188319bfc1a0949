"""A file on its way: ``NAME.part`` until it is whole and sound, then NAME.

A part is made by this program, exclusively, or it is not touched: where something else has the name, the next of
``NAME.2.part``, ``NAME.3.part`` … is taken. To go on after a restart, the list keeps which file it was (`Partial`).
"""

import contextlib
import errno
import os
import shutil
import sys
import time
from collections.abc import Callable
from io import FileIO
from pathlib import Path

from epa_gui.core.files import windows_error
from epa_gui.core.files.safe_files import SHARED, NotOursError, create_beside, identity_of, is_ours, remove, reopen
from epa_gui.core.jobs.job import Partial
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.results.zip_check import DamagedZipError, begins_as_zip, check_zip

HOLDS_NEW_FILES = sys.platform.startswith("win")
"""On Windows antivirus and search indexers hold a new file for a moment."""

_RENAME_TRIES = 20
_RENAME_WAIT = 0.25
_MOST_RESERVE = 1 << 26
_SHARE_OF_RESERVE = 20
_LOOK_EVERY = 1 << 22
"""Bytes that are written between two looks at how much room there is."""

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
    if isinstance(error, NotOursError):
        return Problem(ProblemKind.NOT_OUR_FILE, error.strerror or "", str(path))
    kind = _BY_WINDOWS_NUMBER.get(windows_error.windows_number(error, path))
    if kind is None:
        kind = _BY_NUMBER.get(error.errno or 0, ProblemKind.DISK_TROUBLE)
    return Problem(kind, error.strerror or str(error), str(path))


class PartFile:
    """Takes the bytes of a download, in order.

    Every method raises `ProblemError` with a disk problem when the disk refuses.

    Args:
        target: The file it becomes.
        left: What an earlier try left, from the list; only that is gone on with, and only if it still is that file.
        mode: Who may read it, where the system has such a thing; the umask takes away from it.

    Attributes:
        target: As given.
        path: Where the bytes are.
        mode: As given.
    """

    def __init__(self, target: Path, left: Partial | None = None, mode: int = SHARED) -> None:
        self.mode = mode
        self.target = target
        self.path = target.with_name(left.part if left and left.part else target.name + ".part")
        self._file: FileIO | None = None
        self._identity = left.identity if left else ""
        # A list from before identities were kept knows that there is a part by its version alone.
        self._is_known = bool(left and (left.identity or left.etag))
        self._made_at: Path | None = None
        self._until_look = 0

    @property
    def identity(self) -> str:
        """Which file it is, for a later try."""
        return self._identity

    def size(self) -> int:
        """How many bytes are there, also from an earlier try; 0 if what is there is not this program's."""
        try:
            return self.path.stat().st_size if self._is_known and is_ours(self.path, self._identity) else 0
        except (OSError, ValueError):
            return 0

    def open(self, start: int, size: int) -> None:
        """Begin to write at byte `start`, dropping what is behind it; `size` is the whole file's, or 0."""
        try:
            self.close()
            is_there = self._is_known and is_ours(self.path, self._identity)
            if start or is_there:
                self._file = reopen(self.path, self._identity)
            else:
                self.path, self._file = create_beside(self.target, "part", self.mode)
            self._identity, self._is_known, self._made_at = identity_of(self._file), True, self.path
            # After opening: a folder that cannot be written to often says that it has no room, too.
            if size and not self._has_room(size - self.size()):
                if not start:
                    self.discard()
                raise ProblemError(Problem(ProblemKind.DISK_FULL, "", str(self.target)))
            self._file.truncate(start)
            self._file.seek(start)
            self._until_look = 0
        except (OSError, ValueError) as error:
            raise ProblemError(disk_problem(error, self.path)) from error

    def write(self, piece: bytes) -> None:
        """Add the next bytes, as long as some room on the disk is left for everybody else."""
        if self._file is None:
            raise ValueError("not open")
        view = memoryview(piece)
        try:
            self._see_that_there_is_room(len(piece))
            while view:
                view = view[self._file.write(view) :]
        except OSError as error:
            raise ProblemError(disk_problem(error, self.path)) from error

    def _see_that_there_is_room(self, count: int) -> None:
        self._until_look -= count
        if self._until_look < 0:
            if not self._has_room(count):
                raise ProblemError(Problem(ProblemKind.DISK_FULL, "", str(self.target)))
            self._until_look = min(_LOOK_EVERY, _reserve(shutil.disk_usage(self.target.parent).total) // 4)

    def _has_room(self, count: int) -> bool:
        usage = shutil.disk_usage(self.target.parent)
        return usage.free - count >= _reserve(usage.total)

    def finish(
        self,
        stopped: Callable[[], bool],
        wait: Callable[[float], object] = time.sleep,
        check: Callable[[Path, Callable[[], bool]], bool] | None = None,
    ) -> bool:
        """Make it NAME: on the disk for good, sound, then renamed; `False` if stopped before that.

        Args:
            stopped: Asked between pieces.
            wait: Sleeps, while a scanner holds the file.
            check: Tells whether it is sound; without one a zip's checksums must be right.

        Raises:
            ProblemError: The disk refuses, or the file is damaged (the part is then deleted: more would not help).
        """
        self.keep()
        if not (check or is_sound)(self.path, stopped):
            self.discard()
            raise ProblemError(Problem(ProblemKind.DAMAGED_FILE, "", str(self.target)))
        if stopped():
            return False
        self._rename(stopped, wait)
        return True

    def keep(self) -> None:
        """Have it on the disk for good, and stop writing."""
        try:
            if self._file is not None:
                os.fsync(self._file.fileno())
            self.close()
        except OSError as error:
            raise ProblemError(disk_problem(error, self.path)) from error

    def replace_with(self, other: "PartFile") -> None:
        """Become what was made of it: the bytes here are deleted, and those of the other part are this one's."""
        other.keep()
        self.discard()
        self.path, self._identity, self._is_known, self._made_at = other.path, other.identity, True, other.path

    def _rename(self, stopped: Callable[[], bool], wait: Callable[[float], object]) -> None:
        """A system that holds new files gets a few tries."""
        for attempt in range(_RENAME_TRIES):
            try:
                if self.path == self._made_at and self.path.exists() and not is_ours(self.path, self._identity):
                    raise NotOursError(errno.EPERM, "another file")
                self.path.replace(self.target)
            except PermissionError as error:
                if not HOLDS_NEW_FILES or attempt == _RENAME_TRIES - 1 or stopped():
                    raise ProblemError(disk_problem(error, self.target)) from error
                wait(_RENAME_WAIT)
            except (OSError, ValueError) as error:
                raise ProblemError(disk_problem(error, self.target)) from error
            else:
                self._is_known = False
                return

    def close(self) -> None:
        """Stop writing, keep what is there."""
        if self._file is not None:
            file, self._file = self._file, None
            file.close()

    def discard(self) -> None:
        """Delete what is there so far, if it is this program's."""
        with contextlib.suppress(OSError, ValueError):
            self.close()
        if self._is_known:
            remove(self.path, self._identity)


def _reserve(total: int) -> int:
    """How many bytes of a disk of this size are left free for everybody else."""
    return min(_MOST_RESERVE, total // _SHARE_OF_RESERVE)


def is_sound(path: Path, stopped: Callable[[], bool]) -> bool:
    """Whether a file that says it is a zip is whole, as far as it can be tested; other files pass.

    A file is a zip by its first bytes, so that one cut before its directory does not slip through as "no zip".
    """
    try:
        with path.open("rb") as file:
            if not begins_as_zip(file.read(4)):
                return True
        check_zip(path, stopped)
    except DamagedZipError:
        return False
    except OSError as error:
        raise ProblemError(disk_problem(error, path)) from error
    return True
