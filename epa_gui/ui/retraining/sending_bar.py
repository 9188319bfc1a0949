"""How far sending is, before there is a job."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.quiet_bar import QuietBar
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.base.wrapping_text import Paragraph


class SendingBar(QWidget):
    """What it is busy with, and a bar; hidden until something is sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Paragraph()
        self._bar = QuietBar()
        speak(self, lambda: self._bar.setAccessibleName(self.tr("Sending progress")))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(em(self, GAP))
        line.addWidget(self._text)
        line.addWidget(self._bar, 1)
        self.hide()
        self._words: Words = str
        speak(self, lambda: self._text.setText(self._words()))

    def show_progress(self, words: Words, done: int, total: int) -> None:
        """Show how far it is; `total` is 0 where there is nothing to count."""
        self._words = words
        self._text.setText(words())
        self._bar.show_share(done, total)
