"""What stands above the list and concerns the whole program: something to undo, or trouble with the list itself."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.command import Command
from epa_gui.ui.base.message import Message, Topic
from epa_gui.ui.base.message_line import MessageLine
from epa_gui.ui.base.tinting import INFO, TintedFrame
from epa_gui.ui.base.warning_list import WarningList

__all__ = ["Message", "MessageBar", "Topic"]

_NEWS_MS = 10_000
"""How long news that asks for nothing stays."""

_SHARE = 3
"""The bar takes at most one part of so many of the window's height."""


class MessageBar(QWidget):
    """Standing trouble, and below it at once whatever is new; hidden when there is neither.

    News takes the place of earlier news, but what offers a button stays beside what offers none. A screen reader is
    told of each message once, when it comes; of several that come together, and of one that is folded away, by the line
    that stands for them.

    Signals:
        command_requested: The button of a message was pressed (the message's `Command`).
        closed: A person closed a message.
    """

    command_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[Message] = []
        self._makers: dict[Message, Callable[[], Message]] = {}
        self._lines: dict[Message, MessageLine] = {}
        self._frames: dict[Message, _NewsFrame] = {}
        self._unheard: list[Message] = []
        self._fading: list[Message] = []
        self._window: QWidget | None = None
        self._fade = QTimer(self, singleShot=True, interval=_NEWS_MS)
        self._fade.timeout.connect(self._on_faded)
        self._announce = QTimer(self, singleShot=True, interval=0)
        self._announce.timeout.connect(self._on_announce)
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)
        self._warnings = WarningList()
        self._warnings.heading.toggled.connect(self._fit)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._warnings)
        self._say_texts()
        self.hide()

    # Saying and taking back

    def messages(self) -> tuple[Message, ...]:
        """What is said now, in the order in which it came."""
        return tuple(self._messages)

    def say(self, make: Callable[[], Message]) -> None:
        """Show a message at once: trouble joins other trouble, news takes the place of news of its kind.

        Args:
            make: What makes it: as long as it stands there it is said anew in every other language, and by `say_again`.
        """
        message = make()
        if message in self._messages:
            return
        self._makers[message] = make
        if not message.is_trouble:
            stay = [each for each in self._messages if each.is_trouble or (each.button and not message.button)]
            self._messages = stay
        self._messages.append(message)
        self._unheard.append(message)
        self._show()
        if message.is_trouble and message.comes_first:
            self._warnings.unfold()
        self._announce.start()

    def withdraw(self, about: Command | Topic) -> None:
        """Take back messages with this action or topic, since what they offer, or tell, is done or over."""
        self._keep([message for message in self._messages if not message.ends_with(about)])

    def withdraw_button(self, command: Command) -> None:
        """What the button of a message would do cannot be done any more; the words are still true."""
        for place, message in enumerate(self._messages):
            if message.action == command and message.button:
                self._exchange(place, replace(message, button=""))

    def renew(self, message: Message) -> None:
        """Put other words in place of those with this action, if they are there still; nobody is told anew."""
        for place, there in enumerate(self._messages):
            if there.action == message.action and there != message:
                self._put(place, message)
                self._show()

    def say_again(self, about: Command | Topic | None = None) -> None:
        """Put the words of now in place of those that stand there; nobody is told anew.

        Args:
            about: The action or topic of the messages that are concerned; `None` for all.
        """
        for place, message in enumerate(self._messages):
            make = self._makers.get(message)
            if make is not None and (about is None or message.ends_with(about)):
                again = make()
                self._put(place, again if message.button else replace(again, button=""))
        self._show()

    def _put(self, place: int, message: Message) -> None:
        """The same message in other words."""
        before = self._messages[place]
        self._messages[place] = message
        self._unheard = [message if each == before else each for each in self._unheard]
        make = self._makers.pop(before, None)  # none left, where two came to say the same
        if make is not None:
            self._makers[message] = make

    @Slot()
    def close_message(self) -> None:
        """Close the one that came last."""
        self._keep(self._messages[:-1])
        self.closed.emit()

    @Slot()
    def _on_close(self) -> None:
        closed = self.sender()
        self._keep([message for message in self._messages if self._lines[message] is not closed])
        self.closed.emit()

    @Slot()
    def _on_faded(self) -> None:
        self._keep([message for message in self._messages if message.is_trouble or message.button])

    def _keep(self, messages: list[Message]) -> None:
        if len(messages) != len(self._messages):
            self._messages = messages
            self._show()

    def _exchange(self, place: int, message: Message) -> None:
        """The same message without its button, in the same line."""
        before = self._messages[place]
        self._put(place, message)
        line = self._lines[message] = self._lines.pop(before)
        line.take_button_away(message)
        if before in self._frames:
            self._frames[message] = self._frames.pop(before)
        self._show()

    # Showing

    def _trouble(self) -> list[Message]:
        """What is loud or concerns everything; what comes first, the newest on top; the rest by its own order."""
        trouble = [message for message in self._messages if message.is_trouble]
        whole = sorted(
            (message for message in trouble if message.stands_whole), key=lambda message: not message.is_loud
        )
        others = [message for message in trouble if not message.stands_whole]
        first = [message for message in reversed(others) if message.comes_first]
        rest = [message for message in others if not message.comes_first]
        return [*whole, *first, *sorted(rest, key=lambda message: message.order)]

    def _show(self) -> None:
        """Have a line for each message: trouble in its list, news each in a frame of its own below."""
        for message in self._messages:
            if message not in self._lines:
                self._add(message)
        warnings = [self._lines[message] for message in self._trouble()]
        news = [self._lines[message] for message in self._messages if not message.is_trouble]
        self._warnings.show_lines(warnings)
        for gone in [message for message in self._lines if message not in self._messages]:
            self._take_out(gone)
        fading = [message for message in self._messages if not message.is_trouble and not message.button]
        if fading != self._fading:
            self._fading = fading
            (self._fade.start if fading else self._fade.stop)()
        about_all = [line for line in warnings if line.message.is_about_all]
        others = [line for line in (*warnings, *news) if line not in about_all]
        above, below = ([button for line in lines for button in line.buttons()] for lines in (about_all, others))
        order = [*above, self._warnings.heading, *below]
        for one, following in pairwise(order):  # lines are not made in the order in which they stand
            QWidget.setTabOrder(one, following)
        self.setVisible(bool(self._messages))
        self._fit_soon.start()
        self._fit()

    def _add(self, message: Message) -> None:
        line = self._lines[message] = MessageLine(message)
        line.command_requested.connect(self.command_requested)
        line.close_requested.connect(self._on_close)
        if not message.is_trouble:
            frame = self._frames[message] = _NewsFrame()
            frame.setAccessibleName(self._frame_name())
            frame.setAccessibleDescription(message.text)
            frame.tint(INFO)
            frame.arrange(line)
            self._layout.addWidget(frame)
            frame.show()  # now: the layout would show it a moment later

    def _frame_name(self) -> str:
        return self.tr("Message")

    def _say_texts(self) -> None:
        """All that stands there, in the language of now."""
        self.setAccessibleName(self.tr("Messages"))
        for frame in self._frames.values():
            frame.setAccessibleName(self._frame_name())
        self.say_again()

    def _take_out(self, message: Message) -> None:
        del self._lines[message]
        self._makers.pop(message, None)  # in other words it stands there still
        frame = self._frames.pop(message, None)
        if frame is not None:
            self._layout.removeWidget(frame)
            frame.hide()
            frame.deleteLater()

    @Slot()
    def _fit(self) -> None:
        """Never take more than a part of the window: news keeps its height, the list of warnings scrolls."""
        width = self.width()
        taken = 0
        for message, frame in self._frames.items():
            self._lines[message].arrange(width)
            taken += frame.height_for(width) + self._layout.spacing()
        most = self.window().height() // _SHARE
        self._warnings.fit(width, max(most - taken, most // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room for the words."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """How high it may be depends on the window."""
        super().showEvent(event)
        if self._window is not self.window():
            self._window = self.window()
            self._window.installEventFilter(self)

    def changeEvent(self, event: QEvent) -> None:
        """Other letters take other room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_soon.start()
        elif event.type() == QEvent.Type.LanguageChange and hasattr(self, "_layout"):
            self._say_texts()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is larger or smaller now."""
        if event.type() == QEvent.Type.Resize:
            self._fit_soon.start()
        return super().eventFilter(watched, event)

    # What is heard

    @Slot()
    def _on_announce(self) -> None:
        new = [message for message in self._unheard if message in self._messages]
        self._unheard = []
        for message in new:
            if message.is_about_all:
                _alert(self._lines[message].text)
        trouble = [message for message in new if message.is_trouble and not message.is_about_all]
        if len(trouble) > 1 or (trouble and not self._warnings.shows_words()):
            _alert(self._warnings.heading)
        elif trouble:
            _alert(self._lines[trouble[0]].text)
        for message in new:
            if not message.is_trouble:
                _alert(self._lines[message].text)


class _NewsFrame(TintedFrame):
    """What one piece of news stands in."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def arrange(self, line: MessageLine) -> None:
        """Have this line in it."""
        self._layout.addWidget(line)

    def height_for(self, width: int) -> int:
        """How high it is at this width."""
        return self._layout.totalHeightForWidth(width)


def _alert(spoken: QWidget) -> None:
    """Have a screen reader say this at once."""
    announce(spoken)
