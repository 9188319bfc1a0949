"""What stands between the fields: judged by the records of a file's beginning, not by its first line alone."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from epa_gui.core.dataset.row_runs import RowRuns, is_within
from epa_gui.core.dataset.type_inference import TEXT, kind_of

READ_BY_SERVICE = frozenset({",", "\t"})
"""Source: the service's manual. Files with other delimiters need converting."""

SAMPLE_LINES = 200
SAMPLE_SIGNS = 1 << 17
"""A judgement looks at so many lines, and at no more characters than that beyond the first line."""

LOOKED_AT = 64
"""Columns whose fields are looked at; those of very wide tables are all alike."""

_CANDIDATES = ("\t", ",", ";", "|")
"""Of two that fit equally well, the one that stands first."""

_SHARE = 0.6
"""So many records must have equally many fields before a sign counts as a delimiter."""

_NEARLY_ALL = 0.9
_SHARE_OF_DIRTY = 0.8
_COLUMNS_OF_DIRTY = 3
_COLUMNS_BY_BLANKS = 3
_SEPARATOR_LINE = re.compile(r'"?sep=([^\w"\r\n])"?[\r\n]*', re.IGNORECASE)
_DECIMAL = re.compile(r"[^0-9,]{0,4}[0-9][0-9.' ]*,[0-9]+[^0-9,]{0,4}")
_IN_PROSE = re.compile(r",(?! )")
_UNPAIRED = re.compile(r"\([^)]*$|^[^(]*\)")


