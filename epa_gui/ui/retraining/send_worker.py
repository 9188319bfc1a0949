"""Sends a training file, in a thread of its own. What it does one after the other: `delivery`."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from epa_gui.core.jobs.backoff import Backoff
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.ui.base.one_shot_worker import OneShotWorker, ServiceWorker
from epa_gui.ui.base.transfer_meter import Meter

if TYPE_CHECKING:
    from epa_gui.core.dataset.upload_payload import Copy, Item
    from epa_gui.core.service.client import Client

_WAITS = (2.0, 8.0, 30.0)
_LONGEST_WAIT = 60.0


class Phase(StrEnum):
    """What sending is busy with."""

    PREPARING = "preparing"
    ASKING = "asking"
    SENDING = "sending"


@dataclass(frozen=True, slots=True)
class SendOrder:
    """One retraining to start.

    Attributes:
        id: Tells this sending from others before the service has given its job a name.
        address: The service's base URL.
        api_key: The model's key.
        training: The training file as it was shown.
        evaluation: The evaluation file as it was shown, if there is one.
        folder: Where a copy or a zip may be made.
    """

    id: str
    address: str
    api_key: str = field(repr=False)
    training: "Item"
    evaluation: "Item | None"
    folder: Path


@dataclass(frozen=True, slots=True)
class SendProgress:
    """How far it is.

    Attributes:
        id: The order's.
        phase: What it is busy with.
        done: Bytes done in this phase.
        total: Bytes in all in this phase, or 0 if there is nothing to count.
        speed: Bytes per second over the last moments.
    """

    id: str
    phase: Phase
    done: int = 0
    total: int = 0
    speed: float = 0.0


@dataclass(frozen=True, slots=True)
class Issued:
    """The service has named a job for the file.

    Attributes:
        id: The order's.
        job_id: The service's ``retrain_job_id``.
        size: Bytes that will be sent.
        sha256: Of them, in hexadecimal.
        training_copy: The training file in them, if that is a copy.
        evaluation_copy: The evaluation file in them, if that is a copy.
    """

    id: str
    job_id: str
    size: int
    sha256: str
    training_copy: "Copy | None" = None
    evaluation_copy: "Copy | None" = None


@dataclass(frozen=True, slots=True)
class SendReport:
    """What came of it: arrived, a problem, or given up.

    Attributes:
        id: The order's.
        problem: Why it did not arrive.
        was_cancelled: Whether a person gave it up.
    """

    id: str
    problem: Problem | None = None
    was_cancelled: bool = False


class SendWorker(ServiceWorker[SendOrder, bool, SendReport]):
    """One sending, from its order to its report.

    It reports a `SendReport`.

    Signals:
        progressed: How far it is, again and again: a `SendProgress`.
        issued: The service has named a job for it: `Issued`. It comes once more for each fresh link.
    """

    progressed = Signal(object)
    issued = Signal(object)

    def __init__(self, order: SendOrder) -> None:
        super().__init__(order)
        self._is_program_ending = False
        self._meter = Meter()
        self._phase = Phase.PREPARING

    def cancel(self) -> None:
        """Give it up."""
        super().stop()

    def stop(self) -> None:
        """End because the program does: the next start offers to send it again."""
        self._is_program_ending = True
        super().stop()

    def ask(self, client: "Client") -> bool:
        """Send; whether it arrived."""
        from epa_gui.ui.retraining.delivery import Delivery  # noqa: PLC0415  see `one_shot_worker`

        Delivery(self._order, client, self._stopped, Backoff(_WAITS, _LONGEST_WAIT), self).run()
        return True

    def report(self, result: bool | None, problem: Problem | None) -> SendReport:  # noqa: FBT001  the base's words
        """What was all sent may have arrived, whoever gave it up meanwhile."""
        is_unsure = problem is not None and problem.kind is ProblemKind.SEND_UNANSWERED
        was_stopped = self._stopped.is_set() and not result and not is_unsure
        if was_stopped:
            problem = Problem(ProblemKind.SEND_INTERRUPTED) if self._is_program_ending else None
        return SendReport(self._order.id, problem, was_cancelled=was_stopped and not self._is_program_ending)

    def begin(self, phase: Phase) -> None:
        """Tell that another phase begins."""
        self._phase = phase
        self._meter.begin(0)
        self.progressed.emit(SendProgress(self._order.id, phase))

    def tell(self, done: int, total: int) -> None:
        """Tell how far this phase is, in bytes, not too often."""
        speed = self._meter.speed_at(done, is_last=done == total)
        if speed is not None:
            self.progressed.emit(SendProgress(self._order.id, self._phase, done, total, speed))

    def tell_issued(self, issued: Issued) -> None:
        """Tell that the service has named a job."""
        self.issued.emit(issued)


class SweepWorker(OneShotWorker[Path, None, None]):
    """Deletes what a program that was killed in the middle of sending left behind. It is over in a moment by itself.

    What it reports is of no use to anybody.
    """

    def work(self) -> None:
        """Clear the folder, if there is one."""
        if self._order.is_dir():
            from epa_gui.core.dataset.upload_payload import clear  # noqa: PLC0415  rarely needed

            clear(self._order)

    def report(self, result: None, problem: Problem | None) -> None:
        """Nobody waits for it."""
