"""What is said above the list goes by itself when it is over, and what can be done about it stays true."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from epa_gui.app import Options, Program
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.key_life import DAY
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.window.main_window import MainWindow
from tests.gui.at_desk import AtDesk, Clock

SWITCH = "update_model"


class Full(SessionKeychain):
    """A system's keychain that does not take what it is given."""

    name = "a full keychain"
    is_lasting = True

    def __init__(self) -> None:
        super().__init__()
        self.is_full = False

    def keep(self, model: str, key: str) -> None:
        """Take it or not."""
        if self.is_full:
            raise ProblemError(Problem(ProblemKind.KEYCHAIN_TROUBLE, "no room"))
        super().keep(model, key)


def words(desk: AtDesk) -> str:
    """All that is said above the list, folded away or not."""
    return "\n".join(message.text for message in desk.window.messages.messages())


def model_of(desk: AtDesk, name: str = "Sales forecast") -> Model:
    model = desk.model(name)
    assert model is not None
    return model


def change_key(desk: AtDesk, name: str = "Sales forecast") -> None:
    """Give a model a new key through its form."""
    desk.session.key_controller.open_change_key(model_of(desk, name).id)
    form = desk.dialog(f"Change the API key of “{name}”")
    desk.field(form, "New API key", QLineEdit).setText(desk.practice.issue_key())
    desk.press(form, "Change key")
    desk.until(desk.no_dialog)


def refused_switch(desk: AtDesk, job: Job, said: str = "Not today.") -> None:
    desk.practice.misbehave(Fault.service_error(said), path=SWITCH)
    desk.switch(job)
    desk.until(lambda: "Show the job" in desk.said())


# Switching


def test_a_refused_switch_is_forgotten_when_the_model_is_switched_to_another_job(desk: AtDesk) -> None:
    refused, better = desk.finished_job("November"), desk.finished_job("December")
    refused_switch(desk, refused)
    desk.switch(better)
    desk.until(lambda: "to “December”" in words(desk))
    assert "“November”: " not in words(desk)


def test_a_switch_that_is_refused_again_is_told_once(desk: AtDesk) -> None:
    job = desk.finished_job("November")
    refused_switch(desk, job)
    desk.practice.misbehave(Fault.drop(), path=SWITCH)
    desk.switch(job)
    desk.until(lambda: "no answer came from the service" in words(desk))
    assert words(desk).count("“November”: ") == 1


@pytest.mark.parametrize("is_removed", [False, True])
def test_a_switch_refused_for_its_key_is_forgotten_when_there_is_another(desk: AtDesk, is_removed: bool) -> None:
    job = desk.finished_job("November")
    desk.practice.revoke_keys()
    desk.switch(job)
    desk.until(lambda: "“November”: " in words(desk))
    if is_removed:
        desk.session.repository.remove_jobs([job.key])
    change_key(desk)
    desk.until(lambda: "“November”: " not in words(desk))


def test_all_that_is_said_of_a_model_goes_with_it(desk: AtDesk) -> None:
    job = desk.finished_job("November")
    refused_switch(desk, job)
    desk.pass_time(25 * DAY)
    desk.until(lambda: "The API key of “Sales forecast” expires" in words(desk))
    desk.session.repository.remove_model(job.model)
    assert [message.text[:17] for message in desk.window.messages.messages()] == ["Removed the model"]


@pytest.mark.parametrize("by", ["selecting another", "trying again", "removing it"])
def test_a_switch_that_was_not_begun_is_forgotten(desk: AtDesk, by: str) -> None:
    first, second = desk.finished_job("October"), desk.finished_job("November")
    dialog = desk.open_switch(second)
    desk.field(dialog, "Reason", QLineEdit).setText("Newer")
    coordinator = desk.session.switch_coordinator
    desk.practice.misbehave(Fault.delay(1.0), path=SWITCH)
    coordinator.changed.disconnect(desk.session.switch_controller.refresh)
    assert coordinator.switch(first.key, "First", is_back=False)
    desk.confirm_switch(dialog)
    coordinator.changed.connect(desk.session.switch_controller.refresh)
    assert "was not switched to" in words(desk)
    desk.until(lambda: coordinator.under_way(first.model) is None)
    assert "was not switched to" in words(desk), "it was not seen to, though the other switch is over"
    if by == "selecting another":
        desk.select(first)
    elif by == "trying again":
        desk.session.switch_controller.open(second.key)
        again = desk.dialog("Switch model")
        desk.field(again, "Reason", QLineEdit).setText("Newer")
        desk.confirm_switch(again)
    else:
        desk.actions.remove.trigger()
    assert "was not switched to" not in words(desk)


