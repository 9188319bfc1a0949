"""Reads the life of one model out of the history, aside from the window: 50,000 entries take half a second."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from epa_gui.core.history.event import HistoryEvent
from epa_gui.core.history.timeline import Timeline, timeline_of
from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.one_shot_worker import OneShotWorker


@dataclass(frozen=True, slots=True)
class TimelineOrder:
    """One timeline to make.

    Attributes:
        model: The identity of the model it is about.
        events: The history, of this model and of others.
        now: Where it ends, seconds since the epoch (UTC).
    """

    model: str
    events: Sequence[HistoryEvent]
    now: float


class TimelineWorker(OneShotWorker[TimelineOrder, Timeline, Timeline | None]):
    """One timeline.

    It reports the `Timeline`, or `None` if it was given up.

    Attributes:
        model: The identity of the model it is about.
    """

    def __init__(self, model: str, events: Sequence[HistoryEvent], now: float) -> None:
        super().__init__(TimelineOrder(model, events, now))
        self.model = model

    def work(self) -> Timeline:
        """Read the history."""
        return timeline_of(self._told(), self._order.model, self._order.now)

    def report(self, result: Timeline | None, problem: Problem | None) -> Timeline | None:  # noqa: ARG002  none is known
        """The timeline as it was read."""
        return result

    def _told(self) -> Iterator[HistoryEvent]:
        """The events, made one by one in this thread, as long as somebody wants them."""
        for event in self._order.events:
            self.raise_if_stopped()
            yield event
