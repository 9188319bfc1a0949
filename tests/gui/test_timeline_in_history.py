"""The timeline in the History window is made aside, and only when there is something else to see."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.history.timeline import Timeline
from epa_gui.ui.base import repository
from epa_gui.ui.history import timeline_controller
from epa_gui.ui.history.history_window import HistoryWindow
from epa_gui.ui.history.timeline_worker import TimelineWorker
from tests.gui.at_desk import AtDesk
from tests.gui.test_history import AtHistory


class Workshop:
    """Sees every timeline being made, and can hold them up."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, int]] = []
        self.threads: set[QThread] = set()
        self.may_go_on = threading.Event()
        self.may_go_on.set()

    def worker(self, model: str, events: Sequence[HistoryEvent], now: float) -> TimelineWorker:
        """In place of the worker's class."""
        self.begun.append((model, len(events)))
        workshop = self

        class Held(TimelineWorker):
            def run(self) -> None:
                workshop.may_go_on.wait(10)
                workshop.threads.add(QThread.currentThread())
                super().run()

        return Held(model, events, now)


@pytest.fixture
def workshop(monkeypatch: pytest.MonkeyPatch) -> Workshop:
    workshop = Workshop()
    monkeypatch.setattr(timeline_controller, "TimelineWorker", workshop.worker)
    return workshop


@pytest.fixture
def at_history(desk: AtDesk) -> AtHistory:
    return AtHistory(desk)


def _adopted(model: str, number: int = 1) -> HistoryEvent:
    return HistoryEvent(EventKind.JOB_ADOPTED, 1_760_000_000.0 + number, model, model.upper(), f"job-{number}")


def _drawn(history: AtHistory) -> Timeline | None:
    chart: Timeline | None = history.view.timeline.chart._timeline
    return chart if history.view.draws_timeline() else None


def _until_drawn(history: AtHistory, model: str, jobs: int) -> None:
    def is_drawn() -> bool:
        timeline = _drawn(history)
        return timeline is not None and (timeline.model, len(timeline.jobs)) == (model, jobs)

    history.desk.until(is_drawn)


@pytest.fixture
def history(at_history: AtHistory, workshop: Workshop) -> AtHistory:
    """The timeline of model ``m1`` is drawn; ``m2`` and ``m3`` have one job as well."""
    at_history.note(_adopted("m1"), _adopted("m2"), _adopted("m3"))
    at_history.open()
    at_history.choose("Model", "M1")
    at_history.view.tabs.setCurrentIndex(1)
    _until_drawn(at_history, "m1", 1)
    return at_history


def test_it_is_made_in_a_thread_that_the_session_waits_for(history: AtHistory, workshop: Workshop) -> None:
    before = set(workshop.threads)
    workshop.may_go_on.clear()
    history.choose("Model", "M2")
    waited_for = set(history.desk.session.history_controller.threads)
    workshop.may_go_on.set()
    _until_drawn(history, "m2", 1)
    made_in = workshop.threads - before
    assert made_in
    assert history.view.thread() not in made_in
    assert made_in <= waited_for


def test_words_and_kinds_do_not_concern_it(history: AtHistory, workshop: Workshop) -> None:
    history.look_for("zzz")
    history.choose("Kind", "Switches")
    history.view.tabs.setCurrentIndex(0)
    history.view.tabs.setCurrentIndex(1)
    history.desk.qtbot.wait(1)
    assert workshop.begun == [("m1", 1)]
    assert not history.rows()


def test_only_events_of_its_own_model_make_it_anew(history: AtHistory, workshop: Workshop) -> None:
    history.note(_adopted("m2", 2))
    history.desk.until(lambda: len(history.desk.history()) == history.view._entries.total())
    history.note(_adopted("m1", 2))
    _until_drawn(history, "m1", 2)
    assert workshop.begun == [("m1", 1), ("m1", 2)]


def test_another_model_is_another_timeline(history: AtHistory, workshop: Workshop) -> None:
    history.choose("Model", "M2")
    _until_drawn(history, "m2", 1)
    assert workshop.begun == [("m1", 1), ("m2", 1)]


def test_who_comes_back_to_it_after_a_while_sees_it_as_of_now(history: AtHistory, workshop: Workshop) -> None:
    history.view.tabs.setCurrentIndex(0)
    history.desk.clock.advance(3600)
    history.view.tabs.setCurrentIndex(1)
    history.desk.until(lambda: (timeline := _drawn(history)) and timeline.ends_at >= history.desk.clock() - 60)
    assert workshop.begun == [("m1", 1), ("m1", 1)]


def test_of_what_is_chosen_meanwhile_only_the_last_is_made(history: AtHistory, workshop: Workshop) -> None:
    workshop.may_go_on.clear()
    history.choose("Model", "M2")
    history.choose("Model", "M3")
    history.choose("Model", "M1")
    history.choose("Model", "M3")
    drawn = _drawn(history)
    assert drawn is not None
    assert drawn.model == "m1"
    workshop.may_go_on.set()
    _until_drawn(history, "m3", 1)
    assert workshop.begun == [("m1", 1), ("m2", 1), ("m3", 1)]


def test_one_that_was_ready_when_another_model_was_chosen_is_not_shown(history: AtHistory, workshop: Workshop) -> None:
    history.choose("Model", "M2")
    assert all(thread.wait(10_000) for thread in history.desk.session.history_controller.threads)
    workshop.may_go_on.clear()
    history.choose("Model", "M3")
    history.desk.until(lambda: len(workshop.begun) == 3)
    drawn = _drawn(history)
    assert drawn is not None
    assert drawn.model == "m1"
    workshop.may_go_on.set()
    _until_drawn(history, "m3", 1)


