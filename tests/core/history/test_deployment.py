"""What is behind a prediction API, read out of the history: never surer than anybody can be."""

import contextlib
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epa_gui.core.history import switch_events as switches
from epa_gui.core.history.deployment import Deployment, Deployments, LiveState, Switch, SwitchOutcome, switches_in
from epa_gui.core.history.event import Author, EventKind, HistoryEvent
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.store.store import Store

NOW = 1_750_000_000.0
DONE, REFUSED, NOT_SENT, NOT_CONFIRMED = SwitchOutcome
KILLED = None
"""The program ended before it knew."""

PERHAPS_WAS_LIVE = LiveState.PERHAPS_WAS_LIVE
NO, WAS_LIVE, LIVE, PERHAPS_LIVE, UNSURE = (
    *(LiveState.NO, LiveState.WAS_LIVE, LiveState.LIVE),
    *(LiveState.PERHAPS_LIVE, LiveState.NOT_CONFIRMED),
)
POSSIBLY_LIVE = {LIVE, PERHAPS_LIVE, UNSURE}

Step = tuple[str, SwitchOutcome | None]


def switched(number: int, job: str, outcome: SwitchOutcome | None, model: str = "m") -> Switch:
    """One switch that was asked for, and how it ended."""
    refusals = {REFUSED: ProblemKind.JOB_NOT_FINISHED, NOT_CONFIRMED: ProblemKind.SWITCH_UNANSWERED}
    problem = Problem(refusals[outcome], "said") if outcome in refusals else None
    at = NOW + number * 60
    ended_at = None if outcome is None else at + 1
    return Switch(f"s{number}", model, job, f"name of {job}", "Sales", at, "a reason", "", outcome, problem, ended_at)


def events_of(switch: Switch) -> list[HistoryEvent]:
    """What the history holds of it."""
    asked = switches.asked(replace(switch, outcome=None), "", is_back=False)
    return [asked] if switch.outcome is None else [asked, switches.ended(switch)]


def after(steps: Iterable[Step]) -> Deployment:
    """What is behind the API after these switches, as the next start of the program reads it."""
    made = [switched(number, job, outcome) for number, (job, outcome) in enumerate(steps)]
    events = [event for switch in made for event in events_of(switch)]
    return Deployments(events).of("m")


CASES: dict[str, tuple[Sequence[Step], dict[str, LiveState]]] = {
    "nothing": ([], {"a": NO}),
    "done": ([("a", DONE)], {"a": LIVE, "b": NO}),
    "refused": ([("a", REFUSED)], {"a": NO}),
    "not sent": ([("a", NOT_SENT)], {"a": NO}),
    "not confirmed": ([("a", NOT_CONFIRMED)], {"a": UNSURE, "b": NO}),
    "killed in the middle": ([("a", KILLED)], {"a": UNSURE, "b": NO}),
    "one after the other": ([("a", DONE), ("b", DONE)], {"a": WAS_LIVE, "b": LIVE}),
    "back": ([("a", DONE), ("b", DONE), ("a", DONE)], {"a": LIVE, "b": WAS_LIVE}),
    "refused after done": ([("a", DONE), ("b", REFUSED)], {"a": LIVE, "b": NO}),
    "not sent after done": ([("a", DONE), ("b", NOT_SENT)], {"a": LIVE, "b": NO}),
    "not confirmed after done": ([("a", DONE), ("b", NOT_CONFIRMED)], {"a": PERHAPS_LIVE, "b": UNSURE}),
    "killed after done": ([("a", DONE), ("b", KILLED)], {"a": PERHAPS_LIVE, "b": UNSURE}),
    "sent again and done": ([("a", NOT_CONFIRMED), ("a", DONE)], {"a": LIVE}),
    "sent again and refused": ([("a", NOT_CONFIRMED), ("a", REFUSED)], {"a": UNSURE}),
    "sent again and not sent": ([("a", NOT_CONFIRMED), ("a", NOT_SENT)], {"a": UNSURE}),
    "two open": ([("a", NOT_CONFIRMED), ("b", KILLED)], {"a": UNSURE, "b": UNSURE}),
    "two open after done": (
        [("a", DONE), ("b", NOT_CONFIRMED), ("c", NOT_CONFIRMED)],
        {"a": PERHAPS_LIVE, "b": UNSURE, "c": UNSURE},
    ),
    "the first of two open sent again and done": (
        [("a", NOT_CONFIRMED), ("b", NOT_CONFIRMED), ("a", DONE)],
        {"a": LIVE, "b": PERHAPS_WAS_LIVE},
    ),
    "done closes what is open": ([("a", KILLED), ("b", DONE)], {"a": PERHAPS_WAS_LIVE, "b": LIVE}),
    "done twice": ([("a", DONE), ("a", DONE)], {"a": LIVE}),
    "back, not confirmed": (
        [("a", DONE), ("b", DONE), ("a", NOT_CONFIRMED)],
        {"a": UNSURE, "b": PERHAPS_LIVE},
    ),
    "back from what is not confirmed, not confirmed": (
        [("a", DONE), ("b", NOT_CONFIRMED), ("a", NOT_CONFIRMED)],
        {"a": UNSURE, "b": UNSURE},
    ),
}


