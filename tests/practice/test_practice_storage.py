"""Storage links: signed, stale after a while, of one method, and as strict as S3."""

import http.client
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote, urlsplit

import pytest
import requests

from epa_gui.practice import PracticeService

Ask = Callable[..., requests.Response]
Link = Callable[[str], str]
TRAINING = ("\ufeffage,plan,stays\r\n" + "20,a,yes\r\n50,b,no\r\n30,a,yes\r\n" * 20).encode()


def refusal(response: requests.Response) -> tuple[int, str]:
    """Status and S3's code."""
    assert response.headers["Content-Type"] == "application/xml"
    return response.status_code, response.text.partition("<Code>")[2].partition("</Code>")[0]


def put_raw(url: str, headers: dict[str, str], body: bytes = b"") -> tuple[int, bytes]:
    """A PUT with exactly these headers."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    connection.putrequest("PUT", f"{parts.path}?{parts.query}", skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders(body)
    with connection.getresponse() as response:
        answer = response.status, response.read()
    connection.close()
    return answer


@pytest.fixture
def upload(ask: Ask) -> tuple[str, str]:
    """Job ID and upload link of a file with a Japanese name."""
    answer = ask("GET", "upload_url?filename=" + quote("顧客 データ.csv")).json()
    return answer["retrain_job_id"], answer["upload_url"]


# Uploading


def test_a_job_waits_for_its_file_and_starts_when_it_is_whole(
    practice: PracticeService,
    ask: Ask,
    session: requests.Session,
    upload: tuple[str, str],
    clock: SimpleNamespace,
) -> None:
    job, link = upload
    clock.now += 100
    assert ask("GET", job).json()["status"] == "waiting_for_upload"
    stored = session.put(link, data=TRAINING, timeout=10)
    assert stored.status_code == 200
    assert stored.headers["ETag"].startswith('"')
    assert ask("GET", job).json()["status"] == "job_queued"
    clock.now += 20
    link = ask("GET", job).json()["download_url"]
    assert quote("retrain_results_顧客 データ.zip") in link
    results = session.get(link, timeout=10)
    assert results.content == practice.results_of(job)
    raw = zipfile.ZipFile(io.BytesIO(results.content)).read("evaluation_raw_data.csv").decode("utf-8-sig")
    assert raw.startswith("stays (prediction),Probability of ")
    assert raw.splitlines()[0].endswith(",age,plan,stays")


def test_an_upload_that_breaks_off_starts_nothing(ask: Ask, upload: tuple[str, str], practice: PracticeService) -> None:
    job, link = upload
    parts = urlsplit(link)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    connection.putrequest("PUT", f"{parts.path}?{parts.query}")
    connection.putheader("Content-Length", "1000000")
    connection.endheaders(b"a,b\r\n" * 100)
    connection.close()
    practice.stop()
    assert list(practice._state.job_folder(job).iterdir()) == []
    assert practice._state.standing(job).status == "waiting_for_upload"


def test_a_second_upload_does_not_begin_the_job_anew(
    ask: Ask, session: requests.Session, upload: tuple[str, str], clock: SimpleNamespace
) -> None:
    job, link = upload
    session.put(link, data=TRAINING, timeout=10)
    clock.now += 19
    assert session.put(link, data=b"else", timeout=10).ok
    assert ask("GET", job).json()["status"] == "exporting"


def test_an_upload_needs_a_length(upload: tuple[str, str]) -> None:
    _, link = upload
    chunked = put_raw(link, {"Transfer-Encoding": "chunked"}, b"5\r\nhello\r\n0\r\n\r\n")
    none = put_raw(link, {})
    assert (chunked[0], none[0]) == (411, 411)
    assert b"<Code>MissingContentLength</Code>" in chunked[1]


def test_an_upload_must_not_name_a_content_type(session: requests.Session, upload: tuple[str, str]) -> None:
    answer = session.put(upload[1], data=b"x", headers={"Content-Type": "text/csv"}, timeout=10)
    assert refusal(answer) == (403, "SignatureDoesNotMatch")


def test_more_than_5_gb_is_refused_before_it_is_sent(upload: tuple[str, str]) -> None:
    status, body = put_raw(upload[1], {"Content-Length": str(5 * 1024**3 + 1)})
    assert status == 400
    assert b"<Code>EntityTooLarge</Code>" in body


# Both kinds of link


def test_the_storage_is_another_origin_on_both_loopbacks(practice: PracticeService) -> None:
    api, storage = urlsplit(practice.url), urlsplit(practice.storage_url)
    assert (api.hostname, storage.hostname) == ("127.0.0.1", "localhost")
    assert api.port != storage.port
    hosts = [server.server_address[0] for server in practice._servers]
    assert hosts[:2] == ["127.0.0.1", "127.0.0.1"]
    assert hosts[2:] in ([], ["::1"])
    for host in hosts[1:]:
        connection = http.client.HTTPConnection(str(host), storage.port, timeout=10)
        connection.request("GET", "/")
        assert connection.getresponse().status == 403
        connection.close()


@pytest.mark.parametrize("header", [{"x-api-key": "any"}, {"Authorization": "Basic eDp5"}])
def test_a_link_refuses_any_other_authorisation(
    practice: PracticeService,
    session: requests.Session,
    download_url: Link,
    upload: tuple[str, str],
    header: dict[str, str],
) -> None:
    link = download_url(practice.start_job())
    assert refusal(session.get(link, headers=header, timeout=10)) == (400, "InvalidArgument")
    assert refusal(session.put(upload[1], data=b"x", headers=header, timeout=10)) == (400, "InvalidArgument")


def test_a_link_goes_stale_by_the_storages_clock(
    practice: PracticeService, session: requests.Session, download_url: Link, clock: SimpleNamespace
) -> None:
    link = download_url(practice.start_job())
    clock.now += 299
    assert session.get(link, timeout=10).ok
    clock.now += 1
    stale = session.get(link, timeout=10)
    assert refusal(stale) == (403, "AccessDenied")
    assert "Request has expired" in stale.text


def test_all_links_can_be_made_stale_at_once(
    practice: PracticeService, session: requests.Session, download_url: Link, upload: tuple[str, str]
) -> None:
    job = practice.start_job()
    old = download_url(job)
    practice.expire_links()
    assert "Request has expired" in session.get(old, timeout=10).text
    assert "Request has expired" in session.put(upload[1], data=b"x", timeout=10).text
    assert session.get(download_url(job), timeout=10).ok


def test_a_link_is_good_for_its_method_and_path_only(
    practice: PracticeService, session: requests.Session, download_url: Link, upload: tuple[str, str]
) -> None:
    link = download_url(practice.start_job())
    forged = (403, "SignatureDoesNotMatch")
    assert refusal(session.put(link, data=b"x", timeout=10)) == forged
    assert refusal(session.get(upload[1], timeout=10)) == forged
    assert refusal(session.get(link.replace("retrain_results", "other"), timeout=10)) == forged
    assert refusal(session.get(link.replace("Expires=300", "Expires=9999"), timeout=10)) == forged
    assert refusal(session.get(link + "&more=1", timeout=10)) == forged
    assert refusal(session.get(link[:-1] + "é", timeout=10)) == forged
    assert refusal(session.get(link.partition("?")[0], timeout=10)) == (403, "AccessDenied")


def test_a_deleted_jobs_file_is_gone(practice: PracticeService, session: requests.Session, download_url: Link) -> None:
    job = practice.start_job()
    link = download_url(job)
    practice.delete(job)
    assert refusal(session.get(link, timeout=10)) == (404, "NoSuchKey")


# Downloading


@pytest.fixture
def link(practice: PracticeService, download_url: Link) -> str:
    """A link to ten bytes."""
    job = practice.start_job()
    practice.set_results(job, b"0123456789", "ten bytes.bin")
    return download_url(job)


@pytest.mark.parametrize(
    ("asked", "content", "content_range"),
    [
        ("bytes=3-", b"3456789", "bytes 3-9/10"),
        ("bytes=3-5", b"345", "bytes 3-5/10"),
        ("bytes=8-99", b"89", "bytes 8-9/10"),
        ("bytes=-4", b"6789", "bytes 6-9/10"),
        ("bytes=-40", b"0123456789", "bytes 0-9/10"),
    ],
)
def test_a_part_can_be_fetched(
    session: requests.Session, link: str, asked: str, content: bytes, content_range: str
) -> None:
    answer = session.get(link, headers={"Range": asked}, timeout=10)
    assert (answer.status_code, answer.content) == (206, content)
    assert answer.headers["Content-Range"] == content_range
    assert answer.headers["Content-Length"] == str(len(content))


@pytest.mark.parametrize("asked", ["bytes=5-3", "bytes=-", "lines=1-2", "bytes=0-1,3-4"])
def test_a_range_that_makes_no_sense_is_ignored(session: requests.Session, link: str, asked: str) -> None:
    answer = session.get(link, headers={"Range": asked}, timeout=10)
    assert (answer.status_code, answer.content) == (200, b"0123456789")


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=-0"])
def test_a_range_outside_the_file_is_refused(session: requests.Session, link: str, asked: str) -> None:
    answer = session.get(link, headers={"Range": asked}, timeout=10)
    assert refusal(answer) == (416, "InvalidRange")
    assert answer.headers["Content-Range"] == "bytes */10"


def test_conditions_hold_a_resumed_download_to_the_same_file(
    practice: PracticeService, session: requests.Session, link: str
) -> None:
    tag = session.get(link, timeout=10).headers["ETag"]
    assert tag.startswith('"')
    same = {"Range": "bytes=5-", "If-Match": tag}
    assert session.get(link, headers=same, timeout=10).status_code == 206
    assert session.get(link, headers={"Range": "bytes=5-", "If-Range": tag}, timeout=10).status_code == 206
    job = urlsplit(link).path.split("/")[2]
    practice.set_results(job, b"9876543210", "ten bytes.bin")
    assert refusal(session.get(link, headers=same, timeout=10)) == (412, "PreconditionFailed")
    anew = session.get(link, headers={"Range": "bytes=5-", "If-Range": tag}, timeout=10)
    assert (anew.status_code, anew.content) == (200, b"9876543210")


def test_head_tells_without_sending(session: requests.Session, link: str) -> None:
    answer = session.head(link, timeout=10)
    assert (answer.headers["Content-Length"], answer.headers["Accept-Ranges"]) == ("10", "bytes")
    assert answer.content == b""


def test_a_link_carries_the_name_of_the_file(link: str) -> None:
    assert urlsplit(link).path.endswith("/ten%20bytes.bin")


def test_a_big_file_is_used_where_it_is(
    practice: PracticeService, session: requests.Session, download_url: Link, tmp_path: Path
) -> None:
    big = tmp_path / "big.bin"
    with big.open("wb") as file:
        file.truncate(80 * 1024**2)
    job = practice.start_job()
    practice.set_results(job, big)
    with session.get(download_url(job), headers={"Range": "bytes=100-"}, stream=True, timeout=10) as answer:
        assert sum(map(len, answer.iter_content(1 << 20))) == 80 * 1024**2 - 100
    assert [path.name for path in practice._state.job_folder(job).iterdir()] == []


def test_an_empty_file_can_be_fetched(practice: PracticeService, session: requests.Session, download_url: Link) -> None:
    job = practice.start_job()
    practice.set_results(job, b"")
    answer = session.get(download_url(job), timeout=10)
    assert (answer.status_code, answer.content) == (200, b"")
