"""Asks once which release is the newest."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.jobs.version import Release
from epa_gui.ui.base.threads import Worker

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client

log = logging.getLogger(__name__)


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


class UpdateWorker(Worker):
    """One check for updates, from its start to its report.

    Signals:
        reported: What came of it (an `UpdateReport`); once.
    """

    reported = Signal(object)

    def __init__(self, order: UpdateOrder, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._order = order
        self._clock = clock
        self._stopped = threading.Event()
        self._client: Client | None = None

    def run(self) -> None:
        """Ask; report once, whatever happens."""
        report = UpdateReport(self._order)
        try:
            report = UpdateReport(self._order, self._ask())
        except ProblemError as trouble:
            report = UpdateReport(self._order, problem=trouble.problem)
        except Exception as error:  # this door: whatever happens, the end is reported
            log.exception("the check for updates met something unexpected")
            report = UpdateReport(self._order, problem=Problem(ProblemKind.UNEXPECTED, type(error).__name__))
        finally:
            self.reported.emit(UpdateReport(self._order) if self._stopped.is_set() else report)

    def _ask(self) -> Release | None:
        # Here, not above: requests takes longer to import than the window takes to show.
        from epa_gui.core.service.client import Client  # noqa: PLC0415
        from epa_gui.core.service.release import newest_release  # noqa: PLC0415

        self._client = Client()
        if self._stopped.is_set():
            return None
        try:
            order = self._order
            return newest_release(self._client, order.address, order.home, order.built_at, self._clock)
        finally:
            self._client.close()

    def stop(self) -> None:
        """End what is being asked at once."""
        self._stopped.set()
        if self._client is not None:
            self._client.cut()
