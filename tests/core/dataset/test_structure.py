"""Rows that are neither names nor data are told with their place, and left out once a person says so."""

import pytest

from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.finding import OVERRULABLE, STOPS, Finding, FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import kinds, the_one

K = FindingKind


def table(*above: str, head: str = "id,price,left", count: int = 120, below: tuple[str, ...] = ()) -> str:
    """A good file between these rows."""
    return "\r\n".join([*above, head, *(data(at) for at in range(count)), *below]) + "\r\n"


def data(at: int) -> str:
    return f"A{at},{at * 7 % 120},{'yes' if at % 3 else 'no'}"


def without(*runs: tuple[int, int]) -> Repair:
    return Repair(RepairKind.ROWS, rows=runs)


def assert_good_without_these_rows(reading: Reading, checked: Checked, rows: int = 120) -> None:
    """Once what is told is left out, the file is good, and its rows keep their numbers."""
    repairs = [finding.repair for finding in reading.findings if finding.repair]
    mended = checked(reading.path, repairs=repairs)
    assert mended.findings == ()
    assert [column.name for column in mended.columns] == ["id", "price", "left"]
    assert mended.rows == rows
    assert mended.repairs == frozenset(repairs)
    left_out = {row for repair in repairs for first, last in repair.rows for row in range(first, last + 1)}
    assert left_out.isdisjoint(mended.preview_rows)
    assert mended.sha256 == reading.sha256


@pytest.mark.parametrize(
    ("above", "run"),
    [
        (["Customers 2024"], (1, 1)),
        (["Customers 2024,,"], (1, 1)),
        (["Customers, 2024"], (1, 1)),
        (["Customers, as of,"], (1, 1)),
        (["顧客一覧 2024年度", ""], (1, 2)),
        (["Customers", "exported by sales", "", ""], (1, 4)),
        (["", "Customers", ""], (1, 3)),
        (['"Customers\r\nof 2024"', ",,"], (1, 2)),
        (["Exported:,2024-05-01", "By:,sales"], (1, 2)),
        (["From north,south"], (1, 1)),
        (["# tool, v1, ok"], (1, 1)),
        (["# tool,v1,ok", "# made,by,sales"], (1, 2)),
        (["// tool,v1,ok", ""], (1, 2)),
        (["Customers", "# tool, v1, ok"], (1, 2)),
        (["Customers of May, all of them, as exported"], (1, 1)),
        (["Made by: tool,Version: 1,State: ok"], (1, 1)),
        (["2024-05-01,sales,2024"], (1, 1)),
        (["Plan,Plan,Result"], (1, 1)),
    ],
)
def test_titles_above_the_names_are_told(checked: Checked, above: list[str], run: tuple[int, int]) -> None:
    reading = checked(table(*above))
    finding = the_one(reading, K.TITLE_LINE)
    assert kinds(reading) == [K.TITLE_LINE]
    assert (finding.row, finding.count, finding.repair) == (run[0], run[1] - run[0] + 1, without(run))
    assert len(reading.columns) == 3  # the whole table is to be seen
    assert_good_without_these_rows(reading, checked)


@pytest.mark.parametrize(
    "above",
    [["120,3"], ["1,2,3"], ["n=120,n=120,n=118"], ["(n = 120)"], [",7140,"], ["120,2,class_0"], ["120,3,yes,no"]],
)
def test_counts_above_the_names_are_told(checked: Checked, above: list[str]) -> None:
    reading = checked(table(*above))
    assert kinds(reading) == [K.COUNTS_ROW]
    assert reading.findings[0].repair == without((1, 1))
    assert_good_without_these_rows(reading, checked)


def test_the_sizes_of_a_collection_are_told_and_that_names_are_missing_below(checked: Checked) -> None:
    """So scikit-learn's files begin."""
    rows = [f"{5 + at % 9 / 10},{3 + at % 7 / 10},1.4,0.{at % 3},{at % 3}" for at in range(150)]
    reading = checked("\n".join(["150,4,setosa,versicolor,virginica", *rows]))
    assert kinds(reading) == [K.COUNTS_ROW]
    mended = checked(reading.path, repairs=[reading.findings[0].repair])
    assert kinds(mended) == [K.NO_NAMES]
    assert mended.findings[0].row == 2


