"""How likely it is that chance alone makes two models' AUC, or their errors, differ as much as they do. Pure.

Sources: E. DeLong, D. DeLong and D. Clarke-Pearson, 1988, with the midranks of X. Sun and W. Xu, 2014; for errors the
mean of paired differences, which is spread normally about its true value where there are rows enough.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from epa_gui.core.results.significance import WIDTH, Interval

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]
    Counts = np.ndarray[tuple[int], np.dtype[np.int32]]

_PIECE = 1 << 16

LEAST_ROWS = 30
"""Rows below which the mean of their differences is not yet spread as the rule for numbers takes it to be."""

LEAST_OF_A_CLASS = 20
"""Rows of each class below which an AUC is not yet spread as DeLong's rule takes it to be."""


class Difference(NamedTuple):
    """What a test of two models on the same rows comes to.

    Attributes:
        this, previous: The metric of the new model, and of the one before it, as worked out from the rows.
        gain: By how much the new one is better: positive is better, whichever way the metric goes.
        error: The standard error of the gain, in its unit.
        p: How likely chance alone makes a difference at least as large.
        this_error: The standard error of the new model's metric by itself; `None` where it is not worked out here.
    """

    this: float
    previous: float
    gain: float
    error: float
    p: float
    this_error: float | None = None

    @property
    def interval(self) -> Interval:
        """Where the gain lies in 95 of 100 cases."""
        return Interval(self.gain - WIDTH * self.error, self.gain + WIDTH * self.error)


def auc_difference(
    is_positive: "Sequence[bool] | NDArray[np.bool_]", new: Sequence[float], old: Sequence[float]
) -> Difference | None:
    """DeLong's test of two AUC on the same rows; ties count half. Takes `n·log n` steps.

    Args:
        is_positive: For each row whether it is of the class that the probabilities are of.
        new: The probability that the new model gave it.
        old: The probability that the old one gave it.

    Returns:
        `None` where there are too few rows of a class for it, or the probabilities leave nothing to judge by.
    """
    import numpy as np  # noqa: PLC0415  takes a tenth of a second, and only rows need it

    positive = np.asarray(is_positive, dtype=bool)
    columns = [np.asarray(column, dtype=np.float64) for column in (new, old)]
    finite = np.isfinite(columns[0])
    finite &= np.isfinite(columns[1])
    if not finite.all():
        positive, columns = positive[finite], [column[finite] for column in columns]
    del finite
    positives = int(positive.sum())
    negatives = len(positive) - positives
    if min(positives, negatives) < LEAST_OF_A_CLASS:
        return None
    lies_above, lies_below, won = _placements(columns.pop(0), positive)
    above, below, lost = _placements(columns.pop(0), positive)
    pairs = 2.0 * positives * negatives
    this, previous = won / pairs, lost / pairs
    own = math.sqrt(_variance_of_area(lies_above, lies_below))
    lies_above -= above
    lies_below -= below
    del above, below
    variance = _variance_of_area(lies_above, lies_below)
    gain = this - previous
    error = math.sqrt(variance)
    if error < 1e-12:
        return Difference(this, previous, gain, 0.0, 1.0, own) if abs(gain) < 1e-12 else None
    return Difference(this, previous, gain, error, normal_p(gain / error), own)


def squared_error_difference(actual: Sequence[float], new: Sequence[float], old: Sequence[float]) -> Difference | None:
    """Whether the mean of squared errors differs. RMSE and R² of the same rows rise and fall with it.

    Args:
        actual: What was; rows where a number is not finite are left out.
        new: What the new model predicted.
        old: What the previous one predicted.

    Returns:
        The metric is the mean of the squared errors; `None` below `LEAST_ROWS` rows.
    """
    return _error_difference(actual, new, old, is_squared=True)


def absolute_error_difference(actual: Sequence[float], new: Sequence[float], old: Sequence[float]) -> Difference | None:
    """Whether the mean of absolute errors differs. As `squared_error_difference`."""
    return _error_difference(actual, new, old, is_squared=False)


def variance_of(actual: Sequence[float], new: Sequence[float], old: Sequence[float]) -> float:
    """The mean squared distance of the actual values from their mean, on the rows that the differences are of."""
    values = _finite_rows(actual, new, old)[0]
    return float(values.var()) if len(values) else 0.0


def normal_p(deviations: float) -> float:
    """How likely chance alone goes at least so many standard errors to either side."""
    return math.erfc(abs(deviations) / math.sqrt(2))


