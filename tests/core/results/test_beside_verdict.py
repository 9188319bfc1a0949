"""What one metric alone would hide is found beside it: rows that fall otherwise, shares that fell far."""

from dataclasses import replace

import pytest

from epa_gui.core.jobs.verdict_note import Answer, Rule, VerdictNote
from epa_gui.core.results.beside_verdict import RowTest, fallen_share, row_test_of
from epa_gui.core.results.content import (
    ConfusionMatrix,
    Contradiction,
    ContradictionKind,
    Direction,
    MetricKind,
    PredictedRows,
    PredictionKind,
    ResultsContent,
    Tendency,
)
from tests.core.results.judged import matrix, measure

BY_AUC = VerdictNote(Answer.NO_DIFFERENCE, Rule.PROBABILITIES, "auc", "auc", this=0.898, previous=0.903)
BETTER = replace(BY_AUC, answer=Answer.BETTER)


def of_rows(new_only: int, old_only: int, rows: int = 2400) -> ResultsContent:
    tendency = Tendency(rows - new_only - old_only - 100, new_only, old_only, 100)
    return ResultsContent(PredictionKind.BINARY, tendency=tendency)


@pytest.mark.parametrize(
    ("new_only", "old_only", "answer"),
    [
        (121, 172, Answer.WORSE),
        (172, 121, Answer.BETTER),
        (98, 92, Answer.NO_DIFFERENCE),
        (0, 7, Answer.WORSE),
        (0, 6, Answer.NO_DIFFERENCE),  # p = .031: clear by a first test, and not by a second
        (0, 0, Answer.NO_DIFFERENCE),
    ],
)
def test_rows_are_tested_beside_another_metric_as_a_second_try(new_only: int, old_only: int, answer: Answer) -> None:
    assert row_test_of(of_rows(new_only, old_only), BY_AUC) == RowTest(answer, new_only, old_only)


def test_what_the_verdict_rests_on_is_not_tested_twice() -> None:
    by_rows = replace(BY_AUC, rule=Rule.ROWS_OF_CLASSES, metric="accuracy")
    assert row_test_of(of_rows(121, 172), by_rows) is None


def test_without_counts_or_with_disputed_ones_nothing_is_tested() -> None:
    content = of_rows(121, 172)
    assert row_test_of(ResultsContent(), BY_AUC) is None
    disputed = Contradiction(ContradictionKind.TENDENCY, "", "a.csv", "1", "b.csv", "2")
    assert row_test_of(replace(content, contradictions=(disputed,)), BY_AUC) is None
    assert row_test_of(replace(content, matrix=matrix((1000, 200), (200, 1000))), BY_AUC) is None, (
        "another number right"
    )


def test_classes_that_were_only_taken_from_probabilities_are_not_held_for_the_models() -> None:
    rows = PredictedRows("raw.csv", "churned", classes=("no", "yes"), is_new_by_probability=True)
    assert row_test_of(replace(of_rows(121, 172), rows=rows), BY_AUC) is None


PRECISION = measure(MetricKind.PRECISION, 0.922, 0.796)
RECALL = measure(MetricKind.RECALL, 0.80, 0.60)


def of_shares(*measures: object, **more: object) -> ResultsContent:
    return ResultsContent(PredictionKind.BINARY, measures, **more)  # type: ignore[arg-type]


def test_the_share_that_fell_furthest_is_told_under_a_better_model_only() -> None:
    assert fallen_share(of_shares(PRECISION), BETTER) == PRECISION
    assert fallen_share(of_shares(PRECISION, RECALL), BETTER) == RECALL
    for answer in (Answer.WORSE, Answer.NO_DIFFERENCE, Answer.CANNOT_TELL):
        assert fallen_share(of_shares(PRECISION), replace(BETTER, answer=answer)) is None


@pytest.mark.parametrize(
    "share",
    [
        measure(MetricKind.PRECISION, 0.80, 0.76),
        measure(MetricKind.PRECISION, 0.80, 0.90),
        measure(MetricKind.PRECISION, None, 0.50),
        measure(MetricKind.PRECISION, 0.80, 0.50, class_name="yes"),
        measure(MetricKind.F_SCORE, 0.80, 0.50),
    ],
    ids=["a little", "rose", "not known before", "of one class", "another metric"],
)
def test_what_is_no_large_drop_is_not_told(share: object) -> None:
    assert fallen_share(of_shares(share), BETTER) is None


@pytest.mark.parametrize(("times", "is_told"), [(1, False), (100, True)], ids=["few rows", "many"])
def test_a_drop_that_may_be_chance_as_far_as_the_matrices_tell_is_not_told(times: int, is_told: bool) -> None:
    old, new = (
        ConfusionMatrix(("no", "yes"), ((80 * times, wrong * times), (10 * times, right * times)), Direction.TOLD)
        for wrong, right in ((2, 18), (4, 16))
    )
    fallen = measure(MetricKind.PRECISION, 0.9, 0.8)
    assert (fallen_share(of_shares(fallen, matrix=new, previous_matrix=old), BETTER) is not None) is is_told
