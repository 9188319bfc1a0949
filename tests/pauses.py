"""How long a window does not answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Pauses(QObject):
    """Notes the longest time in which the main thread looked at nothing that came in.

    Args:
        clock: The processor's time of the thread leaves out what other programs take; the real one leaves out nothing.

    Attributes:
        longest: Seconds of the clock.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._tick)
        self._last = clock()
        self.longest = 0.0
        self._timer.start()

    @Slot()
    def _tick(self) -> None:
        now = self._clock()
        self.longest = max(self.longest, now - self._last)
        self._last = now
