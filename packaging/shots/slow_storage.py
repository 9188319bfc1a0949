"""A storage that takes a part of what is sent to it and then no more: an upload that stays in the middle."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

_PIECE = 64 * 1024
_PAUSE_SECONDS = 0.02


class SlowStorage:
    """Listens on this computer alone.

    Args:
        takes: So many bytes.
    """

    def __init__(self, takes: int) -> None:
        self._takes = takes
        self._server = socket.create_server(("127.0.0.1", 0))
        self._held: list[socket.socket] = []
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="slow storage", daemon=True)
        self.url = f"http://localhost:{self._server.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Hang up."""
        del kind, error, at
        self._is_over.set()
        for held in (*self._held, self._server):
            held.close()
        self._thread.join(5)

    def _serve(self) -> None:
        self._server.settimeout(0.2)
        while not self._is_over.is_set():
            with contextlib.suppress(TimeoutError, OSError):
                connection, _ = self._server.accept()
                connection.settimeout(0.2)
                self._held.append(connection)
                self._take(connection)

    def _take(self, connection: socket.socket) -> None:
        left = self._takes
        while left > 0 and not self._is_over.wait(_PAUSE_SECONDS):
            with contextlib.suppress(TimeoutError):
                taken = len(connection.recv(min(_PIECE, left)))
                if not taken:
                    return
                left -= taken
