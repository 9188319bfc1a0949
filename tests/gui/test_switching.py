"""Putting a retrained model into service: stated, asked, on record before it is sent, and never guessed about."""

import contextlib
import gc
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton

from epa_gui.core.history.deployment import LiveState, SwitchOutcome
from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.history.log import entries
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.switch_text import switch_problem_words
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator
from epa_gui.ui.switching.switch_worker import SwitchOrder
from tests.gui.at_desk import AtDesk, Clock

NewDesk = Callable[[], AtDesk]
PATH = "update_model"


def live_states(desk: AtDesk) -> dict[str, str]:
    """What the column "In service" shows, by the jobs' names."""
    return {row[JobColumn.NAME]: row[JobColumn.IN_SERVICE] for row in desk.rows()}


def switch_controller(desk: AtDesk) -> list[tuple[str, str, str]]:
    """The history's switches: the kind, the job's name, and the reason or the outcome."""
    kinds = {EventKind.SWITCH_ASKED: "reason", EventKind.SWITCH_ENDED: "outcome"}
    return [
        (event.kind.value, event.job_name, event.text(kinds[event.kind]))
        for event in desk.history()
        if event.kind in kinds
    ]


def events_in(path: Path) -> list[HistoryEvent]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return [entry.event for entry in entries(connection)]


def switch_requests(practice: PracticeService) -> int:
    return sum(seen.path.endswith(PATH) for seen in practice.requests)


@pytest.fixture
def two(desk: AtDesk) -> tuple[Job, Job]:
    """Two finished jobs of one model."""
    return desk.finished_job("October"), desk.finished_job("November")


def test_from_finished_to_live_and_back_to_an_earlier_job(
    desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]
) -> None:
    october, november = two
    desk.switch(october, "First retraining")
    assert practice.live_job() == october.id
    assert live_states(desk) == {"October": "Live", "November": "–"}
    desk.switch(november, "Newer data")
    assert practice.live_job() == november.id
    assert live_states(desk) == {"October": "Was live", "November": "Live"}

    dialog = desk.open_switch(october)
    assert "does not promise" in desk.said()
    desk.field(dialog, "Reason", QLineEdit).setText("November was worse in use")
    desk.confirm_switch(dialog)
    desk.until(lambda: practice.live_job() == october.id)
    desk.until(lambda: live_states(desk) == {"October": "Live", "November": "Was live"})
    desk.until(
        lambda: (
            switch_controller(desk)
            == [
                ("switch asked", "October", "First retraining"),
                ("switch ended", "October", "done"),
                ("switch asked", "November", "Newer data"),
                ("switch ended", "November", "done"),
                ("switch asked", "October", "November was worse in use"),
                ("switch ended", "October", "done"),
            ]
        )
    )
    asked = [event for event in desk.history() if event.kind is EventKind.SWITCH_ASKED]
    assert [event.text("replaces") for event in asked] == ["", october.id, november.id]
    assert [event.details["is_back"] for event in asked] == [False, False, True]


def test_a_switch_that_has_ended_keeps_no_key(desk: AtDesk, two: tuple[Job, Job]) -> None:
    def orders() -> int:
        return sum(type(kept) is SwitchOrder for kept in gc.get_objects())

    before = orders()
    desk.switch(two[0])
    desk.until(lambda: not list(desk.session.switch_coordinator.threads))
    assert orders() <= before


def test_what_is_live_is_found_and_told_at_the_side(desk: AtDesk, two: tuple[Job, Job]) -> None:
    desk.switch(two[1])
    desk.window.tool_bar.search.setText("live")
    desk.until(lambda: live_states(desk) == {"November": "Live"})
    desk.until(lambda: "Live: November" in desk.model_lines()[1])


