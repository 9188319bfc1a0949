"""Has API keys issued, with the secret key typed just now or kept in the keychain."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.jobs.account import secret_owner
from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.issue_worker import IssueOrder, IssueReport, IssueWorker
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads


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
        self._waiting: dict[str, str] = {}
        self._renewals: set[str] = set()
        self.threads = PassingThreads()
        keys.secret_ready.connect(self._on_secret_ready)
        keys.secret_missing.connect(self._on_secret_missing)

    def is_under_way(self, model: str = "") -> bool:
        """Whether a key is being issued for the model."""
        return model in self._under_way or model in self._waiting

    def start(self, address: str, secret_key: str, service_id: int, model: str = "") -> None:
        """Have a key issued with a secret key that was typed just now."""
        self._renewals.discard(model)
        self._start(IssueOrder(model, address, secret_key, service_id))

    def _start(self, order: IssueOrder) -> None:
        if order.model in self._under_way or self._is_stopping:
            return
        self._keys.learn(order.secret_key)
        worker = IssueWorker(order)
        worker.reported.connect(self._on_report)
        self._under_way[order.model] = order, worker
        self.threads.start(worker, "key issue")

    def start_with_kept_secret(self, model: str, *, is_renewal: bool = False) -> None:
        """Have a key issued with the secret key in the keychain: that of the model's account, or its own.

        Args:
            model: Whose.
            is_renewal: Whether nobody has asked for it: see `is_renewal`.
        """
        if self.is_under_way(model):
            return
        (self._renewals.add if is_renewal else self._renewals.discard)(model)
        known = self._repository.models.get(model)
        owner = (secret_owner(known, self._repository.accounts) if known else "") or model
        self._waiting[model] = owner
        if self._keys.secret_of(owner) is not None:
            self._on_secret_ready(owner)

    def is_renewal(self, model: str) -> bool:
        """Whether the key that was issued last for a model, or could not be, is one that nobody has asked for."""
        return model in self._renewals

    def cancel(self, model: str = "") -> None:
        """Wait no longer; a key that is issued all the same is not used."""
        self._waiting.pop(model, None)
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
    def _on_secret_ready(self, owner: str) -> None:
        secret_key = self._keys.secret_of(owner) if owner in self._waiting.values() else None
        for model in [each for each, of in self._waiting.items() if of == owner and secret_key]:
            del self._waiting[model]
            known = self._repository.models.get(model)
            if known is not None and known.service_id is not None and secret_key:
                self._start(IssueOrder(model, self._repository.address_of(known), secret_key, known.service_id))

    @Slot(str, object)
    def _on_secret_missing(self, owner: str, problem: Problem) -> None:
        for model in [each for each, of in self._waiting.items() if of == owner]:
            del self._waiting[model]
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
