"""How long the main thread is busy at a stretch, and how late it is for what is due.

Qt's own signals of waking and sleeping do not tell on Linux: its GLib event loop sends `aboutToBlock`, works, and only
then `awake`. So the place where GLib waits is replaced by one that looks at the clock on its way in and out.

A stretch lasts from one look at what has come in to the next: who presses a key in between waits that long. Several of
them without a pause, because there was always more to do, make up a bout; its length is told too.

What a stretch leaves out, the time a woken main thread waits for Python's lock before it may do anything, is in the
lateness of a tick, which also holds what the system itself is late.
"""

import ctypes
import math
import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot

_TICK_MS = 2
_SHORTEST = 0.001
"""Stretches below a millisecond, the tick's own among them, are left out of percentiles: they would flatter them."""

_Poll = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_uint, ctypes.c_int)


class MainThreadProbe(QObject):
    """Built in the main thread; measures between `begin` and `end`."""

    def __init__(self) -> None:
        super().__init__()
        self._is_on = False
        self._looked_at = 0.0
        self._woken_at = 0.0
        self._tick_due_at = 0.0
        self._began = 0.0
        self.stretches: list[float] = []
        self.bouts: list[float] = []
        self.late: list[float] = []
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._glib = ctypes.CDLL("libglib-2.0.so.0")
        self._glib.g_main_context_get_poll_func.restype = ctypes.c_void_p
        self._glib.g_main_context_get_poll_func.argtypes = [ctypes.c_void_p]
        self._glib.g_main_context_set_poll_func.argtypes = [ctypes.c_void_p, _Poll]
        self._system_poll = _Poll(self._glib.g_main_context_get_poll_func(None))
        self._poll = _Poll(self._watched_poll)
        self._glib.g_main_context_set_poll_func(None, self._poll)

    def _watched_poll(self, sources: Any, count: int, timeout: int) -> int:
        now = time.monotonic()
        if self._is_on:
            self.stretches.append(now - self._looked_at)
            if timeout:
                self.bouts.append(now - self._woken_at)
        ready: int = self._system_poll(sources, count, timeout)
        self._looked_at = time.monotonic()
        if timeout:
            self._woken_at = self._looked_at
        return ready

    def begin(self) -> None:
        """Measure from now on."""
        self.stretches.clear()
        self.bouts.clear()
        self.late.clear()
        self._began = self._looked_at = self._woken_at = time.monotonic()
        self._is_on = True
        self._timer.start()
        self._tick_due_at = self._began + _TICK_MS / 1000

    @Slot()
    def _on_tick(self) -> None:
        now = time.monotonic()
        self.late.append(now - self._tick_due_at)
        self._tick_due_at = now + _TICK_MS / 1000

    def end(self) -> dict[str, float]:
        """What came of it, milliseconds."""
        now = time.monotonic()
        self._is_on = False
        self._timer.stop()
        self.stretches.append(now - self._looked_at)
        self.bouts.append(now - self._woken_at)
        seconds = now - self._began
        long = [stretch for stretch in self.stretches if stretch >= _SHORTEST]
        return {
            "busy_99_ms": 1000 * percentile(long, 0.99),
            "busy_99_of_all_ms": 1000 * percentile(self.stretches, 0.99),
            "busy_most_ms": 1000 * max(self.stretches),
            "busy_share_percent": 100 * sum(self.stretches) / seconds,
            "stretches": len(self.stretches),
            "stretches_over_1_ms": len(long),
            "stretches_over_16_ms": sum(stretch > 0.016 for stretch in long),
            "stretches_over_50_ms": sum(stretch > 0.050 for stretch in long),
            "bout_99_ms": 1000 * percentile([bout for bout in self.bouts if bout >= _SHORTEST], 0.99),
            "bout_most_ms": 1000 * max(self.bouts),
            "late_99_ms": 1000 * percentile(self.late, 0.99),
            "late_most_ms": 1000 * max(self.late, default=0.0),
            "ticks": len(self.late),
        }


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that this share of all does not exceed; 0 of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)] if ordered else 0.0
