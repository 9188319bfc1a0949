"""What the counts of a file mean: each rule for data a small function of the facts. Source: the service's manual.

Here are the rules for names, rows and the encoding; those for what is in a column are in `type_rules`, `number_rules`,
`date_rules` and `class_rules`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from epa_gui.core.dataset import character_rules
from epa_gui.core.dataset.class_rules import CLASSES_OF_A_LIKELY_TARGET, about_classes, late_classes
from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.date_rules import about_dates
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.encoding_findings import LetterFacts, encoding_findings
from epa_gui.core.dataset.finding import STOPS, Finding, FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.type_rules import about_types

FEWEST_ROWS = 11
FEW_ROWS = 100
MANY_ROWS = 1_000_000
SHEET_ROWS = frozenset({65_535, 65_536, 1_048_575, 1_048_576})
"""A sheet of Excel holds 65,536 rows in its old format and 1,048,576 in the new one, one of them for the names: exactly
so many mean that the rest was cut off. Source: Excel specifications and limits."""

MOST_COLUMNS = 999
MOST_COLUMNS_OF_TIME_SERIES = 200
MOST_BLANK_RUNS = 1000
"""More are not left out one by one: the file was written wrongly as a whole."""

_NAMES_ROW = 1
_EXAMPLES = 5
_MOST_DUPLICATES = 10


@dataclass(slots=True)
class Uneven:
    """Rows with another number of fields than there are names: the first one, how many, and the most fields of one.

    Blank lines are no such rows: they are kept as runs, each its first and its last row.
    """

    row: int = 0
    fields: int = 0
    names: int = 0
    count: int = 0
    most: int = 0
    blank: int = 0
    blank_runs: list[tuple[int, int]] = field(default_factory=list)

    def note(self, row: int, fields: int, names: int, count: int = 1) -> None:
        """One more, or several at once."""
        if not fields:
            self._note_blank(row, row + count - 1)
            return
        self.most = max(self.most, fields)
        if not self.count:
            self.row, self.fields, self.names = row, fields, names
        self.count += count

    def _note_blank(self, first: int, last: int) -> None:
        self.blank += last - first + 1
        if self.blank_runs and self.blank_runs[-1][1] == first - 1:
            self.blank_runs[-1] = (self.blank_runs[-1][0], last)
        elif len(self.blank_runs) <= MOST_BLANK_RUNS:
            self.blank_runs.append((first, last))


@dataclass(frozen=True, slots=True)
class Facts:
    """What was counted.

    Attributes:
        rows: Rows of data.
        columns: The columns with their counts; of very many, the first ones.
        width: How many there are.
        encoding: What the file is read as.
        letters: What is known of its letters.
        has_early_letters: Whether its first 1,000 bytes hold more than ASCII.
        has_nuls: Whether it has NUL characters.
        is_training: Whether it is a training file.
        target: The column that is predicted; empty if not known.
        is_at_end: Whether the file was read to its end.
        uneven: Rows with another number of fields.
        other_separator: A sign that seems to separate fields, but does not.
        has_double_ends: Whether its first lines end with CR CR LF.
        end_mark: The row that is nothing but Ctrl-Z, or ends with it; 0 if there is none.
        end_mark_column: The column of the field that ends with it; 0 where it is alone.
        first_nul: Row, as a spreadsheet counts, and column of the first NUL character.
        delimiter: Between fields; empty before it is known.
    """

    rows: int
    columns: Sequence[Column]
    width: int
    encoding: Encoding
    letters: LetterFacts = field(default_factory=LetterFacts)
    has_early_letters: bool = False
    has_nuls: bool = False
    is_training: bool = True
    target: str = ""
    is_at_end: bool = False
    uneven: Uneven = field(default_factory=Uneven)
    other_separator: str = ""
    first_nul: tuple[int, int] = (0, 0)
    delimiter: str = ""
    has_double_ends: bool = False
    end_mark: int = 0
    end_mark_column: int = 0


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Stops first, then advice; each in the order it was found."""
    return tuple(sorted(found, key=lambda finding: finding.kind not in STOPS))


def findings(facts: Facts) -> Iterator[Finding]:
    """All that the facts say so far."""
    if not facts.columns:
        if facts.is_at_end:
            yield Finding(FindingKind.EMPTY)
        return
    about_letters = encoding_findings(facts.encoding, facts.letters, has_early_letters=facts.has_early_letters)
    if len(facts.columns) == 1:
        yield from (finding for finding in about_letters if finding.stops)
        yield _one_column(facts)  # all else would be said of fields that are none
        return
    for finding in about_letters:  # first: read wrongly, names and classes are wrong too
        yield replace(finding, name=_name(facts, finding.column) if finding.row > _NAMES_ROW else "")
    yield from _about_names(facts)
    yield from _about_rows(facts)
    for number, column in enumerate(facts.columns, 1):
        if column.empty * 2 > column.rows:
            yield Finding(FindingKind.MOSTLY_EMPTY, 0, number, column.name, column.empty, column.rows)
        yield from about_types(column, number, facts.delimiter)
        yield from about_dates(column, number)
    if facts.is_training:
        yield from about_classes(facts.columns, facts.target, is_at_end=facts.is_at_end)
    else:
        yield from late_classes(facts.columns, facts.target)
    yield from character_rules.about_fields(
        facts.columns, facts.target, most_classes=CLASSES_OF_A_LIKELY_TARGET, is_at_end=facts.is_at_end
    )


