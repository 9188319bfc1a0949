"""How fast something is, on a computer that does other things too.

Whatever else runs only makes it slower, so the best of several tries is the truth. The first try that keeps the bound
ends the measuring: what is fast takes a test no time, and what is slow fails however often it is tried. A ratio could
be made small by a peer that was held up: both are taken at their best, and the bound has to be kept twice in a row.
"""

import time
from collections.abc import Callable

_MOST_TRIES = 20
_MOST_TURNS = 30


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """How long `work` takes once: of the processor's time, or by another clock."""
    began = clock()
    work()
    return clock() - began


def assert_at_best(limit: float, measure: Callable[[], float], tries: int = _MOST_TRIES) -> None:
    """What is measured is less than `limit`, at best of so many tries; both in seconds."""
    took: list[float] = []
    while len(took) < tries:
        took.append(measure())
        if took[-1] < limit:
            return
    raise AssertionError(f"{min(took):.3f} s at best of {len(took)} tries, {limit:.3f} s allowed")


def assert_within(
    limit: float,
    work: Callable[[], object],
    *,
    before: Callable[[], object] = lambda: None,
    clock: Callable[[], float] = time.process_time,
) -> None:
    """`work` takes less than `limit` seconds, at best.

    Args:
        limit: In seconds of the clock.
        work: What is measured; it is done several times where it must be.
        before: What makes `work` as much work again; not measured.
        clock: The processor's time, all threads; for what does not wait by itself, another.
    """

    def measure() -> float:
        before()
        return seconds(work, clock)

    assert_at_best(limit, measure)


def assert_within_times(times: float, work: Callable[[], object], peer: Callable[[], object]) -> None:
    """`work` takes less than so many times what `peer` takes, each at its best, measured turn by turn."""
    worked: list[float] = []
    peers: list[float] = []
    kept = 0
    while len(worked) < _MOST_TURNS:
        worked.append(seconds(work))
        peers.append(seconds(peer))
        kept = kept + 1 if min(worked) < times * min(peers) else 0
        if kept > 1:
            return
    raise AssertionError(
        f"{min(worked) / min(peers):.2f} times the peer's time at best of {len(worked)} turns, {times} allowed"
    )
