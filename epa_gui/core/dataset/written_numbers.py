"""Numbers as people write them: with thousands set apart, a currency, a unit, brackets, full-width digits."""

import re
from functools import lru_cache

from epa_gui.core.dataset.narrow_text import narrow

_MOST_REMEMBERED = 10_000
_LONGEST = 60
"""Characters: what is longer is no number."""

_MINUS = dict.fromkeys(map(ord, "−‐‑‒–﹣－▲△"), "-")
_CURRENCIES = (
    "US$",
    "A$",
    "C$",
    "JPY",
    "USD",
    "EUR",
    "GBP",
    "CHF",
    "CNY",
    "KRW",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "R$",
    "Rs.",
    "kr",
    "zł",
    "Fr.",
    "¥",
    "$",
    "€",
    "£",
    "₩",
    "₹",
    "\\",
    "円",
    "ドル",
    "ユーロ",
    "元",
)
_UNITS = (
    *("%", "‰", "℃", "℉", "°C", "°F", "°", "kg", "mg", "g", "km", "cm", "mm", "m", "km²", "m²", "m2", "㎡", "坪"),
    *("ml", "mL", "L", "l", "cc", "kWh", "Wh", "kW", "W", "V", "Hz", "MHz", "GHz", "dB", "hPa", "ppm"),
    *(
        "KB",
        "MB",
        "GB",
        "TB",
        "h",
        "min",
        "sec",
        "s",
        "ms",
        "pt",
        "px",
        "pcs",
        "人",
        "名",
        "件",
        "個",
        "本",
        "枚",
        "台",
    ),
    *(
        "回",
        "歳",
        "才",
        "点",
        "冊",
        "社",
        "店",
        "室",
        "戸",
        "棟",
        "杯",
        "匹",
        "頭",
        "着",
        "足",
        "箱",
        "袋",
        "倍",
        "日間",
    ),
    *("時間", "分", "秒", "週間", "か月", "ヶ月", "年間", "泊", "キロ", "グラム", "メートル", "リットル", "パーセント"),
)


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_AMOUNT = re.compile(
    rf"(?P<open>\()?(?P<sign>[-+])?(?P<before>(?:{_any_of(_CURRENCIES)}))?(?P<sign2>[-+])?"
    r"(?P<digits>[0-9][0-9.,' ]*|\.[0-9]+)(?P<exponent>[eE][-+]?[0-9]+)?"
    rf"(?P<unit>(?:{_any_of((*_CURRENCIES, *_UNITS))}))?(?P<after>-)?(?P<close>\))?"
)
_PLAIN = r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+"
_COMMAS = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?"
_LAKHS = r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"
_APOSTROPHES = r"[1-9][0-9]{0,2}(?:'[0-9]{3})+(?:[.,][0-9]+)?"
_BLANKS = r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]+)?"
_POINTS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}"
_DECIMAL_COMMA = r"(?:0|[1-9][0-9]*),[0-9]+"
_DIGITS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("plain", _PLAIN),
        ("commas", rf"{_COMMAS}|{_LAKHS}"),
        ("apostrophes", _APOSTROPHES),
        ("blanks", _BLANKS),
        ("points", _POINTS),
        ("decimal comma", _DECIMAL_COMMA),
    )
)


class WrittenNumber:
    """A number as somebody wrote it.

    Attributes:
        plain: The same number as the service reads numbers.
        grouping: What its digits hold: ``plain``, ``commas``, ``apostrophes``, ``blanks``, ``points`` for thousands, or
            ``decimal comma``.
        unit: Its currency or unit, as written; empty if it has none.
        negative: How it is marked as below zero: ``sign``, ``behind``, ``brackets``, or empty.
        is_wide: Whether it holds full-width letters.
    """

    __slots__ = ("grouping", "is_wide", "negative", "plain", "unit")

    def __init__(self, plain: str, grouping: str, unit: str, negative: str, *, is_wide: bool) -> None:
        self.plain = plain
        self.grouping = grouping
        self.unit = unit
        self.negative = negative
        self.is_wide = is_wide


@lru_cache(_MOST_REMEMBERED)
def written_number(text: str) -> WrittenNumber | None:
    """Take a field apart as a number with what people put around it; `None` if it is none."""
    if len(text) > _LONGEST or not text.strip():
        return None
    folded = narrow(text.translate(_MINUS)).replace("’", "'")
    is_wide = any(ord(sign) > 0xFF00 for sign in text)
    # Blanks stand between thousands, and beside a currency or a unit: there they mean nothing.
    folded = re.sub(r"(?<![0-9]) | (?![0-9])", "", folded)
    found = _AMOUNT.fullmatch(folded)
    if not found or (found["before"] and found["unit"] and found["unit"] not in {"%", "円"}):
        return None
    signs = [mark for mark in ("sign", "sign2", "after") if found[mark]]
    if len(signs) + bool(found["open"]) > 1 or bool(found["open"]) != bool(found["close"]):
        return None
    grouping, digits = _plain_digits(found["digits"])
    if not grouping or (found["exponent"] and (grouping != "plain" or found["unit"])):
        return None
    is_negative = bool(found["open"] or found["after"]) or "-" in (found["sign"], found["sign2"])
    negative = "brackets" if found["open"] else "behind" if found["after"] else "sign" if is_negative else ""
    plain = ("-" if is_negative else "") + digits + (found["exponent"] or "")
    return WrittenNumber(plain, grouping, _same(found["before"] or found["unit"] or ""), negative, is_wide=is_wide)


def _plain_digits(digits: str) -> tuple[str, str]:
    """How digits are grouped, and the same without; empty if it is no number."""
    for name, pattern in _DIGITS:
        if pattern.fullmatch(digits):
            if name == "commas":
                return name, digits.replace(",", "")
            if name in {"points", "decimal comma"}:
                return name, digits.replace(".", "").replace(",", ".")
            return name, digits.replace("'", "").replace(" ", "").replace(",", ".")
    return "", ""


def _same(unit: str) -> str:
    """Signs that mean the same currency: a column may hold both."""
    return {"\\": "¥", "円": "¥", "JPY": "¥", "USD": "$", "US$": "$", "ドル": "$", "EUR": "€", "ユーロ": "€"}.get(
        unit, unit
    )