@pytest.mark.parametrize(("steps", "expected"), CASES.values(), ids=CASES)
def test_what_each_job_is(steps: Sequence[Step], expected: dict[str, LiveState]) -> None:
    service = after(steps)
    assert {job: service.of(job) for job in expected} == expected


@pytest.mark.parametrize("outcome", [NOT_CONFIRMED, KILLED])
def test_what_is_live_and_sent_once_more_is_not_called_anything_but_possibly_live(
    outcome: SwitchOutcome | None,
) -> None:
    service = after([("a", DONE), ("a", outcome)])
    assert service.of("a") in POSSIBLY_LIVE
    assert service.of("b") is NO


def test_open_switches_are_told_newest_last_and_once_for_each_job() -> None:
    service = after([("a", NOT_CONFIRMED), ("b", KILLED), ("a", KILLED)])
    assert [(switch.id, switch.job) for switch in service.open] == [("s1", "b"), ("s2", "a")]


def test_a_model_was_switched_once_it_may_have_been() -> None:
    assert not after([]).has_been_switched
    assert not after([("a", REFUSED), ("a", NOT_SENT)]).has_been_switched
    assert after([("a", NOT_CONFIRMED)]).has_been_switched
    assert after([("a", DONE)]).has_been_switched


def test_what_is_live_is_the_switch_that_put_it_there() -> None:
    live = after([("a", DONE), ("b", DONE), ("c", REFUSED)]).live
    assert live is not None
    assert (live.id, live.job, live.job_title, live.reason) == ("s1", "b", "name of b", "a reason")
    assert (live.at, live.ended_at) == (NOW + 60, NOW + 61)


def test_each_model_has_a_service_of_its_own() -> None:
    made = [switched(0, "a", DONE, "m"), switched(1, "a", NOT_CONFIRMED, "n"), switched(2, "b", DONE, "m")]
    services = Deployments(event for switch in made for event in events_of(switch))
    assert {model: services.of(model).of("a") for model in services.models()} == {"m": WAS_LIVE, "n": UNSURE}


RESTORED = HistoryEvent(EventKind.LIST_RESTORED, NOW + 999)


def test_after_a_restored_backup_nothing_is_said_to_be_live_for_certain() -> None:
    services = Deployments([*events_of(switched(0, "a", DONE)), RESTORED])
    assert services.of("m").of("a") is PERHAPS_LIVE
    assert not services.of("m").is_certain
    assert not services.of("of a model never switched").is_certain
    assert services.of("of a model never switched").has_been_switched, "so that no first reason is asked for"


def test_a_list_that_was_lost_knows_what_any_new_one_knows() -> None:
    lost = HistoryEvent(EventKind.LIST_RESTORED, NOW, details={"problem": ProblemKind.LIST_LOST.value})
    assert Deployments([lost]).of("m") == Deployment()


def test_the_next_done_switch_is_certain_again() -> None:
    first, second = switched(0, "a", DONE), switched(1, "b", DONE)
    services = Deployments([*events_of(first), RESTORED, *events_of(second)])
    assert (services.of("m").of("b"), services.of("m").of("a")) == (LIVE, WAS_LIVE)
    assert services.of("m").is_certain
    assert not services.of("another").is_certain


def test_a_switch_the_backup_cut_off_is_not_confirmed() -> None:
    asked, ended = events_of(switched(0, "a", NOT_CONFIRMED))
    assert Deployments([asked, RESTORED, ended]).of("m").of("a") is UNSURE
    assert Deployments([asked, RESTORED]).of("m").of("a") is UNSURE


@pytest.mark.parametrize("outcome", [*SwitchOutcome, None])
def test_a_switch_comes_back_out_of_the_history_as_it_was(outcome: SwitchOutcome | None) -> None:
    switch = replace(switched(3, "a", outcome), replaces="b")
    assert switches_in(events_of(switch)) == {"s3": switch}