def test_a_live_job_is_told_by_the_name_it_has_now(desk: AtDesk, two: tuple[Job, Job]) -> None:
    assert "Live: the original" in desk.model_lines()[1]
    desk.switch(two[0])
    desk.session.repository.change_job(replace(desk.job(two[0].key), name="Autumn"))
    desk.until(lambda: "Live: Autumn" in desk.model_lines()[1])
    desk.switch(two[1])
    asked = [event for event in desk.history() if event.kind is EventKind.SWITCH_ASKED]
    assert asked[-1].text("replaces_name") == "Autumn"


def test_was_live_says_since_when_and_why(desk: AtDesk, two: tuple[Job, Job]) -> None:
    desk.switch(two[0], "Spring was over")
    desk.switch(two[1])
    desk.select(two[0])
    desk.until(lambda: "Was live from" in desk.said() and "Spring was over" in desk.said())


def test_it_is_live_after_a_restart_too(desk: AtDesk, new_desk: NewDesk, two: tuple[Job, Job]) -> None:
    desk.switch(two[1])
    desk.close()
    again = new_desk()
    assert live_states(again) == {"October": "–", "November": "Live"}


def test_nothing_is_sent_before_it_is_on_record(desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]) -> None:
    practice.misbehave(Fault.delay(1.0), path=PATH)
    desk.ask_for_switch(two[0], "On record first")
    desk.until(lambda: switch_requests(practice) == 1)
    assert switch_controller(desk) == [("switch asked", "October", "On record first")]
    assert live_states(desk)["October"] == "Switching…"
    desk.until(lambda: live_states(desk)["October"] == "Live")


def test_a_history_that_cannot_be_written_stops_the_switch(
    desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]
) -> None:
    holder = sqlite3.connect(desk.folder / "epa-desktop.sqlite3", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")  # as a backup program might
    try:
        desk.ask_for_switch(two[0])
        desk.until(lambda: desk.session.switch_coordinator.under_way(two[0].model) is None, seconds=20)
        problem = desk.job(two[0].key).switch_problem
        assert problem
        assert problem.kind is ProblemKind.SWITCH_NOT_RECORDED
    finally:
        holder.rollback()
        holder.close()
    desk.until(lambda: switch_controller(desk)[-1:] == [("switch ended", "October", "not sent")], seconds=20)
    assert switch_requests(practice) == 0
    assert practice.live_job() is None


@pytest.mark.parametrize(
    ("prepare", "kind"),
    [
        (lambda practice, job: practice.say(job.id, "training"), ProblemKind.JOB_NOT_FINISHED),
        (lambda practice, _: practice.delete_classifier(), ProblemKind.PREDICTION_API_DELETED),
        (lambda practice, job: practice.delete(job.id), ProblemKind.JOB_NOT_FOUND),
        (lambda practice, _: practice.revoke_keys(), ProblemKind.KEY_INACTIVE),
    ],
)
def test_a_refusal_is_explained_and_changes_nothing(
    desk: AtDesk,
    practice: PracticeService,
    two: tuple[Job, Job],
    prepare: Callable[[PracticeService, Job], None],
    kind: ProblemKind,
) -> None:
    october, november = two
    desk.switch(october)
    prepare(practice, november)
    desk.switch(november)
    problem = desk.job(november.key).switch_problem
    assert problem
    assert problem.kind is kind
    assert live_states(desk) == {"October": "Live", "November": "–"}
    assert practice.live_job() == october.id
    desk.select(november)
    words = switch_problem_words(problem)
    desk.until(lambda: all(part in desk.said() for part in (words.happened, words.means, words.to_do)))
    assert "unchanged" in words.means or "Nothing was switched" in words.means
    desk.until(lambda: switch_controller(desk)[-1] == ("switch ended", "November", "refused"))


def test_a_refusal_can_be_dismissed(desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]) -> None:
    practice.delete_classifier()
    desk.switch(two[0])
    desk.select(two[0])
    desk.press(desk.window.details, "Dismiss")
    assert desk.job(two[0].key).switch_problem is None


