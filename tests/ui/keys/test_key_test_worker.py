"""One key from its order to its report, over real HTTP."""

from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.keys.key_test_worker import KeyTestOrder, KeyTestReport, KeyTestWorker
from tests.ui.listening import Listener


def _tried(listener: Listener, order: KeyTestOrder) -> KeyTestReport:
    worker = KeyTestWorker(order)
    worker.reported.connect(listener.hear)
    listener.start(worker)
    listener.until_heard()
    assert wait_for(listener.threads, 5)
    (report,) = listener.heard
    assert isinstance(report, KeyTestReport)
    return report


def test_a_good_key_hears_that_there_is_no_such_job(practice: PracticeService, listener: Listener) -> None:
    report = _tried(listener, KeyTestOrder(practice.url, practice.api_key))
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.JOB_NOT_FOUND


def test_a_bad_key_hears_that_there_is_no_such_key(practice: PracticeService, listener: Listener) -> None:
    report = _tried(listener, KeyTestOrder(practice.url, "wrong-key-wrong-key-0000"))
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.NO_SUCH_KEY


def test_a_redirect_is_not_followed_with_the_key(practice: PracticeService, listener: Listener) -> None:
    practice.misbehave(Fault.redirect(f"{practice.url}/elsewhere"))
    report = _tried(listener, KeyTestOrder(practice.url, practice.api_key))
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.REDIRECTED
    assert len(practice.requests) == 1


def test_the_key_is_not_in_what_a_report_says_of_itself(practice: PracticeService, listener: Listener) -> None:
    assert practice.api_key not in repr(_tried(listener, KeyTestOrder(practice.url, practice.api_key)))
