"""Collects Python's garbage in the main thread only.

Python runs its collector in whichever thread happens to allocate. When that is a worker and the garbage holds widgets,
Qt destroys them outside the main thread, and the process crashes (measured: a segmentation fault within seconds of
opening and closing forms while jobs are checked).
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 1000


class GarbageCollector(QObject):
    """Takes over from Python's automatic collection, by the same thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due; what the start made is looked at once and then left alone."""
        if not gc.get_freeze_count():
            gc.collect()
            gc.freeze()
            return
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > (limits[generation] or 10):
                gc.collect(generation)
                return
