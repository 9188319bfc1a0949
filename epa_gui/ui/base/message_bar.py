"""A line above the list for what concerns the whole program: something to undo, or trouble with the list itself."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from epa_gui.core.text.foreign_text import shown_lines
from epa_gui.ui.base.close_button import CloseButton
from epa_gui.ui.base.command import Command
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.tinting import ATTENTION, INFO, TintedFrame

_NEWS_MS = 10_000
"""How long news that asks for nothing stays."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a message is about that nothing can be done about, so that it can be withdrawn.

    Attributes:
        name: What.
        of: The ID of whatever it is about, where there can be several at once.
    """

    name: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What the bar says.

    Attributes:
        text: The words.
        action: What the button does, or would do if there was one. Messages are withdrawn by it.
        button: The button's text; empty for none.
        details: What "Copy details" copies; empty for no such button.
        is_trouble: Whether it is a problem; a problem stays until it is closed or over, other news gives way.
        comes_first: Whether it shows at once, before trouble that is there already.
        topic: What it is withdrawn by, if nothing can be done about it.

    Raises:
        ValueError: There is a button that does nothing.
    """

    text: str
    action: Command | None = None
    button: str = ""
    details: str = ""
    is_trouble: bool = False
    comes_first: bool = False
    topic: Topic | None = None

    def __post_init__(self) -> None:
        if self.button and self.action is None:
            raise ValueError(f"nothing is done by the button {self.button!r}")


class MessageBar(TintedFrame):
    """Shows one message at a time, trouble before news; hidden when there is none.

    Signals:
        command_requested: The button of the message shown was pressed (the message's `Command`).
    """

    command_requested = Signal(object)

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

    def withdraw(self, about: Command | Topic) -> None:
        """Take back messages with this action or topic, since what they offer, or tell, is done or over."""
        self._messages = [message for message in self._messages if about not in {message.action, message.topic}]
        self._show_first()

    def withdraw_button(self, command: Command) -> None:
        """What the button of a message would do cannot be done any more; the words are still true."""
        for place, message in enumerate(self._messages):
            if message.action == command and message.button:
                self._messages[place] = replace(message, button="")
                if message is self._shown:
                    self._shown = self._messages[place]
                    self._button.hide()
                    if not message.is_trouble:
                        self._fade.start()

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
        self.command_requested.emit(self._messages[0].action)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._messages[0].details)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
        else:
            super().keyPressEvent(event)
