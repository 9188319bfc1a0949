"""Characters that nobody sees: which of them are strays, how a text reads without them, and how to show them.

A stray is one that means nothing where it stands. The same character may be meant elsewhere: a joiner within an emoji
or between Persian letters, a variation selector behind a kanji, a mark of direction in an Arabic text. Those stay.

Source: Unicode Standard, chapters 9, 12 and 23; UTS #37 (ideographic variation), UTS #51 (emoji).
"""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence

_BLANKS = " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u3164\uffa0"
"""Not line ends: where a field holds several lines, they are meant."""

_BLANK_ENDS = re.compile(f"\\A[{_BLANKS}]+|[{_BLANKS}]+\\Z")
_ODD_BLANKS = "\v\f\x1c-\x1e\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f"
"""Within a text they become a plain blank. The ideographic space is not among them: in an address it is meant."""

_REMOVED = "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0100-\U000e01ef"  # noqa: E501  one set
_TAGS = "\U000e0000-\U000e007f"
_PERHAPS = re.compile(f"[{_TAGS}]+|[{_ODD_BLANKS}{_REMOVED}]")

_MONGOLIAN = "\u1800-\u18af"
_JOINING = re.compile(
    "[\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1cff\ua800-\ua8ff\ua980-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
_WITHOUT_BLANKS = re.compile("[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aaf]")
"""Thai, Lao, Tibetan, Myanmar, Khmer: a zero-width space tells where a word ends."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FLAG = "\U0001f3f4"
_KEYCAP = "\u20e3"
_SIGNS_SHOWN_AS_EMOJI = "\u203c\u2049\u3030\u303d"
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")

_OFTEN_SEEN = tuple("\ufeff\u200b\xa0\xad\u200e\u2060\v")
_OFTEN_ENOUGH = (
    *_OFTEN_SEEN,
    *"\f\x1a\x1b\x1f\x7f\x01\x02\x03\x07\x08\x85\u200c\u200d\u200f\u2028\u202a\u202c\u202f\u2069\ufe0f",
)
"""Those that are looked for in long texts: a search for one character costs next to nothing where it cannot occur."""


def without_strays(text: str) -> str:
    """A text without the characters that mean nothing in it, and with plain blanks for odd ones."""
    while _PERHAPS.search(text):
        made = _PERHAPS.sub(_put_right, text)
        if made == text:
            break
        text = made  # what stood beside something that went may mean nothing any more
    return text


def cleaned(text: str) -> str:
    """`without_strays`, and without blanks at its ends. To clean what was cleaned changes nothing."""
    if text.isascii() and text.isprintable():
        return text.strip(" ")
    text = without_strays(text)
    while (made := without_strays(_BLANK_ENDS.sub("", text))) != text:
        text = made
    return text


def cleaned_names(names: Sequence[str]) -> list[str]:
    """Column names, each `cleaned`; but those that would then be the same stay as they are."""
    made = [cleaned(name) for name in names]
    counts = Counter(made)
    return [name if plain and counts[plain] > 1 else plain for name, plain in zip(names, made, strict=True)]


def may_hold_strays(text: str, *, is_hasty: bool = False) -> bool:
    """Whether it is worth to look at each part of a long text; fast, and right for all that is common.

    Args:
        text: Any text.
        is_hasty: Whether only those are looked for that are found in files again and again.
    """
    return any(sign in text for sign in (_OFTEN_SEEN if is_hasty else _OFTEN_ENOUGH))


def strays_in(text: str) -> tuple[str, ...]:
    """The different characters in a text that `without_strays` takes out or makes plain, as ``U+FEFF``."""
    found: dict[str, None] = {}
    for match in _PERHAPS.finditer(text):
        if _put_right(match) != match[0]:
            found.update(dict.fromkeys(map(_code, match[0])))
    return tuple(found)


def visible(text: str, most: int = sys.maxsize) -> str:
    """A text in which strays show as ``⟨U+FEFF⟩``, and blanks at its ends as ``␣``.

    Args:
        text: The text.
        most: No more of its characters than these, those around the first that shows otherwise; “…” for the others.
    """
    seen = _as_seen(text)
    if len(seen) <= most:
        return "".join(seen)
    marked = next((at for at, sign in enumerate(text) if seen[at] != sign), 0)
    begin = 0 if marked < most else min(marked - most // 2, len(seen) - most)
    is_cut = begin + most < len(seen)
    return "…" * bool(begin) + "".join(seen[begin : begin + most]) + "…" * is_cut


def _as_seen(text: str) -> list[str]:
    """How each character of a text shows."""
    begin = len(text) - len(_BLANK_ENDS.sub("", text + "x")) + 1
    end = len(_BLANK_ENDS.sub("", "x" + text)) - 1
    begin, end = (len(text), len(text)) if begin > end else (begin, end)
    strays = {
        at
        for match in _PERHAPS.finditer(text)
        if _put_right(match) != match[0]
        for at in range(match.start(), match.end())
    }
    return [
        _code(sign, "⟨{}⟩")
        if at in strays or (sign != " " and not begin <= at < end)
        else ("␣" if not begin <= at < end else sign)
        for at, sign in enumerate(text)
    ]


def _code(sign: str, form: str = "{}") -> str:
    return form.format(f"U+{ord(sign):04X}")


def _put_right(match: re.Match[str]) -> str:
    """What becomes of one of them: nothing, a plain blank, or itself where it is meant."""
    sign, text = match[0], match.string
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if _is_meant(sign, before, after, text):
        return sign
    return " " if re.match(f"[{_ODD_BLANKS}]", sign) else ""


def _is_meant(sign: str, before: str, after: str, text: str) -> bool:  # noqa: PLR0911  a table of cases
    number = ord(sign[0])
    if 0xE0000 <= number <= 0xE007F:
        return before == _FLAG  # the flags of England, Scotland and Wales
    if sign == "\u200d" and _is_emoji(before) and _is_emoji(after):
        return True
    if sign in "\u200c\u200d":
        return bool(_JOINING.match(before))
    if sign == "\u200b":
        return bool(_WITHOUT_BLANKS.match(before) or _WITHOUT_BLANKS.match(after))
    if sign in "\u061c\u200e\u200f" or 0x202A <= number <= 0x202E or 0x2066 <= number <= 0x2069:
        return bool(_RIGHT_TO_LEFT.search(text))
    if 0x180B <= number <= 0x180F:
        return bool(re.match(f"[{_MONGOLIAN}]", before))
    if 0xE0100 <= number <= 0xE01EF:
        return bool(_HAN.match(before))
    if 0xFE00 <= number <= 0xFE0F:
        return _takes_variation(before, after)
    return False


def _is_emoji(sign: str) -> bool:
    return bool(sign) and (sign == "\ufe0f" or bool(_SKIN.match(sign)) or unicodedata.category(sign) in {"So", "Sm"})


def _takes_variation(before: str, after: str) -> bool:
    """Emoji and other symbols, kanji, keycaps, and letters of scripts that have variants."""
    if not before:
        return False
    is_symbol = unicodedata.category(before)[0] == "S" and before not in "^`~|<>=+$"
    is_letter_with_variants = bool(_HAN.match(before)) or bool(re.match("[\u1000-\u109f\ua840-\ua87f]", before))
    return is_symbol or is_letter_with_variants or before in _SIGNS_SHOWN_AS_EMOJI or after == _KEYCAP
