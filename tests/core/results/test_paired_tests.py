"""DeLong's test and the paired differences agree with a second reckoning, at any size."""

import math
from array import array

import numpy as np
import pytest
from scipy.stats import mannwhitneyu, norm, rankdata

from epa_gui.core.results.paired_tests import (
    LEAST_OF_A_CLASS,
    LEAST_ROWS,
    absolute_error_difference,
    auc_difference,
    squared_error_difference,
)
from tests.timing import assert_within_times

Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]
Floats = np.ndarray[tuple[int], np.dtype[np.float64]]


def _delong(is_positive: Flags, new: Floats, old: Floats) -> tuple[float, float, float, float]:
    """The definition, pair by pair: what each row of one class is worth against all of the other."""
    values = []
    for scores in (new, old):
        above = scores[is_positive][:, None] - scores[~is_positive][None, :]
        values.append((above > 0) + 0.5 * (above == 0))
    aucs = [pairs.mean() for pairs in values]
    of_positives = np.cov([pairs.mean(axis=1) for pairs in values])
    of_negatives = np.cov([pairs.mean(axis=0) for pairs in values])
    both = of_positives / is_positive.sum() + of_negatives / (~is_positive).sum()
    error = math.sqrt(both[0, 0] + both[1, 1] - 2 * both[0, 1])
    return aucs[0], aucs[1], error, 2 * norm.sf(abs(aucs[0] - aucs[1]) / error)


def test_a_second_reckoning_of_delong_agrees_on_200_data_sets_with_ties() -> None:
    chance = np.random.default_rng(14)
    for _ in range(200):
        rows = int(chance.integers(60, 250))
        is_positive = chance.random(rows) < chance.uniform(0.2, 0.8)
        if not LEAST_OF_A_CLASS <= is_positive.sum() <= rows - LEAST_OF_A_CLASS:
            continue
        digits = int(chance.integers(1, 6))
        shared = is_positive + chance.normal(size=rows)
        new, old = ((shared + chance.normal(size=rows)).round(digits) for _ in range(2))
        found = auc_difference(list(is_positive), array("d", new), array("d", old))
        assert found is not None
        assert (found.this, found.previous, found.error, found.p) == pytest.approx(_delong(is_positive, new, old))
        pairs = is_positive.sum() * (~is_positive).sum()
        assert found.this == pytest.approx(mannwhitneyu(new[is_positive], new[~is_positive]).statistic / pairs)
        assert found.interval.low < found.gain < found.interval.high


def test_equal_probabilities_differ_in_nothing() -> None:
    is_positive = [True, False] * 30
    scores = [place / 60 for place in range(60)]
    found = auc_difference(is_positive, scores, scores)
    assert found is not None
    assert (found.gain, found.p) == (0.0, 1.0)


def test_what_leaves_nothing_to_judge_by_is_not_judged() -> None:
    is_positive = [True] * 30 + [False] * 30
    perfect, useless = [1.0] * 30 + [0.0] * 30, [0.5] * 60
    assert auc_difference(is_positive, perfect, useless) is None
    assert auc_difference([True] * 60, useless, perfect) is None
    few = [True] * (LEAST_OF_A_CLASS - 1) + [False] * 60
    scores = [place / len(few) for place in range(len(few))]
    assert auc_difference(few, scores, scores[::-1]) is None


def test_rows_without_a_probability_are_left_out() -> None:
    chance = np.random.default_rng(1)
    is_positive = chance.random(200) < 0.5
    new, old = (is_positive + chance.normal(size=200) for _ in range(2))
    whole = auc_difference(list(is_positive), new.tolist(), old.tolist())
    longer = auc_difference([*is_positive, True, False], [*new, math.nan, 1.0], [*old, 1.0, math.inf])
    assert longer == whole


def test_a_second_reckoning_of_errors_agrees_on_200_data_sets() -> None:
    chance = np.random.default_rng(15)
    for _ in range(200):
        rows = int(chance.integers(LEAST_ROWS, 300))
        actual = chance.normal(size=rows) * 10.0 ** chance.integers(-6, 7)
        new, old = (actual + chance.standard_t(3, size=rows) * abs(actual).mean() for _ in range(2))
        for test, power in ((squared_error_difference, 2), (absolute_error_difference, 1)):
            found = test(actual.tolist(), new.tolist(), old.tolist())
            gains = abs(actual - old) ** power - abs(actual - new) ** power
            error = gains.std(ddof=1) / math.sqrt(rows)
            assert found is not None
            assert (found.gain, found.error) == pytest.approx((gains.mean(), error), rel=1e-9)
            assert found.p == pytest.approx(2 * norm.sf(abs(gains.mean()) / error), rel=1e-7)
            assert found.interval == pytest.approx((gains.mean() - 1.96 * error, gains.mean() + 1.96 * error))


def test_errors_too_large_to_be_squared_are_compared_all_the_same() -> None:
    actual = [0.0] * 50
    new = [1e180 + place * 1e178 for place in range(50)]
    found = absolute_error_difference(actual, new, [2 * value for value in new])
    assert found is not None
    assert found.p < 0.001
    assert found.gain > 0


def test_a_few_rows_are_not_judged_by_their_errors() -> None:
    values = [float(place) for place in range(LEAST_ROWS - 1)]
    assert squared_error_difference(values, values, values[::-1]) is None
    same_everywhere = squared_error_difference([0.0] * 50, [1.0] * 50, [2.0] * 50)
    assert same_everywhere is None
    equal = squared_error_difference([0.0] * 50, [1.0] * 50, [1.0] * 50)
    assert equal is not None
    assert equal.p == 1.0


def test_a_million_rows_take_about_as_long_as_ranking_them() -> None:
    chance = np.random.default_rng(2)
    is_positive = chance.random(1_000_000) < 0.3
    new, old = (array("d", (is_positive + chance.normal(size=1_000_000)).round(3)) for _ in range(2))
    flags = is_positive.tolist()
    assert auc_difference(flags, new, old) is not None
    assert_within_times(3, lambda: auc_difference(flags, new, old), lambda: (rankdata(new), rankdata(old)))
