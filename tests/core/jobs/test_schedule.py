"""When a job is asked about again: a table of cases, and a week in a second."""

import math
import random
from dataclasses import replace

import pytest

from epa_gui.core.jobs.check_outcome import after_answer, after_problem
from epa_gui.core.jobs.job import Answer, Job
from epa_gui.core.jobs.problem import KEY_KINDS, LASTING_KINDS, Problem, ProblemKind
from epa_gui.core.jobs.schedule import JITTER, is_due, next_check
from epa_gui.core.jobs.settings import Settings

NOW = 1_750_000_000.0
MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
EVERY_30 = Settings()


def wait_of(job: Job, settings: Settings = EVERY_30, chance: float = 0.0) -> float:
    return next_check(job, NOW, settings, chance) - NOW


def going(age: float, **fields: object) -> Job:
    return replace(Job("j", "m", status="training", added_at=NOW - age), **fields)  # type: ignore[arg-type]


def in_trouble(kind: ProblemKind, failures: int = 1, since: float = 0.0, retry_after: float | None = None) -> Job:
    problem = Problem(kind, retry_after=retry_after)
    return going(MINUTE, failures=failures, problem=problem, problem_since=NOW - since)


@pytest.mark.parametrize(
    ("age", "seconds"),
    [(0, 30), (MINUTE, 30), (10 * MINUTE, 30), (20 * MINUTE, 60), (HOUR, 180), (100 * MINUTE, 300), (7 * DAY, 300)],
)
def test_a_job_is_asked_less_often_as_it_ages(age: float, seconds: float) -> None:
    assert wait_of(going(age)) == seconds


def test_age_counts_from_the_start_where_it_is_known() -> None:
    assert wait_of(going(DAY, started_at=NOW - MINUTE)) == 30


def test_a_job_added_in_the_future_is_young() -> None:
    assert wait_of(going(-DAY)) == 30


@pytest.mark.parametrize(("setting", "young", "old"), [(10, 10, 300), (30, 30, 300), (600, 600, 600)])
def test_the_setting_is_the_shortest_wait(setting: int, young: float, old: float) -> None:
    settings = Settings(check_seconds=setting)
    assert (wait_of(going(0), settings), wait_of(going(DAY), settings)) == (young, old)


@pytest.mark.parametrize(("failures", "seconds"), [(1, 30), (2, 60), (3, 120), (4, 240), (5, 300), (5000, 300)])
def test_trouble_is_backed_off_from(failures: int, seconds: float) -> None:
    assert wait_of(in_trouble(ProblemKind.TIMED_OUT, failures)) == seconds


@pytest.mark.parametrize(
    ("asked", "seconds"), [(0.0, 30), (5.0, 30), (45.0, 45), (HOUR, HOUR), (HOUR + 1, HOUR), (1e9, HOUR)]
)
def test_retry_after_is_honoured_up_to_an_hour(asked: float, seconds: float) -> None:
    assert wait_of(in_trouble(ProblemKind.TOO_MANY_REQUESTS, retry_after=asked)) == seconds


@pytest.mark.parametrize("kind", sorted(KEY_KINDS))
def test_a_rejected_key_is_not_tried_again(kind: ProblemKind) -> None:
    assert wait_of(in_trouble(kind)) == math.inf


@pytest.mark.parametrize("kind", sorted(LASTING_KINDS))
def test_lasting_trouble_is_asked_about_hourly_for_a_day(kind: ProblemKind) -> None:
    assert wait_of(in_trouble(kind)) == HOUR
    assert wait_of(in_trouble(kind, since=DAY - 1)) == HOUR
    assert wait_of(in_trouble(kind, since=DAY)) == math.inf


def test_a_finished_job_with_its_file_is_never_asked_about() -> None:
    assert wait_of(going(HOUR, status="job_finished", has_file=True)) == math.inf


def test_a_finished_job_without_a_file_yet_is_asked_about_as_before() -> None:
    assert wait_of(going(HOUR, status="job_finished")) == 180


def test_a_failed_job_is_asked_about_hourly_for_a_day_since_the_guess_may_be_wrong() -> None:
    assert wait_of(going(HOUR, status="job_failed", ended_at=NOW)) == HOUR
    assert wait_of(going(DAY, status="job_failed", ended_at=NOW - DAY)) == math.inf


@pytest.mark.parametrize(
    ("next_at", "due"),
    [
        (NOW - 1, True),
        (NOW, True),
        (NOW + 1, False),
        (NOW + HOUR * (1 + JITTER), False),
        (NOW + 2 * HOUR, True),
        (NOW + 365 * DAY, True),
        (math.inf, False),
        (0.0, True),
    ],
)
def test_a_job_is_due_on_time_and_after_the_clock_was_set_back(next_at: float, due: bool) -> None:
    assert is_due(Job("j", "m", next_check_at=next_at), NOW) is due


def test_chance_spreads_checks_by_a_tenth_at_most() -> None:
    chance = random.Random(1)
    waits = [wait_of(going(0), chance=chance.random()) for _ in range(1000)]
    assert 30 <= min(waits) < 30.1
    assert 32.9 < max(waits) <= 33


def test_a_week_of_a_job_that_never_ends() -> None:
    chance = random.Random(2)
    job, now, gaps = Job("j", "m", added_at=NOW), NOW, []
    while now < NOW + 7 * DAY:
        job = after_answer(job, Answer("training", now), "", EVERY_30, chance.random())
        gaps.append(job.next_check_at - now)
        now = job.next_check_at
    assert min(gaps) >= 30
    assert max(gaps) <= 330
    assert 7 * DAY / 330 < len(gaps) < 7 * DAY / 300 + 60


def test_a_week_offline_is_asked_through_and_never_given_up() -> None:
    chance = random.Random(3)
    job, now, count = Job("j", "m", added_at=NOW), NOW, 0
    while now < NOW + 7 * DAY:
        job = after_problem(job, Problem(ProblemKind.NAME_NOT_FOUND), EVERY_30, now, chance.random())
        assert is_due(job, job.next_check_at)
        now, count = job.next_check_at, count + 1
    assert 7 * DAY / 330 < count < 7 * DAY / 300 + 10


@pytest.mark.parametrize("status", ["job_failed", "cancelled"])
def test_a_week_of_a_failed_job_takes_a_day_of_asking(status: str) -> None:
    job, now, count = Job("j", "m", added_at=NOW), NOW, 0
    while math.isfinite(now):
        job = after_answer(job, Answer(status, now), "", EVERY_30, 0.0)
        now, count = job.next_check_at, count + 1
    assert count == 25
