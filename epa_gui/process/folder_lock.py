"""The lock on a data folder, held by the system itself: whoever dies, however, holds it no more.

What stands in the lock file decides nothing, for a file cannot know whether its writer lives: an empty one, another
computer's, or one whose process number has since been given to another program is taken all the same. Versions before
this one used Qt's QLockFile on the same file, which holds the same lock of the system while it lives (measured with Qt
6.11: ``flock`` on POSIX, a handle without shared writing on Windows), so each respects the other.

What stands there is for telling people, in QLockFile's form: the process's number, its program, the computer's name,
the system's and the start's identity, and then, as ours alone, where the program hears calls.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSysInfo

_ATTEMPTS = 50
_PAUSE_SECONDS = 0.01
_LARGEST_NOTE = 4096
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL})
"""What a file system without locks answers: some network shares, and some that are programs themselves."""


class LockUnusableError(PermissionError):
    """The lock file is not this person's, and cannot be opened: who holds it cannot be known."""


class LockUnknownError(OSError):
    """The folder's file system has no locks, and another computer's program has left its note: it may live."""


class Holder(NamedTuple):
    """Who noted that they hold a lock.

    Attributes:
        process: The process's number on its computer; 0 if it is not known.
        computer: The computer's name; empty if it is not known.
        is_here: Whether that is this computer.
        address: Where that program hears calls; empty if it does not yet.
    """

    process: int = 0
    computer: str = ""
    is_here: bool = True
    address: str = ""


class FolderLock:
    """A lock file that at most one program holds.

    Args:
        path: The file; made while it is held.
        local_path: Makes the place for a file on this computer, which is locked instead where the first one's file
            system has no locks; `None` if there is no such place.
    """

    def __init__(self, path: Path, local_path: Callable[[], Path | None] = lambda: None) -> None:
        self._path = path
        self._local_path = local_path
        self._local: FolderLock | None = None
        self._descriptor = -1
        self._address = ""

    def take(self, *, is_forced: bool = False) -> bool:
        """Whether this program holds it now, or held it already.

        Args:
            is_forced: Whether another computer's note counts for nothing, where the file system has no locks.

        Raises:
            LockUnusableError: The file belongs to another account and cannot be opened.
            LockUnknownError: There are no locks, and another computer has left its note.
            OSError: The folder cannot be written to.
        """
        for attempt in range(_ATTEMPTS):
            if self._descriptor >= 0:
                return True
            try:
                descriptor = _open(self._path)
            except BlockingIOError:
                return False
            except OSError as error:
                if attempt == _ATTEMPTS - 1:
                    raise
                self._clear_the_way(error)
                time.sleep(_PAUSE_SECONDS)  # on Windows a deleted file can stay for a moment, and be refused to all
                continue
            if not self._take(descriptor, is_forced=is_forced):
                return False
        return self._descriptor >= 0

    def _take(self, descriptor: int, *, is_forced: bool) -> bool:
        """Lock the open file and keep it, or close it; `False` if somebody holds it."""
        is_kept = False
        try:
            if not self._lock(descriptor, is_forced=is_forced):
                return False
            # A file that its last holder has deleted since it was opened locks nobody out.
            is_kept = sys.platform == "win32" or _is_at(descriptor, self._path)
        finally:
            if not is_kept:
                os.close(descriptor)
        if is_kept:
            self._descriptor = descriptor
            self._note()
        return True

    def _lock(self, descriptor: int, *, is_forced: bool) -> bool:
        try:
            return _lock(descriptor)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        return self._take_local(is_forced=is_forced)

    def note_address(self, address: str) -> None:
        """Let later programs read where this one hears calls."""
        self._address = address
        if self._descriptor >= 0:
            self._note()

    def holder(self) -> Holder:
        """What the holder noted; nothing is known of one that could not."""
        lines = [*_read(self._path).splitlines(), *[""] * 6]
        process, _program, computer, system, _start, address = lines[:6]
        number = int(process) if process.isascii() and process.isdigit() else 0
        is_here = not (computer or system) or (computer, system) == _this_computer()
        return Holder(number, computer, is_here, address)

    def release(self) -> None:
        """Give it up; may be called twice."""
        if self._descriptor < 0:
            return
        descriptor, self._descriptor = self._descriptor, -1
        if sys.platform == "win32":  # where an open file cannot be deleted, and nobody can delete a held one
            os.close(descriptor)
            with contextlib.suppress(OSError):
                self._path.chmod(0o600)  # a read-only file cannot be deleted there
                self._path.unlink()
        else:
            with contextlib.suppress(OSError):
                if _is_at(descriptor, self._path):
                    self._path.unlink()  # while it is held: whoever waits sees that the file is gone, and makes one
            os.close(descriptor)
        if self._local is not None:
            self._local.release()

    def _take_local(self, *, is_forced: bool) -> bool:
        if self._local is None and (place := self._local_path()) is not None:
            self._local = FolderLock(place)
        if self._local is not None and not self._local.take():
            return False
        if not is_forced and not self.holder().is_here:
            if self._local is not None:
                self._local.release()
            raise LockUnknownError(errno.ENOLCK, os.strerror(errno.ENOLCK), str(self._path))
        return True

    def _note(self) -> None:
        """Best effort: on a full disk the lock holds all the same."""
        program = Path(sys.executable).resolve().name
        start = bytes(QSysInfo.bootUniqueId().data()).decode("ascii", "replace")
        lines = [str(os.getpid()), program, *_this_computer(), start, self._address]
        with contextlib.suppress(OSError):
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
            os.ftruncate(self._descriptor, os.lseek(self._descriptor, 0, os.SEEK_CUR))

    def _clear_the_way(self, error: OSError) -> None:
        """Mend what keeps the lock file from being opened: it is no file, or has lost our right to read it.

        What cannot be mended, or was just mended by another program, shows when it is opened again.

        Raises:
            LockUnusableError: It belongs to another account.
        """
        with _guarded(self._path.parent):
            try:
                about = self._path.lstat()
            except FileNotFoundError:
                return  # another program was faster; or it cannot be made, as the next attempt says again
            if stat.S_ISREG(about.st_mode) and not _is_link(about):
                self._allow(about, error)
            elif stat.S_ISDIR(about.st_mode) and not _is_link(about):
                self._move_away()
            else:
                with contextlib.suppress(OSError):
                    self._path.unlink()

    def _allow(self, about: os.stat_result, error: OSError) -> None:
        if not isinstance(error, PermissionError):
            return  # as above
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self._path.chmod(0o600)
        elif about.st_uid == os.geteuid() and about.st_mode & 0o600 != 0o600:
            self._path.chmod(0o600)
        elif about.st_uid != os.geteuid():
            raise LockUnusableError(error.errno, error.strerror, str(self._path)) from None

    def _move_away(self) -> None:
        try:
            self._path.rmdir()
        except OSError:  # not empty: somebody may want what is in it
            with contextlib.suppress(OSError):
                self._path.rename(self._path.with_name(f"{self._path.name}.aside-{time.time_ns()}"))


