"""Sends a training file: makes the parcel, asks for a job and its link, puts the bytes there."""

import contextlib
import logging
import threading
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.ui.base.threads import Worker
from epa_gui.ui.base.transfer_meter import Meter

if TYPE_CHECKING:
    from epa_gui.core.dataset.upload_payload import Item, UploadPayload
    from epa_gui.core.service.client import Client

log = logging.getLogger(__name__)

_FRESH_LINK_HELPS = frozenset({ProblemKind.LINK_EXPIRED, ProblemKind.CONNECTION_LOST})
"""A storage that refuses a large upload early may show as a connection that breaks off."""

_PASSING = frozenset({ProblemKind.TOO_MANY_REQUESTS, ProblemKind.STORAGE_TROUBLE})
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
    """

    id: str
    job_id: str
    size: int
    sha256: str


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


class SendWorker(Worker):
    """One sending, from its order to its report.

    Signals:
        progressed: How far it is (a `SendProgress`), a few times a second.
        issued: The service has named a job for the file (an `Issued`); at most once.
        reported: What came of it (a `SendReport`); once.
    """

    progressed = Signal(object)
    issued = Signal(object)
    reported = Signal(object)

    def __init__(self, order: SendOrder) -> None:
        super().__init__()
        self._order = order
        self._stopped = threading.Event()
        self._is_program_ending = False
        self._client: Client | None = None
        self._meter = Meter()
        self._phase = Phase.PREPARING
        self._has_arrived = False

    def cancel(self) -> None:
        """Give it up."""
        self._stopped.set()
        if self._client is not None:
            self._client.cut()

    def stop(self) -> None:
        """End because the program does: the next start offers to send it again."""
        self._is_program_ending = True
        self.cancel()

    def run(self) -> None:
        """Send; report once, whatever happens."""
        from epa_gui.core.dataset.upload_payload import StoppedError  # noqa: PLC0415  here and below: loaded when something is sent

        problem = None
        try:
            self._send_all()
        except StoppedError:
            pass
        except ProblemError as trouble:
            problem = trouble.problem
        except Exception as error:  # this door: whatever happens, the end is reported
            log.exception("sending met something unexpected")
            problem = Problem(ProblemKind.UNEXPECTED, type(error).__name__)
        finally:
            # What was all sent may have arrived, whoever gave it up meanwhile.
            is_unsure = problem is not None and problem.kind is ProblemKind.SEND_UNANSWERED
            was_stopped = self._stopped.is_set() and not self._has_arrived and not is_unsure
            if was_stopped:
                problem = Problem(ProblemKind.SEND_INTERRUPTED) if self._is_program_ending else None
            was_cancelled = was_stopped and not self._is_program_ending
            self.reported.emit(SendReport(self._order.id, problem, was_cancelled))

    def _send_all(self) -> None:
        # Here, not above: requests takes longer to import than the window takes to show.
        from epa_gui.core.dataset.upload_payload import payload_of  # noqa: PLC0415
        from epa_gui.core.service.client import Client  # noqa: PLC0415

        order = self._order
        self._begin(Phase.PREPARING)
        payload = payload_of(order.training, order.evaluation, order.folder, self._tell, self._stopped.is_set)
        self._client = Client()
        with contextlib.closing(self._client):
            try:
                self._raise_if_stopped()
                self._deliver(self._client, payload)
                self._has_arrived = True
            finally:
                payload.discard()

    def _deliver(self, client: "Client", payload: "UploadPayload") -> None:
        """Put the parcel where the service says; one fresh link where that one is of no use any more."""
        link, is_fresh, waits = self._ask_for_link(client, payload), False, list(_WAITS)
        while True:
            try:
                self._put(client, link, payload)
            except ProblemError as trouble:
                kind = trouble.problem.kind
                if kind is not ProblemKind.SEND_UNANSWERED:
                    self._raise_if_stopped()
                if kind in _FRESH_LINK_HELPS and not is_fresh:
                    link, is_fresh = self._ask_for_link(client, payload), True
                elif kind in _PASSING and waits:
                    wait = max(waits.pop(0), trouble.problem.retry_after or 0.0)
                    self._stopped.wait(min(_LONGEST_WAIT, wait))
                    self._raise_if_stopped()
                else:
                    raise
            else:
                return

    def _ask_for_link(self, client: "Client", payload: "UploadPayload") -> str:
        self._begin(Phase.ASKING)
        place = client.upload_place(self._order.address, self._order.api_key, payload.name)
        self._raise_if_stopped()
        self.issued.emit(Issued(self._order.id, place.job_id, payload.size, payload.sha256))
        return place.link

    def _put(self, client: "Client", link: str, payload: "UploadPayload") -> None:
        from epa_gui.core.dataset.upload_payload import Body  # noqa: PLC0415  as above
        from epa_gui.core.service.upload import UnansweredError, put  # noqa: PLC0415

        self._begin(Phase.SENDING)
        try:
            put(client, link, Body(payload, self._tell, self._stopped.is_set))
        except UnansweredError as trouble:
            # Not sent anew: if it did arrive, there would be two jobs.
            problem = trouble.problem
            raise ProblemError(Problem(ProblemKind.SEND_UNANSWERED, problem.said, problem.where)) from trouble

    def _begin(self, phase: Phase) -> None:
        self._phase = phase
        self._meter.begin(0)
        self.progressed.emit(SendProgress(self._order.id, phase))

    def _tell(self, done: int, total: int) -> None:
        speed = self._meter.speed_at(done, is_last=done == total)
        if speed is not None:
            self.progressed.emit(SendProgress(self._order.id, self._phase, done, total, speed))

    def _raise_if_stopped(self) -> None:
        from epa_gui.core.dataset.upload_payload import StoppedError  # noqa: PLC0415  as above

        if self._stopped.is_set():
            raise StoppedError


class SweepWorker(Worker):
    """Deletes what a program that was killed in the middle of sending left behind."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def run(self) -> None:
        """Once."""
        if self._folder.is_dir():
            from epa_gui.core.dataset.upload_payload import clear  # noqa: PLC0415  rarely needed

            clear(self._folder)

    def stop(self) -> None:
        """It is over in a moment by itself."""
