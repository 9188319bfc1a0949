"""A file with faults that a program can mend is mended in the copy that is sent, and all of that is on record."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.dataset.repair import RepairKind
from epa_gui.core.dataset.roles import Role
from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.copy_step import CopyStep, from_json
from epa_gui.practice import Fault
from tests.gui.at_desk import AtDesk

_ROWS = [f"{at},{'word' if at % 3 else 'other'}\u200b,{'yes' if at % 2 else 'no'}" for at in range(300)]
_FAULTY = ["Report of May,,", ",,", "id ,note,left", *_ROWS]
_CLEAN = ["id,note,left", *(row.replace("\u200b", "") for row in _ROWS)]
KINDS = ["encoding", "rows", "names", "characters"]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "may.csv"
    path.write_text("\r\n".join(_FAULTY) + "\r\n", encoding="utf-8", newline="")
    return path


def _mend(desk: AtDesk, path: Path) -> None:
    """Drop the file on the window and put right all that can be; titles hide what is below them."""
    desk.drop(path)
    desk.dialog("New retraining")
    inspection = desk.session.file_inspection
    desk.until(lambda: inspection.now.files and not inspection.now.is_reading)
    while inspection.now.offered():
        inspection.repair_all()
        desk.until(lambda: not inspection.now.is_reading)


def _kinds(steps: tuple[CopyStep, ...]) -> list[str]:
    return [step.kind for step in steps]


def test_what_was_checked_is_sent_and_told_in_the_history(desk: AtDesk, faulty: Path) -> None:
    before = faulty.read_bytes()
    _mend(desk, faulty)
    desk.send(desk.dialog("New retraining"))
    job = desk.until(lambda: next((job for job in desk.jobs() if job.started_at), None))
    sent = (desk.practice_folder / "jobs" / job.id / "training").read_bytes()
    assert sent.decode("utf-8-sig") == "\r\n".join(_CLEAN) + "\r\n"
    assert faulty.read_bytes() == before
    begun = next(event for event in desk.history() if event.kind is EventKind.UPLOAD_BEGUN)
    assert _kinds(from_json(begun.text("file_steps"))) == KINDS
    assert begun.text("file_sha256") == hashlib.sha256(before).hexdigest()
    assert begun.text("file_copy_sha256") == begun.text("sent_sha256") == hashlib.sha256(sent).hexdigest()
    profile = desk.session.repository.profiles[job.model]
    assert [column.name for column in profile.columns] == ["id", "note", "left"]
    assert (profile.rows, profile.columns[1].labels) == (300, ("other", "word"))


def test_sending_again_does_the_same_again(new_desk: Callable[[], AtDesk], faulty: Path) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    desk.practice.misbehave(Fault.delay(30.0), path="/uploads/", times=-1)
    _mend(desk, faulty)
    desk.send(desk.dialog("New retraining"))
    desk.until(lambda: desk.no_dialog() and desk.rows())
    desk.close()
    desk = new_desk()
    desk.until(lambda: desk.rows() and desk.jobs()[0].send_problem)
    desk.select(desk.jobs()[0])
    desk.press(desk.window, "Send again…")
    inspection = desk.session.file_inspection
    desk.until(lambda: inspection.now.files and not inspection.now.is_reading)
    assert {repair.kind for repair in inspection.now.repairs[Role.TRAINING]} >= set(RepairKind) & set(KINDS[1:])
    assert _kinds(inspection.now.steps(Role.TRAINING)) == KINDS
    assert not inspection.now.offered()
