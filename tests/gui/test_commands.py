"""Every button that belongs to words does what it says: a click on it in the real window, and what that shows."""

import contextlib
import math
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.roles import Role
from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.job import Job, Upload
from epa_gui.core.jobs.problem import Problem, ProblemKind, Remedy
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.command import (
    AddJob,
    ApplyRemedy,
    CancelDownload,
    CancelSwitch,
    CancelUpload,
    ChangeKey,
    CheckNow,
    ClearSearch,
    Command,
    ConnectAccount,
    EnterSecretKey,
    IssueKey,
    KeepLive,
    LookAtResults,
    NewRetraining,
    OpenListAgain,
    SendAgain,
    ShowAccountModels,
    ShowAllJobs,
    ShowFolder,
    ShowJob,
    ShowPredictions,
    SwitchTo,
    Undo,
)
from epa_gui.ui.base.common_text import remedy_text
from epa_gui.ui.base.message_bar import Message
from epa_gui.ui.base.show import Show
from epa_gui.ui.history.history_bar import HistoryBar
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.results.results_window import ResultsWindow
from tests.gui.at_desk import AtDesk, Clock


class SlowKeychain(SessionKeychain):
    """A keychain whose owner lets one wait."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = threading.Event()
        self.answers.set()

    def load(self, model: str) -> str | None:
        """Ask its owner."""
        self.answers.wait(30)
        return super().load(model)


folders_shown: list[str] = []
"""What the system's own file window was asked to show."""


@pytest.fixture(autouse=True)
def _folders_are_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    """This computer's file window does not open."""
    folders_shown.clear()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: folders_shown.append(str(Path(url.toLocalFile()))))


def click(desk: AtDesk, command: Command) -> None:
    """Have a message with a button for it, and press that."""
    desk.window.messages.say(lambda: Message("Something happened.", command, "Do it", comes_first=True))
    desk.press(desk.window.messages, "Do it")


def finished(desk: AtDesk, name: str = "November") -> Job:
    job = desk.finished_job(name)
    desk.select(job)
    return job


def undo(desk: AtDesk) -> None:
    job = finished(desk)
    desk.actions.remove.trigger()
    desk.until(lambda: not desk.rows())
    click(desk, Undo())
    desk.until(lambda: desk.rows() and desk.cell(job, JobColumn.NAME) == "November")


def show_all_jobs(desk: AtDesk) -> None:
    finished(desk)
    desk.window.tool_bar.show_box.choose(Show.IN_PROGRESS)
    desk.until(lambda: not desk.rows())
    click(desk, ShowAllJobs())
    desk.until(lambda: len(desk.rows()) == 1)
    assert desk.window.tool_bar.show_box.chosen() is Show.ALL


def clear_search(desk: AtDesk) -> None:
    finished(desk)
    desk.window.tool_bar.show_box.choose(Show.FINISHED)
    desk.window.tool_bar.search.setText("nothing like it")
    desk.until(lambda: not desk.rows())
    click(desk, ClearSearch())
    desk.until(lambda: len(desk.rows()) == 1)
    assert desk.window.tool_bar.search.text() == ""
    assert desk.window.tool_bar.show_box.chosen() is Show.FINISHED, "a filter is no search"


def add_job(desk: AtDesk) -> None:
    click(desk, AddJob())
    desk.dialog("Add job").reject()


def new_retraining(desk: AtDesk) -> None:
    click(desk, NewRetraining())
    desk.dialog("New retraining").reject()


def show_job(desk: AtDesk) -> None:
    wanted, other = finished(desk, "October"), finished(desk, "November")
    desk.window.tool_bar.search.setText("November")
    desk.until(lambda: len(desk.rows()) == 1)
    click(desk, ShowJob(wanted.key))
    desk.until(lambda: desk.window.details.shown() == wanted.key)
    assert {row[JobColumn.NAME] for row in desk.rows()} == {wanted.title, other.title}


def test_a_job_that_was_removed_is_not_offered_to_be_shown(desk: AtDesk) -> None:
    job = finished(desk)
    desk.practice.delete_classifier()
    desk.switch(job)
    desk.button(desk.window.messages, "Show the job")
    desk.select(job)
    desk.actions.remove.trigger()
    desk.until(lambda: not desk.rows())
    assert "Show the job" not in desk.said()
    assert "“November”: " in desk.said(), "what came of the switch is still said"


