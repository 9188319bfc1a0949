"""Says above the list what is new in an account, and what is wrong with its secret key."""

import functools
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Slot

from epa_gui.core.account.listing import AccountNews, models_of
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.problem import KEY_KINDS, Problem
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.account.account_text import account_name, new_models_text
from epa_gui.ui.account.account_watch import AccountWatch
from epa_gui.ui.base.account_desk import AccountDesk
from epa_gui.ui.base.account_worker import AccountReport
from epa_gui.ui.base.command import ConnectAccount, ShowAccountModels
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.message import Message, Topic
from epa_gui.ui.base.message_bar import MessageBar
from epa_gui.ui.base.problem_text import ProblemWords, problem_words
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.transfer_text import secret_problem_words

translate = QCoreApplication.translate


class AccountMessages(QObject):
    """One message of a kind for each account, said once."""

    def __init__(
        self,
        parent: QObject,
        *,
        repository: Repository,
        keys: KeyStore,
        desk: AccountDesk,
        watch: AccountWatch,
        messages: MessageBar,
    ) -> None:
        super().__init__(parent)
        self._repository = repository
        self._messages = messages
        self._offered: dict[str, tuple[int, ...]] = {}
        self._refused: set[str] = set()
        self._shown = ""
        watch.looked.connect(self._on_looked)
        desk.answered.connect(self._on_answered)
        keys.not_kept.connect(self._on_not_kept)
        repository.opened.connect(self._on_opened)
        repository.accounts_changed.connect(self._on_accounts)

    def keep_quiet(self, account: str) -> None:
        """Whatever is answered about that account now, a form tells."""
        self._shown = account

    def show_elsewhere(self, account: str) -> None:
        """An account's models are on screen, or none any more (empty): they need no message."""
        self._shown = account
        self._withdraw(account)

    def _withdraw(self, account: str) -> None:
        self._offered.pop(account, None)
        self._refused.discard(account)
        for topic in (_new(account), _secret(account), _interrupted(account)):
            self._messages.withdraw(topic)

    @Slot(str, object)
    def _on_looked(self, account: str, news: AccountNews) -> None:
        self._refused.discard(account)
        self._messages.withdraw(_secret(account))
        if not news.new or account == self._shown:
            return
        here = models_of(self._repository.accounts[account], self._repository.models.values())
        numbers = (*self._offered.get(account, ()), *(each.model_id for each in news.new))
        numbers = self._offered[account] = tuple(number for number in numbers if number not in here)
        self._messages.withdraw(_new(account))
        self._messages.say(functools.partial(_new_message, account, numbers))

    @Slot(object)
    def _on_answered(self, report: AccountReport) -> None:
        """A secret key that is kept and not taken any more: nothing that rests on it works until there is another."""
        answer, account = report.answer, self._repository.accounts.get(report.order.account)
        if answer is None or account is None or account.id == self._shown or not account.keeps_secret:
            return
        if answer.problem is None or not answer.is_about_secret or answer.problem.kind not in KEY_KINDS:
            return
        if account.id not in self._refused:
            self._refused.add(account.id)
            self._say_secret(account, secret_problem_words, answer.problem)

    @Slot(str, object)
    def _on_not_kept(self, entry: str, problem: Problem) -> None:
        account = self._repository.accounts.get(entry.partition("/")[0])
        if account is not None:
            self._say_secret(account, problem_words, problem)

    def _say_secret(self, account: Account, words_for: Callable[[Problem], ProblemWords], problem: Problem) -> None:
        self._messages.withdraw(_secret(account.id))
        self._messages.say(functools.partial(_secret_message, account, words_for, problem))

    @Slot()
    def _on_opened(self) -> None:
        """Who was interrupted while a key was issued is told: adding the model again issues another one."""
        for account in self._repository.accounts.values():
            here = models_of(account, self._repository.models.values())
            lost = tuple(number for number in account.issuing if number not in here)
            if not lost:
                continue
            self._messages.say(functools.partial(_interrupted_message, account, lost))

    @Slot()
    def _on_accounts(self) -> None:
        for gone in (set(self._offered) | self._refused) - self._repository.accounts.keys():
            self._withdraw(gone)


def _new_message(account: str, numbers: tuple[int, ...]) -> Message:
    return Message(
        new_models_text(len(numbers)),
        ShowAccountModels(account, numbers),
        translate("Account", "Show…"),
        topic=_new(account),
        button_name=translate("Account", "Show the new models…"),
    )


def _secret_message(account: Account, words_for: Callable[[Problem], ProblemWords], problem: Problem) -> Message:
    name = account_name(account)
    return Message(
        fill(translate("Account", "{0}: {1}"), name, words_for(problem).sentence()),
        ConnectAccount(account.id),
        translate("Account", "Enter the secret key…"),
        problem.said,
        is_trouble=True,
        topic=_secret(account.id),
        subject=name,
    )


def _interrupted_message(account: Account, lost: tuple[int, ...]) -> Message:
    count = len(lost)
    text = QCoreApplication.translate(
        "Account",
        "Adding models was interrupted. For %n of them a key may have been issued that was not kept.",
        "",
        count,
    )
    return Message(
        fill(translate("Account", "{0}: {1}"), account_name(account), text),
        ShowAccountModels(account.id, lost),
        translate("Account", "Show…"),
        topic=_interrupted(account.id),
    )


def _new(account: str) -> Topic:
    return Topic("new models", account)


def _secret(account: str) -> Topic:
    return Topic("account's secret key", account)


def _interrupted(account: str) -> Topic:
    return Topic("adding models interrupted", account)
