"""What is asked for may change before it is sent: while it is written into the history, or the keychain is asked."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from epa_gui.core.jobs.job import Answer, Job
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.practice import PracticeService
from tests.gui.at_desk import AtDesk, Clock
from tests.gui.test_switching import SlowKeychain, live_states, switch_controller, switch_requests


@pytest.fixture
def job(desk: AtDesk) -> Job:
    """A job that has finished."""
    return desk.finished_job("October")


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[PracticeService]:
    """Another service on this computer, which notes what it is sent."""
    with PracticeService(tmp_path / "other", clock=clock) as service:
        yield service


@pytest.fixture
def free_the_list(desk: AtDesk, job: Job) -> Iterator[Callable[[], None]]:
    """Holds the list's file, as a backup program might, so that nothing can be written until this is called."""
    desk.until(lambda: desk.history()[-1].job == job.id)  # so that nothing else waits to be written
    holder = sqlite3.connect(desk.folder / FILE_NAME, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    yield holder.rollback
    holder.close()


def ask_and_record(desk: AtDesk, job: Job) -> None:
    """Switch, as far as its being written into the history."""
    assert desk.session.switch_coordinator.switch(job.key, "It is better", is_back=False)
    assert desk.session.switch_coordinator.is_on_record()


def until_not_sent(desk: AtDesk, job: Job, kind: ProblemKind) -> None:
    """It ends, nothing has been sent, and the person is told why."""
    desk.until(lambda: switch_controller(desk)[-1:] == [("switch ended", "October", "not sent")])
    assert live_states(desk) == {"October": "–"}
    problem = desk.job(job.key).switch_problem
    assert problem
    assert problem.kind is kind


@pytest.mark.parametrize("with_key", [False, True])
def test_a_model_that_has_moved_to_another_address_is_not_switched_at_either(
    desk: AtDesk, other: PracticeService, job: Job, free_the_list: Callable[[], None], with_key: bool
) -> None:
    ask_and_record(desk, job)
    desk.session.repository.add_model(replace(desk.session.repository.models[job.model], address=other.url))
    if with_key:
        desk.session.keys.put(job.model, other.api_key)
    free_the_list()
    until_not_sent(desk, job, ProblemKind.SWITCH_NOT_BEGUN)
    assert switch_requests(desk.practice) == switch_requests(other) == 0
    assert desk.practice.api_key not in repr([seen.headers for seen in other.requests])


def test_a_job_that_is_found_not_to_have_finished_is_not_switched_to(
    desk: AtDesk, practice: PracticeService, job: Job, free_the_list: Callable[[], None]
) -> None:
    ask_and_record(desk, job)
    desk.session.scheduler.take_in(job.key, Answer("job_running", desk.clock()))
    free_the_list()
    until_not_sent(desk, job, ProblemKind.JOB_NOT_FINISHED)
    assert switch_requests(practice) == 0


def test_a_job_that_was_removed_is_not_switched_to(
    desk: AtDesk, practice: PracticeService, job: Job, free_the_list: Callable[[], None]
) -> None:
    ask_and_record(desk, job)
    desk.session.repository.remove_jobs([job.key])
    free_the_list()
    desk.until(lambda: ("switch ended", "October", "not sent") in switch_controller(desk))
    assert switch_requests(practice) == 0


def test_a_model_that_was_removed_is_not_switched(
    desk: AtDesk, practice: PracticeService, job: Job, free_the_list: Callable[[], None]
) -> None:
    ask_and_record(desk, job)
    desk.session.repository.remove_model(job.model)
    free_the_list()
    desk.until(lambda: ("switch ended", "October", "not sent") in switch_controller(desk))
    assert switch_requests(practice) == 0


def test_a_key_renewed_meanwhile_is_the_one_that_is_used(
    desk: AtDesk, practice: PracticeService, job: Job, free_the_list: Callable[[], None]
) -> None:
    ask_and_record(desk, job)
    practice.revoke_keys()
    desk.session.keys.put(job.model, practice.issue_key())
    free_the_list()
    desk.until(lambda: live_states(desk) == {"October": "Live"})


def test_one_on_record_is_not_taken_back(
    desk: AtDesk, practice: PracticeService, job: Job, free_the_list: Callable[[], None]
) -> None:
    ask_and_record(desk, job)
    desk.session.switch_coordinator.cancel(job.key)
    free_the_list()
    desk.until(lambda: live_states(desk) == {"October": "Live"})
    assert switch_requests(practice) == 1


def test_nothing_that_comes_onto_record_while_the_program_ends_is_sent(
    desk: AtDesk, practice: PracticeService, job: Job, free_the_list: Callable[[], None]
) -> None:
    ask_and_record(desk, job)
    threading.Timer(0.5, free_the_list).start()
    desk.session.close()
    assert switch_controller(desk)[-1] == ("switch ended", "October", "not sent")
    assert switch_requests(practice) == 0
    assert not desk.session.switch_coordinator.switch(job.key, "Too late", is_back=False)


def test_a_key_that_comes_past_its_deadline_sends_nothing(
    desk: AtDesk, practice: PracticeService, job: Job, keychain: SessionKeychain
) -> None:
    """The lid was closed over the keychain's question, and whoever opens it answers that first."""
    desk.close()
    slow = SlowKeychain()
    slow._keys = dict(keychain._keys)
    again = AtDesk(desk.qtbot, desk.folder.parent, desk.clock, practice, slow)
    again.ask_for_switch(job)
    assert again.session.switch_coordinator.waits_for_key(job.key)
    again.session.switch_coordinator._timer.stop()  # which would give it up too, if it came first
    again.clock.advance(8 * 3600.0)
    slow.allowed.set()
    until_not_sent(again, job, ProblemKind.KEYCHAIN_LOCKED)
    assert switch_requests(practice) == 0
    again.close()
