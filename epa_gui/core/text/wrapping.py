"""About how wide a text is, and where its lines end, for who has nothing that lays texts out: pictures, tooltips."""

import re
import unicodedata

LETTER = 0.62
"""About how wide a Latin letter is, by its size."""

_OPENING = "「『（【〈《〔［｛“‘([{"
_CLOSING = "」』）】〉》〕］｝”’)\\]}、。，．・：；！？…‥〜～ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％"
"""Signs that end no line, and signs that begin none."""

_EAST_ASIAN = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_SPACE = " \t\r\n"  # none that keeps together what stands at its sides
_PIECE = re.compile(
    rf"([{_SPACE}]*)([{_OPENING}]*(?:[{_EAST_ASIAN}]|[^{_SPACE}{_EAST_ASIAN}]+)[{_CLOSING}]*|[^{_SPACE}])"
)
"""What stays on one line, and the spaces before it: a word, or one sign of a script that has no spaces."""


def lettered_width(text: str) -> float:
    """About how wide a text is, in sizes of its letters: Chinese, Japanese and Korean ones are as wide as high."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else LETTER for letter in text)


def wrapped(text: str, letters: int) -> str:
    """A text in lines.

    They end between words, and between the signs of a script that has no spaces where its own rules allow that. Only a
    word that is longer than a line is parted within.

    Args:
        text: One paragraph; its own line breaks are spaces.
        letters: So many Latin letters have room in a line.
    """
    most = letters * LETTER
    lines = [""]
    for space, piece in _PIECE.findall(text):
        beside = lines[-1] + (" " if space and lines[-1] else "") + piece
        if lettered_width(beside) <= most:
            lines[-1] = beside
        else:
            lines += _parts(piece, most)
    return "\n".join(line for line in lines if line)


def _parts(piece: str, most: float) -> list[str]:
    """A piece in parts that have room in a line."""
    parts = [""]
    for letter in piece:
        if parts[-1] and lettered_width(parts[-1] + letter) > most:
            parts.append("")
        parts[-1] += letter
    return parts
