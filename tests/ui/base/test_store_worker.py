"""The list's own thread: a person's acts are on the disk at once, and nothing that was ordered is left out."""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from epa_gui import __version__
from epa_gui.core.history.computer_user import computer_user
from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.jobs.job import Job, JobKey, StatusEntry
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.store.backup import BACKUP_EVERY, FILE_NAME, back_up, open_list
from epa_gui.core.store.store import Contents, Store
from epa_gui.ui.base import store_worker
from epa_gui.ui.base.store_worker import ListRead, StoreWorker
from epa_gui.ui.base.threads import wait_for
from tests.gui.at_desk import Clock
from tests.ui.listening import Listener

MODEL = Model("m", "Sales", added_at=1)
JOB = Job("j", "m", added_at=2)
ACT = HistoryEvent(EventKind.JOB_ADOPTED, 3.5, "m", "Sales", "j", "November", {"reason": "なぜ"})
ENTRY = StatusEntry(JOB.key, 3.0, "training")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def worker(folder: Path, clock: Clock) -> StoreWorker:
    return StoreWorker(folder, clock)


@pytest.fixture
def opened(worker: StoreWorker, listener: Listener) -> ListRead:
    """The worker has opened its list, and this is what it said."""
    worker.opened.connect(listener.hear)
    listener.start(worker)
    (read,) = listener.until_heard()
    assert isinstance(read, ListRead)
    return read


def on_disk(folder: Path) -> Contents:
    """What another program would read now."""
    with contextlib.closing(Store(folder / FILE_NAME)) as store:
        return store.contents()


def ended(worker: StoreWorker, listener: Listener) -> bool:
    worker.stop()
    return wait_for(listener.threads, 10)


def test_a_new_list_opens_empty(opened: ListRead, folder: Path) -> None:
    assert opened == ListRead(Contents())
    assert (folder / FILE_NAME).is_file()


def test_a_list_opens_with_all_that_is_in_it(folder: Path, worker: StoreWorker, listener: Listener) -> None:
    store = open_list(folder, 0.0).store
    store.write([MODEL, JOB, Job("gone", "m", removed_at=1.0)])
    store.close()
    worker.opened.connect(listener.hear)
    listener.start(worker)
    assert listener.until_heard() == [ListRead(Contents((MODEL,), (JOB,)))]


def test_what_a_person_did_is_on_the_disk_at_once(
    opened: ListRead, worker: StoreWorker, listener: Listener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_worker, "_GATHER_SECONDS", 60.0)
    worker.write(MODEL, JOB)
    listener.until(lambda: on_disk(folder) == Contents((MODEL,), (JOB,)), 3)


def test_checks_are_gathered_until_something_urgent_comes(
    opened: ListRead, worker: StoreWorker, listener: Listener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_worker, "_GATHER_SECONDS", 60.0)
    worker.write(MODEL, JOB, is_urgent=False)
    listener.idle(0.1)
    assert on_disk(folder) == Contents()
    worker.write(replace(JOB, name="new"))
    listener.until(lambda: on_disk(folder).jobs == (replace(JOB, name="new"),), 3)


def test_gathered_checks_are_written_after_a_moment_all_together(
    opened: ListRead, worker: StoreWorker, listener: Listener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_worker, "_GATHER_SECONDS", 0.2)
    worker.write(MODEL, is_urgent=False)
    for number in range(100):
        worker.write(Job(f"j-{number}", "m"), is_urgent=False)
    listener.until(lambda: bool(on_disk(folder).models))
    assert len(on_disk(folder).jobs) == 100


def test_stopping_leaves_nothing_out(
    opened: ListRead, worker: StoreWorker, listener: Listener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_worker, "_GATHER_SECONDS", 60.0)
    worker.write(MODEL, is_urgent=False)
    worker.write(JOB, ENTRY, is_urgent=False)
    assert ended(worker, listener)
    assert on_disk(folder) == Contents((MODEL,), (JOB,))


