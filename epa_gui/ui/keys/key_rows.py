"""The rows for an API key in a form."""

from PySide6.QtCore import QObject, Qt, Slot

from epa_gui.ui.base.field_trouble import FieldTrouble
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.key_field import KeyField
from epa_gui.ui.base.key_place_text import key_place_text, prediction_key_text


class KeyRows(QObject):
    """The key's rows in a form: the field, where a key is found or what is wrong with it, and where it will be kept.

    Attributes:
        field: The field.
        trouble: What is wrong with the key, below the field; until then it says there where a key is found.
    """

    def __init__(self, form: FormDialog, *, is_lasting: bool | None, tells_place: bool = True) -> None:
        """Add the rows to a form.

        Args:
            form: The form.
            is_lasting: Whether the keychain outlives the session; `None` while that is not known.
            tells_place: Whether to say where in the console the key is found.
        """
        super().__init__(form)
        self._form = form
        self._tells_place = tells_place
        self.field = KeyField()
        form.add_row(self.tr("API key"), self.field)
        self._place = form.add_hint(f"{key_place_text()}\n{prediction_key_text()}" if tells_place else "")
        self.trouble = FieldTrouble(form, self.field)
        self._note = form.add_hint()
        self._cleaned_text = self.tr("Spaces, line ends or invisible signs were taken out of the key.")
        self._keeping = form.add_hint()
        self.show_keychain(is_lasting=is_lasting)
        self.field.cleaned.connect(self._on_cleaned)
        self.field.textChanged.connect(self.clear_trouble)

    @Slot()
    def _on_cleaned(self) -> None:
        self._form.say(self._note, self._cleaned_text)
        self.clear_trouble()

    def show_error(self, text: str) -> None:
        """The key cannot be used; what was typed stays, and is chosen, so that pasting takes its place."""
        self._hide_place()
        self.trouble.show_error(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def show_doubt(self, text: str, act: str) -> None:
        """Nobody knows whether the key can be used; a button goes on all the same."""
        self._hide_place()
        self.trouble.show_doubt(text, act)

    def _hide_place(self) -> None:
        self._form.form.setRowVisible(self._place, False)  # noqa: FBT003  Qt's own signature

    @Slot()
    def clear_trouble(self) -> None:
        """Nothing is known to be wrong any more."""
        if self.trouble.text():
            self.trouble.clear()
            self._form.form.setRowVisible(self._place, self._tells_place)
            self._form.adjustSize()

    def show_keychain(self, *, is_lasting: bool | None) -> None:
        """Say where the key will be kept, as soon as that is known (`None` before)."""
        if is_lasting:
            text = self.tr("The key goes to this computer's keychain, and nowhere else but to the service.")
        elif is_lasting is None:
            text = self.tr("Looking for this computer's keychain…")
        else:
            text = self.tr(
                "This computer has no keychain that EPA Desktop can use. The key is kept for this session only:"
                " you will be asked for it again after the next start."
            )
        self._form.say(self._keeping, text)
