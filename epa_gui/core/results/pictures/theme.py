"""How pictures look: their colours, letters and size. Nothing here loads matplotlib."""

from dataclasses import dataclass

_INK = "#010203"
_SOFT = "#020304"
_GRID = "#030405"
_BACKGROUND = "#040506"

FONTS = (
    # Windows, macOS, Linux: the first that are there, letter by letter. Latin first, then Japanese.
    "Segoe UI",
    "Helvetica Neue",
    "Noto Sans",
    "DejaVu Sans",
    "Yu Gothic",
    "Yu Gothic UI",
    "Meiryo",
    "MS Gothic",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "IPAexGothic",
    "TakaoPGothic",
    "VL PGothic",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#rrggbb``, and letters.

    Attributes:
        ink: Words and numbers.
        soft: Words that matter less.
        grid: Lines behind the data.
        background: Behind everything; empty for none.
        new: The new model.
        old: The one before it.
        better, worse: What a change means; never told by the colour alone.
        font_size: Points.
        is_for_page: Whether the picture goes into a page that is shown in light and in dark: its inks are then names
            that the page gives a colour to (`page_colours`).
    """

    ink: str = "#1a1a1a"
    soft: str = "#5f5f5f"
    grid: str = "#dddddd"
    background: str = ""
    new: str = "#1f77c4"
    old: str = "#8a8a8a"
    better: str = "#2e8b57"
    worse: str = "#c8501a"
    font_size: float = 9.0
    is_for_page: bool = False


LIGHT = Theme(background="#ffffff")
DARK = Theme("#f0f0f0", "#b4b4b4", "#4a4a4a", "#1e1e1e", "#5aa9e6", "#a0a0a0", "#5fbf88", "#e8835a")
PAGE = Theme(_INK, _SOFT, _GRID, "", "#2f81c7", "#8a8a8a", "#2e9460", "#cc5a26", is_for_page=True)

_NAMES = {_INK: "var(--ink)", _SOFT: "var(--soft)", _GRID: "var(--grid)", _BACKGROUND: "var(--page)"}


def page_colours(svg: str) -> str:
    """The same SVG with the page's own colours in place of the marks that `PAGE` draws with."""
    for mark, name in _NAMES.items():
        svg = svg.replace(mark, name)
    return svg
