"""Trying the live model: only when told, each request announced, and what fails after a switch is said loudest."""

import contextlib
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QMenu, QSpinBox, QTreeView
from pytestqt.qtbot import QtBot

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.jobs.account import PREDICTION_KEY
from epa_gui.core.jobs.job import Job, Upload
from epa_gui.core.jobs.model import Model
from epa_gui.core.keys.bound_key import BoundKey
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.core.service.redaction import redacted
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base import formatting
from epa_gui.ui.base.command import SwitchTo
from epa_gui.ui.base.message import Message
from epa_gui.ui.base.tinting import FAILED
from epa_gui.ui.window.notice import Notice
from tests.gui.at_desk import AtDesk, Clock
from tests.gui.test_live_from_service import connect, pass_until, until_said

SLOW = Fault(seconds=0.2)
BOX = "Check predictions before and after every switch"


def rows_file(folder: Path, count: int = 6, encoding: str = "utf-8-sig", *, with_target: bool = True) -> Path:
    """Rows for the generated sample's model."""
    lines = ["visits,plan,weekday" + (",stays" if with_target else "")]
    for row in range(count):
        fields = [str((row * 13) % 40), ("basic", "plus", "pro")[row % 3], str(row % 7)]
        lines.append(",".join([*fields, *(["yes"] if with_target else [])]))
    path = folder / "rows.csv"
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def training(*, is_turned: bool) -> bytes:
    """The generated sample's rows, or such with the two classes the other way round."""
    lines = ["visits,plan,weekday,stays"]
    for row in range(200):
        visits, plan = row * 7 % 40, ("basic", "plus", "pro")[row * 5 % 3]
        stays = visits + (10 if plan == "pro" else 0) + row * 11 % 13 > 26
        lines.append(f"{visits},{plan},{row % 7},{'yes' if stays is not is_turned else 'no'}")
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def asked(practice: PracticeService) -> int:
    """How many predictions the service was asked for, whatever it answered."""
    return sum("/inference" in seen.path for seen in practice.requests)


def open_check(desk: AtDesk) -> QDialog:
    desk.until(desk.actions.prediction_check.isEnabled)
    desk.actions.prediction_check.trigger()
    return desk.dialog("Prediction check for “Sales forecast”")


def key_of(practice: PracticeService) -> str:
    api = practice.prediction_api()
    assert api is not None
    return api.key


def fill_in(desk: AtDesk, practice: PracticeService, file: Path | None, *, rows: int = 5, key: str = "") -> QDialog:
    form = open_check(desk)
    desk.field(form, "Prediction address", QLineEdit).setText(practice.prediction_address())
    desk.field(form, "Prediction key", QLineEdit).setText(key or key_of(practice))
    if file is not None:
        desk.field(form, "File with rows", QLineEdit).setText(str(file))
    desk.field(form, "Number of rows", QSpinBox).setValue(rows)
    return form


def tick(desk: AtDesk, form: QDialog) -> None:
    """Set the box by the keyboard."""
    QTest.keyClick(desk.button(form, BOX), Qt.Key.Key_Space)


def run(desk: AtDesk, form: QDialog) -> None:
    desk.press(form, "Run check")
    desk.until(desk.button(form, "Run check").isEnabled)


def answers(desk: AtDesk, form: QDialog, name: str = "Predictions") -> list[list[str]]:
    model = desk.field(form, name, QTreeView).model()
    return [[str(model.index(row, at).data()) for at in range(4)] for row in range(model.rowCount())]


def events(desk: AtDesk, *kinds: EventKind) -> list[HistoryEvent]:
    return [event for event in desk.history() if event.kind in kinds]


def until_recorded(desk: AtDesk, kind: EventKind) -> HistoryEvent:
    return desk.until(lambda: next(iter(events(desk, kind)), None))


def loud(desk: AtDesk) -> list[Message]:
    return [message for message in desk.window.messages.messages() if message.is_loud]


@pytest.fixture
def model(desk: AtDesk) -> Model:
    """The model at the desk, with the column it predicts."""
    found = desk.model("Sales forecast")
    assert found is not None
    known = replace(found, target="stays")
    desk.session.repository.add_model(known)
    return known