def _this_computer() -> tuple[str, str]:
    """The computer's name, and its system's identity."""
    return QSysInfo.machineHostName(), bytes(QSysInfo.machineUniqueId().data()).decode("ascii", "replace")


def _read(path: Path) -> str:
    """The note; a file that is none, or not ours to read, says nothing."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError:
        return ""
    try:
        return os.read(descriptor, _LARGEST_NOTE).decode("utf-8", "surrogateescape")
    except OSError:
        return ""
    finally:
        os.close(descriptor)


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether an open file is still the one at that path."""
    try:
        there = path.lstat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(descriptor), there)


def _is_link(about: os.stat_result) -> bool:
    """Windows has several kinds of links, which all count as reparse points."""
    attributes = getattr(about, "st_file_attributes", 0)
    return stat.S_ISLNK(about.st_mode) or bool(attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT)


if sys.platform == "win32":
    import _winapi
    import msvcrt

    _SHARE_READ = 1
    _OPEN_ALWAYS = 4
    _THE_LINK_ITSELF = 0x00200000
    _HELD = frozenset({32, 33})

    def _open(path: Path) -> int:
        """Open and hold it in one, for Windows lets nobody else write to a file that is not shared.

        Raises:
            BlockingIOError: Somebody holds it.
            OSError: It cannot be opened, or is a link.
        """
        access = _winapi.GENERIC_READ | _winapi.GENERIC_WRITE
        try:
            handle = _winapi.CreateFile(str(path), access, _SHARE_READ, 0, _OPEN_ALWAYS, _THE_LINK_ITSELF, 0)
        except OSError as error:
            if error.winerror in _HELD:
                raise BlockingIOError(errno.EAGAIN, error.strerror) from None
            raise
        descriptor = msvcrt.open_osfhandle(handle, os.O_RDWR | os.O_BINARY | os.O_NOINHERIT)
        if _is_link(path.lstat()):
            os.close(descriptor)
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
        return descriptor

    def _lock(descriptor: int) -> bool:  # noqa: ARG001  opened is held
        return True

    def _guarded(folder: Path) -> contextlib.AbstractContextManager[None]:  # noqa: ARG001
        """Nothing to do: what another program holds can be neither renamed nor deleted."""
        return contextlib.nullcontext()

else:
    import fcntl
    from collections.abc import Iterator

    def _open(path: Path) -> int:
        """Open it, this person's alone.

        Raises:
            OSError: It cannot be opened, or is no ordinary file.
        """
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        descriptor = os.open(path, flags, 0o600)
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            os.close(descriptor)
            raise OSError(errno.EINVAL, "not a file", str(path))
        if about.st_uid == os.geteuid() and stat.S_IMODE(about.st_mode) != 0o600:
            with contextlib.suppress(OSError):
                os.fchmod(descriptor, 0o600)
        return descriptor

    def _lock(descriptor: int) -> bool:
        """Whether the lock is ours; `flock`'s, which is the open file's and not the process's.

        Raises:
            OSError: The file system has no locks.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    @contextlib.contextmanager
    def _guarded(folder: Path) -> Iterator[None]:
        """One program at a time takes things away: another's new lock file must not go with them."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            with contextlib.suppress(OSError):
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)
