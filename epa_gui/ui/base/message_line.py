"""One message above the list: its words, and what can be done."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from epa_gui.core.text.foreign_text import shown_lines
from epa_gui.ui.base import page
from epa_gui.ui.base.close_button import CloseButton
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.message import Message
from epa_gui.ui.base.wrapping_text import Text

ICON = 1.15
"""Its size, in heights of the font."""

_LEAST_BUTTON = 6
"""So wide is each button at least: those of several messages stand in columns."""

_LEAST_TEXT = 24
"""So many heights of the font wide the words must be beside the buttons; else the buttons stand below them."""


class MessageLine(QWidget):
    """The words with up to two buttons, one that copies details, and a cross.

    Signals:
        command_requested: A button was pressed (its `Command`).
        close_requested: The cross was pressed, or Escape.
    """

    command_requested = Signal(object)
    close_requested = Signal()

    def __init__(self, message: Message) -> None:
        super().__init__()
        self.message = message
        self._is_below = False
        self._icon = QLabel()
        size = page.em(self, ICON)
        drawing = "failed" if message.is_loud else "attention" if message.is_trouble else "info"
        self._picture = icon(drawing).pixmap(size, size)
        self._icon.setPixmap(self._picture)
        self._icon.setFixedWidth(size)
        self.text = Text(is_bold=message.is_loud)
        self.text.show_text(shown_lines(message.text))
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        self._button = self._new_button(message.button, message.button_name)
        self._button.clicked.connect(self._on_button)
        self._other = self._new_button(message.other_button)
        self._other.clicked.connect(self._on_other)
        self._copy = self._new_button(self._copy_text() if message.details else "")
        self._copy.clicked.connect(self._on_copy)
        for button in (self._button, self._other, self._copy):
            buttons.addWidget(button)
        buttons.addStretch()
        self._close = CloseButton(self._close_name())
        self._close.setAccessibleDescription(message.text)
        self._close.clicked.connect(self.close_requested)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(10, 6, 6, 6)
        self._layout.setColumnStretch(1, 1)
        self._layout.addWidget(self._icon, 0, 0)
        self._layout.addWidget(self.text, 0, 1)
        self._layout.addWidget(self._close, 0, 3)
        self._place()

    def _new_button(self, text: str, name: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setMinimumWidth(page.em(button, _LEAST_BUTTON))
        if name:
            button.setAccessibleName(name)
        if not text:
            button.hide()  # never the other way round: it has no parent yet, and would be a window
        return button

    def _copy_text(self) -> str:
        return self.tr("Copy details")

    def _close_name(self) -> str:
        return self.tr("Close message")

    def changeEvent(self, event: QEvent) -> None:
        """Another language. The words are the message's own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_layout"):
            self._close.name_it(self._close_name())
            if self.message.details:
                self._copy.setText(self._copy_text())

    def buttons(self) -> tuple[QWidget, ...]:
        """All its buttons, from left to right."""
        return self._button, self._other, self._copy, self._close

    def show_icon(self, *, is_shown: bool) -> None:
        """In a list under one heading the icon stands there, once; what is loud keeps its own."""
        self._icon.setPixmap(self._picture if is_shown or self.message.is_loud else QPixmap())

    def take_button_away(self, message: Message) -> None:
        """The same words without the button."""
        self.message = message
        self._button.hide()

    def arrange(self, width: int) -> None:
        """Have the buttons beside the words or below them, as there is room."""
        is_below = width - self._buttons.sizeHint().width() < page.em(self, _LEAST_TEXT)
        if is_below != self._is_below:
            self._is_below = is_below
            self._layout.removeWidget(self._buttons)
            self._place()

    def _place(self) -> None:
        row, column, columns = (1, 1, 3) if self._is_below else (0, 2, 1)
        self._layout.addWidget(self._buttons, row, column, 1, columns)

    @Slot()
    def _on_button(self) -> None:
        self.command_requested.emit(self.message.action)

    @Slot()
    def _on_other(self) -> None:
        self.command_requested.emit(self.message.other)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.details)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)
