"""Before a switch: the rows are asked of the model that is live still; what fails is told, and a person decides."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from epa_gui.core.jobs.problem import Problem
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.page import EMPHASIS, GAP, em, give_buttons_room, set_page_margins
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.problem_text import ProblemWords
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.predictions.prediction_text import row_progress_text

_WIDTH = 34


class BeforeDialog(QDialog):
    """Closing it, by whatever way but its own acting button, leaves the model as it is.

    Signals:
        go_on_requested: Switch, although rows were not answered.
    """

    go_on_requested = Signal()

    def __init__(self, job: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("Prediction check before the switch")))
        self._headline = Text(is_bold=True, size=EMPHASIS)
        self._job = job
        self._progress = 0, 0
        self._failed: tuple[Words, Problem, Callable[[], ProblemWords]] | None = None
        self._note = SoftText()
        self._note.hide()  # until it says something
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, 0)
        self._text = Text()
        self._problem = ProblemBox()
        self._go_on = QPushButton()
        speak(self, lambda: self._go_on.setText(self.tr("Switch anyway")))
        self._go_on.setAutoDefault(False)
        self._go_on.clicked.connect(self.go_on_requested)
        self._go_on.hide()
        self._leave = QPushButton()
        self._leave.setAutoDefault(False)
        self._leave.clicked.connect(self.reject)
        speak(self, lambda: self._leave.setAccessibleDescription(self.tr("The model is not switched")))
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._go_on)
        foot.addWidget(self._leave)
        self._column = column = QVBoxLayout(self)
        set_page_margins(column, self)
        column.setSpacing(em(self, GAP))
        for widget in (self._headline, self._note, self._bar, self._text, self._problem):
            column.addWidget(widget)
        column.addStretch()
        column.addLayout(foot)
        self.show_progress(0, 0)
        speak(self, self._say_again)
        give_buttons_room(self)
        self.resize(em(self, _WIDTH), self._column.totalHeightForWidth(em(self, _WIDTH)))

    def show_progress(self, done: int, total: int) -> None:
        """How far it is; `total` is 0 while the rows are being read."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._progress = done, total
        self._say_again()

    def _say_again(self) -> None:
        if self._failed is not None:
            headline, problem, words = self._failed
            self._headline.show_text(headline())
            self._note.show_text(self.tr("Nothing has been switched yet. You can still switch the model."))
            self._problem.show_problem(problem, words=words())
            self._leave.setText(self.tr("Do not switch"))
            return
        done, total = self._progress
        self._headline.show_text(
            fill(self.tr("Checking the live model’s predictions before switching to “{0}”…"), self._job)
        )
        self._leave.setText(self.tr("Cancel"))
        text = row_progress_text(done, total) if total else self.tr("Reading the rows…")
        self._text.show_text(text)
        self._bar.setAccessibleName(text)
        if total:
            self._note.show_text(
                self.tr("%n request(s) are sent now, and the same number after the switch.", "", total)
            )
            self._note.show()

    def show_failed(self, headline: Words, problem: Problem, words: Callable[[], ProblemWords]) -> None:
        """Rows were not answered: the person decides."""
        self._failed = headline, problem, words
        self._say_again()
        self._note.show()
        self._bar.hide()
        self._text.hide()
        self._go_on.show()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))
        announce(self, sentences(headline(), words().sentence(), self._note.text()))

    @Slot()
    def reject(self) -> None:
        """Leave the model as it is."""
        super().reject()