HEADINGS = [
    "text,number,text",
    "string,int64,category",
    "文字列,数値,文字列",
    "VARCHAR(20),DECIMAL(10,2),BOOLEAN".replace("10,2", "10"),
    "--,--,--",
    "===,=====,====",
    ":---,---:,:--:",
    "text,kg/m³,text",
    "-,mg/L,-",
    "no.,1000 yen,has left".replace("1000 ", ""),
    "番号,価格,解約",
]


@pytest.mark.parametrize("units", [",per piece,", ",EUR,", "-,[kg],", "code,(n),class", "n=120,n=120,n=118", *HEADINGS])
def test_units_or_counts_below_the_names_are_told(checked: Checked, units: str) -> None:
    reading = checked(table(head=f"id,price,left\r\n{units}"))
    finding = the_one(reading, K.UNITS_ROW)
    assert kinds(reading) == [K.UNITS_ROW]
    assert (finding.row, finding.repair) == (2, without((2, 2)))
    assert_good_without_these_rows(reading, checked)


@pytest.mark.parametrize(
    "rows",
    [
        [f"A{at},{at % 9}.5,{'yes' if at % 3 else 'no'}" for at in range(120)],
        [f"2024-{at % 12 + 1:02}-{at % 28 + 1:02},{at},{'yes' if at % 3 else 'no'}" for at in range(120)],
        [f"{at % 9},{at % 5 - 2},{at % 7}" for at in range(1, 120)],
        [f"{9 - at % 7 / 2},{at * 3 % 11 / 4}" for at in range(120)],
        [f'"{9 - at % 7},5","{at * 3 % 11},25",{"ab"[at % 2]}' for at in range(120)],
        [f"{'abc'[at % 3]},{'xy'[at % 2]},{'pqr'[at // 5 % 3]},{'uv'[at // 7 % 2]},k" for at in range(120)],
        [
            f"{['red', 'blue'][at % 2]},{['small', 'large'][at // 2 % 2]},{['yes', 'no'][at % 3 % 2]}"
            for at in range(120)
        ],
        [
            f"{['東京', '大阪'][at % 2]},{['月額', '年額'][at // 3 % 2]},{['あり', 'なし'][at % 3 % 2]}"
            for at in range(120)
        ],
        [f"C{at:04},{['free', 'gold'][at % 2]},{['yes', 'no'][at // 3 % 2]}" for at in range(120)],
        [
            f"Ms Q{'abcdefghij'[at % 10]} {'xyz' * at},{['yes', 'no'][at // 3 % 2]},yes" if at else "Ms Q,yes,yes"
            for at in range(40)
        ]
        + [f"Mr {'ab' * at},{['yes', 'no'][at % 2]},{['yes', 'no'][at // 3 % 2]}" for at in range(80)],
    ],
)
def test_a_file_without_names_is_told_and_none_are_made_up(checked: Checked, rows: list[str]) -> None:
    reading = checked("\n".join(rows))
    finding = the_one(reading, K.NO_NAMES)
    assert {K.NO_NAMES} <= set(kinds(reading)) <= {K.NO_NAMES, K.DECIMAL_COMMAS}
    assert finding.row == 1
    assert finding.values[0] == ", ".join(reading.preview[0])
    assert finding.repair is None


@pytest.mark.parametrize("piece", [100, 1 << 16])
def test_names_among_the_data_are_told_where_files_were_joined(checked: Checked, piece: int) -> None:
    joined = table() + table(count=60) + "\ufeff" + table(count=10)
    reading = checked(joined, piece=piece)
    finding = the_one(reading, K.REPEATED_NAMES)
    assert kinds(reading) == [K.REPEATED_NAMES]
    assert (finding.row, finding.count, finding.repair) == (122, 2, without((122, 122), (183, 183)))
    assert_good_without_these_rows(reading, checked, rows=190)


@pytest.mark.parametrize("piece", [5, 1 << 16])
@pytest.mark.parametrize("head", ['"item\r\ncode",price,left', 'item code,"pri\r\nce",left'])
def test_names_with_line_breaks_are_found_again(checked: Checked, head: str, piece: int) -> None:
    reading = checked(table(head=head) + table(head=head), piece=piece)
    assert the_one(reading, K.REPEATED_NAMES).row == 122