@pytest.fixture
def around(desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path) -> Model:
    """The same, with the box set; a switch takes no time at the service."""
    practice.switches.update_seconds = 0.0
    form = fill_in(desk, practice, rows_file(tmp_path))
    tick(desk, form)
    desk.press(form, "Close")
    desk.until(desk.no_dialog)
    checked = desk.session.repository.models[model.id]
    assert checked.checks_predictions
    return checked


def finished(desk: AtDesk, practice: PracticeService, name: str, *, is_turned: bool = False) -> Job:
    job_id = practice.start_job(training(is_turned=is_turned), seconds=0.0)
    key = desk.add_job(job_id, name).key
    return desk.until(lambda: desk.job(key) if desk.job(key).can_save else None)


# On demand


def test_each_row_is_one_request_and_its_answer_stands_beside_what_the_file_says(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    form = fill_in(desk, practice, rows_file(tmp_path))
    desk.until(lambda: "The first 5 row(s) of “rows.csv”" in desk.said())
    assert "sends 5 request(s)" in desk.said()
    assert "counts every request" in desk.said()
    assert "100 in total" in desk.said()
    assert asked(practice) == 0, "nothing is asked before the button"
    run(desk, form)
    assert asked(practice) == 5
    told = answers(desk, form)
    assert [line[0] for line in told] == ["1", "2", "3", "4", "5"]
    assert {line[1] for line in told} <= {"yes", "no"}
    assert all(0.5 <= float(line[2]) <= 1 for line in told)
    assert [line[3] for line in told] == ["yes"] * 5
    assert "5 of 5 row(s) answered" in desk.said()
    event = until_recorded(desk, EventKind.PREDICTIONS_CHECKED)
    assert dict(event.details) == {"rows": 5, "answered": 5, "problem": None}
    assert event.model == model.id


def test_the_address_is_recognised_and_a_foreign_one_is_never_asked(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    form = fill_in(desk, practice, rows_file(tmp_path))
    api = practice.prediction_api()
    assert api is not None
    desk.until(lambda: f"Prediction API {api.id}" in desk.said())
    address = desk.field(form, "Prediction address", QLineEdit)
    address.setText("https://evil.example/v1/groups/g/classifiers/abc/inference")
    assert "only from the service’s own addresses" in desk.said()
    desk.press(form, "Run check")
    assert desk.session.repository.models[model.id].prediction_address == ""
    address.setText("https://developer-api.predictionone.sony.biz/v1/external")
    desk.press(form, "Run check")
    assert "not the address of a prediction API" in desk.said()
    assert asked(practice) == 0


def test_the_key_is_kept_in_the_keychain_alone_and_shown_masked(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path, keychain: SessionKeychain
) -> None:
    key = key_of(practice)
    form = fill_in(desk, practice, rows_file(tmp_path))
    run(desk, form)
    field = desk.field(form, "Prediction key", QLineEdit)
    assert field.text() == ""
    assert f"••••{key[-4:]}" in field.placeholderText()
    desk.until(lambda: keychain.load(model.id + PREDICTION_KEY) == key)
    kept = keychain.load(model.id + PREDICTION_KEY)
    assert isinstance(kept, BoundKey)
    assert kept.origin == practice.url
    until_recorded(desk, EventKind.PREDICTIONS_CHECKED)
    assert key not in redacted(f"pasted {key} somewhere")
    for path in desk.folder.rglob("*"):
        if path.is_file():
            assert key.encode() not in path.read_bytes(), path
    assert key not in desk.said()


def test_a_kept_key_goes_to_no_other_address(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    form = fill_in(desk, practice, rows_file(tmp_path))
    run(desk, form)
    other = practice.prediction_address().replace(practice.url, "http://127.0.0.1:9")
    desk.field(form, "Prediction address", QLineEdit).setText(other)
    desk.press(form, "Run check")
    assert "entered for another address" in desk.said()
    assert desk.session.repository.models[model.id].prediction_address == practice.prediction_address()


def test_a_forgotten_key_is_gone_and_nothing_is_asked_around_switches(
    desk: AtDesk, around: Model, keychain: SessionKeychain
) -> None:
    entry = around.id + PREDICTION_KEY
    desk.until(lambda: keychain.load(entry))
    form = open_check(desk)
    desk.press(form, "Delete key")
    desk.until(lambda: keychain.load(entry) is None)
    assert not desk.button(form, BOX).isChecked()
    assert not desk.session.repository.models[around.id].checks_predictions
    desk.press(form, "Run check")
    assert "Paste the prediction key." in desk.said()


def test_cancelling_asks_about_no_further_row(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    practice.misbehave(SLOW, times=-1, path="/inference")
    form = fill_in(desk, practice, rows_file(tmp_path, 20), rows=20)
    desk.press(form, "Run check")
    desk.until(lambda: asked(practice) >= 1)
    desk.press(form, "Cancel")
    desk.until(desk.button(form, "Run check").isEnabled)
    count = asked(practice)
    assert 1 <= count < 20
    assert "Canceled:" in desk.said()
    assert [line[1] for line in answers(desk, form)].count("Not sent") == 20 - count
    desk.qtbot.wait(200)
    assert asked(practice) == count


def test_closing_the_form_ends_the_check(desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path) -> None:
    practice.misbehave(SLOW, times=-1, path="/inference")
    form = fill_in(desk, practice, rows_file(tmp_path, 20), rows=20)
    desk.press(form, "Run check")
    desk.until(lambda: asked(practice) >= 1)
    desk.press(form, "Close")
    event = until_recorded(desk, EventKind.PREDICTIONS_CHECKED)
    rows = event.number("rows")
    assert rows is not None
    assert asked(practice) == rows < 20


def test_a_refused_key_is_told_at_its_row_and_the_others_are_not_asked(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    form = fill_in(desk, practice, rows_file(tmp_path), key="not-the-prediction-key")
    run(desk, form)
    told = [line[1] for line in answers(desk, form)]
    assert told == ["The prediction API refused this request.", *["Not sent"] * 4]
    assert asked(practice) == 1
    assert "The prediction key may be wrong" in desk.said()
    assert "0 of 5 row(s) answered" in desk.said()


def test_a_stopped_prediction_api_is_told(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    practice.stop_prediction_api()
    form = fill_in(desk, practice, rows_file(tmp_path))
    run(desk, form)
    assert answers(desk, form)[0][1] == "The prediction API is not running."
    assert "Start it in the console" in desk.said()


def test_the_end_of_a_trial_is_told_at_the_row_that_met_it(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    practice.switches.prediction_limit = 2
    form = fill_in(desk, practice, rows_file(tmp_path))
    run(desk, form)
    told = [line[1] for line in answers(desk, form)]
    assert set(told[:2]) <= {"yes", "no"}
    assert told[2:] == ["The prediction API refused this request.", "Not sent", "Not sent"]
    assert "the 100 requests of a trial may be used up" in desk.said()


def test_a_row_that_is_not_understood_does_not_keep_the_others_from_being_asked(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    path = tmp_path / "other.csv"
    path.write_text("height,width\n1,2\n3,4\n", encoding="utf-8")
    form = fill_in(desk, practice, path)
    run(desk, form)
    assert [line[1] for line in answers(desk, form)] == ["The prediction API could not use this row."] * 2
    assert asked(practice) == 2, "one request a row, and none again"


# The rows


def test_the_last_evaluation_file_is_offered_while_it_is_there(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    path = rows_file(tmp_path)
    for number, file in enumerate((path, tmp_path / "gone.csv")):
        upload = Upload("training.csv", str(file))
        job = Job(practice.start_job(), model.id, upload=upload, added_at=float(number + 1))
        desk.session.repository.add_jobs([job])
    form = open_check(desk)
    desk.until(lambda: desk.field(form, "File with rows", QLineEdit).text() == str(path))
    assert asked(practice) == 0


def test_a_remembered_file_that_is_gone_is_told(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    path = rows_file(tmp_path)
    form = fill_in(desk, practice, path)
    run(desk, form)
    desk.press(form, "Close")
    desk.until(desk.no_dialog)
    path.unlink()
    form = open_check(desk)
    desk.until(lambda: "This file no longer exists." in desk.said())
    before = asked(practice)
    run(desk, form)
    assert asked(practice) == before


def test_of_a_long_file_only_the_first_rows_are_asked_and_never_more_than_twenty(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    form = fill_in(desk, practice, rows_file(tmp_path, 500))
    most = desk.field(form, "Number of rows", QSpinBox)
    assert most.maximum() == 20
    most.setValue(500)
    desk.until(lambda: "sends 20 request(s)" in desk.said() and "40 request(s) per switch" in desk.said())
    assert "sends 20 request(s)" in desk.button(form, "Run check").accessibleDescription()
    most.setValue(2)
    desk.until(lambda: "The first 2 row(s)" in desk.said())
    run(desk, form)
    assert asked(practice) == 2


def test_a_shift_jis_file_is_read_as_a_training_file_is(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    desk.session.repository.add_model(replace(model, target="退会"))
    path = tmp_path / "行.csv"
    lines = ["訪問,プラン,曜日,退会", "3,標準,月曜日,いいえ", "30,法人契約,火曜日,はい"]
    path.write_bytes("\r\n".join(lines).encode("cp932"))
    form = fill_in(desk, practice, path)
    desk.until(lambda: "The first 2 row(s) of “行.csv”. “退会” is not sent" in desk.said())
    run(desk, form)
    assert [line[3] for line in answers(desk, form)] == ["いいえ", "はい"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no rows"),
        (b"a,b\n", "no rows"),
        (b"PK\x03\x04" + b"\0" * 60, "does not contain a table"),
        (b"a,a\n1,2\n", "same name"),
        (b"a,b,stays\n1,2,yes\n1,2,3,4,no\n", "Row 3 has 5 field(s) instead of 3."),
        (b"stays\nyes\n", "only the column to predict"),
    ],
)
def test_what_is_wrong_with_a_file_of_rows_is_told_and_nothing_is_asked(
    desk: AtDesk, model: Model, tmp_path: Path, content: bytes, words: str
) -> None:
    practice = desk.practice
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    form = fill_in(desk, practice, path)
    desk.until(lambda: words in desk.said())
    run(desk, form)
    assert asked(practice) == 0


# Around a switch


def test_without_the_box_a_switch_asks_for_no_prediction(
    desk: AtDesk, practice: PracticeService, model: Model, tmp_path: Path
) -> None:
    form = fill_in(desk, practice, rows_file(tmp_path))
    run(desk, form)
    desk.press(form, "Close")
    desk.until(desk.no_dialog)
    before = asked(practice)
    desk.switch(finished(desk, practice, "November"))
    desk.qtbot.wait(200)
    assert asked(practice) == before


def test_the_box_stays_empty_without_address_key_and_rows(
    desk: AtDesk, practice: PracticeService, model: Model
) -> None:
    form = open_check(desk)
    tick(desk, form)
    assert not desk.button(form, BOX).isChecked()
    assert "Paste the prediction address." in desk.said()
    assert not desk.session.repository.models[model.id].checks_predictions


def test_the_same_rows_are_asked_before_and_after_a_switch_and_shown_side_by_side(
    desk: AtDesk, practice: PracticeService, around: Model
) -> None:
    october = finished(desk, practice, "October")
    desk.switch(october)
    until_recorded(desk, EventKind.PREDICTIONS_COMPARED)
    assert asked(practice) == 10, "five before and five after"
    november = finished(desk, practice, "November", is_turned=True)
    desk.switch(november)
    desk.until(lambda: len(events(desk, EventKind.PREDICTIONS_COMPARED)) == 2)
    assert asked(practice) == 20
    event = events(desk, EventKind.PREDICTIONS_COMPARED)[-1]
    assert event.job == november.id
    assert event.details["rows"] == event.details["answered"] == 5
    changed = event.number("changed")
    assert changed is not None
    assert changed >= 1
    desk.select(november)
    desk.until(lambda: "prediction(s) changed" in desk.said())
    assert "→" in desk.said()
    desk.press(desk.window.details, "Show…")
    dialog = desk.dialog("Predictions before and after the switch")
    told = answers(desk, dialog, "Predictions before and after the switch")
    assert len(told) == 5
    first = told[0]
    assert first[1].split()[0] != first[2].split()[0], "another prediction comes first"
    assert first[3].startswith("different prediction")
    assert not loud(desk)
    dialog.close()


def test_what_was_compared_is_still_shown_after_the_next_start(
    new_desk: Callable[[], AtDesk], desk: AtDesk, practice: PracticeService, around: Model
) -> None:
    november = finished(desk, practice, "November", is_turned=True)
    desk.switch(november)
    until_recorded(desk, EventKind.PREDICTIONS_COMPARED)
    desk.close()
    again = new_desk()
    again.until(lambda: november.key in again.session.repository.jobs)
    again.select(again.job(november.key))
    again.until(lambda: "5 of 5 row(s) answered" in again.said())


def test_nothing_of_the_rows_themselves_is_kept(
    desk: AtDesk, practice: PracticeService, around: Model, tmp_path: Path
) -> None:
    marker = "plus-marker-7731"
    path = rows_file(tmp_path)
    path.write_text(path.read_text(encoding="utf-8-sig").replace("plus", marker), encoding="utf-8-sig")
    desk.switch(finished(desk, practice, "November"))
    until_recorded(desk, EventKind.PREDICTIONS_COMPARED)
    with contextlib.closing(sqlite3.connect(desk.folder / FILE_NAME)) as connection:
        dump = "\n".join(connection.iterdump())
    assert marker not in dump
    assert key_of(practice) not in dump
    records = json.loads(desk.session.repository.stored["prediction comparisons"])
    assert len(records[0]["before"]) == 5


def test_cancelling_before_the_switch_leaves_the_live_model(
    desk: AtDesk, practice: PracticeService, around: Model
) -> None:
    job = finished(desk, practice, "November")
    practice.stop_prediction_api()
    dialog = confirmed(desk, job)
    desk.until(lambda: "0 of 5 row(s) answered" in desk.said())
    assert "Nothing has been switched yet" in desk.said()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.until(desk.no_dialog)
    assert practice.live_job() is None
    assert not events(desk, EventKind.SWITCH_ASKED)


def confirmed(desk: AtDesk, job: Job) -> QDialog:
    """Decide on a switch; what asks first."""
    dialog = desk.open_switch(job)
    desk.field(dialog, "Reason", QLineEdit).setText("It is better")
    button = desk.button(dialog, "Switch model")
    desk.until(button.wait_is_over)  # type: ignore[attr-defined]
    QTest.keyClick(button, Qt.Key.Key_Space)
    return desk.dialog("Prediction check before the switch")


def test_a_person_may_switch_although_rows_were_not_answered(
    desk: AtDesk, practice: PracticeService, around: Model
) -> None:
    job = finished(desk, practice, "November")
    practice.switches.prediction_limit = 3
    dialog = confirmed(desk, job)
    desk.press(dialog, "Switch anyway")
    desk.until(lambda: practice.live_job() == job.id)


def test_rows_that_are_gone_before_the_switch_are_told_and_nothing_is_asked(
    desk: AtDesk, practice: PracticeService, around: Model, tmp_path: Path
) -> None:
    job = finished(desk, practice, "November")
    (tmp_path / "rows.csv").unlink()
    dialog = confirmed(desk, job)
    desk.until(lambda: "The rows for the prediction check cannot be read" in desk.said())
    assert "This file no longer exists." in desk.said()
    desk.press(dialog, "Switch anyway")
    desk.until(lambda: practice.live_job() == job.id)
    desk.qtbot.wait(100)
    assert asked(practice) == 0


def fail_after(desk: AtDesk, practice: PracticeService, job: Job) -> Message:
    """Switch to a job; from the moment it is live, its prediction API does not run."""
    dialog = desk.open_switch(job)
    desk.field(dialog, "Reason", QLineEdit).setText("It is better")
    stop = practice.stop_prediction_api
    coordinator = desk.session.switch_coordinator
    original = coordinator.switch

    def switch_and_stop(*args: object, **kwargs: object) -> bool:
        stop()
        return original(*args, **kwargs)  # type: ignore[arg-type]

    coordinator.switch = switch_and_stop  # type: ignore[method-assign]
    desk.confirm_switch(dialog)
    return desk.until(lambda: next(iter(loud(desk)), None))


def test_an_answer_that_fails_after_the_switch_is_the_loudest_message_with_the_way_back(
    desk: AtDesk, practice: PracticeService, around: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice] = []
    notifier = desk.session._controllers.notifier
    monkeypatch.setattr(notifier, "_desktop", object())
    monkeypatch.setattr(notifier, "_show", told.append)
    monkeypatch.setattr(notifier, "stop", lambda: None)
    monkeypatch.setattr(desk.window, "isActiveWindow", lambda: False)
    october = finished(desk, practice, "October")
    desk.switch(october)
    until_recorded(desk, EventKind.PREDICTIONS_COMPARED)
    november = finished(desk, practice, "November")
    told.clear()
    message = fail_after(desk, practice, november)
    text = message.text
    assert "After the switch to “November”, the prediction API of “Sales forecast” answered 0 of 5 row(s)." in text
    assert "The prediction API is not running." in text
    assert "Users of the prediction API now get errors instead of predictions." in text
    assert "Switch back to “October”" in text
    assert message.action == SwitchTo(october.key)
    bar = desk.window.messages
    assert bar._warnings._color == FAILED
    bar.say(lambda: Message("Something else is wrong", is_trouble=True, comes_first=True))
    assert bar._warnings._lines[0].message is message, "it stays before all other trouble"
    assert "answered 0 of 5 row(s)." in desk.said(), "and is not folded away by it"
    desk.qtbot.wait(50)
    assert message in bar.messages()
    desk.until(lambda: any("Predictions missing after the switch" in notice.title for notice in told))
    desk.press(bar, "Switch back…")
    dialog = desk.dialog("Switch model")
    assert "October" in dialog.accessibleDescription()
    dialog.reject()
    monkeypatch.setattr(notifier, "_desktop", None)
    event = events(desk, EventKind.PREDICTIONS_COMPARED)[-1]
    assert event.details["answered"] == 0
    assert event.details["problem"] == "prediction API not running"


def test_the_loud_message_is_over_when_the_rows_are_answered_after_the_next_switch(
    desk: AtDesk, practice: PracticeService, around: Model
) -> None:
    october = finished(desk, practice, "October")
    fail_after(desk, practice, finished(desk, practice, "November"))
    del desk.session.switch_coordinator.__dict__["switch"]  # what `fail_after` has put there
    practice.stop_prediction_api(stopped=False)
    desk.switch(october)
    desk.until(lambda: not loud(desk))
    assert "Predictions around the switch to “October”" in desk.said()


def test_the_loud_message_is_over_when_the_service_says_that_the_prediction_api_runs_again(
    desk: AtDesk, practice: PracticeService, around: Model
) -> None:
    fail_after(desk, practice, finished(desk, practice, "November"))
    connect(desk, practice)
    until_said(desk)
    assert loud(desk), "the service says that it does not run"
    assert "get errors instead of predictions" in desk.said()
    practice.stop_prediction_api(stopped=False)
    pass_until(desk, lambda: not loud(desk), step=300)
    assert "get errors" not in desk.said()


def test_what_failed_after_a_switch_is_told_later_with_when_it_was(
    desk: AtDesk, practice: PracticeService, around: Model
) -> None:
    november = finished(desk, practice, "November")
    fail_after(desk, practice, november)
    when = formatting.moment(desk.clock(), desk.clock(), is_exact=False)
    desk.window.messages.close_message()
    desk.select(november)
    desk.until(lambda: f"At {when}, the prediction API was not running." in desk.said())
    assert "The prediction API is not running" not in desk.said()
    desk.press(desk.window.details, "Show…")
    dialog = desk.dialog("Predictions before and after the switch")
    assert f"At {when}, the prediction API was not running." in dialog.accessibleDescription()
    dialog.close()


def test_while_a_switch_goes_on_nothing_is_told_of_the_predictions_around_an_earlier_one(
    desk: AtDesk, practice: PracticeService, around: Model
) -> None:
    october = finished(desk, practice, "October")
    desk.switch(october)
    until_recorded(desk, EventKind.PREDICTIONS_COMPARED)
    when = formatting.moment(desk.clock(), desk.clock(), is_exact=False)
    desk.select(october)
    desk.until(lambda: f"5 of 5 row(s) answered at {when}" in desk.said())
    desk.switch(finished(desk, practice, "November"))
    desk.until(lambda: len(events(desk, EventKind.PREDICTIONS_COMPARED)) == 2)
    connect(desk, practice)
    until_said(desk)
    desk.until(lambda: desk.job(october.key).service_model_id)
    practice.switches.update_seconds = 80.0
    desk.switch(october)
    desk.select(desk.job(october.key))
    coordinator = desk.session.switch_coordinator
    desk.until(lambda: coordinator.coming(around.id))
    told = desk.window.details
    desk.until(lambda: coordinator.live_state_of(desk.job(october.key)) is LiveState.SWITCHING)
    assert not desk.shows_button(told, "Show…")
    pass_until(desk, lambda: desk.shows_button(told, "Show…"))
    assert coordinator.live_state_of(desk.job(october.key)) is LiveState.LIVE


def test_without_an_earlier_job_the_loud_message_says_what_to_do_in_the_console(
    desk: AtDesk, practice: PracticeService, around: Model
) -> None:
    message = fail_after(desk, practice, finished(desk, practice, "November"))
    assert message.button == ""
    assert "The list has no earlier job to switch back to." in message.text
    assert "“Create API” (API作成)" in message.text


def test_the_loud_message_offers_no_way_back_to_a_job_that_was_removed(
    desk: AtDesk, practice: PracticeService, around: Model
) -> None:
    october = finished(desk, practice, "October")
    desk.switch(october)
    until_recorded(desk, EventKind.PREDICTIONS_COMPARED)
    fail_after(desk, practice, finished(desk, practice, "November"))
    desk.session.repository.remove_jobs([october.key])
    assert loud(desk)
    assert not desk.shows_button(desk.window.messages, "Switch back…")


# Models that go, and practice


def test_a_removed_models_prediction_key_is_deleted_too(desk: AtDesk, around: Model, keychain: SessionKeychain) -> None:
    entry = around.id + PREDICTION_KEY
    desk.until(lambda: keychain.load(entry))
    desk.session.repository.remove_model(around.id)
    desk.close()
    assert keychain.load(entry) is None


def test_practice_tells_the_address_and_the_key_and_both_hold_at_another_port(
    qtbot: QtBot, tmp_path: Path, clock: Clock, keychain: SessionKeychain
) -> None:
    desks: list[AtDesk] = []

    def check(practice: PracticeService, key: str) -> None:
        at = AtDesk(qtbot, tmp_path, clock, practice, keychain, is_practice=True)
        desks.append(at)  # both live as long as the test
        at.until(at.actions.prediction_check.isEnabled)
        at.actions.prediction_check.trigger()
        form = at.dialog("Prediction check for “Customer churn”")
        address = practice.prediction_address()
        assert at.field(form, "Prediction address", QLineEdit).text() == address
        assert f"prediction address is {address}" in at.said()
        assert key_of(practice) in at.said()
        if key:
            at.field(form, "Prediction key", QLineEdit).setText(key)
            at.field(form, "File with rows", QLineEdit).setText(str(rows_file(tmp_path)))
        run(at, form)
        assert "5 of 5 row(s) answered" in at.said()
        assert asked(practice) == 5
        at.press(form, "Close")
        at.until(at.no_dialog)
        at.close()

    with PracticeService(tmp_path / "practice", clock=clock) as first:
        check(first, key_of(first))
    with PracticeService(tmp_path / "practice", clock=clock) as second:
        assert second.url != first.url
        check(second, "")


def test_the_model_menu_offers_it(desk: AtDesk, model: Model) -> None:
    menu = QMenu()
    desk.actions.fill_model_menu(menu)
    assert "Prediction check…" in [action.text() for action in menu.actions()]


def test_a_screen_reader_that_toggles_the_box_is_taken_at_its_word(desk: AtDesk, around: Model) -> None:
    form = open_check(desk)
    box = next(
        box for box in form.findChildren(QCheckBox) if box.text() == "Check predictions before and after every switch"
    )
    assert box.isChecked()
    box.toggle()  # as accessibility does it: no click comes of that
    desk.until(lambda: not desk.session.repository.models[around.id].checks_predictions)
    form.reject()
