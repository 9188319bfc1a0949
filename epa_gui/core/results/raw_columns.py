"""Which column of the evaluation rows is what: the target, what either model predicted, how likely it held each class.

Nothing is taken from its place. A column is what its heading says, if its values fit: probabilities of one model lie
between 0 and 1 and add up to 1, and are headed by the classes that the target has; a predicted class is one of these.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from epa_gui.core.results import headings as says
from epa_gui.core.results.headings import Whose, whose
from epa_gui.core.results.numbers_read import is_share, number_in
from epa_gui.core.results.raw_headings import RawColumn, columns_in

MOST_COLUMNS = 3_000
MOST_CLASSES = 200
MOST_TARGETS = 6
_CLASSES_OF_NUMBERS = 20
_FEWEST_NUMBERS = 0.9
"""So many of the sampled fields of a column of numbers must be some: a damaged one does not make it another column."""


@dataclass(frozen=True, slots=True)
class Probabilities:
    """The probability columns of one model.

    Attributes:
        places: For each class its column; of two classes one may be -1: what is missing to 1.
        scale: What they are multiplied with to be shares of 1.
    """

    places: tuple[int, ...] = ()
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class RawColumns:
    """What is where in the evaluation rows.

    Attributes:
        actual: Where the target may be: several columns where headings cannot tell them apart.
        new, old: Where the predicted class or number of either model is; -1 if nowhere.
        is_numeric: A number is predicted.
        classes: Those of the probabilities.
        new_probabilities, old_probabilities: Where these are.
    """

    actual: tuple[int, ...]
    new: int = -1
    old: int = -1
    is_numeric: bool = False
    classes: tuple[str, ...] = ()
    new_probabilities: Probabilities = Probabilities()
    old_probabilities: Probabilities = Probabilities()


def raw_columns_in(head: Sequence[str], rows: Sequence[Sequence[str]], target: str = "") -> RawColumns | None:
    """What is where; `None` where nobody can tell.

    Args:
        head: The headings.
        rows: Some of the rows.
        target: The name of the column that is predicted, if that is known from elsewhere.
    """
    if not 2 <= len(head) <= MOST_COLUMNS:
        return None
    columns = columns_in(head, rows)
    return _by_probabilities(columns, target) or _by_predictions(columns, target)


def _by_probabilities(columns: Sequence[RawColumn], target: str) -> RawColumns | None:
    """Told by the probabilities: the classes of one column are the headings of the others."""
    likely = [column for column in columns if _scale(column) is not None]
    if not likely:
        return None
    groups: dict[tuple[str, ...], list[tuple[RawColumn, Probabilities]]] = {}
    for candidate in columns:
        if candidate.is_old or not 1 <= len(candidate.different) <= MOST_CLASSES:
            continue
        if target and candidate.heading != target:
            continue
        found = _group(candidate, likely, candidate.different, is_old=False)
        if found is None and 1 <= len(candidate.usual) < len(candidate.different):
            found = _group(candidate, likely, candidate.usual, is_old=False)
        if found is not None:
            groups.setdefault(found[0], []).append((candidate, found[1]))
    groups = {classes: group for classes, group in groups.items() if len(group[0][1].places) == len(classes)}
    if len({group[0][1].places for group in groups.values()}) != 1:
        return None
    classes, group = max(groups.items(), key=lambda one: len(one[1]))
    candidates = [column for column, _ in group]
    old = next((found[1] for one in candidates if (found := _group(one, likely, classes, is_old=True))), None)
    probabilities = group[0][1]
    new_place, actuals = _parted(candidates, columns, dict(zip(classes, probabilities.places, strict=True)), target)
    if not actuals or len(actuals) > MOST_TARGETS:
        return None
    old_place = _old_prediction(columns, classes, actuals, new_place)
    places = tuple(column.place for column in actuals)
    return RawColumns(places, new_place, old_place, False, classes, probabilities, old or Probabilities())  # noqa: FBT003


def _scale(column: RawColumn) -> float | None:
    """What makes a column's values shares of 1; `None` if they cannot be probabilities."""
    texts = [value for value in column.values if value]
    values = [value for text in texts if (value := number_in(text)) is not None]
    if len(values) < _FEWEST_NUMBERS * len(texts) or min(values, default=-1) < 0:
        return None
    most = max(values)
    if most <= 1.0001:
        return 0.01 if any(map(is_share, texts)) else 1.0
    return 0.01 if most <= 100.01 and not any(map(is_share, texts)) else None