@pytest.mark.parametrize("fault", [Fault.reset(), Fault.drop(), Fault.html(502)])
def test_without_an_answer_it_says_that_it_does_not_know(
    desk: AtDesk, practice: PracticeService, two: tuple[Job, Job], fault: Fault
) -> None:
    october, november = two
    desk.switch(october)
    practice.misbehave(fault, path=PATH)
    desk.switch(november, "Better")
    assert live_states(desk) == {"October": "May still be live", "November": "Switch not confirmed"}
    desk.select(november)
    desk.until(lambda: "It is not known whether the model was switched." in desk.said())
    assert switch_requests(practice) == 2, "it is never sent again by itself"

    desk.press(desk.window.details, "Switch again…")
    dialog = desk.dialog("Switch model")
    assert desk.field(dialog, "Reason", QLineEdit).text() == "Better"
    desk.confirm_switch(dialog)
    desk.until(lambda: live_states(desk) == {"October": "Was live", "November": "Live"})
    assert practice.live_job() == november.id
    assert desk.job(november.key).switch_problem is None


def test_not_confirmed_outlives_the_program_and_a_removal(
    desk: AtDesk, new_desk: NewDesk, practice: PracticeService, two: tuple[Job, Job]
) -> None:
    practice.misbehave(Fault.reset(), path=PATH)
    desk.switch(two[0])
    desk.select(two[0])
    desk.actions.remove.trigger()
    desk.until(lambda: "October" not in live_states(desk))
    desk.actions.undo.trigger()
    desk.until(lambda: live_states(desk).get("October") == "Switch not confirmed")
    desk.close()
    again = new_desk()
    assert live_states(again) == {"October": "Switch not confirmed", "November": "–"}
    again.switch(two[1])
    assert live_states(again) == {"October": "May have been live", "November": "Live"}
    assert again.job(two[0].key).switch_problem is None


def test_a_removed_job_that_was_not_confirmed_comes_back_as_things_stand(
    desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]
) -> None:
    practice.misbehave(Fault.reset(), path=PATH)
    desk.switch(two[0])
    desk.select(two[0])
    desk.actions.remove.trigger()
    desk.switch(two[1])
    desk.actions.undo.trigger()
    desk.until(lambda: live_states(desk) == {"October": "May have been live", "November": "Live"})
    desk.until(lambda: desk.job(two[0].key).switch_problem is None)


def test_after_a_restored_backup_nothing_is_called_live_for_certain(
    desk: AtDesk, new_desk: NewDesk, two: tuple[Job, Job]
) -> None:
    desk.switch(two[0])
    backup = desk.folder / "backups" / "epa-desktop-1.sqlite3"
    desk.until(lambda: any(event.kind is EventKind.SWITCH_ENDED for event in events_in(backup)))
    kept = backup.read_bytes()
    desk.switch(two[1])
    desk.close()
    for number in (1, 2, 3):
        (backup.parent / f"epa-desktop-{number}.sqlite3").write_bytes(kept)  # older than the last switch
    (desk.folder / FILE_NAME).write_bytes(b"damaged" * 1000)
    again = new_desk()
    assert live_states(again)["October"] == "May still be live"
    again.open_switch(two[0])
    assert "came from a backup" in again.said()
    again.dialog("Switch model").reject()
    again.switch(two[1])
    assert live_states(again) == {"October": "Was live", "November": "Live"}


class SlowKeychain(SessionKeychain):
    """Asks a person first."""

    def __init__(self) -> None:
        super().__init__()
        self.allowed = threading.Event()

    def load(self, model: str) -> str | None:
        assert self.allowed.wait(20)
        return super().load(model)


