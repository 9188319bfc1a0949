"""Standing trouble above the list: what concerns everything in full, several others as one line that unfolds."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import page
from epa_gui.ui.base.disclosure import Disclosure
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.joining import in_line
from epa_gui.ui.base.message import Gathering
from epa_gui.ui.base.message_line import ICON, MessageLine
from epa_gui.ui.base.soft_text import SoftLine
from epa_gui.ui.base.tinting import ATTENTION, FAILED, TintedFrame

_LEAST_LINES = 2.5
"""However small the window is, so many heights of the font of the list can be seen; and each message's buttons."""


class WarningList(TintedFrame):
    """Shows the lines it is given; the words of each are read where they stand."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[MessageLine] = []
        self._gravest, self._gravest_layout = _rows()
        self._more_text = SoftLine()
        self._more = QWidget()
        more = QHBoxLayout(self._more)
        more.setContentsMargins(10, 0, 10, 6)
        more.addWidget(self._more_text)
        self._more.hide()
        self._scroll, self._row_layout = _rows()
        self.heading = Disclosure("", self._scroll)
        self.heading.setFont(page.sized(self.heading.font(), 1.0))
        self._subjects = SoftLine()
        self._mark = QLabel()
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(10, 6, 10, 6)
        head.addWidget(self._mark)
        head.addWidget(self.heading)
        head.addWidget(self._subjects, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._gravest)
        layout.addWidget(self._more)
        layout.addWidget(self._head)
        layout.addWidget(self._scroll)
        self._is_loud: bool | None = None
        self._show_look(is_loud=False)
        self._say_texts()
        self.hide()

    def _say_texts(self) -> None:
        self._gravest.setAccessibleName(self.tr("Warnings"))
        self._scroll.setAccessibleName(self.tr("Warnings"))
        if self._is_several():
            self._show_heading()

    def show_lines(self, lines: Sequence[MessageLine]) -> None:
        """Show these, in this order; one that is not among them any more is gone."""
        was_several = self._is_several()
        for new in [line for line in lines if line not in self._lines]:
            for button in new.buttons():
                button.installEventFilter(self)
        for gone in [line for line in self._lines if line not in lines]:
            gone.hide()
            gone.deleteLater()
        self._lines = list(lines)
        self._show_look(is_loud=any(line.message.is_loud for line in lines))
        is_several = self._is_several()
        gravest = [line for line in lines if line.message.stands_whole]
        for place, line in enumerate(gravest):
            self._gravest_layout.insertWidget(place, line)
            line.show()
        for place, line in enumerate(self._others()):
            self._row_layout.insertWidget(place, line)
            line.show_icon(is_shown=not is_several)
            line.show()
        self._gravest.setVisible(bool(gravest))
        self._head.setVisible(is_several)
        if is_several:
            self._show_heading()
        if is_several != was_several:
            self.heading.setChecked(False)
        self._scroll.setVisible(bool(self._others()) and (not is_several or self.heading.isChecked()))
        self.setVisible(bool(lines))

    def _others(self) -> list[MessageLine]:
        """All that may be folded away."""
        return [line for line in self._lines if not line.message.stands_whole]

    def _is_several(self) -> bool:
        return len(self._others()) > 1

    def _show_heading(self) -> None:
        messages = [line.message for line in self._others()]
        count = len(messages)
        are_keys = all(message.gathering is Gathering.KEYS for message in messages)
        text = self.tr("%n API key(s) need attention", "", count) if are_keys else self.tr("%n warning(s)", "", count)
        self.heading.show_text(text)
        self.heading.setAccessibleName(text)
        subjects = list(dict.fromkeys(message.subject for message in messages if message.subject))
        self._subjects.show_text(in_line(*(fill("{0}", subject) for subject in subjects)))

    def _show_look(self, *, is_loud: bool) -> None:
        """Red with a cross while something loud is in it, else amber: never a colour alone."""
        if is_loud is self._is_loud:
            return
        self._is_loud = is_loud
        self.tint(FAILED if is_loud else ATTENTION)
        size = page.em(self, ICON)
        self._mark.setPixmap(icon("failed" if is_loud else "attention").pixmap(size, size))

    def unfold(self) -> None:
        """Show the list."""
        if self._is_several():
            self.heading.setChecked(True)

    def shows_words(self) -> bool:
        """Whether the words of each can be seen."""
        return not self._is_several() or self.heading.isChecked()

    def fit(self, width: int, most: int) -> None:
        """Be as high as the words are in this width, and never higher than `most` pixels: then they scroll."""
        if not self._lines:
            return
        inner = width - 2
        for line in self._lines:
            line.arrange(inner)
        head = self._head.sizeHint().height() if self._is_several() else 0
        taken = 0 if self._gravest.isHidden() else self._fit_gravest(inner, most - head - 2)
        others = self._others()
        room = max(self._least(others), most - taken - head - 2)
        for line in others:
            line.keep_below(room)
        wanted = max(0, self._row_layout.totalHeightForWidth(inner))  # of no line it is -1
        self._scroll.setFixedHeight(min(wanted, room))

    def _least(self, lines: Sequence[MessageLine]) -> int:
        """How high a list of these is at least: the words of a message scroll, never its buttons."""
        return max(page.em(self, _LEAST_LINES), *(line.least_height() for line in lines), 0)

    def _fit_gravest(self, width: int, most: int) -> int:
        """Show as many whole messages as there is room for, and say how many are below; how high that is."""
        lines = [line for line in self._lines if line.message.stands_whole]
        below = self._more.sizeHint().height()
        beside = below if len(lines) > 1 else 0
        room = max(most, lines[0].least_height() + beside)
        for line in lines:
            line.keep_below(room - beside)
        heights = [line.heightForWidth(width) for line in lines]
        ends = list(accumulate(heights))
        whole = len(lines) if ends[-1] <= room else max(1, sum(end <= room - below for end in ends))
        count = len(lines) - whole
        self._more.setVisible(count > 0)
        if count:
            self._more_text.show_text(self.tr("%n more warning(s) below", "", count))
        height = min(ends[whole - 1], room - (below if count else 0))
        self._gravest.setFixedHeight(height)
        return height + (below if count else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_is_loud"):
            self._say_texts()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button has the keyboard now: Qt scrolls to it only if it came from within the list."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            scroll = self._gravest if self._gravest.isAncestorOf(watched) else self._scroll
            scroll.ensureWidgetVisible(watched, 0, page.em(self, 0.5))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape folds the list."""
        if event.key() == Qt.Key.Key_Escape and self._is_several() and self.heading.isChecked():
            self.heading.setChecked(False)
            self.heading.setFocus()
        else:
            super().keyPressEvent(event)


def _rows() -> tuple["_Scroll", QVBoxLayout]:
    """Lines below each other, which scroll."""
    rows = QWidget()
    layout = QVBoxLayout(rows)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    scroll = _Scroll()
    scroll.setWidget(rows)
    return scroll, layout


class _Scroll(QScrollArea):
    """Shows what is behind it, and asks for no more room than it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the keyboard, and is scrolled to
        self.viewport().setAutoFillBackground(False)

    def setWidget(self, widget: QWidget) -> None:
        """Have it scroll, without a background of its own."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """Its height is told by `WarningList.fit`."""
        return QSize(0, 0)
