"""From a figure to exactly the rows behind it."""

import random
from array import array

import pytest

from epa_gui.core.results.content import Labels, PredictedRows
from epa_gui.core.results.row_choice import newly_right, newly_wrong, rows_in_cell

NAMES = ("no", "yes", "はい")


def some(count: int, seed: int, *, is_coded: bool) -> PredictedRows:
    chance = random.Random(seed)
    three = [[chance.choice(NAMES) for _ in range(count)] for _ in range(3)]
    if is_coded:
        actual, new, old = (Labels(NAMES, _codes(labels)) for labels in three)
        return PredictedRows("f", "t", actual=actual, new=new, old=old, places=range(count))
    return PredictedRows("f", "t", actual=three[0], new=three[1], old=three[2])


def _codes(labels: list[str]) -> "array[int]":
    return array("H", (NAMES.index(label) for label in labels))


@pytest.mark.parametrize("is_coded", [False, True])
@pytest.mark.parametrize("count", [0, 1, 500])
def test_the_rows_of_a_cell_are_those_and_no_others(count: int, is_coded: bool) -> None:
    rows = some(count, count, is_coded=is_coded)
    for actual in NAMES:
        for predicted in NAMES:
            for is_new, predictions in ((True, rows.new), (False, rows.old)):
                known = [
                    place
                    for place, pair in enumerate(zip(rows.actual, predictions, strict=True))
                    if pair == (actual, predicted)
                ]
                assert list(rows_in_cell(rows, actual, predicted, is_new=is_new)) == known


@pytest.mark.parametrize("is_coded", [False, True])
def test_rows_that_are_newly_right_or_wrong(is_coded: bool) -> None:
    rows = some(500, 3, is_coded=is_coded)
    three = list(zip(rows.actual, rows.new, rows.old, strict=True))
    assert list(newly_right(rows)) == [at for at, (real, new, old) in enumerate(three) if new == real != old]
    assert list(newly_wrong(rows)) == [at for at, (real, new, old) in enumerate(three) if new != real == old]


def test_rows_that_were_left_out_do_not_shift_the_others() -> None:
    rows = PredictedRows("f", "t", actual=("a", "b"), new=("a", "b"), old=("b", "b"), places=(7, 9))
    assert list(newly_right(rows)) == [7]


def test_a_class_that_only_one_model_predicts_is_no_other_class() -> None:
    rows = PredictedRows("f", "t", actual=("a", "b"), new=("c", "b"), old=("a", "d"))
    assert list(newly_right(rows)) == [1]
    assert list(newly_wrong(rows)) == [0]
    assert list(rows_in_cell(rows, "a", "c", is_new=True)) == [0]
    assert list(rows_in_cell(rows, "a", "nobody's", is_new=True)) == []
