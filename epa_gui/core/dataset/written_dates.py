"""Dates as people write them: in years of an era, with a weekday, in words."""

import re
from datetime import date
from functools import lru_cache

from epa_gui.core.dataset.narrow_text import narrow

_MOST_REMEMBERED = 10_000
_LONGEST = 60
"""Characters: what is longer is no date."""

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "R": 2018, "H": 1988, "S": 1925, "T": 1911}
"""What is added to a year of the era."""

_LAST_YEAR_OF_ERA = {1988: 31, 1925: 64, 1911: 15}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHER_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "jänner jän gennaio gen enero ene",
            "févr fév",
            "märz mär mrz",
            "avril avr abril abr",
            "mai maggio mag",
            "juin giugno giu",
            "luglio lug",
            "août aout agosto ago",
            "settembre set setembro",
            "oktober okt ottobre ott outubro",
            "",
            "dezember dez décembre déc dicembre diciembre dic dezembro",
        ),
        1,
    )
    for name in names.split()
}
"""German, French, Italian and Spanish ones that do not begin as the English ones do."""

_MONTH_NAME = (
    r"(?:(?P<word>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    rf"|(?P<other>{'|'.join(sorted(_OTHER_MONTHS, key=len, reverse=True))}))\.?"
)
_YEAR = "(?P<year>[0-9]{4})"
_MONTH = "(?P<month>[0-9]{1,2})"
_DAY = "(?P<day>[0-9]{1,2})"
_WEEKDAY = r"(?: ?\(?(?:[月火水木金土日祝](?:曜日?)?|mon|tue|wed|thu|fri|sat|sun)\)?)?"
_ZONE = "(?P<zone>Z| ?[-+][0-9]{2}:?[0-9]{2})?"
_TIME = (
    r"(?:(?:T| +)(?:(?P<half>午前|午後) ?)?(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?P<part>[.,][0-9]+)?)?"
    rf"|時(?:(?P<minute2>[0-9]{{1,2}})分(?:(?P<second2>[0-9]{{1,2}})秒)?)?)(?: ?(?P<half2>[ap]\.?m\.?))?{_ZONE})?"
)
_WRITTEN_DATES = tuple(
    (name, re.compile(rf"{pattern}{_WEEKDAY}{_TIME}", re.IGNORECASE))
    for name, pattern in (
        ("YYYY-MM-DD", rf"{_YEAR}-{_MONTH}-{_DAY}"),
        ("YYYY/MM/DD", rf"{_YEAR}/{_MONTH}/{_DAY}"),
        ("YYYY.MM.DD", rf"{_YEAR}\. ?{_MONTH}\. ?{_DAY}\.?"),
        ("DD.MM.YYYY", rf"{_DAY}\.{_MONTH}\.{_YEAR}"),
        ("YYYY年MM月DD日", rf"{_YEAR}年 ?{_MONTH}月 ?{_DAY}日"),
        ("令和", rf"(?P<era>令和|平成|昭和|大正) ?(?P<era_year>[0-9]{{1,2}}|元)年 ?{_MONTH}月 ?{_DAY}日"),
        ("令和", rf"(?P<era>令和|平成|昭和|大正|(?-i:[RHST])) ?(?P<era_year>[0-9]{{1,2}}|元)[./-]{_MONTH}[./-]{_DAY}"),
        ("D Mon YYYY", rf"{_DAY}(?:st|nd|rd|th|er|\.)?[- ]?(?:de )?{_MONTH_NAME}[-, ] ?(?:de )?{_YEAR}"),
        ("Mon D, YYYY", rf"{_MONTH_NAME} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}"),
        ("YYYY-Mon-D", rf"{_YEAR}[- ]{_MONTH_NAME}[- ]{_DAY}"),
    )
)
_WRITTEN_MONTHS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("YYYY-MM", rf"{_YEAR}-{_MONTH}"),
        ("YYYY/MM", rf"{_YEAR}/{_MONTH}"),
        ("YYYY年MM月", rf"{_YEAR}年 ?{_MONTH}月"),
        ("令和", rf"(?P<era>令和|平成|昭和|大正) ?(?P<era_year>[0-9]{{1,2}}|元)年 ?{_MONTH}月"),
    )
)


class WrittenDate:
    """A date as somebody wrote it.

    Attributes:
        plain: The same date as YYYY-MM-DD, with a time as H:mm or H:mm:ss behind it; or a month as YYYY-MM.
        form: How it is written.
        zone: Its time zone, which `plain` has not; empty if it has none.
        is_cut: Whether a part of a second is lost in `plain`.
    """

    __slots__ = ("form", "is_cut", "plain", "zone")

    def __init__(self, plain: str, form: str, zone: str = "", *, is_cut: bool = False) -> None:
        self.plain = plain
        self.form = form
        self.zone = zone
        self.is_cut = is_cut


@lru_cache(_MOST_REMEMBERED)
def written_date(text: str) -> WrittenDate | None:
    """Take a field apart as a date of which day and month are certain; `None` if it is none."""
    if len(text) > _LONGEST:
        return None
    folded = narrow(text)
    for form, pattern in _WRITTEN_DATES:
        if found := pattern.fullmatch(folded):
            return _date(form, found)
    for form, pattern in _WRITTEN_MONTHS:
        if found := pattern.fullmatch(folded):
            year, month = _year(found), int(found["month"])
            return WrittenDate(f"{year:04}-{month:02}", form) if year and 1 <= month <= 12 else None
    return None


def _date(form: str, found: re.Match[str]) -> WrittenDate | None:
    parts = found.groupdict()
    word, other = (parts.get("word") or "").lower(), (parts.get("other") or "").lower()
    month = _OTHER_MONTHS[other] if other else _MONTHS.index(word) + 1 if word else int(parts["month"])
    try:
        day = date(_year(found), month, int(parts["day"]))
        time, is_cut = _time(parts)
    except ValueError:
        return None
    zone = (parts["zone"] or "").strip()
    return WrittenDate(f"{day.isoformat()}{time}", f"{form} hh:mm" if time else form, zone, is_cut=is_cut)


def _year(found: re.Match[str]) -> int:
    """The year of a date; 0 if its era had no such year."""
    parts = found.groupdict()
    if not parts.get("era"):
        return int(parts["year"])
    before = _ERAS[parts["era"]]
    of_era = 1 if parts["era_year"] == "元" else int(parts["era_year"])
    return before + of_era if 1 <= of_era <= _LAST_YEAR_OF_ERA.get(before, 99) else 0


def _time(parts: dict[str, str | None]) -> tuple[str, bool]:
    """The time of day with a blank before it, and whether a part of a second is lost. Raises ValueError for none."""
    if parts["hour"] is None:
        return "", False
    hour = int(parts["hour"])
    minute, second = parts["minute"] or parts["minute2"] or "0", parts["second"] or parts["second2"]
    half = (parts["half"] or parts["half2"] or "").lower()
    if half and (not (half == "午前" or hour) or hour > 12):
        raise ValueError(hour)
    if half:
        hour = hour % 12 + 12 * (half[0] in "p午" and half != "午前")
    if hour > 23 or int(minute) > 59 or int(second or 0) > 59:
        raise ValueError(hour)
    part = parts["part"] or ""
    time = f" {hour:02}:{int(minute):02}" + (f":{int(second):02}" if second else "")
    return time, bool(part.strip(".,0"))
