"""Looks at the models of each account once a day: new ones are offered, renamed ones follow, missing ones are told."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.account.account_model import AccountModels
from epa_gui.core.account.key_kind import AccountCall
from epa_gui.core.account.listing import looked_at, news_of, own_name
from epa_gui.core.jobs.account import ServiceName
from epa_gui.core.jobs.key_life import DAY
from epa_gui.core.service.redaction import without_secrets
from epa_gui.ui.base.account_desk import AccountDesk
from epa_gui.ui.base.account_worker import AccountReport
from epa_gui.ui.base.repository import Repository

_EVERY_SECONDS = 60.0
_AFTER_FAILURE = 3600.0


class AccountWatch(QObject):
    """Asks about accounts whose secret key is kept, and takes in what a list of models tells, whoever asked for it.

    Signals:
        looked: A list of models was taken in (the account's identity, and its `AccountNews`).
    """

    looked = Signal(str, object)

    def __init__(self, repository: Repository, desk: AccountDesk) -> None:
        super().__init__()
        self._repository = repository
        self._desk = desk
        self._looked_at = 0.0
        self._tried: dict[str, float] = {}
        desk.answered.connect(self._on_answered)

    @Slot(float)
    def tick(self, now: float) -> None:
        """Time has passed (`now`, seconds since the epoch): ask where a day has passed since the last answer."""
        if 0 <= now - self._looked_at < _EVERY_SECONDS or not self._repository.is_read():
            return
        self._looked_at = now
        for account in self._repository.accounts.values():
            is_due = not 0 <= now - account.models_asked_at < DAY
            is_waiting = 0 <= now - self._tried.get(account.id, -1.0) < _AFTER_FAILURE
            if account.keeps_secret and is_due and not is_waiting:
                self._tried[account.id] = now
                self._desk.ask(account.id, AccountCall.MODELS)

    @Slot(object)
    def _on_answered(self, report: AccountReport) -> None:
        answer, order = report.answer, report.order
        if answer is not None and order.call is AccountCall.MODELS and isinstance(answer.said, AccountModels):
            self.take(order.account, answer.said)

    def take(self, account: str, told: AccountModels) -> None:
        """Take in what the service said of an account's models; nothing of one that is not kept (yet)."""
        known = self._repository.accounts.get(account)
        if known is None:
            return
        models = list(self._repository.models.values())
        news = news_of(known, models, told)
        looked = looked_at(known, models, told, self._repository.clock())
        names = tuple(each if each in known.service_names else _clean(each) for each in looked.service_names)
        self._repository.put_account(replace(looked, service_names=names))
        for renamed in news.renamed:
            taken = [other.name for other in self._repository.models.values() if other.id != renamed.model.id]
            number = renamed.model.service_id or 0
            name = own_name(renamed.name, number, taken)
            self._repository.add_model(replace(self._repository.models[renamed.model.id], name=name))
        self.looked.emit(account, news)

    def is_gone(self, model: str) -> bool:
        """Whether a model in the list was not in its account any more when that was looked at."""
        known = self._repository.models.get(model)
        if known is None or known.service_id is None:
            return False
        return any(
            known.service_id in account.gone_models and account.is_at(known.region, known.address)
            for account in self._repository.accounts.values()
        )


def _clean(told: ServiceName) -> ServiceName:
    """As it is kept: people paste keys into names, and none may reach a file."""
    return replace(told, name=without_secrets(told.name))
