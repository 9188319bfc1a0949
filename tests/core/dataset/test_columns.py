"""Columns are judged as the service judges them, the cause is named, and what is safe to put right is offered."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.plain_values import plain_date, plain_number
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.jobs.profile import ColumnType
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import kinds, rows, the_one

K = FindingKind
T = ColumnType
few_files = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

Make = Callable[[int], str]


def column(make: Make, count: int = 300, separator: str = ",") -> str:
    """A file with a column of numbers, `a`, and one, `b`, made of each row's number."""
    quoted = [(number, make(number).replace('"', '""')) for number in range(2, count + 2)]
    return f"a{separator}b\n" + "".join(f'{number}.5{separator}"{field}"\n' for number, field in quoted)


def of_b(reading: Reading) -> ColumnType:
    """The type of `b`."""
    return reading.columns[1].type


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda at: f"{at * 977:,}", K.GROUPED_NUMBERS),
        (lambda at: f"{at * 9.77:,.2f}", K.GROUPED_NUMBERS),
        (lambda at: f"{at % 90}%", K.NUMBERS_WITH_UNITS),
        (lambda at: f"¥{at * 91:,}", K.NUMBERS_WITH_UNITS),
        (lambda at: f"￥{at * 91:,}" if at % 2 else f"{at}円", K.NUMBERS_WITH_UNITS),
        (lambda at: f"${at / 7:,.2f}", K.NUMBERS_WITH_UNITS),
        (lambda at: f"{at / 7:.1f} kg", K.NUMBERS_WITH_UNITS),
        (lambda at: "".join(chr(0xFF10 + int(digit)) for digit in str(at)), K.WIDE_DIGITS),
        (lambda at: f"{at * 977_000:,}".replace(",", "."), K.DECIMAL_COMMAS),
        (lambda at: f"{at * 9.77:,.2f}".translate({44: 46, 46: 44}), K.DECIMAL_COMMAS),
        (lambda at: f"{at},5" if at % 3 else f"{at}", K.DECIMAL_COMMAS),
        (lambda at: f"{at * 977:,}".replace(",", " "), K.NUMBERS_WITH_BLANKS),
        (lambda at: f"{at * 977:,}".replace(",", "'"), K.NUMBERS_WITH_BLANKS),
        (lambda at: f"{at}-" if at % 2 else f"{at}", K.NEGATIVE_MARKS),
        (lambda at: f"({at})" if at % 2 else f"{at}", K.NEGATIVE_MARKS),
        (lambda at: f"▲{at}" if at % 2 else f"{at}", K.NEGATIVE_MARKS),
    ],
)
@pytest.mark.parametrize("count", [300, 2500])
def test_numbers_that_are_not_plain_are_named_by_their_cause(
    checked: Checked, make: Make, kind: FindingKind, count: int
) -> None:
    reading = checked(column(make, count))
    finding = the_one(reading, kind)
    assert len(reading.findings) == 1
    assert (finding.column, finding.name) == (2, "b")
    assert of_b(reading) is T.TEXT
    assert finding.repair == Repair(RepairKind.NUMBERS, column=2)
    assert all(plain_number(make(number)) for number in range(2, count + 2))


OFFERED: list[Make] = [
    lambda at: f"{at * 977:,}",
    lambda at: f"¥{at * 91:,}",
    lambda at: f"{at % 90}%",
    lambda at: f"{at},5" if at % 3 else f"{at}",
    lambda at: f"({at})" if at % 2 else f"{at}",
    lambda at: f"{at * 977:,}" if at % 9 else "-",
    lambda at: f"{at * 977000:,}".replace(",", " "),
    lambda at: f"{(at + 2000) * 1e4:,.2f}".translate({44: 46, 46: 44}),
]
NOT_OFFERED: list[Make] = [
    lambda at: f"{at * 977:,}" if at != 250 else "about 5",
    lambda at: f"¥{at}" if at % 2 else f"${at}",
    lambda at: f"{at}%" if at % 2 else f"{at}",
    lambda at: f"{at},5" if at % 3 else f"{at}.5",
    lambda at: f"{at},5" if at % 3 else f"{at},500",
    lambda at: f"{at * 977_000:,}".replace(",", ".") if at % 2 else f"{at}.500",
    lambda at: f"-({at})" if at == 9 else f"({at})" if at % 2 else f"{at}",
]


