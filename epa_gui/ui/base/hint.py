"""Texts of forms that always get the room they need."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from epa_gui.ui.base.page import NOTE, em, sized
from epa_gui.ui.base.soft_text import soften
from epa_gui.ui.base.wrapping_text import Paragraph

_WANTED, _LEAST = 25, 16
"""So many heights of the font wide, if there is room, and at least."""


class Hint(Paragraph):
    """A few lines of plain text that always get the room they need; a form would cut wrapped lines off."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """As high as the text is at its width, or at the one a form usually has."""
        return QSize(self._wide(_LEAST), self.heightForWidth(self._known_width()))

    def sizeHint(self) -> QSize:
        """As wide as a form usually is."""
        return QSize(self._wide(_WANTED), self.heightForWidth(self._known_width()))

    def _known_width(self) -> int:
        return max(self._wide(_LEAST), self.width()) if self.isVisible() else self._wide(_WANTED)

    def _wide(self, count: int) -> int:
        return em(self, count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes it higher or lower."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Explanation(Hint):
    """What there is to know about the field above it: soft, a little smaller, and closer to it than to the next one."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setFont(sized(self.font(), NOTE, is_bold=False))
        self.setContentsMargins(0, 0, 0, self.fontMetrics().height() // 3)
        soften(self)

    def _wide(self, count: int) -> int:
        return round(super()._wide(count) / NOTE)  # it is as wide as what it explains

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or the other way."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            soften(self)
