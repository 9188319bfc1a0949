"""Says above the list which keys end soon or have ended, each with a click that does something about it."""

import functools
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Slot

from epa_gui.core.jobs.account import secret_owner
from epa_gui.core.jobs.key_life import KeyWarning, end_in
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.command import IssueKey
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.key_end_text import key_warning_text
from epa_gui.ui.base.message import Gathering, of_key, of_model
from epa_gui.ui.base.message_bar import Message, MessageBar
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.transfer_text import secret_problem_words
from epa_gui.ui.keys.key_watch import KeyWatch

translate = QCoreApplication.translate


class KeyWarnings(QObject):
    """One warning for each key, said once; while it stands there its words stay true."""

    def __init__(self, parent: QObject, *, repository: Repository, key_watch: KeyWatch, messages: MessageBar) -> None:
        super().__init__(parent)
        self._repository = repository
        self._messages = messages
        self._warned: dict[str, KeyWarning] = {}
        self._not_renewed: dict[str, Problem] = {}
        key_watch.warned.connect(self._on_warned)
        repository.models_changed.connect(self._on_models_changed)
        repository.accounts_changed.connect(self._on_models_changed)

    @Slot(str, object)
    def _on_warned(self, model: str, warning: KeyWarning | None) -> None:
        known = self._repository.models.get(model)
        self._warned.pop(model, None)
        if warning is None:
            self._not_renewed.pop(model, None)
        self._messages.withdraw(IssueKey(model))
        if known is not None and warning is not None:
            self._warned[model] = warning
            self._messages.say(functools.partial(self._message_now, known, warning))

    @Slot()
    def _on_models_changed(self) -> None:
        """A model has another name, or its secret key is kept now, or not any more."""
        for model, warning in self._warned.items():
            known = self._repository.models.get(model)
            if known is not None:
                self._messages.renew(self._message(known, warning))

    @Slot(str, object)
    def note_not_renewed(self, model: str, problem: Problem) -> None:
        """A model's key was to renew itself, and could not: said with the warning, which comes now or is there."""
        self._not_renewed[model] = problem
        self._on_models_changed()

    def _message_now(self, model: Model, warning: KeyWarning) -> Message:
        """Of the model as it is called now."""
        return self._message(self._repository.as_called_now(model), warning)

    def _message(self, model: Model, warning: KeyWarning) -> Message:
        can_issue = bool(secret_owner(model, self._repository.accounts)) and model.service_id is not None
        message = _message(model, warning, can_issue=can_issue)
        problem = self._not_renewed.get(model.id)
        if problem is None:
            return message
        not_renewed = translate("KeyController", "The key could not be renewed automatically.")
        text = sentences(message.text, not_renewed, secret_problem_words(problem).happened)
        return replace(message, text=text, details=problem.said)


def _message(model: Model, warning: KeyWarning, *, can_issue: bool) -> Message:
    return Message(
        key_warning_text(model, warning),
        IssueKey(model.id),
        translate("KeyController", "Issue a new key") if can_issue else enter_key_text(),
        is_trouble=True,
        about=(of_model(model.id), of_key(model.id)),
        button_name=issue_key_text(model.name) if can_issue else enter_key_text(model.name),
        subject=model.name,
        gathering=Gathering.KEYS,
        order=(float(list(KeyWarning).index(warning)), model.key_ends_at or 0.0),
    )


def key_end_text(end_said: str) -> str:
    """A key's end for people; what cannot be understood is shown as the service said it, and may be nothing."""
    end = end_in(end_said)
    return formatting.day(end) if end is not None else end_said


def issue_key_text(model_name: str) -> str:
    """What a screen reader calls the button that has a new key issued."""
    return fill(translate("KeyController", "Issue a new key for “{0}”"), model_name)


def enter_key_text(model_name: str = "") -> str:
    """The button that opens the form for a new key; with a model's name what a screen reader calls it."""
    if model_name:
        return fill(translate("KeyController", "Enter the new key for “{0}”…"), model_name)
    return translate("KeyController", "Enter the new key…")
