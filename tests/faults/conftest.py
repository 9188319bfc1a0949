"""Servers that send any bytes at all, doors that are shut, and the vocabulary of asking."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator

import pytest

from tests.core.service.conftest import ask, client, job_id
from tests.faults.raw_server import RawServer

__all__ = ["ask", "client", "job_id"]


@pytest.fixture
def listen() -> Iterator[Callable[..., RawServer]]:
    """Starts raw servers; all are stopped at the end."""
    running = []

    def start(*answers: bytes, context: ssl.SSLContext | None = None) -> RawServer:
        server = RawServer(list(answers), context)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        running.append(server)
        return server

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture
def closed_port() -> int:
    """A port of this computer on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
