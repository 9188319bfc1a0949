"""Whatever a file holds, it is read as Python's own `csv` reads it, and counted as one would count by hand."""

import csv
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from epa_gui.core.dataset import type_inference
from epa_gui.core.dataset.check import check
from epa_gui.core.dataset.column import MOST_LABELS, Column
from epa_gui.core.dataset.column_kinds import LONGEST_LABEL, Common
from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.source import Source
from epa_gui.core.dataset.table import PREVIEW_ROWS, Table
from epa_gui.core.dataset.type_inference import EMPTY, kind_of
from epa_gui.core.jobs.profile import ColumnType

many_files = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ENCODINGS = ["utf-8-sig", "utf-8", "cp932", "utf-16"]

signs = st.sampled_from(["a", "1", "2", *",,\t;", *'""', "\n", "\n", "\r", "\r\n", " ", "日", "表", "ｱ", "\0"])
odd_signs = st.sampled_from(["\v", "\f", "\x1c", "\x85", "\u2028", "é", "📦", "\ufeff", "\u3000"])
wild_text = st.lists(signs | odd_signs | signs, max_size=60).map("".join)

digits = st.text("0123456789", min_size=1, max_size=4)
dates = st.builds(
    "{1}{0}{2}{0}{3}{4}".format,
    st.sampled_from(["-", "/", "."]),
    st.integers(1, 4500).map(str) | st.integers(1960, 2030).map(str),
    st.integers(0, 14).map(str) | st.integers(1, 12).map("{:02}".format),
    st.integers(0, 33).map(str) | st.integers(1, 28).map("{:02}".format),
    st.sampled_from(["", "", "", " 10:20", "T1:02:03", " 10:20:30.5Z", " ", "T", " 10:20:30 +09:00"]),
)
plain = st.sampled_from(["", "", "yes", "no", " ", "N/A", "-", ".", "-.", "5.", ".5", "1e5", "1.2.2020", "日", "e"])
almost = st.text("0123456789-/.,:eETZ年月日 \tax", max_size=12)
days = st.builds("{}年{}月{}日".format, st.integers(1900, 2100), st.integers(1, 13), st.integers(1, 31))
day, month = st.integers(1, 31), st.integers(1, 13)
european = st.builds("{1:02}{0}{2:02}{0}{3}".format, st.sampled_from("./-"), day, month, digits)
numbers = st.floats(allow_nan=False, allow_infinity=False).map(repr) | st.integers().map(str) | digits
fields = plain | almost | dates | days | european | numbers | st.text("0123456789abcdef-", min_size=8, max_size=36)
long_ones = st.sampled_from(["x" * 300, "two\nlines", "7" * 250])


IN_DOUBT = {FindingKind.DAMAGED_LETTERS, FindingKind.UNSURE_ENCODING, FindingKind.END_MARK}
"""Signs stand for bytes that are no text, which Python would refuse; and a sign for the end is no row."""


def naive_rows(path: Path, encoding: str, delimiter: str) -> list[list[str]]:
    """The rows from the first that is not blank to the last one."""
    with path.open(encoding=encoding, newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter))
    while rows and not rows[0]:
        del rows[0]
    while rows and not rows[-1]:
        del rows[-1]
    return rows


def assert_read_as_csv_does(path: Path, piece: int) -> None:
    """If the check accepts the file, it has the same rows and fields."""
    reading = list(check(path, piece=piece))[-1]
    is_in_doubt = any(finding.kind in IN_DOUBT for finding in reading.findings)
    if not reading.is_whole or not reading.columns or is_in_doubt:
        return
    names, *data = naive_rows(path, reading.encoding.value, reading.delimiter)
    width = len(reading.columns)
    names += [""] * (width - len(names))  # where they seem to be a title, the columns below are shown all the same
    filled = [(*row[:width], *[""] * (width - len(row))) for row in data]
    assert [column.name for column in reading.columns] == names
    assert reading.rows == len(data)
    assert reading.preview == (tuple(names), *filled[:PREVIEW_ROWS])


