"""Rows of a form with which a key is issued from the account's secret key."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.disclosure import Disclosure
from epa_gui.ui.base.form_dialog import FormDialog, Trouble
from epa_gui.ui.base.growing import CheckBox
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.key_field import KeyField, cleaned_text
from epa_gui.ui.base.key_place_text import secret_key_place_text
from epa_gui.ui.base.number_field import NumberField
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.keys.key_rows import KeyRows
from epa_gui.ui.keys.key_warnings import key_end_text


@dataclass(frozen=True, slots=True)
class SecretEntry:
    """What was entered to issue keys with.

    Attributes:
        secret_key: The account's secret key.
        service_id: The service's number for the model.
    """

    secret_key: str = field(repr=False)
    service_id: int


class IssueRows(QObject):
    """Hidden behind a button until somebody wants them.

    Signals:
        wanted: Issue a key with what was entered (a `SecretEntry`).
    """

    wanted = Signal(object)

    def __init__(
        self,
        form: FormDialog,
        key: KeyRows,
        service_id: int | None = None,
        *,
        has_secret: bool = False,
        offers_keeping: bool = True,
    ) -> None:
        super().__init__(form)
        self._form = form
        self._key = key
        self._asked_with: SecretEntry | None = None
        self._issued = ""
        self._end_said = ""
        self._toggle = Disclosure("")
        speak(form, lambda: self._toggle.show_text(self.tr("Issue a key with the secret key")))
        speak(form, lambda: self._toggle.name_it(self.tr("Issue a key with the secret key")))
        self._toggle.toggled.connect(self._on_toggled)
        form.form.addRow("", self._toggle)
        self._secret = KeyField(lambda: self.tr("Paste the account’s secret key"))
        form.add_row(lambda: self.tr("Secret key"), self._secret)
        self._number = NumberField(str(service_id) if service_id is not None else "")
        speak(form, lambda: self._number.setPlaceholderText(self.tr("The model’s ID in the console")))
        form.add_row(lambda: self.tr("Model ID"), self._number)
        self._keep = CheckBox()
        speak(form, lambda: self._keep.setText(self.tr("Keep the secret key in the keychain")))
        self._keep.setChecked(has_secret)
        form.form.addRow("", self._keep)
        keep_hint = form.add_hint(lambda: self.tr("A new key then takes one click."))
        for row in (self._keep, keep_hint):
            form.form.setRowVisible(row, False)  # noqa: FBT003  Qt's own signature
        self.button = QPushButton()
        speak(form, lambda: self.button.setText(self.tr("Issue key")))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_issue)
        form.form.addRow("", self.button)
        self._said = form.add_hint(is_outcome=True)
        self._secret.cleaned.connect(self._on_cleaned)
        keeping = [self._keep, keep_hint] if offers_keeping else []
        self._rows: list[QWidget] = [self._secret, self._number, *keeping, self.button]
        self._on_toggled()

    @Slot()
    def _on_cleaned(self) -> None:
        self._form.say(self._said, cleaned_text)

    def open(self) -> None:
        """Show the rows."""
        self._toggle.setChecked(True)

    def entry(self) -> SecretEntry | None:
        """What was entered; `None` while something is missing."""
        number = self._number.text().strip()
        if not self._secret.text() or self._secret.trouble() or not number:
            return None
        return SecretEntry(self._secret.text(), int(number))

    def is_secret_key(self, text: str) -> bool:
        """Whether a text is the secret key that was entered."""
        return bool(text) and text == self._secret.text()

    def used_entry(self) -> SecretEntry | None:
        """What the key in the form was issued with; `None` if it was not issued here."""
        return self._asked_with if self._is_issued_key() else None

    def keeps_secret(self) -> bool:
        """Whether the secret key is to be in the keychain."""
        return self._keep.isChecked()

    def end_said(self) -> str:
        """Until when the key in the form is valid, as the service said it; empty if it was not issued here."""
        return self._end_said if self._is_issued_key() else ""

    def _is_issued_key(self) -> bool:
        return bool(self._issued) and self._key.field.text() == self._issued

    def trouble(self) -> Trouble | None:
        """What to do first where a secret key was entered, but no key was issued."""
        if self._toggle.isChecked() and self._secret.text() and not self._key.field.text():
            return lambda: self.tr("Choose “Issue key” first, or paste an API key."), self.button
        return None

    def show_busy(self) -> None:
        """A key is being issued."""
        self._asked_with = self.entry()
        self.button.setEnabled(False)
        self._form.say(self._said, lambda: self.tr("Asking the service for a key…"))

    def show_issued(self, api_key: str, end_said: str) -> None:
        """A key was issued: it goes into the form."""
        self._issued, self._end_said = api_key, end_said
        self._key.field.setText(api_key)
        self.button.setEnabled(True)
        self._form.say(self._said, lambda: self._issued_text(end_said))
        self._form.clear_trouble()
        self._form.confirm_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _issued_text(self, end_said: str) -> str:
        end = key_end_text(end_said)
        if end:
            return fill(self.tr("A key was issued. It expires on {0}."), end)
        return self.tr("A key was issued. The service did not say when it expires.")

    def show_refused(self, words: Words) -> None:
        """No key was issued."""
        self.button.setEnabled(True)
        self._form.say(self._said, str)
        self._form.show_trouble(words, self.button)

    @Slot()
    def _on_toggled(self) -> None:
        is_open = self._toggle.isChecked()
        for row in self._rows:
            self._form.form.setRowVisible(row, is_open)
        if is_open:
            self._secret.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._form.clear_trouble()  # of a field that is hidden now
        self._form.adjustSize()

    @Slot()
    def _on_issue(self) -> None:
        if not self._secret.text() or self._secret.trouble():
            self._form.show_trouble(
                lambda: sentences(self.tr("Paste the secret key."), secret_key_place_text()), self._secret
            )
            return
        entry = self.entry()
        if entry is None:
            self._form.show_trouble(
                lambda: self.tr("Enter the model ID: a number that the console shows with the model."), self._number
            )
            return
        self._form.clear_trouble()
        self.wanted.emit(entry)
