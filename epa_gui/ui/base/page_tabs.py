"""The tabs of a window's pages, of which one sees at a glance where one is."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QTabWidget

from epa_gui.ui.base.accent import window_accent
from epa_gui.ui.base.control_frames import is_faint
from epa_gui.ui.base.page import em

_LINE = 0.14
"""How high the line is, in heights of the font."""


class PageTabBar(QTabBar):
    """Puts a line of the accent colour on the chosen tab where the style hardly tells it from the others.

    In dark windows Qt's Fusion style (6.11) makes it lighter by 1.1 only.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tabs, and the line."""
        super().paintEvent(event)
        place = self.line()
        if not place.isEmpty():
            painter = QPainter(self)
            painter.fillRect(place, window_accent(self.palette()))
            painter.end()

    def line(self) -> QRect:
        """Where the line is; empty where the style needs none."""
        if not is_faint(self.style()) or self.currentIndex() < 0:
            return QRect()
        tab = self.tabRect(self.currentIndex()).adjusted(1, 0, -1, 0)
        return QRect(tab.left(), tab.top(), tab.width(), max(2, em(self, _LINE)))


def begin_page_tabs(tabs: QTabWidget) -> None:
    """Give pages such tabs; before the first of them comes."""
    tabs.setTabBar(PageTabBar())
    tabs.setDocumentMode(True)