@pytest.mark.parametrize("make", OFFERED)
def test_numbers_that_mean_one_thing_are_written_anew_on_request(checked: Checked, make: Make) -> None:
    for count in (250, 2500):
        repairs = [finding.repair for finding in checked(column(make, count)).findings if finding.repair]
        assert Repair(RepairKind.NUMBERS, column=2) in repairs


@pytest.mark.parametrize("make", NOT_OFFERED)
def test_numbers_that_may_mean_two_things_are_left_to_the_person(checked: Checked, make: Make) -> None:
    for count in (250, 2500):
        repairs = [finding.repair for finding in checked(column(make, count)).findings if finding.repair]
        assert Repair(RepairKind.NUMBERS, column=2) not in repairs


def test_a_slip_far_down_takes_the_offer_back(checked: Checked) -> None:
    good = column(lambda at: f"{at * 977:,}", 5000)
    assert the_one(checked(good), K.GROUPED_NUMBERS).repair
    for slip in ("12,5", "¥5", "soon"):
        other = column(lambda at, slip=slip: slip if at == 4700 else f"{at * 977:,}", 5000)  # type: ignore[misc]
        assert the_one(checked(other), K.GROUPED_NUMBERS).repair is None, slip


@pytest.mark.parametrize("of", [lambda at: at, lambda at: at % 40], ids=["many values", "few values"])
@pytest.mark.parametrize("at_row", [1200, 4700])
def test_a_point_far_down_among_decimal_commas_takes_the_offer_back(
    checked: Checked, of: Callable[[int], int], at_row: int
) -> None:
    good = column(lambda at: f"{of(at)},5", 5000)
    assert the_one(checked(good), K.DECIMAL_COMMAS).repair
    for slip in ("1.234", "1.5"):  # a thousand, or a little more than one: nobody can say
        other = column(lambda at, slip=slip: slip if at == at_row else f"{of(at)},5", 5000)  # type: ignore[misc]
        assert the_one(checked(other), K.DECIMAL_COMMAS).repair is None, slip


def test_a_point_far_down_is_seen_also_where_many_values_come_after_few(checked: Checked) -> None:
    values = lambda at: "1.234" if at == 1500 else f"{at if at > 2500 else at % 40},5"  # noqa: E731
    assert the_one(checked(column(values, 5000)), K.DECIMAL_COMMAS).repair is None


def test_commas_may_be_decimal_ones_where_they_do_not_separate_fields(checked: Checked) -> None:
    make: Make = lambda at: f"{at % 9 + 1},{at % 999:03}"  # noqa: E731
    tabs = checked(column(make, separator="\t"))
    assert the_one(tabs, K.GROUPED_NUMBERS).repair


@pytest.mark.parametrize("make", [lambda at: f"{at % 9}.{at % 1000:03}", lambda at: f"{at % 90}.{at % 100}"])
def test_a_number_with_a_point_is_what_the_service_reads(checked: Checked, make: Make) -> None:
    reading = checked(column(make))
    assert reading.findings == ()
    assert of_b(reading) is T.NUMBER


def test_points_that_may_stand_for_thousands_are_named_and_left_to_the_person(checked: Checked) -> None:
    finding = the_one(checked(column(lambda at: f"{at * 7:,}".replace(",", "."))), K.POINTS_OR_THOUSANDS)
    assert (finding.column, finding.values) == (2, ("1.001",))
    assert finding.repair is None


@pytest.mark.parametrize(
    "make",
    [lambda at: f"C{at:06}" if at % 20 == 0 else f"{at:06}", lambda at: f"{at}A" if at % 15 == 0 else f"{at}"],
)
def test_a_few_codes_with_letters_among_many_without_are_codes(checked: Checked, make: Make) -> None:
    assert checked(column(make, 2000)).findings == ()


