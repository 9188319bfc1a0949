"""One program per data folder: the first holds a lock, a second asks it to come forward and gives it its files.

An installer that brings a new version asks it to end instead.
"""

import contextlib
import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from epa_gui.core.files.private_files import make_private_folder
from epa_gui.process.folder_lock import FolderLock, Holder
from epa_gui.process.local_socket import addresses, is_own_account, local_lock_path, prepare

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_IS_PIPE = sys.platform == "win32"
LOCK_NAME = "epa-desktop.lock"
_CALL_MS = 2000
_PAUSE_SECONDS = 0.05
_LISTEN_AGAIN_MS = 15_000
_LONGEST_CALL = 1 << 20
_HEARD = b"heard\n"
_ENDING = b"ending\n"
_BUSY = b"busy\n"
_END = {"end": True}

log = logging.getLogger(__name__)


class Instance(QObject):
    """This program's claim on a data folder, which is made and closed to other accounts.

    Signals:
        called: A later program was started.
        files_handed: The files it was started with (a list of paths).
        ended: Another program asked this one to end, which `may_end` allowed.

    Attributes:
        may_end: Whether this program may end now, without anybody being asked.
    """

    called = Signal()
    files_handed = Signal(object)
    ended = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.may_end: Callable[[], bool] = lambda: False
        make_private_folder(folder)
        self._folder = folder
        self._name = addresses(folder)[0]
        self._lock = FolderLock(folder / LOCK_NAME, lambda: local_lock_path(folder))
        self._server: QLocalServer | None = None
        self._listen_again = QTimer(self, singleShot=True, interval=_LISTEN_AGAIN_MS)
        self._listen_again.timeout.connect(self.listen)

    def claim(self, *, is_forced: bool = False) -> bool:
        """Whether this is the first program on the folder; it may then `listen`.

        Args:
            is_forced: Whether to trust that no other computer uses the folder, where nothing can tell.

        Raises:
            LockUnusableError: The lock file belongs to another account.
            LockUnknownError: Another computer may use the folder, and its file system has no locks that would tell.
            OSError: The folder cannot be written to.
        """
        return self._lock.take(is_forced=is_forced)

    def holder(self) -> Holder:
        """What is known of the program that has the folder."""
        return self._lock.holder()

    def listen(self) -> None:
        """Hear calls of later programs from now on. Not part of `claim`, so that the window need not wait for it.

        Where it cannot, it says so in the log and tries again later: a later program then finds the folder in use.
        """
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        if self._server is not None and self._server.isListening():
            return
        if self._server is None:
            self._server = QLocalServer(self)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.newConnection.connect(self._on_call)
        reasons = []
        for address in addresses(self._folder):
            if (reason := self._listen_at(self._server, address)) is None:
                self._lock.note_address(self._name)
                return
            reasons.append(f"{address}: {reason}")
        log.warning("this program cannot hear later ones, and tries again: %s", "; ".join(reasons))
        self._listen_again.start()

    def _listen_at(self, server: "QLocalServer", address: str) -> str | None:
        """Why it cannot hear calls there; `None` if it does."""
        if not prepare(address):
            return "the folder is not this account's alone"
        # A pipe has no folder to protect it: nobody can guess this one, and the lock file tells those who may know.
        name = f"{address}-{os.urandom(8).hex()}" if _IS_PIPE else address
        server.removeServer(name)
        if not server.listen(name):
            return server.errorString()
        self._name = name
        if not _IS_PIPE:
            with contextlib.suppress(OSError):  # it is private enough by its folder
                Path(name).chmod(0o600)
        return None

    def call_first(self, files: Sequence[str] = ()) -> bool:
        """Ask the first program to come forward and to open these files; `False` if it does not hear.

        Args:
            files: Absolute paths: the first program stands in a folder of its own.
        """
        _let_others_come_forward()
        return self._asked(list(files)) == _HEARD

    def _asked(self, words: list[str] | dict[str, bool]) -> bytes:
        """What the first program answers; nothing if it does not hear."""
        for address in dict.fromkeys([self.holder().address, *addresses(self._folder)]):
            if address and (answer := self._asked_at(address, words)):
                return answer
        return b""

    def _asked_at(self, address: str, words: list[str] | dict[str, bool]) -> bytes:
        if not (_IS_PIPE or os.path.lexists(address)):
            return b""  # without loading what it takes to call
        import json  # noqa: PLC0415  as above

        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        socket = QLocalSocket()
        socket.connectToServer(address)
        if not socket.waitForConnected(_CALL_MS):
            return b""
        if not is_own_account(socket):
            log.warning("another account's program listens at %s: it is told nothing", address)
            socket.abort()
            return b""
        socket.write(json.dumps(words).encode() + b"\n")
        answer = b""
        while not answer.endswith(b"\n") and socket.waitForReadyRead(_CALL_MS):
            answer += socket.readAll().data()
        socket.disconnectFromServer()
        return answer

    def claim_or_call(self, files: Sequence[str], seconds: float, *, is_forced: bool = False) -> bool | None:
        """Whether this is the first program; `None` if it is not, and the first does not hear.

        The first may just be starting, and not hear yet, or just be ending: it is asked again for so many seconds.

        Args:
            files: Absolute paths, to be opened by whichever is the first.
            seconds: How long to go on asking.
            is_forced: As for `claim`.

        Raises:
            OSError: As for `claim`.
        """
        deadline = time.monotonic() + seconds
        while True:
            if self.claim(is_forced=is_forced):
                # One whose lock file was deleted holds nothing that a later one could find, but it answers.
                if _IS_PIPE or not self.call_first(files):
                    return True
                self.release()
                return False
            if self.call_first(files):
                return False
            if time.monotonic() >= deadline:
                return None
            time.sleep(_PAUSE_SECONDS)

    def end_first(self, seconds: float) -> bool:
        """Ask the first program to end, and wait until it has; whether nobody uses the folder any more.

        One that is in the middle of something stays, and so does one that does not hear within so many seconds.

        Raises:
            OSError: The folder cannot be written to.
        """
        deadline = time.monotonic() + seconds
        is_ending = False
        while not self.claim():
            answer = b"" if is_ending else self._asked(_END)
            is_ending = is_ending or answer == _ENDING
            if answer == _BUSY or time.monotonic() >= deadline:
                return False
            time.sleep(_PAUSE_SECONDS)
        self.release()
        return True

    @Slot()
    def release(self) -> None:
        """Give the folder up, so that the next start is a program of its own; may be called twice."""
        self._listen_again.stop()
        if self._server is not None:
            self._server.close()
        self._lock.release()

    @Slot()
    def _on_call(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            if not is_own_account(socket):
                log.warning("another account's program has called: it is not heard")
                socket.abort()
                continue
            socket.readyRead.connect(self._on_words)
            self._read(socket)

    @Slot()
    def _on_words(self) -> None:
        socket = self.sender()
        if socket is not None:
            self._read(cast("QLocalSocket", socket))

    def _read(self, socket: "QLocalSocket") -> None:
        """Hear a call once it is whole."""
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST_CALL:
                socket.abort()
            return
        told = _told(bytes(socket.readLine().data()))
        if told == _END:
            self._answer_end(socket)
            return
        socket.write(_HEARD)
        socket.disconnectFromServer()
        self.called.emit()
        files = [path for path in told if isinstance(path, str)] if isinstance(told, list) else []
        if files:
            self.files_handed.emit(files)

    def _answer_end(self, socket: "QLocalSocket") -> None:
        may_end = self.may_end()
        socket.write(_ENDING if may_end else _BUSY)
        socket.flush()  # there may be no other turn of the event loop
        socket.disconnectFromServer()
        if may_end:
            self.ended.emit()


def _told(call: bytes) -> Any:
    """What a call says; `None` for nonsense."""
    import json  # noqa: PLC0415  only once somebody calls

    try:
        return json.loads(call)
    except (ValueError, RecursionError):
        return None


def _let_others_come_forward() -> None:
    """On Windows only the program a person has just acted on may bring a window forward, or let another do so."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only there

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
