"""The box that says how a new retraining stands, with what can be done about it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.page import EMPHASIS, em
from epa_gui.ui.base.quiet_bar import QuietBar
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.base.tinting import ATTENTION, DONE, FAILED, INFO, TintedFrame
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.retraining.form_state import FormState, form_state, read_share, state_words

_LOOKS: dict[FormState, tuple[QColor, str]] = {
    FormState.EMPTY: (INFO, "info"),
    FormState.READING: (INFO, "in-progress"),
    FormState.STOPPED: (FAILED, "failed"),
    FormState.BROKEN_OFF: (ATTENTION, "attention"),
    FormState.SUGGESTED: (ATTENTION, "attention"),
    FormState.READY: (DONE, "finished"),
}

_ICON = 1.5
_BAR_WIDTH = 9


class StateBox(TintedFrame):
    """It is always there, and as high with its buttons as without, so that nothing jumps when a file is read.

    Signals:
        fix_requested: All that can be fixed in the copies is to be fixed.
        check_requested: The files are to be read again.
        stop_requested: Reading is to stop.
    """

    fix_requested = Signal()
    check_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: FormState | None = None
        self._said = ""
        self._picture = QLabel()
        self._picture.setFixedSize(em(self, _ICON), em(self, _ICON))
        self._title = Text(is_bold=True, size=EMPHASIS)
        self._text = Text()
        self._bar = QuietBar()
        speak(self, lambda: self._bar.setAccessibleName(self.tr("Reading progress")))
        self._bar.setFixedWidth(em(self, _BAR_WIDTH))
        self._fix = _button("")
        self._check, self._stop = _button(""), _button("")
        speak(self, lambda: self._check.setText(self.tr("Check again")))
        speak(self, lambda: self._stop.setText(self.tr("Stop checking")))
        self._fix.clicked.connect(self.fix_requested)
        self._check.clicked.connect(self.check_requested)
        self._stop.clicked.connect(self.stop_requested)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text, 1)
        top, acts = QHBoxLayout(), QHBoxLayout()
        self._top = top
        self._arranged = layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(em(self, 0.75), em(self, 0.5), em(self, 0.75), em(self, 0.5))
        layout.setSpacing(em(self, 0.6))
        for part in (top, acts):
            part.setSpacing(em(self, 0.6))
        top.addWidget(self._picture)
        top.addLayout(words, 1)
        top.addStrut(self._title.fontMetrics().lineSpacing() + self._text.fontMetrics().lineSpacing())
        for control in (self._bar, self._stop, self._fix, self._check):
            acts.addWidget(control)
        layout.addLayout(top, 1)
        layout.addLayout(acts)

    def arrange(self, *, is_narrow: bool) -> None:
        """With its buttons beside the words, or below them."""
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._arranged.setDirection(direction)

    def controls(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self._stop, self._fix, self._check]

    def show_inspection(self, inspection: Inspection) -> None:
        """Show how the files stand; aloud, once, when they have been read."""
        state, words = form_state(inspection), state_words(inspection)
        colour, picture = _LOOKS[state]
        if state is not self._state:
            self._state = state
            self.tint(colour)
            self._picture.setPixmap(icon(picture).pixmap(QSize(1, 1) * em(self, _ICON)))
        self._title.show_text(words.title)
        self._text.show_text(words.text)
        self._text.setVisible(bool(words.text))  # a title alone stands in the middle
        at_picture = Qt.AlignmentFlag.AlignTop if words.text else Qt.AlignmentFlag.AlignVCenter
        self._top.setAlignment(self._picture, at_picture)
        is_reading = state is FormState.READING
        done, total = read_share(inspection)
        self._bar.setVisible(is_reading)
        self._bar.show_share(done, total)
        self._stop.setVisible(is_reading)
        self._check.setVisible(bool(inspection.files) and not is_reading)
        offered = len(inspection.offered())
        self._fix.setVisible(offered > 0 and not is_reading)
        self._fix.setText(self.tr("Fix %Ln in the copy", "", offered))
        self._fix.setAccessibleDescription(words.text)
        if not is_reading:
            self._say(fill(self.tr("{0}. {1}"), words.title, words.text))

    def say_again(self, inspection: Inspection) -> None:
        """The same in the language of now, and nothing aloud."""
        self._said = ""
        self.show_inspection(inspection)

    def _say(self, text: str) -> None:
        """Aloud, if it is new; what is said first, before anything was chosen, is read with the form."""
        was_said, self._said = self._said, text
        self.setAccessibleName(text)
        if was_said and was_said != text:
            announce(self)


def _button(text: str) -> QPushButton:
    return QPushButton(text, autoDefault=False)