@pytest.mark.parametrize(
    "make",
    [
        lambda at: f"({at})",
        lambda at: f"{at % 7}0s",
        lambda at: f"{at % 9 * 5}人",
        lambda at: f"{at % 900 + 100} {at * 7 % 900 + 100} {at * 3 % 900 + 100}",
        lambda at: ("S", "M", "L", "38", "40")[at % 5],
        lambda at: f"{at:05}" if at % 2 else f"A{at:04}",
        lambda at: f"{at % 60 + 1} Main Street",
        lambda at: f"{at % 12 + 1}月",
        lambda at: f"{at}-{at * 7}",
        lambda at: f"192.168.{at % 250}.{at * 7 % 250}",
        lambda at: f"v{at % 9}.{at % 7}.{at}",
        lambda at: f"{at:x}{at * 7919:x}",
        lambda at: f"R{at}",
        lambda at: f"May {at % 30}",
        lambda at: f"{at % 24:02}:{at % 60:02}",
        lambda at: f"100-{at:04}",
        lambda at: f"{'-' if at % 2 else ''}{at / 7e8}",
    ],
)
def test_names_and_codes_are_no_numbers(checked: Checked, make: Make) -> None:
    for count in (300, 2500):
        assert checked(column(make, count)).findings == ()


# Types as the service judges them


@pytest.mark.parametrize("word", ["-", "NULL", "n/a", "なし", "#N/A", "NaN"])
@pytest.mark.parametrize("row", [2, 17, 900])
def test_one_word_makes_a_column_text_and_can_be_made_empty(checked: Checked, word: str, row: int) -> None:
    reading = checked(column(lambda at: word if at == row else f"{at}", 2000))
    finding = the_one(reading, K.MISSING_WORDS)
    assert (finding.row, finding.column, finding.count, finding.values) == (row, 2, 1, ("number", word))
    assert finding.repair == Repair(RepairKind.EMPTY_WORDS, column=2, words=(word,))
    assert of_b(reading) is T.TEXT


def test_all_words_are_made_empty_together(checked: Checked) -> None:
    reading = checked(column(lambda at: ("-", "n/a", f"{at}", f"{at}.5", "NULL")[at % 5], 4000))
    finding = the_one(reading, K.MISSING_WORDS)
    assert (finding.count, finding.total) == (2400, 4000)
    assert finding.repair
    assert set(finding.repair.words) == {"-", "n/a", "NULL"}


def test_words_in_a_column_of_dates_can_be_made_empty(checked: Checked) -> None:
    reading = checked(column(lambda at: "不明" if at % 7 == 0 else f"2024-{at % 12 + 1}-{at % 28 + 1}"))
    finding = the_one(reading, K.MISSING_WORDS)
    assert finding.values == ("date", "不明")
    assert finding.repair == Repair(RepairKind.EMPTY_WORDS, column=2, words=("不明",))


def test_a_word_among_others_is_not_made_empty(checked: Checked) -> None:
    reading = checked(column(lambda at: "-" if at == 9 else "sold out" if at == 30 else f"{at}"))
    assert the_one(reading, K.MIXED_TYPES).repair is None


def test_after_the_first_thousand_rows_the_type_stays(checked: Checked) -> None:
    for row, kind in ((1001, T.TEXT), (1002, T.NUMBER)):
        assert of_b(checked(column(lambda at, row=row: "x" if at == row else f"{at}", 1500))) is kind  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2019", T.NUMBER),
        ("201906", T.NUMBER),
        ("20190612", T.NUMBER),
        ("2019-6", T.DATE),
        ("2019-06", T.DATE),
        ("2019-6-12", T.DATE),
        ("2019/06/12", T.DATE),
        ("2019/6/12 9:05", T.DATE),
        ("2019-06-12 09:05:59", T.DATE),
        ("12-06-2019", T.DATE),
        ("Jun-19", T.DATE),
        ("2019/06", T.TEXT),
        ("2019年6月12日", T.TEXT),
        ("2019-06-12T09:05:59", T.TEXT),
        ("2019.06.12", T.TEXT),
        ("令和元年6月12日", T.TEXT),
        ("1969-12-31", T.TEXT),
        ("4000-01-01", T.TEXT),
    ],
)
def test_dates_are_what_the_manual_lists(checked: Checked, text: str, kind: ColumnType) -> None:
    assert of_b(checked(column(lambda _: text))) is kind


# Dates

GERMAN = ("Januar", "März", "Mai", "Dez.")
SPANISH = ("enero", "marzo", "abril", "diciembre")


