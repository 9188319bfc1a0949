"""Renews keys by itself before they end, where the secret key of their account is kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.backoff import Backoff
from epa_gui.core.jobs.job import Job, Stage
from epa_gui.core.jobs.key_life import is_renewal_due
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.keys.key_issue import KeyIssue, NewKey

_EVERY_SECONDS = 30.0
_BACKOFF = Backoff.doubling(900.0, 6 * 3600.0, 6 * 3600.0)


class KeyRenewal(QObject):
    """One key at a time; what fails is tried again, each time later, and meanwhile warned of as without this.

    A secret key that is kept for one model alone is not used: that was kept for a click, not for this.

    Signals:
        failed: A key could not be renewed (the model's ID and a `Problem`).
        changed: Other keys than before will renew themselves.
    """

    failed = Signal(str, object)
    changed = Signal()

    def __init__(self, repository: Repository, key_issue: KeyIssue, ends_of: Callable[[Job], float | None]) -> None:
        """Renew keys.

        Args:
            repository: Where the models are.
            key_issue: What has a key issued, and tells who brings it into use.
            ends_of: When a job in progress will be done, seconds since the epoch; `None` where that cannot be said.
        """
        super().__init__()
        self._repository = repository
        self._key_issue = key_issue
        self._ends_of = ends_of
        self._looked_at = 0.0
        self._under_way = ""
        self._failures: dict[str, tuple[int, float]] = {}
        key_issue.issued.connect(self._on_issued)
        key_issue.refused.connect(self._on_refused)
        repository.settings_changed.connect(self.changed)
        repository.accounts_changed.connect(self.changed)

    def will_renew(self, model: str) -> bool:
        """Whether a model's key will be renewed in time, as far as is known: then its end is nobody's concern."""
        known = self._repository.models.get(model)
        return known is not None and self._may_renew(known) and model not in self._failures

    def _may_renew(self, model: Model) -> bool:
        account = self._repository.accounts.get(model.account)
        return self._repository.settings.renew_keys and account is not None and _can_issue(account, model)

    @Slot(float)
    def tick(self, now: float) -> None:
        """Time has passed (`now`, seconds since the epoch): renew the key that ends first, if one is due."""
        if 0 <= now - self._looked_at < _EVERY_SECONDS or self._under_way or not self._repository.is_read():
            return
        self._looked_at = now
        due = [model for model in self._repository.models.values() if self._is_due(model, now)]
        if due:
            first = min(due, key=lambda model: model.key_ends_at or 0.0)
            self._under_way = first.id
            self._key_issue.start_with_kept_secret(first.id, is_renewal=True)

    def _is_due(self, model: Model, now: float) -> bool:
        _, next_try = self._failures.get(model.id, (0, 0.0))
        if now < next_try or not self._may_renew(model) or self._key_issue.is_under_way(model.id):
            return False
        going = [job for job in self._repository.jobs_of(model.id) if job.stage is Stage.IN_PROGRESS]
        return is_renewal_due(model, [self._ends_of(job) for job in going], now)

    @Slot(object)
    def _on_issued(self, new: NewKey) -> None:
        """However it came: the model has a key again."""
        if new.model == self._under_way:
            self._under_way = ""
        if self._failures.pop(new.model, None) is not None:
            self.changed.emit()

    @Slot(str, object)
    def _on_refused(self, model: str, problem: Problem) -> None:
        if model != self._under_way:
            return
        self._under_way = ""
        count = self._failures.get(model, (0, 0.0))[0] + 1
        wait = _BACKOFF.wait(count, problem.retry_after) or 0.0
        self._failures[model] = count, self._repository.clock() + wait
        self.failed.emit(model, problem)
        self.changed.emit()


def _can_issue(account: Account, model: Model) -> bool:
    """Whether an account's kept secret key can have a key issued for a model, which is still there."""
    if not account.keeps_secret or not account.is_at(model.region, model.address):
        return False
    return model.service_id is not None and model.service_id not in account.gone_models