def _one_column(facts: Facts) -> Finding:
    """One name above rows of more fields is a title, one column of a wrong separator, or simply one column."""
    has_more_below = facts.uneven.count * 2 > facts.rows and facts.uneven.most > 1
    if has_more_below and not facts.other_separator:
        return Finding(FindingKind.TITLE_LINE, row=_NAMES_ROW, column=1, name=facts.columns[0].name)
    return Finding(FindingKind.ONE_COLUMN, row=_NAMES_ROW, values=(facts.other_separator,))


def _about_names(facts: Facts) -> Iterator[Finding]:
    names = [column.name for column in facts.columns]
    yield from islice(_duplicates(names, facts.target), _MOST_DUPLICATES)
    yield from character_rules.about_names(names)
    blanks = [number for number, name in enumerate(names, 1) if not name]
    if len(blanks) > 1:
        examples = tuple(str(number) for number in blanks[:_EXAMPLES])
        yield Finding(FindingKind.BLANK_NAMES, row=_NAMES_ROW, column=blanks[1], count=len(blanks), values=examples)
    if facts.width > MOST_COLUMNS:
        yield Finding(FindingKind.TOO_MANY_COLUMNS, row=_NAMES_ROW, count=facts.width, total=MOST_COLUMNS)
    elif facts.width > MOST_COLUMNS_OF_TIME_SERIES:
        yield Finding(FindingKind.MANY_COLUMNS, row=_NAMES_ROW, count=facts.width, total=MOST_COLUMNS_OF_TIME_SERIES)


def _duplicates(names: list[str], target: str) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, name in enumerate(names, 1):
        if name and name in first:
            values = (str(first[name]), str(number))
            repair = Repair(RepairKind.COLUMN, number) if name != target else None  # which one is meant, nobody knows
            yield Finding(FindingKind.DUPLICATE_NAME, _NAMES_ROW, number, name, values=values, repair=repair)
        first.setdefault(name, number)


def _about_rows(facts: Facts) -> Iterator[Finding]:
    uneven = facts.uneven
    if uneven.count:
        values = (str(uneven.fields), str(uneven.names))
        column = uneven.fields + 1 if uneven.fields < uneven.names else 0  # one too many stands in no column
        yield Finding(FindingKind.UNEVEN_ROW, row=uneven.row, column=column, count=uneven.count, values=values)
    if uneven.blank:
        yield _blank_lines(facts)
    if facts.end_mark_column:
        column = facts.end_mark_column
        clean = Repair(RepairKind.CHARACTERS, column)
        yield Finding(FindingKind.END_MARK, facts.end_mark, column, _name(facts, column), repair=clean)
    elif facts.end_mark:
        yield Finding(FindingKind.END_MARK, facts.end_mark, 1, repair=_without(((facts.end_mark, facts.end_mark),)))
    row, column = facts.first_nul
    if row:  # none that stays: rows with others are left out, or they are taken out of the fields
        repair = Repair(RepairKind.CHARACTERS, column) if row > _NAMES_ROW else None
        yield Finding(FindingKind.NULS, row=row, column=column, name=_name(facts, column), repair=repair)
    yield from _about_row_count(facts)


def _about_row_count(facts: Facts) -> Iterator[Finding]:
    if facts.rows > MANY_ROWS:
        yield Finding(FindingKind.MANY_ROWS, count=facts.rows, total=MANY_ROWS)
    if not facts.is_at_end:
        return
    if facts.rows in SHEET_ROWS:
        yield Finding(FindingKind.CUT_BY_SPREADSHEET, count=facts.rows)
    if facts.is_training and facts.rows < FEWEST_ROWS:
        yield Finding(FindingKind.TOO_FEW_ROWS, count=facts.rows, total=FEWEST_ROWS)
    elif facts.is_training and facts.rows < FEW_ROWS:
        yield Finding(FindingKind.FEW_ROWS, count=facts.rows, total=FEW_ROWS)
    elif not facts.rows:
        yield Finding(FindingKind.EMPTY)


def _blank_lines(facts: Facts) -> Finding:
    row = facts.uneven.blank_runs[0][0]
    if facts.has_double_ends and facts.uneven.blank * 2 >= facts.rows:
        return Finding(FindingKind.DOUBLE_LINE_ENDS, row, count=facts.uneven.blank)
    runs = tuple(facts.uneven.blank_runs)
    repair = _without(runs) if len(runs) <= MOST_BLANK_RUNS else None
    return Finding(FindingKind.BLANK_LINES, row, 1, count=facts.uneven.blank, repair=repair)


def _without(rows: tuple[tuple[int, int], ...]) -> Repair:
    return Repair(RepairKind.ROWS, rows=rows)


def _name(facts: Facts, column: int) -> str:
    return facts.columns[column - 1].name if 0 < column <= len(facts.columns) else ""
