"""Connections that keep a deadline and can be ended from outside.

requests measures its timeout per read, so a server that drips a byte a second holds a caller for ever; and nothing it
offers wakes a thread that waits for a server. Both are mended below urllib3, at its own hooks: the connection class of
a pool, and the socket and the response class of a connection.
"""

import contextlib
import http.client
import http.cookiejar
import io
import math
import socket
import threading
import time
from typing import Any

import truststore

truststore.inject_into_ssl()  # before requests: it keeps the SSLContext class it finds

import requests  # noqa: E402
import requests.adapters  # noqa: E402
import requests.auth  # noqa: E402
import urllib3.exceptions as urllib3_errors  # noqa: E402
from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: E402

from epa_gui.core.service.body_sender import BodySender  # noqa: E402
from epa_gui.core.service.interruptible import CutError  # noqa: E402
from epa_gui.core.service.local_settings import authorization_for  # noqa: E402
from epa_gui.core.service.reaching import prepare_tls, reached  # noqa: E402

CONNECT_SECONDS = 8.0
READ_SECONDS = 20.0
"""The longest silence while bytes should move, either way."""

MOST_INTERIM = 100
INTERIM_SECONDS = 120.0
"""How often and for how long a server may say that its answer is still to come (``1xx``)."""


class ConnectionGuard:
    """Holds the sockets of one session, its deadline, and the means to end them. `cut` may be called by any thread.

    Whoever waits for one of its sockets does so in slices and asks `raise_if_cut` between them; that the sockets are
    shut as well wakes it at once where a system does so.

    Attributes:
        deadline: When the answer must have been read, by the monotonic clock.
        answer_seconds: If not 0, the deadline is so long after the end of sending, and silence is allowed until then.
        allows_silence: Whether the other side may be silent until the deadline, and not only for `READ_SECONDS`.
        latest: When a request may leave at the latest, by the clock on the wall: the other stands still in sleep.
        has_sent: Whether any of a request may have left since this was last set to `False`.
    """

    def __init__(self) -> None:
        self.deadline = math.inf
        self.answer_seconds = 0.0
        self.allows_silence = False
        self.latest = math.inf
        self.has_sent = False
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._is_cut = False

    def hold(self, sock: socket.socket) -> None:
        """Take charge of a new connection's socket."""
        with self._lock:
            self._sockets = {held for held in self._sockets if held.fileno() >= 0}
            self._sockets.add(sock)
            if self._is_cut:
                _shut(sock)

    def cut(self) -> None:
        """End every connection now; whoever waits for one gets an error at once."""
        with self._lock:
            self._is_cut = True
            for sock in self._sockets:
                _shut(sock)

    def cut_unsent(self) -> bool:
        """As `cut`, unless a request may have left; whether it is sure now that none ever will."""
        with self._lock:
            if self.has_sent:
                return False
            self._is_cut = True
            for sock in self._sockets:
                _shut(sock)
            return True

    def raise_if_cut(self) -> None:
        """Whether to wait on.

        Raises:
            CutError: The connections were cut.
        """
        if self._is_cut:
            raise CutError("cut from outside")

    def let_out(self) -> None:
        """A request is about to leave: from now on nobody can say that it did not arrive.

        Raises:
            TimeoutError: The deadline has passed; then it does not leave.
            CutError: The connection was cut; the same.
        """
        self.seconds_left()
        if time.time() > self.latest:
            raise TimeoutError("the computer slept past the deadline")
        with self._lock:
            if self._is_cut:
                raise CutError("cut before anything was sent")
            self.has_sent = True

    def await_answer(self) -> None:
        """All is sent, or all that will be."""
        if self.answer_seconds:
            self.deadline = time.monotonic() + self.answer_seconds

    def hurry(self, seconds: float) -> None:
        """Bring the deadline forward to `seconds` from now, if it is not nearer yet."""
        self.deadline = min(self.deadline, time.monotonic() + seconds)

    def seconds_left(self) -> float:
        """How long the next read may take.

        Raises:
            TimeoutError: The deadline has passed.
        """
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the whole answer took too long")
        return left if self.answer_seconds or self.allows_silence else min(left, READ_SECONDS)


def _shut(sock: socket.socket) -> None:
    # The plain socket's shutdown, since ssl's own would drop the TLS state under the reading thread's feet.
    # An https proxy has its socket inside another object.
    with contextlib.suppress(OSError, TypeError):
        socket.socket.shutdown(getattr(sock, "socket", sock), socket.SHUT_RDWR)


