"""``1xx``: the answer is still to come. However many come before it, the answer is the last one."""

import contextlib
import time
from collections.abc import Callable

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service import connection
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import opened
from epa_gui.core.service.upload import UnansweredError, put
from tests.faults.raw_server import RawServer
from tests.faults.test_upload_faults import MIB, YES, StorageWith, Uploads, Zeros, storage_with

__all__ = ["storage_with"]

Ask = Callable[..., Answer | Problem]
Listen = Callable[..., RawServer]

HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\nLink: </b>\r\n\r\n"
INTERIM = [
    b"HTTP/1.1 100 Continue\r\n\r\n",
    b"HTTP/1.1 102 Processing\r\n\r\n",
    HINTS,
    b"HTTP/1.0 199 Whatever\n\n",
    b"HTTP/1.1 103\r\n\r\n",
    HINTS + b"HTTP/1.1 100 Continue\r\n\r\n" + HINTS * 3,
]


@pytest.fixture(params=INTERIM, ids=lambda words: repr(words[:24]))
def interim(request: pytest.FixtureRequest) -> bytes:
    words: bytes = request.param
    return words


def answer_with(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body


def test_a_check_is_answered_by_the_answer(ask: Ask, listen: Listen, interim: bytes) -> None:
    server = listen(interim + answer_with(b'{"status":"training"}'))
    answer = ask(address=f"http://127.0.0.1:{server.port}")
    assert isinstance(answer, Answer)
    assert answer.status == "training"
    assert server.connections == 1


def test_a_switch_is_answered_by_the_answer(client: Client, listen: Listen, interim: bytes) -> None:
    server = listen(interim + answer_with(b'{"metadata":{"retrain_job_id":"j"}}'))
    client.switch(f"http://127.0.0.1:{server.port}", "key", "j", 5)


def test_a_download_is_what_the_answer_brings(client: Client, listen: Listen, interim: bytes) -> None:
    server = listen(interim + answer_with(b"results"))
    with opened(client, f"http://127.0.0.1:{server.port}/r.zip") as stream:
        assert b"".join(stream.pieces) == b"results"


def test_an_upload_is_answered_by_the_answer(client: Client, storage_with: StorageWith, interim: bytes) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.take_all()
        uploads.stream.sendall(interim)
        time.sleep(0.05)  # that it comes by itself
        uploads.stream.sendall(YES)

    storage = storage_with(manners)
    put(client, storage.link, Zeros(MIB))
    assert len(storage.heads) == 1


def test_a_no_after_it_is_a_no(client: Client, listen: Listen, interim: bytes) -> None:
    server = listen(interim + b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
    with pytest.raises(ProblemError) as trouble, opened(client, f"http://127.0.0.1:{server.port}/r.zip"):
        pass
    assert trouble.value.problem.kind is ProblemKind.LINK_REFUSED


def test_nothing_after_it_is_a_lost_connection(ask: Ask, listen: Listen, interim: bytes) -> None:
    server = listen(interim, interim)
    problem = ask(address=f"http://127.0.0.1:{server.port}")
    assert isinstance(problem, Problem)
    assert problem.kind is ProblemKind.CONNECTION_LOST


def test_nothing_after_an_upload_leaves_open_whether_it_arrived(client: Client, storage_with: StorageWith) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.take_all()
        uploads.stream.sendall(HINTS)

    with pytest.raises(UnansweredError):
        put(client, storage_with(manners).link, Zeros(MIB))


def test_they_do_not_go_on_without_end(client: Client, listen: Listen) -> None:
    server = listen(HINTS * 100_000)
    with pytest.raises(ProblemError) as trouble, opened(client, f"http://127.0.0.1:{server.port}/r.zip"):
        pass
    assert trouble.value.problem.kind is ProblemKind.CONNECTION_LOST


def test_nor_for_ever(client: Client, storage_with: StorageWith, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "INTERIM_SECONDS", 0.3)

    def manners(uploads: Uploads) -> None:
        with contextlib.suppress(OSError):
            for _ in range(300):
                uploads.stream.sendall(HINTS)
                time.sleep(0.1)

    began = time.monotonic()
    with pytest.raises(ProblemError) as trouble, opened(client, storage_with(manners).link):
        pass
    assert time.monotonic() - began < 10
    assert trouble.value.problem.kind is ProblemKind.TIMED_OUT


def test_another_protocol_is_no_interim_answer(client: Client, listen: Listen) -> None:
    server = listen(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: banana\r\n\r\n" + answer_with(b"results"))
    with pytest.raises(ProblemError), opened(client, f"http://127.0.0.1:{server.port}/r.zip"):
        pass


def test_a_proxy_may_say_so_too(ask: Ask, listen: Listen, monkeypatch: pytest.MonkeyPatch, interim: bytes) -> None:
    """Not the interim words are what the proxy is told to have said, but the refusal after them."""
    proxy = listen(interim + b"HTTP/1.1 407 Who asks?\r\n\r\n")
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
    problem = ask(address="https://service.invalid")
    assert isinstance(problem, Problem)
    assert "407" in problem.said
