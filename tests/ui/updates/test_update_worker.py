"""One check for updates from its start to its report, over real HTTP."""

import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.version import Release
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.updates.update_worker import UpdateOrder, UpdateReport, UpdateWorker
from tests.core.service.test_release import HOME, TRUE, signed
from tests.ui.listening import Listener

Check = Callable[[UpdateOrder], UpdateWorker]


@pytest.fixture
def order(practice: PracticeService) -> UpdateOrder:
    """A question at an address that answers."""
    return UpdateOrder(f"{practice.url}/epa-desktop-release.json", HOME)


@pytest.fixture
def check(listener: Listener) -> Check:
    """Starts a worker; its report is heard."""

    def started(order: UpdateOrder) -> UpdateWorker:
        worker = UpdateWorker(order)
        worker.reported.connect(listener.hear)
        listener.start(worker)
        return worker

    return started


def only_report(listener: Listener) -> UpdateReport:
    listener.until_heard()
    assert wait_for(listener.threads, 5)
    listener.idle(0.05)
    (report,) = listener.heard
    assert isinstance(report, UpdateReport)
    return report


def test_a_release_is_reported_once(
    practice: PracticeService, check: Check, order: UpdateOrder, listener: Listener
) -> None:
    practice.misbehave(Fault.json(signed(TRUE)))
    check(order)
    assert only_report(listener) == UpdateReport(
        order, Release(TRUE["version"], TRUE["date"], TRUE["notes"], TRUE["page"])
    )


def test_trouble_is_reported_once(
    practice: PracticeService, check: Check, order: UpdateOrder, listener: Listener
) -> None:
    practice.misbehave(Fault.drop())
    check(order)
    report = only_report(listener)
    assert report.release is None
    assert report.problem
    assert report.problem.kind is ProblemKind.CONNECTION_LOST


def test_something_unexpected_is_reported_too(check: Check, listener: Listener) -> None:
    check(UpdateOrder(None))  # type: ignore[arg-type]
    assert only_report(listener).problem == Problem(ProblemKind.UNEXPECTED, "AttributeError")


def test_stopping_ends_it_at_once_and_without_a_problem(
    practice: PracticeService, check: Check, order: UpdateOrder, listener: Listener
) -> None:
    practice.misbehave(Fault.delay(30))
    worker = check(order)
    listener.until(lambda: bool(practice.requests))
    began = time.monotonic()
    worker.stop()
    assert only_report(listener) == UpdateReport(order)
    assert time.monotonic() - began < 10, "it waited for the answer"


def test_stopped_before_it_began_it_asks_nothing(
    practice: PracticeService, listener: Listener, order: UpdateOrder
) -> None:
    worker = UpdateWorker(order)
    worker.reported.connect(listener.hear)
    worker.stop()
    listener.start(worker)
    assert only_report(listener) == UpdateReport(order)
    assert practice.requests == []


def test_the_window_need_not_wait_for_requests_to_be_imported() -> None:
    program = "import sys, epa_gui.ui.updates.update_controller; sys.exit('requests' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
