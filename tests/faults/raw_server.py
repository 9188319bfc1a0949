"""A server that sends any bytes at all, for what no real server would say."""

import contextlib
import socket
import socketserver
import ssl


class RawServer(socketserver.ThreadingTCPServer):
    """Sends the bytes it was told to, one answer a connection, and records the heads of requests."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, answers: list[bytes], context: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.port: int = self.server_address[1]
        self.answers = answers
        self.context = context
        self.connections = 0
        self.heads: list[bytes] = []


class _Conversation(socketserver.BaseRequestHandler):
    server: RawServer
    request: socket.socket

    def handle(self) -> None:
        self.server.connections += 1
        with contextlib.suppress(OSError):
            stream = self.request
            if self.server.context:
                stream = self.server.context.wrap_socket(stream, server_side=True)
            with stream:  # also where the other side breaks off
                head = b""
                while b"\r\n\r\n" not in head and (piece := stream.recv(65536)):
                    head += piece
                self.server.heads.append(head)
                if self.server.answers:
                    stream.sendall(self.server.answers.pop(0))
