"""Nothing is called saved that is not the results, whole: whatever came, and however it was put together."""

import contextlib
import gzip
import io
import os
import platform
import re
import shutil
import socket
import subprocess
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.core.files.safe_files import create_beside, identity_of
from epa_gui.core.jobs.job import JobKey, Partial
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.results import unpacking
from epa_gui.core.results.part_file import PartFile
from epa_gui.core.results.zip_check import Untested
from epa_gui.core.service.client import Client
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.jobs import download_worker
from epa_gui.ui.jobs.download_check import Arrival
from epa_gui.ui.jobs.download_worker import DownloadOrder, DownloadReport, DownloadWorker
from tests.ui.listening import Listener

STORAGE = "/results/"
TABLE = b"metric,value\nauc,0.9\n" * 5000
OLD = b"whole results of an earlier day"


def zipped(content: bytes = TABLE) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("metrics.csv", content)
        archive.writestr("noise.bin", os.urandom(300_000))
    return out.getvalue()


ZIP = zipped()


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passing trouble is waited out in no time."""
    monkeypatch.setattr(download_worker, "_WAITS", (0.01,) * 4)


@pytest.fixture
def job_id(practice: PracticeService) -> str:
    """A finished job with a zip of results."""
    job_id = practice.start_job()
    practice.finish(job_id)
    practice.set_results(job_id, ZIP, "r.zip")
    return job_id


@pytest.fixture
def order(practice: PracticeService, job_id: str, tmp_path: Path) -> DownloadOrder:
    """An order to save over an earlier whole file."""
    path = tmp_path / "saved" / "r.zip"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return DownloadOrder(JobKey("m", job_id), practice.url, practice.api_key, path)


Fetch = Callable[[DownloadOrder], DownloadReport]


@pytest.fixture
def fetch(qtbot: QtBot) -> Iterator[Fetch]:
    """A download from its order to its report."""
    listener = Listener(qtbot)

    def fetched(order: DownloadOrder) -> DownloadReport:
        worker = DownloadWorker(order)
        worker.reported.connect(listener.hear)
        listener.start(worker)
        assert wait_for(listener.threads, 60), "the download did not end"
        (report,) = listener.until_heard()
        listener.heard.clear()
        assert isinstance(report, DownloadReport)
        return report

    yield fetched
    listener.stop()


@dataclass
class Stored:
    """What a storage of the test's own has, and how it answers.

    Attributes:
        content: The file's bytes, as they go over the line.
        headers: What goes with every answer.
        cuts: After so many bytes of a body the connection ends; one for each answer.
        ranges: Whether it knows them.
        length: Whether it says how long a body is.
        chunked: Whether bodies come in chunks.
        answers: What is answered instead, by the number of the request.
    """

    content: bytes
    headers: dict[str, str] = field(default_factory=lambda: {"ETag": '"v1"'})
    cuts: list[int] = field(default_factory=list)
    ranges: bool = True
    length: bool = True
    chunked: bool = False
    answers: dict[int, Callable[["Stored", str], tuple[int, dict[str, str], bytes]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    link: str = ""


Serve = Callable[..., Stored]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts storages, on loopback, in the manner of real ones."""
    servers: list[ThreadingHTTPServer] = []

    def served(content: bytes, name: str = "r.zip", **how: object) -> Stored:
        stored = Stored(content, **how)  # type: ignore[arg-type]
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(stored))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        stored.link = f"http://127.0.0.1:{server.server_address[1]}/{name}"
        return stored

    yield served
    for server in servers:
        server.shutdown()
        server.server_close()


def _handler(stored: Stored) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            asked = self.headers.get("Range", "")
            stored.asked.append(asked)
            answer = stored.answers.get(len(stored.asked) - 1, answer_of)
            status, headers, body = answer(stored, asked)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if stored.chunked:
                self.send_header("Transfer-Encoding", "chunked")
            elif (stored.length or status == 416) and "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            cut = stored.cuts.pop(0) if stored.cuts else -1
            if stored.chunked:
                body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in re.findall(rb"(?s).{1,70000}", body))
                body += b"0\r\n\r\n"
            with contextlib.suppress(OSError):
                self.wfile.write(body if cut < 0 else body[:cut])
                self.wfile.flush()
                self.connection.shutdown(socket.SHUT_WR)

    return Handler


