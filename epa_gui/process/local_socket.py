"""Where the programs of one account speak with each other on this computer, and how each knows the other's account.

A name that others can guess, in a folder where others can write, would let another account listen there first and be
told which files a person opens. So a socket lies in a folder that is this person's alone, and whoever calls, or is
called, looks at the other side's account before a word is said or believed.
"""

import contextlib
import os
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir

from epa_gui.core.files.private_files import is_private, make_private_folder

if TYPE_CHECKING:
    from socket import socket as Socket  # noqa: N812  beside the module of the same name

    from PySide6.QtNetwork import QLocalSocket

_HAS_FOLDERS = sys.platform != "win32"
_LONGEST = 103
"""Bytes in the path of a socket: macOS has room for 104, Linux for 108, each with a zero at the end."""

_LONGEST_NAME = len("epa-desktop-.sock") + 24

_QTS_OWN = len("/XXXXXX/s")
"""QLocalServer makes the socket in a folder of its own beside the final place, and renames it."""


def addresses(folder: Path) -> list[str]:
    """Where a program on the data folder may hear calls, best first.

    On POSIX full paths: in the session's runtime folder (``$XDG_RUNTIME_DIR``), in the data folder if its path is not
    too long, or in a private folder among the temporary files, which `prepare` makes. On Windows the name of a pipe,
    which has no folder.
    """
    name = f"epa-desktop-{hash_of(str(folder.resolve()))}"
    if not _HAS_FOLDERS:
        return [name]
    runtime = _runtime_folder()
    places = [runtime / f"{name}.sock"] if runtime is not None else []
    if is_private(folder.resolve()):
        places.append(folder.resolve() / "epa-desktop.sock")
    places.append(_temporary_place() / f"{name}.sock")
    return [str(place) for place in places if _fits(place)]


def prepare(address: str) -> bool:
    """Whether the place of an address is this person's alone, once it was made."""
    place = Path(address).parent
    if place == _temporary_place():
        # A known name in a common folder: whoever else has made it first cannot make it this account's.
        with contextlib.suppress(OSError):
            make_private_folder(place)
    return is_private(place) or not _HAS_FOLDERS


def local_lock_path(folder: Path) -> Path | None:
    """Where on this computer a lock for the folder can stand, if the folder's own file system has none."""
    place = _runtime_folder() or _temporary_place()
    name = f"epa-desktop-{hash_of(str(folder.resolve()))}.lock"
    return place / name if prepare(str(place / name)) else None


def hash_of(text: str) -> str:
    """A short name for a path."""
    # Qt's, since Python's would load a whole TLS library to start with.
    digest = QCryptographicHash.hash(os.fsencode(text), QCryptographicHash.Algorithm.Sha256)
    return bytes(digest.toHex().data()).decode()[:24]


def is_own_account(peer: "QLocalSocket") -> bool:
    """Whether the program at the other end of a connection runs for this account; `False` if that cannot be known.

    Linux tells the peer's account (``SO_PEERCRED``), macOS too (``LOCAL_PEERCRED``); both as it was when the
    connection was made. On Windows the pipe has an owner, which another account cannot make this one; who may connect
    to a pipe of ours is the business of its access list (`QLocalServer.UserAccessOption`).
    """
    handle = int(peer.socketDescriptor())
    if handle == -1:
        return False
    if sys.platform == "win32":
        from epa_gui.process.windows_accounts import owns_pipe  # noqa: PLC0415  only there

        is_own = owns_pipe(handle)
    else:
        import socket  # noqa: PLC0415  only once somebody calls

        try:
            with socket.socket(fileno=os.dup(handle)) as same:
                is_own = _account_of(same) == os.geteuid()
        except OSError:
            is_own = False
    return is_own


def _runtime_folder() -> Path | None:
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(named)
    return folder.resolve() if named and folder.is_absolute() and is_private(folder.resolve()) else None


def _temporary_place() -> Path:
    name = f"epa-desktop-{_account()}"
    place = Path(QDir.tempPath(), name)
    return place if _fits(place / ("x" * _LONGEST_NAME)) else Path("/tmp", name)  # noqa: S108  see prepare  # nosec B108


def _fits(place: Path) -> bool:
    return max(len(os.fsencode(place)), len(os.fsencode(place.parent)) + _QTS_OWN) <= _LONGEST


def _account_of(connected: "Socket") -> int:
    """The number of the account at the other end."""
    import socket  # noqa: PLC0415  only once somebody calls

    if sys.platform == "linux":  # struct ucred: process, user, group
        account = struct.unpack("iII", connected.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[1]
    else:  # the head of struct xucred: version, user
        sol_local, local_peercred = 0, 1
        account = struct.unpack_from("II", connected.getsockopt(sol_local, local_peercred, 128))[1]
    return int(account)


def _account() -> int:
    if sys.platform == "win32":
        account = 0  # not needed: a person's temporary files are in their profile
    else:
        account = os.geteuid()
    return account
