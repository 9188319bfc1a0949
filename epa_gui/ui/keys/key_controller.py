"""What a person does about keys: change one, have one issued."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.jobs.account import is_secret_of_account, secret_owner
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.keys.key_text import masked
from epa_gui.ui.base.command import EnterSecretKey
from epa_gui.ui.base.form_parent import form_parent
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.message_bar import MessageBar
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.transfer_text import secret_problem_words
from epa_gui.ui.keys.key_issue import KeyIssue, NewKey
from epa_gui.ui.keys.key_messages import asking, asking_message, issued_message, refused_message
from epa_gui.ui.keys.key_tests import KeyTests
from epa_gui.ui.keys.key_use import KeyUse

if TYPE_CHECKING:
    from epa_gui.ui.keys.issue_rows import IssueRows, SecretEntry
    from epa_gui.ui.keys.key_dialog import KeyDialog
    from epa_gui.ui.keys.model_dialog import ChangeKeyDialog


class KeyController(QObject):
    """Opens the form for a key, and has keys issued for it, for the form of a new model, or straight into use."""

    def __init__(
        self,
        window: QWidget,
        *,
        repository: Repository,
        keys: KeyStore,
        key_use: KeyUse,
        key_issue: KeyIssue,
        key_tests: KeyTests,
        messages: MessageBar,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._keys = keys
        self._key_use = key_use
        self._key_issue = key_issue
        self._key_tests = key_tests
        self._messages = messages
        self._form: tuple[str, ChangeKeyDialog] | None = None
        self._rows_of_new: IssueRows | None = None
        keys.keychain_changed.connect(self._on_keychain)
        key_issue.issued.connect(self._on_issued)
        key_issue.refused.connect(self._on_not_issued)

    # The form

    def open_change_key(self, model: str, *, with_secret: bool = False) -> None:
        """Open the form for a new key, with the rows for the secret key shown or not."""
        known = self._repository.models.get(model)
        if known is None:
            return
        from epa_gui.ui.keys.model_dialog import ChangeKeyDialog  # noqa: PLC0415  forms are loaded when first opened

        self._keys.open()
        dialog = ChangeKeyDialog(
            known.name,
            masked(known.key_hint),
            known.service_id,
            has_secret=known.has_secret,
            offers_keeping=not is_secret_of_account(known, self._repository.accounts),
            is_lasting=self._keys.is_lasting,
            parent=form_parent(self._window),
        )
        dialog.issue_requested.connect(self._on_issue_for_known)
        dialog.accepted.connect(self._on_form_accepted)
        dialog.finished.connect(self._on_form_closed)
        self.test_keys_of(dialog, self._address_in_form)
        self._form = model, dialog
        dialog.open()
        if with_secret:
            dialog.issue.open()

    def test_keys_of(self, form: "KeyDialog", address_in: Callable[[], str]) -> None:
        """Try the keys of a form as long as it is open.

        Args:
            form: The form.
            address_in: Tells the service's base URL for the key in it; empty if it cannot be called.
        """
        from epa_gui.ui.keys.form_key_test import FormKeyTest  # noqa: PLC0415  as above

        FormKeyTest(form, self._key_tests, address_in)

    def _address_in_form(self) -> str:
        """Where the service of the form's model is."""
        model = self._repository.models.get(self._form[0]) if self._form else None
        return self._repository.address_of(model) if model is not None else ""

    @Slot()
    def _on_form_accepted(self) -> None:
        if self._form is None:
            return
        changed, form = self._form
        model = self._repository.models.get(changed)
        if model is not None:
            self._key_use.take_key(model, form.api_key(), form.issue, is_accepted=form.is_accepted)

    @Slot()
    def _on_form_closed(self) -> None:
        if self._form is not None:
            self._key_issue.cancel(self._form[0])
        self._form = None

    @Slot()
    def _on_keychain(self) -> None:
        """A form that was opened before it was known learns where the key will be kept."""
        if self._form is not None:
            self._form[1].show_keychain(is_lasting=self._keys.is_lasting)

    # Issuing

    def issue_for_new(self, region: Region, address: str, entry: "SecretEntry", rows: "IssueRows") -> None:
        """Have a key issued for a model that is being added."""
        self._rows_of_new = rows
        where = self._repository.address_of(Model("", "", region, address))
        self._key_issue.start(where, entry.secret_key, entry.service_id)

    def forget_new(self) -> None:
        """The form for a new model is closed."""
        self._rows_of_new = None
        self._key_issue.cancel()

    @Slot(object)
    def _on_issue_for_known(self, entry: "SecretEntry") -> None:
        model = self._repository.models.get(self._form[0]) if self._form else None
        if model is not None:
            self._key_issue.start(self._repository.address_of(model), entry.secret_key, entry.service_id, model.id)

    def issue_new_key(self, model: str) -> None:
        """One click where the secret key is kept; else the form that asks for it."""
        known = self._repository.models.get(model)
        if known is None:
            return
        if not secret_owner(known, self._repository.accounts) or known.service_id is None:
            self.open_change_key(model, with_secret=True)
            return
        self._messages.withdraw(EnterSecretKey(model))  # why the last try failed
        self._messages.say(lambda: asking_message(self._repository.as_called_now(known)))
        self._key_issue.start_with_kept_secret(model)

    def _rows_of(self, model: str) -> "IssueRows | None":
        """The rows that asked for this model's key, if a form did; an empty identity is a model being added."""
        if not model:
            return self._rows_of_new
        return self._form[1].issue if self._form is not None and self._form[0] == model else None

    @Slot(object)
    def _on_issued(self, new: NewKey) -> None:
        """A key came: into the form that asked for it, or straight into use."""
        is_renewal = self._key_issue.is_renewal(new.model)
        rows = None if is_renewal else self._rows_of(new.model)
        if rows is not None:
            rows.show_issued(new.api_key, new.end_said)
            return
        model = self._repository.models.get(new.model)
        if model is None:
            return
        self._key_use.use(model, new.api_key, new.end_said, is_issued=True, is_renewal=is_renewal)
        self._messages.withdraw(asking(model.id))
        if is_renewal:
            return
        self._messages.say(lambda: issued_message(self._repository.as_called_now(model), new.end_said))

    @Slot(str, object)
    def _on_not_issued(self, model: str, problem: Problem) -> None:
        is_renewal = self._key_issue.is_renewal(model)
        rows = None if is_renewal else self._rows_of(model)
        if rows is not None:
            rows.show_refused(lambda: secret_problem_words(problem).sentence())
            return
        known = self._repository.models.get(model)
        if known is None:
            return
        if problem.kind is ProblemKind.KEY_MISSING:  # it was not kept after all
            self._forget_secret_of(known)
        if not is_renewal:
            self._messages.withdraw(asking(model))
            offer = EnterSecretKey(model)
            self._messages.withdraw(offer)
            self._messages.say(
                lambda: refused_message(self._repository.as_called_now(known), offer, secret_problem_words, problem)
            )

    def _forget_secret_of(self, model: Model) -> None:
        account = self._repository.accounts.get(secret_owner(model, self._repository.accounts))
        if account is not None:
            self._repository.put_account(replace(account, keeps_secret=False))
        else:
            self._repository.add_model(replace(model, has_secret=False))
