"""What a check finds: each kind shown by a small file, with its place and its numbers."""

import codecs
import os
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from epa_gui.core.dataset.check import MOST_BYTES
from epa_gui.core.dataset.finding import STOPS, Finding, FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from tests.core.dataset.conftest import Checked, Write
from tests.core.dataset.files import kinds, rows, the_one

K = FindingKind
BOM = codecs.BOM_UTF8
UTF_8 = Repair(RepairKind.ENCODING)
ROOT = Path(__file__).resolve().parents[3]


def utf_8(text: str) -> bytes:
    """The bytes of a file that nothing is to be said of, but for its text."""
    return BOM + text.encode()


def wide(names: list[str]) -> bytes:
    """A file with these columns."""
    return utf_8(rows(200, lambda _: ",".join("1" for _ in names), ",".join(names)))


def with_row(number: int, row: str, head: str = "a,b", count: int = 200) -> bytes:
    """A good file but for the row with this number."""
    return utf_8(rows(count, lambda at: row if at == number else f"{at},{at * 2}", head))


def without(*rows: tuple[int, int]) -> Repair:
    """A copy without these rows."""
    return Repair(RepairKind.ROWS, rows=rows)


LATE = rows(1500, lambda at: f"{at},{'no' if at > 1201 else 'yes'}")
SHOWN: list[tuple[bytes, Finding]] = [
    (b"", Finding(K.EMPTY)),
    (BOM, Finding(K.EMPTY)),
    (codecs.BOM_UTF16_LE, Finding(K.EMPTY)),
    (b"\n\r\n\r", Finding(K.EMPTY)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Finding(K.A_SPREADSHEET)),
    (b"PK\x03\x04....[Content_Types].xml", Finding(K.A_SPREADSHEET)),
    (b"PK\x03\x04....data.csv", Finding(K.A_ZIP)),
    (b"\x1f\x8b\x08\x00", Finding(K.A_ZIP)),
    (b"PAR1\x15\x04", Finding(K.NOT_A_TABLE)),
    (b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(60), Finding(K.A_SHORTCUT)),
    (b"[InternetShortcut]\r\nURL=x\r\n", Finding(K.A_SHORTCUT)),
    # Bytes that are no text: in a row, within quotes, at the end, in the last of two encodings
    (with_row(50, "1,2") + b"1,\xff\n", Finding(K.DAMAGED_LETTERS, 202, 2, "b", 1, values=("utf-8-sig",))),
    (with_row(9, "1,2") + b'"two\nlines, \xff",2\n', Finding(K.DAMAGED_LETTERS, 202, 1, "a", 1, values=("utf-8-sig",))),
    (
        ("a,b\n" + "1,日\n" * 20).encode("cp932") + b"1,\x81",
        Finding(K.DAMAGED_LETTERS, 22, 2, "b", 1, values=("cp932",)),
    ),
    (
        codecs.BOM_UTF16_LE + "a,b\n1,2\n3,".encode("utf-16-le") + b"\x00\xd8\x31\x00",
        Finding(K.NOT_DECODABLE, 3, 2, "b", values=("utf-16",)),
    ),
    (("a,b\n" + "1,日本\n" * 9).encode() + b"\xff,2\n", Finding(K.DAMAGED_LETTERS, 11, 1, "a", 1, values=("utf-8",))),
    (utf_8(rows(50, str, "a")), Finding(K.ONE_COLUMN, 1, values=("",))),
    (utf_8(rows(50, str, "a;b;c")), Finding(K.ONE_COLUMN, 1, values=(";",))),
    (
        wide(["a", "b", "a"]),
        Finding(K.DUPLICATE_NAME, 1, 3, "a", values=("1", "3"), repair=Repair(RepairKind.COLUMN, 3)),
    ),
    (wide(["a", "", "b", "", ""]), Finding(K.BLANK_NAMES, 1, 4, count=3, values=("2", "4", "5"))),
    (with_row(50, "1,2,3"), Finding(K.UNEVEN_ROW, 50, 0, count=1, values=("3", "2"))),
    (with_row(50, "1"), Finding(K.UNEVEN_ROW, 50, 2, count=1, values=("1", "2"))),
    (with_row(50, ""), Finding(K.BLANK_LINES, 50, 1, count=1, repair=without((50, 50)))),
    (with_row(50, "\n\n"), Finding(K.BLANK_LINES, 50, 1, count=3, repair=without((50, 52)))),
    (with_row(201, "\n\n9"), Finding(K.BLANK_LINES, 201, 1, count=2, repair=without((201, 202)))),
    (utf_8("\n\n" + rows(200)), Finding(K.BLANK_LINES, 1, 1, count=2, repair=without((1, 2)))),
    (with_row(50, '1,"2'), Finding(K.QUOTE_NOT_CLOSED, 50, 2, "b", count=151)),
    (utf_8('"a,b\n1,2\n'), Finding(K.QUOTE_NOT_CLOSED, 1, 1, count=1)),
    (with_row(50, '1,"2' + "\n1,2" * 500_000), Finding(K.QUOTE_NOT_CLOSED, 50, 2, "b", count=262_142)),
    (with_row(50, "1," * 600_000), Finding(K.ROW_TOO_LONG, 50)),
    (b"a,b,c" * 300_000, Finding(K.ROW_TOO_LONG, 1)),
    (utf_8(rows(10)), Finding(K.TOO_FEW_ROWS, count=10, total=11)),
    (utf_8("a,b\n"), Finding(K.TOO_FEW_ROWS, count=0, total=11)),
    (utf_8("a,b"), Finding(K.TOO_FEW_ROWS, count=0, total=11)),
    (utf_8(rows(11)), Finding(K.FEW_ROWS, count=11, total=100)),
    (utf_8(rows(99)), Finding(K.FEW_ROWS, count=99, total=100)),
    (BOM + b"a,b\n" + b"1,2\n" * 1_000_001, Finding(K.MANY_ROWS, count=1_000_001, total=1_000_000)),
    (wide([f"c{n}" for n in range(201)]), Finding(K.MANY_COLUMNS, 1, count=201, total=200)),
    (wide([f"c{n}" for n in range(1000)]), Finding(K.TOO_MANY_COLUMNS, 1, count=1000, total=999)),
    (rows(200, head="a,売上").encode(), Finding(K.NO_BOM, repair=UTF_8)),
    ((rows(300) + "1,売上\n").encode(), Finding(K.LATE_LETTERS, values=("utf-8",), repair=UTF_8)),
    ((rows(300) + "1,売上\n").encode("cp932"), Finding(K.LATE_LETTERS, values=("cp932",), repair=UTF_8)),
    (rows(200).encode("utf-16"), Finding(K.UTF_16, repair=UTF_8)),
    (rows(200).encode("utf-16-le"), Finding(K.UTF_16, repair=UTF_8)),
    (rows(200).encode("utf-16-be"), Finding(K.UTF_16, repair=UTF_8)),
    (with_row(50, "1,\0"), Finding(K.NULS, 50, 2, "b", repair=Repair(RepairKind.CHARACTERS, 2))),
    (with_row(50, "1,2", head="a,b\0"), Finding(K.NULS, 1, 2, "b\0")),
    (
        utf_8(rows(200, lambda at: f"{at},{'' if at > 99 else 7}")),
        Finding(K.MOSTLY_EMPTY, column=2, name="b", count=102, total=200),
    ),
    (with_row(50, "1,see below"), Finding(K.MIXED_TYPES, 50, 2, "b", 1, 200, ("number", "see below"))),
    (
        with_row(50, "1,N/A"),
        Finding(
            K.MISSING_WORDS, 50, 2, "b", 1, 200, ("number", "N/A"), Repair(RepairKind.EMPTY_WORDS, 2, words=("N/A",))
        ),
    ),
    (
        utf_8(rows(200, lambda at: f"{at},{'-' if at % 5 else 9}")),
        Finding(K.MISSING_WORDS, 2, 2, "b", 160, 200, ("number", "-"), Repair(RepairKind.EMPTY_WORDS, 2, words=("-",))),
    ),
    (
        utf_8(rows(3000, lambda at: f"{at},{'soon' if at == 1500 else at}")),
        Finding(K.LATE_OTHER_TYPE, 1500, 2, "b", 1, 3000, ("number", "soon")),
    ),
    (
        utf_8(rows(200, lambda at: f"{at},2026-01-{at % 28 + 1:02}" if at != 40 else "1,soon")),
        Finding(K.MIXED_TYPES, 40, 2, "b", 1, 200, ("date", "soon")),
    ),
    (
        utf_8(rows(200, lambda at: f"{at},{1969 if at in {60, 70} else 1970}-01-01")),
        Finding(K.DATE_OUT_OF_RANGE, 60, 2, "b", 2, 200, ("1969-01-01",)),
    ),
    (
        utf_8(rows(2000, lambda at: f"{at},{4000 if at == 1500 else 3999 - at % 900}/1/{at % 28 + 1}")),
        Finding(K.DATE_OUT_OF_RANGE, 1500, 2, "b", 1, 2000, (f"4000/1/{1500 % 28 + 1}",)),
    ),
    (
        utf_8(rows(200, lambda at: f"{at},{'1.2.2020' if at > 198 else '2020-02-01'}")),
        Finding(K.DATE_FORMATS, 199, 2, "b", 3, 200, ("2020-02-01", "1.2.2020"), Repair(RepairKind.DATES, 2)),
    ),
    (
        utf_8(rows(200, lambda at: f"{at},2020-02-01{' 10:00' if at > 198 else ''}")),
        Finding(K.DATE_FORMATS, 199, 2, "b", 3, 200, ("2020-02-01", "2020-02-01 10:00")),
    ),
    (utf_8(LATE), Finding(K.LATE_LABELS, 1202, 2, "b", 1, 2, ("", "no"))),
]

