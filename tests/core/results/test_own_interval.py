"""How far the new model's own figures may be trusted: as a second tool says, and only where the files tell enough."""

import json
import math
from array import array
from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from epa_gui.core.jobs.verdict_note import Answer, Measured, VerdictNote
from epa_gui.core.results.content import MetricKind, PredictedRows, PredictionKind, ResultsContent
from epa_gui.core.results.judgement import verdict_of
from epa_gui.core.results.own_interval import range_of_auc, spreads_of_errors
from tests.core.results.judged import both_models, labels, matrix, measure, of_classes

ACCURACY, AUC, R2, RMSE, MEAN = (
    MetricKind.ACCURACY,
    MetricKind.AUC,
    MetricKind.R_SQUARED,
    MetricKind.RMSE,
    MetricKind.MEAN_ERROR,
)


def by_metric(content: ResultsContent) -> dict[str, Measured]:
    return {each.metric: each for each in verdict_of(content).measured}


def of_numbers(rows: int = 400, *measures: object, seed: int = 3) -> ResultsContent:
    chance = np.random.default_rng(seed)
    actual = chance.normal(100, 20, rows)
    new, old = (array("d", actual + chance.normal(0, wide, rows)) for wide in (5, 6))
    predicted = PredictedRows(
        "evaluation_raw_data.csv", "sales", actual_values=array("d", actual), new_values=new, old_values=old
    )
    return ResultsContent(PredictionKind.REGRESSION, measures, rows=predicted)  # type: ignore[arg-type]


def of_probabilities(rows: int = 300, seed: int = 5) -> ResultsContent:
    chance = np.random.default_rng(seed)
    is_yes = chance.random(rows) < 0.4
    yes = [np.clip(0.3 * is_yes + chance.random(rows) * 0.7, 0, 1) for _ in range(2)]
    new, old = ((array("d", 1 - each), array("d", each)) for each in yes)
    actual = labels(["yes" if each else "no" for each in is_yes])
    predicted = PredictedRows(
        "raw.csv", "churned", actual, classes=("no", "yes"), new_probabilities=new, old_probabilities=old
    )
    return ResultsContent(PredictionKind.BINARY, rows=predicted)


def test_a_counted_share_has_wilsons_interval() -> None:
    verdict = verdict_of(of_classes(rows=both_models(60, 45, 1000, both_right=850)))
    known = stats.binomtest(910, 1000).proportion_ci(method="wilson")
    assert (verdict.this_low, verdict.this_high) == pytest.approx((known.low, known.high), abs=1e-6)


def test_an_auc_of_rows_has_delongs_own_variance() -> None:
    content = of_probabilities()
    verdict = verdict_of(content)
    assert verdict.metric is AUC
    assert content.rows is not None
    scores = np.asarray(content.rows.new_probabilities[-1])
    is_yes = np.array([each == "yes" for each in content.rows.actual])
    worth = (scores[is_yes][:, None] > scores[~is_yes][None, :]) + 0.5 * (
        scores[is_yes][:, None] == scores[~is_yes][None, :]
    )
    variance = np.var(worth.mean(axis=1), ddof=1) / is_yes.sum() + np.var(worth.mean(axis=0), ddof=1) / (~is_yes).sum()
    half = stats.norm.ppf(0.975) * math.sqrt(variance)
    assert verdict.this is not None
    assert (verdict.this_low, verdict.this_high) == pytest.approx((verdict.this - half, verdict.this + half), abs=1e-6)


def test_an_auc_of_which_only_the_counts_are_known_has_hanley_and_mcneils() -> None:
    # Hanley and McNeil's own example: 51 diseased and 58 healthy, an area of 0.893 with a standard error of 0.032.
    low, high = range_of_auc(0.893, 51, 58) or (0, 0)
    assert (high - low) / (2 * 1.96) == pytest.approx(0.032, abs=0.001)
    measures = (measure(AUC, 0.85, 0.893),)
    told = ResultsContent(PredictionKind.BINARY, measures, matrix=matrix((45, 6), (8, 50)))
    verdict = verdict_of(told)
    own = {each.metric: each for each in verdict.measured}[AUC]
    assert (own.low, own.high) == pytest.approx((low, high))
    assert by_metric(ResultsContent(PredictionKind.BINARY, measures))[AUC].low is None, "nothing tells the counts"


@pytest.mark.parametrize("metric", [R2, RMSE, MEAN])
def test_the_error_of_a_metric_of_numbers_is_about_that_of_drawing_the_rows_anew(metric: MetricKind) -> None:
    content = of_numbers(600)
    assert content.rows is not None
    actual, new = np.asarray(content.rows.actual_values), np.asarray(content.rows.new_values)

    def value(truth: np.ndarray, told: np.ndarray) -> float:
        errors = np.abs(truth - told)
        if metric is MEAN:
            return float(errors.mean())
        squared = float((errors**2).mean())
        return math.sqrt(squared) if metric is RMSE else 1 - squared / float(truth.var())

    chance = np.random.default_rng(1)
    drawn = [value(actual[rows], new[rows]) for rows in (chance.integers(0, 600, 600) for _ in range(1500))]
    found = spreads_of_errors(content.rows.actual_values, content.rows.new_values)[metric]
    assert found.value == pytest.approx(value(actual, new))
    assert found.error == pytest.approx(np.std(drawn), rel=0.1)


