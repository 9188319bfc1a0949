"""The picture of both confusion matrices and their difference, as a plan. Loads matplotlib."""

import math
from collections.abc import Callable, Sequence

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from epa_gui.core.results.pictures.drawing import Plan, legend_above, shortened
from epa_gui.core.results.pictures.figures import Matrices
from epa_gui.core.results.pictures.gallery import FEW_CLASSES, MANY_CLASSES
from epa_gui.core.results.pictures.theme import Theme
from epa_gui.core.results.pictures.words import Words
from epa_gui.core.text.wrapping import LETTER, lettered_width

AREAS = ("old", "new", "difference")
"""The names of the three matrices in a picture; a class's place is the whole number next to the value there."""

_STRONGEST = 0.5
"""Of a shade: ink is read on it, on light and on dark."""

_LINE = 1.5
"""About how high a line is, by the size of the letters."""

_FULL_DIFFERENCE = 0.5
_LEAST_FULL_DIFFERENCE = 0.1
"""At what difference of shares a cell has its full colour: always at the same one, so that a small difference never
looks like a large one. Where a matrix has no room for numbers, at its largest, if that is not too small."""

_LEAST_SHADE = 0.36
"""How much of its full colour a cell has at least, unless nothing has changed there."""

_HAIRLINE = 0.4
"""How much of their colour the lines between cells have."""

_SMALLEST = 0.75
"""To what part of their size the numbers in cells may shrink."""

_LONGEST_CLASS = 14


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
        most = max(share for counts in (both.new, both.old) for row in _shares(counts) for share in row) or 1.0
        is_stacked = (
            FEW_CLASSES < len(both.labels) <= MANY_CLASSES and figure.get_figheight() > figure.get_figwidth() / 2
        )
        shape = (len(parts), 1) if is_stacked else (1, len(parts))
        axes = figure.subplots(*shape, squeeze=False).ravel()
        cell = _cell(figure, both, shape, theme)
        for place, (axis, (title, counts)) in enumerate(zip(axes, parts, strict=True)):
            axis.set_title(title)
            if place == 2:
                _shade_difference(axis, both, counts, theme)
            else:
                axis.imshow(_shares(counts), cmap=_shades(theme), vmin=0.0, vmax=most, aspect="auto")
            for spine in axis.spines.values():
                spine.set_visible(False)
            if len(both.labels) <= MANY_CLASSES:
                _rule(axis, len(both.labels), theme)
                texts = _texts(counts, words)
                if place == 2:
                    texts, own_title = _texts_of_difference(both, counts, words, cell)
                    axis.set_title(own_title)
                _write_numbers(axis, texts, theme, cell)
            _name_rows(axis, both, words, cell, has_names=is_stacked or place == 0)
            _name_columns(axis, both, words, cell, has_names=not is_stacked or place == len(parts) - 1)
            axis.set_gid(AREAS[place] if both.old else "new")
        if both.old:
            legend_above(
                figure,
                [
                    Patch(color=theme.better, alpha=_STRONGEST, label=f"{words.difference}: {words.better}"),
                    Patch(color=theme.worse, alpha=_STRONGEST, label=f"{words.difference}: {words.worse}"),
                ],
            )

    return draw


def _cell(figure: Figure, both: Matrices, shape: tuple[int, int], theme: Theme) -> tuple[float, float]:
    """About how wide and high a cell will be, in the size of the letters."""
    width, height = (72 * inches / theme.font_size for inches in figure.get_size_inches())
    number = max(1, len(both.labels))
    names = _longest(both)
    across = (width - names - 4) / shape[1] / number * 0.95
    below = 2 + (_LINE if names <= across else names)
    # Below each other, only the last one has the names of the classes under it.
    return across, ((height - below - 3) / shape[0] - 2.5 if shape[1] == 1 else height - below - 5) / number


def _longest(both: Matrices) -> float:
    """About how wide the longest name of a class is, in the size of the letters."""
    return max((lettered_width(shortened(label, _LONGEST_CLASS)) for label in both.labels), default=0.0) + 0.6


def _shares(counts: Sequence[Sequence[int]]) -> list[list[float]]:
    """Of each actual class."""
    return [[count / max(1, sum(row)) for count in row] for row in counts]


def _shade_difference(axes: Axes, both: Matrices, counts: Sequence[Sequence[int]], theme: Theme) -> None:
    """By what it means: more rows are better where a class is taken for itself, worse everywhere else."""
    totals = [max(1, sum(row)) for row in both.new]
    shares = [
        [count / total if row == column else -count / total for column, count in enumerate(line)]
        for row, (line, total) in enumerate(zip(counts, totals, strict=True))
    ]
    full = _FULL_DIFFERENCE
    if len(both.labels) > MANY_CLASSES:
        full = max(_LEAST_FULL_DIFFERENCE, *(abs(share) for row in shares for share in row))
    shades = [[_seen(share, full * _LEAST_SHADE) for share in row] for row in shares]
    axes.imshow(shades, cmap=_shades_of_difference(theme), vmin=-full, vmax=full, aspect="auto")


def _seen(share: float, least: float) -> float:
    """At least so far from nothing, unless it is nothing."""
    return math.copysign(max(abs(share), least), share) if share else 0.0


