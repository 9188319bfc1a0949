"""Reads the metrics of both models out of the tables that hold them, whichever way round these are written."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from epa_gui.core.results import headings as says
from epa_gui.core.results.content import Contradiction, ContradictionKind, Measure, MetricKind
from epa_gui.core.results.headings import Whose, settled, whose
from epa_gui.core.results.metric_names import SHARES, UNKNOWN_METRIC, MetricName, metric_named
from epa_gui.core.results.numbers_read import is_share, number_in, written_step

MOST_MEASURES = 2_000
_LONGEST_NAME = 200
_DIFFERENCE_SLACK = 1.01
"""Two values and their difference, each rounded: together they may be off by a step and a half."""


class _Key(NamedTuple):
    """What one measure is about."""

    name: str
    kind: MetricKind | None
    horizon: str
    class_name: str


@dataclass(frozen=True, slots=True)
class _Axis:
    """What a heading, or the labels of a row, say of the cells beside them."""

    whose: Whose = Whose.NOBODY
    name: str = ""
    metric: MetricName = UNKNOWN_METRIC
    class_name: str = ""
    is_value: bool = False
    owner_name: str = ""


@dataclass(frozen=True, slots=True)
class FoundMeasures:
    """What one table holds.

    Attributes:
        measures: Its metrics.
        contradictions: Differences that are not those of the two values; metrics that stand there twice.
        is_whose_unknown: It holds values that nobody can tell whose they are.
    """

    measures: tuple[Measure, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    is_whose_unknown: bool = False


def measures_in(table: Sequence[Sequence[str]], file: str, *, alone: Whose = Whose.NOBODY) -> FoundMeasures:
    """The metrics a table holds.

    Args:
        table: Its rows, the headings first.
        file: Its name, for what is said of it.
        alone: Whose the values are where the headings speak of no model, as in ``metrics.csv``.
    """
    cells: dict[_Key, dict[Whose, str]] = {}
    twice: list[Contradiction] = []
    is_whose_unknown = False
    for key, owner, text in _cells(table, alone):
        if owner in {Whose.NOBODY, Whose.EITHER, Whose.BOTH}:
            is_whose_unknown = True
            continue
        said = cells.setdefault(key, {})
        before = said.setdefault(owner, text)
        if number_in(before) != number_in(text):
            twice.append(_twice(key, owner, file, before, text))
        if len(cells) > MOST_MEASURES:
            break
    disputed = {(one.what, one.is_previous) for one in twice}
    measures: list[Measure] = []
    differences: list[Contradiction] = []
    for key, said in cells.items():
        measure = _measure(key, said, file)
        if (key.name, False) in disputed:
            measure = replace(measure, this=None)
        if (key.name, True) in disputed:
            measure = replace(measure, previous=None)
        if measure.this_text or measure.previous_text:
            measures.append(measure)
        differences += _difference(measure, said.get(Whose.DIFFERENCE, ""), file)
    return FoundMeasures(tuple(measures), (*twice, *differences), is_whose_unknown and not measures)


def _cells(table: Sequence[Sequence[str]], alone: Whose) -> Iterator[tuple[_Key, Whose, str]]:
    """Every cell with a value, what it is about, and whose it is."""
    head, rows = _head_and_rows(table)
    labels = _label_columns(head, rows)
    axes = [_Axis() if place in labels else _axis(heading) for place, heading in enumerate(head)]
    owners = settled([axis.whose for axis in axes])
    row_axes = [_row_axis([(head[place], row[place]) for place in labels if place < len(row)]) for row in rows]
    if _tells_models(row_axes):
        row_owners = settled([axis.whose for axis in row_axes])
    else:  # what looked like a model's name is one of a metric
        row_owners = [Whose.NOBODY] * len(rows)
        row_axes = [replace(axis, name=axis.name or axis.owner_name) for axis in row_axes]
    usual = _heading_of_names(head, labels)
    speaks = any(owner is not Whose.NOBODY for owner in (*owners, *row_owners))
    for row, row_axis, row_owner in zip(rows, row_axes, row_owners, strict=True):
        for place, text in enumerate(row[: len(head)]):
            if place in labels or not text:
                continue
            axis, owner = axes[place], owners[place]
            if owner is Whose.NOBODY:
                owner = row_owner
            if owner is Whose.NOBODY and not speaks and (axis.is_value or axis.metric.kind or axis.metric.horizon):
                owner = alone
            key = _key(axis, row_axis, usual)
            if key.name and not (owner is Whose.NOBODY and key.kind is None):
                is_percent = _in_percent(head[place]) or _in_percent(key.name)
                yield (
                    key,
                    owner,
                    f"{text}%" if is_percent and number_in(text) is not None and not is_share(text) else text,
                )


def _in_percent(heading: str) -> bool:
    """Whether the numbers of a heading go without their signs for per cent."""
    return says.folded(heading).replace(" ", "").endswith(("(%)", "[%]"))


def _head_and_rows(table: Sequence[Sequence[str]]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """The headings and the rows; a table of two columns may go without headings."""
    if not table:
        return [], []
    first = table[0]
    if len(first) == 2 and metric_named(first[0]).kind and number_in(first[1]) is not None:
        return ["", ""], table
    return first, table[1:]


def _label_columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns whose cells name what stands beside them: names, and not values."""
    found = []
    for place, heading in enumerate(head):
        texts = [row[place] for row in rows if place < len(row) and row[place]]
        named = sum(1 for text in texts if _names_something(text))
        is_named = says.is_class_heading(heading) or says.is_name_heading(heading)
        has_value = any(number_in(text) is not None for text in texts)
        if texts and (named * 2 > len(texts) or (is_named and not (has_value and says.is_value_heading(heading)))):
            found.append(place)
    if not found and head and rows:
        texts = [row[0] for row in rows if row and row[0]]
        if texts and not any(number_in(text) is not None for text in texts) and whose(head[0]) is Whose.NOBODY:
            found.append(0)
    return found


