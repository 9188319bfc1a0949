"""Which pictures there are of some results, each with its figures and its table; drawn later, by `plan_of`.

Nothing here loads matplotlib before a picture is drawn.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from epa_gui.core.results.content import Measure, ResultsContent
from epa_gui.core.results.pictures import tables, working_out
from epa_gui.core.results.pictures.figures import (
    Cloud,
    Curves,
    FigureTable,
    Matrices,
    MetricBar,
    PairedBar,
    PictureKind,
    TrendPoint,
)
from epa_gui.core.results.pictures.words import Words

if TYPE_CHECKING:
    from epa_gui.core.results.pictures.drawing import Plan

Figures = tuple[MetricBar, ...] | tuple[PairedBar, ...] | tuple[TrendPoint, ...] | Matrices | Curves | Cloud


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


def pictures_of(content: ResultsContent, words: Words, name_of: Callable[[Measure], str]) -> tuple[Picture, ...]:
    """All that these results can show, in the order they are shown. Takes a second for a million rows.

    Args:
        content: What the results say.
        words: What is written on them.
        name_of: What a measure is called on screen.
    """
    return tuple(_pictures(content, words, name_of))


def _pictures(content: ResultsContent, words: Words, name_of: Callable[[Measure], str]) -> Iterator[Picture]:
    bars = working_out.metric_bars(content, name_of)
    if bars:
        yield Picture(PictureKind.METRICS, bars, tables.table_of_metrics(bars, words))
    both = working_out.matrices(content)
    if both is not None:
        yield Picture(PictureKind.MATRICES, both, tables.table_of_matrices(both, words))
    errors = working_out.class_errors(content)
    if errors:
        table = tables.table_of_bars(errors, words.class_word, words, is_share=True)
        yield Picture(PictureKind.CLASS_ERRORS, errors, table, words.wrong, is_share=True)
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
        table = tables.table_of_bars(columns, words.column, words, is_share=False)
        yield Picture(PictureKind.CONTRIBUTIONS, columns, table, words.contribution)


def trend_of(points: tuple[TrendPoint, ...], name: str, words: Words, *, is_share: bool) -> Picture:
    """The picture of one metric over the jobs of a model."""
    table = tables.table_of_trend(points, words, is_share=is_share)
    return Picture(PictureKind.TREND, points, table, name, is_share)


def plan_of(picture: Picture, words: Words) -> "Plan":
    """How to draw it. Loads matplotlib: half a second the first time."""
    from epa_gui.core.results.pictures import pictures  # noqa: PLC0415  see above

    match picture.kind, picture.figures:
        case PictureKind.MATRICES, Matrices() as both:
            return pictures.picture_of_matrices(both, words)
        case PictureKind.ROC, Curves() as curves:
            return pictures.picture_of_roc(curves, words)
        case PictureKind.PRECISION_RECALL, Curves() as curves:
            return pictures.picture_of_precision(curves, words)
        case PictureKind.PREDICTED_ACTUAL, Cloud() as cloud:
            return pictures.picture_of_cloud(cloud, words)
    return _plan_of_several(picture, words)


def _plan_of_several(picture: Picture, words: Words) -> "Plan":
    from epa_gui.core.results.pictures import pictures  # noqa: PLC0415  loaded just before

    several = picture.figures if isinstance(picture.figures, tuple) else ()
    if picture.kind is PictureKind.METRICS:
        return pictures.picture_of_metrics([bar for bar in several if isinstance(bar, MetricBar)], words)
    if picture.kind is PictureKind.TREND:
        points = [point for point in several if isinstance(point, TrendPoint)]
        return pictures.picture_of_trend(points, picture.name, words, is_share=picture.is_share)
    bars = [bar for bar in several if isinstance(bar, PairedBar)]
    return pictures.picture_of_bars(bars, picture.name, words, is_share=picture.is_share)
