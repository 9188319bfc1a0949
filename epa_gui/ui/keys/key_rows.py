"""The rows for an API key in a form."""

from PySide6.QtCore import QObject, Qt, Slot

from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.key_field import KeyField, cleaned_text
from epa_gui.ui.base.key_place_text import key_place_text, prediction_key_text
from epa_gui.ui.base.speaking import Words


class KeyRows(QObject):
    """The key's rows in a form: the field, where a key is found or what is wrong with it, and where it will be kept.

    Attributes:
        field: The field.
        trouble: What is wrong with the key, below the field; until then it says there where a key is found.
    """

    def __init__(
        self, form: FormDialog, *, is_lasting: bool | None, tells_place: bool = True, is_new: bool = False
    ) -> None:
        """Add the rows to a form.

        Args:
            form: The form.
            is_lasting: Whether the keychain outlives the session; `None` while that is not known.
            tells_place: Whether to say where in the console the key is found.
            is_new: Whether the form tells of another key, whose place it takes.
        """
        super().__init__(form)
        self._form = form
        self.field = KeyField()
        form.add_row(lambda: self.tr("New API key") if is_new else self.tr("API key"), self.field)
        self._place = form.add_hint(lambda: f"{key_place_text()}\n{prediction_key_text()}" if tells_place else "")
        self.trouble = form.trouble_of(self.field, instead_of=self._place)
        self._note = form.add_hint()
        self._keeping = form.add_hint()
        self.show_keychain(is_lasting=is_lasting)
        self.field.cleaned.connect(self._on_cleaned)

    @Slot()
    def _on_cleaned(self) -> None:
        self._form.say(self._note, cleaned_text)
        self.trouble.clear()

    def show_error(self, words: Words) -> None:
        """The key cannot be used; what was typed stays, and is chosen, so that pasting takes its place."""
        self.trouble.show_error(words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def show_doubt(self, words: Words, act: Words) -> None:
        """Nobody knows whether the key can be used; a button goes on all the same."""
        self.trouble.show_doubt(words, act)

    def show_keychain(self, *, is_lasting: bool | None) -> None:
        """Say where the key will be kept, as soon as that is known (`None` before)."""
        self._form.say(self._keeping, lambda: self._keeping_text(is_lasting=is_lasting))

    def _keeping_text(self, *, is_lasting: bool | None) -> str:
        if is_lasting:
            return self.tr("The key is kept in this computer’s keychain, and is sent only to the service.")
        if is_lasting is None:
            return self.tr("Looking for this computer’s keychain…")
        return self.tr(
            "This computer has no keychain that EPA Desktop can use. The key is kept for this session"
            " only. Enter it again after the next start."
        )
