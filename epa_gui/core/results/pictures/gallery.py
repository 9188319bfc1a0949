"""Which pictures there are of some results, each with its figures and its table; drawn later, by `plan_of`.

Nothing here loads matplotlib before a picture is drawn.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from epa_gui.core.results.content import Measure, ResultsContent
from epa_gui.core.results.pictures import tables, working_out
from epa_gui.core.results.pictures.figures import (
    Cloud,
    Curves,
    FigureTable,
    Matrices,
    Meaning,
    MetricBar,
    PairedBar,
    PictureKind,
    TrendPoint,
)
from epa_gui.core.results.pictures.words import Words

if TYPE_CHECKING:
    from epa_gui.core.results.pictures.drawing import Plan

Figures = tuple[MetricBar, ...] | tuple[PairedBar, ...] | tuple[TrendPoint, ...] | Matrices | Curves | Cloud


FEW_CLASSES, MANY_CLASSES = 4, 15
"""Up to the first, matrices stand side by side; up to the second below each other, so that each cell has room for its
numbers; beyond it they are shades alone."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture that can be drawn.

    Attributes:
        kind: What it shows.
        figures: What it is drawn of.
        table: The same as text.
        name: What stands at its axis, where that is not always the same.
        is_share: Whether its figures are shares of 1.
    """

    kind: PictureKind
    figures: Figures = field(repr=False)
    table: FigureTable = field(repr=False)
    name: str = ""
    is_share: bool = False


def pictures_of(
    content: ResultsContent,
    words: Words,
    name_of: Callable[[Measure], str],
    meaning_of: Callable[[Measure], Meaning],
    written: Callable[[Measure], tuple[str, str, str]] | None = None,
) -> tuple[Picture, ...]:
    """All that these results can show, in the order they are shown. Takes a second for a million rows.

    Args:
        content: What the results say.
        words: What is written on them.
        name_of: What a measure is called on screen.
        meaning_of: What became of it, in the words of the verdict.
        written: Its value before, its new one and its change as the page of the verdict writes them.
    """
    return tuple(_pictures(content, words, working_out.metric_bars(content, name_of, words, meaning_of, written)))


def _pictures(content: ResultsContent, words: Words, bars: tuple[MetricBar, ...]) -> Iterator[Picture]:
    if bars:
        yield Picture(PictureKind.METRICS, bars, tables.table_of_metrics(bars, words))
    both = working_out.matrices(content)
    if both is not None:
        yield Picture(PictureKind.MATRICES, both, tables.table_of_matrices(both, words))
    errors = working_out.class_errors(content)
    if errors:
        table = tables.table_of_bars(errors, words.class_word, words, is_share=True)
        there = len(content.matrix.labels) if content.matrix else 0
        name = words.most_errors(len(errors), there) if there > len(errors) else words.wrong
        yield Picture(PictureKind.CLASS_ERRORS, errors, table, name, is_share=True)
    found = working_out.curves(content.rows)
    if found is not None:
        roc, precision = found
        yield Picture(PictureKind.ROC, roc, tables.table_of_curves(roc, words.false_alarms, words))
        table = tables.table_of_curves(precision, words.found, words)
        yield Picture(PictureKind.PRECISION_RECALL, precision, table)
    cloud = working_out.cloud(content.rows)
    if cloud is not None:
        yield Picture(PictureKind.PREDICTED_ACTUAL, cloud, tables.table_of_cloud(cloud, words))
    columns = working_out.contributions(content)
    if columns:
        table = tables.table_of_bars(columns, words.column, words, is_share=True)
        yield Picture(PictureKind.CONTRIBUTIONS, columns, table, words.contribution, is_share=True)


def trend_of(points: tuple[TrendPoint, ...], name: str, words: Words, *, is_share: bool) -> Picture:
    """The picture of one metric over the jobs of a model."""
    table = tables.table_of_trend(points, words, is_share=is_share)
    return Picture(PictureKind.TREND, points, table, name, is_share)


def named(picture: Picture, words: Words) -> Picture:
    """The same picture, its table with the models called as these words call them."""
    match picture.kind, picture.figures:
        case PictureKind.TREND, _:
            return picture
        case PictureKind.METRICS, _:
            headings = tables.headings_of_metrics(words)
        case PictureKind.MATRICES, Matrices() as both:
            headings = tables.headings_of_matrices(both, words)
        case PictureKind.PREDICTED_ACTUAL, _:
            headings = tables.headings_of_cloud(words)
        case _:
            headings = picture.table.headings[0], words.old_model, words.new_model
    return replace(picture, table=replace(picture.table, headings=headings))


def height_of(picture: Picture) -> float:
    """How high a picture should be, in heights of a line of text, so that nothing on it touches."""
    match picture.kind, picture.figures:
        case PictureKind.MATRICES, Matrices(labels=labels, old=old):
            if not FEW_CLASSES < len(labels) <= MANY_CLASSES:
                return 19.0 if len(labels) <= FEW_CLASSES else 24.0
            return (3 if old else 1) * (2.5 + 2.4 * len(labels)) + 10.0
        case PictureKind.METRICS, tuple() as bars:
            several = len({bar.scale for bar in bars if isinstance(bar, MetricBar)}) > 1
            return max(9.0, 8.0 + 2.4 * len(bars) + (2.5 if several else 0.0))  # each axis has its numbers
        case ((PictureKind.CLASS_ERRORS | PictureKind.CONTRIBUTIONS), tuple() as bars):
            return max(9.0, 6.0 + 1.7 * len(bars))
    return 23.0


def plan_of(picture: Picture, words: Words) -> "Plan":
    """How to draw it. Loads matplotlib: half a second the first time."""
    from epa_gui.core.results.pictures import matrix_picture, pictures  # noqa: PLC0415  see above

    match picture.kind, picture.figures:
        case PictureKind.MATRICES, Matrices() as both:
            return matrix_picture.picture_of_matrices(both, words)
        case PictureKind.ROC, Curves() as curves:
            return pictures.picture_of_roc(curves, words)
        case PictureKind.PRECISION_RECALL, Curves() as curves:
            return pictures.picture_of_precision(curves, words)
        case PictureKind.PREDICTED_ACTUAL, Cloud() as cloud:
            return pictures.picture_of_cloud(cloud, words)
    return _plan_of_several(picture, words)


def _plan_of_several(picture: Picture, words: Words) -> "Plan":
    from epa_gui.core.results.pictures import metric_picture, pictures  # noqa: PLC0415  loaded just before

    several = picture.figures if isinstance(picture.figures, tuple) else ()
    if picture.kind is PictureKind.METRICS:
        return metric_picture.picture_of_metrics([bar for bar in several if isinstance(bar, MetricBar)], words)
    if picture.kind is PictureKind.TREND:
        points = [point for point in several if isinstance(point, TrendPoint)]
        return pictures.picture_of_trend(points, picture.name, words, is_share=picture.is_share)
    bars = [bar for bar in several if isinstance(bar, PairedBar)]
    return pictures.picture_of_bars(bars, picture.name, words, is_share=picture.is_share)
