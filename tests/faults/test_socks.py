"""Through a SOCKS proxy: checks, downloads and uploads arrive; what it refuses is told as the proxy's."""

from collections.abc import Callable

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import opened
from epa_gui.core.service.upload import put
from epa_gui.practice import PracticeService
from tests.faults.socks_server import SocksServer
from tests.faults.test_upload_faults import MIB, YES, StorageWith, Uploads, Zeros, storage_with

__all__ = ["storage_with"]

Ask = Callable[..., Answer | Problem]


@pytest.fixture(autouse=True)
def _all_go_through_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else can be reached here, and what is inside this computer is never asked through a proxy."""
    monkeypatch.setattr("epa_gui.core.service.client.is_loopback", lambda _: False)
    for name in ("NO_PROXY", "no_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("scheme", "host"),
    [("socks5h", "localhost"), ("socks5", "127.0.0.1"), ("socks", "localhost"), ("SOCKS5H", "localhost")],
)
def test_a_check_is_answered_through_it(
    practice: PracticeService, ask: Ask, monkeypatch: pytest.MonkeyPatch, scheme: str, host: str
) -> None:
    with SocksServer() as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://127.0.0.1:{proxy.port}")
        assert isinstance(ask(address=practice.url.replace("127.0.0.1", "localhost")), Answer)
        port = int(practice.url.rpartition(":")[2])
        assert proxy.asked == [(host, port)]


@pytest.mark.parametrize(("user_info", "password"), [("me:pass", "pass"), ("me:p%2Fs%23", "p/s#"), ("me:パス", "パス")])
def test_it_may_want_to_know_who_asks(
    practice: PracticeService, ask: Ask, monkeypatch: pytest.MonkeyPatch, user_info: str, password: str
) -> None:
    with SocksServer((b"me", password.encode())) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5h://{user_info}@127.0.0.1:{proxy.port}")
        assert isinstance(ask(), Answer)


@pytest.mark.parametrize("user_info", ["", "me:wr0ng-secret@", "me:@"])
def test_whom_it_does_not_let_through_is_told_so(
    practice: PracticeService, ask: Ask, monkeypatch: pytest.MonkeyPatch, user_info: str
) -> None:
    with SocksServer((b"me", b"right")) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5h://{user_info}127.0.0.1:{proxy.port}")
        problem = ask()
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.where) == (ProblemKind.PROXY_FAILED, "ALL_PROXY")
    assert "wr0ng-secret" not in problem.to_json()
    assert practice.requests == []


@pytest.mark.parametrize("code", range(1, 9))
def test_what_it_cannot_reach_is_told_in_its_words(ask: Ask, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    with SocksServer(code=code) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5h://127.0.0.1:{proxy.port}")
        problem = ask(address="https://service.invalid")
        assert proxy.asked == [("service.invalid", 443)]
    assert isinstance(problem, Problem)
    assert problem.kind is ProblemKind.PROXY_FAILED
    assert f"0x{code:02}" in problem.said


@pytest.mark.parametrize("storage_with", ["https"], indirect=True)
def test_files_go_and_come_through_it(
    client: Client, storage_with: StorageWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    def manners(uploads: Uploads) -> None:
        if uploads.left:
            uploads.take_all()
            uploads.stream.sendall(YES)
        else:
            uploads.stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (8 * MIB) + bytes(8 * MIB))

    storage = storage_with(manners)
    with SocksServer() as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5h://127.0.0.1:{proxy.port}")
        put(client, storage.link, Zeros(8 * MIB))
        with opened(client, storage.link) as stream:
            assert sum(map(len, stream.pieces)) == 8 * MIB
        assert len(proxy.asked) == 2
    assert storage.sendings[0].took == 8 * MIB