@pytest.mark.parametrize(
    "make",
    [
        lambda at: f"1.{at % 9}.{at % 90 + 10}",  # versions
        lambda at: f"{at % 9}.{at % 90 + 10}.{at % 7}",
        lambda at: f"{at % 90 + 10}-{at % 80 + 13}-{at % 90 + 10}",  # codes
        lambda at: f"{at % 9}/{at % 7}",
        lambda at: f"{at % 90} mar",
        lambda at: f"5 pm {at % 7}",
    ],
)
@pytest.mark.parametrize("count", [300, 2500])
def test_versions_and_codes_are_no_dates(checked: Checked, make: Make, count: int) -> None:
    assert not {K.UNLISTED_DATES, K.DATE_FORMATS, K.DAY_AND_MONTH} & set(kinds(checked(column(make, count))))


@pytest.mark.parametrize(
    ("make", "is_offered"),
    [
        (lambda at: f"令和6年{at % 12 + 1}月{at % 28 + 1}日", True),
        (lambda at: f"R6.{at % 12 + 1}.{at % 28 + 1}", True),
        (lambda at: f"2024年{at % 12 + 1}月{at % 28 + 1}日", True),
        (lambda at: f"2024-01-{at % 28 + 1:02}T{at % 24:02}:05:00", True),
        (lambda at: f"2024-01-{at % 28 + 1:02}T{at % 24:02}:05:00Z", True),
        (lambda at: f"2024/{at % 12 + 1:02}", True),
        (lambda at: f"{at % 28 + 1}.{at % 12 + 1}.2024", True),
        (lambda at: f"{at % 28 + 1} May 2024", True),
        (lambda at: f"{at % 28 + 1}. {GERMAN[at % 4]} 2024", True),
        (lambda at: f"{at % 28 + 1} de {SPANISH[at % 4]} de 2024", True),
        (lambda at: f"2024-01-{at % 28 + 1:02} {at % 12 + 1}:05 {'AP'[at % 2]}M", True),
        (lambda at: f"2024/1/{at % 28 + 1:02} {'午前午後'[at % 2 * 2 :][:2]}{at % 12 + 1}:05", True),
        (lambda at: f"{at % 28 + 1}.{at % 12 + 1}.2024 {at % 12 + 1}:05:30 {'ap'[at % 2]}.m.", True),
        (lambda at: f"{at % 12 + 1}/{at % 28 + 1}/2024 {at % 12 + 1}:05 {'AP'[at % 2]}M", False),
        (lambda at: f"{at % 12 + 1}/{at % 28 + 1}/24", False),
        (lambda at: f"{at % 12 + 1}/{at % 28 + 1}/24 10:{at % 60:02}", False),
        (lambda at: f"{at % 28 + 1:02}.{at % 12 + 1:02}.24", False),
        (lambda at: f"{at % 28 + 1:02}-{at % 12 + 1:02}-{at % 90 + 10}", False),
        (lambda at: f"{at % 28 + 1}-Jan-24", False),
        (lambda at: f"{at % 28 + 1} {('Feb', 'mar')[at % 2]} {at % 90 + 10}", False),
        (lambda at: f"{at % 12 + 1}.{at % 28 + 1}.2024", False),  # the month comes first, in spite of the dots
        (lambda at: f"2024-01-{at % 28 + 1:02}T{at % 24:02}:05:00+0{at % 9}:00", False),
        (lambda at: f"2024-01-{at % 28 + 1:02}T{at % 24:02}:05:00.{at:03}", False),
    ],
)
@pytest.mark.parametrize("count", [300, 2500])
def test_dates_the_manual_does_not_list_are_named(
    *, checked: Checked, make: Make, is_offered: bool, count: int
) -> None:
    finding = the_one(checked(column(make, count)), K.UNLISTED_DATES)
    assert (finding.repair == Repair(RepairKind.DATES, column=2)) is is_offered
    assert not is_offered or all(plain_date(make(at)) for at in range(2, count + 2))


def test_days_and_times_together_are_not_written_alike(checked: Checked) -> None:
    reading = checked(column(lambda at: f"2024-01-{at % 28 + 1:02}" + ("T10:00" if at % 2 else "")))
    assert the_one(reading, K.DATE_FORMATS).repair is None


