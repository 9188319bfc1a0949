"""Makes foreign texts harmless for the spreadsheet programs that what is exported or copied ends up in."""

import re

_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_FORMULA_WITHIN = re.compile(r"([;\t\r\n][;\s\"]*+)([=+\-@＝＋－＠]?)")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+|%)?", re.IGNORECASE | re.ASCII)


def harmless(cell: str) -> str:
    """A cell that a spreadsheet program shows as it is, instead of reckoning it out.

    Source: OWASP, "CSV Injection". An apostrophe before it says that it is text; numbers stay numbers. The same goes
    for what stands after a semicolon, a tab or a line end: Excel parts cells by semicolons where a comma is the decimal
    sign, and then takes no notice of the quotes around this cell.
    """
    cell = _FORMULA_WITHIN.sub(lambda found: f"{found[1]}'{found[2]}" if found[2] else found[0], cell.replace("\0", ""))
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
