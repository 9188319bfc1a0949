"""Measures how fast bytes go by, and tells when it is time to show it again."""

import time

_REPORT_SECONDS = 0.1
_SPEED_SECONDS = 3.0


class Meter:
    """Speed over the last seconds."""

    def __init__(self) -> None:
        self._marks: list[tuple[float, int]] = []

    def begin(self, done: int) -> None:
        """Count from here on."""
        self._marks = [(time.monotonic(), done)]

    def speed_at(self, done: int, *, is_last: bool = False) -> float | None:
        """Bytes per second, or `None` when it was shown a moment ago."""
        now = time.monotonic()
        if now - self._marks[-1][0] < _REPORT_SECONDS and not is_last:
            return None
        self._marks = [mark for mark in self._marks if now - mark[0] <= _SPEED_SECONDS] or self._marks[-1:]
        then, done_then = self._marks[0]
        self._marks.append((now, done))
        return (done - done_then) / max(now - then, 0.001)