def test_other_events_are_passed_over() -> None:
    others = [
        HistoryEvent(kind, NOW, "m", "", "a", details={"switch": "s0"})
        for kind in EventKind
        if "switch" not in kind.value and kind is not EventKind.LIVE_SEEN
    ]
    (asked,) = events_of(switched(0, "a", KILLED))
    assert len(others) > 15
    assert switches_in([*others, asked, *others]) == {"s0": switched(0, "a", KILLED)}


def tampered(event: HistoryEvent, **details: str) -> HistoryEvent:
    """The event, its details not as they were written."""
    return replace(event, details={**event.details, **details} if details else {"unreadable": "{"})


def test_an_outcome_nobody_knows_is_not_confirmed() -> None:
    asked, ended = events_of(switched(0, "a", DONE))
    found = switches_in([asked, tampered(ended, outcome="conquered", problem="no such problem", said="words")])
    assert found["s0"].outcome is NOT_CONFIRMED
    assert found["s0"].problem == Problem(ProblemKind.UNEXPECTED, "words")


@pytest.mark.parametrize("outcome", [DONE, REFUSED])
def test_an_end_that_cannot_be_read_leaves_it_open(outcome: SwitchOutcome) -> None:
    asked, ended = events_of(switched(0, "a", outcome))
    service = Deployments([asked, tampered(ended)]).of("m")
    assert service.of("a") is UNSURE


def test_what_was_asked_for_and_cannot_be_read_still_has_its_end() -> None:
    asked, ended = events_of(switched(0, "a", DONE))
    service = Deployments([tampered(asked), ended]).of("m")
    assert service.of("a") is LIVE


def test_two_that_cannot_be_read_are_both_open() -> None:
    events = [tampered(events_of(switched(number, job, KILLED))[0]) for number, job in enumerate("ab")]
    service = Deployments(events).of("m")
    assert (service.of("a"), service.of("b")) == (UNSURE, UNSURE)


class Truth:
    """A prediction API that does what it is told, whether anybody hears of it or not."""

    def __init__(self, chance: random.Random) -> None:
        self.live: str | None = None
        self.may_be_live: set[str | None] = {None}
        self._chance = chance

    def ask(self, job: str, outcome: SwitchOutcome | None) -> None:
        """One request, and what became known of it."""
        if outcome is DONE:
            self.live, self.may_be_live = job, {job}
        elif outcome in {NOT_CONFIRMED, KILLED}:
            self.live = job if self._chance.random() < 0.5 else self.live
            self.may_be_live |= {job}


STEPS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from([*SwitchOutcome, None])), max_size=12)


@given(STEPS, st.randoms(use_true_random=False))
@settings(max_examples=500, deadline=None)
def test_what_is_live_in_truth_is_always_among_what_may_be(steps: list[Step], chance: random.Random) -> None:
    truth, grown = Truth(chance), Deployment()
    for number, (job, outcome) in enumerate(steps):
        truth.ask(job, outcome)
        grown = grown.after(switched(number, job, outcome))
        service = after(steps[: number + 1])
        assert service == grown, "a start of the program in between must make no difference"
        standing = {name: service.of(name) for name in "abcd"}
        possible = {name for name, what in standing.items() if what in POSSIBLY_LIVE}
        assert truth.live is None or truth.live in possible
        assert possible == truth.may_be_live - {None}, "nor may it doubt what is certain"
        live = [name for name, what in standing.items() if what is LIVE]
        assert live in ([], [truth.live])
        assert service.is_certain or not live
        was_live = {name for name, what in standing.items() if what is WAS_LIVE}
        assert service.live is None or service.live.job not in service.earlier
        assert was_live <= {name for name, how in steps[: number + 1] if how is DONE}


def test_it_is_the_same_after_a_start_over_the_same_list(tmp_path: Path) -> None:
    steps: list[Step] = [("a", DONE), ("b", NOT_CONFIRMED), ("c", REFUSED), ("d", KILLED)]
    with contextlib.closing(Store(tmp_path / "list", Author("sato", "1"))) as store:
        for number, (job, outcome) in enumerate(steps):
            for event in events_of(switched(number, job, outcome)):
                store.write([event, HistoryEvent(EventKind.STATUS_CHANGED, NOW, "m", "", job)])
    with contextlib.closing(Store(tmp_path / "list")) as again:
        kept = again.contents().switches
    service = Deployments(kept).of("m")
    assert service == after(steps)
    assert [service.of(job) for job in "abcd"] == [PERHAPS_LIVE, UNSURE, NO, UNSURE]
