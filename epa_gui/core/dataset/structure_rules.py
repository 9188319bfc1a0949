"""What is told of a file's delimiter, its quotes, and the rows that are neither names nor data."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from epa_gui.core.dataset.dialect import READ_BY_SERVICE
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.last_rows import totals_in
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.row_runs import RowRuns, is_within, runs_of, written
from epa_gui.core.dataset.structure import Above
from epa_gui.core.dataset.table import Table

_TO_COMMAS = Repair(RepairKind.DELIMITER)
_ALL_CLEAN = Repair(RepairKind.CHARACTERS)
_OF_FIELDS = frozenset({FindingKind.HIDDEN_IN_FIELDS, FindingKind.BLANKS_IN_FIELDS, FindingKind.HIDDEN_IN_COLUMNS})
_EXPLAIN_THEIR_PLACE = frozenset(
    {
        FindingKind.UNEVEN_ROW,
        FindingKind.DAMAGED_LETTERS,
        FindingKind.NULS,
        FindingKind.END_MARK,
        FindingKind.DOUBLED_LETTERS,
    }
)
"""What is odd about a field in such a row, or with such a letter, comes of that."""

_ABOUT_NAMES = frozenset({FindingKind.DUPLICATE_NAME, FindingKind.BLANK_NAMES})


def left_out(repairs: Collection[Repair]) -> RowRuns:
    """The rows that a person chose to leave out."""
    return [run for repair in repairs if repair.kind is RepairKind.ROWS for run in repair.rows]


def with_structure(
    found: Iterable[Finding], table: Table, *, is_at_end: bool, repairs: Collection[Repair] = ()
) -> Iterator[Finding]:
    """What was found in the data, without the consequences of what is found here in the file's structure."""
    above = list(_above(table))
    yield from above
    if len(table.columns) > 1 and table.delimiter not in READ_BY_SERVICE and _TO_COMMAS not in repairs:
        yield Finding(FindingKind.OTHER_DELIMITER, values=(table.delimiter,), repair=_TO_COMMAS)
    if above:  # of other rows and columns nothing can be said yet
        yield from (finding for finding in found if not finding.row and not finding.column)
        return
    found = list(found)
    causes = [*_about_quotes(table), *_about_rows(table, is_at_end=is_at_end)]
    beside = [finding for finding in found if finding.kind in _EXPLAIN_THEIR_PLACE and finding.repair not in repairs]
    has_names = table.beginning.has_names or len(table.columns) < 2
    if not has_names:
        yield Finding(FindingKind.NO_NAMES, row=table.preview_rows[0], values=(table.beginning.text,))
    has_blanks = table.layout.has_blanks and len(table.columns) > 1 and _ALL_CLEAN not in repairs
    if has_blanks:
        are_before_quotes = any(field.startswith(' "') for row in table.preview for field in row)
        repair = None if are_before_quotes else _ALL_CLEAN  # only a person can tell what such quotes hold together
        yield Finding(FindingKind.BLANKS_BETWEEN, row=1, values=(table.delimiter,), repair=repair)
    yield from causes
    in_all = sum(cause.count for cause in causes if cause.repair)
    for finding in found:
        is_consequence = any(_follows(finding, cause, in_all) for cause in causes)
        is_consequence = is_consequence or ((causes or has_blanks) and finding.kind in _OF_FIELDS)
        is_consequence = is_consequence or any(_is_of_the_same_place(finding, other) for other in beside)
        is_of_no_name = finding.kind in _ABOUT_NAMES or (finding.column > 0 and not finding.stops)
        is_done = finding.kind is FindingKind.END_MARK and finding.repair in repairs
        if is_done or is_consequence or (not has_names and is_of_no_name):
            continue
        if finding.kind is FindingKind.TITLE_LINE:  # above rows of which no two are alike
            run = (1, table.preview_rows[0])
            yield replace(finding, count=run[1], values=(written([run]),), repair=_without(run))
        else:
            yield finding


