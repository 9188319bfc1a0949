"""A small honest baseline: the one column that tells most about the last one. Pure and deterministic.

The rule ("OneR"): put the rows into groups by one column (numbers by quartile), and answer each group's mean or most
frequent class. It is not the real service's method, and the results say so.
"""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, quantiles
from typing import Any

from epa_gui.practice.table import Table, UnreadableError

_MOST_CLASSES_OF_NUMBERS = 20
_SMALLEST_GROUP = 2
_NO_GROUP = ""
_GREATEST = 1e100

Value = float | str


@dataclass(frozen=True, slots=True)
class Rule:
    """How to answer for a row.

    Attributes:
        column: The column looked at; None for always answering the default.
        edges: Quartiles for a column of numbers; None for one of words.
        answers: The answer for each group.
        default: The answer for everything else: mean or most frequent class of all rows.
    """

    column: str | None
    edges: tuple[float, ...] | None
    answers: dict[str, Value]
    default: Value

    def predict(self, table: Table) -> list[Value]:
        """An answer for every row; raises KeyError when the table lacks the column."""
        if self.column is None:
            return [self.default] * len(table.rows)
        if self.column not in table.columns:
            raise KeyError(self.column)
        place = table.columns.index(self.column)
        return [self.answers.get(_group(row[place], self.edges), self.default) for row in table.rows]


@dataclass(frozen=True, slots=True)
class Learned:
    """What training found.

    Attributes:
        target: Name of the column that is predicted.
        is_numeric: Whether it is predicted as a number (regression) or as a class.
        rule: The rule found.
        contributions: Improvement each column brings alone (share of accuracy, or of RMSE), the greatest first.
    """

    target: str
    is_numeric: bool
    rule: Rule
    contributions: tuple[tuple[str, float], ...]

    @property
    def plain(self) -> "Learned":
        """The rule that looks at nothing: mean, or most frequent class."""
        nothing = Rule(None, None, {}, self.rule.default)
        return Learned(self.target, self.is_numeric, nothing, tuple((name, 0.0) for name, _ in self.contributions))


def learn(training: Table, evaluation: Table | None) -> tuple[Learned, Table]:
    """Train; answers what was found and the rows to evaluate it with.

    Without an evaluation table every fifth row is held out. Rows without a target are dropped. Raises
    UnreadableError when nothing is left to learn from.
    """
    target = training.columns[-1]
    rows = [row for row in training.rows if row[-1]]
    is_numeric = _is_numeric_target([row[-1] for row in rows])
    if evaluation is None:
        held_out = [row for index, row in enumerate(rows) if index % 5 == 4]
        rows = [row for index, row in enumerate(rows) if index % 5 != 4]
    else:
        held_out = [row for row in evaluation.rows if row[-1]]
    if is_numeric:
        held_out = [row for row in held_out if number(row[-1]) is not None]
    if not rows or not held_out:
        raise UnreadableError(f"The target column “{target}” is empty.")
    table = Table(training.columns, rows)
    contributions = _contributions(table, is_numeric=is_numeric)
    best, improvement = contributions[0]
    rule = _fit(table, best if improvement > 0 else None, is_numeric=is_numeric)
    return Learned(target, is_numeric, rule, contributions), Table(training.columns, held_out)


def truths(table: Table, *, is_numeric: bool) -> list[Value]:
    """The target of every row."""
    return [float(row[-1]) if is_numeric else row[-1] for row in table.rows]


def metrics(truth: Sequence[Value], predicted: Sequence[Value], *, is_numeric: bool) -> dict[str, float]:
    """The usual measures, by name."""
    if is_numeric:
        return _regression_metrics([float(value) for value in truth], [float(value) for value in predicted])
    accuracy = fmean(one == other for one, other in zip(truth, predicted, strict=True))
    return {"Accuracy": accuracy, "Macro F1": _macro_f1(truth, predicted)}


def number(text: str) -> float | None:
    """The number a field holds; None for anything else, NaN and Python's own spellings (1_000) included.

    Also None for a number so great that its square would not be one any more.
    """
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < _GREATEST and "_" not in text else None


