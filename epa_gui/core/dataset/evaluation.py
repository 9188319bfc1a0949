"""What the rows that a retraining is judged by can show. Pure."""

import math

SET_ASIDE_ABOVE = 500
"""Without an evaluation file: of more rows a tenth is set aside, fewer are evaluated by two-fold cross-validation.
Source: the service's manual for its console."""

SET_ASIDE_SHARE = 0.1

_POWER = 2.8
"""1.96 for a level of 5 %, and 0.84 for a power of 80 %."""

_DISAGREEMENT = 0.1
"""The share of rows on which two models of the same data usually disagree."""


def smallest_difference(rows: int) -> float:
    """The smallest difference in accuracy, in percentage points, that so many evaluation rows can tell from chance.

    Source: the sample size of McNemar's test, for two models that disagree on a tenth of the rows.
    """
    return 100 * _POWER * math.sqrt(_DISAGREEMENT / rows) if rows > 0 else math.inf


def rows_set_aside(rows: int) -> int:
    """How many of a training file's rows the service sets aside to judge by; 0 where it does not."""
    return round(rows * SET_ASIDE_SHARE) if rows > SET_ASIDE_ABOVE else 0
