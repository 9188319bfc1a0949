"""What becomes of a connected account: new, renamed and deleted models, interrupted adding, keys that renew."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.key_life import DAY
from epa_gui.core.jobs.model import Model
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.practice.faults import Fault
from epa_gui.ui.account.models_table import Column
from tests.gui.at_desk import AtDesk
from tests.gui.test_connect_account import AtAccount


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
        lambda: any(line.text == "Not in the account any more" for line in connected.desk.card("Store sales").lines)
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
    first.desk.until(lambda: "Adding 2 of 3" in first.desk.said())
    first.desk.close()
    issued = sum("credential_type=retrain" in seen.path for seen in practice.requests)
    second = AtAccount(new_desk())
    assert second.names() == {"Store sales"}
    second.desk.until(lambda: "ended while it added models" in second.desk.said())
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
    assert "ends" not in connected.desk.said(), "it will renew itself: nobody need know"
    connected.desk.pass_time(DAY + 60)
    connected.desk.until(lambda: (model_of(connected).key_ends_at or 0) > (model.key_ends_at or 0) + 20 * DAY)
    connected.desk.until(lambda: keychain.load(model.id) != before)
    connected.desk.until(lambda: [event.kind for event in connected.desk.history()].count(EventKind.KEY_ISSUED) == 2)
    assert "new key" not in connected.desk.said(), "no news"


def test_a_key_that_cannot_be_renewed_is_told_and_tried_again(connected: AtAccount, practice: PracticeService) -> None:
    practice.misbehave(Fault.service_error("This user may be deleted."), times=1, path="credential_type=retrain")
    end = model_of(connected).key_ends_at or 0
    connected.desk.pass_time(26 * DAY)
    connected.desk.until(lambda: "It could not renew itself." in connected.desk.said())
    model = model_of(connected).id
    assert model in connected.desk.session._services.key_watch.warnings
    connected.desk.pass_time(60)
    connected.desk.qtbot.wait(50)
    assert model_of(connected).key_ends_at == end, "not at once"
    connected.desk.pass_time(1000)
    connected.desk.until(lambda: (model_of(connected).key_ends_at or 0) > end)
    connected.desk.until(lambda: "could not renew" not in connected.desk.said())


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
