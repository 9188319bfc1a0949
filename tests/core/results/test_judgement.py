"""Whether the new model is better: told where the files tell it, by the right rule, and not where they do not."""

from array import array
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from epa_gui.core.results.content import (
    ConfusionMatrix,
    Contradiction,
    ContradictionKind,
    Direction,
    Measure,
    MetricKind,
    PredictedRows,
    PredictionKind,
    ResultsContent,
    Tendency,
)
from epa_gui.core.results.judgement import verdict_of
from epa_gui.core.results.verdict import Answer, Missing, Rule
from tests.core.results.judged import both_models, labels, matrix, measure, of_classes
from tests.core.results.tables import content_of

ACCURACY, AUC, R2, RMSE = MetricKind.ACCURACY, MetricKind.AUC, MetricKind.R_SQUARED, MetricKind.RMSE


@pytest.mark.parametrize(
    ("new_only", "old_only", "rows", "answer", "p"),
    [
        (5, 3, 100, Answer.NO_DIFFERENCE, 0.726562),
        (10, 2, 200, Answer.BETTER, 0.0385742),
        (2, 10, 200, Answer.WORSE, 0.0385742),
        (60, 45, 1000, Answer.NO_DIFFERENCE, 0.171565),
        (165, 120, 3000, Answer.BETTER, 0.00903343),
        (0, 0, 500, Answer.NO_DIFFERENCE, 1.0),
        (2200, 2000, 100000, Answer.BETTER, 0.00213236),
    ],
)
def test_rows_of_classes_are_judged_by_those_where_one_model_alone_is_right(
    new_only: int, old_only: int, rows: int, answer: Answer, p: float
) -> None:
    verdict = verdict_of(of_classes(rows=both_models(new_only, old_only, rows)))
    assert (verdict.answer, verdict.rule, verdict.metric) == (answer, Rule.ROWS_OF_CLASSES, ACCURACY)
    assert (verdict.rows, verdict.new_only, verdict.old_only) == (rows, new_only, old_only)
    assert verdict.p_least == verdict.p_most == pytest.approx(p, rel=3e-6)


def test_a_tendency_without_its_rows_is_judged_like_them() -> None:
    tendency = Tendency(both_right=850, new_only=60, old_only=45, both_wrong=45)
    verdict = verdict_of(of_classes(tendency=tendency))
    from_rows = verdict_of(of_classes(rows=both_models(60, 45, 1000, both_right=850)))
    assert verdict == from_rows
    assert verdict.rule is Rule.ROWS_OF_CLASSES


def test_a_clear_difference_near_the_level_is_only_just_clear() -> None:
    assert verdict_of(of_classes(rows=both_models(10, 2, 200))).is_just
    assert not verdict_of(of_classes(rows=both_models(165, 120, 3000))).is_just
    assert not verdict_of(of_classes(rows=both_models(60, 45, 1000))).is_just