def _rule(axes: Axes, count: int, theme: Theme) -> None:
    """Hairlines round all cells: where hardly anything has changed, their shades alone do not tell them apart."""
    edges = [place - 0.5 for place in range(1, count)]
    axes.set_xticks(edges, minor=True)
    axes.set_yticks(edges, minor=True)
    width = 0.8 * theme.scale
    axes.grid(which="minor", color=theme.soft, alpha=_HAIRLINE, linewidth=width)
    axes.tick_params(which="minor", length=0)
    for spine in axes.spines.values():  # a grid's outermost lines are cut off with the half that is outside
        spine.set(visible=True, edgecolor=theme.soft, alpha=_HAIRLINE, linewidth=width)


Texts = list[list[tuple[str, str]]]


def _texts(counts: Sequence[Sequence[int]], words: Words) -> Texts:
    """Of each cell its count and its share of the actual class."""
    shares = _shares(counts)
    return [
        [(words.count(count), words.share(share)) for count, share in zip(*rows, strict=True)]
        for rows in zip(counts, shares, strict=True)
    ]


def _texts_of_difference(
    both: Matrices, counts: Sequence[Sequence[int]], words: Words, cell: tuple[float, float]
) -> tuple[Texts, str]:
    """The same of the difference, whose shares are told in points; and its title, which names them if no cell can."""
    pairs = zip(_shares(both.new), _shares(both.old), strict=True)
    shares = [[new - old for new, old in zip(*rows, strict=True)] for rows in pairs]

    def texts(write: Callable[[float, int], str]) -> Texts:
        return [
            [(_with_sign(words.count(count)), _with_sign(write(share, 1))) for count, share in zip(*rows, strict=True)]
            for rows in zip(counts, shares, strict=True)
        ]

    in_full = texts(words.points)
    if _sizes(in_full, cell)[1] >= _SMALLEST:
        return in_full, words.difference
    bare = texts(lambda share, decimals: words.fixed(100 * share, decimals))
    return bare, words.difference_in_points if _sizes(bare, cell)[1] >= _SMALLEST else words.difference


def _sizes(texts: Texts, cell: tuple[float, float]) -> tuple[float, float]:
    """To what part of their size numbers have to shrink for a cell: counts alone, and with their shares below."""
    widths = [max((lettered_width(pair[part]) for row in texts for pair in row), default=0) for part in (0, 1)]
    alone = min(1.0, cell[0] / (widths[0] + LETTER), cell[1] / _LINE)
    return alone, min(1.0, cell[0] / (max(widths) + LETTER), cell[1] / (2 * _LINE))


def _write_numbers(axes: Axes, texts: Texts, theme: Theme, cell: tuple[float, float]) -> None:
    """Counts, and their shares below; as much of it as has room."""
    alone, both = _sizes(texts, cell)
    has_shares = both >= _SMALLEST
    if not has_shares and alone < _SMALLEST:
        return
    size = theme.font_size * (both if has_shares else alone)
    for row, line in enumerate(texts):
        for column, (count, share) in enumerate(line):
            text = f"{count}\n{share}" if has_shares else count
            written = axes.text(column, row, text, ha="center", va="center", color=theme.ink, fontsize=size)
            written.set_in_layout(False)  # it is inside; measuring 675 of them took seconds


def _with_sign(text: str) -> str:
    """A difference with its sign."""
    if not text.strip("0.,٫ %-−"):
        return text.lstrip("-−")
    return f"−{text[1:]}" if text.startswith(("-", "−")) else f"+{text}"


def _name_rows(axes: Axes, both: Matrices, words: Words, cell: tuple[float, float], *, has_names: bool) -> None:
    """As many classes by name as have room, and what they are."""
    step = max(1, math.ceil(_LINE / max(cell[1], 0.01)))
    places = range(0, len(both.labels), step)
    axes.set_yticks(places, [shortened(both.labels[place], _LONGEST_CLASS) if has_names else "" for place in places])
    if has_names:
        axes.set_ylabel(words.actual if both.is_direction_known else words.row_class)
    axes.tick_params(length=0)


def _name_columns(axes: Axes, both: Matrices, words: Words, cell: tuple[float, float], *, has_names: bool) -> None:
    """Likewise; on their side where they are too long."""
    is_flat = _longest(both) <= cell[0]
    step = 1 if is_flat else max(1, math.ceil(_LINE / max(cell[0], 0.01)))
    places = range(0, len(both.labels), step)
    names = [shortened(both.labels[place], _LONGEST_CLASS) if has_names else "" for place in places]
    axes.set_xticks(places, names, rotation=0 if is_flat else 90)
    if has_names:
        axes.set_xlabel(words.predicted if both.is_direction_known else words.column_class)


def _shades(theme: Theme) -> LinearSegmentedColormap:
    """From nothing to the new model's colour."""
    colour = to_rgb(theme.new)
    return LinearSegmentedColormap.from_list("counts", [(*colour, 0.04), (*colour, _STRONGEST)])


def _shades_of_difference(theme: Theme) -> LinearSegmentedColormap:
    """From worse over nothing to better."""
    worse, better = to_rgb(theme.worse), to_rgb(theme.better)
    stops = [(0.0, (*worse, _STRONGEST)), (0.5, (*worse, 0.0)), (0.5, (*better, 0.0)), (1.0, (*better, _STRONGEST))]
    return LinearSegmentedColormap.from_list("difference", stops)
