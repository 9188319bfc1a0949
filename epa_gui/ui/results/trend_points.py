"""The jobs of a model as points of trends, one a metric: from what was noted of each one's results."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.verdict_note import Measured, VerdictNote
from epa_gui.core.results.content import MetricKind
from epa_gui.core.results.own_interval import wilson
from epa_gui.core.results.pictures.figures import TrendPoint
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.metric_text import is_share, metric_name

_LEAST_JOBS = 2
"""Jobs that a metric other than the one that carries the verdict must have: a single point is no trend."""

_KNOWN = frozenset(MetricKind)


@dataclass(frozen=True, slots=True)
class Trend:
    """One metric over the jobs.

    Attributes:
        metric: Which, a value of `MetricKind`; empty for one nobody here knows.
        horizon: Of a time series: how far ahead, as the files write it.
        name: What it is called on screen.
        is_share: Whether it is written in percent.
        points: One a job, the oldest first.
    """

    metric: str
    horizon: str
    name: str
    is_share: bool
    points: tuple[TrendPoint, ...]


def trends_of(jobs: Iterable[Job], shown: VerdictNote, live: frozenset[str] = frozenset()) -> tuple[Trend, ...]:
    """Those that can be drawn: first that of the metric which carries the verdict that is looked at.

    Args:
        jobs: The model's.
        shown: The verdict that is looked at.
        live: The IDs of the jobs that were put into service.
    """
    judged = [(job, job.verdict) for job in sorted(jobs, key=_when) if job.verdict is not None]
    begins_anew = _where_rows_change([job for job, _ in judged])
    by_job = [_measured(note) for _, note in judged]
    had = Counter(key for measured in by_job for key in measured)
    first = (shown.metric, shown.horizon)
    others = sorted(key for key, count in had.items() if count >= _LEAST_JOBS and key != first and key[0] in _KNOWN)
    trends = []
    for metric, horizon in (first, *others):
        points = []
        for (job, _), measured, is_new in zip(judged, by_job, begins_anew, strict=True):
            own = measured.get((metric, horizon))
            within = (own.low, own.high) if own and own.low is not None and own.high is not None else None
            value = own.value if own else None
            points.append(TrendPoint(job_title(job), _when(job), value, within, job.id in live, is_new))
        kind = MetricKind(metric) if metric in _KNOWN else None
        name = " ".join(part for part in (metric_name(kind) if kind else shown.name, horizon) if part)
        trends.append(Trend(metric, horizon, name, is_share(kind), tuple(points)))
    return tuple(trends)


def _where_rows_change(jobs: list[Job]) -> list[bool]:
    """For each job whether it was judged on other rows than the one before."""
    found: list[bool] = []
    evaluation: str | None = None
    for job in jobs:
        sent = job.upload.evaluation_sha256 if job.upload else ""
        # Without an evaluation file the service sets other rows aside each time.
        found.append(evaluation is not None and (not sent or sent != evaluation))
        evaluation = sent
    return found


def _measured(note: VerdictNote) -> dict[tuple[str, str], Measured]:
    """What was noted of the new model, by metric and horizon."""
    found = {(each.metric, each.horizon): each for each in note.measured}
    key = (note.metric, note.horizon)
    if key not in found and note.this is not None:  # noted by a version that kept this one alone
        is_counted = note.metric == MetricKind.ACCURACY and note.rows and 0 <= note.this <= 1
        low, high = wilson(note.this, note.rows) if is_counted and note.rows else (None, None)
        found[key] = Measured(note.metric, note.this, low, high, note.horizon)
    return found


def _when(job: Job) -> float:
    return job.ended_at or job.started_at or job.added_at
