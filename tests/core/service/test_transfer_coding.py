"""A body that is packed for the way in a manner nobody here takes off is not handed out as the file."""

import threading

import pytest

from epa_gui.core.jobs.problem import ProblemError, ProblemKind
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import opened
from tests.faults.raw_server import RawServer

TABLE = b"a,b\r\n1,2\r\n"
CHUNKS = b"%x\r\n%s\r\n0\r\n\r\n" % (len(TABLE), TABLE)


def served(head: bytes, body: bytes) -> tuple[RawServer, str]:
    server = RawServer([b"HTTP/1.1 200 OK\r\n" + head + b"\r\n\r\n" + body])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.port}/r.csv"


@pytest.mark.parametrize(
    "coding", ["gzip, chunked", "identity, chunked", "xchunked", "gzip", "chunked;q=1", "chunked ", "\x7f"]
)
def test_an_unknown_transfer_coding_is_told(client: Client, coding: str) -> None:
    server, link = served(b"Transfer-Encoding: " + coding.encode(), CHUNKS)
    with pytest.raises(ProblemError) as caught, opened(client, link):
        pass
    server.shutdown()
    server.server_close()
    assert caught.value.problem.kind is ProblemKind.STORAGE_TROUBLE
    assert "Transfer-Encoding" in caught.value.problem.said


@pytest.mark.parametrize(("coding", "body"), [("chunked", CHUNKS), ("Chunked", CHUNKS), ("identity", TABLE)])
def test_a_known_one_is_taken_off(client: Client, coding: str, body: bytes) -> None:
    server, link = served(b"Transfer-Encoding: " + coding.encode(), body)
    with opened(client, link) as stream:
        assert b"".join(stream.pieces) == TABLE
    server.shutdown()
    server.server_close()
