"""Which encoding a file has, told from its bytes as far as they have been seen."""

import codecs
import re
from enum import StrEnum

FIRST_BYTES = 1000
"""The service guesses the encoding from so many. Source: the service's console manual."""


class Encoding(StrEnum):
    """The encodings a file can be read as. The values are Python's names for their codecs.

    Those down to UTF-16 are recognised from the bytes alone and for sure; of the others a person says which it is.
    They stand in the order in which they are offered.
    """

    UTF_8_BOM = "utf-8-sig"
    UTF_8 = "utf-8"
    ASCII = "ascii"
    SHIFT_JIS = "cp932"
    UTF_16 = "utf-16"
    UTF_16_LE = "utf-16-le"
    UTF_16_BE = "utf-16-be"
    UTF_32 = "utf-32"
    UTF_32_LE = "utf-32-le"
    UTF_32_BE = "utf-32-be"
    EUC_JP = "euc_jp"
    EUC_JIS_2004 = "euc_jis_2004"
    ISO_2022_JP = "iso2022_jp"
    ISO_2022_JP_EXT = "iso2022_jp_ext"
    ISO_2022_JP_2004 = "iso2022_jp_2004"
    WINDOWS_1252 = "cp1252"
    ISO_8859_1 = "iso8859_1"
    ISO_8859_15 = "iso8859_15"
    MAC_ROMAN = "mac_roman"
    CP850 = "cp850"
    WINDOWS_1250 = "cp1250"
    ISO_8859_2 = "iso8859_2"
    WINDOWS_1257 = "cp1257"
    WINDOWS_1254 = "cp1254"
    WINDOWS_1251 = "cp1251"
    KOI8_R = "koi8_r"
    ISO_8859_5 = "iso8859_5"
    CP866 = "cp866"
    CP855 = "cp855"
    MAC_CYRILLIC = "mac_cyrillic"
    WINDOWS_1253 = "cp1253"
    ISO_8859_7 = "iso8859_7"
    WINDOWS_1255 = "cp1255"
    WINDOWS_1256 = "cp1256"
    GB18030 = "gb18030"
    BIG5 = "cp950"
    CP949 = "cp949"
    JOHAB = "johab"
    ISO_2022_KR = "iso2022_kr"
    TIS_620 = "cp874"
    WINDOWS_1258 = "cp1258"


UTF_16_KINDS = frozenset({Encoding.UTF_16, Encoding.UTF_16_LE, Encoding.UTF_16_BE})
UTF_32_KINDS = frozenset({Encoding.UTF_32, Encoding.UTF_32_LE, Encoding.UTF_32_BE})
ISO_2022_KINDS = (
    Encoding.ISO_2022_JP,
    Encoding.ISO_2022_JP_EXT,
    Encoding.ISO_2022_JP_2004,
    Encoding.ISO_2022_KR,
)
"""Those that switch between sets of letters by ESC, SO and SI; tried in this order."""

SURE_AT_A_GLANCE = (frozenset({Encoding.UTF_8_BOM, Encoding.UTF_8}), UTF_16_KINDS, UTF_32_KINDS)
"""Which of its kind it is, a file's first bytes tell."""

KEEPS_ASCII = frozenset(Encoding) - UTF_16_KINDS - UTF_32_KINDS - frozenset(ISO_2022_KINDS) - {Encoding.UTF_8_BOM}
"""Plain letters have the same bytes in them."""

READ_BY_THE_SERVICE = frozenset({Encoding.UTF_8_BOM, Encoding.UTF_8, Encoding.ASCII, Encoding.SHIFT_JIS})
"""Source: the service's console manual. UTF-16 is read by some of its editions, and is only advised against."""

_NULS_OF_UTF_16 = 0.3
"""Share of NUL bytes at even or odd places that ASCII letters in UTF-16 leave."""


_ISO_2022 = re.compile(rb"\x1b(?:\$[@AB]|\$\([A-DOPQ]|\([JI]|\$\)C)")
"""What announces another set of letters: JIS, its half-width kana, or those of Korean."""


def is_forgiving(encoding: Encoding) -> bool:
    """Whether a wrong byte spoils no more than its place: what follows can be read all the same."""
    return encoding in KEEPS_ASCII or encoding is Encoding.UTF_8_BOM


def iso_2022_kind(text: bytes) -> Encoding | None:
    """Which encoding switches between sets of letters in this way; `None` if nothing is switched."""
    found = _ISO_2022.search(text)
    if found is None:
        return None
    if found[0] == b"\x1b$)C":
        return Encoding.ISO_2022_KR
    for kind in ISO_2022_KINDS:
        try:
            codecs.getincrementaldecoder(kind.value)().decode(text[found.start() :])
        except UnicodeDecodeError:
            continue
        return kind
    return None


def first_guess(beginning: bytes) -> Encoding:
    """What the first bytes tell: a BOM, or UTF-16's and UTF-32's many NULs; else UTF-8, until something else shows."""
    if beginning.startswith(codecs.BOM_UTF8):
        return Encoding.UTF_8_BOM
    if beginning.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):  # begins with what is UTF-16's BOM
        return Encoding.UTF_32
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding.UTF_16
    if 0 not in beginning:
        return Encoding.UTF_8
    return _by_nuls(beginning)


def _by_nuls(beginning: bytes) -> Encoding:
    quarter = max(1, len(beginning) // 4)
    nuls = [beginning[at : 4 * quarter : 4].count(0) for at in range(4)]
    if nuls[2:] == [quarter, quarter] and not nuls[0] and len(beginning) > 3:
        return Encoding.UTF_32_LE
    if nuls[:2] == [quarter, quarter] and not nuls[3] and len(beginning) > 3:
        return Encoding.UTF_32_BE
    half = max(1, len(beginning) // 2)
    if beginning[1::2].count(0) / half > _NULS_OF_UTF_16 and beginning[::2].count(0) < half / 10:
        return Encoding.UTF_16_LE
    if beginning[::2].count(0) / half > _NULS_OF_UTF_16 and beginning[1::2].count(0) < half / 10:
        return Encoding.UTF_16_BE
    return Encoding.UTF_8
