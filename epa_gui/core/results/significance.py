"""How likely it is that chance alone makes two models right as differently often as they are. Pure.

Sources: Q. McNemar, 1947 (the exact form: the binomial distribution of the pairs that differ); A. Agresti and Y. Min,
2005, "Simple improved confidence intervals for comparing matched proportions"; C. Loader, 2000, "Fast and accurate
computation of binomial probabilities".
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

LEVEL = 0.05
"""A difference that chance alone makes less often than this is called clear."""

JUST_FROM = 0.03
"""From here to the level it is said to be only just clear."""

WIDTH = 1.96
"""Standard errors to each side of an interval that holds the true difference in 95 of 100 cases."""

SHOWS = 2.8
"""Standard errors a true difference needs to be called clear in 80 of 100 cases: 1.96 + 0.84."""


class Interval(NamedTuple):
    """Where a difference lies in 95 of 100 cases; better upwards."""

    low: float
    high: float


class Totals(NamedTuple):
    """Rows of which only totals are known, each model's right ones between two bounds that may be equal."""

    rows: int
    new_least: int
    new_most: int
    old_least: int
    old_most: int


class Bounds(NamedTuple):
    """What totals allow.

    Attributes:
        lead: By how many more rows the new model is right; the smallest lead either way, where totals are rounded.
        least, most: In how many rows one model alone can be right, both taken together.
        p_least, p_most: How likely chance alone makes the difference, at the least and the most disagreement.
    """

    lead: int
    least: int
    most: int
    p_least: float
    p_most: float


def exact_p(new_only: int, old_only: int) -> float:
    """McNemar's exact test, two-sided.

    Args:
        new_only: Rows where the new model alone was right.
        old_only: Rows where the old one alone was.

    Returns:
        `min(1, 2·P(X ≤ min(new_only, old_only)))` for X binomial of their sum and ½; right from none to millions.
    """
    both, fewer = new_only + old_only, min(new_only, old_only)
    if new_only == old_only:
        return 1.0
    # From the largest term down: each is a known part of the one above, and soon too small to count.
    term = total = 1.0
    for place in range(fewer, 0, -1):
        term *= place / (both - place + 1)
        total += term
        if term < total * 1e-17:
            break
    return min(1.0, 2 * total * math.exp(_log_chance(fewer, both)))


def share_interval(new_only: int, old_only: int, rows: int) -> Interval:
    """The 95 % interval of Agresti and Min for the difference of two shares of the same rows."""
    new, old, among = new_only + 0.5, old_only + 0.5, rows + 2
    lead = new - old
    half = WIDTH * math.sqrt(new + old - lead * lead / among) / among
    return Interval(lead / among - half, lead / among + half)


def bounds_of(totals: Sequence[Totals]) -> Bounds:
    """The least and the most disagreement that totals allow, and what chance makes of each.

    Within a class of `n` rows where one model is right in `r` and the other in `s`, they disagree in at least `|r - s|`
    rows, and in at most `r + s` or `2n - r - s`, whichever is less. So totals for each actual class tell more than
    those for all rows.

    Args:
        totals: One for each actual class; or a single one for all rows, which alone may be rounded.
    """
    if len(totals) == 1 and not _is_exact(totals[0]):
        return _rounded_bounds(totals[0])
    leads = [part.new_least - part.old_least for part in totals]
    least = sum(map(abs, leads))
    most = sum(map(_most_apart, totals))
    lead = sum(leads)
    return Bounds(lead, least, most, _p_at(lead, least), _p_at(lead, most))


def smallest_difference(rows: int, disagreement: float) -> float | None:
    """The smallest difference of two shares that would show, in 80 of 100 cases.

    Args:
        rows: How many rows both models are judged on.
        disagreement: The share of them in which one model alone is right.

    Returns:
        A share; `None` where there is nothing to go by.
    """
    if rows <= 0 or disagreement <= 0:
        return None
    return min(1.0, SHOWS * math.sqrt(disagreement / rows))


def rows_needed(rows: int, gain: float, smallest: float | None) -> int | None:
    """How many rows would show a difference as large as this one, in 80 of 100 cases; `None` if that is not known.

    Args:
        rows: How many there were.
        gain: The difference they show.
        smallest: The smallest that so many can show.
    """
    if not gain or smallest is None or not math.isfinite(ratio := smallest / gain):
        return None
    return math.ceil(rows * ratio * ratio)


def _is_exact(totals: Totals) -> bool:
    return totals.new_least == totals.new_most and totals.old_least == totals.old_most


def _most_apart(totals: Totals) -> int:
    right = totals.new_least + totals.old_least
    return min(right, 2 * totals.rows - right)


def _rounded_bounds(totals: Totals) -> Bounds:
    """The same where the right ones are known only between two bounds.

    With a smaller lead chance explains more, also where as many rows less disagree; so the ends nearest to each other
    give the most, those farthest apart the least.
    """
    new_below = totals.new_most < totals.old_least
    new_above = totals.new_least > totals.old_most
    far = max(totals.new_most - totals.old_least, totals.old_most - totals.new_least)
    if new_above:
        near = Totals(totals.rows, totals.new_least, totals.new_least, totals.old_most, totals.old_most)
    elif new_below:
        near = Totals(totals.rows, totals.new_most, totals.new_most, totals.old_least, totals.old_least)
    else:
        equal = min(max(totals.rows // 2, totals.new_least, totals.old_least), totals.new_most, totals.old_most)
        near = Totals(totals.rows, equal, equal, equal, equal)
    lead = near.new_least - near.old_least
    most = _most_apart(near)
    return Bounds(lead, abs(lead), most, _p_at(far, far), _p_at(lead, most))


def _p_at(lead: int, disagreement: int) -> float:
    fewer = (disagreement - abs(lead)) // 2
    return exact_p(fewer + abs(lead), fewer)


def _log_chance(hits: int, tries: int) -> float:
    """The logarithm of how likely a fair coin falls on one side `hits` times of `tries`, to the last digits.

    Not from the logarithms of factorials: those of millions are so large that their difference has lost its digits.
    """
    misses = tries - hits
    if not hits or not misses:
        return -tries * math.log(2)
    lean = (misses - hits) / tries
    distance = hits * math.log1p(-lean) + misses * math.log1p(lean)
    correction = _stirling_error(tries) - _stirling_error(hits) - _stirling_error(misses)
    return correction - distance + 0.5 * (math.log(tries) - math.log(2 * math.pi) - math.log(hits) - math.log(misses))


def _stirling_error(n: int) -> float:
    """How far Stirling's formula is from the logarithm of `n!`."""
    if n < 16:
        return math.lgamma(n + 1) - (n + 0.5) * math.log(n) + n - 0.5 * math.log(2 * math.pi)
    square = n * n
    return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / n
