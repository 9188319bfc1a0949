"""How the form stands is decided from what is known of its files, and said in words and colours."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.finding import OVERRULABLE, STOPS, Finding, FindingKind
from epa_gui.core.dataset.inspection import Inspection
from epa_gui.ui.base.page import sized
from epa_gui.ui.base.tinting import ATTENTION, DONE, FAILED, INFO
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.retraining.form_state import FormState, form_state, state_words, unsent_reason
from epa_gui.ui.retraining.state_box import StateBox
from tests.ui.retraining.inspections import NO_BOM, TWO_NAMES, UNREADABLE, fixable, inspection, reading

EMPTY = Inspection({}, {})
NO_TABLE = inspection(UNREADABLE, training=replace(reading(), columns=(), preview=()))
CASES = {
    FormState.EMPTY: EMPTY,
    FormState.READING: inspection(NO_BOM, is_reading=True),
    FormState.STOPPED: inspection(TWO_NAMES, NO_BOM),
    FormState.BROKEN_OFF: inspection(training=reading(is_whole=False)),
    FormState.SUGGESTED: inspection(NO_BOM),
    FormState.READY: inspection(),
}


@pytest.mark.parametrize("state", FormState)
def test_each_state_is_told_from_the_others(state: FormState) -> None:
    assert form_state(CASES[state]) is state


def test_what_is_fixed_in_the_copy_stops_no_more() -> None:
    assert form_state(inspection(mended=[NO_BOM])) is FormState.READY
    assert "No problems left: 1 fixed in the copy" in state_words(inspection(mended=[NO_BOM])).text


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (inspection(TWO_NAMES), "1 problem(s) to fix"),
        (inspection(evaluation=[TWO_NAMES]), "1 problem(s) to fix in the evaluation file"),
        (inspection(TWO_NAMES, evaluation=[TWO_NAMES]), "2 problem(s) to fix in both files"),
    ],
)
def test_it_says_which_file_is_stopped(found: Inspection, title: str) -> None:
    assert state_words(found).title == title


def test_it_says_how_many_can_be_fixed() -> None:
    words = state_words(inspection(TWO_NAMES, NO_BOM, fixable(1)))
    assert words.title == "1 problem(s) to fix · 2 suggestion(s)"
    assert words.text.startswith("2 can be fixed in the copy that is sent")
    assert "Correct the file, save it" in state_words(inspection(TWO_NAMES)).text


def test_where_another_file_is_needed_the_box_leaves_saying_so_to_the_finding() -> None:
    words = state_words(NO_TABLE)
    assert (words.title, words.text) == ("1 problem(s) to fix", "")


@pytest.mark.parametrize("state", FormState)
def test_there_is_a_reason_exactly_where_nothing_can_be_sent(state: FormState) -> None:
    found = CASES[state]
    assert bool(unsent_reason(found, has_model=True, in_spite=False)) is not found.can_send()
    assert unsent_reason(found, has_model=False, in_spite=False) == "Add the model first."


@pytest.mark.usefixtures("english_plurals")
def test_the_reason_counts_the_problems() -> None:
    one, two = inspection(UNREADABLE), inspection(UNREADABLE, TWO_NAMES)
    assert unsent_reason(one, has_model=True, in_spite=False) == "Fix the problem first."
    assert unsent_reason(two, has_model=True, in_spite=False) == "Fix the problems first."


def test_only_what_rests_on_the_manual_alone_can_be_overruled() -> None:
    assert OVERRULABLE < STOPS
    assert inspection(TWO_NAMES).can_send(in_spite=True)
    assert not inspection(TWO_NAMES).can_send()
    assert not inspection(TWO_NAMES, UNREADABLE).can_send(in_spite=True)
    assert not inspection(TWO_NAMES, training=reading(is_whole=False)).can_send(in_spite=True)
    assert not inspection(TWO_NAMES, training=reading(is_whole=False)).can_be_overruled, "nobody is asked in vain"
    assert not inspection(TWO_NAMES, is_reading=True).can_send(in_spite=True)
    for kind in (FindingKind.NOT_THERE, FindingKind.NOT_DECODABLE, FindingKind.CHANGED_WHILE_READ):
        assert not Finding(kind).can_be_overruled


def _visible_buttons(box: StateBox) -> list[str]:
    return [button.text() for button in box.findChildren(QPushButton) if not button.isHidden()]


@pytest.fixture
def box(qtbot: QtBot) -> StateBox:
    made = StateBox()
    qtbot.addWidget(made)
    made.resize(900, 60)
    made.show()
    return made


@pytest.mark.parametrize(
    ("state", "colour", "buttons"),
    [
        (FormState.EMPTY, INFO, []),
        (FormState.READING, INFO, ["Stop checking"]),
        (FormState.STOPPED, FAILED, ["Fix 1 in the copy", "Check again"]),
        (FormState.BROKEN_OFF, ATTENTION, ["Check again"]),
        (FormState.SUGGESTED, ATTENTION, ["Fix 1 in the copy", "Check again"]),
        (FormState.READY, DONE, ["Check again"]),
    ],
)
def test_the_box_has_the_colour_and_the_buttons_of_the_state(
    box: StateBox, state: FormState, colour: object, buttons: list[str]
) -> None:
    box.show_inspection(CASES[state])
    assert box._color == colour
    assert _visible_buttons(box) == buttons


def test_a_title_without_more_to_say_stands_in_the_middle_of_the_box(box: StateBox) -> None:
    box.show_inspection(NO_TABLE)
    QApplication.processEvents()
    title = next(text for text in box.findChildren(Text) if "problem" in text.text())
    picture = next(label for label in box.findChildren(QLabel) if not label.pixmap().isNull())
    for part in (title, picture):
        middle = part.mapTo(box, part.rect().center()).y()
        assert abs(middle - box.rect().center().y()) <= 1
    assert title.alignment() & Qt.AlignmentFlag.AlignVCenter


@pytest.mark.parametrize("size", [1.0, 0.65])
def test_nothing_below_the_box_moves_while_a_file_is_read(qtbot: QtBot, qapp: QApplication, size: float) -> None:
    before = qapp.font()
    qapp.setFont(sized(before, size, is_bold=False))  # as on Windows, where letters are small beside buttons
    try:
        box = StateBox()
        qtbot.addWidget(box)
        box.resize(1400, 60)  # where each text has one line
        box.show()
        heights = set()
        for found in (*CASES.values(), NO_TABLE):
            box.show_inspection(found)
            heights.add(max(box.minimumHeight(), box.heightForWidth(1400)))
    finally:
        qapp.setFont(before)
    assert len(heights) == 1


def test_a_screen_reader_hears_once_how_it_came_out(box: StateBox, heard: list[str]) -> None:
    box.show()
    box.show_inspection(EMPTY)
    assert heard == [], "it is read with the form"
    for _ in range(3):
        box.show_inspection(CASES[FormState.READING])
    for _ in range(2):
        box.show_inspection(CASES[FormState.READY])
    assert heard == ["Ready to send. No problems found. Nothing in your file needs to be changed."]
