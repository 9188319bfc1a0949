"""One step of a job's way: a mark, a line to the next, its name and when it was."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QWidget

from epa_gui.core.way.steps import Mark
from epa_gui.ui.base.accent import window_accent
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.page import NOTE, em, sized
from epa_gui.ui.base.row_ink import contrast
from epa_gui.ui.base.soft_text import soft_ink
from epa_gui.ui.base.tinting import FAILED, mixed
from epa_gui.ui.jobs.step_text import StepWords

CIRCLE, TOP = 1.25, 0.2
"""How wide the mark is, and what is above it."""

_BELOW_CIRCLE = 0.2
_GAP = 0.3
"""Between the mark and the line to the next."""

_RING, _FAINT_RING = 2.4, 1.4
_FAINT = 0.28
"""Pixels of the rings, and how much of the text's colour is in a faint one."""

LOW, MARK_ALONE = 1.55, 2.0
"""How high the steps are in one line, and how wide a mark is there without its name."""

UPRIGHT = 1.7
"""How high a step is where they stand below each other. All are heights of the font."""

_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class StepForm(Enum):
    """How a step is drawn."""

    BELOW = auto()
    """Its name and its time stand below the mark."""
    BESIDE = auto()
    """Its name stands beside the mark; the time is in its tooltip."""
    ALONE = auto()
    """There is only the mark; the steps' own widget says where it stands."""
    UPRIGHT = auto()
    """Name and time beside the mark, the next step below it."""


class StepLabel(QLabel):
    """One step. It takes no focus; a screen reader says it whole: "Looked at, not yet, step 4 of 5".

    Attributes:
        words: What it says.
        next_mark: How far the next step is; `None` for the last one.
        form: How it is drawn.
        least_width: So that no word is cut, in pixels.
        wanted_width: So that nothing wraps.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.words = StepWords(Mark.NEXT, "", "", "")
        self.next_mark: Mark | None = None
        self.form = StepForm.BELOW
        self.least_width = self.wanted_width = 0

    def show_words(self, words: StepWords, next_mark: Mark | None) -> bool:
        """Show this, with a line to a next step of that mark; whether it needs another size."""
        if (words, next_mark) == (self.words, self.next_mark):
            return False
        is_resized = (words.name, words.when, words.mark) != (self.words.name, self.words.when, self.words.mark)
        self.words, self.next_mark = words, next_mark
        self.setAccessibleName(words.sentence)
        self._tell_text()
        self.measure()
        self.update()
        return is_resized

    def take_form(self, form: StepForm) -> None:
        """Be drawn like this; what has no room then is said in the tooltip."""
        if form is not self.form:
            self.form = form
            self._tell_text()
            self.update()

    def _tell_text(self) -> None:
        """What is painted of its words, and all of them in the tooltip where that is less."""
        words = "\n".join(filter(None, (self.words.name, self.words.when)))
        painted = {StepForm.BESIDE: self.words.name, StepForm.ALONE: ""}.get(self.form, words)
        self.setText(painted)
        self.setToolTip(plain_tip(words) if painted != words else "")

    def width_beside(self) -> int:
        """With its name beside the mark and a piece of line after it."""
        name = QFontMetrics(self.name_font()).horizontalAdvance(self.words.name)
        line = 0 if self.next_mark is None else em(self, 1.0)
        return em(self, CIRCLE + _GAP) + name + em(self, 2 * _GAP) + line

    def measure(self) -> None:
        """See how much room the words need in this font: a layout asks often."""
        name, when = QFontMetrics(self.name_font()), QFontMetrics(self.when_font())
        texts = ((self.words.name, name), (self.words.when, when))
        words = [metrics.horizontalAdvance(word) for text, metrics in texts for word in text.split()]
        self.least_width = max([em(self, CIRCLE + 2 * _GAP), *words]) + em(self, 0.4)
        self.wanted_width = max(metrics.horizontalAdvance(text) for text, metrics in texts) + em(self, 0.6)

    def height_for(self, width: int) -> int:
        """With all that is painted of its words, at that width."""
        if self.form is StepForm.BELOW:
            return self.height_below(width)
        return em(self, UPRIGHT if self.form is StepForm.UPRIGHT else LOW)

    def height_below(self, width: int) -> int:
        """With all of its words below the mark, at that width."""
        name, when = self._text_rects(width)
        return max(when.bottom() if self.words.when else name.bottom(), 0) + 1

    def _text_rects(self, width: int) -> tuple[QRect, QRect]:
        """Where the name stands, and what is below it."""
        top = em(self, TOP + CIRCLE + _BELOW_CIRCLE)
        room = QRect(0, top, max(1, width - em(self, 0.3)), 10_000)
        name = QFontMetrics(self.name_font()).boundingRect(room, int(_WRAPS), self.words.name or " ")
        below = QRect(0, name.bottom() + 1, room.width(), 10_000)
        when = QFontMetrics(self.when_font()).boundingRect(below, int(_WRAPS), self.words.when or " ")
        return QRect(0, name.top(), room.width(), name.height()), QRect(0, when.top(), room.width(), when.height())

    def name_font(self) -> QFont:
        """Of its name: bold where the job stands."""
        return sized(self.font(), 1.0, is_bold=self.words.mark in {Mark.NOW, Mark.FAILED})

    def when_font(self) -> QFont:
        """Of its time."""
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
        if self.form in {StepForm.UPRIGHT, StepForm.BESIDE}:
            left = self._name_left()
            name_width = QFontMetrics(self.name_font()).horizontalAdvance(self.words.name)
            middle = em(self, CIRCLE + 2 * TOP)
            name = QRect(left, 0, name_width + 2, middle)
            when = QRect(left + name_width + em(self, 0.6), 0, self.width(), middle)
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if self.form is not StepForm.ALONE:
            painter.setFont(self.name_font())
            painter.setPen(soft if self.words.mark is Mark.NEXT else ink)
            painter.drawText(name, flags, self.words.name)
        if self.form in {StepForm.BELOW, StepForm.UPRIGHT}:
            painter.setFont(self.when_font())
            painter.setPen(soft)
            painter.drawText(when, flags, self.words.when)
        painter.end()

    def _name_left(self) -> int:
        """Where the name begins beside the mark."""
        return em(self, CIRCLE + (_GAP if self.form is StepForm.BESIDE else 2 * _GAP))

    def _circle(self) -> QRectF:
        side = em(self, CIRCLE)
        return QRectF(1, em(self, TOP), side, side)

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
        if self.form is StepForm.UPRIGHT:
            x = circle.center().x()
            painter.drawLine(QPointF(x, circle.bottom() + 2), QPointF(x, self.height()))
            return
        y, left = circle.center().y(), circle.right() + gap
        if self.form is StepForm.BESIDE:
            left = self._name_left() + QFontMetrics(self.name_font()).horizontalAdvance(self.words.name) + gap
        painter.drawLine(QPointF(left, y), QPointF(self.width() - gap * 0.5, y))

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
        """Seen on the window, and within a ring."""
        return window_accent(self.palette(), QPalette.ColorRole.Base)

    def _faint(self) -> QColor:
        paper, ink = (self.palette().color(role) for role in (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText))
        return mixed(paper, ink, _FAINT)


_TICK = (((0.28, 0.52), (0.44, 0.68), (0.73, 0.35)),)
_CROSS = (((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67)))


def _within(circle: QRectF, x: float, y: float) -> QPointF:
    return QPointF(circle.left() + circle.width() * x, circle.top() + circle.height() * y)
