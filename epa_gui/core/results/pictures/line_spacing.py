"""Has lines of a text on a picture never touch, whatever their font says. Loads matplotlib."""

from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.text import Text

_LEAST_LINE = 1.3
"""From one line to the next, in sizes of the letters: Japanese fonts say 1, and their lines would touch."""

_HEIGHT_TABLES = (("OS/2", "sTypoAscender", "sTypoDescender"), ("hhea", "ascent", "descent"))
"""Where matplotlib finds in a font how high its lines are."""


def part_lines(figure: Figure) -> None:
    """Part the lines of all texts of a picture, if their font does not."""
    spacing = _LEAST_LINE / _line_height()
    if spacing > 1:
        for text in figure.findobj(Text):
            if "\n" in text.get_text():
                text.set_linespacing(spacing)


def _line_height() -> float:
    """How high a line is by the font in use, in sizes of its letters."""
    font: Any = get_font(findfont(FontProperties()))
    head = font.get_sfnt_table("head")
    for name, up, down in _HEIGHT_TABLES:
        table = font.get_sfnt_table(name)
        if table and head:
            return float(table[up] - table[down]) / float(head["unitsPerEm"])
    return _LEAST_LINE
