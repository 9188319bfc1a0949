"""Which encoding a file has, told from its bytes as far as they have been seen."""

import codecs
from enum import StrEnum

FIRST_BYTES = 1000
"""The service guesses the encoding from so many. Source: the service's console manual."""


class Encoding(StrEnum):
    """The encodings this program recognises. The values are Python's names for their codecs."""

    UTF_8_BOM = "utf-8-sig"
    UTF_8 = "utf-8"
    ASCII = "ascii"
    SHIFT_JIS = "cp932"
    UTF_16 = "utf-16"
    UTF_16_LE = "utf-16-le"
    UTF_16_BE = "utf-16-be"


UTF_16_KINDS = frozenset({Encoding.UTF_16, Encoding.UTF_16_LE, Encoding.UTF_16_BE})

_NULS_OF_UTF_16 = 0.3
"""Share of NUL bytes at even or odd places that ASCII letters in UTF-16 leave."""


def first_guess(beginning: bytes) -> Encoding:
    """What the first bytes of a file tell: a BOM, or UTF-16's many NULs; else UTF-8, until something else shows."""
    if beginning.startswith(codecs.BOM_UTF8):
        return Encoding.UTF_8_BOM
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding.UTF_16
    half = max(1, len(beginning) // 2)
    if beginning[1::2].count(0) / half > _NULS_OF_UTF_16 and beginning[::2].count(0) < half / 10:
        return Encoding.UTF_16_LE
    if beginning[::2].count(0) / half > _NULS_OF_UTF_16 and beginning[1::2].count(0) < half / 10:
        return Encoding.UTF_16_BE
    return Encoding.UTF_8
