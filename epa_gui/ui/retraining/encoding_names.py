"""What the encodings are called, with the region they are used in, and which ones a person may choose."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.encoding import Encoding

translate = QCoreApplication.translate

CHOICES = (
    Encoding.UTF_8,
    Encoding.SHIFT_JIS,
    Encoding.EUC_JP,
    Encoding.EUC_JIS_2004,
    Encoding.ISO_2022_JP,
    Encoding.WINDOWS_1252,
    Encoding.ISO_8859_1,
    Encoding.ISO_8859_15,
    Encoding.MAC_ROMAN,
    Encoding.CP850,
    Encoding.WINDOWS_1250,
    Encoding.ISO_8859_2,
    Encoding.WINDOWS_1257,
    Encoding.WINDOWS_1254,
    Encoding.WINDOWS_1251,
    Encoding.KOI8_R,
    Encoding.ISO_8859_5,
    Encoding.CP866,
    Encoding.CP855,
    Encoding.MAC_CYRILLIC,
    Encoding.WINDOWS_1253,
    Encoding.ISO_8859_7,
    Encoding.WINDOWS_1255,
    Encoding.WINDOWS_1256,
    Encoding.GB18030,
    Encoding.BIG5,
    Encoding.CP949,
    Encoding.JOHAB,
    Encoding.TIS_620,
    Encoding.WINDOWS_1258,
    Encoding.UTF_16,
    Encoding.UTF_32,
)
"""In the order of the list."""


def encoding_name(encoding: Encoding) -> str:
    """An encoding as people know it."""
    names = {
        Encoding.UTF_8_BOM: translate("Encoding", "UTF-8 with BOM"),
        Encoding.UTF_8: translate("Encoding", "UTF-8 without BOM"),
        Encoding.ASCII: translate("Encoding", "ASCII characters only"),
        Encoding.SHIFT_JIS: translate("Encoding", "Shift_JIS"),
        Encoding.EUC_JP: translate("Encoding", "EUC-JP (Japanese, Unix)"),
        Encoding.EUC_JIS_2004: translate("Encoding", "EUC-JP with ① and ㈱ (Japanese, Unix)"),
        Encoding.ISO_2022_JP: translate("Encoding", "ISO-2022-JP (Japanese, email)"),
        Encoding.ISO_2022_JP_EXT: translate("Encoding", "ISO-2022-JP (Japanese, email)"),
        Encoding.ISO_2022_JP_2004: translate("Encoding", "ISO-2022-JP (Japanese, email)"),
        Encoding.WINDOWS_1252: translate("Encoding", "Windows-1252 (Western Europe)"),
        Encoding.ISO_8859_1: translate("Encoding", "ISO-8859-1 (Western Europe, Latin-1)"),
        Encoding.ISO_8859_15: translate("Encoding", "ISO-8859-15 (Western Europe, with €)"),
        Encoding.MAC_ROMAN: translate("Encoding", "Mac Roman (Western Europe, older Macs)"),
        Encoding.CP850: translate("Encoding", "CP850 (Western Europe, DOS)"),
        Encoding.WINDOWS_1250: translate("Encoding", "Windows-1250 (Central Europe)"),
        Encoding.ISO_8859_2: translate("Encoding", "ISO-8859-2 (Central Europe)"),
        Encoding.WINDOWS_1257: translate("Encoding", "Windows-1257 (Baltic)"),
        Encoding.WINDOWS_1254: translate("Encoding", "Windows-1254 (Turkish)"),
        Encoding.WINDOWS_1251: translate("Encoding", "Windows-1251 (Cyrillic)"),
        Encoding.KOI8_R: translate("Encoding", "KOI8-R (Russian)"),
        Encoding.ISO_8859_5: translate("Encoding", "ISO-8859-5 (Cyrillic)"),
        Encoding.CP866: translate("Encoding", "CP866 (Cyrillic, DOS)"),
        Encoding.CP855: translate("Encoding", "CP855 (Cyrillic, DOS)"),
        Encoding.MAC_CYRILLIC: translate("Encoding", "Mac Cyrillic (older Macs)"),
        Encoding.WINDOWS_1253: translate("Encoding", "Windows-1253 (Greek)"),
        Encoding.ISO_8859_7: translate("Encoding", "ISO-8859-7 (Greek)"),
        Encoding.WINDOWS_1255: translate("Encoding", "Windows-1255 (Hebrew)"),
        Encoding.WINDOWS_1256: translate("Encoding", "Windows-1256 (Arabic)"),
        Encoding.GB18030: translate("Encoding", "GB18030, GBK (simplified Chinese)"),
        Encoding.BIG5: translate("Encoding", "Big5 (traditional Chinese)"),
        Encoding.CP949: translate("Encoding", "EUC-KR, CP949 (Korean)"),
        Encoding.JOHAB: translate("Encoding", "Johab (Korean, DOS)"),
        Encoding.ISO_2022_KR: translate("Encoding", "ISO-2022-KR (Korean, email)"),
        Encoding.TIS_620: translate("Encoding", "TIS-620 (Thai)"),
        Encoding.WINDOWS_1258: translate("Encoding", "Windows-1258 (Vietnamese)"),
    }
    family = "UTF-32" if encoding.value.startswith("utf-32") else "UTF-16"
    return names.get(encoding, family)


def named(value: str) -> str:
    """The name of an encoding by Python's name of its codec; that one if nobody knows it."""
    try:
        return encoding_name(Encoding(value))
    except ValueError:
        return value