# Jobs and removals


def test_that_a_job_is_there_already_is_forgotten_with_another_selection(desk: AtDesk) -> None:
    first, second = desk.running_job("October"), desk.running_job("November")
    desk.session.job_controller.adopt(first.id)
    assert desk.selected() == ["October"]
    assert "This job is already in the list, as “October”." in words(desk)
    desk.select(second)
    assert "already in the list" not in words(desk)


def test_that_a_job_was_added_is_forgotten_when_it_is_removed(desk: AtDesk) -> None:
    job_id = desk.practice.start_job(seconds=3600.0)
    desk.session.job_controller.adopt(job_id)
    assert "Added the job" in words(desk)
    desk.session.repository.take_out(desk.jobs()[0].key)
    assert "Added the job" not in words(desk)


def test_undo_is_offered_above_a_standing_warning_and_not_any_more_once_it_is_done(desk: AtDesk) -> None:
    job = desk.running_job("October")
    desk.pass_time(25 * DAY)
    desk.until(lambda: "The API key of “Sales forecast” expires" in desk.said())
    desk.select(job)
    desk.actions.remove.trigger()
    assert desk.shows_button(desk.window.messages, "Undo")
    desk.actions.undo.trigger()
    desk.until(desk.rows)
    assert not desk.shows_button(desk.window.messages, "Undo")
    assert "The API key of “Sales forecast” expires" in desk.said()


# Keys


def test_each_key_that_ends_has_its_own_button_the_ended_ones_first(desk: AtDesk) -> None:
    now = desk.clock()
    for name, days in (("Later", 5.0), ("Ended", -1.0), ("Soon", 2.0)):
        model = desk.add_model(name, desk.practice.issue_key())
        desk.session.repository.add_model(replace(model, key_ends_at=now + days * DAY, key_end_said="said"))
    desk.know_secret(model_of(desk, "Soon"))
    desk.until(lambda: "3 API key(s) need attention" in desk.said())
    desk.press(desk.window.messages, "3 API key(s) need attention")
    shown = [each for each in desk.window.messages.findChildren(QPushButton) if each.isVisible() and each.text()]
    shown.sort(key=lambda button: button.mapTo(desk.window, button.rect().topLeft()).y())
    assert [button.accessibleName() for button in shown] == [
        "Enter the new key for “Ended”…",
        "Issue a new key for “Soon”",
        "Enter the new key for “Later”…",
    ]
    shown[1].click()
    desk.until(lambda: "2 API key(s) need attention" in desk.said())
    assert "“Later” expires" in words(desk)
    assert "“Soon” expires" not in words(desk)


def test_a_warning_of_a_key_has_the_models_name_as_it_is_now(desk: AtDesk) -> None:
    desk.pass_time(25 * DAY)
    desk.until(lambda: "The API key of “Sales forecast” expires" in words(desk))
    desk.session.repository.add_model(replace(model_of(desk), name="Umsatz"))
    assert "The API key of “Umsatz” expires" in desk.said()
    assert "The API key of “Sales forecast”" not in words(desk)


def tell_accepted(desk: AtDesk, model: Model) -> None:
    desk.session.key_use.show_accepted(model.id)


def tell_refused(desk: AtDesk, model: Model) -> None:
    desk.session.key_use.show_refused(model.id, Problem(ProblemKind.KEY_WRONG, "no"))


def tell_not_kept(desk: AtDesk, model: Model) -> None:
    desk.session.keys.not_kept.emit(model.id, Problem(ProblemKind.KEYCHAIN_TROUBLE, "no room"))


def tell_twin(desk: AtDesk, _model: Model) -> None:
    desk.add_model("The same", desk.practice.api_key)
    desk.until(lambda: "are the same model at the service" in words(desk))


def tell_issued(desk: AtDesk, model: Model) -> None:
    desk.know_secret(model)
    desk.issue_new_key("Sales forecast")
    desk.until(lambda: "has a new key" in words(desk))


def tell_switched(desk: AtDesk, _model: Model) -> None:
    desk.switch(desk.finished_job("November"))
    desk.until(lambda: "to “November”" in words(desk))


