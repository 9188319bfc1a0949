"""Tells files that are no tables of text by their first bytes."""

import re

from epa_gui.core.dataset.encoding import UTF_16_KINDS, UTF_32_KINDS, first_guess
from epa_gui.core.dataset.finding import FindingKind

_BEGINNINGS: tuple[tuple[bytes, FindingKind], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FindingKind.A_SPREADSHEET),  # Excel before 2007
    (b"\x09\x08\x10\x00\x00\x06\x05\x00", FindingKind.A_SPREADSHEET),  # and before 1997
    (b"L\x00\x00\x00\x01\x14\x02\x00", FindingKind.A_SHORTCUT),  # Windows' .lnk
    (b"book\x00\x00\x00\x00mark", FindingKind.A_SHORTCUT),  # macOS' alias
    (b"[InternetShortcut]", FindingKind.A_SHORTCUT),
    (b"\x1f\x8b", FindingKind.A_ZIP),
    (b"7z\xbc\xaf\x27\x1c", FindingKind.A_ZIP),
    (b"Rar!\x1a\x07", FindingKind.A_ZIP),
    (b"BZh", FindingKind.A_ZIP),
    (b"\xfd7zXZ\x00", FindingKind.A_ZIP),
    (b"\x28\xb5\x2f\xfd", FindingKind.A_ZIP),  # zstd
    (b"%PDF-", FindingKind.A_PDF),
    (b"\x89PNG", FindingKind.A_PICTURE),
    (b"\xff\xd8\xff", FindingKind.A_PICTURE),
    (b"GIF8", FindingKind.A_PICTURE),
    (b"II*\x00", FindingKind.A_PICTURE),  # TIFF
    (b"MM\x00*", FindingKind.A_PICTURE),
    (b"\x00\x05\x16\x07", FindingKind.A_MAC_COMPANION),  # AppleDouble: the files “._name”
    (b"\x00\x05\x16\x00", FindingKind.A_MAC_COMPANION),  # AppleSingle
    (b"version https://git-lfs", FindingKind.A_CLOUD_STAND_IN),  # Git LFS keeps the file elsewhere
    (b"{\\rtf", FindingKind.A_TEXT_DOCUMENT),
    (b"PAR1", FindingKind.NOT_A_TABLE),
    (b"ARROW1", FindingKind.NOT_A_TABLE),
    (b"SQLite format 3\x00", FindingKind.NOT_A_TABLE),
    (b"\x7fELF", FindingKind.NOT_A_TABLE),
    (b"MZ\x90\x00", FindingKind.NOT_A_TABLE),
)
_OFFICE_PARTS = (b"[Content_Types].xml", b"_rels/.rels", b"mimetype", b"xl/", b"docProps/")
_WORD_PARTS = (b"word/", b"opendocument.text")

_SYLK = re.compile(rb"ID;[PNE][^\r\n]*\r?\n[A-Z]{1,2};")
"""A second record must follow: a table may well have a first column that is called ID."""

_MAIL_LINE = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}")
_MAIL_HEADS = re.compile(rb"(?im)^(?:from|received|mime-version|message-id|subject|content-type|return-path):")
_FEWEST_MAIL_HEADS = 3

_JSON = re.compile(rb'\s*(?:\{\s*"[^"]*"\s*:|\[\s*(?:\{|\[|"[^"]*"\s*[,\]]|-?\d[\d.]*\s*[,\]]))')
_MOST_CONTROLS = 0.02
"""Of the characters but NUL: text has hardly any; bytes of a program, a picture or an archive, three times as many."""

_FEWEST_CONTROLS = 8
_NO_TEXT = re.compile(rb"[\x04-\x08\x10-\x19\x7f]")
"""Not those that part fields and records in exports (U+0001 to U+0003, U+001C to U+001F), nor those that shift letters
to another set."""

_NO_WIDE_TEXT = re.compile("[\x01-\x08\x0e-\x1b\x7f\ufffd]")
"""In UTF-16 and UTF-32 nothing is parted by U+0001, but many a program's bytes look so."""

_SERVER_ERROR = re.compile(rb"<Error>|<Code>\w+</Code>|<ErrorResponse")


def no_table(beginning: bytes) -> FindingKind | None:
    """What a file is instead of a table of text, by its first bytes; `None` if nothing speaks against it."""
    if beginning[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return _packed(beginning)
    for start, kind in _BEGINNINGS:
        if beginning.startswith(start):
            return kind
    if not beginning.strip(b"\0"):
        return FindingKind.ONLY_NULS
    text = _plain(beginning)
    return _markup(text) or _plain_text(text) or (FindingKind.NOT_A_TABLE if _is_binary(beginning) else None)


def _is_binary(beginning: bytes) -> bool:
    """Whether it is no text at all, whatever its letters are: most of what looks like UTF-16 without a BOM is not."""
    encoding = first_guess(beginning)
    if encoding in UTF_16_KINDS | UTF_32_KINDS:
        text = beginning.decode(encoding.value, "replace")
        controls, characters = len(_NO_WIDE_TEXT.findall(text)), len(text)
    else:
        controls, characters = len(_NO_TEXT.findall(beginning)), len(beginning) - beginning.count(0)
    return controls >= _FEWEST_CONTROLS and controls > characters * _MOST_CONTROLS


def _packed(beginning: bytes) -> FindingKind:
    if any(part in beginning for part in _WORD_PARTS):
        return FindingKind.A_TEXT_DOCUMENT
    is_office = any(part in beginning for part in _OFFICE_PARTS)
    return FindingKind.A_SPREADSHEET if is_office else FindingKind.A_ZIP


def _plain(beginning: bytes) -> bytes:
    """Without a BOM and blanks; UTF-16 as far as it is ASCII, which Excel saves web pages in too."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        beginning = beginning[2:].replace(b"\0", b"")
    return beginning.removeprefix(b"\xef\xbb\xbf").lstrip()


def _markup(text: bytes) -> FindingKind | None:
    start = text[:9].lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<head", b"<meta", b"<body", b"<div", b"<script")):
        return FindingKind.A_WEB_PAGE
    if start.startswith((b"<?xml", b"<workbook", b"<error", b"<!--")):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in text or b"Excel.Sheet" in text:
            return FindingKind.AN_XML_SPREADSHEET
        if b"<html" in text.lower():
            return FindingKind.A_WEB_PAGE
        return FindingKind.A_SERVER_ERROR if _SERVER_ERROR.search(text) else FindingKind.AN_XML_FILE
    return None


def _plain_text(text: bytes) -> FindingKind | None:
    if text.startswith(b"MIME-Version:") and b"multipart/related" in text.lower():
        return FindingKind.A_WEB_PAGE  # “single file web page”, which Excel saves too
    if _SYLK.match(text):
        return FindingKind.A_SYLK_FILE
    if _JSON.match(text):
        return FindingKind.A_JSON_FILE
    if _MAIL_LINE.match(text) and len(_MAIL_HEADS.findall(text)) >= _FEWEST_MAIL_HEADS:
        return FindingKind.AN_EMAIL
    return FindingKind.A_CLOUD_STAND_IN if text.startswith(b"bplist00") else None  # iCloud's “.name.icloud”
