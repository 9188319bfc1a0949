"""Has one API key issued, with the account's secret key."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.one_shot_worker import ServiceWorker

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client
    from epa_gui.core.service.issued import IssuedKey


@dataclass(frozen=True, slots=True)
class IssueOrder:
    """One key to be issued.

    Attributes:
        model: Whose, by identity; "" for a model that is only being added.
        address: The service's base URL.
        secret_key: The account's secret key, for this question alone.
        service_model_id: The model's number in the service.
    """

    model: str
    address: str
    secret_key: str = field(repr=False)
    service_model_id: int


@dataclass(frozen=True, slots=True)
class IssueReport:
    """What came of it: a key, a problem, or neither if it was stopped.

    Attributes:
        order: What was asked for.
        key: The key, and until when it is valid.
        problem: Why there is none; trouble with a key is about the secret key.
    """

    order: IssueOrder
    key: "IssuedKey | None" = None
    problem: Problem | None = None


class IssueWorker(ServiceWorker[IssueOrder, "IssuedKey", IssueReport]):
    """One key, from its order to its report.

    It reports an `IssueReport`.
    """

    def ask(self, client: "Client") -> "IssuedKey":
        """Ask for the key."""
        order = self._order
        return client.issue_key(order.address, order.secret_key, order.service_model_id)

    def report(self, result: "IssuedKey | None", problem: Problem | None) -> IssueReport:
        """What broke because it was stopped is no problem."""
        return IssueReport(self._order, result, None if self._stopped.is_set() else problem)
