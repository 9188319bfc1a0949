"""Trying the live model: the form that does it for one model, whenever a person asks for it."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.account.prediction_answer import RowAnswer, answered_count, filled, first_problem
from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.jobs.model import Model
from epa_gui.ui.base.form_parent import form_parent
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.predictions.prediction_book import PredictionBook
from epa_gui.ui.predictions.prediction_checks import CheckEnd, PredictionChecks
from epa_gui.ui.predictions.prediction_text import problem_text, rows_fault_text, rows_text
from epa_gui.ui.predictions.rows_worker import RowsOrder, RowsReport, RowsWorker

if TYPE_CHECKING:
    from epa_gui.ui.predictions.prediction_dialog import PredictionDialog


class PredictionController(QObject):
    """One form at a time; what it reads and asks ends with it."""

    def __init__(
        self,
        window: QWidget,
        *,
        repository: Repository,
        keys: KeyStore,
        checks: PredictionChecks,
        book: PredictionBook,
        practice_of: Callable[[Model], tuple[str, str]] | None = None,
    ) -> None:
        """Wait for somebody to ask.

        Args:
            window: What the form belongs to.
            repository: The models and jobs.
            keys: Where the keys are.
            checks: What asks.
            book: What is kept of it.
            practice_of: Tells the address of a practice model's prediction API and a text with its key; else `None`.
        """
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._keys = keys
        self._checks = checks
        self._book = book
        self._practice_of = practice_of
        self._form: tuple[str, PredictionDialog] | None = None
        self._number = 0
        self._reader: RowsWorker | None = None
        self._runs_when_read = False
        self._truths: tuple[str, ...] = ()
        self._check = ""
        self._total = 0
        self.threads = PassingThreads()
        checks.progressed.connect(self._on_progress)
        checks.ended.connect(self._on_ended)
        keys.keychain_changed.connect(self._on_keychain)
        repository.models_changed.connect(self._on_models_changed)

    def open(self, model: str) -> None:
        """Open the form for a model; nothing is asked by that."""
        known = self._repository.models.get(model)
        if known is None or self._form is not None:
            return
        from epa_gui.ui.predictions.prediction_dialog import (  # noqa: PLC0415  forms are loaded when first opened
            PredictionDialog,
        )

        self._keys.open()
        practice_of = self._practice_of
        address = practice_of(known)[0] if practice_of is not None else ""
        form = PredictionDialog(
            known.name,
            known.prediction_address or address,
            self._book.setup_of(model),
            checks_around=known.checks_predictions,
            example=(lambda: practice_of(known)[1]) if practice_of is not None else None,
            parent=form_parent(self._window),
        )
        form.api.show_kept_address(known.prediction_address)
        form.api.show_keychain(is_lasting=self._keys.is_lasting)
        form.rows_changed.connect(self._on_rows_changed)
        form.run_requested.connect(self._on_run)
        form.cancel_requested.connect(self._on_cancel)
        form.around_requested.connect(self._on_around)
        form.forget_requested.connect(self._on_forget)
        form.finished.connect(self._on_closed)
        self._form = model, form
        form.open()
        self._read()

    @Slot()
    def stop(self) -> None:
        """Read nothing more."""
        if self._reader is not None:
            self._reader.stop()

    # The rows

    def _read(self) -> None:
        """Have the rows read that the form names, or those of the last evaluation file if it names none."""
        if self._form is None:
            return
        model, form = self._form
        known = self._repository.models.get(model)
        if known is None:
            return
        chosen = form.file()
        files = (chosen,) if chosen is not None else self._evaluation_files(model)
        self._number += 1
        self.stop()
        if not files:
            form.show_rows("", str, None, 0)
            return
        self._reader = RowsWorker(RowsOrder(self._number, files, known.target, form.most(), known.encoding))
        self._reader.reported.connect(self._on_rows)
        self.threads.start(self._reader, "prediction rows")

    def _evaluation_files(self, model: str) -> tuple[Path, ...]:
        """Those of the model's jobs, the last one first."""
        jobs = sorted(self._repository.jobs_of(model), key=lambda job: -job.added_at)
        files = [job.upload.evaluation for job in jobs if job.upload is not None and job.upload.evaluation]
        return tuple(Path(file) for file in dict.fromkeys(files))

    @Slot()
    def _on_rows_changed(self) -> None:
        self._keep_rows()
        self._read()

    def _keep_rows(self) -> None:
        if self._form is not None:
            model, form = self._form
            self._book.keep_rows(model, str(form.file() or ""), form.most())

    @Slot(object)
    def _on_rows(self, report: RowsReport) -> None:
        if self._form is None or report.order.number != self._number:
            return
        model, form = self._form
        wants_run, self._runs_when_read = self._runs_when_read, False
        if report.rows is None:
            is_offered = form.file() is None
            is_silent = is_offered and report.file is None
            fault = report.fault if report.file else None
            trouble = None if is_silent else functools.partial(rows_fault_text, fault, report.uneven)
            form.show_rows("" if report.file is None else str(report.file), str, trouble, 0)
            if wants_run:
                form.show_not_run()
            return
        rows = report.rows
        target = report.order.target
        file, has_truths = report.file.name if report.file else "", bool(rows.truths)
        words = functools.partial(rows_text, file, len(rows.rows), target, has_truths=has_truths)
        form.show_rows(str(report.file), words, None, len(rows.rows))
        if wants_run:
            self._truths, self._total = rows.truths, len(rows.rows)
            self._check = self._checks.start(model, rows.rows)
            form.show_running(0, self._total)

    # Running

    @Slot()
    def _on_run(self) -> None:
        """Keep what was entered, read the rows as they stand in the file now, then ask."""
        if self._form is None:
            return
        self._keep_api()
        self._keep_rows()
        self._runs_when_read = True
        self._form[1].show_running(0, 0)
        self._read()

    def _keep_api(self) -> None:
        if self._form is None:
            return
        model, form = self._form
        known = self._repository.models.get(model)
        if known is not None:
            self._book.keep_api(known, form.api.clean_address(), form.api.new_key())
            setup = self._book.setup_of(model)
            form.api.show_kept_address(form.api.clean_address())
            form.api.show_key(setup.key_hint, has_key=setup.has_key)

    @Slot(str, object)
    def _on_progress(self, check: str, answers: tuple[RowAnswer, ...]) -> None:
        if self._form is not None and check == self._check:
            self._form[1].show_running(len(answers), self._total)
            self._form[1].show_answers(filled(answers, self._total), self._truths)

    @Slot(object)
    def _on_ended(self, end: CheckEnd) -> None:
        if end.id != self._check:
            return
        self._check = ""
        self._note(end)
        if self._form is None:
            return
        if end.problem is not None:
            problem = end.problem
            self._form[1].show_not_run(lambda: problem_text(problem).sentence())
        else:
            self._form[1].show_end(end.answers, self._truths, is_cancelled=end.is_cancelled)

    def _note(self, end: CheckEnd) -> None:
        """Put on record that the service was asked."""
        known = self._repository.models.get(end.model)
        if known is not None and any(answer.was_asked for answer in end.answers):
            self._repository.note(checked_event(known, end.answers, self._repository.clock()))

    @Slot()
    def _on_cancel(self) -> None:
        if self._check:
            self._checks.cancel(self._check)
        elif self._form is not None:  # the rows are still being read
            self._runs_when_read = False
            self._form[1].show_not_run()

    @Slot(bool)
    def _on_around(self, is_wanted: bool) -> None:  # noqa: FBT001  a signal's argument
        if self._form is None:
            return
        if is_wanted:
            self._keep_api()
            self._keep_rows()
        self._book.check_around_switches(self._form[0], is_wanted=is_wanted)

    @Slot()
    def _on_forget(self) -> None:
        if self._form is not None:
            model, form = self._form
            self._book.forget_key(model)
            form.api.show_key("", has_key=False)
            form.uncheck_around()

    @Slot()
    def _on_closed(self) -> None:
        """What was asked is on record; what was not is not asked any more."""
        self._form = None
        self._runs_when_read = False
        self._number += 1
        self.stop()
        if self._check:
            self._checks.cancel(self._check)

    @Slot()
    def _on_keychain(self) -> None:
        if self._form is not None:
            self._form[1].api.show_keychain(is_lasting=self._keys.is_lasting)

    @Slot()
    def _on_models_changed(self) -> None:
        if self._form is not None and self._form[0] not in self._repository.models:
            self._form[1].reject()


def checked_event(model: Model, answers: tuple[RowAnswer, ...], now: float) -> HistoryEvent:
    """That predictions were asked for, for the history; nothing of what was asked."""
    problem = first_problem(answers)
    asked = sum(answer.was_asked for answer in answers)
    details = {"rows": asked, "answered": answered_count(answers), "problem": problem.kind.value if problem else None}
    return HistoryEvent(EventKind.PREDICTIONS_CHECKED, now, model.id, model.name, details=details)
