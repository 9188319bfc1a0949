"""When a job will be done, reckoned from its model's own past jobs. An estimate, and called one. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from epa_gui.core.jobs.job import Job, Stage

ENOUGH_TO_SCALE = 3
"""Past jobs with a known number of rows, from which on the number of rows counts."""

_SURE_SECONDS = 600.0
_SURE_SHARE = 0.25
"""How long before its end was seen a job may have been seen going last; in seconds, or as a share of all it took."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """When a job will be done, if it goes as the ones before it.

    Attributes:
        ends_at: Seconds since the epoch (UTC); may have passed.
        seconds: How long the job takes in all.
        jobs: How many finished jobs this rests on.
        is_scaled: Whether it was scaled by the number of rows of the training files.
    """

    ends_at: float
    seconds: float
    jobs: int
    is_scaled: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """A finished job: how many seconds it took, and its training file's rows; 0 if not known."""

    seconds: float
    rows: int


def estimate(job: Job, others: Iterable[Job]) -> Estimate | None:
    """When `job` will be done; `None` where nothing can be said.

    The median of how long the model's finished jobs took, or, where enough of them have a known number of rows and
    this one has too, the median of their seconds a row times its rows. A finished job's true end lies somewhere
    between the last check that saw it going and the one that saw it ended; what was seen (`ended_at`) is used, so
    estimates are a little late rather than early. Where these lie far apart, as after a night with the lid closed,
    nobody knows how long the job took, and it is no measure.

    Args:
        job: Only one in progress, whose file has arrived and whose start is known, can be estimated.
        others: Any jobs; those that are no measure for `job`, and itself, are passed over.
    """
    if job.started_at is None or job.is_uploading or job.stage is not Stage.IN_PROGRESS:
        return None
    runs = [run for other in others if other.model == job.model and other.id != job.id and (run := _run(other))]
    if not runs:
        return None
    from statistics import median  # noqa: PLC0415  loads a library of its own, which no start should wait for

    rows = _rows(job)
    with_rows = [run for run in runs if run.rows > 0]
    if rows > 0 and len(with_rows) >= ENOUGH_TO_SCALE:
        seconds = median(run.seconds / run.rows for run in with_rows) * rows
        return Estimate(job.started_at + seconds, seconds, len(with_rows), is_scaled=True)
    seconds = median(run.seconds for run in runs)
    return Estimate(job.started_at + seconds, seconds, len(runs), is_scaled=False)


def _run(job: Job) -> _Run | None:
    if job.stage is not Stage.FINISHED or job.started_at is None or job.ended_at is None:
        return None
    seconds = job.ended_at - job.started_at
    unseen = job.ended_at - (job.going_at or job.started_at)
    if unseen > max(_SURE_SECONDS, seconds * _SURE_SHARE):
        return None
    return _Run(seconds, _rows(job)) if seconds > 0 else None


def _rows(job: Job) -> int:
    return job.upload.rows if job.upload else 0
