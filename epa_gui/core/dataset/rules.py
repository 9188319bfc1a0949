"""What the counts of a file mean: each rule for data a small function of the facts. Source: the service's manual."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.encoding_findings import LetterFacts, encoding_findings
from epa_gui.core.dataset.finding import STOPS, Finding, FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.type_inference import TEXT, type_of
from epa_gui.core.jobs.profile import ColumnType

FEWEST_ROWS = 11
FEW_ROWS = 100
MANY_ROWS = 1_000_000
MOST_COLUMNS = 999
MOST_COLUMNS_OF_TIME_SERIES = 200
ROWS_FOR_LABELS = 1000
"""Every class should occur within so many rows."""

CLASSES_OF_A_LIKELY_TARGET = 20
"""Where the column to predict is not known, those of more classes are towns or products: seldom what is predicted, and
often with a rare value that comes late."""

MOST_BLANK_RUNS = 1000
"""More are not left out one by one: the file was written wrongly as a whole."""

_NAMES_ROW = 1
_EXAMPLES = 5
_MOST_DUPLICATES = 10
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?", re.ASCII)
_MINORITY = 0.1
"""A tenth of a text column may look like something else before that is worth a word: codes and house numbers do."""


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
        end_mark: The row that is nothing but Ctrl-Z; 0 if there is none.
        first_nul: Row, as a spreadsheet counts, and column of the first NUL character.
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
    has_double_ends: bool = False
    end_mark: int = 0


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
        yield from _about_column(column, number)
    yield from _about_classes(facts)


def _one_column(facts: Facts) -> Finding:
    """One name above rows of more fields is a title, one column of a wrong separator, or simply one column."""
    has_more_below = facts.uneven.count * 2 > facts.rows and facts.uneven.most > 1
    if has_more_below and not facts.other_separator:
        return Finding(FindingKind.TITLE_LINE, row=_NAMES_ROW, column=1, name=facts.columns[0].name)
    return Finding(FindingKind.ONE_COLUMN, row=_NAMES_ROW, values=(facts.other_separator,))


def _about_names(facts: Facts) -> Iterator[Finding]:
    names = [column.name for column in facts.columns]
    yield from islice(_duplicates(names), _MOST_DUPLICATES)
    blanks = [number for number, name in enumerate(names, 1) if not name]
    if len(blanks) > 1:
        examples = tuple(str(number) for number in blanks[:_EXAMPLES])
        yield Finding(FindingKind.BLANK_NAMES, row=_NAMES_ROW, column=blanks[1], count=len(blanks), values=examples)
    if facts.width > MOST_COLUMNS:
        yield Finding(FindingKind.TOO_MANY_COLUMNS, row=_NAMES_ROW, count=facts.width, total=MOST_COLUMNS)
    elif facts.width > MOST_COLUMNS_OF_TIME_SERIES:
        yield Finding(FindingKind.MANY_COLUMNS, row=_NAMES_ROW, count=facts.width, total=MOST_COLUMNS_OF_TIME_SERIES)


def _duplicates(names: list[str]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, name in enumerate(names, 1):
        if name and name in first:
            values = (str(first[name]), str(number))
            yield Finding(FindingKind.DUPLICATE_NAME, row=_NAMES_ROW, column=number, name=name, values=values)
        first.setdefault(name, number)


def _about_rows(facts: Facts) -> Iterator[Finding]:
    uneven = facts.uneven
    if uneven.count:
        values = (str(uneven.fields), str(uneven.names))
        column = min(uneven.fields + 1, uneven.names)
        yield Finding(FindingKind.UNEVEN_ROW, row=uneven.row, column=column, count=uneven.count, values=values)
    if uneven.blank:
        yield _blank_lines(facts)
    if facts.end_mark:
        yield Finding(FindingKind.END_MARK, facts.end_mark, 1, repair=_without(((facts.end_mark, facts.end_mark),)))
    if facts.has_nuls:
        row, column = facts.first_nul
        yield Finding(FindingKind.NULS, row=row, column=column, name=_name(facts, column))
    if facts.rows > MANY_ROWS:
        yield Finding(FindingKind.MANY_ROWS, count=facts.rows, total=MANY_ROWS)
    if not facts.is_at_end:
        return
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


def _about_column(column: Column, number: int) -> Iterator[Finding]:
    total = column.filled + column.empty
    if column.empty * 2 > total:
        yield Finding(FindingKind.MOSTLY_EMPTY, column=number, name=column.name, count=column.empty, total=total)
    yield from _mixed_types(column, number)
    formats = column.date_formats()
    if column.type is not ColumnType.DATE:
        return
    if column.odd_dates:
        row, text = column.first_odd_date
        yield Finding(
            FindingKind.DATE_OUT_OF_RANGE, row, number, column.name, column.odd_dates, column.filled, (text[:50],)
        )
    if len(formats) > 1:
        row = column.first_rows[formats[1]]
        examples = tuple(column.examples[kind] for kind in formats[:_EXAMPLES])
        count = sum(column.kinds[kind] for kind in formats[1:])
        yield Finding(FindingKind.DATE_FORMATS, row, number, column.name, count, column.filled, examples)


def _mixed_types(column: Column, number: int) -> Iterator[Finding]:
    types = column.by_type()
    if len(types) < 2:
        return
    main = column.type
    others = column.filled - types[main]
    if main is ColumnType.TEXT and others < column.filled * _MINORITY:
        return
    text = column.examples.get(TEXT, "")
    if ColumnType.TEXT in types and _GROUPED.fullmatch(text.strip()):
        row, count = column.first_rows[TEXT], types[ColumnType.TEXT]
        yield Finding(FindingKind.GROUPED_NUMBERS, row, number, column.name, count, column.filled, (text[:50],))
        return
    others_first = [kind for kind in column.first_rows if type_of(kind) not in {main, ColumnType.EMPTY}]
    first = min(others_first, key=column.first_rows.__getitem__)
    values = (main.value, column.examples[first][:50])
    yield Finding(FindingKind.MIXED_TYPES, column.first_rows[first], number, column.name, others, column.filled, values)


def _about_classes(facts: Facts) -> Iterator[Finding]:
    for number, column in enumerate(facts.columns, 1):
        is_all_one = column.name == facts.target and column.filled > 1 and len(column.classes()) == 1
        if is_all_one and facts.is_at_end and facts.is_training:
            values = tuple(label[:50] for label in column.classes())
            yield Finding(FindingKind.ONE_CLASS, column=number, name=column.name, count=column.filled, values=values)
    yield from _late_labels(facts)


def _late_labels(facts: Facts) -> Iterator[Finding]:
    """Classes first seen after row 1,000: of the target, or of every text column where the target is not known."""
    for number, column in enumerate(facts.columns, 1):
        if facts.target and column.name != facts.target:
            continue
        classes = column.classes()
        if not facts.target and (column.type is not ColumnType.TEXT or len(classes) > CLASSES_OF_A_LIKELY_TARGET):
            continue
        late = {label: row for label, row in classes.items() if row > ROWS_FOR_LABELS + _NAMES_ROW}
        if late:
            row = min(late.values())
            examples = tuple(label[:50] for label in list(late)[:_EXAMPLES])
            values = (("target",) if facts.target else ("",)) + examples
            yield Finding(FindingKind.LATE_LABELS, row, number, column.name, len(late), len(classes), values)
