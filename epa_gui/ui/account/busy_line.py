"""A line that says what is waited for, with something that moves."""

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from epa_gui.ui.base.page import em

_BAR = QSizeF(5.0, 0.6)
"""In heights of the font."""


class BusyLine(QWidget):
    """Hidden while nothing is waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._text = QLabel()
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self._bar.setFixedSize((_BAR * em(self)).toSize())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._bar)
        line.addWidget(self._text, 1)
        self.hide()

    def show_text(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say this; with a total the bar shows how far it is, else it only moves."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)
        is_new = not self.isVisible()
        self._text.setText(text)
        self.show()
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def text(self) -> str:
        """What is said; empty while nothing is waited for."""
        return self._text.text() if not self.isHidden() else ""