@pytest.fixture
def waiting(
    desk: AtDesk, two: tuple[Job, Job], keychain: SessionKeychain, tmp_path: Path, clock: Clock
) -> Iterator[tuple[AtDesk, SlowKeychain]]:
    """The next start, with a switch asked for and a keychain that has not answered."""
    desk.close()
    slow = SlowKeychain()
    slow._keys = dict(keychain._keys)
    again = AtDesk(desk.qtbot, tmp_path, clock, desk.practice, slow)
    again.ask_for_switch(two[0])
    again.until(lambda: again.session.switch_coordinator.waits_for_key(two[0].key))
    yield again, slow
    slow.allowed.set()
    again.close()


def test_while_the_keychain_is_asked_it_can_be_cancelled(
    waiting: tuple[AtDesk, SlowKeychain], practice: PracticeService, two: tuple[Job, Job]
) -> None:
    again, slow = waiting
    again.select(two[0])
    again.press(again.window.details, "Cancel switch")
    assert again.session.switch_coordinator.under_way(two[0].model) is None
    slow.allowed.set()
    again.until(lambda: switch_controller(again)[-1:] == [("switch ended", "October", "not sent")])
    again.until(lambda: again.session.keys.key_of(two[0].model) is not None)
    assert switch_requests(practice) == 0


def test_a_job_removed_while_the_keychain_is_asked_is_not_switched_to(
    waiting: tuple[AtDesk, SlowKeychain], practice: PracticeService, two: tuple[Job, Job]
) -> None:
    again, slow = waiting
    again.session.repository.remove_jobs([two[0].key])
    slow.allowed.set()
    again.until(lambda: again.session.keys.key_of(two[0].model) is not None)
    again.until(lambda: switch_controller(again)[-1:] == [("switch ended", "October", "not sent")])
    assert switch_requests(practice) == 0
    again.actions.undo.trigger()
    again.until(lambda: again.job(two[0].key).switch_problem)
    assert again.job(two[0].key).switch_problem.kind is ProblemKind.SWITCH_NOT_BEGUN  # type: ignore[union-attr]


def test_quitting_while_the_keychain_is_asked_is_on_record(
    waiting: tuple[AtDesk, SlowKeychain], practice: PracticeService
) -> None:
    again, slow = waiting
    threading.Timer(0.2, slow.allowed.set).start()
    again.close()
    assert switch_controller(again)[-2:] == [
        ("switch asked", "October", "It is better"),
        ("switch ended", "October", "not sent"),
    ]
    assert switch_requests(practice) == 0


def test_the_keychain_has_a_deadline_too(
    waiting: tuple[AtDesk, SlowKeychain], practice: PracticeService, two: tuple[Job, Job]
) -> None:
    again, _ = waiting
    again.clock.advance(3600.0)  # the computer slept
    again.until(lambda: again.session.switch_coordinator.under_way(two[0].model) is None)
    again.until(lambda: switch_controller(again)[-1:] == [("switch ended", "October", "not sent")])
    assert switch_requests(practice) == 0


def test_a_reason_is_not_lost_with_a_refusal(desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]) -> None:
    practice.delete_classifier()
    desk.switch(two[0], "Long thought about")
    desk.select(two[0])
    desk.press(desk.window.details, "Switch model…")
    dialog = desk.dialog("Switch model")
    assert desk.field(dialog, "Reason", QLineEdit).text() == "Long thought about"


def test_a_key_typed_as_the_reason_is_shown_nowhere(
    desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]
) -> None:
    desk.switch(two[0], f"With {practice.api_key}")
    desk.select(two[0])
    desk.until(lambda: "Live since" in desk.said())
    assert practice.api_key not in desk.said()


def test_removing_a_live_job_says_that_it_stays_live(desk: AtDesk, two: tuple[Job, Job]) -> None:
    desk.switch(two[0])
    desk.select(two[0])
    desk.actions.remove.trigger()
    desk.until(lambda: "“October” stays live at the service." in desk.said())


def test_two_names_for_one_model_are_told(desk: AtDesk) -> None:
    desk.add_model("Twin")
    desk.until(lambda: "are the same model" in desk.said())


