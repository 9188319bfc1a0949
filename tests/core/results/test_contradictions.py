"""Every figure that stands in two places of the results is compared; each mismatch is told with places and values."""

import random
from array import array
from collections import Counter

import pytest

from epa_gui.core.results.content import Contradiction, ContradictionKind, Direction, Labels, MetricKind, ResultsContent
from epa_gui.core.results.recomputed import Span, auc_of, averages_of, errors_of, figures_by_class
from tests.core.results.tables import content_of

RIGHT = {
    # 100 rows: 30 of 40 "yes" are found, 5 of 60 "no" are taken for it.
    "confusion_matrix.csv": ",yes,no\nyes,30,5\nno,10,55",
    "confusion_matrix_previous_model.csv": ",yes,no\nyes,24,8\nno,16,52",
    "metrics_comparison.csv": (
        "metric,this model,previous model,difference\n"
        "Accuracy,85.00%,76.00%,+9.00%\nPrecision,85.71%,75.00%,+10.71%\n"
        "Recall,75.00%,60.00%,+15.00%\nF-score,80.00%,66.67%,+13.33%"
    ),
    "metrics.csv": "metric,value\nAccuracy,0.85\nPrecision,0.857143\nRecall,0.75\nF-score,0.8",
    "evaluation_results_comparison.csv": ",previous right,previous wrong\nnew right,70,15\nnew wrong,6,9",
}


def told(**changes: tuple[str, str]) -> ResultsContent:
    """What is told of the right files after a text in each of some was replaced; `_` stands for the full stop."""
    files = dict(RIGHT)
    for name, (old, new) in changes.items():
        assert old in files[f"{name}.csv"]
        files[f"{name}.csv"] = files[f"{name}.csv"].replace(old, new)
    return content_of(*files.items())


def the_one(found: ResultsContent) -> Contradiction:
    assert len(found.contradictions) == 1, found.contradictions
    return found.contradictions[0]


def test_files_that_fit_contradict_nothing_and_settle_the_direction() -> None:
    found = told()
    assert found.contradictions == ()
    assert found.matrix is not None
    assert found.matrix.direction is Direction.WORKED_OUT
    assert found.matrix.counts == ((30, 10), (5, 55)), "counts[actual][predicted]"


@pytest.mark.parametrize(
    ("changes", "kind", "metric", "values", "is_previous"),
    [
        (
            {
                "metrics_comparison": ("85.00%,76.00%,+9.00%", "86.00%,76.00%,+10.00%"),
                "metrics": ("Accuracy,0.85", "Accuracy,0.86"),
            },
            ContradictionKind.METRIC,
            MetricKind.ACCURACY,
            ("86.00%", "0.85"),
            False,
        ),
        (
            {"metrics_comparison": ("85.00%,76.00%,+9.00%", "85.00%,76.50%,+8.50%")},
            ContradictionKind.METRIC,
            MetricKind.ACCURACY,
            ("76.50%", "0.76"),
            True,
        ),
        (
            {"metrics_comparison": ("66.67%,+13.33%", "66.00%,+14.00%")},
            ContradictionKind.METRIC,
            MetricKind.F_SCORE,
            ("66.00%", "0.666667"),
            True,
        ),
        (
            {"metrics": ("Accuracy,0.85", "Accuracy,0.95")},
            ContradictionKind.METRIC,
            MetricKind.ACCURACY,
            ("85.00%", "0.95"),
            False,
        ),
        (
            {"metrics_comparison": ("+9.00%", "+8.00%")},
            ContradictionKind.DIFFERENCE,
            MetricKind.ACCURACY,
            ("+8.00%", "85.00% / 76.00%"),
            False,
        ),
        ({"evaluation_results_comparison": ("15\n", "14\n")}, ContradictionKind.ROW_COUNT, None, ("100", "99"), False),
    ],
)
def test_a_mismatch_is_told_with_both_values(
    changes: dict[str, tuple[str, str]],
    kind: ContradictionKind,
    metric: MetricKind | None,
    values: tuple[str, str],
    is_previous: bool,
) -> None:
    one = the_one(told(**changes))
    assert (one.kind, one.metric, (one.first, one.second), one.is_previous) == (kind, metric, values, is_previous)
    assert one.first_file.endswith(".csv")
    assert one.second_file.endswith(".csv")


