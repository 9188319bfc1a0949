"""Files and folders that nobody else on this computer can read, whatever the umask of the session happens to be.

On POSIX the modes are set here: 0700 for folders, 0600 for files, at birth and again when an older one is opened.
On Windows nothing is set: the data folder lies in the person's profile, whose access list lets in that person, the
system and administrators, and everything made in it inherits that. A data folder elsewhere (``--data-dir``) has there
what its own folder grants.
"""

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

_HAS_MODES = sys.platform != "win32"
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_OWN_FILES = "epa-desktop*"
_OWN_FOLDERS = ("logs", "backups", "outgoing", "practice", "results", "fonts")


def make_private_folder(folder: Path) -> None:
    """Make a folder for this person alone; one that is there already is closed to others.

    Raises:
        OSError: It cannot be made, or something else is in its place.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:  # which says the opposite of what is wrong
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from error
    _close(folder)


def private_opener(path: str, flags: int) -> int:
    """An opener for `open`: what it makes is this person's alone, and neither a link nor a pipe is followed.

    Raises:
        OSError: It cannot be opened, or it is a link or a pipe.
    """
    descriptor = os.open(path, flags | _AS_IT_IS, 0o600)
    about = os.fstat(descriptor)
    if stat.S_ISFIFO(about.st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "a pipe", path)
    if _HAS_MODES and stat.S_ISREG(about.st_mode) and about.st_mode & _OTHERS and _is_own(about):
        with contextlib.suppress(OSError):  # a file system without modes
            os.chmod(descriptor, 0o600)  # noqa: PTH101  the open file, wherever its name leads by now
    return descriptor


def make_private_file(path: Path) -> None:
    """Make sure that a file which another library will open is this person's alone; made empty if it is not there.

    What cannot be done is left to that library to complain of. A file that is there is not opened: closing it would
    end the locks that SQLite holds on it for this process (sqlite.org/howtocorrupt.html, 2.2).
    """
    with contextlib.suppress(OSError):
        try:
            os.close(private_opener(str(path), os.O_RDWR | os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            _close(path)


def tighten(folder: Path) -> None:
    """Close to others what an earlier version left open in a data folder: itself, and everything of ours in it."""
    _close(folder)
    found = [folder / name for name in _names(folder) if Path(name).match(_OWN_FILES)]
    for name in _OWN_FOLDERS:
        place = folder / name
        if place.is_dir() and not place.is_symlink():
            found += [place, *(place / inner for inner in _names(place))]
    for path in found:
        _close(path)


def is_private(folder: Path) -> bool:
    """Whether a folder is this person's, and nobody else can make, replace or reach anything in it."""
    try:
        about = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(about.st_mode) and _is_own(about) and not (_HAS_MODES and about.st_mode & _OTHERS)


def _names(folder: Path) -> list[str]:
    with contextlib.suppress(OSError):
        return os.listdir(folder)  # noqa: PTH208  names are all that is wanted
    return []


def _close(path: Path) -> None:
    """Take all rights of others from a folder or file of this person; never through a link."""
    with contextlib.suppress(OSError):
        about = path.lstat()
        is_folder = stat.S_ISDIR(about.st_mode)
        if not (_HAS_MODES and _is_own(about) and (is_folder or stat.S_ISREG(about.st_mode))):
            return
        if is_folder and (_is_shared(about.st_mode) or _is_above_home(path)):
            return
        wanted = stat.S_IMODE(about.st_mode) & ~_OTHERS | (stat.S_IRWXU if is_folder else 0)
        if wanted != stat.S_IMODE(about.st_mode):
            path.chmod(wanted)


def _is_own(about: os.stat_result) -> bool:
    if sys.platform == "win32":
        is_own = True
    else:
        is_own = about.st_uid == os.geteuid()
    return is_own


def _is_shared(mode: int) -> bool:
    """Whether a folder is marked as meant for many, such as ``/tmp`` or a group's: that is not ours to close."""
    return bool(mode & stat.S_ISVTX or (mode & stat.S_ISGID and mode & stat.S_IWGRP))


def _is_above_home(folder: Path) -> bool:
    """Whether it is the home folder or holds it: such a folder was named as data folder by mistake."""
    home, place = Path(os.path.expanduser("~")).resolve(), folder.resolve()  # noqa: PTH111  Path.home() may fail
    return place == home or place in home.parents
