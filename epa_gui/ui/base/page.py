"""What the pages of all rooms share: their spaces, the sizes of their letters, and their one primary button.

Everything is told in heights of the font, so that it grows with the letters.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLayout, QPushButton, QScrollArea, QWidget

HEADLINE = 1.6
TITLE = 1.25
EMPHASIS = 1.12
NOTE = 0.9
"""The sizes of letters: a window's headline, a title, the one line that counts most, a note; all but notes are bold."""

USUAL_LETTERS = 20
"""Pixels of a line of text up to which letters are of a usual size; fonts of 9 to 11 points have 16 to 20."""

GAP = 0.5
"""Between what stands on a page."""

_SIDE, _TOP = 1.0, 0.75
BUTTON_SIDE = 0.6
"""Free beside the words of a button: styles tell that in pixels, whatever the letters."""

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


def give_buttons_room(page: QWidget) -> None:
    """Have the words of its buttons not touch their edges from now on, however large the letters are, in any language.

    Args:
        page: A window that is not on screen yet; buttons may be added to it, and their words be changed. What is to
            scroll in it is there when it is shown.
    """
    page.installEventFilter(_ButtonRoom(page))


class _ButtonRoom(QObject):
    """Gives buttons their room when their page is shown, and when a layout there has heard of other words."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._give_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A layout is about to share out the room anew."""
        if event.type() == QEvent.Type.Show and watched is self._page:
            for area in self._page.findChildren(QScrollArea):  # what scrolls does not tell the window of its layout
                scrolled = area.widget()
                if scrolled is not None:
                    scrolled.installEventFilter(self)
        if event.type() in {QEvent.Type.Show, QEvent.Type.LayoutRequest}:
            self._give_room()
        return super().eventFilter(watched, event)

    def _give_room(self) -> None:
        for button in self._page.findChildren(QPushButton):
            words = button.fontMetrics().horizontalAdvance(button.text()) + 2 * em(button, BUTTON_SIDE)
            if words > button.minimumWidth():
                button.setMinimumWidth(words)
