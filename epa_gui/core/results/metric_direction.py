"""Which way each metric is better.

Source: "Results" in what is known of the service.
"""

from enum import StrEnum

from epa_gui.core.results.content import MetricKind

BEST_COVERAGE = 0.9
"""The coverage rate is best there: the ranges that are predicted are meant to hold nine of ten values."""


class BetterWhen(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEAR_90 = "near 90 %"


def direction_of(kind: MetricKind) -> BetterWhen:
    """Which way a metric is better."""
    if kind is MetricKind.COVERAGE:
        return BetterWhen.NEAR_90
    return BetterWhen.LOWER if kind in _ERRORS else BetterWhen.HIGHER


def gain_of(kind: MetricKind, this: float, previous: float) -> float:
    """By how much the new value is better than the previous one, in the metric's unit; negative if it is worse."""
    match direction_of(kind):
        case BetterWhen.HIGHER:
            return this - previous
        case BetterWhen.LOWER:
            return previous - this
        case BetterWhen.NEAR_90:
            return abs(previous - BEST_COVERAGE) - abs(this - BEST_COVERAGE)


_ERRORS = frozenset({MetricKind.MEDIAN_ERROR_RATIO, MetricKind.MEDIAN_ERROR, MetricKind.MEAN_ERROR, MetricKind.RMSE})
