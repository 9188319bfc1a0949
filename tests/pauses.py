"""How long a window does not answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Pauses(QObject):
    """Notes the longest time in which the main thread looked at nothing that came in.

    Args:
        clock: The processor's time of the thread leaves out what other programs take; the real one leaves out nothing.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._tick)
        self._last = clock()
        self._longest = 0.0
        self._timer.start()

    @property
    def longest(self) -> float:
        """In seconds of the clock; so far, also if it still goes on."""
        return max(self._longest, self._clock() - self._last)

    @Slot()
    def _tick(self) -> None:
        now = self._clock()
        self._longest = max(self._longest, now - self._last)
        self._last = now
