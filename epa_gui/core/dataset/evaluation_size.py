"""How small a difference between two models an evaluation file can show."""

import math

DISAGREEMENT = 0.1
"""The share of rows on which a model and its successor usually do not agree; an assumption, not a measurement."""

_STANDARD_ERRORS = 2.8
"""1.96 for 5 % of false alarms, and 0.84 for finding a true difference in 80 % of all cases."""


def smallest_difference(rows: int) -> float | None:
    """The smallest difference in accuracy that so many rows will probably show, from 0 to 1; `None` without rows.

    Both models predict the same rows, so the difference in accuracy has a variance of at most the share of rows on
    which they disagree, over the number of rows (McNemar 1947).
    """
    return min(1.0, _STANDARD_ERRORS * math.sqrt(DISAGREEMENT / rows)) if rows > 0 else None
