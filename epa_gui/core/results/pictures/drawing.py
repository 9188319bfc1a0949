"""Draws the pictures with matplotlib, on its own canvas: in any thread, and never with `pyplot`.

matplotlib is loaded when this module is: by who draws, in the background, never at the program's start.
"""

import io
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.lines import Line2D
from matplotlib.ticker import Formatter, MaxNLocator

from epa_gui.core.results.pictures.line_spacing import part_lines
from epa_gui.core.results.pictures.theme import FONTS, Theme, page_colours

_STEPS = (1, 2, 2.5, 5, 10)
_DOTS = 96
"""Points to an inch before the screen's scale."""

_LONGEST_NAME = 28

_MOST_DECIMALS = 9

_AROUND = 0.04
"""Of every part of a picture, in inches, with letters of the usual size."""

_BEYOND_STEPS = 0.03
"""How far an axis goes on after its last numbers, by its length: a dot there is whole."""

_DRAWING = threading.RLock()

Plan = Callable[[Figure, Theme], None]
"""Draws on an empty picture."""

Size = tuple[float, float]


def letters(first: Sequence[str] = ()) -> list[str]:
    """The fonts that are there, in the order they are tried; the last one comes with matplotlib.

    Args:
        first: Those to try before all others.
    """
    there = {entry.name for entry in fontManager.ttflist}
    return [name for name in dict.fromkeys((*first, *FONTS)) if name in there] or ["DejaVu Sans"]


def settings_of(theme: Theme) -> dict[Any, Any]:
    """What matplotlib is told of a theme."""
    return {
        # The last one is for a page that is read where none of the others is.
        "font.family": [*letters(theme.families), "sans-serif"],
        "font.sans-serif": ["DejaVu Sans"],
        "font.size": theme.font_size,
        "text.color": theme.ink,
        "axes.facecolor": "none",
        "axes.labelcolor": theme.ink,
        "axes.edgecolor": theme.grid,
        "axes.titlecolor": theme.ink,
        "axes.titlesize": theme.font_size * 1.1,
        "axes.titleweight": "bold",
        "axes.titlepad": 6 * theme.scale,
        "axes.labelpad": 5 * theme.scale,
        "xtick.major.pad": 3.5 * theme.scale,
        "ytick.major.pad": 3.5 * theme.scale,
        "axes.unicode_minus": True,
        "xtick.color": theme.soft,
        "ytick.color": theme.soft,
        "xtick.labelcolor": theme.ink,
        "ytick.labelcolor": theme.ink,
        "legend.frameon": False,
        # Words stay words in an SVG: it is small, and they can be searched and read aloud.
        "svg.fonttype": "none",
        # The same picture is the same file.
        "svg.hashsalt": "epa",
        # A name such as “$x$” is a name and no formula.
        "text.parse_math": False,
    }


def new_figure(width: float, height: float, theme: Theme, scale: float = 1.0) -> Figure:
    """An empty picture, its size in the window's points."""
    figure = Figure(
        figsize=(max(1.0, width / _DOTS), max(1.0, height / _DOTS)),
        dpi=_DOTS * scale,
        layout=ConstrainedLayoutEngine(w_pad=_AROUND * theme.scale, h_pad=_AROUND * theme.scale),
    )
    if theme.background:
        figure.set_facecolor(theme.background)
    else:
        figure.patch.set_alpha(0.0)
    return figure


def plain_axes(axes: Axes, theme: Theme, *, has_grid: str = "x") -> Axes:
    """Axes with nothing on them that tells nothing."""
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.set_facecolor("none")
    axes.tick_params(length=0)
    if has_grid:
        axes.grid(axis=has_grid, color=theme.grid, linewidth=0.8 * theme.scale)  # type: ignore[arg-type]  # "x", "y" or "both"
        axes.set_axisbelow(True)
    return axes


