"""The five steps of a job's way, each with how far it is and when that was. Pure."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.core.way.standing import Standing


class Step(IntEnum):
    """The steps, in their order."""

    SENT = 1
    TRAINING = 2
    FINISHED = 3
    LOOKED_AT = 4
    LIVE = 5


class Mark(StrEnum):
    """How far a step is."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"  # not yet, or passed by
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class StepState:
    """One step of one job.

    Attributes:
        step: Which one.
        mark: How far it is.
        at: When it was reached, or, while it is under way, when it began; seconds since the epoch (UTC); `None` where
            nobody knows, or it was not.
        seconds: How long it took; `None` where nobody knows, or it is not over.
        is_about: Whether `at` is an estimate of when it will be reached.
    """

    step: Step
    mark: Mark
    at: float | None = None
    seconds: float | None = None
    is_about: bool = False


_AFTER_TRAINING = frozenset(
    {
        Standing.FINISHED,
        Standing.LOOKED_AT,
        Standing.SWITCHING,
        Standing.NOT_CONFIRMED,
        Standing.PERHAPS_LIVE,
        Standing.LIVE,
    }
)


def steps_of(
    job: Job, standing: Standing, *, estimate: Estimate | None = None, live_since: float | None = None
) -> tuple[StepState, ...]:
    """All five steps.

    Args:
        job: As it is.
        standing: Where it stands.
        estimate: When it will be done, where that can be said.
        live_since: When it was put into service, seconds since the epoch (UTC), if it is live or was.
    """
    return (
        _sent(job, standing),
        _training(job, standing),
        _finished(job, standing, estimate),
        _looked_at(job, standing),
        _live(job, standing, live_since),
    )


def _sent(job: Job, standing: Standing) -> StepState:
    if standing is Standing.UPLOADING:
        return StepState(Step.SENT, Mark.NOW, job.added_at)
    if standing is Standing.NOT_SENT:
        return StepState(Step.SENT, Mark.FAILED, job.added_at)
    arrived = job.upload.arrived_at if job.upload else None
    return StepState(Step.SENT, Mark.DONE, job.started_at if arrived is None else arrived)


def _training(job: Job, standing: Standing) -> StepState:
    if standing in {Standing.UPLOADING, Standing.NOT_SENT}:
        return StepState(Step.TRAINING, Mark.NEXT)
    if standing in {Standing.NOT_CHECKED, Standing.TRAINING}:
        return StepState(Step.TRAINING, Mark.NOW, job.status_since)
    seconds = None
    if job.started_at is not None and job.ended_at is not None:
        seconds = max(0.0, job.ended_at - job.started_at)
    return StepState(Step.TRAINING, Mark.DONE, job.started_at, seconds)


def _finished(job: Job, standing: Standing, estimate: Estimate | None) -> StepState:
    if standing is Standing.FAILED:
        return StepState(Step.FINISHED, Mark.FAILED, job.ended_at)
    if standing in _AFTER_TRAINING:
        return StepState(Step.FINISHED, Mark.DONE, job.ended_at)
    if estimate is not None and standing in {Standing.NOT_CHECKED, Standing.TRAINING}:
        return StepState(Step.FINISHED, Mark.NEXT, estimate.ends_at, is_about=True)
    return StepState(Step.FINISHED, Mark.NEXT)


def _looked_at(job: Job, standing: Standing) -> StepState:
    if job.opened_at is not None and standing in _AFTER_TRAINING:
        return StepState(Step.LOOKED_AT, Mark.DONE, job.opened_at)
    return StepState(Step.LOOKED_AT, Mark.NOW if standing is Standing.FINISHED else Mark.NEXT)


def _live(job: Job, standing: Standing, live_since: float | None) -> StepState:
    if standing is Standing.LIVE:
        return StepState(Step.LIVE, Mark.DONE, live_since)
    if standing in {Standing.SWITCHING, Standing.NOT_CONFIRMED, Standing.PERHAPS_LIVE}:
        return StepState(Step.LIVE, Mark.NOW, live_since)
    is_better = job.verdict is not None and job.verdict.answer is Answer.BETTER
    is_next = standing is Standing.LOOKED_AT and is_better and job.kept_at is None and live_since is None
    return StepState(Step.LIVE, Mark.NOW if is_next else Mark.NEXT, live_since)
