"""The service's prediction accuracy level: one to five stars for a model.

Source: "Results" in what is known of the service.
"""

import math

from epa_gui.core.results.content import MetricKind, PredictionKind
from epa_gui.core.results.metric_direction import BetterWhen, direction_of

MOST_STARS = 5

_FROM = {
    MetricKind.AUC: (0.88, 0.74, 0.63, 0.56),
    MetricKind.ACCURACY: (0.925, 0.675, 0.4, 0.2),
    MetricKind.R_SQUARED: (0.9, 0.6, 0.3, 0.1),
    MetricKind.MEDIAN_ERROR_RATIO: (0.03, 0.15, 0.35, 0.7),
}
"""From where on (for errors: up to where) five, four, three and two stars are given; else it is one."""

_KINDS = {
    MetricKind.AUC: PredictionKind.BINARY,
    MetricKind.ACCURACY: PredictionKind.MULTI_CLASS,
    MetricKind.R_SQUARED: PredictionKind.REGRESSION,
    MetricKind.MEDIAN_ERROR_RATIO: PredictionKind.TIME_SERIES,
}


def stars_of(kind: PredictionKind, metric: MetricKind | None, value: float | None) -> int:
    """How many stars the service gives a model: 1 to 5; 0 if it gives none by this metric.

    Args:
        kind: What kind of prediction it makes; only its main metric gives stars.
        metric: Which metric.
        value: Its value, a share as a fraction of 1.
    """
    if metric is None or value is None or not math.isfinite(value) or _KINDS.get(metric) is not kind:
        return 0
    is_error = direction_of(metric) is BetterWhen.LOWER
    reached = sum(value <= limit if is_error else value >= limit for limit in _FROM[metric])
    return 1 + reached
