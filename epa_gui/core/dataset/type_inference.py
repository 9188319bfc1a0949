"""What a field is: a number, a date in one of the common formats, or text."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from epa_gui.core.dataset.written_dates import written_date
from epa_gui.core.dataset.written_numbers import written_number
from epa_gui.core.jobs.profile import ColumnType

NUMBER = "number"
TEXT = "text"
EMPTY = "empty"

_SPACE = " \t\r\n\v\f"
_NUMBER = r"[-+]?+(?:[0-9]++\.?+[0-9]*+|\.[0-9]++)(?:[eE][-+]?+[0-9]++)?+"
_PLAIN_NUMBER = r"[-+]?+[0-9]++\.?+[0-9]*+"
_YEAR = "[0-9]{4}"
_FIRST_YEAR, _LAST_YEAR = "1970", "3999"
_YEAR_IN_RANGE = "(?:19[7-9][0-9]|[23][0-9]{3})"
"""Dates: 1970 to 3999. Source: the service's console manual."""

# The longer alternative first: once a date is matched as one of many, nothing goes back into it.
_MONTH = "(?:1[0-2]|0?[1-9])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_LISTED_TIME = " [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?+"
_CLOCK = "[0-9]{1,2}:[0-9]{2}"
_ZONE = " ?[+-][0-9]{2}:?+[0-9]{2}"
# No two of these match the same.
_PLAIN_TIME = rf"(?:T| {{2,3}}){_CLOCK}(?::[0-9]{{2}})?+"
_TIME_IN_UTC = rf"(?:T| {{1,3}}){_CLOCK}(?::[0-9]{{2}})?+Z"
_EXACT_TIME = rf"(?:T| {{1,3}}){_CLOCK}(?:{_ZONE}|:[0-9]{{2}}(?:{_ZONE}|[.,][0-9]{{1,9}}+(?:Z|{_ZONE})?+))"
_MONTH_NAMES = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"

_CURRENCY_NAMES = r"JPY|EUR|GBP|CHF|CNY|KRW|SEK|NOK|DKK|PLN|R\$|Rs\.|kr|Fr\."

_SURELY_TEXT = "|".join(
    (
        # begins as no number and no date does
        rf"[^-+0-9.{_SPACE}(（０-９−－‐–▲△＋¥￥＄$€£₩₹\\令平昭大A-Za-z][^\n]*+",
        rf"(?!US|{_CURRENCY_NAMES}|[AC]\$|[RHST] ?[0-9元]|{_MONTH_NAMES})[A-Za-z][^\n]*+",
        r"[0-9]++[:_~#&@;=][^\n]*+",  # times
        rf"(?!{_YEAR_IN_RANGE}-{_MONTH}\n)[0-9]++-(?:[0-9]{{3}}[^\n]*+|[0-9]++(?=\n))",  # telephone numbers, postcodes
    )
)


@dataclass(frozen=True, slots=True)
class DateFormat:
    """A way to write dates.

    Attributes:
        name: How people know it, such as ``YYYY-MM-DD``.
        date: A regular expression for the day, with ``{year}`` in place of the year's.
        time: One for what stands behind it.
        is_listed: Whether the service's manual lists it; other dates are text for the service.
    """

    name: str
    date: str
    time: str
    is_listed: bool = True

    def pattern(self, year: str) -> str:
        """A regular expression for a date in this format, given one for its year."""
        return self.date.replace("{year}", year) + self.time


_DAY_FORMATS = (
    ("YYYY-MM-DD", f"{{year}}-{_MONTH}-{_DAY}", True),
    ("YYYY/MM/DD", f"{{year}}/{_MONTH}/{_DAY}", True),
    ("YYYY.MM.DD", rf"{{year}}\.{_MONTH}\.{_DAY}", False),
    ("DD/MM/YYYY", f"(?:{_DAY}/{_MONTH}|{_MONTH}/{_DAY})/{{year}}", True),
    ("DD-MM-YYYY", f"(?:{_DAY}-{_MONTH}|{_MONTH}-{_DAY})-{{year}}", True),
    ("DD.MM.YYYY", rf"(?:{_DAY}\.{_MONTH}|{_MONTH}\.{_DAY})\.{{year}}", False),
    ("YYYY年MM月DD日", f"{{year}}年 ?{_MONTH}月 ?{_DAY}日", False),
)
_DAY_2, _MONTH_2 = "(?:3[01]|[12][0-9]|0[1-9])", "(?:1[0-2]|0[1-9])"
_SHORT_YEAR = "[0-9]{2}(?![0-9])"
_SHORT_FORMATS = (
    ("DD/MM/YY", f"(?:{_DAY}/{_MONTH}|{_MONTH}/{_DAY})/{_SHORT_YEAR}"),
    # With fewer digits these may be versions and codes.
    ("DD.MM.YY", rf"(?:{_DAY_2}\.{_MONTH_2}|{_MONTH_2}\.{_DAY_2})\.{_SHORT_YEAR}"),
    ("DD-MM-YY", f"(?:{_DAY_2}-{_MONTH_2}|{_MONTH_2}-{_DAY_2})-{_SHORT_YEAR}"),
    ("D Mon YY", rf"{_DAY}(?:-{_MONTH_NAMES}-| {_MONTH_NAMES}\.? ){_SHORT_YEAR}"),
)
"""With two digits for the year: which century is meant, and often which part is the day, only people know."""

_HALF_DAY_TIME = r" {1,2}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?+ ?[AaPp]\.?[Mm]\.?"
DATE_FORMATS = (
    *(DateFormat(name, date, "", is_listed) for name, date, is_listed in _DAY_FORMATS),
    *(DateFormat(f"{name} hh:mm", date, _LISTED_TIME, is_listed) for name, date, is_listed in _DAY_FORMATS),
    *(DateFormat(f"{name}Thh:mm", date, _PLAIN_TIME, is_listed=False) for name, date, _ in _DAY_FORMATS),
    *(DateFormat(f"{name}Thh:mmZ", date, _TIME_IN_UTC, is_listed=False) for name, date, _ in _DAY_FORMATS),
    *(DateFormat(f"{name}Thh:mm+zone", date, _EXACT_TIME, is_listed=False) for name, date, _ in _DAY_FORMATS),
    *(DateFormat(f"{name} hh:mm AM", date, _HALF_DAY_TIME, is_listed=False) for name, date, _ in _DAY_FORMATS),
    *(DateFormat(name, date, "", is_listed=False) for name, date in _SHORT_FORMATS),
    *(DateFormat(f"{name} hh:mm", date, _LISTED_TIME, is_listed=False) for name, date in _SHORT_FORMATS),
    *(DateFormat(f"{name} hh:mm AM", date, _HALF_DAY_TIME, is_listed=False) for name, date in _SHORT_FORMATS),
    # Of other years they are codes and telephone numbers.
    DateFormat("YYYY-MM", f"{_YEAR_IN_RANGE}-{_MONTH}", ""),
    DateFormat("YYYY/MM", f"{_YEAR_IN_RANGE}/{_MONTH}", "", is_listed=False),
    DateFormat("Mon-YY", "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-[0-9]{2}", ""),
)
"""The ways to write dates that are told apart. Which are listed: the service's console manual."""

_DATES = {form.name: form for form in DATE_FORMATS}
_A_NUMBER = re.compile(_NUMBER)
_A_DATE = re.compile("|".join(f"({form.pattern(_YEAR)})" for form in DATE_FORMATS))
_A_DATE_IN_RANGE = re.compile("|".join(f"({form.pattern(_YEAR_IN_RANGE)})" for form in DATE_FORMATS))
_TYPES = {NUMBER: ColumnType.NUMBER, TEXT: ColumnType.TEXT, EMPTY: ColumnType.EMPTY}


_MAY_BE_WRITTEN = re.compile(
    r"[(（]?[-+−－‐–▲△＋]?(?:[¥￥＄$€£₩₹\\]|US\$|[AC]\$|USD|"
    rf"{_CURRENCY_NAMES})? ?[-−－]?[0-9０-９.]"
    rf"|令和|平成|昭和|大正|[RHST] ?[0-9元]|{_MONTH_NAMES}[A-Za-z.]* ?[0-9]"
)
_WRITTEN_NUMBER = "number|"
_WRITTEN_DATE = "date|"


def kind_of(field: str) -> str:
    """``number``, ``text``, ``empty``, the name of a date format, or how a number or a date is written otherwise.

    The last begins with ``number|`` (`NumberStyle` takes it apart) or with ``date|``.
    """
    field = field.strip(_SPACE)
    if not field:
        return EMPTY
    if field[-1].isdecimal() or field[-1] in ".日ZmM":
        if _A_NUMBER.fullmatch(field):
            return NUMBER
        if match := _A_DATE.fullmatch(field):
            return DATE_FORMATS[(match.lastindex or 1) - 1].name
    if _MAY_BE_WRITTEN.match(field):
        if number := written_number(field):
            wide = "wide" if number.is_wide else ""
            return f"{_WRITTEN_NUMBER}{number.grouping}|{number.unit}|{number.negative}|{wide}"
        date = written_date(field)
        if date and (date.plain >= _FIRST_YEAR or not field.isascii()):  # 1500-12 is a code
            lost = date.zone or ("cut" if date.is_cut else "")
            return f"{_WRITTEN_DATE}{date.form}|{lost}"
    return TEXT


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How numbers of one kind are written.

    Attributes:
        grouping: As of a `WrittenNumber`.
        unit: Its currency or unit; empty for none.
        negative: How it is marked as below zero; empty if it is not.
        is_wide: Whether it has full-width letters.
    """

    grouping: str
    unit: str
    negative: str
    is_wide: bool


def number_style(kind: str) -> NumberStyle:
    """How numbers of this kind are written."""
    if kind == NUMBER:
        return NumberStyle("plain", "", "", is_wide=False)
    _, grouping, unit, negative, wide = kind.split("|")
    return NumberStyle(grouping, unit, negative, is_wide=bool(wide))


def is_number(kind: str) -> bool:
    """Whether fields of a kind are numbers, however they are written."""
    return kind == NUMBER or kind.startswith(_WRITTEN_NUMBER)


def is_date(kind: str) -> bool:
    """Whether fields of a kind are dates, however they are written."""
    return kind in _DATES or kind.startswith(_WRITTEN_DATE)


def is_listed_date(kind: str) -> bool:
    """Whether the service's manual lists this way of writing dates."""
    return kind in _DATES and _DATES[kind].is_listed


def year_is_in_range(date: str) -> bool:
    """Whether a date, in whatever format, lies in the years the service knows."""
    date = date.strip(_SPACE)
    if _A_DATE_IN_RANGE.fullmatch(date):
        return True
    written = written_date(date)
    return written is not None and _FIRST_YEAR <= written.plain[:4] <= _LAST_YEAR


def type_of(kind: str) -> ColumnType:
    """The type of fields of this kind, as people would say."""
    return ColumnType.DATE if is_date(kind) else _TYPES.get(kind, ColumnType.TEXT)


_SHAPES_OF_NUMBERS = {b"", b"."}
"""What a plain number is without its digits, if it has no sign."""

_NUMBERS = re.compile(rf"(?:(?:{_PLAIN_NUMBER})?+\n)++")


def are_numbers(text: str) -> bool:
    """Whether each line of a text is a plain number, or empty."""
    return _NUMBERS.fullmatch(text) is not None


def are_digits(text: str, lines: int) -> bool:
    """Whether each line of a text is surely a plain number, or empty. Five times as fast as a regular expression."""
    rest = text.encode().translate(None, b"0123456789")
    if len(rest) == lines:
        return rest == b"\n" * lines
    if rest.translate(None, b".-\n"):
        return False
    if b"-" in rest:
        if rest.count(b"-") != text.count("\n-") + text.startswith("-") or "-\n" in text or "-.\n" in text:
            return False
        rest = rest.replace(b"-", b"")
    return b".." not in rest and "\n.\n" not in text and not text.startswith(".\n")


def words_among_digits(text: str, fields: Sequence[str], words: Collection[str]) -> int | None:
    """How many of many fields are one of a few words; `None` unless each other one is surely a plain number, or empty.

    Args:
        text: The fields, each with LF behind it.
        fields: The same.
        words: Fields that are no numbers.
    """
    lines = text.encode("utf-8", "surrogatepass").translate(None, b"0123456789").split(b"\n")
    found = 0
    left = set(lines)
    for word in words:
        shape = word.encode("utf-8", "surrogatepass")
        count = fields.count(word)
        if lines.count(shape) != count:  # digits beside the word, or in it
            return None
        left.discard(shape)
        found += count
    is_plain = left <= _SHAPES_OF_NUMBERS and len(lines) == len(fields) + 1
    if not is_plain or "\n.\n" in text or text.startswith(".\n"):
        return None
    return found


def pattern_for_many(first: Mapping[str, str], others: Mapping[str, str]) -> re.Pattern[str]:
    """Matches fields, each with LF behind it: as many as are of the first kinds or empty, or as many as are of another.

    Dates are all in range. Group 1 is for the first kinds, one more for each other; a field that is of none, or perhaps
    of one, is matched outside them.

    Args:
        first: Kinds that `kind_of` tells, but for empty, and a field of each. Fields that are written otherwise may not
            be matched, but it is faster.
        others: More of them.
    """
    many = "|".join(_one_of_many(kind, example) for kind, example in first.items())
    more = [rf"((?:(?:{_one_of_many(kind, example)})\n)++)" for kind, example in others.items()]
    return _compiled("|".join((rf"((?:(?:{many})?+\n)++)", *more, r"[^\n]*+\n")))


@lru_cache(256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_NO_FIELD = "(?!)"
_SEPARATED = r"[1-9][0-9]{0,2}+(?:%s[0-9]{3})++"
_GROUPINGS = {
    "plain": r"[0-9]++\.?+[0-9]*+",
    "commas": _SEPARATED % "," + r"(?:\.[0-9]++)?+",
    "apostrophes": _SEPARATED % "'" + r"(?:[.,][0-9]++)?+",
    "blanks": _SEPARATED % " " + r"(?:[.,][0-9]++)?+",
    "decimal comma": r"(?:0,[0-9]++|[1-9][0-9]{0,2}+,(?:[0-9]{4,}+|[0-9]{1,2}+)|[1-9][0-9]{3,}+,[0-9]++)",
}
_AN_AMOUNT = re.compile(r"([^0-9]*?)(\.?[0-9][0-9.,' ]*[0-9]|[0-9])([^0-9]*)", re.ASCII)


def _one_of_many(kind: str, example: str) -> str:
    if kind == TEXT:
        return _SURELY_TEXT
    if kind == NUMBER:
        return _PLAIN_NUMBER if re.fullmatch(_PLAIN_NUMBER, example) else _NUMBER
    if kind.startswith(_WRITTEN_NUMBER):
        return _written_like(number_style(kind), example)
    if kind not in _DATES:
        return _NO_FIELD
    form = _DATES[kind]
    found = re.match(form.date.replace("{year}", _YEAR), example)
    if not form.time or not found or form.time == _HALF_DAY_TIME:
        return form.pattern(_YEAR_IN_RANGE)
    time = "".join("[0-9]" if sign.isdecimal() else re.escape(sign) for sign in example[found.end() :])
    return form.date.replace("{year}", _YEAR_IN_RANGE) + time


def _written_like(style: NumberStyle, example: str) -> str:
    """A number with the same signs before and behind it as in the example."""
    found = _AN_AMOUNT.fullmatch(example)
    if not found or style.grouping not in _GROUPINGS or (style.grouping == "plain" and "," in found[2]):
        return _NO_FIELD
    return re.escape(found[1]) + _GROUPINGS[style.grouping] + re.escape(found[3])
