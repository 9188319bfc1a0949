"""The pictures themselves: each from its figures, as a plan that is drawn for a size and a theme. Loads matplotlib."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from epa_gui.core.results.pictures.drawing import (
    Plan,
    dot,
    dot_beside,
    few_steps,
    legend_above,
    line_beside,
    numbered,
    plain_axes,
    shortened,
)
from epa_gui.core.results.pictures.figures import Cloud, Curve, Curves, PairedBar, TrendPoint
from epa_gui.core.results.pictures.theme import Theme
from epa_gui.core.results.pictures.words import Words
from epa_gui.core.text.wrapping import lettered_width

_LONGEST_JOB = 14
"""Letters of a job's name below the trend."""

_POINTS_OF_AN_INCH = 72
_DOT = 8.0
_RANGE = 1.2
"""Points across a dot of the trend, and of the line that is its interval."""


def _names_beside(axes: Axes, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), [shortened(name) for name in names])


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
        numbered(axes, words.percent if is_share else words.fixed, is_share=is_share)
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
        axes.plot(*ends, color=theme.soft, linewidth=theme.scale, linestyle=(0, (4, 3)), label=words.guessing)
        if curves.old is not None:
            axes.plot(
                curves.old.x,
                curves.old.y,
                color=theme.old,
                linewidth=1.6 * theme.scale,
                label=_named(words.old_model, curves.old, words),
            )
        axes.plot(
            curves.new.x,
            curves.new.y,
            color=theme.new,
            linewidth=2.2 * theme.scale,
            label=_named(words.new_model, curves.new, words),
        )
        axes.set_xlim(-0.01, 1.01)
        axes.set_ylim(-0.01, 1.02)
        axes.set_xlabel(across)
        axes.set_ylabel(up)
        numbered(axes, words.percent, "xy", is_share=True)
        axes.set_title(f"{words.class_word}: {shortened(curves.positive)}", loc="left")
        legend_above(figure, axes.get_legend_handles_labels()[0])

    return draw


def _named(name: str, curve: Curve, words: Words) -> str:
    return name if curve.area is None else f"{name} (AUC {words.fixed(curve.area, 3)})"


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
            axis.plot(ends, ends, color=theme.soft, linewidth=theme.scale, linestyle=(0, (4, 3)), label=words.perfect)
            few_steps(axis, "xy", 5)
            numbered(axis, words.fixed, "xy")
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
                axes.axvline(place - 0.5, color=theme.soft, linewidth=theme.scale, linestyle=(0, (2, 3)))
            if point.begins_anew or point.value is None:
                axes.plot(run_x, run_y, color=theme.new, linewidth=1.5 * theme.scale, zorder=1)
                run_x, run_y = [], []
            if point.value is None:
                continue
            run_x.append(place)
            run_y.append(point.value)
            if point.range:
                axes.plot([place, place], point.range, color=theme.new, linewidth=_RANGE * theme.scale, alpha=0.6)
            filling = theme.new if point.is_live else (theme.background or "none")
            axes.plot([place], [point.value], **dot(theme, theme.new, filling, _DOT))
        axes.plot(run_x, run_y, color=theme.new, linewidth=1.5 * theme.scale, zorder=1)
        names = [_job_below(point, words) for point in points]
        widest = max(lettered_width(line) for name in names for line in name.splitlines()) + 1
        room = figure.get_figwidth() * _POINTS_OF_AN_INCH / theme.font_size
        shown = list(range(0, len(points), -(-len(points) // max(1, int(room / widest)))))
        axes.set_xticks(shown, [names[place] for place in shown])
        axes.set_xlim(-0.6, max(0.6, len(points) - 0.4))
        axes.set_ylabel(name)
        axes.set_gid("trend")
        few_steps(axes, "y", 5)
        numbered(axes, words.percent if is_share else words.fixed, "y", is_share=is_share)
        drawn = {point.is_live for point in points if point.value is not None}
        made = [
            dot_beside(name, theme, theme.new, filling, _DOT)
            for is_live, filling, name in (
                (True, theme.new, words.live),
                (False, theme.background or "none", words.not_live),
            )
            if is_live in drawn
        ]
        if any(point.range for point in points if point.value is not None):
            made.append(line_beside(words.interval, theme.new, _RANGE * theme.scale))
        if any(point.begins_anew for point in points[1:]):
            apart = Line2D(
                [], [], color=theme.soft, linewidth=theme.scale, linestyle=(0, (2, 3)), label=words.other_rows
            )
            made.append(apart)
        legend_above(figure, made)

    return draw


def _job_below(point: TrendPoint, words: Words) -> str:
    """What stands below a point: the job's name, as much of it as has room, and its day."""
    most = _LONGEST_JOB
    while most > 2 and lettered_width(shortened(point.name, most)) > lettered_width("m" * _LONGEST_JOB):
        most -= 1
    name = shortened(point.name, most)
    return f"{name}\n{words.day(point.when)}" if name else words.day(point.when)