COMPARED = frozenset(list(FindingKind)[list(FindingKind).index(FindingKind.OTHER_DATA) :])
"""These speak of the file sent last."""

ABOUT_LETTERS = {K.LETTERS_LOOK_WRONG, K.UNSURE_ENCODING, K.OTHER_ENCODING, K.LOST_LETTERS}
ABOUT_TYPES = {
    *(K.A_WEB_PAGE, K.AN_XML_SPREADSHEET, K.AN_XML_FILE, K.A_SERVER_ERROR, K.A_SYLK_FILE, K.A_TEXT_DOCUMENT),
    *(K.A_JSON_FILE, K.A_PDF, K.A_PICTURE, K.AN_EMAIL, K.A_MAC_COMPANION, K.A_CLOUD_STAND_IN, K.ONLY_NULS),
    *(K.DOUBLE_LINE_ENDS, K.END_MARK),
}
TOLD_OF_STRUCTURE = {
    K.TITLE_LINE,
    K.OTHER_DELIMITER,
    K.SEPARATOR_LINE,
    K.COUNTS_ROW,
    K.NO_NAMES,
    K.REPEATED_NAMES,
    K.FOOTER,
    K.SWALLOWED_ROWS,
    K.UNITS_ROW,
    K.EMPTY_ROWS,
    K.SUBTOTALS,
    K.STRAY_QUOTES,
    K.BACKSLASH_QUOTES,
    K.BLANKS_BETWEEN,
}
SHOWN_ELSEWHERE = COMPARED | {
    *ABOUT_LETTERS,
    *ABOUT_TYPES,
    *TOLD_OF_STRUCTURE,
    # in test_columns
    K.NUMBERS_WITH_UNITS,
    K.NUMBERS_WITH_BLANKS,
    K.DECIMAL_COMMAS,
    K.NEGATIVE_MARKS,
    K.WIDE_DIGITS,
    K.POINTS_OR_THOUSANDS,
    K.UNLISTED_DATES,
    K.DAY_AND_MONTH,
    K.TOO_MANY_CLASSES,
    K.CUT_BY_SPREADSHEET,
    # in test_one_cause
    K.DOUBLED_LETTERS,
    # in test_comparison
    K.ALL_DIFFER,
    K.EVALUATION_OF_TIME_SERIES,
    K.TARGET_NO_CLASSES,
    K.LEADING_ZEROS_GONE,
    K.DAY_ORDER_CHANGED,
    K.MAY_BE_DATES_CHANGED,
    # in test_characters
    K.COLUMNS_ALIKE,
    K.HIDDEN_IN_NAMES,
    K.BLANKS_IN_NAMES,
    K.NAMES_ALIKE,
    K.HIDDEN_IN_FIELDS,
    K.BLANKS_IN_FIELDS,
    K.HIDDEN_IN_COLUMNS,
    K.CLASSES_ALIKE,
    K.CLASSES_OTHERWISE,
    K.GROUPED_NUMBERS,
    K.ONE_CLASS,
    K.LABELS_NOT_TRAINED,
    K.NOT_THERE,
    K.MAY_NOT_READ,
    K.A_FOLDER,
    K.NOT_READ_WHOLE,
    K.CHANGED_WHILE_READ,
    K.TOO_LARGE,
    K.COLUMNS_DIFFER,
    K.SAME_FILE_TWICE,
}
WORDS_ONLY = {K.IN_USE}  # of Windows alone


