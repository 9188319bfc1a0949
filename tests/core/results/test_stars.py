"""Stars as the service gives them, and which way each metric is better."""

import pytest

from epa_gui.core.results.content import MetricKind, PredictionKind
from epa_gui.core.results.metric_direction import gain_of
from epa_gui.core.results.stars import stars_of


@pytest.mark.parametrize(
    ("kind", "metric", "limits"),
    [
        (PredictionKind.BINARY, MetricKind.AUC, (0.88, 0.74, 0.63, 0.56)),
        (PredictionKind.MULTI_CLASS, MetricKind.ACCURACY, (0.925, 0.675, 0.40, 0.20)),
        (PredictionKind.REGRESSION, MetricKind.R_SQUARED, (0.9, 0.6, 0.3, 0.1)),
        (PredictionKind.TIME_SERIES, MetricKind.MEDIAN_ERROR_RATIO, (0.03, 0.15, 0.35, 0.70)),
    ],
)
def test_stars_begin_at_the_services_own_limits(
    kind: PredictionKind, metric: MetricKind, limits: tuple[float, ...]
) -> None:
    beyond = 1e-6 if metric is MetricKind.MEDIAN_ERROR_RATIO else -1e-6
    assert [stars_of(kind, metric, limit) for limit in limits] == [5, 4, 3, 2]
    assert [stars_of(kind, metric, limit + beyond) for limit in limits] == [4, 3, 2, 1]


@pytest.mark.parametrize(
    ("kind", "metric", "value"),
    [
        (PredictionKind.BINARY, MetricKind.ACCURACY, 0.99),
        (PredictionKind.REGRESSION, MetricKind.RMSE, 0.1),
        (PredictionKind.BINARY, MetricKind.AUC, None),
        (PredictionKind.BINARY, MetricKind.AUC, float("nan")),
        (PredictionKind.UNKNOWN, None, 0.5),
    ],
)
def test_what_the_service_gives_no_stars_for_has_none_here(
    kind: PredictionKind, metric: MetricKind | None, value: float | None
) -> None:
    assert stars_of(kind, metric, value) == 0


@pytest.mark.parametrize("metric", list(MetricKind))
def test_each_metric_has_its_direction(metric: MetricKind) -> None:
    gain = gain_of(metric, 0.6, 0.5)
    errors = {MetricKind.MEDIAN_ERROR_RATIO, MetricKind.MEDIAN_ERROR, MetricKind.MEAN_ERROR, MetricKind.RMSE}
    assert gain == pytest.approx(-0.1 if metric in errors else 0.1)


def test_a_coverage_rate_is_best_near_90_percent() -> None:
    assert gain_of(MetricKind.COVERAGE, 0.99, 0.92) < 0
    assert gain_of(MetricKind.COVERAGE, 0.88, 0.80) > 0
    assert gain_of(MetricKind.COVERAGE, 0.91, 0.89) == pytest.approx(0)
