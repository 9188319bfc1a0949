"""How good a model is by one measure, and what a change of it means."""

import functools
import math
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

SIGNIFICANT_DIGITS = 4
"""How exactly measures are shown; what looks the same then is the same."""


class MetricChange(StrEnum):
    """What became of a measure."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure of a retrained model beside the one before it, as the results say it.

    Source: the results' ``metrics_comparison.csv``.

    Attributes:
        name: The measure, as it came.
        this: The retrained model's value.
        previous: The value of the model before it, on the same data.
    """

    name: str
    this: float
    previous: float

    @property
    def change(self) -> MetricChange:
        """Whether the retrained model is better by it; unclear where nobody here knows which way is up.

        Values that are shown alike are the same: nobody could see why one of them should be better.
        """
        if not (math.isfinite(self.this) and math.isfinite(self.previous)):
            return MetricChange.UNCLEAR
        this, previous = _as_shown(self.this), _as_shown(self.previous)
        if this == previous:
            return MetricChange.SAME
        if is_error(self.name) and min(this, previous) >= 0:  # one below zero leans to a side: less is not better
            return MetricChange.BETTER if this < previous else MetricChange.WORSE
        if is_score(self.name):
            return MetricChange.BETTER if this > previous else MetricChange.WORSE
        return MetricChange.UNCLEAR


_SCORES = frozenset(
    re.findall(
        r"\w+", "accuracy auc auroc f f1 fmeasure fscore gini kappa mcc precision r2 recall sensitivity specificity"
    )
)
_ERRORS = frozenset(re.findall(r"\w+", "error logloss loss mae mape mdape mse msle rmse rmsle rmspe smape wape wmape"))
_FILLERS = frozenset(
    re.findall(
        r"\w+",
        """
        absolute adjusted average avg balanced evaluation log macro max mean measure median micro of percent percentage
        pr predicted prediction rate ratio relative roc root score square squared test the validation value weighted
        """,
    )
)
"""Words that turn a measure into a kind of itself: more of it is as good, or as bad, as before."""

_JAPANESE = {
    "正解率": "accuracy",
    "正答率": "accuracy",
    "精度": "accuracy",
    "適合率": "precision",
    "再現率": "recall",
    "感度": "sensitivity",
    "特異度": "specificity",
    "決定係数": "r2",
    "誤差": "error",
    "誤り": "error",
    "損失": "loss",
    "予測": "predicted",
    "平均": "mean",
    "マクロ": "macro",
    "マイクロ": "micro",
    "加重": "weighted",
    "重み付き": "weighted",
    "中央値": "median",
    "最大": "max",
    "絶対": "absolute",
    "二乗": "squared",
    "2乗": "squared",
    "平方根": "root",
    "平方": "square",
    "対数": "log",
    "相対": "relative",
    "パーセント": "percent",
    "スコア": "score",
    "尺度": "measure",
    "値": "value",
    "率": "rate",
    "の": "of",
}
"""Source: the names of Prediction One's manual (誤差率中央値, 誤差平均, 平均F値 …) and those usual in the field."""

_LONGEST_NAME = 200
# Texts, not compiled: that takes 4 ms, and every start loads this module. `re` keeps what it compiled.
_BETWEEN = r"(?<=\w)-(?=\w)|[\s_()\[\]%・.]+"
"""A sign before a name turns it round, so only a hyphen between words counts for nothing."""

_R_SQUARED = r"\b(?:r\^2|r squared?|coefficient of determination)(?![a-z0-9])"
_WORD = "|".join([*sorted(_JAPANESE, key=len, reverse=True), "[a-z0-9]+", r"\S"])


def is_score(name: str) -> bool:
    """Whether more of it is better."""
    return _is_a_kind_of(_SCORES, name)


def is_error(name: str) -> bool:
    """Whether less of it is better, and nothing better than none."""
    return _is_a_kind_of(_ERRORS, name)


@functools.lru_cache(256)
def words_in(name: str) -> frozenset[str]:
    """The words of a measure's name, in English and lower case where this program knows them.

    ``"平均F値"`` and ``"Mean F value"`` have the same ones. What is no known word stands for itself;
    a name too long to be one has none.
    """
    if len(name) > _LONGEST_NAME:
        return frozenset()
    folded = unicodedata.normalize("NFKC", name).casefold()
    spaced = re.sub(_R_SQUARED, "r2", re.sub(_BETWEEN, " ", folded))
    return frozenset(_JAPANESE.get(word, word) for word in re.findall(_WORD, spaced))


def _is_a_kind_of(measures: frozenset[str], name: str) -> bool:
    """Whether every word of it is known, and one at least is of these measures: "error-free rate" is no error."""
    words = words_in(name)
    return bool(words & measures) and words <= measures | _FILLERS


def _as_shown(value: float) -> float:
    return float(f"{value:.{SIGNIFICANT_DIGITS}g}")