def test_the_interval_of_an_r_squared_lies_about_the_figure_that_is_written() -> None:
    worked_out = verdict_of(of_numbers()).this
    assert worked_out is not None
    written = round(worked_out, 2)
    verdict = verdict_of(of_numbers(400, measure(R2, None, written), measure(RMSE, None, 4.9)))
    assert verdict.this == written
    assert verdict.this_low is not None
    assert verdict.this_high is not None
    assert verdict.this_low < written < verdict.this_high <= 1
    assert (verdict.this_low + verdict.this_high) / 2 == pytest.approx(written)


def test_rows_that_are_not_those_of_the_figure_give_it_no_interval() -> None:
    assert by_metric(of_numbers(400, measure(RMSE, 99.0, 80.0)))[RMSE].low is None


@pytest.mark.parametrize("rows", [0, 1, 29])
def test_too_few_rows_give_none(rows: int) -> None:
    assert spreads_of_errors([1.0] * rows, [2.0] * rows) == {}


def test_numbers_too_large_for_their_squares_and_numbers_that_are_none_are_left_out() -> None:
    assert not {RMSE, R2} & spreads_of_errors([1e200 * place for place in range(50)], [0.0] * 50).keys()
    rows = [float(place % 7) for place in range(50)]
    assert spreads_of_errors([*rows, math.nan, 1.0], [*rows[::-1], 1.0, math.inf]) == spreads_of_errors(
        rows, rows[::-1]
    )


def test_every_metric_is_noted_that_of_the_verdict_first_and_that_of_one_class_is_not() -> None:
    measures = (
        measure(MetricKind.F_SCORE, 0.8, 0.85),
        measure(MetricKind.RECALL, 0.7, 0.75, class_name="yes"),
        measure(ACCURACY, 0.895, 0.91),
        measure(MetricKind.PRECISION, None, None),
    )
    verdict = verdict_of(of_classes(*measures, rows=both_models(60, 45, 1000, both_right=850)))
    assert [(each.metric, each.value) for each in verdict.measured] == [("accuracy", 0.91), ("f-score", 0.85)]


def test_each_horizon_of_a_time_series_is_a_measure_of_its_own_without_an_interval() -> None:
    ratio = MetricKind.MEDIAN_ERROR_RATIO
    measures = (measure(ratio, 0.2, 0.1, horizon="1"), measure(ratio, 0.3, 0.2, horizon="2"))
    rows = of_numbers().rows  # whose errors are those of the RMSE
    assert rows is not None
    rmse = spreads_of_errors(rows.actual_values, rows.new_values)[RMSE].value
    told = (*measures, measure(RMSE, 6.0, rmse, horizon="1"))
    found = verdict_of(ResultsContent(PredictionKind.TIME_SERIES, told, rows=rows)).measured
    assert [(each.horizon, each.value) for each in found] == [("1", 0.1), ("2", 0.2), ("1", rmse)]
    assert [each.low for each in found] == [None] * 3


def test_a_job_with_nothing_to_compare_with_has_its_interval_all_the_same() -> None:
    verdict = verdict_of(of_classes(measure(ACCURACY, None, 0.9), matrix=matrix((90, 10), (10, 90))))
    assert verdict.answer is Answer.CANNOT_TELL
    known = stats.binomtest(180, 200).proportion_ci(method="wilson")
    assert (verdict.this_low, verdict.this_high) == pytest.approx((known.low, known.high), abs=1e-6)


def test_it_is_kept_with_the_note_and_older_notes_read_without_it() -> None:
    note = verdict_of(of_numbers(400, measure(RMSE, 6.0, 5.0))).note("abc")
    assert note.this_low is not None
    assert len(note.measured) > 0
    assert VerdictNote.from_json(note.to_json()) == note
    old = json.loads(note.to_json())
    for name in ("this_low", "this_high", "measured"):
        del old[name]
    assert VerdictNote.from_json(json.dumps(old)) == replace(note, this_low=None, this_high=None, measured=())


def test_no_number_gets_into_the_note_that_is_none() -> None:
    measures = (measure(ACCURACY, 0.9, 0.91), measure(MetricKind.F_SCORE, 0.9, math.nan), measure(RMSE, 1, math.inf))
    note = verdict_of(of_classes(*measures, rows=both_models(60, 45, 1000, both_right=850))).note()
    assert [each.metric for each in note.measured] == ["accuracy"]
    assert "NaN" not in note.to_json()
    assert "Infinity" not in note.to_json()
