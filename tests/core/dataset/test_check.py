"""A check tells soon and often what it knows, can be stopped, and notices a file that changes under it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from epa_gui.core.dataset.check import Reading, check
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.source import PIECE
from epa_gui.core.jobs.profile import ColumnType
from tests.core.dataset.conftest import Checked, Write
from tests.core.dataset.files import kinds, rows
from tests.timing import assert_within

K = FindingKind


class Hurried:
    """A clock by which telling takes no time, and reading a piece takes seconds."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> float:
        self.asked += 1
        return float((self.asked - 1) // 3)  # when to tell is asked, then how long it took


def readings(path: Path, piece: int = 1000) -> Iterator[Reading]:
    """What is told after every piece."""
    return check(path, clock=Hurried(), piece=piece)


def test_what_is_known_grows_until_it_is_all(write: Write) -> None:
    path = write(rows(2000))
    told = list(readings(path))
    assert len(told) > 5
    assert [reading.rows for reading in told] == sorted(reading.rows for reading in told)
    assert [reading.is_over for reading in told] == [False] * (len(told) - 1) + [True]
    assert told[-1].done == told[-1].size == path.stat().st_size
    assert told[-1].rows == 2000


def test_counts_are_shown_while_reading(write: Write) -> None:
    first = next(readings(write(rows(2000, lambda at: f"{at}," if at % 3 else f"{at},x"))))
    assert 500 <= first.rows < 2000
    assert K.MOSTLY_EMPTY in kinds(first)
    assert not first.is_over


def test_the_columns_are_told_with_their_types_and_classes(checked: Checked) -> None:
    reading = checked(rows(200, lambda at: f"{at},{'yes' if at % 2 else 'no'},2026-01-02,,{at % 3}", "a,b,c,d,e"))
    assert [(column.name, column.type, column.empty, column.labels) for column in reading.columns] == [
        ("a", ColumnType.NUMBER, 0, ()),
        ("b", ColumnType.TEXT, 0, ("no", "yes")),
        ("c", ColumnType.DATE, 0, ()),
        ("d", ColumnType.EMPTY, 200, ()),
        ("e", ColumnType.NUMBER, 0, ("2", "0", "1")),
    ]


def test_the_preview_is_the_names_and_the_first_500_rows(checked: Checked) -> None:
    preview = checked(rows(2000)).preview
    assert len(preview) == 501
    assert preview[0] == ("a", "b")
    assert preview[500] == ("501", "x4")


def test_long_fields_are_shortened_for_the_preview_alone(checked: Checked) -> None:
    reading = checked(rows(100, lambda at: f"{at},{'x' * 5000}"))
    assert {len(row[1]) for row in reading.preview[1:]} == {200}
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8-sig", Encoding.UTF_8_BOM),
        ("utf-8", Encoding.UTF_8),
        ("cp932", Encoding.SHIFT_JIS),
        ("shift_jis", Encoding.SHIFT_JIS),
        ("utf-16", Encoding.UTF_16),
        ("utf-16-le", Encoding.UTF_16_LE),
        ("utf-16-be", Encoding.UTF_16_BE),
    ],
)
@pytest.mark.parametrize("piece", [1, 2, 3, 1 << 16])
@pytest.mark.parametrize("first", [2, 300], ids=["early", "late"])
def test_the_encoding_is_recognised(checked: Checked, codec: str, encoding: Encoding, piece: int, first: int) -> None:
    content = rows(400, lambda at: f"{at},{'売上表ソ' if at >= first else 'sales'}")
    reading = checked(content, codec, piece=piece)
    assert reading.encoding is encoding
    assert reading.preview[-1][1] == "売上表ソ"
    assert reading.rows == 400


def test_plain_letters_need_no_encoding(checked: Checked) -> None:
    assert checked(rows(100), "ascii").encoding is Encoding.ASCII


def test_shift_jis_that_looked_like_utf_8_at_first_is_read_again(checked: Checked) -> None:
    looks_like_utf_8 = b"1,\xc2\xb1\n"  # two half-width letters
    reading = checked(b"a,b\n" + looks_like_utf_8 * 200 + "2,表\n".encode("cp932"), piece=100)
    assert reading.encoding is Encoding.SHIFT_JIS
    assert reading.rows == 201
    assert reading.preview[1] == ("1", "ﾂｱ")


def test_a_western_file_is_not_taken_for_shift_jis(checked: Checked) -> None:
    for letters in ("café,1", "a\xa0b,1", "ÿ,1"):
        reading = checked((rows(50) + letters + "\n").encode("latin-1"))
        assert reading.stops
        assert reading.encoding is not Encoding.SHIFT_JIS


