"""Puts texts that somebody else wrote inside ours, so that they can neither turn our words round nor break our lines.

Whatever a service, a file or a person calls a thing may hold signs that change the direction of all that follows.
Such a text is set apart by Unicode's isolates (U+2068 … U+2069), and what could end them is shown as “�”. A text that
cannot do any of this stays exactly as it is. What is compared, sorted, kept and copied never comes through here.

Source: Unicode Standard Annex #9, "Unicode Bidirectional Algorithm".
"""

import re

ISOLATE, END_ISOLATE = "\u2068", "\u2069"

_REPLACED = "�"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029"
_TURNING = re.compile(f"[{_RIGHT_TO_LEFT}{_MARKS}{_CONTROLS}]")
_MARKED = re.compile(f"[{_MARKS}{_CONTROLS}]")
_LINE_END = re.compile("(?:\r\n|[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029])+")
_ENDS_OR_OVERRIDES = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066\u2067\u206a-\u206f]")
_PAIRED = re.compile(f"[{ISOLATE}{END_ISOLATE}]")


def fill(text: str, *values: object) -> str:
    """`text` with `values` in place of its marks, each set apart where it could turn or break the words around it."""
    return text.format(*(isolated(value) if isinstance(value, str) else value for value in values))


def isolated(text: str) -> str:
    """A foreign text for the middle of a sentence: on one line, set apart if it holds anything that could reorder."""
    if not _TURNING.search(text):
        return text
    text = _tamed(text)
    if _is_one_isolate(text):
        return text
    return f"{ISOLATE}{text}{END_ISOLATE}"


def shown(text: str) -> str:
    """A foreign text that stands alone on one line, as in a cell: as it came, if that is letters only."""
    return isolated(text) if _MARKED.search(text) else text


def shown_lines(text: str) -> str:
    """A foreign text of several lines, each as `shown`."""
    return "\n".join(map(shown, text.replace("\r\n", "\n").split("\n"))) if _MARKED.search(text) else text


def without_isolates(text: str) -> str:
    """`text` as people type it who look for it: without the invisible signs that set its parts apart."""
    return _PAIRED.sub("", text)


def _tamed(text: str) -> str:
    """`text` on one line, without overrides, and with isolates only where each has its end."""
    text = _ENDS_OR_OVERRIDES.sub(_REPLACED, _LINE_END.sub(" ", text))
    if not _PAIRED.search(text):
        return text
    signs, begun = list(text), []
    for place, sign in enumerate(signs):
        if sign == ISOLATE:
            begun.append(place)
        elif sign == END_ISOLATE:
            if begun:
                begun.pop()
            else:
                signs[place] = _REPLACED
    for place in begun:
        signs[place] = _REPLACED
    return "".join(signs)


def _is_one_isolate(text: str) -> bool:
    """Whether one pair of isolates holds all of `text`."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == ISOLATE) - (sign == END_ISOLATE)
        if depth == 0:
            return place == len(text) - 1 and place > 0
    return False
