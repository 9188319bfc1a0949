"""Reads the life of one model out of the history, aside from the window: 50,000 entries take half a second."""

import threading
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal

from epa_gui.core.history.event import Act
from epa_gui.core.history.timeline import Timeline, timeline_of
from epa_gui.ui.base.threads import Worker


class _Stopped(Exception):  # noqa: N818  the words of the house
    """Somebody does not want it any more."""


class TimelineWorker(Worker):
    """One timeline.

    Signals:
        reported: The `Timeline`; `None` if it was given up.

    Attributes:
        model: The identity of the model it is about.
    """

    reported = Signal(object)

    def __init__(self, model: str, acts: Sequence[Act], now: float) -> None:
        super().__init__()
        self.model = model
        self._acts = acts
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
        except _Stopped:
            pass
        finally:
            self.reported.emit(timeline)

    def _told(self) -> Iterator[Act]:
        """The acts, made one by one in this thread, as long as somebody wants them."""
        for act in self._acts:
            if self._stopped.is_set():
                raise _Stopped
            yield act