@pytest.mark.parametrize(("content", "finding"), SHOWN, ids=[f"{n}-{found.kind}" for n, (_, found) in enumerate(SHOWN)])
def test_a_finding_says_what_and_where(checked: Checked, content: bytes, finding: Finding) -> None:
    assert the_one(checked(content), finding.kind) == finding


def test_every_kind_of_finding_is_shown() -> None:
    assert {finding.kind for _, finding in SHOWN} | SHOWN_ELSEWHERE | WORDS_ONLY == set(FindingKind)


@pytest.mark.parametrize("content", [content for content, _ in SHOWN if len(content) < 100_000])
def test_small_pieces_change_nothing(checked: Checked, write: Write, content: bytes) -> None:
    path = write(content)
    assert replace(checked(path, piece=7), done=0) == replace(checked(path), done=0)


@pytest.mark.parametrize(
    "content",
    [
        utf_8(rows(100)),
        utf_8(rows(100)).rstrip(b"\n"),
        utf_8(rows(100)) + b"\n\n\r\n",
        utf_8(rows(100)).replace(b"\n", b"\r"),
        utf_8(rows(100)).replace(b"\n", b"\r\n"),
        utf_8(rows(100)).replace(b",", b"\t"),
        rows(100).encode(),
        rows(100, head="売上,数").encode("cp932"),
        utf_8(rows(100, lambda at: f'"{at}, ""so""\n","x{at}"')),
        utf_8(rows(100, lambda at: f'{at},5" pipe {at}')),
        utf_8(rows(100, head="売上 📦,")),
        utf_8(rows(100, head='"a\t\tb",c')),
        utf_8(rows(100, lambda at: f"{at}\t{at}", head="Price, yen\tb")),
        wide([f"c{n}" for n in range(200)]),
    ],
)  # fmt: skip
def test_a_good_file_is_let_be(checked: Checked, content: bytes) -> None:
    reading = checked(content)
    assert reading.findings == ()
    assert reading.is_whole
    assert reading.rows in {100, 200}


