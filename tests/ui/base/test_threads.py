"""Threads that come and go leave nothing behind."""

import threading
import weakref
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.threads import PassingThreads, Worker, wait_for
from tests.ui.listening import Listener


class Given:
    """What a worker works with."""


class Waiting(Worker):
    """Ends when it is told to."""

    def __init__(self, given: Given | None = None) -> None:
        super().__init__()
        self.given = given
        self.may_end = threading.Event()

    def run(self) -> None:
        self.may_end.wait(10)

    def stop(self) -> None:
        self.may_end.set()


class Broken(Worker):
    """Does not come to its end."""

    def run(self) -> None:
        raise RuntimeError("broken")


@pytest.fixture
def threads(qtbot: QtBot) -> Iterator[PassingThreads]:
    threads = PassingThreads()
    yield threads
    assert wait_for(threads, 10)


def test_one_that_has_ended_takes_its_worker_and_what_that_was_given_along(
    qtbot: QtBot, threads: PassingThreads
) -> None:
    worker = Waiting(Given())
    gone = weakref.ref(worker), weakref.ref(worker.given)
    may_end = worker.may_end
    threads.start(worker, "passing")
    del worker
    assert [thread.objectName() for thread in threads] == ["passing"]
    assert all(ref() is not None for ref in gone)
    may_end.set()
    qtbot.waitUntil(lambda: not list(threads))
    assert [ref() for ref in gone] == [None, None]


def test_one_that_still_works_is_kept_whatever_ends_beside_it(qtbot: QtBot, threads: PassingThreads) -> None:
    lasting, brief = Waiting(), Waiting()
    threads.start(lasting, "lasting")
    threads.start(brief, "brief")
    brief.stop()
    qtbot.waitUntil(lambda: [thread.objectName() for thread in threads] == ["lasting"])
    assert all(thread.isRunning() for thread in threads)
    lasting.stop()
    qtbot.waitUntil(lambda: not list(threads))


def test_many_that_end_at_the_same_moment_are_all_let_go(qtbot: QtBot, threads: PassingThreads) -> None:
    workers = [Waiting() for _ in range(100)]
    for worker in workers:
        threads.start(worker, "passing")
    for worker in workers:
        worker.stop()
    qtbot.waitUntil(lambda: not list(threads), timeout=10_000)


def test_one_whose_worker_fails_is_let_go_too(qtbot: QtBot, threads: PassingThreads) -> None:
    with qtbot.captureExceptions() as caught:
        threads.start(Broken(), "broken")
        qtbot.waitUntil(lambda: not list(threads))
    assert [str(found[1]) for found in caught] == ["broken"]


class Telling(Worker):
    """Says numbers, each with something that nobody else keeps."""

    told = Signal(object)

    def run(self) -> None:
        for number in range(1000):
            self.told.emit((number, Given()))

    def stop(self) -> None:
        """It is over in a moment by itself."""


class Passing(QObject):
    """Passes on what a worker says.

    Signals:
        told: What it says.
    """

    told = Signal(object)


def test_a_signal_passed_on_by_a_signal_arrives_whole_in_order_and_in_the_main_thread_though_the_worker_is_gone(
    qtbot: QtBot, threads: PassingThreads, listener: Listener
) -> None:
    worker, passing = Telling(), Passing()
    worker.told.connect(passing.told)
    passing.told.connect(listener.hear)  # which sees that it runs in the main thread
    gone = weakref.ref(worker)
    threads.start(worker, "telling")
    del worker
    (thread,) = threads
    assert thread.wait(10_000)  # while Qt does not work here: all that was said waits in this thread's queue
    assert listener.heard == []
    del thread
    qtbot.waitUntil(lambda: gone() is None)
    qtbot.waitUntil(lambda: len(listener.heard) == 1000)
    assert [number for number, _ in listener.heard] == list(range(1000))
    assert all(isinstance(given, Given) for _, given in listener.heard)


def test_a_signal_passed_on_to_an_object_that_is_gone_is_dropped(qtbot: QtBot, threads: PassingThreads) -> None:
    worker, passing = Telling(), Passing()
    worker.told.connect(passing.told)
    threads.start(worker, "telling")
    (thread,) = threads
    assert thread.wait(10_000)
    shiboken6.delete(passing)
    del thread
    qtbot.waitUntil(lambda: not list(threads))
