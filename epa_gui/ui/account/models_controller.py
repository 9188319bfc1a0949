"""The account's models on screen: which there are, and those that are added."""

import functools
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.account.account_model import AccountModel, AccountModels
from epa_gui.core.account.classifier import LiveReading
from epa_gui.core.account.key_kind import AccountCall
from epa_gui.core.account.listing import has_prediction_api, models_of
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.ui.account import account_text
from epa_gui.ui.account.model_adding import AddingStep, ModelAdding
from epa_gui.ui.base.account_desk import AccountDesk
from epa_gui.ui.base.account_worker import AccountReport
from epa_gui.ui.base.form_parent import form_parent
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository

if TYPE_CHECKING:
    from epa_gui.ui.account.models_dialog import ModelsDialog
    from epa_gui.ui.account.models_table import Line
    from epa_gui.ui.account.number_dialog import NumberDialog


@dataclass(slots=True)
class _Shown:
    """The account whose models are on screen, or will be; a typed secret key lives as long as that.

    Attributes:
        account: Its identity.
        secret_key: The secret key, where it was typed.
        chosen: The service's numbers of the models to choose when they come.
        new: Those that are new in the account.
        told: What the service said.
        added: The identities of the models that were added.
        failed: How many could not be.
    """

    account: str
    secret_key: str = field(default="", repr=False)
    chosen: tuple[int, ...] = ()
    new: frozenset[int] = frozenset()
    told: AccountModels = field(default_factory=AccountModels)
    added: list[str] = field(default_factory=list)
    failed: int = 0


