"""Frames with a little of a colour behind them, which stay readable when light becomes dark, or the other way."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame

ATTENTION = QColor("#e09a1a")
INFO = QColor("#3d8fe0")
DONE = QColor("#2f9e5b")

_SHARE = 0.14
"""How much of the colour is mixed into the window's own."""


class TintedFrame(QFrame):
    """A frame that takes a little of a colour, and mixes it anew whenever the colours of the desktop change."""

    _color: QColor | None = None

    def tint(self, color: QColor) -> None:
        """Take a little of this colour."""
        self._color = color
        self.setAutoFillBackground(True)
        self._mix()

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
        mixed = _mixed(QGuiApplication.palette().color(QPalette.ColorRole.Window), self._color)
        if self.palette().color(QPalette.ColorRole.Window) == mixed:
            return  # this change was made here
        palette = QPalette()  # only what is set in it is held; the texts' colours go on following the desktop's
        palette.setColor(QPalette.ColorRole.Window, mixed)
        self.setPalette(palette)


def _mixed(base: QColor, color: QColor) -> QColor:
    own, other = ((each.redF(), each.greenF(), each.blueF()) for each in (base, color))
    return QColor.fromRgbF(*(one * (1 - _SHARE) + two * _SHARE for one, two in zip(own, other, strict=True)))