@many_files
@given(text=wild_text, encoding=st.sampled_from(ENCODINGS), piece=st.integers(1, 30))
@example(text='a,b\r\n"1,\r\n2"\r\n', encoding="utf-8", piece=1)
@example(text='a,b\n"x"y,"1\n2"\n\n"",3', encoding="cp932", piece=5)
@example(text='a,"b', encoding="utf-8", piece=2)
def test_any_text_is_read_as_csv_does(tmp_path: Path, text: str, encoding: str, piece: int) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(text.encode(encoding, "ignore"))
    assert_read_as_csv_does(path, piece)


@many_files
@given(content=st.binary(max_size=80), piece=st.integers(1, 30))
def test_any_bytes_are_read_as_csv_does(tmp_path: Path, content: bytes, piece: int) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    assert_read_as_csv_does(path, piece)


@many_files
@given(
    table=st.lists(st.lists(fields | long_ones, min_size=3, max_size=3), min_size=1, max_size=40),
    encoding=st.sampled_from(ENCODINGS),
    piece=st.integers(1, 200),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_table_comes_out_as_it_went_in(
    *, tmp_path: Path, table: list[list[str]], encoding: str, piece: int, line_end: str
) -> None:
    path = tmp_path / "any.csv"
    lines = [",".join('"' + field.replace('"', '""') + '"' for field in row) for row in [["a", "b", "c"], *table]]
    path.write_bytes((line_end.join(lines) + line_end).encode(encoding, "ignore"))
    with path.open("rb", buffering=0) as opened:
        source = Source(opened, path.stat().st_size, piece=piece)
        counted = Table(source)
        assert all(step is None for step in counted.read())
    assert counted.rows == len(table)
    assert not counted.uneven.count
    for column, values in zip(counted.columns, zip(*table, strict=True), strict=True):
        as_read = [value.encode(encoding, "ignore").decode(encoding) for value in values]
        assert_counted_as_by_hand(column, as_read, first_row=2)


def assert_counted_as_by_hand(
    column: Column, values: Sequence[str], first_row: int, *, keeps_labels: bool = True
) -> None:
    """Its counts are those of looking at each field by itself."""
    kinds = [kind_of(value) for value in values]
    odd = [
        (row, value)
        for row, (value, kind) in enumerate(zip(values, kinds, strict=True), first_row)
        if type_inference.is_date(kind) and not type_inference.year_is_in_range(value)
    ]
    by_hand = Counter(kinds)
    assert +column.kinds == by_hand
    assert {kind: column.first_rows[kind] for kind in by_hand} == {
        kind: first_row + kinds.index(kind) for kind in by_hand
    }
    assert column.odd_dates == len(odd)
    assert not odd or column.first_odd_date == odd[0]
    assert column.empty == by_hand[EMPTY]
    assert column.filled == len(values) - by_hand[EMPTY]
    labels = {value: first_row + values.index(value) for value in dict.fromkeys(values)}
    is_few = keeps_labels and len(labels) <= MOST_LABELS and max(map(len, labels)) <= LONGEST_LABEL
    assert column.labels == (labels if is_few else None)


@many_files
@given(
    mostly=st.sampled_from([numbers, dates, almost, days, european, st.sampled_from(["yes", "no"])]),
    others=st.sampled_from([st.just(""), fields, long_ones, plain]),
    share=st.sampled_from([0, 0, 0.02, 0.3]),
    batches=st.lists(st.integers(1, 80), min_size=1, max_size=5),
    is_crowded=st.booleans(),
    chance=st.randoms(use_true_random=False),
    data=st.data(),
)
def test_a_column_is_counted_as_by_hand(
    *,
    mostly: st.SearchStrategy[str],
    others: st.SearchStrategy[str],
    share: float,
    batches: list[int],
    is_crowded: bool,
    chance: random.Random,
    data: st.DataObject,
) -> None:
    pool = data.draw(st.lists(mostly, min_size=1, max_size=40))
    odd = data.draw(st.lists(others, min_size=1, max_size=5))
    common = Common()
    if is_crowded:  # no different values are kept, as when there are too many
        common.room_for_labels = common.always_kept = 0
    column = Column("a", common)
    values: list[str] = []
    for count in batches:
        batch = [chance.choice(odd if chance.random() < share else pool) for _ in range(count)]
        column.add(tuple(batch), 2 + len(values))
        values += batch
        if chance.random() < 0.5:
            assert column.filled + column.empty == len(values)  # asking in between changes nothing
    assert_counted_as_by_hand(column, values, first_row=2, keeps_labels=not is_crowded)


@pytest.mark.parametrize(
    "batches",
    [
        [["1.5", "2.5"], ["3.5", "."]],
        [["1.5", "2.5"], [".", "3.5"]],
        [["1", "2"], ["", "3", "\n"]],
        [["2026-01-01", "2026-01-02", ""], ["2026-01-01", ""], ["", "2026-01-02"]],
        [["2026-01-01", "2026-01-02"], ["1969-12-31"], ["2026-01-01", "1960-01-01"]],
        [["2026-01-01 10:00", "2026-01-01 10:00:01"], ["2026-01-01 10:00:02", "2026-01-01T10:00"]],
        [["x"], ["", " "], [" ", ""]],
        [["", ""], [" "], ["x", "5"]],
        [["x"], ["5", "6", "two\nlines", ""]],
    ],
)
def test_a_crowded_column_is_counted_as_by_hand(batches: list[list[str]]) -> None:
    common = Common()
    common.room_for_labels = common.always_kept = 0
    column = Column("a", common)
    values: list[str] = []
    for batch in batches:
        column.add(tuple(batch), 2 + len(values))
        values += batch
    assert_counted_as_by_hand(column, values, first_row=2, keeps_labels=False)


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("12", "number"),
        (" -1.5e-7 ", "number"),
        ("+.5", "number"),
        ("5.", "number"),
        ("1,234", "number|commas|||"),
        ("12%", "number|plain|%||"),
        ("１２", "number|plain|||wide"),
        ("(1.5)", "number|plain||brackets|"),
        ("令和6年1月2日", "date|令和|"),
        ("5 May 2026", "date|D Mon YYYY|"),
        ("May 5", "text"),
        ("nan", "text"),
        ("-", "text"),
        (".", "text"),
        ("1e", "text"),
        ("1.2.3", "text"),
        ("", "empty"),
        (" \t", "empty"),
        ("2026-01-31", "YYYY-MM-DD"),
        ("2026-1-1", "YYYY-MM-DD"),
        ("2026-13-01", "text"),
        ("2026-01-32", "text"),
        ("2026/01/31 9:05", "YYYY/MM/DD hh:mm"),
        ("2026-01-31T09:05:59.123+09:00", "YYYY-MM-DDThh:mm+zone"),
        ("2026-01-31T09:05Z", "YYYY-MM-DDThh:mmZ"),
        ("2026-01-31T09:05:59", "YYYY-MM-DDThh:mm"),
        ("31/01/2026", "DD/MM/YYYY"),
        ("01/31/2026", "DD/MM/YYYY"),
        ("31/31/2026", "text"),
        ("31.1.2026", "DD.MM.YYYY"),
        ("2026年1月31日", "YYYY年MM月DD日"),
        ("12:30", "text"),
        ("2026-01", "YYYY-MM"),
        ("2026-1", "YYYY-MM"),
        ("1500-12", "text"),
        ("2026/01", "YYYY/MM"),
        ("Jan-26", "Mon-YY"),
        ("20260131", "number"),
    ],
)
def test_the_kind_of_a_field(field: str, kind: str) -> None:
    assert kind_of(field) == kind


def test_a_column_is_a_number_a_date_or_text() -> None:
    def type_of(*values: str) -> ColumnType:
        column = Column("a", Common())
        column.add(values, 2)
        return column.type

    assert type_of("1", "", "-2.5", "2") is ColumnType.NUMBER
    assert type_of("1", "", "x", "2") is ColumnType.TEXT
    assert type_of("2026-01-31", "", "2026-1-1") is ColumnType.DATE
    assert type_of("2026-01-31", "31.1.2026") is ColumnType.TEXT
    assert type_of("2026-01-31", "1969-12-31") is ColumnType.TEXT
    assert type_of("2026-01-31T10:00") is ColumnType.TEXT
    assert type_of("2026-01", "2026-1") is ColumnType.DATE
    assert type_of("2026/01") is ColumnType.TEXT
    assert type_of("1,234") is ColumnType.TEXT
    assert type_of("x", "y", "1") is ColumnType.TEXT
    assert type_of("", " ") is ColumnType.EMPTY
