"""The base of workers that do one thing once, and of those among them that ask a server for it.

Each keeps only its own work: `work` or `ask`, and `report`. What takes long to import for it is imported there, in the
worker's thread, in one place: requests alone takes longer than the window takes to show.
"""

import logging
import threading
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind, StoppedError
from epa_gui.ui.base.threads import Worker

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client

log = logging.getLogger(__name__)

_Order = TypeVar("_Order")
_Result = TypeVar("_Result")
_Report = TypeVar("_Report")


class OneShotWorker(Worker, Generic[_Order, _Result, _Report]):
    """One order, carried out once and reported exactly once, whatever happens.

    Signals:
        reported: What `report` makes of the end.

    Args:
        order: What to do; frozen, as another thread holds it too.
    """

    reported = Signal(object)

    def __init__(self, order: _Order) -> None:
        super().__init__()
        self._order = order
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Give it up soon. Called by any thread."""
        self._stopped.set()

    def run(self) -> None:
        """Carry the order out and report."""
        result = problem = None
        try:
            result = self.work()
        except StoppedError:
            pass
        except ProblemError as trouble:
            problem = trouble.problem
        except Exception as error:  # noqa: BLE001  this door: whatever happens, the end is reported
            problem = Problem(ProblemKind.UNEXPECTED, type(error).__name__)
            self.meet(error)
        finally:
            self.reported.emit(self.report(result, problem))

    def work(self) -> _Result | None:
        """Carry the order out; `None` if it was stopped.

        Raises:
            StoppedError: It was stopped.
            ProblemError: It cannot be done.
        """
        raise NotImplementedError

    def report(self, result: _Result | None, problem: Problem | None) -> _Report:
        """What is reported of a result, of a problem, or of neither if it was stopped. Does nothing that may fail."""
        raise NotImplementedError

    def meet(self, error: Exception) -> None:
        """What to do, before the report, about an exception nobody expected: a fault of this program goes on.

        Raises:
            Exception: The same, for `sys.excepthook`, which tells people.
        """
        raise error

    def raise_if_stopped(self) -> None:
        """For `work`, between pieces.

        Raises:
            StoppedError: It is to be given up.
        """
        if self._stopped.is_set():
            raise StoppedError


class ServiceWorker(OneShotWorker[_Order, _Result, _Report]):
    """One order that takes questions to a server, with connections of its own.

    What a server answers can be anything, so an exception nobody expected is logged, and told as a problem alone.
    """

    def __init__(self, order: _Order) -> None:
        super().__init__(order)
        self._client: Client | None = None

    def stop(self) -> None:
        """Give it up, and end what is being asked at once. Called by any thread."""
        self._stopped.set()
        if self._client is not None:
            self._client.cut()

    def work(self) -> _Result | None:
        """Ask with a client that is closed at the end."""
        from epa_gui.core.service.client import Client  # noqa: PLC0415  see above

        client = self._client = Client()
        if self._stopped.is_set():
            client.cut()  # it was stopped before there was anything to cut
        try:
            return self.ask(client)
        finally:
            client.close()

    def ask(self, client: "Client") -> _Result | None:
        """As `work`; once it is stopped the client refuses every question."""
        raise NotImplementedError

    def meet(self, error: Exception) -> None:
        """Log it."""
        log.error("%s met something unexpected", type(self).__name__, exc_info=error)
