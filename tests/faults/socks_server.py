"""A small SOCKS proxy, as RFC 1928 and 1929 describe it, that leads every name to this computer."""

import contextlib
import socket
import socketserver
import struct
import threading

from tests.faults.tunnels import pass_on


class SocksServer(socketserver.ThreadingTCPServer):
    """Passes connections on to ports of this computer; notes what was asked for, and by whom.

    Attributes:
        wanted: User name and password, or `None` for anybody.
        asked: Host and port of each connection that was asked for, as it was asked for.
        code: The reply to each; 0 is "succeeded".
    """

    daemon_threads = True

    def __init__(self, wanted: tuple[bytes, bytes] | None = None, code: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.port: int = self.server_address[1]
        self.wanted = wanted
        self.code = code
        self.asked: list[tuple[str, int]] = []
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class _Conversation(socketserver.StreamRequestHandler):
    server: SocksServer
    rbufsize = 0  # what comes after the handshake is not for us

    def handle(self) -> None:
        with contextlib.suppress(OSError, ValueError, struct.error):
            if self._take(1) == b"\x05" and self._is_welcome():
                self._lead_on()

    def _take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count and (piece := self.rfile.read(count - len(taken))):
            taken += piece
        return taken

    def _take_text(self) -> bytes:
        return self._take(self._take(1)[0])

    def _is_welcome(self) -> bool:
        methods = self._take_text()
        method = b"\x00" if self.server.wanted is None else b"\x02"
        if method not in methods:
            self.wfile.write(b"\x05\xff")
            return False
        self.wfile.write(b"\x05" + method)
        if self.server.wanted is None:
            return True
        self._take(1)
        is_welcome = (self._take_text(), self._take_text()) == self.server.wanted
        self.wfile.write(b"\x01\x00" if is_welcome else b"\x01\x01")
        return is_welcome

    def _lead_on(self) -> None:
        _, _, _, kind = self._take(4)
        host = self._take_text().decode() if kind == 3 else socket.inet_ntoa(self._take(4))
        (port,) = struct.unpack("!H", self._take(2))
        self.server.asked.append((host, port))
        self.wfile.write(bytes([5, self.server.code, 0, 1, 0, 0, 0, 0, 0, 0]))
        if self.server.code:
            return
        with socket.create_connection(("127.0.0.1", port)) as there:
            back = threading.Thread(target=pass_on, args=(there, self.request), daemon=True)
            back.start()
            pass_on(self.request, there)
            back.join(5)
