"""Around a switch, where a person has set that: the same rows before and after it, and what is said of them."""

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.account.prediction import PredictionRow
from epa_gui.core.account.prediction_answer import RowAnswer, answered_count, first_problem
from epa_gui.core.account.prediction_record import PredictionRecord
from epa_gui.core.history.deployment import Switch, SwitchOutcome
from epa_gui.core.history.event import Detail, EventKind, HistoryEvent
from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.form_parent import form_parent
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.problem_text import ProblemWords
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.switch_gate import SwitchIntent
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.predictions.prediction_book import PredictionBook
from epa_gui.ui.predictions.prediction_checks import CheckEnd, PredictionChecks
from epa_gui.ui.predictions.prediction_controller import checked_event
from epa_gui.ui.predictions.prediction_text import answered_text, change_text, problem_text, rows_fault_text
from epa_gui.ui.predictions.rows_worker import RowsOrder, RowsReport, RowsWorker

if TYPE_CHECKING:
    from epa_gui.ui.predictions.before_dialog import BeforeDialog

translate = QCoreApplication.translate


@dataclass(slots=True)
class _Around:
    """One switch with the rows around it.

    Attributes:
        intent: What the person decided.
        number: Of the reading of its rows.
        reader: Who reads the rows.
        dialog: What is shown before the switch; `None` once that goes on.
        rows: The rows; none if they could not be read.
        check: The check under way.
        before: What was answered before.
        before_at: When, seconds since the epoch.
        is_after: Whether the rows are being asked again.
    """

    intent: SwitchIntent
    number: int
    reader: RowsWorker | None = None
    dialog: "BeforeDialog | None" = None
    rows: tuple[PredictionRow, ...] = field(default=(), repr=False)
    check: str = ""
    before: tuple[RowAnswer, ...] = ()
    before_at: float = 0.0
    is_after: bool = False


