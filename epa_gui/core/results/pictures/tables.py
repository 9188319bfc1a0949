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
    TrendPoint,
)
from epa_gui.core.results.pictures.words import Words

_CURVE_ROWS = 20
_CLOUD_ROWS = 10


def table_of_metrics(bars: tuple[MetricBar, ...], words: Words) -> FigureTable:
    """One row a metric, with the interval where it is known."""
    rows = []
    for bar in bars:
        write = words.share if bar.is_share else words.number
        change = write(bar.new - bar.old) if bar.old is not None and bar.new is not None else ""
        signed = change if not change or change.startswith(("-", "−")) else f"+{change}"
        values = [_with_range(bar.old, bar.old_range, words, bar), _with_range(bar.new, bar.new_range, words, bar)]
        rows.append((bar.name, *values, signed))
    return FigureTable((words.metric, words.old_model, words.new_model, words.change), tuple(rows))


def _with_range(value: float | None, within: tuple[float, float] | None, words: Words, bar: MetricBar) -> str:
    write = words.share if bar.is_share else words.number
    if value is None:
        return ""
    return f"{write(value)} ({write(within[0])} – {write(within[1])})" if within else write(value)


def table_of_matrices(both: Matrices, words: Words) -> FigureTable:
    """One row a cell: the actual class, the predicted one, and the counts."""
    first, second = _sides(both, words)
    rows: list[tuple[str, ...]] = []
    for row, actual in enumerate(both.labels):
        for column, predicted in enumerate(both.labels):
            new = both.new[row][column]
            cells = [words.count(new)]
            if both.old:
                old = both.old[row][column]
                cells = [words.count(old), words.count(new), _signed(new - old, words)]
            rows.append((actual, predicted, *cells))
    before = (words.old_model,) if both.old else ()
    after = (words.difference,) if both.old else ()
    return FigureTable((first, second, *before, words.new_model, *after), tuple(rows))


def _signed(value: int, words: Words) -> str:
    return f"+{words.count(value)}" if value > 0 else words.count(value)


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
    return FigureTable((words.actual, words.rows, words.old_model, words.new_model), tuple(rows))


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
        rows.append((point.name, words.day(point.when), value, within, ", ".join(notes)))
    return FigureTable((words.job, words.day_word, words.metric, words.interval, ""), tuple(rows))