def test_history_is_read_with_what_was_just_ordered(
    opened: ListRead, worker: StoreWorker, listener: Listener, listen: Callable[[], Listener]
) -> None:
    histories = listen()
    worker.status_history_read.connect(histories.hear_both)
    worker.write(MODEL, JOB, ENTRY, is_urgent=False)
    worker.read_status_history(JOB.key)
    worker.read_status_history(JobKey("m", "nobody"))
    assert histories.until_heard(2) == [(JOB.key, (ENTRY,)), (JobKey("m", "nobody"), ())]


def test_what_was_written_is_not_written_again(
    opened: ListRead, worker: StoreWorker, listener: Listener, folder: Path
) -> None:
    worker.write(MODEL, JOB, ENTRY)
    listener.until(lambda: bool(on_disk(folder).jobs))
    worker.write(replace(JOB, name="new"))
    assert ended(worker, listener)
    with contextlib.closing(Store(folder / FILE_NAME)) as store:
        assert store.status_history(JOB.key) == (ENTRY,)


def test_what_was_removed_is_forgotten_when_told(
    opened: ListRead, worker: StoreWorker, listener: Listener, folder: Path
) -> None:
    gone = replace(MODEL, removed_at=9.0)
    worker.write(MODEL, JOB)
    worker.write(gone)
    worker.forget_removed(("m",))
    assert ended(worker, listener)
    assert on_disk(folder) == Contents()


@pytest.mark.usefixtures("opened")
def test_a_failed_write_is_said_once_tried_again_and_nothing_is_lost(
    worker: StoreWorker, listen: Callable[[], Listener], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_worker, "_RETRY_SECONDS", 0.05)
    failures, recoveries = listen(), listen()
    worker.write_failed.connect(failures.hear)
    worker.write_recovered.connect(recoveries.count)
    worker.write(JOB, ENTRY)  # its model is not there yet: the database refuses
    worker.write(Job("k", "m"))
    (problem,) = failures.until_heard()
    assert (problem.kind, problem.where) == (ProblemKind.LIST_NOT_SAVED, str(folder))
    failures.idle(0.3)
    assert len(failures.heard) == 1
    with contextlib.closing(Store(folder / FILE_NAME)) as store:
        store.write([MODEL])
    recoveries.until(lambda: recoveries.counted == 1)
    assert {job.id for job in on_disk(folder).jobs} == {"j", "k"}
    assert len(failures.heard) == 1


@pytest.mark.parametrize("folder_name", ["a file/data", "\0"])
def test_a_folder_that_cannot_be_used_is_said_and_nothing_is_written(
    tmp_path: Path, listener: Listener, folder_name: str
) -> None:
    (tmp_path / "a file").touch()
    worker = StoreWorker(tmp_path / folder_name)
    worker.opened.connect(listener.hear)
    thread = listener.start(worker)
    (read,) = listener.until_heard()
    assert read.problem.kind is ProblemKind.LIST_NOT_SAVED
    assert not read.can_be_used
    worker.write(MODEL)
    assert wait_for([thread], 5)


def test_a_list_of_a_newer_version_is_said_and_left_alone(
    folder: Path, worker: StoreWorker, listener: Listener
) -> None:
    open_list(folder, 0.0).store.close()
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (folder / FILE_NAME).read_bytes()
    worker.opened.connect(listener.hear)
    listener.start(worker)
    (read,) = listener.until_heard()
    assert (read.problem.kind, read.can_be_used) == (ProblemKind.LIST_TOO_NEW, False)
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_damaged_list_opens_from_its_backup_and_says_so(folder: Path, clock: Clock, listener: Listener) -> None:
    first = StoreWorker(folder, clock)
    first.write(MODEL, JOB)
    listener.start(first)
    assert ended(first, listener)
    second = StoreWorker(folder, clock)  # makes the backup at its start
    listener.start(second)
    assert ended(second, listener)
    (folder / FILE_NAME).write_bytes(b"garbage" * 1000)
    third = StoreWorker(folder, clock)
    third.opened.connect(listener.hear)
    listener.start(third)
    (read,) = listener.until_heard()
    assert replace(read.contents, switches=()) == Contents((MODEL,), (JOB,))
    assert [event.kind for event in read.contents.switches] == [EventKind.LIST_RESTORED]
    assert read.problem.kind is ProblemKind.LIST_DAMAGED
    assert read.can_be_used


