"""How good predictions are: the service's metrics, reckoned from the predictions as they are written. Pure."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from epa_gui.practice.baseline import Kind, Learned
from epa_gui.practice.bayes import Bayes, likeliest
from epa_gui.practice.series import HORIZONS, Series, values_of
from epa_gui.practice.table import Table

SHARES = frozenset({"auc", "accuracy", "precision", "recall", "f", "mean precision", "mean recall", "mean f"})
RATIOS = frozenset({"median ratio", "coverage"})
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Predictions:
    """What one model said of the evaluation rows.

    Attributes:
        classes: The classes, sorted; of two the last is the positive one.
        words: The predicted class of each row; empty for numbers.
        probabilities: For each row those of the classes.
        numbers: The predicted number of each row; over time the one predicted one step before.
    """

    classes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    probabilities: tuple[tuple[float, ...], ...] = ()
    numbers: tuple[float, ...] = ()


def predictions(learned: Learned, table: Table) -> Predictions:
    """What a model says of these rows, rounded as it is written."""
    predictor = learned.predictor
    if isinstance(predictor, Bayes):
        likely = predictor.probabilities(table)
        return Predictions(predictor.classes, tuple(likeliest(predictor.classes, likely)), tuple(map(tuple, likely)))
    if isinstance(predictor, Series):
        values = values_of(table)
        return Predictions(numbers=tuple(_short(predictor.ahead(value, 1)) for value in values[:-1]))
    return Predictions(numbers=tuple(map(_short, predictor.predict(table))))


def judged(learned: Learned, table: Table, said: Predictions) -> dict[tuple[str, int], float]:
    """The metrics by name and steps ahead (0 where there are none), in the order in which they are shown."""
    if isinstance(learned.predictor, Series):
        return _series_metrics(learned.predictor, values_of(table))
    if said.words:
        truth = [row[-1] for row in table.rows]
        found = _binary_metrics(truth, said) if learned.kind is Kind.BINARY else _class_metrics(truth, said.words)
    else:
        found = _number_metrics([float(row[-1]) for row in table.rows], said.numbers)
    return {(name, 0): value for name, value in found.items()}


def pairs_of(truth: Sequence[str], predicted: Sequence[str]) -> Counter[tuple[str, str]]:
    """How often each class (first) was predicted as which (second)."""
    return Counter(zip(truth, predicted, strict=True))


def share(part: float, whole: float) -> float:
    """A share; 0 of nothing."""
    return part / whole if whole else 0.0


def precision_of(pairs: Counter[tuple[str, str]], name: str) -> float:
    """Of the rows predicted as a class the share that is of it."""
    return share(pairs[name, name], sum(count for (_, said), count in pairs.items() if said == name))


def recall_of(pairs: Counter[tuple[str, str]], name: str) -> float:
    """Of the rows of a class the share that is predicted as it."""
    return share(pairs[name, name], sum(count for (was, _), count in pairs.items() if was == name))


def _f(precision: float, recall: float) -> float:
    return share(2 * precision * recall, precision + recall)


def _binary_metrics(truth: Sequence[str], said: Predictions) -> dict[str, float]:
    pairs, positive = pairs_of(truth, said.words), said.classes[-1]
    precision, recall = precision_of(pairs, positive), recall_of(pairs, positive)
    found = {"accuracy": _accuracy(truth, said.words), "precision": precision, "recall": recall}
    found["f"] = _f(precision, recall)
    area = _auc([name == positive for name in truth], [row[-1] for row in said.probabilities])
    return ({} if area is None else {"auc": area}) | found


def _class_metrics(truth: Sequence[str], predicted: Sequence[str]) -> dict[str, float]:
    pairs = pairs_of(truth, predicted)
    names = sorted({*truth, *predicted})
    both = [(precision_of(pairs, name), recall_of(pairs, name)) for name in names]
    return {
        "accuracy": _accuracy(truth, predicted),
        "mean precision": fmean(precision for precision, _ in both),
        "mean recall": fmean(recall for _, recall in both),
        "mean f": fmean(_f(precision, recall) for precision, recall in both),
    }


def _accuracy(truth: Sequence[str], predicted: Sequence[str]) -> float:
    return fmean(one == other for one, other in zip(truth, predicted, strict=True))


def _auc(are_positive: Sequence[bool], scores: Sequence[float]) -> float | None:
    """The area under the ROC curve, ties counting half; None with only one class."""
    positives = sum(are_positive)
    negatives = len(are_positive) - positives
    if not positives or not negatives:
        return None
    by_score = Counter(zip(scores, are_positive, strict=True))
    below, won = 0, 0.0
    for score in sorted({score for score, _ in by_score}):
        others = by_score[score, False]
        won += by_score[score, True] * (below + others / 2)
        below += others
    return won / (positives * negatives)


def _number_metrics(truth: Sequence[float], predicted: Sequence[float]) -> dict[str, float]:
    errors = [abs(one - other) for one, other in zip(truth, predicted, strict=True)]
    squared, mean = fmean(error * error for error in errors), fmean(truth)
    spread = fmean((value - mean) ** 2 for value in truth)
    found = {"r2": 1 - squared / spread if spread else 0.0, "rmse": math.sqrt(squared)}
    found |= {"mean error": fmean(errors), "median error": median(errors)}
    ratios = [error / abs(value) for error, value in zip(errors, truth, strict=True) if value]
    return found | ({"median ratio": median(ratios)} if ratios else {})


def _series_metrics(series: Series, values: Sequence[float]) -> dict[tuple[str, int], float]:
    found: dict[tuple[str, int], float] = {}
    for name in ("median ratio", "coverage"):
        for steps in HORIZONS:
            pairs = [(value, series.ahead(values[at - steps], steps)) for at, value in enumerate(values) if at >= steps]
            ratios = [abs(value - said) / abs(value) for value, said in pairs if value]
            if name == "coverage" and pairs:
                found[name, steps] = fmean(abs(value - said) <= series.margin(steps) for value, said in pairs)
            elif name == "median ratio" and ratios:
                found[name, steps] = median(ratios)
    return found


def _short(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")
