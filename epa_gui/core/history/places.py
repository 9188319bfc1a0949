"""Where in time events are drawn: when they were, unless the clock that wrote them was ahead of now."""

from collections.abc import Sequence

from epa_gui.core.history.event import HistoryEvent


class Places:
    """The times at which events are drawn.

    An event later than now is drawn with the next one that is not, for it was written before that; if none is, now.
    """

    def __init__(self, events: Sequence[HistoryEvent], now: float) -> None:
        """Read them.

        Args:
            events: Oldest first, in the order they were written, whatever their clocks said.
            now: Seconds since the epoch.
        """
        self._moved: dict[float, float] = {}
        latest = now
        for event in reversed(events):
            if event.at > now:
                self._moved[event.at] = latest
            else:
                latest = event.at

    def of(self, at: float) -> float:
        """Where an event of that time is drawn, seconds since the epoch (UTC); never later than now."""
        return self._moved.get(at, at)