@dataclass(frozen=True, slots=True)
class Record:
    """A row of the beginning that is not blank.

    Attributes:
        row: Its number, as a spreadsheet counts the file itself.
        fields: The first `LOOKED_AT` of them.
        width: How many it has.
    """

    row: int
    fields: list[str]
    width: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file's beginning reads with one delimiter.

    Attributes:
        delimiter: Between fields.
        records: Its rows, but for blank ones and those that are left out.
        width: How many fields most records below the first one have.
        share: How many of all records have these, from 0 to 1.
        start: The index of the first record that has.
        named_in_row: The row of a line such as ``sep=;`` that names the delimiter; 0 if there is none.
        other: A sign that seems to be meant as a delimiter, but is not read as one.
        has_blanks: Whether blanks stand behind the delimiters.
    """

    delimiter: str
    records: tuple[Record, ...] = ()
    width: int = 0
    share: float = 0.0
    start: int = 0
    named_in_row: int = 0
    other: str = ""
    has_blanks: bool = False

    def without_records(self) -> "Layout":
        """The same without the rows themselves, which may be large."""
        return replace(self, records=())


def sample_of(lines: Sequence[str], *, is_whole: bool) -> int:
    """How many of these lines to judge by; 0 if more have to be read first."""
    signs = 0
    for count, line in enumerate(lines[:SAMPLE_LINES]):
        signs += len(line)
        if count and signs > SAMPLE_SIGNS:
            return count
    return len(lines[:SAMPLE_LINES]) if is_whole or len(lines) >= SAMPLE_LINES or signs > SAMPLE_SIGNS else 0


def layout_of(lines: Sequence[str], first_row: int = 1, left_out: RowRuns = (), *, is_whole: bool = True) -> Layout:
    """Judge by these lines, of which the first is not blank.

    Args:
        lines: With their ends.
        first_row: The first one's row, as a spreadsheet counts.
        left_out: Rows that do not count.
        is_whole: Whether the file ends with them; else the last record may be cut.
    """
    named = _SEPARATOR_LINE.fullmatch(lines[0]) if first_row == 1 else None
    if named and any(named[1] in line for line in lines[1:]):
        layout = _layout(lines[1:], named[1], 2, left_out, is_whole=is_whole)
        return _finished(layout, named_in_row=0 if is_within(1, left_out) else 1)
    text = "".join(lines)
    layouts = [
        _layout(lines, sign, first_row, left_out, is_whole=is_whole)
        for sign in _CANDIDATES
        if sign in text or sign == ","
    ]
    return _finished(_best(layouts))


def _layout(lines: Sequence[str], delimiter: str, first_row: int, left_out: RowRuns, *, is_whole: bool) -> Layout:
    records = tuple(_records(lines, delimiter, first_row, left_out, is_whole=is_whole))
    widths = [record.width for record in records]
    if not widths:
        return Layout(delimiter)
    width = Counter(widths[1:] or widths).most_common(1)[0][0]
    return Layout(delimiter, records, width, widths.count(width) / len(widths), widths.index(width))


def _records(
    lines: Sequence[str], delimiter: str, first_row: int, left_out: RowRuns, *, is_whole: bool
) -> Iterator[Record]:
    is_cut = False

    def given() -> Iterator[str]:
        nonlocal is_cut
        yield from lines
        is_cut = True

    is_first = True
    for number, row in enumerate(csv.reader(given(), delimiter=delimiter), first_row):
        if is_cut and not is_whole and not is_first:
            return
        if row and not is_within(number, left_out):
            is_first = False
            yield Record(number, row[:LOOKED_AT], len(row))


def _best(layouts: list[Layout]) -> Layout:
    comma = next(layout for layout in layouts if layout.delimiter == ",")
    fitting = [layout for layout in layouts if layout.width > 1 and layout.share >= _SHARE]
    if comma in fitting:
        better = [layout for layout in fitting if layout is not comma and _is_better(layout, comma)]
        return min(better, key=_rank) if better else comma
    if fitting and not _is_dirty(comma):
        return min(fitting, key=_rank)
    return _by_names_alone(layouts)


def _rank(layout: Layout) -> tuple[int, int, int]:
    return layout.start, -layout.width, _CANDIDATES.index(layout.delimiter)


def _is_better(layout: Layout, comma: Layout) -> bool:
    """Whether another sign fits better than commas, which fit too: they may stand within numbers or prose."""
    if layout.start != comma.start:
        return layout.start < comma.start
    if layout.delimiter == "\t" and layout.width >= comma.width:
        return True
    with_commas = [field for record in layout.records[1:] for field in record.fields if "," in field]
    decimals = sum(_DECIMAL.fullmatch(field) is not None for field in with_commas)
    if layout.width > comma.width or layout.delimiter == "\t":
        prose = sum(not _IN_PROSE.search(field) for field in with_commas)
        return max(decimals, prose) >= _NEARLY_ALL * len(with_commas)
    names = comma.records[comma.start].fields
    is_torn = any(name.startswith(" ") or _UNPAIRED.search(name) for name in names)
    return is_torn and decimals >= _NEARLY_ALL * len(with_commas)


def _is_dirty(comma: Layout) -> bool:
    """Whether there are commas in every row, and in some more than there should be."""
    wanted = comma.records[0].width if comma.records else 0
    enough = sum(record.width >= wanted for record in comma.records)
    return wanted >= _COLUMNS_OF_DIRTY and enough >= _SHARE_OF_DIRTY * len(comma.records)


def _by_names_alone(layouts: list[Layout]) -> Layout:
    """Where the rows tell nothing: a comma, or a tab where there are as many of these, and what else it could be."""
    widths = {layout.delimiter: layout.records[0].width for layout in layouts if layout.records}
    commas, tabs = widths.get(",", 1), widths.get("\t", 1)
    wanted = "\t" if tabs > 1 and tabs >= commas else ","
    found = next(layout for layout in layouts if layout.delimiter == wanted)
    if commas > 1 or tabs > 1:
        return found
    other = max((";", "|"), key=lambda sign: widths.get(sign, 1))
    return replace(found, other=other if widths.get(other, 1) > 1 else "")


def _finished(layout: Layout, *, named_in_row: int = 0) -> Layout:
    other = layout.other or (_for_words_only(layout) if layout.width == 1 else "")
    fields = [field for record in layout.records for field in record.fields[1:]]
    blanks = sum(field.startswith(" ") for field in fields)
    has_blanks = bool(layout.records) and blanks >= _NEARLY_ALL * len(fields) > 0
    has_blanks = has_blanks and all(field.startswith(" ") for field in layout.records[layout.start].fields[1:])
    return replace(layout, named_in_row=named_in_row, other=other, has_blanks=has_blanks)


def _for_words_only(layout: Layout) -> str:
    """A colon or blanks, where a table of one column seems to have more."""
    rows = [record.fields[0] for record in layout.records if record.fields]
    colons = {row.count(":") for row in rows}
    if len(rows) > 1 and len(colons) == 1 and colons != {0} and not any(kind_of(row) != TEXT for row in rows):
        return ":"
    words = {len(row.split()) for row in rows}
    return " " if len(rows) > 1 and len(words) == 1 and max(words) >= _COLUMNS_BY_BLANKS else ""
