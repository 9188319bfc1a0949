"""A table of any size: every row is found, read, sorted and searched as people would by hand."""

import csv
import io
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epa_gui.core.results import row_finder, row_table
from epa_gui.core.results.row_order import matching_rows, next_match, number_in, sorted_rows
from epa_gui.core.results.row_table import NoRoomError, RowTable, TableTooLargeError, clear_leftovers, opened_copy
from tests.timing import assert_within, assert_within_times


class InPieces(io.BytesIO):
    """Gives a few bytes at a time, so that every line end falls between two pieces once."""

    def __init__(self, content: bytes, most: int) -> None:
        super().__init__(content)
        self._most = most

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self._most if size is None or size < 0 else min(size, self._most))


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Callable[..., RowTable]]:
    """Reads bytes to their end."""
    tables: list[RowTable] = []

    def read(content: bytes, most: int = 1 << 20, *, is_tab_separated: bool = False) -> RowTable:
        tables.append(RowTable(InPieces(content, most), tmp_path / "tables", is_tab_separated=is_tab_separated))
        for _ in tables[-1].index():
            pass
        return tables[-1]

    yield read
    for each in tables:
        each.close()


def quiet(_done: int, _count: int) -> None:
    """Nobody is told how far it is."""


def everything(table: RowTable) -> list[tuple[str, ...]]:
    return [table.columns, *table.rows(0, table.row_count + 10)]


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_quoted_line_ends_are_part_of_their_field(table: Callable[..., RowTable], piece: int, end: str) -> None:
    text = f'a,b{end}1,"two{end}lines"{end}"3 ""x""","4{end}{end}5"{end}6,7'
    assert everything(table(text.encode(), piece)) == [
        ("a", "b"),
        ("1", f"two{end}lines"),
        ('3 "x"', f"4{end}{end}5"),
        ("6", "7"),
    ]


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(st.lists(st.text('ab",\n\r é表ソ', max_size=5), min_size=2, max_size=3), min_size=1, max_size=8),
    piece=st.integers(1, 40),
    has_all_quoted=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_a_csv_writer_wrote_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], piece: int, has_all_quoted: bool, encoding: str
) -> None:
    text = io.StringIO(newline="")
    if has_all_quoted:
        csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    else:
        csv.writer(text).writerows(rows)
    read = RowTable(InPieces(text.getvalue().encode(encoding), piece), tmp_path_factory.getbasetemp() / "tables")
    try:
        assert list(read.index())
        assert everything(read) == [tuple(row) for row in rows]
    finally:
        read.close()


@pytest.mark.parametrize("piece", [5, 1000])
def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest(
    table: Callable[..., RowTable], piece: int
) -> None:
    read = table(b'a,b\n1,"open\n2,x\n3,y\n', piece)
    assert read.row_count == 3
    assert read.rows(1, 2) == [("2", "x"), ("3", "y")]


def test_not_even_in_a_large_table(table: Callable[..., RowTable], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_finder, "_LONGEST_QUOTED", 1000)
    read = table(b'a,b\n1,"open\n' + b"2,x\n3,y\n" * 5000 + b'4,"open too\n5,z\n', 300)
    assert read.row_count == 10_003
    assert read.rows(10_001, 2) == [("4", "open too"), ("5", "z")]
    assert read.rows(9_999, 2) == [("2", "x"), ("3", "y")]


def test_a_quotation_mark_within_a_field_is_a_letter(table: Callable[..., RowTable]) -> None:
    assert everything(table(b'a,b\n5" disk,1\n3,4\n'))[1:] == [('5" disk', "1"), ("3", "4")]


@pytest.mark.parametrize(
    ("content", "encoding", "city"),
    [
        ("\ufeff都市,数\n表示,1\n".encode(), "utf-8", "表示"),
        ("都市,数\n表示,1\n".encode(), "utf-8", "表示"),
        ("都市,数\n表示,1\n".encode("cp932"), "cp932", "表示"),
        ("都市,数\n表示,1\n".encode("utf-16"), "utf-8", "表示"),
        ("\ufeff都市,数\n表示,1\n".encode("utf-16-be"), "utf-8", "表示"),
        (b"city,n\n\x81 \x81,1\n", "utf-8", "� �"),
    ],
)
@pytest.mark.parametrize("piece", [1 << 20, 64])
def test_the_encoding_is_found(
    table: Callable[..., RowTable], content: bytes, encoding: str, city: str, piece: int
) -> None:
    read = table(content, piece)
    assert (read.encoding, read.rows(0, 1)[0][0]) == (encoding, city)


def test_the_encoding_is_found_where_the_first_japanese_letter_comes_late(table: Callable[..., RowTable]) -> None:
    read = table(b"city,n\n" + b"abc,1\n" * 400_000 + "表ソ能,2\n".encode("cp932"))
    assert read.rows(read.row_count - 2, 2) == [("abc", "1"), ("表ソ能", "2")]


