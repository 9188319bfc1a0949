"""The desktop's accent colour, as much of it as is seen on what is behind it."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from epa_gui.ui.base.row_ink import contrast, seen_on
from epa_gui.ui.base.tinting import mixed

SEEN = 3.0
"""The least contrast of what is no text. Source: WCAG 2.2, 1.4.11."""

_ROUNDING = 0.05
"""A little more than that, as colours are rounded when they are painted."""

_STEPS = 20


def seen_accent(accent: QColor, ink: QColor, papers: Iterable[QColor], least: float = SEEN) -> QColor:
    """The accent, or another colour that says something, with as little of the text's in it as makes it seen.

    The highlight of dark desktops is made for white text to stand on, and can hardly be seen on the window itself.

    Args:
        accent: The desktop's own.
        ink: That of the text there, which can be read on all of `papers`.
        papers: What it is painted on, in its darkest and its lightest parts.
        least: The contrast it has to have.
    """
    behind = tuple(papers)
    mixtures = (mixed(accent, ink, step / _STEPS) for step in range(_STEPS))
    return next((one for one in mixtures if min(contrast(one, paper) for paper in behind) >= least + _ROUNDING), ink)


def window_accent(palette: QPalette, *others: QPalette.ColorRole) -> QColor:
    """The accent as it is seen on the window, and on what else of the palette it touches."""
    role = QPalette.ColorRole
    papers = (palette.color(paper) for paper in (role.Window, *others))
    return seen_accent(palette.color(role.Highlight), palette.color(role.WindowText), papers)


def row_accent(option: QStyleOptionViewItem, ink: QColor, panel: tuple[QColor, QColor]) -> QColor:
    """The accent as it is seen on a row; that of the text on a chosen one which is painted in the accent itself.

    Args:
        option: The row as it is painted.
        ink: That of its text.
        panel: The darkest and the lightest of what is behind it.
    """
    accent = option.palette.color(QPalette.ColorRole.Highlight)
    if option.state & QStyle.StateFlag.State_Selected:
        return accent if seen_on(accent, panel) >= SEEN else ink
    return seen_accent(accent, ink, panel)
