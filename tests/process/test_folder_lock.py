"""One program per data folder: exactly one, and never none because of what a dead one left behind."""

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from epa_gui.process.folder_lock import FolderLock, LockUnknownError
from epa_gui.process.instance import LOCK_NAME, Instance

pytestmark = pytest.mark.usefixtures("qapp")
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files, signals or modes")

_OLD_VERSION = """
import sys, time
from PySide6.QtCore import QCoreApplication, QLockFile
app = QCoreApplication([])
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
print(lock.tryLock(0), flush=True)
time.sleep(600)
"""
_HOLDER = """
import sys, time
from pathlib import Path
from epa_gui.process.folder_lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
time.sleep(600)
"""
_CONTENDER = """
import sys
from pathlib import Path
from epa_gui.process.folder_lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
for order in sys.stdin:
    if order == "take\\n":
        print(lock.take(), flush=True)
    else:
        lock.release()
        print("released", flush=True)
"""
_HURRIED = """
import sys, time, os
from pathlib import Path
from epa_gui.process.folder_lock import FolderLock
lock_file, alone = Path(sys.argv[1]), sys.argv[2]
lock, taken, end = FolderLock(lock_file), 0, time.monotonic() + 2
while time.monotonic() < end:
    if lock.take():
        os.close(os.open(alone, os.O_CREAT | os.O_EXCL | os.O_RDWR))
        os.unlink(alone)
        lock.release()
        taken += 1
print(taken)
"""

Run = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def lock_file(tmp_path: Path) -> Path:
    folder = tmp_path / "データ"
    folder.mkdir(mode=0o700)
    return folder / LOCK_NAME