@pytest.mark.parametrize("name", ["customer_churn_train.csv", "customer_churn_eval.csv", "store_sales.csv"])
def test_the_sample_files_are_good(checked: Checked, name: str) -> None:
    reading = checked(ROOT / "resources/samples" / name)
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("what", "make"),
    [
        ("names and addresses", lambda at: f"{at},Ana {at % 37},{at % 90 + 1} Main Street,{at % 5 + 1}"),
        ("codes", lambda at: f"{at},C{at:05},{at % 89:02}{chr(65 + at % 9)},{at / 7:.4f}"),
        ("telephone numbers", lambda at: f"{at},03-{at % 9999:04}-{at * 7 % 9999:04},100-{at % 9999:04},{at / 3e7}"),
        ("times", lambda at: f"{at},{at % 24:02}:{at % 60:02},2026-01-{at % 28 + 1:02} 08:00:00,-{at}.5"),
        ("comments", lambda at: f'{at},"Well, {at} of them\nwere ""fine""",{"yes" if at % 2 else "no"},'),
        ("towns", lambda at: f"{at},Town {at // 100},{at % 3},x"),
    ],
)
def test_ordinary_data_raise_no_false_alarm(checked: Checked, what: str, make: object) -> None:
    content = rows(3000, make, "id,first,second,third")  # type: ignore[arg-type]
    assert [kind for kind in kinds(checked(content)) if kind is not K.MOSTLY_EMPTY] == []


