"""What evaluation rows can show, by the figures of the sample size of McNemar's test."""

import math

import pytest

from epa_gui.core.dataset.evaluation import rows_set_aside, smallest_difference


@pytest.mark.parametrize(("rows", "points"), [(100, 8.9), (1_000, 2.8), (10_000, 0.9)])
def test_more_rows_show_smaller_differences(rows: int, points: float) -> None:
    assert round(smallest_difference(rows), 1) == points


def test_no_rows_show_nothing() -> None:
    assert smallest_difference(0) == math.inf


@pytest.mark.parametrize(("rows", "aside"), [(500, 0), (501, 50), (12_400, 1_240)])
def test_of_more_than_500_rows_a_tenth_is_set_aside(rows: int, aside: int) -> None:
    assert rows_set_aside(rows) == aside
