"""About how wide a text is, and where its lines end, for who has nothing that lays texts out: pictures, tooltips."""

import re
import unicodedata
from collections.abc import Iterator

from epa_gui.core.text.unbroken import EAST_ASIAN, WORD_JOINER, as_written, unbroken

LETTER = 0.62
"""About how wide a Latin letter is, by its size."""

_OPENING = "「『（【〈《〔［｛“‘([{"
_CLOSING = "」』）】〉》〕］｝”’)\\]}、。，．・：；！？…‥〜～ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％"
"""Signs that end no line, and signs that begin none."""

_SPACE = " \t\r\n"  # none that keeps together what stands at its sides
_UNIT = rf"[{_OPENING}]*(?:[{EAST_ASIAN}]|[^{_SPACE}{EAST_ASIAN}{WORD_JOINER}]+)[{_CLOSING}]*"
_PIECE = re.compile(rf"([{_SPACE}]*)({_UNIT}(?:{WORD_JOINER}{_UNIT})*|[^{_SPACE}])")
"""What stays on one line, and the spaces before it: a word, one sign of a script that has no spaces, or
several that are joined."""


def lettered_width(text: str) -> float:
    """About how wide a text is, in sizes of its letters: Chinese, Japanese and Korean ones are as wide as high."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else LETTER for letter in text)


def wrapped(text: str, letters: int) -> str:
    """A text in lines.

    They end between words, and between the signs of a script that has no spaces where its own rules allow that; never
    where `unbroken` keeps them together. Only a word that is longer than a line is parted within. What kept them
    together has done its work then, and is no more than a space: a search finds “5 %” as it is typed.

    Args:
        text: One paragraph; its own line breaks are spaces.
        letters: So many Latin letters have room in a line.
    """
    most = letters * LETTER
    lines = [""]
    for space, piece in _pieces(text, most):
        beside = lines[-1] + (" " if space and lines[-1] else "") + piece
        if lettered_width(beside) <= most:
            lines[-1] = beside
        else:
            lines += _parts(piece, most)
    return as_written("\n".join(line for line in lines if line))


def _pieces(text: str, most: float) -> Iterator[tuple[str, str]]:
    """What stays on one line, with the spaces before it; what is joined only as long as a line has room for it."""
    for space, joined in _PIECE.findall(unbroken(text)):
        piece = joined.replace(WORD_JOINER, "")
        if lettered_width(piece) <= most or piece == joined:
            yield space, piece
        else:
            (_, first), *others = _PIECE.findall(piece)
            yield from ((space, first), *others)


def _parts(piece: str, most: float) -> list[str]:
    """A piece in parts that have room in a line."""
    parts = [""]
    for letter in piece:
        if parts[-1] and lettered_width(parts[-1] + letter) > most:
            parts.append("")
        parts[-1] += letter
    return parts
