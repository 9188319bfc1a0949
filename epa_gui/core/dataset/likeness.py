"""Names and classes that people take for the same, and programs for different: which, and by what they differ."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.dataset.invisible import cleaned, without_strays

_WIDTHS = re.compile("[\uff01-\uffee]+")


class Likeness(StrEnum):
    """By what two texts differ that look alike; the least first."""

    CHARACTERS = "characters"  # by invisible ones, or odd blanks
    BLANKS = "blanks"  # by blanks at the ends, or by how many there are
    COMPOSITION = "composition"  # by how letters with marks are put together: か and ゛, or が
    WIDTH = "width"  # テンポ and ﾃﾝﾎﾟ, Ａ and A
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that look alike.

    Attributes:
        one: The one.
        other: The other.
        likeness: By what they differ.
    """

    one: str
    other: str
    likeness: Likeness


def likeness(one: str, other: str) -> Likeness | None:
    """By what two different texts differ, if they look alike."""
    if one == other:
        return None
    for kind, plain in _STEPS.items():
        one, other = plain(one), plain(other)
        if one == other:
            return kind
    return None


def folded(text: str) -> str:
    """The same for all texts that look alike."""
    for plain in _STEPS.values():
        text = plain(text)
    return text


def alike(texts: Iterable[str]) -> Iterator[Pair]:
    """Of different texts, those that look like one before them; that one comes first."""
    first: dict[str, str] = {}
    for text in texts:
        like = first.setdefault(folded(text), text)
        kind = likeness(like, text)
        if kind:
            yield Pair(like, text, kind)


def paired(gone: Iterable[str], new: Iterable[str]) -> tuple[list[Pair], list[str], list[str]]:
    """What seems to have gone and what seems to be new, where they look alike; then the rest of both.

    Args:
        gone: Texts that are not among `new`.
        new: Texts that are not among `gone`.
    """
    by_look: dict[str, list[str]] = {}
    for text in gone:
        by_look.setdefault(folded(text), []).append(text)
    pairs, rest = [], []
    for text in new:
        same = by_look.get(folded(text))
        kind = likeness(same[0], text) if same else None
        if same and kind:
            pairs.append(Pair(same.pop(0), text, kind))
        else:
            rest.append(text)
    return pairs, [text for texts in by_look.values() for text in texts], rest


def _without_blanks(text: str) -> str:
    return " ".join(cleaned(text).split())


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _in_one_width(text: str) -> str:
    """Letters, digits, signs and kana alone: NFKC as a whole would also take x² for x2."""
    text = _WIDTHS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text.replace("\u3000", " "))
    return unicodedata.normalize("NFC", text)


_STEPS = {
    Likeness.CHARACTERS: without_strays,
    Likeness.BLANKS: _without_blanks,
    Likeness.COMPOSITION: _composed,
    Likeness.WIDTH: _in_one_width,
    Likeness.CASE: str.casefold,
}
