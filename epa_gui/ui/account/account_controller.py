"""What a person does about accounts: connect one, take models from it, disconnect it."""

import functools
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.account.account_model import AccountModels
from epa_gui.core.account.key_kind import AccountCall
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.core.jobs.region import RegionChoice
from epa_gui.ui.account import account_text
from epa_gui.ui.account.account_keeping import AccountKeeping
from epa_gui.ui.account.account_messages import AccountMessages
from epa_gui.ui.account.account_watch import AccountWatch
from epa_gui.ui.account.model_adding import ModelAdding
from epa_gui.ui.account.models_controller import ModelsController
from epa_gui.ui.base.account_desk import AccountDesk
from epa_gui.ui.base.account_worker import AccountReport
from epa_gui.ui.base.form_parent import form_parent
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.message_bar import MessageBar
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.speaking import Words

if TYPE_CHECKING:
    from epa_gui.ui.account.connect_dialog import AccountEntry, ConnectDialog


@dataclass(slots=True)
class _Trial:
    """A secret key that is being tried."""

    account: Account
    entry: "AccountEntry"


class AccountController(QObject):
    """Opens the dialogs and carries out what they were given.

    Signals:
        models_added: Models of the account are in the list (their identities, a list).
        single_model_requested: A single model is to be added with its own key.
    """

    models_added = Signal(object)
    single_model_requested = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        repository: Repository,
        keys: KeyStore,
        desk: AccountDesk,
        watch: AccountWatch,
        adding: ModelAdding,
        messages: MessageBar,
        choices: list[RegionChoice],
        first: RegionChoice,
        hint: Words | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._keys = keys
        self._desk = desk
        self._watch = watch
        self._choices = choices
        self._first = first
        self._hint = hint
        self._keeping = AccountKeeping(self, repository, keys, desk)
        self._messages = AccountMessages(
            self, repository=repository, keys=keys, desk=desk, watch=watch, messages=messages
        )
        self._form: ConnectDialog | None = None
        self._trial: _Trial | None = None
        self._models = models = ModelsController(
            self, window, repository=repository, keys=keys, desk=desk, adding=adding
        )
        models.models_added.connect(self.models_added)
        models.secret_requested.connect(self.open_form)
        models.closed.connect(self._show_place)
        desk.answered.connect(self._on_answered)
        keys.keychain_changed.connect(self._on_keychain)

    # Connecting

    @Slot()
    def open(self) -> None:
        """Open the form for a secret key."""
        self.open_form("")

    @Slot(str)
    def open_form(self, account: str) -> None:
        """Open the form for a secret key, at the place of an account if one is named."""
        if self._form is not None:
            self._form.raise_()
            return
        if self._models.is_open():
            return
        from epa_gui.ui.account.connect_dialog import ConnectDialog  # noqa: PLC0415  forms are loaded when first opened

        self._keys.open()
        self._form = form = ConnectDialog(
            self._choices,
            self._choice_for(account),
            tuple(self._repository.accounts.values()),
            self._keys.is_model_key,
            self._hint,
            is_lasting=self._keys.is_lasting,
            parent=form_parent(self._window),
        )
        form.connect_requested.connect(self._on_connect)
        form.given_up.connect(self._on_given_up)
        form.single_model_requested.connect(self._on_single_model)
        form.finished.connect(self._on_form_closed)
        form.open()

    def _choice_for(self, account: str) -> RegionChoice:
        """The place of that account, else of the one that was connected last, else the likeliest one."""
        accounts = sorted(self._repository.accounts.values(), key=lambda each: each.added_at)
        known = self._repository.accounts.get(account) or (accounts[-1] if accounts else None)
        if known is None:
            return self._first
        choice = RegionChoice(known.region, known.address)
        return choice if choice in self._choices else RegionChoice(known.region)

    @Slot(object)
    def _on_connect(self, entry: "AccountEntry") -> None:
        account = self._keeping.account_at(entry.region, entry.address)
        self._trial = _Trial(account, entry)
        self._messages.keep_quiet(account.id)
        self._desk.cancel(account.id, AccountCall.MODELS)
        if entry.secret_key:
            self._desk.ask_with(account, entry.secret_key, AccountCall.MODELS)
        elif not self._desk.ask(account.id, AccountCall.MODELS, anew=True) and self._form is not None:
            self._trial = None
            missing = Problem(ProblemKind.KEY_MISSING)
            self._form.show_refused(lambda: account_text.refused_text(missing, is_about_secret=True))

    @Slot()
    def _on_given_up(self) -> None:
        if self._trial is not None:
            self._desk.cancel(self._trial.account.id, AccountCall.MODELS)
            self._trial = None

    @Slot()
    def _on_single_model(self) -> None:
        if self._form is not None:
            self._form.reject()
        self.single_model_requested.emit()

    @Slot()
    def _on_form_closed(self) -> None:
        self._on_given_up()
        self._form = None
        self._show_place()

    @Slot()
    def _show_place(self) -> None:
        """What is on screen of an account needs no message beside it."""
        self._messages.show_elsewhere(self._models.account())

    @Slot()
    def _on_keychain(self) -> None:
        if self._form is not None:
            self._form.show_keychain(is_lasting=self._keys.is_lasting)

    @Slot(object)
    def _on_answered(self, report: AccountReport) -> None:
        tried = self._trial.account.id if self._trial is not None else None
        if (tried, AccountCall.MODELS) == (report.order.account, report.order.call):
            self._end_trial(report)

    def _end_trial(self, report: AccountReport) -> None:
        trial, answer, form = self._trial, report.answer, self._form
        if trial is None or answer is None or form is None:
            return
        self._trial = None
        # The secret key brought a key, and the list wants none that it can bring: the same as having no list.
        is_barred = answer.problem is not None and answer.problem.kind in KEY_KINDS and not answer.is_about_secret
        if answer.problem is not None and not is_barred:
            refused = functools.partial(account_text.refused_text, answer.problem)
            form.show_refused(functools.partial(refused, is_about_secret=answer.is_about_secret))
            return
        entry = trial.entry
        secret_key = entry.secret_key or self._keys.secret_of(trial.account.id) or ""
        account = self._keeping.keep(trial.account, entry.secret_key, report, keeps_secret=entry.keeps_secret)
        told = answer.said if isinstance(answer.said, AccountModels) else None
        if told is not None:
            self._keeping.adopt(account, told)
            if entry.secret_key:
                self._watch.take(account.id, told)
        form.show_connected()
        self._models.show(account, secret_key, told)
        self._show_place()

    def open_models(self, account: str, numbers: Collection[int] = ()) -> None:
        """Show an account's models, with these chosen; without a kept secret key it is asked for first."""
        known = self._repository.accounts.get(account)
        if known is None or self._models.is_open():
            return
        if not known.keeps_secret:
            self.open_form(account)
            return
        self._models.open_kept(known, numbers)
        self._show_place()

    # Disconnecting

    @Slot(str)
    def disconnect_account(self, account: str) -> None:
        """Forget an account, and have its keys deleted from the keychain."""
        for call in AccountCall:
            self._desk.cancel(account, call)
        self._keeping.forget(account)
