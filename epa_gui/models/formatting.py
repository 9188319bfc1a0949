"""Times, durations, sizes and speeds for people, by their locale."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone
from PySide6.QtGui import Qt as GuiQt

from epa_gui.jobs.estimate import Estimate
from epa_gui.jobs.foreign_text import fill, shown_lines

translate = QCoreApplication.translate


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
    return f"{locale.toString(then.date(), QLocale.FormatType.ShortFormat)} {locale.toString(then.time(), 'HH:mm')}"


def day(seconds: float) -> str:
    """A day, as this computer's calendar has it."""
    return QLocale().toString(_local(seconds).date(), QLocale.FormatType.ShortFormat)


def full_moment(seconds: float) -> str:
    """A point in time with everything, for tooltips and screen readers."""
    return QLocale().toString(_local(seconds), QLocale.FormatType.LongFormat)


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


def plain_tip(text: str) -> str:
    """A tooltip that shows `text` as it is: Qt would take what looks like HTML for it, and fetch its pictures."""
    text = shown_lines(text)
    if not GuiQt.mightBeRichText(text):
        return text
    import html  # noqa: PLC0415  its table of signs is large, and rarely needed

    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>")


def about_when(estimate: Estimate, now: float) -> str:
    """When a job will be done, called an estimate."""
    if estimate.ends_at <= now:
        return translate("Format", "about now")
    return fill(translate("Format", "about {0}"), moment(estimate.ends_at, now, is_exact=False))


def estimate_text(estimate: Estimate, now: float) -> str:
    """When a job will be done and how long that is, with what it rests on."""
    parts = [about_when(estimate, now)]
    if estimate.ends_at > now:
        parts.append(fill(translate("Format", "in {0}"), duration(estimate.ends_at - now)))
    rests_on = QCoreApplication.translate("Format", "from %n finished job(s) of this model", "", estimate.jobs)
    if estimate.is_scaled:
        rests_on = fill(translate("Format", "{0}, by their rows"), rests_on)
    return " · ".join([*parts, rests_on])


def size(count: float) -> str:
    """A number of bytes."""
    return QLocale().formattedDataSize(int(count), 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def speed(bytes_per_second: float) -> str:
    """How fast something comes."""
    return fill(translate("Format", "{0}/s"), size(bytes_per_second))


def percent(done: int, total: int) -> str:
    """A share of a whole."""
    return fill(translate("Format", "{0} %"), 100 * done // total)


def _local(seconds: float) -> QDateTime:
    utc = QDateTime.fromSecsSinceEpoch(int(seconds), QTimeZone(QTimeZone.Initialization.UTC))
    return utc.toLocalTime()
