"""The history as a table: newest first, whole, and quick to look through."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import Author, Detail, EventKind, HistoryEntry, HistoryEvent
from epa_gui.ui.history.event_text import Group
from epa_gui.ui.history.history_model import Filter, HistoryColumn, HistoryModel
from tests.timing import assert_within

NAMES = {"m1": "Customer churn", "m2": "売上予測"}


def entry(
    number: int, kind: EventKind = EventKind.STATUS_CHANGED, model: str = "m1", /, **details: Detail
) -> HistoryEntry:
    done = HistoryEvent(kind, 1e9 + number, model, NAMES.get(model, ""), f"job-{number}", "", details)
    return HistoryEntry(number, done, "2026-11-23T09:30:00+09:00", Author("anna", "1"), f"p{number}", f"f{number}")


@pytest.fixture
def entries(qtbot: QtBot) -> HistoryModel:
    model = HistoryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def numbers(model: HistoryModel) -> list[int]:
    return [one.number for one in model.found(model.filter)]


def filled(model: HistoryModel) -> HistoryModel:
    model.add_page(
        [
            entry(5, EventKind.SWITCH_ASKED, "m1", reason="Ｂｅｔｔｅｒ data"),
            entry(4, EventKind.RESULTS_SAVED, "m2", path="/x/結果.zip"),
            entry(3, EventKind.STATUS_CHANGED, "m2", to="job_finished"),
            entry(2, EventKind.KEY_ADDED, "m1", key="••••1f3a"),
            entry(1, EventKind.HISTORY_EXPORTED, "", path="/x/old.html", entries=0),
        ]
    )
    return model


def test_pages_and_news_stand_newest_first_and_each_entry_once(entries: HistoryModel) -> None:
    entries.add_new([entry(8), entry(9)])
    entries.add_page([entry(9), entry(8), entry(7)])
    entries.add_page([entry(6), entry(5)])
    entries.add_new([entry(9), entry(10)])
    assert numbers(entries) == [10, 9, 8, 7, 6, 5]


def test_entries_come_out_as_they_went_in(entries: HistoryModel) -> None:
    odd = entry(1, EventKind.JOB_STARTED, "m1", file="a\udc80.csv", rows=3, ratio=0.1, is_new=True, nothing=None)
    entries.add_page([odd])
    assert list(entries.found(entries.filter)) == [odd]
    assert entries.entry_at(0) == odd
    assert list(entries.events_of("m1")) == [odd.event]


def test_a_models_events_tell_too_when_the_list_was_restored(entries: HistoryModel) -> None:
    entries.add_page([entry(3), entry(2, EventKind.LIST_RESTORED, ""), entry(1, EventKind.KEY_ADDED, "m2")])
    assert [done.kind for done in entries.events_of("m1")] == [EventKind.LIST_RESTORED, EventKind.STATUS_CHANGED]


def test_all_models_events_in_one_go_are_those_of_each_model_that_is_shown(entries: HistoryModel) -> None:
    filled(entries).add_new([entry(6, EventKind.LIST_RESTORED, ""), entry(7, EventKind.KEY_CHANGED, "m3")])
    entries.set_filter(Filter("job-3"))
    assert [(model, list(events)) for model, events in entries.events_by_model(entries.filter)] == [
        ("m2", list(entries.events_of("m2")))
    ]
    entries.set_filter(Filter())
    found = {model: list(events) for model, events in entries.events_by_model(entries.filter)}
    assert list(found) == ["m3", "m1", "m2"]
    assert found == {model: list(entries.events_of(model)) for model in found}


def test_what_is_handed_over_is_the_history_as_it_was(entries: HistoryModel) -> None:
    taken = filled(entries).events_by_model(entries.filter)
    entries.add_new([entry(6, EventKind.KEY_REMOVED, "m2")])
    entries.clear()
    assert [(model, len(events)) for model, events in taken] == [("m1", 2), ("m2", 2)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), [5, 4, 3, 2, 1]),
        (Filter(model="m2"), [4, 3]),
        (Filter(group=Group.MODELS), [2]),
        (Filter(group=Group.JOBS), [3]),
        (Filter(group=Group.RESULTS), [4]),
        (Filter(group=Group.SWITCHES), [5]),
        (Filter("better DATA"), [5]),
        (Filter("ＪＯＢ_finished"), [3]),
        (Filter("結果"), [4]),
        (Filter("job-2"), [2]),
        (Filter("job-3"), [3]),
        (Filter("job-2", "m2"), []),
        (Filter("  "), [5, 4, 3, 2, 1]),
    ],
)
def test_what_is_looked_for_is_found(entries: HistoryModel, wanted: Filter, found: list[int]) -> None:
    filled(entries).set_filter(wanted)
    assert numbers(entries) == found
    assert entries.total() == 5


def test_what_is_new_shows_only_if_it_fits(entries: HistoryModel) -> None:
    filled(entries).set_filter(Filter(model="m2"))
    entries.add_new([entry(6, EventKind.STATUS_CHANGED, "m1"), entry(7, EventKind.STATUS_CHANGED, "m2")])
    assert numbers(entries) == [7, 4, 3]
    entries.set_filter(Filter())
    assert numbers(entries)[:2] == [7, 6]


def test_an_entry_is_found_by_its_number_and_the_next_one_if_it_is_missing(entries: HistoryModel) -> None:
    entries.add_page([entry(9), entry(7), entry(3)])
    assert (entries.row_of(7), entries.row_of(5)) == (1, -1)
    found = [entries.find(number) for number in (3, 4, 7, 8, 10)]
    assert [one.number if one else None for one in found] == [3, 7, 7, 9, None]
    assert entries.entry_of(1e9 + 7, EventKind.STATUS_CHANGED, "job-7") == entry(7)


def test_models_are_called_what_they_were_called_last(entries: HistoryModel) -> None:
    filled(entries)
    renamed = HistoryEvent(EventKind.MODEL_RENAMED, 2e9, "m1", "Churn 2027")
    entries.add_new([HistoryEntry(6, renamed, "", Author(), "", "")])
    assert entries.model_names() == {"m1": "Churn 2027", "m2": "売上予測"}


def test_a_cell_is_plain_text_and_its_tip_never_markup(entries: HistoryModel) -> None:
    entries.add_page([entry(1, EventKind.STATUS_CHANGED, "m1", to="<img src='https://example.com/x.png'>")])
    cell = entries.index(0, HistoryColumn.WHAT)
    assert cell.data() == "Status: <img src='https://example.com/x.png'>"
    assert "<img" not in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_looking_through_50_000_entries_holds_nobody_up(qtbot: QtBot) -> None:
    entries = HistoryModel()
    for first in range(50_000, 0, -5_000):
        entries.add_page([entry(first - step, EventKind.JOB_STARTED, "m1", file="sales.csv") for step in range(5_000)])
    assert_within(
        0.25,  # ten times what it takes on a slow computer
        lambda: entries.set_filter(Filter("sales job-49")),
        before=lambda: entries.set_filter(Filter()),
    )
    assert entries.rowCount() == 1111
