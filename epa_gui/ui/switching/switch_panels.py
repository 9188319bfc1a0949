"""What Switch model is made of: panels that Tab comes to, notes, the change from now to then, a button that waits."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimerEvent, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionFocusRect,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.text.foreign_text import isolated
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.tinting import ATTENTION, TintedFrame
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.switching.switch_case_text import Card, Note

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SpaceButton(QPushButton):
    """Pressed by a click or Space. Some desktops press a button by Enter too, whatever is its default."""

    def __init__(self, text: str) -> None:
        super().__init__(text, autoDefault=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the dialog."""
        if event.key() in ENTER_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ConfirmButton(SpaceButton):
    """Takes no press that was meant for something else: none from before a change, or within a double click's time."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._is_meant = False
        self._changed = QElapsedTimer()
        self._changed.start()
        self.pressed.connect(self._on_pressed)

    def wait_a_moment(self) -> None:
        """What the button does has just come up, or changed; a press under way comes to nothing."""
        self._changed.start()
        self._is_meant = False
        self.setDown(False)

    def wait_is_over(self) -> bool:
        """Whether a press is meant for what it does now."""
        return self._changed.hasExpired(QApplication.doubleClickInterval())

    @Slot()
    def _on_pressed(self) -> None:
        """By mouse, key or screen reader."""
        self._is_meant = self.wait_is_over()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pass over the second click of a double click that opened the dialog."""
        if self.wait_is_over():
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Do not take up again a press that has come to nothing."""
        if self._is_meant:
            super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass over Space as over a click; other keys are the dialog's."""
        if self.wait_is_over():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def timerEvent(self, event: QTimerEvent) -> None:
        """A screen reader presses and Qt clicks a tenth of a second later, whatever came between."""
        was_blocked = self.blockSignals(not self._is_meant or self.signalsBlocked())
        super().timerEvent(event)
        self.blockSignals(was_blocked)


class Panel(TintedFrame):
    """A part that Tab comes to, so that a screen reader reads it and a keyboard scrolls to it.

    Signals:
        reached: It has the focus now.
    """

    reached = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusInEvent(event)
        self.update()
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the style's frame for what has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            option.rect = self.rect().adjusted(1, 1, -1, -1)
            painter = QPainter(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
            painter.end()


class NoteBox(Panel):
    """Something to know: a warning, tinted, or a plain note."""

    def __init__(self, *, is_warning: bool) -> None:
        super().__init__()
        self._kind = self.tr("Warning") if is_warning else self.tr("Note")
        self._icon = QLabel()
        self._icon.setAccessibleName(self._kind)
        self._icon.setToolTip(self._kind)
        self._what = Text(is_bold=True)
        self._means = Text()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._what)
        words.addWidget(self._means)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 5, 8, 5)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        side = round(self.fontMetrics().height() * 1.2)
        self._icon.setPixmap(icon("attention" if is_warning else "info").pixmap(side, side))
        if is_warning:
            self.setFrameShape(QFrame.Shape.StyledPanel)
            self.tint(ATTENTION)
        self.hide()

    def show_note(self, note: Note | None) -> None:
        """Show this; hide for `None`. What was not there before is said aloud."""
        if note is None:
            self.hide()
            return
        is_news = self.isHidden()
        self._what.show_text(note.what)
        self._means.show_text(note.means)
        self.setAccessibleName(f"{self._kind}: {note.what}")
        self.setAccessibleDescription(note.means)
        self.show()
        if is_news and self.window().isVisible():
            self.announce()

    def announce(self) -> None:
        """Say it aloud."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


class CardBox(QFrame):
    """What is, or will be, behind the prediction API."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = heading
        head = SoftText()
        head.show_text(heading)
        self._title = Text(is_bold=True, size=1.1)
        self._more = Text()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(2)
        for text in (head, self._title, self._more):
            layout.addWidget(text)
        layout.addStretch()
        self.setFrameShape(QFrame.Shape.StyledPanel)

    def show_card(self, card: Card) -> str:
        """Show this; the whole as a sentence."""
        self._title.show_text(card.title)
        self._more.show_text(card.more)
        title = isolated(card.title)
        return f"{self._heading}: {title}, {card.more}." if card.more else f"{self._heading}: {title}."


class ChangePanel(Panel):
    """Now → then."""

    def __init__(self) -> None:
        super().__init__()
        self._live = CardBox(self.tr("Live now"))
        self._next = CardBox(self.tr("Will be live"))
        arrow = QLabel(self.tr("→"))
        arrow.setAccessibleName(self.tr("becomes"))
        font = arrow.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        arrow.setFont(font)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.addWidget(self._live, 1)
        layout.addWidget(arrow)
        layout.addWidget(self._next, 1)
        self.setAccessibleName(self.tr("What changes"))

    def show_change(self, live: Card, following: Card) -> None:
        """Show both sides."""
        self.setAccessibleDescription(f"{self._live.show_card(live)} {self._next.show_card(following)}")
