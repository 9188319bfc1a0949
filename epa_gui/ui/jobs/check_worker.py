"""Checks jobs: a few threads, each with its own connections, taking orders from one queue."""

import logging
import queue
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from epa_gui.core.jobs.job import Answer, JobKey
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.ui.base.threads import Worker, start_in_thread

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """One job to ask about.

    Attributes:
        job: Which.
        address: The service's base URL.
        api_key: The model's key.
    """

    job: JobKey
    address: str
    api_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What came of it: an answer or a problem, never both.

    Attributes:
        order: What was asked.
        at: When the answer or the trouble came, seconds since the epoch (UTC).
        answer: What the service said.
        results_name: The file's own name in the answer's link.
        problem: Why there is no answer.
    """

    order: CheckOrder
    at: float
    answer: Answer | None = None
    results_name: str = ""
    problem: Problem | None = None


class CheckWorker(Worker):
    """Asks about one job after the other, as the queue gives them.

    Signals:
        reported: The `CheckReport` of one order; each gets exactly one.
    """

    reported = Signal(object)

    def __init__(self, orders: "queue.SimpleQueue[CheckOrder | None]", clock: Callable[[], float]) -> None:
        super().__init__()
        self._orders = orders
        self._clock = clock
        self._client: Client | None = None
        self._is_stopping = False

    def run(self) -> None:
        """Until the queue says `None`."""
        # Here, not above: requests takes longer to import than the window takes to show.
        from epa_gui.core.service.client import Client  # noqa: PLC0415

        self._client = Client()
        if self._is_stopping:
            self._client.cut()
        while (order := self._orders.get()) is not None and not self._is_stopping:
            self.reported.emit(self._check(order, self._client))
        self._client.close()

    def _check(self, order: CheckOrder, client: "Client") -> CheckReport:
        from epa_gui.core.service.reply import file_name_in  # noqa: PLC0415  as above

        try:
            answer = client.status(order.address, order.api_key, order.job.id, self._clock())
            return CheckReport(order, self._clock(), answer, file_name_in(answer.download_url))
        except ProblemError as trouble:
            return CheckReport(order, self._clock(), problem=trouble.problem)
        except Exception as error:  # this door: one bad answer must not end checking
            log.exception("a check met something unexpected")
            problem = Problem(ProblemKind.UNEXPECTED, type(error).__name__)
            return CheckReport(order, self._clock(), problem=problem)

    def stop(self) -> None:
        """End what is being asked at once."""
        self._is_stopping = True
        if self._client is not None:
            self._client.cut()


class CheckPool(QObject):
    """The main thread's end of the check workers.

    Signals:
        reported: What came of one order, a `CheckReport`.
    """

    reported = Signal(object)

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._clock = clock
        self._orders: queue.SimpleQueue[CheckOrder | None] = queue.SimpleQueue()
        self._workers: list[CheckWorker] = []
        self._at_work = 0
        self._is_stopping = False
        self.threads: list[QThread] = []
        self.most = 1

    def ask(self, order: CheckOrder, under_way: int) -> None:
        """Have one job asked about; `under_way` tells how many are, with this one, so that no idle thread is made."""
        if self._is_stopping:
            return  # nobody would end a thread that begins now, nor wait for it
        while self._at_work < min(self.most, under_way):
            self._add_worker()
        self._orders.put(order)

    def set_most(self, most: int) -> None:
        """Allow this many requests at a time; fewer than before takes effect as workers become free."""
        for _ in range(self._at_work - most):
            # Whichever takes it ends, so none may be dropped from the list of those to be stopped.
            self._orders.put(None)
            self._at_work -= 1
        self.most = most

    def _add_worker(self) -> None:
        worker = CheckWorker(self._orders, self._clock)
        worker.reported.connect(self.reported)
        self._workers.append(worker)
        self._at_work += 1
        self.threads.append(start_in_thread(worker, f"check {len(self.threads) + 1}"))

    def stop(self) -> None:
        """End all workers, for good; what they still report is of no use to anybody."""
        self._is_stopping = True
        for worker in self._workers:
            worker.stop()
        for _ in self.threads:
            self._orders.put(None)
