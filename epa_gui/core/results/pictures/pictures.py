"""The pictures themselves: each from its figures, as a plan that is drawn for a size and a theme. Loads matplotlib."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from epa_gui.core.results.pictures.drawing import (
    Plan,
    few_steps,
    in_shares,
    legend_above,
    plain_axes,
    shortened,
)
from epa_gui.core.results.pictures.figures import Cloud, Curve, Curves, Matrices, MetricBar, PairedBar, TrendPoint
from epa_gui.core.results.pictures.theme import Theme
from epa_gui.core.results.pictures.words import Words

_MOST_CELLS_WITH_NUMBERS = 12
_MOST_CLASS_NAMES = 30
_INCHES_OF_A_DAY = 1.0
AREAS = ("old", "new", "difference")
"""The names of the three matrices in a picture; a class's place is the whole number next to the value there."""

_STRONGEST = 0.5
"""Of a shade: ink is read on it, on light and on dark."""


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
            _dots(axes.pop(0), shares, theme)
        if numbers:
            _changes(axes.pop(0), numbers, words, theme)
        legend_above(figure, _who(words, theme))

    return draw


def _who(words: Words, theme: Theme) -> list[Line2D]:
    return [
        Line2D([], [], marker="o", linestyle="", color=colour, markerfacecolor=fill, label=name)
        for name, colour, fill in ((words.old_model, theme.old, "none"), (words.new_model, theme.new, theme.new))
    ]


def _dots(axes: Axes, bars: Sequence[MetricBar], theme: Theme) -> None:
    plain_axes(axes, theme)
    for place, bar in enumerate(bars):
        if bar.old is not None and bar.new is not None:
            axes.plot([bar.old, bar.new], [place, place], color=theme.grid, linewidth=2, zorder=1)
        for value, within, colour, shift in (
            (bar.old, bar.old_range, theme.old, -0.16),
            (bar.new, bar.new_range, theme.new, 0.16),
        ):
            if value is None:
                continue
            if within:
                axes.plot(within, [place + shift] * 2, color=colour, linewidth=1.2, alpha=0.8)
            filling = colour if value is bar.new else "none"
            axes.plot([value], [place], marker="o", markersize=7, color=colour, markerfacecolor=filling, linestyle="")
    _names_beside(axes, [bar.name for bar in bars])
    axes.set_ylim(len(bars) - 0.5, -0.5)
    few_steps(axes)
    in_shares(axes)


def _changes(axes: Axes, bars: Sequence[MetricBar], words: Words, theme: Theme) -> None:
    plain_axes(axes, theme)
    for place, bar in enumerate(bars):
        change = (bar.new or 0) / (bar.old or 1) - 1
        axes.barh([place], [change], height=0.5, color=theme.new)
        text = f"{words.number(bar.old or 0)} → {words.number(bar.new or 0)}"
        axes.annotate(
            text, (max(change, 0), place), xytext=(6, 0), textcoords="offset points", va="center", color=theme.soft
        )
    axes.axvline(0, color=theme.soft, linewidth=1)
    _names_beside(axes, [bar.name for bar in bars])
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.margins(x=0.25)
    few_steps(axes)
    in_shares(axes)
    axes.set_xlabel(words.change)


def _names_beside(axes: Axes, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), [shortened(name) for name in names])


def picture_of_matrices(both: Matrices, words: Words) -> Plan:
    """The old matrix, the new one and their difference side by side; counts, and shares of each actual class."""

    def draw(figure: Figure, theme: Theme) -> None:
        parts = [(words.new_model, both.new)]
        if both.old:
            difference = tuple(
                tuple(new - old for new, old in zip(*rows, strict=True))
                for rows in zip(both.new, both.old, strict=True)
            )
            parts = [(words.old_model, both.old), (words.new_model, both.new), (words.difference, difference)]
        axes = figure.subplots(1, len(parts), squeeze=False)[0]
        for place, (axis, (title, counts)) in enumerate(zip(axes, parts, strict=True)):
            is_difference = place == 2
            _matrix(axis, both, counts, words, theme, is_difference=is_difference, has_names=place == 0)
            axis.set_title(title)
            axis.set_gid(AREAS[place] if both.old else "new")

    return draw


