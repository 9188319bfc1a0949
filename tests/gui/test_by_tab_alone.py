"""Whoever has no mouse comes to everything by Tab, back by Shift+Tab, and is kept nowhere."""

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.ui.account.models_dialog import ModelsDialog
from epa_gui.ui.account.number_dialog import NumberDialog
from epa_gui.ui.base.message import Message
from epa_gui.ui.history.fingerprint_dialog import FingerprintDialog
from epa_gui.ui.history.history_window import HistoryWindow
from epa_gui.ui.results.picture_view import PictureView
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.results.value_dialog import ValueDialog
from epa_gui.ui.updates.update_dialog import UpdateDialog
from epa_gui.ui.window.about_dialog import AboutDialog
from tests.gui.at_desk import AtDesk, Clock
from tests.gui.by_keyboard import assert_reached_by_tab, inputs, told
from tests.gui.test_prediction_check import around, confirmed, finished, model, until_recorded  # noqa: F401  fixtures
from tests.gui.test_results_window import classes, fetching, judged_job, start  # noqa: F401  fixtures

FORMS = (
    "add_model",
    "connect_account",
    "add_job",
    "settings",
    "change_key",
    "issue_key",
    "rename_model",
    "prediction_check",
    "edit_job",
    "new_retraining",
    "switch_model",
)


@pytest.fixture(autouse=True)
def _windows_stay_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """The platform without a screen has none, and warns."""
    monkeypatch.setattr(QWidget, "raise_", lambda _self: None)


def opened(desk: AtDesk, kind: type[QWidget] = QDialog) -> QWidget:
    """The window of that kind that is open."""
    return desk.until(lambda: next((w for w in desk.window.findChildren(kind) if w.isVisible() and w.isWindow()), None))


def until_drawn(desk: AtDesk, view: QWidget) -> None:
    """Its pictures are there: a thread that still loads what draws them cannot be woken when the program ends."""
    desk.qtbot.wait(300)
    desk.until(lambda: all(each.canvas.image() for each in view.findChildren(PictureView) if each.isVisible()))


# That the walk sees what is wrong


def test_the_walk_sees_a_field_that_keeps_the_keyboard(desk: AtDesk) -> None:
    form = QDialog(desk.window)
    layout = QVBoxLayout(form)
    layout.addWidget(QPushButton("One"))
    layout.addWidget(QPlainTextEdit())
    form.show()
    with pytest.raises(AssertionError, match="trapped in QPlainTextEdit"):
        assert_reached_by_tab(desk, form)


def test_the_walk_sees_what_it_cannot_reach(desk: AtDesk) -> None:
    form = QDialog(desk.window)
    layout = QVBoxLayout(form)
    left_out = QCheckBox("Four")
    for button in (QPushButton("One"), QRadioButton("Two"), QRadioButton("Three"), left_out):
        layout.addWidget(button)
    left_out.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    form.show()
    with pytest.raises(AssertionError, match="QCheckBox 'Four'"):
        assert_reached_by_tab(desk, form)


# The main window