def test_one_that_takes_long_says_so_in_place_of_another_models(history: AtHistory, workshop: Workshop) -> None:
    workshop.may_go_on.clear()
    history.choose("Model", "M2")
    history.desk.until(lambda: "Drawing the timeline of “M2”…" in history.said())
    assert not history.view.draws_timeline()
    workshop.may_go_on.set()
    _until_drawn(history, "m2", 1)
    assert "Drawing the timeline" not in history.said()


def test_a_long_history_is_drawn_at_its_first_page_and_at_its_end(at_history: AtHistory, workshop: Workshop) -> None:
    at_history.note(*(_adopted("m1", number) for number in range(1_700)))
    at_history.desk.actions.history.trigger()
    at_history.view.tabs.setCurrentIndex(1)
    _until_drawn(at_history, "m1", 1_700)
    assert len(workshop.begun) == 2
    assert workshop.begun[0][1] < workshop.begun[1][1] == 1_700


def test_closing_the_window_gives_it_up_and_opening_makes_it_anew(history: AtHistory, workshop: Workshop) -> None:
    workshop.may_go_on.clear()
    history.choose("Model", "M2")
    history.view.close()
    workshop.may_go_on.set()
    history.desk.until(
        lambda: not any(thread.isRunning() for thread in history.desk.session.history_controller.threads)
    )
    drawn = _drawn(history)
    assert drawn is not None
    assert drawn.model == "m1"
    history.desk.actions.history.trigger()
    _until_drawn(history, "m2", 1)


def _named(history: AtHistory) -> str:
    """What the filter says."""
    return history.desk.field(history.view, "Model", QComboBox).currentText()


def test_the_filter_names_the_model_that_is_drawn_and_the_list_is_again_that_of_all(history: AtHistory) -> None:
    history.view.tabs.setCurrentIndex(0)
    history.choose("Model", "All models")
    everything = history.rows()
    history.select(len(everything) - 1)
    selected = history.view.table.selected_entry()
    history.view.tabs.setCurrentIndex(1)
    _until_drawn(history, "m3", 1)
    assert _named(history) == "M3"
    history.view.tabs.setCurrentIndex(0)
    assert _named(history) == "All models"
    assert history.rows() == everything
    assert history.view.table.selected_entry() == selected


def _look_at_all(history: AtHistory) -> None:
    """Look for all models in the list, then at the timeline, which is that of one."""
    history.view.tabs.setCurrentIndex(0)
    history.choose("Model", "All models")
    history.view.tabs.setCurrentIndex(1)
    assert _named(history) == "M3"


def test_a_model_that_is_chosen_at_the_timeline_stays_chosen_in_the_list(history: AtHistory) -> None:
    _look_at_all(history)
    history.choose("Model", "M2")
    _until_drawn(history, "m2", 1)
    history.view.tabs.setCurrentIndex(0)
    assert _named(history) == "M2"


def test_another_window_in_its_place_looks_for_what_the_person_did(history: AtHistory) -> None:
    _look_at_all(history)
    assert not history.view.shown().filter.model


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_A])
def test_all_models_cannot_be_chosen_where_one_is_drawn(history: AtHistory, key: Qt.Key) -> None:
    """The person would look at another model than they did, without a word."""
    choice = history.desk.field(history.view, "Model", QComboBox)
    everything = choice.model().index(choice.findText("All models"), 0)
    QTest.keyClick(choice, key)
    assert not choice.model().flags(everything) & Qt.ItemFlag.ItemIsEnabled
    assert _named(history) != "All models"
    history.view.filters.show_models(history.view.filters.models() | {"m9": "M9"})
    assert not choice.model().flags(everything) & Qt.ItemFlag.ItemIsEnabled
    history.view.tabs.setCurrentIndex(0)
    QTest.keyClick(choice, Qt.Key.Key_Home)
    assert _named(history) == "All models"


def test_an_export_holds_what_the_person_chose_while_the_timeline_narrows_it(
    history: AtHistory, tmp_path: Path
) -> None:
    _look_at_all(history)
    total = history.view._entries.total()
    path = tmp_path / "all.html"
    history.export(path)
    history.desk.until(path.exists)
    text = path.read_text(encoding="utf-8")
    assert f"<dd>{total} of {total}</dd>" in text
    assert "<dt>Model</dt>" not in text
    assert all(f"<h3>{name}</h3>" in text for name in ("M1", "M2", "M3"))


def test_what_the_person_looks_for_can_be_exported_though_the_drawn_model_has_none_of_it(history: AtHistory) -> None:
    _look_at_all(history)
    history.look_for("M1")
    assert not history.rows()
    assert history.desk.button(history.view, "Export history…").isEnabled()
    history.look_for("zzz")
    assert not history.desk.button(history.view, "Export history…").isEnabled()


@pytest.mark.parametrize("page", [500, 1])
def test_a_window_in_its_place_selects_what_was_selected_before_the_timeline_narrowed_the_list(
    history: AtHistory, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    monkeypatch.setattr(repository, "HISTORY_PAGE", page)
    history.view.tabs.setCurrentIndex(0)
    history.choose("Model", "All models")
    last = len(history.rows()) - 1
    history.select(last)
    selected = history.view.table.selected_entry()
    history.view.tabs.setCurrentIndex(1)
    before = history.view
    history.desk.session.history_controller.say_again()
    history.desk.until(lambda: not before.isVisible())
    (again,) = [one for one in history.desk.window.findChildren(HistoryWindow) if one.isVisible()]
    history.desk.until(again.draws_timeline)
    history.desk.until(lambda: again._entries.total() == last + 1)
    again.tabs.setCurrentIndex(0)
    assert again.table.selected_entry() == selected
