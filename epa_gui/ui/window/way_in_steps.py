"""The way of a retraining in five steps, for who sees the program for the first time."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.accent import window_accent
from epa_gui.ui.base.page import NOTE, em, sized
from epa_gui.ui.base.row_ink import READABLE_AS_CHOSEN, contrast
from epa_gui.ui.base.soft_text import SoftText, soft_ink
from epa_gui.ui.base.wrapping_text import Text

_CIRCLE, _NUMBER, _LINE_GAP = 1.25, 0.85, 0.3


class WayInSteps(QWidget):
    """Numbers in circles with a dotted line between them, and below each what happens there.

    The texts are labels of their own, which screen readers come to one by one; the numbers are part of their names.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[tuple[Text, SoftText]] = []
        count = len(self._steps())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(em(self, 0.25))
        for place in range(count):
            grid.addWidget(_Mark(place + 1, is_last=place + 1 == count), 0, place)
            title, note = Text(is_bold=True), SoftText(size=NOTE)
            self._labels.append((title, note))
            if place + 1 < count:
                note.setContentsMargins(0, 0, em(self, 0.5), 0)
            grid.addWidget(title, 1, place)
            grid.addWidget(note, 2, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        self._say_texts()

    def _steps(self) -> tuple[tuple[str, str], ...]:
        """What each is called, and what happens there."""
        return (
            (self.tr("Check"), self.tr("your file, here")),
            (self.tr("Send"), self.tr("to the service")),
            (self.tr("Wait"), self.tr("you are notified")),
            (self.tr("Compare"), self.tr("in plain words")),
            (self.tr("Switch"), self.tr("only when you say so")),
        )

    def _say_texts(self) -> None:
        self.setAccessibleName(self.tr("How it works"))
        steps = self._steps()
        for number, ((title, note), (name, told)) in enumerate(zip(self._labels, steps, strict=True), 1):
            title.show_text(name)
            title.setAccessibleName(fill(self.tr("Step {0} of {1}: {2}"), number, len(steps), name))
            note.show_text(told)

    def show_notes(self, *, are_shown: bool) -> None:
        """Whether it is told what happens in each step."""
        for _, note in self._labels:
            note.setVisible(are_shown)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_labels"):
            self._say_texts()


class _Mark(QWidget):
    """A number in a circle, and the dotted line that leads on to the next one."""

    def __init__(self, number: int, *, is_last: bool) -> None:
        super().__init__()
        self._number = number
        self._is_last = is_last
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the circle."""
        return QSize(em(self, 2 * _CIRCLE), em(self, _CIRCLE) + 2)

    def minimumSizeHint(self) -> QSize:
        """At least the circle."""
        return QSize(em(self, _CIRCLE) + 2, em(self, _CIRCLE) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The circle, its number, and the line."""
        palette = self.palette()
        window, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
        filled, ink = window_accent(palette), palette.color(QPalette.ColorRole.HighlightedText)
        if contrast(ink, filled) < READABLE_AS_CHOSEN:
            ink = max((text, window), key=lambda choice: contrast(choice, filled))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width() - em(self, _CIRCLE) - 2, 0)
            reach = -float(self.width() - em(self, _CIRCLE) - 2)
        else:
            reach = float(self.width())
        circle = QRectF(1, 1, em(self, _CIRCLE), em(self, _CIRCLE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(filled)
        painter.drawEllipse(circle)
        painter.setPen(ink)
        painter.setFont(sized(self.font(), _NUMBER))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        if not self._is_last:
            gap = em(self, _LINE_GAP)
            begin = circle.left() - gap if reach < 0 else circle.right() + gap
            end = reach + gap if reach < 0 else reach - gap
            pen = QPen(soft_ink(text, window), max(1.0, em(self) * 0.06), Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(begin, circle.center().y()), QPointF(end, circle.center().y()))
        painter.end()
