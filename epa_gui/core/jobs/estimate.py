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
class Measure:
    """What a model's finished jobs tell of how long the next one takes.

    Attributes:
        seconds: The median of how long they took.
        jobs: How many they are.
        seconds_a_row: The median of their seconds a row of the training file; 0 if too few have a known number of rows.
        jobs_with_rows: How many have.
    """

    seconds: float
    jobs: int
    seconds_a_row: float
    jobs_with_rows: int


def measure(jobs: Iterable[Job]) -> Measure | None:
    """What one model's jobs tell of the next one; `None` if none of them is a measure.

    A finished job's true end lies somewhere between the last check that saw it going and the one that saw it ended;
    what was seen (`ended_at`) is used, so estimates are a little late rather than early. Where these lie far apart, as
    after a night with the lid closed, nobody knows how long the job took, and it is no measure.

    Args:
        jobs: All of one model; those that are no measure are passed over.
    """
    runs = [run for job in jobs if (run := _run(job))]
    if not runs:
        return None
    with_rows = [seconds / rows for seconds, rows in runs if rows > 0]
    is_enough = len(with_rows) >= ENOUGH_TO_SCALE
    seconds_a_row = _median(with_rows) if is_enough else 0.0
    return Measure(_median([seconds for seconds, _ in runs]), len(runs), seconds_a_row, len(with_rows))


def estimate_by(job: Job, known: Measure | None) -> Estimate | None:
    """When `job` will be done; `None` where nothing can be said.

    By the median of how long the model's finished jobs took, or, where enough of them have a known number of rows and
    this one has too, the median of their seconds a row times its rows.

    Args:
        job: Only one in progress, whose file has arrived and whose start is known, can be estimated.
        known: The measure of its model.
    """
    if known is None or job.started_at is None or job.is_uploading or job.stage is not Stage.IN_PROGRESS:
        return None
    return estimate_from(job.started_at, _rows(job), known)


def estimate_from(started_at: float, rows: int, known: Measure) -> Estimate:
    """When a job of that many rows will be done that starts then; 0 rows if nobody knows how many."""
    if rows > 0 and known.seconds_a_row:
        seconds = known.seconds_a_row * rows
        return Estimate(started_at + seconds, seconds, known.jobs_with_rows, is_scaled=True)
    return Estimate(started_at + known.seconds, known.seconds, known.jobs, is_scaled=False)


def estimate(job: Job, others: Iterable[Job]) -> Estimate | None:
    """When `job` will be done, see `estimate_by`; jobs of other models, and itself, are no measure for it."""
    return estimate_by(job, measure(other for other in others if other.model == job.model and other.id != job.id))


LATE_SECONDS = 1800.0
"""So much later than estimated is no lateness yet, however short the model's jobs are."""


def lateness(estimate: Estimate | None, now: float) -> float:
    """How much longer than usual a job has been going, in seconds; 0 while that may well be chance.

    Far beyond is: by more than all it usually takes, and by more than half an hour.
    """
    if estimate is None:
        return 0.0
    late = now - estimate.ends_at
    return late if late > max(LATE_SECONDS, estimate.seconds) else 0.0


def _run(job: Job) -> tuple[float, int] | None:
    """A finished job's seconds, and its training file's rows, 0 if not known; `None` if it is no measure."""
    if job.stage is not Stage.FINISHED or job.started_at is None or job.ended_at is None:
        return None
    seconds = job.ended_at - job.started_at
    unseen = job.ended_at - (job.going_at or job.started_at)
    if unseen > max(_SURE_SECONDS, seconds * _SURE_SHARE):
        return None
    return (seconds, _rows(job)) if seconds > 0 else None


def _median(values: list[float]) -> float:
    """As `statistics.median`, without the libraries that loading that brings into every start (10 ms)."""
    ordered, middle = sorted(values), len(values) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _rows(job: Job) -> int:
    return job.upload.rows if job.upload else 0
