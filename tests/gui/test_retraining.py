"""New retraining: from a dropped file to a job, told as a person would live it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTableView,
    QToolBar,
    QTreeView,
)

from epa_gui.core.dataset.roles import Role
from epa_gui.core.jobs.job import Job, Stage
from epa_gui.practice import Fault
from epa_gui.ui.base import formatting
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.retraining.uploads import Retraining
from tests.gui.at_desk import AtDesk

_HEADER = "customer,region,months,state"


def _rows(count: int, first: int = 0) -> list[str]:
    regions = ("東京", "大阪", "福岡")
    return [
        f"C{n:05},{regions[n % 3]},{n % 60 + 1},{'解約' if n % 7 == 0 else '継続'}" for n in range(first, first + count)
    ]


def _write(path: Path, lines: Sequence[str], encoding: str = "cp932") -> Path:
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


@pytest.fixture
def training(tmp_path: Path) -> Path:
    return _write(tmp_path / "顧客_学習.csv", [_HEADER, *_rows(300)])


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    return _write(tmp_path / "顧客_評価.csv", [_HEADER, *_rows(60, 1000)])


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """More than the connection takes before the storage reads: its sending lasts as long as the storage hesitates."""
    path = tmp_path / "大きい.csv"
    path.write_text("a,b\n" + "".join(f"{n},{n * 7}\n" for n in range(1_500_000)), encoding="utf-8")
    return path


def _open_with(desk: AtDesk, *paths: Path) -> QDialog:
    desk.drop(*paths)
    form = desk.dialog("New retraining")
    desk.until(lambda: not desk.shows_button(form, "Stop checking"))
    return form


def _the_job(desk: AtDesk) -> Job:
    return desk.jobs()[0]


def _send(desk: AtDesk, *paths: Path, name: str = "") -> Job:
    form = _open_with(desk, *paths)
    if name:
        desk.name_retraining(form, name)
    desk.send(form)
    desk.until(lambda: desk.no_dialog() and desk.rows())
    return _the_job(desk)


def _visible_text(form: QDialog) -> str:
    texts = "\n".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())
    return texts.replace("\u200b", "")  # where a long word may be broken


def _found(desk: AtDesk, form: QDialog) -> str:
    return "\n".join(line[0] for line in desk.findings(form))


def test_two_dropped_shift_jis_files_become_a_finished_job(desk: AtDesk, training: Path, evaluation: Path) -> None:
    form = _open_with(desk, evaluation, training)
    assert desk.field(form, "Training file", QLineEdit).text() == str(training)
    assert desk.field(form, "Evaluation file", QLineEdit).text() == str(evaluation)
    assert "Ready to send" in _visible_text(form)
    desk.name_retraining(form, "十一月")
    desk.send(form)
    job = desk.until(lambda: next(iter(desk.jobs()), None))
    desk.until(desk.no_dialog)
    assert job.title == "十一月"
    desk.until(lambda: desk.job(job.key).started_at)
    desk.practice.finish(job.id)
    desk.pass_time(3600)
    finished = desk.until(lambda: desk.job(job.key) if desk.job(job.key).stage is Stage.FINISHED else None)
    desk.save_results(finished)
    profile = desk.session.repository.profiles[job.model]
    assert (profile.rows, profile.file_name) == (300, training.name)
    assert [column.name for column in profile.columns] == _HEADER.split(",")


def test_the_key_never_goes_where_the_file_goes(desk: AtDesk, training: Path) -> None:
    _send(desk, training)
    desk.until(lambda: _the_job(desk).started_at)
    assert desk.to_storage()
    assert not any("x-api-key" in headers for headers in desk.to_storage())


def test_while_it_is_sent_the_job_reads_uploading_and_can_be_cancelled(desk: AtDesk, large: Path) -> None:
    desk.practice.misbehave(Fault.delay(30.0), path="/uploads/")
    job = _send(desk, large, name="slow")
    desk.until(lambda: desk.cell(job, JobColumn.STANDING).startswith("Uploading"))
    desk.select(job)
    desk.press(desk.window, "Cancel upload")
    desk.until(lambda: desk.rows() == [])
    assert "was canceled. No retraining was started." in desk.said()


def test_an_expired_link_is_replaced_by_itself(desk: AtDesk, training: Path) -> None:
    expired = b"<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"
    desk.practice.misbehave(Fault.answer(403, expired), path="/uploads/")
    _send(desk, training)
    desk.until(lambda: desk.rows() and _the_job(desk).started_at)
    assert len(desk.rows()) == 1
    assert _the_job(desk).send_problem is None


def test_a_redirected_upload_does_not_count_as_sent(desk: AtDesk, training: Path) -> None:
    desk.practice.misbehave(Fault.redirect(f"{desk.practice.url}/elsewhere"), path="/uploads/", times=-1)
    job = _send(desk, training)
    desk.until(lambda: desk.job(job.key).send_problem)
    assert desk.job(job.key).started_at is None
    assert desk.session.repository.profiles == {}


def test_a_refused_key_is_said_in_the_form_which_stays_open(desk: AtDesk, training: Path) -> None:
    desk.practice.revoke_keys()
    form = _open_with(desk, training)
    desk.send(form)
    desk.until(lambda: "did not accept this model’s API key" in _visible_text(form))
    assert form.isVisible()
    assert desk.rows() == []


def test_what_stops_a_file_cannot_be_sent_and_the_form_says_why(desk: AtDesk, tmp_path: Path) -> None:
    bad = _write(tmp_path / "bad.csv", ["a,a", *["1,2"] * 200])
    form = _open_with(desk, bad)
    button = desk.button(form, "Send")
    assert not button.isEnabled()
    assert "1 problem(s) to fix" in _visible_text(form)
    assert "Fix the problem(s) first." in _visible_text(form)
    assert button.accessibleDescription() == "Fix the problem(s) first."
    form.accept()  # as Enter would
    assert desk.rows() == []
    assert not any("upload_url" in seen.path for seen in desk.practice.requests)


def test_advice_can_be_overruled(desk: AtDesk, tmp_path: Path) -> None:
    few = _write(tmp_path / "few.csv", ["a,b", *[f"{n},{n * 2}" for n in range(40)]])
    form = _open_with(desk, few)
    assert "Ready to send, with 1 suggestion(s)" in _visible_text(form)
    desk.send(form)
    desk.until(desk.rows)


def test_what_only_the_manual_forbids_is_sent_after_a_person_said_so(desk: AtDesk, tmp_path: Path) -> None:
    few = _write(tmp_path / "few.csv", ["a,a", *["1,2"] * 9])
    form = _open_with(desk, few)
    assert not desk.button(form, "Send").isEnabled()
    desk.press(form, "Send in spite of 2 problem(s)")
    desk.send(form)
    desk.until(lambda: desk.rows() and _the_job(desk).started_at)
    upload = _the_job(desk).upload
    assert upload is not None
    assert upload.overruled == ("duplicate name", "too few rows")
    desk.until(lambda: [entry for entry in desk.history() if "in_spite_of" in entry.details])
    told = {entry.details["in_spite_of"] for entry in desk.history() if "in_spite_of" in entry.details}
    assert told == {"duplicate name, too few rows"}


def test_a_file_that_nobody_could_read_cannot_be_sent_in_spite(desk: AtDesk, tmp_path: Path) -> None:
    spreadsheet = tmp_path / "a.csv"
    spreadsheet.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(5000))
    form = _open_with(desk, spreadsheet)
    assert desk.findings(form)
    assert not [box for box in form.findChildren(QCheckBox) if box.isVisible()]


def test_overruling_holds_for_what_was_seen_only(desk: AtDesk, tmp_path: Path) -> None:
    few = _write(tmp_path / "few.csv", ["a,a", *["1,2"] * 9])
    form = _open_with(desk, few)
    desk.press(form, "Send in spite of 2 problem(s)")
    _write(few, ["a,a,b,b", *["1,2,3,4"] * 9])
    desk.press(form, "Check again")
    desk.until(lambda: desk.shows_button(form, "Send in spite of 3 problem(s)"))
    assert not desk.button(form, "Send").isEnabled()


def test_one_click_converts_and_the_original_is_not_touched(desk: AtDesk, tmp_path: Path) -> None:
    lines = [_HEADER, *[f"C{n},Tokyo,{n},no" for n in range(200)], *_rows(100)]
    late = _write(tmp_path / "late.csv", lines)
    before = late.read_bytes()
    form = _open_with(desk, late)
    desk.press(form, "Convert to UTF-8")
    desk.until(lambda: [line[2] for line in desk.findings(form)] == ["Undo"])
    assert "Ready to send" in _visible_text(form)
    assert "As it will be sent: converted to UTF-8" in _visible_text(form)
    desk.send(form)
    desk.until(lambda: desk.rows() and _the_job(desk).started_at)
    sent = (desk.practice_folder / "jobs" / _the_job(desk).id / "training").read_bytes()
    assert sent == b"\xef\xbb\xbf" + before.decode("cp932").encode()
    assert late.read_bytes() == before
    assert not list(desk.folder.glob("outgoing/*"))


def test_a_file_changed_after_it_was_shown_is_not_sent(desk: AtDesk, training: Path) -> None:
    form = _open_with(desk, training)
    _write(training, [_HEADER, *_rows(301)])
    desk.send(form)
    desk.until(lambda: "changed after it was checked" in _visible_text(form))
    assert desk.rows() == []
    desk.press(form, "Check again")
    desk.until(lambda: not desk.shows_button(form, "Stop checking"))
    desk.send(form)
    desk.until(desk.rows)


def test_a_new_file_is_compared_with_the_one_sent_last(desk: AtDesk, training: Path, tmp_path: Path) -> None:
    _send(desk, training)
    desk.until(lambda: _the_job(desk).started_at)
    other = _write(tmp_path / "next.csv", ["customer,region,state,new", *[f"C{n},東京,{n},1" for n in range(300)]])
    form = _open_with(desk, other)
    desk.until(lambda: "of the file sent last are missing" in _found(desk, form))
    text = _found(desk, form)
    assert "1 column(s) of the file sent last are missing: “months”" in text
    assert "1 column(s) were not in the file sent last: “new”" in text
    assert "“state” has changed from text to number" in text
    form.reject()
    desk.until(desk.no_dialog)
    again = _open_with(desk, training)
    desk.until(lambda: "was already sent for this model" in _found(desk, again))


def test_the_target_is_told_once_and_kept(desk: AtDesk, training: Path) -> None:
    form = _open_with(desk, training)
    target = desk.field(form, "Column to predict", QComboBox)
    target.setCurrentIndex(target.findText("state"))
    target.activated.emit(target.currentIndex())
    form.reject()
    model = desk.model("Sales forecast")
    assert model is not None
    assert (model.target, model.target_is_guessed) == ("state", False)
    again = _open_with(desk, training)
    assert desk.field(again, "Column to predict", QComboBox).currentText() == "state"


def test_the_target_is_guessed_from_results_that_name_it(desk: AtDesk, training: Path) -> None:
    job = _send(desk, training)
    desk.until(lambda: desk.job(job.key).started_at)
    desk.practice.finish(job.id)
    desk.pass_time(3600)
    desk.save_results(desk.until(lambda: desk.job(job.key) if desk.job(job.key).can_save else None))
    model = desk.model("Sales forecast")
    assert model is not None
    assert (model.target, model.target_is_guessed) == ("state", True)


def test_a_dropped_response_json_becomes_a_job(desk: AtDesk, tmp_path: Path) -> None:
    job_id = desk.practice.start_job(seconds=3600.0)
    response = tmp_path / "response.json"
    response.write_text('{"retrain_job_id": "%s", "upload_url": "https://storage.example/x?sig=1"}' % job_id)  # noqa: UP031
    desk.drop(response)
    desk.until(lambda: [job.id for job in desk.jobs()] == [job_id])


def test_a_dropped_response_json_asks_which_of_two_models(desk: AtDesk, tmp_path: Path) -> None:
    desk.add_model("Second")
    job_id = desk.practice.start_job(seconds=3600.0)
    response = tmp_path / "response.json"
    response.write_text(f'{{"retrain_job_id": "{job_id}"}}')
    desk.drop(response)
    form = desk.dialog("Add job")
    assert desk.field(form, "Job ID", QPlainTextEdit).toPlainText() == job_id


def test_json_without_a_job_is_said(desk: AtDesk, tmp_path: Path) -> None:
    desk.until(lambda: "The service accepts the key" in desk.said())  # else it may take the place of what comes
    other = tmp_path / "other.json"
    other.write_text('{"a": 1}')
    desk.drop(other)
    desk.until(lambda: "There is no job ID in “other.json”." in desk.said())


def test_a_killed_upload_is_offered_again(new_desk: Callable[[], AtDesk], large: Path) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    desk.practice.misbehave(Fault.delay(30.0), path="/uploads/")
    old = _send(desk, large, name="November")
    desk.until(lambda: desk.cell(old, JobColumn.STANDING).startswith("Uploading"))
    desk.close()
    desk = new_desk()
    desk.until(lambda: desk.rows() and _the_job(desk).send_problem)
    desk.select(_the_job(desk))
    desk.until(lambda: "Sending the training file was interrupted" in desk.said())
    desk.press(desk.window, "Send again…")
    form = desk.dialog("New retraining")
    desk.until(lambda: not desk.shows_button(form, "Stop checking"))
    assert desk.field(form, "Name", QLineEdit).text() == "November"  # unfolded: it is not the file's
    desk.send(form)
    new = desk.until(lambda: next((job for job in desk.jobs() if job.started_at), None))
    assert new.id != old.id
    assert new.name == "November"
    assert len(desk.rows()) == 1


def test_a_killed_upload_can_be_forgotten(new_desk: Callable[[], AtDesk], large: Path) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    desk.practice.misbehave(Fault.delay(30.0), path="/uploads/")
    _send(desk, large, name="November")
    desk.close()
    desk = new_desk()
    desk.until(lambda: desk.rows() and _the_job(desk).send_problem)
    desk.select(_the_job(desk))
    desk.press(desk.window, "Remove from the list")
    desk.until(lambda: desk.rows() == [])


def test_quitting_while_a_file_is_sent_asks_first(desk: AtDesk, large: Path) -> None:
    desk.practice.misbehave(Fault.delay(30.0), path="/uploads/")
    _send(desk, large)
    desk.window.close()
    question = desk.dialog("Quit EPA Desktop?")
    assert "Quit while a training file is being sent?" in desk.said()
    desk.press(question, "Continue sending")
    assert desk.window.isVisible()


@pytest.mark.parametrize("is_asked_already", [False, True])
def test_the_end_of_the_session_is_not_held_up_by_a_file_that_is_sent(
    desk: AtDesk, large: Path, monkeypatch: pytest.MonkeyPatch, is_asked_already: bool
) -> None:
    desk.practice.misbehave(Fault.delay(30.0), path="/uploads/")
    job = _send(desk, large)
    desk.until(lambda: desk.cell(job, JobColumn.STANDING).startswith("Uploading"))
    if is_asked_already:
        desk.window.close()
        desk.dialog("Quit EPA Desktop?")
    monkeypatch.setattr(QGuiApplication, "isSavingSession", lambda _: True)
    questions = len(desk.window.findChildren(QMessageBox))
    assert desk.window.close()
    assert not desk.window.isVisible()
    assert len(desk.window.findChildren(QMessageBox)) == questions


def test_show_goes_to_the_cell_that_a_finding_is_about(desk: AtDesk, tmp_path: Path) -> None:
    lines = ["a,b", *[f"{n},{n}" for n in range(200)]]
    lines[120] = "N/A,4"
    form = _open_with(desk, _write(tmp_path / "mixed.csv", lines))
    desk.press(form, "Show in preview")
    table = desk.field(form, "Preview: Training file", QTableView)
    index = table.currentIndex()
    assert index.data() == "N/A"
    number = table.model().headerData(index.row(), Qt.Orientation.Vertical)
    assert number == "121", "as a spreadsheet counts: the names are row 1"


def test_more_than_two_files_are_not_taken(desk: AtDesk, tmp_path: Path) -> None:
    files = [_write(tmp_path / f"{n}.csv", [_HEADER, *_rows(300)]) for n in range(3)]
    desk.until(lambda: "The service accepts the key" in desk.said())  # else that news takes the place of this
    desk.drop(*files)
    desk.until(lambda: "Drop one training file, or a training file and an evaluation file." in desk.said())
    assert desk.no_dialog()


def test_a_response_json_is_known_by_its_name_in_capitals_too(desk: AtDesk, tmp_path: Path) -> None:
    response = tmp_path / "RESPONSE.JSON"
    response.write_text(f'{{"retrain_job_id": "{desk.practice.start_job()}"}}', encoding="utf-8")
    desk.drop(response)
    desk.until(lambda: len(desk.rows()) == 1)


def test_the_preview_marks_what_was_found(desk: AtDesk, tmp_path: Path) -> None:
    lines = ["a,b", *[f"{n},{n}" for n in range(200)]]
    lines[5] = "N/A,4"
    form = _open_with(desk, _write(tmp_path / "mixed.csv", lines))
    table = desk.field(form, "Preview: Training file", QTableView)
    model = table.model()
    assert model.rowCount() == 200
    assert model.headerData(0, Qt.Orientation.Horizontal) == "a\ntext"
    marked = [
        (row, column)
        for row in range(model.rowCount())
        for column in range(2)
        if model.index(row, column).data(Qt.ItemDataRole.BackgroundRole)
    ]
    assert marked == [(4, 0)]
    assert "“N/A”" in model.index(4, 0).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("place", ["search", "table", "sidebar", "details", "toolbar"])
def test_files_may_be_dropped_anywhere_on_the_window(desk: AtDesk, training: Path, place: str) -> None:
    desk.window.resize(1600, 800)  # in a narrow one the search box is behind the toolbar's end
    desk.select(desk.running_job("November"))
    places = {
        "search": desk.window.tool_bar.search,
        "table": desk.window.table,
        "sidebar": desk.window.sidebar,
        "details": desk.window.details,
        "toolbar": desk.window.findChild(QToolBar),
    }
    desk.drop(training, on=places[place])
    form = desk.dialog("New retraining")
    assert desk.field(form, "Training file", QLineEdit).text() == str(training)
    assert desk.window.tool_bar.search.text() == ""
    assert [row[JobColumn.NAME] for row in desk.rows()] == ["November"]


@pytest.mark.parametrize("field", ["Training file", "Evaluation file", "Name"])
def test_files_may_be_dropped_on_every_field_of_the_form(
    desk: AtDesk, training: Path, evaluation: Path, field: str
) -> None:
    form = _open_with(desk, training)
    desk.name_retraining(form, "")
    desk.drop(evaluation, on=desk.field(form, field, QLineEdit))
    desk.until(lambda: desk.field(form, "Evaluation file", QLineEdit).text() == str(evaluation))
    assert desk.field(form, "Training file", QLineEdit).text() == str(training)
    assert desk.field(form, "Name", QLineEdit).text() == ""


def test_dropping_on_an_open_form_adds_the_evaluation_file(desk: AtDesk, training: Path, evaluation: Path) -> None:
    form = _open_with(desk, training)
    desk.drop(evaluation, on=form)
    desk.until(lambda: desk.field(form, "Evaluation file", QLineEdit).text() == str(evaluation))
    desk.press(form, "Swap the files")
    assert desk.field(form, "Training file", QLineEdit).text() == str(evaluation)


def test_without_a_model_the_form_says_what_to_do_first(new_desk: Callable[[], AtDesk], training: Path) -> None:
    desk = new_desk()
    form = _open_with(desk, training)
    assert "Add the model first." in _visible_text(form)
    assert not desk.button(form, "Send").isEnabled()
    desk.press(form, "Add model…")
    added = desk.dialog("Add model")
    desk.field(added, "Name", QLineEdit).setText("First")
    desk.field(added, "API key", QLineEdit).setText(desk.practice.api_key)
    desk.press(added, "Add model")
    desk.until(lambda: desk.field(form, "Model", QComboBox).currentText() == "First")
    desk.send(form)
    desk.until(desk.rows)


def test_an_estimate_rests_on_this_models_own_finished_jobs(desk: AtDesk, training: Path) -> None:
    first = _send(desk, training, name="first")
    desk.until(lambda: desk.job(first.key).started_at)
    desk.practice.finish(first.id)
    desk.pass_time(300)
    desk.until(lambda: desk.job(first.key).stage is Stage.FINISHED)
    form = _open_with(desk, training)
    desk.send(form)
    second = desk.until(lambda: next((job for job in desk.jobs() if job.id != first.id), None))
    desk.until(lambda: desk.job(second.key).status)
    assert desk.cell(second, JobColumn.FINISH).startswith("about ")
    ended = desk.job(first.key).ended_at
    assert ended is not None
    assert desk.cell(first, JobColumn.FINISH) == formatting.recent_moment(ended, desk.clock(), is_exact=False)


def test_a_cancelled_upload_that_may_have_arrived_stays_in_the_list(desk: AtDesk, training: Path) -> None:
    desk.practice.misbehave(Fault.delay(30.0), path="/uploads/")
    job = _send(desk, training)
    desk.until(lambda: (progress := desk.session.uploads.progress_of(job.key)) and progress.done)
    desk.qtbot.wait(200)
    desk.select(job)
    desk.press(desk.window, "Cancel upload")
    desk.until(lambda: desk.job(job.key).send_problem)
    assert "It is not known whether the service received it." in desk.said()


def test_undoing_the_removal_of_an_uploading_job_brings_it_back_for_good(desk: AtDesk, large: Path) -> None:
    desk.practice.misbehave(Fault.delay(30.0), path="/uploads/")
    job = _send(desk, large)
    desk.select(job)
    desk.until(desk.actions.remove.isEnabled)
    desk.actions.remove.trigger()
    assert "The upload of the training file was stopped." in desk.said()
    desk.actions.undo.trigger()
    desk.until(lambda: desk.job(job.key).send_problem)
    desk.until(lambda: not desk.session.uploads.is_under_way())
    assert len(desk.rows()) == 1


def test_a_renamed_job_keeps_its_name_when_its_link_is_replaced(desk: AtDesk, large: Path) -> None:
    desk.practice.misbehave(Fault.reset(after=1000).late(1.0), path="/uploads/")
    first = _send(desk, large, name="before")
    desk.session.repository.change_job(replace(desk.job(first.key), name="after"))
    second = desk.until(lambda: next((job for job in desk.jobs() if job.id != first.id), None))
    assert second.name == "after"
    desk.until(lambda: desk.window.details.shown() == second.key)


def test_cancelling_the_send_again_keeps_the_offer(new_desk: Callable[[], AtDesk], large: Path) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    desk.practice.misbehave(Fault.delay(30.0), path="/uploads/", times=-1)
    old = _send(desk, large, name="November")
    desk.close()
    desk = new_desk()
    desk.until(lambda: desk.rows() and _the_job(desk).send_problem)
    desk.select(_the_job(desk))
    desk.press(desk.window, "Send again…")
    form = desk.dialog("New retraining")
    desk.until(lambda: not desk.shows_button(form, "Stop checking"))
    desk.send(form)
    new = desk.until(lambda: next((job for job in desk.jobs() if job.id != old.id), None))
    desk.session.uploads.cancel_job(new.key)
    desk.until(lambda: [job.id for job in desk.jobs()] == [old.id])


def test_nothing_is_sent_after_the_program_has_closed(desk: AtDesk, training: Path) -> None:
    _open_with(desk, training)
    reading = desk.session.file_inspection.now.readings[Role.TRAINING]
    model = desk.model("Sales forecast")
    assert model is not None
    desk.practice.forget_requests()
    desk.session.uploads.stop()
    desk.session.uploads.send(Retraining("s", model.id, "", "", reading))
    desk.qtbot.wait(200)
    assert not any("upload_url" in seen.path for seen in desk.practice.requests)


def test_files_are_taken_as_copies_whatever_is_proposed(desk: AtDesk, training: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(training))])
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    enter = QDragEnterEvent(QPoint(20, 20), actions, data, buttons, keys)
    QGuiApplication.sendEvent(desk.window, enter)
    drop = QDropEvent(QPointF(20, 20), actions, data, buttons, keys)
    QGuiApplication.sendEvent(desk.window, drop)
    assert drop.dropAction() is Qt.DropAction.CopyAction


def test_what_looks_like_html_in_the_data_is_shown_as_it_is(desk: AtDesk, tmp_path: Path) -> None:
    lines = ["a,b", *[f"<img src='//elsewhere/x.png'>,{n}" for n in range(200)]]
    form = _open_with(desk, _write(tmp_path / "html.csv", lines))
    tip = desk.field(form, "Preview: Training file", QTableView).model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>&lt;img")


def test_a_path_is_not_changed_while_it_is_typed(desk: AtDesk, tmp_path: Path) -> None:
    desk.actions.new_retraining.trigger()
    form = desk.dialog("New retraining")
    line = desk.field(form, "Training file", QLineEdit)
    typed = f"{tmp_path}/My "
    line.setText(typed)
    desk.until(lambda: desk.session.file_inspection.now.files)
    assert line.text() == typed


def test_the_form_says_what_is_live_and_hears_of_a_switch(desk: AtDesk, training: Path) -> None:
    job = desk.finished_job("November")
    desk.save_results(job)
    form = _open_with(desk, training)
    assert "live: the original model, or one switched elsewhere" in _visible_text(form)
    form.reject()
    desk.until(desk.no_dialog)
    desk.switch(job)
    form = _open_with(desk, training)
    desk.until(lambda: "live: November, since " in _visible_text(form))
    desk.session.repository.change_job(replace(desk.job(job.key), name="December"))
    desk.session.switch_coordinator.changed.emit(job.model)
    assert "live: December, since " in _visible_text(form)


def test_the_form_says_whether_the_evaluation_file_is_that_of_last_time(
    desk: AtDesk, training: Path, evaluation: Path, tmp_path: Path
) -> None:
    form = _open_with(desk, training, evaluation)
    desk.until(lambda: "to evaluate the new model on" in _visible_text(form))
    desk.send(form)
    desk.until(lambda: desk.rows() and _the_job(desk).started_at)
    newer = _write(tmp_path / "newer.csv", [_HEADER, *_rows(310)])
    form = _open_with(desk, newer, evaluation)
    desk.until(lambda: "the same as last time" in _visible_text(form))
    desk.until(lambda: "The same 4 column(s) and types" in _visible_text(form))
    assert "10 row(s) more (+3 %)" in _visible_text(form)


def test_everything_that_can_be_fixed_is_fixed_by_one_button_and_can_be_undone(desk: AtDesk, tmp_path: Path) -> None:
    lines = [_HEADER, *[f"C{n},Tokyo,{n},no" for n in range(200)], *_rows(100)]
    form = _open_with(desk, _write(tmp_path / "late.csv", lines))
    desk.press(form, "Fix 1 in the copy")
    desk.until(lambda: "Ready to send" in _visible_text(form))
    tree = desk.field(form, "Findings", QTreeView)
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    desk.until(lambda: [line[2] for line in desk.findings(form) if line[2]] == ["Convert to UTF-8"])


def test_a_path_typed_a_moment_ago_is_checked_before_it_is_sent(desk: AtDesk, training: Path, tmp_path: Path) -> None:
    bad = _write(tmp_path / "bad.csv", ["a,a", *["1,2"] * 200])
    form = _open_with(desk, training)
    desk.field(form, "Training file", QLineEdit).setText(str(bad))
    form.accept()
    desk.until(lambda: "1 problem(s) to fix" in _visible_text(form))
    assert desk.field(form, "Training file", QLineEdit).isEnabled(), "nothing is being sent"
    assert desk.rows() == []


def _choose_encoding(desk: AtDesk, form: QDialog, name: str) -> None:
    (box,) = (box for box in form.findChildren(QComboBox) if box.accessibleName() == "Encoding" and box.isVisible())
    at = next(at for at in range(box.count()) if box.itemText(at).startswith(name))
    box.setCurrentIndex(at)
    box.activated.emit(at)


def _clientes(path: Path) -> Path:
    cities = ("Móstoles", "León norte", "Málaga")
    return _write(path, ["id,city,state", *[f"{n},{cities[n % 3]},{'ny'[n % 2]}" for n in range(200)]], "cp1252")


def test_letters_that_look_wrong_are_not_sent_before_a_person_chose(desk: AtDesk, tmp_path: Path) -> None:
    path = _clientes(tmp_path / "clientes.csv")
    form = _open_with(desk, path)
    desk.until(lambda: "These characters look wrong: “M" in _visible_text(form))
    assert "Windows-1252 (Western Europe)" in _visible_text(form)
    assert not desk.shows_button(form, "Convert to UTF-8")
    _choose_encoding(desk, form, "Windows-1252")
    desk.until(lambda: desk.shows_button(form, "Convert to UTF-8"))
    (table,) = (table for table in form.findChildren(QTableView) if table.isVisible())
    assert table.model().index(0, 1).data() == "Móstoles"
    desk.press(form, "Convert to UTF-8")
    desk.send(form)
    desk.until(lambda: desk.no_dialog() and desk.rows())
    desk.until(lambda: _the_job(desk).started_at)
    sent = (desk.practice_folder / "jobs" / _the_job(desk).id / "training").read_bytes()
    assert sent == b"\xef\xbb\xbf" + path.read_bytes().decode("cp1252").encode()


def test_what_a_person_chose_is_remembered_for_the_model(desk: AtDesk, tmp_path: Path) -> None:
    form = _open_with(desk, _clientes(tmp_path / "october.csv"))
    _choose_encoding(desk, form, "Windows-1252")
    desk.until(lambda: desk.shows_button(form, "Convert to UTF-8"))
    form.reject()
    desk.until(desk.no_dialog)
    form = _open_with(desk, _clientes(tmp_path / "november.csv"))
    desk.until(lambda: "The file is Windows-1252 (Western Europe)" in _visible_text(form))
    assert desk.shows_button(form, "Convert to UTF-8")
    form.reject()
    desk.until(desk.no_dialog)
    form = _open_with(desk, _write(tmp_path / "sure.csv", [_HEADER, *_rows(300)]))
    assert "Ready to send" in _visible_text(form)
