"""The picture of the measures before and after, as a plan. Loads matplotlib."""

from collections.abc import Sequence
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from epa_gui.core.results.pictures.drawing import (
    Plan,
    between_steps,
    dot,
    dot_beside,
    few_steps,
    legend_above,
    line_beside,
    numbered,
    plain_axes,
    shortened,
)
from epa_gui.core.results.pictures.figures import Meaning, MetricBar, Scale
from epa_gui.core.results.pictures.theme import Theme
from epa_gui.core.results.pictures.words import Words
from epa_gui.core.text.wrapping import wrapped

_LEAST_SPAN = 0.02
"""Of an axis of shares: a hundredth of a point is not drawn as wide as the picture."""

_LONGEST_MEANING = 24
"""Letters of a line."""

_DOT = 6.5
_RANGE = 1.4
"""Points across a dot, and of the line that is its interval."""


def picture_of_metrics(bars: Sequence[MetricBar], words: Words) -> Plan:
    """Ratios and shares as two dots a line, before and after, with their intervals; other numbers as their change.

    Each of the three has an axis of its own: a ratio is not written in percent.
    """
    parts = {scale: [bar for bar in bars if bar.scale is scale] for scale in Scale}
    parts[Scale.OWN] = [bar for bar in parts[Scale.OWN] if bar.old and bar.new is not None]

    def draw(figure: Figure, theme: Theme) -> None:
        there = [scale for scale in Scale if parts[scale]]
        if not there:
            return
        heights = [len(parts[scale]) for scale in there]
        rows = figure.subplots(len(there), 1, squeeze=False, height_ratios=heights)
        for scale, row in zip(there, rows, strict=True):
            if scale is Scale.OWN:
                _changes(row[0], parts[scale], words, theme)
            else:
                _dots(row[0], parts[scale], words, theme)
        has_ranges = any(_has_range(bar) for bar in bars if bar.scale is not Scale.OWN)
        legend_above(figure, _who(words, theme, has_ranges=has_ranges))

    return draw


def _colour_of(meaning: Meaning, theme: Theme) -> str:
    """A colour only for what a test has found."""
    return theme.soft if meaning.is_better is None else theme.better if meaning.is_better else theme.worse


def _ink_of(meaning: Meaning, theme: Theme) -> str:
    """The same for its words."""
    return theme.soft if meaning.is_better is None else theme.better_ink if meaning.is_better else theme.worse_ink


def _has_range(bar: MetricBar) -> bool:
    return bar.old_range is not None or bar.new_range is not None


def _meanings(axes: Axes, bars: Sequence[MetricBar], theme: Theme, without_range: str = "") -> None:
    """What became of each, beside it in words: of errors less is better, which a bar alone does not tell.

    Args:
        axes: Whose lines they are.
        bars: One a line.
        theme: What it looks like.
        without_range: What is said of those without an interval; empty where none has one.
    """
    for place, bar in enumerate(bars):
        if bar.meaning.text:
            text = wrapped(bar.meaning.text, _LONGEST_MEANING)
            colour, across = _ink_of(bar.meaning, theme), axes.get_yaxis_transform()
            axes.text(1.02, place, text, va=_upright(text), color=colour, transform=across)
    axes.set_yticks(range(len(bars)), [_with_hints(bar, without_range) for bar in bars])
    for label in axes.get_yticklabels():
        label.set_verticalalignment(_upright(label.get_text()))
    axes.set_ylim(len(bars) - 0.5, -0.5)


def _upright(text: str) -> Literal["center", "center_baseline"]:
    """How it stands beside the dots: on one line with the words of the same row, whatever their letters."""
    return "center" if "\n" in text else "center_baseline"


def _with_hints(bar: MetricBar, without_range: str) -> str:
    hints = (bar.hint, "" if _has_range(bar) else without_range)
    return "\n".join(filter(None, (shortened(bar.name), " ".join(f"({hint})" for hint in hints if hint))))


def _who(words: Words, theme: Theme, *, has_ranges: bool) -> list[Line2D]:
    ranges = [line_beside(words.interval, theme.new, _RANGE * theme.scale)] if has_ranges else []
    return [
        dot_beside(words.old_model, theme, theme.old, "none", _DOT),
        dot_beside(words.new_model, theme, theme.new, theme.new, _DOT),
        *ranges,
    ]


def _dots(axes: Axes, bars: Sequence[MetricBar], words: Words, theme: Theme) -> None:
    plain_axes(axes, theme)
    for place, bar in enumerate(bars):
        # One above the other: of two that are equal both are seen.
        for value, within, colour, filling, shift in (
            (bar.old, bar.old_range, theme.old, "none", -0.16),
            (bar.new, bar.new_range, theme.new, theme.new, 0.16),
        ):
            if value is None:
                continue
            if within:
                axes.plot(
                    within,
                    [place + shift] * 2,
                    color=colour,
                    linewidth=_RANGE * theme.scale,
                    alpha=0.8,
                    solid_capstyle="butt",
                )
            axes.plot([value], [place + shift], linestyle="", **dot(theme, colour, filling, _DOT))
    few_steps(axes)
    between_steps(axes, *_span(bars))
    is_percent = bars[0].scale is Scale.PERCENT
    numbered(axes, words.percent if is_percent else words.fixed, is_share=is_percent)
    _meanings(axes, bars, theme, words.no_interval if any(map(_has_range, bars)) else "")


def _span(bars: Sequence[MetricBar]) -> tuple[float, float]:
    """Between which values and intervals are; it is never too short to tell much from little.

    Of shares it is never before none or beyond all, however near they are to it.
    """
    ranges = [end for bar in bars for end in (*(bar.old_range or ()), *(bar.new_range or ()))]
    values = [value for bar in bars for value in (bar.old, bar.new) if value is not None]
    low, high = min((*ranges, *values), default=0.0), max((*ranges, *values), default=1.0)
    missing = max(0.0, _LEAST_SPAN - (high - low))
    begin, end = low - missing / 2, high + missing / 2
    if low < 0 or high > 1:  # the error of a forecast may be more than what it forecasts
        return begin, end
    aside = max(0.0, -begin) - max(0.0, end - 1)
    return max(0.0, begin + aside), min(1.0, end + aside)


def _changes(axes: Axes, bars: Sequence[MetricBar], words: Words, theme: Theme) -> None:
    plain_axes(axes, theme)
    for place, bar in enumerate(bars):
        change = (bar.new or 0) / (bar.old or 1) - 1
        axes.barh([place], [change], height=0.5, color=_colour_of(bar.meaning, theme))
        text = f"{words.number(bar.old or 0)} → {words.number(bar.new or 0)}"
        is_left = change < 0
        axes.annotate(
            text,
            (change, place),
            xytext=(-6 if is_left else 6, 0),
            textcoords="offset points",
            va="center",
            ha="right" if is_left else "left",
            color=theme.soft,
        )
    axes.axvline(0, color=theme.soft, linewidth=theme.scale)
    changes = [(bar.new or 0) / (bar.old or 1) - 1 for bar in bars]
    low, high = min(0.0, *changes), max(0.0, *changes)
    room = 0.3 * (high - low or 1)  # for the figures beside the bars
    axes.set_xlim(low - room * (low < 0), high + room * (high > 0 or not low))
    few_steps(axes)
    numbered(axes, words.percent, is_share=True)
    _meanings(axes, bars, theme)
    axes.set_xlabel(words.change)
