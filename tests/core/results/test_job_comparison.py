"""Two jobs side by side: what differs comes first, and nobody is told that different rows are the same."""

import pytest

from epa_gui.core.results.content import Contribution, Measure, MetricKind, ResultsContent
from epa_gui.core.results.job_comparison import Part, SameRows, compared, same_rows

FIRST = ResultsContent(
    measures=(
        Measure("AUC", MetricKind.AUC, 0.86, 0.84),
        Measure("Accuracy", MetricKind.ACCURACY, 0.9, 0.88),
        Measure("odd one", None, 3.0),
    ),
    contributions=(Contribution("age", 3.0), Contribution("plan", 1.0), Contribution("gone", 0.0)),
    row_count=1000,
)
SECOND = ResultsContent(
    measures=(
        Measure("正解率", MetricKind.ACCURACY, 0.9, 0.7),
        Measure("AUC", MetricKind.AUC, 0.81, None),
        Measure("RMSE", MetricKind.RMSE, 1.0),
    ),
    contributions=(Contribution("plan", 1.0), Contribution("age", 1.0), Contribution("new", 0.5)),
    row_count=1000,
)


def test_what_differs_comes_first() -> None:
    lines = compared(FIRST, SECOND)
    flags = [line.differs for line in lines]
    assert flags == sorted(flags, reverse=True)
    same = [line.name for line in lines if not line.differs]
    assert same == ["Accuracy", ""]  # and the number of rows


def test_measures_are_joined_by_what_they_are_and_by_their_names_where_nobody_knows_them() -> None:
    lines = {line.name: line for line in compared(FIRST, SECOND) if line.part is Part.MEASURE}
    assert (lines["AUC"].first, lines["AUC"].second) == (0.86, 0.81)
    assert (lines["Accuracy"].first, lines["Accuracy"].second) == (0.9, 0.9)
    assert (lines["odd one"].first, lines["odd one"].second) == (3.0, None)
    assert (lines["RMSE"].first, lines["RMSE"].second) == (None, 1.0)


def test_contributions_are_compared_as_shares_and_columns_of_one_alone_are_named() -> None:
    lines = compared(FIRST, SECOND)
    shares = {line.name: (line.first, line.second) for line in lines if line.part is Part.CONTRIBUTION}
    assert shares["age"] == (0.75, 0.4)
    assert {line.name for line in lines if line.part is Part.COLUMN} == {"gone", "new"}


def test_results_without_contributions_name_no_columns_as_missing() -> None:
    lines = compared(FIRST, ResultsContent())
    assert {line.part for line in lines} == {Part.MEASURE, Part.ROWS}


def test_the_other_way_round_is_the_mirror_image() -> None:
    forth = {(line.part, line.name): (line.first, line.second) for line in compared(FIRST, SECOND)}
    back = {(line.part, line.name): (line.second, line.first) for line in compared(SECOND, FIRST)}
    del forth[Part.MEASURE, "Accuracy"], back[Part.MEASURE, "正解率"]  # named as the first one names it
    assert forth == back


@pytest.mark.parametrize(
    ("first", "second", "rows", "known"),
    [
        ("a", "a", (100, 100), SameRows.YES),
        ("a", "b", (100, 100), SameRows.NO),
        ("a", "a", (100, 99), SameRows.NO),
        ("", "", (100, 100), SameRows.UNKNOWN),
        ("a", "", (None, 100), SameRows.UNKNOWN),
    ],
)
def test_whether_both_were_judged_on_the_same_rows(
    first: str, second: str, rows: tuple[int | None, int | None], known: SameRows
) -> None:
    contents = [ResultsContent(row_count=count) for count in rows]
    assert same_rows(first, second, *contents) is known