def test_who_was_right_must_be_as_many_as_the_matrices_say() -> None:
    found = told(evaluation_results_comparison=("70,15\nnew wrong,6,9", "68,17\nnew wrong,7,8"))
    assert {(one.kind, one.first, one.second, one.is_previous) for one in found.contradictions} == {
        (ContradictionKind.RIGHT_COUNT, "75", "76", True)
    }


def test_the_matrices_must_be_of_as_many_rows() -> None:
    found = told(confusion_matrix_previous_model=("52", "62"))
    assert (ContradictionKind.ROW_COUNT, "100", "110") in {
        (one.kind, one.first, one.second) for one in found.contradictions
    }


def test_a_corner_that_says_the_wrong_way_round_is_told() -> None:
    found = told(confusion_matrix=(",yes,no", "actual / predicted,yes,no"))
    assert found.matrix is not None
    assert found.matrix.direction is Direction.TOLD
    assert {one.metric for one in found.contradictions} == {MetricKind.PRECISION, MetricKind.RECALL}


@pytest.mark.parametrize(
    "text", ["metric,value\nAccuracy,0.85", "metric,value\nF-score,0.8", "metric,value\nRecall,0.1"]
)
def test_what_fits_both_ways_or_neither_leaves_the_direction_unknown(text: str) -> None:
    found = content_of(("confusion_matrix.csv", RIGHT["confusion_matrix.csv"]), ("metrics.csv", text))
    assert found.matrix is not None
    assert found.matrix.direction is Direction.UNKNOWN
    assert found.matrix.counts == ((30, 5), (10, 55)), "as the file has it"


ROWS = [("yes", "yes", "no"), ("yes", "no", "no"), ("no", "no", "no"), ("no", "no", "yes"), ("no", "yes", "no")] * 20
RAW = "churned (prediction),(Previous)_churned (prediction),churned\n" + "\n".join(
    f"{new},{old},{actual}" for actual, new, old in ROWS
)


def test_the_rows_settle_the_direction_and_hold_the_matrix_to_account() -> None:
    written = ",no,yes\nno,40,20\nyes,20,20"
    right = content_of(("evaluation_raw_data.csv", RAW), ("confusion_matrix.csv", written))
    assert right.contradictions == ()
    wrong = content_of(("evaluation_raw_data.csv", RAW), ("confusion_matrix.csv", written.replace("40,20", "39,21")))
    assert {(one.kind, one.what, one.first, one.second) for one in wrong.contradictions} == {
        (ContradictionKind.MATRIX, "no → no", "39", "40"),
        (ContradictionKind.MATRIX, "no → yes", "21", "20"),
    }
    old = content_of(
        ("evaluation_raw_data.csv", RAW), ("confusion_matrix_previous_model.csv", ",no,yes\nno,40,40\nyes,20,0")
    )
    assert old.contradictions == ()
    assert old.previous_matrix is not None
    assert old.previous_matrix.counts == ((40, 20), (40, 0))
    assert old.previous_matrix.direction is Direction.WORKED_OUT


def test_a_matrix_that_the_rows_show_to_be_turned_is_told() -> None:
    found = content_of(
        ("evaluation_raw_data.csv", RAW),
        ("confusion_matrix_previous_model.csv", "actual / predicted,no,yes\nno,40,40\nyes,20,0"),
    )
    assert [one.kind for one in found.contradictions] == [ContradictionKind.DIRECTION]


def test_the_rows_hold_the_tendency_to_account() -> None:
    text = ",previous right,previous wrong\nnew right,{},{}\nnew wrong,{},{}"
    assert (
        content_of(
            ("evaluation_raw_data.csv", RAW), ("evaluation_results_comparison.csv", text.format(20, 40, 20, 20))
        ).contradictions
        == ()
    )
    found = content_of(
        ("evaluation_raw_data.csv", RAW), ("evaluation_results_comparison.csv", text.format(20, 41, 19, 20))
    )
    one = the_one(found)
    assert (one.kind, one.first, one.second) == (ContradictionKind.TENDENCY, "20 / 41 / 19 / 20", "20 / 40 / 20 / 20")
    assert found.tendency is not None
    assert found.tendency.new_only == 40, "the rows are what counts"