def test_the_first_page(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.until(lambda: inputs(desk.window))
    assert_reached_by_tab(desk, desk.window)


def test_a_list_without_jobs(desk: AtDesk) -> None:
    reached = assert_reached_by_tab(desk, desk.window)
    assert desk.window.tool_bar.search in reached


def test_a_list_without_hits(desk: AtDesk) -> None:
    desk.running_job("November")
    desk.window.tool_bar.search.setText("nothing is called so")
    desk.until(lambda: desk.shows_button(desk.window, "Clear the search"))
    assert_reached_by_tab(desk, desk.window)


@pytest.mark.parametrize("state", ["in progress", "finished", "failed", "troubled", "saved", "live", "several"])
def test_the_list_with_a_job(desk: AtDesk, practice: PracticeService, state: str) -> None:
    job = (
        desk.running_job("November") if state in {"in progress", "failed", "troubled"} else desk.finished_job("October")
    )
    if state == "failed":
        practice.fail(job.id, "Not enough rows.")
        desk.check_now(job)
    elif state == "troubled":
        problem = Problem(ProblemKind.KEY_WRONG, "The other side's own words")
        desk.session.repository.change_job(replace(desk.job(job.key), problem=problem))
    elif state == "saved":
        desk.save_results(job)
    elif state == "live":
        desk.switch(job)
    desk.select(job)
    if state == "several":
        desk.select(job, desk.running_job("December"))
    desk.window.resize(1024, 700)  # in a narrower one the search is behind the toolbar's end, where Ctrl+F leads
    reached = assert_reached_by_tab(desk, desk.window)
    assert {desk.window.tool_bar.search, desk.window.table, desk.model_list()} <= set(reached)


def test_everything_the_service_said_is_reached_when_it_is_unfolded(desk: AtDesk) -> None:
    desk.select(desk.finished_job())
    desk.window.details.said.click()
    assert_reached_by_tab(desk, desk.window)


def test_messages_above_the_list(desk: AtDesk) -> None:
    desk.running_job()
    for number in range(3):
        desk.window.messages.say(functools.partial(Message, f"Trouble {number}", details="More", is_trouble=True))
    desk.actions.remove.trigger()
    reached = assert_reached_by_tab(desk, desk.window)
    folded = len(reached)
    desk.window.messages._warnings.unfold()
    desk.qtbot.wait(20)
    assert len(assert_reached_by_tab(desk, desk.window)) > folded


def test_practice_with_its_guide(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService, keychain: SessionKeychain
) -> None:
    desk = AtDesk(qtbot, tmp_path, clock, practice, keychain, is_practice=True, fetches_results=True)
    try:
        desk.until(lambda: desk.jobs() and desk.jobs()[0].verdict)
        desk.qtbot.wait(300)
        assert_reached_by_tab(desk, desk.window)
    finally:
        desk.close()


# Every form and window


@pytest.mark.parametrize("name", FORMS)
def test_each_form(desk: AtDesk, name: str) -> None:
    desk.select(desk.finished_job())
    action = getattr(desk.actions, name)
    desk.until(action.isEnabled)
    action.trigger()
    form = opened(desk)
    assert_reached_by_tab(desk, form)
    form.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: AboutDialog("EPA Desktop", "1.0", parent),
        FingerprintDialog,
        lambda parent: UpdateDialog("1.0", parent),
        lambda parent: ValueDialog(("yes", "no", "perhaps"), None, parent),
        lambda parent: NumberDialog(Account("a", Region.PRACTICE), parent),
    ],
    ids=["about", "fingerprint", "updates", "value", "number"],
)
def test_each_smaller_form(desk: AtDesk, make: Callable[[QWidget], QDialog]) -> None:
    form = make(desk.window)
    form.show()
    assert_reached_by_tab(desk, form)
    form.close()


def test_a_form_that_says_what_is_wrong(desk: AtDesk) -> None:
    desk.actions.add_model.trigger()
    form = opened(desk)
    form.accept()  # type: ignore[attr-defined]
    assert_reached_by_tab(desk, form)
    form.close()


