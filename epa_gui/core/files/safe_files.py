"""Makes files nobody else can have a hand in, and goes on with one only if it is still that file.

In a folder that others can write to, somebody may have put a file or a link under the name that is about to be
written. So a file is created for writing, never opened: exclusively, which follows no link (``O_EXCL``; Windows'
``CREATE_NEW`` goes through a link that leads nowhere, so what was made is looked at there). Whoever wants to go on with
it later keeps its identity and asks for exactly that file: a regular one with one name, no link, of the same owner.
"""

import contextlib
import errno
import os
import stat
import sys
from io import FileIO
from pathlib import Path

PRIVATE = 0o600
"""For this account alone."""

SHARED = 0o666
"""As the account has chosen for files it makes (its umask)."""

_MOST_NAMES = 99
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BYTES = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0) | getattr(os, "O_CLOEXEC", 0)


class NotOursError(OSError):
    """What is there is not the file this program made: a link, another file, or one with a second name."""


def create(path: Path, mode: int = PRIVATE) -> FileIO:
    """A new and empty file for writing and reading, without a buffer.

    Args:
        path: Where; nothing may be there yet.
        mode: Who may read and write it, where the system has such a thing; the umask takes away from it.

    Raises:
        FileExistsError: Something is there: a file, a folder, a link, even one that leads nowhere.
        OSError: It cannot be made.
        ValueError: No file can have such a name.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_LINKS | _BYTES, mode)
    file = FileIO(number, "r+b")
    if sys.platform == "win32" and not _is_at(file, path):
        file.close()
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    return file


def create_beside(target: Path, suffix: str, mode: int = SHARED) -> tuple[Path, FileIO]:
    """A new file ``TARGET.SUFFIX``, or the first of ``TARGET.2.SUFFIX``, ``TARGET.3.SUFFIX`` … that nothing has.

    Raises:
        OSError, ValueError: As `create`; `FileExistsError` only when all these names are taken.
    """
    for number in range(1, _MOST_NAMES + 1):
        middle = "" if number == 1 else f".{number}"
        path = target.with_name(f"{target.name}{middle}.{suffix}")
        try:
            return path, create(path, mode)
        except FileExistsError:
            continue
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))


def reopen(path: Path, identity: str = "") -> FileIO:
    """The file at `path` for writing and reading, as it is, without a buffer.

    Args:
        path: Where it is.
        identity: Which file it must be, from `identity_of`; without one, any file of this account's will do.

    Raises:
        NotOursError: It is a link, no regular file, has a second name, or is another one.
        OSError: It cannot be opened.
        ValueError: No file can have such a name.
    """
    _see_that_it_is_ours(os.lstat(path), identity)
    number = os.open(path, os.O_RDWR | _NO_LINKS | _BYTES)
    try:
        _see_that_it_is_ours(os.fstat(number), identity)
        return FileIO(number, "r+b")
    except BaseException:
        os.close(number)
        raise


def is_ours(path: Path, identity: str = "") -> bool:
    """Whether `reopen` would take what is there for the file this program made."""
    try:
        _see_that_it_is_ours(os.lstat(path), identity)
    except (OSError, ValueError):
        return False
    return True


def identity_of(file: FileIO) -> str:
    """What tells an open file from others on its disk, also after a restart: its number there, and its owner.

    Empty on a disk that gives files no numbers.
    """
    return _identity(os.fstat(file.fileno()))


def remove(path: Path, identity: str) -> None:
    """Delete the file this program made; anything else that is there stays. No error if it cannot be deleted."""
    with contextlib.suppress(OSError, ValueError):
        if is_ours(path, identity):
            path.unlink()


def _see_that_it_is_ours(about: os.stat_result, identity: str) -> None:
    is_link = bool(getattr(about, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT)
    if is_link or not stat.S_ISREG(about.st_mode) or about.st_nlink != 1:
        raise NotOursError(errno.EPERM, "not a file with one name")
    if identity and _identity(about) != identity:
        raise NotOursError(errno.EPERM, "another file")
    if not identity and sys.platform != "win32" and about.st_uid != os.geteuid():
        raise NotOursError(errno.EPERM, "somebody else's file")


def _identity(about: os.stat_result) -> str:
    # Not the disk's own number: it may be another one after each start of the computer.
    return f"{about.st_ino}:{about.st_uid}" if about.st_ino else ""


def _is_at(file: FileIO, path: Path) -> bool:
    """Whether an open file is what stands at `path` itself, and not behind a link there."""
    about = os.lstat(path)
    is_link = bool(getattr(about, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT)
    return not is_link and about.st_ino == os.fstat(file.fileno()).st_ino
