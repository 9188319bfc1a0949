"""On a whole desktop: the real X server, the real keychain, and `kill -9`."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.core.store.store import Store
from epa_gui.practice import Fault, PracticeService

pytestmark = pytest.mark.desktop

MODEL = "11111111-2222-3333-4444-555555555555"
_KEEP_KEY = "from epa_gui.core.keys.keychain import open_keychain; import sys; open_keychain().keep(*sys.argv[1:])"
_SAVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from epa_gui import app
from epa_gui.core.jobs.job import JobKey
folder, model, job, target = sys.argv[1:]
open_desk = app.Program._open
def open_and_save(self, desk, instance):
    open_desk(self, desk, instance)
    key = JobKey(model, job)
    desk.ready.connect(lambda: desk.downloads.save(key, Path(target)))
app.Program._open = open_and_save
sys.exit(app.run(app.Options(data_dir=Path(folder))))
"""

_SEND = """
import sys
from pathlib import Path
from epa_gui import app
from epa_gui.ui.retraining.uploads import Retraining
from epa_gui.core.dataset.check import check
folder, model, training = sys.argv[1:]
open_desk = app.Program._open
def open_and_send(self, desk, instance):
    open_desk(self, desk, instance)
    reading = list(check(Path(training)))[-1]
    desk.ready.connect(lambda: desk.uploads.send(Retraining("s", model, "November", "", reading)))
app.Program._open = open_and_send
sys.exit(app.run(app.Options(data_dir=Path(folder))))
"""


_SWITCH = """
import sys
from pathlib import Path
from epa_gui import app
from epa_gui.core.jobs.job import JobKey
folder, model, job = sys.argv[1:]
open_desk = app.Program._open
def open_and_switch(self, desk, instance):
    open_desk(self, desk, instance)
    desk.ready.connect(lambda: desk.switch_coordinator.switch(JobKey(model, job), "Better", is_back=False))
app.Program._open = open_and_switch
sys.exit(app.run(app.Options(data_dir=Path(folder))))
"""


def _until(look: Callable[[], object], seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


@pytest.fixture
def folder(tmp_path: Path, practice: PracticeService, x_display: dict[str, str]) -> Path:
    """A data folder with one model, whose key is in the real keychain."""
    data = tmp_path / "data"
    data.mkdir()
    subprocess.run([sys.executable, "-c", _KEEP_KEY, MODEL, practice.api_key], env=x_display, check=True)
    with closing(Store(data / FILE_NAME)) as store:
        store.write([Model(MODEL, "Sales", Region.OWN, practice.url, "1f3a", 1.0, 1.0)])
    return data


def _start(folder: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "epa_gui", "--data-dir", str(folder)], env=environment)


def _jobs(folder: Path) -> dict[JobKey, Job]:
    with closing(Store(folder / FILE_NAME)) as store:
        return {job.key: job for job in store.contents().jobs}


