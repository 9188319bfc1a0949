"""A training file that a spreadsheet program has open on Windows."""

from pathlib import Path

import pytest

from epa_gui.core.dataset.check import check
from epa_gui.core.dataset.finding import FindingKind
from tests.held_file import MAY_ALL, MAY_READ, NOTHING, READ, WRITE, held, only_windows

pytestmark = only_windows


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "顧客 1.csv"
    path.write_text("\ufeffage,churn\n" + "31,yes\n42,no\n" * 60, encoding="utf-8")
    return path


def kinds(path: Path) -> set[FindingKind]:
    *_, last = check(path)
    assert last.is_over
    return {finding.kind for finding in last.findings}


@pytest.mark.parametrize("access", [READ, READ | WRITE])
def test_a_file_held_for_itself_is_in_use(file: Path, access: int) -> None:
    with held(file, NOTHING, access):
        assert kinds(file) == {FindingKind.IN_USE}
    assert FindingKind.IN_USE not in kinds(file)


@pytest.mark.parametrize("sharing", [MAY_READ, MAY_ALL])
def test_a_file_that_others_may_read_is_checked(file: Path, sharing: int) -> None:
    with held(file, sharing):
        assert FindingKind.IN_USE not in kinds(file)
        assert FindingKind.MAY_NOT_READ not in kinds(file)


def test_a_folder_is_called_one_and_a_missing_file_missing(tmp_path: Path) -> None:
    assert kinds(tmp_path) == {FindingKind.A_FOLDER}
    assert kinds(tmp_path / "none.csv") == {FindingKind.NOT_THERE}
