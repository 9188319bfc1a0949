"""Tries one API key: asks about a job that cannot exist, and hears whether the key or the job is unknown."""

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.keys.key_probe import PROBE_JOB
from epa_gui.ui.base.one_shot_worker import ServiceWorker

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client


@dataclass(frozen=True, slots=True, eq=False)
class KeyTestOrder:
    """One key to be tried, once; two of the same key are two orders.

    Attributes:
        address: The service's base URL.
        api_key: The key, for this question alone.
    """

    address: str
    api_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyTestReport:
    """What came of it.

    Attributes:
        order: What was asked for.
        problem: Why there was no answer about the job: a key that is known hears of the job too.
    """

    order: KeyTestOrder
    problem: Problem | None = None


class KeyTestWorker(ServiceWorker[KeyTestOrder, Answer, KeyTestReport]):
    """One key, from its order to its report.

    It reports a `KeyTestReport`; of one that was stopped it says nothing that means anything.
    """

    def ask(self, client: "Client") -> Answer:
        """Ask about the job that cannot exist."""
        return client.status(self._order.address, self._order.api_key, PROBE_JOB, time.time())

    def report(self, _result: Answer | None, problem: Problem | None) -> KeyTestReport:
        """What was said."""
        return KeyTestReport(self._order, problem)
