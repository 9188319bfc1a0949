"""The first rows of a table, to be shown."""

from collections.abc import Sequence
from itertools import islice

PREVIEW_ROWS = 500
LONGEST_FIELD = 200
_ROOM = 26 << 20
_BYTES_OF_A_FIELD = 40
"""Of memory: what the preview may take, and what a field takes beside its letters."""


class Preview:
    """The column names and the first rows, or fewer if they are very wide.

    Attributes:
        rows: Their first columns; long fields are shortened.
        numbers: The number of each.
    """

    def __init__(self, most_columns: int) -> None:
        self._most_columns = most_columns
        self._room = _ROOM
        self.rows: list[tuple[str, ...]] = []
        self.numbers: list[int] = []

    def keep(self, rows: Sequence[list[str]], first: int) -> None:
        """Keep some rows, of which the first has this number, as far as there is room."""
        if len(self.rows) > PREVIEW_ROWS or self._room <= 0:
            return
        for number, row in enumerate(islice(rows, PREVIEW_ROWS + 1 - len(self.rows)), first):
            shown = tuple(row[: self._most_columns])
            if max(map(len, shown), default=0) > LONGEST_FIELD:
                shown = tuple(text[:LONGEST_FIELD] for text in shown)
            self._room -= 2 * sum(map(len, shown)) + _BYTES_OF_A_FIELD * len(shown)
            if self._room < 0 and len(self.rows) > 1:
                return
            self.rows.append(shown)
            self.numbers.append(number)
