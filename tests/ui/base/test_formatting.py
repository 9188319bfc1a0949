"""Dates, times, spans and sizes read as people of a place write them, and are never another day to somebody else."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from epa_gui.core.jobs.estimate import Estimate
from epa_gui.ui.base import formatting, joining

JAPANESE, AMERICAN, BRITISH, GERMAN, NONE = "ja_JP", "en_US", "en_GB", "de_DE", "C"
THEN = float(QDateTime(QDate(2026, 11, 5), QTime(14, 5, 9)).toSecsSinceEpoch())
"""By this computer's clock, whatever its time zone."""
DAY = 86400.0


@pytest.fixture
def speak() -> Iterator[Callable[[str], None]]:
    """Takes a locale, as the program does at its start."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale.c() if name == NONE else QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (JAPANESE, "2026/11/05"),
        (AMERICAN, "Nov 5, 2026"),
        (BRITISH, "5 Nov 2026"),
        ("en_AU", "5 Nov 2026"),
        ("en_CA", "2026-11-05"),
        (GERMAN, "5. Nov. 2026"),
        ("fr_FR", "05/11/2026"),
        ("ko_KR", "2026년 11월 5일"),
        (NONE, "5 Nov 2026"),
    ],
)
def test_a_date_is_as_short_as_nobody_can_misread_it(speak: Callable[[str], None], name: str, written: str) -> None:
    speak(name)
    assert formatting.day(THEN) == written
    assert formatting.moment(THEN, THEN + 3 * DAY) == f"{written} 14:05"


def test_every_locale_writes_the_whole_year(speak: Callable[[str], None]) -> None:
    every = QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyTerritory
    )
    date = QDate(2026, 11, 5)
    for locale in every:
        QLocale.setDefault(locale)
        assert locale.toString(date, "yyyy") in formatting.short_date(date), locale.name()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (JAPANESE, "11月5日 14:05"),
        (AMERICAN, "Nov 5 14:05"),
        (BRITISH, "5 Nov 14:05"),
        (GERMAN, "5. Nov. 14:05"),
        (NONE, "5 Nov 14:05"),
    ],
)
def test_a_near_day_has_no_year(speak: Callable[[str], None], name: str, written: str) -> None:
    speak(name)
    assert formatting.recent_moment(THEN, THEN + 3 * DAY) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (JAPANESE, "2026年11月5日木曜日 14:05:09"),
        (AMERICAN, "Thursday, November 5, 2026 14:05:09"),
        (BRITISH, "Thursday, 5 November 2026 14:05:09"),
        (GERMAN, "Donnerstag, 5. November 2026 14:05:09"),
        (NONE, "Thursday, 5 November 2026 14:05:09"),
    ],
)
def test_in_full_a_moment_has_weekday_and_seconds_on_a_24_hour_clock(
    speak: Callable[[str], None], name: str, written: str
) -> None:
    speak(name)
    assert formatting.full_moment(THEN) == written


@pytest.mark.parametrize("name", [JAPANESE, AMERICAN, BRITISH, GERMAN, NONE])
def test_today_is_told_by_the_24_hour_clock_alone(speak: Callable[[str], None], name: str) -> None:
    speak(name)
    assert formatting.moment(THEN, THEN + 60) == "14:05:09"
    assert formatting.moment(THEN, THEN + 60, is_exact=False) == "14:05"


@pytest.mark.parametrize(
    ("name", "little", "some"),
    [
        (JAPANESE, "512バイト", "4.2 MB"),
        (AMERICAN, "512 bytes", "4.2 MB"),
        (BRITISH, "512 bytes", "4.2 MB"),
        (GERMAN, "512 Bytes", "4,2 MB"),
        (NONE, "512 bytes", "4.2 MB"),
    ],
)
def test_sizes_have_a_unit_and_the_locales_point(
    speak: Callable[[str], None], name: str, little: str, some: str
) -> None:
    speak(name)
    assert formatting.size(512) == little
    assert formatting.size(4_404_019) == some
    assert formatting.speed(4_404_019) == f"{some}/s"


@pytest.mark.parametrize(
    ("name", "written"),
    [(JAPANESE, "12,400"), (AMERICAN, "12,400"), (BRITISH, "12,400"), (GERMAN, "12.400"), (NONE, "12400")],
)
def test_counts_have_the_locales_signs_between_their_digits(
    speak: Callable[[str], None], name: str, written: str
) -> None:
    speak(name)
    assert formatting.count(12_400) == written


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(45, "45 s"), (60, "1 min"), (5400, "1 h 30 min"), (7200, "2 h 0 min"), (90000, "1 d 1 h"), (-3, "0 s")],
)
def test_a_span_is_as_exact_as_people_need_it(seconds: float, told: str) -> None:
    assert formatting.duration(seconds) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (1, "1 minute(s)"),
        (3600, "1 hour(s)"),
        (5400, "1 hour(s) 30 minute(s)"),
        (11 * 3600, "11 hour(s)"),
        (3 * DAY, "3 day(s)"),
    ],
)
def test_a_screen_reader_gets_whole_words(seconds: float, told: str) -> None:
    assert formatting.spoken_duration(seconds) == told


def test_a_share_is_in_percent() -> None:
    assert formatting.percent(3, 4) == "75 %"


def test_an_estimate_says_what_it_rests_on(speak: Callable[[str], None]) -> None:
    speak(BRITISH)
    told = formatting.estimate_text(Estimate(THEN, 7200.0, 3, is_scaled=False), THEN - 3600)
    assert told == "about 14:05 · in 1 h 0 min · from 3 finished job(s) of this model"
    told = formatting.estimate_text(Estimate(THEN, 7200.0, 3, is_scaled=True), THEN - 3600)
    assert told.endswith(" · from 3 finished job(s) of this model, by their rows")


# What stands between texts


def test_texts_that_are_empty_leave_nothing_between_the_others() -> None:
    assert joining.sentences("One.", "", "Two.") == "One. Two."
    assert joining.listed("a", "", "b") == "a, b"
    assert joining.in_line("", "a", "b") == "a · b"
    assert joining.sentences() == joining.listed() == joining.in_line("") == ""


def test_a_label_and_its_text_keep_what_a_name_holds() -> None:
    assert joining.labelled("{0}", "{1}") == "{0}: {1}"
    assert joining.as_label("Name") == "Name:"


def test_where_a_language_sets_no_space_between_sentences_open_ends_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "translate", lambda _context, text, _comment: text.replace(" ", ""))
    assert joining.sentences("一。", "二。") == "一。二。"
    assert joining.sentences("Request has expired", "二。") == "Request has expired 二。"
    assert joining.sentences("「三」", "二。") == "「三」二。"