def in_pieces(plan: Plan, raise_if_stopped: Callable[[], None]) -> Plan:
    """The same plan for a picture that may be given up while it is drawn: nothing else ends a drawing under way.

    Args:
        plan: What to draw.
        raise_if_stopped: Asked as each piece comes, and before it is measured or painted; what it raises ends the
            drawing.
    """

    def asking(act: Callable[..., Any]) -> Callable[..., Any]:
        def act_on(*args: Any, **named: Any) -> Any:
            raise_if_stopped()
            return act(*args, **named)

        return act_on

    def plan_in_pieces(figure: Figure, theme: Theme) -> None:
        raise_if_stopped()
        figure.stale_callback = asking(lambda _figure, _is_stale: None)  # matplotlib says so whenever anything comes
        plan(figure, theme)
        for artist in figure.findobj(include_self=False):
            for name in ("get_tightbbox", "draw"):
                setattr(artist, name, asking(getattr(artist, name)))

    return plan_in_pieces


class _Steps(Formatter):
    """Numbers along an axis as the person's language writes them, with as many decimals as the steps need."""

    def __init__(self, write: Callable[[float, int], str], scale: float) -> None:
        super().__init__()
        self._write, self._scale = write, scale
        self._decimals = 0

    def set_locs(self, locs: Any) -> None:
        """What will be written."""
        places = sorted(self._scale * float(place) for place in locs)
        step = min((after - before for before, after in pairwise(places) if after > before), default=1.0)
        self._decimals = next(
            (count for count in range(_MOST_DECIMALS) if abs(round(step, count) - step) < step / 1000), _MOST_DECIMALS
        )

    def __call__(self, value: float, _place: int | None = None) -> str:
        """One number."""
        return self._write(value + 0.0, self._decimals)


def numbered(axes: Axes, write: Callable[[float, int], str], which: str = "x", *, is_share: bool = False) -> None:
    """Number an axis.

    Args:
        axes: Whose.
        write: How a number with so many decimals is written; of a share of 1, so many of its percents.
        which: ``x``, ``y`` or both.
        is_share: Whether it is shares.
    """
    for one in which:
        steps = _Steps(write, 100 if is_share else 1)
        getattr(axes, f"{one}axis").set_major_formatter(steps)


def few_steps(axes: Axes, which: str = "x", most: int = 6) -> None:
    """Few numbers along an axis, so that they never touch, in steps that people count in."""
    for one in which:
        getattr(axes, f"{one}axis").set_major_locator(MaxNLocator(most, steps=_STEPS))


def between_steps(axes: Axes, low: float, high: float) -> None:
    """Have an axis begin and end at one of its numbers, so that what it shows is seen to be whole.

    Args:
        axes: Whose.
        low: The least of what it shows.
        high: The most.
    """
    steps = axes.xaxis.get_major_locator().tick_values(low, high)
    beyond = _BEYOND_STEPS * (steps[-1] - steps[0])
    axes.set_xlim(steps[0] - beyond, steps[-1] + beyond)


def shortened(name: str, most: int = _LONGEST_NAME) -> str:
    """A long name with an ellipsis inside, since names that begin alike often differ at their end; one line."""
    line = " ".join(name.split())
    if len(line) <= most:
        return line
    end = (most - 1) // 3
    return f"{line[: most - 1 - end].rstrip()}…{line[len(line) - end :].lstrip()}"


def dot_beside(name: str, theme: Theme, colour: str, filling: str, size: float) -> Line2D:
    """What a dot stands for, for the legend: it is as large there as in the picture."""
    return Line2D([], [], label=name, linestyle="", **dot(theme, colour, filling, size))


def line_beside(name: str, colour: str, width: float) -> Line2D:
    """What a line through a dot stands for, for the legend.

    Args:
        name: What it is called.
        colour: Of the line.
        width: Of it, in points.
    """
    return Line2D([], [], label=name, color=colour, linewidth=width)


def dot(theme: Theme, colour: str, filling: str, size: float) -> dict[str, Any]:
    """A dot, as `Axes.plot` is told of it.

    Args:
        theme: Whose scale it grows with.
        colour: Of its edge.
        filling: Within; ``none`` where it is hollow.
        size: Across, in points.
    """
    look = {"color": colour, "markerfacecolor": filling, "markeredgewidth": theme.scale}
    return {"marker": "o", "markersize": size * theme.scale, **look}


