"""A field for an API key: hidden as it is typed, cleaned as it is pasted."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from epa_gui.core.keys.key_text import clean_key
from epa_gui.ui.base.form_dialog import FormDialog

translate = QCoreApplication.translate


class KeyField(QLineEdit):
    """Write-only on screen.

    Signals:
        cleaned: Something was taken out of a pasted key.
    """

    cleaned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(self.tr("Paste the key from the console"))
        self.textChanged.connect(self._on_changed)

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        key = clean_key(text)
        if key.was_cleaned:
            self.blockSignals(True)  # noqa: FBT003  Qt's own signature
            self.setText(key.text)
            self.blockSignals(False)  # noqa: FBT003  Qt's own signature
            self.cleaned.emit()

    def trouble(self) -> str:
        """What is wrong with it, or an empty string."""
        if not self.text():
            return self.tr("Paste the API key. The console shows it on the model's API screen.")
        if clean_key(self.text()).problem:
            return self.tr("This cannot be an API key: it is too long, or has characters that keys do not have.")
        return ""


class KeyRows:
    """The key's rows in a form: the field, what was cleaned, and where the key will be kept."""

    def __init__(self, form: FormDialog, *, is_lasting: bool | None) -> None:
        self._form = form
        self.field = KeyField()
        form.add_row(translate("KeyRows", "API key"), self.field)
        self._note = form.add_hint()
        self._cleaned_text = translate("KeyRows", "Spaces, line ends or invisible signs were taken out of the key.")
        self._place = form.add_hint()
        self.show_keychain(is_lasting=is_lasting)
        self.field.cleaned.connect(self._on_cleaned)

    def _on_cleaned(self) -> None:
        self._form.say(self._note, self._cleaned_text)

    def show_keychain(self, *, is_lasting: bool | None) -> None:
        """Say where the key will be kept, as soon as that is known (`None` before)."""
        if is_lasting:
            text = translate(
                "KeyRows", "The key goes to this computer's keychain, and nowhere else but to the service."
            )
        elif is_lasting is None:
            text = translate("KeyRows", "Looking for this computer's keychain…")
        else:
            text = translate(
                "KeyRows",
                "This computer has no keychain that EPA Desktop can use. The key is kept for this session only:"
                " you will be asked for it again after the next start.",
            )
        self._form.say(self._place, text)
