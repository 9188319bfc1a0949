"""Which kind of key a call wants is tried once, remembered, and never a reason to fail."""

import pytest

from epa_gui.core.account.key_kind import (
    AccountCall,
    KeyKind,
    KeyKindMemory,
    is_other_kind_worth_trying,
    may_lack_account_calls,
    means_not_offered,
)
from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.core.jobs.region import Region

HERE, THERE = "https://a.example:443", "https://b.example:443"


def test_the_likely_kind_comes_first() -> None:
    memory = KeyKindMemory()
    assert memory.kinds(HERE, AccountCall.MODELS) == (KeyKind.TRAIN, KeyKind.DEPLOY)
    assert memory.kinds(HERE, AccountCall.CLASSIFIERS) == (KeyKind.DEPLOY, KeyKind.TRAIN)


def test_what_was_taken_comes_first_at_that_service_and_for_that_call() -> None:
    memory = KeyKindMemory().after(HERE, AccountCall.MODELS, KeyKind.DEPLOY)
    assert memory.kinds(HERE, AccountCall.MODELS) == (KeyKind.DEPLOY, KeyKind.TRAIN)
    assert memory.kinds(HERE, AccountCall.CLASSIFIERS) == (KeyKind.DEPLOY, KeyKind.TRAIN)
    assert memory.kinds(THERE, AccountCall.MODELS) == (KeyKind.TRAIN, KeyKind.DEPLOY)


def test_the_memory_survives_the_settings() -> None:
    memory = KeyKindMemory().after(HERE, AccountCall.MODELS, KeyKind.DEPLOY)
    memory = memory.after(THERE, AccountCall.CLASSIFIERS, KeyKind.TRAIN)
    assert KeyKindMemory.from_json(memory.to_json()) == memory


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "5",
        "[5, null, []]",
        '[["a", "models"]]',
        '[["a", "x", "train"], ["a", "models", "x"]]',
        "[" * 9000,
    ],
)
def test_a_memory_that_cannot_be_read_is_empty(text: str) -> None:
    assert not KeyKindMemory.from_json(text).known


@pytest.mark.parametrize("kind", ProblemKind)
def test_only_a_refused_key_is_a_reason_to_try_the_other_kind(kind: ProblemKind) -> None:
    assert is_other_kind_worth_trying(Problem(kind)) == (kind in KEY_KINDS)


def test_only_where_a_call_may_be_missing_a_refusal_means_that_it_is() -> None:
    refused, offline = Problem(ProblemKind.KEY_WRONG), Problem(ProblemKind.TIMED_OUT)
    assert means_not_offered(refused, may_lack=True)
    assert not means_not_offered(refused, may_lack=False)
    assert not means_not_offered(offline, may_lack=True)
    assert [region for region in Region if may_lack_account_calls(region)] == [Region.GLOBAL, Region.OWN]
