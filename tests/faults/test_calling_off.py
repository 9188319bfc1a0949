"""Cancel, Stop and Quit are felt within a second, whatever is waited for, also where no system wakes who waits.

Windows and macOS do not wake a thread that waits for a socket when another shuts it (CPython issues 91913, 154224).
So each is measured twice: as this system is, and as if it were one of those.
"""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service import connection
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import opened
from epa_gui.core.service.upload import put
from tests.core.service.test_connections import wait_until
from tests.faults.test_tls import SELF_SIGNED
from tests.faults.test_upload_faults import GIB, MIB, StorageWith, Tunnel, Uploads, Zeros, storage_with

__all__ = ["storage_with"]

SECONDS = 10.0
"""Far less than any time-out: 8 to connect, 20 for silence. It takes a quarter of a second where nothing else runs."""
SOMEWHERE = "https://service.invalid"


@pytest.fixture(params=["woken", "not woken"], autouse=True)
def _a_system_that_wakes_or_not(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "not woken":
        monkeypatch.setattr(connection, "_shut", lambda _: None)


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """Accepts connections by its queue, and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(8)
        yield listening


@pytest.fixture
def silence() -> Iterator[threading.Event]:
    """How long a server says nothing: until the end of the test."""
    over = threading.Event()
    yield over
    over.set()


@pytest.fixture
def proxied(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    for name in ("NO_PROXY", "no_proxy", "HTTPS_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    return lambda address: monkeypatch.setenv("ALL_PROXY", address)


def call_off(client: Client, event: Callable[[], object], has_begun: Callable[[], bool]) -> Problem:
    """Call `event` off once it waits; it has ended within `SECONDS`."""
    ended: list[Problem] = []

    def run() -> None:
        try:
            event()
        except ProblemError as trouble:
            ended.append(trouble.problem)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    wait_until(has_begun)
    time.sleep(0.4)  # into the wait, past the first slice
    assert thread.is_alive()
    began = time.monotonic()
    client.cut()
    thread.join(2 * SECONDS)
    assert time.monotonic() - began < SECONDS
    (problem,) = ended
    assert problem.kind is ProblemKind.CONNECTION_LOST
    return problem


def port_of(listening: socket.socket) -> int:
    return int(listening.getsockname()[1])


def fetch(client: Client, link: str) -> Callable[[], object]:
    def event() -> None:
        with opened(client, link) as stream:
            for _ in stream.pieces:
                pass

    return event


def test_waiting_for_an_answer(client: Client, storage_with: StorageWith, silence: threading.Event) -> None:
    storage = storage_with(lambda _: silence.wait(20))  # type: ignore[arg-type]
    link = storage.link.partition("/up")[0]
    call_off(client, lambda: client.status(link, "key", "job", 0), lambda: bool(storage.heads))


def test_a_switch_that_waits_for_its_answer(
    client: Client, storage_with: StorageWith, silence: threading.Event
) -> None:
    storage = storage_with(lambda _: silence.wait(20))  # type: ignore[arg-type]
    link = storage.link.partition("/up")[0]
    call_off(client, lambda: client.switch(link, "key", "job", 60), lambda: bool(storage.heads))


def test_in_the_middle_of_an_answer(client: Client, storage_with: StorageWith, silence: threading.Event) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.stream.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"status":')
        silence.wait(20)

    storage = storage_with(manners)
    link = storage.link.partition("/up")[0]
    call_off(client, lambda: client.status(link, "key", "job", 0), lambda: bool(storage.heads))


def test_in_the_middle_of_a_download(client: Client, storage_with: StorageWith, silence: threading.Event) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % GIB + bytes(MIB))
        silence.wait(20)

    storage = storage_with(manners)
    call_off(client, fetch(client, storage.link), lambda: bool(storage.heads))


def test_an_upload_that_nobody_takes(client: Client, storage_with: StorageWith, silence: threading.Event) -> None:
    storage = storage_with(lambda _: silence.wait(20))  # type: ignore[arg-type]
    body = Zeros(GIB)
    call_off(client, lambda: put(client, storage.link, body), lambda: body.given > 0)


def test_an_upload_after_its_last_byte(client: Client, storage_with: StorageWith, silence: threading.Event) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.take_all()
        silence.wait(20)

    storage = storage_with(manners)
    has_all = lambda: bool(storage.sendings) and storage.sendings[0].took == MIB  # noqa: E731
    call_off(client, lambda: put(client, storage.link, Zeros(MIB)), has_all)


def test_a_tls_handshake(client: Client, silent: socket.socket) -> None:
    call_off(client, fetch(client, f"https://localhost:{port_of(silent)}/r.zip"), lambda: True)


def test_a_proxy_that_is_asked_for_a_tunnel(
    client: Client, silent: socket.socket, proxied: Callable[[str], None]
) -> None:
    proxied(f"http://127.0.0.1:{port_of(silent)}")
    call_off(client, fetch(client, f"{SOMEWHERE}/r.zip"), lambda: True)


def test_a_proxy_that_shakes_no_hands(client: Client, silent: socket.socket, proxied: Callable[[str], None]) -> None:
    proxied(f"https://127.0.0.1:{port_of(silent)}")
    call_off(client, fetch(client, f"{SOMEWHERE}/r.zip"), lambda: True)


@pytest.mark.parametrize("scheme", ["socks5h", "socks4a"])
def test_a_socks_proxy(client: Client, silent: socket.socket, proxied: Callable[[str], None], scheme: str) -> None:
    proxied(f"{scheme}://me:pass@127.0.0.1:{port_of(silent)}")
    call_off(client, fetch(client, f"{SOMEWHERE}/r.zip"), lambda: True)


def test_a_connection_that_nobody_takes(client: Client, proxied: Callable[[str], None]) -> None:
    """A queue that is full: what asks to be let in is neither let in nor refused."""
    with socket.socket() as full, contextlib.ExitStack() as waiting:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(8):
            knocking = waiting.enter_context(socket.socket())
            knocking.setblocking(False)
            knocking.connect_ex(full.getsockname())
        time.sleep(0.1)
        with socket.socket() as probe:
            probe.settimeout(0.3)
            try:
                probe.connect(full.getsockname())
            except TimeoutError:
                pass
            except OSError:
                pytest.skip("this system refuses where its queue is full")
            else:
                pytest.skip("this system's queue has no end")
        call_off(client, fetch(client, f"http://127.0.0.1:{port_of(full)}/r.zip"), lambda: True)


@pytest.mark.parametrize("storage_with", ["https"], indirect=True)
@pytest.mark.parametrize("is_upload", [True, False], ids=["upload", "answer"])
def test_tls_inside_the_tls_of_a_proxy(
    client: Client,
    storage_with: StorageWith,
    silence: threading.Event,
    proxied: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_upload: bool,
) -> None:
    monkeypatch.setattr("epa_gui.core.service.client.is_loopback", lambda _: False)
    storage = storage_with(lambda _: silence.wait(20))  # type: ignore[arg-type]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(SELF_SIGNED)
    with Tunnel(storage.port, context) as tunnel:
        proxied(f"https://localhost:{tunnel.port}")
        body = Zeros(GIB)
        event = (lambda: put(client, storage.link, body)) if is_upload else fetch(client, storage.link)
        call_off(client, event, lambda: bool(storage.heads))