def _group(
    candidate: RawColumn, likely: Sequence[RawColumn], classes: Collection[str], *, is_old: bool
) -> tuple[tuple[str, ...], Probabilities] | None:
    """The columns that hold the probabilities of a candidate's classes, for one model."""
    columns = [one for one in likely if one.is_old is is_old and one.place != candidate.place]
    values = sorted(classes)
    by_base: dict[str, list[RawColumn]] = {}
    for column in columns:
        by_base.setdefault(column.base, []).append(column)
    affixes = dict.fromkeys(_affixes(values[0], columns))
    if len(values) == 2:
        affixes |= dict.fromkeys(_affixes(values[1], columns))
    alone: list[tuple[tuple[str, ...], Probabilities]] = []
    for before, after in affixes:
        named = [by_base.get(f"{before}{value}{after}", []) for value in values]
        if any(len(one) > 1 for one in named):
            continue
        group = [one[0] for one in named if one]
        if len(group) == len(values):
            all_classes = values if is_old else [*values, *_further(before, after, values, columns)]
            whole = [by_base[f"{before}{value}{after}"][0] for value in all_classes]
            for names, members in ((values, group), (all_classes, whole)):
                if len(names) > 1 and (scale := _adding_up(members)) is not None:
                    return tuple(names), Probabilities(tuple(one.place for one in members), scale)
        elif len(values) == 2 and len(group) == 1 and says.is_probability_heading(f"{before} {after}"):
            places = tuple(one[0].place if one else -1 for one in named)
            alone.append((tuple(values), Probabilities(places, _scale(group[0]) or 1.0)))
    return alone[0] if len(alone) == 1 else None


def _affixes(value: str, columns: Sequence[RawColumn]) -> Iterator[tuple[str, str]]:
    """What stands before and after a class in headings that hold it; the whole heading first."""
    value = unicodedata.normalize("NFKC", value)
    for column in sorted(columns, key=lambda one: len(one.base)):
        at = column.base.find(value)
        while at >= 0:
            yield column.base[:at], column.base[at + len(value) :]
            at = column.base.find(value, at + 1)


def _further(before: str, after: str, values: Sequence[str], columns: Sequence[RawColumn]) -> list[str]:
    """Classes that no sampled row has, but a column: headed alike, or side by side with the others."""
    if before or after:
        named = [
            one.base[len(before) : len(one.base) - len(after)]
            for one in columns
            if one.base.startswith(before) and one.base.endswith(after) and len(one.base) > len(before) + len(after)
        ]
        return [name for name in named if name not in values]
    places = {one.place: one.base for one in columns}
    at = [place for place, base in places.items() if base in values]
    run = set(at)
    for start, step in ((min(at), -1), (max(at), 1)):
        place = start + step
        while place in places and len(run) < MOST_CLASSES:
            run.add(place)
            place += step
    return [places[place] for place in sorted(run) if places[place] not in values]


def _adding_up(columns: Sequence[RawColumn]) -> float | None:
    """The scale at which the sampled rows of these columns add up to 1; `None` if they do not."""
    slack = 0.0006 + 0.006 * len(columns)
    scales = {_scale(column) for column in columns}
    for scale in (0.01, 1.0) if 0.01 in scales else (1.0,):
        sums = []
        for values in zip(*(column.values for column in columns), strict=True):
            numbers = [number_in(value) for value in values]
            if all(number is not None for number in numbers):
                factor = scale if not any(map(is_share, values)) else 1.0
                sums.append(sum(number or 0 for number in numbers) * factor)
        if sums and all(abs(one - 1) <= slack for one in sums):
            return scale
    return None