def _matrix(
    axes: Axes,
    both: Matrices,
    counts: Sequence[Sequence[int]],
    words: Words,
    theme: Theme,
    *,
    is_difference: bool,
    has_names: bool,
) -> None:
    totals = [max(1, sum(row)) for row in (both.new if is_difference else counts)]
    shares = [[count / total for count in row] for row, total in zip(counts, totals, strict=True)]
    most = max((abs(share) for row in shares for share in row), default=1) or 1
    low = -most if is_difference else 0.0
    axes.imshow(shares, cmap=_shades(theme, is_difference=is_difference), vmin=low, vmax=most, aspect="auto")
    number = len(both.labels)
    if number <= _MOST_CELLS_WITH_NUMBERS:
        for row in range(number):
            for column in range(number):
                count, share = counts[row][column], shares[row][column]
                sign = "+" if is_difference and count > 0 else ""
                text = f"{sign}{words.count(count)}" if is_difference else f"{words.count(count)}\n{words.share(share)}"
                axes.text(column, row, text, ha="center", va="center", color=theme.ink)
    names = [shortened(label, 14) for label in both.labels]
    shown = names if number <= _MOST_CLASS_NAMES else []
    axes.set_xticks(range(len(shown)), shown, rotation=0 if number <= 4 else 90)
    axes.set_yticks(range(len(shown)), shown if has_names else [""] * len(shown))
    axes.set_xlabel(words.predicted if both.is_direction_known else words.column_class)
    if has_names:
        axes.set_ylabel(words.actual if both.is_direction_known else words.row_class)
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _shades(theme: Theme, *, is_difference: bool) -> LinearSegmentedColormap:
    """From nothing to the new model's colour; a difference from one side's colour over nothing to the other's."""
    clear = (*to_rgb(theme.more), 0.04)
    strong = (*to_rgb(theme.more), _STRONGEST)
    if not is_difference:
        return LinearSegmentedColormap.from_list("counts", [clear, strong])
    less, more = to_rgb(theme.less), to_rgb(theme.more)
    stops = [(0.0, (*less, _STRONGEST)), (0.5, (*less, 0.0)), (0.5, (*more, 0.0)), (1.0, (*more, _STRONGEST))]
    return LinearSegmentedColormap.from_list("difference", stops)


def picture_of_bars(bars: Sequence[PairedBar], across: str, words: Words, *, is_share: bool) -> Plan:
    """Names with two bars each, before and after."""

    def draw(figure: Figure, theme: Theme) -> None:
        if not bars:
            return
        axes = plain_axes(figure.subplots(), theme)
        has_old = any(bar.old is not None for bar in bars)
        height = 0.36 if has_old else 0.6
        for place, bar in enumerate(bars):
            if bar.old is not None:
                axes.barh([place - 0.2], [bar.old], height=height, color=theme.old)
            if bar.new is not None:
                axes.barh([place + (0.2 if has_old else 0)], [bar.new], height=height, color=theme.new)
        _names_beside(axes, [bar.name for bar in bars])
        axes.set_ylim(len(bars) - 0.5, -0.5)
        axes.set_xlabel(across)
        few_steps(axes)
        if is_share:
            in_shares(axes)
        who = [Patch(color=theme.old, label=words.old_model)] if has_old else []
        legend_above(figure, [*who, Patch(color=theme.new, label=words.new_model)])

    return draw


def picture_of_roc(curves: Curves, words: Words) -> Plan:
    """Of the class that is looked for, how many are found, over how many of the others are taken for it."""
    return _picture_of_curves(curves, words.false_alarms, words.found, words, guess=None)


def picture_of_precision(curves: Curves, words: Words) -> Plan:
    """Of those taken for the class, how many are right, over how many of it are found."""
    share = curves.share
    return _picture_of_curves(curves, words.found, words.precision, words, guess=share)


def _picture_of_curves(curves: Curves, across: str, up: str, words: Words, *, guess: float | None) -> Plan:
    def draw(figure: Figure, theme: Theme) -> None:
        axes = plain_axes(figure.subplots(), theme, has_grid="both")
        ends = ([0, 1], [0, 1]) if guess is None else ([0, 1], [guess, guess])
        axes.plot(*ends, color=theme.soft, linewidth=1, linestyle=(0, (4, 3)), label=words.guessing)
        if curves.old is not None:
            axes.plot(
                curves.old.x, curves.old.y, color=theme.old, linewidth=1.6, label=_named(words.old_model, curves.old)
            )
        axes.plot(curves.new.x, curves.new.y, color=theme.new, linewidth=2.2, label=_named(words.new_model, curves.new))
        axes.set_xlim(-0.01, 1.01)
        axes.set_ylim(-0.01, 1.02)
        axes.set_xlabel(across)
        axes.set_ylabel(up)
        in_shares(axes, "xy")
        axes.set_title(shortened(curves.positive), loc="left")
        legend_above(figure, axes.get_legend_handles_labels()[0], columns=2)

    return draw


