"""The copy that is sent differs from the file in what was chosen, and in nothing else."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from epa_gui.core.dataset.check import check
from epa_gui.core.dataset.conversion import Conversion, CopyWriter
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.invisible import cleaned, cleaned_names
from epa_gui.core.dataset.plain_values import plain_date, plain_number
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.upload_payload import Item, payload_of
from tests.core.dataset.conftest import Checked

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


# What the check tells is told of the copy, and the copy is what goes out

ENCODINGS = ("utf-8", "utf-8-sig", "cp932", "utf-16")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=tables,
    chosen=st.frozensets(repairs, max_size=4),
    encoding=st.sampled_from(ENCODINGS),
    delimiter=st.sampled_from([",", "\t", ";"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    piece=st.integers(1, 90),
)
def test_the_copy_is_what_was_checked_and_shown(
    *,
    tmp_path: Path,
    table: list[list[str]],
    chosen: frozenset[Repair],
    encoding: str,
    delimiter: str,
    line_end: str,
    piece: int,
) -> None:
    names = [f"name {at}" for at in range(WIDTH)]
    rest = [[f"{at}", "word", "x"] for at in range(12)]
    path = tmp_path / "any.csv"
    path.write_bytes(written([names, *rest, *table], [True, False], delimiter, line_end).encode(encoding, "ignore"))
    *_, reading = check(path, repairs=chosen, piece=piece, is_training=False)
    if not reading.is_whole or len({one.column for one in chosen if one.kind is RepairKind.COLUMN}) == WIDTH:
        return
    conversion = Conversion(reading.encoding, reading.delimiter, chosen, reading.steps)
    payload = payload_of(
        Item(path, reading.sha256, reading.stamp, conversion if chosen else None),
        None,
        tmp_path / "outgoing",
        lambda _done, _total: None,
    )
    if chosen - {Repair(RepairKind.ENCODING)}:
        *_, again = check(payload.path, is_training=False)
        if again.delimiter == ("," if Repair(RepairKind.DELIMITER) in chosen else reading.delimiter):
            assert (again.rows, again.preview, again.columns) == (reading.rows, reading.preview, reading.columns)
    payload.discard()


def test_findings_and_preview_are_those_of_the_copy_with_the_rows_of_the_file(checked: Checked) -> None:
    text = "Report of May,,\n,,\nid,price ,left\n" + "".join(
        f"{at},{'-' if at % 9 == 4 else at},yes\n" for at in range(200)
    )
    before = checked(text)
    rows_out = Repair(RepairKind.ROWS, rows=((1, 2),))
    chosen = {rows_out, Repair(RepairKind.NAMES), Repair(RepairKind.COLUMN, 1)}
    reading = checked(text, repairs=chosen)
    assert before.preview[0] != reading.preview[0] == ("price", "left")
    assert reading.rows == 200
    assert [(step.kind, step.name, step.count) for step in reading.steps] == [
        ("rows", "", 2),
        ("names", "", 1),
        ("column", "id", 0),
    ]
    mixed = [finding for finding in reading.findings if finding.name == "price"]
    assert {(finding.row, finding.column) for finding in mixed if finding.row} <= {(8, 2), (4, 2)}


@pytest.mark.parametrize(
    ("runs", "counts"),
    [
        ([((1, 2),), ((9, 9),)], [2, 1]),
        ([((1, 2),), ((9, 11), (20, 21)), ((40, 40),)], [2, 5, 1]),
        ([((1, 4),), ((3, 6),)], [4, 2]),  # a row goes only once
        ([((1, 2),), ((59, 900),)], [2, 4]),  # no more than there are
    ],
)
def test_each_step_tells_how_many_rows_it_left_out(
    checked: Checked, tmp_path: Path, runs: list[tuple[tuple[int, int], ...]], counts: list[int]
) -> None:
    text = "Report of May,,\n,,\nid,price,left\n" + "".join(f"{at},{at % 7},yes\n" for at in range(59))
    chosen = frozenset(Repair(RepairKind.ROWS, rows=one) for one in runs)
    reading = checked(text, repairs=chosen)
    assert [step.count for step in reading.steps] == counts
    conversion = Conversion(reading.encoding, reading.delimiter, chosen, reading.steps)
    item = Item(reading.path, reading.sha256, reading.stamp, conversion)
    payload = payload_of(item, None, tmp_path / "outgoing", lambda _done, _total: None)  # it counts them again
    payload.discard()


def test_rows_left_out_are_gone_and_only_they() -> None:
    text = 'Report\r\n\r\nid;b\r\n1;"x; y"\r\nid;b\r\n2;z\r\nTotal;2\r\n'
    out = Repair(RepairKind.ROWS, rows=((1, 2), (5, 5), (7, 7)))
    assert copied(text, out, delimiter=";") == 'id;b\r\n1;"x; y"\r\n2;z\r\n'
    assert copied(text, out, Repair(RepairKind.DELIMITER), delimiter=";") == 'id,b\r\n1,"x; y"\r\n2,z\r\n'


@pytest.mark.parametrize(
    ("record", "copy"),
    [
        ("a;b", "a,b"),
        ("a;1,5", 'a,"1,5"'),
        ('"a";"1,5"', '"a","1,5"'),
        ('5" inch;x', '5" inch,x'),
        ('"x"y,z;2', '"xy,z",2'),
        (";", ","),
        ('"say ""so""";"two\r\nlines"', '"say ""so""","two\r\nlines"'),
    ],
)
def test_commas_come_between_the_fields_and_quotes_stay_where_they_were(record: str, copy: str) -> None:
    text = f"one;two\r\n{record}\r\n"
    assert copied(text, Repair(RepairKind.DELIMITER), delimiter=";") == f"one,two\r\n{copy}\r\n"


def test_a_record_in_which_nothing_changes_keeps_its_quotes() -> None:
    text = 'id,"note"\n"1","a "\n2,"b"\n"3",c\n'
    assert copied(text, Repair(RepairKind.CHARACTERS, 2)) == 'id,"note"\n"1","a"\n2,"b"\n"3",c\n'


def test_a_field_that_is_all_of_its_record_does_not_vanish() -> None:
    assert copied("a,b\n,x\n", Repair(RepairKind.COLUMN, 2)) == 'a\n""\n'


def test_what_is_not_touched_by_names_or_rows_is_not_taken_apart() -> None:
    rest = 'odd "quotes, here\n' * 3 + "\x00\ufeff,\n"
    assert copied(f"\ufeffid ,b\n{rest}", Repair(RepairKind.NAMES), piece=5) == f"id,b\n{rest}"