def to_json(learned: Learned) -> dict[str, Any]:
    """`learned` as plain JSON."""
    rule = learned.rule
    kept = {"column": rule.column, "edges": rule.edges, "answers": rule.answers, "default": rule.default}
    about = {"target": learned.target, "is_numeric": learned.is_numeric, "contributions": learned.contributions}
    return about | {"rule": kept}


def from_json(kept: dict[str, Any]) -> Learned:
    """The opposite of `to_json`."""
    rule = kept["rule"]
    edges = None if rule["edges"] is None else tuple(rule["edges"])
    contributions = tuple((name, share) for name, share in kept["contributions"])
    found = Rule(rule["column"], edges, rule["answers"], rule["default"])
    return Learned(kept["target"], kept["is_numeric"], found, contributions)


def _is_numeric_target(values: list[str]) -> bool:
    different = set(values)
    return len(different) > _MOST_CLASSES_OF_NUMBERS and all(number(value) is not None for value in different)


def _contributions(table: Table, *, is_numeric: bool) -> tuple[tuple[str, float], ...]:
    """Each column's improvement over the default, on a quarter of the rows kept back from fitting."""
    fitting = Table(table.columns, [row for index, row in enumerate(table.rows) if index % 4 != 3])
    held_out = Table(table.columns, [row for index, row in enumerate(table.rows) if index % 4 == 3] or table.rows)
    truth = truths(held_out, is_numeric=is_numeric)
    plain = _fit(fitting, None, is_numeric=is_numeric).predict(held_out)
    found = []
    for column in table.columns[:-1]:
        predicted = _fit(fitting, column, is_numeric=is_numeric).predict(held_out)
        found.append((column, max(0.0, _improvement(truth, plain, predicted, is_numeric=is_numeric))))
    return tuple(sorted(found, key=lambda pair: -pair[1]))


def _improvement(
    truth: Sequence[Value], plain: Sequence[Value], predicted: Sequence[Value], *, is_numeric: bool
) -> float:
    before = metrics(truth, plain, is_numeric=is_numeric)
    after = metrics(truth, predicted, is_numeric=is_numeric)
    if is_numeric:
        return 1 - after["RMSE"] / before["RMSE"] if before["RMSE"] else 0.0
    return after["Accuracy"] - before["Accuracy"]


def _fit(table: Table, column: str | None, *, is_numeric: bool) -> Rule:
    truth = truths(table, is_numeric=is_numeric)
    default = _typical(truth)
    if column is None:
        return Rule(None, None, {}, default)
    place = table.columns.index(column)
    values = [row[place] for row in table.rows]
    edges = _quartiles(values)
    groups: defaultdict[str, list[Value]] = defaultdict(list)
    for value, target in zip(values, truth, strict=True):
        groups[_group(value, edges)].append(target)
    answers = {name: _typical(group) for name, group in groups.items() if len(group) >= _SMALLEST_GROUP}
    return Rule(column, edges, answers, default)


def _typical(values: Sequence[Value]) -> Value:
    if isinstance(values[0], float):
        return fmean(float(value) for value in values)
    counts = Counter(values)
    return max(sorted(counts, key=str), key=counts.__getitem__)


def _quartiles(values: list[str]) -> tuple[float, ...] | None:
    numbers = [number(value) for value in values if value]
    known = [value for value in numbers if value is not None]
    if len(known) < max(2, len(numbers)):
        return None
    return tuple(quantiles(known, n=4))


def _group(value: str, edges: tuple[float, ...] | None) -> str:
    if edges is None or not value:
        return value
    found = number(value)
    return _NO_GROUP if found is None else str(bisect_right(edges, found))


def _regression_metrics(truth: list[float], predicted: list[float]) -> dict[str, float]:
    errors = [one - other for one, other in zip(truth, predicted, strict=True)]
    squared = fmean(error * error for error in errors)
    mean = fmean(truth)
    spread = fmean((value - mean) ** 2 for value in truth)
    r2 = 1 - squared / spread if spread else 0.0
    return {"RMSE": math.sqrt(squared), "MAE": fmean(abs(error) for error in errors), "R2": r2}


def _macro_f1(truth: Sequence[Value], predicted: Sequence[Value]) -> float:
    hits = Counter(one for one, other in zip(truth, predicted, strict=True) if one == other)
    there, said = Counter(truth), Counter(predicted)
    return fmean(2 * hits[name] / (there[name] + said[name]) for name in sorted(there | said, key=str))