class SwitchPredictions(QObject):
    """A gate for switches (`ui.base.switch_gate`): it asks first, and lets go; when the model runs, it asks again.

    Signals:
        released: A switch that was held up may go on (its `SwitchIntent`).
        compared: The same rows were asked around a switch (a `PredictionRecord`).
    """

    released = Signal(object)
    compared = Signal(object)

    def __init__(
        self, window: QWidget, *, repository: Repository, checks: PredictionChecks, book: PredictionBook
    ) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._checks = checks
        self._book = book
        self._around: dict[str, _Around] = {}
        self._number = 0
        self.threads = PassingThreads()
        checks.progressed.connect(self._on_progress)
        checks.ended.connect(self._on_check_ended)
        repository.jobs_removed.connect(self._on_jobs_removed)

    # Before

    def hold(self, intent: SwitchIntent) -> bool:
        """Ask first where the model is set so; one that is held up already is not held up twice."""
        model = self._repository.models.get(intent.job.model)
        job = self._repository.jobs.get(intent.job)
        if model is None or job is None or not model.checks_predictions:
            return False
        earlier = self._around.get(model.id)
        if earlier is not None and earlier.dialog is not None:
            earlier.dialog.raise_()
            return True
        if earlier is not None:
            self._drop(model.id)  # another switch takes its place
        from epa_gui.ui.predictions.before_dialog import BeforeDialog  # noqa: PLC0415  loaded when first opened

        dialog = BeforeDialog(job_title(job), form_parent(self._window))
        dialog.go_on_requested.connect(self._on_go_on)
        dialog.finished.connect(self._on_dialog_closed)
        self._number += 1
        self._around[model.id] = around = _Around(intent, self._number, dialog=dialog)
        dialog.open()
        setup = self._book.setup_of(model.id)
        order = RowsOrder(self._number, (Path(setup.file),), model.target, setup.rows, model.encoding)
        around.reader = RowsWorker(order)
        around.reader.reported.connect(self._on_rows)
        self.threads.start(around.reader, "prediction rows")
        return True

    @Slot(object)
    def _on_rows(self, report: RowsReport) -> None:
        around = next((each for each in self._around.values() if each.number == report.order.number), None)
        if around is None or around.dialog is None:
            return
        around.reader = None
        if report.rows is None:
            unread = Problem(ProblemKind.FILE_NOT_READ, str(report.order.files[0]))
            around.dialog.show_failed(_unread_headline, unread, functools.partial(_unread_words, report))
            return
        around.rows = report.rows.rows
        around.check = self._checks.start(around.intent.job.model, around.rows)
        around.dialog.show_progress(0, len(around.rows))

    def _take_before(self, around: _Around, end: CheckEnd) -> None:
        """What came before the switch: if all was answered, it goes on by itself."""
        around.before, around.before_at = end.answers, self._repository.clock()
        self._note_checked(end)
        answered, asked = answered_count(end.answers), len(end.answers)
        problem = end.problem or first_problem(end.answers)
        if answered == asked:
            self._release(around)
        elif around.dialog is not None and problem is not None:
            headline = functools.partial(_before_headline, answered, asked)
            around.dialog.show_failed(headline, problem, functools.partial(problem_text, problem))

    def _release(self, around: _Around) -> None:
        dialog, around.dialog = around.dialog, None
        if dialog is not None:
            dialog.accept()
            dialog.deleteLater()
        self.released.emit(around.intent)

    @Slot()
    def _on_go_on(self) -> None:
        around = self._of_dialog(self.sender())
        if around is not None:
            self._release(around)

    @Slot()
    def _on_dialog_closed(self) -> None:
        """Closed by whoever decided against the switch."""
        around = self._of_dialog(self.sender())
        if around is not None:
            self._drop(around.intent.job.model)

    def _of_dialog(self, dialog: QObject | None) -> _Around | None:
        return next((each for each in self._around.values() if each.dialog is dialog and dialog is not None), None)

    # After

    @Slot(object)
    def on_ended(self, switch: Switch) -> None:
        """A switch was answered, or was not: if it was surely or perhaps not done, there is nothing to compare."""
        around = self._around.get(switch.model)
        is_its = around is not None and around.intent.job == JobKey(switch.model, switch.job)
        if is_its and switch.outcome is not SwitchOutcome.DONE:
            self._drop(switch.model)

    @Slot(object)
    def on_running(self, switch: Switch) -> None:
        """The prediction API runs with the job's model: ask the same rows again."""
        around = self._around.get(switch.model)
        if around is None or around.is_after or around.dialog is not None:
            return
        if around.intent.job != JobKey(switch.model, switch.job) or switch.outcome is not SwitchOutcome.DONE:
            return
        if not around.rows:
            self._drop(switch.model)
            return
        around.is_after = True
        around.check = self._checks.start(switch.model, around.rows)
        self._book.show_asking(around.intent.job, 0, len(around.rows))

    def _take_after(self, around: _Around, end: CheckEnd) -> None:
        key = around.intent.job
        del self._around[key.model]
        answers = end.answers
        if end.problem is not None:  # nothing could be asked: that is told of the first row
            answers = (RowAnswer(problem=end.problem), *answers[1:])
        record = PredictionRecord(key, around.before_at, self._repository.clock(), around.before, answers)
        self._note_compared(record)
        self._book.add(record)
        self.compared.emit(record)

    # Both

    @Slot(str, object)
    def _on_progress(self, check: str, answers: tuple[RowAnswer, ...]) -> None:
        around = next((each for each in self._around.values() if each.check == check), None)
        if around is None:
            return
        if around.dialog is not None:
            around.dialog.show_progress(len(answers), len(around.rows))
        elif around.is_after:
            self._book.show_asking(around.intent.job, len(answers), len(around.rows))

    @Slot(object)
    def _on_check_ended(self, end: CheckEnd) -> None:
        around = next((each for each in self._around.values() if each.check == end.id), None)
        if around is None:
            return
        around.check = ""
        if around.is_after:
            self._take_after(around, end)
        else:
            self._take_before(around, end)

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for key in keys:
            around = self._around.get(key.model)
            if around is not None and around.intent.job == key:
                self._drop(key.model)

    def _drop(self, model: str) -> None:
        """Let it be: what is under way for it ends."""
        around = self._around.pop(model)
        if around.reader is not None:
            around.reader.stop()
        if around.check:
            self._checks.cut(around.check)
        if around.is_after:
            self._book.show_asking(around.intent.job, 0, 0)
        if around.dialog is not None:
            dialog, around.dialog = around.dialog, None
            dialog.reject()
            dialog.deleteLater()

    @Slot()
    def stop(self) -> None:
        """The session ends; nothing more is read."""
        for around in self._around.values():
            if around.reader is not None:
                around.reader.stop()

    # The history

    def _note_checked(self, end: CheckEnd) -> None:
        model = self._repository.models.get(end.model)
        if model is not None and any(answer.was_asked for answer in end.answers):
            self._repository.note(checked_event(model, end.answers, self._repository.clock()))

    def _note_compared(self, record: PredictionRecord) -> None:
        model, job = self._repository.models.get(record.job.model), self._repository.jobs.get(record.job)
        compared, problem = record.comparison(), first_problem(record.after)
        biggest = change_text(compared.rows[0]) if compared.rows and compared.rows[0].is_changed else ""
        details: dict[str, Detail] = {
            "rows": compared.asked,
            "answered": answered_count(record.after),
            "changed": compared.changed,
            "biggest_change": biggest,
            "problem": problem.kind.value if problem else None,
        }
        self._repository.note(
            HistoryEvent(
                EventKind.PREDICTIONS_COMPARED,
                self._repository.clock(),
                record.job.model,
                model.name if model else "",
                record.job.id,
                job.name if job else "",
                details,
            )
        )


def _before_headline(answered: int, asked: int) -> str:
    return fill(translate("SwitchPredictions", "Before the switch: {0}"), answered_text(answered, asked))


def _unread_headline() -> str:
    return translate("SwitchPredictions", "The rows for the prediction check cannot be read")


def _unread_words(report: RowsReport) -> ProblemWords:
    nothing = translate("SwitchPredictions", "No rows were sent, and none will be sent after the switch.")
    return ProblemWords(rows_fault_text(report.fault if report.file else None, report.uneven), nothing, "")
