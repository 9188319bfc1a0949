"""The tests of chance agree with a second tool, and with figures worked out elsewhere, at any size."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from epa_gui.core.results.significance import (
    Totals,
    bounds_of,
    exact_p,
    rows_needed,
    share_interval,
    smallest_difference,
)
from tests.timing import assert_within


@pytest.mark.parametrize(
    ("new_only", "old_only", "p"),
    [
        (5, 3, 0.726562),
        (10, 2, 0.0385742),
        (60, 45, 0.171565),
        (165, 120, 0.00903343),
        (0, 0, 1.0),
        (2200, 2000, 0.00213236),
        (1, 0, 1.0),
        (6, 0, 0.03125),
        (0, 6, 0.03125),
    ],
)
def test_chance_is_reckoned_exactly(new_only: int, old_only: int, p: float) -> None:
    assert exact_p(new_only, old_only) == pytest.approx(p, rel=3e-6)
    assert exact_p(old_only, new_only) == exact_p(new_only, old_only)


@pytest.mark.parametrize(
    ("new_only", "old_only", "rows", "low", "high"),
    [(10, 2, 200, 0.00505, 0.07416), (60, 45, 1000, -0.00515, 0.03509)],
)
def test_the_interval_is_that_of_agresti_and_min(
    new_only: int, old_only: int, rows: int, low: float, high: float
) -> None:
    assert share_interval(new_only, old_only, rows) == pytest.approx((low, high), abs=5e-6)


@given(st.integers(1, 5_000_000), st.floats(-6, 6))
def test_a_second_tool_agrees_from_one_row_to_millions(both: int, deviations: float) -> None:
    new_only = min(both, max(0, round(both / 2 + deviations * math.sqrt(both) / 2)))
    assert exact_p(new_only, both - new_only) == pytest.approx(binomtest(new_only, both).pvalue, rel=1e-9)


def test_millions_of_rows_take_no_time_and_overflow_nothing() -> None:
    def reckon() -> None:
        assert exact_p(2_000_000, 1_999_999) == pytest.approx(1.0, abs=1e-3)
        assert exact_p(5_000_000, 0) == 0.0

    assert_within(0.5, reckon)


@pytest.mark.parametrize(
    ("rows", "old", "new", "least", "most"),
    [
        (1000, 912, 927, 6.1e-5, 0.27),
        (100, 80, 90, 0.00195, 0.0987),
        (5000, 4560, 4635, 0.0, 0.00906),
    ],
)
def test_totals_leave_chance_between_two_bounds(rows: int, old: int, new: int, least: float, most: float) -> None:
    bounds = bounds_of([Totals(rows, new, new, old, old)])
    assert bounds.p_least == pytest.approx(least, rel=2e-3, abs=1e-9)
    assert bounds.p_most == pytest.approx(most, rel=2e-3)


@given(st.data())
def test_no_way_to_put_the_rows_together_leaves_the_bounds(data: st.DataObject) -> None:
    """Each class's rows are put together in every way that its totals allow."""
    cells = st.tuples(*[st.integers(0, 12)] * 4)
    classes = data.draw(st.lists(cells, min_size=1, max_size=4))
    totals = [
        Totals(sum(part), both + new, both + new, both + old, both + old)
        for part in classes
        for both, new, old, _ in [part]
    ]
    bounds = bounds_of(totals)
    new_only, old_only = sum(part[1] for part in classes), sum(part[2] for part in classes)
    assert bounds.least <= new_only + old_only <= bounds.most
    assert bounds.p_least <= exact_p(new_only, old_only) * (1 + 1e-9)
    assert exact_p(new_only, old_only) <= bounds.p_most * (1 + 1e-9)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=4))
def test_the_bounds_can_be_reached(classes: list[tuple[int, int, int]]) -> None:
    totals, least, most = [], 0, 0
    for rows, new, old in classes:
        new_right, old_right = min(new, rows), min(old, rows)
        totals.append(Totals(rows, new_right, new_right, old_right, old_right))
        apart = [
            new_right + old_right - 2 * both
            for both in range(rows + 1)
            if both <= min(new_right, old_right) and new_right + old_right - both <= rows
        ]
        least, most = least + min(apart), most + max(apart)
    bounds = bounds_of(totals)
    assert (bounds.least, bounds.most) == (least, most)


def test_totals_of_each_class_tell_more_than_those_of_all_rows() -> None:
    of_classes = bounds_of([Totals(500, 480, 480, 450, 450), Totals(500, 447, 447, 462, 462)])
    of_all = bounds_of([Totals(1000, 927, 927, 912, 912)])
    assert of_classes.lead == of_all.lead == 15
    assert (of_all.least, of_all.most) == (15, 161)
    assert (of_classes.least, of_classes.most) == (45, 161)


@given(st.integers(1, 60), st.data())
def test_rounded_totals_leave_no_less_than_any_of_the_exact_ones(rows: int, data: st.DataObject) -> None:
    new, old = (sorted(data.draw(st.tuples(st.integers(0, rows), st.integers(0, rows)))) for _ in range(2))
    bounds = bounds_of([Totals(rows, new[0], new[1], old[0], old[1])])
    exact = [
        bounds_of([Totals(rows, this, this, previous, previous)])
        for this in range(new[0], new[1] + 1)
        for previous in range(old[0], old[1] + 1)
    ]
    assert bounds.p_most == pytest.approx(max(one.p_most for one in exact))
    assert bounds.p_least == pytest.approx(min(one.p_least for one in exact))
    assert abs(bounds.lead) == min(abs(one.lead) for one in exact)


def test_the_smallest_difference_that_shows() -> None:
    assert smallest_difference(1000, 0.1) == pytest.approx(2.8 * math.sqrt(0.1 / 1000))
    assert smallest_difference(2, 0.9) == 1.0
    assert smallest_difference(0, 0.1) is None
    assert smallest_difference(1000, 0.0) is None


def test_the_rows_that_a_difference_needs_would_just_show_it() -> None:
    smallest = smallest_difference(1000, 0.105)
    needed = rows_needed(1000, 0.015, smallest)
    assert needed is not None
    assert smallest_difference(needed, 0.105) == pytest.approx(0.015, rel=1e-3)
    assert rows_needed(1000, 0.0, smallest) is None
    assert rows_needed(1000, 0.015, None) is None
