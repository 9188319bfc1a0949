"""Processor time of a window that waits, with 100 jobs none of which is due, beside a bare window's."""

import time
from collections.abc import Iterator
from pathlib import Path

from . import machine
from .children import Child
from .rows import Limit, Row
from .stored_jobs import waiting_jobs, write_list

_JOBS = 100
_SETTLE_SECONDS = 5.0
_SECONDS = 20.0


def measure(folder: Path, repeat: int) -> Iterator[Row]:
    """The rows of this measurement; `folder` is empty."""
    ours, peers = [], []
    for number in range(repeat):
        data_dir = folder / str(number)
        write_list(data_dir, waiting_jobs(_JOBS))
        ours.append(_idle({"data_dir": str(data_dir), "jobs": _JOBS}))
        peers.append(_idle({}))
    yield Row("idle, 100 waiting jobs, share of a core", "%", ours, peers, Limit(1))


def _idle(given: dict[str, object]) -> float:
    with Child("window_child.py", given) as child:
        for _ in range(2 if given else 1):
            child.read()
        time.sleep(_SETTLE_SECONDS)
        before = machine.cpu_seconds_of(child.pid)
        began = time.monotonic()
        time.sleep(_SECONDS)
        return 100 * (machine.cpu_seconds_of(child.pid) - before) / (time.monotonic() - began)
