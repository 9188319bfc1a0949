"""Sockets whose every wait is cut into slices, so that a thread can be called off on every system.

On Windows and macOS `shutdown` from another thread wakes neither ``recv`` nor ``select`` (CPython issues 91913 and
154224). So whoever waits here looks up every `SLICE_SECONDS`: while it connects, shakes hands, sends, reads. Only a
name look-up is the system's own and is waited out.
"""

import errno
import math
import os
import selectors
import socket
import ssl
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

SLICE_SECONDS = 0.25
"""How soon a thread that waits notices that it was called off."""

_UNDER_WAY = frozenset({errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN, errno.EALREADY})

T = TypeVar("T")


class CutError(ConnectionAbortedError):
    """Whoever waits was called off."""


class Interrupt(Protocol):
    """What ends a wait from outside."""

    def hold(self, sock: socket.socket) -> None:
        """Take charge of a new socket."""

    def raise_if_cut(self) -> None:
        """Raises `CutError` when whoever waits is called off."""

    def seconds_left(self) -> float:
        """The longest that may be waited now; raises `TimeoutError` for not at all."""


class InterruptibleSocket(socket.socket):
    """A socket that waits in slices. Its time-out means what it always does; 0 is for whoever waits elsewhere.

    Attributes:
        interrupt: What ends its waits.
    """

    interrupt: Interrupt
    _patience: float | None = None

    def settimeout(self, value: float | None) -> None:
        """As every socket's."""
        self._patience = value
        self._set_slice(value)

    def gettimeout(self) -> float | None:
        """As every socket's: what was set, not a slice of it."""
        return self._patience

    def _set_slice(self, seconds: float | None) -> None:
        piece = SLICE_SECONDS if seconds is None else min(seconds, SLICE_SECONDS)
        if socket.socket.gettimeout(self) != piece:  # else a call into the system for every read
            socket.socket.settimeout(self, piece)

    def _in_slices(self, event: Callable[..., T], *args: Any) -> T:
        """What `event` answers, tried again after each slice.

        Raises:
            TimeoutError: Nothing came of it in time.
            CutError: It was called off.
        """
        self.interrupt.raise_if_cut()
        if self._patience == 0:
            return event(*args)
        end = self._end()
        self._set_slice(self._patience)
        while True:
            try:
                done = event(*args)
            except TimeoutError as error:
                left = end - time.monotonic()
                if error.errno is not None or left <= 0:  # with a number it is the system's: the connection is dead
                    raise
            except OSError:
                self.interrupt.raise_if_cut()  # then it is no more than what came of shutting the socket
                raise
            else:
                if not done:
                    self.interrupt.raise_if_cut()
                return done
            self.interrupt.raise_if_cut()  # out here, else what is raised would tell of a time-out as its cause
            self._set_slice(left)

    def _end(self) -> float:
        """Until when may be waited, by the monotonic clock."""
        patience = math.inf if self._patience is None else self._patience
        return time.monotonic() + min(patience, self.interrupt.seconds_left())

    def connect(self, address: Any) -> None:
        """As every socket's, to a numeric address."""
        self.interrupt.hold(self)
        self.interrupt.raise_if_cut()
        end = self._end()
        socket.socket.settimeout(self, 0)
        number = socket.socket.connect_ex(self, address)
        if number in _UNDER_WAY:
            self._await_connection(end)
            number = self.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number:
            raise _system_error(number)
        self._set_slice(self._patience)

    def _await_connection(self, end: float) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self, selectors.EVENT_WRITE)
            while not selector.select(max(0.0, min(SLICE_SECONDS, end - time.monotonic()))):
                self.interrupt.raise_if_cut()
                if time.monotonic() >= end:
                    raise TimeoutError("no connection in time")

    def recv(self, *args: Any) -> bytes:
        """As every socket's."""
        return self._in_slices(super().recv, *args)

    def recv_into(self, *args: Any) -> int:
        """As every socket's."""
        return self._in_slices(super().recv_into, *args)

    def send(self, *args: Any) -> int:
        """As every socket's."""
        return self._in_slices(super().send, *args)

    def sendall(self, data: Any, flags: int = 0) -> None:
        """As every socket's, but each part has the whole time-out: a slow line whose bytes move is no trouble."""
        left = memoryview(data).cast("B")
        while left:
            left = left[self.send(left, flags) :]


class _InterruptibleTLS(InterruptibleSocket):
    """What makes a class of TLS sockets wait in slices too."""

    def do_handshake(self, *args: Any) -> None:
        """As every TLS socket's."""
        self.interrupt.hold(self)
        self._in_slices(super().do_handshake, *args)  # type: ignore[misc]


def connected(
    interrupt: Interrupt, address: tuple[str, int], patience: float | None, options: Iterable[tuple[Any, ...]]
) -> InterruptibleSocket:
    """A socket that is connected to the first of a host's addresses that answers.

    Args:
        interrupt: What ends its waits.
        address: Host, a name or a number, and port.
        patience: Seconds for each of the host's addresses.
        options: For `setsockopt`, each.

    Raises:
        OSError: None answered; `socket.gaierror` if there is none, `TimeoutError` if the last was silent.
    """
    failure = OSError("the name has no address")
    for family, kind, protocol, _, place in socket.getaddrinfo(*address, 0, socket.SOCK_STREAM):
        sock = InterruptibleSocket(family, kind, protocol)
        sock.interrupt = interrupt
        try:
            for option in options:
                sock.setsockopt(*option)
            sock.settimeout(patience)
            sock.connect(place)
        except OSError as error:
            sock.close()
            failure = error
        else:
            return sock
        interrupt.raise_if_cut()
    raise failure


def tls_context(interrupt: Interrupt) -> ssl.SSLContext:
    """A context as urllib3 makes it, whose sockets wait in slices. ``SSLKEYLOGFILE`` has no say in it.

    The system's certificates vouch, by truststore, which keeps Python's own context inside its own.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_TICKET
    if sys.version_info >= (3, 13):
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VERIFY_X509_STRICT
    context.post_handshake_auth = True
    context.hostname_checks_common_name = False
    inner = getattr(context, "_ctx", context)
    attributes = {"interrupt": interrupt}
    inner.sslsocket_class = type("InterruptibleTLSSocket", (_InterruptibleTLS, inner.sslsocket_class), attributes)
    return context


def _system_error(number: int) -> OSError:
    """What `connect` would have raised for the system's number."""
    words = getattr(socket, "errorTab", {}).get(number) or os.strerror(number)
    return OSError(None, words, None, number) if sys.platform == "win32" else OSError(number, words)
