"""Metrics in words: what they are called, their figures, their change and what it means, and the service's stars."""

import math

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.results.content import Measure, MetricKind
from epa_gui.core.results.metric_direction import BetterWhen, direction_of, gain_of
from epa_gui.core.results.shown_figures import (
    MOST_DECIMALS,
    SHARES,
    are_shown_as_written,
    as_shown,
    decimals_beside,
    decimals_of,
)
from epa_gui.core.text.foreign_text import fill, shown

translate = QCoreApplication.translate


def metric_name(kind: MetricKind) -> str:
    """What a metric is called."""
    return {
        MetricKind.AUC: translate("Metric", "AUC"),
        MetricKind.ACCURACY: translate("Metric", "Accuracy"),
        MetricKind.PRECISION: translate("Metric", "Precision"),
        MetricKind.RECALL: translate("Metric", "Recall"),
        MetricKind.F_SCORE: translate("Metric", "F-score"),
        MetricKind.R_SQUARED: translate("Metric", "R²"),
        MetricKind.MEDIAN_ERROR_RATIO: translate("Metric", "Median error ratio"),
        MetricKind.MEDIAN_ERROR: translate("Metric", "Median error"),
        MetricKind.MEAN_ERROR: translate("Metric", "Mean error"),
        MetricKind.RMSE: translate("Metric", "RMSE"),
        MetricKind.COVERAGE: translate("Metric", "Coverage rate"),
    }[kind]


def is_share(kind: MetricKind | None) -> bool:
    """Whether a metric is written in percent."""
    return kind in SHARES


def figures(
    kind: MetricKind | None, previous: float | None, this: float | None, previous_text: str = "", this_text: str = ""
) -> tuple[str, str]:
    """The value before and the new one, so exactly that one can see that they differ; “–” for none.

    Args:
        kind: Of which metric; `None` for one nobody here knows.
        previous: The value before; shares as fractions of 1.
        this: The new one.
        previous_text: As the file writes it. Short ones are shown so.
        this_text: Likewise.
    """
    if are_shown_as_written(kind, previous, this, previous_text, this_text):
        return _as_written(previous_text), _as_written(this_text)
    decimals = decimals_of(kind, previous, this)
    return _figure(kind, previous, decimals), _figure(kind, this, decimals)


def change_of(
    kind: MetricKind | None, previous: float, this: float, previous_text: str = "", this_text: str = ""
) -> str:
    """New less previous with its sign, as exactly as `figures` shows the two: a person can add it up."""
    values, texts = (previous, this), (previous_text, this_text)
    before, after = as_shown(kind, *values, *texts)
    return difference_text(kind, after - before, decimals=decimals_beside(kind, *values, *texts))


def _as_written(text: str) -> str:
    """The digits of the file; the sign for per cent stands as it does beside all other figures."""
    digits = text.strip().removesuffix("%").removesuffix("％").rstrip()
    return shown(text.strip()) if digits == text.strip() else fill(translate("Metric", "{0} %"), digits)


def difference_text(kind: MetricKind | None, difference: float, *, decimals: int | None = None) -> str:
    """A difference of two values with its sign; of shares in percentage points, as “+1.5 points”.

    Args:
        kind: Of which metric.
        difference: In its unit, shares as fractions of 1.
        decimals: How exactly; by itself as exactly as it takes to show anything.
    """
    size = abs(difference)
    if not math.isfinite(size):
        return "–"
    places = decimals_of(kind, 0.0, difference) if decimals is None else decimals
    number = _number(100 * size if kind in SHARES else size, places)
    is_nothing = not number.strip("0.,٫")
    signed = number if is_nothing else f"+{number}" if difference > 0 else f"−{number}"
    if kind not in SHARES:
        return signed
    return fill(translate("Metric", "{0} point") if number == "1" else translate("Metric", "{0} points"), signed)


def gain_text(kind: MetricKind | None, gain: float, *, decimals: int | None = None) -> str:
    """By how much a model is better, as “0.5 points worse”: for errors, too, more is better.

    A language may tell the change instead, as “−0.5”: so it has a text for each way that a metric can be better.

    Args:
        kind: By which metric.
        gain: In its unit, shares as fractions of 1; negative for worse.
        decimals: How exactly; by itself as exactly as it takes to show anything.
    """
    size = difference_text(kind, abs(gain), decimals=decimals).removeprefix("+")
    if not gain:
        return translate("Metric", "no difference")
    is_better = gain > 0
    match direction_of(kind) if kind else BetterWhen.HIGHER:
        case BetterWhen.LOWER:
            better = translate("Metric", "{0} better", "of a metric that is better when lower")
            worse = translate("Metric", "{0} worse", "of a metric that is better when lower")
        case BetterWhen.NEAR_90:
            better = translate("Metric", "{0} better", "of a metric that is best near 90 %")
            worse = translate("Metric", "{0} worse", "of a metric that is best near 90 %")
        case _:
            better, worse = translate("Metric", "{0} better"), translate("Metric", "{0} worse")
    return fill(better if is_better else worse, size)


