"""Reads the service's dates and times, whose form is documented nowhere. Pure."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone

DAY = 86400.0

_EARLIEST = datetime(2015, 1, 1, tzinfo=UTC).timestamp()
_TOO_LATE = datetime(2201, 1, 1, tzinfo=UTC).timestamp()
_LONGEST = 100
"""Characters; no date anybody writes is longer, and Python refuses to read numbers of thousands of digits."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Not `calendar.month_abbr`, which speaks the computer's language."""

_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
_ZONE = r"(?:Z|UTC|GMT|(?P<sign>[+-])(?P<zone_hours>\d{2}):?(?P<zone_minutes>\d{2})?)?"
_NUMERIC_DATE = r"(?P<year>\d{4})[-/年](?P<month>\d{1,2})[-/月](?P<day>\d{1,2})日?"
_NAMED_DATE = rf"(?:[a-z]{{3,9}},?\s+)?(?P<day>\d{{1,2}})[\s-](?P<name>{'|'.join(_MONTHS)})[\s-](?P<year>\d{{4}})"
_EPOCH = re.compile(r"\d{1,16}(?:\.\d{1,9})?", re.ASCII)
_DATES = [
    re.compile(rf"{date}(?:(?:T|\s+){_TIME}\s*{_ZONE})?", re.ASCII | re.IGNORECASE)
    for date in (_NUMERIC_DATE, _NAMED_DATE)
]


def time_in(said: str, *, at_day_end: bool = False) -> float | None:
    """The moment that the service's words name, seconds since the epoch (UTC); `None` if they are not understood.

    What is common is read: ISO 8601, also with a space or slashes, RFC 1123, Japanese, and seconds or milliseconds
    since the epoch as digits. A time without a zone is taken as UTC. Before 2015 or after 2200 is no time of this
    service's. Text of any kind is taken; nothing is raised.

    Args:
        said: The service's words.
        at_day_end: Whether a date alone means that day's last second; else it means its first.
    """
    if len(said) > _LONGEST:
        return None
    text = unicodedata.normalize("NFKC", said).strip()
    found = _epoch_in(text) if _EPOCH.fullmatch(text) else _date_in(text, DAY - 1 if at_day_end else 0.0)
    return found if found is not None and _is_sensible(found) else None


def _is_sensible(moment: float) -> bool:
    return _EARLIEST <= moment < _TOO_LATE


def _epoch_in(digits: str) -> float:
    """Seconds since the epoch; the years that make sense in seconds and in milliseconds do not overlap."""
    number = float(digits)
    return number if _is_sensible(number) else number / 1000


def _date_in(text: str, of_a_date_alone: float) -> float | None:
    found = next((match for form in _DATES if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    parts = found.groupdict()
    month = _MONTHS.index(parts["name"].lower()) + 1 if parts.get("name") else int(parts["month"])
    try:
        day = datetime(int(parts["year"]), month, int(parts["day"]), tzinfo=_zone(parts))
        if parts["hour"] is None:
            return day.timestamp() + of_a_date_alone
        time = day.replace(hour=int(parts["hour"]), minute=int(parts["minute"]), second=int(parts["second"] or 0))
    except ValueError:  # no such day, hour or zone
        return None
    return time.timestamp() + float(f"0.{parts['fraction'] or 0}")


def _zone(parts: dict[str, str | None]) -> timezone:
    ahead = timedelta(hours=int(parts["zone_hours"] or 0), minutes=int(parts["zone_minutes"] or 0))
    return timezone(-ahead if parts["sign"] == "-" else ahead)
