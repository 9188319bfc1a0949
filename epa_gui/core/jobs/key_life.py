"""How long an API key lives, and when to speak of its end. Pure: the clock comes in."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

from epa_gui.core.jobs.model import Model

DAY = 86400.0

PASTED_KEY_SECONDS = 30 * DAY
"""How long a key copied from the console is valid. Source: the service's manual for its console."""

SOON = 7 * DAY
"""Seconds before its end from which a key is spoken of."""

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


class KeyWarning(StrEnum):
    """What to say about a key's end, the gravest first."""

    ENDED = "ended"
    ENDS_BEFORE_JOB = "ends before job"
    ENDS_SOON = "ends soon"


def key_warning(model: Model, ends_of_jobs: Iterable[float], now: float) -> KeyWarning | None:
    """What to say about the end of the model's API key; `None` where it is far off or unknown.

    An end that is only about right is treated like one the service told.

    Args:
        model: Whose key.
        ends_of_jobs: When its jobs in progress are estimated to end, seconds since the epoch (UTC).
        now: Seconds since the epoch (UTC).
    """
    end = model.key_ends_at
    if end is None:
        return None
    if end <= now:
        return KeyWarning.ENDED
    if any(job_end > end for job_end in ends_of_jobs):
        return KeyWarning.ENDS_BEFORE_JOB
    return KeyWarning.ENDS_SOON if end - now <= SOON else None


def end_in(said: str) -> float | None:
    """When a key ends by the service's words, seconds since the epoch (UTC); `None` if they are not understood.

    The form of `end_date` is undocumented (source: Get API Key API), so what is common is read: ISO 8601, also with a
    space or slashes, RFC 1123, Japanese, and seconds or milliseconds since the epoch as digits. A time without a zone
    is taken as UTC, a date alone as that day's last second, UTC. Before 2015 or after 2200 is no end of a key. Text
    of any kind is taken; nothing is raised.
    """
    if len(said) > _LONGEST:
        return None
    text = unicodedata.normalize("NFKC", said).strip()
    end = _epoch_in(text) if _EPOCH.fullmatch(text) else _date_in(text)
    return end if end is not None and _is_sensible(end) else None


def _is_sensible(end: float) -> bool:
    return _EARLIEST <= end < _TOO_LATE


def _epoch_in(digits: str) -> float:
    """Seconds since the epoch; the years that make sense in seconds and in milliseconds do not overlap."""
    number = float(digits)
    return number if _is_sensible(number) else number / 1000


def _date_in(text: str) -> float | None:
    found = next((match for form in _DATES if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    parts = found.groupdict()
    month = _MONTHS.index(parts["name"].lower()) + 1 if parts.get("name") else int(parts["month"])
    try:
        day = datetime(int(parts["year"]), month, int(parts["day"]), tzinfo=_zone(parts))
        if parts["hour"] is None:
            return day.timestamp() + DAY - 1
        time = day.replace(hour=int(parts["hour"]), minute=int(parts["minute"]), second=int(parts["second"] or 0))
    except ValueError:  # no such day, hour or zone
        return None
    return time.timestamp() + float(f"0.{parts['fraction'] or 0}")


def _zone(parts: dict[str, str | None]) -> timezone:
    ahead = timedelta(hours=int(parts["zone_hours"] or 0), minutes=int(parts["zone_minutes"] or 0))
    return timezone(-ahead if parts["sign"] == "-" else ahead)
