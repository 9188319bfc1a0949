"""The five steps of a job's way, in a row, in one line or one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from epa_gui.core.way.steps import Mark, Step
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.page import em
from epa_gui.ui.base.soft_text import soft_ink
from epa_gui.ui.jobs.step_label import CIRCLE, LOW, MARK_ALONE, TOP, UPRIGHT, StepForm, StepLabel
from epa_gui.ui.jobs.step_text import StepWords

_BETWEEN_WORDS = 0.5
"""Between a name and its time after the marks, in heights of the font."""


class Stepper(QWidget):
    """Five steps in a row; where even their longest words have no room beside each other, one below the other.

    Where the page is low they are one line high: the names stand beside the marks, or where these have no room, after
    the last mark the one that the job stands at.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_low = False
        self._caption_left = 0
        self.steps = [StepLabel(self) for _ in Step]
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say_texts()

    def _say_texts(self) -> None:
        self.setAccessibleName(self.tr("Where it stands"))

    def show_steps(self, steps: Sequence[StepWords]) -> None:
        """Show these five."""
        before = self._step_stood_at().words
        marks = [*(step.mark for step in steps[1:]), None]
        changed = [label.show_words(step, mark) for label, step, mark in zip(self.steps, steps, marks, strict=True)]
        if any(changed):
            self._place()
            self.updateGeometry()
        if self._caption_left and self._step_stood_at().words != before:
            self._tell_caption()
            self.update()

    def _tell_caption(self) -> None:
        """What may be cut off of it stands in the tooltip."""
        words = self._step_stood_at().words
        self.setToolTip(plain_tip(f"{words.name}\n{words.when}".rstrip()) if self._caption_left else "")

    def be_low(self, *, is_low: bool) -> None:
        """Whether to be no higher than a line."""
        if is_low is not self._is_low:
            self._is_low = is_low
            self._place()
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """With nothing cut off at that width."""
        return em(self, LOW) if self._is_low else self.full_height(width)

    def full_height(self, width: int) -> int:
        """The same where there is room for all of it."""
        widths = self._widths(width)
        if widths is None:
            return em(self, UPRIGHT) * len(self.steps)
        return max(step.height_below(each) for step, each in zip(self.steps, widths, strict=True))

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
        """Other letters need other room; in another language whoever shows the steps shows them again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_texts()
        elif event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            for step in self.steps:
                step.measure()
            self._place()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Where there are only marks: the name and the time of the step that the job stands at."""
        if not self._caption_left:
            return
        step = self._step_stood_at()
        ink, paper = (self.palette().color(role) for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window))
        painter = QPainter(self)
        left = self._caption_left
        for text, font, color in zip(
            self.caption(), (step.name_font(), step.when_font()), (ink, soft_ink(ink, paper)), strict=False
        ):
            painter.setFont(font)
            painter.setPen(color)
            room = QRect(left, 0, self.width() - left, em(self, CIRCLE + 2 * TOP))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
            left += QFontMetrics(font).horizontalAdvance(text) + em(self, _BETWEEN_WORDS)
        painter.end()

    def caption(self) -> list[str]:
        """What stands after the marks where there are only these, as much as there is room for: the name and the time.

        The time is short rather than cut off: its end says the most.
        """
        step, room = self._step_stood_at(), self.width() - self._caption_left
        names, times = QFontMetrics(step.name_font()), QFontMetrics(step.when_font())
        name = names.elidedText(step.words.name, Qt.TextElideMode.ElideRight, room)
        room -= names.horizontalAdvance(step.words.name) + em(self, _BETWEEN_WORDS)
        if room < em(self, 2):
            return [name]  # a few letters of a time say nothing; it stands in the tooltip
        when = step.words.when if times.horizontalAdvance(step.words.when) <= room else step.words.brief
        return [name, times.elidedText(when, Qt.TextElideMode.ElideRight, room)]

    def _step_stood_at(self) -> StepLabel:
        """The one under way or failed, else the last that was reached."""
        marked = [step for step in self.steps if step.words.mark in {Mark.NOW, Mark.FAILED}]
        done = [step for step in self.steps if step.words.mark is Mark.DONE]
        return (marked or done[-1:] or self.steps)[0]

    def _widths(self, width: int) -> list[int] | None:
        """Five equal parts; where a time or a word needs more, others give of theirs. `None` if there is too little."""
        wanted, least = [step.wanted_width for step in self.steps], [step.least_width for step in self.steps]
        if sum(least) > width:
            return None
        needed = wanted if sum(wanted) <= width else least  # a time goes on below rather than that a word is cut
        return _shared(width, needed)

    def _place(self) -> None:
        self._caption_left = 0
        if self._is_low:
            self._place_low()
            return
        self._tell_caption()
        widths = self._widths(self.width())
        x = y = 0
        for number, step in enumerate(self.steps):
            step.take_form(StepForm.BELOW if widths is not None else StepForm.UPRIGHT)
            if widths is None:
                step.setGeometry(0, y, self.width(), em(self, UPRIGHT))
                y += em(self, UPRIGHT)
            else:
                step.setGeometry(x, 0, widths[number], self.height())
                x += widths[number]

    def _place_low(self) -> None:
        wanted = [step.width_beside() for step in self.steps]
        spare = self.width() - sum(wanted)
        form = StepForm.BESIDE if spare >= 0 else StepForm.ALONE
        more = min(spare // len(self.steps), em(self, 3))  # lines all over a wide window lead nowhere
        x = 0
        for step, width in zip(self.steps, wanted, strict=True):
            given = width + more if form is StepForm.BESIDE else em(self, MARK_ALONE)
            step.take_form(form)
            step.setGeometry(x, 0, given, self.height())
            x += given
        if form is StepForm.ALONE:
            self._caption_left = x
        self._tell_caption()
        self.update()


def _shared(width: int, needed: Sequence[int]) -> list[int]:
    """`width` in equal parts, as far as none is less than what is needed there."""
    parts = dict.fromkeys(range(len(needed)), 0)
    left = width
    for count, number in enumerate(sorted(parts, key=needed.__getitem__, reverse=True)):
        parts[number] = max(needed[number], left // (len(needed) - count))
        left -= parts[number]
    return list(parts.values())
