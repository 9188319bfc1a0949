"""A line that says what is waited for, with something that moves."""

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.page import em
from epa_gui.ui.base.speaking import Words, speak

_BAR = QSizeF(5.0, 0.6)
"""In heights of the font."""


class BusyLine(QWidget):
    """Hidden while nothing is waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._text = QLabel()
        self._words: Words = str
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self._bar.setFixedSize((_BAR * em(self)).toSize())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._bar)
        line.addWidget(self._text, 1)
        self.hide()
        speak(self, self._say_again)

    def _say_again(self) -> None:
        self._text.setText(self._words())
        self._bar.setAccessibleName(self._words())

    def show_text(self, words: Words, done: int = 0, total: int = 0) -> None:
        """Say this; with a total the bar shows how far it is, else it only moves."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        is_new = not self.isVisible()
        self._words = words
        self._say_again()
        self.show()
        if is_new:
            announce(self._text)

    def text(self) -> str:
        """What is said; empty while nothing is waited for."""
        return self._text.text() if not self.isHidden() else ""
