"""A redirect is never followed, always named, and the key stays at home."""

from collections.abc import Callable

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.practice import Fault, PracticeService
from tests.faults.raw_server import RawServer

Ask = Callable[..., Answer | Problem]
Listen = Callable[..., RawServer]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_and_the_key_goes_nowhere(
    practice: PracticeService, ask: Ask, listen: Listen, status: int
) -> None:
    elsewhere = listen(b"HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n" + b'{"status":"training"}')
    practice.misbehave(Fault.redirect(f"http://localhost:{elsewhere.port}/login?next=1", status))
    problem = ask()
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.where) == (ProblemKind.REDIRECTED, "localhost")
    assert elsewhere.connections == 0
    assert len(practice.requests) == 1


def test_a_redirect_to_the_service_itself_is_not_followed_either(
    practice: PracticeService, ask: Ask, job_id: str
) -> None:
    practice.misbehave(Fault.redirect(f"{practice.url}/v1/external/retrain_jobs/{job_id}"))
    problem = ask()
    assert isinstance(problem, Problem)
    assert problem.kind is ProblemKind.REDIRECTED
    assert len(practice.requests) == 1


@pytest.mark.parametrize("location", ["", "/relative", "//other.example/x", "http://[::1", "javascript:x", "%%%"])
def test_any_location_is_named_as_far_as_it_can_be(practice: PracticeService, ask: Ask, location: str) -> None:
    practice.misbehave(Fault.redirect(location))
    problem = ask()
    assert isinstance(problem, Problem)
    assert problem.kind is ProblemKind.REDIRECTED
    assert problem.where == ("other.example" if "other" in location else "")


def test_a_redirect_that_never_ends_is_not_listened_to(practice: PracticeService, ask: Ask) -> None:
    endless = Fault.answer(302, b"x" * 5_000_000, {"Location": "https://other.example/"})
    practice.misbehave(endless)
    problem = ask()
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.where) == (ProblemKind.REDIRECTED, "other.example")
    assert len(problem.said) < 3000
