"""One API key from its order to its report, over real HTTP."""

import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.issue_worker import IssueOrder, IssueReport, IssueWorker
from epa_gui.ui.base.threads import wait_for
from tests.ui.listening import Listener

Issue = Callable[..., IssueWorker]


@pytest.fixture
def order(practice: PracticeService) -> IssueOrder:
    """An order that can be carried out."""
    return IssueOrder("m", practice.url, practice.secret_key, practice.model_id)


@pytest.fixture
def issue(listener: Listener) -> Issue:
    """Starts a worker; its report is heard."""

    def started(order: IssueOrder) -> IssueWorker:
        worker = IssueWorker(order)
        worker.reported.connect(listener.hear)
        listener.start(worker)
        return worker

    return started


def only_report(listener: Listener) -> IssueReport:
    listener.until_heard()
    assert wait_for(listener.threads, 5)
    listener.idle(0.05)
    (report,) = listener.heard
    assert isinstance(report, IssueReport)
    return report


def test_a_key_is_issued_and_reported_once(
    practice: PracticeService, issue: Issue, order: IssueOrder, listener: Listener
) -> None:
    issue(order)
    report = only_report(listener)
    assert (report.order, report.problem) == (order, None)
    assert report.key
    assert report.key.api_key
    assert report.key.end_date
    assert len(practice.requests) == 1


def test_neither_key_is_in_what_a_report_says_of_itself(
    practice: PracticeService, issue: Issue, order: IssueOrder, listener: Listener
) -> None:
    issue(order)
    report = only_report(listener)
    assert report.key
    assert practice.secret_key not in repr(report)
    assert report.key.api_key not in repr(report)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.service_error("invalid_api_key."), ProblemKind.NO_SUCH_KEY),
        (Fault.service_error("This model may be deleted."), ProblemKind.MODEL_DELETED),
        (Fault.drop(), ProblemKind.CONNECTION_LOST),
        (Fault.json({"key": "k"}), ProblemKind.UNREADABLE_ANSWER),
        (Fault.html(200), ProblemKind.NOT_THE_SERVICE),
    ],
)
def test_trouble_is_reported_once_and_with_its_kind(
    *, practice: PracticeService, issue: Issue, order: IssueOrder, listener: Listener, fault: Fault, kind: ProblemKind
) -> None:
    practice.misbehave(fault)
    issue(order)
    report = only_report(listener)
    assert report.key is None
    assert report.problem
    assert report.problem.kind is kind
    assert len(practice.requests) == 1


def test_something_unexpected_is_reported_too(issue: Issue, listener: Listener, practice: PracticeService) -> None:
    issue(IssueOrder("m", practice.url, None, 1))  # type: ignore[arg-type]
    assert only_report(listener).problem == Problem(ProblemKind.UNEXPECTED, "TypeError")


def test_stopping_ends_it_at_once_and_without_a_problem(
    practice: PracticeService, issue: Issue, order: IssueOrder, listener: Listener
) -> None:
    practice.misbehave(Fault.delay(30))
    worker = issue(order)
    listener.until(lambda: bool(practice.requests))
    began = time.monotonic()
    worker.stop()
    assert only_report(listener) == IssueReport(order)
    assert time.monotonic() - began < 10, "it waited for the answer"


def test_stopped_before_it_began_it_asks_nothing(
    practice: PracticeService, listener: Listener, order: IssueOrder
) -> None:
    worker = IssueWorker(order)
    worker.reported.connect(listener.hear)
    worker.stop()
    listener.start(worker)
    assert only_report(listener) == IssueReport(order)
    assert practice.requests == []


def test_the_window_need_not_wait_for_requests_to_be_imported() -> None:
    program = "import sys, epa_gui.ui.base.issue_worker; sys.exit('requests' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
