"""Text that stands back behind the rest and can still be read, whatever is behind it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.row_ink import READABLE, contrast
from epa_gui.ui.base.tinting import mixed
from epa_gui.ui.base.wrapping_text import Text

_SHARES = (0.70, 0.74, 0.8, 0.9, 1.0)
"""How much of the text's own colour is mixed into what is behind it: as little as can be read."""


def soft_ink(ink: QColor, paper: QColor) -> QColor:
    """The softest of these mixtures that can be read on `paper`; measured, since a palette promises nothing.

    Never `PlaceholderText`: half transparent, it falls below a contrast of 4.5 on most desktops.
    """
    mixtures = (mixed(paper, ink, share) for share in _SHARES)
    return next((soft for soft in mixtures if contrast(soft, paper) >= READABLE), ink)


class SoftText(Text):
    """A soft text that wraps. It is mixed anew whenever the colours of the desktop change."""

    def __init__(self, *, size: float = 1.0) -> None:
        super().__init__(size=size)
        soften(self)

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or what is behind it took a tint."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            soften(self)


class SoftLine(QLabel):
    """A soft text on one line, whatever its length: nothing below it moves. What is cut off stands in its tooltip."""

    def __init__(self) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        soften(self)

    def show_text(self, text: str) -> None:
        """Show this."""
        if self.text() != text:
            self.setText(text)
            self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        """As high as a line, of any width."""
        return QSize(0, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """As wide as the text, also where it has none yet as high as a line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of it as there is room for."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter,
            self.rect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            text,
            QPalette.ColorRole.WindowText,
        )
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or what is behind it took a tint."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            soften(self)


def soften(label: QWidget) -> None:
    """Have a label write softly on what is behind it now."""
    ink = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
    soft = soft_ink(ink, label.palette().color(QPalette.ColorRole.Window))
    if label.palette().color(QPalette.ColorRole.WindowText) == soft:
        return  # this change was made here
    palette = QPalette()  # only what is set in it is held; what is behind it goes on following its parent
    palette.setColor(QPalette.ColorRole.WindowText, soft)
    label.setPalette(palette)
