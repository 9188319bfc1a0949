"""Columns of a million rows are kept small, and nothing is lost by it."""

import io
from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from epa_gui.core.results.content import Labels
from epa_gui.core.results.kept_columns import Complement, KeptClasses, KeptShares
from epa_gui.core.results.raw_rows import read_rows

_DECIMALS = 10


def shares_of(*batches: tuple[list[float], list[float]]) -> KeptShares:
    kept = KeptShares()
    for one, other in batches:
        kept.extend([array("d", one), array("d", other)])
    return kept


def kept_of(kept: KeptShares) -> list[bool]:
    """For each class whether its column is there, and not worked out."""
    return [isinstance(column, array) for column in kept.columns()]


@given(some.lists(some.integers(0, 10**_DECIMALS), min_size=2), some.integers(1, _DECIMALS))
def test_of_two_probabilities_as_they_are_written_one_is_kept_and_the_other_is_the_same(
    numbers: list[int], digits: int
) -> None:
    whole = 10**digits
    ones = [float(f"{number % (whole + 1) / whole:.{digits}f}") for number in numbers]
    others = [float(f"{(whole - number % (whole + 1)) / whole:.{digits}f}") for number in numbers]
    kept = shares_of((ones[:1], others[:1]), (ones[1:], others[1:]))
    assert [list(column) for column in kept.columns()] == [ones, others]
    assert [np.asarray(column).tolist() for column in kept.columns()] == [ones, others]


@pytest.mark.parametrize("digits", [2, 4, 6, 12])
def test_a_million_of_rounded_probabilities_take_one_column(digits: int) -> None:
    ones = [round(at / 997, digits) for at in range(997)]
    others = [round(1 - one, digits) for one in ones]
    assert kept_of(shares_of((ones, others))) == [False, True]


@pytest.mark.parametrize("is_first_given", [False, True])
def test_probabilities_with_all_their_digits_take_one_column_too(is_first_given: bool) -> None:
    ones = [at / 997 for at in range(1, 997)]
    pair = (ones, [1 - one for one in ones])
    kept = shares_of(pair if is_first_given else pair[::-1])
    assert kept_of(kept).count(True) == 1
    assert [list(column) for column in kept.columns()] == list(pair if is_first_given else pair[::-1])


@given(some.lists(some.tuples(some.floats(0, 1), some.floats(0, 1)), min_size=1), some.integers(0, 40))
def test_what_does_not_add_up_is_kept_as_it_is(pairs: list[tuple[float, float]], at: int) -> None:
    rounded = [(round(index / 37, 3), round(1 - round(index / 37, 3), 3)) for index in range(37)]
    ones, others = map(list, zip(*rounded, *pairs, *rounded, strict=True))
    kept = shares_of((ones[:at], others[:at]), (ones[at:], others[at:])) if at else shares_of((ones, others))
    assert [list(column) for column in kept.columns()] == [ones, others]


def test_probabilities_of_three_classes_are_all_kept() -> None:
    kept = KeptShares()
    kept.extend([array("d", [0.2]), array("d", [0.3]), array("d", [0.5])])
    assert [list(column) for column in kept.columns()] == [[0.2], [0.3], [0.5]]


def test_what_another_column_leaves_reads_like_a_column() -> None:
    left = Complement(array("d", [0.1, 0.123456, 1.0]), 12)
    assert (len(left), left[0], list(left[1:])) == (3, 0.9, [0.876544, 0.0])
    assert np.asarray(left, dtype=np.float32).dtype == np.float32


def test_a_class_takes_a_byte_until_there_are_too_many() -> None:
    kept = KeptClasses()
    kept.extend(range(256), 256)
    assert kept.codes.itemsize == 1
    kept.extend(array("B", [3]), 256)
    kept.extend([256, 5], 257)
    kept.extend(array("B", [7]), 257)
    assert list(kept.codes) == [*range(256), 3, 256, 5, 7]


def test_rows_of_hundreds_of_classes_are_read_as_they_are() -> None:
    rows = [(f"c{at % 40}", f"c{at % 40}") for at in range(9_000)]
    rows += [(f"c{at % 700}", f"c{at % 690}") for at in range(90_000)]
    text = "target,Predicted target,x\n" + "".join(f"{one},{other},{'y' * 20}\n" for one, other in rows)
    found = read_rows(io.BytesIO(text.encode()), "rows.csv").rows
    assert isinstance(found.actual, Labels)
    assert list(zip(found.actual, found.new, strict=True)) == rows
