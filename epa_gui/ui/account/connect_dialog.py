"""Connect account: where the service is, and the secret key, which is tried at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.region import BadAddressError, Region, RegionChoice, clean_address
from epa_gui.core.keys.key_text import masked
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.account.account_text import secret_key_trouble
from epa_gui.ui.account.busy_line import BusyLine
from epa_gui.ui.base.common_text import address_hint_text, address_trouble_text, region_name
from epa_gui.ui.base.field_trouble import FieldTrouble
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.key_field import KeyField
from epa_gui.ui.base.key_place_text import secret_key_place_text
from epa_gui.ui.base.page import make_primary

_LARGEST_SHARE = 0.9
"""Of the screen; what is higher scrolls."""


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
        hint: str = "",
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
            hint: What else there is to say; empty for nothing.
            is_lasting: Whether the keychain outlives the session; `None` while that is not known.
            parent: What it belongs to.
        """
        super().__init__(self.tr("Connect account"), self.tr("Connect"), parent)
        self._choices = list(choices)
        self._accounts = accounts
        self._is_model_key = is_model_key
        self._is_busy = False
        self._focus_before: QWidget | None = None
        self.add_hint(
            self.tr(
                "The account's secret key shows all models of the account, and issues the key that each of them needs."
            )
        )
        self._region = QComboBox()
        for choice in self._choices:
            self._region.addItem(region_name(choice.region, choice.address))
        self._region.setCurrentIndex(max(0, self._choices.index(first) if first in self._choices else 0))
        self.add_row(self.tr("Region"), self._region)
        self._address = QLineEdit()
        self._address.setPlaceholderText("https://")
        self.add_row(self.tr("Service address"), self._address)
        self._address_hint = self.add_hint()
        self._secret = KeyField()
        self.add_row(self.tr("Secret key"), self._secret)
        self._place = self.add_hint(secret_key_place_text())
        self._trouble_of_key = FieldTrouble(self, self._secret)
        self._note = self.add_hint()
        self._keep = QCheckBox(self.tr("Keep the secret key in the keychain"))
        self.form.addRow("", self._keep)
        self._keep_hint = self.add_hint(" ")
        if hint:
            told = self.add_hint(hint)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._single = QPushButton(self.tr("Add a single model with its own key…"))
        self._single.setAutoDefault(False)
        self._single.clicked.connect(self.single_model_requested)
        self.form.addRow("", self._single)
        self._busy = BusyLine()
        self.set_foot(self._busy)
        make_primary(self.confirm_button)
        self._region.currentIndexChanged.connect(self._on_region)
        self._address.textChanged.connect(self._on_address)
        self._secret.cleaned.connect(self._on_cleaned)
        self._secret.textChanged.connect(self._clear_key_trouble)
        self._region_shown: Account | None = None
        self.set_body(QWidget())
        self.show_keychain(is_lasting=is_lasting)
        self._on_region()

    def adjustSize(self) -> None:
        """As high as the rows are, as far as the screen allows."""
        if not hasattr(self, "_scroll"):
            return
        layout = self._scrolled.layout()
        if layout is not None:
            layout.activate()
        self._scroll.updateGeometry()
        wanted = QSize(max(self.sizeHint().width(), self.minimumSizeHint().width()), self.unscrolled_height())
        room = self.screen().availableSize() * _LARGEST_SHARE
        self.resize(wanted.boundedTo(room).expandedTo(QSize(self.width() if self.isVisible() else 0, 0)))

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

    def trouble(self) -> tuple[str, QWidget] | None:
        """The first field that is not right yet, but for the key."""
        try:
            self._chosen_address()
        except BadAddressError as error:
            return address_trouble_text(error.trouble), self._address
        return None

    def accept(self) -> None:
        """Have it tried, unless something is wrong already."""
        if self._is_busy:
            return
        self.clear_trouble()
        self._clear_key_trouble()
        if self.trouble() is not None:
            super().accept()  # which says so
            return
        key = self._secret.text()
        if key or self._kept_account() is None:
            wrong = secret_key_trouble(key, is_model_key=self._is_model_key(key))
            if wrong:
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
        self._busy.show_text(self.tr("Asking the service for the account's models…"))

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

    def show_refused(self, text: str) -> None:
        """Say below the field why not; what was typed stays, and is chosen, so that pasting takes its place."""
        self._end()
        self.form.setRowVisible(self._place, False)  # noqa: FBT003  Qt's own signature
        self._trouble_of_key.show_error(text)
        self._secret.setFocus(Qt.FocusReason.OtherFocusReason)
        self._secret.selectAll()
        self._scroll.ensureWidgetVisible(self._trouble_of_key)

    def show_keychain(self, *, is_lasting: bool | None) -> None:
        """Say what keeping the secret key brings, and where it would be."""
        brings = self.tr("Keys of models renew themselves before they end, and the service says what is live.")
        if is_lasting is False:
            brings += " " + self.tr("This computer has no keychain that can be used: it is kept for this session only.")
        self.say(self._keep_hint, brings)

    @Slot()
    def _clear_key_trouble(self) -> None:
        if self._trouble_of_key.text():
            self._trouble_of_key.clear()
            self.form.setRowVisible(self._place, True)  # noqa: FBT003  Qt's own signature
            self.adjustSize()

    @Slot()
    def _on_cleaned(self) -> None:
        self.say(self._note, self.tr("Spaces, line ends or invisible signs were taken out of the key."))
        self._clear_key_trouble()

    @Slot()
    def _on_region(self) -> None:
        self.form.setRowVisible(self._address, self._choice() == RegionChoice(Region.OWN))
        self._on_address()

    @Slot()
    def _on_address(self) -> None:
        is_own = self._choice() == RegionChoice(Region.OWN)
        self.say(self._address_hint, address_hint_text(self._address.text()) if is_own else "")
        account = self._kept_account()
        if account is not None:
            text = fill(self.tr("{0} is kept in the keychain. Paste another one to replace it."), _key(account))
        else:
            text = self.tr("Paste the account's secret key")
        self._secret.setPlaceholderText(text)
        if account != self._region_shown:
            self._keep.setChecked(account is not None)
            self._region_shown = account
        self.adjustSize()

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
