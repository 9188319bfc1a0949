"""What does one thing once reports once, whatever happens."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind, StoppedError
from epa_gui.core.service.client import Client
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.one_shot_worker import OneShotWorker, ServiceWorker
from tests.ui.listening import Listener


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it."""

    result: str | None
    problem: Problem | None


class Doing(OneShotWorker[Callable[[], str | None], str, Report]):
    """Does what it is ordered."""

    def work(self) -> str | None:
        return self._order()

    def report(self, result: str | None, problem: Problem | None) -> Report:
        return Report(result, problem)


class Asking(ServiceWorker[Callable[[Client], str], str, Report]):
    """Asks what it is ordered."""

    def ask(self, client: Client) -> str:
        return self._order(client)

    def report(self, result: str | None, problem: Problem | None) -> Report:
        return Report(result, problem)


def raises(error: BaseException) -> Callable[..., str]:
    def broken(*_: object) -> str:
        raise error

    return broken


def only_report(listener: Listener, worker: OneShotWorker[object, object, Report]) -> Report:
    worker.reported.connect(listener.hear)
    thread = listener.start(worker)
    listener.until_ended(thread)
    listener.until_heard()
    listener.idle(0.02)
    (report,) = listener.heard
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("order", "report"),
    [
        (lambda: "done", Report("done", None)),
        (lambda: None, Report(None, None)),
        (raises(StoppedError()), Report(None, None)),
        (raises(ProblemError(Problem(ProblemKind.DISK_FULL))), Report(None, Problem(ProblemKind.DISK_FULL))),
    ],
    ids=["result", "nothing", "stopped", "problem"],
)
def test_the_end_is_reported_once(listener: Listener, order: Callable[[], str], report: Report) -> None:
    assert only_report(listener, Doing(order)) == report  # type: ignore[arg-type]


@pytest.mark.parametrize("error", [RuntimeError("broken"), MemoryError(), RecursionError("deep"), KeyError("key")])
def test_a_fault_of_this_program_is_a_problem_and_is_heard_of(
    qtbot: QtBot, listener: Listener, error: Exception
) -> None:
    with qtbot.captureExceptions() as caught:
        report = only_report(listener, Doing(raises(error)))  # type: ignore[arg-type]
    assert report == Report(None, Problem(ProblemKind.UNEXPECTED, type(error).__name__))
    assert [found[1] for found in caught] == [error]


def test_what_ends_the_interpreter_is_reported_too(qtbot: QtBot, listener: Listener) -> None:
    with qtbot.captureExceptions():
        assert only_report(listener, Doing(raises(GeneratorExit()))) == Report(None, None)  # type: ignore[arg-type]


def test_an_answer_nobody_expected_is_a_problem_alone(listener: Listener) -> None:
    report = only_report(listener, Asking(raises(LookupError("odd"))))  # type: ignore[arg-type]
    assert report == Report(None, Problem(ProblemKind.UNEXPECTED, "LookupError"))


def test_stopping_ends_a_question_that_hangs(listener: Listener, practice: PracticeService) -> None:
    practice.misbehave(Fault.delay(60), times=-1)
    worker = Asking(lambda client: client.status(practice.url, practice.api_key, "job", 0.0).status)
    worker.reported.connect(listener.hear)
    thread = listener.start(worker)
    listener.until(lambda: bool(practice.requests))
    began = time.monotonic()
    worker.stop()
    listener.until_ended(thread)
    assert time.monotonic() - began < 10
    (report,) = listener.until_heard()
    assert report.result is None


def test_what_is_stopped_before_it_began_asks_nobody(listener: Listener, practice: PracticeService) -> None:
    worker = Asking(lambda client: client.status(practice.url, practice.api_key, "job", 0.0).status)
    worker.stop()
    assert only_report(listener, worker).result is None  # type: ignore[arg-type]
    assert practice.requests == []


def test_between_pieces_it_is_seen_that_it_was_stopped(listener: Listener) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    class Piecewise(Doing):
        def work(self) -> str:
            begun.set()
            may_go_on.wait(10)
            self.raise_if_stopped()
            return "not stopped"

    worker = Piecewise(lambda: None)
    worker.reported.connect(listener.hear)
    listener.start(worker)
    assert begun.wait(10)
    worker.stop()
    may_go_on.set()
    assert listener.until_heard() == [Report(None, None)]
