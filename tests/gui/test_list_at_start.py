"""A list that cannot be read when the program starts: said, tried again by itself, and never taken for an empty one."""

import contextlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSpinBox

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.ui.base import store_worker
from epa_gui.ui.base.message_bar import Topic
from epa_gui.ui.jobs.job_list_model import JobColumn
from tests.gui.at_desk import AtDesk

_NONE = ("No jobs yet", "has no jobs", "Try it with practice data", "cannot be saved", "again by itself to save")
"""What must not be said while nobody knows what is in the list."""


@pytest.fixture
def job(desk: AtDesk) -> Job:
    """In the list, which is closed again."""
    job = desk.running_job("November data")
    desk.close()
    return job


@contextlib.contextmanager
def locked(desk: AtDesk) -> Iterator[sqlite3.Connection]:
    """Somebody holds the file, as a backup program does."""
    with contextlib.closing(sqlite3.connect(desk.folder / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield connection
        connection.execute("ROLLBACK")


def started(new_desk: Callable[[], AtDesk]) -> AtDesk:
    """The next start, which has found out that it cannot read the list."""
    again = new_desk()
    again.until(lambda: "Next try in" in again.said())
    return again


def is_back(desk: AtDesk, job: Job) -> None:
    """All is there, is checked again, and nothing is said any more."""
    desk.until(desk.rows, 40)
    checked = desk.status_checks(job)
    desk.until(lambda: desk.rows() and desk.cell(job, JobColumn.NAME) == "November data")
    desk.pass_time(4000)
    desk.until(lambda: desk.status_checks(job) > checked)
    desk.until(lambda: "Try again" not in desk.said())
    assert desk.actions.add_job.isEnabled()


def test_a_list_held_by_another_program_opens_by_itself_when_it_is_let_go(
    desk: AtDesk, job: Job, new_desk: Callable[[], AtDesk]
) -> None:
    with locked(desk):
        again = started(new_desk)
        said = again.said()
        assert "Another program is using the file with your list" in said
        assert "Try again" in said
        assert not [text for text in _NONE if text in said]
        assert not again.actions.add_job.isEnabled()
        assert not again.actions.new_retraining.isEnabled()
    is_back(again, job)


def test_try_again_tries_at_once(
    desk: AtDesk, job: Job, new_desk: Callable[[], AtDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_worker, "_FIRST_WAIT", 3600.0)
    with locked(desk):
        again = started(new_desk)
        again.press(again.window.messages, "Try again")
        again.until(lambda: "Another program is using the file" in again.said())
    again.press(again.window, "Try again")
    again.until(again.rows)
    is_back(again, job)


def directory(path: Path) -> Callable[[], None]:
    """A folder of that name."""
    kept = path.rename(path.with_name("kept"))
    path.mkdir()
    (path / "something").touch()

    def mend() -> None:
        shutil.rmtree(path)
        kept.rename(path)

    return mend


def unreadable(path: Path) -> Callable[[], None]:
    """A link into nowhere, as a drive that is not connected leaves: no file can be made there."""
    if os.name == "nt":
        pytest.skip("links need a permission of their own there")
    kept = path.rename(path.with_name("kept"))
    path.symlink_to(path.parent / "not connected" / "list")

    def mend() -> None:
        path.unlink()
        kept.rename(path)

    return mend


@pytest.mark.parametrize("spoil", [directory, unreadable])
def test_a_file_that_cannot_be_opened_is_said_and_opened_when_it_can_be(
    desk: AtDesk, job: Job, new_desk: Callable[[], AtDesk], spoil: Callable[[Path], Callable[[], None]]
) -> None:
    shutil.rmtree(desk.folder / "backups")
    mend = spoil(desk.folder / FILE_NAME)
    again = started(new_desk)
    assert "cannot be opened" in again.said()
    bar = again.window.tool_bar
    assert not bar.search.isEnabled(), "there is nothing to look through"
    assert not bar.show_box.isEnabled()
    again.window.messages.close_message()
    assert again.said().count("cannot be opened") == 1, "why stays said"
    assert not [text for text in _NONE if text in again.said()]
    mend()
    is_back(again, job)
    assert bar.search.isEnabled()


def test_what_is_set_while_the_list_is_waited_for_is_kept(
    desk: AtDesk, job: Job, new_desk: Callable[[], AtDesk]
) -> None:
    with locked(desk):
        again = started(new_desk)
        again.actions.settings.trigger()
        form = again.dialog("Settings")
        interval = form.findChild(QSpinBox)
        assert interval is not None
        interval.setValue(77)
        again.press(form, "Save settings")
        assert again.session.repository.settings.check_seconds == 77
    is_back(again, job)
    assert again.session.repository.settings.check_seconds == 77
    again.close()
    third = new_desk()
    assert third.session.repository.settings.check_seconds == 77


def test_what_is_set_is_kept_even_if_the_program_is_closed_before_the_list_is_open(
    desk: AtDesk, job: Job, new_desk: Callable[[], AtDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_worker, "_FIRST_WAIT", 3600.0)
    with locked(desk):
        again = started(new_desk)
        again.session.repository.remember("check_seconds", "77")
    again.close()
    assert new_desk().session.repository.settings.check_seconds == 77


def test_closing_does_not_wait_for_a_list_that_stays_locked(
    desk: AtDesk, job: Job, new_desk: Callable[[], AtDesk]
) -> None:
    with locked(desk):
        started(new_desk).close()


def test_one_bad_job_hides_no_other_and_is_told(desk: AtDesk, new_desk: Callable[[], AtDesk]) -> None:
    good, bad = desk.running_job("Good"), desk.running_job("Bad")
    desk.close()
    path = desk.folder / FILE_NAME
    problem = json.dumps({"kind": "timed out", "said": "", "where": "", "retry_after": None, "severity": 3})
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE job SET problem = ? WHERE id = ?", (problem, bad.id))
    again = new_desk()
    again.until(again.rows)
    assert [row[JobColumn.NAME] for row in again.rows()] == ["Good"]
    said = again.said()
    assert "Part of your list cannot be read: 1 job(s)." in said
    assert "stays unchanged" in said
    assert not [text for text in _NONE if text in said]
    again.check_now(good)
    again.close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT problem FROM job WHERE id = ?", (bad.id,)).fetchone() == (problem,)


def test_a_list_of_bad_jobs_only_is_not_called_empty(desk: AtDesk, job: Job, new_desk: Callable[[], AtDesk]) -> None:
    path = desk.folder / FILE_NAME
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE job SET problem = '{}'")
        connection.execute("UPDATE setting SET value = '{broken' WHERE name IN ('layout', 'columns')")
    again = new_desk()
    again.until(lambda: "cannot be read" in again.said())
    assert not [text for text in _NONE if text in again.said()]
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE model SET region = 'europe'")
    third = new_desk()
    third.until(lambda: "1 model(s), 1 job(s)" in third.said())
    assert not [text for text in _NONE if text in third.said()]
    assert Topic(ProblemKind.LIST_UNREAD.value) in {message.topic for message in third.window.messages._messages}