def answer_of(stored: Stored, asked: str) -> tuple[int, dict[str, str], bytes]:
    """The true answer."""
    match = re.fullmatch(r"bytes=(\d+)-", asked)
    if not match or not stored.ranges:
        return 200, stored.headers, stored.content
    start, size = int(match[1]), len(stored.content)
    if start >= size:
        return 416, {"Content-Range": f"bytes */{size}"}, b""
    span = {"Content-Range": f"bytes {start}-{size - 1}/{size}"}
    return 206, stored.headers | span, stored.content[start:]


def names(order: DownloadOrder) -> list[str]:
    return sorted(entry.name for entry in order.path.parent.iterdir())


LOGIN = b"<!DOCTYPE html><html><head><title>Sign in</title></head><body>Network sign-in</body></html>"
IN_PLACE_OF_RESULTS = {
    "login page": (LOGIN, "text/html"),
    "login page as a stream of bytes": (LOGIN, "binary/octet-stream"),
    "S3's error": (b"<Error><Code>InternalError</Code><Message>We encountered an error</Message></Error>", "text/xml"),
    "S3's expiry": (b"<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>", "text/xml"),
    "JSON error": (b'{"message":"Internal Server Error"}', "application/json"),
    "nothing": (b"", ""),
    "text": (b"Service Unavailable\n", "text/plain"),
    "a table": (TABLE, "text/csv"),
    "a zip without its directory": (ZIP[:-500], "application/zip"),
    "a zip with something before": (b"\r\n" + ZIP, "application/zip"),
    "a zip with something behind": (ZIP + b"\r\n--boundary--", "application/zip"),
    "a slice of the zip": (ZIP[1000:], "application/zip"),
    "a zip with a flipped bit": (ZIP[:2000] + bytes([ZIP[2000] ^ 1]) + ZIP[2001:], "application/zip"),
}


@pytest.mark.parametrize("what", IN_PLACE_OF_RESULTS)
def test_what_is_not_the_results_leaves_the_earlier_file_alone(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, what: str
) -> None:
    body, content_type = IN_PLACE_OF_RESULTS[what]
    headers = {"Content-Type": content_type} if content_type else {}
    practice.misbehave(Fault.answer(200, body, headers), times=-1, path=STORAGE)
    report = fetch(order)
    assert report.saved is None
    assert report.problem is not None
    assert all(part for part in vars_of(problem_words(report.problem)))
    assert order.path.read_bytes() == OLD
    assert names(order) == ["r.zip"]
    tries = sum(request.origin == "storage" for request in practice.requests)
    assert 2 <= tries <= 6


def vars_of(words: object) -> list[str]:
    return [getattr(words, name) for name in ("happened", "means", "to_do")]


@pytest.mark.parametrize("what", IN_PLACE_OF_RESULTS)
@pytest.mark.parametrize("times", [1, 2])
def test_what_was_not_the_results_is_fetched_again_and_saved(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, what: str, times: int
) -> None:
    practice.misbehave(Fault.answer(200, IN_PLACE_OF_RESULTS[what][0]), times=times, path=STORAGE)
    report = fetch(order)
    assert report.saved is not None
    assert order.path.read_bytes() == ZIP
    assert names(order) == ["r.zip"]


def test_the_words_say_that_it_is_not_the_services_file(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch
) -> None:
    practice.misbehave(Fault.html(200), times=-1, path=STORAGE)
    problem = fetch(order).problem
    assert problem is not None
    assert problem.kind is ProblemKind.NOT_THE_RESULTS
    assert problem_words(problem).happened == "What was received is not the results."
    assert "Proxy error" in problem.said


