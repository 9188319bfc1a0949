"""Forms about models: add one, change its key, rename it."""

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from epa_gui.core.jobs.region import BadAddressError, Region, RegionChoice, clean_address
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.common_text import address_hint_text, address_trouble_text
from epa_gui.ui.base.form_dialog import FormDialog, Trouble
from epa_gui.ui.base.growing import ComboBox
from epa_gui.ui.base.region_box import say_regions
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.keys.issue_rows import SecretEntry
from epa_gui.ui.keys.key_dialog import KeyDialog


@dataclass(frozen=True, slots=True)
class NewModel:
    """What Add model was given."""

    name: str
    region: Region
    address: str
    api_key: str = field(repr=False)


class AddModelDialog(KeyDialog):
    """Add model.

    Signals:
        issue_requested: Issue a key at a region and address (as in `NewModel`) with a `SecretEntry`.
    """

    issue_requested = Signal(object, str, object)

    def __init__(
        self,
        choices: Sequence[RegionChoice],
        taken_names: Collection[str],
        hint: Words | None = None,
        *,
        is_lasting: bool | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("Add model")))
        speak(self, lambda: self.confirm_button.setText(self.tr("Add model")))
        self.untested_words = lambda: self.tr("Add without testing")
        self._taken = {name.casefold() for name in taken_names}
        self._choices = list(choices)
        self._name = QLineEdit(maxLength=120)
        speak(self, lambda: self._name.setPlaceholderText(self.tr("For example, Sales forecast")))
        self.add_row(lambda: self.tr("Name"), self._name)
        self._region = ComboBox()
        speak(self, lambda: say_regions(self._region, self._choices))
        self._region.currentIndexChanged.connect(self._on_region)
        self.add_row(lambda: self.tr("Region"), self._region)
        self._address = QLineEdit()
        self._address.setPlaceholderText("https://")
        self.add_row(lambda: self.tr("Service address"), self._address)
        self._address_hint = self.add_hint()
        self._address.textChanged.connect(self._on_address)
        self.add_key_rows(is_lasting=is_lasting, tells_place=hint is None)
        self.issue.wanted.connect(self._on_issue)
        if hint is not None:
            self.add_hint(hint)
        self._on_region()
        self.end_rows()

    @Slot()
    def _on_region(self) -> None:
        self.clear_trouble()  # of an address that may be hidden now
        choice = self._choices[self._region.currentIndex()]
        self.form.setRowVisible(self._address, choice == RegionChoice(Region.OWN))
        self._on_address()
        self.adjustSize()

    @Slot()
    def _on_address(self) -> None:
        is_own = self._choices[self._region.currentIndex()] == RegionChoice(Region.OWN)
        self.say(self._address_hint, lambda: address_hint_text(self._address.text()) if is_own else "")

    def trouble(self) -> Trouble | None:
        """The first field that is not right yet."""
        name = self._name.text().strip()
        if not name:
            return lambda: self.tr("Enter a name for the model."), self._name
        if name.casefold() in self._taken:
            return lambda: self.tr("There is already a model with this name. Enter another name."), self._name
        try:
            self._chosen_address()
        except BadAddressError as error:
            return functools.partial(address_trouble_text, error.trouble), self._address
        return super().trouble()

    @Slot(object)
    def _on_issue(self, entry: SecretEntry) -> None:
        try:
            address = self._chosen_address()
        except BadAddressError as error:
            self.show_trouble(functools.partial(address_trouble_text, error.trouble), self._address)
            return
        self.issue.show_busy()
        self.issue_requested.emit(self._choices[self._region.currentIndex()].region, address, entry)

    def _chosen_address(self) -> str:
        choice = self._choices[self._region.currentIndex()]
        if choice.region is not Region.OWN:
            return ""
        return choice.address or clean_address(self._address.text())

    def new_model(self) -> NewModel:
        """What was entered; only while nothing is wrong with it."""
        choice = self._choices[self._region.currentIndex()]
        return NewModel(
            self._name.text().strip(),
            choice.region,
            self._chosen_address(),
            self.api_key(),
        )


class ChangeKeyDialog(KeyDialog):
    """A new key for a model.

    Signals:
        issue_requested: Issue a key with a `SecretEntry`.
    """

    issue_requested = Signal(object)

    def __init__(
        self,
        model_name: str,
        masked_key: str,
        service_id: int | None = None,
        *,
        has_secret: bool = False,
        offers_keeping: bool = True,
        is_lasting: bool | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(fill(self.tr("Change the API key of “{0}”"), model_name)))
        speak(self, lambda: self.confirm_button.setText(self.tr("Change key")))
        self.untested_words = lambda: self.tr("Change without testing")
        self.add_fact(lambda: self.tr("Current key"), QLabel(masked_key))
        self.add_key_rows(
            service_id, has_secret=has_secret, offers_keeping=offers_keeping, is_lasting=is_lasting, is_new=True
        )
        self.issue.wanted.connect(self._on_issue)
        self.end_rows()

    @Slot(object)
    def _on_issue(self, entry: SecretEntry) -> None:
        self.issue.show_busy()
        self.issue_requested.emit(entry)


class RenameModelDialog(FormDialog):
    """A new name for a model."""

    def __init__(self, name: str, taken_names: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(fill(self.tr("Rename “{0}”"), name)))
        speak(self, lambda: self.confirm_button.setText(self.tr("Rename")))
        self._taken = {taken.casefold() for taken in taken_names} - {name.casefold()}
        self._name = QLineEdit(name, maxLength=120)
        self._name.selectAll()
        self.add_row(lambda: self.tr("Name"), self._name)

    def trouble(self) -> Trouble | None:
        """Whether the name can be told from others."""
        name = self.name()
        if not name:
            return lambda: self.tr("Enter a name for the model."), self._name
        if name.casefold() in self._taken:
            return lambda: self.tr("There is already a model with this name. Enter another name."), self._name
        return None

    def name(self) -> str:
        """The new name."""
        return self._name.text().strip()
