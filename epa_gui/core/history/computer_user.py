"""Who sits at the computer, as the system itself knows it: never by the environment, which anybody can set."""

import os
import sys

_SAM_COMPATIBLE = 2
"""`NameSamCompatible`: a domain, a backslash, a user."""

_LONGEST = 1024
"""UTF-16 units; Windows allows 256 for a user and 255 for a domain."""


def computer_user() -> str:
    r"""The name of the account this program runs under: ``user``, on Windows ``DOMAIN\user``.

    On Linux and macOS the account of the real user id, or that number where it has no name; empty where Windows tells
    none.
    """
    if sys.platform == "win32":
        name = _asked_of_windows()
    else:
        import pwd  # noqa: PLC0415  not on Windows

        try:
            name = pwd.getpwuid(os.getuid()).pw_name
        except (OSError, KeyError):
            name = ""
        name = name or str(os.getuid())  # a computer that knows its people by number only
    return name


def _asked_of_windows() -> str:
    name = ""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only there, and not at the start

        room = ctypes.create_unicode_buffer(_LONGEST)
        for library, function, form in (
            ("secur32", "GetUserNameExW", (_SAM_COMPATIBLE,)),
            ("advapi32", "GetUserNameW", ()),
        ):
            length = ctypes.c_ulong(_LONGEST)
            try:
                asked = getattr(ctypes.WinDLL(library), function)
                is_told = asked(*form, room, ctypes.byref(length)) & 0xFF  # the first answers with one byte
            except (OSError, AttributeError):
                continue
            if is_told and room.value:
                name = room.value
                break
    return name
