"""A button whose words do not touch its edges, however large the letters are."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from epa_gui.ui.base.page import BUTTON_SIDE, em


class RoomyButton(QPushButton):
    """For windows whose buttons take other words while they are shown; forms have `give_buttons_room`."""

    def sizeHint(self) -> QSize:
        """As Qt has it, or wider."""
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2 * em(self, BUTTON_SIDE)
        return super().sizeHint().expandedTo(QSize(words, 0))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return super().minimumSizeHint().expandedTo(QSize(self.sizeHint().width(), 0))
