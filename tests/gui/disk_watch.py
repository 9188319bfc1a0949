"""Sees every call by which the main thread asks the disk for something, while a test goes on.

``os.stat`` raises no audit event, so it is Python's profiler that looks on: it is told of each call of a built-in
function, whoever makes it. Qt's own calls are not seen.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import epa_gui

_HOME = str(Path(epa_gui.__file__).parent)
_TESTS = str(Path(__file__).parent.parent)
_MODULES = frozenset({"posix", "nt", "_io", "io"})
_CALLS = frozenset(
    {
        *("access", "chmod", "link", "listdir", "lstat", "mkdir", "open", "open_code", "readlink", "remove", "rename"),
        *("replace", "rmdir", "scandir", "stat", "statvfs", "symlink", "truncate", "unlink", "utime"),
        *("_path_exists", "_path_isfile", "_path_isdir", "_getdiskusage", "_getfinalpathname", "_getfullpathname"),
    }
)


@contextmanager
def disk_calls() -> Iterator[list[str]]:
    """The calls so far, each as the place in the program and what it called; loading modules is not counted."""
    calls: list[str] = []

    def look(frame: FrameType, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ in _CALLS and called.__module__ in _MODULES:
            place = _place(frame)
            if place:
                calls.append(f"{place}: {called.__name__}")

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def _place(frame: FrameType | None) -> str:
    """Where in the program a call comes from; empty if it is a test's, or loads a module."""
    while frame is not None:
        file = frame.f_code.co_filename
        # PySide looks into the source of each module that imports something.
        if any(loader in file for loader in ("importlib", "shibokensupport")) or file.startswith(_TESTS):
            return ""
        if file.startswith(_HOME):
            return f"{Path(file).relative_to(_HOME).as_posix()} {frame.f_code.co_name}"
        frame = frame.f_back
    return ""
