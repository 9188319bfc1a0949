"""What a room may ask of the list of jobs on screen, whoever shows it."""

from collections.abc import Sequence
from typing import Protocol

from epa_gui.core.jobs.job import JobKey


class JobView(Protocol):
    """The list of jobs with the details of one."""

    def chosen_model(self) -> str:
        """The model that is chosen, by its ID; empty if none is."""

    def shown_job(self) -> JobKey | None:
        """The job whose details are shown, if one job's are."""

    def select(self, key: JobKey) -> None:
        """Select a job, even if the filters hide it."""

    def show_jobs(self, keys: Sequence[JobKey]) -> None:
        """Select these jobs, even if the filters hide some."""

    def refresh(self) -> None:
        """Show everything that counts jobs as it is now, instead of a moment later."""
