"""1 GiB from the disk cache over loopback, hashed on its way, beside curl, which does not look at it.

The second peer does what we do, one after the other: it hashes the file, then gives it to curl.
"""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .children import Child, ChildFailed
from .data_files import MB, sha256_of
from .downloading import SIZE, write_results
from .rows import Against, Limit, Row


def measure(folder: Path, repeat: int) -> Iterator[Row]:
    """The rows of this measurement; `folder` is empty."""
    source = folder / "training.csv"
    write_results(source)
    ours, peers, hashes = [], [], []
    with Child("sink_child.py") as sink:
        url = sink.read()["url"]
        given = {"url": url, "path": str(source), "sha256": sha256_of(source)}
        _by_curl(url, source, sink)  # once unmeasured
        for _ in range(repeat):
            ours.append(_by_worker(given, sink))
            peers.append(_by_curl(url, source, sink))
            began = time.monotonic()
            sha256_of(source)
            hashes.append(time.monotonic() - began)
    speeds = [SIZE / MB / one["seconds"] for one in ours]
    peer_speeds = [SIZE / MB / seconds for seconds in peers]
    yield Row("upload 1 GiB, hashed meanwhile", "MB/s", speeds, peer_speeds, Limit(0.9, Against.PEER, is_least=True))
    both = [SIZE / MB / (seconds + hashing) for seconds, hashing in zip(peers, hashes, strict=True)]
    yield Row("upload 1 GiB, beside hashing and then curl", "MB/s", speeds, both)
    yield Row("upload 1 GiB, memory growth at its peak", "MB", [one["growth_mb"] for one in ours], (), Limit(16))


def _by_worker(given: dict[str, Any], sink: Child) -> dict[str, Any]:
    with Child("upload_child.py", given) as child:
        said = child.read(300)
    if said["problem"]:
        raise ChildFailed(said["problem"])
    _see_that_it_came(sink)
    return said


def _by_curl(url: str, source: Path, sink: Child) -> float:
    """Seconds by curl's own clock, which leaves its start out as ours does."""
    command = ["curl", "-s", "-f", "-o", "/dev/null", "-T", str(source), "-w", "%{time_total}", f"{url}/storage/file"]
    seconds = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    _see_that_it_came(sink)
    return seconds


def _see_that_it_came(sink: Child) -> None:
    counted = sink.ask()
    if counted != {"puts": 1, "bytes": SIZE}:
        raise ChildFailed(f"not what was to be measured: {counted}")
