"""The five steps of a job's way: a mark each, a line to the next, its name and when it was."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from epa_gui.core.way.steps import Mark, Step
from epa_gui.ui.base.page import NOTE, em, sized
from epa_gui.ui.base.row_ink import contrast
from epa_gui.ui.base.soft_text import soft_ink
from epa_gui.ui.base.tinting import FAILED, mixed
from epa_gui.ui.jobs.step_text import StepWords

_CIRCLE = 1.25
_TOP = 0.2
_BELOW_CIRCLE = 0.2
_GAP = 0.3
"""Between the mark and the line to the next; all in heights of the font."""

_RING, _FAINT_RING = 2.4, 1.4
_FAINT = 0.28
"""Pixels of the rings, and how much of the text's colour is in a faint one."""

_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class StepLabel(QLabel):
    """One step. It takes no focus; a screen reader says it whole: "Looked at, not yet, step 4 of 5".

    Attributes:
        words: What it says.
        next_mark: How far the next step is; `None` for the last one.
        is_upright: Whether the next step stands below it.
        least_width: So that no word is cut, in pixels.
        wanted_width: So that nothing wraps.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.words = StepWords(Mark.NEXT, "", "", "")
        self.next_mark: Mark | None = None
        self.is_upright = False
        self.least_width = self.wanted_width = 0

    def show_words(self, words: StepWords, next_mark: Mark | None) -> bool:
        """Show this, with a line to a next step of that mark; whether it needs another size."""
        if (words, next_mark) == (self.words, self.next_mark):
            return False
        is_resized = (words.name, words.when, words.mark) != (self.words.name, self.words.when, self.words.mark)
        self.words, self.next_mark = words, next_mark
        self.setText("\n".join(filter(None, (words.name, words.when))))
        self.setAccessibleName(words.sentence)
        self.measure()
        self.update()
        return is_resized

    def measure(self) -> None:
        """See how much room the words need in this font: a layout asks often."""
        name, when = QFontMetrics(self._name_font()), QFontMetrics(self._when_font())
        texts = ((self.words.name, name), (self.words.when, when))
        words = [metrics.horizontalAdvance(word) for text, metrics in texts for word in text.split()]
        self.least_width = max([em(self, _CIRCLE + 2 * _GAP), *words]) + em(self, 0.4)
        self.wanted_width = max(metrics.horizontalAdvance(text) for text, metrics in texts) + em(self, 0.6)

    def height_for(self, width: int) -> int:
        """With all of its words, at that width."""
        if self.is_upright:
            return em(self, _CIRCLE + 0.45)
        name, when = self._text_rects(width)
        return max(when.bottom() if self.words.when else name.bottom(), 0) + 1

    def _text_rects(self, width: int) -> tuple[QRect, QRect]:
        """Where the name stands, and what is below it."""
        top = em(self, _TOP + _CIRCLE + _BELOW_CIRCLE)
        room = QRect(0, top, max(1, width - em(self, 0.3)), 10_000)
        name = QFontMetrics(self._name_font()).boundingRect(room, int(_WRAPS), self.words.name or " ")
        below = QRect(0, name.bottom() + 1, room.width(), 10_000)
        when = QFontMetrics(self._when_font()).boundingRect(below, int(_WRAPS), self.words.when or " ")
        return QRect(0, name.top(), room.width(), name.height()), QRect(0, when.top(), room.width(), when.height())

    def _name_font(self) -> QFont:
        return sized(self.font(), 1.0, is_bold=self.words.mark in {Mark.NOW, Mark.FAILED})

    def _when_font(self) -> QFont:
        return sized(self.font(), NOTE, is_bold=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark, the line to the next, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        self._paint_mark(painter)
        paper = self.palette().color(QPalette.ColorRole.Window)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        soft = soft_ink(ink, paper)
        name, when = self._text_rects(self.width())
        flags = int(_WRAPS)
        if self.is_upright:
            left = em(self, _CIRCLE + 2 * _GAP)
            name_width = QFontMetrics(self._name_font()).horizontalAdvance(self.words.name)
            middle = em(self, _CIRCLE + 2 * _TOP)
            name = QRect(left, 0, name_width + 2, middle)
            when = QRect(left + name_width + em(self, 0.6), 0, self.width(), middle)
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(self._name_font())
        painter.setPen(soft if self.words.mark is Mark.NEXT else ink)
        painter.drawText(name, flags, self.words.name)
        painter.setFont(self._when_font())
        painter.setPen(soft)
        painter.drawText(when, flags, self.words.when)
        painter.end()

    def _circle(self) -> QRectF:
        side = em(self, _CIRCLE)
        return QRectF(1, em(self, _TOP), side, side)

    def _paint_line(self, painter: QPainter) -> None:
        """Solid to a step that was reached, dotted to one that was not."""
        if self.next_mark is None:
            return
        is_solid = self.words.mark is Mark.DONE and self.next_mark is not Mark.NEXT
        pen = QPen(self._accent() if is_solid else self._faint(), 2.0 if is_solid else 1.4)
        if not is_solid:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        circle, gap = self._circle(), em(self, _GAP)
        if self.is_upright:
            x = circle.center().x()
            painter.drawLine(QPointF(x, circle.bottom() + 2), QPointF(x, self.height()))
        else:
            y = circle.center().y()
            painter.drawLine(QPointF(circle.right() + gap, y), QPointF(self.width() - gap * 0.5, y))

    def _paint_mark(self, painter: QPainter) -> None:
        circle, mark = self._circle(), self.words.mark
        if mark in {Mark.DONE, Mark.FAILED}:
            fill = self._accent() if mark is Mark.DONE else FAILED
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawEllipse(circle)
            white, ink = QColor("white"), self.palette().color(QPalette.ColorRole.HighlightedText)
            pen = QPen(max((white, ink), key=lambda color: contrast(color, fill)), max(1.6, circle.width() * 0.11))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for line in _TICK if mark is Mark.DONE else _CROSS:
                painter.drawPolyline([_within(circle, x, y) for x, y in line])
            return
        is_now = mark is Mark.NOW
        width = _RING if is_now else _FAINT_RING
        painter.setPen(QPen(self._accent() if is_now else self._faint(), width))
        base = self.palette().color(QPalette.ColorRole.Base)
        painter.setBrush(base if is_now else QColor(Qt.GlobalColor.transparent))
        painter.drawEllipse(circle.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        if is_now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._accent())
            dot = circle.width() * 0.19
            painter.drawEllipse(circle.center(), dot, dot)

    def _accent(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Highlight)

    def _faint(self) -> QColor:
        paper, ink = (self.palette().color(role) for role in (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText))
        return mixed(paper, ink, _FAINT)


_TICK = (((0.28, 0.52), (0.44, 0.68), (0.73, 0.35)),)
_CROSS = (((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67)))


def _within(circle: QRectF, x: float, y: float) -> QPointF:
    return QPointF(circle.left() + circle.width() * x, circle.top() + circle.height() * y)


class Stepper(QWidget):
    """Five steps in a row; where even their longest words have no room beside each other, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Where it stands"))
        self.steps = [StepLabel(self) for _ in Step]
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_steps(self, steps: Sequence[StepWords]) -> None:
        """Show these five."""
        marks = [*(step.mark for step in steps[1:]), None]
        changed = [label.show_words(step, mark) for label, step, mark in zip(self.steps, steps, marks, strict=True)]
        if any(changed):
            self._place()
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """With nothing cut off at that width."""
        widths = self._widths(width)
        if widths is None:
            return sum(self._upright_height() for _ in self.steps)
        return max(step.height_for(each) for step, each in zip(self.steps, widths, strict=True))

    def sizeHint(self) -> QSize:
        """At its own width."""
        return QSize(em(self, 30), self.heightForWidth(self.width() if self.width() > 1 else em(self, 30)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as may be."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need other room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            for step in self.steps:
                step.measure()
            self._place()
            self.updateGeometry()

    def _upright_height(self) -> int:
        return em(self, _CIRCLE + 0.45)

    def _widths(self, width: int) -> list[int] | None:
        """Five equal parts; where a word needs more, the others give of theirs. `None` if there is too little."""
        least = [step.least_width for step in self.steps]
        if sum(least) > width:
            return None
        part = width // len(self.steps)
        wanted = [max(step.least_width, min(step.wanted_width, part * 2)) for step in self.steps]
        if max(wanted) <= part:
            return [part] * len(self.steps)
        if sum(wanted) > width:
            wanted = least
        spare = (width - sum(wanted)) // len(self.steps)
        return [each + spare for each in wanted]

    def _place(self) -> None:
        widths = self._widths(self.width())
        x = y = 0
        for number, step in enumerate(self.steps):
            was_upright, step.is_upright = step.is_upright, widths is None
            if widths is None:
                step.setGeometry(0, y, self.width(), self._upright_height())
                y += self._upright_height()
            else:
                step.setGeometry(x, 0, widths[number], self.height())
                x += widths[number]
            if was_upright is not step.is_upright:
                step.update()
