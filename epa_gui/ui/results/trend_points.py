"""The jobs of a model as points of a trend: from what was noted of each one's results."""

from collections.abc import Iterable

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.verdict_note import VerdictNote
from epa_gui.core.results.content import MetricKind
from epa_gui.core.results.pictures.figures import TrendPoint
from epa_gui.core.results.pictures.working_out import wilson
from epa_gui.ui.base.metric_text import metric_name

_SHARES = frozenset({MetricKind.ACCURACY, MetricKind.PRECISION, MetricKind.RECALL, MetricKind.F_SCORE})


def trend_points(
    jobs: Iterable[Job], shown: VerdictNote, live: frozenset[str] = frozenset()
) -> tuple[tuple[TrendPoint, ...], str, bool]:
    """The points, oldest first; what the metric is called; and whether it is a share.

    Args:
        jobs: The model's.
        shown: The verdict that is looked at: its metric is the one that is drawn.
        live: The IDs of the jobs that were put into service.
    """
    kind = MetricKind(shown.metric) if shown.metric else None
    is_share = kind in _SHARES
    points: list[TrendPoint] = []
    evaluation: str | None = None
    for job in sorted((job for job in jobs if job.verdict is not None), key=_when):
        note = job.verdict
        if note is None:
            continue
        sent = job.upload.evaluation_sha256 if job.upload else ""
        # Without an evaluation file the service sets other rows aside each time.
        begins_anew = evaluation is not None and (not sent or sent != evaluation)
        evaluation = sent
        # Of each job that metric alone was noted which carries its verdict; one without it is listed, not drawn.
        is_told = note.metric == shown.metric and note.horizon == shown.horizon
        value, within = (note.this, _interval(kind, note)) if is_told else (None, None)
        points.append(TrendPoint(job.title, _when(job), value, within, job.id in live, begins_anew))
    name = metric_name(kind) if kind else shown.name
    return tuple(points), name, is_share


def _interval(kind: MetricKind | None, note: VerdictNote) -> tuple[float, float] | None:
    """Of what was counted row by row; of other metrics too little was noted."""
    if kind is MetricKind.ACCURACY and note.this is not None and note.rows:
        return wilson(note.this, note.rows)
    return None


def _when(job: Job) -> float:
    return job.ended_at or job.started_at or job.added_at
