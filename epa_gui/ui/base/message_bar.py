"""A line above the list for what concerns the whole program: something to undo, or trouble with the list itself."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from epa_gui.core.text.foreign_text import shown_lines
from epa_gui.ui.base.close_button import CloseButton
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.tinting import ATTENTION, INFO, TintedFrame

_NEWS_MS = 10_000
"""How long news that asks for nothing stays."""


@dataclass(frozen=True, slots=True)
class Message:
    """What the bar says.

    Attributes:
        text: The words.
        action: What to do when the button is pressed; a name the window knows.
        button: The button's text; empty for none.
        details: What "Copy details" copies; empty for no such button.
        is_trouble: Whether it is a problem; a problem stays until it is closed or over, other news gives way.
        comes_first: Whether it shows at once, before trouble that is there already.
    """

    text: str
    action: str = ""
    button: str = ""
    details: str = ""
    is_trouble: bool = False
    comes_first: bool = False


class MessageBar(TintedFrame):
    """Shows one message at a time, trouble before news; hidden when there is none.

    Signals:
        done: The button of the message shown was pressed (the message's `action`).
    """

    done = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[Message] = []
        self._shown: Message | None = None
        self._fade = QTimer(self, singleShot=True, interval=_NEWS_MS)
        self._fade.timeout.connect(self.close_message)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Message"))
        self._icon = QLabel()
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.clicked.connect(self._on_button)
        self._copy = QPushButton(self.tr("Copy details"))
        self._copy.clicked.connect(self._on_copy)
        self._close = CloseButton(self.tr("Close message"))
        self._close.clicked.connect(self.close_message)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        for widget in (self._button, self._copy, self._close):
            layout.addWidget(widget)
        self.hide()

    def say(self, message: Message) -> None:
        """Show a message: news takes the place of earlier news, and what is not urgent waits behind earlier trouble."""
        if message in self._messages:
            return
        self._messages = [other for other in self._messages if other.is_trouble]
        self._messages.insert(0 if message.comes_first else len(self._messages), message)
        self._show_first()

    def withdraw(self, action: str) -> None:
        """Take back messages with this action, since what they offer is done or over."""
        self._messages = [message for message in self._messages if message.action != action]
        self._show_first()

    @Slot()
    def close_message(self) -> None:
        """Close the one that shows."""
        del self._messages[:1]
        self._show_first()

    def _show_first(self) -> None:
        message = self._messages[0] if self._messages else None
        if message == self._shown:
            return
        self._shown = message
        if message is None:
            self._fade.stop()
            self.hide()
            return
        text = shown_lines(message.text)
        self._text.setText(text)
        self.setAccessibleDescription(text)
        self._button.setText(message.button)
        self._button.setVisible(bool(message.button))
        self._copy.setVisible(bool(message.details))
        if message.is_trouble or message.button:
            self._fade.stop()
        else:
            self._fade.start()
        self._icon.setPixmap(icon("attention" if message.is_trouble else "info").pixmap(20, 20))
        self.tint(ATTENTION if message.is_trouble else INFO)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    @Slot()
    def _on_button(self) -> None:
        self.done.emit(self._messages[0].action)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._messages[0].details)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
        else:
            super().keyPressEvent(event)