def test_the_self_test_passes_on_a_real_display_with_a_real_keychain(x_display: dict[str, str], tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    command = [sys.executable, "-m", "epa_gui", "--self-test", "--report", str(report)]
    done = subprocess.run(command, env=x_display, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["keychain"] == "keyring.backends.SecretService.Keyring"
    assert told["platform"]["qt"] == "xcb"
    switches = {"switch to a second job", "switch back to the first, labelled so"}
    assert switches <= {step["name"] for step in told["steps"]}


def test_a_kill_in_mid_check_loses_nothing(folder: Path, practice: PracticeService, x_display: dict[str, str]) -> None:
    job_id = practice.start_job(seconds=3600)
    with closing(Store(folder / FILE_NAME)) as store:
        store.write([Job(job_id, MODEL, "Watched", "A note", added_at=1.0)])
    practice.misbehave(Fault.delay(30), path=job_id)
    program = _start(folder, x_display)
    _until(lambda: any(seen.path.endswith(job_id) for seen in practice.requests))
    program.kill()
    program.wait()
    assert [(job.id, job.name, job.note) for job in _jobs(folder).values()] == [(job_id, "Watched", "A note")]

    program = _start(folder, x_display)
    try:
        _until(lambda: sum(seen.path.endswith(job_id) for seen in practice.requests) > 1)
        _until(lambda: _jobs(folder)[JobKey(MODEL, job_id)].status)
    finally:
        program.kill()
        program.wait()


def test_a_kill_in_mid_download_loses_nothing_and_it_goes_on_from_there(
    folder: Path, practice: PracticeService, x_display: dict[str, str], tmp_path: Path
) -> None:
    job_id = practice.start_job(seconds=0)
    content = os.urandom(3_000_000)
    practice.set_results(job_id, content, "results.bin")
    with closing(Store(folder / FILE_NAME)) as store:
        store.write([Job(job_id, MODEL, "Big", added_at=1.0, status="job_finished", has_file=True)])
    target = tmp_path / "保存 先" / "results.bin"
    target.parent.mkdir()
    part = target.with_name("results.bin.part")
    save = [sys.executable, "-c", _SAVE, str(folder), MODEL, job_id, str(target)]
    practice.misbehave(Fault.drip(0.00001), path="/results/")
    program = subprocess.Popen(save, env=x_display)
    _until(lambda: part.exists() and part.stat().st_size > 1000)
    _until(lambda: (_jobs(folder)[JobKey(MODEL, job_id)].partial or Job).etag)  # type: ignore[union-attr]
    program.kill()
    program.wait()
    there = part.stat().st_size
    assert 0 < there < len(content)
    assert not target.exists()

    program = _start(folder, x_display)
    try:
        problem = [ProblemKind.INTERRUPTED]
        _until(lambda: [job.save_problem.kind for job in _jobs(folder).values() if job.save_problem] == problem)
    finally:
        program.kill()
        program.wait()
    practice.forget_requests()
    program = subprocess.Popen(save, env=x_display)
    try:
        _until(target.exists)
    finally:
        program.terminate()
        program.wait()
    assert target.read_bytes() == content
    assert practice.requests[-1].headers["range"] == f"bytes={there}-"


def test_a_kill_in_mid_upload_leaves_a_job_that_says_so(
    folder: Path, practice: PracticeService, x_display: dict[str, str], tmp_path: Path
) -> None:
    training = tmp_path / "学習.csv"
    training.write_text("a,b\n" + "1,2\n" * 100_000, encoding="utf-8")
    practice.misbehave(Fault.delay(60), path="/uploads/")
    program = subprocess.Popen([sys.executable, "-c", _SEND, str(folder), MODEL, str(training)], env=x_display)
    _until(lambda: any(seen.method == "PUT" for seen in practice.requests))
    _until(lambda: [job.is_uploading for job in _jobs(folder).values()] == [True])
    program.kill()
    program.wait()

    program = _start(folder, x_display)
    try:
        problem = [ProblemKind.SEND_INTERRUPTED]
        _until(lambda: [job.send_problem.kind for job in _jobs(folder).values() if job.send_problem] == problem)
    finally:
        program.kill()
        program.wait()
    (job,) = _jobs(folder).values()
    assert job.name == "November"
    assert job.upload is not None
    assert (job.upload.training, job.upload.rows) == (str(training), 100_000)
    assert b"X-Amz-Signature" not in (folder / FILE_NAME).read_bytes()


def test_a_kill_between_request_and_answer_of_a_switch_leaves_it_not_confirmed(
    folder: Path, practice: PracticeService, x_display: dict[str, str]
) -> None:
    job_id = practice.start_job(seconds=0)
    with closing(Store(folder / FILE_NAME)) as store:
        store.write([Job(job_id, MODEL, "November", added_at=1.0, status="job_finished", has_file=True)])
    practice.misbehave(Fault.delay(5), path="update_model")
    program = subprocess.Popen([sys.executable, "-c", _SWITCH, str(folder), MODEL, job_id], env=x_display)
    _until(lambda: any(seen.path.endswith("update_model") for seen in practice.requests))
    program.kill()
    program.wait()
    assert _switches(folder) == [(EventKind.SWITCH_ASKED, "November", "")], "on record before it was sent"

    program = _start(folder, x_display)
    try:
        problem = [ProblemKind.SWITCH_UNANSWERED]
        _until(lambda: [job.switch_problem.kind for job in _jobs(folder).values() if job.switch_problem] == problem)
        _until(lambda: len(_switches(folder)) == 2)
    finally:
        program.kill()
        program.wait()
    assert _switches(folder)[1] == (EventKind.SWITCH_ENDED, "November", "not confirmed")
    _until(lambda: practice.live_job() == job_id)  # it had happened all the same: nobody here could know
    with closing(Store(folder / FILE_NAME)) as store:
        assert store.verify_history().broken_at is None
        assert b"update_model" not in (folder / FILE_NAME).read_bytes()
    assert sum(seen.path.endswith("update_model") for seen in practice.requests) == 1, "never sent again by itself"


def _switches(folder: Path) -> list[tuple[EventKind, str, str]]:
    with closing(Store(folder / FILE_NAME)) as store:
        return [(event.kind, event.job_name, event.text("outcome")) for event in store.contents().switches]
