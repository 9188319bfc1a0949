"""The history as a CSV file that a spreadsheet program reads without harm: no cell is ever taken for a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the computer."""

_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_FORMULA_WITHIN = re.compile(r"([;\t\r\n][;\s\"]*+)([=+\-@＝＋－＠]?)")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)


def csv_pieces(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The text of the file, a line a piece: quoted where needed, with CRLF at the end of each."""
    line = _Line()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in headings])
    yield BYTE_ORDER_MARK + line.take()
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
        yield line.take()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet program shows as it is, instead of reckoning it out.

    Source: OWASP, "CSV Injection". An apostrophe before it says that it is text; numbers stay numbers. The same goes
    for what stands after a semicolon, a tab or a line end: Excel parts cells by semicolons where a comma is the decimal
    sign, and then takes no notice of the quotes around this cell.
    """
    cell = _FORMULA_WITHIN.sub(lambda found: f"{found[1]}'{found[2]}" if found[2] else found[0], cell.replace("\0", ""))
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


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