def _parted(
    candidates: Sequence[RawColumn], columns: Sequence[RawColumn], places: dict[str, int], target: str
) -> tuple[int, list[RawColumn]]:
    """Which of the columns with classes is the predicted one, and which may be the target.

    Args:
        candidates: Those with classes.
        columns: All.
        places: Where the probabilities of each class are.
        target: Its name, if that is known.
    """
    predicted = [one for one in candidates if _is_prediction(one, columns)]
    rest = [one for one in candidates if one not in predicted and (target or not _says_predicted(one, candidates))]
    if target:  # only columns of that name came here: the predicted one may have another
        classes = set().union(*(one.different for one in candidates))
        mine = {one.place for one in candidates}
        named = [one for one in columns if not one.is_old and one.place not in mine and _is_prediction(one, columns)]
        predicted += [one for one in named if one.different and one.different <= classes]
    if not predicted and len(rest) == 2 and rest[0].heading == rest[1].heading:
        # The inference API puts the predicted class under the target's own name.
        agreeing = [one for one in rest if _is_greatest(one, columns, places)]
        if len(agreeing) == 1 or rest[0].values == rest[1].values:
            predicted = [agreeing[0] if agreeing else rest[0]]
            rest = [one for one in rest if one is not predicted[0]]
        else:
            return -1, []
    actual = [one for one in rest if says.is_actual_heading(one.heading)]
    named_by = [one for one in rest for other in predicted if _stem(other.base) == _plain(one.base)]
    if not named_by:
        headings = [columns[place].base for place in places.values() if place >= 0]
        named_by = [one for one in rest if one.base and all(_is_named(one.base, heading) for heading in headings)]
    chosen = named_by if len(named_by) == 1 else actual if len(actual) == 1 else rest
    if not (predicted or target) and chosen is rest and len(rest) == 1 and _is_greatest(rest[0], columns, places):
        return -1, []  # what never differs from the likeliest class was predicted, for all that anybody can tell
    of_chosen = [one for one in predicted if len(chosen) == 1 and _stem(one.base) == _plain(chosen[0].base)]
    predicted = of_chosen or [one for one in predicted if _stem(one.base) in _GENERIC] or predicted
    return (predicted[0].place if len(predicted) == 1 else -1), chosen


def _says_predicted(column: RawColumn, candidates: Iterable[RawColumn]) -> bool:
    """Whether its heading says that it was predicted, of whatever: where what was is gone, that does not become it.

    A target may have the word in its own name: it has where another heading speaks of it by that name.
    """
    if not says.is_predicted_heading(column.base) or _TARGET.fullmatch(_plain(column.base)):
        return False
    return not any(_is_named(column.base, other.base) for other in candidates if other is not column)


