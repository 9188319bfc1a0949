"""Connections: kept, retried once, held to a deadline, ended from outside."""

import threading
import time
from collections.abc import Callable

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service import client as client_module
from epa_gui.core.service.client import Client
from epa_gui.practice import Fault, PracticeService

Ask = Callable[..., Answer | Problem]


@pytest.fixture
def short_deadline(monkeypatch: pytest.MonkeyPatch) -> float:
    """A check may take half a second."""
    monkeypatch.setattr(client_module, "ANSWER_SECONDS", 0.5)
    return 0.5


def test_a_kept_connection_that_was_closed_is_replaced_without_a_word(practice: PracticeService, ask: Ask) -> None:
    assert isinstance(ask(), Answer)
    practice.misbehave(Fault.drop())
    assert isinstance(ask(), Answer)
    assert len(practice.requests) == 3


@pytest.mark.parametrize("fault", [Fault.drop(), Fault.reset(), Fault.cut(10)], ids=["drop", "reset", "cut"])
def test_a_connection_lost_twice_is_trouble(practice: PracticeService, ask: Ask, fault: Fault) -> None:
    practice.misbehave(fault, times=2)
    problem = ask()
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.where) == (ProblemKind.CONNECTION_LOST, "127.0.0.1")
    assert len(practice.requests) == 2, "retried once, not more"


def test_trouble_of_another_kind_is_not_retried(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.answer(503))
    assert isinstance(ask(), Problem)
    assert len(practice.requests) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault.delay(30),
        Fault.drip(0.05, head=True),
        Fault.drip(0.05, head=False, body=True),
    ],
    ids=["silence", "drip-fed head", "drip-fed body"],
)
def test_an_answer_that_takes_too_long_is_ended_by_the_deadline(
    practice: PracticeService, ask: Ask, short_deadline: float, fault: Fault
) -> None:
    practice.misbehave(fault)
    began = time.monotonic()
    problem = ask()
    assert time.monotonic() - began < short_deadline + 5
    assert isinstance(problem, Problem)
    assert problem.kind is ProblemKind.TIMED_OUT


def test_a_slow_answer_within_the_deadline_is_an_answer(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.delay(0.3))
    assert isinstance(ask(), Answer)


def test_the_next_check_has_a_deadline_of_its_own(practice: PracticeService, ask: Ask, short_deadline: float) -> None:
    practice.misbehave(Fault.delay(30))
    assert isinstance(ask(), Problem)
    assert isinstance(ask(), Answer)


@pytest.mark.parametrize(
    "fault", [Fault.delay(30), Fault.drip(0.2, body=True)], ids=["waiting for the head", "waiting for the body"]
)
def test_cutting_wakes_a_thread_that_waits_for_the_service(
    practice: PracticeService, client: Client, job_id: str, fault: Fault
) -> None:
    practice.misbehave(fault, times=-1)
    ended: list[Problem] = []

    def check() -> None:
        try:
            client.status(practice.url, practice.api_key, job_id, 0.0)
        except ProblemError as trouble:
            ended.append(trouble.problem)

    waiting = threading.Thread(target=check)
    waiting.start()
    wait_until(lambda: bool(practice.requests))
    time.sleep(0.1)  # into recv
    began = time.monotonic()
    client.cut()
    waiting.join(15)
    assert time.monotonic() - began < 10, "it waited for the time-out"
    assert [problem.kind for problem in ended] == [ProblemKind.CONNECTION_LOST]


def test_after_a_cut_nothing_is_asked_any_more(practice: PracticeService, client: Client, ask: Ask) -> None:
    client.cut()
    assert isinstance(ask(), Problem)
    assert practice.requests == []


@pytest.mark.parametrize("key", ["\u200bkey", "キー", "two\nlines", "a\rb"])
def test_a_key_no_header_can_carry_is_a_wrong_key(practice: PracticeService, ask: Ask, key: str) -> None:
    problem = ask(key=key)
    assert isinstance(problem, Problem)
    assert problem.kind is ProblemKind.KEY_WRONG
    assert practice.requests == []


def wait_until(claim: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not claim():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.01)
