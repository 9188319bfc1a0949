"""What the answer about a job that cannot exist says of a key."""

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.keys.key_probe import KeyStanding, standing_of


@pytest.mark.parametrize("kind", [ProblemKind.JOB_NOT_FOUND, ProblemKind.JOB_DELETED])
def test_who_hears_of_the_job_has_a_good_key(kind: ProblemKind) -> None:
    assert standing_of(Problem(kind)) is KeyStanding.ACCEPTED


def test_who_is_told_about_the_job_has_a_good_key() -> None:
    assert standing_of(None) is KeyStanding.ACCEPTED


@pytest.mark.parametrize("kind", [ProblemKind.NO_SUCH_KEY, ProblemKind.KEY_INACTIVE, ProblemKind.KEY_WRONG])
def test_who_hears_of_the_key_has_a_bad_one(kind: ProblemKind) -> None:
    assert standing_of(Problem(kind)) is KeyStanding.REFUSED


@pytest.mark.parametrize(
    "kind",
    [
        ProblemKind.NAME_NOT_FOUND,
        ProblemKind.PROXY_FAILED,
        ProblemKind.REFUSED,
        ProblemKind.SERVICE_TROUBLE,
        ProblemKind.ACCOUNT_DELETED,
        ProblemKind.UNEXPECTED,
    ],
)
def test_anything_else_says_nothing_of_the_key(kind: ProblemKind) -> None:
    assert standing_of(Problem(kind)) is KeyStanding.UNKNOWN