def test_it_stops_when_told_to_and_says_what_it_knows(write: Write) -> None:
    pieces = 0

    def is_stopped() -> bool:
        nonlocal pieces
        pieces += 1
        return pieces > 10

    *_, last = check(write(rows(2000)), is_stopped=is_stopped, piece=1000)
    assert last.is_over
    assert not last.is_whole
    assert last.sha256 == ""
    assert last.done == 11_000
    assert 0 < last.rows < 2000
    assert last.findings == ()


@pytest.mark.parametrize("content", [b"\n" * 3_000_000, b"a,b\n" + b"\n" * 3_000_000, b'"' + b"x\n" * 1_000_000])
def test_it_can_be_stopped_wherever_it_is(write: Write, content: bytes) -> None:
    (last,) = check(write(content), is_stopped=lambda: True)
    assert last.is_over
    assert last.done == PIECE


@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("many rows", b"a,b\n" + b"1,2\n" * 50),
        ("a first row without an end", b"a,b,c" * 1_000_000),
        ("a first field without an end", b"x" * 5_000_000),
        ("a quote without an end", b'"' + b"a,b\n" * 1_000_000),
        ("very long rows", b"a,b\n" + (b"1," + b"x" * 900_000 + b"\n") * 10),
        ("very wide rows", b"c," * 9999 + b"c\n" + (b"1," * 9999 + b"1\n") * 10),
        ("blank lines", b"\n" * 5_000_000),
        ("blank lines below the names", b"a,b\n" + b"\n" * 5_000_000),
    ],
)
def test_the_first_reading_comes_soon_however_large_the_file(write: Write, what: str, content: bytes) -> None:
    path = write(content)
    os.truncate(path, 64 << 20 if sys.platform == "win32" else 4 << 30)  # Windows' C library writes every zero
    assert_within(0.3, lambda: next(check(path)))
    assert next(check(path)).done < 3 << 20


# A file that changes


@contextmanager
def another_time(path: Path) -> Iterator[None]:
    """What is written within is surely later than before, even by a coarse clock."""
    before = path.stat().st_mtime_ns
    yield
    if path.exists():
        os.utime(path, ns=(before + 10**9, before + 10**9))


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"9,x\n" * 1000)


def shrink(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 + 1)


def overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(-4, os.SEEK_END)
        file.write(b"9,y\n")


def replace_it(path: Path) -> None:
    path.with_suffix(".new").write_bytes(path.read_bytes())
    path.with_suffix(".new").replace(path)


under_the_hands = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody take away an open file")


@pytest.mark.parametrize(
    "change",
    [
        grow,
        shrink,
        overwrite,
        pytest.param(replace_it, marks=under_the_hands),
        pytest.param(Path.unlink, marks=under_the_hands),
    ],
)
@pytest.mark.parametrize("codec", ["utf-8-sig", "cp932", "utf-16"])
def test_a_file_that_changes_while_it_is_read_is_not_sent(write: Write, change: object, codec: str) -> None:
    path = write(rows(2000, lambda at: f"{at},売上"), encoding=codec)
    under_way = readings(path)
    next(under_way)
    with another_time(path):
        change(path)  # type: ignore[operator]
    *_, last = under_way
    assert K.CHANGED_WHILE_READ in kinds(last)
    assert last.stops
    assert not last.is_whole
    assert last.sha256 == ""


def test_a_file_that_grows_without_end_is_not_read_without_end(write: Write) -> None:
    path = write(rows(2000))
    size = path.stat().st_size
    told = []
    for reading in readings(path):
        told.append(reading)
        grow(path)
    assert told[-1].is_over
    assert told[-1].done <= size + 1000


def test_a_failure_to_read_on_is_told(checked: Checked) -> None:
    unreadable = Path("/sys/class/net/lo/speed")  # opens, has a size, and cannot be read
    if not unreadable.exists():
        pytest.skip("this system has no file that opens but cannot be read")
    reading = checked(unreadable)
    assert kinds(reading) == [K.NOT_READ_WHOLE]
    assert reading.findings[0].values[0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps such rights elsewhere")
def test_a_file_that_may_not_be_read(write: Write, checked: Checked) -> None:
    path = write(rows(100))
    path.chmod(0)
    with as_nobody():
        reading = checked(path)
    assert kinds(reading) == [K.MAY_NOT_READ]
    assert reading.findings[0].values[0]


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may read everything."""
    if sys.platform == "win32":
        yield
    else:
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(65534)
        try:
            yield
        finally:
            if is_root:
                os.seteuid(0)


NO_QUOTES = pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no quotation marks in names")


@pytest.mark.parametrize(
    "name", ["売上 データ.csv", "📦🚀.csv", "ソ表.tsv", pytest.param('it\'s 100% "so".csv', marks=NO_QUOTES)]
)
def test_names_may_be_in_any_script(write: Write, checked: Checked, name: str) -> None:
    reading = checked(write(rows(100), name))
    assert reading.findings == ()
    assert reading.path.name == name
