"""What a person does with models: add, rename, remove."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region, RegionChoice
from epa_gui.ui.base.form_parent import form_parent
from epa_gui.ui.base.identity import new_identity
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.speaking import Words
from epa_gui.ui.keys.key_controller import KeyController
from epa_gui.ui.keys.key_use import KeyUse

if TYPE_CHECKING:
    from epa_gui.ui.keys.issue_rows import SecretEntry
    from epa_gui.ui.keys.model_dialog import AddModelDialog, RenameModelDialog


class ModelController(QObject):
    """Opens the forms and carries out what they were given.

    Signals:
        model_added: A new model is in the list (its ID).
    """

    model_added = Signal(str)

    def __init__(
        self,
        window: QWidget,
        *,
        repository: Repository,
        keys: KeyStore,
        key_use: KeyUse,
        key_controller: KeyController,
        choices: list[RegionChoice],
        hint: Words | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._keys = keys
        self._key_use = key_use
        self._key_controller = key_controller
        self._choices = choices
        self._hint = hint
        self._add_form: AddModelDialog | None = None
        self._rename_form: tuple[str, RenameModelDialog] | None = None
        keys.keychain_changed.connect(self._on_keychain)

    @Slot()
    def open_add(self) -> None:
        """Open Add model, above the form that asked for it if one did."""
        names = [model.name for model in self._repository.models.values()]
        self._keys.open()
        if self._add_form is not None:
            self._add_form.raise_()
            return
        from epa_gui.ui.keys.model_dialog import AddModelDialog  # noqa: PLC0415  forms are loaded when first opened

        parent = form_parent(self._window)
        dialog = AddModelDialog(self._choices, names, self._hint, is_lasting=self._keys.is_lasting, parent=parent)
        dialog.accepted.connect(self._on_add_accepted)
        dialog.finished.connect(self._on_add_closed)
        dialog.issue_requested.connect(self._on_issue)
        self._key_controller.test_keys_of(dialog, self._address_in_form)
        self._add_form = dialog
        dialog.open()

    @Slot(object, str, object)
    def _on_issue(self, region: Region, address: str, entry: "SecretEntry") -> None:
        if self._add_form is not None:
            self._key_controller.issue_for_new(region, address, entry, self._add_form.issue)

    def _address_in_form(self) -> str:
        """Where the service of the model in the form is."""
        if self._add_form is None:
            return ""
        new = self._add_form.new_model()
        return self._repository.address_of(Model("", "", new.region, new.address))

    @Slot()
    def _on_add_accepted(self) -> None:
        form = self._add_form
        if form is None:
            return
        new = form.new_model()
        model = Model(new_identity(), new.name, new.region, new.address, added_at=self._repository.clock())
        self._key_use.take_key(model, new.api_key, form.issue, is_accepted=form.is_accepted)
        self.model_added.emit(model.id)

    @Slot()
    def _on_add_closed(self) -> None:
        self._key_controller.forget_new()
        self._add_form = None

    @Slot()
    def _on_keychain(self) -> None:
        """A form that was opened before it was known learns where the key will be kept."""
        if self._add_form is not None:
            self._add_form.show_keychain(is_lasting=self._keys.is_lasting)

    def open_rename(self, renamed: str) -> None:
        """Open the form for another name of a model."""
        model = self._repository.models.get(renamed)
        if model is None:
            return
        from epa_gui.ui.keys.model_dialog import RenameModelDialog  # noqa: PLC0415  as above

        names = [other.name for other in self._repository.models.values()]
        dialog = RenameModelDialog(model.name, names, self._window)
        self._rename_form = model.id, dialog
        dialog.accepted.connect(self._on_rename_accepted)
        dialog.open()

    @Slot()
    def _on_rename_accepted(self) -> None:
        if self._rename_form is None:
            return
        renamed, form = self._rename_form
        model = self._repository.models.get(renamed)
        if model is not None:
            self._repository.add_model(replace(model, name=form.name()))

    def remove(self, model: str) -> None:
        """Take a model from the list, with its jobs; that can be undone."""
        self._repository.remove_model(model)
