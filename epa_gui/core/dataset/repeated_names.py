"""The column names once more among the data, as they are where files were joined."""

from collections.abc import Sequence

from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.row_runs import runs_of
from epa_gui.core.dataset.type_inference import TEXT, kind_of
from epa_gui.core.jobs.profile import ColumnType

_FEWEST_ROWS = 10
"""Of words alone: in fewer rows a value may be like a name by chance."""


class RepeatedNames:
    """Rows that are the column names once more.

    Attributes:
        rows: Which ones; of very many, the first ones.
        otherwise: Rows that differ from them only by capital letters, and blanks around a name.
        marked: The names with a mark (BOM) before them, as they are where files were joined.
    """

    _MOST_ROWS = 10_000
    _MOST_BEFORE = 20
    _WIDE = 8

    def __init__(self, names: list[str]) -> None:
        self._names = names
        self.marked = ["\ufeff" + names[0], *names[1:]] if names else []
        longest = max(names, key=len, default="")
        self._looks = _in_other_cases(longest)
        are_many = len(names) >= self._WIDE  # then looking at the first field of each row is quicker
        self._is_plain = not are_many and not any(sign in longest for sign in '"\r\n')  # written as it is, on one line
        self._first = {*_in_other_cases(names[0]), *self.marked[:1]} if names else set()
        self._folded = [_folded(name) for name in names]
        self._elsewhere = False
        self._before: list[int] = []
        self.rows: list[int] = []
        self.otherwise: list[int] = []

    @property
    def is_settled(self) -> bool:
        """Whether names are ordinary values too, so that no more rows need be looked at."""
        return self._elsewhere

    def may_be_in(self, text: str) -> bool:
        """Whether the names can be in a text at all: a quick look."""
        return not self._is_plain or any(map(text.__contains__, self._looks))

    def note(self, rows: Sequence[list[str]], first_row: int) -> None:
        """Some rows, among which the names are, or were before."""
        if not self.rows and self._first.isdisjoint([fields[0] for fields in rows if fields]):
            return
        if len(self.otherwise) < self._MOST_ROWS:
            self.otherwise += [
                row
                for row, fields in enumerate(rows, first_row)
                if fields and fields[0] in self._first and self._is_otherwise(fields)
            ]
        if not self.rows and self._names not in rows and self.marked not in rows:
            return
        before = [*self._before]
        for row, fields in enumerate(rows, first_row):
            if fields in (self._names, self.marked):
                if len(self.rows) < self._MOST_ROWS:
                    self.rows += [*before, row]
            elif self._is_short(fields):
                before.append(row)
                continue
            elif not self._elsewhere and self.rows:
                self._elsewhere = any(map(str.__eq__, fields, self._names))
            before = []

    def look_back(self, rows: Sequence[list[str]], first_row: int) -> None:
        """Remember the blank lines and titles at the end of some rows: names may follow."""
        at = len(rows)
        while at and self._is_short(rows[at - 1]):
            at -= 1
        new = range(first_row + at, first_row + len(rows))
        self._before = [*self._before, *new][-self._MOST_BEFORE :] if not at else [*new][-self._MOST_BEFORE :]

    def _is_short(self, fields: list[str]) -> bool:
        """Blank, or another title."""
        return len(fields) < min(2, len(self._names))

    def told(self, columns: Sequence[Column], rows: int) -> tuple[tuple[int, int], ...]:
        """The rows, unless the names are ordinary values too: then a row may be like them by chance."""
        if not (self.rows or self.otherwise) or len(self._names) < 2:
            return ()
        is_plain = any(
            column.main_type in {ColumnType.NUMBER, ColumnType.DATE} and kind_of(column.name) == TEXT
            for column in columns
        )
        if is_plain:
            return runs_of([*self.rows, *self.otherwise])
        is_told = bool(self.rows) and (rows >= _FEWEST_ROWS and not self._are_values(columns))
        return runs_of(self.rows) if is_told else ()

    def _is_otherwise(self, fields: list[str]) -> bool:
        return fields != self._names and [_folded(field) for field in fields] == self._folded

    def _are_values(self, columns: Sequence[Column]) -> bool:
        if self._elsewhere:
            return True
        before = [(column.labels or {}).get(column.name, self.rows[0]) for column in columns if column.name]
        return any(row < self.rows[0] for row in before)


def _in_other_cases(name: str) -> tuple[str, ...]:
    """A name as people and programs write it; first as it is."""
    return tuple(dict.fromkeys((name, name.lower(), name.upper(), name.title(), name.capitalize())))


def _folded(name: str) -> str:
    return name.strip().casefold()