@pytest.mark.parametrize(
    ("old", "new", "rows", "answer", "between"),
    [
        (0.912, 0.927, 1000, Answer.CANNOT_TELL, (6.1e-5, 0.27)),
        (0.912, 0.927, 5000, Answer.BETTER, (0.0, 0.00906)),
        (0.927, 0.912, 5000, Answer.WORSE, (0.0, 0.00906)),
        (0.80, 0.90, 100, Answer.CANNOT_TELL, (0.00195, 0.0987)),
        (0.912, 0.915, 1000, Answer.NO_DIFFERENCE, (0.25, 0.8792)),
    ],
)
def test_totals_tell_only_what_holds_however_the_rows_fall(
    old: float, new: float, rows: int, answer: Answer, between: tuple[float, float]
) -> None:
    right = round(rows * new)
    wrong = rows - right
    it = matrix((right // 2, wrong // 2), (wrong - wrong // 2, right - right // 2))
    told = measure(ACCURACY, old, new, this_text=f"{new:.4f}", previous_text=f"{old:.4f}")
    verdict = verdict_of(of_classes(told, matrix=it))
    assert (verdict.answer, verdict.rule, verdict.rows) == (answer, Rule.TOTALS, rows)
    assert verdict.p_least == pytest.approx(between[0], rel=5e-3, abs=1e-9)
    assert verdict.p_most == pytest.approx(between[1], rel=5e-3)
    assert verdict.missing is (Missing.ROWS if answer is Answer.CANNOT_TELL else Missing.NOTHING)


def test_both_matrices_tell_more_than_their_totals() -> None:
    """Each class gained or lost: the models must have disagreed in more rows than the totals alone would need."""
    new, old = matrix((490, 10), (40, 460)), matrix((440, 60), (5, 495))
    verdict = verdict_of(of_classes(matrix=new, previous_matrix=old))
    assert (verdict.new_right, verdict.old_right) == (950, 935)
    assert (verdict.least, verdict.most) == (85, 115)
    assert verdict.answer is Answer.NO_DIFFERENCE
    without_classes = verdict_of(of_classes(measure(ACCURACY, 0.935, 0.95), row_count=1000))
    assert (without_classes.least, without_classes.most) == (15, 115)
    assert without_classes.answer is Answer.CANNOT_TELL


def test_matrices_of_unknown_direction_tell_what_holds_either_way() -> None:
    new = matrix((300, 20), (30, 150), direction=Direction.UNKNOWN)
    old = matrix((290, 30), (40, 140), direction=Direction.UNKNOWN)
    verdict = verdict_of(of_classes(matrix=new, previous_matrix=old))
    assert (verdict.new_right, verdict.old_right, verdict.least) == (450, 430, 20)
    turned = [replace(it, counts=tuple(zip(*it.counts, strict=True))) for it in (new, old)]
    assert verdict_of(of_classes(matrix=turned[0], previous_matrix=turned[1])) == verdict


@pytest.mark.parametrize(
    "old",
    [matrix((80, 10), (10, 800)), matrix((300, 100), (100, 500))],
    ids=["another number of rows", "other classes"],
)
def test_models_judged_on_different_rows_are_not_compared(old: ConfusionMatrix) -> None:
    verdict = verdict_of(
        of_classes(measure(ACCURACY, 0.8, 0.95), matrix=matrix((480, 20), (30, 470)), previous_matrix=old)
    )
    assert (verdict.answer, verdict.missing) == (Answer.CANNOT_TELL, Missing.SAME_ROWS)


def test_a_matrix_whose_classes_stand_in_another_order_is_read_by_their_names() -> None:
    new = matrix((480, 20), (30, 470))
    old = replace(matrix((460, 40), (35, 465)), labels=("no", "yes"))
    verdict = verdict_of(of_classes(matrix=new, previous_matrix=old))
    assert verdict.missing is not Missing.SAME_ROWS
    assert verdict.old_right == 925


def test_a_rounded_figure_leaves_its_rows_open() -> None:
    told = measure(ACCURACY, 0.91, 0.93, this_text="93%", previous_text="91%")
    verdict = verdict_of(of_classes(told, row_count=10_000))
    assert (verdict.new_right, verdict.old_right) == (None, None)
    assert (verdict.this, verdict.previous) == (0.93, 0.91)
    exact = verdict_of(of_classes(measure(ACCURACY, 0.91, 0.93), row_count=10_000))
    assert verdict.p_most is not None
    assert exact.p_most is not None
    assert verdict.p_most > exact.p_most
    assert exact.new_right == 9300


def test_a_short_figure_among_long_ones_is_not_rounded() -> None:
    others = measure(AUC, 0.9512, 0.9634, this_text="0.9634", previous_text="0.9512")
    told = measure(ACCURACY, 0.9, 0.93, this_text="0.93", previous_text="0.9")
    verdict = verdict_of(of_classes(told, others, row_count=1000))
    assert (verdict.new_right, verdict.old_right) == (930, 900)


def scores(chance: np.random.Generator, rows: int, lift_new: float = 1.0, lift_old: float = 1.0) -> PredictedRows:
    is_yes = chance.random(rows) < 0.4
    shared = chance.normal(size=rows)
    columns = [
        1 / (1 + np.exp(-(lift * is_yes + shared + 0.5 * chance.normal(size=rows)))) for lift in (lift_new, lift_old)
    ]
    new, old = (array("d", column) for column in columns)
    actual = labels(["yes" if it else "no" for it in is_yes])
    predicted = [labels(["yes" if value > 0.6 else "no" for value in column]) for column in columns]
    return PredictedRows(
        "evaluation_raw_data.csv",
        "churned",
        actual,
        predicted[0],
        predicted[1],
        classes=("no", "yes"),
        new_probabilities=(array("d", [1 - value for value in new]), new),
        old_probabilities=(array("d", [1 - value for value in old]), old),
    )


def test_probabilities_carry_the_verdict_by_auc() -> None:
    rows = scores(np.random.default_rng(3), 1000, lift_new=2.0)
    verdict = verdict_of(of_classes(kind=PredictionKind.BINARY, rows=rows))
    assert (verdict.answer, verdict.rule, verdict.metric) == (Answer.BETTER, Rule.PROBABILITIES, AUC)
    assert verdict.main_metric is AUC
    assert verdict.low is not None
    assert verdict.low > 0
    assert verdict.new_only is not None
    turned = replace(rows, new_probabilities=rows.old_probabilities, old_probabilities=rows.new_probabilities)
    assert verdict_of(of_classes(kind=PredictionKind.BINARY, rows=turned)).answer is Answer.WORSE


def test_either_class_of_two_gives_the_same_answer() -> None:
    rows = scores(np.random.default_rng(4), 300)
    turned = replace(
        rows,
        classes=rows.classes[::-1],
        new_probabilities=rows.new_probabilities[::-1],
        old_probabilities=rows.old_probabilities[::-1],
    )
    one, other = (verdict_of(of_classes(kind=PredictionKind.BINARY, rows=it)) for it in (rows, turned))
    assert (one.this, one.p_most) == pytest.approx((other.this, other.p_most))


def test_without_probabilities_the_accuracy_carries_the_verdict_and_is_named() -> None:
    told = (measure(AUC, 0.9, 0.7), measure(ACCURACY, 0.895, 0.91))
    verdict = verdict_of(of_classes(*told, kind=PredictionKind.BINARY, rows=both_models(60, 45, 1000, both_right=850)))
    assert (verdict.metric, verdict.main_metric, verdict.rule) == (ACCURACY, AUC, Rule.ROWS_OF_CLASSES)
    assert verdict.others == told[:1]
    assert (verdict.stars, verdict.previous_stars) == (3, 5)


def numbers(chance: np.random.Generator, rows: int, new_spread: float, old_spread: float) -> PredictedRows:
    actual = chance.normal(100, 20, rows)
    new, old = (array("d", actual + chance.normal(0, spread, rows)) for spread in (new_spread, old_spread))
    return PredictedRows(
        "evaluation_raw_data.csv", "sales", actual_values=array("d", actual), new_values=new, old_values=old
    )


@pytest.mark.parametrize("metric", [R2, RMSE, MetricKind.MEAN_ERROR])
def test_numbers_are_judged_by_the_paired_differences_of_their_errors(metric: MetricKind) -> None:
    rows = numbers(np.random.default_rng(5), 500, 8, 10)
    errors = [np.subtract(rows.actual_values, it) for it in (rows.new_values, rows.old_values)]
    known = {
        R2: [1 - (it**2).mean() / np.var(rows.actual_values) for it in errors],
        RMSE: [np.sqrt((it**2).mean()) for it in errors],
        MetricKind.MEAN_ERROR: [abs(it).mean() for it in errors],
    }[metric]
    content = ResultsContent(PredictionKind.REGRESSION, (measure(metric, known[1], known[0]),), rows=rows)
    verdict = verdict_of(content)
    assert (verdict.answer, verdict.rule, verdict.metric) == (Answer.BETTER, Rule.ERRORS, metric)
    assert verdict.gain == pytest.approx(abs(known[0] - known[1]))
    assert verdict.low is not None
    assert verdict.high is not None
    assert 0 < verdict.low < abs(known[0] - known[1]) < verdict.high
    worse = replace(rows, new_values=rows.old_values, old_values=rows.new_values)
    turned = ResultsContent(PredictionKind.REGRESSION, (measure(metric, known[0], known[1]),), rows=worse)
    assert verdict_of(turned).answer is Answer.WORSE


def test_too_few_numbers_are_not_judged() -> None:
    rows = numbers(np.random.default_rng(6), 20, 1, 10)
    verdict = verdict_of(ResultsContent(PredictionKind.REGRESSION, rows=rows))
    assert (verdict.answer, verdict.missing) == (Answer.CANNOT_TELL, Missing.MORE_ROWS)


def test_a_median_error_ratio_of_rows_leaves_the_verdict_to_what_can_be_tested() -> None:
    told = measure(MetricKind.MEDIAN_ERROR_RATIO, 0.1, 0.2)
    verdict = verdict_of(
        ResultsContent(PredictionKind.REGRESSION, (told,), rows=numbers(np.random.default_rng(7), 500, 8, 10))
    )
    assert (verdict.answer, verdict.metric, verdict.name) == (Answer.BETTER, R2, "")
    assert verdict.others == (told,)


@pytest.mark.parametrize(
    ("kind", "told", "missing"),
    [
        (PredictionKind.REGRESSION, measure(R2, 0.8, 0.82), Missing.ROWS),
        (PredictionKind.BINARY, measure(AUC, 0.8, 0.82), Missing.ROWS),
        (PredictionKind.MULTI_CLASS, measure(ACCURACY, 0.8, 0.82), Missing.ROW_COUNT),
        (PredictionKind.REGRESSION, measure(MetricKind.MEDIAN_ERROR, 3.0, 2.0), Missing.ROWS),
    ],
)
def test_figures_alone_have_a_direction_but_no_answer(kind: PredictionKind, told: Measure, missing: Missing) -> None:
    verdict = verdict_of(ResultsContent(kind, (told,)))
    assert (verdict.answer, verdict.rule, verdict.metric) == (Answer.CANNOT_TELL, Rule.FIGURES_ALONE, told.kind)
    assert verdict.missing is missing
    assert verdict.gain is not None
    assert verdict.gain > 0


def test_a_time_series_is_not_tested_row_by_row() -> None:
    told = tuple(
        measure(MetricKind.MEDIAN_ERROR_RATIO, 0.1, 0.02 + place / 100, horizon=f"{place} months ahead")
        for place in (1, 2)
    )
    rows = numbers(np.random.default_rng(8), 500, 1, 10)
    verdict = verdict_of(ResultsContent(PredictionKind.TIME_SERIES, told, rows=rows))
    assert (verdict.answer, verdict.rule) == (Answer.CANNOT_TELL, Rule.TIME_SERIES)
    assert (verdict.horizon, verdict.stars, verdict.previous_stars) == ("1 months ahead", 5, 4)
    assert verdict.others == told[1:]


@pytest.mark.parametrize(
    ("content", "missing"),
    [
        (ResultsContent(), Missing.METRICS),
        (of_classes(measure(ACCURACY, None, 0.9)), Missing.PREVIOUS),
        (of_classes(matrix=matrix((5, 1), (2, 6))), Missing.PREVIOUS),
    ],
)
def test_where_nothing_is_compared_it_is_said_what_is_missing(content: ResultsContent, missing: Missing) -> None:
    verdict = verdict_of(content)
    assert (verdict.answer, verdict.rule, verdict.missing) == (Answer.CANNOT_TELL, Rule.NOTHING, missing)


def _contradiction(kind: ContradictionKind, metric: MetricKind | None = None) -> Contradiction:
    return Contradiction(kind, "", "metrics.csv", "0.9", "confusion_matrix.csv", "0.8", metric)


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        (_contradiction(ContradictionKind.METRIC, ACCURACY), False),
        (_contradiction(ContradictionKind.TWICE, ACCURACY), False),
        (_contradiction(ContradictionKind.TENDENCY), False),
        (_contradiction(ContradictionKind.RIGHT_COUNT), False),
        (_contradiction(ContradictionKind.ROW_COUNT), False),
        (_contradiction(ContradictionKind.METRIC, MetricKind.RECALL), True),
        (_contradiction(ContradictionKind.DIRECTION), True),
    ],
)
def test_files_that_contradict_each_other_in_what_carries_the_verdict_tell_nothing(
    said: Contradiction, is_told: bool
) -> None:
    content = of_classes(rows=both_models(165, 120, 3000), contradictions=(said,))
    verdict = verdict_of(content)
    assert verdict.is_told is is_told
    assert verdict.missing is (Missing.NOTHING if is_told else Missing.AGREEMENT)
    assert (verdict.new_only, verdict.old_only) == (165, 120)


