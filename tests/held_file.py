"""A file that another program holds on Windows, by a real handle with the sharing that such a program allows."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

only_windows = pytest.mark.skipif(sys.platform != "win32", reason="only Windows keeps a file from others so")


def is_wine() -> bool:
    """Whether this is Wine, which is Windows but for what its tests are marked with."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only there

        return hasattr(ctypes.windll.ntdll, "wine_get_version")
    else:  # noqa: RET505  mypy takes what follows a plain `if` for unreachable on Windows
        return False


real_windows = pytest.mark.skipif(sys.platform != "win32" or is_wine(), reason="only real Windows does this, not Wine")


def needs_a_root_of_its_own() -> None:
    """Skip where nobody can vouch for a server of a test's own: Wine's certificate engine takes no exclusive root."""
    if is_wine():
        pytest.skip("Wine's certificate engine takes no exclusive root")


READ, WRITE, DELETE = 0x80000000, 0x40000000, 0x00010000
NOTHING, MAY_READ, MAY_READ_AND_WRITE, MAY_ALL = 0, 1, 3, 7


@contextmanager
def held(path: Path, sharing: int, access: int = READ) -> Iterator[int]:
    """Hold an existing file open.

    Args:
        path: The file.
        sharing: What others may do meanwhile, as a sum of Windows' bits: read 1, write 2, delete 4.
        access: What it is held for.

    Yields:
        The handle.
    """
    if sys.platform == "win32":
        import _winapi  # noqa: PLC0415  there is none elsewhere

        handle = _winapi.CreateFile(str(path), access, sharing, 0, 3, 0, 0)
        try:
            yield handle
        finally:
            _winapi.CloseHandle(handle)
    else:
        raise NotImplementedError


def lock(handle: int, first: int, size: int) -> None:
    """Lock a part of a file that is held, as a database program does."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only there

        assert ctypes.windll.kernel32.LockFile(ctypes.c_void_p(handle), first, 0, size, 0)