@pytest.mark.parametrize(
    "tell",
    [tell_accepted, tell_refused, tell_not_kept, tell_twin, tell_issued, tell_switched],
    ids=lambda tell: tell.__name__,
)
def test_what_stands_there_of_a_model_calls_it_by_its_new_name_at_once(
    desk: AtDesk, heard: list[str], tell: Callable[[AtDesk, Model], None]
) -> None:
    model = model_of(desk)
    tell(desk, model)
    about = [each for each in desk.window.messages.messages() if "Sales forecast" in each.text]
    assert about
    QApplication.processEvents()
    heard.clear()
    desk.session.repository.add_model(replace(model_of(desk), name="Umsatz"))
    QApplication.processEvents()
    renamed = [each.text for each in desk.window.messages.messages()]
    assert [text for text in renamed if "Sales forecast" in text] == []
    assert {each.text.replace("Sales forecast", "Umsatz") for each in about} <= set(renamed)
    assert [text for text in heard if "Umsatz" in text] == [], "nobody is told anew what was told"


def test_a_key_that_was_refused_is_not_spoken_of_when_the_service_takes_it_after_all(desk: AtDesk) -> None:
    model = model_of(desk)
    desk.session.key_use.show_refused(model.id, Problem(ProblemKind.KEY_WRONG, "no"))
    assert "is not its key for retraining" in words(desk)
    desk.session.key_use.show_refused(model.id, Problem(ProblemKind.KEY_INACTIVE, "no"))
    assert "is not its key for retraining" not in words(desk), "the later word counts"
    assert "did not accept this model’s API key" in words(desk)
    desk.session.key_use.key_pasted.emit(model.id)
    desk.until(lambda: "did not accept this model’s API key" not in words(desk))
    assert "The service accepts the key of “Sales forecast”." in words(desk)


def test_a_key_that_was_not_kept_is_not_spoken_of_when_the_keychain_has_taken_one(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService
) -> None:
    keychain = Full()
    desk = AtDesk(qtbot, tmp_path, clock, practice, keychain)
    try:
        keychain.is_full = True
        model = desk.add_model("Sales")
        desk.until(lambda: "keychain reported an error" in words(desk))
        keychain.is_full = False
        desk.session.keys.put(model.id, practice.issue_key())
        desk.until(lambda: "keychain reported an error" not in words(desk))
    finally:
        desk.close()


def test_one_model_under_two_names_is_spoken_of_until_one_is_removed(desk: AtDesk) -> None:
    twin = desk.add_model("The same", desk.practice.api_key)
    desk.until(lambda: "are the same model at the service" in words(desk))
    desk.session.repository.remove_model(twin.id)
    assert "are the same model at the service" not in words(desk)


# Folders


def test_the_file_of_a_damaged_list_is_shown_by_a_click(
    desk: AtDesk, new_desk: Callable[[], AtDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile())))
    desk.close()
    (desk.folder / FILE_NAME).write_bytes(b"no list at all" * 100)
    again = new_desk()
    again.until(lambda: "The damaged file was kept" in words(again))
    again.press(again.window.messages, "Show in folder")
    assert shown == [desk.folder]


# The title


def test_the_title_says_how_many_jobs_need_a_person(desk: AtDesk) -> None:
    assert desk.window.windowTitle() == "EPA Desktop"
    failed = desk.running_job("October")
    desk.practice.fail(failed.id, "Not enough rows.")
    desk.check_now(failed)
    desk.until(lambda: desk.window.windowTitle() == "1 need(s) attention – EPA Desktop")
    desk.select(failed)
    desk.actions.remove.trigger()
    desk.until(lambda: desk.window.windowTitle() == "EPA Desktop")


def test_the_programs_icon_has_the_number_of_the_real_window_alone(
    desk: AtDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[int] = []
    monkeypatch.setattr(QApplication, "setBadgeNumber", lambda _self, number: told.append(number))
    program = Program(Options(data_dir=tmp_path / "program"))
    program._sessions.append(desk.session)
    desk.window.attention_changed.connect(program._show_badge)
    desk.window.show_attention(2)
    assert told == [2]
    desk.window.show_attention(2)
    assert told == [2], "nothing is told twice"
    program._practice_session = desk.session
    desk.window.show_attention(3)
    assert told == [2, 0]


def test_practice_is_called_so_behind_the_number(qtbot: QtBot, clock: Clock) -> None:
    window = MainWindow(clock, is_practice=True)
    qtbot.addWidget(window)
    window.show_attention(2)
    assert window.windowTitle() == "2 need(s) attention – EPA Desktop – Practice"
    window.show_attention(0)
    assert window.windowTitle() == "EPA Desktop – Practice"
