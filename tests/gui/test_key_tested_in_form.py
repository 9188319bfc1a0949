"""A key is tried in the form it is pasted into: a wrong one never gets into the list."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QProgressBar, QScrollArea

from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.field_trouble import FieldTrouble
from epa_gui.ui.base.key_place_text import key_place_text, prediction_key_text
from epa_gui.ui.keys.key_tests import KeyTests
from tests.gui.at_desk import AtDesk

WRONG = "wrong-key-wrong-key-0000"
PROBE = "epa-desktop-key-test"

NewDesk = Callable[[], AtDesk]


@pytest.fixture
def desk(new_desk: NewDesk) -> AtDesk:
    """Somebody at the window of an empty list."""
    return new_desk()


@pytest.fixture
def letters(qapp: QApplication) -> Iterator[None]:
    """More than twice the usual size, as the screen of these tests is no small one."""
    usual = qapp.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 3)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


def _fill(desk: AtDesk, api_key: str) -> QDialog:
    """Open Add model and enter a name and a key."""
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    desk.field(form, "Name", QLineEdit).setText("売上予測")
    desk.field(form, "API key", QLineEdit).setText(api_key)
    return form


def _add(desk: AtDesk, api_key: str) -> QDialog:
    form = _fill(desk, api_key)
    desk.press(form, "Add model")
    return form


def _wrong(desk: AtDesk, form: QDialog) -> str:
    """What stands below the key, as soon as something does."""
    return desk.until(form.findChildren(FieldTrouble)[0].text)


def _is_busy(form: QDialog) -> bool:
    return any(bar.isVisible() for bar in form.findChildren(QProgressBar))


def _probes(desk: AtDesk) -> int:
    return sum(PROBE in seen.path for seen in desk.practice.requests)


def test_a_good_key_adds_the_model_and_chooses_it(desk: AtDesk) -> None:
    _add(desk, desk.practice.api_key)
    desk.until(lambda: desk.model("売上予測"))
    assert desk.no_dialog()
    assert desk.chosen_model_line().startswith("売上予測")
    desk.until(lambda: "The service accepts the key of “売上予測”." in desk.said())
    assert _probes(desk) == 1


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("Not_found_credential.", "This is not the key for retraining"),
        ("invalid_api_key.", "The service does not know this key"),
        ("Inactive_credential.", "This key is wrong, or no longer active"),
    ],
)
def test_a_refused_key_is_an_error_below_its_field_that_names_the_right_key(
    desk: AtDesk, message: str, words: str
) -> None:
    desk.practice.misbehave(Fault.service_error(message))
    form = _add(desk, WRONG)
    said = _wrong(desk, form)
    assert words in said
    assert key_place_text() in said
    assert prediction_key_text() in said
    for name in (
        "API作成",
        "再学習/モデル切り替え",
        "ログインクレデンシャル",
        "取得",
        "Create API",
        "Login credentials",
    ):
        assert name in said
    assert form.isVisible()
    assert desk.model("売上予測") is None


def test_the_key_that_looks_like_the_right_one_is_named_first(desk: AtDesk) -> None:
    desk.practice.misbehave(Fault.service_error("Not_found_credential."))
    said = _wrong(desk, _add(desk, WRONG))
    assert said.index(prediction_key_text()) < said.index(key_place_text())


def test_after_a_refusal_what_was_typed_stays_and_the_next_key_is_pasted_over_it(
    desk: AtDesk, heard: list[str]
) -> None:
    form = _add(desk, WRONG)
    said = _wrong(desk, form)
    assert heard.count(" ".join(said.split())) == 1
    field = desk.field(form, "API key", QLineEdit)
    assert form.focusWidget() is field
    assert (field.text(), field.selectedText()) == (WRONG, WRONG)
    assert field.accessibleDescription() == said
    assert field.accessibleDescription()
    assert desk.field(form, "Name", QLineEdit).text() == "売上予測"
    field.insert(desk.practice.api_key)
    assert not form.findChildren(FieldTrouble)[0].text()
    assert not field.accessibleDescription()
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.until(lambda: desk.model("売上予測"))


def test_a_form_says_where_the_key_is_before_anything_is_wrong(desk: AtDesk) -> None:
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    assert key_place_text() in desk.said()
    assert prediction_key_text() in desk.said()
    form.reject()


def test_while_the_key_is_tested_the_form_says_so_and_takes_nothing(desk: AtDesk) -> None:
    desk.practice.misbehave(Fault.delay(20), path=PROBE)
    form = _add(desk, desk.practice.api_key)
    assert _is_busy(form)
    assert "Testing the key…" in desk.said()
    assert not desk.field(form, "Name", QLineEdit).isEnabled()
    assert not desk.field(form, "API key", QLineEdit).isEnabled()
    assert not desk.button(form, "Add model").isEnabled()
    assert desk.button(form, "Cancel").isEnabled()
    form.close()


@pytest.mark.parametrize("act", ["button", "Escape"])
def test_cancel_ends_the_waiting_at_once_and_leaves_the_form_as_it_was(desk: AtDesk, act: str) -> None:
    desk.practice.misbehave(Fault.delay(1), path=PROBE)
    form = _add(desk, desk.practice.api_key)
    desk.until(lambda: _probes(desk))
    if act == "button":
        desk.press(form, "Cancel")
    else:
        QTest.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert not _is_busy(form)
    field = desk.field(form, "API key", QLineEdit)
    assert field.isEnabled()
    assert field.text() == desk.practice.api_key
    assert desk.field(form, "Name", QLineEdit).text() == "売上予測"
    desk.qtbot.wait(1500)  # the answer, had anybody waited
    assert form.isVisible()
    assert desk.model("売上予測") is None
    desk.press(form, "Add model")
    desk.until(lambda: desk.model("売上予測"))


def test_a_form_closed_while_the_key_is_tested_adds_nothing(desk: AtDesk) -> None:
    desk.practice.misbehave(Fault.delay(1), path=PROBE)
    form = _add(desk, desk.practice.api_key)
    desk.until(lambda: _probes(desk))
    form.close()
    assert desk.no_dialog()
    desk.qtbot.wait(1500)
    assert desk.session.repository.models == {}


def test_the_program_can_be_left_while_a_key_is_tested(new_desk: NewDesk, practice: PracticeService) -> None:
    desk = new_desk()
    practice.misbehave(Fault.delay(20), path=PROBE)
    _add(desk, practice.api_key)
    desk.until(lambda: _probes(desk))
    (tests,) = [part for part in desk.session.shutdown if isinstance(part, KeyTests)]
    assert any(thread.isRunning() for thread in tests.threads)
    desk.close()
    assert not any(thread.isRunning() for thread in tests.threads)
    assert desk.session.repository.models == {}


def test_without_an_answer_the_model_can_be_added_all_the_same(desk: AtDesk) -> None:
    desk.practice.misbehave(Fault.drop(), path=PROBE, times=-1)
    form = _add(desk, desk.practice.api_key)
    said = _wrong(desk, form)
    assert "The key could not be tested. The connection to 127.0.0.1 was lost." in said
    assert desk.model("売上予測") is None
    desk.press(form, "Add without testing")
    desk.until(lambda: desk.model("売上予測"))
    assert desk.no_dialog()
    assert "accepts the key" not in desk.said()


def test_without_an_answer_the_key_can_be_tested_again(desk: AtDesk) -> None:
    desk.practice.misbehave(Fault.html(), path=PROBE)
    form = _add(desk, desk.practice.api_key)
    assert "The key could not be tested." in _wrong(desk, form)
    desk.press(form, "Add model")
    desk.until(lambda: desk.model("売上予測"))
    assert _probes(desk) == 2


def test_a_refusal_nobody_knows_is_shown_in_its_own_words(desk: AtDesk) -> None:
    desk.practice.misbehave(Fault.json({"message": "Come back on Monday."}, 403), path=PROBE)
    form = _add(desk, desk.practice.api_key)
    assert "Come back on Monday." in _wrong(desk, form)
    assert desk.shows_button(form, "Add without testing")
    form.reject()


def test_an_untested_key_that_is_refused_later_says_nothing_of_jobs_that_are_not_there(desk: AtDesk) -> None:
    desk.practice.misbehave(Fault.html(), path=PROBE)
    form = _add(desk, WRONG)
    _wrong(desk, form)
    desk.press(form, "Add without testing")
    desk.until(lambda: "売上予測: The service did not accept this model’s API key." in desk.said())
    assert "jobs are not checked" not in desk.said()
    desk.until(lambda: any("not accepted" in line for line in desk.model_lines()))
    assert not any("until" in line for line in desk.model_lines())
    desk.press(desk.window.messages, "Enter the new key…")
    form = desk.dialog("Change the API key of “売上予測”")
    desk.field(form, "New API key", QLineEdit).setText(desk.practice.api_key)
    desk.press(form, "Change key")
    desk.until(lambda: any("until about" in line for line in desk.model_lines()))


def test_a_refused_key_changes_nothing_of_the_one_in_use(desk: AtDesk) -> None:
    model = desk.add_model("Sales")
    desk.actions.change_key.trigger()
    form = desk.dialog("Change the API key of “Sales”")
    desk.field(form, "New API key", QLineEdit).setText(WRONG)
    desk.press(form, "Change key")
    assert "does not know this key" in _wrong(desk, form)
    form.reject()
    assert desk.session.keys.key_of(model.id) == desk.practice.api_key
    assert desk.session.repository.models[model.id].key_hint == "1f3a"


def test_a_key_can_be_changed_without_an_answer(desk: AtDesk, keychain: SessionKeychain) -> None:
    model = desk.add_model("Sales")
    fresh = desk.practice.issue_key()
    desk.practice.misbehave(Fault.drop(), path=PROBE, times=-1)
    desk.actions.change_key.trigger()
    form = desk.dialog("Change the API key of “Sales”")
    desk.field(form, "New API key", QLineEdit).setText(fresh)
    desk.press(form, "Change key")
    _wrong(desk, form)
    desk.press(form, "Change without testing")
    desk.until(lambda: keychain.load(model.id) == fresh)


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        (
            "https://user-api.predictionone.sony.biz/v1/groups/7/classifiers/4711/inference",
            "the address of a prediction API",
        ),
        ("https://console.example.com/", "a web address"),
    ],
)
def test_an_address_in_place_of_the_key_is_called_one_and_sent_nowhere(desk: AtDesk, pasted: str, words: str) -> None:
    form = _add(desk, pasted)
    assert words in _wrong(desk, form)
    assert key_place_text() in _wrong(desk, form)
    assert not desk.practice.requests
    form.reject()


def test_a_secret_key_that_is_kept_for_another_model_is_called_one(desk: AtDesk) -> None:
    desk.know_secret(desk.add_model("Sales"))
    asked = _probes(desk)
    form = _add(desk, desk.practice.secret_key)
    assert "This is the account’s secret key" in _wrong(desk, form)
    assert _probes(desk) == asked
    form.reject()


def test_a_secret_key_that_was_entered_in_the_form_is_called_one(desk: AtDesk) -> None:
    form = _fill(desk, desk.practice.secret_key)
    desk.press(form, "Issue a key with the secret key")
    desk.field(form, "Secret key", QLineEdit).setText(desk.practice.secret_key)
    desk.press(form, "Add model")
    assert "This is the account’s secret key" in _wrong(desk, form)
    assert not desk.practice.requests
    form.reject()


def test_with_large_letters_the_error_and_the_buttons_are_on_the_screen(letters: None, desk: AtDesk) -> None:
    desk.practice.misbehave(Fault.service_error("Not_found_credential."))
    form = _add(desk, WRONG)
    _wrong(desk, form)
    desk.press(form, "Issue a key with the secret key")
    (scrolled,) = form.findChildren(QScrollArea)
    bar = scrolled.verticalScrollBar()
    desk.until(bar.maximum)
    bar.setValue(bar.maximum())
    desk.press(form, "Add model")
    desk.until(lambda: "does not know this key" in _wrong(desk, form))
    assert form.height() <= form.screen().availableGeometry().height()
    seen = [desk.button(form, "Add model"), desk.button(form, "Cancel"), *form.findChildren(FieldTrouble)]
    desk.until(lambda: all(each.visibleRegion().boundingRect().height() == each.height() for each in seen))
    form.reject()
