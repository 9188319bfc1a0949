"""Storage links: whole, from the middle, stale, refused, somebody else's."""

import socket
import threading
import time
from collections.abc import Callable

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service import connection
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import StartOverError, opened
from epa_gui.practice import Fault, PracticeService

RESULTS = b"0123456789" * 500


@pytest.fixture
def link(practice: PracticeService, client: Client, job_id: str) -> str:
    """A fresh link to 5,000 known bytes."""
    practice.set_results(job_id, RESULTS, "r.bin")
    practice.finish(job_id)
    answer = client.status(practice.url, practice.api_key, job_id, 0.0)
    practice.forget_requests()
    return answer.download_url


def fetched(client: Client, link: str, start: int = 0, etag: str = "") -> bytes:
    with opened(client, link, start, etag) as stream:
        assert stream.start in {0, start}
        return b"".join(stream.pieces)


def problem_with(client: Client, link: str, start: int = 0, etag: str = "") -> Problem:
    with pytest.raises(ProblemError) as trouble:
        fetched(client, link, start, etag)
    return trouble.value.problem


def test_the_whole_file_comes_with_its_size_and_its_etag(client: Client, link: str) -> None:
    with opened(client, link) as stream:
        assert (stream.start, stream.size) == (0, 5000)
        assert stream.etag.startswith('"')
        assert b"".join(stream.pieces) == RESULTS


def test_neither_key_nor_any_authorization_goes_to_storage(
    practice: PracticeService, client: Client, link: str
) -> None:
    fetched(client, link)
    (request,) = practice.requests
    assert request.origin == "storage"
    assert set(request.headers) == {"host", "user-agent", "accept-encoding", "accept", "connection"}


def test_the_rest_is_asked_for_by_range_and_etag(practice: PracticeService, client: Client, link: str) -> None:
    with opened(client, link) as stream:
        etag = stream.etag
    with opened(client, link, 1234, etag) as stream:
        assert (stream.start, stream.size, stream.etag) == (1234, 5000, etag)
        assert b"".join(stream.pieces) == RESULTS[1234:]
    assert practice.requests[-1].headers["if-match"] == etag


@pytest.mark.parametrize(("start", "etag"), [(1234, '"another"'), (5000, "*"), (9999, "*")])
def test_another_file_or_one_that_is_no_longer_starts_over(client: Client, link: str, start: int, etag: str) -> None:
    with pytest.raises(StartOverError):
        fetched(client, link, start, etag)


def test_a_storage_that_knows_no_ranges_starts_at_the_beginning(
    practice: PracticeService, client: Client, link: str
) -> None:
    practice.misbehave(Fault.answer(200, RESULTS, {"ETag": '"e"'}))
    with opened(client, link, 1234, '"e"') as stream:
        assert stream.start == 0
        assert b"".join(stream.pieces) == RESULTS


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Range": "bytes 0-9/5000", "ETag": '"e"'},
        {"Content-Range": "bytes 1234-1243/*", "ETag": '"e"'},
        {"Content-Range": "items 1234-1243/5000", "ETag": '"e"'},
        {"ETag": '"e"'},
        {"Content-Range": "bytes 1234-1243/5000", "ETag": '"another"'},
    ],
    ids=["another place", "no size", "another unit", "no range at all", "another file"],
)
def test_a_part_that_is_not_the_one_asked_for_starts_over(
    practice: PracticeService, client: Client, link: str, headers: dict[str, str]
) -> None:
    practice.misbehave(Fault.answer(206, b"0123456789", headers))
    with pytest.raises(StartOverError):
        fetched(client, link, 1234, '"e"')


@pytest.mark.parametrize("etag", ["", 'W/"weak"', "bare"])
def test_an_etag_that_cannot_be_relied_on_counts_as_none(
    practice: PracticeService, client: Client, link: str, etag: str
) -> None:
    practice.misbehave(Fault.answer(200, RESULTS, {"ETag": etag} if etag else {}))
    with opened(client, link) as stream:
        assert stream.etag == ""


