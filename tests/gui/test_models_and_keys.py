"""Adding, changing and removing models, and what becomes of their keys."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QWidget

from epa_gui.core.jobs.region import Region
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.ui.jobs.job_list_model import JobColumn
from tests.gui.at_desk import AtDesk


def test_a_key_is_cleaned_and_that_is_said(new_desk: Callable[[], AtDesk], practice: PracticeService) -> None:
    desk = new_desk()
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    desk.field(form, "API key", QLineEdit).setText(f"  {practice.api_key}\u200b\n")
    assert "characters were removed from the key" in desk.said()
    assert desk.field(form, "API key", QLineEdit).text() == practice.api_key
    form.reject()


def test_a_key_is_never_shown_again(desk: AtDesk, practice: PracticeService) -> None:
    desk.running_job()
    desk.actions.change_key.trigger()
    form = desk.dialog("Change the API key of “Sales forecast”")
    assert "••••1f3a" in desk.said()
    shown = [widget.toolTip() + widget.accessibleDescription() for widget in desk.window.findChildren(QWidget)]
    assert practice.api_key not in desk.said() + "".join(shown)
    form.reject()


def test_a_key_lies_in_no_file(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job()
    desk.save_results(job)
    desk.close()
    for file in desk.folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert practice.api_key.encode() not in content, file
            assert b"X-Amz-Signature" not in content, file


def test_without_a_keychain_it_is_said_before_the_key_is_typed(desk: AtDesk) -> None:
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    assert "kept for this session only" in desk.said()
    form.reject()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "Enter the address"),
        ("service.example.com", "Enter a web address"),
        ("http://service.example.com", "not encrypted"),
        ("https://me:secret@service.example.com", "without a user name"),
    ],
)
def test_an_address_that_cannot_be_used_is_explained(desk: AtDesk, address: str, words: str) -> None:
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    region = desk.field(form, "Region", QComboBox)
    region.setCurrentIndex(region.count() - 1)
    desk.field(form, "Name", QLineEdit).setText("Own")
    desk.field(form, "Service address", QLineEdit).setText(address)
    desk.press(form, "Add model")
    assert words in desk.said()
    assert desk.model("Own") is None
    form.reject()


def test_the_address_on_the_command_line_is_offered_first(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    model = desk.add_model("Here")
    assert model.region is Region.OWN
    assert model.address == desk.practice.url


def test_two_models_cannot_have_one_name(desk: AtDesk) -> None:
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    desk.field(form, "Name", QLineEdit).setText("SALES forecast")
    desk.press(form, "Add model")
    assert "There is already a model with this name" in desk.said()
    form.reject()


def test_a_model_is_renamed(desk: AtDesk) -> None:
    job = desk.running_job()
    desk.actions.rename_model.trigger()
    form = desk.dialog("Rename “Sales forecast”")
    desk.field(form, "Name", QLineEdit).setText("売上予測")
    desk.press(form, "Rename")
    desk.until(lambda: desk.rows()[0][JobColumn.MODEL] == "売上予測")
    assert desk.job(job.key).model == job.model


def test_the_chosen_model_stays_chosen_when_it_is_told_differently(desk: AtDesk) -> None:
    desk.running_job("Mine")
    desk.add_model("Other", desk.practice.issue_key(2002))
    desk.choose_model("Sales forecast")
    assert [row[JobColumn.NAME] for row in desk.rows()] == ["Mine"]
    desk.choose_model("Other")
    assert desk.rows() == []
    desk.actions.rename_model.trigger()
    form = desk.dialog("Rename “Other”")
    desk.field(form, "Name", QLineEdit).setText("Another")
    desk.press(form, "Rename")
    desk.until(lambda: any(line.startswith("Another") for line in desk.model_lines()))
    assert desk.rows() == [], "all models would show “Mine”"
    assert desk.chosen_model_line().startswith("Another")


def test_the_menu_of_a_model_is_about_the_one_under_the_pointer(desk: AtDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: shown.append(menu))  # there is no screen to show it on
    desk.add_model("Other", desk.practice.issue_key(2002))
    desk.choose_model("Other")
    models = desk.model_list()
    row = next(row for row, line in enumerate(desk.model_lines()) if line.startswith("Sales forecast"))
    models.customContextMenuRequested.emit(models.visualRect(models.model().index(row, 0)).center())
    (menu,) = shown
    assert desk.actions.rename_model in menu.actions()
    assert desk.chosen_model_line().startswith("Sales forecast")
    desk.actions.rename_model.trigger()
    desk.dialog("Rename “Sales forecast”").reject()


def test_removing_a_model_says_what_goes_with_it_and_can_be_undone(
    desk: AtDesk, keychain: SessionKeychain, practice: PracticeService
) -> None:
    job = desk.running_job("Kept")
    model = job.model
    desk.actions.remove_model.trigger()
    assert "Removed the model “Sales forecast” and its 1 job(s)." in desk.said()
    assert desk.rows() == []
    assert keychain.load(model) == practice.api_key
    desk.press(desk.window.messages, "Undo")
    desk.until(lambda: [row[0] for row in desk.rows()] == ["Kept"])


def test_a_removed_models_key_is_deleted_when_the_program_closes(desk: AtDesk, keychain: SessionKeychain) -> None:
    model = desk.running_job().model
    desk.actions.remove_model.trigger()
    assert keychain.load(model)
    desk.close()
    assert keychain.load(model) is None


def test_a_removed_models_key_is_deleted_at_the_next_start_after_a_crash(
    new_desk: Callable[[], AtDesk], keychain: SessionKeychain
) -> None:
    desk = new_desk()
    model = desk.add_model("Gone").id
    desk.session.repository.remove_model(model)
    desk.session.repository.undo_stack.clear()  # a killed program closes nothing
    desk.close()
    assert keychain.load(model)
    again = new_desk()
    again.until(lambda: keychain.load(model) is None)
    assert again.session.repository.models == {}
