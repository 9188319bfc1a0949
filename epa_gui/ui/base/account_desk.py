"""Asks about accounts: with the keys that are kept, or new ones that the kept secret key brings."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.account.key_kind import AccountCall, KeyKind, KeyKindMemory, may_lack_account_calls
from epa_gui.core.jobs.account import DEPLOY_KEY, TRAIN_KEY, Account
from epa_gui.core.jobs.key_life import end_in
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.keys.bound_key import origin_of
from epa_gui.ui.base.account_worker import AccountOrder, AccountReport, AccountWorker
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads

if TYPE_CHECKING:
    from epa_gui.core.service.issued import IssuedKey

_KEY_NAMES = {KeyKind.TRAIN: TRAIN_KEY, KeyKind.DEPLOY: DEPLOY_KEY}
_MEMORY = "account key kinds"


class AccountDesk(QObject):
    """One question of each kind at a time for each account.

    Whoever asks has asked the person for the secret key, or finds it kept. A key for a question is issued only when
    none is at hand or the one at hand is refused: nobody knows whether a new one ends another in use elsewhere.

    Signals:
        answered: An `AccountReport`; not after `stop`.
    """

    answered = Signal(object)

    def __init__(self, repository: Repository, keys: KeyStore) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._waiting: set[tuple[str, AccountCall]] = set()
        self._under_way: dict[tuple[str, AccountCall], tuple[AccountOrder, AccountWorker]] = {}
        self._is_stopping = False
        self.threads = PassingThreads()
        keys.ready.connect(self._on_key_known)
        keys.missing.connect(self._on_key_missing)
        keys.secret_ready.connect(self._on_key_known)
        keys.secret_missing.connect(self._on_key_missing)

    def is_asking(self, account: str, call: AccountCall) -> bool:
        """Whether the question waits for the keychain, or for its answer."""
        return (account, call) in self._waiting or (account, call) in self._under_way

    def ask(self, account: str, call: AccountCall, *, anew: bool = False) -> bool:
        """Ask about an account that is kept; `answered` tells. `False`, and nothing follows, if it cannot be asked.

        Args:
            account: Its identity here.
            call: What to ask.
            anew: Whether to ask although the service was found lately not to offer that: a person wants to know.
        """
        known = self._repository.accounts.get(account)
        if known is None or not known.keeps_secret or self._is_stopping:
            return False
        if known.lacks(call.value, self._repository.clock()) and not anew:
            return False
        if not self.is_asking(account, call):
            self._waiting.add((account, call))
            self._go_on(account)
        return True

    def ask_with(self, account: Account, secret_key: str, call: AccountCall) -> None:
        """Ask with a secret key that was typed just now, about an account that may not be kept."""
        if not self._is_stopping and (account.id, call) not in self._under_way:
            self._keys.learn(secret_key)
            self._start(account, call, secret_key, {})

    def cancel(self, account: str, call: AccountCall) -> None:
        """Wait for it no more; it is not reported."""
        self._waiting.discard((account, call))
        found = self._under_way.pop((account, call), None)
        if found is not None:
            found[1].stop()

    @Slot()
    def stop(self) -> None:
        """Ask nothing more, and end what is being asked."""
        self._is_stopping = True
        self._waiting.clear()
        for account, call in list(self._under_way):
            self.cancel(account, call)

    def _go_on(self, account: str) -> None:
        """Ask what waits, once the keychain has told all that there is."""
        known = self._repository.accounts.get(account)
        for waiting in [each for each in self._waiting if each[0] == account]:
            if known is None:
                self._waiting.discard(waiting)
                continue
            secret = self._keys.secret_of(account)
            kept = self._kept_keys(known)
            if secret is None or None in kept.values():
                continue  # they were asked for just now
            self._waiting.discard(waiting)
            self._start(known, waiting[1], secret, {kind: key for kind, key in kept.items() if key})

    def _kept_keys(self, account: Account) -> dict[KeyKind, str | None]:
        """The account's keys that are kept and have not ended; `None` for one that the keychain was asked for now."""
        now = self._repository.clock()
        ends = {KeyKind.TRAIN: account.train_key_ends_at, KeyKind.DEPLOY: account.deploy_key_ends_at}
        return {
            kind: self._keys.key_of(account.id + _KEY_NAMES[kind])
            for kind, end in ends.items()
            if end is not None and end > now
        }

    def _start(self, account: Account, call: AccountCall, secret_key: str, keys: dict[KeyKind, str]) -> None:
        place = account.as_model()
        order = AccountOrder(
            account.id,
            call,
            self._repository.address_of(place),
            secret_key,
            self._memory().kinds(origin_of(place), call),
            keys,
            may_lack_account_calls(account.region),
            self._repository.clock(),
        )
        worker = AccountWorker(order)
        worker.reported.connect(self._on_report)
        self._under_way[account.id, call] = order, worker
        self.threads.start(worker, "account")

    def _memory(self) -> KeyKindMemory:
        return KeyKindMemory.from_json(json.loads(self._repository.stored.get(_MEMORY, '""')))

    @Slot(object)
    def _on_report(self, report: AccountReport) -> None:
        order, answer = report.order, report.answer
        found = self._under_way.get((order.account, order.call))
        if answer is None or found is None or found[0] is not order:
            return
        del self._under_way[order.account, order.call]
        for issued in answer.issued.values():
            self._keys.learn(issued.api_key)
        known = self._repository.accounts.get(order.account)
        if known is not None:
            self.keep(known, report)
        self.answered.emit(report)

    def keep(self, account: Account, report: AccountReport) -> None:
        """Keep what an answer brought for later questions about an account that is kept: keys, and what is offered."""
        order, answer = report.order, report.answer
        if answer is None:
            return
        if answer.kind is not None:
            memory = self._memory().after(origin_of(account.as_model()), order.call, answer.kind)
            self._repository.remember(_MEMORY, json.dumps(memory.to_json()))
        if answer.not_offered is not None:
            account = account.with_lack(order.call.value, self._repository.clock())
        elif answer.said is not None:
            account = account.without_lack(order.call.value)
        if account.keeps_secret:
            for kind, issued in answer.issued.items():
                account = self._with_key(account, kind, issued)
        self._repository.put_account(account)

    def _with_key(self, account: Account, kind: KeyKind, issued: "IssuedKey") -> Account:
        """The account with a key that was issued for questions, which goes into the keychain."""
        # Of a key whose end is not understood only the service knows whether it still holds: it is tried.
        ends_at = end_in(issued.end_date) or self._repository.clock() + _ASSUMED_SECONDS
        self._keys.put(account.id + _KEY_NAMES[kind], issued.api_key)
        if kind is KeyKind.TRAIN:
            return replace(account, train_key_ends_at=ends_at)
        return replace(account, deploy_key_ends_at=ends_at)

    @Slot(str)
    def _on_key_known(self, entry: str) -> None:
        self._go_on(entry.partition("/")[0])

    @Slot(str, object)
    def _on_key_missing(self, entry: str, problem: Problem) -> None:
        """Without the secret key nothing can be asked; without another key one is issued."""
        owner, _, ending = entry.partition("/")
        known = self._repository.accounts.get(owner)
        if known is None:
            return
        if ending:
            self._repository.put_account(_without_key(known, "/" + ending))
            self._go_on(owner)
            return
        for account, call in [each for each in self._waiting if each[0] == owner]:
            self._waiting.discard((account, call))
            self._tell_missing(known, call, problem)

    def _tell_missing(self, account: Account, call: AccountCall, problem: Problem) -> None:
        from epa_gui.core.service.account_question import AccountAnswer  # noqa: PLC0415  it loads what speaks HTTP

        order = AccountOrder(account.id, call, "", "", (), {}, may_lack=False, now=self._repository.clock())
        self.answered.emit(AccountReport(order, AccountAnswer(problem=problem, is_about_secret=True)))


_ASSUMED_SECONDS = 30 * 86400.0
"""How long a key lives of which the service did not say it. Source: the manual."""


def _without_key(account: Account, ending: str) -> Account:
    if ending == TRAIN_KEY:
        return replace(account, train_key_ends_at=None)
    return replace(account, deploy_key_ends_at=None) if ending == DEPLOY_KEY else account
