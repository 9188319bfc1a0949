"""Where a metric of one model by itself lies in 95 of 100 cases, as far as results tell what is behind it. Pure.

Whether one model is better is not to be told by whether two of these overlap: that is `judgement`. They say how far one
figure may be trusted, and stand beside those of other jobs in the trend.

Sources: E. Wilson, 1927, for counted shares; J. Hanley and B. McNeil, 1982, for an AUC of which only the counts are
known, and E. DeLong, D. DeLong and D. Clarke-Pearson, 1988, where the rows are. Errors are means over the rows, which
are spread normally where there are rows enough; R² is one less the ratio of two means and RMSE the root of one, each
by its first-order (delta) approximation.
"""

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from epa_gui.core.jobs.verdict_note import Measured
from epa_gui.core.results.content import ConfusionMatrix, Direction, MetricKind, ResultsContent
from epa_gui.core.results.paired_tests import LEAST_ROWS
from epa_gui.core.results.right_counts import rows_of

if TYPE_CHECKING:
    from epa_gui.core.results.verdict import Verdict

Range = tuple[float, float]

_Z = 1.959964

_ROUNDED = 0.00051
"""How far a share written with one decimal of a percent may be from the one worked out."""

_ERROR_SLACK = 0.01
"""How far an error or R² worked out from rounded rows may be from the written one; of errors as a part of them."""

_MOST = 60
"""Measures kept of one job: a time series may have several for each of many horizons."""


class Spread(NamedTuple):
    """A metric worked out from the rows, and its standard error, in its unit."""

    value: float
    error: float


class _Behind(NamedTuple):
    """What the figures rest on."""

    content: ResultsContent
    verdict: "Verdict"
    spreads: dict[MetricKind, Spread]


def measured_of(content: ResultsContent, verdict: "Verdict") -> tuple[Measured, ...]:
    """What the new model comes to by each metric that is known, of all classes: the one that carries the verdict first.

    A metric whose value is written nowhere, and carries nothing, is not among them.
    """
    behind = _Behind(content, verdict, _spreads_of(content))
    found: dict[tuple[MetricKind, str], Measured] = {}
    for kind, horizon, value in _values_of(content, verdict):
        if (kind, horizon) not in found and math.isfinite(value) and len(found) < _MOST:
            # The rows of a time series hang together, and more so the farther ahead.
            low, high = (None if horizon else _interval(kind, value, behind)) or (None, None)
            found[kind, horizon] = Measured(kind.value, value, low, high, horizon)
    return tuple(found.values())


def range_of(kind: MetricKind | None, value: float | None, matrix: ConfusionMatrix | None) -> Range | None:
    """Where the true value lies with 95 % confidence, as far as the matrix tells how many rows are behind it.

    Shares of counted rows by Wilson's interval; AUC by Hanley and McNeil's error, which needs no rows.
    """
    if value is None or matrix is None or not 0 <= value <= 1 or not matrix.total:
        return None
    if kind is MetricKind.ACCURACY:
        return wilson(value, matrix.total)
    if matrix.direction is Direction.UNKNOWN or len(matrix.labels) != 2:
        return None
    actual = [sum(row) for row in matrix.counts]
    predicted = [sum(column) for column in zip(*matrix.counts, strict=True)]
    if kind is MetricKind.AUC:
        return range_of_auc(value, actual[0], actual[1])
    counted = {MetricKind.RECALL: actual, MetricKind.PRECISION: predicted}.get(kind) if kind else None
    for place, count in enumerate(counted or ()):  # of which class it is, the figures themselves tell
        if count and abs(matrix.counts[place][place] / count - value) <= _ROUNDED:
            return wilson(value, count)
    return None


