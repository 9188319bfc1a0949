"""Cells as text for the clipboard, which most people paste into a spreadsheet program."""

import re
from collections.abc import Iterable

from epa_gui.core.text.spreadsheet_cell import harmless

_QUOTED = re.compile(r'[\t\r\n"]')


def as_tsv_row(cells: Iterable[str]) -> str:
    """Cells of one row with tabs between; none is taken for a formula, and none ends its cell or its row early."""
    return "\t".join(map(_cell, cells))


def _cell(cell: str) -> str:
    cell = harmless(cell)
    if not _QUOTED.search(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
