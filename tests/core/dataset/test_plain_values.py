"""One field written plainly: the same number, the same day, or nothing at all."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epa_gui.core.dataset.plain_values import is_missing_word, plain_date, plain_number

whole = st.integers(0, 10**12)
days = st.dates(date(1970, 1, 1), date(3999, 12, 31))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("1,234", "1234"),
        ("1,234,567.80", "1234567.80"),
        ("12,34,567", "1234567"),
        ("1.234,56", "1234.56"),
        ("1.234.567", "1234567"),
        ("1,5", "1.5"),
        ("0,123", "0.123"),
        ("1 234 567,8", "1234567.8"),
        ("1\u00a0234", "1234"),
        ("1\u202f234", "1234"),
        ("1'234.5", "1234.5"),
        ("1’234", "1234"),
        ("12%", "12"),
        ("１２．５％", "12.5"),
        ("¥1,200", "1200"),
        ("￥１，２００", "1200"),
        ("1,200円", "1200"),
        ("$ 1,200.50", "1200.50"),
        ("5 €", "5"),
        ("-¥5", "-5"),
        ("¥-5", "-5"),
        ("1,234-", "-1234"),
        ("(1,234)", "-1234"),
        ("▲1,200", "-1200"),
        ("△300", "-300"),
        ("−5", "-5"),
        ("－５", "-5"),
        ("12 kg", "12"),
        ("36.5℃", "36.5"),
        ("3個", "3"),
        # What is plain stays so
        ("12", "12"),
        (" 0012 ", "0012"),
        ("-0.50", "-0.50"),
        ("1e5", "1e5"),
        (".5", ".5"),
    ],
)
def test_a_number_is_written_with_digits_alone(written: str, plain: str) -> None:
    assert plain_number(written) == plain


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "-",
            "abc",
            "12a",
            "A12",
            "1,23,4",
            "01,234",
            "1,,2",
            "12,3456.7",
            "090-1234-5678",
            "10:30",
            "1-2",
            "--5",
        ),
        *("(5", "5)", "(-5)", "-5-", "$5€", "①", "Ⅳ", "½", "3万", "1/2", "2024/01/02", "1.2.3", "192.168.0.1", "1_000"),
        *("v1.2", "1 2", "12 34", "5%%", "1e5kg", "9" * 100, "٣", "12,345,", "#1"),
    ],
)
def test_what_is_no_number_or_may_be_another_one_is_left_alone(text: str) -> None:
    assert plain_number(text) is None


@given(whole, st.sampled_from(["{:,}", "¥{:,}", "{:,}円", "￥{:,}", "{:,} kg", "{:,}%", "{:_}", " {} ", "$ {:,}"]))
def test_every_whole_number_comes_back(number: int, form: str) -> None:
    written = form.format(number).replace("_", "\N{NARROW NO-BREAK SPACE}")
    assert plain_number(written) == str(number)
    assert plain_number(written.translate({48 + digit: 0xFF10 + digit for digit in range(10)})) == str(number)


@given(whole, st.sampled_from(["({:,})", "{:,}-", "▲{:,}", "-¥{:,}", "¥-{:,}", "−{}"]))
def test_every_number_below_zero_comes_back(number: int, form: str) -> None:
    assert plain_number(form.format(number)) == f"-{number}"


@given(st.text(max_size=12) | st.text("0123456789,.-()%¥ '", max_size=12))
def test_what_was_written_plainly_once_stays_as_it_is(text: str) -> None:
    plain = plain_number(text)
    if plain is not None:
        assert plain_number(plain) == plain
        float(plain)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("2024年1月2日", "2024-01-02"),
        ("２０２４年１月２日", "2024-01-02"),
        ("令和6年1月2日", "2024-01-02"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30"),
        ("R6.1.2", "2024-01-02"),
        ("H30/4/1", "2018-04-01"),
        ("S64-1-7", "1989-01-07"),
        ("2024.1.2", "2024-01-02"),
        ("02.01.2024", "2024-01-02"),
        ("2024-01-02T03:04:05", "2024-01-02 03:04:05"),
        ("2024-01-02T03:04Z", "2024-01-02 03:04"),
        ("2024-01-02T03:04:05.000+09:00", "2024-01-02 03:04:05"),
        ("2024年1月2日 3時4分", "2024-01-02 03:04"),
        ("2024/1/5(金)", "2024-01-05"),
        ("5 Jan 2024", "2024-01-05"),
        ("January 5th, 2024", "2024-01-05"),
        ("05-Jan-2024", "2024-01-05"),
        ("2024/06", "2024-06"),
        ("2024年6月", "2024-06"),
        ("令和6年6月", "2024-06"),
        ("2024/1/2 3:04", "2024-01-02 03:04"),
        ("5. Januar 2024", "2024-01-05"),
        ("31. März 2024", "2024-03-31"),
        ("1er août 2024", "2024-08-01"),
        ("5 de enero de 2024", "2024-01-05"),
        ("7 dicembre 2024", "2024-12-07"),
        ("2024-01-05 3:07 PM", "2024-01-05 15:07"),
        ("2024-01-05 12:07:09 am", "2024-01-05 00:07:09"),
        ("2024-01-05 12:07 p.m.", "2024-01-05 12:07"),
        ("2024年1月5日 午後3時7分", "2024-01-05 15:07"),
        ("2024/1/5 午前0:07", "2024-01-05 00:07"),
    ],
)
def test_a_date_is_written_as_the_service_reads_it(written: str, plain: str) -> None:
    assert plain_date(written) == plain


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "2024",
            "20240102",
            "202401",
            "01/02/2024",
            "1-2-2024",
            "24/1/2",
            "2024-02-30",
            "2024/13",
            "平成40年1月1日",
        ),
        *(
            "R0.1.1",
            "S65.1.1",
            "R6",
            "H264",
            "2024-01-02 25:00",
            "2024-01-02 10:60",
            "10:30",
            "Jan",
            "May 2024x",
            "2024.06",
        ),
    ],
)
def test_what_is_no_date_or_may_be_another_day_is_left_alone(text: str) -> None:
    assert plain_date(text) is None


@given(days, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%Y年%m月%d日", "%d %b %Y", "%B %d, %Y"]))
def test_every_day_comes_back(day: date, form: str) -> None:
    assert plain_date(day.strftime(form)) == day.isoformat()


@given(st.datetimes(datetime(1970, 1, 1), datetime(3999, 1, 1)))  # noqa: DTZ001  as files hold them
def test_every_time_comes_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert plain_date(moment.isoformat()) == moment.isoformat(" ")


@pytest.mark.parametrize(
    "word",
    [
        "-",
        "－",
        "--",
        "NULL",
        "null",
        "n/a",
        "N/A",
        "Ｎ／Ａ",
        "NA",
        "NaN",
        "#N/A",
        "#DIV/0!",
        "None",
        " - ",
        "なし",
        "不明",
    ],
)
def test_words_for_a_missing_value_are_known(word: str) -> None:
    assert is_missing_word(word)


@pytest.mark.parametrize("word", ["", "0", "no", "yes", "いいえ", "-1", "north", "Nantes", "A", "無料", "x" * 500])
def test_other_words_are_none_of_them(word: str) -> None:
    assert not is_missing_word(word)