def test_its_own_deadline_ends_it(desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]) -> None:
    practice.misbehave(Fault.delay(30), path=PATH)
    desk.ask_for_switch(two[0])
    desk.until(lambda: switch_requests(practice) == 1)
    desk.clock.advance(61.0)
    desk.until(lambda: desk.session.switch_coordinator.under_way(two[0].model) is None)
    assert live_states(desk)["October"] == "Switch not confirmed"


def test_one_at_a_time_for_each_model(desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]) -> None:
    practice.misbehave(Fault.delay(1.0), path=PATH)
    desk.ask_for_switch(two[0])
    desk.select(two[1])
    desk.until(lambda: not desk.actions.switch_model.isEnabled())
    assert not desk.session.switch_coordinator.switch(two[1].key, "Now", is_back=False)
    desk.until(lambda: live_states(desk)["October"] == "Live")
    desk.until(desk.actions.switch_model.isEnabled)
    assert switch_requests(practice) == 1


def test_models_do_not_wait_for_each_other(desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]) -> None:
    desk.add_model("Other", practice.issue_key(2002))
    theirs = desk.add_job(practice.start_job(seconds=0, model_id=2002), "Theirs", model="Other")
    desk.until(lambda: desk.job(theirs.key).can_save)
    practice.misbehave(Fault.delay(2.0), path=two[0].id)
    desk.ask_for_switch(two[0])
    desk.switch(theirs)
    assert live_states(desk)["Theirs"] == "Live"
    assert live_states(desk)["October"] == "Switching…"
    desk.until(lambda: live_states(desk)["October"] == "Live")
    assert practice.live_job(2002) == theirs.id


def test_only_a_finished_job_offers_it(desk: AtDesk) -> None:
    job = desk.running_job("Going")
    desk.select(job)
    desk.until(desk.actions.check_now.isEnabled)
    assert not desk.actions.switch_model.isEnabled()
    assert not desk.session.switch_coordinator.switch(job.key, "Early", is_back=False)


def test_closing_the_dialog_asks_nothing(desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]) -> None:
    for leave in ("escape", "enter", "close"):
        dialog = desk.open_switch(two[0])
        desk.field(dialog, "Reason", QLineEdit).setText("Almost")
        if leave == "enter":
            QTest.keyClick(desk.field(dialog, "Reason", QLineEdit), Qt.Key.Key_Return)
            assert dialog.isVisible()
        if leave == "escape":
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            dialog.close()
        desk.until(desk.no_dialog)
    assert switch_requests(practice) == 0
    assert switch_controller(desk) == []


def test_the_dialog_stays_true_while_it_is_open(desk: AtDesk, two: tuple[Job, Job]) -> None:
    dialog = desk.open_switch(two[0])
    assert "Save results…" in {button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()}
    desk.session.downloads.save(two[0].key, desk.downloads_folder / "r.zip")
    assert desk.button(dialog, "Look at the results").isEnabled()
    desk.session.repository.remove_jobs([two[0].key])
    desk.until(desk.no_dialog)


def test_the_window_closes_only_when_the_service_has_answered(
    desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]
) -> None:
    practice.misbehave(Fault.delay(1.5), path=PATH)
    desk.ask_for_switch(two[0])
    desk.until(lambda: switch_requests(practice) == 1)
    assert desk.session.is_busy(), "an installer does not end it now"
    desk.window.close()
    assert desk.window.isVisible()
    assert any("under way" in box.windowTitle() for box in desk.window.findChildren(QMessageBox))
    desk.until(lambda: not desk.window.isVisible())
    assert switch_controller(desk)[-1] == ("switch ended", "October", "done")


def test_who_decides_not_to_quit_stays(desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]) -> None:
    practice.misbehave(Fault.delay(1.5), path=PATH)
    desk.ask_for_switch(two[0])
    desk.until(lambda: switch_requests(practice) == 1)
    desk.window.close()
    desk.press(desk.window, "Do not quit")
    desk.until(lambda: live_states(desk)["October"] == "Live")
    assert desk.window.isVisible()


