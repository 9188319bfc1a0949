"""The predictions before and after a switch, side by side."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from epa_gui.core.account.prediction_answer import first_problem
from epa_gui.core.account.prediction_record import PredictionRecord
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.page import EMPHASIS, GAP, em, give_buttons_room, set_page_margins
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.base.tinting import FAILED
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.predictions.answer_lines import comparison_headings, comparison_lines, usual_comparisons
from epa_gui.ui.predictions.line_list import LineList
from epa_gui.ui.predictions.line_model import LineModel
from epa_gui.ui.predictions.prediction_text import past_problem_text, record_text

_SIZE = QSize(42, 26)
"""Heights of the font."""


class ComparisonDialog(QDialog):
    """Only to be looked at."""

    def __init__(
        self, record: PredictionRecord, job: str, model: str, now: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("Predictions before and after the switch")))
        self.setSizeGripEnabled(True)
        headline = Text(is_bold=True, size=EMPHASIS)
        speak(self, lambda: headline.show_text(record_text(record, now)))
        about = SoftText()
        speak(self, lambda: about.show_text(self._about_text(record, job, model, now)))
        lines = LineModel(comparison_headings)
        shown = LineList(lines, self.windowTitle, usual_comparisons, 3, scrolls=True)
        speak(self, lambda: lines.show_lines(comparison_lines(record)))
        note = SoftText()
        speak(self, lambda: note.show_text(self._note_text()))
        buttons = QDialogButtonBox()
        close = buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        speak(self, lambda: close.setText(self.tr("Close")))
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        set_page_margins(column, self)
        column.setSpacing(em(self, GAP))
        column.addWidget(headline)
        column.addWidget(about)
        problem = first_problem(record.after)
        if problem is not None:
            box = ProblemBox()
            box.show_look(FAILED, "failed")
            column.addWidget(box)
            speak(self, lambda: box.show_problem(problem, words=past_problem_text(problem, record.after_at, now)))
        column.addWidget(shown, 1)
        column.addWidget(note)
        column.addWidget(buttons)
        give_buttons_room(self)
        room = self.screen().availableSize() * 0.9
        self.resize((_SIZE * em(self)).boundedTo(room))
        speak(self, lambda: self.setAccessibleDescription(record_text(record, now)))

    def _about_text(self, record: PredictionRecord, job: str, model: str, now: float) -> str:
        when = self.tr("“{0}”, model “{1}”. Before the switch: {2}. After the switch: {3}.")
        before, after = formatting.moment(record.before_at, now), formatting.moment(record.after_at, now)
        return fill(when, job, model, before, after)

    def _note_text(self) -> str:
        return self.tr("A few rows show whether the prediction API answers, not whether the model is better.")
