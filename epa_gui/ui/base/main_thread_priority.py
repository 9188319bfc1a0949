"""Lets the main thread go first.

Python runs one thread at a time. A worker that computes without pause makes the main thread wait each time Qt calls
into Python, some milliseconds each, hundreds of times for one painting of a table: the window would stand still for a
second (measured). So a worker that computes asks between its pieces whether it may go on.
"""

import contextlib
import sys
import threading
from collections.abc import Iterator

_LONGEST_WAIT = 0.5
"""Seconds; if nobody lets go, the work goes on all the same."""

_SWITCH_SECONDS = 0.001
"""How long the main thread waits for the interpreter while a worker computes, instead of Python's five milliseconds."""


class _SwitchInterval:
    """Python's switch interval, of which there is one for all threads: short while anybody wants it so."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._users = 0
        self._before = 0.0

    def shorten(self) -> None:
        """One more wants it short."""
        with self._lock:
            if not self._users:
                self._before = sys.getswitchinterval()
                sys.setswitchinterval(min(self._before, _SWITCH_SECONDS))
            self._users += 1

    def restore(self) -> None:
        """One fewer does; with the last of them it becomes again what it was before the first."""
        with self._lock:
            self._users -= 1
            if not self._users:
                sys.setswitchinterval(self._before)


_interval = _SwitchInterval()


@contextlib.contextmanager
def short_switch_interval() -> Iterator[None]:
    """For a worker that computes: meanwhile the main thread gets the interpreter sooner. From any thread."""
    _interval.shorten()
    try:
        yield
    finally:
        _interval.restore()


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