def test_a_page_at_an_old_link_has_the_service_asked_for_a_fresh_one(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    stored = serve(LOGIN)
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert order.path.read_bytes() == ZIP
    assert len(stored.asked) == 1


def test_the_signature_of_a_link_is_not_told_with_what_came(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    practice.withhold_file(order.job.id)
    stored = serve(b"<Error><Code>Odd</Code><Resource>abcdef0123456789</Resource></Error>")
    practice.misbehave(
        Fault.json({"status": "job_finished", "download_url": f"{stored.link}?X-Amz-Signature=abcdef0123456789"}),
        times=-1,
    )
    problem = fetch(order).problem
    assert problem is not None
    assert problem.kind is ProblemKind.NOT_THE_RESULTS
    assert "abcdef0123456789" not in problem.said


def test_a_slice_that_calls_itself_the_whole_is_not_taken_for_it(
    order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    stored = serve(ZIP, cuts=[100_000], answers={1: lambda stored, _: (200, stored.headers, stored.content[100_000:])})
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert order.path.read_bytes() == ZIP
    assert stored.asked == ["", "bytes=100000-", ""]


OTHER_REST = os.urandom(len(TABLE))
SPAN = {"Content-Range": f"bytes 50000-{len(TABLE) - 1}/{len(TABLE)}"}
UNTRUE_RESTS = {
    "no ETag": SPAN,
    "a weak ETag": SPAN | {"ETag": 'W/"v1"'},
    "another ETag": SPAN | {"ETag": '"v2"'},
    "another date": SPAN | {"ETag": '"v1"', "Last-Modified": "Tue, 03 Nov 2026 00:00:00 GMT"},
    "another length": {"Content-Range": "bytes 50000-149999/150000", "ETag": '"v1"'},
    "another beginning": {"Content-Range": f"bytes 49999-{len(TABLE) - 1}/{len(TABLE)}", "ETag": '"v1"'},
    "more than it says": {"Content-Range": f"bytes 50000-50999/{len(TABLE)}", "ETag": '"v1"'},
    "another packing": SPAN | {"ETag": '"v1"', "Content-Encoding": "gzip"},
    "no range": {"ETag": '"v1"'},
}


@pytest.mark.parametrize("what", UNTRUE_RESTS)
def test_a_rest_that_may_be_of_another_version_is_not_joined(
    order: DownloadOrder, fetch: Fetch, serve: Serve, what: str
) -> None:
    rest = OTHER_REST[50_000:]
    stored = serve(
        TABLE,
        "r.csv",
        headers={"ETag": '"v1"', "Last-Modified": "Mon, 02 Nov 2026 00:00:00 GMT"},
        cuts=[50_000],
        answers={1: lambda *_: (206, UNTRUE_RESTS[what], rest)},
    )
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert order.path.read_bytes() == TABLE


@pytest.mark.parametrize(
    "tag", [{}, {"ETag": 'W/"v1"'}, {"ETag": "v1"}, {"Last-Modified": "Mon, 02 Nov 2026 00:00:00 GMT"}]
)
def test_without_a_strong_etag_the_whole_is_fetched_anew(
    order: DownloadOrder, fetch: Fetch, serve: Serve, tag: dict[str, str]
) -> None:
    stored = serve(TABLE, "r.csv", headers=tag, cuts=[50_000])
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert stored.asked == ["", ""]


def test_without_a_strong_etag_no_part_stays(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    stored = serve(TABLE, "r.csv", headers={}, cuts=[50_000] * 20)
    practice.withhold_file(order.job.id)
    report = fetch(replace(order, link=stored.link))
    assert report.problem is not None
    assert report.problem.kind in {ProblemKind.CUT_SHORT, ProblemKind.CONNECTION_LOST}
    assert report.partial == Partial(str(order.path))
    assert names(order) == ["r.zip"]


@pytest.mark.parametrize("cut", [10, 100_000, 290_000])
def test_a_zip_cut_short_without_a_length_is_tried_again(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, cut: int
) -> None:
    practice.misbehave(Fault.cut(cut, length_promised=False), path=STORAGE)
    assert fetch(order).saved is not None
    assert order.path.read_bytes() == ZIP


@pytest.mark.parametrize("cut", [1000, 99_999])
def test_a_table_cut_short_without_a_length_is_not_saved(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, cut: int
) -> None:
    practice.set_results(order.job.id, TABLE, "r.csv")
    practice.misbehave(Fault.cut(cut, length_promised=False), path=STORAGE)
    assert fetch(order).saved is not None
    assert order.path.read_bytes() == TABLE


def test_a_table_without_a_length_is_saved_when_the_storage_says_where_it_ends(
    order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    stored = serve(TABLE, "r.csv", length=False)
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert order.path.read_bytes() == TABLE
    assert stored.asked == ["", f"bytes={len(TABLE)}-"]


def test_a_table_without_a_length_and_ranges_is_saved_when_it_came_twice_alike(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    stored = serve(TABLE, "r.csv", length=False, ranges=False, headers={})
    practice.misbehave(
        Fault.json({"status": "job_finished", "download_url": stored.link}), times=-1, path="/retrain_jobs/"
    )
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert order.path.read_bytes() == TABLE
    assert stored.asked == ["", f"bytes={len(TABLE)}-", "", f"bytes={len(TABLE)}-"]


def test_a_table_that_ends_elsewhere_each_time_is_not_saved(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    cuts = [number for cut in range(20) for number in (50_000 + cut, -1)]
    stored = serve(TABLE, "r.csv", length=False, ranges=False, headers={}, cuts=cuts)
    practice.misbehave(
        Fault.json({"status": "job_finished", "download_url": stored.link}), times=-1, path="/retrain_jobs/"
    )
    report = fetch(replace(order, link=stored.link))
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.END_NOT_KNOWN
    assert order.path.read_bytes() == OLD
    assert names(order) == ["r.zip"]


@pytest.mark.parametrize("cut", [70_000, 100_030])
def test_chunks_without_their_end_are_no_whole_file(order: DownloadOrder, fetch: Fetch, serve: Serve, cut: int) -> None:
    stored = serve(TABLE, "r.csv", chunked=True, cuts=[cut])
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert order.path.read_bytes() == TABLE


HARMLESS = [
    "",
    "utf-8",
    "binary",
    "none",
    "identity",
    "aws-chunked",
    "UTF-8",
    "None",
    "identity, aws-chunked",
    "AWS-Chunked,",
    "7bit",
]


@pytest.mark.parametrize("coding", HARMLESS)
def test_a_harmless_coding_does_no_harm(order: DownloadOrder, fetch: Fetch, serve: Serve, coding: str) -> None:
    stored = serve(ZIP, headers={"ETag": '"v1"', "Content-Encoding": coding}, cuts=[100_000])
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert order.path.read_bytes() == ZIP
    assert stored.asked == ["", "bytes=100000-"]


@pytest.mark.parametrize("coding", ["gzip", "GZIP", "x-gzip", "aws-chunked, gzip", "gzip,aws-chunked", "utf-8, gzip"])
@pytest.mark.parametrize("cuts", [[], [100_000], [1, 1, 50_000]], ids=["whole", "cut", "cut often"])
def test_gzip_is_taken_off_and_gone_on_with(
    order: DownloadOrder, fetch: Fetch, serve: Serve, coding: str, cuts: list[int]
) -> None:
    stored = serve(gzip.compress(ZIP), headers={"ETag": '"v1"', "Content-Encoding": coding}, cuts=[*cuts])
    report = fetch(replace(order, link=stored.link))
    assert report.saved is not None
    assert report.saved.size == len(ZIP)
    assert order.path.read_bytes() == ZIP
    assert names(order) == ["r.zip"]
    assert len(stored.asked) == len(cuts) + 1, "what came before a cut was gone on with"


def test_gzip_twice_and_in_several_members_is_taken_off(order: DownloadOrder, fetch: Fetch, serve: Serve) -> None:
    packed = gzip.compress(gzip.compress(TABLE[:70_000]) + gzip.compress(TABLE[70_000:]))
    stored = serve(packed, "r.csv", headers={"Content-Encoding": "gzip, gzip"})
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert order.path.read_bytes() == TABLE


def test_gzip_without_a_length_proves_its_own_end(order: DownloadOrder, fetch: Fetch, serve: Serve) -> None:
    stored = serve(gzip.compress(TABLE), "r.csv", headers={"Content-Encoding": "gzip"}, length=False)
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert order.path.read_bytes() == TABLE
    assert stored.asked == [""]


@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(TABLE)[:-1],
        gzip.compress(TABLE)[:20],
        gzip.compress(TABLE) + b"behind",
        gzip.compress(TABLE) + b"\x00",
        gzip.compress(TABLE)[:-8] + b"\x00" * 8,
        gzip.compress(LOGIN),
        gzip.compress(b""),
        b"not packed at all",
        b"\x1f",
        b"",
    ],
    ids=["cut", "cut early", "something behind", "a NUL behind", "wrong sum", "a page", "empty", "unpacked", "1", "0"],
)
def test_gzip_that_is_not_whole_or_holds_no_results_is_not_saved(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, serve: Serve, packed: bytes
) -> None:
    stored = serve(packed, "r.csv", headers={"Content-Encoding": "gzip"})
    practice.misbehave(
        Fault.json({"status": "job_finished", "download_url": stored.link}), times=-1, path="/retrain_jobs/"
    )
    report = fetch(replace(order, link=stored.link))
    assert report.problem is not None
    kinds = {ProblemKind.DAMAGED_FILE, ProblemKind.NOT_THE_RESULTS, ProblemKind.STORAGE_TROUBLE}
    assert report.problem.kind in kinds
    assert order.path.read_bytes() == OLD
    assert names(order) == ["r.zip"]


def test_a_gzip_bomb_is_given_up_and_leaves_nothing(
    order: DownloadOrder, fetch: Fetch, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 1 << 20)
    packer = gzip.compress(bytes(50 << 20))
    stored = serve(packer, "r.bin", headers={"ETag": '"v1"', "Content-Encoding": "gzip"})
    report = fetch(replace(order, link=stored.link))
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.RESULTS_TOO_LARGE
    assert names(order) == ["r.zip"]


def test_stopping_while_it_is_unpacked_keeps_what_came(tmp_path: Path) -> None:
    packed = gzip.compress(ZIP)
    part = PartFile(tmp_path / "r.zip")
    part.open(0, len(packed))
    part.write(packed)
    answers = iter([False, True])
    changes: list[Partial] = []
    arrival = Arrival(tmp_path / "r.zip", part, lambda: next(answers, True), changes.append)
    client = Client()
    arrival.prove(client, "", Partial(str(tmp_path / "r.zip"), '"v1"', len(packed), coding="gzip"), is_framed=True)
    client.close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.zip.part"]
    assert part.path.read_bytes() == packed
    assert changes[-1].unpacked == ""
    assert changes[-1].etag == '"v1"'


def test_what_a_kill_left_while_it_was_unpacked_is_cleared_away(
    order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    stored = serve(b"")
    packed = gzip.compress(ZIP)
    part_of(order).write_bytes(packed)
    beside, file = create_beside(order.path, "part")
    file.write(ZIP[:1000])
    left = f"{beside.name}/{identity_of(file)}"
    file.close()
    partial = Partial(str(order.path), '"v1"', len(packed), coding="gzip", names="r.zip", unpacked=left)
    assert fetch(replace(order, link=stored.link, partial=partial)).saved is not None
    assert order.path.read_bytes() == ZIP
    assert names(order) == ["r.zip"]
    assert stored.asked == []


@pytest.mark.parametrize("coding", ["br", "zstd", "x-own", "compress", "br, aws-chunked"])
def test_a_coding_nobody_knows_is_kept_as_it_is(order: DownloadOrder, fetch: Fetch, serve: Serve, coding: str) -> None:
    noise = os.urandom(1000)
    stored = serve(noise, "r.csv", headers={"ETag": '"v1"', "Content-Encoding": coding})
    assert fetch(replace(order, link=stored.link)).saved is not None
    assert order.path.read_bytes() == noise


@pytest.mark.parametrize(
    ("name", "headers"),
    [
        ("objects/1f3a?response-content-disposition=attachment%3B%20filename%3D%22r.csv%22", {}),
        ("objects/1f3a?rscd=attachment%3Bfilename%3Dr.csv", {}),
        ("objects/1f3a", {"Content-Disposition": "attachment; filename*=UTF-8''%E7%B5%90%E6%9E%9C.csv"}),
        ("objects/1f3a", {"Content-Disposition": 'attachment; filename="a;b.CSV"'}),
        ("r%2Ecsv", {}),
    ],
)
def test_the_name_is_found_wherever_it_is_told(
    order: DownloadOrder, fetch: Fetch, serve: Serve, name: str, headers: dict[str, str]
) -> None:
    wrong = serve(b"%PDF-1.7\n%%EOF", name, headers=headers)
    assert fetch(replace(order, link=wrong.link)).answer is not None, "a fresh link was asked for"
    right = serve(TABLE, name, headers=headers)
    assert fetch(replace(order, link=right.link)).answer is None


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"a,b\n1,2\n", "r.csv"),
        (b"a\tb\n", "r.tsv"),
        (b'{"error": 0.1, "auc": 0.9}', "r.json"),
        (b"\x00\x01\x02", "model"),
        (b"x", "r.bin"),
        (ZIP, "model"),
        (ZIP, "r.zip"),
    ],
)
def test_what_are_results_is_saved(order: DownloadOrder, fetch: Fetch, serve: Serve, content: bytes, name: str) -> None:
    stored = serve(content, name, headers={})
    report = fetch(replace(order, link=stored.link))
    assert report.saved is not None
    assert report.saved.untested == ""
    assert order.path.read_bytes() == content


def test_a_file_that_could_not_be_tested_is_saved_and_called_so(
    order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    deflate64 = bytearray(zipped(b""))
    for at in (deflate64.index(b"PK\x03\x04") + 8, deflate64.index(b"PK\x01\x02") + 10):
        deflate64[at] = 9
    stored = serve(bytes(deflate64))
    report = fetch(replace(order, link=stored.link))
    assert report.saved is not None
    assert report.saved.untested == Untested.PACKING


def test_the_very_same_version_that_came_damaged_twice_is_not_fetched_again(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch
) -> None:
    practice.set_results(order.job.id, ZIP[:-9], "r.zip")
    report = fetch(order)
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.DAMAGED_FILE
    assert sum(request.origin == "storage" for request in practice.requests) == 2


# Parts that are somebody else's, and disks that are nearly full


def part_of(order: DownloadOrder) -> Path:
    return order.path.with_name(order.path.name + ".part")


def test_a_part_that_is_somebody_elses_stays_as_it_is(order: DownloadOrder, fetch: Fetch) -> None:
    part_of(order).write_bytes(b"somebody's thesis")
    assert fetch(order).saved is not None
    assert order.path.read_bytes() == ZIP
    assert part_of(order).read_bytes() == b"somebody's thesis"
    assert names(order) == ["r.zip", "r.zip.part"]


@pytest.mark.parametrize("etag", ["", '"v1"'])
def test_cancelling_deletes_no_part_that_is_somebody_elses(
    practice: PracticeService, order: DownloadOrder, qtbot: QtBot, etag: str
) -> None:
    part_of(order).write_bytes(b"somebody's thesis")
    order = replace(order, partial=Partial(str(order.path), etag, 10_000, identity="1:1"))
    practice.misbehave(Fault.drip(0.2), path=STORAGE)
    listener = Listener(qtbot)
    worker = DownloadWorker(order)
    worker.reported.connect(listener.hear)
    listener.start(worker)
    listener.until(lambda: "r.zip.2.part" in names(order))
    worker.cancel()
    listener.until_heard()
    listener.stop()
    assert part_of(order).read_bytes() == b"somebody's thesis"
    assert names(order) == ["r.zip", "r.zip.part"]


@pytest.mark.skipif(os.name == "nt", reason="links there need a right that few accounts have")
@pytest.mark.parametrize("leads", ["to a file", "nowhere"])
def test_a_planted_link_is_not_followed(order: DownloadOrder, fetch: Fetch, tmp_path: Path, leads: str) -> None:
    victim = tmp_path / "victim"
    if leads == "to a file":
        victim.write_bytes(b"precious")
    part_of(order).symlink_to(victim)
    assert fetch(replace(order, partial=Partial(str(order.path), '"v1"', 10_000))).saved is not None
    assert order.path.read_bytes() == ZIP
    assert part_of(order).is_symlink()
    assert (victim.read_bytes() == b"precious") if leads == "to a file" else not victim.exists()


def test_a_second_name_of_somebodys_file_is_not_written_to(order: DownloadOrder, fetch: Fetch, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    os.link(victim, part_of(order))
    assert fetch(replace(order, partial=Partial(str(order.path), '"v1"', 10_000))).saved is not None
    assert victim.read_bytes() == b"precious"


def test_a_part_that_was_exchanged_is_not_gone_on_with(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    practice.withhold_file(order.job.id)
    stored = serve(ZIP, cuts=[100_000, *[0] * 10])
    left = fetch(replace(order, link=stored.link)).partial
    assert left is not None
    assert part_of(order).stat().st_size == 100_000
    content = part_of(order).read_bytes()
    part_of(order).rename(part_of(order).with_name("kept"))
    part_of(order).write_bytes(content)
    stored.cuts.clear()
    stored.asked.clear()
    assert fetch(replace(order, link=stored.link, partial=left)).saved is not None
    assert stored.asked == [""]
    assert part_of(order).exists()


def test_a_part_of_this_programs_own_is_gone_on_with_after_a_restart(
    practice: PracticeService, order: DownloadOrder, fetch: Fetch, serve: Serve
) -> None:
    practice.withhold_file(order.job.id)
    part_of(order).write_bytes(b"somebody's thesis")
    stored = serve(ZIP, cuts=[100_000, *[0] * 10])
    left = fetch(replace(order, link=stored.link)).partial
    stored.cuts.clear()
    stored.asked.clear()
    assert fetch(replace(order, link=stored.link, partial=left)).saved is not None
    assert stored.asked == ["bytes=100000-"]
    assert order.path.read_bytes() == ZIP
    assert names(order) == ["r.zip", "r.zip.part"]


def test_what_does_not_say_how_long_it_is_does_not_go_on_for_ever(
    order: DownloadOrder, fetch: Fetch, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_worker, "MOST_WITHOUT_LENGTH", 50_000)
    stored = serve(TABLE, "r.csv", length=False)
    report = fetch(replace(order, link=stored.link))
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.RESULTS_TOO_LARGE
    assert names(order) == ["r.zip"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 40 MiB, for a test that fills it."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(place)]
    is_linux = platform.system() == "Linux"
    if not is_linux or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("needs a Linux where disks can be made")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("coding", ["", "gzip"])
@pytest.mark.parametrize("headers", [{}, {"ETag": '"v1"'}])
def test_what_has_no_length_does_not_fill_the_disk(
    order: DownloadOrder, fetch: Fetch, serve: Serve, small_disk: Path, *, coding: str, headers: dict[str, str]
) -> None:
    noise = os.urandom(1 << 20) * 60
    if coding:
        noise, headers = gzip.compress(b"x" * (60 << 20)), headers | {"Content-Encoding": coding}
    stored = serve(noise, "r.bin", length=False, headers=headers)
    report = fetch(replace(order, link=stored.link, path=small_disk / "r.bin"))
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.DISK_FULL
    assert list(small_disk.iterdir()) == []


def fill(part: PartFile) -> None:
    while True:
        part.write(bytes(1 << 20))


def test_a_reserve_stays_free_while_it_is_written(small_disk: Path) -> None:
    part = PartFile(small_disk / "r.bin")
    part.open(0, 0)
    for _ in range(20):
        part.write(bytes(1 << 20))
    with pytest.raises(ProblemError) as trouble:
        fill(part)
    assert trouble.value.problem.kind is ProblemKind.DISK_FULL
    assert shutil.disk_usage(small_disk).free >= 1 << 20
    part.discard()
    assert list(small_disk.iterdir()) == []


@pytest.mark.parametrize("kind", [ProblemKind.CUT_SHORT, ProblemKind.DAMAGED_FILE, ProblemKind.END_NOT_KNOWN])
def test_what_to_do_is_the_same_whether_results_are_saved_or_only_looked_at(kind: ProblemKind) -> None:
    assert problem_words(Problem(kind)).to_do.startswith("Try again.")
