"""Has API keys issued, with the secret key typed just now or kept in the keychain."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.keys.issue_worker import IssueOrder, IssueReport, IssueWorker


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key that was issued.

    Attributes:
        model: Whose; empty for a model that is being added.
        api_key: The key.
        end_said: Until when it is valid, in the service's own words.
    """

    model: str
    api_key: str = field(repr=False)
    end_said: str


class KeyIssue(QObject):
    """One question to the service at a time for each model.

    Signals:
        issued: A `NewKey`.
        refused: Whose key could not be had (the model's ID, empty for a new one) and a `Problem`.
    """

    issued = Signal(object)
    refused = Signal(str, object)

    def __init__(self, repository: Repository, keys: KeyStore) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._under_way: dict[str, tuple[IssueOrder, IssueWorker]] = {}
        self._is_stopping = False
        self._waiting: set[str] = set()
        self.threads = PassingThreads()
        keys.secret_ready.connect(self._on_secret_ready)
        keys.secret_missing.connect(self._on_secret_missing)

    def is_under_way(self, model: str = "") -> bool:
        """Whether a key is being issued for the model."""
        return model in self._under_way or model in self._waiting

    def start(self, address: str, secret_key: str, service_id: int, model: str = "") -> None:
        """Have a key issued with a secret key that was typed just now."""
        if model in self._under_way or self._is_stopping:
            return
        order = IssueOrder(model, address, secret_key, service_id)
        self._keys.learn(secret_key)
        worker = IssueWorker(order)
        worker.reported.connect(self._on_report)
        self._under_way[model] = order, worker
        self.threads.start(worker, "key issue")

    def start_with_kept_secret(self, model: str) -> None:
        """Have a key issued with the secret key in the keychain."""
        if self.is_under_way(model):
            return
        self._waiting.add(model)
        if self._keys.secret_of(model) is not None:
            self._on_secret_ready(model)

    def cancel(self, model: str = "") -> None:
        """Wait no longer; a key that is issued all the same is not used."""
        self._waiting.discard(model)
        if model in self._under_way:
            _, worker = self._under_way.pop(model)
            worker.stop()

    def stop(self) -> None:
        """End everything; the keychain may still answer, and nothing must come of that."""
        self._is_stopping = True
        self._waiting.clear()
        for model in list(self._under_way):
            self.cancel(model)

    @Slot(str)
    def _on_secret_ready(self, model: str) -> None:
        if model not in self._waiting:
            return
        self._waiting.discard(model)
        known, secret_key = self._repository.models.get(model), self._keys.secret_of(model)
        if known is not None and known.service_id is not None and secret_key:
            self.start(self._repository.address_of(known), secret_key, known.service_id, model)

    @Slot(str, object)
    def _on_secret_missing(self, model: str, problem: Problem) -> None:
        if model in self._waiting:
            self._waiting.discard(model)
            self.refused.emit(model, problem)

    @Slot(object)
    def _on_report(self, report: IssueReport) -> None:
        model = report.order.model
        if model not in self._under_way or self._under_way[model][0] is not report.order:
            return  # it was cancelled meanwhile
        del self._under_way[model]
        if report.key:
            self.issued.emit(NewKey(model, report.key.api_key, report.key.end_date))
        elif report.problem:
            self.refused.emit(model, report.problem)
