"""What is told outside the window, once."""

from collections.abc import Callable
from dataclasses import dataclass, field

from epa_gui.core.jobs.job import JobKey


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification.

    Attributes:
        title: Its first line, plain text.
        text: What stands below, plain text.
        is_warning: Whether a job has failed.
        jobs: What it is about, and what a click shows.
        again: Makes the same one in the language of now.
    """

    title: str
    text: str
    is_warning: bool
    jobs: tuple[JobKey, ...]
    again: "Callable[[], Notice]" = field(compare=False, repr=False)
