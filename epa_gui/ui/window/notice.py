"""What is told outside the window, once."""

from dataclasses import dataclass

from epa_gui.core.jobs.job import JobKey


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification.

    Attributes:
        title: Its first line, plain text.
        text: What stands below, plain text.
        is_warning: Whether a job has failed.
        jobs: What it is about, and what a click shows.
    """

    title: str
    text: str
    is_warning: bool
    jobs: tuple[JobKey, ...]
