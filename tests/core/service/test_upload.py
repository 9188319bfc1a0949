"""Putting a file where a storage link says: whole or not at all, in nobody's name, refused with a reason."""

import errno
import os
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service import connection, storage, upload
from epa_gui.core.service.client import Client
from epa_gui.core.service.issued import UploadPlace
from epa_gui.core.service.upload import UnansweredError, put
from epa_gui.practice import Fault, PracticeService
from tests.core.service.test_connections import wait_until

KIB = 1 << 10
MIB = 1 << 20


class Pieces:
    """A body of pieces, which may be a lie about its length or end in an exception."""

    def __init__(self, *pieces: bytes, length: int | None = None, then: Exception | None = None) -> None:
        self._pieces = pieces
        self._length = sum(map(len, pieces)) if length is None else length
        self._then = then
        self.given = 0
        self.has_ended = False

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[bytes | memoryview]:
        try:
            for piece in self._pieces:
                self.given += 1
                yield piece
            if self._then:
                raise self._then
        finally:
            self.has_ended = True


class FileChanged(Exception):  # noqa: N818  as in the program
    """What somebody's own body raises."""


@pytest.fixture
def place(practice: PracticeService, client: Client) -> UploadPlace:
    """A job that waits for its file."""
    place = client.upload_place(practice.url, practice.api_key, "売上 +1.csv")
    practice.forget_requests()
    return place


@pytest.fixture
def arrived(practice: PracticeService, place: UploadPlace, tmp_path: Path) -> Callable[[], bytes | None]:
    """The bytes that the service has for the job; `None` until it has them all."""

    def read() -> bytes | None:
        whole = [path for path in (tmp_path / "service").rglob("training") if place.job_id in str(path)]
        return whole[0].read_bytes() if whole else None

    return read


def problem_with(client: Client, link: str, body: upload.Body) -> Problem:
    with pytest.raises(ProblemError) as trouble:
        put(client, link, body)
    return trouble.value.problem


Arrived = Callable[[], bytes | None]


@pytest.mark.parametrize("size", [1, 100, 256 * KIB, 3 * MIB + 7])
def test_a_file_arrives_as_it_is_and_its_job_begins(
    practice: PracticeService, client: Client, place: UploadPlace, arrived: Arrived, size: int
) -> None:
    file = os.urandom(size)
    put(client, place.link, Pieces(*(file[at : at + 256 * KIB] for at in range(0, size, 256 * KIB))))
    assert arrived() == file
    assert client.status(practice.url, practice.api_key, place.job_id, 0.0).status


def test_nothing_but_the_bytes_and_their_number_goes_to_storage(
    practice: PracticeService, client: Client, place: UploadPlace
) -> None:
    put(client, place.link, Pieces(b"a,b\n", b"1,2\n"))
    (request,) = practice.requests
    assert (request.origin, request.method) == ("storage", "PUT")
    assert request.headers == {
        "host": practice.storage_url.removeprefix("http://"),
        "user-agent": "EPA-Desktop",
        "accept-encoding": "identity",
        "accept": "*/*",
        "connection": "keep-alive",
        "content-length": "8",
    }


def test_neither_key_is_ever_told_to_storage(practice: PracticeService, client: Client) -> None:
    client.issue_key(practice.url, practice.secret_key, practice.model_id)
    place = client.upload_place(practice.url, practice.api_key, "f.csv")
    put(client, place.link, Pieces(b"a,b\n"))
    sent = [str(request) for request in practice.requests if request.origin == "storage"]
    assert len(sent) == 1
    assert practice.api_key not in sent[0]
    assert practice.secret_key not in sent[0]


