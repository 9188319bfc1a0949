"""What can be put right in the copy that is sent; the person's own file is never touched.

What a person chose is one list: all of it is done in one pass over the file (`conversion`), for the check, for the
preview and for what is sent, so that exactly what was checked goes out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.jobs.copy_step import CopyStep


class RepairKind(StrEnum):
    """The ways. The values are what the database and the history hold."""

    ENCODING = "encoding"  # to UTF-8 with BOM
    DELIMITER = "delimiter"  # to commas
    ROWS = "rows"  # these rows are left out: titles, a second header, totals, a line “sep=,”
    NAMES = "names"  # column names without invisible characters, and blanks at their ends
    CHARACTERS = "characters"  # the same for the fields of a column
    COLUMN = "column"  # this column is left out
    EMPTY_WORDS = "empty words"  # “-”, “n/a” and the like become empty fields
    NUMBERS = "numbers"  # 1,234 → 1234; ¥1,200 → 1200; 12% → 12; full-width digits → digits
    DATES = "dates"  # to YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing to put right.

    Attributes:
        kind: What is done.
        column: In which column of the file, from 1; 0 for all of it.
        rows: `ROWS`: which rows, as first and last of each run, counted as a spreadsheet counts the file itself.
        words: `EMPTY_WORDS`: the words that become empty.
    """

    kind: RepairKind
    column: int = 0
    rows: tuple[tuple[int, int], ...] = ()
    words: tuple[str, ...] = ()


def rows_within(repairs: Iterable[Repair], last: int) -> int:
    """How many rows are left out of a file with so many."""
    runs = [run for repair in repairs if repair.kind is RepairKind.ROWS for run in repair.rows]
    return len({row for first, end in runs for row in range(first, min(end, last) + 1)})


def column_in_file(column: int, repairs: Iterable[Repair]) -> int:
    """The number that a column of the copy has in the file, where columns are left out; both from 1, 0 is none."""
    if column:
        for at in sorted(repair.column for repair in repairs if repair.kind is RepairKind.COLUMN):
            column += at <= column
    return column


def column_in_copy(column: int, repairs: Iterable[Repair]) -> int:
    """The number that a column of the file has in the copy; 0 if it is left out."""
    left_out = {repair.column for repair in repairs if repair.kind is RepairKind.COLUMN}
    return 0 if column in left_out else column - sum(at < column for at in left_out)


def step_of(repair: Repair, name: str = "", count: int = 0) -> CopyStep:
    """A repair as a job and the history keep it, with its column's name and how much it changed."""
    return CopyStep(repair.kind.value, repair.column, name, count, repair.rows, repair.words)


def repair_of(step: CopyStep) -> Repair | None:
    """The repair that a step was; `None` if this version does not know it."""
    if step.kind not in set(RepairKind):
        return None
    rows = tuple((run[0], run[-1]) for run in step.rows if run)
    return Repair(RepairKind(step.kind), step.column, rows, step.words)
