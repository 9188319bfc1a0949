"""Storages that say no before the end, say nothing, listen slowly, break off: what comes of the file is always told."""

import contextlib
import socket
import socketserver
import ssl
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service import connection
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import opened
from epa_gui.core.service.upload import UnansweredError, put
from epa_gui.practice import PracticeService
from tests.core.service.test_connections import wait_until
from tests.faults.raw_server import RawServer
from tests.faults.test_proxies import REFUSAL, proxied
from tests.faults.test_tls import SELF_SIGNED, impostor
from tests.faults.tunnels import pass_on
from tests.held_file import needs_a_root_of_its_own

__all__ = ["impostor", "proxied"]

KIB = 1 << 10
MIB = 1 << 20
GIB = 1 << 30
SIGNATURE = "5ecre7516"

YES = b'HTTP/1.1 200 OK\r\nETag: "e"\r\nContent-Length: 0\r\n\r\n'
TOO_LARGE = b"<Error><Code>EntityTooLarge</Code><Message>Too large</Message></Error>"
NO = b"HTTP/1.1 400 Bad Request\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(TOO_LARGE) + TOO_LARGE


@dataclass
class Uploads:
    """A PUT as a storage meets it.

    Attributes:
        stream: The connection.
        left: Bytes of the body still to come.
        took: Bytes of the body taken.
    """

    stream: socket.socket
    left: int
    took: int = 0

    def take(self, most: int) -> None:
        """Take so much more of the body, if it comes."""
        while most and self.left and (piece := self.stream.recv(min(most, self.left, 256 * KIB))):
            most -= len(piece)
            self.left -= len(piece)
            self.took += len(piece)

    def take_all(self) -> None:
        self.take(self.left)

    def reset(self) -> None:
        self.stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.stream.close()


Manners = Callable[[Uploads], None]


@dataclass
class Storage:
    """A storage with manners of its own, and what was sent to it."""

    scheme: str
    port: int
    heads: list[bytes] = field(default_factory=list)
    sendings: list[Uploads] = field(default_factory=list)

    @property
    def link(self) -> str:
        return f"{self.scheme}://localhost:{self.port}/up/f.csv?X-Amz-Signature={SIGNATURE}"


@pytest.fixture(params=["http", "https"])
def storage_with(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Storage]]:
    """Starts a storage with manners, once in the clear and once with TLS that is trusted."""
    scheme: str = request.param
    context = None
    if scheme == "https":
        needs_a_root_of_its_own()
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(SELF_SIGNED))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(SELF_SIGNED)
    servers: list[socketserver.ThreadingTCPServer] = []

    def start(manners: Manners) -> Storage:
        class Conversation(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with contextlib.suppress(OSError):
                    stream = self.request
                    # Else an answer may wait for an acknowledgement, and is lost when the connection is closed.
                    stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    if context:
                        stream = context.wrap_socket(stream, server_side=True)
                    with stream:  # also where the other side breaks off
                        head = b""
                        while b"\r\n\r\n" not in head and (piece := stream.recv(1)):
                            head += piece
                        storage.heads.append(head)
                        lines = head.lower().split(b"\r\n")
                        length = [line[15:] for line in lines if line.startswith(b"content-length:")]
                        uploads = Uploads(stream, int(length[0]) if length else 0)
                        storage.sendings.append(uploads)
                        manners(uploads)

        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation)
        server.daemon_threads = True
        storage = Storage(scheme, server.server_address[1])
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return storage

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


StorageWith = Callable[[Manners], Storage]


