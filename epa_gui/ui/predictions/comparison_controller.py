"""What is said of the predictions around a switch, and the window that shows them side by side."""

import functools
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.account.classifier import ClassifierStatus
from epa_gui.core.account.prediction_answer import answered_count, first_problem, is_said_by_api, is_unsent
from epa_gui.core.account.prediction_record import PredictionRecord
from epa_gui.core.history.deployment import Deployment
from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.command import ShowPredictions, SwitchTo
from epa_gui.ui.base.form_parent import form_parent
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.key_place_text import api_tab_name
from epa_gui.ui.base.message import Topic, of_model
from epa_gui.ui.base.message_bar import Message, MessageBar
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.predictions.prediction_book import PredictionBook
from epa_gui.ui.predictions.prediction_text import problem_text, record_text

translate = QCoreApplication.translate


class ComparisonController(QObject):
    """An answer that fails after a switch is the loudest thing the program says.

    Signals:
        alarmed: That was said: what makes the title and the text for outside the window, and the `JobKey` it is about.
    """

    alarmed = Signal(object, object)

    def __init__(
        self,
        window: QWidget,
        *,
        repository: Repository,
        book: PredictionBook,
        job_before: Callable[[JobKey], JobKey | None],
        deployment_of: Callable[[str], Deployment],
        messages: MessageBar,
    ) -> None:
        """Wait for comparisons.

        Args:
            window: What the window with one belongs to.
            repository: The jobs and models.
            book: Where the comparisons are kept.
            job_before: Tells the job that a switch to this one took out of service, to go back to.
            deployment_of: Tells what is behind a model's prediction API, as the service says where it can be asked.
            messages: Where things are said.
        """
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._book = book
        self._job_before = job_before
        self._deployment_of = deployment_of
        self._not_running: dict[str, float] = {}  # by model: when that was met
        self._messages = messages
        repository.jobs_removed.connect(self._on_jobs_removed)

    def show(self, key: JobKey) -> None:
        """Show what came of the rows around the switch to a job."""
        record = self._book.record_of(key)
        if record is None:
            return
        from epa_gui.ui.predictions.comparison_dialog import ComparisonDialog  # noqa: PLC0415  loaded when first opened

        now = self._repository.clock()
        dialog = ComparisonDialog(record, self._title(key), self._model_name(key.model), now, form_parent(self._window))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def tell(self, record: PredictionRecord) -> None:
        """The rows were asked again after a switch."""
        key = record.job
        self._messages.withdraw(_compared(key.model))  # what was said of the switch before
        self._not_running.pop(key.model, None)
        if first_problem(record.after) is not None:
            self._sound(record)
            return
        self._messages.say(functools.partial(self._told_message, record))

    def _told_message(self, record: PredictionRecord) -> Message:
        key = record.job
        text = translate("ComparisonController", "Predictions around the switch to “{0}”: {1}")
        said = fill(text, self._title(key), record_text(record, self._repository.clock()))
        button = translate("ComparisonController", "Show…")
        topic, ends = _compared(key.model), (of_model(key.model),)
        return Message(said, ShowPredictions(key), button, topic=topic, about=ends)

    def _sound(self, record: PredictionRecord) -> None:
        """What happened, what it means for those who call the prediction API, and what to do."""
        key = record.job
        problem = first_problem(record.after)
        if problem is None:
            return
        before = self._job_before(key)
        say = functools.partial(self._alarm_message, record, problem, before)
        self._messages.say(say)
        if problem.kind is ProblemKind.PREDICTION_NOT_RUNNING:
            self._not_running[key.model] = record.after_at
        self.alarmed.emit(functools.partial(self._alarm_words, key, say), key)

    def _alarm_words(self, key: JobKey, say: Callable[[], Message]) -> tuple[str, str]:
        title = translate("ComparisonController", "Predictions missing after the switch to “{0}”")
        return fill(title, self._title(key)), say().text

    def _alarm_message(self, record: PredictionRecord, problem: Problem, before: JobKey | None) -> Message:
        key = record.job
        words = problem_text(problem)
        asked = len(record.after)
        happened = translate(
            "ComparisonController",
            "After the switch to “{0}”, the prediction API of “{1}” answered {2} of %n row(s).",
            "",
            asked,
        )
        text = sentences(
            fill(happened, self._title(key), self._model_name(key.model), answered_count(record.after)),
            words.happened,
            words.means if is_unsent(problem) else self._meaning(record, is_said_by_api=is_said_by_api(problem)),
            self._what_to_do(before),
        )
        return Message(
            text,
            SwitchTo(before) if before is not None else None,
            translate("ComparisonController", "Switch back…") if before is not None else "",
            problem.said,
            is_trouble=True,
            comes_first=True,
            is_loud=not is_unsent(problem),
            topic=_compared(key.model),
            about=(of_model(key.model),),
            subject=self._title(key),
            other=ShowPredictions(key),
            other_button=translate("ComparisonController", "Show…"),
        )

    def _meaning(self, record: PredictionRecord, *, is_said_by_api: bool) -> str:
        if answered_count(record.before) < len(record.before):
            return translate(
                "ComparisonController",
                "Before the switch, some rows were not answered either. Users of the prediction API may get errors"
                " instead of predictions.",
            )
        if is_said_by_api:
            return translate(
                "ComparisonController",
                "Before the switch, all rows were answered. Users of the prediction API now get errors instead of"
                " predictions.",
            )
        return translate(
            "ComparisonController",
            "Before the switch, all rows were answered. Users of the prediction API may get errors instead of"
            " predictions. It is also possible that only this computer gets no answer.",
        )

    def _what_to_do(self, before: JobKey | None) -> str:
        if before is not None:
            text = translate(
                "ComparisonController",
                "Switch back to “{0}”. Or open the model’s {1} tab in the console, and check whether the prediction "
                "API is running.",
            )
            return fill(text, self._title(before), api_tab_name())
        text = translate(
            "ComparisonController",
            "The list has no earlier job to switch back to. Open the model’s {0} tab in the console, and check "
            "whether the prediction API is running.",
        )
        return fill(text, api_tab_name())

    @Slot(str)
    def on_live_changed(self, model: str) -> None:
        """It is over that a prediction API does not run when the service has said since that it does."""
        met_at, deployment = self._not_running.get(model), self._deployment_of(model)
        if met_at is None or deployment.said_at is None or deployment.said_at <= met_at:
            return
        if all(api.classifier.status is ClassifierStatus.RUNNING for api in deployment.apis):
            del self._not_running[model]
            self._messages.withdraw(_compared(model))

    def _title(self, key: JobKey) -> str:
        job = self._repository.jobs.get(key)
        return job_title(job) if job is not None else key.id

    def _model_name(self, model: str) -> str:
        known = self._repository.models.get(model) or self._repository.gone_model(model)
        return known.name if known is not None else ""

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for key in keys:
            self._messages.withdraw_button(SwitchTo(key))


def _compared(model: str) -> Topic:
    """The rows around the last switch of a model; over when they were asked around another one."""
    return Topic("predictions around a switch", model)
