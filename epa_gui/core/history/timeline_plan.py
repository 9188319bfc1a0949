"""Where everything of a timeline goes when it is drawn: the same in the window and in an exported page.

Not drawn by matplotlib, which draws the results: tried, it took a third off the lines and 0.7–1.9 s for each step of
zooming or walking instead of 0.01–0.3 s, and 70 MB; its SVG was twice as large and told nothing when pointed at.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.history.job_bars import Anchor, Ending, JobBar
from epa_gui.core.history.time_axis import TimeScale
from epa_gui.core.history.timeline import Mark, MarkKind, Span, Timeline

LEAST_WIDTH = 3.0
"""Pixels of the shortest bar and span, so that it can be seen."""

GAP = 4.0
"""Pixels between a bar and what is written beside it."""

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the drawing from top to bottom, by the height of a line of text. All are pixels.

    Attributes:
        line: The height of a line of text.
    """

    line: float

    @property
    def axis(self) -> float:
        """Height of the axis, which is at the top."""
        return self.line * 1.5

    @property
    def row(self) -> float:
        """Height of every other row."""
        return self.line * 1.7

    @property
    def bar(self) -> float:
        """Height of a bar, in the middle of its row."""
        return self.line * 1.2

    @property
    def live(self) -> float:
        """Top of what was live."""
        return self.axis

    @property
    def switches(self) -> float:
        """Top of the switches."""
        return self.axis + self.row

    @property
    def events(self) -> float:
        """Top of results saved and of keys."""
        return self.axis + 2 * self.row

    @property
    def jobs(self) -> float:
        """Top of the first lane of jobs."""
        return self.axis + 3 * self.row

    def lane(self, number: int) -> float:
        """Top of a lane of jobs."""
        return self.jobs + number * self.row

    def height(self, lanes: int) -> float:
        """The whole, with so many lanes."""
        return self.lane(max(1, lanes))


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar and where its name goes: into it, or into the free room behind it. All are pixels."""

    bar: JobBar
    x: float
    width: float
    label_x: float
    label_width: float


@dataclass(frozen=True, slots=True)
class PlacedSpan:
    """A span of what was live. All are pixels."""

    span: Span
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark, by its place and the room to the next in its row, in pixels."""

    mark: Mark
    x: float
    room: float


def place_bars(timeline: Timeline, scale: TimeScale, lanes: range, *, keep: Anchor | None = None) -> list[PlacedBar]:
    """The bars of some lanes that are in view, by when they begin; of those that cover each other wholly only the last.

    Args:
        timeline: All bars.
        scale: The time in view.
        lanes: The lanes in view.
        keep: A bar that is there even if another covers it.
    """
    placed: list[PlacedBar] = []
    next_bars: dict[int, tuple[float, Ending]] = {}
    for bar in reversed(timeline.jobs):
        if bar.lane not in lanes or bar.begins_at > scale.ends_at:
            continue
        x, end = scale.clamped_x(bar.begins_at), scale.clamped_x(bar.ends_at)
        width = max(LEAST_WIDTH, end - x)
        next_x, next_ending = next_bars.get(bar.lane, (scale.right, None))
        is_covered = next_ending is bar.ending and next_x - x < 1 and width < LEAST_WIDTH + 1
        if not scale.shows(bar.begins_at, bar.ends_at) or (is_covered and bar.anchor != keep):
            continue
        room = min(next_x, scale.right) - x - width - 2 * GAP
        next_bars[bar.lane] = (x, bar.ending)
        is_inside = width - 2 * GAP >= room
        label_x = x + GAP if is_inside else x + width + GAP
        placed.append(PlacedBar(bar, x, width, label_x, width - 2 * GAP if is_inside else room))
    placed.reverse()
    return placed


def place_spans(timeline: Timeline, scale: TimeScale) -> list[PlacedSpan]:
    """What was live, as far as it is in view."""
    placed = []
    for span in timeline.spans:
        if scale.shows(span.begins_at, span.ends_at):
            x = scale.clamped_x(span.begins_at)
            placed.append(PlacedSpan(span, x, max(LEAST_WIDTH, scale.clamped_x(span.ends_at) - x)))
    return placed


