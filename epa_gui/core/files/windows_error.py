"""What Windows itself says of a file operation that failed; on other systems there is nothing to ask.

Python's ``open`` raises from the C library's number there, which has one "permission denied" for a file that may
not be touched and for one that another program holds, and one "no such file" for a missing folder and an overlong
name: ``winerror`` is `None` for every error of ``open``, ``read`` and ``write`` (CPython, Modules/_io/fileio.c). The
functions of `os` do tell it, but say "access denied" of a rename over a file that is held. So Windows is asked once
more, whether it would open the file.
"""

import errno
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ACCESS_DENIED = 5
IN_USE = frozenset({32, 33})
"""Another program's sharing mode, or a lock on a part of the file, forbids it."""
OUT_OF_ROOM = frozenset({39, 112})
BAD_NAME = frozenset({123, 206})
"""A character that no name may have, and a name or path that is too long."""

_TOO_LONG = 206
_NO_FILE, _NO_FOLDER = 2, 3
_NOT_FOUND = frozenset({_NO_FILE, _NO_FOLDER})
_LONGEST_NAME = 255  # UTF-16 units
_LONGEST_PATH = 259  # where the system has not been told to take longer ones

_AMBIGUOUS = frozenset({errno.EACCES, errno.EPERM, errno.ENOENT, errno.EINVAL, errno.EBADF, errno.EIO})

_READ, _WRITE, _DELETE = 0x80000000, 0x40000000, 0x00010000
_SHARE_READ, _SHARE_WRITE = 1, 2
_OPEN_EXISTING = 3
_BACKUP_SEMANTICS = 0x02000000  # without it, no folder can be opened


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file was to be opened: Windows' access bits, and what else others may do meanwhile."""

    access: int
    share: int


# As the C library opens for `open`, which does not let others delete; and as a file is replaced, which takes that
# nobody has it open, however much they would share.
TO_READ = Wish(_READ, _SHARE_READ | _SHARE_WRITE)
TO_WRITE = Wish(_READ | _WRITE, _SHARE_READ | _SHARE_WRITE)
TO_REPLACE = Wish(_DELETE, 0)


def windows_number(error: OSError | ValueError, path: Path, *, reads: bool = False) -> int:
    """Windows' number of an error of a file operation, right after it.

    Args:
        error: What Python raised.
        path: The file it was about; of a rename, the one that was to be replaced.
        reads: Whether the file was to be read only: who holds it against being written is then no hindrance.

    Returns:
        The number; 0 where Windows says none, and on other systems.
    """
    if sys.platform == "win32":
        return asked_number(error, path, reads=reads, ask=_ask, last=_last_of_c_library)
    else:  # noqa: RET505  mypy takes what follows a plain `if` for unreachable on Windows
        return told_number(error)


def told_number(error: OSError | ValueError) -> int:
    """The number that Python knows by itself; 0 for none."""
    return getattr(error, "winerror", None) or 0


def asked_number(
    error: OSError | ValueError,
    path: Path,
    *,
    reads: bool,
    ask: Callable[[Path, Wish], int],
    last: Callable[[], int],
) -> int:
    """`windows_number`, with Windows as an argument.

    Args:
        error: As there.
        path: As there.
        reads: As there.
        ask: The number with which Windows refuses to open the file so, 0 if it would open it.
        last: The number behind the last error of the C library in this thread.
    """
    told = told_number(error)
    if told not in {0, ACCESS_DENIED} or getattr(error, "errno", None) not in _AMBIGUOUS:
        return told
    # A number without a file being opened is of a rename or a deletion.
    wish = TO_READ if reads else TO_REPLACE if told else TO_WRITE
    number = ask(path, wish)
    if number in _NOT_FOUND and _is_too_long(path, number):
        return _TOO_LONG
    if number:
        return number
    # It would open now. Who held it has let go since, or locks a part of a file that is open already.
    return last() if not told and last() in IN_USE else told


def _is_too_long(path: Path, number: int) -> bool:
    """Whether nothing was found because nothing can have this name: Windows says "not found" of those, too."""
    if any(_units(part) > _LONGEST_NAME for part in path.parts):
        return True
    return number == _NO_FOLDER and _units(str(path)) > _LONGEST_PATH and path.parent.is_dir()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


if sys.platform == "win32":

    def _ask(path: Path, wish: Wish) -> int:
        import _winapi  # noqa: PLC0415  only when something failed

        try:
            handle = _winapi.CreateFile(str(path), wish.access, wish.share, 0, _OPEN_EXISTING, _BACKUP_SEMANTICS, 0)
        except OSError as error:
            return told_number(error)
        except ValueError:  # a name with a null in it
            return min(BAD_NAME)
        _winapi.CloseHandle(handle)
        return 0

    def _last_of_c_library() -> int:
        import ctypes  # noqa: PLC0415  only when something failed

        last = ctypes.CDLL("ucrtbase")["__doserrno"]
        last.restype = ctypes.POINTER(ctypes.c_ulong)
        return int(last()[0])
