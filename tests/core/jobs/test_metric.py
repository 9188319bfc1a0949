"""What a change of a measure means: better or worse where that is known, and never a guess."""

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epa_gui.core.jobs.metric import Metric, MetricChange, is_error, is_score, words_in

SCORES = [
    "Accuracy",
    "AUC",
    "ROC AUC",
    "AUC-ROC",
    "F1",
    "Macro F1",
    "macro_f1",
    "F-measure",
    "F値",
    "F1スコア",
    "平均F値",
    "平均 Precision",
    "Precision",
    "Recall",
    "R2",
    "R²",
    "R^2",
    "R-squared",
    "r2_score",
    "Coefficient of determination (R2)",
    "決定係数",
    "正解率",
    "正解率(Accuracy)",
    "適合率",
    "再現率",
    "予測精度",
    "Ａｃｃｕｒａｃｙ",
    " AUC (%) ",
]
ERRORS = [
    "RMSE",
    "MAE",
    "MAPE",
    "Error rate",
    "Error rate (%)",
    "mean_absolute_error",
    "Median error rate",
    "Log loss",
    "誤差平均",
    "誤差中央値",
    "誤差率中央値",
    "中央値誤差率",
    "誤差率",
    "二乗平均平方根誤差",
    "対数損失",
    "ＲＭＳＥ",
]
UNKNOWN = [
    "Error-free rate",
    "non-error rate",
    "Lift",
    "Threshold",
    "しきい値",
    "maeda score",
    "r2d2",
    "imprecision",
    "不正解率",
    "非適合率",
    "誤差なし率",
    "カバー率",  # the manual: good near 90 %, neither above nor below
    "-MAE",
    "−RMSE",
    "(-)AUC",
    "neg_mean_absolute_error",
    "1-AUC",
    "1 - accuracy",
    "ΔAUC",
    "Accuracy loss",
    "AUC/MAE",
    "Error reduction",
    "Score",
    "平均",
    "Rows",
    "",
    "-",
    "AUC " * 60 + "loss",
]


@pytest.mark.parametrize("name", SCORES)
def test_more_of_a_score_is_better(name: str) -> None:
    assert Metric(name, 0.9, 0.8).change is MetricChange.BETTER
    assert Metric(name, 0.8, 0.9).change is MetricChange.WORSE


@pytest.mark.parametrize("name", ERRORS)
def test_less_of_an_error_is_better(name: str) -> None:
    assert Metric(name, 0.8, 0.9).change is MetricChange.BETTER
    assert Metric(name, 0.9, 0.8).change is MetricChange.WORSE


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_not_known_is_never_called_better_or_worse(name: str) -> None:
    assert Metric(name, 0.9, 0.8).change is MetricChange.UNCLEAR
    assert Metric(name, 0.8, 0.9).change is MetricChange.UNCLEAR


@pytest.mark.parametrize(("japanese", "english"), [("平均F値", "Mean F value"), ("誤差率中央値", "median error rate")])
def test_a_measure_is_the_same_in_both_languages(japanese: str, english: str) -> None:
    assert words_in(japanese) == words_in(english)


@pytest.mark.parametrize(
    ("this", "previous"),
    [
        (0.5, 0.5),
        (0.0, -0.0),
        (0.85121, 0.85124),
        (1234.6, 1235.4),
        (1e-9 + 1e-14, 1e-9),
        (math.nextafter(0.1, 1), 0.1),
    ],
)
@pytest.mark.parametrize("name", ["AUC", "RMSE", "Threshold"])
def test_values_that_are_shown_alike_are_the_same(name: str, this: float, previous: float) -> None:
    assert Metric(name, this, previous).change is MetricChange.SAME


def test_values_that_are_shown_apart_are_not_the_same() -> None:
    assert Metric("AUC", 0.8513, 0.8512).change is MetricChange.BETTER
    assert Metric("MAE", 1235.0, 1234.0).change is MetricChange.WORSE


def test_an_error_below_zero_leans_to_a_side_and_says_nothing() -> None:
    assert Metric("Mean error", -5.0, 2.0).change is MetricChange.UNCLEAR
    assert Metric("mean_squared_error", -4.0, -5.0).change is MetricChange.UNCLEAR
    assert Metric("R2", -0.5, -0.75).change is MetricChange.BETTER, "R² may well be below zero"


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("name", ["AUC", "RMSE"])
def test_what_is_no_number_is_unclear(name: str, odd: float) -> None:
    assert Metric(name, odd, 0.5).change is MetricChange.UNCLEAR
    assert Metric(name, 0.5, odd).change is MetricChange.UNCLEAR
    assert Metric(name, odd, odd).change is MetricChange.UNCLEAR


@given(st.text(), st.floats(), st.floats())
def test_no_name_is_both_and_a_change_turned_round_is_its_opposite(name: str, one: float, other: float) -> None:
    assert not (is_score(name) and is_error(name))
    there, back = Metric(name, one, other).change, Metric(name, other, one).change
    opposites = {MetricChange.BETTER: MetricChange.WORSE, MetricChange.WORSE: MetricChange.BETTER}
    assert back is opposites.get(there, there)


@pytest.mark.parametrize("piece", ["f score ", "誤差", "r squared", "-", "( ", "coefficient of ", "\u0130"])
def test_a_hostile_name_takes_no_time(piece: str) -> None:
    began = time.process_time()
    for length in (190, 1_000_000):
        is_score((piece * length)[:length])
    assert time.process_time() - began < 0.5
