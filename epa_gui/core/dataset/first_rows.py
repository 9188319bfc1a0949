"""What the first rows of a column tell: those by which the service judges it."""

import re
from collections.abc import Collection

FIRST_ROWS = 1000
"""The service judges types and classes by so many rows. Source: its console manual."""

MOST_FOLLOWED = 200
"""Columns of which every value is kept for that long, as a number; of more it would take too much memory."""

_YEAR = "(?:19[7-9][0-9]|[23][0-9]{3})"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_MAY_BE_DATES = {
    "yyyy": re.compile(rf"(?:{_YEAR}?+\n)++"),
    "yyyyMM": re.compile(rf"(?:(?:{_YEAR}{_MONTH})?+\n)++"),
    "yyyyMMdd": re.compile(rf"(?:(?:{_YEAR}{_MONTH}{_DAY})?+\n)++"),
}
_EMPTY = hash("")
_ENOUGH_LENGTHS = 2
A_POINT = re.compile(r"[0-9]\.[0-9]")
_THOUSANDS = re.compile(r"(?:(?:0|-?+[1-9][0-9]{0,2}(?:\.[0-9]{3})?+)?+\n)++")
_SMALL = re.compile(r"\n[1-9][0-9]{0,2}(?=\n)")
_SEPARATED = re.compile(r"\n([1-9][0-9]{0,2}\.[0-9]{3})(?=\n)")
_LEADING_ZERO = re.compile(r"\n0[0-9]++(?=\n)")


class FirstRows:
    """What the values of one column have in common, in its first rows.

    Attributes:
        have_leading_zeros: Whether one of them is a number with a zero before it, as 0012.
        may_be_dates: The ways in which all of them may be dates though they are numbers: ``yyyy``, ``yyyyMM``,
            ``yyyyMMdd``.
        have_points: Whether one of them has a point between digits.
        lengths: How many characters they have, but for the empty ones; two different lengths are enough.
    """

    __slots__ = (
        "_example",
        "_has_small",
        "_may_be_thousands",
        "_seen",
        "have_leading_zeros",
        "have_points",
        "lengths",
        "may_be_dates",
    )

    def __init__(self, *, is_followed: bool) -> None:
        """Args: is_followed: Whether to count how many values differ."""
        self._seen: set[int] | None = set() if is_followed else None
        self.have_leading_zeros = False
        self.have_points = False
        self.lengths: set[int] = set()
        self._may_be_thousands = True
        self._has_small = False
        self._example = ""
        self.may_be_dates: tuple[str, ...] = tuple(_MAY_BE_DATES)

    @property
    def different(self) -> int | None:
        """How many values differ; `None` if that was not counted."""
        return None if self._seen is None else len(self._seen)

    def look_at(self, fields: Collection[str], text: str) -> None:
        """Look at more values; each different one is enough. `text` is all of them, each with LF behind it."""
        if self._seen is not None:
            self._seen.update(map(hash, fields))
            self._seen.discard(_EMPTY)
        if len(self.lengths) < _ENOUGH_LENGTHS:
            self.lengths.update(map(len, fields))
            self.lengths.discard(0)
        if not self.have_points:  # a column with decimals has no codes
            self.have_points = A_POINT.search(text) is not None
            self.have_leading_zeros = self.have_leading_zeros or _LEADING_ZERO.search("\n" + text) is not None
        if self._may_be_thousands:
            self._look_for_thousands(text)
        if self.may_be_dates:
            self.may_be_dates = tuple(name for name in self.may_be_dates if _MAY_BE_DATES[name].fullmatch(text))

    def _look_for_thousands(self, text: str) -> None:
        self._may_be_thousands = _THOUSANDS.fullmatch(text) is not None
        self._has_small = self._has_small or _SMALL.search("\n" + text) is not None
        if not self._example and (found := _SEPARATED.search("\n" + text)):
            self._example = found[1]

    @property
    def thousands(self) -> str:
        """A number whose point may separate thousands: all are 1.234, or below 1,000 and whole; empty if none may."""
        return self._example if self._may_be_thousands and self._has_small else ""

    def close(self) -> int | None:
        """The rows are over: how many values differed, of which none is kept."""
        different = self.different
        self._seen = None
        return different
