"""Reads the life of one model out of the history, aside from the window: 50,000 entries take half a second."""

import threading
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal

from epa_gui.core.history.event import HistoryEvent
from epa_gui.core.history.timeline import Timeline, timeline_of
from epa_gui.ui.base.threads import Worker


class _StoppedError(Exception):
    """Somebody does not want it any more."""


class TimelineWorker(Worker):
    """One timeline.

    Signals:
        reported: The `Timeline`; `None` if it was given up.

    Attributes:
        model: The identity of the model it is about.
    """

    reported = Signal(object)

    def __init__(self, model: str, events: Sequence[HistoryEvent], now: float) -> None:
        super().__init__()
        self.model = model
        self._events = events
        self._now = now
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Give up soon."""
        self._stopped.set()

    def run(self) -> None:
        """Read, and tell what came of it."""
        timeline: Timeline | None = None
        try:
            timeline = timeline_of(self._told(), self.model, self._now)
        except _StoppedError:
            pass
        finally:
            self.reported.emit(timeline)

    def _told(self) -> Iterator[HistoryEvent]:
        """The acts, made one by one in this thread, as long as somebody wants them."""
        for event in self._events:
            if self._stopped.is_set():
                raise _StoppedError
            yield event
