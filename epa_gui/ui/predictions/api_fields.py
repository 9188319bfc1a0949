"""The rows of a form for a prediction API: its address and its key."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton

from epa_gui.core.account.prediction_address import classifier_id_in, clean_prediction_address
from epa_gui.core.keys.bound_key import prediction_origin
from epa_gui.core.keys.key_text import clean_key, masked, mistaken
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.form_dialog import FormDialog, Trouble
from epa_gui.ui.base.key_field import cleaned_text
from epa_gui.ui.base.key_place_text import prediction_place_text
from epa_gui.ui.base.speaking import Words, speak


class ApiFields(QObject):
    """The address as it was pasted, and the key, write-only.

    Attributes:
        address: The field of the address.
        key: The field of the key.

    Signals:
        forget_requested: The kept key is to be deleted.
        changed: Another address or key stands there.
    """

    forget_requested = Signal()
    changed = Signal()

    def __init__(
        self, form: FormDialog, address: str, key_hint: str, *, has_key: bool, example: Words | None = None
    ) -> None:
        """Add the rows to a form.

        Args:
            form: The form.
            address: The address that is kept; empty for none.
            key_hint: The last characters of the key that is kept.
            has_key: Whether one is kept.
            example: Makes what can be entered here, where that is known; `None` for nothing.
        """
        super().__init__(form)
        self._form = form
        self._kept_address, self._has_key = address, has_key
        self.address = QLineEdit(address)
        self.address.setPlaceholderText("https://…/classifiers/…/inference")
        self.address.setCursorPosition(0)
        form.add_row(lambda: self.tr("Prediction address"), self.address)
        self._recognised = form.add_hint()
        form.trouble_of(self.address, instead_of=self._recognised)
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self._forget = QPushButton()
        speak(form, lambda: self._forget.setText(self.tr("Delete key")))
        self._forget.setAutoDefault(False)
        speak(
            form,
            lambda: self._forget.setAccessibleDescription(
                self.tr("Delete the prediction key from this computer’s keychain")
            ),
        )
        self._forget.clicked.connect(self.forget_requested)
        form.add_row_with_button(lambda: self.tr("Prediction key"), self.key, self._forget)
        place = form.add_hint(prediction_place_text)
        self._keeping = form.add_hint()
        self.show_key(key_hint, has_key=has_key)
        speak(form, self._say_key)
        if example is not None:
            shown = form.add_hint(example)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            form.form.setRowVisible(place, False)  # noqa: FBT003  Qt's own signature
        self.address.textChanged.connect(self._on_address)
        self.key.textChanged.connect(self._on_key)
        self._on_address()

    def show_key(self, key_hint: str, *, has_key: bool) -> None:
        """Show that a key is kept, or that none is; what was typed is gone."""
        self._has_key, self._key_hint = has_key, key_hint
        self.key.clear()
        self._say_key()
        self._forget.setVisible(has_key)

    def _say_key(self) -> None:
        kept = fill(self.tr("{0} is saved; paste another key to replace it"), masked(self._key_hint))
        self.key.setPlaceholderText(kept if self._has_key else self.tr("Paste the key from the console"))
        self.key.setAccessibleDescription(kept if self._has_key else "")

    def show_kept_address(self, address: str) -> None:
        """This is the address that the kept key was given for."""
        self._kept_address = address

    def show_keychain(self, *, is_lasting: bool | None) -> None:
        """Say where the key will be kept, if that is not the keychain (`None` while it is not known)."""
        absent = is_lasting is False
        self._form.say(self._keeping, lambda: self._absent_text() if absent else "")

    def _absent_text(self) -> str:
        return self.tr("This computer has no keychain that EPA Desktop can use. The key is kept for this session only.")

    def clean_address(self) -> str:
        """The address as it is asked; empty if it must not be."""
        return clean_prediction_address(self.address.text())

    def new_key(self) -> str:
        """The key that was typed; empty for the one that is kept."""
        return self.key.text()

    def trouble(self) -> Trouble | None:
        """The first field that is not right yet."""
        if self._address_trouble():
            return self._address_trouble, self.address
        return (self._key_trouble, self.key) if self._key_trouble() else None

    def _address_trouble(self) -> str:
        if not self.address.text().strip():
            return self.tr("Paste the prediction address.")
        return "" if self.clean_address() else self._address_text()

    def _key_trouble(self) -> str:
        key = clean_key(self.key.text())
        if mistaken(key.text) is not None:
            return self.tr("This is an address, not a key. Enter it in the field above.")
        if key.problem:
            return self.tr(
                "This is not a prediction key. It is too long, or contains characters that keys do not have."
            )
        if key.text:
            return ""
        if not self._has_key:
            return self.tr("Paste the prediction key.")
        if prediction_origin(self.clean_address()) != prediction_origin(self._kept_address):
            return self.tr("The saved key was entered for another address. Paste the prediction key for this address.")
        return ""

    def _address_text(self) -> str:
        """What stands in the address's field."""
        text = self.address.text()
        name = classifier_id_in(text)
        if not text.strip():
            return ""
        if name is None:
            return self.tr(
                "This is not the address of a prediction API. Such an address ends in “/classifiers/…/inference”."
            )
        if not self.clean_address():
            return self.tr(
                "Predictions are requested only from the service’s own addresses, over https. Nothing is sent to this"
                " address."
            )
        return fill(self.tr("Prediction API {0}"), name)

    @Slot()
    def _on_address(self) -> None:
        self._form.say(self._recognised, self._address_text)
        self._form.clear_trouble()
        self.changed.emit()

    @Slot(str)
    def _on_key(self, text: str) -> None:
        key = clean_key(text)
        if key.was_cleaned:
            with QSignalBlocker(self.key):
                self.key.setText(key.text)
            self._form.say(self._keeping, cleaned_text)
        self._form.clear_trouble()
        self.changed.emit()
