"""Putting a retrained model into service: the one dialog, and what is said afterwards."""

import functools
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.history.deployment import Switch, SwitchOutcome
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.problem import KEY_KINDS, Problem
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.command import ShowJob
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.live_text import taken
from epa_gui.ui.base.message import Topic, of_job, of_key, of_model, of_selected
from epa_gui.ui.base.message_bar import Message, MessageBar
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.switch_gate import SwitchGate, SwitchIntent
from epa_gui.ui.base.switch_text import switch_problem_words
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator

if TYPE_CHECKING:
    from epa_gui.core.switching.switch_case import SwitchCase
    from epa_gui.ui.switching.switch_dialog import SwitchDialog

translate = QCoreApplication.translate


class SwitchController(QObject):
    """Opens the dialog and carries out what was decided there.

    Signals:
        results_requested: The dialog was asked to show a job's results (its `JobKey`).
        save_requested: The dialog was asked for a job's results, which are not saved (its `JobKey`).
        refusal_changed: The service has refused a model's key (the model's ID and `True`).
    """

    results_requested = Signal(object)
    save_requested = Signal(object)
    refusal_changed = Signal(str, bool)

    def __init__(
        self,
        window: QWidget,
        *,
        repository: Repository,
        switch_coordinator: SwitchCoordinator,
        messages: MessageBar,
        gate: SwitchGate | None = None,
    ) -> None:
        """Wait for somebody to ask for the dialog.

        Args:
            window: What the dialog belongs to.
            repository: The jobs and models.
            switch_coordinator: What carries switches out.
            messages: Where it is said what came of them.
            gate: Who may hold up a switch that a person has decided on; `carry_out` goes on with it.
        """
        super().__init__(window)
        self._gate = gate
        self._window = window
        self._repository = repository
        self._switch_coordinator = switch_coordinator
        self._messages = messages
        self._dialog: tuple[JobKey, SwitchDialog] | None = None
        self.threads = PassingThreads()
        switch_coordinator.changed.connect(self.refresh)
        switch_coordinator.ended.connect(self._on_ended)
        switch_coordinator.seen.connect(self._on_seen)
        switch_coordinator.elsewhere.connect(self._on_elsewhere)
        repository.job_changed.connect(self.refresh)
        repository.job_changed.connect(self._on_job_changed)
        repository.jobs_removed.connect(self.refresh)
        repository.jobs_removed.connect(self._on_jobs_removed)
        repository.models_changed.connect(self.refresh)

    # The dialog

    def open_again(self, key: JobKey) -> None:
        """Open the dialog for a job with the reason that was given when it was switched to last."""
        self.open(key, self._switch_coordinator.last_reason(key))

    @Slot(object, object)
    def open_over(self, key: JobKey, window: QWidget) -> None:
        """Open the dialog for a job over another window than the main one, and go back to that at its end."""
        self.open(key, window=window)

    def open(self, key: JobKey, reason: str = "", window: QWidget | None = None) -> None:
        """Open the dialog for a job; it says why if it cannot be switched to.

        Args:
            key: The job.
            reason: What was given before.
            window: Over which window; the main one if none is named.
        """
        case = self._case(key)
        if case is None or self._dialog is not None:
            return
        from epa_gui.ui.switching.switch_dialog import SwitchDialog  # noqa: PLC0415  forms are loaded when first opened

        dialog = SwitchDialog(case, window or self._window)
        if reason:
            dialog.fill_reason(reason)
        dialog.accepted.connect(self._on_accepted)
        dialog.finished.connect(self._on_closed)
        dialog.open_results_requested.connect(self._on_open_shown)
        dialog.save_requested.connect(self._on_save_shown)
        self._dialog = key, dialog
        dialog.open()
        self._switch_coordinator.look_again(key.model)

    def _case(self, key: JobKey) -> "SwitchCase | None":
        from epa_gui.core.switching.switch_case import case_of  # noqa: PLC0415  as above

        job = self._repository.jobs.get(key)
        model = self._repository.models.get(key.model)
        if job is None or model is None:
            return None
        return case_of(
            job,
            model,
            [replace(other, name=job_title(other)) for other in self._repository.jobs_of(key.model)],
            self._switch_coordinator.deployment_of(key.model),
            self._repository.clock(),
            is_switching=self._switch_coordinator.under_way(key.model) is not None,
            coming=self._switch_coordinator.coming(key.model),
        )

    @Slot()
    def refresh(self) -> None:
        """While the dialog is open, what it states stays true: after every change, and as time passes."""
        if self._dialog is None:
            return
        key, dialog = self._dialog
        case = self._case(key)
        if case is None:
            dialog.reject()  # the job or its model was removed
        else:
            dialog.show_case(case)

    @Slot()
    def _on_accepted(self) -> None:
        if self._dialog is None:
            return
        key, dialog = self._dialog
        case = self._case(key)
        if case is None:
            return
        intent = SwitchIntent(key, dialog.reason(), is_back=case.is_back)
        if self._gate is None or not self._gate.hold(intent):
            self.carry_out(intent)

    @Slot(object)
    def carry_out(self, intent: SwitchIntent) -> None:
        """Do what a person has decided in the dialog; nothing if the job or its model was removed since."""
        key, case = intent.job, self._case(intent.job)
        if case is None:
            return
        self._messages.withdraw(_not_begun(key))
        if not self._switch_coordinator.switch(key, intent.reason, is_back=intent.is_back):
            self._messages.say(functools.partial(_not_begun_message, case.job))

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None

    # Results, looked at

    @Slot()
    def _on_open_shown(self) -> None:
        if self._dialog is not None:
            self.results_requested.emit(self._dialog[0])

    @Slot()
    def _on_save_shown(self) -> None:
        if self._dialog is not None:
            self.save_requested.emit(self._dialog[0])

    # What is said

    @Slot(object)
    def _on_ended(self, switch: Switch) -> None:
        if switch.problem is not None and switch.problem.kind in KEY_KINDS:
            self.refusal_changed.emit(switch.model, True)  # noqa: FBT003  a signal's argument
        key = JobKey(switch.model, switch.job)
        self._messages.withdraw(ShowJob(key))  # what was said of an earlier try
        if switch.outcome is SwitchOutcome.DONE:
            self._messages.withdraw(_not_done(switch.model))
            coming = self._switch_coordinator.coming(switch.model)
            if coming is None or coming.id != switch.id:
                self._say_live(switch)
        elif switch.problem is not None:
            self._say_not_done(switch, switch.problem)

    @Slot(object)
    def _on_seen(self, switch: Switch) -> None:
        """The prediction API runs with the new model, or it is known that it does not."""
        job = self._repository.jobs.get(JobKey(switch.model, switch.job))
        self._messages.withdraw(ShowJob(JobKey(switch.model, switch.job)))
        if not switch.has_come_to_nothing:
            self._messages.withdraw(_not_done(switch.model))
            self._say_live(switch)
        elif job is not None and job.switch_problem is not None:
            self._say_not_done(switch, job.switch_problem)

    @Slot(object)
    def _on_elsewhere(self, switch: Switch) -> None:
        """Somebody else has switched the model."""
        key = JobKey(switch.model, switch.job)
        self._messages.withdraw(_live_now(switch.model))
        is_known = key in self._repository.jobs
        say = self._elsewhere_message if is_known else self._unknown_elsewhere_message
        self._messages.say(functools.partial(say, switch))

    def _unknown_elsewhere_message(self, switch: Switch) -> Message:
        text = translate("SwitchController", "Another model is live now for “{0}”. The switch was made elsewhere.")
        name, about = self._model_name(switch), (of_model(switch.model),)
        return Message(fill(text, name), topic=_live_now(switch.model), about=about, subject=name)

    def _elsewhere_message(self, switch: Switch) -> Message:
        text = translate("SwitchController", "“{0}” is live now. The switch was made elsewhere.")
        return Message(
            fill(text, self._title(switch)),
            ShowJob(JobKey(switch.model, switch.job)),
            translate("SwitchController", "Show the job"),
            topic=_live_now(switch.model),
            about=(of_model(switch.model),),
            subject=self._model_name(switch),
        )

    def _model_name(self, switch: Switch) -> str:
        known = self._repository.models.get(switch.model)
        return known.name if known is not None else switch.model_name

    def _say_live(self, switch: Switch) -> None:
        self._messages.withdraw(_live_now(switch.model))
        self._messages.say(functools.partial(self._live_message, switch))

    def _live_message(self, switch: Switch) -> Message:
        name, title = self._model_name(switch), self._title(switch)
        if switch.seen is not None and switch.seen.seconds is not None:
            text = translate(
                "SwitchController",
                "“{0}” is live now: the prediction API of “{1}” answers with it. The service says so;"
                " the switch took {2}.",
            )
            text = fill(text, title, name, taken(switch.seen.seconds))
        elif switch.seen is not None:
            text = translate("SwitchController", "“{0}” is live now: the prediction API of “{1}” answers with it.")
            text = fill(text, title, name)
        else:  # its answer to the switch is all there is to go by
            text = translate("SwitchController", "The service accepted the switch of “{0}” to “{1}”.")
            text = fill(text, name, title)
        return Message(text, topic=_live_now(switch.model), about=(of_model(switch.model),))

    def _say_not_done(self, switch: Switch, problem: Problem) -> None:
        self._messages.say(functools.partial(self._not_done_message, switch, problem))

    def _not_done_message(self, switch: Switch, problem: Problem) -> Message:
        key = JobKey(switch.model, switch.job)
        text = translate("SwitchController", "“{0}”: {1}")
        words = switch_problem_words(problem, switch.outcome).sentence()
        is_there = key in self._repository.jobs
        button = translate("SwitchController", "Show the job") if is_there else ""
        said = problem.said
        words = fill(text, self._title(switch), words)
        is_of_key = problem.kind in KEY_KINDS
        return Message(
            words,
            ShowJob(key),
            button,
            said,
            is_trouble=True,
            comes_first=True,
            topic=_not_done(switch.model),
            about=(of_model(switch.model), *([of_key(switch.model)] if is_of_key else [])),
            button_name=fill(translate("SwitchController", "Show the job “{0}”"), self._title(switch)),
            subject=self._title(switch),
        )

    def _title(self, switch: Switch) -> str:
        """What its job is called now, or was called when it was switched to."""
        job = self._repository.jobs.get(JobKey(switch.model, switch.job))
        return job_title(job) if job is not None else switch.job_title

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:
        if before.switch_problem and not after.switch_problem:
            self._messages.withdraw(ShowJob(after.key))

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for key in keys:
            self._messages.withdraw_button(ShowJob(key))


def _not_begun(key: JobKey) -> Topic:
    """A switch that was asked for while another was under way."""
    return Topic("switch not begun", f"{key.model}/{key.id}")


def _not_begun_message(job: Job) -> Message:
    text = translate(
        "SwitchController", "The model was not switched to “{0}”: another switch of this model is under way."
    )
    title = job_title(job)
    return Message(
        fill(text, title),
        topic=_not_begun(job.key),
        is_trouble=True,
        comes_first=True,
        about=(of_model(job.model), of_job(job.key), of_selected(job.key)),
        subject=title,
    )


def _not_done(model: str) -> Topic:
    """Switches of a model that came to nothing, or nobody knows to what; over when one is done."""
    return Topic("switch not done", model)


def _live_now(model: str) -> Topic:
    """What is live now for a model, switched here or elsewhere; over when something else is."""
    return Topic("live now", model)