@pytest.mark.parametrize(("heading", "delimiter"), [("a\tb", "\t"), ("a;b", ";"), ('"x,y";b', ";"), ("a,b|c,d", ",")])
def test_the_delimiter_is_found(table: Callable[..., RowTable], heading: str, delimiter: str) -> None:
    assert table(f"{heading}\n1\n".encode()).delimiter == delimiter


def test_rows_keep_the_fields_they_have(table: Callable[..., RowTable]) -> None:
    assert everything(table(b"a,b\n1\n\n1,2,3\nn\0l,2\n\n\r\n")) == [
        ("a", "b"),
        ("1",),
        ("",),
        ("1", "2", "3"),
        ("n\0l", "2"),
    ]


@pytest.mark.parametrize(("content", "columns"), [(b"", ()), (b"\xef\xbb\xbf", ()), (b"a,b", ("a", "b"))])
def test_a_table_without_rows_has_none(
    table: Callable[..., RowTable], content: bytes, columns: tuple[str, ...]
) -> None:
    read = table(content)
    assert (read.row_count, read.columns, read.rows(0, 5), read.is_complete) == (0, columns, [], True)


def test_a_giant_field_is_shown_as_far_as_a_row_is(table: Callable[..., RowTable]) -> None:
    read = table(b"a,b\n1," + b"x" * 5_000_000 + b"\n2,y\n")
    (_, giant), last = read.rows(0, 2)
    assert (len(giant), last) == (row_table.LONGEST_ROW - 2, ("2", "y"))


def test_a_page_of_giant_rows_takes_bounded_memory(table: Callable[..., RowTable]) -> None:
    read = table(b"a\n" + (b"x" * 500_000 + b"\n") * 60)
    assert sum(len(row[0]) for row in read.rows(0, 60)) <= 1 << 24


def test_the_first_rows_are_there_while_others_are_still_looked_for(tmp_path: Path) -> None:
    read = RowTable(InPieces(b"a,b\n" + b"1,2\n" * 100_000, 4096), tmp_path)
    steps = read.index()
    next(steps)
    assert not read.is_complete
    assert 900 < read.row_count < 1100
    assert read.rows(900, 1) == [("1", "2")]
    for _ in steps:
        pass
    assert (read.row_count, read.is_complete) == (100_000, True)
    read.close()


def test_a_row_that_is_not_whole_yet_is_not_shown(tmp_path: Path) -> None:
    read = RowTable(InPieces(b'a,b\n1,"two\nlines"\n', 10), tmp_path)
    steps = read.index()
    next(steps)
    assert read.row_count == 0
    assert len(list(steps)) > 1
    assert read.rows(0, 9) == [("1", "two\nlines")]
    read.close()


def test_what_is_too_large_is_said(tmp_path: Path) -> None:
    read = RowTable(io.BytesIO(b"a,b\n" * 1000), tmp_path, most=3999)
    with pytest.raises(TableTooLargeError):
        list(read.index())
    read.close()


def test_a_disk_without_room_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type(shutil.disk_usage(tmp_path))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100 << 30, 99 << 30, (1 << 30) + 3))
    read = RowTable(io.BytesIO(b"a,b\n"), tmp_path)
    with pytest.raises(NoRoomError):
        list(read.index())
    read.close()


def test_the_temporary_file_is_private_and_goes(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    read = RowTable(io.BytesIO(b"a,b\n1,2\n"), folder)
    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o777 == 0o700
        assert os.fstat(read._file.fileno()).st_mode & 0o777 == 0o600
    list(read.index())
    assert read.rows(0, 1) == [("1", "2")]
    read.close()
    assert not list(folder.iterdir())


def test_what_a_killed_program_left_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    for name in ("epa-table-12-0.tmp", "mine.tmp", "epa-table.csv"):
        (tmp_path / name).write_bytes(b"x")
    opened = opened_copy(tmp_path, "metrics.csv")
    opened.parent.mkdir()
    opened.write_bytes(b"x")
    assert opened_copy(tmp_path, "metrics.csv").parent != opened.parent
    clear_leftovers(tmp_path)
    clear_leftovers(tmp_path / "nowhere")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["epa-table.csv", "mine.tmp"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), (" -2.5e3 ", -2500), ("86.55%", 86.55), ("1,234", 1234), ("nan", None), ("1_0", None), ("", None)],
)
def test_what_is_a_number(text: str, number: float | None) -> None:
    assert number_in(text) == number


@pytest.fixture
def mixed(table: Callable[..., RowTable]) -> RowTable:
    return table(b"n,t\n10,b\n9,A\n,c\nx,a\n-1,\n9,b\n1e1,B\n")


