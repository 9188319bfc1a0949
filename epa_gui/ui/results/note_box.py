"""What is said in passing on a page of the results: an icon and a text; hidden where there is nothing to say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from epa_gui.ui.base.icons import picture
from epa_gui.ui.base.page import em
from epa_gui.ui.base.tinting import ATTENTION, INFO, TintedFrame
from epa_gui.ui.base.wrapping_text import Text


class NoteLine(QWidget):
    """A line with an icon."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._text = Text()
        drawing = QLabel()
        drawing.setPixmap(picture(name, em(self, 1.3)))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show this; nothing hides the line."""
        self._text.show_text(text)
        self.setVisible(bool(text))


class NoteBox(TintedFrame):
    """A tinted line with an icon, and room for a button."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.tint(ATTENTION if name == "attention" else INFO)
        self._text = Text()
        drawing = QLabel()
        drawing.setPixmap(picture(name, em(self, 1.3)))
        self._line = QHBoxLayout(self)
        self._line.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._text, 1)
        self.hide()

    def add_button(self, button: QPushButton) -> None:
        """Put a button at its end."""
        self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_text(self, text: str) -> None:
        """Show this; nothing hides the box."""
        self._text.show_text(text)
        self.setVisible(bool(text))
