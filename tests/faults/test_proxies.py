"""Proxies that are not there or say no; and none at all for what is inside this computer."""

from collections.abc import Callable

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import opened
from epa_gui.practice import PracticeService
from tests.faults.raw_server import RawServer

Ask = Callable[..., Answer | Problem]
Listen = Callable[..., RawServer]
Proxied = Callable[[int], None]

SOMEWHERE = "https://service.invalid"
REFUSAL = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@pytest.fixture
def proxied(monkeypatch: pytest.MonkeyPatch) -> Proxied:
    """Has the environment name a proxy on a port of this computer."""

    def through(port: int) -> None:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://user:pr0xy-secret@127.0.0.1:{port}")
            monkeypatch.setenv(name.lower(), f"http://user:pr0xy-secret@127.0.0.1:{port}")
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)

    return through


def problem_of(outcome: Answer | Problem) -> Problem:
    assert isinstance(outcome, Problem)
    return outcome


def test_a_proxy_that_is_not_there(ask: Ask, proxied: Proxied, closed_port: int) -> None:
    proxied(closed_port)
    problem = problem_of(ask(address=SOMEWHERE))
    assert problem.kind is ProblemKind.PROXY_FAILED
    assert "pr0xy-secret" not in problem.said


def test_a_proxy_that_wants_to_know_who_asks(ask: Ask, proxied: Proxied, listen: Listen) -> None:
    proxy = listen(REFUSAL, REFUSAL)
    proxied(proxy.port)
    problem = problem_of(ask(address=SOMEWHERE))
    assert problem.kind is ProblemKind.PROXY_FAILED
    assert "407" in problem.said
    assert proxy.heads[0].startswith(b"CONNECT service.invalid:443 ")


def test_the_key_is_not_told_to_the_proxy(
    practice: PracticeService, ask: Ask, proxied: Proxied, listen: Listen
) -> None:
    proxy = listen(REFUSAL, REFUSAL)
    proxied(proxy.port)
    ask(address=SOMEWHERE)
    assert practice.api_key.encode() not in b"".join(proxy.heads)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_what_is_inside_this_computer_is_asked_without_a_proxy(
    practice: PracticeService, ask: Ask, proxied: Proxied, listen: Listen, host: str
) -> None:
    proxy = listen(REFUSAL)
    proxied(proxy.port)
    assert isinstance(ask(address=practice.url.replace("127.0.0.1", host)), Answer)
    assert proxy.connections == 0


def test_a_download_says_so_too(client: Client, proxied: Proxied, closed_port: int) -> None:
    proxied(closed_port)
    with pytest.raises(ProblemError) as trouble, opened(client, f"{SOMEWHERE}/r.zip?X-Amz-Signature=abcdef"):
        pass
    assert trouble.value.problem.kind is ProblemKind.PROXY_FAILED
    assert "abcdef" not in trouble.value.problem.said
