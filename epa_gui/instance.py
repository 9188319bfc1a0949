"""One program per data folder: the first holds a lock, a second asks it to come forward and gives it its files.

An installer that brings a new version asks it to end instead.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_CALL_MS = 2000
_PAUSE_SECONDS = 0.05
_LONGEST_CALL = 1 << 20
_HEARD = b"heard\n"
_ENDING = b"ending\n"
_BUSY = b"busy\n"
_END = {"end": True}


def _hash(text: str) -> str:
    # Qt's, since Python's would load a whole TLS library to start with.
    digest = QCryptographicHash.hash(text.encode(), QCryptographicHash.Algorithm.Sha256)
    return bytes(digest.toHex().data()).decode()[:24]


class Instance(QObject):
    """This program's claim on a data folder.

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
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._name = "epa-desktop-" + _hash(str(folder.resolve()))
        self._lock = QLockFile(str(folder / "epa-desktop.lock"))
        # No stale time: a program that slept for a night still lives. One that died is known by its process ID.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this is the first program on the folder; it may then `listen`.

        Raises:
            OSError: The folder cannot be written to.
        """
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            raise PermissionError(str(self._folder))
        return False

    def listen(self) -> None:
        """Hear calls of later programs from now on. Not part of `claim`, so that the window need not wait for it."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        if self._server is not None:
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def call_first(self, files: Sequence[str] = ()) -> bool:
        """Ask the first program to come forward and to open these files; `False` if it does not hear.

        Args:
            files: Absolute paths: the first program stands in a folder of its own.
        """
        _let_others_come_forward()
        return self._asked(list(files)) == _HEARD

    def _asked(self, words: list[str] | dict[str, bool]) -> bytes:
        """What the first program answers; nothing if it does not hear."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CALL_MS):
            return b""
        socket.write(json.dumps(words).encode() + b"\n")
        answer = b""
        while not answer.endswith(b"\n") and socket.waitForReadyRead(_CALL_MS):
            answer += socket.readAll().data()
        socket.disconnectFromServer()
        return answer

    def claim_or_call(self, files: Sequence[str], seconds: float) -> bool | None:
        """Whether this is the first program; `None` if it is not, and the first does not hear.

        The first may just be starting, and not hear yet, or just be ending: it is asked again for so many seconds.

        Raises:
            OSError: The folder cannot be written to.
        """
        deadline = time.monotonic() + seconds
        while True:
            if self.claim():
                return True
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
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_call(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
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
