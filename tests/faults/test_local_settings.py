"""Settings of this computer that cannot be used: they are named, and neither the model nor its key is blamed."""

import contextlib
import re
import socketserver
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import CONNECTION_KINDS, KEY_KINDS, LASTING_KINDS, Problem, ProblemError, ProblemKind
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import opened
from epa_gui.core.service.local_settings import authorization_for, proxy_for
from epa_gui.core.service.upload import put
from epa_gui.practice import PracticeService
from epa_gui.ui.base.problem_text import problem_words
from tests.faults.raw_server import RawServer
from tests.faults.test_proxies import REFUSAL
from tests.faults.test_tls import SELF_SIGNED

Ask = Callable[..., Answer | Problem]
Listen = Callable[..., RawServer]
SetProxy = Callable[[str], None]

SOMEWHERE = "https://service.invalid"
SECRET = "pr0xy-secret"


@pytest.fixture
def set_proxy(monkeypatch: pytest.MonkeyPatch) -> SetProxy:
    """Has one variable of the environment name a proxy, and no other."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)

    def to(value: str, name: str = "HTTPS_PROXY") -> None:
        monkeypatch.setenv(name, value)

    return to


class Blurting(socketserver.ThreadingTCPServer):
    """Says the same to everybody who says anything at all, then listens no more."""

    daemon_threads = True

    def __init__(self, words: bytes) -> None:
        class Conversation(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with contextlib.suppress(OSError):
                    self.request.recv(65536)
                    self.request.sendall(words)

        super().__init__(("127.0.0.1", 0), Conversation)
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


def problem_of(outcome: Answer | Problem) -> Problem:
    assert isinstance(outcome, Problem)
    return outcome


BAD_PROXIES = [
    "http://",
    "http://[",
    "http://:3128",
    "http:/proxy:3128",
    "http:proxy:3128",
    "http://http://proxy:3128",
    "http://my proxy:3128",
    "http://proxy:port",
    "http://proxy:99999",
    "http://proxy:0",
    "http://a..b:3128",
    f"http://{'a' * 70}:3128",
    '"http://proxy:3128"',
    "PROXY proxy:3128",
    "ftp://proxy:21",
    "quic://proxy:443",
    "file:///etc/proxy.pac",
    f"http://user:{SECRET}/x@127.0.0.1:3128",
    f"http://user:12/{SECRET}@127.0.0.1:3128",
    f"http://user:{SECRET}#x@127.0.0.1:3128",
    f"http://user:{SECRET}?x@127.0.0.1:3128",
    f"http://user:{SECRET}@",
    f"socks5://user:{SECRET}/x@127.0.0.1:1080",
    f"user:{SECRET}/x@127.0.0.1:3128",
    f"http:/user:{SECRET}@127.0.0.1:3128",
]


@pytest.mark.parametrize("value", BAD_PROXIES)
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_setting_that_is_none_is_named_and_not_quoted(
    ask: Ask, set_proxy: Callable[[str, str], None], value: str, name: str
) -> None:
    set_proxy(value, name)
    problem = problem_of(ask(address=SOMEWHERE))
    assert problem.kind is ProblemKind.PROXY_FAILED
    assert problem.where.upper() == name.upper()  # Windows knows no lower case
    words = problem_words(problem)
    assert name.upper() in words.happened.upper()
    assert "model" not in words.to_do.lower()
    assert SECRET not in f"{problem.to_json()} {words.sentence()}"


@pytest.mark.parametrize(
    "value",
    [
        "socks5://127.0.0.1:{port}",
        "socks5h://127.0.0.1:{port}",
        "socks4://127.0.0.1:{port}",
        "socks4a://127.0.0.1:{port}",
        "socks://127.0.0.1:{port}/",
        f"socks5://user:{SECRET}@127.0.0.1:{{port}}",
        "http://user:パス@127.0.0.1:{port}",
        "http://ユーザー:pass@127.0.0.1:{port}",
        "http://user:%E3%83%91%E3%82%B9@127.0.0.1:{port}",
        "http://プロキシ.invalid:{port}",
        "http://proxy.invalid:{port}",
        "socks5h://proxy.invalid:{port}",
        "https://127.0.0.1:{port}",
        "127.0.0.1:{port}",
        "  http://127.0.0.1:{port}  ",
    ],
)
def test_a_proxy_that_is_not_there_is_the_proxy(
    ask: Ask, set_proxy: SetProxy, closed_port: int, practice: PracticeService, value: str
) -> None:
    set_proxy(value.format(port=closed_port))
    problem = problem_of(ask(address=SOMEWHERE))
    assert (problem.kind, problem.where) == (ProblemKind.PROXY_FAILED, "HTTPS_PROXY")
    for secret in (SECRET, "パス", practice.api_key):
        assert secret not in problem.to_json()


def test_such_trouble_passes_by_itself() -> None:
    """Checking goes on with back-off, and at once when the network is back."""
    assert ProblemKind.PROXY_FAILED not in KEY_KINDS | LASTING_KINDS
    assert ProblemKind.PROXY_FAILED in CONNECTION_KINDS


@pytest.mark.parametrize(
    "sent",
    [
        REFUSAL,
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\x00" * 1000,
        b"",
        b"HTTP/1.1 banana\r\n\r\n",
        b"HTTP/1.1 502 Bad Gateway\r\n\r\n<html>",
        b"HTTP/1.1 302 Found\r\nLocation: https://login.invalid/\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
    ],
    ids=lambda sent: repr(sent[:30]),
)
@pytest.mark.parametrize("scheme", ["http", "socks5h", "socks4"])
def test_a_proxy_that_answers_nonsense_is_the_proxy(ask: Ask, set_proxy: SetProxy, sent: bytes, scheme: str) -> None:
    with Blurting(sent) as proxy:
        set_proxy(f"{scheme}://user:{SECRET}@127.0.0.1:{proxy.server_address[1]}")
        problem = problem_of(ask(address="https://192.0.2.1"))
    assert (problem.kind, problem.where) == (ProblemKind.PROXY_FAILED, "HTTPS_PROXY")
    assert SECRET not in problem.to_json()


@pytest.mark.parametrize(
    ("user_info", "token"),
    [
        ("user:pass", "dXNlcjpwYXNz"),
        ("user:パス", "dXNlcjrjg5Hjgrk="),
        ("user:%E3%83%91%E3%82%B9", "dXNlcjrjg5Hjgrk="),
        ("user:%E9", "dXNlcjrp"),
        ("user:a%2Fb%23c%3Fd", "dXNlcjphL2IjYz9k"),
        ("user:p@ss", "dXNlcjpwQHNz"),
        (r"domain\user:pass", "ZG9tYWluXHVzZXI6cGFzcw=="),
        ("user", "dXNlcjo="),
    ],
)
def test_user_name_and_password_reach_the_proxy_as_they_were_set(
    ask: Ask, set_proxy: SetProxy, listen: Listen, user_info: str, token: str
) -> None:
    proxy = listen(REFUSAL)
    set_proxy(f"http://{user_info}@127.0.0.1:{proxy.port}")
    assert problem_of(ask(address=SOMEWHERE)).kind is ProblemKind.PROXY_FAILED
    assert proxy.heads[0].startswith(b"CONNECT service.invalid:443 ")
    assert f"Proxy-Authorization: Basic {token}\r\n".encode() in proxy.heads[0]


def test_a_proxy_that_quotes_the_password_is_not_quoted(ask: Ask, set_proxy: SetProxy, listen: Listen) -> None:
    set_proxy(f"http://user:{SECRET}@127.0.0.1:1")
    token = authorization_for(proxy_for(SOMEWHERE)).removeprefix("Basic ")
    proxy = listen(f"HTTP/1.1 407 No {SECRET} {token}\r\n\r\n".encode())
    set_proxy(f"http://user:{SECRET}@127.0.0.1:{proxy.port}")
    said = problem_of(ask(address=SOMEWHERE)).said
    assert "407" in said
    assert SECRET not in said
    assert token not in said


def test_downloads_uploads_and_switches_say_so_too(client: Client, set_proxy: SetProxy) -> None:
    set_proxy(f"http://user:{SECRET}/x@proxy:3128")
    problems = []
    with pytest.raises(ProblemError) as trouble, opened(client, f"{SOMEWHERE}/r.zip"):
        pass
    problems.append(trouble.value.problem)
    with pytest.raises(ProblemError) as trouble:
        put(client, f"{SOMEWHERE}/f.csv", [b"abc"])
    problems.append(trouble.value.problem)
    with pytest.raises(ProblemError) as trouble:
        client.switch(SOMEWHERE, "key", "job", 5)
    problems.append(trouble.value.problem)
    assert {(problem.kind, problem.where) for problem in problems} == {(ProblemKind.PROXY_FAILED, "HTTPS_PROXY")}
    assert SECRET not in "".join(problem.to_json() for problem in problems)
    assert not client.guard.has_sent


def test_settings_of_the_system_that_cannot_be_read_are_named_so(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows the list of exceptions is taken for patterns, and one that is none raises what nothing else does."""

    def raises(_host: str) -> bool:
        raise re.error("nothing to repeat")

    monkeypatch.setattr("requests.utils.proxy_bypass", raises)
    problem = problem_of(ask(address=SOMEWHERE))
    assert (problem.kind, problem.where) == (ProblemKind.PROXY_FAILED, "")
    assert "the system’s network settings" in problem_words(problem).happened


