"""The same rows asked before and after a switch: what changed, the greatest change first. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from epa_gui.core.account.prediction import Prediction


@dataclass(frozen=True, slots=True)
class ProbabilityChange:
    """How likely one class was, and is.

    Attributes:
        name: The class, by the heading of its column.
        before: 0 to 1.
        after: 0 to 1.
    """

    name: str
    before: float
    after: float

    @property
    def difference(self) -> float:
        """From -1 to 1."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row, before and after.

    Attributes:
        row: Its place among the rows that were asked, from 0.
        before: What was answered before; `None` if nothing was.
        after: What was answered after.
        is_changed: Whether another class or another number is predicted.
        probability: The class whose probability changed most (or the one that was asked about); `None` for numbers.
        difference: The difference between the numbers; `None` for classes.
    """

    row: int
    before: Prediction | None
    after: Prediction | None
    is_changed: bool = False
    probability: ProbabilityChange | None = None
    difference: float | None = None

    @property
    def is_answered(self) -> bool:
        """Whether there are both answers."""
        return self.before is not None and self.after is not None

    @property
    def size(self) -> float:
        """How great the change is: of probabilities 0 to 1, of numbers their difference; -1 where it is not known."""
        if not self.is_answered:
            return -1.0
        if self.probability is not None:
            return abs(self.probability.difference)
        return abs(self.difference) if self.difference is not None else 0.0


@dataclass(frozen=True, slots=True)
class PredictionComparison:
    """All rows, before and after.

    Attributes:
        rows: Those with another prediction first, then by the size of the change; those not answered last.
        asked: How many rows were asked.
        answered: How many of them were answered both times.
        changed: How many of those have another prediction.
    """

    rows: tuple[RowChange, ...]
    asked: int
    answered: int
    changed: int


def compare_predictions(
    before: Sequence[Prediction | None], after: Sequence[Prediction | None], *, about: str = ""
) -> PredictionComparison:
    """What changed from one answer to the other, row by row.

    Args:
        before: The answers before, one for each row that was asked; `None` where there was none.
        after: The answers after, in the same order; rows that were not asked again may be missing at the end.
        about: The class whose probability is of interest; empty for the one that changed most.
    """
    count = max(len(before), len(after))
    pairs = zip(_filled(before, count), _filled(after, count), strict=True)
    rows = [_row(number, then, now, about) for number, (then, now) in enumerate(pairs)]
    answered = [row for row in rows if row.is_answered]
    in_order = sorted(rows, key=lambda row: (not row.is_answered, not row.is_changed, -row.size, row.row))
    return PredictionComparison(tuple(in_order), count, len(answered), sum(row.is_changed for row in answered))


def _filled(answers: Sequence[Prediction | None], count: int) -> list[Prediction | None]:
    return [*answers, *[None] * (count - len(answers))]


def _row(number: int, before: Prediction | None, after: Prediction | None, about: str) -> RowChange:
    if before is None or after is None:
        return RowChange(number, before, after)
    numbers = (_number(before), _number(after))
    if numbers[0] is not None and numbers[1] is not None:
        difference = numbers[1] - numbers[0]
        return RowChange(number, before, after, difference != 0, None, difference)
    is_changed = before.value.strip() != after.value.strip()
    return RowChange(number, before, after, is_changed, _probability(before, after, about))


def _number(prediction: Prediction) -> float | None:
    """The predicted number; `None` for a class, even if that is written in digits."""
    if prediction.probabilities:
        return None
    try:
        value = float(prediction.value)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _probability(before: Prediction, after: Prediction, about: str) -> ProbabilityChange | None:
    if about:
        shares = before.probability_of(about), after.probability_of(about)
        if shares[0] is not None and shares[1] is not None:
            return ProbabilityChange(about, shares[0], shares[1])
    both = [
        ProbabilityChange(name, share, after.probabilities[name])
        for name, share in before.probabilities.items()
        if name in after.probabilities
    ]
    return max(both, key=lambda change: abs(change.difference), default=None)
