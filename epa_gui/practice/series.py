"""Predicts the next values of a column over time: a way back to the mean, learned from the rows. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, pstdev
from typing import Any, Self

from epa_gui.practice.bayes import number
from epa_gui.practice.table import Table

HORIZONS = (1, 2, 3)
FEWEST_ROWS = 20
_WIDTH = 1.6449
"""Standard deviations on either side of a prediction that 90 of 100 values lie within, if errors are normal."""

_DATE = re.compile(r"[12][0-9]{3}[-/][0-9]{1,2}(?:[-/][0-9]{1,2})?(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?")


def time_column(table: Table) -> str | None:
    """The first column that holds a later time in every row, if there is one."""
    for place, column in enumerate(table.columns[:-1]):
        values = [row[place] for row in table.rows]
        if len(values) >= FEWEST_ROWS and all(map(_DATE.fullmatch, values)):
            times = [tuple(map(int, re.findall("[0-9]+", value))) for value in values]
            if all(first < second for first, second in pairwise(times)):
                return column
    return None


@dataclass(frozen=True, slots=True)
class Series:
    """How the next values follow from the last one.

    Attributes:
        mean: Where it goes back to.
        pull: The share of the distance from it that is left after one step.
        spreads: How far the values lay from what was predicted: one standard deviation for each of `HORIZONS`.
    """

    mean: float
    pull: float
    spreads: tuple[float, ...]

    @classmethod
    def fit(cls, values: Sequence[float]) -> Self:
        """Learn from values in their order."""
        mean = fmean(values)
        before = [value - mean for value in values[:-1]]
        after = [value - mean for value in values[1:]]
        square = sum(value * value for value in before)
        pull = sum(one * other for one, other in zip(before, after, strict=True)) / square if square else 0.0
        plain = cls(mean, max(-0.99, min(0.99, pull)), (0.0,) * len(HORIZONS))
        errors = [
            [value - plain.ahead(values[at - steps], steps) for at, value in enumerate(values) if at >= steps]
            for steps in HORIZONS
        ]
        return cls(plain.mean, plain.pull, tuple(pstdev(one) if len(one) > 1 else 0.0 for one in errors))

    def ahead(self, value: float, steps: int) -> float:
        """What is predicted so many steps after a value."""
        return self.mean + self.pull**steps * (value - self.mean)

    def margin(self, steps: int) -> float:
        """How far on either side of a prediction nine of ten values are expected."""
        return _WIDTH * self.spreads[HORIZONS.index(steps)]

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {"mean": self.mean, "pull": self.pull, "spreads": self.spreads}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """The opposite of `to_json`."""
        return cls(kept["mean"], kept["pull"], tuple(kept["spreads"]))


def values_of(table: Table) -> list[float]:
    """The last column's numbers; a field that holds none has the value before it."""
    found: list[float] = []
    for row in table.rows:
        value = number(row[-1])
        found.append(value if value is not None else found[-1] if found else 0.0)
    return found
