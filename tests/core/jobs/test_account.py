"""An account as it is kept."""

from epa_gui.core.jobs.account import Account, accounts_from_json, accounts_to_json
from epa_gui.core.jobs.region import Region

ACCOUNT = Account(
    "a", Region.OWN, "https://own.example", "1f3a", True, 5.0, 6.0, 7.0, not_offered=("models",), known_models=(3, 4)
)


def test_accounts_come_back_as_they_were() -> None:
    assert accounts_from_json(accounts_to_json([ACCOUNT, Account("b")])) == (ACCOUNT, Account("b"))


def test_one_that_is_not_understood_does_not_take_the_others_with_it() -> None:
    text = accounts_to_json([ACCOUNT]).replace("[{", '[{"id": 7}, 5, {"id": "c", "newer": 1}, {', 1)
    assert accounts_from_json(text) == (ACCOUNT,)
    for nonsense in ("", "{}", "null", "[" * 100_000):
        assert accounts_from_json(nonsense) == ()


def test_its_keys_go_where_it_is() -> None:
    assert ACCOUNT.as_model().address == "https://own.example"
    assert ACCOUNT.as_model().region is Region.OWN
