"""One program per data folder: the first holds a lock, a second asks it to come forward."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_CALL_MS = 2000


def _hash(text: str) -> str:
    # Qt's, since Python's would load a whole TLS library to start with.
    digest = QCryptographicHash.hash(text.encode(), QCryptographicHash.Algorithm.Sha256)
    return bytes(digest.toHex().data()).decode()[:24]


class Instance(QObject):
    """This program's claim on a data folder."""

    called = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
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

    def call_first(self) -> bool:
        """Ask the first program to come forward; `False` if it does not hear."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CALL_MS):
            return False
        socket.disconnectFromServer()
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
            socket.close()
            self.called.emit()
