"""What is other than in the training file, or than last time."""

from dataclasses import replace

import pytest

from epa_gui.core.dataset.comparison import against_last, against_training
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.jobs.profile import Profile
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import rows

K = FindingKind


def table(*columns: str, count: int = 200, classes: str = "yes no") -> str:
    """A file with columns of numbers, but for `target`, which has these classes, and `day`."""
    labels = classes.split()

    def row(at: int) -> str:
        made = {"target": labels[at % len(labels)], "day": f"2026-01-{at % 28 + 1:02}"}
        return ",".join(made.get(column, str(at)) for column in columns)

    return rows(count, row, ",".join(columns))


@pytest.fixture
def last(checked: Checked) -> Profile:
    """What was sent last."""
    reading = checked(table("a", "b", "day", "target"))
    return Profile("model", "job", 0.0, "last.csv", reading.columns, reading.rows, reading.size, "sent", reading.sha256)


@pytest.mark.parametrize(
    ("content", "findings"),
    [
        (table("a", "b", "day", "target", count=201), []),
        (table("target", "day", "b", "a"), []),
        (table("a", "day", "target"), [Finding(K.COLUMN_GONE, 1, name="b", count=1, values=("b",))]),
        (table("a", "b", "x", "day", "target", "y"), [Finding(K.COLUMN_NEW, 1, 3, "x", 2, values=("x", "y"))]),
        (
            table("a", "b", "day", "target", classes="yes maybe"),
            [
                Finding(K.LABELS_GONE, 0, 4, "target", 1, values=("", "no")),
                Finding(K.LABELS_NEW, 0, 4, "target", 1, values=("", "maybe")),
            ],
        ),
        (
            table("a", "b", "day", "target", classes="1 2"),
            [Finding(K.TYPE_CHANGED, column=4, name="target", values=("text", "number"))],
        ),
        (table("a", "b", "day", "target", count=99), [Finding(K.ROWS_CHANGED, count=99, total=200)]),
        (table("a", "b", "day", "target", count=100), []),
        (table("a", "b", "day", "target", count=401), [Finding(K.ROWS_CHANGED, count=401, total=200)]),
        (table("a", "b", "day", "target"), [Finding(K.SAME_AS_LAST, values=("last.csv",))]),
    ],
)
def test_what_is_other_than_last_time_is_told(
    checked: Checked, last: Profile, content: str, findings: list[Finding]
) -> None:
    assert list(against_last(checked(content), last)) == findings


def test_a_column_of_another_type_is_told(checked: Checked, last: Profile) -> None:
    content = table("a", "b", "day", "target").replace("2026-01-", "2026")
    (finding,) = against_last(checked(content), last)
    assert finding == Finding(K.TYPE_CHANGED, column=3, name="day", values=("date", "number"))


def test_a_missing_target_is_told_by_itself(checked: Checked, last: Profile) -> None:
    found = list(against_last(checked(table("a", "day")), last, target="target"))
    assert [finding.kind for finding in found] == [K.TARGET_GONE, K.COLUMN_GONE]
    assert found[0].name == "target"
    assert found[1].values == ("b",)


def test_classes_of_the_target_alone_are_compared_once_it_is_known(checked: Checked, last: Profile) -> None:
    other = checked(table("a", "b", "day", "target", classes="yes maybe"))
    assert list(against_last(other, last, target="b")) == []
    assert [finding.values[0] for finding in against_last(other, last, target="target")] == ["target", "target"]


def test_rows_and_classes_are_compared_at_the_end_only(checked: Checked, last: Profile) -> None:
    other = checked(table("a", "day", "target", count=50, classes="yes maybe"))
    found = list(against_last(replace(other, is_whole=False), last))
    assert [finding.kind for finding in found] == [K.COLUMN_GONE]


def test_a_column_that_is_empty_now_has_not_changed_its_type(checked: Checked, last: Profile) -> None:
    content = rows(200, lambda at: f"{at},,2026-01-01,{'yes' if at % 2 else 'no'}", "a,b,day,target")
    assert list(against_last(checked(content), last)) == []


@pytest.mark.parametrize(
    ("columns", "missing", "extra", "values"),
    [
        (["a", "b"], 0, 0, ()),
        (["b", "a"], 0, 0, ()),
        (["a"], 1, 0, ("b", "")),
        (["a", "b", "c"], 0, 1, ("", "c")),
        (["a", "c"], 1, 1, ("b", "c")),
        (["a", "a"], 1, 1, ("b", "a")),
    ],
)
def test_an_evaluation_file_needs_the_same_columns(
    checked: Checked, columns: list[str], missing: int, extra: int, values: tuple[str, ...]
) -> None:
    training, evaluation = checked(table("a", "b")), checked(table(*columns, count=20), is_training=False)
    expected = [Finding(K.COLUMNS_DIFFER, 1, count=missing, total=extra, values=values)] if values else []
    assert list(against_training(evaluation, training)) == expected


def test_the_same_content_twice_is_told(checked: Checked) -> None:
    training, evaluation = checked(table("a", "b")), checked(table("a", "b"), is_training=False)
    assert list(against_training(evaluation, training)) == [Finding(K.SAME_FILE_TWICE)]


def test_nothing_is_compared_before_there_are_names(checked: Checked, last: Profile) -> None:
    nothing = checked(b"")
    assert list(against_last(nothing, last)) == []
    assert list(against_training(nothing, checked(table("a", "b")))) == []
