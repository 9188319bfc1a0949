"""Lets the main thread go first.

Python runs one thread at a time. A worker that computes without pause makes the main thread wait each time Qt calls
into Python, some milliseconds each, hundreds of times for one painting of a table: the window would stand still for a
second (measured). So a worker that computes asks between its pieces whether it may go on.
"""

import threading

_LONGEST_WAIT = 0.5
"""Seconds; if nobody lets go, the work goes on all the same."""


class MainThreadPriority:
    """Held by whoever needs the interpreter for a moment; `hold` and `let_go` come in pairs, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holders = 0
        self._is_free = threading.Event()
        self._is_free.set()

    def hold(self) -> None:
        """Have the worker wait at the end of its piece."""
        with self._lock:
            self._holders += 1
            self._is_free.clear()

    def let_go(self) -> None:
        """It may go on, if nobody else holds it."""
        with self._lock:
            self._holders = max(0, self._holders - 1)
            if not self._holders:
                self._is_free.set()

    def wait(self) -> None:
        """For the worker: wait while it is held, but not for ever."""
        if not self._is_free.wait(_LONGEST_WAIT):
            with self._lock:
                self._holders = 0
                self._is_free.set()
