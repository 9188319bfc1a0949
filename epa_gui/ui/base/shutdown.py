"""Who is to be stopped when a window closes, and whose threads are waited for: everybody who registered."""

from collections.abc import Iterator
from enum import IntEnum, auto
from typing import TYPE_CHECKING, TypeVar

from epa_gui.ui.base.threads import wait_for

if TYPE_CHECKING:
    from PySide6.QtCore import QThread

_T = TypeVar("_T")


class StopPhase(IntEnum):
    """The order of a shutdown: each phase may still give work to those after it."""

    WORK = 0
    """Asks the service, reads and writes files; can be told to end at once."""
    KEYCHAIN = auto()
    """Keeps and deletes keys; what was ordered is done first."""
    LIST = auto()
    """Writes the list and its history; what was ordered is done first."""


class Shutdown:
    """The parts of a session that have threads or have something to stop, each with its phase.

    Within a phase they are stopped in the order in which they registered.
    """

    def __init__(self) -> None:
        self._parts: list[tuple[StopPhase, object]] = []

    def register(self, part: _T, phase: StopPhase = StopPhase.WORK) -> _T:
        """Have a part stopped with the others; the part itself, so that it can be registered where it is made.

        Args:
            part: Has a method `stop`, or `threads` to wait for, or both.
            phase: When.

        Raises:
            TypeError: It has neither.
        """
        if not (callable(getattr(part, "stop", None)) or hasattr(part, "threads")):
            raise TypeError(f"{type(part).__name__} has nothing to stop and no threads")
        self._parts.append((phase, part))
        return part

    def __iter__(self) -> Iterator[object]:
        """All that registered."""
        return self._of()

    def __contains__(self, part: object) -> bool:
        """Whether it is registered."""
        return any(part is known for known in self._of())

    def stop(self, phase: StopPhase, seconds: float) -> bool:
        """Stop all of one phase, then wait so long for their threads; `False` if one had not ended in time."""
        for part in self._of(phase):
            stop = getattr(part, "stop", None)
            if stop is not None:
                stop()
        return wait_for(self._threads_of(phase), seconds)

    def _of(self, phase: StopPhase | None = None) -> Iterator[object]:
        return (part for of, part in self._parts if phase is None or of is phase)

    def _threads_of(self, phase: StopPhase) -> list["QThread"]:
        return [thread for part in self._of(phase) for thread in getattr(part, "threads", ())]
