"""Menus that show all of their texts, in every script."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMenu

from epa_gui.ui.base.page import em
from epa_gui.ui.base.tinting import mixed

_BOX = 0.16
"""How much of the text's colour is in a dark menu."""

_SPARE = 0.6
"""Heights of the font."""


def make_roomy(menu: QMenu) -> QMenu:
    """Have a menu be a little wider than its longest text; the same menu.

    Qt (6.11, Fusion) measures that text in one way and shortens it by another: with letters of a second font, as those
    of Japanese often are, the longest lost its middle to an ellipsis.
    """
    _Room(menu)
    return menu


def _show_boxes(menu: QMenu) -> None:
    """Have the boxes of what is not chosen be seen on a dark menu too.

    Fusion paints menus and boxes in the colour of fields, and the frame of a box darker than the window: on a dark
    desktop nothing of it is left (6.11, 1.04 : 1).
    """
    palette = QApplication.palette(menu)
    paper, ink = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
    if paper.lightness() < ink.lightness():
        palette.setColor(QPalette.ColorRole.Base, mixed(paper, ink, _BOX))
    if menu.palette() != palette:
        menu.setPalette(palette)


class _Room(QObject):
    """Makes it each time the menu opens, for its items and letters may be others then."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        menu.aboutToShow.connect(self._on_about_to_show)

    @Slot()
    def _on_about_to_show(self) -> None:
        _show_boxes(self._menu)
        self._menu.setMinimumWidth(0)
        self._menu.setMinimumWidth(self._menu.sizeHint().width() + em(self._menu, _SPARE))
