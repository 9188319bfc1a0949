"""Asks the accounts what is live, one question at a time, and keeps what they said last."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.account.classifier import Classifier, LiveReading
from epa_gui.core.account.kept_reading import memory_from_json, readings_from_json, readings_to_json
from epa_gui.core.account.key_kind import AccountCall
from epa_gui.core.account.live import classifiers_by_model, remembered
from epa_gui.core.account.live_schedule import USUAL_SECONDS, asking_after_trouble, next_asking
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.account_desk import AccountDesk
from epa_gui.ui.base.account_worker import AccountReport
from epa_gui.ui.base.repository import Repository

_MEMORY = "prediction APIs"
_READINGS = "live readings"
_CALL = AccountCall.CLASSIFIERS


@dataclass(slots=True)
class _Watched:
    """One account.

    Attributes:
        secret: By what it is told that another secret key is kept for it.
        due: When it is asked next, seconds since the epoch (UTC).
        asked_at: When it was asked last.
        failures: How often in a row there was trouble.
        problem: The trouble of the last question.
        reading: What it said last.
        by_model: The prediction APIs of that, by model.
        is_wanted: Whether it is to be asked again as soon as it has answered.
        known_models: The service's numbers of all its models, which tell whose a prediction API can be.
    """

    secret: str
    due: float
    asked_at: float = 0.0
    failures: int = 0
    problem: Problem | None = None
    reading: LiveReading | None = None
    by_model: Mapping[str, tuple[Classifier, ...]] = field(default_factory=dict)
    is_wanted: bool = False
    known_models: tuple[int, ...] = ()


class LiveWatch(QObject):
    """What the service says of prediction APIs, for every account whose secret key is kept and that offers the call.

    Signals:
        read: An account told (its ID, the `LiveReading` before or `None`, and the one now).
        changed: Which accounts can be asked, or whether that works, is different now.
    """

    read = Signal(str, object, object)
    changed = Signal()

    def __init__(self, repository: Repository, desk: AccountDesk) -> None:
        super().__init__()
        self._repository = repository
        self._desk = desk
        self._watched: dict[str, _Watched] = {}
        self._asking = ""
        self._expected: dict[str, float] = {}
        repository.opened.connect(self._on_opened)
        repository.accounts_changed.connect(self._on_accounts_changed)
        repository.models_changed.connect(self._sort_out)
        repository.job_changed.connect(self._on_job_changed)
        desk.answered.connect(self._on_answered)

    # What others may know

    def can_ask(self, model: str) -> bool:
        """Whether the service can be asked what is behind a model's prediction API."""
        return bool(self._accounts_of(model))

    def told_of(self, model: str) -> tuple[tuple[Classifier, float], ...]:
        """A model's prediction APIs as the service told of them last, each with when that was."""
        found: dict[str, tuple[Classifier, float]] = {}
        for watched in self._watched.values():
            if watched.reading is not None:
                for one in watched.by_model.get(model, ()):
                    found.setdefault(one.classifier_id, (one, watched.reading.asked_at))
        return tuple(found.values())

    def tells_of_none(self, model: str) -> bool:
        """Whether the service has said that a model has no prediction API.

        Only its own account can say so. One that belongs to no model here may be this one's, with a job in it that is
        not known here, unless it is that of another model of the account.
        """
        known = self._repository.models.get(model)
        watched = self._watched.get(known.account) if known is not None else None
        if known is None or known.service_id is None or watched is None or watched.reading is None:
            return False
        owned = {one.classifier_id for apis in watched.by_model.values() for one in apis}
        others = [one.model_id for one in watched.reading.classifiers if one.classifier_id not in owned]
        is_elsewhere = all(number in watched.known_models for number in others)
        return is_elsewhere and not watched.reading.skipped and not self.told_of(model)

    def asked_at(self, model: str) -> float | None:
        """When the service told of a model's prediction APIs last; `None` for not yet."""
        told = [
            self._watched[account].reading for account in self._accounts_of(model) if self._watched[account].reading
        ]
        return max((reading.asked_at for reading in told if reading), default=None)

    def models_of(self, account: str) -> list[str]:
        """The models at an account's service."""
        known = self._repository.accounts.get(account)
        if known is None:
            return []
        address = self._repository.address_of(known.as_model())
        models = self._repository.models.values()
        return [model.id for model in models if self._repository.address_of(model) == address]

    def owners(self, account: str, classifier: str) -> list[str]:
        """The models that a prediction API belongs to."""
        watched = self._watched.get(account)
        told = watched.by_model.items() if watched else ()
        return [model for model, apis in told if any(one.classifier_id == classifier for one in apis)]

    # Asking

    def expect(self, switches: Mapping[str, float]) -> None:
        """So many switches are not seen yet: by model, when each was asked for. They are asked for more often."""
        self._expected = dict(switches)
        for account, watched in self._watched.items():
            if watched.reading is not None and watched.problem is None:
                watched.due = min(watched.due, self._next_of(account, watched.asked_at))

    @Slot(str)
    def ask_about(self, model: str) -> None:
        """Ask as soon as no other question is under way."""
        self.ask_about_all([model])

    def ask_about_all(self, models: Iterable[str]) -> None:
        """The same for several models."""
        for account in {account for model in models for account in self._accounts_of(model)}:
            self._watched[account].due = 0.0
            self._watched[account].is_wanted = account == self._asking  # what is under way may have been told before
        self._ask_next()

    @Slot(object)
    def on_check_asked(self, keys: list[JobKey]) -> None:
        """A person asks how jobs stand: then what is live belongs to it."""
        self.ask_about_all({key.model for key in keys})

    @Slot(float)
    def tick(self, _now: float = 0.0) -> None:
        """Once a second: ask what is due."""
        self._ask_next()

    def _ask_next(self) -> None:
        if self._asking and self._desk.is_asking(self._asking, _CALL):
            return
        self._asking = ""
        now = self._repository.clock()
        due = [(each.due, account) for account, each in self._watched.items() if each.due <= now or each.asked_at > now]
        for _, account in sorted(due):
            self._watched[account].asked_at = now
            self._watched[account].due = now + USUAL_SECONDS  # unless the answer says otherwise
            self._asking = account
            if self._desk.ask(account, _CALL):
                return
        self._asking = ""

    @Slot(object)
    def _on_answered(self, report: AccountReport) -> None:
        account, answer = report.order.account, report.answer
        watched = self._watched.get(account)
        if report.order.call is not _CALL or watched is None or answer is None:
            return
        if account == self._asking:
            self._asking = ""
        self._take_in(account, watched, report)
        if watched.is_wanted:
            watched.is_wanted, watched.due = False, 0.0
        self._ask_next()

    def _take_in(self, account: str, watched: _Watched, report: AccountReport) -> None:
        answer = report.answer
        if answer is None:
            return
        if isinstance(answer.said, LiveReading):
            self._take(account, watched, answer.said)
        elif answer.problem is not None:
            watched.failures += 1
            watched.problem = answer.problem
            asked_at = watched.asked_at or self._repository.clock()
            watched.due = asking_after_trouble(asked_at, watched.failures, answer.problem)
            self.changed.emit()

    def _take(self, account: str, watched: _Watched, reading: LiveReading) -> None:
        before = watched.reading
        watched.reading, watched.problem, watched.failures = reading, None, 0
        watched.asked_at = reading.asked_at
        self._match(account, watched)
        known = self._memory()
        self._repository.remember(_MEMORY, json.dumps(remembered(known, watched.by_model)))
        if before is None or before.classifiers != reading.classifiers:
            self._keep()
        self.read.emit(account, before, reading)
        watched.due = self._next_of(account, reading.asked_at)

    def _keep(self) -> None:
        readings = {account: each.reading for account, each in self._watched.items() if each.reading is not None}
        self._repository.remember(_READINGS, readings_to_json(readings))

    def _next_of(self, account: str, asked_at: float) -> float:
        models = set(self.models_of(account))
        return next_asking(asked_at, [at for model, at in self._expected.items() if model in models])

    # Accounts and models

    @Slot()
    def _on_opened(self) -> None:
        kept = readings_from_json(self._repository.stored.get(_READINGS, "{}"))
        self._on_accounts_changed()
        for account, watched in self._watched.items():
            if watched.reading is None and account in kept:
                watched.reading = kept[account]
                self._match(account, watched)
        self.changed.emit()

    @Slot()
    def _on_accounts_changed(self) -> None:
        """A key that was issued for asking is no other account: only one that is new, or has another secret key."""
        now = self._repository.clock()
        askable = {account.id: account for account in self._repository.accounts.values() if _is_askable(account, now)}
        gone = self._watched.keys() - askable.keys()
        for account in gone:
            del self._watched[account]
        if self._asking in gone:
            self._asking = ""
        is_news = bool(gone)
        for account, known in askable.items():
            watched = self._watched.get(account)
            if watched is None:
                self._watched[account] = _Watched(known.secret_hint, 0.0, known_models=known.known_models)
                is_news = True
                continue
            if watched.secret != known.secret_hint:
                watched.secret, watched.due = known.secret_hint, 0.0
            if watched.known_models != known.known_models:
                watched.known_models, is_news = known.known_models, True
        if is_news:
            self.changed.emit()

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:
        """A job that has a number now may be what is live."""
        if before.service_model_id != after.service_model_id:
            self._sort_out()

    @Slot()
    def _sort_out(self) -> None:
        """Which prediction API belongs to which model may be different now."""
        is_news = False
        for account, watched in self._watched.items():
            before = watched.by_model
            self._match(account, watched)
            is_news = is_news or before != watched.by_model
        if is_news:
            self.changed.emit()

    def _match(self, account: str, watched: _Watched) -> None:
        if watched.reading is None:
            return
        models = [self._repository.models[model] for model in self.models_of(account)]
        jobs = self._repository.jobs.values()
        watched.by_model = classifiers_by_model(watched.reading, models, jobs, self._memory())

    def _memory(self) -> dict[str, str]:
        return memory_from_json(self._repository.stored.get(_MEMORY, "{}"))

    def _accounts_of(self, model: str) -> list[str]:
        known = self._repository.models.get(model)
        if known is None:
            return []
        address = self._repository.address_of(known)
        accounts = self._repository.accounts
        return [
            account
            for account in self._watched
            if account in accounts and self._repository.address_of(accounts[account].as_model()) == address
        ]


def _is_askable(account: Account, now: float) -> bool:
    return account.keeps_secret and not account.lacks(_CALL.value, now)
