"""How pictures look: their colours, letters and size. Nothing here loads matplotlib."""

from dataclasses import dataclass

_INK = "#010203"
_SOFT = "#020304"
_GRID = "#030405"
_BACKGROUND = "#040506"
_BETTER = "#050607"
_WORSE = "#060708"

_USUAL_SIZE = 9.0

_LATIN_FONTS = ("Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")

JAPANESE_FONTS = (
    # As the fonts call themselves in English, which is how matplotlib knows them, of collections (.ttc) the first face
    # before the others: versions before 3.11 see no other.
    *("Yu Gothic", "Yu Gothic UI", "Meiryo", "Meiryo UI", "MS Gothic", "MS PGothic", "BIZ UDGothic"),
    *("Hiragino Sans", "Hiragino Kaku Gothic ProN", "Hiragino Kaku Gothic Pro", "Hiragino Maru Gothic ProN"),
    *("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "IPAexGothic", "IPAGothic", "TakaoPGothic"),
    *("VL PGothic", "Droid Sans Fallback", "Arial Unicode MS"),
)
"""On Windows, macOS and Linux."""

FONTS = (*_LATIN_FONTS, *JAPANESE_FONTS)
"""Those that are there are tried letter by letter, in this order."""


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
        better_ink, worse_ink: The same of words, which have to be read.
        families: Fonts that are tried before all others.
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
    better_ink: str = "#1f6f43"
    worse_ink: str = "#a83f10"
    families: tuple[str, ...] = ()
    font_size: float = _USUAL_SIZE
    is_for_page: bool = False

    @property
    def scale(self) -> float:
        """How much larger than usual the letters are: lines and dots grow with them."""
        return self.font_size / _USUAL_SIZE


LIGHT = Theme(background="#ffffff")
DARK = Theme(
    *("#f0f0f0", "#b4b4b4", "#4a4a4a", "#1e1e1e", "#5aa9e6", "#a0a0a0"), *("#5fbf88", "#e8835a", "#5fbf88", "#e8835a")
)
PAGE = Theme(
    *(_INK, _SOFT, _GRID, "", "#2f81c7", "#8a8a8a"), *("#2e9460", "#cc5a26", _BETTER, _WORSE), is_for_page=True
)

_NAMES = {
    _INK: "var(--ink)",
    _SOFT: "var(--soft)",
    _GRID: "var(--grid)",
    _BACKGROUND: "var(--page)",
    _BETTER: "var(--better-ink)",
    _WORSE: "var(--worse-ink)",
}


def page_colours(svg: str) -> str:
    """The same SVG with the page's own colours in place of the marks that `PAGE` draws with."""
    for mark, name in _NAMES.items():
        svg = svg.replace(mark, name)
    return svg
