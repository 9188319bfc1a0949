"""Works out of results what the pictures show. numpy is loaded when rows are looked at, not before."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from epa_gui.core.results.content import (
    ConfusionMatrix,
    Direction,
    Measure,
    MetricKind,
    PredictedRows,
    ResultsContent,
)
from epa_gui.core.results.contribution_shares import contribution_shares
from epa_gui.core.results.metric_direction import BetterWhen, direction_of
from epa_gui.core.results.own_interval import range_of
from epa_gui.core.results.pictures.figures import (
    NO_MEANING,
    Cloud,
    Curve,
    Curves,
    Matrices,
    Meaning,
    MetricBar,
    PairedBar,
    Scale,
)
from epa_gui.core.results.pictures.words import ENGLISH, Words
from epa_gui.core.results.right_counts import rows_of

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]

MOST_CONTRIBUTIONS = 10
MOST_CLASSES = 15
_MOST_POINTS = 200
_SQUARES = 40
_OUTERMOST = 0.005
_PERCENT = frozenset(
    {
        MetricKind.ACCURACY,
        MetricKind.PRECISION,
        MetricKind.RECALL,
        MetricKind.F_SCORE,
        MetricKind.COVERAGE,
        MetricKind.MEDIAN_ERROR_RATIO,
    }
)


# Metrics


def _says_nothing(_measure: Measure) -> Meaning:
    return NO_MEANING


def metric_bars(
    content: ResultsContent,
    name_of: Callable[[Measure], str],
    words: Words = ENGLISH,
    meaning_of: Callable[[Measure], Meaning] = _says_nothing,
    written: Callable[[Measure], tuple[str, str, str]] | None = None,
) -> tuple[MetricBar, ...]:
    """Every metric whose values are known, in the files' order, with its range where the counts behind it are known."""
    return tuple(
        MetricBar(
            name_of(measure),
            measure.previous,
            measure.this,
            range_of(measure.kind, measure.previous, content.previous_matrix),
            range_of(measure.kind, measure.this, content.matrix),
            _scale(measure.kind),
            meaning_of(measure),
            _hint(measure, words),
            written(measure) if written is not None else None,
        )
        for measure in content.measures
        if measure.this is not None or measure.previous is not None
    )


def _scale(kind: MetricKind | None) -> Scale:
    if kind is MetricKind.AUC:
        return Scale.RATIO
    return Scale.PERCENT if kind in _PERCENT else Scale.OWN


def _hint(measure: Measure, words: Words) -> str:
    direction = direction_of(measure.kind) if measure.kind else BetterWhen.HIGHER
    return {BetterWhen.LOWER: words.lower_is_better, BetterWhen.NEAR_90: words.near_90}.get(direction, "")


# Matrices and classes


def matrices(content: ResultsContent) -> Matrices | None:
    """Both matrices over the same classes in the same order; the old one only where it has no other classes."""
    new, old = content.matrix, content.previous_matrix
    if new is None:
        return None
    is_known = new.direction is not Direction.UNKNOWN
    if old is None or set(old.labels) != set(new.labels) or is_known is (old.direction is Direction.UNKNOWN):
        return Matrices(new.labels, new.counts, (), is_known)
    places = [old.labels.index(label) for label in new.labels]
    turned = tuple(tuple(old.counts[row][column] for column in places) for row in places)
    return Matrices(new.labels, new.counts, turned, is_known)


def class_errors(content: ResultsContent) -> tuple[PairedBar, ...]:
    """Of the rows of each class, the share that was predicted as another; the worst first."""
    new, old = (_errors_in(matrix) for matrix in (content.matrix, content.previous_matrix))
    names = list(dict.fromkeys([*new, *old]))
    bars = [PairedBar(name, old.get(name), new.get(name)) for name in names]
    return tuple(sorted(bars, key=lambda bar: -max(bar.old or 0, bar.new or 0))[:MOST_CLASSES])


def _errors_in(matrix: ConfusionMatrix | None) -> dict[str, float]:
    if matrix is None or matrix.direction is Direction.UNKNOWN:
        return {}
    rows = zip(matrix.labels, matrix.counts, strict=True)
    return {label: 1 - row[place] / sum(row) for place, (label, row) in enumerate(rows) if sum(row)}


# Columns


