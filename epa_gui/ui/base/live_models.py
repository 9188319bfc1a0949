"""What a room may ask about what is live, whoever knows it."""

from typing import Protocol

from epa_gui.core.history.deployment import Deployment, LiveState
from epa_gui.core.jobs.job import Job, JobKey


class LiveModels(Protocol):
    """What is behind each model's prediction API, as far as this program knows."""

    def deployment_of(self, model: str) -> Deployment:
        """What is behind a model's prediction API."""

    def live_state_of(self, job: Job) -> LiveState:
        """What a job is to its model's prediction API."""

    def job_before(self, model: str) -> JobKey | None:
        """Of the jobs in the list that were live before the one that is, the one that was last; `None` for none."""

    def live_title(self, model: str) -> str:
        """What the live job is called now, or was called when it was switched to; empty for the original."""
