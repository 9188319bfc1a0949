"""Connect account: where the service is, and the secret key, which is tried at once."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.region import BadAddressError, Region, RegionChoice, clean_address
from epa_gui.core.keys.key_text import masked
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.account.account_text import secret_key_trouble
from epa_gui.ui.account.busy_line import BusyLine
from epa_gui.ui.base.common_text import address_hint_text, address_trouble_text
from epa_gui.ui.base.form_dialog import FormDialog, Trouble
from epa_gui.ui.base.growing import CheckBox, ComboBox
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.key_field import KeyField, cleaned_text
from epa_gui.ui.base.key_place_text import secret_key_place_text
from epa_gui.ui.base.region_box import say_regions
from epa_gui.ui.base.speaking import Words, speak


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """What was entered.

    Attributes:
        region: Which service.
        address: Its base URL for `Region.OWN`; empty for the others.
        secret_key: The secret key; empty for the one that is kept already.
        keeps_secret: Whether it is to be in the keychain.
    """

    region: Region
    address: str
    secret_key: str = field(repr=False)
    keeps_secret: bool


class ConnectDialog(FormDialog):
    """The form. It closes when the service has answered as it should.

    Signals:
        connect_requested: Try what was entered (an `AccountEntry`).
        given_up: Nobody waits for the answer any more.
        single_model_requested: A single model is to be added with its own key instead.
    """

    connect_requested = Signal(object)
    given_up = Signal()
    single_model_requested = Signal()

    def __init__(
        self,
        choices: Sequence[RegionChoice],
        first: RegionChoice,
        accounts: Sequence[Account],
        is_model_key: Callable[[str], bool],
        hint: Words | None = None,
        *,
        is_lasting: bool | None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the form.

        Args:
            choices: The regions to choose from.
            first: The one that is chosen at first.
            accounts: Those that are connected.
            is_model_key: Tells whether a text is known to be the key of a model.
            hint: Makes what else there is to say; `None` for nothing.
            is_lasting: Whether the keychain outlives the session; `None` while that is not known.
            parent: What it belongs to.
        """
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("Connect account")))
        speak(self, lambda: self.confirm_button.setText(self.tr("Connect")))
        self._choices = list(choices)
        self._accounts = accounts
        self._is_model_key = is_model_key
        self._is_busy = False
        self._is_lasting = is_lasting
        self._focus_before: QWidget | None = None
        self.add_hint(
            lambda: self.tr(
                "The account’s secret key lists all models of the account, and issues the key that each of them needs."
            )
        )
        self._region = ComboBox()
        speak(self, lambda: say_regions(self._region, self._choices))
        self._region.setCurrentIndex(max(0, self._choices.index(first) if first in self._choices else 0))
        self.add_row(lambda: self.tr("Region"), self._region)
        self._address = QLineEdit()
        self._address.setPlaceholderText("https://")
        self.add_row(lambda: self.tr("Service address"), self._address)
        self._address_hint = self.add_hint()
        self._secret = KeyField(self._secret_text)
        self.add_row(lambda: self.tr("Secret key"), self._secret)
        self._place = self.add_hint(secret_key_place_text)
        self._trouble_of_key = self.trouble_of(self._secret, instead_of=self._place)
        self._note = self.add_hint()
        self._keep = CheckBox()
        speak(self, lambda: self._keep.setText(self.tr("Keep the secret key in the keychain")))
        self.form.addRow("", self._keep)
        self._keep_hint = self.add_hint(self._brings_text)
        if hint is not None:
            told = self.add_hint(hint)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._single = QPushButton()
        speak(self, lambda: self._single.setText(self.tr("Add a single model with its own key…")))
        self._single.setAutoDefault(False)
        self._single.clicked.connect(self.single_model_requested)
        self.form.addRow("", self._single)
        self._busy = BusyLine()
        self.set_foot(self._busy)
        self._region.currentIndexChanged.connect(self._on_region)
        self._address.textChanged.connect(self._on_address)
        self._secret.cleaned.connect(self._on_cleaned)
        self._region_shown: Account | None = None
        self.scroll_rows()
        self.show_keychain(is_lasting=is_lasting)
        self._on_region()

    # What was entered

    def _choice(self) -> RegionChoice:
        return self._choices[self._region.currentIndex()]

    def _chosen_address(self) -> str:
        choice = self._choice()
        if choice.region is not Region.OWN:
            return ""
        return choice.address or clean_address(self._address.text())

    def _kept_account(self) -> Account | None:
        """The account that is connected there, if its secret key is kept."""
        try:
            address = self._chosen_address()
        except BadAddressError:
            return None
        region = self._choice().region
        return next((each for each in self._accounts if each.keeps_secret and each.is_at(region, address)), None)

    def trouble(self) -> Trouble | None:
        """The first field that is not right yet, but for the key."""
        try:
            self._chosen_address()
        except BadAddressError as error:
            return functools.partial(address_trouble_text, error.trouble), self._address
        return None

    def accept(self) -> None:
        """Have it tried, unless something is wrong already."""
        if self._is_busy:
            return
        self.clear_trouble()
        self._trouble_of_key.clear()
        if self.trouble() is not None:
            super().accept()  # which says so
            return
        key = self._secret.text()
        if key or self._kept_account() is None:
            wrong = functools.partial(secret_key_trouble, key, is_model_key=self._is_model_key(key))
            if wrong():
                self.show_refused(wrong)
                return
        self._begin()
        entry = AccountEntry(self._choice().region, self._chosen_address(), key, self._keep.isChecked())
        self.connect_requested.emit(entry)

    def _begin(self) -> None:
        self._is_busy = True
        self._focus_before = QApplication.focusWidget()
        self._scrolled.setEnabled(False)
        self.confirm_button.setEnabled(False)
        self._busy.show_text(lambda: self.tr("Getting the account’s models…"))

    def _end(self) -> None:
        self._is_busy = False
        self._busy.hide()
        self._scrolled.setEnabled(True)
        self.confirm_button.setEnabled(True)
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_before = None

    # What came of it

    def show_connected(self) -> None:
        """The service has answered: the form has done its work."""
        self._end()
        super().accept()

    def show_refused(self, words: Words) -> None:
        """Say below the field why not; what was typed stays, and is chosen, so that pasting takes its place."""
        self._end()
        self._trouble_of_key.show_error(words)
        self._secret.setFocus(Qt.FocusReason.OtherFocusReason)
        self._secret.selectAll()
        self._scroll.ensureWidgetVisible(self._trouble_of_key)

    def show_keychain(self, *, is_lasting: bool | None) -> None:
        """Say what keeping the secret key brings, and where it would be."""
        self._is_lasting = is_lasting
        self.say(self._keep_hint, self._brings_text)

    def _brings_text(self) -> str:
        brings = self.tr(
            "EPA Desktop then renews the models’ keys before they expire, and shows which model is live, as the"
            " service says."
        )
        if self._is_lasting is False:
            absent = self.tr(
                "This computer has no keychain that EPA Desktop can use. The secret key is kept for this session only."
            )
            return sentences(brings, absent)
        return brings

    @Slot()
    def _on_cleaned(self) -> None:
        self.say(self._note, cleaned_text)
        self._trouble_of_key.clear()

    @Slot()
    def _on_region(self) -> None:
        self.clear_trouble()  # of an address that may be hidden now
        self.form.setRowVisible(self._address, self._choice() == RegionChoice(Region.OWN))
        self._on_address()

    @Slot()
    def _on_address(self) -> None:
        is_own = self._choice() == RegionChoice(Region.OWN)
        self.say(self._address_hint, lambda: address_hint_text(self._address.text()) if is_own else "")
        account = self._kept_account()
        self._secret.setPlaceholderText(self._secret_text())
        if account != self._region_shown:
            self._keep.setChecked(account is not None)
            self._region_shown = account
        self.adjustSize()

    def _secret_text(self) -> str:
        account = self._kept_account()
        if account is None:
            return self.tr("Paste the account’s secret key")
        return fill(self.tr("{0} is kept in the keychain. Paste another key to replace it."), _key(account))

    def reject(self) -> None:
        """Wait no longer for the answer; with nothing to wait for, close."""
        if not self._is_busy:
            super().reject()
            return
        self._end()
        self.given_up.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own close button closes it in any case."""
        if self._is_busy:
            self.reject()
        super().closeEvent(event)


def _key(account: Account) -> str:
    return masked(account.secret_hint)
