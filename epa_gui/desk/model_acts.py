"""What a person does with models: add, change the key, rename, remove."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUuid, Signal, Slot

from epa_gui.controllers.key_issue import KeyIssue, NewKey
from epa_gui.controllers.key_ring import KeyRing
from epa_gui.controllers.key_test import KeyTest
from epa_gui.controllers.key_watch import KeyWatch
from epa_gui.controllers.records import Records
from epa_gui.desk.presenter import Presenter
from epa_gui.jobs.key_life import PASTED_KEY_SECONDS, KeyWarning, end_in
from epa_gui.jobs.model import Model
from epa_gui.jobs.problem import Problem
from epa_gui.jobs.region import Region, RegionChoice
from epa_gui.keys.key_text import hint, masked
from epa_gui.models import formatting
from epa_gui.models.problem_wording import problem_words, secret_problem_words
from epa_gui.models.wording import key_warning_text
from epa_gui.views.main_window import MainWindow
from epa_gui.views.message_bar import Message

if TYPE_CHECKING:
    from epa_gui.views.issue_rows import SecretEntry
    from epa_gui.views.model_dialog import AddModelDialog, ChangeKeyDialog, NewModel, RenameModelDialog

translate = QCoreApplication.translate


def new_identity() -> str:
    """A new model's own identity."""
    return QUuid.createUuid().toString(QUuid.StringFormat.WithoutBraces)


