"""What Windows itself says of a file that another program holds, where Python says "permission denied"."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.files.windows_error import (
    TO_READ,
    TO_REPLACE,
    TO_WRITE,
    Wish,
    asked_number,
    told_number,
    windows_number,
)
from tests.held_file import (
    MAY_ALL,
    MAY_READ,
    MAY_READ_AND_WRITE,
    NOTHING,
    READ,
    WRITE,
    held,
    lock,
    only_windows,
    real_windows,
)

HELD, LOCKED, DENIED, NO_FILE, BAD_NAME = 32, 33, 5, 2, 123


def of(number: int, winerror: int | None = None) -> OSError:
    error = OSError(number, os.strerror(number))
    if winerror is not None:
        error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    return error


class Windows:
    """Answers as it is told, and notes what it was asked."""

    def __init__(self, answer: int = 0, last: int = 0) -> None:
        self.answer = answer
        self.last_number = last
        self.wishes: list[Wish] = []

    def ask(self, _path: Path, wish: Wish) -> int:
        self.wishes.append(wish)
        return self.answer

    def last(self) -> int:
        return self.last_number

    def number(self, error: OSError | ValueError, *, reads: bool = False) -> int:
        return asked_number(error, Path("x"), reads=reads, ask=self.ask, last=self.last)


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOENT, errno.EINVAL])
@pytest.mark.parametrize("answer", [HELD, BAD_NAME, NO_FILE])
def test_what_the_c_library_runs_together_windows_tells_apart(number: int, answer: int) -> None:
    windows = Windows(answer)
    assert windows.number(of(number)) == answer
    assert windows.wishes == [TO_WRITE]


def test_who_reads_is_not_told_of_a_lock_against_writing() -> None:
    windows = Windows(HELD)
    windows.number(of(errno.EACCES), reads=True)
    assert windows.wishes == [TO_READ]


def test_a_rename_that_is_denied_is_asked_about_as_one() -> None:
    windows = Windows(HELD)
    assert windows.number(of(errno.EACCES, DENIED)) == HELD
    assert windows.wishes == [TO_REPLACE]


@pytest.mark.parametrize(
    "error", [of(errno.ENOSPC), of(errno.EACCES, HELD), of(errno.ENOSPC, 112), ValueError("null byte"), OSError("x")]
)
def test_what_is_clear_is_not_asked_about(error: OSError | ValueError) -> None:
    windows = Windows(HELD)
    assert windows.number(error) == told_number(error)
    assert not windows.wishes


def test_a_file_that_was_let_go_meanwhile_was_held_if_the_c_library_says_so() -> None:
    assert Windows(0, last=HELD).number(of(errno.EACCES)) == HELD
    assert Windows(0, last=LOCKED).number(of(errno.EACCES)) == LOCKED


@pytest.mark.parametrize("last", [0, DENIED, NO_FILE])
def test_what_would_open_and_was_held_by_nobody_is_not_called_held(last: int) -> None:
    assert Windows(0, last=last).number(of(errno.EACCES)) == 0
    assert Windows(0, last=HELD).number(of(errno.EACCES, DENIED)) == DENIED


@pytest.mark.parametrize(
    ("path", "answer", "number"),
    [
        ("x" * 255, NO_FILE, NO_FILE),
        ("x" * 256, NO_FILE, 206),
        ("予" * 255, NO_FILE, NO_FILE),
        ("予" * 256, NO_FILE, 206),
        ("😀" * 128, 3, 206),
        ("x" * 256, BAD_NAME, BAD_NAME),
    ],
)
def test_a_name_too_long_is_told_from_one_that_is_not_there(path: str, answer: int, number: int) -> None:
    windows = Windows(answer)
    assert asked_number(of(errno.ENOENT), Path(path), reads=False, ask=windows.ask, last=windows.last) == number


@pytest.mark.parametrize(("answer", "number"), [(3, 206), (NO_FILE, NO_FILE)])
def test_a_path_too_long_is_told_by_its_folder_being_there(tmp_path: Path, answer: int, number: int) -> None:
    windows = Windows(answer)
    path = tmp_path / ("x" * 250)
    path = path if len(str(path)) > 259 else tmp_path / ("y" * 10) / ("x" * 250)
    path.parent.mkdir(exist_ok=True)
    error = of(errno.ENOENT)
    assert asked_number(error, path, reads=False, ask=windows.ask, last=windows.last) == number
    gone = tmp_path / "gone" / path.name
    assert asked_number(error, gone, reads=False, ask=windows.ask, last=windows.last) == answer


@pytest.mark.skipif(sys.platform == "win32", reason="there Windows is asked")
def test_elsewhere_there_is_only_what_python_says(tmp_path: Path) -> None:
    assert windows_number(of(errno.EACCES), tmp_path) == 0
    assert windows_number(of(errno.EACCES, HELD), tmp_path) == HELD


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "売上 1.csv"
    path.write_bytes(b"0123456789")
    return path


def number_of(path: Path, mode: str) -> int:
    try:
        with path.open(mode):
            return 0
    except OSError as error:
        seen = error
    assert told_number(seen) == 0, "Python knows it by itself now"
    return windows_number(seen, path, reads=mode == "rb")


@only_windows
@pytest.mark.parametrize("mode", ["rb", "r+b", "wb", "ab"])
def test_a_file_held_for_itself_is_in_use_for_everybody(file: Path, mode: str) -> None:
    with held(file, NOTHING, READ | WRITE):
        assert number_of(file, mode) == HELD
    assert number_of(file, mode) == 0


@only_windows
@pytest.mark.parametrize("mode", ["r+b", "wb", "ab"])
def test_a_file_held_for_reading_together_is_in_use_for_who_writes(file: Path, mode: str) -> None:
    with held(file, MAY_READ):
        assert number_of(file, mode) == HELD
        assert number_of(file, "rb") == 0
    assert file.read_bytes() == b"0123456789"


@only_windows
@pytest.mark.parametrize("event", ["replace over", "replace", "delete"])
@pytest.mark.parametrize("sharing", [NOTHING, MAY_READ, MAY_READ_AND_WRITE])
def test_a_held_file_is_in_use_for_who_renames_or_deletes(file: Path, event: str, sharing: int) -> None:
    other = file.with_name("other.csv")
    other.write_bytes(b"new")
    events: dict[str, Callable[[], object]] = {
        "replace over": lambda: other.replace(file),
        "replace": lambda: file.replace(other),
        "delete": file.unlink,
    }
    with held(file, sharing), pytest.raises(PermissionError) as raised:
        events[event]()
    with held(file, sharing):
        assert windows_number(raised.value, file) == HELD


@real_windows  # Wine, where root runs it, writes what is read-only
def test_a_file_that_may_not_be_written_is_not_called_held(file: Path) -> None:
    file.chmod(0o400)
    try:
        assert number_of(file, "r+b") == DENIED
        with held(file, MAY_ALL):
            assert number_of(file, "r+b") == DENIED
    finally:
        file.chmod(0o600)


@only_windows
@pytest.mark.parametrize("mode", ["rb", "wb"])
def test_a_folder_is_not_called_held(tmp_path: Path, mode: str) -> None:
    assert number_of(tmp_path, mode) in {0, DENIED}


@real_windows  # Wine keeps locks, and lets others write all the same
def test_a_part_that_another_program_locks_is_in_use_while_it_is_written(file: Path) -> None:
    with held(file, MAY_ALL, READ | WRITE) as handle, file.open("r+b", buffering=0) as ours:
        lock(handle, 0, 5)
        with pytest.raises(PermissionError) as raised:
            ours.write(b"new")
        assert windows_number(raised.value, file) == LOCKED


@only_windows
@pytest.mark.parametrize("name", ["x" * 300, "a?b.csv", "a*b.csv", "a\x01b"])
def test_a_name_that_windows_refuses_is_told_from_a_missing_folder(tmp_path: Path, name: str) -> None:
    assert number_of(tmp_path / name, "wb") in {BAD_NAME, 206}


@only_windows
def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    assert number_of(tmp_path / "not there" / "a.csv", "wb") in {NO_FILE, 3}
