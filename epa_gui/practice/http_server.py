"""One HTTP/1.1 server on one loopback port: connections, keep-alive, faults. Knows nothing of jobs."""

import contextlib
import os
import socket
import socketserver
import threading
import time
from collections.abc import Callable
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from typing import Any

from epa_gui.practice.exchange import FileSlice, Reply, Request
from epa_gui.practice.faults import RESET_ON_CLOSE, Ending, Fault
from epa_gui.practice.host import path_in, refusal_of

PIECE = 256 * 1024
# A refused upload up to this size is read to its end, so that the refusal is sure to arrive and the connection
# lives on. A bigger one is refused at once, as storage services do, and may show as a reset.
_POLITE = 1024 * 1024
_LINGER_SECONDS = 1.0


class LoopbackServer(socketserver.TCPServer):
    """Accepts connections on a port and serves each in a daemon thread of its own.

    Args:
        address: Loopback address and port; port 0 lets the system choose.
        answer: Called in the connection's thread with each request that meets no replacing fault.
        arrived: Called with each request as it arrives; says which fault it meets.
        clock: For the Date header.
    """

    request_queue_size = 128
    # On Windows this option would let another program take the same port.
    allow_reuse_address = os.name == "posix"

    def __init__(
        self,
        address: tuple[str, int],
        answer: Callable[[Request], Reply],
        arrived: Callable[[Request], Fault | None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.answer = answer
        self.arrived = arrived
        self.clock = clock
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._open: dict[socket.socket, threading.Thread] = {}
        super().__init__(address, Conversation)
        self.port: int = self.socket.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, name=f"practice-{self.port}", daemon=True)

    def start(self) -> None:
        """Begin to accept connections."""
        self._accepting.start()

    def stop(self) -> None:
        """End every connection, waking those that wait or drip, and close the port. May be called once."""
        self.stopping.set()
        if self._accepting.is_alive():
            # Nothing else wakes accept() on every system.
            with contextlib.suppress(OSError):
                socket.create_connection(self.socket.getsockname()[:2], timeout=5).close()
            self._accepting.join(5)
        self.server_close()
        with self._lock:
            conversations = list(self._open.items())
        for connection, _ in conversations:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for _, thread in conversations:
            thread.join(5)

    def _accept(self) -> None:
        while not self.stopping.is_set():
            try:
                connection, address = self.socket.accept()
            except OSError:  # a client that went away while queued, or no descriptors left
                self.stopping.wait(0.01)
                continue
            if self.stopping.is_set():
                connection.close()
                return
            name = f"practice-{self.port}-{connection.fileno()}"
            thread = threading.Thread(target=self._converse, args=(connection, address), name=name, daemon=True)
            with self._lock:
                self._open[connection] = thread
            thread.start()

    def _converse(self, connection: socket.socket, address: Any) -> None:
        try:
            with contextlib.suppress(OSError):  # the client went away: its right
                Conversation(connection, address, self)
        finally:
            with self._lock:
                del self._open[connection]
            connection.close()


class IncomingBody:
    """A request's body with a promised length, or none at all."""

    def __init__(self, handler: "Conversation", length: int | None, *, expects_continue: bool) -> None:
        self.length = length
        self.remaining = length or 0
        self._handler = handler
        self._expects_continue = expects_continue

    def read(self, most: int) -> bytes:
        """The next piece; empty at the end or when the client went away."""
        if not self.remaining:
            return b""
        if self._expects_continue:
            self._expects_continue = False
            self._handler.connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        piece = self._handler.rfile.read(min(most, self.remaining))
        self.remaining -= len(piece)
        if not piece:
            self._handler.close_connection = True
        return piece

    def discard(self, most: int) -> None:
        """Read and forget up to `most` bytes."""
        end = max(0, self.remaining - most)
        while self.remaining > end and self.read(min(PIECE, self.remaining - end)):
            pass

    @property
    def is_pending(self) -> bool:
        """Whether the client may be still waiting to be told to send its body."""
        return self._expects_continue


class Conversation(BaseHTTPRequestHandler):
    """One connection: requests one after another, each answered in one write where it fits."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else every answer on a kept connection can wait 40 ms

    def __init__(self, connection: socket.socket, address: Any, server: LoopbackServer) -> None:
        self._home = server
        super().__init__(connection, address, server)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Stay silent: a windowed program has no stderr."""

    def handle_expect_100(self) -> bool:
        """Leave it to the reading of the body to ask for it, so that an upload can be refused unsent."""
        return True

    def exchange(self) -> None:
        """Serve one request."""
        body = self._incoming_body()
        if refusal := refusal_of(self.path, self.headers.get_all("Host", []), self._home.port):
            self._refuse(body, refusal)
            return
        headers: dict[str, str] = {}
        for name, value in self.headers.items():
            key = name.lower()
            headers[key] = f"{headers[key]}, {value}" if key in headers else value
        request = Request(self.command, path_in(self.path), headers, body)
        fault = self._home.arrived(request) or Fault()
        if fault.seconds and self._home.stopping.wait(fault.seconds):
            self.close_connection = True
        elif fault.ending is Ending.ANSWERED:
            reply = fault.instead or self._home.answer(request)
            self._settle(body)
            self._send(reply, fault)
            if self.close_connection:
                self._linger()
        else:
            self._break_off(body, fault)

    # The base class looks for these names.
    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = do_PATCH = do_OPTIONS = exchange  # noqa: N815

    def _refuse(self, body: IncomingBody, status: int) -> None:
        """Answer a request that was not meant for this service, of which nothing else is to take notice."""
        self._settle(body)
        self.close_connection = True
        said = b"This practice service answers to 127.0.0.1, localhost and [::1] with its port alone.\n"
        self._send(Reply(status, (("Content-Type", "text/plain; charset=utf-8"),), said), Fault())
        self._linger()

    def _incoming_body(self) -> IncomingBody:
        given = self.headers.get("Content-Length", "")
        length = int(given) if given.isascii() and given.isdigit() and len(given) < 20 else None
        if "Transfer-Encoding" in self.headers:
            length = None
        if length is None and (given or "Transfer-Encoding" in self.headers):
            self.close_connection = True  # where such a body ends is not for us to find out
        expects = self.headers.get("Expect", "").lower() == "100-continue"
        return IncomingBody(self, length, expects_continue=expects)

    def _settle(self, body: IncomingBody) -> None:
        """Take a small unread body off the connection; give the connection up over a big one."""
        if body.remaining > _POLITE or (body.remaining and body.is_pending):
            self.close_connection = True
        else:
            body.discard(_POLITE)

    def _break_off(self, body: IncomingBody, fault: Fault) -> None:
        body.discard(fault.read_first or _POLITE)
        if fault.ending is Ending.RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        self.close_connection = True

    def _send(self, reply: Reply, fault: Fault) -> None:
        if fault.cut_after is not None or not fault.length_promised:
            self.close_connection = True
        head = self._head(reply, length_promised=fault.length_promised)
        body = b"" if self.command == "HEAD" else _shortened(reply.body, fault.cut_after)
        if isinstance(body, bytes) and not fault.drip_seconds:
            self.connection.sendall(head + body)
            return
        if fault.drip_head:
            self._drip(head, fault.drip_seconds)
        else:
            self.connection.sendall(head)
        if fault.drip_body:
            self._drip(body, fault.drip_seconds)
        elif isinstance(body, bytes):
            self.connection.sendall(body)
        elif body.length:  # a count of 0 would be taken for "all"
            with body.path.open("rb") as file:
                self.connection.sendfile(file, body.start, body.length)

    def _head(self, reply: Reply, *, length_promised: bool) -> bytes:
        reason, _ = self.responses.get(reply.status, ("Practice", ""))
        lines = [f"HTTP/1.1 {reply.status} {reason}", f"Date: {formatdate(self._home.clock(), usegmt=True)}"]
        lines += [f"{name}: {value}" for name, value in reply.headers]
        named = {name.lower() for name, _ in reply.headers}
        if length_promised and "content-length" not in named and "transfer-encoding" not in named:
            lines.append(f"Content-Length: {reply.size}")
        if self.close_connection and "connection" not in named:
            lines.append("Connection: close")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")

    def _drip(self, body: bytes | FileSlice, seconds: float) -> None:
        for value in _whole(body):
            self.connection.sendall(bytes([value]))
            if self._home.stopping.wait(seconds):
                self.close_connection = True
                return

    def _linger(self) -> None:
        """Close so that the answer arrives even though the client is still sending (else RST overtakes it)."""
        self.connection.shutdown(socket.SHUT_WR)
        self.connection.settimeout(_LINGER_SECONDS)
        for _ in range(4 * _POLITE // PIECE):
            if not self.connection.recv(PIECE):
                return


def _shortened(body: bytes | FileSlice, most: int | None) -> bytes | FileSlice:
    if most is None:
        return body
    if isinstance(body, bytes):
        return body[:most]
    return FileSlice(body.path, body.start, min(body.length, most))


def _whole(body: bytes | FileSlice) -> bytes:
    if isinstance(body, bytes):
        return body
    with body.path.open("rb") as file:
        file.seek(body.start)
        return file.read(body.length)