@pytest.mark.parametrize(
    "more",
    [
        {"matrix": matrix((1400, 100), (100, 1400))},
        {"previous_matrix": matrix((1400, 100), (100, 1400))},
        {"measures": (measure(ACCURACY, 0.5, 0.6, this_text="0.6000"),)},
    ],
)
def test_counts_that_no_other_file_bears_out_tell_nothing(more: dict[str, Any]) -> None:
    content = ResultsContent(PredictionKind.MULTI_CLASS, rows=both_models(165, 120, 3000), **more)
    assert verdict_of(content).missing is Missing.AGREEMENT


def test_an_auc_that_the_rows_do_not_bear_out_tells_nothing() -> None:
    rows = scores(np.random.default_rng(9), 1000, lift_new=2.0)
    content = ResultsContent(PredictionKind.BINARY, (measure(AUC, 0.5, 0.6),), rows=rows)
    assert verdict_of(content).missing is Missing.AGREEMENT


def test_classes_taken_from_probabilities_count_only_where_a_figure_bears_them_out() -> None:
    """Of two classes the service may have used another threshold than one half."""
    rows = replace(both_models(165, 120, 3000), is_new_by_probability=True, is_old_by_probability=True)
    right = [sum(map(str.__eq__, rows.actual, it)) / 3000 for it in (rows.new, rows.old)]
    borne_out = ResultsContent(PredictionKind.BINARY, (measure(ACCURACY, right[1], right[0]),), rows=rows)
    assert verdict_of(borne_out).rule is Rule.ROWS_OF_CLASSES
    assert verdict_of(replace(borne_out, measures=(measure(ACCURACY, 0.7, 0.8),))).rule is not Rule.ROWS_OF_CLASSES
    assert verdict_of(replace(borne_out, measures=())).rule is not Rule.ROWS_OF_CLASSES


