"""Asks the service, once, to put a retrained model into service."""

import logging
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.ui.base.threads import Worker

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SwitchOrder:
    """One switch to ask for.

    Attributes:
        id: This program's identity for it.
        address: The service's base URL.
        api_key: The model's key.
        job_id: The service's ``retrain_job_id``.
        seconds: How long the service has for its answer, and this computer for reaching it.
    """

    id: str
    address: str
    api_key: str = field(repr=False)
    job_id: str
    seconds: float


@dataclass(frozen=True, slots=True)
class SwitchReport:
    """How it ended.

    Attributes:
        id: Which.
        outcome: What came of it.
        problem: Why it was not done, or why nobody knows.
    """

    id: str
    outcome: SwitchOutcome
    problem: Problem | None = None


class SwitchWorker(Worker):
    """One switch, from its order to its report; never a second try.

    Signals:
        reported: How it ended (a `SwitchReport`); once.
    """

    reported = Signal(object)

    def __init__(self, order: SwitchOrder) -> None:
        super().__init__()
        self._order = order
        self._stopped = threading.Event()
        self._client: Client | None = None

    def run(self) -> None:
        """Ask; report once, whatever happens."""
        report = SwitchReport(self._order.id, SwitchOutcome.NOT_CONFIRMED, Problem(ProblemKind.UNEXPECTED))
        try:
            report = self._switch()
        except Exception as error:  # this door: whatever happens, the end is reported
            log.exception("a switch met something unexpected")
            problem = Problem(ProblemKind.UNEXPECTED, type(error).__name__)
            outcome = SwitchOutcome.NOT_CONFIRMED if self.may_have_sent() else SwitchOutcome.NOT_SENT
            report = SwitchReport(self._order.id, outcome, problem)
        finally:
            self.reported.emit(report)

    def may_have_sent(self) -> bool:
        """Whether the request may have left this computer. Called by any thread."""
        return self._client is not None and self._client.guard.has_sent

    def _switch(self) -> SwitchReport:
        # Here, not above: requests takes longer to import than the window takes to show.
        from epa_gui.core.service.client import Client  # noqa: PLC0415
        from epa_gui.core.service.switched import NotConfirmedError  # noqa: PLC0415

        order = self._order
        self._client = Client()
        if self._stopped.is_set():
            self._client.cut()
        try:
            self._client.switch(order.address, order.api_key, order.job_id, order.seconds)
        except NotConfirmedError as trouble:
            return SwitchReport(order.id, SwitchOutcome.NOT_CONFIRMED, trouble.problem)
        except ProblemError as trouble:
            outcome = SwitchOutcome.REFUSED if self.may_have_sent() else SwitchOutcome.NOT_SENT
            return SwitchReport(order.id, outcome, trouble.problem)
        else:
            return SwitchReport(order.id, SwitchOutcome.DONE)
        finally:
            self._client.close()

    def stop_unsent(self) -> bool:
        """End it if nothing can have left; whether that is so, and nothing ever will. Called by any thread."""
        self._stopped.set()
        return self._client is None or self._client.guard.cut_unsent()

    def stop(self) -> None:
        """End what is being asked at once: what has not been sent never will be."""
        self._stopped.set()
        if self._client is not None:
            self._client.cut()
