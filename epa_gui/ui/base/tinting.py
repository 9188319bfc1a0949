"""Frames with a little of a colour behind them, which stay readable when light becomes dark, or the other way."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame

ATTENTION = QColor("#e09a1a")
INFO = QColor("#3d8fe0")
DONE = QColor("#2f9e5b")
FAILED = QColor("#d4473f")

_SHARE = 0.13
_BORDER_SHARE = 0.45
"""How much of the colour is mixed into the window's own, within and at the edge."""

_RADIUS = 0.22
"""Of the corners, in heights of the font."""


class TintedFrame(QFrame):
    """A frame that takes a little of a colour, and mixes it anew whenever the colours of the desktop change.

    It paints itself: Qt's `windows11` style (6.11) paints a frame of its own over all of the colour.
    """

    _color: QColor | None = None

    def tint(self, color: QColor) -> None:
        """Take a little of this colour."""
        if self._color == color:
            return
        self._color = color
        self._mix()
        self.update()

    def untint(self) -> None:
        """Take no colour any more."""
        if self._color is not None:
            self._color = None
            self.setPalette(QPalette())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the colour with an edge of it; without one, what the style makes of a frame."""
        if self._color is None:
            super().paintEvent(event)
            return
        radius = self.fontMetrics().height() * _RADIUS
        window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        painter.setPen(mixed(window, self._color, _BORDER_SHARE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or the other way.

        `ApplicationPaletteChange` comes only to windows, and not to this method; `PaletteChange` comes to all.
        """
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mix()

    def _mix(self) -> None:
        if self._color is None:
            return
        tinted = mixed(QGuiApplication.palette().color(QPalette.ColorRole.Window), self._color, _SHARE)
        if self.palette().color(QPalette.ColorRole.Window) == tinted:
            return  # this change was made here
        palette = QPalette()  # only what is set in it is held; the texts' colours go on following the desktop's
        palette.setColor(QPalette.ColorRole.Window, tinted)
        self.setPalette(palette)


def mixed(base: QColor, color: QColor, share: float) -> QColor:
    """`base` with a share of `color` in it, from 0 to 1."""
    own, other = ((each.redF(), each.greenF(), each.blueF()) for each in (base, color))
    return QColor.fromRgbF(*(one * (1 - share) + two * share for one, two in zip(own, other, strict=True)))
