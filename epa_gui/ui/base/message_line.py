"""One message above the list: its words, and what can be done."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget

from epa_gui.core.text.foreign_text import shown_lines
from epa_gui.ui.base import page
from epa_gui.ui.base.close_button import CloseButton
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.message import Message
from epa_gui.ui.base.roomy_button import RoomyButton
from epa_gui.ui.base.wrapping_text import Text

ICON = 1.15
"""Its size, in heights of the font."""

_BESIDE_ICON = 0.4
"""Between the icon, the words and the buttons, in heights of the font."""

_LEAST_BUTTON = 6
"""So wide is each button at least: those of several messages stand in columns."""

_UNBOUND = 2**24 - 1
"""Pixels: the greatest height Qt knows (``QWIDGETSIZE_MAX``)."""

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
        self._words = _Words(self.text)
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
        self._layout.setHorizontalSpacing(page.em(self, _BESIDE_ICON))
        self._layout.setColumnStretch(1, 1)
        self._layout.addWidget(self._icon, 0, 0)
        self._layout.addWidget(self._words, 0, 1)
        self._layout.addWidget(self._close, 0, 3)
        self._place()

    def _new_button(self, text: str, name: str = "") -> QPushButton:
        button = RoomyButton(text)
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

    def keep_below(self, height: int) -> None:
        """Be no higher than so many pixels, if that is a line and the buttons: the words scroll, never the buttons."""
        self._words.keep_below(height - self._height_beside_words())

    def least_height(self) -> int:
        """As high as one line of its words, with all its buttons."""
        beside = (self._close,) if self._is_below else (self._close, self._buttons)
        line = max(self._words.height_of_line(), *(button.sizeHint().height() for button in beside))
        return self._height_beside_words() + line

    def _height_beside_words(self) -> int:
        margins = self._layout.contentsMargins()
        height = margins.top() + margins.bottom()
        if self._is_below:
            height += self._buttons.sizeHint().height() + self._layout.verticalSpacing()
        return height

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


class _Words(QScrollArea):
    """The words; where they may not be as high as they are, they scroll, and the keyboard comes to them for that."""

    def __init__(self, text: Text) -> None:
        super().__init__(widgetResizable=True)
        self._text = text
        self._most = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWidget(text)
        for part in (self.viewport(), text):  # what is behind the message shows
            part.setAutoFillBackground(False)
        self._take_keyboard()

    def keep_below(self, most: int) -> None:
        """Be so high at most, in whole lines; where that is no line, as high as all of them."""
        line = self.height_of_line()
        most = max(0, most - most % line)
        if most != self._most:
            self._most = most
            self.setMaximumHeight(most or _UNBOUND)
            self.updateGeometry()
        self._take_keyboard()

    def height_of_line(self) -> int:
        """Lines are higher where another font shows their letters."""
        width, least = max(1, self.width()), self._text.fontMetrics().lineSpacing()
        return max(least, -(-self._text.heightForWidth(width) // max(1, self._text.whole_lines(width))))

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As the words are, as far as they may be."""
        height = self._text.heightForWidth(width)
        return min(height, self._most) if self._most else height

    def sizeHint(self) -> QSize:
        """At the width it has."""
        return QSize(self._text.sizeHint().width(), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Of any width."""
        return QSize(0, self._text.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of the words can be seen."""
        super().resizeEvent(event)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        is_cut = 0 < self._most < self._text.heightForWidth(max(1, self.width()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_cut else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self._text.accessibleName() if is_cut else "")
