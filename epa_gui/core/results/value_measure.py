"""The business's own measure: what a model's predictions are worth, or how many of its surest ones come true. Pure.

It is set once for a model, and reckoned before and after for each of its results.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from epa_gui.core.results.content import ConfusionMatrix, Direction, PredictedRows, ResultsContent
from epa_gui.core.results.right_counts import counted_cells, rows_of
from epa_gui.core.results.significance import WIDTH, Interval

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_CLASSES = 200
"""The service has no model of more."""


@dataclass(frozen=True, slots=True)
class CellValues:
    """What each kind of prediction is worth: gains above zero, costs below.

    Attributes:
        labels: The classes.
        amounts: `amounts[actual][predicted]` for one row.
        unit: What they are counted in, as a person wrote it; may be empty.
    """

    labels: tuple[str, ...]
    amounts: tuple[tuple[float, ...], ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TopHits:
    """How many of the rows a model is surest of are what it says.

    Attributes:
        wanted: The class.
        top: How many rows: those with its greatest probabilities.
    """

    wanted: str
    top: int


BusinessMeasure = CellValues | TopHits


class ValueObstacle(StrEnum):
    """Why it cannot be reckoned from these results."""

    MATRIX = "matrix"  # neither rows nor both models' matrices are there
    DIRECTION = "direction"  # which side of a matrix is the actual class is not known
    OTHER_CLASSES = "other classes"  # there are classes that have no amount
    OTHER_ROWS = "other rows"  # each model was judged on rows of its own
    PROBABILITIES = "probabilities"  # there are none of this class
    FEWER_ROWS = "fewer rows"  # than are to be looked at


@dataclass(frozen=True, slots=True)
class ValueChange:
    """The measure before and after.

    Attributes:
        this: The new model's value: of all rows together, or the hits among the top rows.
        previous: The previous model's.
        rows: On how many rows that rests: all, or the top ones.
        interval: Where the difference lies in 95 of 100 cases; `None` if the files do not tell.
    """

    this: float
    previous: float
    rows: int
    interval: Interval | None = None

    @property
    def gain(self) -> float:
        """By how much the new model's is greater."""
        return self.this - self.previous

    @property
    def each(self) -> tuple[float, float]:
        """The new and the previous value for one row: the mean worth, or the hit rate as a fraction of 1."""
        return (self.this / self.rows, self.previous / self.rows) if self.rows else (0.0, 0.0)


def value_change(measure: BusinessMeasure, content: ResultsContent) -> ValueChange | ValueObstacle:
    """The measure before and after, or why it cannot be reckoned."""
    if isinstance(measure, TopHits):
        return _top_hits(measure, content.rows)
    rows = content.rows
    if (
        rows is not None
        and rows.actual
        and len(rows.actual) == len(rows.new) == len(rows.old)
        and _is_as_predicted(rows)
    ):
        return _worth_of_rows(measure, counted_cells(rows.actual, rows.new, rows.old))
    return _worth_of_matrices(measure, content.matrix, content.previous_matrix)


def as_data(measure: BusinessMeasure) -> dict[str, object]:
    """What is kept of it, in terms of JSON."""
    if isinstance(measure, TopHits):
        return {"kind": "top", "wanted": measure.wanted, "top": measure.top}
    amounts = [list(row) for row in measure.amounts]
    return {"kind": "cells", "labels": list(measure.labels), "amounts": amounts, "unit": measure.unit}


def measure_from(data: object) -> BusinessMeasure | None:
    """The measure from what was kept; `None` for anything that is none."""
    if not isinstance(data, Mapping):
        return None
    if data.get("kind") == "top":
        match data.get("wanted"), data.get("top"):
            case str(wanted), int(top) if not isinstance(top, bool) and top > 0:
                return TopHits(wanted, top)
        return None
    return _cells_from(data) if data.get("kind") == "cells" else None


