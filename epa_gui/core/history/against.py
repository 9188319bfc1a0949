"""What a job's results compare it with: the model that is live now, or one before that. Pure."""

from epa_gui.core.history.deployment import Deployment
from epa_gui.core.jobs.job import Job


def is_against_live(job: Job, deployment: Deployment) -> bool:
    """Whether the model that a job's results compare it with is known to be the one that is live now.

    The service compares with the model that was there when the training began.

    Args:
        job: Whose results.
        deployment: What is behind its model's prediction API.
    """
    if not deployment.is_certain:
        return False
    live = deployment.live
    if live is None:
        return True
    since = live.at if live.ended_at is None else live.ended_at
    return live.job != job.id and job.started_at is not None and since <= job.started_at
