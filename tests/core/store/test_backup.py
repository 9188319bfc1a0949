"""A list that was damaged, emptied or half written: set aside, the last backup used, nothing lost silently."""

import contextlib
import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.store.backup import BACKUPS_KEPT, FILE_NAME, back_up, open_list
from epa_gui.core.store.store import ListTooNewError, Store
from tests.held_file import MAY_READ, held, only_windows

NOW = 1_750_000_000.0
MODEL = Model("m", "kept")


def begun(folder: Path, jobs: int = 50, *, with_backup: bool = True) -> Path:
    """A list of one model and some jobs, and its file."""
    store = open_list(folder, NOW).store
    store.write([MODEL, *(Job(f"job-{number}", "m", note="n" * 500) for number in range(jobs))])
    if with_backup:
        back_up(store)
    store.close()
    return folder / FILE_NAME


def job_count(store: Store) -> int:
    count = len(store.contents().jobs)
    store.close()
    return count


def garbage(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(20_000))


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def few_bytes(path: Path) -> None:
    os.truncate(path, 50)


def no_bytes(path: Path) -> None:
    os.truncate(path, 0)


def holed(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)


def text(path: Path) -> None:
    path.write_text("<html>not a database</html>" * 100)


DAMAGES = [garbage, half, few_bytes, no_bytes, holed, text]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_list_is_set_aside_and_the_last_backup_used(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    path = begun(tmp_path)
    damage(path)
    damaged = path.read_bytes()
    opened = open_list(tmp_path, NOW)
    assert opened.problem is not None
    assert opened.problem.kind is ProblemKind.LIST_DAMAGED
    assert job_count(opened.store) == 50
    aside = Path(opened.problem.where)
    assert aside.read_bytes() == damaged
    assert aside.name.startswith("epa-desktop.damaged-2025")


def test_a_restored_list_is_sound_from_then_on(tmp_path: Path) -> None:
    garbage(begun(tmp_path))
    open_list(tmp_path, NOW).store.close()
    opened = open_list(tmp_path, NOW)
    assert opened.problem is None
    assert job_count(opened.store) == 50


def test_a_list_that_is_gone_comes_from_the_backup(tmp_path: Path) -> None:
    begun(tmp_path).unlink()
    opened = open_list(tmp_path, NOW)
    assert opened.problem is not None
    assert opened.problem.kind is ProblemKind.LIST_DAMAGED
    assert job_count(opened.store) == 50


def test_without_a_backup_the_loss_is_said(tmp_path: Path) -> None:
    garbage(begun(tmp_path, with_backup=False))
    opened = open_list(tmp_path, NOW)
    assert opened.problem is not None
    assert opened.problem.kind is ProblemKind.LIST_LOST
    assert Path(opened.problem.where).stat().st_size == 20_000
    assert job_count(opened.store) == 0


def test_a_damaged_backup_is_passed_over_for_an_older_one(tmp_path: Path) -> None:
    path = begun(tmp_path)
    store = Store(path)
    back_up(store)
    store.close()
    garbage(tmp_path / "backups" / "epa-desktop-1.sqlite3")
    garbage(path)
    assert job_count(open_list(tmp_path, NOW).store) == 50


def test_a_list_of_a_newer_version_is_not_taken_for_damage(tmp_path: Path) -> None:
    path = begun(tmp_path)
    store = Store(path)
    store._connection.execute("PRAGMA user_version = 99")
    store.close()
    before = path.read_bytes()
    with pytest.raises(ListTooNewError):
        open_list(tmp_path, NOW)
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["backups", FILE_NAME]


def test_backups_rotate_and_the_newest_comes_first(tmp_path: Path) -> None:
    store = open_list(tmp_path, NOW).store
    store.write([MODEL])
    for number in range(BACKUPS_KEPT + 2):
        store.write([Job(f"job-{number}", "m")])
        back_up(store)
    store.close()
    counts = [
        job_count(Store(tmp_path / "backups" / f"epa-desktop-{number}.sqlite3"))
        for number in range(1, BACKUPS_KEPT + 1)
    ]
    assert counts == [5, 4, 3]
    assert len(list((tmp_path / "backups").iterdir())) == BACKUPS_KEPT


def test_a_backup_that_cannot_be_made_leaves_the_older_ones(tmp_path: Path) -> None:
    path = begun(tmp_path)
    (tmp_path / "backups" / "fresh.tmp").mkdir()
    store = Store(path)
    with pytest.raises(OSError, match=r"fresh\.tmp"):
        back_up(store)
    store.close()
    assert job_count(Store(tmp_path / "backups" / "epa-desktop-1.sqlite3")) == 50


@pytest.mark.parametrize("folder", ["a file/inside", "/proc/epa-desktop"])
def test_a_folder_that_cannot_be_used_is_an_error_of_the_system(tmp_path: Path, folder: str) -> None:
    if folder.startswith("/proc") and not Path("/proc/self").exists():
        pytest.skip("this system has no /proc")
    (tmp_path / "a file").write_text("")
    with pytest.raises(OSError, match=r"a file|/proc"):
        open_list(tmp_path / folder, NOW)


def test_a_list_that_is_locked_is_not_taken_for_damage(tmp_path: Path) -> None:
    path = begun(tmp_path)
    holder = Store(path)
    holder._connection.execute("BEGIN EXCLUSIVE")
    before = path.read_bytes()
    with pytest.raises(Exception, match="locked"):
        open_list(tmp_path, NOW)
    holder.close()
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*damaged*")) == []


WRITER = """
import sys
import threading
from pathlib import Path
from epa_gui.core.jobs.job import StatusEntry, Job
from epa_gui.core.store.backup import back_up, open_list
store = open_list(Path(sys.argv[1]), 0.0).store
number = len(store.contents().jobs)
while True:
    job = Job(f"job-{number}", "m", note="n" * 20_000)
    store.write([job, StatusEntry(job.key, 0.0, "training")])
    print(number, flush=True)
    number += 1
    if number % 10 == 0:
        back_up(store)
"""


def test_a_kill_in_the_middle_of_writing_loses_nothing_committed(tmp_path: Path) -> None:
    begun(tmp_path, jobs=0)
    chance = random.Random(5)
    for _ in range(4):
        committed = killed_while_writing(tmp_path, chance.uniform(0.05, 0.25))
        opened = open_list(tmp_path, NOW)
        assert opened.problem is None
        jobs = opened.store.contents().jobs
        assert [job.id for job in jobs] == [f"job-{number}" for number in range(len(jobs))]
        assert len(jobs) > committed, "a job that was reported as written is gone"
        assert all(len(opened.store.status_history(job.key)) == 1 for job in jobs)
        opened.store.close()


def killed_while_writing(folder: Path, seconds: float) -> int:
    """The number of the last job whose writing was reported."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.kill()
        lines = [first, *writer.stdout.readlines()]
    with contextlib.suppress(ValueError):
        return int(lines[-1])
    return int(lines[-2])


@pytest.mark.parametrize("planted", ["a second name", "a link"])
def test_a_backup_is_never_written_through_what_somebody_planted(tmp_path: Path, planted: str) -> None:
    path = begun(tmp_path / "data")
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    fresh = path.parent / "backups" / "fresh.tmp"
    if planted == "a second name":
        os.link(victim, fresh)
    elif os.name == "nt":
        pytest.skip("links there need a right that few accounts have")
    else:
        fresh.symlink_to(victim)
    with contextlib.closing(Store(path)) as store:
        back_up(store)
    assert victim.read_bytes() == b"precious"
    assert job_count(Store(path.parent / "backups" / "epa-desktop-1.sqlite3")) == 50


@pytest.mark.skipif(os.name == "nt", reason="rights there are no matter of a number")
def test_backups_and_a_restored_list_are_for_this_account_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = begun(tmp_path)
        no_bytes(path)
        open_list(tmp_path, NOW).store.close()
    finally:
        os.umask(before)
    assert (tmp_path / "backups" / "epa-desktop-1.sqlite3").stat().st_mode & 0o777 == 0o600
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("way", ["copy", "back up", "replace the newest"])
def test_a_list_that_another_program_holds_is_not_waited_for_without_end(tmp_path: Path, way: str) -> None:
    path = begun(tmp_path)
    kept = (tmp_path / "backups" / "epa-desktop-1.sqlite3").read_bytes()
    with contextlib.closing(Store(path)) as store, contextlib.closing(sqlite3.connect(path)) as other:
        other.isolation_level = None
        other.execute("BEGIN EXCLUSIVE")
        store._connection.execute("PRAGMA busy_timeout = 100")
        attempts = {
            "copy": lambda: store.copy_to(tmp_path / "copy"),
            "back up": lambda: back_up(store),
            "replace the newest": lambda: back_up(store, replaces_newest=True),
        }
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            attempts[way]()
        other.execute("ROLLBACK")
        assert (tmp_path / "backups" / "epa-desktop-1.sqlite3").read_bytes() == kept
        back_up(store)


@pytest.mark.parametrize("replaces_newest", [True, False])
def test_a_backup_that_somebody_reads_for_a_moment_is_replaced_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, replaces_newest: bool
) -> None:
    path = begun(tmp_path)
    newest = tmp_path / "backups" / "epa-desktop-1.sqlite3"
    refusals = iter([True] * 3)
    rename = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if next(refusals, False):  # as Windows does while another program has the file open
            raise PermissionError(13, "Access is denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with contextlib.closing(Store(path)) as store:
        store.write([Job("new", "m")])
        back_up(store, replaces_newest=replaces_newest)
    assert next(refusals, None) is None
    assert job_count(Store(newest)) == 51


@only_windows
def test_a_backup_that_an_antivirus_holds_is_replaced_once_it_lets_go(tmp_path: Path) -> None:
    path = begun(tmp_path)
    newest = tmp_path / "backups" / "epa-desktop-1.sqlite3"
    holds = threading.Event()

    def hold() -> None:
        with held(newest, MAY_READ):
            holds.set()
            time.sleep(0.5)

    threading.Thread(target=hold, daemon=True).start()
    assert holds.wait(5)
    with contextlib.closing(Store(path)) as store:
        store.write([Job("new", "m")])
        back_up(store, replaces_newest=True)
    assert job_count(Store(newest)) == 51