def test_a_netrc_adds_nothing(
    practice: PracticeService, client: Client, place: UploadPlace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login me password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    put(client, place.link, Pieces(b"a,b\n"))
    assert "authorization" not in practice.requests[0].headers


def test_an_empty_file_has_a_length_too(practice: PracticeService, client: Client, place: UploadPlace) -> None:
    put(client, place.link, Pieces())
    (request,) = practice.requests
    assert request.headers["content-length"] == "0"
    assert "transfer-encoding" not in request.headers


def test_pieces_may_be_views_of_one_buffer_and_may_be_empty(
    client: Client, place: UploadPlace, arrived: Arrived
) -> None:
    class OneBuffer(Pieces):
        def __iter__(self) -> Iterator[bytes | memoryview]:
            buffer = bytearray(300 * KIB)
            for number in range(10):
                buffer[:] = bytes([number]) * len(buffer)
                yield memoryview(buffer)
                yield b""

    put(client, place.link, OneBuffer(length=3000 * KIB))
    assert arrived() == b"".join(bytes([number]) * 300 * KIB for number in range(10))


def test_a_body_that_can_be_read_too_is_still_sent_piece_by_piece(
    client: Client, place: UploadPlace, arrived: Arrived
) -> None:
    class Readable(Pieces):
        def read(self, _: int = -1) -> bytes:
            return b"wrong"

    put(client, place.link, Readable(b"right"))
    assert arrived() == b"right"


def test_sending_holds_no_more_than_a_piece_in_memory(practice: PracticeService, client: Client) -> None:
    class Large(Pieces):
        def __iter__(self) -> Iterator[bytes | memoryview]:
            buffer = memoryview(bytearray(MIB))
            for _ in range(64):
                yield buffer

    link = client.upload_place(practice.url, practice.api_key, "f.csv").link
    put(client, link, Pieces(b"a"))  # so that what is imported late is there
    link = client.upload_place(practice.url, practice.api_key, "f.csv").link
    tracemalloc.start()
    try:
        put(client, link, Large(length=64 * MIB))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * MIB  # the practice service's pieces are among them


# What a body itself has to say


@pytest.mark.parametrize(
    "error",
    [
        FileChanged("mine"),
        OSError(errno.EIO, "a network drive is gone"),
        ConnectionResetError(errno.ECONNRESET, "so is this one"),
        BrokenPipeError(errno.EPIPE, "and this"),
        TimeoutError("and this one is slow"),
        ValueError("nonsense"),
        ProblemError(Problem(ProblemKind.FILE_NOT_READ)),
    ],
    ids=lambda error: type(error).__name__,
)
@pytest.mark.parametrize("pieces", [[], [b"half"], [b"x" * MIB] * 3], ids=["at once", "early", "late"])
def test_what_a_body_raises_comes_out_unchanged_and_storage_has_no_whole_file(
    *,
    practice: PracticeService,
    client: Client,
    place: UploadPlace,
    arrived: Arrived,
    error: Exception,
    pieces: list[bytes],
) -> None:
    body = Pieces(*pieces, length=4 * MIB, then=error)
    with pytest.raises(type(error)) as raised:
        put(client, place.link, body)
    assert raised.value is error
    assert error.__cause__ is None
    practice.stop()  # which waits for the conversation to end
    assert arrived() is None


def test_a_body_that_broke_off_leaves_its_link_good(client: Client, place: UploadPlace, arrived: Arrived) -> None:
    with pytest.raises(FileChanged):
        put(client, place.link, Pieces(b"x" * MIB, length=2 * MIB, then=FileChanged()))
    put(client, place.link, Pieces(b"good"))
    assert arrived() == b"good"


@pytest.mark.parametrize(
    ("pieces", "length", "count"),
    [([b"four"], 5, 4), ([], 5, 0), ([b"four", b"more"], 6, 8), ([b"x" * MIB] * 2, 2 * MIB - 1, 2 * MIB)],
    ids=["shorter", "empty", "longer", "a byte longer"],
)
def test_a_body_of_another_length_than_it_said_is_a_file_that_changed(
    *,
    practice: PracticeService,
    client: Client,
    place: UploadPlace,
    arrived: Arrived,
    pieces: list[bytes],
    length: int,
    count: int,
) -> None:
    problem = problem_with(client, place.link, Pieces(*pieces, length=length))
    assert problem == Problem(ProblemKind.FILE_CHANGED, f"{count} / {length}")
    practice.stop()
    assert arrived() is None


@pytest.mark.parametrize(
    "fault", [Fault.storage_error(400, "EntityTooLarge"), Fault.reset(after=1), Fault.drop(after=1)]
)
def test_a_body_is_let_go_when_sending_fails(
    practice: PracticeService, client: Client, place: UploadPlace, fault: Fault
) -> None:
    practice.misbehave(fault)
    body = Pieces(*[b"x" * MIB] * 20)
    with pytest.raises(ProblemError) as trouble:
        put(client, place.link, body)
    assert trouble.value.__traceback__
    assert body.has_ended, "an open file would stay open as long as the traceback is kept"


# What storage says


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ((403, "AccessDenied", "Request has expired"), ProblemKind.LINK_EXPIRED),
        ((403, "AccessDenied", "Access Denied"), ProblemKind.LINK_REFUSED),
        ((400, "ExpiredToken", "The provided token has expired."), ProblemKind.LINK_EXPIRED),
        ((403, "SignatureDoesNotMatch", ""), ProblemKind.LINK_REFUSED),
        ((400, "EntityTooLarge", ""), ProblemKind.FILE_TOO_LARGE),
        ((404, "NoSuchKey", ""), ProblemKind.FILE_GONE),
        ((404, "NoSuchBucket", ""), ProblemKind.FILE_GONE),
        ((503, "SlowDown", ""), ProblemKind.TOO_MANY_REQUESTS),
        ((503, "ServiceUnavailable", ""), ProblemKind.TOO_MANY_REQUESTS),
        ((500, "InternalError", ""), ProblemKind.STORAGE_TROUBLE),
        ((400, "RequestTimeout", ""), ProblemKind.STORAGE_TROUBLE),
        ((400, "IncompleteBody", ""), ProblemKind.STORAGE_TROUBLE),
        ((400, "SomethingNew", ""), ProblemKind.STORAGE_TROUBLE),
    ],
)
@pytest.mark.parametrize("size", [10, 3 * MIB])
def test_what_storage_says_in_xml_is_understood(
    *,
    practice: PracticeService,
    client: Client,
    place: UploadPlace,
    error: tuple[int, str, str],
    kind: ProblemKind,
    size: int,
) -> None:
    status, code, _ = error
    practice.misbehave(Fault.storage_error(*error))
    problem = problem_with(client, place.link, Pieces(*[b"x" * 10] * (size // 10)))
    assert problem.kind is kind
    assert problem.said.startswith(f"HTTP {status}")
    assert code in problem.said


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.html(403), ProblemKind.LINK_REFUSED),
        (Fault.html(407), ProblemKind.PROXY_FAILED),
        (Fault.html(413), ProblemKind.FILE_TOO_LARGE),
        (Fault.html(429), ProblemKind.TOO_MANY_REQUESTS),
        (Fault.html(502), ProblemKind.STORAGE_TROUBLE),
        (Fault.html(503), ProblemKind.TOO_MANY_REQUESTS),
        (Fault.html(200), ProblemKind.NOT_THE_SERVICE),
        (Fault.answer(404), ProblemKind.FILE_GONE),
        (Fault.answer(400, b"<Error><Code>"), ProblemKind.STORAGE_TROUBLE),
        (Fault.answer(500, b"\xff\xfe\x00"), ProblemKind.STORAGE_TROUBLE),
        (Fault.storage_error(200, "InternalError"), ProblemKind.STORAGE_TROUBLE),
    ],
)
def test_what_somebody_else_says_is_told_by_its_code(
    practice: PracticeService, client: Client, place: UploadPlace, fault: Fault, kind: ProblemKind
) -> None:
    practice.misbehave(fault)
    assert problem_with(client, place.link, Pieces(b"a,b\n")).kind is kind


