"""Checking in threads: so many at a time, each reported once, and ended at a word."""

import time
from collections.abc import Callable, Iterator

import pytest

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.jobs.check_worker import CheckOrder, CheckPool, CheckReport
from tests.ui.listening import Listener

Order = Callable[[str], CheckOrder]


@pytest.fixture
def pool(listener: Listener) -> Iterator[CheckPool]:
    pool = CheckPool()
    pool.reported.connect(listener.hear)
    yield pool
    pool.stop()
    assert wait_for(pool.threads, 10)


@pytest.fixture
def order(practice: PracticeService) -> Order:
    """An order to check this job at the practice service."""
    return lambda job_id: CheckOrder(JobKey("m", job_id), practice.url, practice.api_key)


def ask_all(pool: CheckPool, orders: list[CheckOrder]) -> None:
    for number, order in enumerate(orders, 1):
        pool.ask(order, number)


def test_an_answer_is_reported_with_the_files_own_name(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    job = practice.start_job()
    practice.finish(job)
    before = time.time()
    pool.ask(order(job), 1)
    (report,) = listener.until_heard()
    assert isinstance(report, CheckReport)
    assert report.order == order(job)
    assert report.answer is not None
    assert (report.answer.status, report.results_name) == ("job_finished", "retrain_results_sales.zip")
    assert report.problem is None
    assert before <= report.at <= time.time()


def test_after_the_end_no_thread_begins_that_nobody_would_end(pool: CheckPool, order: Order) -> None:
    pool.set_most(4)
    pool.stop()
    ask_all(pool, [order("late"), order("later")])
    assert pool.threads == []


def test_trouble_is_reported_and_other_jobs_go_on(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    bad, good = practice.start_job(), practice.start_job()
    practice.misbehave(Fault.html(500), path=bad)
    ask_all(pool, [order(bad), order(good), order("nobody's")])
    reports = {report.order.job.id: report for report in listener.until_heard(3)}
    assert reports[bad].problem.kind is ProblemKind.SERVICE_TROUBLE
    assert reports[good].answer.status == "job_queued"
    assert reports["nobody's"].problem.kind is ProblemKind.JOB_NOT_FOUND


def test_every_order_is_reported_exactly_once(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    jobs = [practice.start_job() for _ in range(10)]
    practice.misbehave(Fault.drop(), times=4)
    practice.misbehave(Fault.deep_json(), times=2)
    pool.set_most(4)
    ask_all(pool, [order(job) for job in jobs * 3])
    listener.until_heard(30)
    assert sorted(report.order.job.id for report in listener.heard) == sorted(jobs * 3)
    assert all((report.answer is None) != (report.problem is None) for report in listener.heard)
    assert len(practice.requests) <= 34


def test_no_more_are_asked_at_a_time_than_allowed(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    jobs = [practice.start_job() for _ in range(5)]
    practice.misbehave(Fault.delay(2.0), times=-1)
    pool.set_most(3)
    ask_all(pool, [order(job) for job in jobs])
    listener.until(lambda: len(practice.requests) == 3)
    time.sleep(0.2)
    assert len(practice.requests) == 3
    assert len(listener.until_heard(5)) == 5
    assert len(pool.threads) == 3


def test_no_thread_is_made_that_would_be_idle(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    job = practice.start_job()
    pool.set_most(4)
    for count in (1, 2, 3):
        pool.ask(order(job), 1)
        listener.until_heard(count)
    assert len(pool.threads) == 1


def test_one_thread_keeps_its_connection(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    job = practice.start_job()
    for _ in range(3):
        pool.ask(order(job), 1)
    listener.until_heard(3)
    assert {request.headers["connection"] for request in practice.requests} == {"keep-alive"}


def test_something_unexpected_is_reported_and_checking_goes_on(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    unaskable = "half a character: \ud800"
    ask_all(pool, [order(unaskable), order(practice.start_job())])
    first, second = listener.until_heard(2)
    assert first.problem.kind is ProblemKind.UNEXPECTED
    assert first.problem.said == "UnicodeEncodeError"
    assert second.answer is not None


def test_stopping_ends_a_check_that_hangs_within_two_seconds(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    jobs = [practice.start_job() for _ in range(8)]
    practice.misbehave(Fault.delay(60), times=-1)
    pool.set_most(4)
    ask_all(pool, [order(job) for job in jobs])
    listener.until(lambda: len(practice.requests) == 4)
    pool.stop()
    assert wait_for(pool.threads, 2)


def test_stopping_ends_those_too_that_were_over_a_lowered_limit(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    jobs = [practice.start_job() for _ in range(4)]
    practice.misbehave(Fault.delay(60), times=-1)
    pool.set_most(4)
    ask_all(pool, [order(job) for job in jobs])
    listener.until(lambda: len(practice.requests) == 4)
    pool.set_most(1)
    pool.stop()
    assert wait_for(pool.threads, 2)


def test_a_lowered_limit_holds_once_workers_are_free(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    jobs = [practice.start_job() for _ in range(3)]
    practice.misbehave(Fault.delay(0.3), times=-1)
    pool.set_most(3)
    ask_all(pool, [order(job) for job in jobs])
    pool.set_most(1)
    listener.until_heard(3)
    listener.until(lambda: sum(thread.isRunning() for thread in pool.threads) == 1)
    practice.forget_requests()
    practice.behave()
    practice.misbehave(Fault.delay(2.0), times=-1)
    ask_all(pool, [order(job) for job in jobs[:2]])
    listener.until(lambda: len(practice.requests) == 1)
    time.sleep(0.1)
    assert len(practice.requests) == 1
    listener.until_heard(5)


def test_a_raised_limit_holds_at_once(
    practice: PracticeService, pool: CheckPool, listener: Listener, order: Order
) -> None:
    jobs = [practice.start_job() for _ in range(4)]
    practice.misbehave(Fault.delay(2.0), times=-1)
    pool.set_most(2)
    pool.set_most(1)
    pool.set_most(4)
    ask_all(pool, [order(job) for job in jobs])
    listener.until(lambda: len(practice.requests) == 4)
    assert listener.heard == []
    listener.until_heard(4)


def test_an_order_does_not_show_its_key(order: Order, practice: PracticeService) -> None:
    assert practice.api_key not in repr(order("j"))