class ModelsController(QObject):
    """Opens the list of an account's models, or the form for their numbers, and has models added.

    Signals:
        models_added: Models of the account are in the list (their identities, a list).
        secret_requested: The secret key of an account is to be entered anew (its identity).
        closed: Nothing of an account is on screen any more.
    """

    models_added = Signal(object)
    secret_requested = Signal(str)
    closed = Signal()

    def __init__(
        self,
        parent: QObject,
        window: QWidget,
        *,
        repository: Repository,
        keys: KeyStore,
        desk: AccountDesk,
        adding: ModelAdding,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._repository = repository
        self._keys = keys
        self._desk = desk
        self._adding = adding
        self._dialog: ModelsDialog | None = None
        self._numbers: NumberDialog | None = None
        self._shown: _Shown | None = None
        adding.unnamed = account_text.unnamed
        adding.moved.connect(self._on_moved)
        adding.added.connect(self._on_added)
        adding.failed.connect(self._on_failed)
        adding.ended.connect(self._on_ended)
        desk.answered.connect(self._on_answered)

    @Slot(object)
    def _on_answered(self, report: AccountReport) -> None:
        answer, shown = report.answer, self._shown
        if answer is None or shown is None or self._dialog is None or report.order.account != shown.account:
            return
        if report.order.call is AccountCall.CLASSIFIERS:
            self._show_apis(answer.said if isinstance(answer.said, LiveReading) else None)
        else:
            self._show_answer(report)

    def is_open(self) -> bool:
        """Whether an account's models are on screen; then they come forward."""
        shown = self._dialog or self._numbers
        if shown is not None:
            shown.raise_()
        return shown is not None

    def account(self) -> str:
        """The identity of the account whose models are on screen; empty for none."""
        return self._shown.account if self._shown else ""

    def open_kept(self, account: Account, numbers: Collection[int] = ()) -> None:
        """Show an account's models, with these chosen; they are asked for with the secret key that is kept."""
        self._shown = _Shown(account.id, "", tuple(numbers), frozenset(numbers))
        self._open_models(account)
        self._ask_again()

    def show(self, account: Account, secret_key: str, told: AccountModels | None) -> None:
        """Show what a service that was just asked told of an account.

        Args:
            account: The account.
            secret_key: Its secret key, for as long as the dialog is open.
            told: Its models; `None` where the service does not list them.
        """
        self._shown = _Shown(account.id, secret_key)
        if told is None:
            self._open_numbers(account)
            return
        self._shown.told = told
        self._open_models(account)
        QTimer.singleShot(0, self, self._show_told)  # the dialog first: making it and filling it are two pauses

    def _open_models(self, account: Account) -> None:
        from epa_gui.ui.account.models_dialog import ModelsDialog  # noqa: PLC0415  as above

        dialog = self._dialog = ModelsDialog(lambda: account_text.account_name(account), form_parent(self._window))
        dialog.add_requested.connect(self._on_add)
        dialog.cancel_requested.connect(self._adding.cancel)
        dialog.list_requested.connect(self._ask_again)
        dialog.connect_requested.connect(self._on_connect_anew)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    @Slot()
    def _ask_again(self) -> None:
        if self._dialog is None or self._shown is None:
            return
        self._dialog.show_asking()
        if not self._desk.ask(self._shown.account, AccountCall.MODELS, anew=True):
            missing = Problem(ProblemKind.KEY_MISSING)
            words = functools.partial(account_text.listing_text, missing, is_about_secret=True)
            self._dialog.show_no_models(words, wants_secret=True)

    @Slot()
    def _on_connect_anew(self) -> None:
        account = self._shown.account if self._shown else ""
        if self._dialog is not None:
            self._dialog.reject()
        self.secret_requested.emit(account)

    def _show_answer(self, report: AccountReport) -> None:
        """What came of asking for the models again."""
        answer, dialog, shown = report.answer, self._dialog, self._shown
        if answer is None or dialog is None or shown is None:
            return
        if isinstance(answer.said, AccountModels):
            shown.secret_key = shown.secret_key or self._keys.secret_of(shown.account) or ""
            self._show_list(answer.said)
        elif answer.problem is not None:
            is_about_secret = answer.is_about_secret
            words = functools.partial(account_text.listing_text, answer.problem, is_about_secret=is_about_secret)
            dialog.show_no_models(words, wants_secret=is_about_secret and answer.problem.kind in KEY_KINDS)
        else:
            account = self._repository.accounts[shown.account]
            dialog.reject()
            self.show(account, self._keys.secret_of(account.id) or "", None)

    @Slot()
    def _show_told(self) -> None:
        if self._shown is not None:
            self._show_list(self._shown.told)

    def _show_list(self, told: AccountModels) -> None:
        """Show the account's models, and ask which of them have a prediction API."""
        shown, dialog = self._shown, self._dialog
        if shown is None or dialog is None:
            return
        account = self._repository.accounts[shown.account]
        shown.told = told
        self._forget_issued(account)
        heading = functools.partial(account_text.account_line_text, account, told)
        dialog.show_models(heading, self._lines(shown), shown.chosen)
        if account.keeps_secret:
            is_asked = self._desk.ask(account.id, AccountCall.CLASSIFIERS, anew=True)
        else:
            is_asked = bool(shown.secret_key)
            if is_asked:
                self._desk.ask_with(account, shown.secret_key, AccountCall.CLASSIFIERS)
        if not is_asked:
            self._show_apis(None)

    def _lines(self, shown: _Shown) -> list["Line"]:
        from epa_gui.ui.account.models_table import Line, LineState  # noqa: PLC0415  as above

        account = self._repository.accounts[shown.account]
        here = models_of(account, self._repository.models.values())

        def state(number: int) -> LineState:
            if number in here:
                return LineState.LISTED
            if number in account.issuing:
                return LineState.MAYBE_ISSUED
            return LineState.NEW if number in shown.new else LineState.FREE

        return [
            Line(
                model,
                state(model.model_id),
                model.is_api_option,
                here[model.model_id].name if model.model_id in here else "",
            )
            for model in shown.told.models
        ]

    def _forget_issued(self, account: Account) -> None:
        """Models that are in the list are not being added any more."""
        here = models_of(account, self._repository.models.values())
        left = tuple(number for number in account.issuing if number not in here)
        self._repository.put_account(replace(account, issuing=left))

    def _show_apis(self, reading: LiveReading | None) -> None:
        if self._dialog is None or self._shown is None:
            return
        models = self._shown.told.models
        numbers = {model.model_id for model in models}
        self._dialog.show_apis({model.model_id: has_prediction_api(model, reading, numbers) for model in models})

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = self._numbers = None
        shown, self._shown = self._shown, None
        if shown is not None:
            self._desk.cancel(shown.account, AccountCall.MODELS)
            if shown.added:
                self.models_added.emit(shown.added)
        self.closed.emit()

    # By number

    def _open_numbers(self, account: Account) -> None:
        from epa_gui.ui.account.number_dialog import NumberDialog  # noqa: PLC0415  as above

        form = self._numbers = NumberDialog(account, form_parent(self._window))
        form.add_requested.connect(self._on_add_number)
        form.finished.connect(self._on_closed)
        self._show_taken(account)
        form.open()

    def _show_taken(self, account: Account) -> None:
        if self._numbers is not None:
            here = models_of(account, self._repository.models.values())
            names = [model.name for model in self._repository.models.values()]
            self._numbers.show_taken(names, {number: model.name for number, model in here.items()})

    @Slot(object, str)
    def _on_add_number(self, number: int, name: str) -> None:
        self._on_add((AccountModel(number, name),))

    # Adding

    @Slot(object)
    def _on_add(self, models: tuple[AccountModel, ...]) -> None:
        shown = self._shown
        if shown is None:
            return
        shown.failed = 0
        if not self._adding.start(shown.account, shown.secret_key, models, are_listed=self._dialog is not None):
            self._on_ended([], [model.model_id for model in models])

    @Slot(object)
    def _on_moved(self, step: AddingStep) -> None:
        if self._dialog is not None:
            self._dialog.show_step(step.number, step.done, step.total)

    @Slot(object, str)
    def _on_added(self, number: int, model: str) -> None:
        name = self._repository.models[model].name
        if self._shown is not None:
            self._shown.added.append(model)
        if self._dialog is not None:
            self._dialog.show_added(number, name)
        if self._numbers is not None and self._shown is not None:
            self._numbers.show_added(name)
            self._show_taken(self._repository.accounts[self._shown.account])

    @Slot(object, object)
    def _on_failed(self, number: int, problem: Problem) -> None:
        words = functools.partial(account_text.adding_problem_text, problem)
        if self._shown is not None:
            self._shown.failed += 1
        if self._dialog is not None:
            self._dialog.show_failed(number, words)
        if self._numbers is not None:
            self._numbers.show_refused(words)

    @Slot(object, object)
    def _on_ended(self, added: list[str], untried: list[int]) -> None:
        dialog, shown = self._dialog, self._shown
        if dialog is None or shown is None:
            return
        dialog.show_untried(untried)
        dialog.show_end(functools.partial(account_text.ended_text, len(added), shown.failed, len(untried)))
        if added and not shown.failed and not untried:
            dialog.accept()
