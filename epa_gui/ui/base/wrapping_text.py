"""A label for texts that hold names, which may be long and without a space."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

_LONG_WORD = re.compile(r"(\S{12})(?=\S)")
_ZERO_WIDTH_SPACE = "\u200b"


class Text(QLabel):
    """Plain text that wraps anywhere rather than be cut off: names may be 200 characters without a space."""

    def __init__(self, *, is_bold: bool = False, size: float = 1.0) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        policy = self.sizePolicy()  # changed, not replaced: it knows that the height depends on the width
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        policy.setVerticalPolicy(policy.Policy.Preferred)
        self.setSizePolicy(policy)
        font = self.font()
        font.setBold(is_bold)
        font.setPointSizeF(font.pointSizeF() * size)
        self.setFont(font)

    def show_text(self, text: str) -> None:
        """Show this; nobody can copy the places to break at, since it cannot be selected."""
        if self.accessibleName() == text:
            return
        self.setText(_LONG_WORD.sub(rf"\1{_ZERO_WIDTH_SPACE}", text))
        self.setAccessibleName(text)
