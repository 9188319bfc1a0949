"""How good a model is by one measure, and what a change of it means."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
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
    def change(self) -> Change:
        """Whether the retrained model is better by it; unclear where nobody here knows which way is up."""
        if self.this == self.previous:
            return Change.SAME
        if is_error(self.name):
            return Change.BETTER if self.this < self.previous else Change.WORSE
        if is_score(self.name):
            return Change.BETTER if self.this > self.previous else Change.WORSE
        return Change.UNCLEAR


_SCORES = frozenset(
    [
        "accuracy",
        "auc",
        "f1",
        "f値",
        "f-measure",
        "f-score",
        "fmeasure",
        "fscore",
        "precision",
        "recall",
        "r2",
        "r^2",
        "r²",
        "coefficientofdetermination",
        "正解率",
        "精度",
        "適合率",
        "再現率",
        "決定係数",
        "mcc",
        "kappa",
    ]
)
_ERRORS = frozenset(
    ["error", "rmse", "mse", "mae", "mape", "mdape", "rmsle", "rmspe", "loss", "deviation", "誤差", "損失"]
)


def is_score(name: str) -> bool:
    """Whether more of it is better."""
    return any(word in _folded(name) for word in _SCORES) and not is_error(name)


def is_error(name: str) -> bool:
    """Whether less of it is better."""
    return any(word in _folded(name) for word in _ERRORS)


def _folded(name: str) -> str:
    return re.sub(r"[\s_]", "", name.casefold())
