"""Results to be judged, made up row by row or from totals."""

from array import array
from collections.abc import Sequence

from epa_gui.core.results.content import (
    ConfusionMatrix,
    Direction,
    Labels,
    Measure,
    MetricKind,
    PredictedRows,
    PredictionKind,
    ResultsContent,
)


def measure(kind: MetricKind, previous: float | None, this: float | None, **more: str) -> Measure:
    return Measure(kind.value.title(), kind, this, previous, **more)


def both_models(new_only: int, old_only: int, rows: int, both_right: int | None = None) -> PredictedRows:
    """Rows of two classes where each model alone is right so often; of the others most are right by both."""
    shared = rows - new_only - old_only
    right = shared - shared // 10 if both_right is None else both_right
    wrong = shared - right
    actual = ["yes", "no"] * (rows // 2) + ["yes"] * (rows % 2)
    flipped = {"yes": "no", "no": "yes"}
    is_new_right = [True] * (right + new_only) + [False] * (old_only + wrong)
    is_old_right = [True] * right + [False] * new_only + [True] * old_only + [False] * wrong
    new = [it if is_right else flipped[it] for it, is_right in zip(actual, is_new_right, strict=True)]
    old = [it if is_right else flipped[it] for it, is_right in zip(actual, is_old_right, strict=True)]
    return PredictedRows("evaluation_raw_data.csv", "churned", labels(actual), labels(new), labels(old))


def labels(values: Sequence[str]) -> Labels:
    names = sorted(set(values))
    places = {name: place for place, name in enumerate(names)}
    return Labels(names, array("H", [places[value] for value in values]))


def matrix(*counts: Sequence[int], direction: Direction = Direction.TOLD) -> ConfusionMatrix:
    names = ("yes", "no", "perhaps", "never")[: len(counts)]
    return ConfusionMatrix(names, tuple(map(tuple, counts)), direction)


def of_classes(*measures: Measure, kind: PredictionKind = PredictionKind.MULTI_CLASS, **more: object) -> ResultsContent:
    return ResultsContent(kind, measures, **more)  # type: ignore[arg-type]
