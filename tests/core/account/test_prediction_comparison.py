"""The same rows before and after: what changed most comes first."""

import pytest

from epa_gui.core.account.prediction import Prediction
from epa_gui.core.account.prediction_comparison import ProbabilityChange, compare_predictions


def yes(share: float) -> Prediction:
    return Prediction("yes" if share > 0.5 else "no", {"no": 1 - share, "yes": share})


def test_changed_rows_come_first_then_the_greatest_change_and_unanswered_ones_last() -> None:
    before = [yes(0.9), None, yes(0.55), yes(0.8), yes(0.7)]
    after = [yes(0.9), yes(0.1), yes(0.45), yes(0.6), yes(0.2)]
    found = compare_predictions(before, after)
    assert [row.row for row in found.rows] == [4, 2, 3, 0, 1]
    assert [row.is_changed for row in found.rows] == [True, True, False, False, False]
    assert (found.asked, found.answered, found.changed) == (5, 4, 2)
    assert found.rows[0].probability is not None
    assert abs(found.rows[0].probability.difference) == pytest.approx(0.5)
    assert found.rows[-1].size == -1


def test_the_class_of_interest_is_told() -> None:
    before = [Prediction("a", {"a": 0.6, "b": 0.3, "c": 0.1})]
    after = [Prediction("a", {"a": 0.5, "b": 0.1, "c": 0.4})]
    (row,) = compare_predictions(before, after, about="b").rows
    assert row.probability == ProbabilityChange("b", 0.3, 0.1)
    (row,) = compare_predictions(before, after).rows
    assert row.probability == ProbabilityChange("c", 0.1, 0.4)
    (row,) = compare_predictions(before, after, about="x").rows
    assert row.probability == ProbabilityChange("c", 0.1, 0.4)


def test_numbers_are_compared_as_numbers() -> None:
    before = [Prediction("10"), Prediction("100.0"), Prediction("5")]
    after = [Prediction("12.5"), Prediction("1e2"), Prediction("-5")]
    found = compare_predictions(before, after)
    assert [(row.row, row.difference, row.is_changed) for row in found.rows] == [
        (2, -10.0, True),
        (0, 2.5, True),
        (1, 0.0, False),
    ]
    assert found.changed == 2


def test_classes_written_in_digits_are_classes() -> None:
    (row,) = compare_predictions([Prediction("1", {"1": 0.9})], [Prediction("0", {"0": 0.8})]).rows
    assert (row.is_changed, row.difference, row.probability) == (True, None, None)
    (row,) = compare_predictions([Prediction("1", {"1": 0.9})], [Prediction("1 ", {"1": 0.9})]).rows
    assert not row.is_changed


def test_what_is_no_number_is_compared_as_it_is_written() -> None:
    (row,) = compare_predictions([Prediction("nan")], [Prediction("nan")]).rows
    assert (row.is_changed, row.difference) == (False, None)
    (row,) = compare_predictions([Prediction("")], [Prediction("7")]).rows
    assert (row.is_changed, row.size) == (True, 0.0)


def test_rows_that_were_not_asked_again_are_not_answered() -> None:
    found = compare_predictions([yes(0.9), yes(0.8)], [yes(0.9)])
    assert (found.asked, found.answered, found.changed) == (2, 1, 0)
    assert not found.rows[-1].is_answered
    assert compare_predictions([], []).rows == ()
