"""Asks the service, once, to put a retrained model into service."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.ui.base.one_shot_worker import ServiceWorker

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client


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


class SwitchWorker(ServiceWorker[SwitchOrder, SwitchReport, SwitchReport]):
    """One switch, from its order to its report; never a second try.

    It reports a `SwitchReport`.
    """

    def may_have_sent(self) -> bool:
        """Whether the request may have left this computer. Called by any thread."""
        return self._client is not None and self._client.guard.has_sent

    def ask(self, client: "Client") -> SwitchReport:
        """Ask for the switch."""
        from epa_gui.core.service.switched import NotConfirmedError  # noqa: PLC0415  see `one_shot_worker`

        order = self._order
        try:
            client.switch(order.address, order.api_key, order.job_id, order.seconds)
        except NotConfirmedError as trouble:
            return SwitchReport(order.id, SwitchOutcome.NOT_CONFIRMED, trouble.problem)
        except ProblemError as trouble:
            outcome = SwitchOutcome.REFUSED if self.may_have_sent() else SwitchOutcome.NOT_SENT
            return SwitchReport(order.id, outcome, trouble.problem)
        return SwitchReport(order.id, SwitchOutcome.DONE)

    def report(self, result: SwitchReport | None, problem: Problem | None) -> SwitchReport:
        """Of a request that ended in something unexpected nobody knows what came of it, once it may have left."""
        outcome = SwitchOutcome.NOT_CONFIRMED if self.may_have_sent() else SwitchOutcome.NOT_SENT
        return result or SwitchReport(self._order.id, outcome, problem or Problem(ProblemKind.UNEXPECTED))

    def stop_unsent(self) -> bool:
        """End it if nothing can have left; whether that is so, and nothing ever will. Called by any thread."""
        self._stopped.set()
        return self._client is None or self._client.guard.cut_unsent()