def test_it_is_said_how_many_rows_would_show_so_small_a_difference() -> None:
    verdict = verdict_of(of_classes(rows=both_models(60, 45, 1000)))
    assert verdict.smallest == pytest.approx(0.0287, abs=1e-4)
    assert verdict.rows_needed is not None
    assert 3500 < verdict.rows_needed < 3800
    assert verdict_of(of_classes(rows=both_models(165, 120, 3000))).rows_needed is None


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_totals_never_say_more_than_the_rows_they_are_of(new_only: int, old_only: int, shared: int) -> None:
    """What the totals call clear, or chance, the rows call so too."""
    rows = both_models(new_only, old_only, new_only + old_only + shared + 1)
    from_rows = verdict_of(of_classes(rows=rows))
    counts = [(from_rows.new_right or 0), (from_rows.old_right or 0)]
    total = rows.count
    told = measure(ACCURACY, counts[1] / total, counts[0] / total)
    from_totals = verdict_of(of_classes(told, row_count=total))
    if from_totals.is_told:
        assert from_totals.answer is from_rows.answer
    assert from_totals.p_least is not None
    assert from_totals.p_most is not None
    assert from_rows.p_most is not None
    assert from_totals.p_least <= from_rows.p_most * (1 + 1e-9)
    assert from_rows.p_most <= from_totals.p_most * (1 + 1e-9)


