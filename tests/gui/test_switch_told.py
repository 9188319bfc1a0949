"""What a person is told of a switch besides the job's own row: at the side, above the list, and in the dialog."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit

from epa_gui.core.history.deployment import Switch
from epa_gui.core.history.switch_events import asked
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.problem import ProblemKind, Remedy
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.command import ApplyRemedy
from epa_gui.ui.jobs.job_list_model import JobColumn
from tests.gui.at_desk import AtDesk
from tests.gui.test_switching import PATH, live_states, switch_controller, switch_requests


@pytest.fixture
def job(desk: AtDesk) -> Job:
    """A job that has finished."""
    return desk.finished_job("October")


def is_marked(desk: AtDesk, name: str) -> bool:
    """Whether a model's key has a mark at the side."""
    return desk.card(name).key is not None


def test_a_key_refused_for_a_switch_is_marked_at_the_side_until_there_is_a_new_one(
    desk: AtDesk, practice: PracticeService, job: Job
) -> None:
    assert not is_marked(desk, "Sales forecast")
    practice.revoke_keys()
    desk.switch(job)
    desk.until(lambda: is_marked(desk, "Sales forecast"))
    desk.select(job)
    desk.press(desk.window.details, "Enter the new key…")
    form = desk.dialog("Change the API key of “Sales forecast”")
    desk.field(form, "New API key", QLineEdit).setText(practice.issue_key())
    desk.press(form, "Change key")
    desk.until(lambda: not is_marked(desk, "Sales forecast"))


def test_what_refuses_a_switch_but_not_its_key_marks_nothing(desk: AtDesk, practice: PracticeService, job: Job) -> None:
    practice.delete_classifier()
    desk.switch(job)
    desk.until(lambda: "Show the job" in desk.said())
    assert not is_marked(desk, "Sales forecast")


@pytest.mark.parametrize("by", ["dismissing it", "switching after all"])
def test_the_message_of_a_switch_that_failed_goes_when_that_is_over(
    desk: AtDesk, practice: PracticeService, job: Job, by: str
) -> None:
    practice.misbehave(Fault.service_error("Not today."), path=PATH)
    desk.switch(job)
    desk.until(lambda: "Show the job" in desk.said())
    if by == "dismissing it":
        desk.select(job)
        desk.press(desk.window.details, "Dismiss")
    else:
        desk.switch(job)
    desk.until(lambda: "Show the job" not in desk.said())


def test_the_message_leads_to_the_job_and_only_if_that_is_there(
    desk: AtDesk, practice: PracticeService, job: Job
) -> None:
    other = desk.finished_job("November")
    practice.delete_classifier()
    desk.switch(job)
    desk.select(other)
    desk.press(desk.window.messages, "Show the job")
    desk.until(lambda: desk.window.details.shown() == job.key)
    practice.misbehave(Fault.service_error("Not today.").late(1.0), path=other.id)
    desk.ask_for_switch(other)
    desk.until(lambda: switch_requests(practice) == 2)
    desk.session.repository.remove_jobs([other.key, job.key])
    desk.until(lambda: "“November”:" in desk.said())
    assert "Show the job" not in desk.said()


def test_a_switch_that_cannot_be_asked_for_any_more_is_said_not_to_be(
    desk: AtDesk, practice: PracticeService, job: Job
) -> None:
    """Another one was begun in the very moment the button was pressed, which the dialog has not shown yet."""
    other = desk.finished_job("November")
    dialog = desk.open_switch(other)
    desk.field(dialog, "Reason", QLineEdit).setText("Newer")
    practice.misbehave(Fault.delay(1.0), path=PATH)
    coordinator = desk.session.switch_coordinator
    coordinator.changed.disconnect(desk.session.switch_controller.refresh)
    assert coordinator.switch(job.key, "First", is_back=False)
    desk.confirm_switch(dialog)
    assert "The model was not switched to “November”: another switch of this model is under way." in desk.said()
    desk.until(lambda: live_states(desk) == {"October": "Live", "November": "–"})
    assert switch_requests(practice) == 1


def test_one_dialog_at_a_time(desk: AtDesk, job: Job) -> None:
    dialog = desk.open_switch(job)
    desk.session.switch_controller.open(job.key)
    assert desk.dialog("Switch model") is dialog
    dialog.reject()
    desk.until(desk.no_dialog)


def test_what_is_not_confirmed_is_not_dismissed(desk: AtDesk, practice: PracticeService, job: Job) -> None:
    practice.misbehave(Fault.drop(), path=PATH)
    desk.switch(job)
    desk.select(job)
    desk.window.details.command_requested.emit(ApplyRemedy(job.key, Remedy.DISMISS))
    problem = desk.job(job.key).switch_problem
    assert problem
    assert problem.kind is ProblemKind.SWITCH_UNANSWERED


def test_a_switch_whose_program_was_killed_is_ended_on_record_once(
    desk: AtDesk, new_desk: Callable[[], AtDesk], job: Job
) -> None:
    """It was written down as asked for, and no more."""
    cut_off = Switch("cut off", job.model, job.id, job.name, "Sales forecast", desk.clock(), "Newer data")
    desk.session.repository.note(asked(cut_off, "", is_back=False))
    desk.close()
    for _ in range(2):
        again = new_desk()
        assert live_states(again) == {"October": "Switch not confirmed"}
        again.close()
        assert switch_controller(again) == [
            ("switch asked", "October", "Newer data"),
            ("switch ended", "October", "not confirmed"),
        ]


def test_a_job_whose_switch_waits_says_so_in_its_row(desk: AtDesk, practice: PracticeService, job: Job) -> None:
    practice.misbehave(Fault.delay(1.0), path=PATH)
    desk.ask_for_switch(job)
    assert desk.cell(job, JobColumn.IN_SERVICE) == "Switching…"
    desk.until(lambda: desk.cell(job, JobColumn.IN_SERVICE) == "Live")


def test_that_there_was_no_key_is_not_said_any_more_once_there_is_one(
    desk: AtDesk, new_desk: Callable[[], AtDesk], keychain: SessionKeychain, job: Job
) -> None:
    desk.close()
    kept = dict(keychain._keys)
    keychain.forget(job.model)  # behind the program's back
    again = new_desk()
    again.switch(job)
    problem = again.job(job.key).switch_problem
    assert problem
    assert problem.kind is ProblemKind.KEY_MISSING
    keychain._keys.update(kept)
    again.session.keys.key_of(job.model)  # whoever asks for it
    again.until(lambda: again.job(job.key).switch_problem is None)