@pytest.mark.parametrize(
    "exceptions",
    ["*", "service.invalid", ".invalid", "a, ,service.invalid", "10.0.0.0/99,[::1,*.x,invalid", "invalid."],
)
def test_exceptions_from_the_proxy_never_end_in_trouble_of_another_kind(
    ask: Ask, set_proxy: SetProxy, closed_port: int, monkeypatch: pytest.MonkeyPatch, exceptions: str
) -> None:
    set_proxy(f"http://127.0.0.1:{closed_port}")
    monkeypatch.setenv("NO_PROXY", exceptions)
    is_direct = exceptions != "invalid."
    kind = ProblemKind.NAME_NOT_FOUND if is_direct else ProblemKind.PROXY_FAILED
    assert problem_of(ask(address=SOMEWHERE)).kind is kind


# Certificates


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_bundles_that_hold_no_certificates_are_named(
    ask: Ask, practice: PracticeService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    for number, content in enumerate([None, b"", b"no certificate", b"\x00" * 5000]):
        place = tmp_path / f"company {number}.pem"
        if content is not None:
            place.write_bytes(content)
        monkeypatch.setenv(name, str(place))
        problem = problem_of(ask(address=practice.url.replace("http:", "https:")))
        assert (problem.kind, problem.where) == (ProblemKind.CERTIFICATES_MISSING, name)
        assert str(place) in problem.said
        assert name in problem_words(problem).means


def test_a_bundle_that_is_good_is_not_blamed(
    ask: Ask, practice: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(SELF_SIGNED))
    assert problem_of(ask(address=practice.url.replace("http:", "https:"))).kind is ProblemKind.TLS_FAILED


def test_a_log_of_tls_secrets_is_neither_written_nor_in_the_way(
    ask: Ask, practice: PracticeService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for place in (tmp_path / "secrets.log", tmp_path / "no folder" / "secrets.log"):
        monkeypatch.setenv("SSLKEYLOGFILE", str(place))
        assert problem_of(ask(address=practice.url.replace("http:", "https:"))).kind is ProblemKind.TLS_FAILED
        assert not place.exists()


# The key is blamed only when it is the key


@pytest.mark.parametrize("length", [b"5, 6", b"-5", b"five"])
def test_an_odd_header_of_an_answer_is_not_the_key(ask: Ask, listen: Listen, length: bytes) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: " + length + b"\r\n\r\nhello"
    server = listen(answer, answer)
    assert problem_of(ask(address=f"http://127.0.0.1:{server.port}")).kind not in KEY_KINDS


@pytest.mark.parametrize("netrc", ["machine", "\x00\xff", "machine 127.0.0.1 login パス password パス\n"])
def test_a_netrc_is_not_even_read(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, netrc: str, practice: PracticeService
) -> None:
    place = tmp_path / "netrc"
    place.write_text(netrc, encoding="utf-8")
    monkeypatch.setenv("NETRC", str(place))
    assert isinstance(ask(), Answer)
    assert "authorization" not in practice.requests[0].headers
