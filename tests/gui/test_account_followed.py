"""What becomes of a connected account: new, renamed and deleted models, interrupted adding, keys that renew."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit

from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.key_life import DAY
from epa_gui.core.jobs.model import Model
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.practice.faults import Fault
from epa_gui.ui.account.models_table import Column
from tests.gui.at_desk import AtDesk
from tests.gui.test_connect_account import AtAccount
from tests.pauses import Pauses
from tests.timing import assert_at_best


@pytest.fixture
def connected(new_desk: Callable[[], AtDesk]) -> AtAccount:
    """An account whose secret key is kept, and one model of it in the list."""
    at_account = AtAccount(new_desk())
    dialog = at_account.models(keep=True)
    at_account.choose(dialog, "Store sales")
    at_account.desk.press(dialog, "Add chosen models")
    at_account.desk.until(at_account.desk.no_dialog)
    return at_account


def model_of(at_account: AtAccount) -> Model:
    """The one model there is."""
    (model,) = at_account.desk.session.repository.models.values()
    return model


def look_again(at_account: AtAccount) -> None:
    """Let a day pass, and the account be looked at."""
    before = at_account.account().models_asked_at
    at_account.desk.pass_time(DAY + 1)
    at_account.desk.until(lambda: at_account.account().models_asked_at > before)


def models_asked(practice: PracticeService) -> int:
    """How often the first page of the models was asked for."""
    return sum("/v1/external/models?offset=0" in seen.path for seen in practice.requests)


def test_the_account_is_looked_at_once_a_day(connected: AtAccount, practice: PracticeService) -> None:
    before = models_asked(practice)
    connected.desk.pass_time(DAY / 2)
    connected.desk.qtbot.wait(200)
    assert models_asked(practice) == before
    look_again(connected)
    assert models_asked(practice) == before + 1


def test_new_models_are_offered_once(connected: AtAccount, practice: PracticeService) -> None:
    look_again(connected)
    assert "new model" not in connected.desk.said()
    practice.issue_key(3001)  # which brings a model into being
    practice.rename_model("冬の需要", 3001)
    look_again(connected)
    connected.desk.until(lambda: "1 new model(s) in the account" in connected.desk.said())
    connected.desk.press(connected.desk.window.messages, "Show…")
    dialog = connected.shown()
    assert [model.name for model in dialog.table.chosen()] == ["冬の需要"]
    assert connected.cell(dialog, "冬の需要", Column.NOTE) == "New in the account"
    dialog.reject()
    connected.desk.until(lambda: "new model(s)" not in connected.desk.said())
    look_again(connected)
    connected.desk.qtbot.wait(50)
    assert "new model" not in connected.desk.said()


def test_a_renamed_model_follows(connected: AtAccount, practice: PracticeService) -> None:
    practice.rename_model("Store sales (EU)", 1002)
    look_again(connected)
    connected.desk.until(lambda: connected.desk.model("Store sales (EU)"))
    connected.desk.until(lambda: EventKind.MODEL_RENAMED in [event.kind for event in connected.desk.history()])


def test_a_model_that_was_named_here_keeps_its_name(connected: AtAccount, practice: PracticeService) -> None:
    connected.desk.session.repository.add_model(replace(model_of(connected), name="Mine"))
    practice.rename_model("Theirs", 1002)
    look_again(connected)
    assert model_of(connected).name == "Mine"


def test_a_deleted_model_is_told_at_the_model_and_stays(connected: AtAccount, practice: PracticeService) -> None:
    practice.delete_model(1002)
    look_again(connected)
    connected.desk.until(
        lambda: any(line.text == "No longer in the account" for line in connected.desk.card("Store sales").lines)
    )
    assert "may have been deleted" in connected.desk.card("Store sales").details


def test_who_was_interrupted_is_told_that_a_key_may_have_been_issued(
    new_desk: Callable[[], AtDesk], practice: PracticeService
) -> None:
    first = AtAccount(new_desk())
    dialog = first.models(keep=True)
    practice.misbehave(Fault.delay(20.0), path="model_id=1003")
    first.choose(dialog, "Store sales", "解約予測（法人）", "Delivery time")
    first.desk.press(dialog, "Add chosen models")
    first.desk.until(lambda: any("model_id=1003" in seen.path for seen in practice.requests))
    assert "Adding “解約予測（法人）”… 2 of 3" in first.desk.said()
    first.desk.close()
    issued = sum("credential_type=retrain" in seen.path for seen in practice.requests)
    second = AtAccount(new_desk())
    assert second.names() == {"Store sales"}
    second.desk.until(lambda: "Adding models was interrupted" in second.desk.said())
    assert sum("credential_type=retrain" in seen.path for seen in practice.requests) == issued
    second.desk.press(second.desk.window.messages, "Show…")
    again = second.shown()
    assert "key may have been issued" in second.cell(again, "解約予測（法人）", Column.NOTE)
    assert second.cell(again, "Delivery time", Column.NOTE) == ""
    assert [model.name for model in again.table.chosen()] == ["解約予測（法人）"]
    second.desk.press(again, "Add chosen models")
    second.desk.until(lambda: second.names() == {"Store sales", "解約予測（法人）"})
    second.desk.until(lambda: second.account().issuing == ())


def test_a_key_renews_itself_before_it_ends(connected: AtAccount, keychain: SessionKeychain) -> None:
    model = model_of(connected)
    connected.desk.until(lambda: keychain.load(model.id))
    before = keychain.load(model.id)
    connected.desk.pass_time(24 * DAY)
    connected.desk.qtbot.wait(100)
    assert model_of(connected).key_ends_at == model.key_ends_at, "six days are left"
    assert "expire" not in connected.desk.said(), "it will renew itself: nobody need know"
    connected.desk.pass_time(DAY + 60)
    connected.desk.until(lambda: (model_of(connected).key_ends_at or 0) > (model.key_ends_at or 0) + 20 * DAY)
    connected.desk.until(lambda: keychain.load(model.id) != before)
    connected.desk.until(lambda: [event.kind for event in connected.desk.history()].count(EventKind.KEY_ISSUED) == 2)
    assert "new key" not in connected.desk.said(), "no news"


def test_a_key_that_cannot_be_renewed_is_told_and_tried_again(connected: AtAccount, practice: PracticeService) -> None:
    practice.misbehave(Fault.service_error("This user may be deleted."), times=1, path="credential_type=retrain")
    end = model_of(connected).key_ends_at or 0
    connected.desk.pass_time(26 * DAY)
    connected.desk.until(lambda: "The key could not be renewed automatically." in connected.desk.said())
    model = model_of(connected).id
    assert model in connected.desk.session._services.key_watch.warnings
    connected.desk.pass_time(60)
    connected.desk.qtbot.wait(50)
    assert model_of(connected).key_ends_at == end, "not at once"
    connected.desk.pass_time(1000)
    connected.desk.until(lambda: (model_of(connected).key_ends_at or 0) > end)
    connected.desk.until(lambda: "could not be renewed" not in connected.desk.said())


def test_keys_are_not_renewed_where_that_is_switched_off(connected: AtAccount) -> None:
    repository = connected.desk.session.repository
    repository.change_settings(replace(repository.settings, renew_keys=False))
    end = model_of(connected).key_ends_at
    connected.desk.pass_time(26 * DAY)
    connected.desk.until(lambda: connected.desk.shows_button(connected.desk.window.messages, "Issue a new key"))
    assert model_of(connected).key_ends_at == end
    connected.desk.press(connected.desk.window.messages, "Issue a new key")
    connected.desk.until(lambda: model_of(connected).key_ends_at != end)


def test_a_secret_key_that_is_refused_later_is_told_once(connected: AtAccount, practice: PracticeService) -> None:
    practice.misbehave(Fault.service_error("invalid_api_key."), times=-1, path="/v1/external")
    connected.desk.pass_time(DAY + 1)
    connected.desk.until(lambda: connected.desk.shows_button(connected.desk.window.messages, "Enter the secret key…"))
    practice.behave()
    connected.desk.press(connected.desk.window.messages, "Enter the secret key…")
    connected.desk.press(connected.desk.dialog("Connect account"), "Connect")
    connected.shown().reject()
    connected.desk.until(
        lambda: not connected.desk.shows_button(connected.desk.window.messages, "Enter the secret key…")
    )


def test_a_key_is_not_renewed_while_a_job_of_the_model_runs(connected: AtAccount, practice: PracticeService) -> None:
    job_id = practice.start_job(seconds=40 * DAY, model_id=1002)
    connected.desk.add_job(job_id, model="Store sales")
    end = model_of(connected).key_ends_at
    connected.desk.pass_time(26 * DAY)
    connected.desk.qtbot.wait(100)
    assert model_of(connected).key_ends_at == end
    connected.desk.pass_time(3.5 * DAY)
    connected.desk.until(lambda: model_of(connected).key_ends_at != end)


def test_one_account_for_each_place(connected: AtAccount) -> None:
    account = connected.account().id
    connected.models(keep=False).reject()
    assert connected.account().id == account
    assert not connected.account().keeps_secret
    assert not connected.desk.session.keys.is_secret_key(connected.desk.practice.secret_key)


def test_a_model_that_was_there_before_belongs_to_the_account_too(desk: AtDesk, practice: PracticeService) -> None:
    model = desk.model("Sales forecast")
    assert model is not None
    desk.session.repository.add_model(replace(model, service_id=practice.model_id))
    at_account = AtAccount(desk)
    dialog = at_account.models(keep=True)
    assert at_account.cell(dialog, "Customer churn", Column.NOTE) == "Yes, as “Sales forecast”"
    dialog.reject()
    desk.issue_new_key("Sales forecast")
    desk.until_new_key_is_told("Sales forecast")


def test_five_hundred_models_hold_nothing_up(new_desk: Callable[[], AtDesk], practice: PracticeService) -> None:
    practice.switches.page = 30
    for number in range(3000, 3475):
        practice.issue_key(number)
        practice.rename_model(f"Model of shop {number}", number)
    at_account = AtAccount(new_desk())
    at_account.models().reject()  # what is loaded when it is first used is no matter of how many there are

    def longest_pause() -> float:
        form = at_account.open()
        at_account.desk.field(form, "Secret key", QLineEdit).setText(practice.secret_key)
        pauses = Pauses(time.thread_time)
        at_account.desk.press(form, "Connect")
        dialog = at_account.shown()
        assert dialog.table.rowCount() == 500
        at_account.desk.field(dialog, "Search models", QLineEdit).setText("shop 34")
        at_account.desk.qtbot.wait(50)
        at_account.desk.field(dialog, "Search models", QLineEdit).clear()
        at_account.box(dialog, "Choose all shown").click()
        at_account.desk.qtbot.wait(50)
        assert len(dialog.table.chosen()) == 500
        dialog.reject()
        return pauses.longest

    assert_at_best(0.1, longest_pause, tries=4)  # 0.04 alone on a computer; caches are shared with others
