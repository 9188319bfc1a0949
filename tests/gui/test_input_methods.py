"""Japanese is typed through an input method: what is half written is left alone, and its Return presses nothing."""

import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from epa_gui.core.jobs.job_reference import job_id_in
from epa_gui.core.keys.key_text import clean_key
from epa_gui.ui.base.composition import Composition
from epa_gui.ui.base.key_field import KeyField
from epa_gui.ui.base.number_field import NumberField
from epa_gui.ui.history.history_window import HistoryWindow
from epa_gui.ui.jobs.job_list_model import JobColumn
from tests.gui.at_desk import AtDesk
from tests.gui.test_foreign_texts import loose_signs

FORMS = (
    "add_model",
    "connect_account",
    "add_job",
    "settings",
    "change_key",
    "rename_model",
    "prediction_check",
    "edit_job",
    "new_retraining",
    "switch_model",
)
HALF, WHOLE = "うりあげ", "売上"
MARKS = [*"\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"]

Field = QLineEdit | QPlainTextEdit


def compose(field: QWidget, half: str) -> None:
    """What the input method shows in the field while it is being written."""
    QCoreApplication.sendEvent(field, QInputMethodEvent(half, []))


def commit(field: QWidget, whole: str) -> None:
    """What was chosen of it."""
    event = QInputMethodEvent("", [])
    event.setCommitString(whole)
    QCoreApplication.sendEvent(field, event)


def text_of(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def fields(window: QWidget) -> Iterator[Field]:
    """Every field of a window that an input method writes in: not those for keys, where nothing is shown."""
    for field in window.findChildren(QLineEdit) + window.findChildren(QPlainTextEdit):
        is_open = field.isVisible() and field.isEnabled() and not field.isReadOnly()
        if is_open and field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) and field.focusProxy() is None:
            yield field


def opened(desk: AtDesk, name: str) -> QDialog:
    action = getattr(desk.actions, name)
    desk.until(action.isEnabled)
    action.trigger()
    return desk.until(lambda: next((d for d in desk.window.findChildren(QDialog) if d.isVisible()), None))


