"""Which rows of the results are behind a figure: those in a cell of a matrix, those that are newly right."""

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from epa_gui.core.results.content import PredictedRows
from epa_gui.core.results.right_counts import rows_of

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]


def rows_in_cell(rows: PredictedRows, actual: str, predicted: str, *, is_new: bool) -> "array[int]":
    """The rows of one class that a model predicted as one class.

    Returns:
        Their places among the rows of the file, from 0, in the file's order.
    """
    predictions = rows.new if is_new else rows.old
    return _places(rows, (rows_of(rows.actual, actual), rows_of(predictions, predicted)))


def newly_right(rows: PredictedRows) -> "array[int]":
    """The rows that the new model alone predicted right; as `rows_in_cell` returns them."""
    return _places(rows, (_equal(rows.actual, rows.new), ~_equal(rows.actual, rows.old)))


def newly_wrong(rows: PredictedRows) -> "array[int]":
    """The rows that the old model alone predicted right; as `rows_in_cell` returns them."""
    return _places(rows, (~_equal(rows.actual, rows.new), _equal(rows.actual, rows.old)))


def _equal(first: Sequence[str], second: Sequence[str]) -> "Numbers":
    import numpy as np  # noqa: PLC0415  loaded with the rows

    names, codes = _coded(first)
    other_names, other_codes = _coded(second)
    # A class that only the second one has gets a number that the first has not.
    numbers = {name: place for place, name in enumerate(names)}
    turned = np.array([numbers.get(name, len(names)) for name in other_names] or [0])
    found: Numbers = np.asarray(codes) == turned[np.asarray(other_codes, dtype=np.intp)]
    return found


def _coded(labels: Sequence[str]) -> tuple[Sequence[str], Sequence[int]]:
    """Labels as numbers; those that were read are kept so."""
    names, codes = getattr(labels, "names", None), getattr(labels, "codes", None)
    if names is not None and codes is not None:
        return names, codes
    known: dict[str, int] = {}
    made = [known.setdefault(label, len(known)) for label in labels]
    return tuple(known), made


def _places(rows: PredictedRows, conditions: "Iterable[Numbers]") -> "array[int]":
    import numpy as np  # noqa: PLC0415  loaded with the rows

    chosen: Numbers | None = None
    for condition in conditions:
        chosen = condition if chosen is None else chosen & condition
    found = np.flatnonzero(chosen) if chosen is not None else np.array([], dtype=np.intp)
    if len(rows.places):
        found = np.asarray(rows.places)[found]
    return array("q", found.astype("int64").tobytes())
