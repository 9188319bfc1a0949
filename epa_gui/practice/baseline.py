"""A small honest baseline that learns to predict the last column. Pure and deterministic.

Classes are predicted by naive Bayes; numbers by the one column that tells most about them ("OneR": the rows are put
into groups by it, and each group's mean is the answer); numbers over time by the way they go back to their mean. It is
not the real service's method, and the results say so.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean
from typing import Any

from epa_gui.practice.bayes import Bayes, group_of, number, quartiles
from epa_gui.practice.series import FEWEST_ROWS, Series, time_column, values_of
from epa_gui.practice.table import Table, UnreadableError

_MOST_CLASSES_OF_NUMBERS = 20
_SMALLEST_GROUP = 2
_FEWEST = 6
"""Rows that an original model is learned from at least."""


class Kind(StrEnum):
    """What is predicted."""

    BINARY = "binary"
    MULTI_CLASS = "multi-class"
    NUMBER = "number"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Rule:
    """How to answer for a row with a number.

    Attributes:
        column: The column looked at; None for always answering the default.
        edges: Quartiles for a column of numbers; None for one of words.
        answers: The answer for each group.
        default: The answer for everything else: the mean of all rows.
    """

    column: str | None
    edges: tuple[float, ...] | None
    answers: dict[str, float]
    default: float

    def predict(self, table: Table) -> list[float]:
        """An answer for every row; raises ValueError when the table lacks the column."""
        if self.column is None:
            return [self.default] * len(table.rows)
        place = table.columns.index(self.column)
        return [self.answers.get(group_of(row[place], self.edges), self.default) for row in table.rows]


Predictor = Bayes | Rule | Series


@dataclass(frozen=True, slots=True)
class Learned:
    """What training found.

    Attributes:
        target: Name of the column that is predicted.
        kind: What it is predicted as.
        predictor: How.
        contributions: How much each column tells alone, the greatest first.
    """

    target: str
    kind: Kind
    predictor: Predictor
    contributions: tuple[tuple[str, float], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        if isinstance(self.predictor, Bayes):
            return self.predictor.columns
        return (
            (self.predictor.column,) if isinstance(self.predictor, Rule) and self.predictor.column is not None else ()
        )

    def can_answer_for(self, other: "Learned", table: Table) -> bool:
        """Whether it can be asked about the rows that another one is judged by."""
        is_same = self.target == other.target and self.is_like(other)
        return is_same and set(self.columns) <= set(table.columns)

    def is_like(self, other: "Learned") -> bool:
        """Whether both predict the same kind of thing: of classes the very same ones."""
        if isinstance(self.predictor, Bayes) and isinstance(other.predictor, Bayes):
            return self.predictor.classes == other.predictor.classes
        return self.kind is other.kind


def learn(training: Table, evaluation: Table | None) -> tuple[Learned, Table]:
    """Train; answers what was found and the rows to evaluate it with.

    Without an evaluation table every fifth row is held out, over time the last fifth. Rows without a target are
    dropped. Raises UnreadableError when nothing is left to learn from.
    """
    target = training.columns[-1]
    rows = [row for row in training.rows if row[-1]]
    is_numeric = _is_numeric_target([row[-1] for row in rows])
    if is_numeric and evaluation is None and time_column(Table(training.columns, rows)) is not None:
        return _learn_series(Table(training.columns, rows))
    if evaluation is None:
        held_out = [row for index, row in enumerate(rows) if index % 5 == 4]
        rows = [row for index, row in enumerate(rows) if index % 5 != 4]
    else:
        held_out = [row for row in evaluation.rows if row[-1]]
    if is_numeric:
        held_out = [row for row in held_out if number(row[-1]) is not None]
    if not rows or not held_out:
        raise UnreadableError(f"The target column “{target}” is empty.")
    return _fitted(Table(training.columns, rows), is_numeric=is_numeric), Table(training.columns, held_out)


def original(training: Table, kind: Kind) -> Learned | None:
    """The model that was there before any retraining: learned from the first third of the rows, as they were once.

    None where these are too few, or not of this kind.
    """
    rows = [row for row in training.rows if row[-1]]
    held_in = [row for index, row in enumerate(rows) if index % 5 != 4 or kind is Kind.SERIES]
    first = Table(training.columns, held_in[: max(_FEWEST, len(held_in) // 3)])
    if len(first.rows) < _FEWEST or (kind is Kind.SERIES and len(first.rows) < FEWEST_ROWS):
        return None
    if kind is Kind.SERIES:
        return Learned(first.columns[-1], kind, Series.fit(values_of(first)), _of_time(first))
    numbers = kind is Kind.NUMBER
    if numbers and any(number(row[-1]) is None for row in first.rows):
        return None
    return _fitted(first, is_numeric=numbers)


def to_json(learned: Learned) -> dict[str, Any]:
    """`learned` as plain JSON."""
    predictor = learned.predictor
    if isinstance(predictor, Rule):
        how: dict[str, Any] = {
            "column": predictor.column,
            "edges": predictor.edges,
            "answers": predictor.answers,
            "default": predictor.default,
        }
    else:
        how = predictor.to_json()
    about = {"target": learned.target, "kind": learned.kind.value, "contributions": learned.contributions}
    return about | {"predictor": how}


def from_json(kept: dict[str, Any]) -> Learned:
    """The opposite of `to_json`; raises KeyError for what an earlier version has kept."""
    how, kind = kept["predictor"], Kind(kept["kind"])
    predictor: Predictor
    if kind in {Kind.BINARY, Kind.MULTI_CLASS}:
        predictor = Bayes.from_json(how)
    elif kind is Kind.SERIES:
        predictor = Series.from_json(how)
    else:
        edges = None if how["edges"] is None else tuple(how["edges"])
        predictor = Rule(how["column"], edges, how["answers"], how["default"])
    contributions = tuple((name, share) for name, share in kept["contributions"])
    return Learned(kept["target"], kind, predictor, contributions)


def plain(learned: Learned) -> Learned:
    """The one that looks at nothing: the mean, or the most frequent class."""
    nothing = tuple((name, 0.0) for name, _ in learned.contributions)
    predictor = learned.predictor
    if isinstance(predictor, Bayes):
        return Learned(learned.target, learned.kind, predictor.plain, nothing)
    if isinstance(predictor, Rule):
        return Learned(learned.target, learned.kind, Rule(None, None, {}, predictor.default), nothing)
    return Learned(learned.target, learned.kind, Series(predictor.mean, 0.0, predictor.spreads), nothing)


def _fitted(table: Table, *, is_numeric: bool) -> Learned:
    target = table.columns[-1]
    if not is_numeric:
        bayes, told = Bayes.fit(table)
        return Learned(target, Kind.BINARY if len(bayes.classes) <= 2 else Kind.MULTI_CLASS, bayes, told)
    contributions = _contributions(table)
    best, improvement = contributions[0]
    return Learned(target, Kind.NUMBER, _fit(table, best if improvement > 0 else None), contributions)


def _learn_series(table: Table) -> tuple[Learned, Table]:
    kept = len(table.rows) - len(table.rows) // 5
    series = Series.fit(values_of(Table(table.columns, table.rows[:kept])))
    return Learned(table.columns[-1], Kind.SERIES, series, _of_time(table)), Table(table.columns, table.rows[kept:])


def _of_time(table: Table) -> tuple[tuple[str, float], ...]:
    """What is looked at over time is only the values before."""
    return tuple((name, 0.0) for name in table.columns[:-1])


def _is_numeric_target(values: list[str]) -> bool:
    different = set(values)
    return len(different) > _MOST_CLASSES_OF_NUMBERS and all(number(value) is not None for value in different)


def _contributions(table: Table) -> tuple[tuple[str, float], ...]:
    """By how much each column alone lowers the RMSE, on a quarter of the rows kept back from fitting."""
    fitting = Table(table.columns, [row for index, row in enumerate(table.rows) if index % 4 != 3])
    held_out = Table(table.columns, [row for index, row in enumerate(table.rows) if index % 4 == 3] or table.rows)
    truth = [float(row[-1]) for row in held_out.rows]
    before = _rmse(truth, _fit(fitting, None).predict(held_out))
    found = []
    for column in table.columns[:-1]:
        after = _rmse(truth, _fit(fitting, column).predict(held_out))
        found.append((column, max(0.0, 1 - after / before if before else 0.0)))
    return tuple(sorted(found, key=lambda pair: -pair[1]))


def _rmse(truth: Sequence[float], predicted: Sequence[float]) -> float:
    return math.sqrt(fmean((one - other) ** 2 for one, other in zip(truth, predicted, strict=True)))


def _fit(table: Table, column: str | None) -> Rule:
    truth = [float(row[-1]) for row in table.rows]
    default = fmean(truth)
    if column is None:
        return Rule(None, None, {}, default)
    place = table.columns.index(column)
    values = [row[place] for row in table.rows]
    edges = quartiles(values)
    groups: defaultdict[str, list[float]] = defaultdict(list)
    for value, target in zip(values, truth, strict=True):
        groups[group_of(value, edges)].append(target)
    answers = {name: fmean(group) for name, group in groups.items() if len(group) >= _SMALLEST_GROUP}
    return Rule(column, edges, answers, default)
