"""A full round over 1,000 jobs at 100 ms a check, a download running, the main thread watched; beside plain threads."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .children import Child, ChildFailed
from .downloading import offer, write_results
from .rows import Against, Limit, Row

_JOBS = 1000


def measure_16(folder: Path, repeat: int) -> Iterator[Row]:
    """With 16 requests allowed."""
    return _measure(folder, repeat, 16, 10)


def measure_4(folder: Path, repeat: int) -> Iterator[Row]:
    """With the default, 4."""
    return _measure(folder, repeat, 4, 30)


def _measure(folder: Path, repeat: int, requests_at_once: int, most_seconds: float) -> Iterator[Row]:
    source = folder / "source.bin"
    write_results(source)
    ours, peers = [], []
    with Child("practice_child.py") as practice, Child("status_child.py") as status:
        given = practice.read() | {
            "job": offer(practice, source),
            "jobs": _JOBS,
            "requests_at_once": requests_at_once,
            "status_url": status.read()["url"],
        }
        for number in range(repeat):
            ours.append(_round(given | {"folder": str(folder / str(number))}, status))
            shutil.rmtree(folder / str(number))
            peers.append(_asking(given, status))
    name = f"1,000 checks, {requests_at_once} at once"
    yield Row(name, "s", _all(ours, "seconds"), _all(peers, "seconds"), Limit(most_seconds))
    busy = f"{name}: main thread busy at a stretch"
    yield Row(f"{busy}, 99th percentile", "ms", _all(ours, "busy_99_ms"), (), Limit(16))
    yield Row(f"{busy}, 99th percentile with those below 1 ms", "ms", _all(ours, "busy_99_of_all_ms"))
    yield Row(f"{busy}, most", "ms", _all(ours, "busy_most_ms"), (), Limit(50, Against.WORST))
    yield Row(f"{name}: main thread's share of a core", "%", _all(ours, "busy_share_percent"))
    yield Row(f"{name}: main thread busy without a pause, most", "ms", _all(ours, "bout_most_ms"))
    late = f"{name}: 2 ms tick late"
    yield Row(f"{late}, 99th percentile", "ms", _all(ours, "late_99_ms"))
    yield Row(f"{late}, most", "ms", _all(ours, "late_most_ms"))
    yield Row(f"{name}: downloaded meanwhile", "MiB", _all(ours, "downloaded_mib"))


def _round(given: dict[str, Any], status: Child) -> dict[str, Any]:
    status.ask()
    with Child("round_child.py", given) as child:
        said = child.read(180)
    counted = status.ask()
    if said["troubled"] or counted["most_at_once"] > given["requests_at_once"]:
        raise ChildFailed(f"not what was to be measured: {said}, {counted}")
    return said | counted


def _asking(given: dict[str, Any], status: Child) -> dict[str, Any]:
    status.ask()
    with Child("asking_child.py", given) as child:
        said = child.read(180)
    return said | status.ask()


def _all(runs: list[dict[str, Any]], name: str) -> list[float]:
    return [float(run[name]) for run in runs]