def test_a_predicted_class_that_was_only_taken_to_be_the_likeliest_accuses_nobody() -> None:
    chance = random.Random(1)
    shares = [chance.random() for _ in range(200)]
    rows = "\n".join(f"{share:.4f},{1 - share:.4f},{'yes' if share > 0.3 else 'no'}" for share in shares)
    raw = ("evaluation_raw_data.csv", f"Probability of yes,Probability of no,churned\n{rows}")
    assert content_of(raw, ("metrics.csv", "metric,value\nAccuracy,1.00\nAUC,1.0000")).contradictions == ()
    one = the_one(content_of(raw, ("metrics.csv", "metric,value\nAccuracy,1.00\nAUC,0.9500")))
    assert (one.metric, one.first, one.second) == (MetricKind.AUC, "0.9500", "1")


@pytest.mark.parametrize(
    ("metric", "right", "wrong"),
    [
        ("RMSE", "2.236", "2.336"),
        ("MAE(Mean)", "2.00", "2.20"),
        ("MAE(Median)", "2.00", "3.50"),
        ("R squared", "0.9940", "0.9040"),
    ],
)
def test_the_errors_of_numbers_are_reckoned_anew(metric: str, right: str, wrong: str) -> None:
    raw = "price (prediction),price\n" + "\n".join(f"{at + (1, -3, 3, 1)[at % 4]:.1f},{at}" for at in range(1, 101))
    rows = ("evaluation_raw_data.csv", raw)
    assert content_of(rows, ("metrics.csv", f"metric,value\n{metric},{right}")).contradictions == ()
    one = the_one(content_of(rows, ("metrics.csv", f"metric,value\n{metric},{wrong}")))
    assert (one.kind, one.first, one.second_file) == (ContradictionKind.METRIC, wrong, "evaluation_raw_data.csv")


def test_an_average_over_classes_may_be_any_usual_one() -> None:
    matrix = ("confusion_matrix.csv", "actual / predicted,a,b,c\na,8,1,1\nb,2,20,8\nc,5,5,50")
    cells = Counter({("a", "a"): 8, ("a", "b"): 1, ("a", "c"): 1, ("b", "a"): 2, ("b", "b"): 20, ("b", "c"): 8})
    cells |= Counter({("c", "a"): 5, ("c", "b"): 5, ("c", "c"): 50})
    by_class = figures_by_class(cells)
    macro = sum(one.precision or 0 for one in by_class) / 3
    weighted = sum((one.precision or 0) * one.actual for one in by_class) / 100
    for value in (macro, weighted):
        assert content_of(matrix, ("metrics.csv", f"metric,value\n平均Precision,{value:.4f}")).contradictions == ()
    assert content_of(matrix, ("metrics.csv", "metric,value\n平均Precision,0.9000")).contradictions
    assert next(averages_of(cells, MetricKind.PRECISION)) == pytest.approx(macro)


def test_the_area_under_the_curve_is_that_of_all_pairs() -> None:
    chance = random.Random(7)
    for _ in range(20):
        codes = array("H", [chance.randrange(2) for _ in range(60)])
        scores = [round(chance.random(), 1) for _ in codes]
        found = auc_of(Labels(("no", "yes"), codes), "yes", scores)
        ones = [score for score, code in zip(scores, codes, strict=True) if code]
        others = [score for score, code in zip(scores, codes, strict=True) if not code]
        won = [(one > other) - 0.0 for one in ones for other in others]
        tied = [one == other for one in ones for other in others]
        assert found == pytest.approx(Span(sum(won) / len(won), (sum(won) + sum(tied)) / len(won)))


def test_no_errors_of_numbers_are_made_up_where_they_have_none() -> None:
    found = errors_of([0.0, 0.0, 1.0], [0.0, 1.0, 1.0], 0.0)
    assert MetricKind.MEDIAN_ERROR_RATIO not in found
    assert MetricKind.R_SQUARED not in errors_of([2.0, 2.0], [1.0, 3.0], 0.0)
    assert errors_of([1e200, 1.0], [1.0, 1.0], 0.0).keys() == {
        MetricKind.MEAN_ERROR,
        MetricKind.MEDIAN_ERROR,
        MetricKind.MEDIAN_ERROR_RATIO,
    }
