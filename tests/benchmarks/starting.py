"""Start, empty and with 1,000 stored jobs, beside a bare window, and what each holds in memory two seconds later."""

import time
from collections.abc import Iterator
from pathlib import Path

from . import machine
from .children import Child
from .rows import Against, Limit, Row
from .stored_jobs import finished_jobs, write_list

_JOBS = 1000
_SETTLE_SECONDS = 2.0


def measure(folder: Path, repeat: int) -> Iterator[Row]:
    """The rows of this measurement; `folder` is empty."""
    data_dir = folder / "data"
    write_list(data_dir, finished_jobs(_JOBS))
    given = {"data_dir": str(data_dir), "jobs": _JOBS}
    empty = {"data_dir": str(folder / "empty"), "jobs": 0}
    _start({}), _start(given), _start(empty)  # once unmeasured: bytecode and disk cache
    runs = [(_start(given), _start(empty), _start({})) for _ in range(repeat)]
    ours, empties, peers = [run[0] for run in runs], [run[1] for run in runs], [run[2] for run in runs]
    yield Row(
        "start to first painted window, empty",
        "s",
        [one["window"] for one in empties],
        [one["window"] for one in peers],
        Limit(1.5, Against.PEER),
    )
    yield Row(
        "start to first painted window, 1,000 jobs",
        "s",
        [one["window"] for one in ours],
        [one["window"] for one in peers],
        Limit(1.5, Against.PEER),
    )
    yield Row(
        "processor time until then, 1,000 jobs",
        "s",
        [one["window processor"] for one in ours],
        [one["window processor"] for one in peers],
        Limit(1.5, Against.PEER),
    )
    yield Row("start to 1,000 rows shown", "s", [one["rows"] for one in ours], [one["window"] for one in peers])
    resident, peer_resident = [one["resident"] for one in ours], [one["resident"] for one in peers]
    yield Row("memory after start, resident", "MB", resident, peer_resident, Limit(90))
    yield Row("memory after start, empty", "MB", [one["resident"] for one in empties], peer_resident)
    yield Row("memory after start, private", "MB", [one["private"] for one in ours], [one["private"] for one in peers])


def _start(given: dict[str, object]) -> dict[str, float]:
    """Seconds from spawning to each painting, and of the processor until then, whoever else uses it; then megabytes."""
    with Child("window_child.py", given) as child:
        seen = {}
        for _ in range(2 if given.get("jobs") else 1):
            said = child.read()
            seen[said["painted"]] = said["at"] - child.began
            seen[f"{said['painted']} processor"] = said["processor"]
        time.sleep(_SETTLE_SECONDS)
        seen["resident"], seen["private"] = machine.memory_of(child.pid)
        return seen
