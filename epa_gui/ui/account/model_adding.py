"""Adds models of an account to the list, one after the other: each with a key that is issued for it."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.account.account_model import AccountModel
from epa_gui.core.account.listing import models_of, own_name
from epa_gui.core.jobs.account import ServiceName
from epa_gui.core.jobs.key_life import PASTED_KEY_SECONDS, end_in
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import CONNECTION_KINDS, KEY_KINDS, Problem
from epa_gui.core.keys.key_text import hint
from epa_gui.core.service.redaction import without_secrets
from epa_gui.ui.base.identity import new_identity
from epa_gui.ui.base.issue_worker import IssueOrder, IssueReport, IssueWorker
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads

_MOST_IN_ROW = 2
"""So many failures in a row that would be alike for every model end it: the rest is not tried."""

_ALIKE_FOR_ALL = KEY_KINDS | CONNECTION_KINDS


@dataclass(frozen=True, slots=True)
class AddingStep:
    """How far it is.

    Attributes:
        number: The service's number of the model that it is about now; `None` at the end.
        done: How many have been tried.
        total: How many there are to try.
    """

    number: int | None
    done: int
    total: int


@dataclass(slots=True)
class _Run:
    """One order, while it is carried out."""

    account: str
    secret_key: str = field(repr=False)
    waiting: deque[AccountModel]
    total: int
    are_listed: bool
    in_row: int = 0
    done: int = 0
    is_cancelled: bool = False
    added: list[str] = field(default_factory=list)


class ModelAdding(QObject):
    """One order at a time; what fails for one model is told of that model, and the others go on.

    Signals:
        moved: How far it is (an `AddingStep`).
        added: A model is in the list with its key (the service's number, and its identity here).
        failed: A model is not (the service's number, and a `Problem`).
        ended: Nothing more comes (the identities of the models that were added, a list, and the service's numbers of
            those that were not tried any more, a list).
    """

    moved = Signal(object)
    added = Signal(object, str)
    failed = Signal(object, object)
    ended = Signal(object, object)

    def __init__(self, repository: Repository, keys: KeyStore) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self.unnamed: Callable[[int], str] = str
        self._run: _Run | None = None
        self._under_way: tuple[IssueOrder, AccountModel, IssueWorker] | None = None
        self._to_keep: dict[str, tuple[str, int]] = {}
        self._is_stopping = False
        self.threads = PassingThreads()
        keys.kept.connect(self._on_kept)
        keys.not_kept.connect(self._on_not_kept)

    def is_under_way(self) -> bool:
        """Whether models are being added."""
        return self._run is not None

    def start(self, account: str, secret_key: str, models: Iterable[AccountModel], *, are_listed: bool) -> bool:
        """Add these, unless others are being added.

        Args:
            account: The identity of an account that is in the list.
            secret_key: The account's secret key.
            models: What to add; those that are in the list already are passed over.
            are_listed: Whether the service told their names; else a person did.
        """
        known = self._repository.accounts.get(account)
        if self._run is not None or known is None or self._is_stopping:
            return False
        here = models_of(known, self._repository.models.values())
        waiting = deque(model for model in models if model.model_id not in here)
        self._keys.learn(secret_key)
        self._run = _Run(account, secret_key, waiting, len(waiting), are_listed)
        self._next()
        return True

    def cancel(self) -> None:
        """Begin with no other; the one under way is carried through, since its key may be issued by now."""
        if self._run is not None:
            self._run.is_cancelled = True

    @Slot()
    def stop(self) -> None:
        """The program ends: wait for nothing. What was under way stays noted, and is told at the next start."""
        self._is_stopping = True
        self._run = None
        if self._under_way is not None:
            self._under_way[2].stop()
            self._under_way = None

    def _next(self) -> None:
        run = self._run
        if run is None:
            return
        account = self._repository.accounts.get(run.account)
        if account is None or run.is_cancelled or not run.waiting or run.in_row >= _MOST_IN_ROW:
            self._run = None
            self.moved.emit(AddingStep(None, run.done, run.total))
            self.ended.emit(run.added, [model.model_id for model in run.waiting])
            return
        model = run.waiting.popleft()
        # First it is noted, then the key is asked for: who is interrupted in between is told of it.
        self._note_issuing(run.account, model.model_id, is_issuing=True)
        address = self._repository.address_of(account.as_model())
        order = IssueOrder("", address, run.secret_key, model.model_id)
        worker = IssueWorker(order)
        worker.reported.connect(self._on_report)
        self._under_way = order, model, worker
        self.moved.emit(AddingStep(model.model_id, run.done, run.total))
        self.threads.start(worker, "account key issue")

    @Slot(object)
    def _on_report(self, report: IssueReport) -> None:
        run = self._run
        if run is None or self._under_way is None or self._under_way[0] is not report.order:
            return
        model, self._under_way = self._under_way[1], None
        run.done += 1
        if report.key is not None and run.account in self._repository.accounts:
            run.in_row = 0
            identity = self._add(run.account, model, report.key.api_key, report.key.end_date)
            if run.are_listed and model.name:
                self._note_name(run.account, model)
            run.added.append(identity)
            self.added.emit(model.model_id, identity)
        elif report.problem is not None:
            run.in_row = run.in_row + 1 if report.problem.kind in _ALIKE_FOR_ALL else 0
            self._note_issuing(run.account, model.model_id, is_issuing=False)
            self.failed.emit(model.model_id, report.problem)
        self._next()

    def _add(self, account: str, told: AccountModel, api_key: str, end_said: str) -> str:
        """Put a model with its key into the list; its identity there."""
        known, now = self._repository.accounts[account], self._repository.clock()
        self._keys.learn(api_key)
        name = without_secrets(told.name) or self.unnamed(told.model_id)
        taken = [model.name for model in self._repository.models.values()]
        model = Model(
            new_identity(),
            own_name(name, told.model_id, taken),
            known.region,
            known.address,
            key_hint=hint(api_key),
            key_added_at=now,
            added_at=now,
            service_id=told.model_id,
            key_ends_at=end_in(end_said) if end_said else now + PASTED_KEY_SECONDS,
            key_end_said=end_said,
            target=told.target,
            account=account,
            kind=told.kind_said,
            time_column=told.time_column,
        )
        self._to_keep[model.id] = account, told.model_id
        self._repository.add_model(model, is_key_issued=True)
        self._keys.put(model.id, api_key)
        return model.id

    def _note_name(self, account: str, told: AccountModel) -> None:
        """Note what the service calls a model that is in the list now, so that it can follow."""
        known = self._repository.accounts[account]
        names = {each.number: each for each in known.service_names}
        names[told.model_id] = ServiceName(told.model_id, without_secrets(told.name))
        self._repository.put_account(replace(known, service_names=tuple(names.values())))

    def _note_issuing(self, account: str, number: int, *, is_issuing: bool) -> None:
        known = self._repository.accounts.get(account)
        if known is None:
            return
        others = tuple(each for each in known.issuing if each != number)
        self._repository.put_account(replace(known, issuing=(*others, number) if is_issuing else others))

    @Slot(str)
    def _on_kept(self, model: str) -> None:
        """The keychain has a model's key: nothing of it can be lost any more."""
        account, number = self._to_keep.pop(model, ("", 0))
        if account:
            self._note_issuing(account, number, is_issuing=False)

    @Slot(str, object)
    def _on_not_kept(self, model: str, _problem: Problem) -> None:
        """It is told at the model that its key is in use for this session only."""
        self._on_kept(model)
