"""One switch from its order to its report, over real HTTP."""

import socket
from collections.abc import Callable
from typing import Any

import pytest

from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.service import client
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.switching.switch_worker import SwitchOrder, SwitchReport, SwitchWorker
from tests.ui.listening import Listener

Start = Callable[..., SwitchWorker]


@pytest.fixture
def start(practice: PracticeService, listener: Listener) -> Start:
    """Starts a worker for a finished job; its report is heard."""

    def started(job: str = "", seconds: float = 5.0, address: str = "") -> SwitchWorker:
        job = job or practice.start_job(seconds=0)
        worker = SwitchWorker(SwitchOrder("s", address or practice.url, practice.api_key, job, seconds))
        worker.reported.connect(listener.hear)
        listener.start(worker)
        return worker

    return started


def only_report(listener: Listener) -> SwitchReport:
    listener.until_heard()
    listener.idle(0.05)
    (report,) = listener.heard
    assert isinstance(report, SwitchReport)
    return report


def test_a_yes_is_reported_once(practice: PracticeService, start: Start, listener: Listener) -> None:
    job = practice.start_job(seconds=0)
    start(job)
    assert only_report(listener) == SwitchReport("s", SwitchOutcome.DONE)
    assert practice.live_job() == job


def test_a_refusal_is_reported_with_its_reason(practice: PracticeService, start: Start, listener: Listener) -> None:
    start(practice.start_job(seconds=3600))
    report = only_report(listener)
    assert (report.outcome, report.problem and report.problem.kind) == (
        SwitchOutcome.REFUSED,
        ProblemKind.JOB_NOT_FINISHED,
    )


def test_what_reached_nobody_was_not_sent(start: Start, listener: Listener) -> None:
    start(address="http://127.0.0.1:1")
    assert only_report(listener).outcome is SwitchOutcome.NOT_SENT


def test_no_answer_within_the_deadline_is_not_confirmed(
    practice: PracticeService, start: Start, listener: Listener
) -> None:
    practice.misbehave(Fault.delay(30), path="update_model")
    start(seconds=0.5)
    assert only_report(listener).outcome is SwitchOutcome.NOT_CONFIRMED
    assert len(practice.requests) == 1


def test_one_stopped_while_it_waits_is_not_confirmed(
    practice: PracticeService, start: Start, listener: Listener
) -> None:
    practice.misbehave(Fault.delay(30), path="update_model")
    worker = start(seconds=60)
    listener.until(lambda: len(practice.requests) == 1)
    assert worker.may_have_sent()
    worker.stop()
    assert only_report(listener).outcome is SwitchOutcome.NOT_CONFIRMED


def breaks(*_args: Any, **_named: Any) -> None:
    """What nobody thought of."""
    raise LookupError("a key, perhaps")


def test_what_breaks_inside_after_sending_is_not_confirmed(
    practice: PracticeService, start: Start, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "confirm_switch", breaks)
    start()
    problem = Problem(ProblemKind.UNEXPECTED, "LookupError")
    assert only_report(listener) == SwitchReport("s", SwitchOutcome.NOT_CONFIRMED, problem)
    assert len(practice.requests) == 1


def test_what_breaks_inside_before_sending_was_not_sent(
    practice: PracticeService, start: Start, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", breaks)
    start()
    problem = Problem(ProblemKind.UNEXPECTED, "LookupError")
    assert only_report(listener) == SwitchReport("s", SwitchOutcome.NOT_SENT, problem)
    assert practice.requests == []


def test_the_key_is_not_in_what_an_order_says_of_itself(practice: PracticeService) -> None:
    assert practice.api_key not in repr(SwitchOrder("s", practice.url, practice.api_key, "j", 1.0))
