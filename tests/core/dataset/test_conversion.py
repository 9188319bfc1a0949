"""The copy that is sent differs from the file in what was chosen, and in nothing else."""

import csv
import io
from collections.abc import Callable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from epa_gui.core.dataset.conversion import Conversion, CopyWriter
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.invisible import cleaned, cleaned_names
from epa_gui.core.dataset.plain_values import plain_date, plain_number
from epa_gui.core.dataset.repair import Repair, RepairKind

WIDTH = 3
WORDS = ("n/a", "-")


def copied(text: str, *repairs: Repair, delimiter: str = ",", piece: int = 7) -> str:
    """The copy's text, made in pieces of this size."""
    writer = CopyWriter(Conversion(Encoding.UTF_8, delimiter, frozenset(repairs)))
    pieces = [writer.add(text[at : at + piece]) for at in range(0, len(text), piece)]
    return "".join(pieces) + writer.add("", is_last=True)


def records(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


# Hypothesis: every field that is not repaired is the same

signs = st.sampled_from(
    ["a", "1", "2,5", "é", "日", " ", "\u3000", "\ufeff", '"', ",", ";", "\t", "\n", "\r\n", "\r", "'"]
)
fields = st.lists(signs, max_size=5).map("".join) | st.sampled_from(
    ["", "n/a", "-", "1,234", "¥1,200", "2024/1/5", " x ", "\u200b", "a\u00a0b", "12%"]
)
tables = st.lists(st.lists(fields, min_size=WIDTH, max_size=WIDTH), min_size=1, max_size=9)
columns = st.integers(1, WIDTH)
repairs = st.builds(Repair, st.sampled_from([RepairKind.CHARACTERS, RepairKind.NUMBERS, RepairKind.DATES]), columns)
repairs |= st.builds(Repair, st.just(RepairKind.COLUMN), columns)
repairs |= st.builds(lambda column: Repair(RepairKind.EMPTY_WORDS, column, words=WORDS), columns)
repairs |= st.sampled_from([Repair(RepairKind.NAMES), Repair(RepairKind.DELIMITER), Repair(RepairKind.ENCODING)])
runs = st.tuples(st.integers(1, 9), st.integers(0, 2)).map(lambda run: (run[0], run[0] + run[1]))
repairs |= st.lists(runs, min_size=1, max_size=3).map(lambda rows: Repair(RepairKind.ROWS, rows=tuple(rows)))


def written(table: list[list[str]], quoting: Sequence[bool], delimiter: str, line_end: str) -> str:
    """A table as some program writes it: a field is quoted where it must be, and where that program likes."""
    made, at = [], 0
    for row in table:
        parts = []
        for field in row:
            likes = quoting[at % len(quoting)]
            at += 1
            must = any(sign in field for sign in (delimiter, '"', "\n", "\r"))
            parts.append('"' + field.replace('"', '""') + '"' if must or likes else field)
        made.append(delimiter.join(parts) + line_end)
    return "".join(made)


def repaired_by_hand(table: list[list[str]], chosen: frozenset[Repair]) -> list[list[str]]:
    """What should come of it, row by row and field by field."""
    gone = {
        row for one in chosen if one.kind is RepairKind.ROWS for run in one.rows for row in range(run[0], run[1] + 1)
    }
    rows = [list(row) for number, row in enumerate(table, 1) if number not in gone]
    if not rows:
        return []
    if any(one.kind is RepairKind.NAMES for one in chosen):
        rows[0] = cleaned_names(rows[0])
    ways: list[tuple[RepairKind, Callable[[str], str]]] = [
        (RepairKind.CHARACTERS, cleaned),
        (RepairKind.EMPTY_WORDS, lambda field: "" if field.strip(" \t\r\n") in WORDS else field),
        (RepairKind.NUMBERS, lambda field: plain_number(field) or field),
        (RepairKind.DATES, lambda field: plain_date(field) or field),
    ]
    for kind, way in ways:
        for at in {one.column - 1 for one in chosen if one.kind is kind}:
            for row in rows[1:]:
                row[at] = way(row[at]) if row[at] else row[at]
    out = {one.column - 1 for one in chosen if one.kind is RepairKind.COLUMN}
    return [[field for at, field in enumerate(row) if at not in out] for row in rows]


@settings(max_examples=400, deadline=None)
@given(
    table=tables,
    chosen=st.frozensets(repairs, max_size=5),
    quoting=st.lists(st.booleans(), min_size=1, max_size=5),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    piece=st.integers(1, 60),
    ends=st.booleans(),
)
def test_every_field_that_is_not_repaired_is_the_same(
    *,
    table: list[list[str]],
    chosen: frozenset[Repair],
    quoting: list[bool],
    delimiter: str,
    line_end: str,
    piece: int,
    ends: bool,
) -> None:
    text = written(table, quoting, delimiter, line_end)
    text = text if ends else text.removesuffix(line_end)
    copy = copied(text, *chosen, delimiter=delimiter, piece=piece)
    new = "," if Repair(RepairKind.DELIMITER) in chosen else delimiter
    wanted = [row for row in repaired_by_hand(table, chosen) if row]
    assert [row for row in records(copy, new) if row] == wanted
    assert copy == copied(text, *chosen, delimiter=delimiter, piece=10_000)  # however it comes in pieces
