"""The settings: their form, and what becomes of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.jobs.settings import Settings
from epa_gui.ui.account.account_controller import AccountController
from epa_gui.ui.base.common_text import keychain_name
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.keychain_text import keychain_wait_text
from epa_gui.ui.base.repository import Repository

if TYPE_CHECKING:
    from epa_gui.ui.window.settings_dialog import SettingsDialog

translate = QCoreApplication.translate


class SettingsController(QObject):
    """Opens the form and takes over what was set.

    Signals:
        language_chosen: Another language was set (``system``, or its code).
    """

    language_chosen = Signal(str)

    def __init__(self, window: QWidget, repository: Repository, keys: KeyStore, accounts: AccountController) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._keys = keys
        self._accounts = accounts
        self._form: SettingsDialog | None = None
        keys.keychain_changed.connect(self._on_keychain)
        keys.waiting_changed.connect(self._on_keychain)
        repository.accounts_changed.connect(self._on_accounts)
        repository.settings_changed.connect(self._on_settings)

    @Slot()
    def open(self) -> None:
        """Open the form."""
        from epa_gui.ui.window.settings_dialog import SettingsDialog  # noqa: PLC0415  forms are loaded when first opened

        dialog = SettingsDialog(self._repository.settings, self._keychain_text, self._window)
        self._keys.open()
        dialog.accepted.connect(self._on_accepted)
        dialog.finished.connect(self._on_closed)
        dialog.accounts.connect_requested.connect(self._accounts.open)
        dialog.accounts.disconnect_requested.connect(self._accounts.disconnect_account)
        self._form = dialog
        self._on_accounts()
        dialog.open()

    def _keychain_text(self) -> str:
        if self._keys.is_lasting is None:
            return keychain_wait_text() if self._keys.waits() else "…"
        if not self._keys.is_lasting:
            return translate("SettingsController", "None: keys are kept until you quit EPA Desktop")
        return keychain_name(self._keys.name)

    @Slot()
    def _on_keychain(self) -> None:
        if self._form is not None:
            self._form.show_keychain(self._keychain_text)

    @Slot()
    def _on_accounts(self) -> None:
        if self._form is not None:
            self._form.accounts.show_accounts(self._repository.accounts.values(), self._repository.clock())
            self._form.adjustSize()

    @Slot()
    def _on_accepted(self) -> None:
        if self._form is not None:
            before = self._repository.settings.language
            self._repository.change_settings(self._form.settings())
            after = self._repository.settings.language
            if after != before:
                self.language_chosen.emit(after)

    @Slot(object)
    def _on_settings(self, settings: Settings) -> None:
        """The language may have been chosen in the other window: saving this form is not to bring the old one back."""
        if self._form is not None:
            self._form.follow_language(settings.language)

    @Slot()
    def _on_closed(self) -> None:
        self._form = None