def test_a_backup_is_made_from_time_to_time(
    opened: ListRead, worker: StoreWorker, listener: Listener, folder: Path, clock: Clock
) -> None:
    newest, second = (folder / "backups" / f"epa-desktop-{number}.sqlite3" for number in (1, 2))
    listener.until(newest.is_file)
    worker.write(MODEL)
    listener.until(lambda: bool(on_disk(folder).models))
    assert not second.is_file()
    clock.advance(BACKUP_EVERY + 1)
    worker.write(JOB)
    listener.until(second.is_file)
    assert ended(worker, listener)
    with contextlib.closing(Store(newest)) as store:
        assert store.contents() == Contents((MODEL,), (JOB,))


def history_on_disk(folder: Path) -> list[HistoryEvent]:
    with contextlib.closing(Store(folder / FILE_NAME)) as store:
        return [entry.event for entry in reversed(store.entries())]


@pytest.mark.usefixtures("opened")
def test_an_event_is_said_to_be_recorded_only_when_it_is_on_the_disk(
    folder: Path, worker: StoreWorker, listener: Listener
) -> None:
    listener.heard.clear()
    worker.recorded.connect(listener.hear)
    worker.write(MODEL, ACT)
    ((entry,),) = listener.until_heard()
    assert history_on_disk(folder) == [ACT]
    assert (entry.number, entry.event, entry.author.version) == (1, ACT, __version__)
    assert entry.author.user == computer_user()


@pytest.mark.usefixtures("opened")
def test_what_cannot_be_recorded_is_said_each_time_and_recorded_later(
    folder: Path, worker: StoreWorker, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_worker, "_RETRY_SECONDS", 0.1)
    listener.heard.clear()
    worker.not_recorded.connect(listener.hear)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        worker.write(ACT)
        listener.until(lambda: len(listener.heard) >= 1, seconds=20)
        worker.write(replace(ACT, job="other"))
        listener.until(lambda: len(listener.heard[-1]) == 2, seconds=20)
        other.execute("ROLLBACK")
    assert listener.heard[0] == (ACT,)
    assert ended(worker, listener)
    assert [event.job for event in history_on_disk(folder)] == ["j", "other"]


@pytest.mark.usefixtures("opened")
def test_the_history_is_read_page_by_page_newest_first(worker: StoreWorker, listener: Listener) -> None:
    listener.heard.clear()
    worker.write(*(replace(ACT, job=str(number)) for number in range(1, 6)))
    worker.history_read.connect(listener.hear_both)
    worker.read_history(1, None, 2)
    worker.read_history(1, 4, 2)
    worker.read_history(2, 2, 2)
    pages = listener.until_heard(3)
    told = [(load, [entry.event.job for entry in page]) for load, page in pages]
    assert told == [(1, ["5", "4"]), (1, ["3", "2"]), (2, ["1"])]


@pytest.mark.usefixtures("opened")
def test_a_history_that_cannot_be_read_is_said_with_the_load_it_was_for(
    folder: Path, worker: StoreWorker, listener: Listener
) -> None:
    listener.heard.clear()
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as other:
        other.execute("DROP TABLE history")
    worker.history_failed.connect(listener.hear_both)
    worker.read_history(7, None, 2)
    ((load, problem),) = listener.until_heard()
    assert (load, problem.kind, problem.where) == (7, ProblemKind.HISTORY_NOT_READ, str(folder))