@pytest.mark.parametrize("piece", [10, 1 << 16])
def test_blank_lines_and_titles_above_names_among_the_data_go_with_them(checked: Checked, piece: int) -> None:
    reading = checked("Report\r\n" + table(count=60) + "\r\nReport\r\n\r\n" + table(count=60))
    mended = checked(reading.path, repairs=[reading.findings[0].repair], piece=piece)
    finding = the_one(mended, K.REPEATED_NAMES)
    assert kinds(mended) == [K.REPEATED_NAMES]
    assert (finding.row, finding.repair) == (63, without((63, 66)))
    assert checked(reading.path, repairs=[reading.findings[0].repair, finding.repair]).findings == ()


def test_names_with_a_mark_of_a_joined_file_are_told(checked: Checked) -> None:
    assert the_one(checked(table() + "\ufeff" + table()), K.REPEATED_NAMES).row == 122


def test_a_title_above_words_is_told_by_the_gap_below_it(checked: Checked) -> None:
    words = [f"{'ABC'[at % 3]}{at % 40},town {at % 7}" for at in range(150)]
    assert kinds(checked("\n".join(["Towns,", "", "name,town", *words]))) == [K.TITLE_LINE]


def test_names_among_the_data_are_told_of_words_too(checked: Checked) -> None:
    words = [f"{'ABC'[at % 3]}{at % 40},town {at % 7}" for at in range(150)]
    reading = checked("\n".join(["name,town", *words, "name,town", *words]))
    assert the_one(reading, K.REPEATED_NAMES).row == 152


@pytest.mark.parametrize("again", ["ID,PRICE,LEFT", "Id,Price,Left", "id, price ,left", "ID,price,Left"])
@pytest.mark.parametrize("piece", [10, 1 << 16])
def test_names_among_the_data_are_told_in_other_letters_too(checked: Checked, again: str, piece: int) -> None:
    reading = checked(table(below=(again, *map(data, range(60)))), piece=piece)
    finding = the_one(reading, K.REPEATED_NAMES)
    assert kinds(reading) == [K.REPEATED_NAMES]
    assert (finding.row, finding.count, finding.repair) == (122, 1, without((122, 122)))
    assert_good_without_these_rows(reading, checked, rows=180)


def test_words_that_are_like_the_names_in_other_letters_are_let_be(checked: Checked) -> None:
    rows = ["A,B" if at == 70 else f"{'abc'[at % 3]},{'cdb'[at % 3]}" for at in range(150)]
    assert K.REPEATED_NAMES not in kinds(checked("\n".join(["a,b", *rows])))


def test_a_row_that_is_like_the_names_by_chance_is_let_be(checked: Checked) -> None:
    for like in (0, 50, 149):
        rows = ["a,b" if at == like else f"{'abc'[at % 3]},{'cdb'[at % 3]}" for at in range(150)]
        assert checked("\n".join(["a,b", *rows])).findings == ()


@pytest.mark.parametrize(
    ("below", "run"),
    [
        (["Total,7140,"], (122, 122)),
        (["合計,7140,"], (122, 122)),
        (["", "Summe:,7140,"], (122, 123)),
        (["Subtotal,99,", "Grand total,7140,"], (122, 123)),
        (["Total,7140,yes"], (122, 122)),
        (["Total of all,7140,"], (122, 122)),
        (["Note: prices, as of May"], (122, 122)),
        (["Source: our own register"], (122, 122)),
        (["(120 rows),,"], (122, 122)),
        (["", "", "* as of May", ""], (122, 124)),
        (["Total,7140,", *[""] * 9], (122, 122)),
        (["Total,7140,", ",,", ",,"], (122, 124)),
        ([*[""] * 9, "Total,7140,"], (122, 131)),
    ],
)
def test_what_stands_below_the_data_is_told(checked: Checked, below: list[str], run: tuple[int, int]) -> None:
    reading = checked(table(below=tuple(below)))
    finding = the_one(reading, K.FOOTER)
    assert kinds(reading) == [K.FOOTER]
    assert finding.repair == without(run)
    assert_good_without_these_rows(reading, checked)


def with_rows(*extra: tuple[int, str]) -> str:
    """A good file with these rows put in before the data of that number."""
    rows = [data(at) for at in range(120)]
    for at, row in sorted(extra, reverse=True):
        rows.insert(at, row)
    return "\r\n".join(["id,price,left", *rows]) + "\r\n"


