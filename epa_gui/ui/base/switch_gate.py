"""Who is asked before a switch is sent, and may do something first."""

from dataclasses import dataclass
from typing import Protocol

from epa_gui.core.jobs.job import JobKey


@dataclass(frozen=True, slots=True)
class SwitchIntent:
    """A switch that a person has decided on, and that nobody was asked for yet.

    Attributes:
        job: The job whose model is to be live.
        reason: The person's words.
        is_back: Whether that goes back to an earlier job.
    """

    job: JobKey
    reason: str
    is_back: bool


class SwitchGate(Protocol):
    """Holds a switch up as long as it wants; it lets go of it by a signal of its own, which carries the intent."""

    def hold(self, intent: SwitchIntent) -> bool:
        """Whether it holds this switch up; `False`, and nothing follows, if the switch may go on at once."""
