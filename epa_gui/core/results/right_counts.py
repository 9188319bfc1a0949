"""In how many rows which model was right, as far as results tell it. Pure."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from epa_gui.core.results.content import (
    ConfusionMatrix,
    Direction,
    Labels,
    Measure,
    MetricKind,
    PredictedRows,
    ResultsContent,
    Tendency,
)
from epa_gui.core.results.significance import Bounds, Totals, bounds_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PIECE = 25_000  # so many rows are counted at once: the main thread gets its turn in between

_SHARES = frozenset({MetricKind.AUC, MetricKind.ACCURACY, MetricKind.PRECISION, MetricKind.RECALL, MetricKind.F_SCORE})


class OtherRowsError(Exception):
    """The two models were judged on different rows."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What the totals of both models allow.

    Attributes:
        rows: How many rows they are of.
        new_right, old_right: In how many that model was right; `None` if a rounded figure does not tell exactly.
        bounds: In how many rows one model alone can have been right.
    """

    rows: int
    new_right: int | None
    old_right: int | None
    bounds: Bounds


def counted_cells(actual: Sequence[str], new: Sequence[str], old: Sequence[str]) -> Counter[tuple[str, str, str]]:
    """How often each class was predicted as which by both models: keys are actual, new, old."""
    if isinstance(actual, Labels) and isinstance(new, Labels) and isinstance(old, Labels):
        return _counted_codes(actual, new, old)
    cells: Counter[tuple[str, str, str]] = Counter()
    for start in range(0, len(actual), _PIECE):
        piece = slice(start, start + _PIECE)
        cells.update(zip(actual[piece], new[piece], old[piece], strict=True))
    return cells


def rows_of(column: Sequence[str], name: str) -> "NDArray[np.bool_]":
    """For each row whether it has that class."""
    import numpy as np  # noqa: PLC0415  as below

    if isinstance(column, Labels):
        codes = [code for code, known in enumerate(column.names) if known == name]
        return np.isin(np.asarray(column.codes), codes)
    return np.fromiter((found == name for found in column), dtype=np.bool_, count=len(column))


def _counted_codes(*columns: Labels) -> Counter[tuple[str, str, str]]:
    """The same by the small numbers that the classes are kept as: a million rows in a tenth of the time."""
    import numpy as np  # noqa: PLC0415  takes a tenth of a second, and only rows need it

    names = tuple(dict.fromkeys(name for column in columns for name in column.names))
    places = {name: place for place, name in enumerate(names)}
    keys = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        of_names = np.array([places[name] for name in column.names], dtype=np.int64)
        keys = keys * len(names) + of_names[np.asarray(column.codes)]
    found, counts = np.unique(keys, return_counts=True)
    parts = [(key // len(names) ** 2, key // len(names) % len(names), key % len(names)) for key in found.tolist()]
    told = zip(parts, counts.tolist(), strict=True)
    return Counter({(names[actual], names[new], names[old]): count for (actual, new, old), count in told})


def tendency_of(rows: PredictedRows) -> Tendency | None:
    """Who was right how often, from the rows; `None` if they do not hold both models' predictions."""
    if not rows.actual or not len(rows.actual) == len(rows.new) == len(rows.old):
        return None
    right: Counter[tuple[bool, bool]] = Counter()
    for (actual, new, old), count in counted_cells(rows.actual, rows.new, rows.old).items():
        right[new == actual, old == actual] += count
    return Tendency(right[True, True], right[True, False], right[False, True], right[False, False])


def disagreement_of(content: ResultsContent, accuracy: Measure | None) -> Disagreement | None:
    """What the totals allow, by the most telling of them: both matrices, else one and a figure, else figures.

    Args:
        content: What the results say.
        accuracy: The accuracy of both models, where the metrics tell it.

    Returns:
        `None` where the number of rows, or one model's right ones, are not known.

    Raises:
        OtherRowsError: Each model was judged on rows of its own.
    """
    new, old = content.matrix, content.previous_matrix
    if new is not None and old is not None:
        return _of_matrices(new, old)
    rows = _rows_of(content)
    if not rows:
        return None
    spread = precision_of(content)
    new_right = _right_in(new, accuracy.this if accuracy else None, spread, rows)
    old_right = _right_in(old, accuracy.previous if accuracy else None, spread, rows)
    if new_right is None or old_right is None:
        return None
    bounds = bounds_of([Totals(rows, *new_right, *old_right)])
    return Disagreement(rows, _if_exact(new_right), _if_exact(old_right), bounds)


