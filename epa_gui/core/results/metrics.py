"""Reads from results the one metric that tells most about a retrained model beside the one before it.

Source: "Results" in the service's manual.
"""

from pathlib import Path

from epa_gui.core.jobs.metric import Metric, is_error, is_score, words_in
from epa_gui.core.results.content import Measure, MetricKind
from epa_gui.core.results.measures import measures_in
from epa_gui.core.results.small_table import NoTableError, TooLongError, parsed
from epa_gui.core.results.table_file import beginning_of

_COMPARISON = "metrics_comparison.csv"
_MOST_BYTES = 1 << 16
_MOST_ROWS = 500
_LONGEST_NAME = 100

_PREFERRED = (
    MetricKind.AUC,
    MetricKind.ACCURACY,
    MetricKind.F_SCORE,
    MetricKind.R_SQUARED,
    MetricKind.RMSE,
    MetricKind.MEAN_ERROR,
    MetricKind.MEDIAN_ERROR,
    MetricKind.MEDIAN_ERROR_RATIO,
)
"""The most telling first.

For classes AUC, which needs no threshold; then accuracy, which everybody understands; then F. For numbers R², which
needs no unit and, on the same data, says the same as RMSE; then RMSE, MAE and the median error ratio.
"""


def main_metric_in(results: Path) -> Metric | None:
    """The metric that tells most about a retrained model beside the one before it.

    That is the first one there is of a list of known ones; else the first whose direction is known; else the first
    whose two values are numbers.

    Returns:
        `None` where the results compare nothing, or nobody here can tell which value is whose.
    """
    try:
        table = parsed(beginning_of(results, _COMPARISON, _MOST_BYTES))[: _MOST_ROWS + 1]
    except (NoTableError, TooLongError):
        return None
    found = [
        measure
        for measure in measures_in(table, _COMPARISON).measures
        if measure.this is not None and measure.previous is not None and len(measure.name) <= _LONGEST_NAME
    ]
    best = min(found, key=_place, default=None)
    if best is None or best.this is None or best.previous is None:
        return None
    return Metric(best.name, best.this, best.previous)


def _place(measure: Measure) -> tuple[int, int]:
    """The smaller, the more it tells; among equals the plain metric goes before its variants."""
    words = len(words_in(measure.name))
    if measure.kind in _PREFERRED:
        return _PREFERRED.index(measure.kind), words
    return (len(_PREFERRED), 0) if is_score(measure.name) or is_error(measure.name) else (len(_PREFERRED) + 1, 0)
