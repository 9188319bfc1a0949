"""Opens a file for looking at it for long, and leaves it to its owner meanwhile: to be moved, renamed and deleted.

Windows' C library opens files so that nobody can do any of that until they are closed, and so does Python's ``open``:
somebody who looks at results could not tidy up their folder. Other systems do not mind. Who has the file open goes on
reading what it was.
"""

import sys
from pathlib import Path
from typing import IO

_GENERIC_READ = 0x80000000
_SHARE_ALL = 1 | 2 | 4  # reading, writing, deleting
_OPEN_EXISTING = 3


def open_shared(path: Path) -> IO[bytes]:
    """The file's bytes, for reading.

    Raises:
        OSError: It cannot be opened; on Windows with Windows' own number.
        ValueError: No file can have such a name.
    """
    if sys.platform == "win32":
        return _open_on_windows(path)
    else:  # noqa: RET505  mypy takes what follows a plain `if` for unreachable on Windows
        return path.open("rb")


if sys.platform == "win32":
    import _winapi
    import msvcrt
    import os

    def _open_on_windows(path: Path) -> IO[bytes]:
        try:
            handle = _winapi.CreateFile(str(path), _GENERIC_READ, _SHARE_ALL, 0, _OPEN_EXISTING, 0, 0)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(path), error.winerror) from None
        try:
            number = msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY)
        except BaseException:
            _winapi.CloseHandle(handle)
            raise
        return os.fdopen(number, "rb")