def wilson(share: float, count: int) -> Range:
    """Wilson's 95 % interval of a share that was counted among `count` rows."""
    square = _Z * _Z
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = _Z * math.sqrt(share * (1 - share) / count + square / (4 * count * count)) / (1 + square / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def range_of_auc(auc: float, first: int, second: int) -> Range | None:
    """Hanley and McNeil's 95 % interval of an AUC; `None` where a class has no rows.

    Args:
        auc: Its value.
        first: Rows of one class.
        second: Rows of the other.
    """
    if not first or not second:
        return None
    q1, q2 = auc / (2 - auc), 2 * auc * auc / (1 + auc)
    # Which class is the positive one is not told: the wider of the two.
    variance = max(
        (auc * (1 - auc) + (here - 1) * (q1 - auc * auc) + (there - 1) * (q2 - auc * auc)) / (here * there)
        for here, there in ((first, second), (second, first))
    )
    half = _Z * math.sqrt(max(0.0, variance))
    return max(0.0, auc - half), min(1.0, auc + half)


def spreads_of_errors(actual: Sequence[float], predicted: Sequence[float]) -> dict[MetricKind, Spread]:
    """R², RMSE and the mean error of predicted numbers, each with its standard error.

    Args:
        actual: What was; rows where one of the two is not finite are left out.
        predicted: As many predictions.

    Returns:
        Nothing below `LEAST_ROWS` rows; without what cannot be worked out.
    """
    import numpy as np  # noqa: PLC0415  takes a tenth of a second, and only rows need it

    truth, told = np.asarray(actual, dtype=np.float64), np.asarray(predicted, dtype=np.float64)
    finite = np.isfinite(truth) & np.isfinite(told)
    truth, told = truth[finite], told[finite]
    rows = len(truth)
    if rows < LEAST_ROWS:
        return {}
    root = math.sqrt(rows)
    with np.errstate(all="ignore"):  # what is too large for a number is left out below
        errors = np.abs(truth - told)
        squares = errors * errors
        squared = float(squares.mean())
        found = {MetricKind.MEAN_ERROR: Spread(float(errors.mean()), float(errors.std(ddof=1)) / root)}
        if squared:
            rmse = math.sqrt(squared)
            found[MetricKind.RMSE] = Spread(rmse, float(squares.std(ddof=1)) / root / (2 * rmse))
        distances = (truth - truth.mean()) ** 2
        if spread := float(distances.mean()):
            ratio = squared / spread
            found[MetricKind.R_SQUARED] = Spread(
                1 - ratio, float((squares - ratio * distances).std(ddof=1)) / root / spread
            )
    return {kind: each for kind, each in found.items() if math.isfinite(each.value) and math.isfinite(each.error)}


def _values_of(content: ResultsContent, verdict: "Verdict") -> Iterator[tuple[MetricKind, str, float]]:
    if verdict.metric is not None and verdict.this is not None:
        yield verdict.metric, verdict.horizon, verdict.this
    for measure in content.measures:
        if measure.kind is not None and measure.this is not None and not measure.class_name:
            yield measure.kind, measure.horizon, measure.this


def _interval(kind: MetricKind, value: float, behind: _Behind) -> Range | None:
    if kind is MetricKind.ACCURACY:
        rows = _rows_behind_accuracy(behind)
        return wilson(value, rows) if rows and 0 <= value <= 1 else None
    if kind is MetricKind.AUC:
        return _interval_of_auc(value, behind)
    spread = behind.spreads.get(kind)
    if spread is None:
        return range_of(kind, value, behind.content.matrix)
    size = 1.0 if kind is MetricKind.R_SQUARED else abs(value)
    if abs(spread.value - value) > _ERROR_SLACK * size + 1e-12:
        return None  # the rows are not those it was worked out from
    half = _Z * spread.error
    if kind is MetricKind.R_SQUARED:
        return value - half, min(1.0, value + half)
    return max(0.0, value - half), value + half


def _interval_of_auc(value: float, behind: _Behind) -> Range | None:
    content, verdict, _ = behind
    if not 0 <= value <= 1:
        return None
    if verdict.metric is MetricKind.AUC and verdict.this_error is not None:
        half = _Z * verdict.this_error
        return max(0.0, value - half), min(1.0, value + half)
    rows = content.rows
    if rows is not None and rows.actual and len(rows.classes) == 2:
        first = int(rows_of(rows.actual, rows.classes[-1]).sum())
        return range_of_auc(value, first, len(rows.actual) - first)
    return range_of(MetricKind.AUC, value, content.matrix)


def _rows_behind_accuracy(behind: _Behind) -> int:
    content, verdict, _ = behind
    if verdict.metric is MetricKind.ACCURACY and verdict.rows:
        return verdict.rows
    if content.matrix is not None and content.matrix.total:
        return content.matrix.total
    if content.tendency is not None and content.tendency.total:
        return content.tendency.total
    return content.row_count or (len(content.rows.actual) if content.rows else 0)


def _spreads_of(content: ResultsContent) -> dict[MetricKind, Spread]:
    rows = content.rows
    if rows is None or not rows.actual_values or len(rows.actual_values) != len(rows.new_values):
        return {}
    return spreads_of_errors(rows.actual_values, rows.new_values)