class Tunnel(socketserver.ThreadingTCPServer):
    """A proxy that lets one conversation with a port of this computer through."""

    daemon_threads = True

    def __init__(self, target: int, context: ssl.SSLContext | None = None) -> None:
        self.heads: list[bytes] = []
        heads = self.heads

        class Conversation(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                stream: socket.socket = self.request
                if context:
                    stream = context.wrap_socket(stream, server_side=True)
                head = b""
                while b"\r\n\r\n" not in head and (piece := stream.recv(1)):
                    head += piece
                heads.append(head)
                with stream, socket.create_connection(("127.0.0.1", target)) as there:
                    stream.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    back = threading.Thread(target=pass_on, args=(there, stream), daemon=True)
                    back.start()
                    pass_on(stream, there)
                    back.join(5)

        super().__init__(("127.0.0.1", 0), Conversation)
        self.port: int = self.server_address[1]
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class Zeros:
    """A body of any size that needs no memory."""

    def __init__(self, length: int, piece: int = 512 * KIB) -> None:
        self._length = length
        self._piece = memoryview(bytes(piece))
        self.given = 0

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[memoryview]:
        while self.given < self._length:
            piece = self._piece[: self._length - self.given]
            self.given += len(piece)
            yield piece


def trouble_with(client: Client, link: str, body: Zeros) -> ProblemError:
    with pytest.raises(ProblemError) as trouble:
        put(client, link, body)
    assert SIGNATURE not in str(trouble.value.problem)
    return trouble.value


def problem_with(client: Client, link: str, body: Zeros) -> Problem:
    return trouble_with(client, link, body).problem


def refuse_and(end: Manners) -> Manners:
    """Say no after 64 KiB, then end in some manner."""

    def manners(uploads: Uploads) -> None:
        uploads.take(64 * KIB)
        uploads.stream.sendall(NO)
        end(uploads)

    return manners


def close_politely(uploads: Uploads) -> None:
    if not isinstance(uploads.stream, ssl.SSLSocket):
        uploads.stream.shutdown(socket.SHUT_WR)
    uploads.take(256 * KIB)
    time.sleep(0.2)


def close_with_much_unread(uploads: Uploads) -> None:
    pass


def fall_silent(uploads: Uploads) -> None:
    time.sleep(20)


# What is sent


def test_the_head_holds_what_storage_signed_and_nothing_else(client: Client, storage_with: StorageWith) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.take_all()
        uploads.stream.sendall(YES)

    storage = storage_with(manners)
    put(client, storage.link, Zeros(MIB))
    first, *fields = storage.heads[0].decode().removesuffix("\r\n\r\n").split("\r\n")
    assert first == f"PUT /up/f.csv?X-Amz-Signature={SIGNATURE} HTTP/1.1"
    assert sorted(field.lower() for field in fields) == [
        "accept-encoding: identity",
        "accept: */*",
        "connection: keep-alive",
        f"content-length: {MIB}",
        f"host: localhost:{storage.port}",
        "user-agent: epa-desktop",
    ]
    assert storage.sendings[0].took == MIB


@pytest.mark.parametrize("length", [2 * GIB - 1, 2 * GIB, 5 * GIB, 2**62])
def test_a_file_of_any_size_is_announced_whole(client: Client, storage_with: StorageWith, length: int) -> None:
    storage = storage_with(refuse_and(close_politely))
    assert problem_with(client, storage.link, Zeros(length)).kind is ProblemKind.FILE_TOO_LARGE
    assert f"content-length: {length}\r\n".encode() in storage.heads[0].lower()
    assert b"transfer-encoding" not in storage.heads[0].lower()


# Storage that says no before the end


@pytest.mark.parametrize("end", [close_politely, close_with_much_unread, fall_silent, Uploads.reset, Uploads.take_all])
def test_a_no_before_the_end_is_read_and_ends_the_sending(
    client: Client, storage_with: StorageWith, end: Manners
) -> None:
    storage = storage_with(refuse_and(end))
    body = Zeros(GIB)
    began = time.monotonic()
    problem = problem_with(client, storage.link, body)
    # A reset may take the answer with it; Windows drops what was received when one comes.
    resets = {Uploads.reset, close_with_much_unread} if sys.platform == "win32" else {Uploads.reset}
    if end in resets and problem.kind is ProblemKind.CONNECTION_LOST:
        return
    assert problem.kind is ProblemKind.FILE_TOO_LARGE
    assert problem.said.startswith("HTTP 400\n<Error>")
    assert body.given < GIB / 4, "the rest is not sent in vain"
    assert time.monotonic() - began < 15, "it waited for the time-out"
    assert len(storage.heads) == 1


def test_a_no_is_heard_while_a_slow_body_is_still_being_made(client: Client, storage_with: StorageWith) -> None:
    class Slow(Zeros):
        def __iter__(self) -> Iterator[memoryview]:
            for piece in super().__iter__():
                time.sleep(0.05)
                yield piece

    storage = storage_with(refuse_and(close_with_much_unread))
    assert problem_with(client, storage.link, Slow(MIB, 16 * KIB)).kind is ProblemKind.FILE_TOO_LARGE


def test_nothing_else_travels_where_half_a_file_stands(client: Client, storage_with: StorageWith) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.take(64 * KIB)
        uploads.stream.sendall(NO.replace(b"close", b"keep-alive"))
        uploads.take_all()

    storage = storage_with(manners)
    assert problem_with(client, storage.link, Zeros(64 * MIB)).kind is ProblemKind.FILE_TOO_LARGE
    with pytest.raises(ProblemError) as trouble, opened(client, storage.link):
        pass
    assert trouble.value.problem.kind is ProblemKind.FILE_TOO_LARGE
    assert [head[:4] for head in storage.heads] == [b"PUT ", b"GET "]


def test_a_yes_before_the_end_is_none(client: Client, storage_with: StorageWith) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.take(64 * KIB)
        uploads.stream.sendall(YES)
        uploads.take_all()

    body = Zeros(GIB)
    problem = problem_with(client, storage_with(manners).link, body)
    assert problem.kind is ProblemKind.STORAGE_TROUBLE
    assert problem.said == f"HTTP 200: {body.given} / {GIB}"


@pytest.mark.parametrize("status", [302, 303, 307, 308])
@pytest.mark.parametrize("is_early", [True, False], ids=["before the end", "at the end"])
def test_a_redirect_is_followed_nowhere(
    client: Client, storage_with: StorageWith, listen: Callable[..., RawServer], status: int, *, is_early: bool
) -> None:
    elsewhere = listen(YES, YES)

    def manners(uploads: Uploads) -> None:
        uploads.take(64 * KIB if is_early else uploads.left)
        location = f"http://localhost:{elsewhere.port}/"
        uploads.stream.sendall(f"HTTP/1.1 {status} Go\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode())
        uploads.take_all()

    problem = problem_with(client, storage_with(manners).link, Zeros(64 * MIB))
    assert problem == Problem(ProblemKind.REDIRECTED, f"HTTP {status}")
    assert elsewhere.connections == 0


@pytest.mark.parametrize(
    "words",
    [
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 3,
        b"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
    ],
    ids=["continue", "three times", "others"],
)
@pytest.mark.parametrize("cut_at", [None, 5, 20], ids=["whole", "in its first word", "in the middle"])
def test_words_in_between_are_no_answer(
    client: Client, storage_with: StorageWith, words: bytes, cut_at: int | None
) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.stream.sendall(words[:cut_at])
        uploads.take(4 * MIB)
        uploads.stream.sendall(words[cut_at:] if cut_at else words)
        uploads.take_all()
        uploads.stream.sendall(YES)

    storage = storage_with(manners)
    put(client, storage.link, Zeros(32 * MIB))
    assert storage.sendings[0].took == 32 * MIB


@pytest.mark.parametrize("words", [b"", b"HTTP/1.1 4", b"HTTP/1.1 100 Contin", b"HTTP/1.1 403 Forbidden\r\nConte"])
def test_half_an_answer_is_a_lost_connection(client: Client, storage_with: StorageWith, words: bytes) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.take(64 * KIB)
        uploads.stream.sendall(words)

    problem = problem_with(client, storage_with(manners).link, Zeros(64 * MIB))
    if words.startswith(b"HTTP/1.1 403"):
        assert problem.kind in {ProblemKind.LINK_REFUSED, ProblemKind.CONNECTION_LOST}
    else:
        assert problem.kind is ProblemKind.CONNECTION_LOST


@pytest.mark.parametrize("words", [b"SSH-2.0-OpenSSH_9.2\r\n", b"\x00" * 200_000, b"HTTP/1.1 banana\r\n\r\n"])
def test_words_of_another_kind_are_a_problem_with_a_name(
    client: Client, storage_with: StorageWith, words: bytes
) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.take(64 * KIB)
        uploads.stream.sendall(words)

    assert problem_with(client, storage_with(manners).link, Zeros(64 * MIB)).kind is not ProblemKind.UNEXPECTED


# Storage that breaks off, stalls, is slow


def test_a_reset_in_mid_send_is_a_lost_connection(client: Client, storage_with: StorageWith) -> None:
    def manners(uploads: Uploads) -> None:
        uploads.take(64 * KIB)
        uploads.reset()

    trouble = trouble_with(client, storage_with(manners).link, Zeros(64 * MIB))
    assert trouble.problem.kind is ProblemKind.CONNECTION_LOST
    assert not isinstance(trouble, UnansweredError)


def test_an_end_without_an_answer_leaves_open_whether_the_file_arrived(
    client: Client, storage_with: StorageWith
) -> None:
    trouble = trouble_with(client, storage_with(Uploads.take_all).link, Zeros(MIB))
    assert isinstance(trouble, UnansweredError)
    assert trouble.problem.kind is ProblemKind.CONNECTION_LOST


def test_a_storage_that_takes_nothing_more_is_not_waited_for(
    client: Client, storage_with: StorageWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "READ_SECONDS", 0.4)
    began = time.monotonic()
    assert problem_with(client, storage_with(fall_silent).link, Zeros(GIB)).kind is ProblemKind.TIMED_OUT
    assert 0.3 < time.monotonic() - began < 15


def test_a_slow_line_has_all_the_time_it_needs(
    client: Client, storage_with: StorageWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest_stall = 2.0  # no busy computer keeps the storage from taking anything for so long
    monkeypatch.setattr(connection, "READ_SECONDS", longest_stall)

    def manners(uploads: Uploads) -> None:
        began = time.monotonic()
        while time.monotonic() - began < 1.5 * longest_stall:
            uploads.take(64 * KIB)
            time.sleep(0.016)
        assert uploads.left, "one piece takes longer than a stall may"
        uploads.take_all()
        uploads.stream.sendall(YES)

    storage = storage_with(manners)
    put(client, storage.link, Zeros(32 * MIB, piece=32 * MIB))
    assert storage.sendings[0].took == 32 * MIB


def test_cutting_ends_a_send_that_is_stuck_at_once(client: Client, storage_with: StorageWith) -> None:
    storage = storage_with(fall_silent)
    ended: list[Problem] = []
    body = Zeros(GIB)
    uploads = threading.Thread(target=lambda: ended.append(problem_with(client, storage.link, body)))
    uploads.start()
    wait_until(lambda: body.given > 0)
    time.sleep(0.3)  # until nothing goes any more
    began = time.monotonic()
    client.cut()
    uploads.join(15)
    assert time.monotonic() - began < 10, "it waited for the time-out"
    assert [problem.kind for problem in ended] == [ProblemKind.CONNECTION_LOST]


def test_cutting_ends_a_send_that_moves_at_once(client: Client, storage_with: StorageWith) -> None:
    storage = storage_with(Uploads.take_all)
    ended: list[Problem] = []
    body = Zeros(2**50)
    uploads = threading.Thread(target=lambda: ended.append(problem_with(client, storage.link, body)))
    uploads.start()
    wait_until(lambda: body.given > 16 * MIB)
    began = time.monotonic()
    client.cut()
    uploads.join(15)
    assert time.monotonic() - began < 10, "it waited for the time-out"
    assert [problem.kind for problem in ended] == [ProblemKind.CONNECTION_LOST]


# The way there


def test_nothing_is_sent_to_a_storage_nobody_vouches_for(client: Client, impostor: RawServer) -> None:
    body = Zeros(MIB)
    problem = problem_with(client, f"https://localhost:{impostor.port}/f?sig={SIGNATURE}", body)
    assert problem.kind is ProblemKind.TLS_FAILED
    assert (body.given, impostor.heads) == (0, [])


def test_nothing_is_sent_where_nobody_listens(client: Client, closed_port: int) -> None:
    body = Zeros(MIB)
    trouble = trouble_with(client, f"http://localhost:{closed_port}/f?sig={SIGNATURE}", body)
    assert trouble.problem.kind is ProblemKind.CONNECTION_REFUSED
    assert not isinstance(trouble, UnansweredError)
    assert body.given == 0


def test_a_proxy_learns_neither_link_nor_file(
    client: Client, proxied: Callable[[int], None], listen: Callable[..., RawServer]
) -> None:
    proxy = listen(REFUSAL)
    proxied(proxy.port)
    body = Zeros(MIB)
    assert problem_with(client, f"https://s.invalid/f?sig={SIGNATURE}", body).kind is ProblemKind.PROXY_FAILED
    assert body.given == 0
    assert proxy.heads[0].startswith(b"CONNECT s.invalid:443 ")
    assert SIGNATURE.encode() not in proxy.heads[0]


@pytest.mark.parametrize("storage_with", ["https"], indirect=True)
def test_a_file_reaches_its_storage_through_a_proxy(
    client: Client, proxied: Callable[[int], None], storage_with: StorageWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tunnel's own answer is not taken for storage's."""

    def manners(uploads: Uploads) -> None:
        uploads.take_all()
        uploads.stream.sendall(YES)

    storage = storage_with(manners)
    with Tunnel(storage.port) as tunnel:
        proxied(tunnel.port)
        # The one certificate at hand is for localhost, which is never asked through a proxy.
        monkeypatch.setattr("epa_gui.core.service.client.is_loopback", lambda _: False)
        put(client, storage.link, Zeros(8 * MIB))
    assert tunnel.heads[0].startswith(b"CONNECT localhost:")
    assert storage.sendings[0].took == 8 * MIB


def test_a_practice_upload_goes_past_every_proxy(
    practice: PracticeService,
    client: Client,
    proxied: Callable[[int], None],
    listen: Callable[..., RawServer],
) -> None:
    proxy = listen(REFUSAL)
    proxied(proxy.port)
    place = client.upload_place(practice.url, practice.api_key, "f.csv")
    put(client, place.link, Zeros(MIB))
    assert proxy.connections == 0
