"""Files as people have them, of many kinds: nobody doubts their delimiter, their quotes, their names or their last row.

Also: whatever the rows, those that are left out are gone, and all others are read as ever.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from epa_gui.core.dataset.check import check
from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import kinds

K = FindingKind
DOUBTS = {
    K.ONE_COLUMN,
    K.TITLE_LINE,
    K.UNEVEN_ROW,
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
Row = Callable[[int], str]

ORDINARY: dict[str, tuple[str, Row]] = {
    "customers": ("id,plan,price,left", lambda n: f"C{n:04},{'ABC'[n % 3]},{n % 97 / 4},{'yes' if n % 3 else 'no'}"),
    "numbers only": ("width,height,weight", lambda n: f"{n % 7},{n % 5 / 3},{n * n % 91}"),
    "years for names": ("2019,2020,2021", lambda n: f"{n * 7 % 83},{n * 5 % 79},{n * 3 % 97}"),
    "years for names beside a shop": ("shop,2019,2020,2021", lambda n: f"S{n},{n * 7 % 83},{n * 5 % 79},{n % 97}"),
    "years for names above years": (
        "2019,2020,2021",
        lambda n: f"{1990 + n % 40},{2000 + n % 25},{2010 + n % 9}",
    ),
    "months for names": ("shop,2024-01,2024-02", lambda n: f"S{n},{n % 83},{n % 79}"),
    "days for names": ("shop,2024-01-01,2024-01-02", lambda n: f"S{n},{n % 83},{n % 79}"),
    "indices for names": ("0,1,2,3,4", lambda n: f"{n % 5},{n % 7},{n % 3},{n % 11},{n % 2}"),
    "indices and a word for names": ("0,1,2,label", lambda n: f"{n % 5},{n % 7},{n % 3},{'ab'[n % 2]}"),
    "wavelengths for names": ("400.5,401.0,401.5", lambda n: f"{n % 7 / 9:.3f},{n % 5 / 9:.3f},{n % 11 / 9:.3f}"),
    "shares for names": ("0.1,0.5,0.9", lambda n: f"{n % 7 / 9:.3f},{n % 5 / 9:.3f},{n % 11 / 9:.3f}"),
    "doses for names": ("gene,0.1,0.5,5", lambda n: f"g{n},{n % 7 / 2:.3f},{n % 5:.3f},{n % 11:.3f}"),
    "falling steps for names": ("3.0,2.0,1.0,0.0", lambda n: f"{n % 4}.5,{n % 3}.5,{n % 5}.5,{n % 2}.5"),
    "short names": ("x,y", lambda n: f"{n},{n % 9}"),
    "letters": ("a,b", lambda n: f"{'abcd'[n % 4]},{'abc'[n // 4 % 3]}"),
    "more letters": ("a,b,c", lambda n: f"{'abcd'[n % 4]},{'bcd'[n // 4 % 3]},{'cde'[n // 9 % 3]}"),
    "words only": ("name,town,plan", lambda n: f"Name {n % 90},Town {n % 11},{'gold' if n % 3 else 'free'}"),
    "yes and no": ("smokes,drinks,drives", lambda n: f"{'yes' if n % 2 else 'no'},{'yes' if n % 3 else 'no'},no"),
    "names like values": ("yes,no,maybe", lambda n: f"{n % 7},{n % 5},{n % 3}"),
    "Japanese": ("顧客番号,契約,解約", lambda n: f"{n:05},{'月額' if n % 2 else '年額'},{'あり' if n % 3 else 'なし'}"),
    "Japanese amounts": ("日付,売上（円）,合計", lambda n: f"2024/{n % 12 + 1}/{n % 28 + 1},{n * 100},{n * 110}"),
    "Japanese with blanks": ("氏名,備考", lambda n: f"山田　太郎{n},特になし、以上"),
    "a column of totals": ("item,Total,Sum", lambda n: f"I{n},{n * 3},{n * 7}"),
    "kinds that are called total": ("id,kind,value", lambda n: f"{n},{('Total', 'Part', 'Sum')[n % 3]},{n % 50}"),
    "a last row of kind total": ("id,kind,value", lambda n: f"{n},{'Total' if n % 7 == 5 else 'Part'},{n % 50}"),
    "sums by kind": ("kind,value", lambda n: f"{'Total' if n % 3 == 0 else 'Part'},{n}"),
    "places for names": ("900.5,100.25,500.75", lambda n: f"{n % 7}.5,{n % 5}.25,{n % 3}.75"),
    "commas without quotes": ("id,a,b", lambda n: f"{n},a;b;c{n},{n % 2}"),
    "halves": ("id,a;b", lambda n: f"{n},5;x"),
    "insurance words": ("id,cover,loss", lambda n: f"{n},{'total' if n % 4 == 3 else 'partial'},{n % 13 * 100}"),
    "Japanese kinds that are called total": ("番号,区分,値", lambda n: f"{n},{'合計' if n % 3 == 2 else '単品'},{n}"),
    "names with counts": ("n=120,n=80", lambda n: f"{n % 7},{n % 5}"),
    "names with units": ("id,weight (kg),height [cm],share %", lambda n: f"{n},{n % 90},{n % 200},{n % 100}"),
    "units in a column": ("id,amount,unit", lambda n: f"{n},{n % 90},{'kg' if n % 2 else 'g'}"),
    "dates": ("day,sales", lambda n: f"2024-{n % 12 + 1:02}-{n % 28 + 1:02},{n * 3}"),
    "dates and times": ("at,load", lambda n: f"2024-01-{n % 28 + 1:02} {n % 24:02}:{n % 60:02}:00,{n % 9}.5"),
    "days first": ("day,sales", lambda n: f"{n % 28 + 1:02}.{n % 12 + 1:02}.2024,{n * 3}"),
    "gaps": ("id,a,b,c", lambda n: f"{n},{'' if n % 3 else n},{'' if n % 4 else 'x'},{'' if n % 5 else n}"),
    "mostly gaps": ("id,a,b,c,d", lambda n: f"{n},,{'x' if n % 9 == 0 else ''},,"),
    "the first row has gaps": ("id,a,b,c", lambda n: f"{n},,," if n < 2 else f"{n},{n % 4},{n % 7},x"),
    "words for gaps at first": ("id,a,b", lambda n: f"{n},-,-" if n == 2 else f"{n},{n % 4},{n % 7}"),
    "a column without a name": (",a,b", lambda n: f"{n},{n % 4},{n % 7}"),
    "a column without a name at the end": ("a,b,", lambda n: f"{n},{n % 4},"),
    "comments": ("id,note,left", lambda n: f'{n},"Well, {n} said ""no"";\nand left, at once | so",{n % 2}'),
    "long texts": ("id,text", lambda n: f'{n},"' + "Dear all, thanks.\n" * (n % 6 + 1) + '"'),
    "a table within a text": ("id,text,left", lambda n: f'{n},"a, b\nc, d",{n % 2}'),
    "addresses": ("id,address,town", lambda n: f'{n},"{n} Main Street, Flat {n % 7}","Springfield, IL"'),
    "inches": ("id,size,left", lambda n: f'{n},{n % 9}" wide,{n % 2}'),
    "doubled quotes": ("id,size,left", lambda n: f'{n},"{n % 9}"" wide",{n % 2}'),
    "paths": ("id,path,left", lambda n: f'{n},"C:\\data\\{n}\\",{n % 2}'),
    "regular expressions": ("id,pattern", lambda n: rf"{n},^a\d+|b{n};?$"),
    "tags": ("id,tags,left", lambda n: f"{n},a;b;c{n},{n % 2}"),
    "tags in names too": ("id,tags;more,left", lambda n: f"{n},a;b{n},{n % 2}"),
    "links": ("id,link", lambda n: f"{n},https://example.org/?a={n}&b=c;d|e"),
    "amounts in quotes": ("id,amount", lambda n: f'{n},"{n % 9 + 1},{n % 900 + 100}"'),
    "times": ("id,from,to", lambda n: f"{n},{n % 24:02}:{n % 60:02},{n % 12:02}:30"),
    "tabs": ("id\tnote\tleft", lambda n: f"{n}\tyes, of course; or | not\t{n % 2}"),
    "tabs and decimal commas": ("id\tprice\tweight", lambda n: f"{n}\t{n % 90},5\t{n % 7},25"),
    "tabs and names with commas": ("Name, first\tTown, land", lambda n: f"A{n}, B\tC{n % 7}, D"),
    "wide": (",".join(f"c{at}" for at in range(150)), lambda n: ",".join(str(at * n % 97) for at in range(150))),
    "codes": ("code,name", lambda n: f"{n % 89:02}{chr(65 + n % 9)},Item {n % 30}"),
    "coordinates": ("lat,lon,label", lambda n: f"{n % 90}.123,-{n % 180}.456,{'ab'[n % 2]}"),
    "everything in quotes": ('"id","plan","left"', lambda n: f'"{n}","{"ABC"[n % 3]}","{n % 2}"'),
    "exponents": ("a,b", lambda n: f"{n}e-5,{n % 7}E+3"),
    "signs": ("delta,side", lambda n: f"{'+' if n % 2 else '-'}{n},{'left' if n % 3 else 'right'}"),
    "a name behind a sign": ("#id,plan,price", lambda n: f"{n},{'AB'[n % 2]},{n % 97 / 4}"),
    "names behind a sign, words only": ("# name,town,plan", lambda n: f"Name {n % 90},Town {n % 11},{'ab'[n % 2]}"),
    "types in a column": ("column,type,length", lambda n: f"c{n},{('text', 'number', 'date')[n % 3]},{n % 40}"),
    "names of types": ("id,text,number,class", lambda n: f"{n},word {n % 40},{n % 9},{'ab'[n % 2]}"),
    "colours": (
        "colour,size,left",
        lambda n: f"{('red', 'blue')[n % 2]},{('s', 'xl')[n % 3 % 2]},{('yes', 'no')[n % 2]}",
    ),
    "names twice in other letters": ("x,X,y", lambda n: f"{n % 7},{n % 5},{n % 3}"),
    "rare words at first": ("id,mark,note", lambda n: "S0,none yet,odd" if n == 2 else f"S{n},{n % 7},{'ab'[n % 2]}"),
    "units that differ by row": ("name,unit,rate", lambda n: f"N{n},{('kg', 'm/s', 'EUR')[n % 3]},{n % 90}"),
    "names that repeat as values": (
        "name,other",
        lambda n: f"{'name' if n % 5 == 0 else 'x'},{'other' if n % 7 else 'y'}",
    ),
}


def content_of(what: str, count: int, line_end: str = "\n", last: str = "\n") -> str:
    """One of these files with so many rows."""
    head, row = ORDINARY[what]
    return line_end.join([head, *(row(at) for at in range(count))]) + last


def test_there_are_files_of_many_kinds() -> None:
    assert len(ORDINARY) >= 60


@pytest.mark.parametrize("count", [3, 31, 250])
@pytest.mark.parametrize("what", ORDINARY)
def test_an_ordinary_file_is_not_doubted(checked: Checked, what: str, count: int) -> None:
    reading = checked(content_of(what, count), is_training=False)
    assert not DOUBTS & set(kinds(reading)), reading.findings
    assert reading.rows == count


@pytest.mark.parametrize("what", ORDINARY)
def test_an_ordinary_row_alone_is_not_doubted(checked: Checked, what: str) -> None:
    reading = checked(content_of(what, 1), is_training=False)
    assert not (DOUBTS - {K.ONE_COLUMN}) & set(kinds(reading)), reading.findings
    assert reading.rows == 1


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    what=st.sampled_from(sorted(ORDINARY)),
    count=st.integers(5, 60),
    start=st.integers(0, 500),
    order=st.randoms(use_true_random=False),
    line_end=st.sampled_from(["\n", "\r\n"]),
    last=st.sampled_from(["", "\n", "\n\n\n"]),
)
def test_neither_are_its_rows_in_another_order(
    tmp_path: Path, *, what: str, count: int, start: int, order: object, line_end: str, last: str
) -> None:
    head, row = ORDINARY[what]
    data = [row(at) for at in range(start, start + count)]
    order.shuffle(data)  # type: ignore[attr-defined]
    path = tmp_path / "ordinary.csv"
    path.write_bytes((line_end.join([head, *data]) + last).encode("utf-8-sig"))
    reading = list(check(path, is_training=False))[-1]
    assert not DOUBTS & set(kinds(reading)), reading.findings
    assert reading.rows == count


field = st.sampled_from(["a", "b", "1", "2.5", "", '"x,y"', '"two\nlines"', '"so ""so"""', "日本", " "])
rows = st.lists(st.lists(field, min_size=1, max_size=4).map(",".join) | st.just(""), max_size=30)
runs = st.lists(st.tuples(st.integers(1, 32), st.integers(0, 4)).map(lambda run: (run[0], sum(run))), max_size=4)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=rows, left_out=runs, piece=st.integers(1, 60))
@example(lines=["", "Title", "", "a,b", "1,2", "", "Total,3", ""], left_out=[(1, 3), (7, 7)], piece=3)
def test_what_is_left_out_is_gone_and_nothing_else(
    tmp_path: Path, lines: list[str], left_out: list[tuple[int, int]], piece: int
) -> None:
    path = tmp_path / "any.csv"
    path.write_text("\n".join(lines), encoding="utf-8", newline="")
    repair = Repair(RepairKind.ROWS, rows=tuple(left_out))
    reading = list(check(path, repairs=[repair], piece=piece))[-1]
    if not reading.is_whole:
        return
    with path.open(encoding="utf-8", newline="") as file:
        all_rows = list(enumerate(csv.reader(file, delimiter=reading.delimiter or ","), 1))
    kept = [(row, read) for row, read in all_rows if not any(first <= row <= last for first, last in left_out)]
    while kept and not kept[0][1]:
        del kept[0]
    while kept and not kept[-1][1]:
        del kept[-1]
    width = len(reading.columns)
    assert reading.rows == max(0, len(kept) - 1)
    assert reading.preview == tuple(tuple([*read, *[""] * width][:width]) for _, read in kept)
    assert [row for row, read in kept if read] == [
        row for row, shown in zip(reading.preview_rows, kept, strict=True) if shown[1]
    ]
    if kept:
        assert reading.preview_rows[0] == kept[0][0]
