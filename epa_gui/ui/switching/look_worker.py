"""Sees whether a file is there: a network drive may take its time to say."""

from dataclasses import dataclass
from pathlib import Path

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.one_shot_worker import OneShotWorker


@dataclass(frozen=True, slots=True)
class LookOrder:
    """One file to look for.

    Attributes:
        job: Whose results it should be.
        path: The file.
    """

    job: JobKey
    path: str


@dataclass(frozen=True, slots=True)
class LookReport:
    """What was seen.

    Attributes:
        order: What was looked for.
        is_there: Whether it is a file, as far as can be told.
    """

    order: LookOrder
    is_there: bool


class LookWorker(OneShotWorker[LookOrder, bool, LookReport]):
    """One look at one path. It cannot be broken off.

    It reports a `LookReport`.
    """

    def work(self) -> bool:
        """Look."""
        try:
            return Path(self._order.path).is_file()
        except (OSError, ValueError):
            return False

    def report(self, result: bool | None, problem: Problem | None) -> LookReport:  # noqa: ARG002, FBT001  not seen is not there
        """Whether it is there."""
        return LookReport(self._order, bool(result))