def test_a_stale_link_is_told_from_a_refused_one(practice: PracticeService, client: Client, link: str) -> None:
    forged = link.replace("X-Amz-Signature=", "X-Amz-Signature=0")
    practice.expire_links()
    problem = problem_with(client, link)
    assert problem.kind is ProblemKind.LINK_EXPIRED
    assert "Request has expired" in problem.said
    assert problem_with(client, forged).kind is ProblemKind.LINK_REFUSED


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ((403, "AccessDenied", "Request has expired"), ProblemKind.LINK_EXPIRED),
        ((403, "AccessDenied", "Access Denied"), ProblemKind.LINK_REFUSED),
        ((400, "ExpiredToken", "The provided token has expired."), ProblemKind.LINK_EXPIRED),
        ((403, "SignatureDoesNotMatch", ""), ProblemKind.LINK_REFUSED),
        ((404, "NoSuchKey", ""), ProblemKind.FILE_GONE),
        ((503, "SlowDown", ""), ProblemKind.TOO_MANY_REQUESTS),
        ((500, "InternalError", ""), ProblemKind.STORAGE_TROUBLE),
        ((400, "RequestTimeout", ""), ProblemKind.STORAGE_TROUBLE),
        ((400, "SomethingNew", ""), ProblemKind.STORAGE_TROUBLE),
    ],
)
def test_what_storage_says_in_xml_is_understood(
    practice: PracticeService, client: Client, link: str, error: tuple[int, str, str], kind: ProblemKind
) -> None:
    status, code, _ = error
    practice.misbehave(Fault.storage_error(*error))
    problem = problem_with(client, link)
    assert problem.kind is kind
    assert problem.said.startswith(f"HTTP {status}")
    assert code in problem.said


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.html(403), ProblemKind.LINK_REFUSED),
        (Fault.html(407), ProblemKind.PROXY_FAILED),
        (Fault.html(410), ProblemKind.FILE_GONE),
        (Fault.html(429), ProblemKind.TOO_MANY_REQUESTS),
        (Fault.html(502), ProblemKind.STORAGE_TROUBLE),
        (Fault.answer(404), ProblemKind.FILE_GONE),
        (Fault.answer(500, b"<Error><Code>"), ProblemKind.STORAGE_TROUBLE),
        (Fault.answer(500, b"\xff\xfe\x00"), ProblemKind.STORAGE_TROUBLE),
        (Fault.answer(204), ProblemKind.STORAGE_TROUBLE),
        (Fault.answer(500, b"<!DOCTYPE a [<!ENTITY b 'NoSuchKey'>]><Error>&b;</Error>"), ProblemKind.STORAGE_TROUBLE),
        (Fault.answer(200, b"x", {"Content-Encoding": "gzip"}), ProblemKind.STORAGE_TROUBLE),
    ],
)
def test_what_somebody_else_says_is_told_by_its_code(
    practice: PracticeService, client: Client, link: str, fault: Fault, kind: ProblemKind
) -> None:
    practice.misbehave(fault)
    assert problem_with(client, link).kind is kind


def test_storage_that_asks_to_wait_is_heard(practice: PracticeService, client: Client, link: str) -> None:
    practice.misbehave(Fault.too_many_requests("9"))
    assert problem_with(client, link).retry_after == 9.0


def test_a_redirect_from_storage_is_not_followed_and_named(
    practice: PracticeService, client: Client, link: str
) -> None:
    practice.misbehave(Fault.redirect(link))
    assert problem_with(client, link).kind is ProblemKind.REDIRECTED
    assert len(practice.requests) == 1


@pytest.mark.parametrize("fault", [Fault.cut(1000), Fault.cut(0)])
def test_a_body_shorter_than_promised_is_noticed(
    practice: PracticeService, client: Client, link: str, fault: Fault
) -> None:
    practice.misbehave(fault)
    assert problem_with(client, link).kind in {ProblemKind.CUT_SHORT, ProblemKind.CONNECTION_LOST}


def test_what_came_before_a_cut_is_handed_out(practice: PracticeService, client: Client, link: str) -> None:
    practice.misbehave(Fault.cut(1000))
    got: list[bytes] = []
    with opened(client, link) as stream, pytest.raises(ProblemError):
        got.extend(stream.pieces)
    assert b"".join(got) == RESULTS[:1000]


def test_a_part_shorter_than_promised_is_noticed(practice: PracticeService, client: Client, link: str) -> None:
    headers = {"Content-Range": "bytes 1234-4999/5000", "ETag": '"e"'}
    practice.misbehave(Fault.answer(206, RESULTS[1234:2000], headers))
    problem = problem_with(client, link, 1234, '"e"')
    assert problem == Problem(ProblemKind.CUT_SHORT, "766 / 3766")


@pytest.mark.parametrize("link", ["http://s.example/r.zip?sig=abc", "http://10.0.0.1/r.zip", "http:///r.zip"])
def test_results_do_not_travel_in_the_clear(client: Client, link: str) -> None:
    assert problem_with(client, link).kind is ProblemKind.LINK_REFUSED


def test_trouble_with_a_link_does_not_tell_its_signature(client: Client) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        link = f"http://localhost:{probe.getsockname()[1]}/r.zip?X-Amz-Signature=abcdef"
    problem = problem_with(client, link)
    assert problem.kind is ProblemKind.CONNECTION_REFUSED
    assert "abcdef" not in problem.said


def test_silence_in_the_middle_of_a_file_ends_by_itself(
    practice: PracticeService, client: Client, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "READ_SECONDS", 0.3)
    practice.misbehave(Fault.drip(30))
    assert problem_with(client, link).kind is ProblemKind.TIMED_OUT


def test_a_download_has_no_deadline_as_long_as_bytes_come(
    practice: PracticeService, client: Client, link: str, job_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "READ_SECONDS", 0.5)
    practice.set_results(job_id, b"0123456789", "r.bin")
    practice.misbehave(Fault.drip(0.1))
    assert fetched(client, link) == b"0123456789"


def test_cutting_wakes_a_thread_that_waits_for_storage(practice: PracticeService, client: Client, link: str) -> None:
    practice.misbehave(Fault.drip(2.0))
    ended: list[float] = []

    def download() -> None:
        with pytest.raises(ProblemError):
            fetched(client, link)
        ended.append(time.monotonic())

    waiting = threading.Thread(target=download)
    waiting.start()
    wait_until(lambda: bool(practice.requests))
    time.sleep(0.1)
    began = time.monotonic()
    client.cut()
    waiting.join(15)
    assert ended
    assert ended[0] - began < 10


def wait_until(claim: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not claim():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.01)
