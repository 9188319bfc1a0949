"""A file of results that another program has open on Windows: waited for, then named for what it is, never lost."""

import zipfile
from pathlib import Path

import pytest

from epa_gui.core.jobs.problem import ProblemError, ProblemKind
from epa_gui.core.results.part_file import PartFile, is_sound
from tests.held_file import MAY_ALL, MAY_READ, MAY_READ_AND_WRITE, NOTHING, READ, WRITE, held, only_windows

pytestmark = only_windows


def never() -> bool:
    return False


def arrived(target: Path) -> PartFile:
    part = PartFile(target)
    part.open(0, 3)
    part.write(b"new")
    return part


@pytest.mark.parametrize("sharing", [NOTHING, MAY_READ, MAY_READ_AND_WRITE, MAY_ALL])
def test_results_that_are_open_elsewhere_are_in_use_and_stay_as_they_are(tmp_path: Path, sharing: int) -> None:
    target = tmp_path / "結果.csv"
    target.write_bytes(b"earlier")
    part = arrived(target)
    waits: list[float] = []
    with held(target, sharing), pytest.raises(ProblemError) as trouble:
        part.finish(never, waits.append)
    assert trouble.value.problem.kind is ProblemKind.FILE_IN_USE
    assert trouble.value.problem.where == str(target)
    assert waits, "a scanner may hold it for a moment"
    assert (target.read_bytes(), part.path.read_bytes()) == (b"earlier", b"new")


def test_results_that_are_let_go_meanwhile_are_saved(tmp_path: Path) -> None:
    target = tmp_path / "r.csv"
    target.write_bytes(b"earlier")
    part = arrived(target)
    holder = held(target, MAY_READ)
    holder.__enter__()
    assert part.finish(never, lambda _: holder.__exit__(None, None, None))
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("sharing", [NOTHING, MAY_READ])
def test_a_part_that_a_scanner_holds_is_in_use_when_going_on(tmp_path: Path, sharing: int) -> None:
    part = arrived(tmp_path / "r.csv")
    part.close()
    with held(part.path, sharing), pytest.raises(ProblemError) as trouble:
        part.open(3, 9)
    assert trouble.value.problem.kind is ProblemKind.FILE_IN_USE
    part.open(3, 9)
    part.discard()


def test_a_part_that_cannot_be_read_for_its_checksums_is_in_use(tmp_path: Path) -> None:
    path = tmp_path / "r.zip.part"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metrics.csv", "AUC,0.8")
    with held(path, NOTHING, READ | WRITE), pytest.raises(ProblemError) as trouble:
        is_sound(path, never)
    assert trouble.value.problem.kind is ProblemKind.FILE_IN_USE
    with held(path, MAY_ALL):
        assert is_sound(path, never)
