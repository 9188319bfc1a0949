"""Trouble as a value: to the database and back, and what a click can do about it."""

import pytest

from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemError, ProblemKind, Remedy, check_remedy, save_remedy


@pytest.mark.parametrize("kind", list(ProblemKind))
def test_every_problem_survives_the_database(kind: ProblemKind) -> None:
    problem = Problem(kind, 'said "so"\n日本語 🚀', "host.example", 12.5)
    assert Problem.from_json(problem.to_json()) == problem


def test_a_kind_of_a_newer_version_keeps_its_words() -> None:
    stored = Problem(ProblemKind.TIMED_OUT, "too slow", "host").to_json().replace("timed out", "bored")
    assert Problem.from_json(stored) == Problem(ProblemKind.UNEXPECTED, "bored: too slow", "host")


def test_trouble_carries_its_problem_and_says_no_more_than_its_kind() -> None:
    trouble = ProblemError(Problem(ProblemKind.REFUSED, "secret words"))
    assert trouble.problem.said == "secret words"
    assert str(trouble) == "refused"


@pytest.mark.parametrize("kind", sorted(KEY_KINDS))
def test_a_rejected_key_can_be_changed(kind: ProblemKind) -> None:
    assert check_remedy(Problem(kind)) is save_remedy(Problem(kind)) is Remedy.ENTER_NEW_KEY


@pytest.mark.parametrize(
    ("kind", "remedy"),
    [
        (ProblemKind.DISK_FULL, Remedy.SAVE_ELSEWHERE),
        (ProblemKind.FOLDER_READ_ONLY, Remedy.SAVE_ELSEWHERE),
        (ProblemKind.NAME_REFUSED, Remedy.SAVE_ELSEWHERE),
        (ProblemKind.CONNECTION_LOST, Remedy.SAVE_AGAIN),
        (ProblemKind.INTERRUPTED, Remedy.SAVE_AGAIN),
    ],
)
def test_a_refusing_disk_is_answered_with_another_place(kind: ProblemKind, remedy: Remedy) -> None:
    assert save_remedy(Problem(kind)) is remedy
    assert check_remedy(Problem(kind)) is Remedy.CHECK_AGAIN
