"""The figures of each picture as a table: what a screen reader reads, and what is copied."""

from collections.abc import Sequence
from itertools import pairwise

from epa_gui.core.results.pictures.figures import (
    Cloud,
    Curves,
    FigureTable,
    Matrices,
    MetricBar,
    PairedBar,
    Scale,
    TrendPoint,
)
from epa_gui.core.results.pictures.words import Words

_CURVE_ROWS = 20
_CLOUD_ROWS = 10
_MOST_DECIMALS = 5
_RATIO_DECIMALS = 3


def table_of_metrics(bars: tuple[MetricBar, ...], words: Words) -> FigureTable:
    """One row a metric, with the interval where it is known."""
    rows = []
    for bar in bars:
        old, new, change = bar.written or ("", "", _change(bar, words))
        values = (
            _with_range(bar.old, bar.old_range, words, bar, old),
            _with_range(bar.new, bar.new_range, words, bar, new),
        )
        rows.append((bar.name, *values, change, bar.meaning.text))
    return FigureTable(headings_of_metrics(words), tuple(rows))


def headings_of_metrics(words: Words) -> tuple[str, ...]:
    """What stands above such a table."""
    return words.metric, words.old_model, words.new_model, words.change, words.meaning


def _change(bar: MetricBar, words: Words) -> str:
    """The difference of both values as they stand beside it."""
    if bar.old is None or bar.new is None:
        return ""
    if bar.scale is Scale.OWN:
        change = bar.new - bar.old
        size = words.number(abs(change))
    else:
        decimals = _decimals(bar)
        exact = decimals + (2 if bar.scale is Scale.PERCENT else 0)
        change = round(round(bar.new, exact) - round(bar.old, exact), exact)
        write = words.points if bar.scale is Scale.PERCENT else words.fixed
        size = write(abs(change), decimals)
    return size if not change else f"+{size}" if change > 0 else f"−{size}"


def _decimals(bar: MetricBar) -> int:
    """Of shares in percent and of ratios: as many as it takes to see that two differ."""
    usual, whole = (1, 100) if bar.scale is Scale.PERCENT else (_RATIO_DECIMALS, 1)
    if bar.old is None or bar.new is None or bar.old == bar.new:
        return usual
    steps = range(usual, _MOST_DECIMALS + usual)
    return next((count for count in steps if round(whole * bar.old, count) != round(whole * bar.new, count)), usual)


def _with_range(
    value: float | None, within: tuple[float, float] | None, words: Words, bar: MetricBar, written: str
) -> str:
    def write(number: float) -> str:
        if bar.scale is Scale.OWN:
            return words.number(number)
        return (words.percent if bar.scale is Scale.PERCENT else words.fixed)(number, _decimals(bar))

    if value is None:
        return ""
    told = written or write(value)
    return f"{told} ({write(within[0])} – {write(within[1])})" if within else told


def table_of_matrices(both: Matrices, words: Words, most: int | None = None) -> FigureTable:
    """One row a cell: the actual class, the predicted one, the counts, and their shares of the actual class.

    Args:
        both: The matrices.
        words: What is written.
        most: How many rows there may be. If there are more cells, those with most rows in them are told, wrong
            predictions before right ones: a page has no room for 40,000.
    """
    rows: list[tuple[str, ...]] = []
    totals = [[max(1, sum(row)) for row in counts] for counts in (both.new, both.old)]
    for row, column in _cells(both, most):
        new = both.new[row][column]
        cells, shares = [words.count(new)], [words.share(new / totals[0][row])]
        if both.old:
            old = both.old[row][column]
            cells = [words.count(old), words.count(new), _signed(new - old, words)]
            shares.insert(0, words.share(old / totals[1][row]))
        rows.append((both.labels[row], both.labels[column], *cells, *shares))
    return FigureTable(headings_of_matrices(both, words), tuple(rows))


def headings_of_matrices(both: Matrices, words: Words) -> tuple[str, ...]:
    """What stands above such a table."""
    first, second = _sides(both, words)
    before = (words.old_model,) if both.old else ()
    after = (words.difference,) if both.old else ()
    shared = [words.share_of(name) for name in (*before, words.new_model)]
    return first, second, *before, words.new_model, *after, *shared


