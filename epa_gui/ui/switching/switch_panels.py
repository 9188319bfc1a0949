"""What Switch model is made of: panels that Tab comes to, notes, the change from now to then, a button that waits."""

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimerEvent, Signal, Slot
from PySide6.QtGui import (
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
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.joining import as_sentence, sentences
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.base.tinting import ATTENTION, TintedFrame, mixed
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.switching.switch_fact_text import Card
from epa_gui.ui.switching.switch_note_text import Note

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

CARD_EDGE = 0.3
"""How much of the text's colour is in the edge of a card."""

_ICON = 1.4
"""Heights of the font."""


class SpaceButton(QPushButton):
    """Pressed by a click or Space. Some desktops press a button by Enter too, whatever is its default."""

    def __init__(self) -> None:
        super().__init__(autoDefault=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the dialog."""
        if event.key() in ENTER_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ConfirmButton(SpaceButton):
    """Takes no press that was meant for something else: none from before a change, or within a double click's time."""

    def __init__(self) -> None:
        super().__init__()
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
    """Something to know before switching: the gravest tinted as a warning, any other as a plain line."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._icon.setPixmap(icon("attention").pixmap(em(self, _ICON), em(self, _ICON)))
        speak(self, lambda: self._icon.setAccessibleName(self._kind()))
        speak(self, lambda: self._icon.setToolTip(self._kind()))
        self._what = Text(is_bold=True)
        self._means = Text()
        self._is_strong: bool | None = None
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._what)
        words.addWidget(self._means)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(em(self, GAP))
        self._line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(words, 1)
        self._take_look(is_strong=False)
        self.hide()

    def _kind(self) -> str:
        return self.tr("Warning")

    def _take_look(self, *, is_strong: bool) -> None:
        if is_strong is self._is_strong:
            return
        self._is_strong = is_strong
        self._icon.setVisible(is_strong)  # a sign before every line would make none of them stand out
        beside, above = (em(self, 0.5), em(self, 0.35)) if is_strong else (0, em(self, 0.1))
        self._line.setContentsMargins(beside, above, beside, above)
        if is_strong:
            self.tint(ATTENTION)
        else:
            self.untint()

    def show_note(self, note: Note | None, *, is_strong: bool = False) -> None:
        """Show this; hide for `None`. What was not there before is said aloud."""
        if note is None:
            self.hide()
            return
        is_news = self.isHidden()
        self._take_look(is_strong=is_strong)
        self._what.show_text(note.what if is_strong else "")
        self._means.show_text(note.means if is_strong else sentences(as_sentence(note.what), note.means))
        self._what.setVisible(is_strong)
        self._means.setVisible(bool(note.means) or not is_strong)
        self.setAccessibleName(f"{self._kind()}: {note.what}")
        self.setAccessibleDescription(note.means)
        self.show()
        if is_news and self.window().isVisible():
            self.announce()

    def announce(self) -> None:
        """Say it aloud."""
        announce(self)


class CardBox(QFrame):
    """What is, or will be, behind the prediction API."""

    def __init__(self, heading: Words) -> None:
        super().__init__()
        self._heading = heading
        head = SoftText()
        speak(self, lambda: head.show_text(heading()))
        self._title = Text(is_bold=True, size=1.1)
        self._more = Text()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(self, 0.6), em(self, GAP), em(self, 0.6), em(self, GAP))
        layout.setSpacing(em(self, 0.1))
        for text in (head, self._title, self._more):
            layout.addWidget(text)
        layout.addStretch()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """An edge that is seen on every desktop: the frame of a style may be as dark as what is behind it."""
        palette = self.palette()
        edge = mixed(palette.color(palette.ColorRole.Window), palette.color(palette.ColorRole.WindowText), CARD_EDGE)
        radius = em(self, 0.22)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def show_card(self, card: Card) -> str:
        """Show this; the whole as lines to be read aloud."""
        self._title.show_text(card.title)
        self._more.show_text(card.more)
        title = isolated(card.title)
        return "\n".join(part for part in (f"{self._heading()}: {title}", card.more) if part)


class ChangePanel(Panel):
    """Now → then."""

    def __init__(self) -> None:
        super().__init__()
        self._live = CardBox(lambda: self.tr("Live now"))
        self._next = CardBox(lambda: self.tr("Live after the switch"))
        arrow = QLabel()
        speak(self, lambda: arrow.setText(self.tr("→")))
        speak(self, lambda: arrow.setAccessibleName(self.tr("switches to")))
        font = arrow.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        arrow.setFont(font)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, GAP))
        layout.addWidget(self._live, 1)
        layout.addWidget(arrow)
        layout.addWidget(self._next, 1)
        speak(self, lambda: self.setAccessibleName(self.tr("What changes")))

    def show_change(self, live: Card, following: Card) -> None:
        """Show both sides."""
        self.setAccessibleDescription(f"{self._live.show_card(live)}\n{self._next.show_card(following)}")
