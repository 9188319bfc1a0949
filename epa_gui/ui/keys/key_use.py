"""Takes keys into use wherever they come from, and says what becomes of them: kept, accepted, refused."""

import functools
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.jobs.account import is_secret_of_account
from epa_gui.core.jobs.key_life import PASTED_KEY_SECONDS, end_in
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.keys.key_text import hint
from epa_gui.ui.base.command import ChangeKey, EnterSecretKey, IssueKey
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.message import of_key
from epa_gui.ui.base.message_bar import MessageBar
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.keys.key_messages import (
    accepted_message,
    keeping,
    not_kept_message,
    refused_message,
    twin_message,
    twin_of,
)

if TYPE_CHECKING:
    from epa_gui.ui.keys.issue_rows import IssueRows


class KeyUse(QObject):
    """The keys in use, by model.

    Signals:
        key_pasted: A key that nobody has tried yet is in use now (the model's ID).
        refusal_changed: The service has refused a model's key, or no longer does so (the model's ID and whether).
    """

    key_pasted = Signal(str)
    refusal_changed = Signal(str, bool)

    def __init__(self, parent: QObject, *, repository: Repository, keys: KeyStore, messages: MessageBar) -> None:
        super().__init__(parent)
        self._repository = repository
        self._keys = keys
        self._messages = messages
        keys.ready.connect(self._say_twin)
        keys.not_kept.connect(self._on_not_kept)
        keys.kept.connect(self._on_kept)

    def take_key(self, model: Model, api_key: str, rows: "IssueRows", *, is_accepted: bool) -> None:
        """Use the key of a form for a model, and keep or forget the secret key as the form says.

        Args:
            model: Whose.
            api_key: The key.
            rows: What else the form says of it.
            is_accepted: Whether the service has accepted it in the form.
        """
        used = rows.used_entry()
        if used is not None:
            model = replace(model, service_id=used.service_id)
        keeps = rows.keeps_secret() and not is_secret_of_account(model, self._repository.accounts)
        if keeps and used is not None:
            model = replace(model, has_secret=True)
        elif not keeps and model.has_secret:
            model = replace(model, has_secret=False)
            self._keys.forget_secret(model.id)
        if used is not None:
            self._keys.learn(used.secret_key)
        self.use(model, api_key, rows.end_said(), is_issued=used is not None, is_accepted=is_accepted)
        if keeps and used is not None:
            self._keys.put_secret(model.id, used.secret_key)

    def use(
        self,
        model: Model,
        api_key: str,
        end_said: str,
        *,
        is_issued: bool,
        is_accepted: bool = False,
        is_renewal: bool = False,
    ) -> None:
        """Take a key into use, reckon until when, and try it if nobody has; one that was renewed is no news."""
        self._keys.learn(api_key)  # before anything is put on record: people paste keys into names, too
        now = self._repository.clock()
        self._withdraw_offers(model.id)
        self._repository.add_model(
            replace(
                model,
                key_hint=hint(api_key),
                key_added_at=now,
                key_ends_at=end_in(end_said) if end_said else now + PASTED_KEY_SECONDS,
                key_end_said=end_said,
            ),
            is_key_issued=is_issued,
        )
        self.refusal_changed.emit(model.id, False)  # noqa: FBT003  a signal's argument
        self._keys.put(model.id, api_key)
        if is_accepted:
            self.show_accepted(model.id)
        elif not end_said and not is_renewal:  # one that the service has just issued needs no trying
            self.key_pasted.emit(model.id)

    def _withdraw_offers(self, model: str) -> None:
        """A key was entered: what was said of the one before is over."""
        for about in (ChangeKey(model), EnterSecretKey(model), IssueKey(model), of_key(model)):
            self._messages.withdraw(about)

    @Slot(str)
    def _say_twin(self, name: str) -> None:
        """One model of the service under two names here: each would have its own idea of what is live."""
        model = self._repository.models.get(name)
        twin = next((other for other in self._repository.models.values() if self._are_one(name, other)), None)
        if model is None or twin is None:
            self._messages.withdraw(twin_of(name))
            return
        self._messages.say(
            lambda: twin_message(self._repository.as_called_now(model), self._repository.as_called_now(twin))
        )

    def _are_one(self, name: str, other: Model) -> bool:
        """Whether both are one model of the service: by their number there, or by their key, which belongs to one."""
        model = self._repository.models.get(name)
        if model is None or other.id == name:
            return False
        is_numbered = model.service_id is not None and model.service_id == other.service_id
        if is_numbered and self._repository.address_of(model) == self._repository.address_of(other):
            return True
        return self._keys.have_same(name, other.id)

    @Slot(str, object)
    def _on_not_kept(self, model: str, problem: Problem) -> None:
        known = self._repository.models.get(model)
        if known is None:
            return
        self._messages.withdraw(keeping(model))
        self._messages.say(lambda: not_kept_message(self._repository.as_called_now(known), problem))

    @Slot(str)
    def _on_kept(self, model: str) -> None:
        self._messages.withdraw(keeping(model))

    @Slot(str)
    def show_accepted(self, model: str) -> None:
        """The service knows the model's key."""
        self.refusal_changed.emit(model, False)  # noqa: FBT003  a signal's argument
        self._messages.withdraw(ChangeKey(model))
        known = self._repository.models[model]
        self._messages.say(lambda: accepted_message(self._repository.as_called_now(known)))

    @Slot(str, object)
    def show_refused(self, model: str, problem: Problem) -> None:
        """The service does not know the model's key."""
        self.refusal_changed.emit(model, True)  # noqa: FBT003  a signal's argument
        words_for = functools.partial(problem_words, has_jobs=bool(self._repository.jobs_of(model)))
        offer = ChangeKey(model)
        self._messages.withdraw(offer)
        known = self._repository.models[model]
        self._messages.say(lambda: refused_message(self._repository.as_called_now(known), offer, words_for, problem))
