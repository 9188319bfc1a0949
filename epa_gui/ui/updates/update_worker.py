"""Asks once which release is the newest."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from epa_gui.core.jobs.problem import Problem
from epa_gui.core.jobs.version import Release
from epa_gui.ui.base.one_shot_worker import ServiceWorker

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client


@dataclass(frozen=True, slots=True)
class UpdateOrder:
    """One question.

    Attributes:
        address: Where the release file is.
        home: The page of releases, fixed when the program was built; empty for any on the host of `address`.
        built_at: The day of the build; empty if it is not known.
    """

    address: str
    home: str = ""
    built_at: str = ""


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What came of it: a release, a problem, or neither if it was stopped.

    Attributes:
        order: What was asked.
        release: The newest one.
        problem: Why it is not known.
    """

    order: UpdateOrder
    release: Release | None = None
    problem: Problem | None = None


class UpdateWorker(ServiceWorker[UpdateOrder, Release, UpdateReport]):
    """One check for updates, from its order to its report.

    It reports an `UpdateReport`.
    """

    def __init__(self, order: UpdateOrder, clock: Callable[[], float] = time.time) -> None:
        super().__init__(order)
        self._clock = clock

    def ask(self, client: "Client") -> Release:
        """Ask which release is the newest."""
        from epa_gui.core.service.release import newest_release  # noqa: PLC0415  see `one_shot_worker`

        order = self._order
        return newest_release(client, order.address, order.home, order.built_at, self._clock)

    def report(self, result: Release | None, problem: Problem | None) -> UpdateReport:
        """Of what was stopped nothing is told."""
        if self._stopped.is_set():
            return UpdateReport(self._order)
        return UpdateReport(self._order, result, problem)
