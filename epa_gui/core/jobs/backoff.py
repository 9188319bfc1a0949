"""How long to wait before what failed is tried again. Pure: whoever uses it does the waiting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """The waits after failures in a row.

    Attributes:
        waits: Seconds after the first, the second, … failure.
        longest_retry_after: Seconds; a server that asks for a longer wait is asked again after this one.
        is_endless: Whether the last wait is repeated for ever; else it is given up after the last.
    """

    waits: tuple[float, ...]
    longest_retry_after: float
    is_endless: bool = False

    @classmethod
    def doubling(cls, first: float, longest: float, longest_retry_after: float) -> "Backoff":
        """Endless waits, from `first` on each twice as long as the one before, up to `longest`; all in seconds."""
        waits = [min(first, longest)]
        while 0 < waits[-1] < longest:
            waits.append(min(2 * waits[-1], longest))
        return cls(tuple(waits), longest_retry_after, is_endless=True)

    def wait(self, failures: int, retry_after: float | None = None) -> float | None:
        """Seconds to wait before the next attempt; `None` to give up.

        Args:
            failures: How often in a row it failed, once at least.
            retry_after: Seconds the server asked to wait, if it did; it never shortens a wait.
        """
        if not self.waits or (failures > len(self.waits) and not self.is_endless):
            return None
        wait = self.waits[max(1, min(failures, len(self.waits))) - 1]
        return max(wait, min(retry_after or 0.0, self.longest_retry_after))


class FailureCounter:
    """The failures in a row of one transfer; they are counted anew whenever it gets farther than ever.

    Args:
        backoff: The waits.
        there: Bytes that are there already.
    """

    def __init__(self, backoff: Backoff, there: int = 0) -> None:
        self._backoff = backoff
        self._farthest = there
        self._in_row = 0
        self._useless = 0

    def note(self, there: int, *, is_useless: bool = False) -> None:
        """An attempt ended with so many bytes there; all of a useless one came, which is no progress."""
        if there > self._farthest:
            self._in_row, self._farthest = 0, there
        self._useless += is_useless
        self._in_row = max(self._in_row, self._useless - 1)

    def wait(self, retry_after: float | None = None) -> float | None:
        """Count one more failure: seconds to wait before the next attempt, or `None` to give up."""
        self._in_row += 1
        return self._backoff.wait(self._in_row, retry_after)