@pytest.fixture
def run() -> Iterator[Run]:
    """Runs a script in a process of its own, to which one can speak."""
    running: list[subprocess.Popen[str]] = []

    def start(script: str, *arguments: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", script, *map(str, arguments)]
        pipe = subprocess.PIPE
        running.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8"))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()


def _said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _tell(process: "subprocess.Popen[str]", order: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{order}\n")
    process.stdin.flush()


def _lines_of_a_living_lock(tmp_path: Path) -> list[str]:
    """What an older version writes, here and now."""
    lock = QLockFile(str(tmp_path / "living.lock"))
    assert lock.tryLock(0)
    lines = (tmp_path / "living.lock").read_text(encoding="utf-8").splitlines()
    lock.unlock()
    return lines


def _leave_empty(path: Path, tmp_path: Path) -> None:
    path.touch()


def _leave_cut_short(path: Path, tmp_path: Path) -> None:
    path.write_text(str(os.getpid()))


def _leave_nonsense(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00" * 5000)


def _leave_a_living_process_s_number(path: Path, tmp_path: Path) -> None:
    """That of this very test: a living process of the same program, on this computer, since its last start."""
    path.write_text("\n".join(_lines_of_a_living_lock(tmp_path)) + "\n", encoding="utf-8")


def _leave_another_computers(path: Path, tmp_path: Path) -> None:
    lines = _lines_of_a_living_lock(tmp_path)
    path.write_text("\n".join([lines[0], lines[1], "OFFICE-PC-7", "f" * 32, "x"]) + "\n", encoding="utf-8")


def _leave_a_folder(path: Path, tmp_path: Path) -> None:
    path.mkdir()


def _leave_a_folder_with_files(path: Path, tmp_path: Path) -> None:
    path.mkdir()
    (path / "keep me").write_text("precious")


def _leave_read_only(path: Path, tmp_path: Path) -> None:
    path.write_text("4711\n")
    path.chmod(stat.S_IREAD)


EVERYWHERE = [
    _leave_empty,
    _leave_cut_short,
    _leave_nonsense,
    _leave_a_living_process_s_number,
    _leave_another_computers,
    _leave_a_folder,
    _leave_a_folder_with_files,
    _leave_read_only,
]


def _leave_unreadable(path: Path, tmp_path: Path) -> None:
    path.write_text("4711\n")
    path.chmod(0)


def _leave_a_link(path: Path, tmp_path: Path) -> None:
    (tmp_path / "somebody's").write_text("precious")
    path.symlink_to(tmp_path / "somebody's")


def _leave_a_link_to_nothing(path: Path, tmp_path: Path) -> None:
    path.symlink_to(tmp_path / "gone")


def _leave_a_link_to_itself(path: Path, tmp_path: Path) -> None:
    path.symlink_to(path)


def _leave_a_pipe(path: Path, tmp_path: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(path)


ON_POSIX = [_leave_unreadable, _leave_a_link, _leave_a_link_to_nothing, _leave_a_link_to_itself, _leave_a_pipe]


@pytest.mark.parametrize("leave", [*EVERYWHERE, *(pytest.param(leave, marks=on_posix) for leave in ON_POSIX)])
def test_what_nobody_holds_stops_no_start(
    lock_file: Path, tmp_path: Path, leave: Callable[[Path, Path], None], run: Run
) -> None:
    leave(lock_file, tmp_path)
    first = Instance(lock_file.parent)
    assert first.claim_or_call([], 0.0) is True
    assert _said(run(_HOLDER, lock_file)) == "False", "and then it is held"
    first.release()
    assert not (tmp_path / "somebody's").exists() or (tmp_path / "somebody's").read_text() == "precious"
    kept = list(lock_file.parent.glob("*/keep me"))
    assert leave is not _leave_a_folder_with_files or [file.read_text() for file in kept] == ["precious"]
    assert not lock_file.exists()


@pytest.mark.parametrize("leave", [_leave_empty, _leave_a_living_process_s_number, _leave_another_computers])
def test_the_program_itself_starts_over_it(
    lock_file: Path, tmp_path: Path, leave: Callable[[Path, Path], None]
) -> None:
    leave(lock_file, tmp_path)
    program = subprocess.Popen(
        [sys.executable, "-m", "epa_gui", "--data-dir", str(lock_file.parent)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        deadline = time.monotonic() + 60
        while not (lock_file.parent / "epa-desktop.sqlite3").exists():
            assert program.poll() is None, "it gave up"
            assert time.monotonic() < deadline
            time.sleep(0.05)
    finally:
        program.kill()
        program.wait()


def test_one_that_is_killed_holds_it_no_more(lock_file: Path, run: Run) -> None:
    holder = run(_HOLDER, lock_file)
    assert _said(holder) == "True"
    lock = FolderLock(lock_file)
    assert not lock.take()
    assert lock.holder().process == holder.pid or sys.platform == "win32"  # where a venv's python starts another
    assert lock.holder().is_here
    holder.kill()
    holder.wait()
    assert lock.take()
    lock.release()


def test_an_older_version_that_runs_keeps_the_folder(lock_file: Path, run: Run) -> None:
    old = run(_OLD_VERSION, lock_file)
    assert _said(old) == "True"
    instance = Instance(lock_file.parent)
    assert instance.claim_or_call([], 0.0) is None
    assert instance.holder().process == int(lock_file.read_text(encoding="utf-8").splitlines()[0])
    old.kill()
    old.wait()
    assert instance.claim()
    instance.release()


def test_an_older_version_starts_neither_beside_this_one_nor_never_again(lock_file: Path, run: Run) -> None:
    new = run(_HOLDER, lock_file)
    assert _said(new) == "True"
    assert _said(run(_OLD_VERSION, lock_file)) == "False"
    new.kill()
    new.wait()
    assert _said(run(_OLD_VERSION, lock_file)) == "True"


@pytest.mark.parametrize("leave", [None, _leave_empty, _leave_a_folder, pytest.param(_leave_a_link, marks=on_posix)])
def test_of_many_that_start_at_the_same_moment_exactly_one_wins(
    lock_file: Path, tmp_path: Path, run: Run, leave: Callable[[Path, Path], None] | None
) -> None:
    contenders = [run(_CONTENDER, lock_file) for _ in range(5)]
    for _ in range(40):
        if leave is not None:
            leave(lock_file, tmp_path)
        for contender in contenders:
            _tell(contender, "take")
        assert sorted(map(_said, contenders)) == ["False"] * 4 + ["True"]
        for contender in contenders:
            _tell(contender, "give up")
        assert {_said(contender) for contender in contenders} == {"released"}


def test_those_that_come_while_one_ends_never_hold_it_together(lock_file: Path, tmp_path: Path, run: Run) -> None:
    hurried = [run(_HURRIED, lock_file, tmp_path / "alone") for _ in range(4)]
    taken = [process.communicate(timeout=60)[0].strip() for process in hurried]
    assert [process.returncode for process in hurried] == [0] * 4, "two held it at the same time"
    assert sum(map(int, taken)) > 20


@on_posix
def test_one_that_hangs_is_said_to_hang(lock_file: Path, run: Run) -> None:
    holder = run(_HOLDER, lock_file)
    assert _said(holder) == "True"
    holder.send_signal(signal.Signals["SIGSTOP"])
    instance = Instance(lock_file.parent)
    assert instance.claim_or_call([], 0.2) is None
    assert instance.holder().process == holder.pid


_AS_ANOTHER_ACCOUNT = """
import os, sys
from pathlib import Path
from epa_gui.process.folder_lock import FolderLock, LockUnusableError
os.setegid(4711)
os.seteuid(4711)
try:
    print(FolderLock(Path(sys.argv[1])).take())
except LockUnusableError:
    print("it belongs to another account")
"""


def test_a_lock_file_of_another_account_is_named_as_such(run: Run) -> None:
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only a system's administrator can make another account's file")
    else:
        with tempfile.TemporaryDirectory() as folder:  # the tests' own folders let in one account
            lock_file = Path(folder, LOCK_NAME)
            lock_file.touch(0o600)
            os.chown(folder, 4711, 4711)
            assert _said(run(_AS_ANOTHER_ACCOUNT, lock_file)) == "it belongs to another account"
            assert lock_file.exists()


@pytest.fixture
def without_locks(lock_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network folder without locks, which cannot be had here: only the system's refusal is put in."""
    if sys.platform == "win32":
        pytest.skip("there every share has what opening a file alone needs")
    else:
        import fcntl  # noqa: PLC0415  not on Windows

        flock = fcntl.flock

        def refuse(descriptor: int, operation: int) -> None:
            if lock_file.exists() and os.path.samestat(os.fstat(descriptor), lock_file.stat()):
                raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
            flock(descriptor, operation)

        monkeypatch.setattr(fcntl, "flock", refuse)


@pytest.mark.usefixtures("without_locks")
def test_without_locks_there_is_one_program_on_this_computer(lock_file: Path, tmp_path: Path) -> None:
    first, second = (FolderLock(lock_file, lambda: tmp_path / "local.lock") for _ in range(2))
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


@pytest.mark.usefixtures("without_locks")
def test_without_locks_another_computer_s_note_needs_a_person(lock_file: Path, tmp_path: Path) -> None:
    _leave_another_computers(lock_file, tmp_path)
    lock = FolderLock(lock_file, lambda: tmp_path / "local.lock")
    with pytest.raises(LockUnknownError):
        lock.take()
    assert lock.holder().computer == "OFFICE-PC-7"
    assert lock.take(is_forced=True)
    lock.release()


@pytest.mark.usefixtures("without_locks")
@pytest.mark.parametrize("leave", [_leave_empty, _leave_cut_short, _leave_a_living_process_s_number])
def test_without_locks_a_note_of_this_computer_stops_no_start(
    lock_file: Path, tmp_path: Path, leave: Callable[[Path, Path], None]
) -> None:
    leave(lock_file, tmp_path)
    lock = FolderLock(lock_file, lambda: tmp_path / "local.lock")
    assert lock.take()
    lock.release()


@on_posix
def test_a_folder_that_cannot_be_used_is_an_error_and_not_a_held_lock(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FolderLock(tmp_path / "gone" / LOCK_NAME).take()
