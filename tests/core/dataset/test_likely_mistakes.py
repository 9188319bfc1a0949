"""What people really do to their files, and what they are told: the cause, once, and not its consequences."""

from pathlib import Path

import pytest

from epa_gui.core.dataset.check import Reading, check
from epa_gui.core.dataset.comparison import against_last, against_training
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.jobs.profile import Profile

K = FindingKind


def _checked(path: Path, lines: list[str], **options: str) -> Reading:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return list(check(path, **options))[-1]  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data.csv"


def _kinds(reading: Reading) -> list[FindingKind]:
    return [finding.kind for finding in reading.findings]


def test_a_title_above_the_names_is_called_that_and_nothing_else(path: Path) -> None:
    reading = _checked(path, ["顧客一覧 2024年度", "", "id,plan,state", *[f"{n},a,b" for n in range(200)]])
    leave_out = Repair(RepairKind.ROWS, rows=((1, 2),))
    title = "顧客一覧 2024年度"
    assert reading.findings == (Finding(K.TITLE_LINE, 1, 1, title, count=2, values=("1–2",), repair=leave_out),)
    assert reading.stops


def test_a_wrong_separator_is_called_that_and_nothing_else(path: Path) -> None:
    reading = _checked(path, ["id;plan;note", *[f"{n};a;b, c" for n in range(200)]])
    assert reading.findings == (Finding(K.OTHER_DELIMITER, values=(";",), repair=Repair(RepairKind.DELIMITER)),)


def test_numbers_with_commas_are_named_instead_of_the_good_ones(path: Path) -> None:
    prices = ['"1,980"' if n % 3 else "980" for n in range(300)]
    reading = _checked(path, ["id,price", *[f"{n},{price}" for n, price in enumerate(prices)]])
    (finding,) = reading.findings
    assert finding.kind is FindingKind.GROUPED_NUMBERS
    assert (finding.row, finding.column, finding.name) == (3, 2, "price")
    assert (finding.count, finding.total, finding.values) == (200, 300, ("1,980",))


def test_a_target_of_one_value_is_said(path: Path) -> None:
    lines = ["id,state", *[f"{n},yes" for n in range(200)]]
    assert _kinds(_checked(path, lines, target="state")) == [FindingKind.ONE_CLASS]
    assert _kinds(_checked(path, lines)) == []
    lines[7] = "6,no"
    assert _kinds(_checked(path, lines, target="state")) == []


def test_a_column_without_a_name_is_not_taken_for_a_target_that_nobody_chose(path: Path) -> None:
    one_blank = ["id,,left", *[f"{n},,{'yes' if n % 2 else 'no'}" for n in range(120)]]
    assert K.ONE_CLASS not in _kinds(_checked(path, one_blank))
    always = ["id,,left", *[f"{n},same,{'yes' if n % 2 else 'no'}" for n in range(120)]]
    assert _kinds(_checked(path, always)) == []
    last = Profile("m", "j", 0.0, "may.csv", _checked(path, always).columns, 120, 1, "", "")
    named = _checked(path, ["id,note,left", *always[1:]])
    assert [(finding.kind, finding.values) for finding in against_last(named, last)] == [
        (K.COLUMN_GONE, ("",)),
        (K.COLUMN_NEW, ("note",)),
    ]


def test_a_class_only_in_the_evaluation_file_is_said(path: Path, tmp_path: Path) -> None:
    training = _checked(path, ["id,state", *[f"{n},{'yes' if n % 2 else 'no'}" for n in range(200)]])
    other = _checked(tmp_path / "e.csv", ["id,state", *[f"{n},{'yes' if n % 2 else 'later'}" for n in range(50)]])
    (finding,) = against_training(other, training, "state")
    assert finding == Finding(FindingKind.LABELS_NOT_TRAINED, 0, 2, "state", 1, values=("target", "later"))
    assert list(against_training(other, training)) == []


def test_a_file_of_another_model_is_called_that(path: Path) -> None:
    reading = _checked(path, ["shop,sales", *[f"{n % 7},{n}" for n in range(200)]])
    before = _checked(path, ["customer,state", *[f"{n},{n % 2}" for n in range(200)]])
    last = Profile("m", "j", 0.0, "churn.csv", before.columns, 200, 1, "", "")
    assert [finding.kind for finding in against_last(reading, last)] == [FindingKind.OTHER_DATA]


def test_one_field_too_many_stands_in_no_column_that_has_a_name(path: Path) -> None:
    lines = ["a,b", *["1,2"] * 200]
    lines[101] = "1,2,3"
    (finding,) = _checked(path, lines).findings
    assert (finding.kind, finding.row, finding.column) == (FindingKind.UNEVEN_ROW, 102, 0)
