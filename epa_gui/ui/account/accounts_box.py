"""The accounts that are connected, for Settings: what each service does not offer, and a way to disconnect it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from epa_gui.core.jobs.account import Account
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.account.account_text import account_name, keeping_text, lacking_text
from epa_gui.ui.base.form_dialog import Hint


class AccountsBox(QWidget):
    """A few lines for each account.

    Signals:
        disconnect_requested: That account is to be forgotten (its identity).
    """

    disconnect_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._shown: list[QWidget] = []
        self._accounts: dict[QPushButton, str] = {}

    def show_accounts(self, accounts: Iterable[Account], now: float) -> None:
        """Show these, or that there is none.

        Args:
            accounts: Those that are connected.
            now: Seconds since the epoch (UTC).
        """
        for widget in self._shown:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._accounts = {}
        self._shown = [self._line_of(account, now) for account in accounts]
        if not self._shown:
            self._shown = [Hint(self.tr("None is connected. Choose “Connect account…” in the File menu."))]
        for widget in self._shown:
            self._layout.addWidget(widget)
            widget.show()  # now: the layout would show it a moment later

    def _line_of(self, account: Account, now: float) -> QWidget:
        row = QWidget()
        text = "\n".join(
            part for part in (account_name(account), keeping_text(account), lacking_text(account, now)) if part
        )
        button = QPushButton(self.tr("Disconnect"))
        button.setAccessibleName(fill(self.tr("Disconnect {0}"), account_name(account)))
        button.setToolTip(self.tr("Deletes the account's keys from the keychain. Models stay, with their own keys."))
        button.setAutoDefault(False)
        button.clicked.connect(self._on_disconnect)
        self._accounts[button] = account.id
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(Hint(text))
        lines.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        return row

    @Slot()
    def _on_disconnect(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton) and pressed in self._accounts:
            self.disconnect_requested.emit(self._accounts[pressed])
