"""Predicts a class by naive Bayes: each column speaks for itself, numbers by quartile. Pure and deterministic."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import Any, Self

from epa_gui.practice.table import Table

MOST_COLUMNS = 12
_GREATEST = 1e100
_DIGITS = 6


def number(text: str) -> float | None:
    """The number a field holds; None for anything else, NaN and Python's own spellings (1_000) included.

    Also None for a number so great that its square would not be one any more.
    """
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < _GREATEST and "_" not in text else None


def quartiles(values: Sequence[str]) -> tuple[float, ...] | None:
    """Where a column of numbers is cut; None for one of words."""
    numbers = [number(value) for value in values if value]
    known = [value for value in numbers if value is not None]
    if len(known) < max(2, len(numbers)):
        return None
    return tuple(quantiles(known, n=4))


def group_of(value: str, edges: tuple[float, ...] | None) -> str:
    """The group a field belongs to: the word itself, or the quarter a number lies in."""
    if edges is None or not value:
        return value
    found = number(value)
    return "" if found is None else str(bisect_right(edges, found))


@dataclass(frozen=True, slots=True)
class Speaker:
    """What one column says.

    Attributes:
        column: Its name.
        edges: Quartiles for a column of numbers; None for one of words.
        counts: For each group how many rows of each class it has.
    """

    column: str
    edges: tuple[float, ...] | None
    counts: dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Bayes:
    """How likely each class is.

    Attributes:
        classes: The classes, sorted.
        totals: Rows of each.
        speakers: The columns that tell something, the most telling first.
    """

    classes: tuple[str, ...]
    totals: tuple[int, ...]
    speakers: tuple[Speaker, ...]

    @classmethod
    def fit(cls, table: Table) -> tuple[Self, tuple[tuple[str, float], ...]]:
        """Learn from rows whose last field is the class; also how much each column tells, from 0 to 1."""
        truth = [row[-1] for row in table.rows]
        classes = tuple(sorted(set(truth)))
        places = {name: place for place, name in enumerate(classes)}
        totals = tuple(truth.count(name) for name in classes)
        told = []
        for place, column in enumerate(table.columns[:-1]):
            values = [row[place] for row in table.rows]
            edges = quartiles(values)
            counts: dict[str, list[int]] = {}
            for value, name in zip(values, truth, strict=True):
                counts.setdefault(group_of(value, edges), [0] * len(classes))[places[name]] += 1
            told.append((_information(counts, totals), Speaker(column, edges, counts)))
        told.sort(key=lambda one: -one[0])
        best = tuple(speaker for share, speaker in told[:MOST_COLUMNS] if share > 0)
        return cls(classes, totals, best), tuple((speaker.column, share) for share, speaker in told)

    @property
    def plain(self) -> "Bayes":
        """The one that looks at nothing."""
        return Bayes(self.classes, self.totals, ())

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return tuple(speaker.column for speaker in self.speakers)

    def probabilities(self, table: Table) -> list[list[float]]:
        """For each row the classes' probabilities, rounded as they are written; raises ValueError without a column."""
        places = [table.columns.index(speaker.column) for speaker in self.speakers]
        rows = len(table.rows)
        start = [math.log((total + 1) / (sum(self.totals) + len(self.classes))) for total in self.totals]
        logs = {
            (speaker.column, group): [
                math.log((count + 0.5) / (total + 0.5 * len(speaker.counts) + 0.5))
                for count, total in zip(counts, self.totals, strict=True)
            ]
            for speaker in self.speakers
            for group, counts in speaker.counts.items()
        }
        found = []
        for at in range(rows):
            sums = list(start)
            for place, speaker in zip(places, self.speakers, strict=True):
                likely = logs.get((speaker.column, group_of(table.rows[at][place], speaker.edges)))
                if likely is not None:
                    sums = [one + other for one, other in zip(sums, likely, strict=True)]
            found.append(_rounded(sums))
        return found

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        speakers = [[one.column, one.edges, one.counts] for one in self.speakers]
        return {"classes": self.classes, "totals": self.totals, "speakers": speakers}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """The opposite of `to_json`."""
        speakers = tuple(
            Speaker(column, None if edges is None else tuple(edges), counts)
            for column, edges, counts in kept["speakers"]
        )
        return cls(tuple(kept["classes"]), tuple(kept["totals"]), speakers)


def likeliest(classes: Sequence[str], probabilities: Sequence[Sequence[float]]) -> list[str]:
    """For each row the class with the greatest probability, the first of equal ones."""
    return [classes[row.index(max(row))] for row in map(list, probabilities)]


def _rounded(logs: Sequence[float]) -> list[float]:
    """Probabilities from their logarithms; the greatest takes what rounding leaves, so that they add up to 1."""
    most = max(logs)
    weights = [math.exp(one - most) for one in logs]
    total = sum(weights)
    found = [round(weight / total, _DIGITS) for weight in weights]
    greatest = found.index(max(found))
    rest = sum(value for place, value in enumerate(found) if place != greatest)
    found[greatest] = round(1 - rest, _DIGITS)
    return found


def _information(counts: dict[str, list[int]], totals: Sequence[int]) -> float:
    """How much of what is not known about the class a column tells: mutual information, less what chance brings.

    A column with a group for every row tells all of it and nothing: what chance alone brings grows with the groups.
    """
    rows = sum(totals)
    if len(counts) * 4 > rows:
        return 0.0  # names and numbers of the rows themselves
    unknown = _entropy(totals, rows)
    left = sum(sum(group) / rows * _entropy(group, sum(group)) for group in counts.values())
    by_chance = (len(counts) - 1) * (len(totals) - 1) / (2 * rows)
    return max(0.0, (unknown - left - by_chance) / unknown) if unknown else 0.0


def _entropy(counts: Sequence[int], total: int) -> float:
    return -sum(count / total * math.log(count / total) for count in counts if count)