def test_an_evaluation_file_may_be_short_but_not_empty(checked: Checked) -> None:
    assert checked(rows(1), is_training=False).findings == ()
    assert kinds(checked("a,b\n", is_training=False)) == [K.EMPTY]


def test_late_classes_are_judged_for_the_target_alone_once_it_is_known(checked: Checked) -> None:
    assert kinds(checked(LATE, target="a")) == []
    finding = the_one(checked(LATE, target="b"), K.LATE_LABELS)
    assert finding.values == ("target", "no")


def test_many_classes_that_come_late_are_told_of_the_target_only(checked: Checked) -> None:
    many = rows(3000, lambda at: f"{at},town {at // 100}")
    assert kinds(checked(many)) == []
    assert the_one(checked(many, target="b"), K.LATE_LABELS).count == 20


def test_stops_come_before_advice(checked: Checked) -> None:
    found = kinds(checked("a,a\n" + "1,N/A\n1,2,3\n" + "1,2\n" * 20))
    assert len(found) > 3
    assert sorted(found, key=lambda kind: kind not in STOPS) == found


def test_a_file_that_is_not_there(checked: Checked, tmp_path: Path) -> None:
    assert kinds(checked(tmp_path / "gone.csv")) == [K.NOT_THERE]
    (tmp_path / "file").touch()
    assert kinds(checked(tmp_path / "file" / "below.csv")) == [K.NOT_THERE]
    assert kinds(checked(Path("no\0name"))) == [K.NOT_THERE]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_a_link_to_nothing_is_not_there(checked: Checked, tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to(tmp_path / "gone.csv")
    assert kinds(checked(tmp_path / "broken")) == [K.NOT_THERE]


def test_a_folder_is_told_from_a_file(checked: Checked, tmp_path: Path) -> None:
    assert kinds(checked(tmp_path)) == [K.A_FOLDER]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes or devices among its files")
def test_a_pipe_or_a_device_does_not_hold_the_check_up(checked: Checked, tmp_path: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
    assert kinds(checked(tmp_path / "pipe")) == [K.NOT_A_TABLE]
    assert kinds(checked(Path("/dev/zero"))) == [K.NOT_A_TABLE]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_a_link_to_a_file_is_followed(checked: Checked, write: Write, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(write(rows(100)))
    assert checked(tmp_path / "link").findings == ()


def test_a_real_spreadsheet_and_a_real_zip(checked: Checked, tmp_path: Path) -> None:
    for inside, kind in (("xl/workbook.xml", K.A_SPREADSHEET), ("data.csv", K.A_ZIP)):
        with zipfile.ZipFile(tmp_path / "file", "w") as archive:
            archive.writestr(inside, rows(100))
        assert kinds(checked(tmp_path / "file")) == [kind]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' C library would write 5 GB of zeros")
def test_a_file_of_over_5_gb_is_not_read_to_its_end(checked: Checked, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(utf_8(rows(50_000)))
        file.truncate(MOST_BYTES + 1)
    reading = checked(path)
    assert kinds(reading) == [K.TOO_LARGE]
    assert not reading.is_whole
    assert reading.done < 1 << 20
    assert len(reading.preview) == 501