def shown(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def go_to(desk: AtDesk, field: QWidget) -> None:
    field.window().activateWindow()
    field.setFocus()
    desk.until(field.hasFocus)


# What is half written


@pytest.mark.parametrize("name", FORMS)
def test_in_every_field_of_every_form_a_word_is_written_through(desk: AtDesk, name: str) -> None:
    """Neither a check nor a filter sees half of it, and no word is cut, whatever the field is for."""
    desk.select(desk.finished_job())
    form = opened(desk, name)
    for field in list(fields(form)):
        go_to(desk, field)
        field.clear()
        said = shown(form)
        for half in ("う", "うり", HALF):
            compose(field, half)
            assert text_of(field) == "", "what is half written is no text yet"
        assert shown(form) == said, "nothing is checked before it is written"
        whole = "12" if isinstance(field, NumberField) else WHOLE
        commit(field, whole)
        assert text_of(field) == whole, f"the word is whole in {field.accessibleName()}"
        assert form.isVisible()
    form.reject()


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_the_key_that_ends_a_composition_does_nothing_to_the_form(desk: AtDesk, name: str, key: Qt.Key) -> None:
    desk.select(desk.finished_job())
    form = opened(desk, name)
    for field in list(fields(form)):
        go_to(desk, field)
        field.clear()
        said = shown(form)
        compose(field, HALF)
        QTest.keyClick(field, key)
        assert form.isVisible()
        assert form.result() == 0
        assert field.hasFocus()
        assert shown(form) == said, "no form says what is missing while a word is being written"
        commit(field, "")
    form.reject()


def test_the_next_return_is_the_forms_own(desk: AtDesk) -> None:
    form = opened(desk, "rename_model")
    field = desk.field(form, "Name", QLineEdit)
    go_to(desk, field)
    field.clear()
    compose(field, HALF)
    QTest.keyClick(field, Qt.Key.Key_Return)
    commit(field, WHOLE)
    assert form.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.until(lambda: desk.model(WHOLE))


def test_a_composition_that_was_left_holds_no_key_back_elsewhere(desk: AtDesk) -> None:
    form = opened(desk, "add_job")
    name, note = desk.field(form, "Name", QLineEdit), desk.field(form, "Note", QPlainTextEdit)
    go_to(desk, name)
    compose(name, HALF)
    go_to(desk, note)
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert note.toPlainText() == "\n"
    QTest.keyClick(form, Qt.Key.Key_Escape)
    desk.until(desk.no_dialog)


def test_a_half_written_word_is_not_searched_for(desk: AtDesk) -> None:
    desk.running_job("November")
    desk.running_job("売上 11月")
    search = desk.window.tool_bar.search
    go_to(desk, search)
    compose(search, HALF)
    desk.qtbot.wait(100)
    assert len(desk.rows()) == 2
    commit(search, WHOLE)
    desk.until(lambda: len(desk.rows()) == 1)
    assert search.text() == WHOLE


def test_escape_gives_up_a_word_and_not_the_history(desk: AtDesk) -> None:
    desk.running_job("November")
    desk.actions.history.trigger()
    view = desk.until(lambda: next((v for v in desk.window.findChildren(HistoryWindow) if v.isVisible()), None))
    go_to(desk, view.filters.search)
    compose(view.filters.search, HALF)
    QTest.keyClick(view.filters.search, Qt.Key.Key_Escape)
    assert view.isVisible()
    commit(view.filters.search, "")
    QTest.keyClick(view.filters.search, Qt.Key.Key_Escape)
    desk.until(lambda: not view.isVisible())


def test_a_switch_is_not_asked_for_by_the_return_of_its_reason(desk: AtDesk) -> None:
    dialog = desk.open_switch(desk.finished_job())
    reason = desk.field(dialog, "Reason", QLineEdit)
    go_to(desk, reason)
    compose(reason, HALF)
    QTest.keyClick(reason, Qt.Key.Key_Return)
    commit(reason, "精度が上がった")
    assert dialog.isVisible()
    assert reason.text() == "精度が上がった"
    assert desk.practice.live_job() is None
    dialog.reject()


# Wide digits and invisible signs


@pytest.mark.parametrize(
    ("written", "kept"), [("１２３", "123"), ("45\u200e", "45"), ("\u2066 7 \u2069", " 7 "), ("12a", "")]
)
def test_a_number_may_be_written_in_wide_digits(desk: AtDesk, written: str, kept: str) -> None:
    field = NumberField()
    desk.qtbot.addWidget(field)
    commit(field, written)
    assert field.text() == kept


@pytest.mark.parametrize("mark", MARKS, ids=unicodedata.name)
def test_invisible_signs_are_taken_out_of_a_key_and_that_is_told(desk: AtDesk, mark: str) -> None:
    pasted = f"{mark}abcd{mark}efgh-1234{mark}"
    assert clean_key(pasted).text == "abcdefgh-1234"
    assert job_id_in(f"{mark}abcd-ef{mark}") == "abcd-ef"
    for name, label in (("change_key", "New API key"), ("connect_account", "Secret key")):
        form = opened(desk, name)
        field = next(field for field in form.findChildren(KeyField) if field.isVisible())
        before = shown(form)
        field.insert(pasted)
        assert field.text() == "abcdefgh-1234", label
        (told,) = [text for text in shown(form) if text not in before and "invisible" in text]
        assert told
        form.reject()
        desk.until(desk.no_dialog)


@pytest.mark.parametrize("mark", MARKS, ids=unicodedata.name)
def test_a_name_keeps_its_signs_and_turns_no_words_round(desk: AtDesk, mark: str) -> None:
    job = desk.running_job(f"Nov{mark}ember")
    assert desk.job(job.key).name == f"Nov{mark}ember"
    desk.select(job)
    desk.until(lambda: desk.window.details.shown() == job.key)
    for text in (desk.cell(job, JobColumn.NAME), *shown(desk.window)):
        assert loose_signs(text) == [], ascii(text)


def test_a_field_that_is_deleted_while_it_has_the_keyboard_is_let_go_of(qtbot: QtBot) -> None:
    """As with a form that closes and goes at once: nothing is said to have gone wrong."""
    window, other = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    other.setParent(window)
    Composition(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    assert QApplication.focusWidget() is field
    delete(field)
    other.setFocus()
    assert QApplication.focusWidget() is other
