"""Where in time acts are drawn: when they were, unless the clock that wrote them was ahead of now."""

from collections.abc import Sequence

from epa_gui.core.history.event import Act


class Places:
    """The times at which acts are drawn.

    An act later than now is drawn with the next one that is not, for it was written before that; if there is none, now.
    """

    def __init__(self, acts: Sequence[Act], now: float) -> None:
        """Read them.

        Args:
            acts: Oldest first, in the order they were written, whatever their clocks said.
            now: Seconds since the epoch.
        """
        self._moved: dict[float, float] = {}
        latest = now
        for act in reversed(acts):
            if act.at > now:
                self._moved[act.at] = latest
            else:
                latest = act.at

    def of(self, at: float) -> float:
        """Where an act of that time is drawn, seconds since the epoch (UTC); never later than now."""
        return self._moved.get(at, at)