@pytest.mark.parametrize(
    ("column", "is_descending", "order"),
    [
        (0, False, [4, 1, 5, 0, 6, 3, 2]),
        (0, True, [3, 0, 6, 1, 5, 4, 2]),
        (1, False, [1, 3, 0, 5, 6, 2, 4]),
        (1, True, [2, 0, 5, 6, 1, 3, 4]),
        (7, False, [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_numbers_sort_by_value_and_empty_fields_are_last(
    mixed: RowTable, column: int, is_descending: bool, order: list[int]
) -> None:
    assert list(sorted_rows(mixed, column, quiet, is_descending=is_descending)) == order


def test_only_the_rows_asked_for_are_sorted(mixed: RowTable) -> None:
    assert list(sorted_rows(mixed, 0, quiet, rows=[0, 2, 4, 5])) == [4, 5, 0, 2]


def test_sorting_many_rows_agrees_with_python(table: Callable[..., RowTable]) -> None:
    chance = random.Random(4)
    values = [f"{chance.randrange(5000) / 10}" for _ in range(45_000)]
    words = [f'"w, {chance.randrange(300)}"' for _ in values]
    read = table(("n,w\n" + "".join(f"{n},{w}\n" for n, w in zip(values, words, strict=True))).encode())
    expected = sorted(range(len(values)), key=lambda row: float(values[row]))
    assert list(sorted_rows(read, 0, quiet)) == expected
    expected = sorted(range(len(values)), key=lambda row: words[row], reverse=True)
    assert list(sorted_rows(read, 1, quiet, is_descending=True)) == expected


def test_sorting_tells_how_far_it_is_and_can_be_given_up(table: Callable[..., RowTable]) -> None:
    read = table(b"n\n" + b"1\n" * 45_000)
    told: list[tuple[int, int]] = []
    sorted_rows(read, 0, lambda done, count: told.append((done, count)))
    assert told == sorted(told)
    assert told[-1] == (90_000, 90_000)

    def give_up(done: int, _: int) -> None:
        if done > 20_000:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        sorted_rows(read, 0, give_up)


@pytest.mark.parametrize(
    ("text", "column", "is_whole", "rows"),
    [
        ("b", None, False, [0, 5, 6]),
        ("B", 1, True, [0, 5, 6]),
        ("1", 0, False, [0, 4, 6]),
        ("10", 0, True, [0]),
        ("10,b", None, False, []),
        ("", 1, True, [4]),
        ("nothing", None, False, []),
    ],
)
def test_filtering_looks_into_fields(
    mixed: RowTable, text: str, column: int | None, is_whole: bool, rows: list[int]
) -> None:
    assert list(matching_rows(mixed, text, quiet, column=column, is_whole=is_whole)) == rows
    assert list(matching_rows(mixed, text, quiet, column=column, is_whole=is_whole, rows=range(7))) == rows


def test_a_quoted_field_is_found_by_what_it_says(table: Callable[..., RowTable]) -> None:
    read = table('a\n"5"" disk"\n"Straße"\n'.encode())
    assert list(matching_rows(read, '5" d', quiet)) == [0]
    assert list(matching_rows(read, "STRASSE", quiet)) == [1]


@pytest.mark.parametrize(
    ("start", "is_backward", "found"),
    [(0, False, 399), (400, False, 900), (901, False, 399), (399, True, 399), (398, True, 900)],
)
def test_find_goes_on_and_round(table: Callable[..., RowTable], start: int, is_backward: bool, found: int) -> None:
    rows = ["x"] * 1000
    rows[399] = rows[900] = "here"
    read = table(("a\n" + "\n".join(rows)).encode())
    assert next_match(read, "HERE", quiet, order=None, start=start, is_backward=is_backward) == found
    assert next_match(read, "nowhere", quiet, order=None, start=start, is_backward=is_backward) is None


def test_find_goes_by_what_is_shown(mixed: RowTable) -> None:
    assert next_match(mixed, "b", quiet, order=[6, 4, 0], start=1) == 2
    assert next_match(mixed, "b", quiet, order=[], start=0) is None


def test_a_hundred_thousand_rows_are_ready_before_csv_has_read_them_twice(table: Callable[..., RowTable]) -> None:
    chance = random.Random(2)
    content = b"".join(b"%d,%d,some text,%.4f\n" % (row, row % 7, chance.random()) for row in range(100_000))

    def read_plainly() -> None:
        assert sum(1 for _ in csv.reader(io.TextIOWrapper(io.BytesIO(content), "utf-8", newline=""))) == 100_000

    assert_within_times(2, lambda: table(content), read_plainly)
    read = table(content)

    def look_everywhere() -> None:
        for first in range(0, 90_000, 1000):
            assert read.rows(first, 200)[0][0] == str(first + 1)

    assert_within(90 * 0.02, look_everywhere)


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [b"1,2", b"1", b""])
def test_a_million_blank_lines_at_the_end_are_no_rows_and_take_no_time(
    table: Callable[..., RowTable], line_end: bytes, last: bytes
) -> None:
    filled_content = b"a,b" + line_end + (b"1,2" + line_end) * 1_000_000
    blank_content = b"a,b" + line_end + last + line_end * 1_000_000
    assert_within_times(2, lambda: table(blank_content), lambda: table(filled_content))
    assert table(filled_content).row_count == 1_000_000
    read = table(blank_content)
    assert read.row_count == bool(last)
    assert read.rows(0, 5) == ([tuple(last.decode().split(","))] if last else [])