def fits(right: int, rows: int, value: float | None, spread: float) -> bool:
    """Whether a share of right rows is what the files say it is; true if they say none.

    Args:
        right: How many were right.
        rows: Of how many.
        value: The share that the files say.
        spread: How exactly they write it; as `precision_of`.
    """
    if value is None or not rows or not math.isfinite(value):
        return True
    return abs(right / rows - value) <= max(2 * spread, 0.5 / rows) + 1e-9


def precision_of(content: ResultsContent) -> float:
    """Half of what the last digit of the shares in the metrics stands for, as a fraction of 1; 0 for exact ones.

    By the figure with the most digits: a program that writes 0.8655 writes 0.9 for 0.9000. Nobody rounds shares to
    tenths, so two digits are always taken to be meant.
    """
    texts = [
        text
        for measure in content.measures
        if measure.kind in _SHARES
        for text in (measure.this_text, measure.previous_text)
    ]
    found = [spread for text in texts if (spread := _half_unit(text)) is not None]
    return min(*found, 0.005) if found else 0.0


def _half_unit(text: str) -> float | None:
    plain = text.strip()
    digits = plain.rstrip("%％").rstrip()
    try:
        exponent = Decimal(digits).as_tuple().exponent
    except InvalidOperation:
        return None
    if not isinstance(exponent, int):
        return None
    return 10.0**exponent / (200 if digits != plain else 2)


def _of_matrices(new: ConfusionMatrix, old: ConfusionMatrix) -> Disagreement:
    """By each way round that the matrices may be read: the classes that are must be as many in both."""
    if new.total != old.total:
        raise OtherRowsError
    labels = tuple(dict.fromkeys((*new.labels, *old.labels)))
    found = [
        bounds_of([Totals(rows, right, right, was, was) for (rows, right), (_, was) in zip(mine, theirs, strict=True)])
        for mine in _by_class(new, labels)
        for theirs in _by_class(old, labels)
        if [rows for rows, _ in mine] == [rows for rows, _ in theirs]
    ]
    if not found:
        raise OtherRowsError
    widest = Bounds(
        found[0].lead,
        min(bounds.least for bounds in found),
        max(bounds.most for bounds in found),
        min(bounds.p_least for bounds in found),
        max(bounds.p_most for bounds in found),
    )
    return Disagreement(new.total, new.right, old.right, widest)


def _by_class(matrix: ConfusionMatrix, labels: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """For each actual class its rows and the right ones among them; both ways round if that is not known."""
    places = {label: place for place, label in enumerate(matrix.labels)}

    def parts(counts: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
        known = [(place, counts[place]) if (place := places.get(label)) is not None else None for label in labels]
        return [(sum(part[1]), part[1][part[0]]) if part else (0, 0) for part in known]

    yield parts(matrix.counts)
    if matrix.direction is Direction.UNKNOWN:
        yield parts(tuple(zip(*matrix.counts, strict=True)))


def _rows_of(content: ResultsContent) -> int | None:
    for matrix in (content.matrix, content.previous_matrix):
        if matrix is not None:
            return matrix.total
    if content.tendency is not None:
        return content.tendency.total
    return content.row_count


def _right_in(matrix: ConfusionMatrix | None, value: float | None, spread: float, rows: int) -> tuple[int, int] | None:
    """The least and the most rows in which a model can have been right."""
    if matrix is not None:
        return matrix.right, matrix.right
    if value is None or not 0 <= value <= 1:
        return None
    least, most = math.ceil(rows * (value - spread) - 1e-6), math.floor(rows * (value + spread) + 1e-6)
    if least > most:  # a mean of several shares: near it, but none that so many rows can have
        least, most = math.floor(rows * value), math.ceil(rows * value)
    return max(0, least), min(rows, most)


def _if_exact(right: tuple[int, int]) -> int | None:
    return right[0] if right[0] == right[1] else None