@pytest.mark.parametrize("code", [200, 201, 204])
@pytest.mark.parametrize("body", [b"", b"{}", b"stored"])
def test_any_success_of_storage_is_one(
    practice: PracticeService, client: Client, place: UploadPlace, code: int, body: bytes
) -> None:
    practice.misbehave(Fault.answer(code, body if code != 204 else b""))
    put(client, place.link, Pieces(b"a,b\n"))
    assert len(practice.requests) == 1


CUT = {"Content-Length": "9999", "Connection": "close"}
NEVER_ENDING = {"Content-Length": "9999"}


@pytest.mark.parametrize("headers", [CUT, NEVER_ENDING], ids=["cut", "never ending"])
def test_a_yes_is_a_yes_whatever_becomes_of_its_last_words(
    practice: PracticeService,
    client: Client,
    place: UploadPlace,
    headers: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(storage, "WORDS_SECONDS", 0.3)
    practice.misbehave(Fault.answer(200, b"stored", headers))
    began = time.monotonic()
    put(client, place.link, Pieces(b"a,b\n"))
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("headers", [CUT, NEVER_ENDING], ids=["cut", "never ending"])
def test_a_no_is_understood_by_its_code_whatever_becomes_of_its_words(
    practice: PracticeService,
    client: Client,
    place: UploadPlace,
    headers: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(storage, "WORDS_SECONDS", 0.3)
    practice.misbehave(Fault.answer(403, b"<Error><Code>Acc", headers))
    problem = problem_with(client, place.link, Pieces(b"a,b\n"))
    assert problem == Problem(ProblemKind.LINK_REFUSED, "HTTP 403\n<Error><Code>Acc")


def test_a_real_stale_link_is_told_from_a_forged_one(
    practice: PracticeService, client: Client, place: UploadPlace
) -> None:
    forged = place.link.replace("X-Amz-Signature=", "X-Amz-Signature=0")
    assert problem_with(client, forged, Pieces(b"a,b\n")).kind is ProblemKind.LINK_REFUSED
    practice.expire_links()
    assert problem_with(client, place.link, Pieces(b"a,b\n")).kind is ProblemKind.LINK_EXPIRED


@pytest.mark.parametrize(("code", "headers"), [(429, {"Retry-After": "9"}), (503, {"Retry-After": "9"})])
def test_storage_that_asks_to_wait_is_heard(
    practice: PracticeService, client: Client, place: UploadPlace, code: int, headers: dict[str, str]
) -> None:
    practice.misbehave(Fault.answer(code, b"", headers))
    assert problem_with(client, place.link, Pieces(b"a,b\n")).retry_after == 9.0


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("size", [10, 3 * MIB])
def test_a_redirect_of_a_put_is_never_followed(
    practice: PracticeService, client: Client, place: UploadPlace, status: int, size: int
) -> None:
    practice.misbehave(Fault.redirect(place.link, status))
    problem = problem_with(client, place.link, Pieces(*[b"x" * 10] * (size // 10)))
    assert problem == Problem(ProblemKind.REDIRECTED, f"HTTP {status}")
    assert len(practice.requests) == 1


def test_what_storage_quotes_of_the_link_is_not_shown(
    practice: PracticeService, client: Client, place: UploadPlace
) -> None:
    link = place.link + "&X-Amz-Security-Token=70ken%2Ftoken%3D%3D&x-id=PutObject"
    signature = link.partition("X-Amz-Signature=")[2].partition("&")[0]
    assert len(signature) > 8
    words = f"<E><SignatureProvided>{signature}</SignatureProvided><T>70ken/token==</T><U>70ken%2Ftoken%3D%3D</U></E>"
    practice.misbehave(Fault.answer(403, words.encode()))
    problem = problem_with(client, link, Pieces(b"a,b\n"))
    assert problem.kind is ProblemKind.LINK_REFUSED
    assert "<SignatureProvided>" in problem.said
    assert signature not in problem.said
    assert "70ken" not in problem.said


@pytest.mark.parametrize("link", ["http://s.example/f?sig=abc", "http://10.0.0.1/f", "http:///f"])
def test_files_do_not_travel_in_the_clear(client: Client, link: str) -> None:
    body = Pieces(b"a,b\n")
    assert problem_with(client, link, body).kind is ProblemKind.LINK_REFUSED
    assert body.given == 0


# The way there


@pytest.mark.parametrize("fault", [Fault.drop(), Fault.reset()], ids=["drop", "reset"])
def test_no_answer_after_the_last_byte_is_told_from_a_file_that_did_not_arrive(
    practice: PracticeService, client: Client, place: UploadPlace, fault: Fault
) -> None:
    practice.misbehave(fault)
    with pytest.raises(UnansweredError) as unanswered:
        put(client, place.link, Pieces(b"a,b\n"))
    assert unanswered.value.problem.kind is ProblemKind.CONNECTION_LOST
    assert len(practice.requests) == 1, "nothing is ever sent twice by itself"


@pytest.mark.parametrize("fault", [Fault.drop(after=MIB), Fault.reset(after=MIB)], ids=["drop", "reset"])
def test_a_connection_lost_in_mid_send_is_lost(
    practice: PracticeService, client: Client, place: UploadPlace, fault: Fault
) -> None:
    practice.misbehave(fault)
    with pytest.raises(ProblemError) as trouble:
        put(client, place.link, Pieces(*[b"x" * MIB] * 30))
    assert trouble.value.problem.kind is ProblemKind.CONNECTION_LOST
    assert not isinstance(trouble.value, UnansweredError)
    assert len(practice.requests) == 1


def test_each_put_has_a_connection_of_its_own(practice: PracticeService, client: Client, place: UploadPlace) -> None:
    practice.misbehave(Fault.answer(500))
    practice.misbehave(Fault.answer(200, b"", {"Connection": "close"}))
    assert problem_with(client, place.link, Pieces(b"a,b\n")).kind is ProblemKind.STORAGE_TROUBLE
    for _ in range(3):
        put(client, place.link, Pieces(b"a,b\n"))
    assert len(practice.requests) == 4


def test_storage_may_think_longer_than_a_read_may_take(
    practice: PracticeService, client: Client, place: UploadPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "READ_SECONDS", 0.1)
    practice.misbehave(Fault.delay(0.5))
    put(client, place.link, Pieces(b"a,b\n"))


def test_but_not_for_ever(
    practice: PracticeService, client: Client, place: UploadPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "ANSWER_SECONDS", 0.3)
    practice.misbehave(Fault.delay(30))
    began = time.monotonic()
    with pytest.raises(UnansweredError) as unanswered:
        put(client, place.link, Pieces(b"a,b\n"))
    assert unanswered.value.problem.kind is ProblemKind.TIMED_OUT
    assert 0.2 < time.monotonic() - began < 10


def test_an_answer_that_drips_has_the_same_time(
    practice: PracticeService, client: Client, place: UploadPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "ANSWER_SECONDS", 0.3)
    practice.misbehave(Fault.drip(0.05, head=True))
    assert problem_with(client, place.link, Pieces(b"a,b\n")).kind is ProblemKind.TIMED_OUT


def test_the_time_to_think_begins_after_the_last_byte(
    practice: PracticeService, client: Client, place: UploadPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow(Pieces):
        def __iter__(self) -> Iterator[bytes | memoryview]:
            for piece in super().__iter__():
                time.sleep(0.8)
                yield piece

    monkeypatch.setattr(upload, "ANSWER_SECONDS", 2.0)
    put(client, place.link, Slow(b"a", b",", b"b"))


def test_after_a_put_a_check_has_its_own_short_time_again(
    practice: PracticeService,
    client: Client,
    place: UploadPlace,
    job_id: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(client, place.link, Pieces(b"a,b\n"))
    monkeypatch.setattr(connection, "READ_SECONDS", 0.2)
    practice.misbehave(Fault.delay(30))
    with pytest.raises(ProblemError) as trouble:
        client.status(practice.url, practice.api_key, job_id, 0.0)
    assert trouble.value.problem.kind is ProblemKind.TIMED_OUT


def test_cutting_wakes_a_thread_that_waits_for_storages_answer(
    practice: PracticeService, client: Client, place: UploadPlace
) -> None:
    practice.misbehave(Fault.delay(30))
    ended: list[Problem] = []
    uploads = threading.Thread(target=lambda: ended.append(problem_with(client, place.link, Pieces(b"a,b\n"))))
    uploads.start()
    wait_until(lambda: bool(practice.requests))
    time.sleep(0.1)  # into recv
    began = time.monotonic()
    client.cut()
    uploads.join(15)
    assert time.monotonic() - began < 10
    assert [problem.kind for problem in ended] == [ProblemKind.CONNECTION_LOST]


def test_after_a_cut_nothing_is_sent(practice: PracticeService, client: Client, place: UploadPlace) -> None:
    client.cut()
    assert problem_with(client, place.link, Pieces(b"a,b\n")).kind is ProblemKind.CONNECTION_LOST
    assert practice.requests == []
