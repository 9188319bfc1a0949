"""Connecting an account: one secret key shows its models, and issues a key for each that is chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QTreeView

from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.account import DEPLOY_KEY, SECRET_KEY, TRAIN_KEY, Account
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.core.text.foreign_text import without_isolates
from epa_gui.practice import PracticeService
from epa_gui.practice.faults import Fault
from epa_gui.ui.account.models_dialog import ModelsDialog
from epa_gui.ui.account.models_table import Column
from epa_gui.ui.account.number_dialog import NumberDialog
from tests.gui.at_desk import AtDesk

ENDINGS = (SECRET_KEY, TRAIN_KEY, DEPLOY_KEY)


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
        self.box(form, "Keep the secret key in the keychain").setChecked(keep)
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
            QTest.keyClick(self.tree(dialog), Qt.Key.Key_Space)
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
    issued = EventKind.KEY_ISSUED
    empty.desk.until(lambda: [event.kind for event in empty.desk.history()].count(issued) == 3)
    kinds = [event.kind for event in empty.desk.history()]
    assert kinds.count(EventKind.MODEL_ADDED) == 3
    assert EventKind.ACCOUNT_CONNECTED in kinds


def test_keys_are_in_the_keychain_and_nowhere_else(
    empty: AtAccount, practice: PracticeService, keychain: SessionKeychain
) -> None:
    dialog = empty.models(keep=True)
    empty.choose(dialog, "Store sales", "来店客数予測")
    empty.desk.press(dialog, "Add chosen models")
    empty.desk.until(lambda: len(empty.names()) == 2)
    account = empty.account().id
    entries = [*empty.desk.session.repository.models, *(account + end for end in ENDINGS)]
    empty.desk.until(lambda: all(keychain.load(entry) for entry in entries))
    keys = [str(keychain.load(entry)).partition(" ")[0] for entry in entries]
    assert practice.secret_key in keys
    assert not any(key in empty.desk.said() for key in keys)
    empty.desk.close()
    held = b"".join(file.read_bytes() for file in empty.desk.folder.rglob("*") if file.is_file())
    assert not [key for key in keys if key.encode() in held]


def test_a_secret_key_that_is_not_to_be_kept_is_gone_with_the_dialog(
    empty: AtAccount, practice: PracticeService, keychain: SessionKeychain
) -> None:
    dialog = empty.models()
    dialog.reject()
    account = empty.account()
    assert not account.keeps_secret
    assert not any(keychain.load(account.id + end) for end in ENDINGS)


def test_a_wrong_secret_key_is_told_below_its_field_and_stays_there(empty: AtAccount) -> None:
    form = empty.connect("practice-secret-key-wrong")
    empty.desk.until(lambda: "The secret key was not accepted: it is wrong" in empty.desk.said())
    assert "シークレットキー" in empty.desk.said()
    assert empty.desk.field(form, "Secret key", QLineEdit).text() == "practice-secret-key-wrong"
    assert not empty.desk.session.repository.accounts
    form.reject()


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("", "Paste the secret key."),
        ("https://user-api.predictionone.sony.biz/v1/groups/g/classifiers/c/inference", "address of a prediction API"),
        ("https://example.com", "This is a web address"),
        ("秘密", "is not a secret key"),
    ],
)
def test_what_cannot_be_a_secret_key_is_not_sent(
    empty: AtAccount, practice: PracticeService, pasted: str, words: str
) -> None:
    form = empty.connect(pasted)
    assert words in empty.desk.said()
    assert practice.requests == []
    form.reject()


def test_the_key_of_a_model_is_recognised(desk: AtDesk, practice: PracticeService) -> None:
    form = AtAccount(desk).connect(practice.api_key)
    assert "the API key of one model" in desk.said()
    form.reject()


def test_waiting_can_be_given_up(empty: AtAccount, practice: PracticeService) -> None:
    practice.misbehave(Fault.delay(30.0), path="/v1/external")
    form = empty.connect()
    empty.desk.press(form, "Cancel")
    assert form.isVisible()
    assert empty.desk.button(form, "Connect").isEnabled()
    form.reject()


def test_a_computer_that_is_offline_is_told_so(empty: AtAccount, practice: PracticeService) -> None:
    practice.misbehave(Fault.drop(), times=-1)
    form = empty.connect()
    empty.desk.until(lambda: "The account was not connected." in empty.desk.said())
    assert not empty.desk.session.repository.accounts
    form.reject()


def test_what_fails_for_one_of_ten_is_told_there_and_can_be_tried_again(
    empty: AtAccount, practice: PracticeService
) -> None:
    practice.misbehave(Fault.service_error("Not_found_credential."), path="model_id=1004")
    dialog = empty.models()
    names = [str(empty.tree(dialog).model().index(row, 0).data()) for row in range(10)]
    empty.choose(dialog, *names)
    empty.desk.press(dialog, "Add chosen models")
    empty.desk.until(lambda: len(empty.names()) == 9)
    empty.desk.until(lambda: "9 model(s) added · 1 could not be added" in empty.desk.said())
    assert "did not issue a key" in empty.cell(dialog, "Invoice paid late", Column.NOTE)
    assert "“Invoice paid late”: The service did not issue a key" in without_isolates(empty.desk.said())
    empty.desk.press(dialog, "Try again")
    empty.desk.until(lambda: "Invoice paid late" in empty.names())
    empty.desk.until(empty.desk.no_dialog)


def test_when_the_network_goes_the_rest_is_not_tried_one_after_the_other(
    empty: AtAccount, practice: PracticeService
) -> None:
    dialog = empty.models()
    practice.misbehave(Fault.drop(), times=-1, path="credential_type=retrain")
    empty.box(dialog, "Choose all shown").click()
    empty.desk.press(dialog, "Add chosen models")
    empty.desk.until(lambda: "23 not processed" in empty.desk.said())
    assert len(dialog.table.chosen()) == 25, "they can be tried again"
    dialog.reject()


def test_adding_ends_after_the_model_that_is_under_way(empty: AtAccount, practice: PracticeService) -> None:
    dialog = empty.models()
    practice.misbehave(Fault.delay(0.5), times=-1, path="credential_type=retrain")
    empty.box(dialog, "Choose all shown").click()
    empty.desk.press(dialog, "Add chosen models")
    empty.desk.until(lambda: "… 2 of 25" in empty.desk.said())
    empty.desk.press(dialog, "Cancel")
    empty.desk.until(lambda: "2 model(s) added · 23 not processed" in empty.desk.said())
    assert len(empty.names()) == 2
    dialog.reject()


def test_models_in_the_list_are_marked_and_cannot_be_chosen_again(empty: AtAccount) -> None:
    dialog = empty.models(keep=True)
    empty.choose(dialog, "Store sales")
    empty.desk.press(dialog, "Add chosen models")
    empty.desk.until(empty.desk.no_dialog)
    empty.desk.press(empty.open(), "Connect")  # with the key that is kept
    again = empty.shown()
    assert empty.cell(again, "Store sales", Column.NOTE) == "Yes"
    assert not empty.index(again, "Store sales").flags() & Qt.ItemFlag.ItemIsUserCheckable
    empty.box(again, "Choose all shown").click()
    assert len(again.table.chosen()) == 24
    again.reject()


def test_a_search_narrows_what_is_chosen_at_once(empty: AtAccount) -> None:
    dialog = empty.models()
    search = empty.desk.field(dialog, "Search models", QLineEdit)
    search.setText("churn")
    empty.box(dialog, "Choose all shown").click()
    assert "2 of 25 shown · 2 chosen" in empty.desk.said()
    search.setText("stays")
    assert empty.tree(dialog).model().rowCount() == 2, "the column to predict is looked through, too"
    search.setText("1019")
    assert empty.tree(dialog).model().rowCount() == 1, "and the number"
    search.clear()
    assert {model.name for model in dialog.table.chosen()} == {"Customer churn", "Customer churn (test)"}
    dialog.reject()


@pytest.mark.parametrize(
    "fault",
    [Fault.answer(404, b"{}"), Fault.answer(403, b'{"message": "Forbidden"}'), Fault.html(403), Fault.html(200)],
    ids=["404", "403", "403 HTML", "200 HTML"],
)
def test_where_models_are_not_listed_one_is_added_by_its_number(
    empty: AtAccount, practice: PracticeService, fault: Fault
) -> None:
    practice.misbehave(fault, times=-1, path="/v1/external/models")
    empty.connect()
    form = empty.desk.until(lambda: next((each for each in number_dialogs(empty.desk)), None))
    assert "does not list models" in empty.desk.said()
    empty.desk.field(form, "Model ID", QLineEdit).setText("1002")
    empty.desk.field(form, "Name", QLineEdit).setText("Shops")
    empty.desk.press(form, "Add model")
    empty.desk.until(lambda: "“Shops” was added" in empty.desk.said())
    model = empty.desk.model("Shops")
    assert model is not None
    assert model.service_id == 1002
    empty.desk.press(form, "Close")
    empty.desk.actions.settings.trigger()
    settings = empty.desk.dialog("Settings")
    assert "does not list models" in empty.desk.said()
    settings.reject()


def test_disconnecting_deletes_the_accounts_keys_and_no_other(empty: AtAccount, keychain: SessionKeychain) -> None:
    dialog = empty.models(keep=True)
    empty.choose(dialog, "Store sales")
    empty.desk.press(dialog, "Add chosen models")
    empty.desk.until(empty.desk.no_dialog)
    account = empty.account().id
    empty.desk.until(lambda: keychain.load(account + SECRET_KEY))
    empty.desk.actions.settings.trigger()
    settings = empty.desk.dialog("Settings")
    empty.desk.press(settings, "Disconnect")
    empty.desk.until(lambda: not any(keychain.load(account + end) for end in ENDINGS))
    assert "No account is connected" in empty.desk.said()
    settings.reject()
    assert all(keychain.load(model) for model in empty.desk.session.repository.models)
    empty.desk.until(lambda: EventKind.ACCOUNT_FORGOTTEN in [event.kind for event in empty.desk.history()])


def test_settings_lead_to_the_form_that_connects_an_account(empty: AtAccount) -> None:
    empty.desk.actions.settings.trigger()
    settings = empty.desk.dialog("Settings")
    empty.desk.press(settings, "Connect account…")
    empty.desk.dialog("Connect account").reject()
    settings.reject()


def test_the_columns_have_room_for_their_texts_and_nothing_is_scrolled_to_the_side(empty: AtAccount) -> None:
    dialog = empty.models()
    tree = empty.tree(dialog)
    empty.desk.until(lambda: not tree.horizontalScrollBar().maximum())
    dialog.resize(1100, dialog.height())
    QApplication.processEvents()
    assert not tree.horizontalScrollBar().maximum()
    for column in (Column.KIND, Column.UPDATED, Column.API):
        longest = max(tree.fontMetrics().horizontalAdvance(text) for text in dialog.table.longest_texts(column))
        assert tree.columnWidth(column) > longest, column
    dialog.reject()


def number_dialogs(desk: AtDesk) -> list[NumberDialog]:
    """The forms that add models by their numbers."""
    return [each for each in desk.window.findChildren(NumberDialog) if each.isVisible()]
