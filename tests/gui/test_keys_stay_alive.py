"""Keys that stay alive: issued from the secret key, their end known, a warning in time, a new one by one click."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QToolButton

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.key_life import DAY
from epa_gui.core.jobs.model import Model
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import Fault
from tests.gui.at_desk import AtDesk


def _issue(desk: AtDesk, form: QDialog, *, secret: str = "", number: str = "1001", is_kept: bool = False) -> None:
    toggle = next(b for b in form.findChildren(QToolButton) if b.text() == "Issue a key with the secret key")
    if not toggle.isChecked():
        toggle.click()
    desk.field(form, "Secret key", QLineEdit).setText(secret or desk.practice.secret_key)
    desk.field(form, "Model ID", QLineEdit).setText(number)
    box = next(b for b in form.findChildren(QCheckBox) if b.isVisible())
    box.setChecked(is_kept)
    desk.press(form, "Issue key")


def _said(form: QDialog) -> str:
    return "\n".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def _add_with_secret(desk: AtDesk, *, is_kept: bool) -> Model:
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    desk.field(form, "Name", QLineEdit).setText("Issued")
    _issue(desk, form, is_kept=is_kept)
    desk.until(lambda: "A key was issued. It expires on" in _said(form))
    desk.press(form, "Add model")
    return desk.until(lambda: desk.model("Issued"))


def test_a_model_is_added_with_the_secret_key_alone(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    model = _add_with_secret(desk, is_kept=False)
    assert model.service_id == 1001
    assert not model.has_secret
    assert not model.key_end_is_about
    assert model.key_ends_at == pytest.approx(desk.clock() + 30 * DAY, abs=120)
    job = desk.running_job()
    assert desk.job(job.key).problem is None


def test_a_pasted_key_is_good_for_about_thirty_days(desk: AtDesk) -> None:
    model = desk.model("Sales forecast")
    assert model is not None
    assert model.key_end_is_about
    assert model.key_ends_at == pytest.approx(desk.clock() + 30 * DAY, abs=120)


def test_a_wrong_secret_key_is_said_in_the_form(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    _issue(desk, form, secret="wrong-secret-key-0000")
    desk.until(lambda: "The service did not accept the secret key." in _said(form))


def test_a_wrong_model_id_is_said_in_the_form(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    _issue(desk, form, number="4711")
    desk.until(lambda: "Compare the model ID with the one in the console." in _said(form))


def test_a_new_key_is_one_click_where_the_secret_key_is_kept(
    new_desk: Callable[[], AtDesk], keychain: SessionKeychain
) -> None:
    desk = new_desk()
    before = _add_with_secret(desk, is_kept=True)
    desk.close()
    desk = new_desk()  # nothing is left in memory: it comes from the keychain
    desk.issue_new_key("Issued")
    desk.until_new_key_is_told("Issued")
    desk.until(lambda: (desk.model("Issued") or before).key_hint != before.key_hint)
    desk.until(lambda: keychain.load(before.id) == desk.session.keys.key_of(before.id))  # it is kept in another thread


def test_without_a_kept_secret_key_the_form_asks_for_it(desk: AtDesk) -> None:
    desk.until(desk.actions.issue_key.isEnabled)
    desk.actions.issue_key.trigger()
    form = desk.dialog("Change the API key of “Sales forecast”")
    assert desk.field(form, "Secret key", QLineEdit).isVisible()
    _issue(desk, form)
    desk.until(lambda: "A key was issued." in _said(form))
    desk.press(form, "Change key")
    desk.until(lambda: (desk.model("Sales forecast") or Model("", "")).service_id == 1001)


def test_no_answer_when_issuing_is_said_and_can_be_tried_again(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.practice.misbehave(Fault.drop(), path="api-key", times=2)
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    _issue(desk, form)
    desk.until(lambda: "No key was issued." in _said(form))
    desk.practice.behave()
    desk.press(form, "Issue key")
    desk.until(lambda: "A key was issued." in _said(form))


def test_the_end_of_a_key_is_said_seven_days_before(desk: AtDesk) -> None:
    desk.pass_time(22 * DAY)
    assert "The API key of “Sales forecast” expires" not in desk.said()
    desk.pass_time(1.5 * DAY)
    desk.until(lambda: "The API key of “Sales forecast” expires about" in desk.said())
    desk.press(desk.window, "Enter the new key…")
    desk.dialog("Change the API key of “Sales forecast”")


def test_a_new_key_ends_the_warning(desk: AtDesk) -> None:
    desk.pass_time(25 * DAY)
    desk.until(lambda: "The API key of “Sales forecast” expires" in desk.said())
    desk.press(desk.window, "Enter the new key…")
    form = desk.dialog("Change the API key of “Sales forecast”")
    desk.field(form, "New API key", QLineEdit).setText(desk.practice.issue_key())
    desk.press(form, "Change key")
    desk.until(lambda: "The API key of “Sales forecast” expires" not in desk.said())


def test_the_sidebar_tells_until_when_the_key_is_good(desk: AtDesk) -> None:
    desk.until(lambda: any("until about" in line for line in desk.model_lines()))


def test_removing_a_model_takes_its_secret_key_away(new_desk: Callable[[], AtDesk], keychain: SessionKeychain) -> None:
    desk = new_desk()
    model = _add_with_secret(desk, is_kept=True)
    desk.until(lambda: keychain.load(f"{model.id}/secret key"))
    desk.until(desk.actions.remove_model.isEnabled)
    desk.actions.remove_model.trigger()
    desk.until(lambda: desk.model("Issued") is None)
    desk.close()
    assert keychain.load(model.id) is None
    assert keychain.load(f"{model.id}/secret key") is None


def test_neither_key_is_ever_in_a_file(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    model = _add_with_secret(desk, is_kept=True)
    api_key = desk.session.keys.key_of(model.id)
    assert api_key
    desk.close()
    written = b"".join(path.read_bytes() for path in desk.folder.rglob("*") if path.is_file())
    assert written
    for secret in (api_key, desk.practice.secret_key):
        assert secret.encode() not in written


def test_a_job_estimated_to_outlive_its_key_is_said_at_once(desk: AtDesk) -> None:
    model = desk.model("Sales forecast")
    assert model is not None
    now = desk.clock()
    long = Job("long", model.id, started_at=now - 50 * DAY, ended_at=now - 10 * DAY, going_at=now - 10 * DAY)
    desk.session.repository.add_jobs([replace(long, status="job_finished", next_check_at=math.inf)])
    going = Job("going", model.id, started_at=now, status="training", next_check_at=math.inf)
    desk.session.repository.add_jobs([going])
    desk.pass_time(31)
    desk.until(lambda: "A job is estimated to run longer." in desk.said())


def test_the_warning_names_the_day_and_is_not_repeated_once_closed(desk: AtDesk) -> None:
    desk.pass_time(25 * DAY)
    desk.until(lambda: "The API key of “Sales forecast” expires" in desk.said())
    desk.window.messages.close_message()
    desk.pass_time(0.5 * DAY)
    assert "The API key of “Sales forecast” expires" not in desk.said()


def test_a_key_goes_into_the_form_that_asked_for_it_and_no_other(desk: AtDesk) -> None:
    desk.add_model("Other", desk.practice.issue_key())
    first = desk.model("Sales forecast")
    assert first is not None
    desk.know_secret(first)
    desk.practice.misbehave(Fault.delay(0.5), path="api-key")
    desk.issue_new_key("Sales forecast")
    desk.choose_model("Other")
    desk.actions.change_key.trigger()
    form = desk.dialog("Change the API key of “Other”")
    desk.until_new_key_is_told("Sales forecast")
    assert desk.field(form, "New API key", QLineEdit).text() == ""


def test_a_secret_key_that_is_gone_from_the_keychain_is_said_as_such(desk: AtDesk) -> None:
    model = desk.model("Sales forecast")
    assert model is not None
    desk.session.repository.add_model(replace(model, service_id=1001, has_secret=True))
    desk.issue_new_key("Sales forecast")
    desk.until(lambda: "The secret key is not in this computer’s keychain." in desk.said())
    assert not (desk.model("Sales forecast") or model).has_secret


def test_a_key_entered_after_none_was_issued_ends_what_was_said_of_that(desk: AtDesk) -> None:
    model = desk.model("Sales forecast")
    assert model is not None
    desk.session.repository.add_model(replace(model, service_id=1001, has_secret=True))
    desk.session.key_controller.issue_new_key(model.id)
    desk.until(lambda: "The secret key is not in this computer’s keychain." in desk.said())
    desk.press(desk.window.messages, "Enter the new key…")
    form = desk.dialog("Change the API key of “Sales forecast”")
    desk.field(form, "New API key", QLineEdit).setText(desk.practice.issue_key())
    desk.press(form, "Change key")
    desk.until(lambda: "The secret key is not in this computer’s keychain." not in desk.said())


def test_no_key_is_asked_for_of_a_model_that_was_removed(desk: AtDesk) -> None:
    model = desk.model("Sales forecast")
    assert model is not None
    desk.session.repository.add_model(replace(model, service_id=1001, has_secret=True))
    desk.session.key_controller.issue_new_key(model.id)
    desk.until(lambda: "The secret key is not in this computer’s keychain." in desk.said())
    desk.until(desk.actions.remove_model.isEnabled)
    desk.actions.remove_model.trigger()
    desk.until(lambda: desk.model("Sales forecast") is None)
    assert "Enter the new key…" not in desk.said()
    assert "The secret key is not in this computer’s keychain." not in desk.said()


def test_a_kept_secret_key_can_be_given_up(new_desk: Callable[[], AtDesk], keychain: SessionKeychain) -> None:
    desk = new_desk()
    model = _add_with_secret(desk, is_kept=True)
    desk.session.key_controller.open_change_key(model.id, with_secret=True)
    form = desk.dialog("Change the API key of “Issued”")
    box = next(b for b in form.findChildren(QCheckBox) if b.isVisible())
    assert box.isChecked()
    box.setChecked(False)
    desk.field(form, "New API key", QLineEdit).setText(desk.practice.issue_key())
    desk.press(form, "Change key")
    desk.until(lambda: not (desk.model("Issued") or model).has_secret)
    desk.until(lambda: keychain.load(f"{model.id}/secret key") is None)
