"""How long is waited before what failed is tried again: tables of cases."""

import pytest

from epa_gui.core.jobs.backoff import Backoff, FailureCounter

FEW = Backoff((1.0, 2.0, 8.0), longest_retry_after=60.0)
ENDLESS = Backoff.doubling(30.0, 300.0, 3600.0)


@pytest.mark.parametrize(
    ("backoff", "failures", "wait"),
    [
        (FEW, 1, 1.0),
        (FEW, 2, 2.0),
        (FEW, 3, 8.0),
        (FEW, 4, None),
        (FEW, 5000, None),
        (Backoff((), 60.0), 1, None),
        (Backoff((), 60.0, is_endless=True), 1, None),
        (Backoff((5.0,), 60.0, is_endless=True), 9, 5.0),
        (ENDLESS, 1, 30.0),
        (ENDLESS, 2, 60.0),
        (ENDLESS, 4, 240.0),
        (ENDLESS, 5, 300.0),
        (ENDLESS, 5000, 300.0),
        (ENDLESS, 0, 30.0),
    ],
)
def test_each_failure_in_a_row_has_its_wait(backoff: Backoff, failures: int, wait: float | None) -> None:
    assert backoff.wait(failures) == wait


@pytest.mark.parametrize(
    ("backoff", "failures", "asked", "wait"),
    [
        (FEW, 1, 0.0, 1.0),
        (FEW, 1, 0.5, 1.0),
        (FEW, 1, 30.0, 30.0),
        (FEW, 1, 60.0, 60.0),
        (FEW, 1, 86400.0, 60.0),
        (FEW, 4, 30.0, None),
        (ENDLESS, 1, 45.0, 45.0),
        (ENDLESS, 5, 45.0, 300.0),
        (ENDLESS, 5, 1e9, 3600.0),
        (Backoff((90.0,), 60.0), 1, 1e9, 90.0),
    ],
)
def test_a_servers_wish_makes_a_wait_longer_up_to_a_limit_and_never_shorter(
    backoff: Backoff, failures: int, asked: float, wait: float | None
) -> None:
    assert backoff.wait(failures, asked) == wait


@pytest.mark.parametrize(
    ("first", "longest", "waits"),
    [
        (30.0, 300.0, (30.0, 60.0, 120.0, 240.0, 300.0)),
        (10.0, 80.0, (10.0, 20.0, 40.0, 80.0)),
        (600.0, 600.0, (600.0,)),
        (600.0, 300.0, (300.0,)),
        (0.0, 300.0, (0.0,)),
    ],
)
def test_doubling_ends_at_the_longest(first: float, longest: float, waits: tuple[float, ...]) -> None:
    assert Backoff.doubling(first, longest, 3600.0).waits == waits


def test_progress_makes_the_failures_count_anew() -> None:
    failures = FailureCounter(FEW, there=100)
    waits = []
    for there in (100, 100, 150, 150, 149, 151):
        failures.note(there)
        waits.append(failures.wait())
    assert waits == [1.0, 2.0, 1.0, 2.0, 8.0, 1.0]


def test_without_progress_it_is_given_up() -> None:
    failures = FailureCounter(FEW)
    waits = []
    for _ in range(4):
        failures.note(0)
        waits.append(failures.wait())
    assert waits == [1.0, 2.0, 8.0, None]


def test_what_came_whole_and_was_useless_is_no_progress_however_much_came_in_between() -> None:
    failures = FailureCounter(FEW)
    waits = []
    for number in range(1, 6):
        failures.note(number, is_useless=False)  # broke off a little farther than before
        failures.note(0, is_useless=True)
        waits.append(failures.wait())
    assert waits == [1.0, 2.0, 8.0, None, None]


def test_a_servers_wish_counts_as_a_failure_too() -> None:
    failures = FailureCounter(FEW)
    assert [failures.wait(30.0) for _ in range(4)] == [30.0, 30.0, 30.0, None]
