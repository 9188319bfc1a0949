"""Tells files that are no tables of text by their first bytes."""

from epa_gui.core.dataset.finding import FindingKind

_BEGINNINGS: tuple[tuple[bytes, FindingKind], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FindingKind.A_SPREADSHEET),  # Excel before 2007
    (b"L\x00\x00\x00\x01\x14\x02\x00", FindingKind.A_SHORTCUT),  # Windows' .lnk
    (b"book\x00\x00\x00\x00mark", FindingKind.A_SHORTCUT),  # macOS' alias
    (b"[InternetShortcut]", FindingKind.A_SHORTCUT),
    (b"\x1f\x8b", FindingKind.A_ZIP),
    (b"7z\xbc\xaf\x27\x1c", FindingKind.A_ZIP),
    (b"Rar!\x1a\x07", FindingKind.A_ZIP),
    (b"BZh", FindingKind.A_ZIP),
    (b"\xfd7zXZ\x00", FindingKind.A_ZIP),
    (b"%PDF-", FindingKind.NOT_A_TABLE),
    (b"\x89PNG", FindingKind.NOT_A_TABLE),
    (b"\xff\xd8\xff", FindingKind.NOT_A_TABLE),
    (b"GIF8", FindingKind.NOT_A_TABLE),
    (b"PAR1", FindingKind.NOT_A_TABLE),
    (b"SQLite format 3\x00", FindingKind.NOT_A_TABLE),
    (b"\x7fELF", FindingKind.NOT_A_TABLE),
)
_OFFICE_PARTS = (b"[Content_Types].xml", b"_rels/.rels", b"mimetype", b"xl/", b"docProps/")


def no_table(beginning: bytes) -> FindingKind | None:
    """What a file is instead of a table of text, by its first bytes; `None` if nothing speaks against it."""
    if beginning[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        is_office = any(part in beginning for part in _OFFICE_PARTS)
        return FindingKind.A_SPREADSHEET if is_office else FindingKind.A_ZIP
    for start, kind in _BEGINNINGS:
        if beginning.startswith(start):
            return kind
    markup = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:9].lower()
    if markup.startswith((b"<!doctype", b"<html", b"<?xml")):
        return FindingKind.NOT_A_TABLE
    return None
