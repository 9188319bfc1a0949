r"""Marks a file as one that came from the net, so that the system and Office are careful with it.

Windows keeps that in a stream beside the file's data, macOS in an extended attribute: SmartScreen, Office's Protected
View and Gatekeeper go by it. Linux has nothing that looks at such a mark. Where the file came from is left out: the
link is signed, and whoever has it can fetch the results.

Sources: Microsoft's MS-FSCC, section 5.6.1 (Zone.Identifier stream), and URLZONE, where 3 is the internet; for macOS
what Safari writes: flags in hexadecimal (1 downloaded, 2 to be looked at when opened, 80 as every browser has it), the
time likewise, the program, and an identity of this one download.
"""

import logging
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

log = logging.getLogger(__name__)

ZONE_STREAM = ":Zone.Identifier"
ZONE = b"[ZoneTransfer]\r\nZoneId=3\r\n"
QUARANTINE = "com.apple.quarantine"

_FLAGS = "0083"
_PROGRAM = "EPA Desktop"
_NAMED_STREAMS = 0x0004_0000
"""`FILE_NAMED_STREAMS` of `GetVolumeInformationW`."""

_LONGEST_PATH = 32_768
"""UTF-16 units, of any path on Windows."""


def mark_as_from_net(path: Path) -> bool:
    """Mark a file; whether that was done.

    Never raises: a file system without such marks (FAT, many network drives) must not keep results from being saved.
    """
    try:
        return MARK(path.absolute())
    except (OSError, ValueError, AttributeError) as error:
        log.info("a file could not be marked as downloaded: %s", type(error).__name__)
        return False


def write_zone(path: Path) -> bool:
    """Write the stream that Windows looks at; whether it is there now."""
    with open(f"{path}{ZONE_STREAM}", "wb") as stream:  # noqa: PTH123  a path of pathlib's own would be read as a name
        stream.write(ZONE)
    return True


def quarantine_value(now: float, identity: uuid.UUID) -> bytes:
    """What the attribute holds: ``0083;66d0a3b2;EPA Desktop;`` and an identity in capitals."""
    return f"{_FLAGS};{int(now):08x};{_PROGRAM};{str(identity).upper()}".encode("ascii")


def write_quarantine(path: Path, value: bytes, setxattr: Callable[..., int]) -> bool:
    """Set the attribute that macOS looks at; whether the file system took it.

    Args:
        path: The file.
        value: See `quarantine_value`.
        setxattr: macOS's own: path, name, value, size, position, options; 0 if it is done.
    """
    return setxattr(str(path).encode("utf-8", "surrogateescape"), QUARANTINE.encode(), value, len(value), 0, 0) == 0


def _on_windows(path: Path) -> bool:
    return _holds_streams(path) and write_zone(path)


def _on_macos(path: Path) -> bool:
    return write_quarantine(path, quarantine_value(time.time(), uuid.uuid4()), _setxattr())


def _nowhere(_path: Path) -> bool:
    return False


MARK = {"win32": _on_windows, "darwin": _on_macos}.get(sys.platform, _nowhere)
"""How this system marks a file."""


def _holds_streams(path: Path) -> bool:
    """Whether the volume says that its files can have streams; elsewhere a file of that name might be made."""
    is_held = False
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only there, and not at the start

        kernel = ctypes.windll.kernel32
        volume, flags = ctypes.create_unicode_buffer(_LONGEST_PATH), ctypes.c_ulong()
        is_known = kernel.GetVolumePathNameW(str(path), volume, len(volume)) and kernel.GetVolumeInformationW(
            volume, None, 0, None, None, ctypes.byref(flags), None, 0
        )
        is_held = bool(is_known and flags.value & _NAMED_STREAMS)
    return is_held


def _setxattr() -> Callable[..., int]:
    """The function of macOS's C library; Python has it on Linux alone."""
    import ctypes  # noqa: PLC0415  only there, and not at the start

    setxattr = ctypes.CDLL(None).setxattr
    text, size, number = ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int
    setxattr.argtypes = [text, text, text, size, ctypes.c_uint32, number]
    setxattr.restype = number
    return setxattr
