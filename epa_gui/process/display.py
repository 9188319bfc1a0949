"""Whether a window can be shown. Asked before Qt is, which would abort the process instead of answering."""

import os
import sys
from pathlib import Path

_WINDOWLESS = ("offscreen", "minimal", "vnc")
_X_LIBRARIES = ("libxcb.so.1", "libxcb-cursor.so.0")


def why_no_window() -> str:
    """One line that says why no window can be shown; empty if one can. Windows and macOS always can."""
    return "" if sys.platform in {"win32", "darwin"} else _why_no_window_on_linux()


def _why_no_window_on_linux() -> str:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith(_WINDOWLESS) or _wayland_socket().is_socket():
        return ""
    if not os.environ.get("DISPLAY"):
        return "EPA Desktop needs a display to show its window, and there is none (DISPLAY is not set)."
    import ctypes  # noqa: PLC0415  only where X11 is asked

    for name in _X_LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            return f"EPA Desktop cannot show its window: the system library {name} is not installed."
    if not _can_connect():
        return f"EPA Desktop cannot show its window: the display {os.environ['DISPLAY']} does not answer."
    return ""


def _wayland_socket() -> Path:
    display = os.environ.get("WAYLAND_DISPLAY", "")
    return Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"), display or "nonexistent")


def _can_connect() -> bool:
    import ctypes  # noqa: PLC0415  as above

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    has_error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not has_error