def legend_above(figure: Figure, handles: Sequence[Artist]) -> None:
    """What each colour stands for, above the picture: on one line if there is room, else in as many columns as fit."""
    room = figure.bbox.width
    for columns in range(len(handles), 0, -1):
        legend = figure.legend(handles=handles, loc="outside upper left", ncols=columns)
        if columns == 1 or legend.get_window_extent().width <= room:
            return
        legend.remove()


def png_of(plan: Plan, theme: Theme, size: Size, scale: float = 1.0) -> bytes:
    """The picture as PNG.

    Args:
        plan: What to draw.
        theme: Its colours and letters.
        size: Width and height in the window's points.
        scale: Dots for each of these.
    """
    with _drawn(plan, theme, size, scale) as figure:
        FigureCanvasAgg(figure)
        made = io.BytesIO()
        figure.savefig(made, format="png", facecolor=figure.get_facecolor())
        return made.getvalue()


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture that has a scale: what a click or the pointer is over can be reckoned from it.

    Attributes:
        name: Which part, as its plan calls it.
        left, top, right, bottom: Its borders as shares of the picture's width and height.
        across, up: The values at its left and right border, and at its bottom and top one.
    """

    name: str
    left: float
    top: float
    right: float
    bottom: float
    across: tuple[float, float]
    up: tuple[float, float]

    def value_at(self, x: float, y: float) -> tuple[float, float] | None:
        """The values at a place, given as shares of the picture's width and height; `None` if it is outside."""
        if not (self.left <= x <= self.right and self.top <= y <= self.bottom):
            return None
        to_right = (x - self.left) / (self.right - self.left)
        upwards = (self.bottom - y) / (self.bottom - self.top)
        return (
            self.across[0] + to_right * (self.across[1] - self.across[0]),
            self.up[0] + upwards * (self.up[1] - self.up[0]),
        )


@dataclass(frozen=True, slots=True)
class Image:
    """A drawn picture.

    Attributes:
        width, height: In dots.
        dots: From the top: red, green, blue, alpha, not yet multiplied with it.
        areas: Those of its parts that were given a name.
    """

    width: int
    height: int
    dots: bytes = field(repr=False)
    areas: tuple[Area, ...] = ()


def image_of(plan: Plan, theme: Theme, size: Size, scale: float = 1.0) -> Image:
    """The picture for a window; see `png_of`."""
    with _drawn(plan, theme, size, scale) as figure:
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        width, height = canvas.get_width_height()
        areas = tuple(_area(axes, name, width, height) for axes in figure.axes if (name := axes.get_gid()))
        return Image(width, height, bytes(canvas.buffer_rgba()), areas)  # type: ignore[no-untyped-call]


def _area(axes: Axes, name: str, width: int, height: int) -> Area:
    box = axes.get_window_extent()
    left, right, top, bottom = box.x0 / width, box.x1 / width, 1 - box.y1 / height, 1 - box.y0 / height
    return Area(name, left, top, right, bottom, axes.get_xlim(), axes.get_ylim())


def svg_of(plan: Plan, theme: Theme, size: Size) -> str:
    """The picture as an SVG element for a page: without head, date and outside addresses."""
    with _drawn(plan, theme, size, 1.0) as figure:
        FigureCanvasSVG(figure)
        made = io.StringIO()
        figure.savefig(made, format="svg", metadata={"Date": None, "Creator": None}, transparent=theme.is_for_page)
    text = made.getvalue()
    text = text[text.index("<svg") :]
    return page_colours(text) if theme.is_for_page else text


@contextmanager
def _drawn(plan: Plan, theme: Theme, size: Size, scale: float) -> Iterator[Figure]:
    """Matplotlib's settings are those of the whole process: one picture at a time, from its first line to its last."""
    with _DRAWING, mpl.rc_context(settings_of(theme)):
        figure = new_figure(*size, theme, scale)
        plan(figure, theme)
        part_lines(figure)
        yield figure
