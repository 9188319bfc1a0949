"""Prediction check: a few rows asked of the live model, what that costs told before, and what came of each."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.account.prediction_answer import RowAnswer, first_problem
from epa_gui.core.account.prediction_record import PredictionSetup
from epa_gui.core.dataset.rows_fault import MOST_PREDICTION_ROWS
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.file_dialogs import open_dialog
from epa_gui.ui.base.form_dialog import FormDialog, Trouble
from epa_gui.ui.base.growing import CheckBox, SpinBox
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.page import EMPHASIS, GAP, em
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.roomy_line import RoomyLine
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.base.tinting import FAILED
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.predictions.answer_lines import answer_headings, answer_lines, usual_answers
from epa_gui.ui.predictions.api_fields import ApiFields
from epa_gui.ui.predictions.line_list import LineList
from epa_gui.ui.predictions.line_model import LineModel
from epa_gui.ui.predictions.prediction_text import (
    around_text,
    cost_text,
    problem_text,
    row_progress_text,
    stopped_text,
    summary_text,
)

_PAUSE_MS = 500
_LARGEST_SHARE = 0.9


class PredictionDialog(FormDialog):
    """It says what is wanted; whoever opened it reads files, asks, and tells it what came.

    Signals:
        rows_changed: Another file or number of rows is wanted.
        run_requested: Ask about the rows now; nothing is wrong with the fields.
        cancel_requested: Ask about no further row.
        around_requested: Whether to check around every switch of the model; nothing is wrong with the fields then.
        forget_requested: The kept key is to be deleted.
    """

    rows_changed = Signal()
    run_requested = Signal()
    cancel_requested = Signal()
    around_requested = Signal(bool)
    forget_requested = Signal()

    def __init__(
        self,
        model_name: str,
        address: str,
        setup: PredictionSetup,
        *,
        checks_around: bool,
        example: Words | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        speak(self, lambda: self.confirm_button.setText(self.tr("Run check")))
        speak(self, lambda: self.setWindowTitle(fill(self.tr("Prediction check for “{0}”"), model_name)))
        self.say_cancel(lambda: self.tr("Close"))
        self._is_busy = self._is_fitted = False
        self._count = setup.rows
        self._told: tuple[tuple[RowAnswer, ...], tuple[str, ...]] | None = None
        self._end_told: bool | None = None
        self._progress = 0, 0
        self.api = ApiFields(self, address, setup.key_hint, has_key=setup.has_key, example=example)
        self.api.forget_requested.connect(self.forget_requested)
        self._add_rows(setup)
        self.around = CheckBox()
        speak(self, lambda: self.around.setText(self.tr("Check predictions before and after every switch")))
        self.around.setChecked(checks_around)
        self.around.toggled.connect(self._on_around)  # a screen reader toggles without a click
        self.form.addRow("", self.around)
        self.add_hint(lambda: around_text(self._count))
        self._add_results()
        self.resize(em(self, 44), self.sizeHint().height())
        speak(self, self._say_count)
        speak(self, self._say_results)

    def _add_rows(self, setup: PredictionSetup) -> None:
        self._file = RoomyLine(setup.file)
        speak(
            self,
            lambda: self._file.setPlaceholderText(self.tr("A small CSV file with the columns of the training file")),
        )
        self._shown_file = self._file.text()
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._typed.timeout.connect(self._on_typed)
        self._file.textChanged.connect(self._on_typing)
        self._file.editingFinished.connect(self._on_typed)
        choose = QPushButton()
        speak(self, lambda: choose.setText(self.tr("Choose…")))
        speak(self, lambda: choose.setAccessibleName(fill(self.tr("Choose the file: {0}"), self.tr("File with rows"))))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose)
        self.add_row_with_button(lambda: self.tr("File with rows"), self._file, choose)
        self._rows_hint = self.add_hint()
        self._rows_trouble = self.trouble_of(self._file, clears_itself=False)  # it goes with what was read
        self._most = SpinBox(minimum=1, maximum=MOST_PREDICTION_ROWS, value=setup.rows)
        self._most.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._most.valueChanged.connect(self._on_most)
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._most)
        layout.addStretch()
        self.add_row(lambda: self.tr("Number of rows"), line, self._most)
        self.add_hint(lambda: cost_text(self._count))

    def _add_results(self) -> None:
        self._bar = QProgressBar(textVisible=False)
        self._progress_text = Text()
        self._cancel = QPushButton()
        speak(self, lambda: self._cancel.setText(self.tr("Cancel")))
        speak(self, lambda: self._cancel.setAccessibleDescription(self.tr("Send no more rows")))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self._on_cancel)
        self._running = QWidget()
        line = QHBoxLayout(self._running)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._bar, 1)
        line.addWidget(self._progress_text, 1)
        line.addWidget(self._cancel)
        self._summary = Text(is_bold=True, size=EMPHASIS)
        self._stopped = SoftText()
        self._lines = LineModel(answer_headings)
        self._list = LineList(self._lines, lambda: self.tr("Predictions"), usual_answers, 1)
        self._problem = ProblemBox()
        self._problem.show_look(FAILED, "failed")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, em(self, GAP), 0, 0)
        column.setSpacing(em(self, GAP))
        for widget in (self._running, self._summary, self._stopped, self._problem):
            column.addWidget(widget)
            widget.hide()
        column.addWidget(self._list, 1)
        self._list.hide()
        self.set_body(body)

    # What is wanted

    def file(self) -> Path | None:
        """The file with the rows."""
        text = self._file.text().strip().strip('"')
        return Path(text) if text else None

    def most(self) -> int:
        """Rows to ask about, at most."""
        return self._most.value()

    def trouble(self) -> Trouble | None:
        """The first field that is not right yet."""
        if self.file() is None:
            wrong = self.api.trouble()
            return wrong or (lambda: self.tr("Choose a file with the rows to predict."), self._file)
        return self.api.trouble()

    def accept(self) -> None:
        """Run the check; it does not close the form."""
        found = self.trouble()
        if self._is_busy:
            return
        if found is not None:
            self.show_trouble(*found)
            return
        self.clear_trouble()
        self._typed.stop()
        self.run_requested.emit()

    @Slot()
    def _on_typing(self) -> None:
        self._typed.start()

    @Slot()
    def _on_typed(self) -> None:
        self._typed.stop()
        if self._file.text() != self._shown_file:
            self._shown_file = self._file.text()
            self.clear_trouble()
            self.rows_changed.emit()

    @Slot()
    def _on_choose(self) -> None:
        path = self.file()
        dialog = open_dialog(self, lambda: self.tr("File with rows"), path.parent if path else None)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    @Slot(str)
    def _on_file(self, file: str) -> None:
        self._file.setText(file)
        self._on_typed()

    @Slot()
    def _on_most(self) -> None:
        self._show_count(self.most())
        self.rows_changed.emit()

    def uncheck_around(self) -> None:
        """Empty the box without anybody having asked for it."""
        with QSignalBlocker(self.around):
            self.around.setChecked(False)

    @Slot()
    def _on_around(self) -> None:
        """The box holds only what can be done: without an address, a key and rows it stays empty."""
        found = self.trouble() if self.around.isChecked() else None
        if found is not None:
            self.uncheck_around()
            self.show_trouble(*found)
            return
        self.clear_trouble()
        self.around_requested.emit(self.around.isChecked())

    @Slot()
    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._say_progress()
        self.cancel_requested.emit()

    # What is told

    def show_rows(self, file: str, words: Words, trouble: Words | None, count: int) -> None:
        """Show what was found in the file: in words, or what is wrong with it."""
        if file and not self._file.text():
            self._shown_file = file
            with QSignalBlocker(self._file):
                self._file.setText(file)
        self.say(self._rows_hint, words)
        if trouble is not None:
            self._rows_trouble.show_error(trouble)
        else:
            self._rows_trouble.clear()
        self._show_count(count or self.most())

    def _show_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self._say_hints()
            self._say_count()

    def _say_count(self) -> None:
        """A screen reader says with the button, and the box, what stands below the fields."""
        self.confirm_button.setAccessibleDescription(cost_text(self._count))
        self.around.setAccessibleDescription(around_text(self._count))

    def show_running(self, done: int, total: int) -> None:
        """The check runs; `total` is 0 while nothing was asked yet."""
        if not self._is_busy:
            self._is_busy = True
            self._cancel.setEnabled(True)
            self.confirm_button.setEnabled(False)
            for widget in (self._summary, self._stopped, self._problem):
                widget.hide()
            self._running.show()
            self._told = self._end_told = None
            self._lines.show_lines(())
            self._grow()
            self._scroll.ensureWidgetVisible(self._running)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._progress = done, total
        self._say_progress()

    def _say_progress(self) -> None:
        done, total = self._progress
        text = row_progress_text(done, total) if total else self.tr("Reading the rows…")
        self._bar.setAccessibleName(text)
        self._progress_text.show_text(text if self._cancel.isEnabled() else self.tr("Stopping after this row…"))

    def _say_results(self) -> None:
        """What came by now, and at the end what it comes to."""
        if self._is_busy:
            self._say_progress()
        if self._told is None:
            return
        answers, truths = self._told
        self._lines.show_lines(answer_lines(answers, truths, is_running=self._is_busy))
        if self._end_told is None:
            return
        self._summary.show_text(summary_text(answers, truths))
        self._stopped.show_text(stopped_text(answers, is_cancelled=self._end_told))
        problem = first_problem(answers)
        if problem is not None:
            self._problem.show_problem(problem, words=problem_text(problem))

    def show_answers(self, answers: tuple[RowAnswer, ...], truths: tuple[str, ...]) -> None:
        """Show what came by now."""
        self._told = answers, truths
        self._say_results()
        if self._list.isHidden():
            self._list.show()
            self._grow()

    def show_end(self, answers: tuple[RowAnswer, ...], truths: tuple[str, ...], *, is_cancelled: bool) -> None:
        """The check has ended."""
        self._end()
        self._end_told = is_cancelled
        self.show_answers(answers, truths)
        self._summary.show()
        stopped = stopped_text(answers, is_cancelled=is_cancelled)
        self._stopped.setVisible(bool(stopped))
        problem = first_problem(answers)
        self._grow()
        self._scroll.ensureWidgetVisible(self._list)
        self._scroll.ensureWidgetVisible(self._summary)
        told = problem_text(problem).sentence() if problem is not None else ""
        announce(self, sentences(self._summary.accessibleName(), stopped, told))

    def show_not_run(self, trouble: Words | None = None) -> None:
        """Nothing was asked."""
        self._end()
        if trouble is not None:
            self.say_trouble(trouble)
            self._grow()

    def _end(self) -> None:
        self._is_busy = False
        self.confirm_button.setEnabled(True)
        self._running.hide()

    def _grow(self) -> None:
        """Make room for what came, as far as the screen allows."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        room = self.screen().availableSize() * _LARGEST_SHARE
        width = max(self.width(), self.minimumSizeHint().width())
        self.resize(self.size().expandedTo(QSize(width, self.unscrolled_height(width)).boundedTo(room)))

    def adjustSize(self) -> None:
        """Grow where it has to; never smaller under somebody's hands."""
        if hasattr(self, "_scroll"):
            self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        """At first as high as its fields, now that their texts have their width, and as the screen allows."""
        super().showEvent(event)
        if not self._is_fitted:
            self._is_fitted = True
            self._activate()
            least = self.minimumSizeHint()
            self.resize(max(self.width(), least.width()), least.height())
        self._grow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it waits for nothing more."""
        self.reject()
        event.accept()
