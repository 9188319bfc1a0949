"""A field for a line of text in which what it says while it is empty is never cut off."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from epa_gui.ui.base.page import em

_LEAST = 7
"""Heights of the font that are free to type in, however short the placeholder."""

_OWN_MARGIN = 2
"""Pixels that `QLineEdit` keeps free left and right of its text; Qt has no name for them."""


class RoomyLine(QLineEdit):
    """Asks for the room that its placeholder needs, in any language and font."""

    def setPlaceholderText(self, text: str) -> None:
        """Say this while it is empty."""
        super().setPlaceholderText(text)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As wide as the placeholder, or as a few words."""
        metrics = self.fontMetrics()
        text = max(metrics.horizontalAdvance(self.placeholderText()) + 1, em(self, _LEAST))
        margins = self.textMargins()
        text += margins.left() + margins.right() + 2 * _OWN_MARGIN
        if self.isClearButtonEnabled():
            text += self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, self) // 2
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        kind = QStyle.ContentsType.CT_LineEdit
        width = self.style().sizeFromContents(kind, option, QSize(text, metrics.height()), self).width()
        return QSize(width, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As Qt has it, or wider."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())
