"""Sends a request's body and listens meanwhile: a server may say no long before the last byte, then close.

Whoever only sends learns of that no by a broken connection, and on some systems the answer is lost with it. Python's
own ``sendall`` besides holds a whole piece to one time-out, which a slow line breaks though its bytes move.
"""

import contextlib
import errno
import re
import selectors
import socket
import ssl
import time
from collections.abc import Callable
from typing import Any

from epa_gui.core.service.interruptible import SLICE_SECONDS

_NOT_NOW = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)
_GONE = (ConnectionError, ssl.SSLEOFError, ssl.SSLZeroReturnError)
_INTERIM = re.compile(rb"HTTP/1\.[01] 1(?!01)\d\d")
_LONGEST_INTERIM = 65536
_MOST_UNSENT = 131072


class BodySender:
    """The sending end of one request's body.

    Attributes:
        heard: What the other side said before the body was out.
    """

    def __init__(
        self, sock: socket.socket, longest_stall: float, raise_if_cut: Callable[[], None] = lambda: None
    ) -> None:
        self.heard = b""
        self._raise_if_cut = raise_if_cut
        self._sock = sock
        self._longest_stall = longest_stall
        # Else a system takes megabytes ahead of a slow line, then nothing for so long that it looks like a stall, and
        # what is shown as sent is not. Windows does not know it.
        option = getattr(socket, "TCP_NOTSENT_LOWAT", None)
        if option is not None:
            with contextlib.suppress(OSError):
                sock.setsockopt(socket.IPPROTO_TCP, option, _MOST_UNSENT)

    def send(self, data: Any) -> None:
        """Send all of `data`, any bytes-like object.

        Raises:
            BrokenPipeError: The other side has answered or is gone. urllib3 takes this one for "read the answer now".
            TimeoutError: For `longest_stall` seconds not one byte could be sent.
            CutError: It was called off while nothing could be sent.
        """
        left = memoryview(data).cast("B")
        self._sock.settimeout(0)
        while left:
            self._listen()
            try:
                left = left[self._sock.send(left) :]
            except ssl.SSLWantReadError:  # TLS's own business: it can be written to, and still nothing would go
                self._wait(selectors.EVENT_READ)
            except _NOT_NOW:
                self._wait(selectors.EVENT_READ | selectors.EVENT_WRITE)
            except _GONE as error:
                raise _end(str(error)) from error

    def _listen(self) -> None:
        try:
            piece = self._sock.recv(65536)
        except _NOT_NOW:  # nothing was said, or nothing but TLS's own business
            return
        except _GONE as error:
            raise _end(str(error)) from error
        self.heard += piece
        if not piece:
            raise _end("closed by the other side")
        if self._has_answer_begun():
            raise _end("answered before the end")

    def _has_answer_begun(self) -> bool:
        """Whether more was heard than interim words (``100 Continue``, ``103 Early Hints``), which are dropped."""
        while _INTERIM.match(self.heard) and b"\r\n\r\n" in self.heard:
            self.heard = self.heard.partition(b"\r\n\r\n")[2]
        is_interim = _INTERIM.match(self.heard) or len(self.heard) < len(b"HTTP/1.1 100")
        return not is_interim or len(self.heard) > _LONGEST_INTERIM

    def _wait(self, events: int) -> None:
        end = time.monotonic() + self._longest_stall
        with contextlib.closing(selectors.DefaultSelector()) as selector:
            selector.register(self._sock, events)
            while not selector.select(max(0.0, min(SLICE_SECONDS, end - time.monotonic()))):
                self._raise_if_cut()
                if time.monotonic() >= end:
                    raise TimeoutError("nothing could be sent for too long")


def _end(why: str) -> BrokenPipeError:
    return BrokenPipeError(errno.EPIPE, why)