def change_key(desk: AtDesk) -> None:
    click(desk, ChangeKey(the_model(desk)))
    form = desk.dialog("Change the API key of “Sales forecast”")
    assert not [
        field for field in form.findChildren(QLineEdit) if field.accessibleName() == "Secret key" and field.isVisible()
    ]
    form.reject()


def enter_secret_key(desk: AtDesk) -> None:
    click(desk, EnterSecretKey(the_model(desk)))
    form = desk.dialog("Change the API key of “Sales forecast”")
    desk.field(form, "Secret key", QLineEdit)
    form.reject()


def issue_key(desk: AtDesk) -> None:
    model = the_model(desk)
    desk.session.repository.add_model(replace(desk.session.repository.models[model], service_id=1001, has_secret=True))
    desk.session.keys.put_secret(model, desk.practice.secret_key)
    click(desk, IssueKey(model))
    desk.until(lambda: "“Sales forecast” has a new key." in desk.said())


def cancel_download(desk: AtDesk) -> None:
    job = finished(desk)
    desk.practice.misbehave(Fault.drip(0.05, body=True), path="/results/", times=-1)
    desk.start_saving(job)
    desk.until(lambda: any(desk.downloads_folder.glob("*.part")))
    click(desk, CancelDownload(job.key))
    desk.until(lambda: desk.cell(job, JobColumn.RESULTS) == "Ready to save")
    assert list(desk.downloads_folder.iterdir()) == []


def cancel_upload(desk: AtDesk) -> None:
    desk.practice.misbehave(Fault.delay(30.0), path="/uploads/")
    training = desk.folder / "large.csv"
    training.write_text("a,b\n" + "".join(f"{n},{n * 7}\n" for n in range(1_500_000)), encoding="utf-8")
    desk.session.retraining_controller.open({Role.TRAINING: training})
    form = desk.dialog("New retraining")
    desk.until(lambda: desk.session.file_inspection.now.can_send, 30)
    desk.send(form)
    desk.until(lambda: [row[JobColumn.STANDING][:9] for row in desk.rows()] == ["Uploading"])
    (job,) = desk.session.repository.jobs
    click(desk, CancelUpload(job))
    desk.until(lambda: "was canceled. No retraining was started." in desk.said())


def show_folder(desk: AtDesk) -> None:
    click(desk, ShowFolder(str(desk.folder)))
    assert folders_shown == [str(desk.folder)]


def check_now(desk: AtDesk) -> None:
    job = finished(desk)
    checked = desk.status_checks(job)
    click(desk, CheckNow(job.key))
    desk.until(lambda: desk.status_checks(job) > checked)


def look_at_results(desk: AtDesk) -> None:
    click(desk, LookAtResults(finished(desk).key))
    view = desk.until(lambda: desk.window.findChild(ResultsWindow))
    desk.until(lambda: view.results is not None)


def switch_to(desk: AtDesk) -> None:
    click(desk, SwitchTo(finished(desk).key))
    desk.dialog("Switch model").reject()


def keep_live(desk: AtDesk) -> None:
    job = finished(desk)
    click(desk, KeepLive(job.key))
    assert desk.job(job.key).kept_at == pytest.approx(desk.clock(), abs=10)
    desk.until(lambda: desk.history()[-1].kind is EventKind.LIVE_KEPT)


def send_again(desk: AtDesk) -> None:
    click(desk, SendAgain(not_sent(desk).key))
    form = desk.dialog("New retraining")
    assert desk.field(form, "Training file", QLineEdit).text() == str(desk.folder / "training.csv")
    desk.until(lambda: not desk.session.file_inspection.now.is_reading)
    form.reject()


def connect_account(desk: AtDesk) -> None:
    click(desk, ConnectAccount())
    desk.dialog("Connect account").reject()