def _names_something(text: str) -> bool:
    metric = metric_named(text)
    if metric.kind is not None or metric.horizon:
        return True
    return number_in(text) is None and whose(text) in {Whose.NEW, Whose.OLD, Whose.EITHER}


def _tells_models(row_axes: Sequence[_Axis]) -> bool:
    """Whether the rows are named by models: each of them, so that no metric with such a word in its name is one."""
    named = [axis for axis in row_axes if axis.whose is not Whose.NOBODY]
    return bool(named) and all(axis.whose is not Whose.NOBODY or axis.name == "" for axis in row_axes)


def _axis(heading: str) -> _Axis:
    owner = whose(heading)
    name = heading if owner is Whose.NOBODY else _without_owner(heading)
    metric = metric_named(name)
    return _Axis(owner, "" if metric.kind is None else name, metric, "", says.is_value_heading(heading))


def _row_axis(labels: Sequence[tuple[str, str]]) -> _Axis:
    """What the labels of one row say together."""
    owner, name, metric, class_name, owner_name = Whose.NOBODY, "", UNKNOWN_METRIC, "", ""
    for heading, text in labels:
        told = metric_named(text)
        if says.is_class_heading(heading) and told.kind is None:
            class_name = text
        elif told.kind is not None or told.horizon:
            horizon = told.horizon or metric.horizon
            name = name if told.kind is None and name else text
            metric = MetricName(told.kind or metric.kind, horizon, told.is_average or metric.is_average)
        elif (found := whose(text)) in {Whose.NEW, Whose.OLD, Whose.EITHER}:
            owner, owner_name = found, text
        elif not name:
            name = text
    return _Axis(owner, name, metric, class_name, owner_name=owner_name)


def _key(axis: _Axis, row: _Axis, usual: MetricName) -> _Key:
    kind = row.metric.kind or axis.metric.kind
    name = row.name or axis.name
    if row.metric.kind is None and row.metric.horizon and axis.metric.kind is not None:
        name = axis.name
    elif kind is None and row.metric.horizon and usual.kind is not None:
        kind = usual.kind
    horizon = row.metric.horizon or axis.metric.horizon or usual.horizon
    return _Key(" ".join(name.split())[:_LONGEST_NAME], kind, horizon, row.class_name)


def _heading_of_names(head: Sequence[str], labels: Sequence[int]) -> MetricName:
    """The metric that the heading above the names is: its rows are then only horizons."""
    return next((found for place in labels if (found := metric_named(head[place])).kind is not None), UNKNOWN_METRIC)


_OWNERS = re.compile(
    r"(?:this|new|previous|prev|old|current|retrained)(?: model)?(?:'s)?|(?:今回|前回|新|旧)(?:の|モデル)*",
    re.IGNORECASE,
)


def _without_owner(heading: str) -> str:
    """A heading without the words for a model in it: what is left may name a metric."""
    plain = _OWNERS.sub(" ", unicodedata.normalize("NFKC", heading).replace("_", " "))
    return " ".join(re.sub(r"\(\s*\)|\[\s*\]", " ", plain).split()).strip(" -:")


def _measure(key: _Key, said: dict[Whose, str], file: str) -> Measure:
    this_text, previous_text = said.get(Whose.NEW, ""), said.get(Whose.OLD, "")
    this, previous = _value(this_text, key), _value(previous_text, key)
    if this is not None and previous is not None and is_share(this_text) != is_share(previous_text):
        this = previous = None  # nobody can tell what the other one is
    return Measure(
        key.name,
        key.kind,
        this,
        previous,
        this_text,
        previous_text,
        key.horizon,
        key.class_name,
        file if this_text else "",
        file if previous_text else "",
    )


def _value(text: str, key: _Key) -> float | None:
    """The value a field holds; none where it cannot be one of that metric."""
    value = number_in(text)
    if value is None:
        return None
    if key.kind in SHARES and not 0 <= value <= 1:
        return None
    if key.kind is MetricKind.R_SQUARED and value > 1:
        return None
    errors = {MetricKind.RMSE, MetricKind.MEAN_ERROR, MetricKind.MEDIAN_ERROR, MetricKind.MEDIAN_ERROR_RATIO}
    return None if key.kind in errors and value < 0 else value


def _twice(key: _Key, owner: Whose, file: str, first: str, second: str) -> Contradiction:
    is_previous = owner is Whose.OLD
    return Contradiction(ContradictionKind.TWICE, key.name, file, first, file, second, key.kind, is_previous)


def _difference(measure: Measure, text: str, file: str) -> Iterator[Contradiction]:
    """Where a difference is written that is not the one of the two values."""
    said = number_in(text)
    if said is None or measure.this is None or measure.previous is None:
        return
    steps = [written_step(one) for one in (text, measure.this_text, measure.previous_text)]
    slack = sum(steps) / 2 * _DIFFERENCE_SLACK
    found = measure.this - measure.previous
    ratio = found / abs(measure.previous) if measure.previous else found
    if min(abs(abs(said) - abs(found)), abs(abs(said) - abs(ratio))) <= slack + 1e-12:
        return  # signed either way, or in per cent of the previous value: nothing says which is meant
    if not is_share(text) and is_share(measure.this_text) and abs(abs(said) - abs(found) * 100) <= slack * 100:
        return  # points of per cent without their sign
    both = f"{measure.this_text} / {measure.previous_text}"
    yield Contradiction(ContradictionKind.DIFFERENCE, measure.name, file, text, file, both, measure.kind)
