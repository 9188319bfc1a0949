"""Trouble with sending a file or issuing a key is told in full, whatever kind it is."""

import pytest

from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.ui.base.transfer_text import secret_problem_words, send_problem_words


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_trouble_with_sending_has_three_parts(kind: ProblemKind) -> None:
    words = send_problem_words(Problem(kind, where="storage.example"))
    assert words.happened
    assert words.means
    assert words.to_do
    assert "{" not in words.sentence()


def test_a_connection_that_broke_while_sending_is_not_said_to_mend_itself() -> None:
    words = send_problem_words(Problem(ProblemKind.CONNECTION_LOST, where="storage.example"))
    assert "no retraining was started" in words.means
    assert "by itself" not in words.sentence()


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_trouble_with_issuing_a_key_has_three_parts(kind: ProblemKind) -> None:
    words = secret_problem_words(Problem(kind, where="service.example"))
    assert words.happened
    assert words.means
    assert words.to_do


@pytest.mark.parametrize("kind", sorted(KEY_KINDS))
def test_a_refused_secret_key_is_called_one(kind: ProblemKind) -> None:
    assert "secret key" in secret_problem_words(Problem(kind)).happened
