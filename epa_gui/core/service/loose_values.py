"""Reads values that may be text, numbers or nothing: what cannot be understood is nothing, never an error."""

from typing import Any

from epa_gui.core.jobs.said_time import time_in
from epa_gui.core.service.redaction import beginning
from epa_gui.core.service.reply import number_in, plain

_LONGEST = 500
_TRUE = frozenset({"true", "1", "yes", "on"})
_FALSE = frozenset({"false", "0", "no", "off", ""})


def text_of(value: Any, most: int = _LONGEST) -> str:
    """A text or a number as text, shortened; empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    try:
        return plain(beginning(str(value), most))
    except ValueError:  # Python writes no numbers of thousands of digits
        return ""


def whole_number_of(value: Any) -> int | None:
    """A whole number that is not negative, also one written as text; else `None`."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value) < 25:
        value = int(value)
    number = number_in(value)
    return number if number is not None and number >= 0 else None


def truth_of(value: Any) -> bool | None:
    """Yes or no, also as a word or a number; else `None`."""
    if isinstance(value, bool):
        return value
    said = text_of(value).strip().lower()
    if said in _TRUE:
        return True
    return False if said in _FALSE and isinstance(value, str | int) else None


def moment_of(value: Any) -> tuple[float | None, str]:
    """A time in seconds since the epoch (UTC), if it is understood; and how it was said."""
    said = text_of(value, 100)
    return time_in(said), said