def test_a_second_tool_agrees_on_200_sets_of_rows() -> None:
    chance = np.random.default_rng(16)
    names = np.array(["red", "green", "blue"])
    for _ in range(200):
        rows = int(chance.integers(50, 800))
        actual = chance.integers(0, 3, rows)
        shift = [
            np.where(chance.random(rows) < part, chance.integers(1, 3, rows), 0) for part in chance.uniform(0.1, 0.5, 2)
        ]
        new, old = ((actual + it) % 3 for it in shift)
        columns = {
            name: labels(list(map(str, names[it]))) for name, it in (("actual", actual), ("new", new), ("old", old))
        }
        held = PredictedRows("rows.csv", "colour", actual=columns["actual"], new=columns["new"], old=columns["old"])
        verdict = verdict_of(of_classes(rows=held))
        new_only = int(((new == actual) & (old != actual)).sum())
        old_only = int(((new != actual) & (old == actual)).sum())
        p = binomtest(new_only, new_only + old_only).pvalue
        assert verdict.p_most == pytest.approx(p, rel=1e-9)
        assert verdict.is_clear == (p < 0.05)


RUNS = 2000
MOST_MISTAKEN = 0.06


def _mistaken(contents: Iterable[ResultsContent]) -> float:
    return sum(verdict_of(content).is_clear for content in contents) / RUNS


