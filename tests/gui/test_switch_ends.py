"""How a switch ends that gets no answer, is not sent at all, or is in the way of something else."""

import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.service.switched import confirm_switch
from epa_gui.practice import PracticeService
from epa_gui.ui.base.threads import wait_for
from tests.gui.at_desk import AtDesk
from tests.gui.test_switching import live_states, switch_controller, switch_requests


class Hold:
    """Keeps a switch's thread where nothing can wake it, until the test lets it go on."""

    def __init__(self, held: Callable[..., Any]) -> None:
        self._held = held
        self.is_reached = threading.Event()
        self.go_on = threading.Event()

    def __call__(self, *args: Any, **named: Any) -> Any:
        """Do what is held, later; other threads are not kept."""
        if QThread.currentThread().objectName() == "switch":
            self.is_reached.set()
            assert self.go_on.wait(60)
        return self._held(*args, **named)


@pytest.fixture
def job(desk: AtDesk) -> Job:
    """A job that has finished."""
    return desk.finished_job("October")


@pytest.fixture
def before_sending(desk: AtDesk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hold]:
    """A name look-up that does not return: nothing has been sent."""
    hold = Hold(socket.getaddrinfo)
    monkeypatch.setattr(socket, "getaddrinfo", hold)
    yield hold
    hold.go_on.set()
    assert wait_for(desk.session.switch_coordinator.threads, 10)


@pytest.fixture
def after_sending(desk: AtDesk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hold]:
    """The service has got the request and has done it, and that does not become known here."""
    hold = Hold(confirm_switch)
    monkeypatch.setattr("epa_gui.core.service.client.confirm_switch", hold)
    yield hold
    hold.go_on.set()
    assert wait_for(desk.session.switch_coordinator.threads, 10)


def ask_and_get_stuck(desk: AtDesk, job: Job, hold: Hold) -> None:
    """Switch, as far as the thread comes."""
    desk.ask_for_switch(job)
    desk.until(hold.is_reached.is_set)
    assert desk.session.switch_coordinator.is_on_record()


def let_deadline_pass(desk: AtDesk) -> None:
    """The computer sleeps past it, and past the time a worker has to say how it ended."""
    desk.clock.advance(3600.0)


def until_given_up(desk: AtDesk, job: Job) -> None:
    desk.until(lambda: desk.session.switch_coordinator.under_way(job.model) is None)


def until_thread_ended(desk: AtDesk, hold: Hold) -> None:
    """Let the thread go on, and hear its late report."""
    hold.go_on.set()
    desk.until(lambda: not any(thread.isRunning() for thread in desk.session.switch_coordinator.threads))
    desk.qtbot.wait(1)


def until_last_act(desk: AtDesk, outcome: str) -> None:
    desk.until(lambda: switch_controller(desk)[-1:] == [("switch ended", "October", outcome)])


def test_one_given_up_after_it_may_have_been_sent_is_not_confirmed(
    desk: AtDesk, practice: PracticeService, job: Job, after_sending: Hold
) -> None:
    ask_and_get_stuck(desk, job, after_sending)
    let_deadline_pass(desk)
    until_given_up(desk, job)
    until_last_act(desk, "not confirmed")
    assert live_states(desk) == {"October": "Switch not confirmed"}
    assert practice.live_job() == job.id, "the service did it, so that anything else would be a lie"
    until_thread_ended(desk, after_sending)
    assert live_states(desk) == {"October": "Switch not confirmed"}, "what is on record stays"


def test_one_given_up_before_anything_was_sent_is_not_sent_and_never_will_be(
    desk: AtDesk, practice: PracticeService, job: Job, before_sending: Hold
) -> None:
    ask_and_get_stuck(desk, job, before_sending)
    let_deadline_pass(desk)
    until_given_up(desk, job)
    until_last_act(desk, "not sent")
    assert live_states(desk) == {"October": "–"}
    problem = desk.job(job.key).switch_problem
    assert problem
    assert problem.kind is ProblemKind.TIMED_OUT
    until_thread_ended(desk, before_sending)
    assert switch_requests(practice) == 0


def test_a_window_that_waits_for_a_stuck_thread_closes_when_that_is_given_up(
    desk: AtDesk, job: Job, after_sending: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "epa_gui.ui.window.session._STOP_REQUESTS_SECONDS", 0.0
    )  # so that the test need not wait for it too
    ask_and_get_stuck(desk, job, after_sending)
    desk.window.close()
    desk.dialog("A switch is under way")
    let_deadline_pass(desk)
    desk.until(lambda: not desk.window.isVisible())
    assert desk.session.switch_coordinator.under_way(job.model) is None
    assert switch_controller(desk)[-1] == ("switch ended", "October", "not confirmed")


def test_what_comes_onto_record_past_its_deadline_is_not_sent(
    desk: AtDesk, practice: PracticeService, job: Job
) -> None:
    assert desk.session.switch_coordinator.switch(job.key, "Before the nap", is_back=False)
    let_deadline_pass(desk)  # while it was being written down
    desk.session.switch_coordinator._timer.stop()  # which would give it up too, if it came first
    until_given_up(desk, job)
    until_last_act(desk, "not sent")
    assert switch_requests(practice) == 0
    problem = desk.job(job.key).switch_problem
    assert problem
    assert problem.kind is ProblemKind.SWITCH_NOT_BEGUN


def test_a_job_removed_before_its_switch_was_sent_is_not_switched_to(
    desk: AtDesk, practice: PracticeService, job: Job, before_sending: Hold
) -> None:
    ask_and_get_stuck(desk, job, before_sending)
    desk.select(job)
    desk.actions.remove.trigger()
    desk.until(lambda: not desk.rows())
    before_sending.go_on.set()
    until_given_up(desk, job)
    until_last_act(desk, "not sent")
    assert switch_requests(practice) == 0


def test_a_new_key_takes_back_the_refusal_of_the_old_one_and_no_other(
    desk: AtDesk, practice: PracticeService, job: Job
) -> None:
    other = desk.finished_job("November")
    practice.say(other.id, "training")
    desk.switch(other)
    practice.revoke_keys()
    desk.switch(job)
    refusals = [desk.job(key).switch_problem for key in (job.key, other.key)]
    assert [refusal and refusal.kind for refusal in refusals] == [
        ProblemKind.KEY_INACTIVE,
        ProblemKind.JOB_NOT_FINISHED,
    ]
    desk.select(job)
    desk.press(desk.window.details, "Enter the new key…")
    form = desk.dialog("Change the API key of “Sales forecast”")
    desk.field(form, "New API key", QLineEdit).setText(practice.issue_key())
    desk.press(form, "Change key")
    desk.until(lambda: desk.job(job.key).switch_problem is None)
    assert desk.job(other.key).switch_problem == refusals[1]


def test_the_end_of_the_session_is_not_held_up_and_the_answer_still_goes_on_record(
    desk: AtDesk, job: Job, after_sending: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_and_get_stuck(desk, job, after_sending)
    monkeypatch.setattr(QGuiApplication, "isSavingSession", lambda _: True)
    after_sending.go_on.set()  # heard of only while the program ends
    assert desk.window.close()
    assert not desk.window.isVisible()
    assert switch_controller(desk)[-1] == ("switch ended", "October", "done")
