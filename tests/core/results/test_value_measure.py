"""The business's own measure before and after: as a person would reckon it by hand, or why it cannot be."""

import json
from array import array
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from epa_gui.core.results.content import Direction, PredictedRows, ResultsContent
from epa_gui.core.results.value_measure import (
    BusinessMeasure,
    CellValues,
    TopHits,
    ValueChange,
    ValueObstacle,
    as_data,
    measure_from,
    value_change,
)
from tests.core.results.judged import both_models, labels, matrix, of_classes

OFFERS = CellValues(("yes", "no"), ((100.0, -50.0), (-10.0, 0.0)), "€")


def test_each_kind_of_prediction_counts_what_it_is_worth() -> None:
    new, old = matrix((40, 10), (20, 130)), matrix((30, 20), (10, 140))
    change = value_change(OFFERS, of_classes(matrix=new, previous_matrix=old))
    assert isinstance(change, ValueChange)
    assert (change.this, change.previous, change.rows) == (
        40 * 100 - 10 * 50 - 20 * 10,
        30 * 100 - 20 * 50 - 10 * 10,
        200,
    )
    assert change.gain == 1400
    assert change.each == (16.5, 9.5)
    assert change.interval is None


def test_rows_tell_how_sure_the_difference_is() -> None:
    rows = both_models(60, 45, 1000)
    change = value_change(OFFERS, of_classes(rows=rows))
    assert isinstance(change, ValueChange)
    worth = {"yes": {"yes": 100, "no": -50}, "no": {"yes": -10, "no": 0}}
    new, old = (
        np.array([worth[actual][it] for actual, it in zip(rows.actual, column, strict=True)])
        for column in (rows.new, rows.old)
    )
    error = (new - old).std(ddof=1) * np.sqrt(1000)
    assert (change.this, change.previous) == (new.sum(), old.sum())
    assert change.interval == pytest.approx((change.gain - 1.96 * error, change.gain + 1.96 * error))


@pytest.mark.parametrize(
    ("content", "obstacle"),
    [
        (ResultsContent(), ValueObstacle.MATRIX),
        (of_classes(matrix=matrix((5, 1), (2, 6))), ValueObstacle.MATRIX),
        (of_classes(matrix=matrix((5, 1), (2, 6)), previous_matrix=matrix((5, 1), (2, 7))), ValueObstacle.OTHER_ROWS),
        (
            of_classes(
                matrix=matrix((5, 1), (2, 6), direction=Direction.UNKNOWN), previous_matrix=matrix((5, 1), (2, 6))
            ),
            ValueObstacle.DIRECTION,
        ),
        (
            of_classes(
                matrix=matrix((5, 1, 0), (2, 6, 0), (0, 0, 1)), previous_matrix=matrix((6, 1, 0), (2, 5, 0), (0, 0, 1))
            ),
            ValueObstacle.OTHER_CLASSES,
        ),
    ],
)
def test_what_cannot_be_reckoned_says_why(content: ResultsContent, obstacle: ValueObstacle) -> None:
    assert value_change(OFFERS, content) is obstacle


def test_a_direction_that_does_not_matter_need_not_be_known() -> None:
    alike = CellValues(("yes", "no"), ((1.0, -5.0), (-5.0, 1.0)))
    new, old = (matrix(*counts, direction=Direction.UNKNOWN) for counts in (((5, 1), (2, 6)), ((4, 2), (2, 6))))
    change = value_change(alike, of_classes(matrix=new, previous_matrix=old))
    assert isinstance(change, ValueChange)
    assert (change.this, change.previous) == (11 - 15, 10 - 20)


def _ranked(new: list[float], old: list[float], actual: list[str]) -> ResultsContent:
    rows = PredictedRows(
        "rows.csv",
        "churned",
        labels(actual),
        classes=("no", "yes"),
        new_probabilities=(array("d", [1 - it for it in new]), array("d", new)),
        old_probabilities=(array("d", [1 - it for it in old]), array("d", old)),
    )
    return of_classes(rows=rows)


def test_the_hits_among_the_surest_rows_are_counted() -> None:
    content = _ranked([0.9, 0.8, 0.7, 0.1], [0.1, 0.9, 0.2, 0.8], ["yes", "yes", "no", "no"])
    change = value_change(TopHits("yes", 2), content)
    assert isinstance(change, ValueChange)
    assert (change.this, change.previous, change.rows) == (2, 1, 2)
    assert change.each == (1.0, 0.5)


def test_of_rows_that_are_equally_sure_the_average_counts() -> None:
    content = _ranked([0.9, 0.5, 0.5, 0.5], [0.5] * 4, ["yes", "yes", "no", "no"])
    change = value_change(TopHits("yes", 2), content)
    assert isinstance(change, ValueChange)
    assert (change.this, change.previous) == pytest.approx((1 + 1 / 3, 1.0))


@pytest.mark.parametrize(
    ("measure", "obstacle"),
    [(TopHits("perhaps", 2), ValueObstacle.PROBABILITIES), (TopHits("yes", 5), ValueObstacle.FEWER_ROWS)],
)
def test_top_rows_that_are_not_there_are_not_counted(measure: TopHits, obstacle: ValueObstacle) -> None:
    assert value_change(measure, _ranked([0.9] * 4, [0.1] * 4, ["yes"] * 4)) is obstacle


def test_classes_by_a_threshold_nobody_knows_are_worth_nothing_certain() -> None:
    rows = replace(both_models(60, 45, 1000), is_new_by_probability=True)
    assert value_change(OFFERS, of_classes(rows=rows)) is ValueObstacle.MATRIX


@pytest.mark.parametrize("measure", [OFFERS, TopHits("yes", 100)])
def test_a_measure_is_kept_and_comes_back(measure: BusinessMeasure) -> None:
    assert measure_from(json.loads(json.dumps(as_data(measure)))) == measure


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["top", "cells", ""]), _ANYTHING, _ANYTHING, _ANYTHING)
def test_whatever_was_kept_is_a_measure_or_none(kind: str, one: object, two: object, three: object) -> None:
    data = {"kind": kind, "wanted": one, "top": two, "labels": one, "amounts": two, "unit": three}
    found = measure_from(data)
    if found is not None:
        assert measure_from(as_data(found)) == found
    assert measure_from(one) is None or isinstance(one, dict)
