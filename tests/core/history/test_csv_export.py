"""A CSV file that opens in a spreadsheet program with its letters right, and does nothing there."""

import csv
import io

import pytest

from epa_gui.core.history.csv_export import csv_pieces
from epa_gui.core.text.spreadsheet_cell import harmless
from tests.timing import assert_within


def test_it_begins_with_a_mark_and_ends_each_line_as_windows_does() -> None:
    data = "".join(csv_pieces(["No.", "What"], [["1", "学習"], ["2", "a,b"]])).encode()
    assert data == '\ufeffNo.,What\r\n1,学習\r\n2,"a,b"\r\n'.encode()


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "＝1+1", "=-1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    line = list(csv_pieces(["a"], [[cell]]))[1]
    read = next(csv.reader(io.StringIO(line, newline="")))
    assert read == [f"'{cell}"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("x;=HYPERLINK(1)", "x;'=HYPERLINK(1)"),
        ("x\t+1", "x\t'+1"),
        ("x\r\n-2+3", "x\r\n'-2+3"),
        ('x; ;"@SUM(A1)"', 'x; ;"\'@SUM(A1)"'),
        ("=1;＝2;x=3", "'=1;'＝2;x=3"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        (";", ";"),
    ],
)
def test_nor_is_it_for_a_program_that_parts_cells_by_other_signs(cell: str, written: str) -> None:
    assert harmless(cell) == written


def test_a_very_long_cell_costs_no_more_than_its_length() -> None:
    assert harmless("\n" * 200_000) == "\n" * 200_000
    assert_within(1, lambda: harmless("\n" * 200_000))


@pytest.mark.parametrize(
    "cell", ["-0.35", "+3", "1e-05", "-12", "plain", "a=b", "", "2026-11-23 00:30:00Z", "••••1f3a"]
)
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_what_no_line_can_hold_is_left_out_and_line_ends_stay_within_their_cell() -> None:
    text = "".join(csv_pieces(["a", "b"], [["x\0y", 'one\ntwo "three"']]))
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == ["xy", 'one\ntwo "three"']


def test_headings_are_made_harmless_too() -> None:
    assert next(csv_pieces(["=x"], [])) == "\ufeff'=x\r\n"