def _above(table: Table) -> Iterator[Finding]:
    named = table.layout.named_in_row
    if named:
        yield Finding(FindingKind.SEPARATOR_LINE, row=named, values=(table.delimiter,), repair=_without((named, named)))
    beginning = table.beginning
    if beginning.above:
        kind = FindingKind.TITLE_LINE if beginning.above is Above.TITLE else FindingKind.COUNTS_ROW
        first, last = beginning.run
        yield Finding(
            kind,
            row=first,
            column=1,
            name=beginning.text,
            count=last - first + 1,
            values=(written([beginning.run]),),
            repair=_without(beginning.run),
        )


def _about_quotes(table: Table) -> Iterator[Finding]:
    quotes = table.quotes
    if quotes.fields:
        row, column = quotes.first_swallower
        name = table.name_of(column) if row > 1 else ""
        values = (quotes.swallower,)
        yield Finding(FindingKind.SWALLOWED_ROWS, row, column, name, quotes.swallowed, quotes.fields, values)
    if quotes.backslashes:
        yield Finding(FindingKind.BACKSLASH_QUOTES, row=quotes.first_backslash, count=quotes.backslashes)
    if quotes.strays:
        yield Finding(FindingKind.STRAY_QUOTES, row=quotes.first_stray, count=quotes.strays, values=(quotes.stray,))


def _about_rows(table: Table, *, is_at_end: bool) -> Iterator[Finding]:
    if table.beginning.below:
        row = table.beginning.below
        yield Finding(
            FindingKind.UNITS_ROW, row, count=1, values=(table.beginning.below_text,), repair=_without((row, row))
        )
    repeated = table.repeated.told(table.columns, table.rows) if table.beginning.has_names else ()
    if repeated:
        count = sum(last - first + 1 for first, last in repeated)
        values = (written(repeated),)
        yield Finding(
            FindingKind.REPEATED_NAMES, repeated[0][0], count=count, values=values, repair=_without(*repeated)
        )
    if is_at_end and table.rows:
        last, footer = table.last, (0, 0)
        first_row, last_row = totals_in(last, table.columns, table.rows, table.preview)
        if first_row:
            text = next(field for one in last if one.row == first_row for field in one.fields if field.strip())
            blank = max((one.row for one in last if one.row < first_row), default=first_row - 1) + 1
            run = (blank, last_row)
            said = (written([run]), text.strip()[:50])
            yield Finding(FindingKind.FOOTER, first_row, count=last_row - blank + 1, values=said, repair=_without(run))
            footer = run
        yield from _apart(table, footer)


def _apart(table: Table, footer: tuple[int, int]) -> Iterator[Finding]:
    """Rows that are no data, in the middle; those below the data are told otherwise."""
    empty = [row for row in table.apart.empty if not footer[0] <= row <= footer[1]]
    subtotals = table.apart.subtotals(table.columns, table.rows, [footer])
    for kind, runs in ((FindingKind.EMPTY_ROWS, runs_of(empty)), (FindingKind.SUBTOTALS, subtotals)):
        if runs:
            count = sum(last - first + 1 for first, last in runs)
            yield Finding(kind, runs[0][0], count=count, values=(written(runs),), repair=_without(*runs))


def _without(*runs: tuple[int, int]) -> Repair:
    return Repair(RepairKind.ROWS, rows=runs)


def _is_of_the_same_place(finding: Finding, cause: Finding) -> bool:
    """Whether a finding comes of another one that has the same place."""
    if finding.kind in _EXPLAIN_THEIR_PLACE or not cause.row or finding.row != cause.row or finding.row <= 1:
        return False
    if cause.kind is FindingKind.UNEVEN_ROW:
        return finding.column > 0 and finding.count <= cause.count
    return finding.column == cause.column and finding.count <= max(1, cause.count)


def _follows(finding: Finding, cause: Finding, in_all: int) -> bool:
    """Whether a finding speaks only of rows that are to be left out, of which there are so many in all."""
    if finding.kind is FindingKind.DAMAGED_LETTERS:
        return False
    if cause.kind is FindingKind.SWALLOWED_ROWS:
        return finding.row == cause.row and 0 < finding.count <= cause.total
    return cause.repair is not None and is_within(finding.row, cause.repair.rows) and 0 < finding.count <= in_all
