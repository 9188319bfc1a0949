"""What a job's results compare it with: the model that is live now, or one before that. Pure."""

from enum import StrEnum

from epa_gui.core.history.deployment import Deployment
from epa_gui.core.jobs.job import Job


class ComparedWith(StrEnum):
    """Which model that is."""

    LIVE = "live"  # the one that is live now
    EARLIER = "earlier"  # one that was live before what is
    UNKNOWN = "unknown"


def compared_with(job: Job, deployment: Deployment) -> ComparedWith:
    """Which model a job's results compare it with, as far as that is known.

    The service compares with the model that was there when the training began.

    Args:
        job: Whose results.
        deployment: What is behind its model's prediction API.
    """
    if not deployment.is_certain:
        return ComparedWith.UNKNOWN
    live = deployment.live
    if live is None:
        return ComparedWith.LIVE
    if live.job == job.id:
        return ComparedWith.EARLIER
    if job.started_at is None:
        return ComparedWith.UNKNOWN
    since = live.at if live.ended_at is None else live.ended_at
    return ComparedWith.LIVE if since <= job.started_at else ComparedWith.EARLIER


def is_against_live(job: Job, deployment: Deployment) -> bool:
    """Whether the model that a job's results compare it with is known to be the one that is live now."""
    return compared_with(job, deployment) is ComparedWith.LIVE