STORIES: dict[type[Command], Callable[[AtDesk], None]] = {
    Undo: undo,
    ShowAllJobs: show_all_jobs,
    ClearSearch: clear_search,
    AddJob: add_job,
    NewRetraining: new_retraining,
    ShowJob: show_job,
    ChangeKey: change_key,
    EnterSecretKey: enter_secret_key,
    IssueKey: issue_key,
    CancelDownload: cancel_download,
    CancelUpload: cancel_upload,
    ShowFolder: show_folder,
    CheckNow: check_now,
    LookAtResults: look_at_results,
    SwitchTo: switch_to,
    KeepLive: keep_live,
    SendAgain: send_again,
    ConnectAccount: connect_account,
}

APART = {OpenListAgain, CancelSwitch, ApplyRemedy, ShowPredictions, ShowAccountModels}
"""Each has its own test below; of predictions in `test_prediction_check`, of accounts in `test_account_followed`."""


def the_model(desk: AtDesk) -> str:
    return next(iter(desk.session.repository.models))


@pytest.mark.parametrize("command", STORIES, ids=lambda command: command.__name__)
def test_a_click_does_what_the_button_says(desk: AtDesk, command: type[Command]) -> None:
    STORIES[command](desk)


def test_no_command_is_without_its_story() -> None:
    assert set(get_args(Command)) == STORIES.keys() | APART