def contributions(content: ResultsContent) -> tuple[PairedBar, ...]:
    """The ten columns that contribute most, before or after: their shares of all contributions of each model."""
    new, old = (contribution_shares(scores) for scores in (content.contributions, content.previous_contributions))
    names = sorted({*new, *old}, key=lambda name: -max(new.get(name, 0), old.get(name, 0)))
    return tuple(PairedBar(name, old.get(name), new.get(name)) for name in names[:MOST_CONTRIBUTIONS])


# Rows


def curves(rows: PredictedRows | None) -> tuple[Curves, Curves] | None:
    """The ROC curve, and that of precision over recall, of both models; `None` without probabilities of two classes."""
    if rows is None or len(rows.classes) != 2 or len(rows.new_probabilities) != 2:
        return None
    import numpy as np  # noqa: PLC0415  loaded with the first rows

    is_second = rows_of(rows.actual, rows.classes[1])
    place = 1 if is_second.sum() * 2 <= len(is_second) else 0  # the rarer class is what is looked for
    wanted = is_second if place else ~is_second
    if not wanted.any() or wanted.all():
        return None
    new = _curves_of(wanted, np.asarray(rows.new_probabilities[place]))
    has_old = len(rows.old_probabilities) == 2
    old = _curves_of(wanted, np.asarray(rows.old_probabilities[place])) if has_old else (None, None)
    share = float(wanted.mean())
    return (
        Curves(new[0], old[0], rows.classes[place], share),
        Curves(new[1], old[1], rows.classes[place], share),
    )


def _curves_of(wanted: "Numbers", probabilities: "Numbers") -> tuple[Curve, Curve]:
    import numpy as np  # noqa: PLC0415

    order = np.argsort(probabilities)[::-1]  # only where groups of equal ones end counts
    sorted_probabilities, hits = probabilities[order], wanted[order]
    last_of_equals = np.append(np.flatnonzero(np.diff(sorted_probabilities)), len(hits) - 1)
    found = np.cumsum(hits)[last_of_equals].astype(float)
    taken = last_of_equals + 1.0
    recall = found / hits.sum()
    false_alarms = (taken - found) / (len(hits) - hits.sum())
    roc_x, roc_y = np.append(0.0, false_alarms), np.append(0.0, recall)
    area = float(np.sum(np.diff(roc_x) * (roc_y[1:] + roc_y[:-1]) / 2))
    roc = _thinned(roc_x, roc_y, area)
    precision = found / taken
    return roc, _thinned(np.append(0.0, recall), np.append(precision[0], precision), None)


def _thinned(x: "Numbers", y: "Numbers", area: float | None) -> Curve:
    """So many points that no eye misses one: even steps along both axes, the first and the last kept."""
    import numpy as np  # noqa: PLC0415

    if len(x) > _MOST_POINTS:
        way = np.append(0.0, np.cumsum(np.abs(np.diff(x)) + np.abs(np.diff(y))))
        wanted = np.linspace(0, way[-1], _MOST_POINTS)
        places = np.unique(np.append(np.searchsorted(way, wanted).clip(0, len(x) - 1), [0, len(x) - 1]))
        x, y = x[places], y[places]
    return Curve(tuple(map(float, x)), tuple(map(float, y)), area)


def cloud(rows: PredictedRows | None) -> Cloud | None:
    """Predicted against actual numbers, counted in squares, so that a million rows are as light as a hundred."""
    if rows is None or not len(rows.actual_values) or not len(rows.new_values):
        return None
    import numpy as np  # noqa: PLC0415

    columns = [np.asarray(column, dtype=float) for column in (rows.actual_values, rows.new_values, rows.old_values)]
    everything = np.concatenate([column[np.isfinite(column)] for column in columns])
    low, high = np.quantile(everything, [_OUTERMOST, 1 - _OUTERMOST])
    if not high > low:
        low, high = low - 0.5, low + 0.5
    edges = np.linspace(low, high, _SQUARES + 1)
    actual, new, old = columns
    counted = [
        np.histogram2d(actual, column, bins=(edges, edges))[0].astype(int) if len(column) else None
        for column in (new, old)
    ]
    inside = (actual >= low) & (actual <= high) & (new >= low) & (new <= high)
    return Cloud(
        tuple(map(float, edges)),
        _counts(counted[0]),
        _counts(counted[1]),
        outside=int(len(actual) - inside.sum()),
    )


def _counts(counted: "Numbers | None") -> tuple[tuple[int, ...], ...]:
    return () if counted is None else tuple(tuple(map(int, row)) for row in counted)
