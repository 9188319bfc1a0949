"""The history as a CSV file that a spreadsheet program reads without harm: no cell is ever taken for a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from epa_gui.core.text.spreadsheet_cell import harmless

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the computer."""


def csv_pieces(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The text of the file, a line a piece: quoted where needed, with CRLF at the end of each."""
    line = _Line()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in headings])
    yield BYTE_ORDER_MARK + line.take()
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
        yield line.take()


class _Line:
    """Takes what the writer writes."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def write(self, text: str) -> None:
        self._parts.append(text)

    def take(self) -> str:
        text = "".join(self._parts)
        self._parts.clear()
        return text
