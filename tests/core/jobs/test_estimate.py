"""When a job will be done: what counts as a measure for it, and what is not said."""

from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as some

from epa_gui.core.jobs.estimate import Estimate, estimate
from epa_gui.core.jobs.job import FINISHED_STATUS, Job, Upload
from epa_gui.core.jobs.problem import Problem, ProblemKind

START = 1_750_000_000.0
HOUR = 3600.0
GOING = Job("now", "m", status="training", started_at=START)


def finished(took: float, rows: int = 0, **fields: object) -> Job:
    """A finished job that took so many seconds; of a training file with so many rows, if any."""
    upload = Upload("/tmp/a.csv", rows=rows, arrived_at=1.0) if rows else None
    job = Job(f"{took} {rows}", "m", status=FINISHED_STATUS, started_at=1000.0, ended_at=1000.0 + took, upload=upload)
    return replace(job, going_at=job.ended_at, **fields)  # type: ignore[arg-type]


def sent(rows: int) -> Job:
    """A job in progress that was started here, with so many rows."""
    return replace(GOING, upload=Upload("/tmp/a.csv", rows=rows, arrived_at=START))


def in_all(seconds: float, jobs: int, *, is_scaled: bool = False) -> Estimate:
    return Estimate(START + seconds, seconds, jobs, is_scaled)


@pytest.mark.parametrize(
    ("job", "others", "expected"),
    [
        (GOING, [finished(HOUR)], in_all(HOUR, 1)),
        (GOING, [finished(HOUR), finished(3 * HOUR)], in_all(2 * HOUR, 2)),
        (GOING, [finished(9 * HOUR), finished(HOUR), finished(2 * HOUR)], in_all(2 * HOUR, 3)),
        (replace(GOING, status=""), [finished(HOUR)], in_all(HOUR, 1)),
        # rows of two jobs are too few to go by; so are those of three when this job's own are not known
        (sent(200), [finished(100, 10), finished(300, 10)], in_all(200, 2)),
        (GOING, [finished(100, 10), finished(200, 10), finished(300, 10)], in_all(200, 3)),
        (sent(0), [finished(100, 10), finished(200, 10), finished(300, 10)], in_all(200, 3)),
        # 10, 20 and 40 seconds a row
        (sent(200), [finished(100, 10), finished(400, 10), finished(20, 1)], in_all(4000, 3, is_scaled=True)),
        # those whose rows are not known do not count then
        (
            sent(5),
            [finished(100, 10), finished(400, 10), finished(20, 1), finished(9e9), finished(9e9 + 1)],
            in_all(100, 3, is_scaled=True),
        ),
    ],
)
def test_a_job_takes_as_long_as_the_ones_before_it(job: Job, others: list[Job], expected: Estimate) -> None:
    assert estimate(job, others) == expected


@pytest.mark.parametrize(
    "job",
    [
        replace(GOING, started_at=None),
        replace(GOING, status=FINISHED_STATUS),
        replace(GOING, status="job_failed"),
        replace(GOING, problem=Problem(ProblemKind.KEY_INACTIVE)),
        replace(GOING, upload=Upload("/tmp/a.csv", rows=9)),
        replace(GOING, send_problem=Problem(ProblemKind.SEND_INTERRUPTED)),
        replace(sent(9), send_problem=Problem(ProblemKind.SEND_INTERRUPTED)),
    ],
    ids=["start unknown", "finished", "failed", "key refused", "uploading", "not sent", "sent, but not whole"],
)
def test_a_job_that_is_not_simply_going_on_is_not_estimated(job: Job) -> None:
    assert estimate(job, [finished(HOUR)]) is None


@pytest.mark.parametrize(
    "other",
    [
        finished(HOUR, model="another"),
        finished(HOUR, id="now"),
        finished(HOUR, status="job_failed"),
        finished(HOUR, status="training"),
        finished(HOUR, started_at=None),
        finished(HOUR, ended_at=None),
        finished(0.0),
        finished(-HOUR),
    ],
    ids=["model", "itself", "failed", "going", "start unknown", "end unknown", "no time", "clock set back"],
)
def test_what_is_no_measure_is_passed_over(other: Job) -> None:
    assert estimate(GOING, [other]) is None
    assert estimate(GOING, [other, finished(2 * HOUR)]) == in_all(2 * HOUR, 1)


def test_without_a_past_nothing_is_said() -> None:
    assert estimate(GOING, []) is None


def test_trouble_that_passes_does_not_take_the_estimate_away() -> None:
    offline = replace(GOING, problem=Problem(ProblemKind.TIMED_OUT))
    assert estimate(offline, [finished(HOUR)]) == in_all(HOUR, 1)


def test_the_job_itself_may_be_among_the_others() -> None:
    assert estimate(GOING, [GOING, finished(HOUR)]) == in_all(HOUR, 1)


some_seconds = some.floats(1.0, 1e7)
past = some.lists(some.builds(finished, some_seconds, some.integers(0, 1_000_000)), min_size=1)


@given(past, some.integers(0, 1_000_000), some.randoms(use_true_random=False))
def test_the_order_of_the_past_does_not_matter(others: list[Job], rows: int, chance: object) -> None:
    shuffled = sorted(others, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert estimate(sent(rows), others) == estimate(sent(rows), shuffled)


@given(past, some.integers(0, 1_000_000))
def test_an_estimate_is_no_shorter_and_no_longer_than_anything_seen(others: list[Job], rows: int) -> None:
    found = estimate(sent(rows), others)
    assert found is not None
    assert found.ends_at == START + found.seconds
    took = [job.ended_at - job.started_at for job in others if job.ended_at and job.started_at]
    if found.is_scaled:
        with_rows = [seconds / job.upload.rows for seconds, job in zip(took, others, strict=True) if job.upload]
        assert found.jobs == len(with_rows) >= 3
        assert min(with_rows) * rows * 0.999 <= found.seconds <= max(with_rows) * rows * 1.001
    else:
        assert found.jobs == len(others)
        assert found.seconds == median(took)


@given(some_seconds, some.integers(1, 1_000_000), some.integers(3, 9))
def test_twice_the_rows_take_twice_as_long(seconds: float, rows: int, jobs: int) -> None:
    others = [replace(finished(seconds, rows), id=str(number)) for number in range(jobs)]
    once, twice = estimate(sent(rows), others), estimate(sent(2 * rows), others)
    assert once is not None
    assert twice is not None
    assert once.seconds == pytest.approx(seconds)
    assert twice.seconds == pytest.approx(2 * once.seconds)


def test_a_job_nobody_watched_to_its_end_is_no_measure() -> None:
    overnight = replace(finished(14 * HOUR), going_at=1000.0 + 600)
    assert estimate(GOING, [overnight]) is None
    assert estimate(GOING, [overnight, finished(HOUR)]) == in_all(HOUR, 1)
    never_seen_going = replace(finished(14 * HOUR), going_at=None)
    assert estimate(GOING, [never_seen_going]) is None


def test_a_gap_as_between_ordinary_checks_does_no_harm() -> None:
    assert estimate(GOING, [replace(finished(30), going_at=None)]) == in_all(30, 1)
    assert estimate(GOING, [replace(finished(HOUR), going_at=1000.0 + HOUR - 300)]) == in_all(HOUR, 1)
    assert estimate(GOING, [replace(finished(4 * HOUR), going_at=1000.0 + 3 * HOUR)]) == in_all(4 * HOUR, 1)
