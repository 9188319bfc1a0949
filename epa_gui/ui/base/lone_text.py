"""A text that is all there is on a page: in its middle, its lines no longer than is easily read."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from epa_gui.ui.base.page import em
from epa_gui.ui.base.wrapping_text import Paragraph

_WIDEST = 42
"""Heights of the font."""


class LoneText(Paragraph):
    """One of them."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def add_to(self, layout: QBoxLayout, stretch: int = 0) -> None:
        """Stand in the middle of what room there is."""
        layout.addWidget(self, stretch, Qt.AlignmentFlag.AlignHCenter)

    def sizeHint(self) -> QSize:
        """As wide as its longest line, within reason."""
        width = self._own_width()
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """How high it is where there is so much room: it takes no more than its own width of that."""
        return super().heightForWidth(min(width, self._own_width()))

    def _own_width(self) -> int:
        lines = self.text().splitlines()
        longest = max((self.fontMetrics().horizontalAdvance(line) for line in lines), default=0) + em(self)
        return min(longest, em(self, _WIDEST))
