"""One sending from its order to its report, over real HTTP, from a real disk."""

import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.check import Reading, check
from epa_gui.core.dataset.upload_payload import Item
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.retraining import send_worker
from epa_gui.ui.retraining.send_worker import (
    Issued,
    Phase,
    SendOrder,
    SendProgress,
    SendReport,
    SendWorker,
    SweepWorker,
)
from tests.ui.listening import Listener

UPLOADS = "/uploads/"


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A storage that is busy is waited for in no time."""
    monkeypatch.setattr(send_worker, "_WAITS", (0.01,) * 3)


@pytest.fixture
def training(tmp_path: Path) -> Path:
    """A file of some pieces."""
    path = tmp_path / "training.csv"
    path.write_text("a,b\n" + "".join(f"{n},{n * 7 % 31}\n" for n in range(120_000)), encoding="utf-8")
    return path


def _item(path: Path) -> Item:
    reading: Reading = list(check(path))[-1]
    return Item(reading.path, reading.sha256, reading.stamp)


@pytest.fixture
def order(practice: PracticeService, training: Path, tmp_path: Path) -> SendOrder:
    """The training file alone, as it is."""
    return SendOrder("s", practice.url, practice.api_key, _item(training), None, tmp_path / "outgoing")


class Sendings:
    """Runs workers and keeps what they say."""

    def __init__(self, listener: Listener, listen: Callable[[], Listener], qtbot: QtBot) -> None:
        self._listener = listener
        self._qtbot = qtbot
        self._issued = listen()
        self._progress = listen()

    def start(self, order: SendOrder) -> SendWorker:
        worker = SendWorker(order)
        worker.reported.connect(self._listener.hear)
        worker.issued.connect(self._issued.hear)
        worker.progressed.connect(self._progress.hear)
        self._listener.start(worker)
        return worker

    def report(self) -> SendReport:
        self._qtbot.waitUntil(lambda: bool(self._listener.heard), timeout=20_000)
        self._qtbot.wait(20)
        assert len(self._listener.heard) == 1, "a worker reports exactly once"
        report: SendReport = self._listener.heard[0]
        return report

    def send(self, order: SendOrder) -> SendReport:
        self.start(order)
        return self.report()

    def until(self, look: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(look()), timeout=20_000)

    @property
    def issued(self) -> list[Issued]:
        return list(self._issued.heard)

    @property
    def progress(self) -> list[SendProgress]:
        return list(self._progress.heard)


@pytest.fixture
def sendings(listener: Listener, listen: Callable[[], Listener], qtbot: QtBot) -> Sendings:
    return Sendings(listener, listen, qtbot)


def _arrived(practice: PracticeService, tmp_path: Path, job_id: str) -> bytes | None:
    path = tmp_path / "service" / "jobs" / job_id / "training"
    return path.read_bytes() if path.is_file() else None


def test_the_file_arrives_as_it_is(
    sendings: Sendings, order: SendOrder, practice: PracticeService, training: Path, tmp_path: Path
) -> None:
    report = sendings.send(order)
    assert (report.problem, report.was_cancelled) == (None, False)
    assert _arrived(practice, tmp_path, sendings.issued[0].job_id) == training.read_bytes()
    assert sendings.issued[0].size == training.stat().st_size
    phases = list(dict.fromkeys(progress.phase for progress in sendings.progress))
    assert phases == [Phase.PREPARING, Phase.ASKING, Phase.SENDING]
    assert sendings.progress[-1].done == training.stat().st_size


def test_an_expired_link_is_replaced_once_with_a_new_job(
    sendings: Sendings, order: SendOrder, practice: PracticeService, training: Path, tmp_path: Path
) -> None:
    practice.misbehave(Fault.storage_error(403, "AccessDenied", "Request has expired"), path=UPLOADS)
    assert sendings.send(order).problem is None
    first, second = sendings.issued
    assert first.job_id != second.job_id
    assert _arrived(practice, tmp_path, second.job_id) == training.read_bytes()


def test_a_link_that_expires_twice_is_said(sendings: Sendings, order: SendOrder, practice: PracticeService) -> None:
    practice.misbehave(Fault.storage_error(403, "AccessDenied", "Request has expired"), path=UPLOADS, times=-1)
    problem = sendings.send(order).problem
    assert problem is not None
    assert problem.kind is ProblemKind.LINK_EXPIRED
    assert len(sendings.issued) == 2


@pytest.mark.parametrize(
    "passing",
    [Fault.storage_error(503, "SlowDown"), Fault.too_many_requests("0")],
    ids=["slow down", "too many"],
)
def test_a_link_that_went_stale_while_it_was_waited_is_replaced_again(
    *, sendings: Sendings, order: SendOrder, practice: PracticeService, training: Path, tmp_path: Path, passing: Fault
) -> None:
    expired = Fault.storage_error(403, "AccessDenied", "Request has expired")
    for fault in (expired, passing, expired):
        practice.misbehave(fault, path=UPLOADS)
    assert sendings.send(order).problem is None
    assert len(sendings.issued) == 3
    assert _arrived(practice, tmp_path, sendings.issued[-1].job_id) == training.read_bytes()


@pytest.mark.parametrize(
    ("status", "code", "kind", "puts"),
    [
        (403, "SignatureDoesNotMatch", ProblemKind.LINK_REFUSED, 1),
        (400, "EntityTooLarge", ProblemKind.FILE_TOO_LARGE, 1),
        (503, "SlowDown", ProblemKind.TOO_MANY_REQUESTS, 4),
        (500, "InternalError", ProblemKind.STORAGE_TROUBLE, 4),
    ],
)
def test_refusals_of_the_storage_are_understood(
    *,
    sendings: Sendings,
    order: SendOrder,
    practice: PracticeService,
    status: int,
    code: str,
    kind: ProblemKind,
    puts: int,
) -> None:
    practice.misbehave(Fault.storage_error(status, code, "no"), path=UPLOADS, times=-1)
    problem = sendings.send(order).problem
    assert problem is not None
    assert problem.kind is kind
    assert sum(seen.method == "PUT" for seen in practice.requests) == puts
    assert len(sendings.issued) == 1


def test_a_storage_that_is_busy_for_a_moment_is_waited_for(
    sendings: Sendings, order: SendOrder, practice: PracticeService
) -> None:
    practice.misbehave(Fault.storage_error(503, "SlowDown", "Reduce your request rate"), path=UPLOADS, times=2)
    assert sendings.send(order).problem is None


def test_a_connection_that_breaks_gets_one_fresh_link(
    sendings: Sendings, order: SendOrder, practice: PracticeService, training: Path, tmp_path: Path
) -> None:
    practice.misbehave(Fault.reset(after=200_000), path=UPLOADS)
    assert sendings.send(order).problem is None
    assert len(sendings.issued) == 2
    assert _arrived(practice, tmp_path, sendings.issued[1].job_id) == training.read_bytes()


def test_a_redirect_is_never_success(sendings: Sendings, order: SendOrder, practice: PracticeService) -> None:
    practice.misbehave(Fault.redirect(f"{practice.url}/ok", 303), path=UPLOADS, times=-1)
    problem = sendings.send(order).problem
    assert problem is not None
    assert problem.kind is ProblemKind.REDIRECTED


def test_cancelling_ends_it_at_once(sendings: Sendings, order: SendOrder, practice: PracticeService) -> None:
    practice.misbehave(Fault.delay(60.0), path=UPLOADS)
    worker = sendings.start(order)
    sendings.until(lambda: sendings.issued)
    worker.cancel()
    report = sendings.report()
    assert (report.problem, report.was_cancelled) == (None, True)


def test_ending_the_program_leaves_a_problem_to_offer_again(
    sendings: Sendings, order: SendOrder, practice: PracticeService
) -> None:
    practice.misbehave(Fault.delay(60.0), path=UPLOADS)
    worker = sendings.start(order)
    sendings.until(lambda: sendings.issued)
    worker.stop()
    report = sendings.report()
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.SEND_INTERRUPTED
    assert not report.was_cancelled


def test_a_file_that_changed_since_it_was_shown_never_reaches_the_storage_whole(
    sendings: Sendings, order: SendOrder, practice: PracticeService, training: Path, tmp_path: Path
) -> None:
    before = training.stat()
    content = bytearray(training.read_bytes())
    content[-5:-1] = b"9999"  # in its last bytes, and nothing else tells
    training.write_bytes(content)
    os.utime(training, ns=(before.st_atime_ns, before.st_mtime_ns))
    problem = sendings.send(order).problem
    assert problem is not None
    assert problem.kind is ProblemKind.FILE_CHANGED
    assert _arrived(practice, tmp_path, sendings.issued[0].job_id) is None


def test_a_file_that_vanished_is_said_before_a_job_is_asked_for(
    sendings: Sendings, order: SendOrder, practice: PracticeService, training: Path
) -> None:
    training.unlink()
    problem = sendings.send(order).problem
    assert problem is not None
    assert problem.kind is ProblemKind.FILE_NOT_READ
    assert sendings.issued == []
    assert practice.requests == []


def test_two_files_go_as_one_zip_and_nothing_is_left_behind(
    sendings: Sendings, order: SendOrder, practice: PracticeService, training: Path, tmp_path: Path
) -> None:
    evaluation = tmp_path / "評価.csv"
    evaluation.write_text("a,b\n" + "1,2\n" * 50, encoding="utf-8")
    assert sendings.send(replace(order, evaluation=_item(evaluation))).problem is None
    sent = _arrived(practice, tmp_path, sendings.issued[0].job_id)
    assert sent is not None
    with zipfile.ZipFile(io.BytesIO(sent)) as archive:
        assert archive.namelist() == ["train_src/training.csv", "eval_src/評価.csv"]
        assert archive.read("train_src/training.csv") == training.read_bytes()
    assert list((tmp_path / "outgoing").iterdir()) == []


def test_a_link_to_another_computer_must_be_encrypted(
    sendings: Sendings, order: SendOrder, practice: PracticeService
) -> None:
    answer = {"retrain_job_id": "j1", "upload_url": "http://storage.example/x?sig=1"}
    practice.misbehave(Fault.json(answer), path="upload_url")
    problem = sendings.send(order).problem
    assert problem is not None
    assert problem.kind is ProblemKind.LINK_REFUSED


def test_neither_key_nor_link_shows_in_what_is_told(
    sendings: Sendings, order: SendOrder, practice: PracticeService
) -> None:
    practice.misbehave(Fault.storage_error(403, "SignatureDoesNotMatch", "no"), path=UPLOADS)
    report = sendings.send(order)
    said = f"{order!r} {report!r} {sendings.issued!r} {sendings.progress!r}"
    assert practice.api_key not in said
    assert "X-Amz-Signature" not in said


def test_no_answer_after_the_last_byte_is_not_sent_anew(
    sendings: Sendings, order: SendOrder, practice: PracticeService, training: Path
) -> None:
    practice.misbehave(Fault.drop(after=training.stat().st_size), path=UPLOADS)
    problem = sendings.send(order).problem
    assert problem is not None
    assert problem.kind is ProblemKind.SEND_UNANSWERED
    assert len(sendings.issued) == 1


def test_what_a_killed_program_left_is_swept_away(listener: Listener, tmp_path: Path) -> None:
    (tmp_path / "outgoing-1-abcd.tmp").write_bytes(b"x")
    (tmp_path / "mine.csv").write_bytes(b"x")
    thread = listener.start(SweepWorker(tmp_path))
    assert thread.wait(5000)
    assert [path.name for path in tmp_path.glob("*.*") if path.is_file()] == ["mine.csv"]