class ModelActs(QObject):
    """Opens the forms and carries out what they were given."""

    model_added = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        *,
        records: Records,
        keys: KeyRing,
        key_test: KeyTest,
        key_issue: KeyIssue,
        key_watch: KeyWatch,
        presenter: Presenter,
        choices: list[RegionChoice],
        hint_text: str,
    ) -> None:
        super().__init__(window)
        self._key_issue = key_issue
        self._window = window
        self._records = records
        self._keys = keys
        self._key_test = key_test
        self._presenter = presenter
        self._choices = choices
        self._hint = hint_text
        self._add_form: AddModelDialog | None = None
        self._key_form: tuple[str, ChangeKeyDialog] | None = None
        self._rename_form: tuple[str, RenameModelDialog] | None = None
        actions = window.actions_
        actions.add_model.triggered.connect(self.open_add)
        actions.change_key.triggered.connect(self._on_change_key)
        actions.rename_model.triggered.connect(self._on_rename)
        actions.remove_model.triggered.connect(self._on_remove)
        keys.keychain_changed.connect(self._on_keychain)
        keys.not_kept.connect(self._on_not_kept)
        key_test.accepted.connect(self._on_accepted)
        key_test.refused.connect(self._on_refused)
        key_watch.changed.connect(self._on_key_warning)
        key_issue.issued.connect(self._on_issued)
        key_issue.refused.connect(self._on_not_issued)
        actions.issue_key.triggered.connect(self._on_issue_new_key)
        window.messages.acted.connect(self._on_message)

    @Slot()
    def open_add(self) -> None:
        """Open Add model, above the form that asked for it if one did."""
        names = [model.name for model in self._records.models.values()]
        self._keys.open()
        if self._add_form is not None:
            self._add_form.raise_()
            return
        from epa_gui.views.model_dialog import AddModelDialog  # noqa: PLC0415  forms are loaded when first opened

        dialog = AddModelDialog(self._choices, names, self._hint, is_lasting=self._keys.is_lasting, parent=self._window)
        dialog.accepted.connect(self._on_add_accepted)
        dialog.finished.connect(self._on_add_closed)
        dialog.issue_wanted.connect(self._on_issue_for_new)
        self._add_form = dialog
        dialog.open()

    @Slot()
    def _on_add_accepted(self) -> None:
        if self._add_form is not None:
            self.add(self._add_form.new_model())

    @Slot()
    def _on_add_closed(self) -> None:
        self._key_issue.cancel()
        self._add_form = None

    def add(self, new: "NewModel") -> None:
        """Add a model with its key, and try the key."""
        model = Model(new_identity(), new.name, new.region, new.address, added_at=self._records.clock())
        self._take_key(model, new.api_key, new.key_end_said, new.secret)
        self.model_added.emit(model.id)

    def _take_key(self, model: Model, api_key: str, end_said: str, secret: "SecretEntry | None") -> None:
        """Use a new key for a model, reckon until when, and try it."""
        now = self._records.clock()
        if secret is not None:
            model = replace(model, service_id=secret.service_id, has_secret=model.has_secret or secret.is_kept)
        model = replace(
            model,
            key_hint=hint(api_key),
            key_added_at=now,
            key_ends_at=end_in(end_said) if end_said else now + PASTED_KEY_SECONDS,
            key_end_said=end_said,
        )
        self._records.add_model(model)
        self._presenter.mark_refused(model.id, is_refused=False)
        for about in ("change key", "issue key"):
            self._window.messages.withdraw(f"{about} {model.id}")
        self._keys.put(model.id, api_key)
        if secret is not None and secret.is_kept:
            self._keys.put_secret(model.id, secret.secret_key)
        if not end_said:  # one that the service has just issued needs no trying
            self._key_test.start(model.id)

    @Slot(object, str, object)
    def _on_issue_for_new(self, region: Region, address: str, entry: "SecretEntry") -> None:
        where = self._records.address_of(Model("", "", region, address))
        self._key_issue.start(where, entry.secret_key, entry.service_id)

    @Slot(object)
    def _on_issue_for_known(self, entry: "SecretEntry") -> None:
        model = self._records.models.get(self._key_form[0]) if self._key_form else None
        if model is not None:
            self._key_issue.start(self._records.address_of(model), entry.secret_key, entry.service_id, model.id)

    @Slot()
    def _on_issue_new_key(self) -> None:
        self.issue_new_key(self._presenter.chosen_model())

    def issue_new_key(self, model: str) -> None:
        """One click where the secret key is kept; else the form that asks for it."""
        known = self._records.models.get(model)
        if known is None:
            return
        if not known.has_secret or known.service_id is None:
            self.open_change_key(model)
            if self._key_form is not None:
                self._key_form[1].issue.open()
            return
        text = translate("ModelActs", "Asking the service for a new key for “{0}”…")
        self._window.messages.say(Message(text.format(known.name), action=f"asking {model}"))
        self._key_issue.start_with_kept_secret(model)

    @Slot(object)
    def _on_issued(self, new: NewKey) -> None:
        """A key came: into the form that asked for it, or straight into use."""
        form = self._add_form if not new.model else self._key_form[1] if self._key_form else None
        if form is not None:
            form.issue.show_issued(new.api_key, new.end_said, self._end_text(new.end_said))
            return
        model = self._records.models.get(new.model)
        if model is None:
            return
        self._take_key(model, new.api_key, new.end_said, None)
        self._window.messages.withdraw(f"asking {model.id}")
        text = translate("ModelActs", "“{0}” has a new key. It is valid until {1}.")
        self._window.messages.say(Message(text.format(model.name, self._end_text(new.end_said))))

    def _end_text(self, end_said: str) -> str:
        """A key's end for people; what cannot be understood is shown as it came."""
        end = end_in(end_said)
        return formatting.day(end) if end is not None else end_said or translate("ModelActs", "an unknown day")

    @Slot(str, object)
    def _on_not_issued(self, model: str, problem: Problem) -> None:
        words = secret_problem_words(problem)
        form = self._add_form if not model else self._key_form[1] if self._key_form else None
        if form is not None:
            form.issue.show_refused(words.sentence())
        elif model in self._records.models:
            self._window.messages.withdraw(f"asking {model}")
            text = translate("ModelActs", "{0}: {1}").format(self._records.models[model].name, words.sentence())
            button = translate("ModelActs", "Enter the new key…")
            self._window.messages.say(Message(text, f"change key {model}", button, problem.said, is_trouble=True))

    def open_change_key(self, model: str) -> None:
        """Open the form for a new key."""
        from epa_gui.views.model_dialog import ChangeKeyDialog  # noqa: PLC0415  as above

        self._keys.open()
        known = self._records.models[model]
        dialog = ChangeKeyDialog(
            known.name,
            masked(known.key_hint),
            known.service_id,
            is_lasting=self._keys.is_lasting,
            parent=self._window,
        )
        dialog.issue_wanted.connect(self._on_issue_for_known)
        dialog.accepted.connect(self._on_key_accepted)
        dialog.finished.connect(self._on_key_closed)
        self._key_form = model, dialog
        dialog.open()

    @Slot()
    def _on_key_accepted(self) -> None:
        if self._key_form is None:
            return
        changed, form = self._key_form
        model = self._records.models.get(changed)
        if model is not None:
            self._take_key(model, form.api_key(), form.key_end_said(), form.issue.entry())

    @Slot()
    def _on_key_closed(self) -> None:
        if self._key_form is not None:
            self._key_issue.cancel(self._key_form[0])
        self._key_form = None

    @Slot()
    def _on_change_key(self) -> None:
        model = self._presenter.chosen_model()
        if model:
            self.open_change_key(model)

    @Slot()
    def _on_rename(self) -> None:
        model = self._records.models.get(self._presenter.chosen_model())
        if model is None:
            return
        from epa_gui.views.model_dialog import RenameModelDialog  # noqa: PLC0415  as above

        names = [other.name for other in self._records.models.values()]
        dialog = RenameModelDialog(model.name, names, self._window)
        self._rename_form = model.id, dialog
        dialog.accepted.connect(self._on_rename_accepted)
        dialog.open()

    @Slot()
    def _on_rename_accepted(self) -> None:
        if self._rename_form is None:
            return
        renamed, form = self._rename_form
        model = self._records.models.get(renamed)
        if model is not None:
            self._records.add_model(replace(model, name=form.name()))

    @Slot()
    def _on_remove(self) -> None:
        self._records.remove_model(self._presenter.chosen_model())

    @Slot()
    def _on_keychain(self) -> None:
        """Forms that were opened before it was known learn where the key will be kept."""
        if self._add_form is not None:
            self._add_form.show_keychain(is_lasting=self._keys.is_lasting)
        if self._key_form is not None:
            self._key_form[1].show_keychain(is_lasting=self._keys.is_lasting)

    @Slot(str, object)
    def _on_not_kept(self, model: str, problem: Problem) -> None:
        name = self._records.models[model].name if model in self._records.models else ""
        text = translate("ModelActs", "{0}: {1}").format(name, problem_words(problem).sentence())
        self._window.messages.say(Message(text, details=problem.said, is_trouble=True))

    @Slot(str)
    def _on_accepted(self, model: str) -> None:
        self._presenter.mark_refused(model, is_refused=False)
        text = translate("ModelActs", "The service accepts the key of “{0}”.")
        self._window.messages.say(Message(text.format(self._records.models[model].name), action="key accepted"))

    @Slot(str, object)
    def _on_refused(self, model: str, problem: Problem) -> None:
        self._presenter.mark_refused(model, is_refused=True)
        name = self._records.models[model].name
        text = translate("ModelActs", "{0}: {1}").format(name, problem_words(problem).sentence())
        button = translate("ModelActs", "Enter the new key…")
        self._window.messages.say(Message(text, f"change key {model}", button, problem.said, is_trouble=True))

    @Slot(str, object)
    def _on_key_warning(self, model: str, warning: KeyWarning | None) -> None:
        """A key ends soon: said once, with a click that does something about it."""
        known = self._records.models.get(model)
        self._window.messages.withdraw(f"issue key {model}")
        if known is None or warning is None:
            return
        can_issue = known.has_secret and known.service_id is not None
        button = (
            translate("ModelActs", "Issue a new key") if can_issue else translate("ModelActs", "Enter the new key…")
        )
        self._window.messages.say(
            Message(key_warning_text(known, warning), f"issue key {model}", button, is_trouble=True)
        )

    @Slot(str)
    def _on_message(self, action: str) -> None:
        for about, act in (("change key ", self.open_change_key), ("issue key ", self.issue_new_key)):
            model = action.removeprefix(about)
            if model != action and model in self._records.models:
                act(model)