def test_an_end_that_asks_nobody_still_waits_for_the_answer(
    desk: AtDesk, practice: PracticeService, two: tuple[Job, Job]
) -> None:
    """⌘Q and logging out pass the window by."""
    practice.misbehave(Fault.delay(1.0), path=PATH)
    desk.ask_for_switch(two[0])
    desk.until(lambda: switch_requests(practice) == 1)
    desk.session.close()
    assert switch_controller(desk)[-1] == ("switch ended", "October", "done")


def test_no_key_is_told_and_nothing_is_sent(
    desk: AtDesk, new_desk: NewDesk, practice: PracticeService, two: tuple[Job, Job], keychain: SessionKeychain
) -> None:
    desk.close()
    keychain.forget(two[0].model)  # behind the program's back
    again = new_desk()
    again.switch(two[0])
    problem = again.job(two[0].key).switch_problem
    assert problem
    assert problem.kind is ProblemKind.KEY_MISSING
    assert switch_requests(practice) == 0
    again.until(lambda: switch_controller(again)[-1] == ("switch ended", "October", "not sent"))


class Opener(QObject):
    """What the system would open files with."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener(qapp: object) -> Iterator[Opener]:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]  # the stub says bytes
    yield opener
    QDesktopServices.unsetUrlHandler("file")


def test_every_action_is_in_the_history(desk: AtDesk, practice: PracticeService, opener: Opener) -> None:
    job = desk.finished_job("October")
    path = desk.save_results(job)
    desk.switch(job, "Why not")
    desk.session.repository.remove_model(job.model)
    desk.actions.undo.trigger()
    desk.close()
    events = desk.history()
    kinds = [event.kind for event in events]
    assert kinds == [
        EventKind.MODEL_ADDED,
        EventKind.KEY_ADDED,
        EventKind.JOB_ADOPTED,
        EventKind.STATUS_CHANGED,
        EventKind.RESULTS_SAVED,
        EventKind.TARGET_CHANGED,
        EventKind.SWITCH_ASKED,
        EventKind.SWITCH_ENDED,
        EventKind.JOB_REMOVED,
        EventKind.MODEL_REMOVED,
        EventKind.MODEL_RESTORED,
        EventKind.JOB_RESTORED,
    ]
    saved = next(event for event in events if event.kind is EventKind.RESULTS_SAVED)
    assert saved.text("path") == str(path)
    assert saved.number("size") == len(practice.results_of(job.id))
    assert {event.model_name for event in events} == {"Sales forecast"}


def test_no_key_and_no_signature_reaches_the_history(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job(f"Key {practice.api_key}")
    link = "https://storage.example/results.zip?X-Amz-Signature=5ecre7516"
    desk.save_results(job)
    desk.switch(job, f"See {link} with {practice.api_key}")
    desk.close()
    raw = (desk.folder / "epa-desktop.sqlite3").read_bytes()
    assert b"5ecre7516" not in raw
    for event in desk.history():
        assert practice.api_key not in repr(event)
    assert any("https://storage.example/results.zip" in event.text("reason") for event in desk.history())


def test_what_the_program_did_is_what_the_controller_says(desk: AtDesk, two: tuple[Job, Job]) -> None:
    switch_coordinator: SwitchCoordinator = desk.session.switch_coordinator
    desk.switch(two[0])
    service = switch_coordinator.deployment_of(two[0].model)
    assert service.live
    assert (service.live.job, service.live.outcome) == (two[0].id, SwitchOutcome.DONE)
    assert switch_coordinator.live_state_of(desk.job(JobKey(two[1].model, two[1].id))) is LiveState.NO
    assert isinstance(desk.history()[-1], HistoryEvent)
