"""The picture of the measures before and after, as a plan. Loads matplotlib."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from epa_gui.core.results.pictures.drawing import Plan, few_steps, legend_above, numbered, plain_axes, shortened
from epa_gui.core.results.pictures.figures import MetricBar
from epa_gui.core.results.pictures.tables import meaning_of
from epa_gui.core.results.pictures.theme import Theme
from epa_gui.core.results.pictures.words import Words

_LEAST_SPAN = 0.02
"""Of an axis of shares: a hundredth of a point is not drawn as wide as the picture."""


def picture_of_metrics(bars: Sequence[MetricBar], words: Words) -> Plan:
    """Shares as two dots a line, before and after, with their intervals; other numbers as their change in percent."""
    shares = [bar for bar in bars if bar.is_share]
    numbers = [bar for bar in bars if not bar.is_share and bar.old and bar.new is not None]

    def draw(figure: Figure, theme: Theme) -> None:
        heights = [max(1, len(part)) for part in (shares, numbers) if part]
        if not heights:
            return
        axes = [row[0] for row in figure.subplots(len(heights), 1, squeeze=False, height_ratios=heights)]
        if shares:
            _dots(axes.pop(0), shares, words, theme)
        if numbers:
            _changes(axes.pop(0), numbers, words, theme)
        legend_above(figure, _who(words, theme))

    return draw


def _colour_of(gain: float | None, theme: Theme) -> str:
    return theme.soft if not gain else theme.better if gain > 0 else theme.worse


def _meanings(axes: Axes, bars: Sequence[MetricBar], words: Words, theme: Theme) -> None:
    """Whether each became better, beside it in words: of errors less is better, which a bar alone does not tell."""
    for place, bar in enumerate(bars):
        meaning = meaning_of(bar, words)
        if meaning:
            across = axes.get_yaxis_transform()
            axes.text(1.02, place, meaning, va="center", color=_colour_of(bar.gain, theme), transform=across)
    axes.set_yticks(range(len(bars)), [_with_hint(bar) for bar in bars])
    axes.set_ylim(len(bars) - 0.5, -0.5)


def _with_hint(bar: MetricBar) -> str:
    name = shortened(bar.name)
    return f"{name}\n({bar.hint})" if bar.hint else name


def _who(words: Words, theme: Theme) -> list[Line2D]:
    return [
        Line2D([], [], marker="o", linestyle="", color=colour, markerfacecolor=fill, label=name)
        for name, colour, fill in ((words.old_model, theme.old, "none"), (words.new_model, theme.new, theme.new))
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
                axes.plot(within, [place + shift] * 2, color=colour, linewidth=1.4, alpha=0.8, solid_capstyle="butt")
            axes.plot(
                [value],
                [place + shift],
                marker="o",
                markersize=6.5,
                color=colour,
                markerfacecolor=filling,
                linestyle="",
            )
    left, right = axes.get_xlim()
    missing = _LEAST_SPAN - (right - left)
    if missing > 0:
        axes.set_xlim(left - missing / 2, right + missing / 2)
    few_steps(axes)
    numbered(axes, words.fixed, is_share=True)
    _meanings(axes, bars, words, theme)


def _changes(axes: Axes, bars: Sequence[MetricBar], words: Words, theme: Theme) -> None:
    plain_axes(axes, theme)
    for place, bar in enumerate(bars):
        change = (bar.new or 0) / (bar.old or 1) - 1
        axes.barh([place], [change], height=0.5, color=_colour_of(bar.gain, theme))
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
    axes.axvline(0, color=theme.soft, linewidth=1)
    changes = [(bar.new or 0) / (bar.old or 1) - 1 for bar in bars]
    low, high = min(0.0, *changes), max(0.0, *changes)
    room = 0.3 * (high - low or 1)  # for the figures beside the bars
    axes.set_xlim(low - room * (low < 0), high + room * (high > 0 or not low))
    few_steps(axes)
    numbered(axes, words.fixed, is_share=True)
    _meanings(axes, bars, words, theme)
    axes.set_xlabel(words.change)
