"""Where a line may end within a word: where there is no room for it."""

import re

from epa_gui.core.text.unbroken import EAST_ASIAN, WORD_JOINER

_ZERO_WIDTH_SPACE = "\u200b"

_LONGEST_WHOLE, _LONGEST_PART, _PIECE = 12, 16, 12
"""Characters of a word, and of a part of a longer one, that stay together; and of a piece of such a part."""

_LONG_WORD = re.compile(rf"[^\s{EAST_ASIAN}{WORD_JOINER}]{{{_LONGEST_WHOLE + 1},}}")
_SEPARATORS = r"_/\\.@:=&?-"
_PART = re.compile(
    rf"[^{_SEPARATORS}]{{1,{_LONGEST_PART}}}(?![^{_SEPARATORS}])[{_SEPARATORS}]*"
    rf"|[^{_SEPARATORS}]{{{_PIECE}}}|[{_SEPARATORS}]+"
)
_CLOSING = re.compile(r"[^\w_]+")


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
