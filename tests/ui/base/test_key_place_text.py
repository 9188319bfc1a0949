"""Where a key is found: every text that tells says the same."""

import pytest

from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.ui.base.common_text import key_text
from epa_gui.ui.base.key_place_text import key_place_text, prediction_key_text, secret_key_place_text
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.switch_text import switch_problem_words
from epa_gui.ui.base.transfer_text import secret_problem_words

_ASKED_FOR_AGAIN = sorted(KEY_KINDS - {ProblemKind.KEY_FOR_ANOTHER_ADDRESS})


@pytest.mark.parametrize("kind", _ASKED_FOR_AGAIN)
def test_trouble_with_a_key_says_where_the_right_one_is(kind: ProblemKind) -> None:
    assert key_place_text() in problem_words(Problem(kind)).to_do
    assert key_place_text() in switch_problem_words(Problem(kind), SwitchOutcome.REFUSED).to_do


def test_the_prediction_key_is_explained_where_it_may_have_been_taken() -> None:
    assert problem_words(Problem(ProblemKind.KEY_WRONG)).to_do.startswith(prediction_key_text())


def test_trouble_with_the_secret_key_says_where_that_one_is() -> None:
    assert secret_key_place_text() in secret_problem_words(Problem(ProblemKind.NO_SUCH_KEY)).to_do


@pytest.mark.parametrize("kind", list(ProblemKind))
def test_no_mark_is_left_in_a_text(kind: ProblemKind) -> None:
    for words in (problem_words(Problem(kind)), switch_problem_words(Problem(kind))):
        assert "{" not in words.sentence()


def test_a_model_without_jobs_is_not_told_that_they_are_checked_no_more() -> None:
    for kind in KEY_KINDS:
        assert "are not checked" in problem_words(Problem(kind)).means
        assert "checked" not in problem_words(Problem(kind), has_jobs=False).sentence()


def test_of_a_refused_key_no_end_is_told() -> None:
    model = Model("m", "Sales", Region.JAPAN, key_hint="1f3a", key_ends_at=2_000_000_000.0)
    assert "until" in key_text(model, 1_900_000_000.0)
    assert key_text(model, 1_900_000_000.0, is_refused=True) == "••••1f3a not accepted"
