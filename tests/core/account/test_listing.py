"""What a list of the account's models means for the models here."""

from dataclasses import replace

import pytest

from epa_gui.core.account.account_model import AccountModel, AccountModels
from epa_gui.core.account.classifier import Classifier, LiveReading
from epa_gui.core.account.listing import (
    LONGEST_NAME,
    has_prediction_api,
    looked_at,
    models_of,
    news_of,
    own_name,
)
from epa_gui.core.jobs.account import Account, ServiceName, accounts_from_json, accounts_to_json, secret_owner
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region

ACCOUNT = Account("a", Region.JAPAN, keeps_secret=True)
MODEL = Model("m", "Sales", Region.JAPAN, service_id=7, account="a")


def told(*models: AccountModel, skipped: int = 0, is_whole: bool = True) -> AccountModels:
    return AccountModels(models, skipped, None, is_whole)


def test_at_the_first_look_nothing_is_new() -> None:
    assert not news_of(ACCOUNT, [], told(AccountModel(1), AccountModel(2))).new


def test_a_new_model_is_told_once() -> None:
    once = looked_at(ACCOUNT, [], told(AccountModel(1)), 5.0)
    listing = told(AccountModel(1), AccountModel(2, "New"))
    assert [each.model_id for each in news_of(once, [], listing).new] == [2]
    assert not news_of(looked_at(once, [], listing, 6.0), [], listing).new


def test_a_model_that_could_not_be_read_for_once_is_not_new_afterwards() -> None:
    both = told(AccountModel(1), AccountModel(2))
    known = looked_at(ACCOUNT, [], both, 5.0)
    broken = looked_at(known, [], told(AccountModel(1), skipped=1), 6.0)
    assert not news_of(broken, [], both).new


@pytest.mark.parametrize(
    ("name_here", "follows"), [("Sales", True), ("Sales (7)", True), ("My sales", False), ("sales", False)]
)
def test_a_name_follows_only_if_nobody_changed_it_here(name_here: str, follows: bool) -> None:
    known = replace(ACCOUNT, service_names=(ServiceName(7, "Sales"),), models_asked_at=1.0)
    news = news_of(known, [replace(MODEL, name=name_here)], told(AccountModel(7, "Sales EU")))
    assert [each.name for each in news.renamed] == (["Sales EU"] if follows else [])


def test_a_name_that_was_never_told_does_not_follow() -> None:
    assert not news_of(ACCOUNT, [MODEL], told(AccountModel(7, "Sales EU"))).renamed


def test_a_missing_model_is_gone_once() -> None:
    news = news_of(ACCOUNT, [MODEL], told(AccountModel(1)))
    assert news.gone == (MODEL,)
    after = looked_at(ACCOUNT, [MODEL], told(AccountModel(1)), 5.0)
    assert after.gone_models == (7,)
    assert not news_of(after, [MODEL], told(AccountModel(1))).gone
    assert looked_at(after, [MODEL], told(AccountModel(7)), 6.0).gone_models == ()


@pytest.mark.parametrize("listing", [told(skipped=1), told(is_whole=False)], ids=["one not read", "not whole"])
def test_a_list_that_is_not_whole_says_of_no_model_that_it_is_gone(listing: AccountModels) -> None:
    assert not news_of(ACCOUNT, [MODEL], listing).gone
    assert looked_at(ACCOUNT, [MODEL], listing, 5.0).gone_models == ()


def test_models_elsewhere_are_not_the_accounts() -> None:
    elsewhere = replace(MODEL, region=Region.GLOBAL)
    assert not models_of(ACCOUNT, [elsewhere, replace(MODEL, service_id=None)])


def test_names_in_the_list_differ() -> None:
    assert own_name("Sales", 7, []) == "Sales"
    assert own_name("Sales", 7, ["SALES"]) == "Sales (7)"
    assert own_name("Sales", 7, ["Sales", "Sales (7)"]) == "Sales (7) 2"
    long = own_name("x" * 500, 7, ["x" * LONGEST_NAME])
    assert len(long) <= LONGEST_NAME
    assert long.endswith("(7)")


def test_prediction_apis_are_told_by_the_service_else_by_the_option() -> None:
    option = AccountModel(7, is_api_option=True)
    assert has_prediction_api(option, None, [7]) is True
    assert has_prediction_api(AccountModel(7), None, [7]) is None
    assert has_prediction_api(AccountModel(7), LiveReading(0.0, (Classifier("c", 7),)), [7]) is True
    assert has_prediction_api(option, LiveReading(0.0, (Classifier("c", 8),)), [7, 8]) is False
    retrained = LiveReading(0.0, (Classifier("c", 9001),))
    assert has_prediction_api(option, retrained, [7, 8]) is True, "it may be behind the retrained model"


def test_a_secret_key_is_the_accounts_only_at_the_accounts_own_place() -> None:
    accounts = {"a": ACCOUNT}
    assert secret_owner(MODEL, accounts) == "a"
    moved = replace(MODEL, region=Region.OWN, address="https://elsewhere.example")
    assert secret_owner(moved, accounts) == ""
    assert secret_owner(replace(moved, has_secret=True), accounts) == "m"
    assert secret_owner(MODEL, {"a": replace(ACCOUNT, keeps_secret=False)}) == ""


def test_that_a_call_is_not_offered_is_not_remembered_for_ever() -> None:
    lacking = ACCOUNT.with_lack("models", 1000.0).with_lack("classifiers", 90000.0)
    assert lacking.lacks("models", 1001.0)
    assert not lacking.lacks("models", 1000.0 + 86400.0)
    assert lacking.lacks("classifiers", 1000.0 + 90000.0)
    assert not lacking.lacks("models", 0.0), "the clock was set back"
    assert lacking.without_lack("models").not_offered == ("classifiers",)
    assert not replace(ACCOUNT, not_offered=("models",)).lacks("models", 1e9), "an earlier version's: long ago"


def test_an_account_comes_back_from_the_settings() -> None:
    full = replace(
        ACCOUNT.with_lack("models", 5.0), service_names=(ServiceName(7, "売上"),), gone_models=(7,), issuing=(8,)
    )
    assert accounts_from_json(accounts_to_json([full])) == (full,)
