"""In the history, names are read whole where there is room, and nothing stands far from what it belongs to."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import Author, EventKind, HistoryEntry, HistoryEvent
from epa_gui.ui.base.page import em
from epa_gui.ui.history.entry_details import EntryDetails
from epa_gui.ui.history.history_model import Filter, HistoryColumn, HistoryModel
from epa_gui.ui.history.history_table import HistoryTable
from epa_gui.ui.history.history_window import HistoryWindow

LONG_MODEL = "Demand for spare parts of all European warehouses"
LONG_JOB = "Week 47, Switzerland, Austria and South Tyrol"


def entry(number: int, model: str, job: str, user: str = "") -> HistoryEntry:
    event = HistoryEvent(EventKind.SWITCH_ASKED, 1e9 + number, model, model, f"j{number}", job)
    return HistoryEntry(number, event, "", Author(user, "1"), "p", "f")


class Shown:
    """The table of a few entries, in a wide window."""

    def __init__(self, qtbot: QtBot, *entries: HistoryEntry) -> None:
        self.model = HistoryModel()
        self.model.add_page(entries)
        self.table = HistoryTable(self.model)
        self.model.setParent(self.table)
        qtbot.addWidget(self.table)
        self.table.resize(em(self.table, 160), 400)
        self.table.show()

    def room_of(self, column: HistoryColumn) -> int:
        return self.table.columnWidth(column)

    def needs(self, text: str) -> int:
        return self.table.fontMetrics().horizontalAdvance(text)


def test_a_name_that_is_longer_than_usual_is_whole_where_there_is_room(qtbot: QtBot) -> None:
    shown = Shown(qtbot, entry(2, LONG_MODEL, LONG_JOB), entry(1, "Prices", "May"))
    assert shown.room_of(HistoryColumn.MODEL) > shown.needs(LONG_MODEL)
    assert shown.room_of(HistoryColumn.JOB) > shown.needs(LONG_JOB)


def test_a_longer_name_that_comes_later_gets_its_room_too(qtbot: QtBot) -> None:
    shown = Shown(qtbot, entry(1, "Prices", "May"))
    shown.model.add_new([entry(2, LONG_MODEL, "May")])
    assert shown.room_of(HistoryColumn.MODEL) > shown.needs(LONG_MODEL)


def test_short_names_of_jobs_leave_their_room_to_the_models(qtbot: QtBot) -> None:
    shown = Shown(qtbot, entry(1, LONG_MODEL, "May"))
    needed = (
        shown.room_of(HistoryColumn.TIME) + shown.needs(LONG_MODEL) + shown.needs("Job, and room") + em(shown.table, 24)
    )
    shown.table.resize(needed, 400)
    assert shown.room_of(HistoryColumn.MODEL) > shown.needs(LONG_MODEL)


def test_a_name_as_long_as_the_window_leaves_room_for_what_was_done(qtbot: QtBot) -> None:
    shown = Shown(qtbot, entry(1, LONG_MODEL * 5, LONG_JOB * 5))
    assert shown.room_of(HistoryColumn.MODEL) <= em(shown.table, 30)
    assert sum(map(shown.room_of, HistoryColumn)) <= shown.table.viewport().width()


def test_a_width_that_a_person_gave_stays_when_the_window_is_resized(qtbot: QtBot) -> None:
    shown = Shown(qtbot, entry(1, LONG_MODEL, "May"))
    shown.table.setColumnWidth(HistoryColumn.MODEL, 77)
    shown.table.resize(em(shown.table, 100), 400)
    assert shown.table.own_widths() == {HistoryColumn.MODEL: 77}


def test_there_is_a_column_of_users_only_where_an_entry_has_one(qtbot: QtBot) -> None:
    shown = Shown(qtbot, entry(1, "Prices", "May"))
    assert shown.table.isColumnHidden(HistoryColumn.USER)
    shown.model.add_new([entry(2, "Prices", "May", "tanaka")])
    assert not shown.table.isColumnHidden(HistoryColumn.USER)


def test_whose_it_was_stands_beside_when_it_was_and_what_was_done_comes_last(qtbot: QtBot) -> None:
    header = Shown(qtbot, entry(1, "Prices", "May", "tanaka")).table.header()
    places = [header.sectionPosition(column) for column in (HistoryColumn.MODEL, HistoryColumn.JOB, HistoryColumn.WHAT)]
    assert places == sorted(places)


@pytest.mark.parametrize("labels", [("ID", "Job"), ("Fingerprint of the entry before", "Job")])
def test_values_stand_beside_the_longest_of_their_labels(qtbot: QtBot, labels: tuple[str, str]) -> None:
    details = EntryDetails()
    qtbot.addWidget(details)
    details.resize(900, 300)
    details.show()
    details.show_facts([(label, "value") for label in labels])
    text = details.findChild(QTextEdit)
    assert text is not None
    cursor = text.document().find("value")
    cursor.setPosition(cursor.selectionStart(), QTextCursor.MoveMode.MoveAnchor)
    longest = max(text.fontMetrics().horizontalAdvance(label) for label in labels)
    assert longest < text.cursorRect(cursor).left() <= longest + 2 * em(text)


@pytest.fixture
def window(qtbot: QtBot) -> HistoryWindow:
    model = HistoryModel()
    model.add_page([entry(1, "Prices", "May")])
    made = HistoryWindow(model, lambda: 1e9)
    model.setParent(made)
    qtbot.addWidget(made)
    made.filters.show_models({"Prices": "Prices"})
    made.show_loading(is_loading=False)
    made.show()
    return made


def _empty_button(window: HistoryWindow) -> QPushButton:
    (found,) = (button for button in window.findChildren(QPushButton) if button.isVisible() and button.isDefault())
    return found


def _said(window: HistoryWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_what_finds_nothing_is_cleared_as_in_the_list_of_jobs(window: HistoryWindow) -> None:
    window.filters.look_for(Filter("zzz", "Prices"))
    assert "No entry matches the search." in _said(window)
    assert _empty_button(window).text() == "Clear the search"
    _empty_button(window).click()
    assert window.filters.filter() == Filter(model="Prices")
    assert window.table.isVisible()


def test_a_timeline_is_not_said_to_show_all_entries(window: HistoryWindow) -> None:
    assert "1 entries" in _said(window)
    window.tabs.setCurrentIndex(1)
    assert "1 entries" not in _said(window)


def test_the_window_has_the_margins_of_a_page(window: HistoryWindow) -> None:
    layout = window.layout()
    assert layout is not None
    assert layout.contentsMargins().left() == em(window)


def test_a_job_is_whole_before_a_sentence_takes_more_room_than_it_needs(qtbot: QtBot) -> None:
    """In a window in which the longest of sentences would leave names their usual room alone."""
    shown = Shown(qtbot, entry(1, "Prices", LONG_JOB))
    shown.table.resize(round(shown.needs(LONG_JOB) * 3.8), 400)
    assert shown.room_of(HistoryColumn.JOB) > shown.needs(LONG_JOB)
    assert shown.room_of(HistoryColumn.WHAT) >= shown.needs(LONG_JOB)