@pytest.mark.usefixtures("opened")
def test_the_history_is_verified_on_demand(folder: Path, worker: StoreWorker, listener: Listener) -> None:
    listener.heard.clear()
    worker.write(ACT, ACT, ACT)
    worker.history_verified.connect(listener.hear)
    worker.verify_history()
    (verdict,) = listener.until_heard()
    assert (verdict.entries, verdict.broken_at) == (3, None)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as other:
        other.executescript("DROP TRIGGER history_is_not_changed; UPDATE history SET job_name = 'x' WHERE number = 2")
    worker.verify_history()
    assert listener.until_heard(2)[1].broken_at == 2


@pytest.mark.usefixtures("opened")
def test_a_change_that_can_never_be_written_keeps_no_event_from_the_history(
    folder: Path, worker: StoreWorker, listener: Listener
) -> None:
    listener.heard.clear()
    worker.recorded.connect(listener.hear)
    worker.write(MODEL, replace(JOB, note="\udcff"), ACT)
    ((entry,),) = listener.until_heard()
    assert entry.event == ACT
    assert history_on_disk(folder) == [ACT]


def test_a_list_restored_from_its_backup_says_so_in_its_history(folder: Path, clock: Clock, listener: Listener) -> None:
    store = open_list(folder, clock()).store
    store.write([ACT])
    back_up(store)
    store.close()
    (folder / FILE_NAME).write_bytes(b"nonsense" * 1000)
    worker = StoreWorker(folder, clock)
    worker.opened.connect(listener.hear)
    listener.start(worker)
    listener.until_heard()
    assert [event.kind for event in history_on_disk(folder)] == [EventKind.JOB_ADOPTED, EventKind.LIST_RESTORED]


@pytest.mark.parametrize("comes_back", ["the same", "a copy"])
@pytest.mark.usefixtures("opened")
def test_a_folder_that_was_away_is_written_to_again_when_it_is_back(
    worker: StoreWorker,
    listen: Callable[[], Listener],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    comes_back: str,
) -> None:
    monkeypatch.setattr(store_worker, "_RETRY_SECONDS", 0.05)
    failures, recoveries = listen(), listen()
    worker.write_failed.connect(failures.hear)
    worker.write_recovered.connect(recoveries.count)
    worker.write(MODEL, JOB)
    failures.until(lambda: bool(on_disk(folder).jobs))
    try:
        away = folder.rename(folder.with_name("away"))
    except PermissionError:
        pytest.skip("this system lets no folder be moved in which a file is open")
    worker.write(replace(JOB, name="meanwhile"))
    failures.until_heard()
    if comes_back == "the same":
        away.rename(folder)
    else:
        shutil.copytree(away, folder)
    recoveries.until(lambda: recoveries.counted == 1)
    assert on_disk(folder).jobs == (replace(JOB, name="meanwhile"),)


@pytest.mark.parametrize("stops", [False, True])
def test_a_list_that_was_held_is_opened_with_all_that_was_ordered_meanwhile(
    folder: Path, worker: StoreWorker, listener: Listener, monkeypatch: pytest.MonkeyPatch, *, stops: bool
) -> None:
    monkeypatch.setattr(store_worker, "_FIRST_WAIT", 0.05)
    open_list(folder, 0.0).store.close()
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        worker.opened.connect(listener.hear)
        thread = listener.start(worker)
        (read,) = listener.until_heard()
        assert (read.problem.kind, read.can_be_used) == (ProblemKind.LIST_IN_USE, False)
        worker.write(MODEL, JOB)
        listener.idle(1.5)
        assert len(listener.heard) == 1
        if stops:
            worker.stop()
        connection.execute("ROLLBACK")
    if stops:
        assert wait_for([thread], 10)
    listener.until(lambda: on_disk(folder).jobs == (JOB,))
