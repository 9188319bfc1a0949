"""One download from its order to its report, over real HTTP, onto a real disk."""

import hashlib
import io
import math
import os
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.core.files import internet_mark
from epa_gui.core.jobs.job import JobKey, Partial
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.verdict_note import Answer as VerdictAnswer
from epa_gui.core.results.checksum import sha256_of
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import opened
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.jobs import download_worker
from epa_gui.ui.jobs.download_worker import DownloadOrder, DownloadReport, DownloadWorker, Progress
from tests.ui.listening import Listener

MIB = 1 << 20
BIG = os.urandom(3 * MIB)
STORAGE = "/results/"

Link = Callable[[str], str]


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passing trouble is waited out in no time."""
    monkeypatch.setattr(download_worker, "_WAITS", (0.01,) * 4)


@pytest.fixture
def job_id(practice: PracticeService) -> str:
    """A finished job whose results are three MiB of noise."""
    job_id = practice.start_job()
    practice.finish(job_id)
    practice.set_results(job_id, BIG, "r.bin")
    return job_id


@pytest.fixture
def order(practice: PracticeService, job_id: str, tmp_path: Path) -> DownloadOrder:
    """An order without a link: the service has to be asked for one."""
    return DownloadOrder(JobKey("m", job_id), practice.url, practice.api_key, tmp_path / "saved" / "r.bin")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """Where results are saved."""
    folder = tmp_path / "saved"
    folder.mkdir()
    return folder


class Downloads:
    """Begins downloads, and hears what becomes of them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.steps = Listener(qtbot)
        self.identities = Listener(qtbot)
        self.reports = Listener(qtbot)

    def begin(self, order: DownloadOrder) -> DownloadWorker:
        """A download that has begun."""
        worker = DownloadWorker(order)
        self._begin(worker)
        return worker

    def run(self, worker: DownloadWorker) -> DownloadReport:
        """This very download from its beginning to its end."""
        self._begin(worker)
        return self.end()

    def _begin(self, worker: DownloadWorker) -> None:
        worker.progressed.connect(self.steps.hear)
        worker.identified.connect(self.identities.hear_both)
        worker.reported.connect(self.reports.hear)
        self.reports.start(worker)

    def until(self, claim: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.reports.until(claim)

    def end(self, within: float = 10) -> DownloadReport:
        """The one report of the one download, whose thread ends in time."""
        assert wait_for(self.reports.threads, within), "the download did not end"
        self.reports.until_heard()
        (report,) = self.reports.heard
        assert isinstance(report, DownloadReport)
        self.reports.heard.clear()
        return report

    def __call__(self, order: DownloadOrder) -> DownloadReport:
        """A download from its beginning to its end."""
        self.begin(order)
        report = self.end()
        assert report.job == order.job
        return report


@pytest.fixture
def fetch(qtbot: QtBot) -> Iterator[Downloads]:
    downloads_folder = Downloads(qtbot)
    yield downloads_folder
    downloads_folder.reports.stop()


def files_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def asked_of(practice: PracticeService, origin: str) -> int:
    return sum(request.origin == origin for request in practice.requests)


def etag_of(link: str) -> str:
    client = Client()
    try:
        with opened(client, link) as stream:
            return stream.etag
    finally:
        client.close()


def begun(order: DownloadOrder, content: bytes, etag: str, size: int = len(BIG)) -> DownloadOrder:
    """The order, after an earlier try that left this much."""
    order.path.with_name(order.path.name + ".part").write_bytes(content)
    return replace(order, partial=Partial(str(order.path), etag, size))


def test_a_file_is_saved_whole(order: DownloadOrder, fetch: Downloads, folder: Path, fresh_link: Link) -> None:
    report = fetch(replace(order, link=fresh_link(order.job.id)))
    assert report.saved is not None
    assert (report.saved.path, report.saved.size) == (str(order.path), len(BIG))
    assert (report.problem, report.partial) == (None, None)
    assert order.path.read_bytes() == BIG
    assert files_in(folder) == ["r.bin"]


def test_a_file_is_marked_as_downloaded_before_it_has_its_name(
    order: DownloadOrder, fetch: Downloads, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[list[str]] = []

    def mark(path: Path) -> bool:
        there.append(sorted(files_in(folder)))
        return internet_mark.write_zone(path)

    monkeypatch.setattr(internet_mark, "MARK", mark)
    assert fetch(order).saved
    assert there == [[f"{order.path.name}.part"]]


def test_a_file_system_without_marks_takes_the_results_all_the_same(
    order: DownloadOrder, fetch: Downloads, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bool:
        return internet_mark.write_zone(path / "not a folder")

    monkeypatch.setattr(internet_mark, "MARK", refuse)
    assert fetch(order).saved
    assert files_in(folder) == [order.path.name]


def test_what_was_saved_is_told_with_the_fingerprint_of_the_file_on_the_disk(
    order: DownloadOrder, fetch: Downloads
) -> None:
    began = time.time()
    report = fetch(order)
    assert report.saved is not None
    assert report.saved.sha256 == hashlib.sha256(order.path.read_bytes()).hexdigest()
    assert report.verdict is not None
    assert report.verdict.answer is VerdictAnswer.CANNOT_TELL, "noise compares nothing"
    assert began <= report.saved.at <= time.time()


def test_what_was_saved_is_told_with_the_verdict_on_that_very_file(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads
) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("metrics_comparison.csv", "指標,今回,前回\r\n正解率,0.75,0.5\r\n".encode("cp932"))
        archive.writestr("evaluation_raw_data.csv", "plan,churned,churned (prediction)\r\n")
    practice.set_results(order.job.id, written.getvalue(), "r.zip")
    report = fetch(order)
    assert report.saved is not None
    assert report.verdict is not None
    assert report.verdict.answer is VerdictAnswer.CANNOT_TELL, "neither rows nor their number are there"
    assert (report.verdict.name, report.verdict.this, report.verdict.previous) == ("正解率", 0.75, 0.5)
    assert report.verdict.sha256 == report.saved.sha256
    assert report.target == "churned"


@pytest.mark.parametrize("ending", ["stop", "cancel"])
def test_results_that_are_in_place_stay_though_their_fingerprint_is_given_up(
    order: DownloadOrder, fetch: Downloads, folder: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    def stop_when_renamed(path: Path, is_stopped: Callable[[], bool]) -> str:
        assert files_in(folder) == ["r.bin"]
        assert not is_stopped()
        getattr(worker, ending)()
        return sha256_of(path, is_stopped)

    monkeypatch.setattr(download_worker, "sha256_of", stop_when_renamed)
    worker = DownloadWorker(order)
    report = fetch.run(worker)
    assert report.saved is not None
    assert (report.saved.sha256, report.saved.size) == ("", len(BIG))
    assert report.verdict is None
    assert (report.problem, report.partial) == (None, None)
    assert order.path.read_bytes() == BIG


def test_results_that_went_right_after_they_were_saved_are_saved_all_the_same(
    order: DownloadOrder, fetch: Downloads, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path, is_stopped: Callable[[], bool]) -> str:
        path.unlink()
        return sha256_of(path, is_stopped)

    monkeypatch.setattr(download_worker, "sha256_of", gone)
    report = fetch(order)
    assert report.saved is not None
    assert (report.saved.sha256, report.verdict, report.problem) == ("", None, None)


def test_a_good_link_needs_no_check(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, fresh_link: Link
) -> None:
    report = fetch(replace(order, link=fresh_link(order.job.id)))
    assert report.answer is None
    assert (asked_of(practice, "api"), asked_of(practice, "storage")) == (0, 1)


def test_without_a_link_the_service_is_asked_once(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads
) -> None:
    report = fetch(order)
    assert report.saved is not None
    assert report.answer is not None
    assert report.answer.status == "job_finished"
    assert asked_of(practice, "api") == 1


def test_a_stale_link_is_refreshed_by_one_check(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, fresh_link: Link
) -> None:
    link = fresh_link(order.job.id)
    practice.expire_links()
    report = fetch(replace(order, link=link))
    assert report.problem is None
    assert order.path.read_bytes() == BIG
    assert (asked_of(practice, "api"), asked_of(practice, "storage")) == (1, 2)


def test_a_link_that_is_stale_again_is_said(practice: PracticeService, order: DownloadOrder, fetch: Downloads) -> None:
    practice.misbehave(Fault.storage_error(403, "AccessDenied", "Request has expired"), times=-1, path=STORAGE)
    report = fetch(order)
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.LINK_EXPIRED
    assert (asked_of(practice, "api"), asked_of(practice, "storage")) == (1, 1)


@pytest.mark.parametrize(
    "passing",
    [Fault.storage_error(503, "SlowDown"), Fault.cut(MIB), Fault.reset()],
    ids=["slow down", "cut in the middle", "reset"],
)
def test_a_link_that_went_stale_while_trouble_was_waited_out_is_refreshed_once_more(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, passing: Fault
) -> None:
    practice.misbehave(passing, path=STORAGE)
    practice.misbehave(Fault.storage_error(403, "AccessDenied", "Request has expired"), path=STORAGE)
    report = fetch(order)  # without a link: the first one is fresh already
    assert report.problem is None
    assert order.path.read_bytes() == BIG
    assert (asked_of(practice, "api"), asked_of(practice, "storage")) == (2, 3)


def test_the_api_key_never_reaches_storage(practice: PracticeService, order: DownloadOrder, fetch: Downloads) -> None:
    practice.misbehave(Fault.cut(2 * MIB), path=STORAGE)
    practice.misbehave(Fault.redirect(practice.storage_url), path=STORAGE)
    fetch(order)
    fetch(order)
    seen = [request for request in practice.requests if request.origin == "storage"]
    assert len(seen) >= 3
    assert all(practice.api_key not in f"{request.path} {request.headers}" for request in seen)


def test_a_download_that_was_cut_goes_on_where_it_stopped(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads
) -> None:
    practice.misbehave(Fault.cut(2 * MIB), path=STORAGE)
    fetch(order)
    assert order.path.read_bytes() == BIG
    first, second = (request.headers for request in practice.requests if request.origin == "storage")
    assert "range" not in first
    assert second["range"] == f"bytes={2 * MIB}-"
    assert second["if-match"].startswith('"')


def test_a_download_that_is_cut_again_and_again_gets_there(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads
) -> None:
    practice.misbehave(Fault.cut(MIB // 3), times=9, path=STORAGE)
    assert fetch(order).saved is not None
    assert order.path.read_bytes() == BIG


def test_a_download_that_gets_nowhere_is_given_up_and_can_go_on_later(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, folder: Path
) -> None:
    practice.misbehave(Fault.cut(2 * MIB), path=STORAGE)
    practice.misbehave(Fault.drop(), times=-1, path=STORAGE)
    report = fetch(order)
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.CONNECTION_LOST
    assert report.partial is not None
    assert report.partial.size == len(BIG)
    assert files_in(folder) == ["r.bin.part"]
    assert asked_of(practice, "storage") == 5
    practice.behave()
    practice.forget_requests()
    assert fetch(replace(order, partial=report.partial)).saved is not None
    assert order.path.read_bytes() == BIG
    assert practice.requests[-1].headers["range"] == f"bytes={2 * MIB}-"


def test_a_file_that_changed_meanwhile_starts_over(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads
) -> None:
    assert fetch(begun(order, b"of another file" * 1000, '"another"')).saved is not None
    assert order.path.read_bytes() == BIG
    assert asked_of(practice, "storage") == 2


def test_a_file_that_changes_in_the_middle_starts_over(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads
) -> None:
    practice.misbehave(Fault.cut(2 * MIB), path=STORAGE)
    practice.misbehave(Fault.storage_error(412, "PreconditionFailed"), path=STORAGE)
    assert fetch(order).saved is not None
    assert order.path.read_bytes() == BIG


def test_what_has_no_etag_starts_over(practice: PracticeService, order: DownloadOrder, fetch: Downloads) -> None:
    assert fetch(begun(order, BIG[:MIB], "")).saved is not None
    assert order.path.read_bytes() == BIG
    assert "range" not in practice.requests[-1].headers


def test_a_part_nobody_knows_of_starts_over(practice: PracticeService, order: DownloadOrder, fetch: Downloads) -> None:
    assert fetch(replace(begun(order, b"x" * 4 * MIB, '"e"'), partial=None)).saved is not None
    assert order.path.read_bytes() == BIG


def test_a_part_that_is_longer_than_the_file_starts_over(
    order: DownloadOrder, fetch: Downloads, fresh_link: Link
) -> None:
    etag = etag_of(fresh_link(order.job.id))
    assert fetch(begun(order, BIG + b"x", etag)).saved is not None
    assert order.path.read_bytes() == BIG


def test_what_was_killed_between_the_last_byte_and_the_name_needs_no_network(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, folder: Path, fresh_link: Link
) -> None:
    link = fresh_link(order.job.id)
    report = fetch(begun(replace(order, link=link), BIG, '"e"'))
    assert report.saved is not None
    assert report.saved.size == len(BIG)
    assert files_in(folder) == ["r.bin"]
    assert practice.requests == []


@pytest.mark.parametrize("share", [0.5, 0.999])
def test_a_zip_that_arrives_damaged_is_deleted_and_said(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, folder: Path, share: float
) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("metrics.csv", BIG[:5000])
    practice.set_results(order.job.id, whole.getvalue()[: int(len(whole.getvalue()) * share)], "r.zip")
    report = fetch(order)
    assert report.problem == Problem(ProblemKind.DAMAGED_FILE, "", str(order.path))
    assert report.saved is None
    assert files_in(folder) == []


def test_a_damaged_zip_begins_anew_when_saved_again(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads
) -> None:
    practice.set_results(order.job.id, b"PK\x03\x04 and then nothing", "r.zip")
    report = fetch(order)
    practice.set_results(order.job.id, BIG, "r.bin")
    assert fetch(replace(order, partial=report.partial)).saved is not None
    assert order.path.read_bytes() == BIG


def test_what_is_cancelled_leaves_nothing(
    practice: PracticeService, order: DownloadOrder, folder: Path, fetch: Downloads
) -> None:
    practice.misbehave(Fault.drip(0.2), path=STORAGE)
    worker = fetch.begin(order)
    fetch.until(lambda: files_in(folder) == ["r.bin.part"])
    worker.cancel()
    report = fetch.end()
    assert (report.saved, report.problem, report.partial) == (None, None, None)
    assert files_in(folder) == []


def test_what_is_stopped_leaves_its_part_to_go_on_with(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_worker, "_WAITS", (60.0,))
    practice.misbehave(Fault.cut(2 * MIB), path=STORAGE)
    worker = fetch.begin(order)
    part = order.path.with_name("r.bin.part")
    fetch.until(lambda: part.exists() and part.stat().st_size == 2 * MIB)
    worker.stop()
    report = fetch.end()
    assert report.problem == Problem(ProblemKind.INTERRUPTED)
    assert report.partial is not None
    assert (report.partial.path, report.partial.size) == (str(order.path), len(BIG))
    assert fetch(replace(order, partial=report.partial)).saved is not None
    assert practice.requests[-1].headers["range"] == f"bytes={2 * MIB}-"
    assert order.path.read_bytes() == BIG


@pytest.mark.parametrize("path", ["/retrain_jobs/", STORAGE], ids=["service", "storage"])
def test_stopping_ends_a_download_that_hangs_at_once(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, path: str
) -> None:
    practice.misbehave(Fault.delay(60), times=-1, path=path)
    worker = fetch.begin(order)
    fetch.until(lambda: any(path in request.path for request in practice.requests))
    worker.stop()
    assert fetch.end().problem == Problem(ProblemKind.INTERRUPTED)


def test_what_is_cancelled_before_it_began_asks_nobody(
    practice: PracticeService, order: DownloadOrder, folder: Path, listener: Listener
) -> None:
    worker = DownloadWorker(order)
    worker.reported.connect(listener.hear)
    worker.cancel()
    listener.start(worker)
    (report,) = listener.until_heard()
    assert (report.saved, report.problem) == (None, None)
    assert practice.requests == []
    assert files_in(folder) == []


def test_a_redirect_from_storage_is_an_error_with_a_name(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, folder: Path
) -> None:
    practice.misbehave(Fault.redirect("https://other.example/"), path=STORAGE)
    report = fetch(order)
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.REDIRECTED
    assert files_in(folder) == []


def test_a_file_too_big_for_the_disk_is_said_before_it_is_fetched(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, folder: Path
) -> None:
    practice.misbehave(Fault.answer(200, b"", {"Content-Length": str(10**18), "ETag": '"e"'}), path=STORAGE)
    report = fetch(order)
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.DISK_FULL
    assert files_in(folder) == []


def test_a_folder_that_is_gone_is_said(order: DownloadOrder, fetch: Downloads, folder: Path) -> None:
    folder.rmdir()
    report = fetch(order)
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.FOLDER_GONE


def test_a_key_that_is_rejected_is_said(practice: PracticeService, order: DownloadOrder, fetch: Downloads) -> None:
    practice.revoke_keys()
    report = fetch(order)
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.KEY_INACTIVE
    assert asked_of(practice, "storage") == 0


def test_a_job_without_a_file_yet_is_said(practice: PracticeService, order: DownloadOrder, fetch: Downloads) -> None:
    practice.withhold_file(order.job.id)
    report = fetch(order)
    assert report.problem == Problem(ProblemKind.NO_FILE_YET, "job_finished")
    assert report.answer is not None


@pytest.mark.parametrize(
    "fault",
    [Fault.storage_error(503, "SlowDown"), Fault.html(502), Fault.reset(), Fault.too_many_requests("3600")],
    ids=["slow down", "bad gateway", "reset", "too many"],
)
def test_passing_trouble_is_waited_out(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_worker, "_LONGEST_WAIT", 0.05)
    practice.misbehave(fault, times=2, path=STORAGE)
    assert fetch(order).saved is not None
    assert order.path.read_bytes() == BIG


@pytest.mark.parametrize(
    "passing",
    [Fault.storage_error(503, "SlowDown"), Fault.html(502), Fault.cut(MIB), Fault.too_many_requests("0")],
    ids=["slow down", "bad gateway", "cut", "too many"],
)
def test_a_link_that_went_stale_while_it_was_waited_is_refreshed_again(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads, passing: Fault
) -> None:
    expired = Fault.storage_error(403, "AccessDenied", "Request has expired")
    for fault in (passing, expired, passing, expired):
        practice.misbehave(fault, path=STORAGE)
    report = fetch(order)
    assert report.problem is None
    assert order.path.read_bytes() == BIG


def test_a_fresh_link_that_is_stale_at_once_is_not_refreshed_again_and_again(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads
) -> None:
    practice.misbehave(Fault.storage_error(503, "SlowDown"), path=STORAGE)
    practice.misbehave(Fault.storage_error(403, "AccessDenied", "Request has expired"), times=-1, path=STORAGE)
    report = fetch(order)
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.LINK_EXPIRED
    assert asked_of(practice, "api") == 2


def test_something_unexpected_is_reported_too(order: DownloadOrder, fetch: Downloads) -> None:
    report = fetch(replace(order, job=JobKey("m", "half a character: \ud800")))
    assert report.problem == Problem(ProblemKind.UNEXPECTED, "UnicodeEncodeError")


def test_an_earlier_file_of_that_name_stays_until_the_new_one_is_whole(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads
) -> None:
    order.path.write_bytes(b"old")
    practice.misbehave(Fault.redirect("https://other.example/"), path=STORAGE)
    fetch(order)
    assert order.path.read_bytes() == b"old"
    fetch(order)
    assert order.path.read_bytes() == BIG


def test_what_is_needed_to_go_on_is_told_as_soon_as_it_is_known(
    practice: PracticeService, order: DownloadOrder, fetch: Downloads
) -> None:
    practice.misbehave(Fault.drip(0.2), path=STORAGE)
    fetch.begin(order)
    ((job, partial),) = fetch.identities.until_heard()
    assert job == order.job
    assert (partial.path, partial.size) == (str(order.path), len(BIG))
    assert partial.etag.startswith('"')
    assert fetch.reports.heard == []


@pytest.mark.skipif(os.name == "nt", reason="a file with a hole takes all its room there")
def test_bytes_beyond_two_gib_are_counted_right(
    practice: PracticeService, order: DownloadOrder, tmp_path: Path, fetch: Downloads, fresh_link: Link
) -> None:
    size, there = 3_000_000_100, 3_000_000_000
    results = tmp_path / "huge.bin"
    results.touch()
    os.truncate(results, size)
    practice.set_results(order.job.id, results)
    link = fresh_link(order.job.id)
    order = begun(replace(order, link=link), b"", etag_of(link), size)
    os.truncate(order.path.with_name("r.bin.part"), there)
    fetch.begin(order)
    report = fetch.end(within=60)  # three GB are read for their SHA-256
    assert report.saved is not None
    assert report.saved.size == size
    last = fetch.steps.until_heard()[-1]
    assert isinstance(last, Progress)
    assert (last.job, last.done, last.total) == (order.job, size, size)
    assert math.isfinite(last.speed)


def test_an_order_shows_neither_key_nor_link(order: DownloadOrder, practice: PracticeService) -> None:
    shown = repr(replace(order, link="https://s.example/r.zip?X-Amz-Signature=abcdef"))
    assert practice.api_key not in shown
    assert "abcdef" not in shown
