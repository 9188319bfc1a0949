"""What a person does about keys: change one, have one issued, hear in time that one ends."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.jobs.account import secret_owner
from epa_gui.core.jobs.key_life import PASTED_KEY_SECONDS, end_in
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.keys.key_text import hint, masked
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.command import ChangeKey, EnterSecretKey, IssueKey
from epa_gui.ui.base.form_parent import form_parent
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.message import Gathering, Topic, of_key, of_model
from epa_gui.ui.base.message_bar import Message, MessageBar
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.transfer_text import secret_problem_words
from epa_gui.ui.keys.key_issue import KeyIssue, NewKey
from epa_gui.ui.keys.key_tests import KeyTests
from epa_gui.ui.keys.key_warnings import KeyWarnings, enter_key_text
from epa_gui.ui.keys.key_watch import KeyWatch

if TYPE_CHECKING:
    from epa_gui.ui.keys.issue_rows import IssueRows, SecretEntry
    from epa_gui.ui.keys.key_dialog import KeyDialog
    from epa_gui.ui.keys.model_dialog import ChangeKeyDialog

translate = QCoreApplication.translate


class KeyController(QObject):
    """Opens the form for a key, and brings keys into use wherever they come from.

    Signals:
        key_pasted: A key that nobody has tried yet is in use now (the model's ID).
        refusal_changed: The service has refused a model's key, or no longer does so (the model's ID and whether).
    """

    key_pasted = Signal(str)
    refusal_changed = Signal(str, bool)

    def __init__(
        self,
        window: QWidget,
        *,
        repository: Repository,
        keys: KeyStore,
        key_issue: KeyIssue,
        key_watch: KeyWatch,
        key_tests: KeyTests,
        messages: MessageBar,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._keys = keys
        self._key_issue = key_issue
        self._key_tests = key_tests
        self._messages = messages
        self._form: tuple[str, ChangeKeyDialog] | None = None
        self._rows_of_new: IssueRows | None = None
        keys.keychain_changed.connect(self._on_keychain)
        keys.ready.connect(self._say_twin)
        keys.not_kept.connect(self._on_not_kept)
        keys.kept.connect(self._on_kept)
        key_issue.issued.connect(self._on_issued)
        key_issue.refused.connect(self._on_not_issued)
        self._warnings = KeyWarnings(self, repository=repository, key_watch=key_watch, messages=messages)

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
            offers_keeping=not self._is_of_account(known),
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

    def _is_of_account(self, model: Model) -> bool:
        """Whether its account's secret key is kept: then none is kept for the model itself."""
        return secret_owner(model, self._repository.accounts) not in {"", model.id}

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
            self.take_key(model, form.api_key(), form.issue, is_accepted=form.is_accepted)

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

    # Bringing a key into use

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
        keeps = rows.keeps_secret() and not self._is_of_account(model)
        if keeps and used is not None:
            model = replace(model, has_secret=True)
        elif not keeps and model.has_secret:
            model = replace(model, has_secret=False)
            self._keys.forget_secret(model.id)
        if used is not None:
            self._keys.learn(used.secret_key)
        self._use(model, api_key, rows.end_said(), is_issued=used is not None, is_accepted=is_accepted)
        if keeps and used is not None:
            self._keys.put_secret(model.id, used.secret_key)

    def _use(
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
            self._messages.withdraw(_twin(name))
            return
        text = translate(
            "KeyController",
            "“{0}” and “{1}” are the same model at the service. What is live is kept for each of them separately"
            " here, and may be wrong for both. Keep one of them, and remove the other.",
        )
        ends = (of_model(name), of_model(twin.id), _twin(name), _twin(twin.id))
        subject = model.name
        self._messages.say(Message(fill(text, model.name, twin.name), is_trouble=True, about=ends, subject=subject))

    def _are_one(self, name: str, other: Model) -> bool:
        """Whether both are one model of the service: by their number there, or by their key, which belongs to one."""
        model = self._repository.models.get(name)
        if model is None or other.id == name:
            return False
        is_numbered = model.service_id is not None and model.service_id == other.service_id
        if is_numbered and self._repository.address_of(model) == self._repository.address_of(other):
            return True
        return self._keys.have_same(name, other.id)

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
        text = translate("KeyController", "Asking the service for a new key for “{0}”…")
        self._messages.withdraw(EnterSecretKey(model))  # why the last try failed
        self._messages.say(Message(fill(text, known.name), topic=_asking(model), about=(of_model(model),)))
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
            rows.show_issued(new.api_key, new.end_said, self._end_text(new.end_said))
            return
        model = self._repository.models.get(new.model)
        if model is None:
            return
        self._use(model, new.api_key, new.end_said, is_issued=True, is_renewal=is_renewal)
        self._messages.withdraw(_asking(model.id))
        if is_renewal:
            return
        text = translate("KeyController", "“{0}” has a new key. It is valid until {1}.")
        said = fill(text, model.name, self._end_text(new.end_said))
        self._messages.say(Message(said, about=(of_model(model.id), of_key(model.id))))

    def _end_text(self, end_said: str) -> str:
        """A key's end for people; what cannot be understood is shown as it came."""
        end = end_in(end_said)
        return formatting.day(end) if end is not None else end_said or translate("KeyController", "an unknown day")

    @Slot(str, object)
    def _on_not_issued(self, model: str, problem: Problem) -> None:
        words = secret_problem_words(problem)
        is_renewal = self._key_issue.is_renewal(model)
        rows = None if is_renewal else self._rows_of(model)
        if rows is not None:
            rows.show_refused(words.sentence())
            return
        known = self._repository.models.get(model)
        if known is None:
            return
        if problem.kind is ProblemKind.KEY_MISSING:  # it was not kept after all
            self._forget_secret_of(known)
        if not is_renewal:
            self._messages.withdraw(_asking(model))
            self._say_refused(known, EnterSecretKey(model), words.sentence(), problem)

    def _forget_secret_of(self, model: Model) -> None:
        account = self._repository.accounts.get(secret_owner(model, self._repository.accounts))
        if account is not None:
            self._repository.put_account(replace(account, keeps_secret=False))
        else:
            self._repository.add_model(replace(model, has_secret=False))

    @Slot(str, object)
    def show_not_renewed(self, model: str, problem: Problem) -> None:
        """A key that was to renew itself could not: the warning of its end says why."""
        self._warnings.note_not_renewed(model, problem)

    # What is said

    @Slot(str, object)
    def _on_not_kept(self, model: str, problem: Problem) -> None:
        known = self._repository.models.get(model)
        if known is None:
            return
        self._messages.withdraw(_keeping(model))
        text = fill(translate("KeyController", "{0}: {1}"), known.name, problem_words(problem).sentence())
        ends = (of_model(model), of_key(model))
        self._messages.say(
            Message(text, details=problem.said, is_trouble=True, topic=_keeping(model), about=ends, subject=known.name)
        )

    @Slot(str)
    def _on_kept(self, model: str) -> None:
        self._messages.withdraw(_keeping(model))

    @Slot(str)
    def show_accepted(self, model: str) -> None:
        """The service knows the model's key."""
        self.refusal_changed.emit(model, False)  # noqa: FBT003  a signal's argument
        self._messages.withdraw(ChangeKey(model))
        text = translate("KeyController", "The service accepts the key of “{0}”.")
        ends = (of_model(model), of_key(model))
        self._messages.say(Message(fill(text, self._repository.models[model].name), about=ends))

    @Slot(str, object)
    def show_refused(self, model: str, problem: Problem) -> None:
        """The service does not know the model's key."""
        self.refusal_changed.emit(model, True)  # noqa: FBT003  a signal's argument
        words = problem_words(problem, has_jobs=bool(self._repository.jobs_of(model)))
        self._say_refused(self._repository.models[model], ChangeKey(model), words.sentence(), problem)

    def _say_refused(self, model: Model, offer: ChangeKey | EnterSecretKey, words: str, problem: Problem) -> None:
        """A key was refused, or none was issued: said once, with the form for another."""
        self._messages.withdraw(offer)
        self._messages.say(
            Message(
                fill(translate("KeyController", "{0}: {1}"), model.name, words),
                offer,
                enter_key_text(),
                problem.said,
                is_trouble=True,
                about=(of_model(model.id), of_key(model.id)),
                button_name=enter_key_text(model.name),
                subject=model.name,
                gathering=Gathering.KEYS,
            )
        )


def _asking(model: str) -> Topic:
    return Topic("asking for a new key", model)


def _keeping(model: str) -> Topic:
    return Topic("key not kept", model)


def _twin(model: str) -> Topic:
    return Topic("one model under two names", model)
