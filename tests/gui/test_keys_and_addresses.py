"""A key goes only to the service it was given for, whoever changed the address since."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.keys.keychain import SystemKeychain
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.practice import PracticeService
from epa_gui.ui.jobs.job_list_model import JobColumn
from tests.core.keys.test_keychain import Backend
from tests.gui.at_desk import AtDesk, Clock


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[PracticeService]:
    """Another service on this computer, which notes what it is sent."""
    with PracticeService(tmp_path / "other", clock=clock) as service:
        yield service


@pytest.fixture
def backend() -> Backend:
    """The system's keychain, for every start of the program."""
    return Backend()


@pytest.fixture
def start(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService, backend: Backend
) -> Iterator[Callable[[], AtDesk]]:
    """Starts the program over the same list and the same keychain."""
    desks: list[AtDesk] = []

    def begin() -> AtDesk:
        desks.append(AtDesk(qtbot, tmp_path, clock, practice, SystemKeychain(backend, "test")))
        return desks[-1]

    yield begin
    for desk in desks:
        desk.close()


def move(desk: AtDesk, address: str) -> None:
    """Change the address of all models in the file, as anybody can who may write to it."""
    with contextlib.closing(sqlite3.connect(desk.folder / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE model SET address = ?", (address,))


@pytest.mark.parametrize("at", ["another port", "another name of this computer"])
def test_a_key_is_not_sent_to_an_address_it_was_not_given_for(
    start: Callable[[], AtDesk], other: PracticeService, practice: PracticeService, clock: Clock, at: str
) -> None:
    desk = start()
    desk.add_model("Sales")
    job = desk.running_job("November")
    finished = desk.finished_job("October")
    desk.close()
    address = other.url if at == "another port" else practice.url.replace("127.0.0.1", "localhost")
    assert address != practice.url
    move(desk, address)
    clock.advance(4000)
    seen = len(practice.requests)

    again = start()
    again.until(lambda: again.job(job.key).problem)
    assert again.cell(job, JobColumn.STANDING) == "Key needed"
    again.select(job)
    assert "was not entered for this model’s address" in again.said()
    again.ask_for_switch(finished)
    again.until(lambda: again.job(finished.key).switch_problem)
    problem = again.job(finished.key).switch_problem
    assert problem is not None
    assert problem.kind is ProblemKind.KEY_FOR_ANOTHER_ADDRESS
    again.start_saving(finished)
    again.until(lambda: again.job(finished.key).save_problem)
    assert (len(other.requests), len(practice.requests)) == (0, seen)
    changes = [event for event in again.history() if event.kind is EventKind.ADDRESS_CHANGED]
    assert [change.text("to") for change in changes] == [address.removeprefix("http://")]

    again.select(job)
    again.press(again.window.details, "Enter the new key…")
    form = again.dialog("Change the API key of “Sales”")
    again.field(form, "New API key", QLineEdit).setText(practice.api_key)
    again.press(form, "Change key")
    target = other if at == "another port" else practice
    again.until(lambda: len(target.requests) > (0 if target is other else seen))


def test_an_address_put_back_needs_no_new_key_and_each_change_is_history_once(
    start: Callable[[], AtDesk], practice: PracticeService, other: PracticeService, clock: Clock
) -> None:
    desk = start()
    desk.add_model("Sales")
    job = desk.running_job("November")
    desk.close()
    move(desk, other.url)
    clock.advance(4000)
    for _ in range(2):
        again = start()
        again.until(lambda: again.job(job.key).problem)  # noqa: B023  waited for here
        again.close()
    move(desk, practice.url)
    clock.advance(4000)
    last = start()
    last.until(lambda: last.job(job.key).problem is None)
    assert [event.kind for event in last.history()].count(EventKind.ADDRESS_CHANGED) == 2
    assert other.requests == []


def test_a_kept_secret_key_is_not_sent_elsewhere_either(
    start: Callable[[], AtDesk], practice: PracticeService, other: PracticeService
) -> None:
    desk = start()
    model = desk.add_model("Sales")
    desk.know_secret(model)
    desk.close()
    move(desk, other.url)
    again = start()
    again.issue_new_key("Sales")
    again.until(lambda: "The secret key in the keychain was not entered for this model’s address" in again.said())
    assert other.requests == []


def test_a_key_of_an_earlier_version_is_bound_to_this_computer_at_its_first_use(
    start: Callable[[], AtDesk], practice: PracticeService, other: PracticeService, backend: Backend, clock: Clock
) -> None:
    desk = start()
    model = desk.add_model("Sales")
    job = desk.running_job("November")
    desk.close()
    entry = (f"test/{model.id}", "API key")
    backend.entries[entry] = practice.api_key
    clock.advance(4000)
    again = start()
    again.until(lambda: again.status_checks(job) > 1)
    again.until(lambda: backend.entries[entry] == f"{practice.api_key} {practice.url}")
    again.close()
    move(desk, other.url)
    third = start()
    third.select(job)
    third.until(third.actions.check_now.isEnabled)
    third.actions.check_now.trigger()  # it may have finished by now, and is not asked about by itself then
    third.until(lambda: third.job(job.key).problem)
    assert other.requests == []


def test_a_key_of_an_earlier_version_is_asked_for_anew_at_an_address_of_ones_own(
    start: Callable[[], AtDesk], practice: PracticeService, backend: Backend, clock: Clock
) -> None:
    desk = start()
    model = desk.add_model("Sales")
    job = desk.running_job("November")
    desk.close()
    backend.entries[f"test/{model.id}", "API key"] = practice.api_key
    move(desk, "https://service.invalid")
    clock.advance(4000)
    again = start()
    again.until(lambda: again.job(job.key).problem)
    problem = again.job(job.key).problem
    assert problem is not None
    assert problem.kind is ProblemKind.KEY_FOR_ANOTHER_ADDRESS
    assert problem.where == "https://service.invalid:443"
    assert backend.entries[f"test/{model.id}", "API key"] == practice.api_key
