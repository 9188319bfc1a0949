"""A keychain that refuses stops the jobs that need it, says so, and is asked again only when a person wants it."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.job import Answer, Job
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.ui.jobs.job_list_model import JobColumn
from tests.gui.at_desk import AtDesk, Clock


class Locked(SessionKeychain):
    """A system's keychain whose owner can refuse."""

    name = "a locked keychain"
    is_lasting = True

    def __init__(self) -> None:
        super().__init__()
        self.is_locked = False
        self.asked = 0

    def load(self, model: str) -> str | None:
        """Ask its owner."""
        self.asked += 1
        self._refuse()
        return super().load(model)

    def keep(self, model: str, key: str) -> None:
        """Ask its owner."""
        self._refuse()
        super().keep(model, key)

    def _refuse(self) -> None:
        if self.is_locked:
            raise ProblemError(Problem(ProblemKind.KEYCHAIN_LOCKED, "KeyringLocked: refused"))


def test_a_locked_keychain_stops_checks_until_a_person_unlocks_it(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService
) -> None:
    keychain = Locked()
    desk = AtDesk(qtbot, tmp_path, clock, practice, keychain)
    desk.add_model("Sales")
    job = desk.running_job("Locked out")
    desk.close()
    keychain.is_locked = True
    clock.advance(400)

    again = AtDesk(qtbot, tmp_path, clock, practice, keychain)
    again.until(lambda: again.job(job.key).problem)
    assert again.cell(job, JobColumn.STANDING) == "Keychain locked"
    assert again.cell(job, JobColumn.NEXT_CHECK) == "stopped"
    asked = keychain.asked
    again.pass_time(4000)
    qtbot.wait(50)
    assert keychain.asked == asked
    again.select(job)
    assert "The system’s keychain is locked" in again.said()
    keychain.is_locked = False
    again.press(again.window.details, "Check now")
    again.until(lambda: again.job(job.key).problem is None)
    again.close()


def test_a_key_that_cannot_be_kept_works_for_this_session_and_that_is_said(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService
) -> None:
    keychain = Locked()
    keychain.is_locked = True
    desk = AtDesk(qtbot, tmp_path, clock, practice, keychain)
    desk.add_model("Sales")
    desk.until(lambda: "Sales: The system’s keychain is locked" in desk.said())
    job = desk.running_job()
    assert desk.job(job.key).problem is None
    desk.close()


def test_a_form_stays_open_while_the_list_changes(desk: AtDesk) -> None:
    job = desk.running_job("Below")
    desk.actions.add_job.trigger()
    form = desk.dialog("Add job")
    desk.field(form, "Job ID", QPlainTextEdit).setPlainText("half typ")
    desk.pass_time(60)
    desk.until(lambda: desk.status_checks(job) > 1)
    assert desk.field(form, "Job ID", QPlainTextEdit).toPlainText() == "half typ"
    form.reject()


@pytest.mark.usefixtures("by_one_cell")
def test_a_start_without_the_keychain_does_not_stop_checks_for_good(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService
) -> None:
    keychain = Locked()
    desk = AtDesk(qtbot, tmp_path, clock, practice, keychain)
    desk.add_model("Sales")
    job = desk.running_job()
    desk.close()
    clock.advance(400)
    without = AtDesk(qtbot, tmp_path, clock, practice, SessionKeychain())
    without.until(lambda: without.job(job.key).problem)
    without.close()
    again = AtDesk(qtbot, tmp_path, clock, practice, keychain)
    again.until(lambda: again.job(job.key).problem is None and again.job(job.key).checked_at)
    again.close()


class Silent(SessionKeychain):
    """A system's keychain that shows a prompt nobody sees."""

    name = "keyring.backends.SecretService.Keyring"
    is_lasting = True

    def __init__(self, keys: dict[str, str]) -> None:
        super().__init__()
        self._keys = dict(keys)
        self.answers = threading.Event()
        self.refusal: Exception | None = None

    def load(self, model: str) -> str | None:
        self._wait()
        return super().load(model)

    def keep(self, model: str, key: str) -> None:
        self._wait()
        super().keep(model, key)

    def _wait(self) -> None:
        assert self.answers.wait(60)
        if self.refusal:
            raise self.refusal


