"""Numbers as results write them."""

import math
import re
import unicodedata

_NUMBER = re.compile(r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)?(?:\.[0-9]*)?(?:e[+-]?[0-9]+)?")
_LONGEST = 100
_MOST_COUNTED = 10**10
"""More rows than any file has: what is larger is no number of them, and nothing is reckoned from it."""


def number_in(text: str) -> float | None:
    """The number a field holds, such as ``0.85``, ``85%`` (that is 0.85) or ``1,234.5``; `None` for anything else."""
    if len(text) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", text).strip().replace("\N{MINUS SIGN}", "-").casefold()
    digits = plain.removesuffix("%").rstrip()
    if not digits or not _NUMBER.fullmatch(digits):
        return None
    is_percent = plain != digits and plain.endswith("%")
    bare, _, exponent = digits.replace(",", "").partition("e")
    try:
        # By the exponent, not by division: 86.55% is 0.8655, and not the double beside it.
        value = float(f"{bare}e{int(exponent or 0) - (2 if is_percent else 0)}")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def is_share(text: str) -> bool:
    """Whether a field ends in a sign for per cent."""
    return unicodedata.normalize("NFKC", text).rstrip().endswith("%")


def count_in(text: str) -> int | None:
    """The whole number of things a field holds, 0 or more; `None` for anything else, a share included."""
    value = None if is_share(text) else number_in(text)
    return int(value) if value is not None and 0 <= value <= _MOST_COUNTED and value == int(value) else None


def written_step(text: str) -> float:
    """By how much a number's last written digit counts: .0001 for ``86.55%``, 10 for ``1.2e2``; 0 for no number."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    digits = plain.removesuffix("%").rstrip().replace(",", "")
    match = re.fullmatch(r"[+\-\N{MINUS SIGN}]?[0-9]*(?:\.([0-9]*))?(?:e([+-]?[0-9]{1,3}))?", digits)
    if not match or not digits:
        return 0.0
    places = len(match[1] or "") - int(match[2] or 0) + (2 if plain != digits and plain.endswith("%") else 0)
    return 10.0 ** -min(max(places, -300), 300)
