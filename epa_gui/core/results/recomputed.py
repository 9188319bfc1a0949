"""The figures of results, worked out anew from the rows and from the matrices. Pure.

Whoever wrote a metric rounded it, and the predictions beside it; so what comes out here is a span: a written figure
that lies in it, its own rounding allowed for, is right.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from epa_gui.core.results.content import ConfusionMatrix, Labels, MetricKind, Tendency


class Span(NamedTuple):
    """Where a figure lies."""

    low: float
    high: float

    def holds(self, value: float, slack: float) -> bool:
        """Whether a figure may be this one."""
        return self.low - slack - 1e-9 <= value <= self.high + slack + 1e-9

    @property
    def middle(self) -> float:
        """The figure itself, where it is shown."""
        return (self.low + self.high) / 2


Cells = Counter[tuple[str, str]]
"""How often each class (first) was predicted as which (second)."""


def cells_of(matrix: ConfusionMatrix) -> Cells:
    """A matrix as counts of pairs, actual first: as if its direction were known."""
    return Cells(
        {
            (actual, predicted): count
            for actual, line in zip(matrix.labels, matrix.counts, strict=True)
            for predicted, count in zip(matrix.labels, line, strict=True)
            if count
        }
    )


def turned(cells: Cells) -> Cells:
    """With actual and predicted exchanged."""
    return Cells({(second, first): count for (first, second), count in cells.items()})


def cells_and_tendency(actual: Labels, new: Sequence[str], old: Sequence[str]) -> tuple[Cells, Cells, Tendency | None]:
    """How often the rows have which class predicted as which by the new model and by the old, and who was right.

    All three share their names. Where a model's predictions are missing, its counts are empty.
    """
    import numpy as np  # noqa: PLC0415  not before results are read

    size = len(actual.names)
    columns = [column if isinstance(column, Labels) else None for column in (actual, new, old)]
    joined = np.zeros(len(actual), dtype=np.int64)
    for column in columns:
        joined *= size
        if column is not None:
            joined += np.asarray(column.codes)
    codes, counts = np.unique(joined, return_counts=True)
    of_new, of_old, right = Cells(), Cells(), Counter[tuple[bool, bool]]()
    for code, count in zip(codes.tolist(), counts.tolist(), strict=True):
        rest, by_old = divmod(code, size)
        was, by_new = divmod(rest, size)
        of_new[actual.names[was], actual.names[by_new]] += count
        of_old[actual.names[was], actual.names[by_old]] += count
        right[was == by_new, was == by_old] += count
    if columns[1] is None or columns[2] is None:
        return (of_new if columns[1] else Cells()), (of_old if columns[2] else Cells()), None
    return of_new, of_old, Tendency(right[True, True], right[True, False], right[False, True], right[False, False])


def accuracy_of(cells: Cells) -> float | None:
    """The share of rows predicted as they are."""
    total = cells.total()
    return sum(count for (actual, predicted), count in cells.items() if actual == predicted) / total if total else None


class ClassFigures(NamedTuple):
    """Precision, recall and F of one class; `None` where there is nothing to divide by."""

    name: str
    precision: float | None
    recall: float | None
    f_score: float | None
    actual: int

    def value(self, kind: MetricKind) -> float | None:
        """One of them; one that cannot be reckoned is usually written as 0."""
        found = {MetricKind.PRECISION: self.precision, MetricKind.RECALL: self.recall, MetricKind.F_SCORE: self.f_score}
        return found.get(kind)


def figures_by_class(cells: Cells) -> list[ClassFigures]:
    """Those of every class, in the order of their names."""
    were, said = Counter[str](), Counter[str]()
    for (actual, predicted), count in cells.items():
        were[actual] += count
        said[predicted] += count
    found = []
    for name in sorted(were.keys() | said.keys()):
        hits = cells[name, name]
        precision = hits / said[name] if said[name] else None
        recall = hits / were[name] if were[name] else None
        both = were[name] + said[name]
        found.append(ClassFigures(name, precision, recall, 2 * hits / both if both else None, were[name]))
    return found


def averages_of(cells: Cells, kind: MetricKind) -> Iterator[float]:
    """What the average of precision, recall or F over the classes may mean: nobody has written which it is.

    Each class alike, or by how many rows it has; with 0 for a class that has no such figure, or without that class;
    an F of the averages of the other two; and over all rows, which is the accuracy.
    """
    classes = figures_by_class(cells)
    for values, weights in (
        ([(one.value(kind) or 0.0) for one in classes], [one.actual for one in classes]),
        _known([(one.value(kind), one.actual) for one in classes]),
    ):
        if values:
            yield sum(values) / len(values)
        if sum(weights):
            yield sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)
    if kind is MetricKind.F_SCORE and classes:
        precision = sum(one.precision or 0 for one in classes) / len(classes)
        recall = sum(one.recall or 0 for one in classes) / len(classes)
        if precision + recall:
            yield 2 * precision * recall / (precision + recall)
    if (accuracy := accuracy_of(cells)) is not None:
        yield accuracy


def _known(pairs: Sequence[tuple[float | None, int]]) -> tuple[list[float], list[int]]:
    known = [(value, weight) for value, weight in pairs if value is not None]
    return [value for value, _ in known], [weight for _, weight in known]


def auc_of(actual: Labels, positive: str, probabilities: Sequence[float]) -> Span | None:
    """The area under the ROC curve: from where no tie counts for the model to where each does.

    Returns:
        `None` where there is only one class.
    """
    import numpy as np  # noqa: PLC0415  as above

    if positive not in actual.names:
        return None
    scores = np.asarray(probabilities, dtype=np.float64)
    is_positive = np.asarray(actual.codes) == actual.names.index(positive)
    ones, others = np.sort(scores[is_positive]), np.sort(scores[~is_positive])  # both: it is found three times as fast
    if not len(ones) or not len(others):
        return None
    pairs = len(ones) * len(others)
    # What is rounded to the same may have been in either order.
    below = int(np.searchsorted(others, ones - 1e-9, side="left").sum())
    up_to = int(np.searchsorted(others, ones + 1e-9, side="right").sum())
    return Span(below / pairs, up_to / pairs)


def errors_of(actual: Sequence[float], predicted: Sequence[float], step: float) -> dict[MetricKind, Span]:
    """The metrics of predicted numbers.

    Args:
        actual: What was.
        predicted: As many predictions.
        step: By how much the last written digit of these counts: each may be off by half of it.
    """
    import numpy as np  # noqa: PLC0415  as above

    were = np.asarray(actual, dtype=np.float64)
    half = step / 2
    with np.errstate(all="ignore"):
        errors = np.asarray(predicted, dtype=np.float64) - were
        np.abs(errors, out=errors)  # in place, here and below: each column of a million rows is 8 MB
        squared, mean = float(np.mean(errors**2)), float(np.mean(errors))
        rmse, spread = math.sqrt(squared), float(np.var(were))
        found = {
            MetricKind.RMSE: Span(rmse - half, rmse + half),
            MetricKind.MEAN_ERROR: Span(mean - half, mean + half),
            MetricKind.MEDIAN_ERROR: _medians(errors, half),
        }
        if spread > 0:
            slack = (2 * rmse * half + half * half) / spread
            found[MetricKind.R_SQUARED] = Span(1 - squared / spread - slack, 1 - squared / spread + slack)
        if np.all(were != 0):  # else nobody has written what the ratio is there
            found[MetricKind.MEDIAN_ERROR_RATIO] = _medians(errors / np.abs(were), float(np.max(half / np.abs(were))))
    return {kind: span for kind, span in found.items() if math.isfinite(span.low) and math.isfinite(span.high)}


def _medians(values: object, half: float) -> Span:
    """The middle of values; of an even number of them from the lower one of both in the middle to the upper one."""
    import numpy as np  # noqa: PLC0415  as above

    sorted_ = np.sort(np.asarray(values, dtype=np.float64))
    count = len(sorted_)
    return Span(float(sorted_[(count - 1) // 2]) - half, float(sorted_[count // 2]) + half)