_WAITING = "Waiting for the keychain"
Starts = Callable[[], tuple[AtDesk, Silent]]


@pytest.fixture
def silent(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService, keychain: SessionKeychain
) -> Iterator[Starts]:
    """The next start, with a keychain that does not answer."""
    begun: list[tuple[AtDesk, Silent]] = []

    def start() -> tuple[AtDesk, Silent]:
        slow = Silent(keychain._keys)
        begun.append((AtDesk(qtbot, tmp_path, clock, practice, slow), slow))
        return begun[-1]

    yield start
    for desk, slow in begun:
        slow.answers.set()
        desk.close()


def sentence(desk: AtDesk, job: Job) -> str:
    """The row as a screen reader says it."""
    row = next(row for row, cells in enumerate(desk.rows()) if cells[JobColumn.NAME] == job.title)
    return str(desk.window.table.model().index(row, JobColumn.NAME).data(Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.usefixtures("by_one_cell")
def test_a_check_that_waits_for_the_keychain_says_so_everywhere_and_goes_on_by_itself(
    desk: AtDesk, clock: Clock, silent: Starts
) -> None:
    job = desk.running_job("November")
    desk.close()
    clock.advance(4000)
    again, slow = silent()
    again.until(lambda: again.cell(job, JobColumn.NEXT_CHECK).startswith(_WAITING))
    again.until(lambda: again.window.messages.isVisible() and again.said().count(_WAITING) >= 2)
    said = again.said()
    assert "Secret Service of this desktop" in said
    assert "may be behind this one" in said
    assert _WAITING in sentence(again, job)
    row = again.window.table.model().index(0, JobColumn.NEXT_CHECK)
    assert "may be behind this one" in str(row.data(Qt.ItemDataRole.ToolTipRole))
    checked = again.status_checks(job)
    slow.answers.set()
    again.until(lambda: again.status_checks(job) > checked)
    again.until(lambda: _WAITING not in again.said())
    assert _WAITING not in again.cell(job, JobColumn.NEXT_CHECK)
    assert _WAITING not in sentence(again, job)


def test_a_check_asked_for_by_hand_waits_visibly_too(desk: AtDesk, silent: Starts) -> None:
    job = desk.running_job("November")
    desk.close()
    again, _ = silent()
    again.select(job)
    again.until(again.actions.check_now.isEnabled)
    again.actions.check_now.trigger()
    again.until(lambda: again.cell(job, JobColumn.NEXT_CHECK).startswith(_WAITING))


def test_a_keychain_that_refuses_after_a_while_becomes_the_problem_it_is(
    desk: AtDesk, clock: Clock, silent: Starts
) -> None:
    job = desk.running_job("November")
    desk.close()
    clock.advance(4000)
    again, slow = silent()
    again.until(lambda: again.cell(job, JobColumn.NEXT_CHECK).startswith(_WAITING))
    slow.refusal = ProblemError(Problem(ProblemKind.KEYCHAIN_LOCKED, "refused"))
    slow.answers.set()
    again.until(lambda: again.job(job.key).problem)
    again.until(lambda: _WAITING not in again.said())
    assert again.cell(job, JobColumn.NEXT_CHECK) == "stopped"
    assert "The system’s keychain is locked" in again.said()


@pytest.mark.usefixtures("by_one_cell")
def test_saving_waits_visibly_and_can_be_cancelled(desk: AtDesk, silent: Starts, practice: PracticeService) -> None:
    job = desk.finished_job("November")
    desk.close()
    again, slow = silent()
    again.start_saving(job)
    again.until(lambda: again.cell(job, JobColumn.RESULTS).startswith(_WAITING))
    assert _WAITING in sentence(again, job)
    again.press(again.window.details, "Cancel saving")
    again.until(lambda: again.cell(job, JobColumn.RESULTS) == "Ready to save")
    asked = len(again.to_storage())
    slow.answers.set()
    again.until(lambda: again.session.keys.key_of(job.model))
    again.until(lambda: _WAITING not in again.said())
    assert len(again.to_storage()) == asked


def test_a_switch_waits_visibly(desk: AtDesk, silent: Starts) -> None:
    job = desk.finished_job("November")
    desk.close()
    again, _ = silent()
    again.ask_for_switch(job)
    again.until(lambda: "may be behind this one" in again.said())
    row = again.window.table.model().index(0, JobColumn.IN_SERVICE)
    assert _WAITING in str(row.data(Qt.ItemDataRole.ToolTipRole))
    again.press(again.window.details, "Cancel switch")


def test_sending_waits_visibly_in_its_form(desk: AtDesk, silent: Starts, tmp_path: Path) -> None:
    desk.close()
    again, _ = silent()
    training = tmp_path / "training.csv"
    training.write_text("n,churn\n" + "".join(f"{n},{'yes' if n % 3 else 'no'}\n" for n in range(300)))
    again.drop(training)
    form = again.dialog("New retraining")
    again.until(lambda: not again.shows_button(form, "Stop checking"))
    again.send(form)
    again.until(lambda: "may be behind this one" in again.said())
    form.reject()
    again.until(lambda: not again.session.uploads.is_under_way())
    form.reject()


def test_issuing_a_key_with_the_kept_secret_waits_visibly(desk: AtDesk, silent: Starts) -> None:
    model = desk.model("Sales forecast")
    assert model is not None
    desk.know_secret(model)
    desk.close()
    again, slow = silent()
    again.issue_new_key("Sales forecast")
    again.until(lambda: _WAITING in again.said())
    slow.answers.set()
    again.until_new_key_is_told("Sales forecast")
    again.until(lambda: _WAITING not in again.said())


def test_a_new_key_that_the_keychain_does_not_take_yet_is_used_and_that_is_said(desk: AtDesk, silent: Starts) -> None:
    desk.close()
    again, slow = silent()
    again.add_model("Churn")
    again.until(lambda: _WAITING in again.said())
    assert "already works" in again.said()
    job = again.add_job(again.practice.start_job(seconds=3600.0), "Works", model="Churn")
    again.until(lambda: again.job(job.key).status)
    again.pass_time(4000)
    assert _WAITING not in again.cell(job, JobColumn.NEXT_CHECK)
    slow.answers.set()
    again.until(lambda: _WAITING not in again.said())


def test_a_quick_keychain_is_never_said_to_be_waited_for(desk: AtDesk) -> None:
    job = desk.running_job("November")
    assert _WAITING not in desk.said() + desk.cell(job, JobColumn.NEXT_CHECK)


def test_a_job_no_longer_finished_when_the_keychain_answers_is_not_switched_to(
    desk: AtDesk, silent: Starts, practice: PracticeService
) -> None:
    job = desk.finished_job("November")
    desk.close()
    again, slow = silent()
    again.ask_for_switch(job)
    again.until(lambda: again.session.switch_coordinator.waits_for_key(job.key))
    again.session.scheduler.take_in(job.key, Answer("job_running", again.clock()))
    slow.answers.set()
    again.until(lambda: again.session.switch_coordinator.under_way(job.model) is None)
    again.until(lambda: [event.kind for event in again.history()][-1] is EventKind.SWITCH_ENDED)
    assert again.history()[-1].details["outcome"] == "not sent"
    problem = again.job(job.key).switch_problem
    assert problem is not None
    assert problem.kind is ProblemKind.JOB_NOT_FINISHED
    assert not [seen for seen in practice.requests if seen.method == "PUT" and seen.origin == "api"]
