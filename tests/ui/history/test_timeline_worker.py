"""A timeline is read aside from the window, and told once, or given up."""

import threading
from collections.abc import Iterator, Sequence
from typing import overload

from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.history.timeline import timeline_of
from epa_gui.ui.history.timeline_worker import TimelineWorker
from tests.ui.listening import Listener

NOW = 1_760_000_000.0
ACTS = tuple(HistoryEvent(EventKind.JOB_ADOPTED, NOW - 100 + number, "m", "Sales", str(number)) for number in range(9))


class Slow(Sequence[HistoryEvent]):
    """Events of which the second comes only when it may."""

    def __init__(self) -> None:
        self.begun, self.may_go_on = threading.Event(), threading.Event()
        self.given = 0

    def __len__(self) -> int:
        return len(ACTS)

    @overload
    def __getitem__(self, which: int) -> HistoryEvent: ...
    @overload
    def __getitem__(self, which: slice) -> Sequence[HistoryEvent]: ...
    def __getitem__(self, which: int | slice) -> HistoryEvent | Sequence[HistoryEvent]:
        return ACTS[which]

    def __iter__(self) -> Iterator[HistoryEvent]:
        for event in ACTS:
            self.given += 1
            yield event
            self.begun.set()
            self.may_go_on.wait(10)


def test_it_tells_what_the_history_says_of_the_model(listener: Listener) -> None:
    worker = TimelineWorker("m", ACTS, NOW)
    worker.reported.connect(listener.hear)
    thread = listener.start(worker)
    listener.until_ended(thread)
    assert listener.heard == [timeline_of(ACTS, "m", NOW)]
    assert len(listener.heard[0].jobs) == 9


def test_one_that_is_given_up_reads_no_further_and_says_so(listener: Listener) -> None:
    events = Slow()
    worker = TimelineWorker("m", events, NOW)
    worker.reported.connect(listener.hear)
    thread = listener.start(worker)
    assert events.begun.wait(10)
    worker.stop()
    events.may_go_on.set()
    listener.until_ended(thread)
    listener.until_heard()
    assert listener.heard == [None]
    assert events.given <= 2


def test_a_fault_of_this_program_leaves_nobody_waiting(qtbot: QtBot, listener: Listener) -> None:
    class Broken(Slow):
        def __iter__(self) -> Iterator[HistoryEvent]:
            raise RuntimeError("broken")

    worker = TimelineWorker("m", Broken(), NOW)
    worker.reported.connect(listener.hear)
    with qtbot.captureExceptions() as caught:
        thread = listener.start(worker)
        listener.until_ended(thread)
        listener.until_heard()
    assert listener.heard == [None]
    assert [str(found[1]) for found in caught] == ["broken"]
