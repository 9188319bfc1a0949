"""Brings a training file to the service: makes the payload, asks for a job and its link, puts the bytes there."""

import threading
from typing import Protocol

from epa_gui.core.dataset.upload_payload import PayloadBody, UploadPayload, payload_of
from epa_gui.core.jobs.backoff import Backoff, FailureCounter
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind, StoppedError
from epa_gui.core.service.client import Client
from epa_gui.core.service.upload import UnansweredError, put
from epa_gui.ui.retraining.send_worker import Issued, Phase, SendOrder

_FRESH_LINK_HELPS = frozenset({ProblemKind.LINK_EXPIRED, ProblemKind.CONNECTION_LOST})
"""A storage that refuses a large upload early may show as a connection that breaks off."""

_PASSING = frozenset({ProblemKind.TOO_MANY_REQUESTS, ProblemKind.STORAGE_TROUBLE})


class Listener(Protocol):
    """Hears how it goes, in the thread of the delivery."""

    def begin(self, phase: Phase) -> None:
        """Another phase begins."""

    def tell(self, done: int, total: int) -> None:
        """So many bytes of this phase are done, of so many; often."""

    def tell_issued(self, issued: Issued) -> None:
        """The service has named a job."""


class Delivery:
    """One delivery.

    Args:
        order: What is sent, and where to.
        client: To ask with.
        stopped: Set by whoever gives it up.
        backoff: How long passing trouble is waited out.
        listener: Told how it goes.
    """

    def __init__(
        self, order: SendOrder, client: Client, stopped: threading.Event, backoff: Backoff, listener: Listener
    ) -> None:
        self._order = order
        self._client = client
        self._stopped = stopped
        self._backoff = backoff
        self._listener = listener

    def run(self) -> None:
        """Deliver it.

        Raises:
            StoppedError: It was given up.
            ProblemError: It did not arrive, or nobody knows.
        """
        order, listener = self._order, self._listener
        listener.begin(Phase.PREPARING)
        payload = payload_of(order.training, order.evaluation, order.folder, listener.tell, self._stopped.is_set)
        try:
            self._raise_if_stopped()
            self._deliver(payload)
        finally:
            payload.discard()

    def _deliver(self, payload: UploadPayload) -> None:
        """Put it where the service says; a link of no use any more is replaced once, and once after each wait."""
        link, is_fresh, failures = self._ask_for_link(payload), False, FailureCounter(self._backoff)
        while True:
            try:
                self._put(link, payload)
            except ProblemError as trouble:
                kind = trouble.problem.kind
                if kind is not ProblemKind.SEND_UNANSWERED:
                    self._raise_if_stopped()
                if kind in _FRESH_LINK_HELPS and not is_fresh:
                    link, is_fresh = self._ask_for_link(payload), True
                elif kind in _PASSING and (wait := failures.wait(trouble.problem.retry_after)) is not None:
                    self._stopped.wait(wait)
                    self._raise_if_stopped()
                    is_fresh = False  # the link may have gone stale while it was waited
                else:
                    raise
            else:
                return

    def _ask_for_link(self, payload: UploadPayload) -> str:
        self._listener.begin(Phase.ASKING)
        place = self._client.upload_place(self._order.address, self._order.api_key, payload.name)
        self._raise_if_stopped()
        issued = Issued(
            self._order.id,
            place.job_id,
            payload.size,
            payload.sha256,
            training_copy=payload.training_copy,
            evaluation_copy=payload.evaluation_copy,
        )
        self._listener.tell_issued(issued)
        return place.link

    def _put(self, link: str, payload: UploadPayload) -> None:
        self._listener.begin(Phase.SENDING)
        try:
            put(self._client, link, PayloadBody(payload, self._listener.tell, self._stopped.is_set))
        except UnansweredError as trouble:
            # Not sent anew: if it did arrive, there would be two jobs.
            problem = trouble.problem
            raise ProblemError(Problem(ProblemKind.SEND_UNANSWERED, problem.said, problem.where)) from trouble

    def _raise_if_stopped(self) -> None:
        if self._stopped.is_set():
            raise StoppedError
