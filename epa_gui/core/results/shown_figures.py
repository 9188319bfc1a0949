"""How exactly two values of a metric are shown side by side, and what they are then. Pure."""

import math
from decimal import Decimal, InvalidOperation

from epa_gui.core.results.content import MetricKind

SHARES = frozenset(
    {
        MetricKind.ACCURACY,
        MetricKind.PRECISION,
        MetricKind.RECALL,
        MetricKind.F_SCORE,
        MetricKind.COVERAGE,
        MetricKind.MEDIAN_ERROR_RATIO,
    }
)
"""Written in percent. AUC and R² are no shares of anything."""

_ABSOLUTE = frozenset({MetricKind.MEDIAN_ERROR, MetricKind.MEAN_ERROR, MetricKind.RMSE})
"""In the unit of what is predicted, of any size."""

_LONGEST_AS_WRITTEN = 8
"""Characters of a figure that is shown as the file writes it; a longer one is rounded."""

MOST_DECIMALS = 6


def as_shown(
    kind: MetricKind | None, previous: float, this: float, previous_text: str = "", this_text: str = ""
) -> tuple[float, float]:
    """Both values as `figures` shows them: a difference told beside two figures is the one that a person finds.

    Args:
        kind: Of which metric; `None` for one nobody here knows.
        previous: The value before; shares as fractions of 1.
        this: The new one.
        previous_text: As the file writes it.
        this_text: Likewise.
    """
    if are_shown_as_written(kind, previous, this, previous_text, this_text):
        return previous, this
    decimals = decimals_of(kind, previous, this) + (2 if kind in SHARES else 0)
    return round(previous, decimals), round(this, decimals)


def decimals_beside(
    kind: MetricKind | None, previous: float, this: float, previous_text: str = "", this_text: str = ""
) -> int | None:
    """How exactly a difference is told beside the two values as `figures` shows them; `None` for by itself."""
    if not are_shown_as_written(kind, previous, this, previous_text, this_text):
        return decimals_of(kind, previous, this)
    written = [_written_decimals(kind, text) for text in (previous_text, this_text)]
    return None if None in written else max(each for each in written if each is not None)


def _written_decimals(kind: MetricKind | None, text: str) -> int | None:
    """How many decimals a value has in the unit of its difference; `None` for none that is written in plain digits."""
    digits = text.strip().removesuffix("%").removesuffix("％").strip()
    try:
        exponent = Decimal(digits).as_tuple().exponent
    except InvalidOperation:
        return None
    is_fraction = kind in SHARES and digits == text.strip()  # its difference is told in percentage points
    return max(0, -exponent - 2 * is_fraction) if isinstance(exponent, int) else None


def are_shown_as_written(
    kind: MetricKind | None, previous: float | None, this: float | None, previous_text: str, this_text: str
) -> bool:
    """Whether both values are shown with the digits of the file: short ones, in the metric's unit."""
    texts = (previous_text.strip(), this_text.strip())
    fits = all(0 < len(text) <= _LONGEST_AS_WRITTEN and _is_in_its_unit(kind, text) for text in texts)
    return fits and (texts[0] != texts[1] or previous == this)


def _is_in_its_unit(kind: MetricKind | None, text: str) -> bool:
    """Whether it is written as its change is told: AUC may stand in percent in the files, and is none here."""
    return kind is None or kind in SHARES or not text.endswith(("%", "％"))


def decimals_of(kind: MetricKind | None, previous: float | None, this: float | None) -> int:
    """How many it takes to see what differs: as many as are usual, and more for small differences."""
    values = [value for value in (previous, this) if value is not None and math.isfinite(value)]
    scale = 100 if kind in SHARES else 1
    usual = 1 if kind in SHARES else 3
    if kind in _ABSOLUTE or kind is None:
        largest = max(map(abs, values), default=0.0)
        usual = min(MOST_DECIMALS, max(0, 3 - math.floor(math.log10(largest)))) if largest else 0
    if len(values) < 2 or values[0] == values[1]:
        return usual
    apart = abs(values[0] - values[1]) * scale
    return min(max(usual, math.ceil(-math.log10(apart))), max(usual, MOST_DECIMALS)) if apart < 1 else usual
