"""Tries a key that came into use untried, so that a wrong one is not found out when a job is due."""

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.keys.key_probe import PROBE_JOB, KeyStanding, standing_of
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.jobs.check_worker import CheckOrder, CheckPool, CheckReport


class KeyTest(QObject):
    """Asks about a job that cannot exist.

    Signals:
        accepted: The service knows this model's key.
        refused: It does not (the model's ID and the `Problem`).
    """

    accepted = Signal(str)
    refused = Signal(str, object)

    def __init__(self, repository: Repository, keys: KeyStore, pool: CheckPool) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._pool = pool
        pool.reported.connect(self._on_report)

    @Slot(str)
    def start(self, model: str) -> None:
        """Try the model's key once. No answer, or one that says nothing about keys, leads to no signal."""
        api_key = self._keys.key_of(model)
        address = self._repository.address_of(self._repository.models[model])
        if api_key and address:
            self._pool.ask(CheckOrder(JobKey(model, PROBE_JOB), address, api_key), 1)

    @Slot(object)
    def _on_report(self, report: CheckReport) -> None:
        model, job = report.order.job
        if job != PROBE_JOB or model not in self._repository.models:
            return
        problem = report.problem
        standing = standing_of(problem)
        if standing is KeyStanding.ACCEPTED:
            self.accepted.emit(model)
        elif standing is KeyStanding.REFUSED and self._keys.key_of(model) == report.order.api_key:
            self.refused.emit(model, problem)
