"""What a person does with models: add, change the key, rename, remove."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUuid, Signal, Slot

from epa_gui.controllers.key_ring import KeyRing
from epa_gui.controllers.key_test import KeyTest
from epa_gui.controllers.records import Records
from epa_gui.desk.presenter import Presenter
from epa_gui.jobs.model import Model
from epa_gui.jobs.problem import Problem
from epa_gui.jobs.region import Region, RegionChoice
from epa_gui.keys.key_text import hint, masked
from epa_gui.models.problem_wording import problem_words
from epa_gui.views.main_window import MainWindow
from epa_gui.views.message_bar import Message

if TYPE_CHECKING:
    from epa_gui.views.model_dialog import AddModelDialog, ChangeKeyDialog, RenameModelDialog

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
        presenter: Presenter,
        choices: list[RegionChoice],
        hint_text: str,
    ) -> None:
        super().__init__(window)
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
        self._add_form = dialog
        dialog.open()

    @Slot()
    def _on_add_accepted(self) -> None:
        if self._add_form is not None:
            new = self._add_form.new_model()
            self.add(new.name, new.region, new.address, new.api_key)

    @Slot()
    def _on_add_closed(self) -> None:
        self._add_form = None

    def add(self, name: str, region: Region, address: str, api_key: str) -> str:
        """Add a model with its key, and try the key; its identity."""
        now = self._records.clock()
        model = Model(new_identity(), name, region, address, hint(api_key), now, now)
        self._records.add_model(model)
        self._keys.put(model.id, api_key)
        self._key_test.start(model.id)
        self.model_added.emit(model.id)
        return model.id

    def open_change_key(self, model: str) -> None:
        """Open the form for a new key."""
        from epa_gui.views.model_dialog import ChangeKeyDialog  # noqa: PLC0415  as above

        self._keys.open()
        known = self._records.models[model]
        dialog = ChangeKeyDialog(
            known.name, masked(known.key_hint), is_lasting=self._keys.is_lasting, parent=self._window
        )
        dialog.accepted.connect(self._on_key_accepted)
        dialog.finished.connect(self._on_key_closed)
        self._key_form = model, dialog
        dialog.open()

    @Slot()
    def _on_key_accepted(self) -> None:
        if self._key_form is None:
            return
        changed, form = self._key_form
        model, api_key = self._records.models.get(changed), form.api_key()
        if model is not None:
            self._records.add_model(replace(model, key_hint=hint(api_key), key_added_at=self._records.clock()))
            self._presenter.mark_refused(model.id, is_refused=False)
            self._window.messages.withdraw(f"change key {model.id}")
            self._keys.put(model.id, api_key)
            self._key_test.start(model.id)

    @Slot()
    def _on_key_closed(self) -> None:
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

    @Slot(str)
    def _on_message(self, action: str) -> None:
        model = action.removeprefix("change key ")
        if model != action and model in self._records.models:
            self.open_change_key(model)
