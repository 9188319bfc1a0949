"""The way to the service during a switch: what surely never arrived is told apart from what perhaps did."""

import ssl
from collections.abc import Callable

import pytest

from epa_gui.core.jobs.problem import ProblemError, ProblemKind
from epa_gui.core.service.client import Client
from epa_gui.core.service.switched import NotConfirmedError
from tests.faults.raw_server import RawServer
from tests.faults.test_proxies import REFUSAL, SOMEWHERE, Proxied, proxied
from tests.faults.test_tls import SELF_SIGNED, impostor
from tests.held_file import needs_a_root_of_its_own

__all__ = ["impostor", "proxied"]

KEY = "a-key-that-is-20-long"


def trouble_of(client: Client, address: str, seconds: float = 3.0) -> ProblemError:
    with pytest.raises(ProblemError) as caught:
        client.switch(address, KEY, "4f3e", seconds)
    return caught.value


def test_a_certificate_nobody_vouches_for_ends_it_before_it_is_sent(client: Client, impostor: RawServer) -> None:
    trouble = trouble_of(client, f"https://localhost:{impostor.port}")
    assert not isinstance(trouble, NotConfirmedError)
    assert trouble.problem.kind is ProblemKind.TLS_FAILED
    assert impostor.heads == []


def test_a_proxy_that_says_no_passed_nothing_on(
    client: Client, proxied: Proxied, listen: Callable[..., RawServer]
) -> None:
    proxy = listen(REFUSAL, REFUSAL)
    proxied(proxy.port)
    trouble = trouble_of(client, SOMEWHERE)
    assert not isinstance(trouble, NotConfirmedError)
    assert trouble.problem.kind is ProblemKind.PROXY_FAILED
    assert len(proxy.heads) == 1
    assert KEY.encode() not in proxy.heads[0]


def test_a_proxy_that_is_not_there_passed_nothing_on(client: Client, proxied: Proxied, closed_port: int) -> None:
    proxied(closed_port)
    trouble = trouble_of(client, SOMEWHERE)
    assert not isinstance(trouble, NotConfirmedError)


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1 200 OK\r\n", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"],
    ids=["silence", "half a head", "something else", "half a body"],
)
def test_an_answer_that_is_none_leaves_nobody_knowing(
    client: Client, listen: Callable[..., RawServer], answer: bytes
) -> None:
    server = listen(answer, answer)
    trouble = trouble_of(client, f"http://127.0.0.1:{server.port}")
    assert isinstance(trouble, NotConfirmedError)
    assert len(server.heads) == 1, "it is never sent a second time by itself"


def test_over_tls_too_what_was_sent_and_not_answered_leaves_nobody_knowing(
    client: Client, listen: Callable[..., RawServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_a_root_of_its_own()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(SELF_SIGNED)
    server = listen(b"", context=context)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(SELF_SIGNED))
    trouble = trouble_of(client, f"https://localhost:{server.port}")
    if trouble.problem.kind is ProblemKind.TLS_FAILED:
        pytest.skip("this system does not take a certificate from REQUESTS_CA_BUNDLE")
    assert isinstance(trouble, NotConfirmedError)