@pytest.mark.parametrize(
    ("content", "runs"),
    [
        (with_rows((40, ",,")), [(42, 42)]),
        (with_rows((40, ",,"), (40, ",,"), (90, ",,")), [(42, 43), (94, 94)]),
        (with_rows((120, ",,"), (120, ",,")), [(122, 123)]),
        (with_rows((0, ",,"), (60, '"","",""')), [(2, 2), (63, 63)]),
    ],
)
def test_rows_without_any_value_are_told(checked: Checked, content: str, runs: list[tuple[int, int]]) -> None:
    reading = checked(content)
    finding = the_one(reading, K.EMPTY_ROWS)
    assert kinds(reading) == [K.EMPTY_ROWS]
    assert (finding.row, finding.repair) == (runs[0][0], without(*runs))
    assert_good_without_these_rows(reading, checked)


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        (("Subtotal", "Subtotal"), ",99,"),
        (("Total A", "Total B"), ",99,"),
        (("小計", "小計"), ",99,"),
        (("Zwischensumme", "Zwischensumme"), ",99,no"),
        (("North Total", "South Total"), ",99,"),
    ],
)
def test_subtotals_among_the_data_are_told(checked: Checked, words: tuple[str, str], rest: str) -> None:
    reading = checked(with_rows((40, words[0] + rest), (90, words[1] + rest)))
    finding = the_one(reading, K.SUBTOTALS)
    assert kinds(reading) == [K.SUBTOTALS]
    assert (finding.row, finding.count, finding.repair) == (42, 2, without((42, 42), (93, 93)))
    assert_good_without_these_rows(reading, checked)


def test_subtotals_beside_numbers_and_a_total_below_are_told_each(checked: Checked) -> None:
    rows = [f"{at},{at % 7},{'yes' if at % 3 else 'no'}" for at in range(2000)]
    rows[1500:1500] = ["Subtotal,9,"]
    rows[700:700] = ["Subtotal,9,"]
    reading = checked("\n".join(["id,a,left", *rows, "Total,18,"]))
    assert kinds(reading) == [K.FOOTER, K.SUBTOTALS]
    assert the_one(reading, K.SUBTOTALS).repair == without((702, 702), (1503, 1503))
    assert the_one(reading, K.FOOTER).repair == without((2004, 2004))


def test_sums_without_a_word_are_told(checked: Checked) -> None:
    rows = [f"K{at},{at},{at % 7},{'yes' if at % 3 else 'no'}" for at in range(120)]
    reading = checked("\n".join(["id,a,b,left", *rows, ",7140,359,"]))
    assert the_one(reading, K.FOOTER).repair == without((122, 122))


def test_the_names_may_come_after_rows_that_are_left_out_in_all_places(checked: Checked) -> None:
    content = table("Report", "", below=("", "Total,7140,"))
    wanted = [without((1, 2)), without((60, 62)), without((124, 125))]
    reading = checked(content, repairs=wanted)
    assert reading.findings == ()
    assert reading.rows == 117
    assert reading.preview_rows == (3, *range(4, 60), *range(63, 124))
    assert reading.preview[56] == tuple(data(55).split(","))
    assert reading.preview[57] == tuple(data(59).split(","))


def test_a_row_keeps_its_number_when_others_are_left_out(checked: Checked) -> None:
    rows = [data(at) for at in range(120)]
    rows[49] = "A49,soon,yes"
    rows[99] = "A99"
    reading = checked("\n".join(["Report", "id,price,left", *rows]), repairs=[without((1, 1), (10, 12))])
    assert [(finding.kind, finding.row) for finding in reading.findings] == [(K.UNEVEN_ROW, 102), (K.MIXED_TYPES, 52)]


def test_a_person_may_send_a_file_in_spite_of_what_may_be_a_false_alarm() -> None:
    doubts = {K.TITLE_LINE, K.COUNTS_ROW, K.NO_NAMES, K.REPEATED_NAMES, K.FOOTER, K.SWALLOWED_ROWS}
    assert doubts <= OVERRULABLE <= STOPS
    assert {K.OTHER_DELIMITER, K.SEPARATOR_LINE}.isdisjoint(OVERRULABLE)  # no service reads these
    assert all(Finding(kind).stops for kind in doubts)