def test_a_new_retraining_with_files_and_findings(desk: AtDesk, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    lines = ["name,plan,churned", *(f"c{n},{'ab'[n % 2]},{'yes' if n % 3 else 'no'}" for n in range(400)), "x,y"]
    path.write_text("\n".join(lines), encoding="cp932")
    desk.drop(path)
    form = desk.dialog("New retraining")
    desk.until(lambda: not desk.shows_button(form, "Stop checking"))
    assert_reached_by_tab(desk, form)
    form.close()


def test_the_models_of_an_account(desk: AtDesk, practice: PracticeService) -> None:
    desk.actions.connect_account.trigger()
    form = opened(desk)
    desk.field(form, "Secret key", QLineEdit).setText(practice.secret_key)
    form.accept()  # type: ignore[attr-defined]
    models = desk.until(lambda: next((d for d in desk.window.findChildren(ModelsDialog) if d.isVisible()), None))
    desk.until(lambda: len(inputs(models)) > 3)
    assert_reached_by_tab(desk, models)
    models.close()


@pytest.mark.parametrize("tab", [0, 1])
def test_the_history(desk: AtDesk, tab: int) -> None:
    desk.select(desk.finished_job())
    desk.actions.history.trigger()
    view = opened(desk, HistoryWindow)
    assert isinstance(view, HistoryWindow)
    desk.until(lambda: view.table.model().rowCount() > 0)
    view.tabs.setCurrentIndex(tab)
    desk.qtbot.wait(50)
    assert_reached_by_tab(desk, view)
    view.close()


def test_each_page_of_the_results(fetching: AtDesk) -> None:  # noqa: F811  the fixture
    first = judged_job(fetching, classes(), name="October")
    job = judged_job(fetching, classes(new_only=100, old_only=20))
    fetching.clock.advance(60)
    assert first.key != job.key
    fetching.select(job)
    fetching.until(fetching.actions.open_results.isEnabled)
    fetching.actions.open_results.trigger()
    view = opened(fetching, ResultsWindow)
    assert isinstance(view, ResultsWindow)
    fetching.until(lambda: view.results is not None)
    assert isinstance(view, QMainWindow)
    wrong = []
    for place in range(view.tabs.count()):
        view.tabs.setCurrentIndex(place)
        until_drawn(fetching, view)
        try:
            assert_reached_by_tab(fetching, view)
        except AssertionError as error:
            wrong.append(f"{view.tabs.tabText(place)}: {error}")
    assert wrong == []
    view.close()


def test_the_comparison_of_two_jobs(fetching: AtDesk) -> None:  # noqa: F811  the fixture
    one = judged_job(fetching, classes(), name="October")
    two = judged_job(fetching, classes(new_only=100, old_only=20))
    fetching.select(one, two)
    fetching.until(fetching.actions.compare_jobs.isEnabled)
    fetching.actions.compare_jobs.trigger()
    view = opened(fetching, ResultsWindow)
    until_drawn(fetching, view)
    assert_reached_by_tab(fetching, view)
    view.close()


def test_the_check_before_a_switch_that_rows_were_not_answered_in(
    desk: AtDesk,
    practice: PracticeService,
    around: Model,  # noqa: F811  the fixture
) -> None:
    job = finished(desk, practice, "November")
    practice.switches.prediction_limit = 3
    form = confirmed(desk, job)
    desk.until(lambda: desk.shows_button(form, "Switch anyway"))
    reached = assert_reached_by_tab(desk, form)
    assert {desk.button(form, "Switch anyway"), desk.button(form, "Do not switch")} <= set(reached)
    form.close()
    assert around.checks_predictions


def test_the_predictions_before_and_after_a_switch(
    desk: AtDesk,
    practice: PracticeService,
    around: Model,  # noqa: F811  the fixture
) -> None:
    job = finished(desk, practice, "November")
    desk.switch(job)
    until_recorded(desk, EventKind.PREDICTIONS_COMPARED)
    desk.select(job)
    desk.until(lambda: desk.shows_button(desk.window.details, "Show…"))
    desk.press(desk.window.details, "Show…")
    form = desk.dialog("Predictions before and after the switch")
    reached = assert_reached_by_tab(desk, form)
    assert desk.field(form, "Predictions before and after the switch", QTreeView) in reached
    form.close()
    assert around.checks_predictions


def test_results_that_cannot_be_had(desk: AtDesk) -> None:
    desk.select(desk.finished_job())
    desk.until(desk.actions.open_results.isEnabled)
    desk.actions.open_results.trigger()
    view = opened(desk, ResultsWindow)
    desk.qtbot.wait(300)
    assert_reached_by_tab(desk, view)
    view.close()


def test_tab_leaves_a_note_and_ctrl_tab_writes_nothing(desk: AtDesk) -> None:
    desk.actions.add_job.trigger()
    form = opened(desk)
    note = desk.field(form, "Note", QPlainTextEdit)
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert note.toPlainText() == ""
    assert not note.hasFocus(), told(note)
    form.close()