def _cells_from(data: Mapping[object, object]) -> CellValues | None:
    labels, amounts, unit = data.get("labels"), data.get("amounts"), data.get("unit")
    if not isinstance(labels, list) or not isinstance(amounts, list):
        return None
    is_square = 0 < len(labels) <= MOST_CLASSES and [len(row) for row in amounts if isinstance(row, list)] == [
        len(labels)
    ] * len(labels)
    if not is_square or len(amounts) != len(labels) or not all(isinstance(label, str) for label in labels):
        return None
    if not all(_is_amount(amount) for row in amounts for amount in row):
        return None
    kept = tuple(tuple(float(amount) for amount in row) for row in amounts)
    return CellValues(tuple(labels), kept, unit if isinstance(unit, str) else "")


def _worth_of_rows(measure: CellValues, cells: Counter[tuple[str, str, str]]) -> ValueChange | ValueObstacle:
    worth = _amounts_by_name(measure)
    try:
        pairs = [(count, worth[actual, new], worth[actual, old]) for (actual, new, old), count in cells.items()]
    except KeyError:
        return ValueObstacle.OTHER_CLASSES
    rows = sum(count for count, _, _ in pairs)
    this = math.fsum(count * new for count, new, _ in pairs)
    previous = math.fsum(count * old for count, _, old in pairs)
    mean = (this - previous) / rows
    spread = math.fsum(count * (new - old - mean) ** 2 for count, new, old in pairs) / max(1, rows - 1)
    half = WIDTH * math.sqrt(spread * rows)
    return ValueChange(this, previous, rows, Interval(this - previous - half, this - previous + half))


def _worth_of_matrices(
    measure: CellValues, new: ConfusionMatrix | None, old: ConfusionMatrix | None
) -> ValueChange | ValueObstacle:
    if new is None or old is None:
        return ValueObstacle.MATRIX
    if new.total != old.total or not new.total:
        return ValueObstacle.OTHER_ROWS
    worth = _amounts_by_name(measure)
    if Direction.UNKNOWN in {new.direction, old.direction} and any(
        worth[one, other] != worth[other, one] for one, other in worth
    ):
        return ValueObstacle.DIRECTION
    try:
        this, previous = (
            math.fsum(
                count * worth[actual, predicted]
                for actual, row in zip(matrix.labels, matrix.counts, strict=True)
                for predicted, count in zip(matrix.labels, row, strict=True)
            )
            for matrix in (new, old)
        )
    except KeyError:
        return ValueObstacle.OTHER_CLASSES
    return ValueChange(this, previous, new.total)


def _top_hits(measure: TopHits, rows: PredictedRows | None) -> ValueChange | ValueObstacle:
    if rows is None or measure.wanted not in rows.classes:
        return ValueObstacle.PROBABILITIES
    place = rows.classes.index(measure.wanted)
    columns = [
        probabilities[place] if place < len(probabilities) else ()
        for probabilities in (rows.new_probabilities, rows.old_probabilities)
    ]
    if not all(len(column) == len(rows.actual) > 0 for column in columns):
        return ValueObstacle.PROBABILITIES
    if measure.top > len(rows.actual):
        return ValueObstacle.FEWER_ROWS
    is_wanted = rows_of(rows.actual, measure.wanted)
    this, previous = (_hits(column, is_wanted, measure.top) for column in columns)
    return ValueChange(this, previous, measure.top)


def _hits(probabilities: Sequence[float], wanted: "NDArray[np.bool_]", top: int) -> float:
    """How many of the top rows are wanted; of rows with one and the same probability as many as are so on average."""
    import numpy as np  # noqa: PLC0415  takes a tenth of a second, and only rows need it

    scores = np.nan_to_num(np.asarray(probabilities, dtype=np.float64), nan=-np.inf)
    last = np.partition(scores, len(scores) - top)[len(scores) - top]
    surer, equal = scores > last, scores == last
    left = top - int(surer.sum())
    return float(wanted[surer].sum()) + left * float(wanted[equal].mean())


def _is_as_predicted(rows: PredictedRows) -> bool:
    """Whether the classes in the rows are surely those the models predicted, with whatever threshold."""
    return len(rows.classes) > 2 or not (rows.is_new_by_probability or rows.is_old_by_probability)


def _amounts_by_name(measure: CellValues) -> dict[tuple[str, str], float]:
    return {
        (actual, predicted): amount
        for actual, row in zip(measure.labels, measure.amounts, strict=True)
        for predicted, amount in zip(measure.labels, row, strict=True)
    }


def _is_amount(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