def _is_named(name: str, heading: str) -> bool:
    """Whether a heading speaks of a column: its name stands there as a word of its own."""
    return bool(re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", heading)) and heading != name


def _is_greatest(column: RawColumn, columns: Sequence[RawColumn], places: dict[str, int]) -> bool:
    """Whether it always names the class with the greatest probability."""
    if -1 in places.values():
        return False
    for at, value in enumerate(column.values):
        numbers = {name: number_in(columns[place].values[at]) or 0 for name, place in places.items()}
        if value in numbers and numbers[value] < max(numbers.values()):
            return False
    return True


def _old_prediction(
    columns: Sequence[RawColumn], classes: Sequence[str], actuals: Sequence[RawColumn], new: int
) -> int:
    """Where the previous model's predicted class is."""
    likely = [one for one in columns if one.is_old and one.usual and one.usual <= set(classes)]
    twin = [one for one in likely if new >= 0 and one.base == columns[new].base]
    named = [one for one in likely if len(actuals) == 1 and one.base == actuals[0].base]
    spoken = [one for one in likely if says.is_predicted_heading(one.base) or not one.base]
    for found in (twin, spoken, named):
        if len(found) == 1:
            return found[0].place
    return -1


_GENERIC = frozenset(
    {
        *("", "value", "values", "class", "label", "result", "results", "model", "target"),
        *("値", "結果", "クラス", "ラベル", "モデル", "分類", "分類結果"),
    }
)
_PREDICTED = re.compile(r"\b(?:predicted|predictions?|predict|forecast|estimated)\b|予測|推定|予想", re.IGNORECASE)

_TARGET = re.compile("(?:予測|推定)の?対象の?(?:列|項目|値|カラム)?")
"""Says what is to be predicted, and not what was."""


def _plain(heading: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", says.folded(heading)).split())


def _stem(heading: str) -> str:
    """What is left of a heading without the word for a prediction."""
    stem = _plain(_PREDICTED.sub(" ", heading.replace("_", " ")))
    return stem.removesuffix("値").removeprefix("の").removesuffix("の").strip() if stem not in _GENERIC else stem


def _is_prediction(column: RawColumn, columns: Iterable[RawColumn]) -> bool:
    """Whether its heading says that it was predicted: of a model, or of another column, or of nothing else."""
    if says.is_probability_heading(column.base):
        return False
    if whose(column.heading) in {Whose.NEW, Whose.OLD} and _stem(column.bare) in _GENERIC:
        return True
    if not says.is_predicted_heading(column.base):
        return False
    stem = _stem(column.base)
    return stem in _GENERIC or any(other.place != column.place and _plain(other.base) == stem for other in columns)


def _by_predictions(columns: Sequence[RawColumn], target: str) -> RawColumns | None:
    """Told by a column whose heading says that it is predicted, and one that says of what."""
    predicted = [one for one in columns if not one.is_old and _is_prediction(one, columns)]
    others = [one for one in columns if not one.is_old and one not in predicted]
    pairs = [(one, other) for one in predicted for other in others if _stem(one.base) == _plain(other.base)]
    if target:
        pairs = [(one, other) for one, other in pairs if other.heading == target] or [
            (one, other) for one in predicted for other in others if other.heading == target
        ]
    if not pairs:
        actual = [one for one in others if says.is_actual_heading(one.heading)]
        pairs = [(one, other) for one in predicted for other in actual if _stem(one.base) in _GENERIC]
    if len(pairs) != 1:
        return None
    new, actual_column = pairs[0]
    is_numeric = _are_numbers(new, actual_column)
    if not is_numeric and not (
        actual_column.different and len(actual_column.different | new.different) <= MOST_CLASSES
    ):
        return None
    if not is_numeric and not new.different & actual_column.different:
        return None
    old = [one for one in columns if one.is_old and one.base in {new.base, actual_column.base}]
    old = old or [one for one in columns if one.is_old and (says.is_predicted_heading(one.base) or not one.base)]
    place = old[0].place if len(old) == 1 and _fits(old[0], is_numeric=is_numeric) else -1
    return RawColumns((actual_column.place,), new.place, place, is_numeric)


def _are_numbers(new: RawColumn, actual: RawColumn) -> bool:
    """Whether a number is predicted: more different ones than there would be classes, or such as no class has."""
    values = [number_in(value) for value in (*new.different, *actual.different)]
    known = [value for value in values if value is not None]
    if not known or len(known) < _FEWEST_NUMBERS * len(values):
        return False
    return len(new.different | actual.different) > _CLASSES_OF_NUMBERS or not new.different <= actual.different


def _fits(old: RawColumn, *, is_numeric: bool) -> bool:
    if is_numeric:
        return any(number_in(value) is not None for value in old.different)
    return bool(old.different)
