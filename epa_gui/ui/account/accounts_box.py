"""The accounts that are connected, for Settings: what each service does not offer, and a way to disconnect it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from epa_gui.core.jobs.account import Account
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.account.account_text import account_name, keeping_text, lacking_text
from epa_gui.ui.base.hint import Hint
from epa_gui.ui.base.speaking import speak


class AccountsBox(QWidget):
    """A few lines for each account.

    Signals:
        connect_requested: Another account is to be connected.
        disconnect_requested: That account is to be forgotten (its identity).
    """

    connect_requested = Signal()
    disconnect_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._connect = QPushButton()
        speak(self, lambda: self._connect.setText(self.tr("Connect account…")))
        self._connect.setAutoDefault(False)
        self._connect.clicked.connect(self.connect_requested)
        self._layout.addWidget(self._connect, alignment=Qt.AlignmentFlag.AlignLeft)
        self._shown: list[QWidget] = []
        self._accounts: dict[QPushButton, str] = {}
        self._told: tuple[tuple[Account, ...], float] = (), 0.0
        speak(self, self._say_again)

    def show_accounts(self, accounts: Iterable[Account], now: float) -> None:
        """Show these, or that there is none.

        Args:
            accounts: Those that are connected.
            now: Seconds since the epoch (UTC).
        """
        self._told = tuple(accounts), now
        self._say_again()

    def _say_again(self) -> None:
        accounts, now = self._told
        for widget in self._shown:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._accounts = {}
        self._shown = [self._line_of(account, now) for account in accounts]
        if not self._shown:
            self._shown = [Hint(self.tr("No account is connected."))]
        for place, widget in enumerate(self._shown):
            self._layout.insertWidget(place, widget)
            widget.show()  # now: the layout would show it a moment later

    def _line_of(self, account: Account, now: float) -> QWidget:
        row = QWidget()
        text = "\n".join(
            part for part in (account_name(account), keeping_text(account), lacking_text(account, now)) if part
        )
        button = QPushButton(self.tr("Disconnect"))
        button.setAccessibleName(fill(self.tr("Disconnect {0}"), account_name(account)))
        button.setToolTip(self.tr("Deletes the account’s keys from the keychain. Models stay, with their own keys."))
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