def place_marks(
    timeline: Timeline, scale: TimeScale, distance: float, *, keep: Anchor | None = None
) -> list[PlacedMark]:
    """The marks in view, by time.

    Args:
        timeline: All marks.
        scale: The time in view.
        distance: Pixels between marks of results and keys at least; those between are left out. Switches are all
            there, unless several are at one pixel: then the last.
        keep: A mark that is there in any case.
    """
    placed: list[PlacedMark] = []
    next_x: dict[bool, float] = {}
    for mark in reversed(timeline.marks):
        if not scale.shows(mark.at, mark.at):
            continue
        x, is_switch = scale.x(mark.at), mark.kind is MarkKind.SWITCH
        room = next_x.get(is_switch, math.inf) - x
        if room >= (1 if is_switch else distance) or mark.anchor == keep:
            placed.append(PlacedMark(mark, x, room))
            next_x[is_switch] = x
    placed.reverse()
    return placed


def flag_width(placed: PlacedMark, sign: float) -> float:
    """How wide the flag of a switch can be; too narrow for its sign where switches are close to each other.

    Args:
        placed: The switch.
        sign: The width of a sign.
    """
    return max(LEAST_WIDTH, min(sign + 2 * GAP, placed.room - 2))


def shortened(text: str, width: float, measure: Callable[[str], float]) -> str:
    """`text` with its end left out if it is too long; empty if there is no room for a few letters."""
    if width <= 0 or not text:
        return ""
    if measure(text) <= width:
        return text
    if width < measure("mmm…"):
        return ""
    low, high = 0, min(len(text), 300)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle] + "…") <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"


_CHECK: Line = ((0.15, 0.55), (0.4, 0.8), (0.85, 0.25))
_CROSS: tuple[Line, ...] = (((0.2, 0.2), (0.8, 0.8)), ((0.8, 0.2), (0.2, 0.8)))
_QUESTION: tuple[Line, ...] = (
    ((0.25, 0.3), (0.32, 0.14), (0.5, 0.08), (0.7, 0.16), (0.73, 0.34), (0.5, 0.5), (0.5, 0.66)),
    ((0.5, 0.86), (0.5, 0.92)),
)
_DASH: Line = ((0.2, 0.5), (0.8, 0.5))
_DOWN: tuple[Line, ...] = (
    ((0.5, 0.08), (0.5, 0.66)),
    ((0.25, 0.42), (0.5, 0.68), (0.75, 0.42)),
    ((0.15, 0.92), (0.85, 0.92)),
)
_KEY: tuple[Line, ...] = (
    (
        (0.42, 0.5),
        (0.33, 0.3),
        (0.17, 0.3),
        (0.08, 0.5),
        (0.17, 0.7),
        (0.33, 0.7),
        (0.42, 0.5),
        (0.94, 0.5),
        (0.94, 0.74),
    ),
    ((0.72, 0.5), (0.72, 0.7)),
)

ENDING_SIGNS: dict[Ending, tuple[Line, ...]] = {
    Ending.GOING: (),
    Ending.FINISHED: (_CHECK,),
    Ending.FAILED: _CROSS,
    Ending.NEVER_ARRIVED: (_DASH,),
    Ending.UNKNOWN: _QUESTION,
}
OUTCOME_SIGNS: dict[SwitchOutcome | None, tuple[Line, ...]] = {
    SwitchOutcome.DONE: (_CHECK,),
    SwitchOutcome.REFUSED: _CROSS,
    SwitchOutcome.NOT_SENT: (_DASH,),
    SwitchOutcome.NOT_CONFIRMED: _QUESTION,
    None: _QUESTION,
}
"""Signs as lines in a square of 1 by 1, so that nothing is told by colour alone."""


def sign_of_bar(bar: JobBar) -> tuple[Line, ...]:
    """The sign of a bar; none for a job that is going."""
    return _QUESTION if bar.may_not_have_arrived and bar.ending is Ending.GOING else ENDING_SIGNS[bar.ending]


def sign_of(mark: Mark) -> tuple[Line, ...]:
    """The sign of a mark."""
    if mark.kind is MarkKind.SWITCH:
        return OUTCOME_SIGNS[mark.switch.outcome if mark.switch else None]
    return _DOWN if mark.kind is MarkKind.RESULTS else _KEY