def _named(name: str, curve: Curve) -> str:
    return name if curve.area is None else f"{name} (AUC {curve.area:.3f})"


def picture_of_cloud(cloud: Cloud, words: Words) -> Plan:
    """Predicted against actual, darker where there are more rows; on the line both are equal."""

    def draw(figure: Figure, theme: Theme) -> None:
        parts = [(words.old_model, cloud.old), (words.new_model, cloud.new)] if cloud.old else [("", cloud.new)]
        axes = figure.subplots(1, len(parts), squeeze=False, sharey=True)[0]
        most = max(max(map(max, counts), default=1) for _, counts in parts) or 1
        for place, (axis, (title, counts)) in enumerate(zip(axes, parts, strict=True)):
            plain_axes(axis, theme, has_grid="both")
            heights = [[(count / most) ** 0.5 for count in column] for column in zip(*counts, strict=True)]
            axis.pcolormesh(
                cloud.edges, cloud.edges, heights, cmap=_cloud_shades(theme), vmin=0, vmax=1, rasterized=True
            )
            ends = [cloud.edges[0], cloud.edges[-1]]
            axis.plot(ends, ends, color=theme.soft, linewidth=1, linestyle=(0, (4, 3)), label=words.perfect)
            few_steps(axis, "xy", 5)
            axis.set_xlabel(words.actual)
            axis.set_title(title)
            if place == 0:
                axis.set_ylabel(words.predicted)
        legend_above(figure, axes[0].get_legend_handles_labels()[0])

    return draw


def _cloud_shades(theme: Theme) -> LinearSegmentedColormap:
    colour = to_rgb(theme.new)
    return LinearSegmentedColormap.from_list("cloud", [(*colour, 0.0), (*colour, 0.35), (*colour, 1.0)])


def picture_of_trend(points: Sequence[TrendPoint], name: str, words: Words, *, is_share: bool) -> Plan:
    """The metric from job to job; a gap where it was judged on other rows, a filled dot where it went into service."""

    def draw(figure: Figure, theme: Theme) -> None:
        if not points:
            return
        axes = plain_axes(figure.subplots(), theme, has_grid="y")
        run_x: list[int] = []
        run_y: list[float] = []
        for place, point in enumerate(points):
            if point.begins_anew and place:
                axes.axvline(place - 0.5, color=theme.soft, linewidth=1, linestyle=(0, (2, 3)))
            if point.begins_anew or point.value is None:
                axes.plot(run_x, run_y, color=theme.new, linewidth=1.5, zorder=1)
                run_x, run_y = [], []
            if point.value is None:
                continue
            run_x.append(place)
            run_y.append(point.value)
            if point.range:
                axes.plot([place, place], point.range, color=theme.new, linewidth=1.2, alpha=0.6)
            filling = theme.new if point.is_live else (theme.background or "none")
            axes.plot([place], [point.value], marker="o", markersize=8, color=theme.new, markerfacecolor=filling)
        axes.plot(run_x, run_y, color=theme.new, linewidth=1.5, zorder=1)
        step = -(-len(points) // max(1, int(figure.get_figwidth() / _INCHES_OF_A_DAY)))
        shown = list(range(0, len(points), step))
        axes.set_xticks(shown, [words.day(points[place].when) for place in shown])
        axes.set_xlim(-0.6, max(0.6, len(points) - 0.4))
        axes.set_ylabel(name)
        axes.set_gid("trend")
        few_steps(axes, "y", 5)
        if is_share:
            in_shares(axes, "y")
        made = [
            Line2D([], [], marker="o", linestyle="", color=theme.new, markerfacecolor=theme.new, label=words.live),
        ]
        if any(point.begins_anew for point in points[1:]):
            made.append(Line2D([], [], color=theme.soft, linestyle=(0, (2, 3)), label=words.other_rows))
        legend_above(figure, made)

    return draw
