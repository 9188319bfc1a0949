"""Connecting an account: one secret key shows its models, and issues a key for each that is chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QTreeView

from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.account import Account
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.practice.faults import Fault
from epa_gui.ui.account.models_dialog import ModelsDialog
from epa_gui.ui.account.models_table import Column
from tests.gui.at_desk import AtDesk

NUMBERS_TITLE = MODELS_TITLE = "Models of the account"


class AtAccount:
    """A vocabulary for what is done with an account."""

    def __init__(self, desk: AtDesk) -> None:
        self.desk = desk

    def open(self) -> QDialog:
        """Choose "Connect account…"."""
        self.desk.actions.connect_account.trigger()
        return self.desk.dialog("Connect account")

    def connect(self, secret_key: str | None = None, *, keep: bool = False) -> QDialog:
        """Enter a secret key and press "Connect", without waiting for what comes of it."""
        form = self.open()
        self.desk.field(form, "Secret key", QLineEdit).setText(
            self.desk.practice.secret_key if secret_key is None else secret_key
        )
        if keep:
            self.box(form, "Keep the secret key in the keychain").setChecked(True)
        self.desk.press(form, "Connect")
        return form

    def models(self, secret_key: str | None = None, *, keep: bool = False) -> ModelsDialog:
        """Connect, and wait for the account's models."""
        self.connect(secret_key, keep=keep)
        return self.shown()

    def shown(self) -> ModelsDialog:
        """The account's models, once they are there."""

        def find() -> ModelsDialog | None:
            found = self.desk.window.findChildren(ModelsDialog)
            return next((each for each in found if each.isVisible() and each.table.rowCount()), None)

        return self.desk.until(find)

    def box(self, form: QDialog, text: str) -> QCheckBox:
        """A box of that text."""
        found = self.desk.button(form, text)
        assert isinstance(found, QCheckBox)
        return found

    def tree(self, dialog: QDialog) -> QTreeView:
        """The list of models."""
        return self.desk.field(dialog, "Models", QTreeView)

    def index(self, dialog: QDialog, name: str) -> QModelIndex:
        """The line of a model."""
        model = self.tree(dialog).model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        return next(index for index in indexes if index.data() == name)

    def choose(self, dialog: QDialog, *names: str) -> None:
        """Click the boxes of these models, by keyboard."""
        for name in names:
            index = self.index(dialog, name)
            self.tree(dialog).setCurrentIndex(index)
            self.desk.qtbot.keyClick(self.tree(dialog), Qt.Key.Key_Space)
            assert Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked

    def cell(self, dialog: QDialog, name: str, column: Column) -> str:
        """What the table says of a model."""
        return str(self.index(dialog, name).siblingAtColumn(column).data() or "")

    def account(self) -> Account:
        """The one account there is."""
        (account,) = self.desk.session.repository.accounts.values()
        return account

    def names(self) -> set[str]:
        """What the models in the list are called."""
        return {model.name for model in self.desk.session.repository.models.values()}


@pytest.fixture
def empty(new_desk: Callable[[], AtDesk]) -> AtAccount:
    """Somebody at a program with nothing in it."""
    return AtAccount(new_desk())


def test_three_models_of_the_account_are_taken_with_their_keys(
    empty: AtAccount, practice: PracticeService, keychain: SessionKeychain
) -> None:
    dialog = empty.models()
    assert dialog.table.rowCount() == 25
    empty.choose(dialog, "Store sales", "解約予測（法人）", "需要予測 2025")
    empty.desk.press(dialog, "Add chosen models")
    empty.desk.until(lambda: len(empty.names()) == 3)
    empty.desk.until(empty.desk.no_dialog)
    series = empty.desk.model("需要予測 2025")
    assert series is not None
    assert (series.service_id, series.target, series.kind, series.time_column) == (1008, "出荷数", "regression", "年月")
    assert series.account == empty.account().id
    empty.desk.until(lambda: all(keychain.load(model) for model in empty.desk.session.repository.models))
    kinds = [event.kind for event in empty.desk.history()]
    assert kinds.count(EventKind.KEY_ISSUED) == kinds.count(EventKind.MODEL_ADDED) == 3
    assert EventKind.ACCOUNT_CONNECTED in kinds
