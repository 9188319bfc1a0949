"""What a job needs a person for: the one rule that list, cards, title and filter count by. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.history.deployment import Deployment, LiveState
from epa_gui.core.jobs.job import Job, Trouble, TroubleWith, first_trouble
from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.core.way.standing import Standing, standing_of


class Need(StrEnum):
    """Why a person should look at a job; the most urgent first."""

    TROUBLE = "trouble"  # something is wrong that stays until a person does something
    FAILED = "failed"
    LATE = "late"  # it takes far longer than usual
    LOOK = "look"  # it has finished, and nobody has looked at its results
    DECIDE = "decide"  # it is clearly better than the live model, and nobody has decided yet


@dataclass(frozen=True, slots=True)
class ModelCourse:
    """What came after a model's earlier jobs: what nobody needs to be told of any more.

    Attributes:
        live_since: When a job of it was put into service last, seconds since the epoch (UTC); `None` for never.
        finished_start: When the newest of its finished jobs began, seconds since the epoch (UTC); `None` for none.
        seen_start: When the newest of its finished jobs began that somebody has looked at; `None` for none.
    """

    live_since: float | None = None
    finished_start: float | None = None
    seen_start: float | None = None


def course_of(jobs: Iterable[Job], deployment: Deployment) -> ModelCourse:
    """What one model's jobs and switches tell.

    Args:
        jobs: All of one model.
        deployment: What is behind its prediction API.
    """
    finished = [job for job in jobs if standing_of(job, LiveState.NO) in {Standing.FINISHED, Standing.LOOKED_AT}]
    live = deployment.live
    return ModelCourse(
        None if live is None else live.since,
        max(map(_began, finished), default=None),
        max((_began(job) for job in finished if job.opened_at is not None), default=None),
    )


def need_of(job: Job, live: LiveState, course: ModelCourse, *, is_late: bool = False) -> Need | None:
    """What a job needs a person for; `None` for nothing.

    What was overtaken needs nobody: a failure by a later job that finished, results nobody looked at and a decision
    nobody made by a later job that somebody looked at, or by a switch since. Nor does one that has finished
    without a file: there is nothing to look at yet.

    Args:
        job: As it is.
        live: What it is to its model's prediction API.
        course: What came after its model's earlier jobs.
        is_late: Whether it takes far longer than usual (`jobs.estimate.lateness`).
    """
    standing = standing_of(job, live)
    trouble = first_trouble(job, is_switching=standing is Standing.SWITCHING)
    if standing is Standing.FAILED and not _reaches_further(trouble):
        return None if _is_after(course.finished_start, _began(job)) else Need.FAILED
    if trouble is not None and trouble.needs_a_person:
        return Need.TROUBLE
    if is_late and standing in {Standing.TRAINING, Standing.NOT_CHECKED}:
        return Need.LATE
    is_overtaken = _is_after(course.seen_start, _began(job)) or _is_after(course.live_since, job.ended_at)
    return None if live is not LiveState.NO or is_overtaken else _need_of_finished(job, standing)


def can_be_looked_at(job: Job) -> bool:
    """Whether there is something to look at: a job can finish before the service offers its file."""
    return job.has_file or job.saved is not None


def _need_of_finished(job: Job, standing: Standing) -> Need | None:
    if standing is Standing.FINISHED:
        return Need.LOOK if can_be_looked_at(job) else None
    is_better = job.verdict is not None and job.verdict.answer is Answer.BETTER
    return Need.DECIDE if standing is Standing.LOOKED_AT and is_better and job.kept_at is None else None


def _reaches_further(trouble: Trouble | None) -> bool:
    """Whether there is trouble beside the failure itself that a person has to act on."""
    return trouble is not None and trouble.source is not TroubleWith.JOB and trouble.needs_a_person


def _began(job: Job) -> float:
    return job.added_at if job.started_at is None else job.started_at


def _is_after(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one > other
