"""A keychain that refuses stops the jobs that need it, says so, and is asked again only when a person wants it."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from epa_gui.jobs.problem import Problem, ProblemKind, Trouble
from epa_gui.keys.keychain import SessionKeychain
from epa_gui.models.job_list_model import Column
from epa_gui.practice import PracticeService
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
            raise Trouble(Problem(ProblemKind.KEYCHAIN_LOCKED, "KeyringLocked: refused"))


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
    assert again.cell(job, Column.STATUS).startswith("Needs attention")
    assert again.cell(job, Column.NEXT_CHECK) == "stopped"
    asked = keychain.asked
    again.pass_time(4000)
    qtbot.wait(50)
    assert keychain.asked == asked
    again.select(job)
    assert "The system's keychain is locked" in again.said()
    keychain.is_locked = False
    again.press(again.window.details, "Check again")
    again.until(lambda: again.job(job.key).problem is None)
    again.close()


def test_a_key_that_cannot_be_kept_works_for_this_session_and_that_is_said(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService
) -> None:
    keychain = Locked()
    keychain.is_locked = True
    desk = AtDesk(qtbot, tmp_path, clock, practice, keychain)
    desk.add_model("Sales")
    desk.until(lambda: "Sales: The system's keychain is locked" in desk.said())
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