def _error_difference(
    actual: Sequence[float], new: Sequence[float], old: Sequence[float], *, is_squared: bool
) -> Difference | None:
    truth, *predictions = _finite_rows(actual, new, old)
    rows = len(truth)
    if rows < LEAST_ROWS:
        return None
    pieces = [slice(start, start + _PIECE) for start in range(0, rows, _PIECE)]
    # In units of the largest error, so that no square is too large for a number.
    unit = max(float(abs(truth[at] - column[at]).max()) for at in pieces for column in predictions) or 1.0
    power = 2 if is_squared else 1

    def scaled(column: "Numbers", at: slice) -> "Numbers":
        return (abs(truth[at] - column[at]) / unit) ** power

    this, previous = (math.fsum(float(scaled(column, at).sum()) for at in pieces) / rows for column in predictions)
    new_column, old_column = predictions
    gain = math.fsum(float((scaled(old_column, at) - scaled(new_column, at)).sum()) for at in pieces) / rows
    squares = (float(((scaled(old_column, at) - scaled(new_column, at) - gain) ** 2).sum()) for at in pieces)
    error = math.sqrt(math.fsum(squares) / (rows - 1)) / math.sqrt(rows)
    if error < 1e-12 * abs(gain):
        return None  # the same in every row: there is nothing to tell chance by
    p = normal_p(gain / error) if error else 1.0
    back = unit**power
    return Difference(this * back, previous * back, gain * back, error * back, p)


def _finite_rows(*columns: Sequence[float]) -> "list[Numbers]":
    """The columns without the rows where one of them is no number; themselves, not copies, where there is none."""
    import numpy as np  # noqa: PLC0415  takes a tenth of a second, and only rows need it

    numbers = [np.asarray(column, dtype=np.float64) for column in columns]
    finite = np.logical_and.reduce([np.isfinite(column) for column in numbers])
    return numbers if finite.all() else [column[finite] for column in numbers]


def _variance_of_area(
    above: "np.ndarray[tuple[int], np.dtype[np.int32]]", below: "np.ndarray[tuple[int], np.dtype[np.int32]]"
) -> float:
    """Of a share of pairs, from how often each positive and each negative row is in one, counted twice."""
    positives, negatives = len(above), len(below)
    return _variance(above) / (2.0 * negatives) ** 2 / positives + _variance(below) / (2.0 * positives) ** 2 / negatives


def _variance(counts: "np.ndarray[tuple[int], np.dtype[np.int32]]") -> float:
    """Piece by piece: a second column of eight bytes a row would be as much as all that is kept of the rows."""
    pieces = [counts[start : start + _PIECE] for start in range(0, len(counts), _PIECE)]
    mean = math.fsum(float(piece.sum(dtype=float)) for piece in pieces) / len(counts)
    return math.fsum(float(((piece - mean) ** 2).sum()) for piece in pieces) / (len(counts) - 1)


def _placements(
    scores: "Numbers", positive: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
) -> "tuple[Counts, Counts, int]":
    """How many rows of the other class each row is ranked right against: what is equal counts half. All are doubled.

    Returns:
        For each positive row the negative ones it lies above; for each negative one the positive ones above it; and how
        many pairs of two that makes in all.
    """
    import numpy as np  # noqa: PLC0415  takes a tenth of a second, and only rows need it

    # Ranks are kept doubled, as whole numbers of four bytes: of a million rows every column counts.
    order = np.argsort(scores).astype(np.int32)
    scores = scores[order]
    is_start = np.empty(len(order), dtype=np.bool_)
    is_start[0] = True
    np.not_equal(scores[1:], scores[:-1], out=is_start[1:])
    del scores
    starts = np.flatnonzero(is_start).astype(np.int32)
    del is_start
    ends = np.append(starts[1:], np.int32(len(order)))  # of each group of equal scores
    up_to = np.zeros(len(order) + 1, dtype=np.int32)
    np.cumsum(positive[order], dtype=np.int32, out=up_to[1:])
    positives = int(up_to[-1])
    sizes = ends - starts
    twice = up_to[starts]
    twice += up_to[ends]
    del up_to
    twice_positives = np.empty(len(order), np.int32)
    twice_positives[order] = np.repeat(twice, sizes)  # back in the rows' own order
    below = np.int32(2 * positives) - twice_positives[~positive]
    above = -twice_positives[positive]
    del twice_positives
    starts += ends
    twice_rows = np.empty(len(order), np.int32)
    twice_rows[order] = np.repeat(starts, sizes)
    above += twice_rows[positive]
    return above, below, int(above.sum(dtype=np.int64))
