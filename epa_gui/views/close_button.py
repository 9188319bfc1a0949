"""A small cross that closes what it stands in."""

from PySide6.QtWidgets import QToolButton


class CloseButton(QToolButton):
    """A letter and not the style's picture, which stays dark on dark."""

    def __init__(self, name: str) -> None:
        super().__init__(autoRaise=True)
        self.setText("×")
        self.setAccessibleName(name)
        self.setToolTip(name)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.setFont(font)
