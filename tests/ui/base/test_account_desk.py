"""Questions about an account: which keys they take, and what is kept of their answers."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.core.account.key_kind import AccountCall
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.problem import KEY_KINDS
from epa_gui.core.jobs.region import Region
from epa_gui.practice import PracticeService
from epa_gui.ui.base.account_desk import AccountDesk
from epa_gui.ui.base.account_worker import AccountReport
from epa_gui.ui.base.threads import wait_for
from tests.gui.at_desk import AtDesk

ACCOUNT = Account("acc", Region.OWN, keeps_secret=True)


@pytest.fixture
def account(desk: AtDesk, practice: PracticeService) -> Account:
    known = replace(ACCOUNT, address=practice.url)
    desk.session.repository.put_account(known)
    desk.session.keys.put_secret(known.id, practice.secret_key)
    return known


@pytest.fixture
def account_desk(desk: AtDesk) -> Iterator[AccountDesk]:
    made = AccountDesk(desk.session.repository, desk.session.keys)
    yield made
    made.stop()
    assert wait_for(made.threads, 5)


@pytest.fixture
def told(account_desk: AccountDesk) -> list[AccountReport]:
    reports: list[AccountReport] = []
    account_desk.answered.connect(reports.append)
    return reports


@pytest.fixture
def answer(qtbot: QtBot, account_desk: AccountDesk, told: list[AccountReport]) -> "Ask":
    def ask(call: AccountCall) -> AccountReport:
        before = len(told)
        assert account_desk.ask(ACCOUNT.id, call)
        qtbot.waitUntil(lambda: len(told) > before, timeout=10_000)
        return told[-1]

    return ask


Ask = Callable[[AccountCall], AccountReport]


def test_one_secret_key_tells_models_and_prediction_apis(desk: AtDesk, account: Account, answer: Ask) -> None:
    models = answer(AccountCall.MODELS).answer
    assert models is not None
    assert models.said is not None
    assert len(models.said.models) == 25
    reading = answer(AccountCall.CLASSIFIERS).answer
    assert reading is not None
    assert reading.said is not None
    assert reading.said.classifiers
    kept = desk.session.repository.accounts[account.id]
    assert None not in {kept.train_key_ends_at, kept.deploy_key_ends_at}


def test_a_key_that_is_at_hand_is_asked_with_again(account: Account, answer: Ask) -> None:
    first, second = answer(AccountCall.MODELS).answer, answer(AccountCall.MODELS).answer
    assert first is not None
    assert second is not None
    assert first.issued
    assert not second.issued


def test_a_secret_key_that_is_not_there_is_told(desk: AtDesk, account: Account, answer: Ask) -> None:
    desk.session.keys.forget_secret(account.id)
    refused = answer(AccountCall.MODELS).answer
    assert refused is not None
    assert refused.is_about_secret
    assert refused.problem is not None
    assert refused.problem.kind in KEY_KINDS


def test_who_keeps_no_secret_key_is_not_asked(desk: AtDesk, account: Account, account_desk: AccountDesk) -> None:
    desk.session.repository.put_account(replace(account, keeps_secret=False))
    assert not account_desk.ask(account.id, AccountCall.MODELS)
    assert not account_desk.ask("another", AccountCall.MODELS)


def test_no_key_of_an_account_reaches_the_folder(desk: AtDesk, account: Account, answer: Ask) -> None:
    answer(AccountCall.MODELS)
    answer(AccountCall.CLASSIFIERS)
    keys = [desk.session.keys.key_of(account.id + ending) for ending in ("/train key", "/deploy key")]
    assert all(keys)
    desk.close()
    held = b"".join(file.read_bytes() for file in desk.folder.rglob("*") if file.is_file())
    assert not any(key and key.encode() in held for key in keys)
