"""Times, durations, sizes and speeds for people, by their locale."""

import math
import re

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTimeZone
from PySide6.QtGui import Qt as GuiQt

from epa_gui.core.jobs.estimate import Estimate, lateness
from epa_gui.core.text.foreign_text import fill, shown_lines
from epa_gui.ui.base.joining import in_line

translate = QCoreApplication.translate

_HALF_A_YEAR = 183 * 86400.0
"""Seconds."""

_NEAR_DAYS = 14
"""Days farther off are not counted, but told by their date."""

_DAY_TO_YEAR = re.compile(r"(?:(?<!d)d{1,2}(?!d)|M|y).*(?:(?<!d)d{1,2}(?!d)[日일]?|M|y)")
"""A date in a long format, without its weekday."""

_MOST_COUNTED = 2**31 - 1

_ROUGH_HOURS = 10
_ROUGH_DAYS = 2
"""From so many on, minutes or hours are not told: an estimate is not as exact."""


def moment(seconds: float, now: float, *, is_exact: bool = True) -> str:
    """A point in time: the clock alone for today, with the date for other days.

    Args:
        seconds: Seconds since the epoch (UTC).
        now: The same, for what today is.
        is_exact: Whether today's times have seconds.
    """
    then = _local(seconds)
    locale = QLocale()
    if then.date() == _local(now).date():
        return locale.toString(then.time(), "HH:mm:ss" if is_exact else "HH:mm")
    return f"{short_date(then.date())} {locale.toString(then.time(), 'HH:mm')}"


def recent_moment(seconds: float, now: float, *, is_exact: bool = True) -> str:
    """The same, in the room of a cell: without the year where there is no doubt which one."""
    if _local(seconds).date() == _local(now).date() or not is_year_clear(seconds, now):
        return moment(seconds, now, is_exact=is_exact)
    then = _local(seconds)
    return f"{day_of_year(then.date())} {QLocale().toString(then.time(), 'HH:mm')}"


def lasting_moment(seconds: float) -> str:
    """A day and its time, alike today and next month: for what is called after it. Near ones have no year."""
    then = _local(seconds)
    is_clear = is_year_clear(seconds, QDateTime.currentSecsSinceEpoch())
    day = day_of_year(then.date()) if is_clear else short_date(then.date())
    return f"{day} {QLocale().toString(then.time(), 'HH:mm')}"


def sortable_moment(seconds: float) -> str:
    """The same for the name of a file: ``2026-11-27 0014``, in every locale."""
    return QLocale.c().toString(_local(seconds), "yyyy-MM-dd HHmm")


def dated_moment(seconds: float, now: float) -> str:
    """A point in time within a sentence: always with its day, and without the year where there is no doubt."""
    return f"{recent_day(seconds, now)} {QLocale().toString(_local(seconds).time(), 'HH:mm')}"


def day(seconds: float) -> str:
    """A day, as this computer's calendar has it."""
    return short_date(_local(seconds).date())


def recent_day(seconds: float, now: float) -> str:
    """A day, without the year where there is no doubt which one."""
    then = _local(seconds).date()
    return day_of_year(then) if is_year_clear(seconds, now) else short_date(then)


def clock_or_day(seconds: float, now: float) -> str:
    """A point in time as short as can be: the clock alone for today, else the day alone."""
    is_today = _local(seconds).date() == _local(now).date()
    return moment(seconds, now, is_exact=False) if is_today else recent_day(seconds, now)


def is_year_clear(seconds: float, now: float) -> bool:
    """Whether nobody doubts which year is meant, so that it is not told: this one, or that of the months around now."""
    return abs(now - seconds) <= _HALF_A_YEAR or _local(seconds).date().year() == _local(now).date().year()


def relative_day(seconds: float, now: float, *, is_about: bool = False) -> str:
    """A day as people speak of it when it is near: today, yesterday, in 3 days; else its date.

    Args:
        seconds: Seconds since the epoch (UTC).
        now: The same.
        is_about: Whether it is only about then, which is said.
    """
    days = _local(now).date().daysTo(_local(seconds).date())
    if abs(days) > _NEAR_DAYS or -1 <= days <= 1:
        near = {
            -1: translate("Format", "yesterday"),
            0: translate("Format", "today"),
            1: translate("Format", "tomorrow"),
        }
        told = near.get(days) or recent_day(seconds, now)
        return fill(translate("Format", "about {0}"), told) if is_about else told
    if days > 0:
        if is_about:
            return QCoreApplication.translate("Format", "in about %n day(s)", "", days)
        return QCoreApplication.translate("Format", "in %n day(s)", "", days)
    if is_about:
        return QCoreApplication.translate("Format", "about %n day(s) ago", "", -days)
    return QCoreApplication.translate("Format", "%n day(s) ago", "", -days)


def short_date(date: QDate) -> str:
    """A date as short as nobody can misread it, in the order of the locale: ``2026/11/05``, ``5 Nov 2026``.

    Where the locale's own short form has two digits for the year, or in English, where 5/11 is not the same day
    everywhere, the month has its name; so has it where no locale is set: Qt writes "5 11 2026" then.
    """
    locale = QLocale()
    language = locale.language()
    if language == QLocale.Language.C:
        return locale.toString(date, "d MMM yyyy")
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if short.startswith("yyyy") or ("yyyy" in short and language != QLocale.Language.English):
        return locale.toString(date, QLocale.FormatType.ShortFormat)
    found = _DAY_TO_YEAR.search(locale.dateFormat(QLocale.FormatType.LongFormat))
    is_whole = found is not None and found.group().count("'") % 2 == 0  # else it began within words of the format
    return locale.toString(date, found.group().replace("MMMM", "MMM") if found and is_whole else "d MMM yyyy")


