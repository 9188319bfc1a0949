"""Takes one question about an account to its service, in a thread of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from epa_gui.core.account.key_kind import AccountCall, KeyKind
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.ui.base.one_shot_worker import ServiceWorker

if TYPE_CHECKING:
    from epa_gui.core.service.account_question import AccountAnswer
    from epa_gui.core.service.client import Client


@dataclass(frozen=True, slots=True)
class AccountOrder:
    """One question.

    Attributes:
        account: The account's identity here; empty for one that is being connected.
        call: What is asked.
        address: The service's base URL.
        secret_key: The account's secret key; empty if it is not at hand: then no key can be issued.
        kinds: The kinds of keys to try, in this order.
        keys: Those that are at hand.
        may_lack: Whether the service may be without the call.
        now: Seconds since the epoch, for the answer.
    """

    account: str
    call: AccountCall
    address: str
    secret_key: str = field(repr=False)
    kinds: tuple[KeyKind, ...]
    keys: Mapping[KeyKind, str] = field(repr=False)
    may_lack: bool
    now: float


@dataclass(frozen=True, slots=True)
class AccountReport:
    """What came of it.

    Attributes:
        order: What was asked.
        answer: The answer, with the keys that were issued on the way; `None` if it was stopped.
    """

    order: AccountOrder
    answer: "AccountAnswer[Any] | None"


class AccountWorker(ServiceWorker[AccountOrder, "AccountAnswer[Any]", AccountReport]):
    """One question, from its order to its report.

    It reports an `AccountReport`.
    """

    def ask(self, client: "Client") -> "AccountAnswer[Any]":
        """Ask, with keys issued as they are needed."""
        from epa_gui.core.service.account_question import ask_account  # noqa: PLC0415  it loads what speaks HTTP

        order = self._order

        def asked(key: str) -> Any:
            if order.call is AccountCall.MODELS:
                return client.models(order.address, key)
            return client.classifiers(order.address, key, order.now)

        secret = order.secret_key
        issue = (lambda kind: client.issue_key(order.address, secret, kind=kind)) if secret else None
        return ask_account(asked, issue, order.kinds, order.keys, may_lack=order.may_lack)

    def report(self, result: "AccountAnswer[Any] | None", problem: Problem | None) -> AccountReport:
        """What broke because it was stopped is no answer."""
        from epa_gui.core.service.account_question import AccountAnswer  # noqa: PLC0415  as above

        if self._stopped.is_set():
            return AccountReport(self._order, None)
        return AccountReport(self._order, result or AccountAnswer(problem=problem or Problem(ProblemKind.UNEXPECTED)))
