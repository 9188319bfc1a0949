"""Times, durations, sizes and speeds for people, by their locale."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

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


def full_moment(seconds: float) -> str:
    """A point in time with everything, for tooltips and screen readers."""
    return QLocale().toString(_local(seconds), QLocale.FormatType.LongFormat)


def duration(seconds: float) -> str:
    """How long something took, as exact as people need it: they look at the list, not at a stopwatch."""
    whole = max(0, int(seconds))
    days, hours, minutes, rest = whole // 86400, whole // 3600 % 24, whole // 60 % 60, whole % 60
    if days:
        return translate("Format", "{0} d {1} h").format(days, hours)
    if hours:
        return translate("Format", "{0} h {1} min").format(hours, minutes)
    if minutes:
        return translate("Format", "{0} min").format(minutes)
    return translate("Format", "{0} s").format(rest)


def size(count: float) -> str:
    """A number of bytes."""
    return QLocale().formattedDataSize(int(count), 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def speed(bytes_per_second: float) -> str:
    """How fast something comes."""
    return translate("Format", "{0}/s").format(size(bytes_per_second))


def percent(done: int, total: int) -> str:
    """A share of a whole."""
    return translate("Format", "{0} %").format(100 * done // total)


def _local(seconds: float) -> QDateTime:
    utc = QDateTime.fromSecsSinceEpoch(int(seconds), QTimeZone(QTimeZone.Initialization.UTC))
    return utc.toLocalTime()
