"""Has one API key issued, with the account's secret key."""

import logging
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.ui.base.threads import Worker

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client
    from epa_gui.core.service.issued import IssuedKey

log = logging.getLogger(__name__)


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


class IssueWorker(Worker):
    """One key, from its order to its report.

    Signals:
        reported: What came of it (an `IssueReport`); once.
    """

    reported = Signal(object)

    def __init__(self, order: IssueOrder) -> None:
        super().__init__()
        self._order = order
        self._stopped = threading.Event()
        self._client: Client | None = None

    def run(self) -> None:
        """Ask; report once, whatever happens."""
        key = problem = None
        try:
            key = self._issue()
        except ProblemError as trouble:
            problem = trouble.problem
        except Exception as error:  # this door: whatever happens, the end is reported
            log.exception("the issuing of a key met something unexpected")
            problem = Problem(ProblemKind.UNEXPECTED, type(error).__name__)
        finally:
            if self._stopped.is_set():
                problem = None
            self.reported.emit(IssueReport(self._order, key, problem))

    def _issue(self) -> "IssuedKey | None":
        # Here, not above: requests takes longer to import than the window takes to show.
        from epa_gui.core.service.client import Client  # noqa: PLC0415

        self._client = Client()
        if self._stopped.is_set():
            return None
        try:
            order = self._order
            return self._client.issue_key(order.address, order.secret_key, order.service_model_id)
        finally:
            self._client.close()

    def stop(self) -> None:
        """End what is being asked at once."""
        self._stopped.set()
        if self._client is not None:
            self._client.cut()
