"""Whether dates such as 03/04/2024 have the day first or the month: certain where one part is over 12."""

import re

DAY_FIRST = "day first"
MONTH_FIRST = "month first"

_LARGE = "(?:1[3-9]|2[0-9]|3[01])"
_SMALL = "(?:1[0-2]|0?[1-9])"
_YEAR = "(?:[0-9]{4}|[0-9]{2})(?![0-9])"
_CERTAIN = {
    DAY_FIRST: re.compile(rf"\n{_LARGE}([/.-]){_SMALL}\1{_YEAR}[^\n]*"),
    MONTH_FIRST: re.compile(rf"\n{_SMALL}([/.-]){_LARGE}\1{_YEAR}[^\n]*"),
}


def has_order(kind: str) -> bool:
    """Whether in dates of this kind day and month may be taken for each other."""
    return kind.startswith(("DD/MM/", "DD-MM-", "DD.MM."))


def is_day_first(kind: str) -> bool:
    """Whether the day comes first in dates of this kind, as with dots, unless others in the column say otherwise."""
    return kind.startswith("DD.MM.YYYY")


class DayOrder:
    """The orders seen so far in one column.

    Attributes:
        first: Row and text of the first date with each order.
    """

    __slots__ = ("first",)

    def __init__(self) -> None:
        self.first: dict[str, tuple[int, str]] = {}

    def look_at(self, text: str, first_row: int) -> None:
        """Look at fields, each with LF behind it, of which the first is in this row."""
        text = "\n" + text
        for order, pattern in _CERTAIN.items():
            before = self.first.get(order)
            if before and before[0] <= first_row:
                continue
            if found := pattern.search(text):
                row = first_row + text.count("\n", 0, found.start())
                if not before or row < before[0]:
                    self.first[order] = (row, found[0][1:])
