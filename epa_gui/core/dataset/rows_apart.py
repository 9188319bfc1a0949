"""Rows among the data that are none: those without any value, and subtotals."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.last_rows import speaks_of_totals
from epa_gui.core.dataset.row_runs import RowRuns, is_within, runs_of

_MOST_ROWS = 10_000
_WATCHED = 3
"""Columns at the left in which words for totals are looked for, while their different values are known."""

_LOOKED_AT = 64
_FEWEST_ROWS = 10
_NEARLY_NEVER = 0.01
_MOST_SHARE = 1 / 3
_SUBTOTAL = re.compile("sub-? ?total|zwischensumme|sous-total|subtotale|小計|小计|소계", re.IGNORECASE)
_BEHIND = re.compile(r".+ (?:(?:sub)?totals?|ergebnis|集計|小計|計)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row with a word for totals: its number, which of its fields are empty, and whether the word is a sure one."""

    row: int
    empty: tuple[int, ...]
    is_sure: bool


class RowsApart:
    """The rows that are no data, as far as they were met.

    Attributes:
        empty: Rows without any value, though their fields are there; of very many, the first ones.
        count: How many of these there are.
    """

    def __init__(self) -> None:
        self.empty: list[int] = []
        self.count = 0
        self._candidates: list[_Candidate] = []
        self._watched: dict[int, set[str]] = {}
        self._seen = [0] * _WATCHED

    def note(self, rows: Sequence[list[str]], first_row: int, columns: Sequence[Column]) -> None:
        """Some rows that were just added to the columns: these tell cheaply whether there is anything to look for."""
        if len(columns) > 1 and columns[0].has_empty and columns[-1].has_empty:
            self._note_empty(rows, first_row)
        for at, column in enumerate(columns[:_WATCHED]):
            known = column.labels if column.labels is not None else column.words or {}
            if len(known) != self._seen[at]:
                new = list(known)[self._seen[at] :] if len(known) > self._seen[at] else list(known)
                self._seen[at] = len(known)
                words = {text for text in new if speaks_of_totals(text.strip()) or _BEHIND.fullmatch(text.strip())}
                if words:
                    self._watched.setdefault(at, set()).update(words)
        if self._watched and len(self._candidates) < _MOST_ROWS:
            self._note_totals(rows, first_row)

    def _note_empty(self, rows: Sequence[list[str]], first_row: int) -> None:
        found = [row for row, fields in enumerate(rows, first_row) if not fields[0] and not any(fields)]
        self.count += len(found)
        self.empty += found[: _MOST_ROWS - len(self.empty)]

    def _note_totals(self, rows: Sequence[list[str]], first_row: int) -> None:
        for at, words in self._watched.items():
            for row, fields in enumerate(rows, first_row):
                if fields[at] in words:
                    empty = tuple(at for at, field in enumerate(fields[:_LOOKED_AT]) if not field)
                    self._candidates.append(_Candidate(row, empty, _SUBTOTAL.match(fields[at].strip()) is not None))

    def subtotals(self, columns: Sequence[Column], rows: int, others: RowRuns = ()) -> RowRuns:
        """The rows of subtotals: they lack what nearly all others have, or say so themselves.

        Args:
            columns: What is known of the columns.
            rows: How many rows of data there are.
            others: Rows of which something else is told.
        """
        there = [one for one in self._candidates if not is_within(one.row, others)]
        if rows < _FEWEST_ROWS or not 0 < len(there) <= rows * _MOST_SHARE:
            return ()
        lacking = Counter(at for one in self._candidates for at in one.empty)
        most = rows * _NEARLY_NEVER
        always = {
            at
            for at in lacking
            if at < len(columns) and columns[at].filled and columns[at].empty - lacking[at] - self.count <= most
        }
        found = [one.row for one in there if one.is_sure or always.intersection(one.empty)]
        return runs_of(found) if len(found) * 2 >= len(there) else ()