def interval_text(kind: MetricKind | None, low: float, high: float) -> str:
    """Where a gain lies, as “0.5 points worse to 3.5 points better”: to two digits of its width."""
    scale = 100 if kind in SHARES else 1
    width, nearest = (high - low) * scale, min(abs(low), abs(high)) * scale
    decimals = _digits_behind(width, 2)
    if nearest and nearest * 10**decimals < 0.5:
        decimals = max(decimals, _digits_behind(nearest, 1))
    decimals = min(decimals, MOST_DECIMALS)
    if low and high and (low > 0) is (high > 0):
        smaller, larger = sorted(abs(end) * scale for end in (low, high))
        return fill(_one_sided(kind, is_better=low > 0), _number(smaller, decimals), _number(larger, decimals))
    if low < 0 < high:
        worse, better = (difference_text(kind, abs(end), decimals=decimals).removeprefix("+") for end in (low, high))
        return fill(_two_sided(kind), worse, better)
    ends = [gain_text(kind, end, decimals=decimals) for end in (low, high)]
    return fill(translate("Metric", "{0} to {1}"), *ends)


def _one_sided(kind: MetricKind | None, *, is_better: bool) -> str:
    if kind in SHARES and _is_better_lower(kind):
        better = translate("Metric", "{0} to {1} points better", "of a metric that is better when lower")
        worse = translate("Metric", "{0} to {1} points worse", "of a metric that is better when lower")
    elif kind in SHARES:
        better = translate("Metric", "{0} to {1} points better")
        worse = translate("Metric", "{0} to {1} points worse")
    elif _is_better_lower(kind):
        better = translate("Metric", "{0} to {1} better", "of a metric that is better when lower")
        worse = translate("Metric", "{0} to {1} worse", "of a metric that is better when lower")
    else:
        better = translate("Metric", "{0} to {1} better")
        worse = translate("Metric", "{0} to {1} worse")
    return better if is_better else worse


def _two_sided(kind: MetricKind | None) -> str:
    if _is_better_lower(kind):
        return translate("Metric", "{0} worse to {1} better", "of a metric that is better when lower")
    return translate("Metric", "{0} worse to {1} better")


def _is_better_lower(kind: MetricKind | None) -> bool:
    return kind is not None and direction_of(kind) is BetterWhen.LOWER


def change_text(measure: Measure) -> str:
    """By how much a measure has changed, new less previous as both are shown; empty where one of the two is missing."""
    if measure.this is None or measure.previous is None:
        return ""
    return change_of(measure.kind, measure.previous, measure.this, measure.previous_text, measure.this_text)


def meaning_text(measure: Measure) -> str:
    """What the change of a measure that carries no verdict means."""
    this, previous = measure.this, measure.previous
    if this is None or previous is None:
        return translate("Metric", "Nothing to compare with")
    if measure.kind is None:
        return translate("Metric", "It is not known whether higher or lower is better")
    gain = gain_of(measure.kind, this, previous)
    if abs(gain) < 1e-12:
        return translate("Metric", "The same")
    return _of_coverage(gain) if measure.kind is MetricKind.COVERAGE else _of_others(gain)


def tested_meaning_text(measure: Measure, *, is_clear: bool) -> str:
    """What the change of a measure means that carries no verdict, but was tested beside it.

    Args:
        measure: With both values.
        is_clear: Whether chance alone rarely makes such a difference.
    """
    gain = (measure.this or 0.0) - (measure.previous or 0.0)
    if not gain:
        return translate("Metric", "The same")
    if is_clear:
        better = translate("Metric", "Better, unlikely to be chance")
        return better if gain > 0 else translate("Metric", "Worse, unlikely to be chance")
    better = translate("Metric", "Better, but this can be chance")
    return better if gain > 0 else translate("Metric", "Worse, but this can be chance")


def stars_text(stars: int) -> str:
    """The service's prediction accuracy level, as “★★★★☆ high”; empty for none."""
    word = {
        5: translate("Metric", "very high"),
        4: translate("Metric", "high"),
        3: translate("Metric", "medium"),
        2: translate("Metric", "low"),
        1: translate("Metric", "very low"),
    }.get(stars)
    return fill(translate("Metric", "{0} {1}"), "★" * stars + "☆" * (5 - stars), word) if word else ""


def stars_sentence(stars: int, previous_stars: int) -> str:
    """The levels of both models for a screen reader and beside the figures; empty for none."""
    if not stars:
        return ""
    if not previous_stars:
        return fill(translate("Metric", "Prediction accuracy level: {0} of 5 stars."), stars)
    text = translate("Metric", "Prediction accuracy level: {0} of 5 stars, before: {1}.")
    return fill(text, stars, previous_stars)


def _of_coverage(gain: float) -> str:
    if gain > 0:
        return translate("Metric", "Closer to 90 %, where it is best; not tested")
    return translate("Metric", "Farther from 90 %, where it is best; not tested")


def _of_others(gain: float) -> str:
    return translate("Metric", "Better, not tested") if gain > 0 else translate("Metric", "Worse, not tested")


def _figure(kind: MetricKind | None, value: float | None, decimals: int) -> str:
    if value is None or not math.isfinite(value):
        return "–"
    if kind in SHARES:
        return fill(translate("Metric", "{0} %"), _number(100 * value, decimals))
    return _number(value, decimals)


def _number(value: float, decimals: int) -> str:
    if abs(value) >= 1e15:
        return QLocale().toString(float(value), "g", 4)
    return QLocale().toString(float(value), "f", decimals)


def _digits_behind(value: float, digits: int) -> int:
    """How many decimals show so many digits of a value."""
    return max(0, digits - 1 - math.floor(math.log10(value))) if value > 0 and math.isfinite(value) else 0
