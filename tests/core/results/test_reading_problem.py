"""What is said when results cannot be read: who has them, or that they are gone; never that a folder is read-only."""

import errno
from pathlib import Path

import pytest

from epa_gui.core.files.shared_reading import open_shared
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.results.reading_problem import reading_problem
from tests.held_file import NOTHING, READ, WRITE, held, only_windows


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOENT, errno.EIO, errno.EISDIR, errno.ENAMETOOLONG])
def test_whatever_the_disk_says_the_results_cannot_be_read(tmp_path: Path, number: int) -> None:
    path = tmp_path / "r.zip"
    path.write_bytes(b"PK")
    problem = reading_problem(OSError(number, "the system's words"), path)
    assert (problem.kind, problem.said, problem.where) == (
        ProblemKind.RESULTS_NOT_READ,
        "the system's words",
        str(path),
    )


def test_a_name_that_nothing_can_have_is_a_file_that_cannot_be_read() -> None:
    assert reading_problem(ValueError("embedded null byte"), Path("x")).kind is ProblemKind.RESULTS_NOT_READ


@only_windows
@pytest.mark.parametrize("name", ["r.zip", "十一月の結果.zip"])
def test_results_that_another_program_keeps_for_itself_are_said_to_be_open_there(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK")
    with held(path, NOTHING, READ | WRITE):
        with pytest.raises(OSError, match=r".+") as raised:
            open_shared(path)
        assert reading_problem(raised.value, path).kind is ProblemKind.RESULTS_HELD
