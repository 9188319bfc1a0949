"""The rows of a form for a prediction API: its address and its key."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton

from epa_gui.core.account.prediction_address import classifier_id_in, clean_prediction_address
from epa_gui.core.keys.bound_key import prediction_origin
from epa_gui.core.keys.key_text import clean_key, masked, mistaken
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.key_place_text import prediction_place_text


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

    def __init__(self, form: FormDialog, address: str, key_hint: str, *, has_key: bool, example: str = "") -> None:
        """Add the rows to a form.

        Args:
            form: The form.
            address: The address that is kept; empty for none.
            key_hint: The last characters of the key that is kept.
            has_key: Whether one is kept.
            example: What can be entered here, where that is known; empty for nothing.
        """
        super().__init__(form)
        self._form = form
        self._kept_address, self._has_key = address, has_key
        self.address = QLineEdit(address)
        self.address.setPlaceholderText("https://…/classifiers/…/inference")
        self.address.setCursorPosition(0)
        form.add_row(self.tr("Prediction address"), self.address)
        self._recognised = form.add_hint()
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self._forget = QPushButton(self.tr("Forget key"))
        self._forget.setAutoDefault(False)
        self._forget.setAccessibleDescription(self.tr("Delete the prediction key from this computer's keychain"))
        self._forget.clicked.connect(self.forget_requested)
        form.add_row_with_button(self.tr("Prediction key"), self.key, self._forget)
        place = form.add_hint(prediction_place_text())
        self._keeping = form.add_hint()
        self.show_key(key_hint, has_key=has_key)
        if example:
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
        self._has_key = has_key
        self.key.clear()
        kept = fill(self.tr("{0} is kept; paste another one to replace it"), masked(key_hint))
        self.key.setPlaceholderText(kept if has_key else self.tr("Paste the key from the console"))
        self.key.setAccessibleDescription(kept if has_key else "")
        self._forget.setVisible(has_key)

    def show_kept_address(self, address: str) -> None:
        """This is the address that the kept key was given for."""
        self._kept_address = address

    def show_keychain(self, *, is_lasting: bool | None) -> None:
        """Say where the key will be kept, if that is not the keychain (`None` while it is not known)."""
        text = self.tr("This computer has no keychain that EPA Desktop can use. The key is kept for this session only.")
        self._form.say(self._keeping, text if is_lasting is False else "")

    def clean_address(self) -> str:
        """The address as it is asked; empty if it must not be."""
        return clean_prediction_address(self.address.text())

    def new_key(self) -> str:
        """The key that was typed; empty for the one that is kept."""
        return self.key.text()

    def trouble(self) -> tuple[str, QLineEdit] | None:
        """The first field that is not right yet."""
        text = self._address_trouble()
        if text:
            return text, self.address
        text = self._key_trouble()
        return (text, self.key) if text else None

    def _address_trouble(self) -> str:
        if not self.address.text().strip():
            return self.tr("Paste the prediction address.")
        return "" if self.clean_address() else self._address_text()

    def _key_trouble(self) -> str:
        key = clean_key(self.key.text())
        if mistaken(key.text) is not None:
            return self.tr("This is an address, not a key. It belongs in the field above.")
        if key.problem:
            return self.tr("This cannot be a key: it is too long, or has characters that keys do not have.")
        if key.text:
            return ""
        if not self._has_key:
            return self.tr("Paste the prediction key.")
        if prediction_origin(self.clean_address()) != prediction_origin(self._kept_address):
            return self.tr("The kept key was given for another address. Paste the prediction key for this one.")
        return ""

    def _address_text(self) -> str:
        """What stands in the address's field."""
        text = self.address.text()
        name = classifier_id_in(text)
        if not text.strip():
            return ""
        if name is None:
            return self.tr("This is not the address of a prediction API. It ends in “/classifiers/…/inference”.")
        if not self.clean_address():
            return self.tr(
                "Predictions are asked only at the service's own addresses, encrypted (https). Nothing goes to this"
                " one."
            )
        return fill(self.tr("Prediction API {0}"), name)

    @Slot()
    def _on_address(self) -> None:
        self._form.say(self._recognised, self._address_text())
        self._form.clear_trouble()
        self.changed.emit()

    @Slot(str)
    def _on_key(self, text: str) -> None:
        key = clean_key(text)
        if key.was_cleaned:
            self.key.blockSignals(True)  # noqa: FBT003  Qt's own signature
            self.key.setText(key.text)
            self.key.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self._form.clear_trouble()
        self.changed.emit()
