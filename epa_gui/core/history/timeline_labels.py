"""What is written at the bars of a timeline: behind or in a bar; before it where behind it is no room for any of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from epa_gui.core.history.timeline_plan import GAP, PlacedBar, shortened, sign_of_bar


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """What is written at a bar. All are pixels.

    Attributes:
        sign_x: Where its sign begins; `None` if it has none, or no room for it.
        text_x: Where its name begins.
        text: Its name, as far as there is room; may be empty.
        width: How wide that is.
    """

    sign_x: float | None
    text_x: float
    text: str
    width: float

    @property
    def begins_at(self) -> float:
        """Where anything of it begins."""
        return self.text_x if self.sign_x is None else self.sign_x

    @property
    def ends_at(self) -> float:
        """Where its name ends."""
        return self.text_x + self.width


def place_labels(
    bars: Iterable[PlacedBar], left: float, sign: float, measure: Callable[[str], float]
) -> Iterator[tuple[PlacedBar, PlacedLabel]]:
    """Every bar with its sign and name; none runs into anything else that is drawn in its lane.

    A name stands before its bar only where it has no room else: the newest bars have nothing but the end of the drawing
    behind them. One that is merely shortened stays behind, as all others do: nobody takes it for that of another bar.

    Args:
        bars: From left to right.
        left: Where the lanes begin.
        sign: The width of a sign.
        measure: How wide a text is.
    """
    taken: dict[int, float] = {}
    for placed in bars:
        lane, title = placed.bar.lane, " ".join(placed.bar.title.split())
        needed = sign + GAP if sign_of_bar(placed.bar) else 0.0
        label = _label(title, placed.label_x, placed.label_width, needed, measure)
        if title and not label.text:
            room = placed.x - 2 * GAP - taken.get(lane, left - GAP)
            before = _label(title, 0.0, room, needed, measure)
            if before.text:
                label = _moved(before, placed.x - GAP - before.ends_at)
        taken[lane] = max(placed.x + placed.width, label.ends_at)
        yield placed, label


def _label(title: str, x: float, room: float, needed: float, measure: Callable[[str], float]) -> PlacedLabel:
    """The sign and the name from `x` on; `needed` is the room for the sign and the gap behind it."""
    if needed and room < needed - GAP:
        return PlacedLabel(None, x, "", 0.0)
    text = shortened(title, room - needed, measure)
    return PlacedLabel(x if needed else None, x + needed, text, measure(text) if text else 0.0)


def _moved(label: PlacedLabel, by: float) -> PlacedLabel:
    return PlacedLabel(None if label.sign_x is None else label.sign_x + by, label.text_x + by, label.text, label.width)