def test_equally_good_models_of_classes_are_seldom_called_better_or_worse() -> None:
    """The rule before this one called them so in 96 of 100 cases."""
    chance = np.random.default_rng(17)
    right = chance.random((RUNS, 2, 1000)) < 0.9
    contents = (
        of_classes(
            tendency=Tendency(
                *(int((new & old).sum()), int((new & ~old).sum()), int((~new & old).sum()), int((~new & ~old).sum()))
            )
        )
        for new, old in right
    )
    assert _mistaken(contents) <= MOST_MISTAKEN


def test_equally_good_probabilities_are_seldom_called_better_or_worse() -> None:
    chance = np.random.default_rng(18)
    contents = (of_classes(kind=PredictionKind.BINARY, rows=scores(chance, 200)) for _ in range(RUNS))
    assert _mistaken(contents) <= MOST_MISTAKEN


def test_equally_good_predictions_of_numbers_are_seldom_called_better_or_worse() -> None:
    chance = np.random.default_rng(19)
    contents = (ResultsContent(PredictionKind.REGRESSION, rows=numbers(chance, 200, 10, 10)) for _ in range(RUNS))
    assert _mistaken(contents) <= MOST_MISTAKEN


@pytest.mark.parametrize("count", ["1e300", "99999999999999999999", "1" * 90])
def test_counts_that_no_file_can_have_are_no_counts(count: str) -> None:
    heading = ",Previous model correct,Previous model incorrect\n"
    tendency = f"{heading}This model correct,{count},{count[:-1]}\nThis model incorrect,5,{count}\n"
    matrix = f"Actual \\ Predicted,a,b\na,{count},5\nb,7,{count}\n"
    content = content_of(
        ("evaluation_results_comparison.csv", tendency),
        ("confusion_matrix.csv", matrix),
        ("confusion_matrix_previous_model.csv", matrix.replace("5", "6")),
    )
    assert verdict_of(content).answer is Answer.CANNOT_TELL