def _cells(both: Matrices, most: int | None) -> list[tuple[int, int]]:
    number = len(both.labels)
    everything = [(row, column) for row in range(number) for column in range(number)]
    if most is None or len(everything) <= most:
        return everything

    def weight(cell: tuple[int, int]) -> tuple[bool, int]:
        row, column = cell
        return row != column, max(counts[row][column] for counts in (both.new, both.old) if counts)

    return sorted(everything, key=weight, reverse=True)[:most]


def _signed(value: int, words: Words) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{words.count(abs(value))}"


def _sides(both: Matrices, words: Words) -> tuple[str, str]:
    return (words.actual, words.predicted) if both.is_direction_known else (words.row_class, words.column_class)


def table_of_bars(bars: tuple[PairedBar, ...], name: str, words: Words, *, is_share: bool) -> FigureTable:
    """One row a name, before and after."""
    write = words.share if is_share else words.number
    rows = [
        (
            bar.name,
            "" if bar.old is None else write(bar.old),
            "" if bar.new is None else write(bar.new),
        )
        for bar in bars
    ]
    return FigureTable((name, words.old_model, words.new_model), tuple(rows))


def table_of_curves(curves: Curves, across: str, words: Words) -> FigureTable:
    """The height of both curves at even steps across."""
    rows = []
    for step in range(_CURVE_ROWS + 1):
        at = step / _CURVE_ROWS
        old = "" if curves.old is None else words.share(_height(curves.old.x, curves.old.y, at))
        rows.append((words.share(at), old, words.share(_height(curves.new.x, curves.new.y, at))))
    return FigureTable((across, words.old_model, words.new_model), tuple(rows))


def _height(x: Sequence[float], y: Sequence[float], at: float) -> float:
    from bisect import bisect_right  # noqa: PLC0415  rarely needed

    after = bisect_right(x, at)
    if after == 0:
        return y[0]
    if after == len(x):
        return y[-1]
    left, right = x[after - 1], x[after]
    return y[after - 1] + (y[after] - y[after - 1]) * (at - left) / (right - left)


def table_of_cloud(cloud: Cloud, words: Words) -> FigureTable:
    """For each tenth of the actual values: rows, and the middle of what each model predicted there."""
    size = max(1, (len(cloud.edges) - 1) // _CLOUD_ROWS)
    rows = []
    for start in range(0, len(cloud.edges) - 1, size):
        end = min(start + size, len(cloud.edges) - 1)
        within = f"{words.number(cloud.edges[start])} – {words.number(cloud.edges[end])}"
        count = sum(map(sum, cloud.new[start:end]))
        means = [_mean(counts[start:end], cloud.edges) if counts else None for counts in (cloud.old, cloud.new)]
        rows.append((within, words.count(count), *("" if mean is None else words.number(mean) for mean in means)))
    return FigureTable(headings_of_cloud(words), tuple(rows))


def headings_of_cloud(words: Words) -> tuple[str, ...]:
    """What stands above such a table."""
    return words.actual, words.rows, words.old_model, words.new_model


def _mean(counts: tuple[tuple[int, ...], ...], edges: tuple[float, ...]) -> float | None:
    middles = [(left + right) / 2 for left, right in pairwise(edges)]
    total = sum(map(sum, counts))
    if not total:
        return None
    return sum(count * middle for row in counts for count, middle in zip(row, middles, strict=True)) / total


def table_of_trend(points: tuple[TrendPoint, ...], words: Words, *, is_share: bool) -> FigureTable:
    """One row a job."""
    write = words.share if is_share else words.number
    rows = []
    for point in points:
        within = f"{write(point.range[0])} – {write(point.range[1])}" if point.range else ""
        value = "" if point.value is None else write(point.value)
        notes = [words.live] * point.is_live + [words.other_rows] * point.begins_anew
        rows.append((point.name, words.day(point.when), value, within, " · ".join(notes)))
    return FigureTable((words.job, words.day_word, words.metric, words.interval, ""), tuple(rows))
