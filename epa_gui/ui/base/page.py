"""What the pages of all rooms share: their spaces, the sizes of their letters, and their one primary button.

Everything is told in heights of the font, so that it grows with the letters.
"""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLayout, QPushButton, QWidget

HEADLINE = 1.6
TITLE = 1.25
EMPHASIS = 1.12
NOTE = 0.9
"""The sizes of letters: a window's headline, a title, the one line that counts most, a note; all but notes are bold."""

GAP = 0.5
"""Between what stands on a page."""

_SIDE, _TOP = 1.0, 0.75
_PRIMARY_WIDTH = 9


def em(widget: QWidget, count: float = 1.0) -> int:
    """So many heights of its font, in pixels."""
    return round(widget.fontMetrics().height() * count)


def sized(font: QFont, size: float, *, is_bold: bool = True) -> QFont:
    """That font, so many times as large."""
    made = QFont(font)
    made.setBold(is_bold)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * size)
    else:  # it is told in pixels
        made.setPixelSize(round(font.pixelSize() * size))
    return made


def set_page_margins(layout: QLayout, page: QWidget) -> None:
    """The margins of a window's page."""
    side, top = em(page, _SIDE), em(page, _TOP)
    layout.setContentsMargins(side, top, side, top)


def make_primary(button: QPushButton) -> None:
    """The one button of a page that does what the page is for: Enter presses it."""
    button.setFont(sized(button.font(), 1.0))
    button.setMinimumWidth(em(button, _PRIMARY_WIDTH))
    button.setDefault(True)


def make_plain(button: QPushButton) -> None:
    """What was a page's primary button is one like the others."""
    button.setFont(sized(button.font(), 1.0, is_bold=False))
    button.setMinimumWidth(0)
    button.setDefault(False)
