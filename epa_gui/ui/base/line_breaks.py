"""Where a line may end: never between a number and its unit, within a word only where there is no room for it."""

import re

NO_BREAK_SPACE = "\u00a0"
_ZERO_WIDTH_SPACE = "\u200b"

_LONGEST_WHOLE, _LONGEST_PART, _PIECE = 12, 16, 12
"""Characters of a word, and of a part of a longer one, that stay together; and of a piece of such a part."""

_EAST_ASIAN = "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
"""Signs between which Qt ends a line where their own rules allow it: never before “、” or “。”."""

_LONG_WORD = re.compile(rf"[^\s{_EAST_ASIAN}]{{{_LONGEST_WHOLE + 1},}}")
_SEPARATORS = r"_/\\.@:=&?-"
_PART = re.compile(
    rf"[^{_SEPARATORS}]{{1,{_LONGEST_PART}}}(?![^{_SEPARATORS}])[{_SEPARATORS}]*"
    rf"|[^{_SEPARATORS}]{{{_PIECE}}}|[{_SEPARATORS}]+"
)
_CLOSING = re.compile(r"[^\w_]+")
_UNIT = re.compile(r"(?<=\d) (?=(?:%|[^\W\d_]{1,6}\b))|(?<=\d of) (?=\d)")


def unbroken(text: str) -> str:
    """A text in which no number is parted from its unit, from a short word after it, or from what it is a part of."""
    return _UNIT.sub(NO_BREAK_SPACE, text)


def breakable(text: str) -> str:
    """A text whose longest words may be parted: names and addresses may have 200 characters without a space.

    After what separates their parts, where there is such a sign; else anywhere, but before no closing sign.
    """
    return _LONG_WORD.sub(lambda found: _parted(found.group()), text)


def _parted(word: str) -> str:
    made = ""
    for part in _PART.findall(word):
        is_closing = _CLOSING.fullmatch(part) is not None
        made += part if is_closing or not made else _ZERO_WIDTH_SPACE + part
    return made