@pytest.mark.parametrize("where", ["message", "page"])
def test_try_again_opens_the_list(desk: AtDesk, new_desk: Callable[[], AtDesk], where: str) -> None:
    job = desk.running_job("November")
    desk.close()
    with contextlib.closing(sqlite3.connect(desk.folder / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        again = new_desk_without_its_list(new_desk)
        tried = again.session.repository.next_try_at
        connection.execute("ROLLBACK")
    if where == "page":
        again.window.messages.close_message()
    again.press(again.window.messages if where == "message" else again.window, "Try again")
    again.until(lambda: again.rows() and again.cell(job, JobColumn.NAME) == "November")
    assert again.clock() < tried, "it opened by itself"


def new_desk_without_its_list(new_desk: Callable[[], AtDesk]) -> AtDesk:
    again = new_desk()
    again.until(lambda: "Next try in" in again.said() and "Try again" in again.said(), 20)
    return again


def test_a_switch_that_waits_for_the_keychain_is_given_up(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService
) -> None:
    keychain = SlowKeychain()
    desk = AtDesk(qtbot, tmp_path, clock, practice, keychain)
    desk.add_model("Sales forecast")
    job = finished(desk)
    desk.close()
    keychain.answers.clear()
    again = AtDesk(qtbot, tmp_path, clock, practice, keychain)
    try:
        again.ask_for_switch(job)
        again.until(lambda: again.cell(job, JobColumn.IN_SERVICE) == "Switching…")
        click(again, CancelSwitch(job.key))
        again.until(lambda: again.cell(job, JobColumn.IN_SERVICE) != "Switching…")
    finally:
        keychain.answers.set()
        again.close()
    assert practice.live_job() != job.id


# Remedies


def with_trouble(desk: AtDesk, **trouble: object) -> Job:
    """A finished job that has this trouble, selected."""
    job = finished(desk)
    desk.session.repository.change_job(replace(desk.job(job.key), **trouble))  # type: ignore[arg-type]
    return job


def enters_new_key(desk: AtDesk) -> None:
    with_trouble(desk, problem=Problem(ProblemKind.KEY_WRONG))
    desk.press(desk.window.details, "Enter the new key…")
    desk.dialog("Change the API key of “Sales forecast”").reject()


def checks_again(desk: AtDesk) -> None:
    job = with_trouble(desk, problem=Problem(ProblemKind.TIMED_OUT))
    checked = desk.status_checks(job)
    desk.press(desk.window.details, "Check now")
    desk.until(lambda: desk.status_checks(job) > checked)


def saves_again(desk: AtDesk) -> None:
    with_trouble(desk, save_problem=Problem(ProblemKind.CONNECTION_LOST))
    desk.press(desk.window.details, "Save again")
    desk.dialog("Save results").reject()


def saves_elsewhere(desk: AtDesk) -> None:
    with_trouble(desk, save_problem=Problem(ProblemKind.DISK_FULL))
    desk.press(desk.window.details, "Save elsewhere…")
    desk.dialog("Save results").reject()


def shows_folder(desk: AtDesk) -> None:
    taken = desk.downloads_folder / "results.zip"
    with_trouble(desk, save_problem=Problem(ProblemKind.NOT_OUR_FILE, where=str(taken)))
    desk.button(desk.window.details, "Save elsewhere…")
    desk.press(desk.window.details, "Show in folder")
    assert folders_shown == [str(taken.parent)]


def not_sent(desk: AtDesk) -> Job:
    """A job whose file did not arrive, selected."""
    training = desk.folder / "training.csv"
    training.write_text("n,churn\n" + "".join(f"{n},{'yes' if n % 3 else 'no'}\n" for n in range(300)))
    upload = Upload(str(training))
    trouble = Problem(ProblemKind.SEND_INTERRUPTED)
    job = Job("unsent", the_model(desk), "Unsent", upload=upload, send_problem=trouble, next_check_at=math.inf)
    desk.session.repository.add_jobs([job])
    desk.until(desk.rows)
    desk.select(job)
    return job


def sends_again(desk: AtDesk) -> None:
    not_sent(desk)
    desk.press(desk.window.details, "Send again…")
    form = desk.dialog("New retraining")
    assert desk.field(form, "Training file", QLineEdit).text() == str(desk.folder / "training.csv")
    desk.until(lambda: not desk.session.file_inspection.now.is_reading)
    form.reject()


def forgets(desk: AtDesk) -> None:
    not_sent(desk)
    desk.press(desk.window.details, "Remove from the list")
    desk.until(lambda: not desk.rows())


def removes(desk: AtDesk) -> None:
    with_trouble(desk, problem=Problem(ProblemKind.JOB_DELETED))
    desk.press(desk.window.details, "Remove from the list")
    desk.until(lambda: not desk.rows())


def switches(desk: AtDesk) -> None:
    with_trouble(desk, switch_problem=Problem(ProblemKind.REFUSED))
    desk.press(desk.window.details, "Switch model…")
    desk.dialog("Switch model").reject()


def switches_again(desk: AtDesk) -> None:
    with_trouble(desk, switch_problem=Problem(ProblemKind.SWITCH_UNANSWERED))
    desk.press(desk.window.details, "Switch again…")
    desk.dialog("Switch model").reject()


def dismisses(desk: AtDesk) -> None:
    with_trouble(desk, switch_problem=Problem(ProblemKind.REFUSED))
    desk.press(desk.window.details, "Dismiss")
    desk.until(lambda: "Dismiss" not in desk.said())


REMEDIES: dict[Remedy, Callable[[AtDesk], None]] = {
    Remedy.ENTER_NEW_KEY: enters_new_key,
    Remedy.CHECK_AGAIN: checks_again,
    Remedy.SAVE_AGAIN: saves_again,
    Remedy.SAVE_ELSEWHERE: saves_elsewhere,
    Remedy.SHOW_FOLDER: shows_folder,
    Remedy.SEND_AGAIN: sends_again,
    Remedy.FORGET: forgets,
    Remedy.REMOVE: removes,
    Remedy.SWITCH: switches,
    Remedy.SWITCH_AGAIN: switches_again,
    Remedy.DISMISS: dismisses,
}


@pytest.mark.parametrize("remedy", REMEDIES)
def test_a_remedy_does_what_its_button_says(desk: AtDesk, remedy: Remedy) -> None:
    REMEDIES[remedy](desk)


def test_no_remedy_is_without_its_story() -> None:
    elsewhere = {Remedy.LOOK_AGAIN}  # in the window with the results, which has stories of its own
    assert set(Remedy) - {Remedy.NONE} - elsewhere == REMEDIES.keys()
    assert not remedy_text(Remedy.NONE), "there is no button for nothing"


# Buttons and what they do belong together


@pytest.mark.parametrize(
    "say", [Message, lambda text, _, button: HistoryBar().say(lambda: text, "info", lambda: button)]
)
def test_a_button_that_does_nothing_cannot_be_offered(qtbot: QtBot, say: Callable[[str, None, str], object]) -> None:
    with pytest.raises(ValueError, match="Do it"):
        say("Something happened.", None, "Do it")