@pytest.mark.parametrize(("separator", "year"), [("/", "2024"), ("-", "2024"), (".", "2024"), ("/", "24"), (".", "24")])
@pytest.mark.parametrize(("first", "count"), [(60, 120), (1500, 3000), (100, 4000)])
def test_day_and_month_in_both_orders_are_told(
    checked: Checked, separator: str, year: str, first: int, count: int
) -> None:
    def make(at: int) -> str:
        day, month = f"{at % 28 + 1:02}", f"{at % 12 + 1:02}"
        parts = (month, day) if at < first + 2 else (day, month)
        return separator.join((*parts, year))

    reading = checked(column(make, count))
    finding = the_one(reading, K.DAY_AND_MONTH)
    assert not any(one.repair for one in reading.findings)  # nobody knows which is which
    certain = next(at for at in range(first + 2, count) if at % 28 + 1 > 12)
    assert (finding.row, finding.column) == (certain, 2)
    assert finding.values[0] == make(certain)


def test_one_order_of_day_and_month_is_no_matter(checked: Checked) -> None:
    for order in ("{0:02}/{1:02}/2024", "{1:02}/{0:02}/2024 10:00"):
        reading = checked(column(lambda at, order=order: order.format(at % 28 + 1, at % 12 + 1), 2000))  # type: ignore[misc]
        assert reading.findings == ()


# Classes and rows


@pytest.mark.parametrize(
    "make", [lambda at: f"class {at % 201}", lambda at: f"text {at}", lambda at: f"{at}" + "x" * 300]
)
def test_over_200_classes_of_the_target_are_told(checked: Checked, make: Make) -> None:
    content = column(make, 900)
    assert the_one(checked(content, target="b"), K.TOO_MANY_CLASSES).total == 200
    assert K.TOO_MANY_CLASSES not in kinds(checked(content, target="a"))
    assert K.TOO_MANY_CLASSES not in kinds(checked(content))


@pytest.mark.parametrize(
    "make", [lambda at: f"class {at % 200}", lambda at: f"{at}.5", lambda at: f"2024-1-{at % 28 + 1}"]
)
def test_200_classes_and_numbers_to_predict_are_let_be(checked: Checked, make: Make) -> None:
    assert K.TOO_MANY_CLASSES not in kinds(checked(column(make, 900), target="b"))


@pytest.mark.parametrize("count", [65_535, 65_536, 1_048_575, 1_048_576])
def test_as_many_rows_as_a_sheet_holds_are_told(checked: Checked, count: int) -> None:
    for more in (0, 2):
        reading = checked("a,b\n" + "1,2\n" * (count + more))
        assert (K.CUT_BY_SPREADSHEET in kinds(reading)) is not more


# No false alarms

ordinary: dict[str, st.SearchStrategy[str]] = {
    "whole numbers": st.integers(-1000, 10**6).map(str),
    "measurements": st.floats(-1e6, 1e6).map(lambda value: f"{value:.3f}"),
    "prices": st.integers(0, 99999).map(lambda price: f"{price}.99"),
    "days": st.dates().map(lambda day: f"20{day.isoformat()[2:]}"),
    "times of day": st.times().map(lambda time: f"{time:%H:%M:%S}"),
    "classes": st.sampled_from(["yes", "no", "maybe"]),
    "towns": st.sampled_from(["東京", "大阪", "New York", "St. John's", "1st of May", "Marseille", "Apr"]),
    "telephone numbers": st.integers(1000, 9999).map(lambda number: f"03-{number}-{9999 - number}"),
    "seats": st.integers(1, 60).map(lambda row: f"{row}{'ABCDEF'[row % 6]}"),
    "addresses": st.integers(1, 200).map(lambda house: f"{house} High Street"),
    "notes": st.text("abc. ", min_size=3, max_size=30).map(lambda text: "x" + text.strip()),
    "names": st.sampled_from(["Hanna", "R2D2", "Taro", "May", "S. Sato", "Jan Müller", "$ave"]),
    "versions": st.integers(0, 99).map(lambda number: f"{number // 10}.{number % 10}.0"),
}


@few_files
@given(names=st.lists(st.sampled_from(sorted(ordinary)), min_size=2, max_size=5), data=st.data())
@pytest.mark.parametrize("count", [120, 1500])
def test_ordinary_columns_raise_no_alarm(
    *, checked: Checked, names: list[str], count: int, data: st.DataObject
) -> None:
    pools = [data.draw(st.lists(ordinary[name], min_size=30, max_size=60)) for name in names]
    head = ",".join(f"{name} {number}" for number, name in enumerate(names))
    content = rows(count, lambda at: ",".join(pool[at % len(pool)] for pool in pools), head)
    assert checked(content).findings == ()
