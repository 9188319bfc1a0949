"""Adds models by their numbers, where the service does not list them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from epa_gui.core.jobs.account import Account
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.account.account_text import account_name, no_list_text
from epa_gui.ui.account.busy_line import BusyLine
from epa_gui.ui.base.form_dialog import FormDialog, Trouble
from epa_gui.ui.base.number_field import NumberField
from epa_gui.ui.base.roomy_line import RoomyLine
from epa_gui.ui.base.speaking import Words, speak


class NumberDialog(FormDialog):
    """One model at a time; it stays open for the next.

    Signals:
        add_requested: Have a key issued for a model, and add it (the service's number, and its name here).
    """

    add_requested = Signal(object, str)

    def __init__(self, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(fill(self.tr("Models of the account {0}"), account_name(account))))
        speak(self, lambda: self.confirm_button.setText(self.tr("Add model")))
        self._taken: frozenset[str] = frozenset()
        self._numbers: Mapping[int, str] = {}
        self._is_busy = False
        self.add_hint(no_list_text)
        self._number = NumberField()
        speak(self, lambda: self._number.setPlaceholderText(self.tr("The ID that the console shows for the model")))
        self.add_row(lambda: self.tr("Model ID"), self._number)
        self._trouble_of_number = self.trouble_of(self._number)
        self._name = RoomyLine(maxLength=120)
        speak(self, lambda: self._name.setPlaceholderText(self.tr("What you call it, such as Sales forecast")))
        self.add_row(lambda: self.tr("Name"), self._name)
        self._added = self.add_hint(is_outcome=True)
        self._busy = BusyLine()
        self.set_foot(self._busy)

    def show_taken(self, names: Iterable[str], numbers: Mapping[int, str]) -> None:
        """Which names there are already, and which of the service's numbers, with the names here."""
        self._taken = frozenset(name.casefold() for name in names)
        self._numbers = numbers

    def trouble(self) -> Trouble | None:
        """The first field that is not right yet."""
        number, name = self._number.text().strip(), self._name.text().strip()
        if not number:
            return lambda: self.tr("Enter the model ID: a number that the console shows with the model."), self._number
        if int(number) in self._numbers:
            there = self._numbers[int(number)]
            return lambda: fill(self.tr("This model is already in the list, as “{0}”."), there), self._number
        if not name:
            return lambda: self.tr("Enter a name for the model."), self._name
        if name.casefold() in self._taken:
            return lambda: self.tr("There is already a model with this name. Enter another name."), self._name
        return None

    def accept(self) -> None:
        """Have it added, or say what is wrong."""
        if self._is_busy:
            return
        self.clear_trouble()
        self._trouble_of_number.clear()
        if self.trouble() is not None:
            super().accept()  # which says so
            return
        self._set_busy(is_busy=True)
        self._busy.show_text(lambda: self.tr("Issuing a key…"))
        self.add_requested.emit(int(self._number.text()), self._name.text().strip())

    def show_added(self, name: str) -> None:
        """It is in the list: the next one can be entered."""
        self._set_busy(is_busy=False)
        self._number.clear()
        self._name.clear()
        self.say(
            self._added,
            lambda: fill(self.tr("✓ “{0}” was added. Enter another model ID, or close this form."), name),
        )
        self.say_cancel(lambda: self.tr("Close"))
        self._number.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refused(self, words: Words) -> None:
        """Say why there is no key."""
        self._set_busy(is_busy=False)
        self._trouble_of_number.show_error(words)
        self._number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        for field in (self._number, self._name, self.confirm_button):
            field.setEnabled(not is_busy)
        if not is_busy:
            self._busy.hide()

    def reject(self) -> None:
        """A key that is being issued is waited for: it would be lost."""
        if not self._is_busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As `reject`."""
        if self._is_busy:
            event.ignore()
        else:
            super().closeEvent(event)