def day_of_year(date: QDate) -> str:
    """Day and month without the year, in the order and with the signs of the locale: ``12 Nov``, ``11月12日``."""
    locale = QLocale()
    long = locale.dateFormat(QLocale.FormatType.LongFormat)
    found = re.search(r"(?<!d)d{1,2}(?!d)[^y]*?M{1,4}\.?|M{1,4}[^yd]*(?<!d)d{1,2}(?!d)[日일]?", long)
    return locale.toString(date, found.group().replace("MMMM", "MMM")) if found else short_date(date)


def full_moment(seconds: float) -> str:
    """A point in time with everything, for tooltips and screen readers: weekday and seconds, on a 24-hour clock."""
    then, locale = _local(seconds), QLocale()
    long = locale.toString(then.date(), QLocale.FormatType.LongFormat)
    return f"{long} {locale.toString(then.time(), 'HH:mm:ss')}"


def duration(seconds: float) -> str:
    """How long something took, as exact as people need it: they look at the list, not at a stopwatch."""
    whole = max(0, int(seconds))
    days, hours, minutes, rest = whole // 86400, whole // 3600 % 24, whole // 60 % 60, whole % 60
    if days:
        return fill(translate("Format", "{0} d {1} h"), days, hours)
    if hours:
        return fill(translate("Format", "{0} h {1} min"), hours, minutes)
    if minutes:
        return fill(translate("Format", "{0} min"), minutes)
    return fill(translate("Format", "{0} s"), rest)


def rough_duration(seconds: float) -> str:
    """How long something may still take: no more exact than an estimate is, and never nothing."""
    days, hours, minutes = _rough_parts(seconds)
    if days:
        return fill(translate("Format", "{0} d"), days)
    if hours and minutes:
        return fill(translate("Format", "{0} h {1} min"), hours, minutes)
    if hours:
        return fill(translate("Format", "{0} h"), hours)
    return fill(translate("Format", "{0} min"), minutes)


def spoken_duration(seconds: float) -> str:
    """The same in whole words, for screen readers."""
    days, hours, minutes = _rough_parts(seconds)
    if days:
        return QCoreApplication.translate("Format", "%n day(s)", "", days)
    told = QCoreApplication.translate("Format", "%n minute(s)", "", minutes) if minutes else ""
    if not hours:
        return told
    whole = QCoreApplication.translate("Format", "%n hour(s)", "", hours)
    return fill(translate("Format", "{0} {1}", "hours and minutes"), whole, told) if told else whole


def _rough_parts(seconds: float) -> tuple[int, int, int]:
    """Days, hours and minutes; of which only those are more than 0 that are worth telling."""
    minutes = max(1, math.ceil(seconds / 60))
    hours = round(minutes / 60)
    if hours >= _ROUGH_DAYS * 24:
        return round(hours / 24), 0, 0
    if hours >= _ROUGH_HOURS:
        return 0, hours, 0
    return 0, minutes // 60, minutes % 60


def plain_tip(text: str) -> str:
    """A tooltip that shows `text` as it is: Qt would take what looks like HTML for it, and fetch its pictures."""
    text = shown_lines(text)
    if not GuiQt.mightBeRichText(text):
        return text
    import html  # noqa: PLC0415  its table of signs is large, and rarely needed

    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>")


def about_when(estimate: Estimate, now: float) -> str:
    """When a job will be done, called an estimate; far behind it, how much longer than usual it has been going."""
    late = lateness(estimate, now)
    if late:
        return late_text(late)
    if estimate.ends_at <= now:
        return translate("Format", "any moment now")
    return fill(translate("Format", "about {0}"), recent_moment(estimate.ends_at, now, is_exact=False))


def lateness_told(seconds: float) -> float:
    """How late a job is as it is told everywhere, in seconds: by the day, the hour or, below that, the minute."""
    step = next((unit for unit in (86400, 3600) if seconds >= (2 if unit > 3600 else 1) * unit), 60)
    return seconds // step * step


def late_text(seconds: float) -> str:
    """So much longer than usual a job has been going."""
    return fill(translate("Format", "{0} later than usual"), rough_duration(lateness_told(seconds)))


def estimate_text(estimate: Estimate, now: float) -> str:
    """When a job will be done and how long that is, with what it rests on."""
    parts = [about_when(estimate, now)]
    if estimate.ends_at > now:
        parts.append(fill(translate("Format", "in {0}"), duration(estimate.ends_at - now)))
    jobs = estimate.jobs
    if estimate.is_scaled:
        rests_on = QCoreApplication.translate(
            "Format", "from %n finished job(s) of this model, by their rows", "", jobs
        )
    else:
        rests_on = QCoreApplication.translate("Format", "from %n finished job(s) of this model", "", jobs)
    return in_line(*parts, rests_on)


def size(count: float) -> str:
    """A number of bytes."""
    locale = QLocale()
    told = locale.formattedDataSize(int(count), 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    return told.replace(" バイト", "バイト") if locale.language() == QLocale.Language.Japanese else told


def countable(number: int) -> int:
    """A number as `tr()` can take it for its plurals: no greater than Qt's own numbers get."""
    return min(number, _MOST_COUNTED)


def count(number: int) -> str:
    """A whole number with the signs between its digits that the locale has."""
    return QLocale().toString(number)


def speed(bytes_per_second: float) -> str:
    """How fast something comes."""
    return fill(translate("Format", "{0}/s"), size(bytes_per_second))


def percent(done: int, total: int) -> str:
    """A share of a whole."""
    return fill(translate("Format", "{0} %"), 100 * done // total)


def _local(seconds: float) -> QDateTime:
    utc = QDateTime.fromSecsSinceEpoch(int(seconds), QTimeZone(QTimeZone.Initialization.UTC))
    return utc.toLocalTime()
