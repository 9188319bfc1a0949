"""A small cross that closes what it stands in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton


class CloseButton(QToolButton):
    """A letter and not the style's picture, which stays dark on dark.

    It is painted here: Qt's `windows11` style (6.11) writes on such buttons in the colour of its own theme, whatever
    the palette says, which is black on black where the two differ.
    """

    def __init__(self, name: str) -> None:
        super().__init__(autoRaise=True)
        self.setText("×")
        self.name_it(name)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.setFont(font)

    def name_it(self, name: str) -> None:
        """Say what it closes."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style's button, with the letter on it."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        text, option.text = option.text, ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        role = QPalette.ColorRole.WindowText  # it stands on what the button is in: it has no panel until it is hovered
        painter.drawItemText(self.rect(), middle, self.palette(), self.isEnabled(), text, role)
        painter.end()
