"""Names that do not resolve, doors that are shut, servers that speak something else."""

from collections.abc import Callable

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.practice import Fault, PracticeService
from tests.faults.raw_server import RawServer

Ask = Callable[..., Answer | Problem]


def problem_of(outcome: Answer | Problem) -> Problem:
    assert isinstance(outcome, Problem)
    return outcome


def test_a_name_nobody_knows(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    problem = problem_of(ask(address="https://nowhere.invalid"))
    assert (problem.kind, problem.where) == (ProblemKind.NAME_NOT_FOUND, "nowhere.invalid")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_port_nobody_listens_on(ask: Ask, closed_port: int, scheme: str, host: str) -> None:
    problem = problem_of(ask(address=f"{scheme}://{host}:{closed_port}"))
    assert (problem.kind, problem.where) == (ProblemKind.CONNECTION_REFUSED, host)
    assert "refused" in problem.said.lower()


def test_the_key_is_not_in_what_is_said(practice: PracticeService, ask: Ask, closed_port: int) -> None:
    assert practice.api_key not in problem_of(ask(address=f"http://127.0.0.1:{closed_port}")).said


@pytest.mark.parametrize(
    "sent",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\x00" * 1000,
        b"HTTP/1.1 banana OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % number for number in range(500)) + b"\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a number\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5, 6\r\n\r\nhello",
        b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: banana\r\n\r\n",
        b"HTTP/1.1 200 OK",
        b"",
    ],
    ids=lambda sent: repr(sent[:40]),
)
def test_a_server_that_speaks_something_else_is_a_problem_with_a_name(
    ask: Ask, listen: Callable[..., RawServer], sent: bytes
) -> None:
    server = listen(sent, sent)
    problem = problem_of(ask(address=f"http://127.0.0.1:{server.port}"))
    assert problem.kind is not ProblemKind.UNEXPECTED


@pytest.mark.parametrize("fault", [Fault.drop(), Fault.reset()], ids=["dropped", "reset"])
def test_a_connection_that_breaks_is_lost(practice: PracticeService, ask: Ask, fault: Fault) -> None:
    practice.misbehave(fault, times=2)
    assert problem_of(ask()).kind is ProblemKind.CONNECTION_LOST
    assert isinstance(ask(), Answer), "and the next check is as if nothing had been"


def test_a_netrc_adds_nothing(
    practice: PracticeService, ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\ndefault login me password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    assert isinstance(ask(), Answer)
    assert "authorization" not in practice.requests[0].headers
