"""When to check a job again. Pure: the clock, the settings and chance come in."""

import math

from epa_gui.core.jobs.backoff import Backoff
from epa_gui.core.jobs.job import Job, Stage
from epa_gui.core.jobs.problem import KEY_KINDS, LASTING_KINDS, Problem
from epa_gui.core.jobs.settings import Settings

SLOWEST = 300.0
"""Seconds between checks of an old job, and the most that trouble stretches them to."""

RETRY_AFTER_AT_MOST = 3600.0
RARELY = 3600.0
RARELY_FOR = 86400.0
JITTER = 0.1
AGE_SHARE = 20
"""A job is asked about 20 times over its age so far: 30 s up to ten minutes, 5 min from 100 minutes on."""


def next_check(job: Job, now: float, settings: Settings, chance: float) -> float:
    """When to ask about `job` again, seconds since the epoch; `math.inf` for never.

    Args:
        job: The job as the last check left it.
        now: Seconds since the epoch (UTC).
        settings: For the interval.
        chance: 0 to 1, spreads the checks of jobs added together by a tenth.
    """
    if job.problem and job.problem.kind in KEY_KINDS:
        return math.inf
    wait = _wait(job, now, settings)
    return now + wait * (1 + JITTER * chance)


def _wait(job: Job, now: float, settings: Settings) -> float:
    if job.problem:
        return _wait_in_trouble(job, job.problem, now, settings)
    if job.stage is Stage.FINISHED and job.has_file:
        return math.inf
    if job.stage is Stage.FAILED:
        return _rarely(job.ended_at, now)
    return interval(job, now, settings)


def _wait_in_trouble(job: Job, problem: Problem, now: float, settings: Settings) -> float:
    if problem.kind in LASTING_KINDS:
        return _rarely(job.problem_since, now)
    longest = max(SLOWEST, settings.check_seconds)
    backoff = Backoff.doubling(float(settings.check_seconds), longest, RETRY_AFTER_AT_MOST)
    wait = backoff.wait(job.failures, problem.retry_after)
    return math.inf if wait is None else wait


def _rarely(since: float | None, now: float) -> float:
    return RARELY if since is None or now - since < RARELY_FOR else math.inf


def interval(job: Job, now: float, settings: Settings) -> float:
    """Seconds between checks of a job that goes on without trouble: the setting, stretched with the job's age."""
    age = max(0.0, now - (job.started_at or job.added_at))
    return max(float(settings.check_seconds), min(SLOWEST, age / AGE_SHARE))


def is_due(job: Job, now: float) -> bool:
    """Whether to ask now. A clock that was set back must not silence a job, so a far future counts as due."""
    farthest = now + max(RETRY_AFTER_AT_MOST, RARELY) * (1 + JITTER)
    return job.next_check_at <= now or (math.isfinite(job.next_check_at) and job.next_check_at > farthest)