class _TimedReader(io.RawIOBase):
    """Reads what was heard already, then from a socket, never past the deadline."""

    def __init__(self, heard: bytes, raw: io.RawIOBase, sock: socket.socket, guard: ConnectionGuard) -> None:
        self._heard = heard
        self._raw = raw  # only to be closed: it gives a socket up for lost after one time-out
        self._sock = sock
        self._guard = guard

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self._heard:
            count = min(len(buffer), len(self._heard))
            buffer[:count], self._heard = self._heard[:count], self._heard[count:]
            return count
        self._sock.settimeout(self._guard.seconds_left())
        return self._sock.recv_into(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _TimedResponse(http.client.HTTPResponse):
    """An answer that is read in time: the last one, whatever interim ones come before it."""

    def __init__(self, sock: Any, *args: Any, guard: ConnectionGuard, heard: bytes, **named: Any) -> None:
        super().__init__(sock, *args, **named)
        raw = self.fp.detach()
        self.fp = io.BufferedReader(_TimedReader(heard, raw, sock, guard), 65536)

    def _read_status(self) -> tuple[str, int, str]:
        # The standard library skips "100 Continue" alone, for ever, and takes "103 Early Hints" for the answer.
        end = time.monotonic() + INTERIM_SECONDS
        for _ in range(MOST_INTERIM):
            version, status, reason = super()._read_status()  # type: ignore[misc]
            if not 100 <= status < 200 or status == http.HTTPStatus.SWITCHING_PROTOCOLS:
                return version, status, reason
            http.client.parse_headers(self.fp)
            if time.monotonic() > end:
                raise TimeoutError("only interim answers came")
        raise http.client.HTTPException("too many interim answers")


class _GuardedConnection(HTTPConnection):
    """What makes a connection class of urllib3 one whose sockets and answers `guard` holds, and which can listen."""

    guard: ConnectionGuard
    sock: Any
    _body_sender: BodySender | None = None
    _is_asking = False
    _is_tunneling = False

    def connect(self) -> None:
        self._body_sender = None
        if isinstance(self, HTTPSConnection):
            prepare_tls(self, self.guard)
        super().connect()
        self.guard.hold(self.sock)

    def _new_conn(self) -> socket.socket:
        return reached(self, self.guard)

    def _tunnel(self) -> None:
        self._is_tunneling = True
        try:
            super()._tunnel()
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise urllib3_errors.ProxyError("no way through the proxy", error) from error
        finally:
            self._is_tunneling = False

    def putrequest(self, *args: Any, **named: Any) -> None:
        self._body_sender = None
        super().putrequest(*args, **named)

    def endheaders(self, *args: Any, **named: Any) -> None:
        self._is_asking = True  # what asks a proxy for a tunnel does not come this way
        try:
            super().endheaders(*args, **named)
        finally:
            self._is_asking = False
        # TLS inside an https proxy's TLS is no socket, and loses bytes if it may not block.
        if isinstance(self.sock, socket.socket):
            self._body_sender = BodySender(self.sock, READ_SECONDS, self.guard.raise_if_cut)
        else:
            self.sock.settimeout(READ_SECONDS)

    def send(self, data: Any) -> None:
        if self._is_asking:
            if self.sock is None:
                self.connect()
            self.guard.let_out()
        if self._body_sender:
            self._body_sender.send(data)
        else:
            super().send(data)

    def response_class(  # type: ignore[override]
        self, *args: Any, **named: Any
    ) -> http.client.HTTPResponse:
        if not self._is_tunneling:
            self.guard.await_answer()
        heard = self._body_sender.heard if self._body_sender else b""
        return _TimedResponse(*args, guard=self.guard, heard=heard, **named)


def _pool(base: type[Any], guard: ConnectionGuard, connection: type[Any]) -> type[Any]:
    guarded = type("GuardedConnection", (_GuardedConnection, connection), {"guard": guard})
    return type("GuardedPool", (base,), {"ConnectionCls": guarded})


class _GuardedAdapter(requests.adapters.HTTPAdapter):
    def __init__(self, guard: ConnectionGuard) -> None:
        self._guard = guard
        super().__init__(pool_connections=4, pool_maxsize=2, max_retries=0)

    def init_poolmanager(self, *args: Any, **named: Any) -> None:
        super().init_poolmanager(*args, **named)  # type: ignore[no-untyped-call,unused-ignore]
        self._lead(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **named: Any) -> Any:
        is_new = proxy not in self.proxy_manager
        manager = super().proxy_manager_for(proxy, **named)  # type: ignore[no-untyped-call,unused-ignore]
        if is_new:
            self._lead(manager)
        return manager

    def proxy_headers(self, proxy: str) -> dict[str, str]:
        authorization = authorization_for(proxy)
        return {"Proxy-Authorization": authorization} if authorization else {}

    def _lead(self, manager: Any) -> None:
        # Pools of SOCKS proxies have connections of their own, which take what is particular to such a proxy.
        manager.pool_classes_by_scheme = {
            scheme: _pool(pool, self._guard, pool.ConnectionCls)
            for scheme, pool in manager.pool_classes_by_scheme.items()
        }


class _NoAuthorization(requests.auth.AuthBase):
    """Keeps a ``.netrc`` from adding an Authorization header, which storage links refuse."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


class _StayingSession(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """Nowhere: even told not to follow, requests reads a redirect's whole body and takes its address apart."""


def new_session(guard: ConnectionGuard, agent: str) -> requests.Session:
    """A session for one thread: pooled, under a guard, sending nothing about the person but `agent`."""
    session = _StayingSession()
    adapter = _GuardedAdapter(guard)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    session.auth = _NoAuthorization()
    session.trust_env = False  # what the environment says is read by `local_settings`
    session.cookies.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=()))  # keeps none, so sends none
    session.headers.clear()
    session.headers.update({"User-Agent": agent, "Accept-Encoding": "identity", "Connection": "keep-alive"})
    return session
