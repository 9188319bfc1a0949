"""1 GiB over loopback to the disk, beside curl."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import requests

from .children import Child, ChildFailed
from .machine import MIB, let_the_disk_rest
from .rows import Against, Limit, Row

SIZE = 1024 * MIB


def measure(folder: Path, repeat: int) -> Iterator[Row]:
    """The rows of this measurement; `folder` is empty."""
    source = folder / "results.bin"
    write_results(source)
    ours, peers = [], []
    with Child("practice_child.py") as practice:
        service = practice.read()
        job = offer(practice, source)
        given = service | {"job": job, "path": str(folder / "ours.bin")}
        _by_curl(service, job, folder)  # once unmeasured: the source comes into the disk cache
        for _ in range(repeat):
            ours.append(_by_worker(given))
            peers.append(_by_curl(service, job, folder))
    speeds = [SIZE / MIB / one["bytes_seconds"] for one in ours]
    peer_speeds = [SIZE / MIB / seconds for seconds in peers]
    yield Row("download 1 GiB, bytes written", "MiB/s", speeds, peer_speeds, Limit(0.9, Against.PEER, is_least=True))
    whole = [SIZE / MIB / one["whole_seconds"] for one in ours]
    yield Row("download 1 GiB, with fsync, check and rename", "MiB/s", whole, peer_speeds)
    reported = [SIZE / MIB / one["reported_seconds"] for one in ours]
    yield Row("download 1 GiB, with its SHA-256 as well", "MiB/s", reported, peer_speeds)
    yield Row("download 1 GiB, memory growth at its peak", "MiB", [one["growth_mib"] for one in ours], (), Limit(16))


def write_results(path: Path) -> None:
    """1 GiB that is no zip and does not compress."""
    block = os.urandom(MIB)
    with path.open("wb") as file:
        for _ in range(SIZE // MIB):
            file.write(block)


def offer(practice: Child, source: Path) -> str:
    """A finished job whose results are this file; its ID."""
    job: str = practice.ask(do="start_job")["answer"]
    practice.ask(do="set_results", job=job, path=str(source))
    practice.ask(do="finish", job=job)
    return job


def _by_worker(given: dict[str, Any]) -> dict[str, float]:
    _clear(Path(given["path"]))
    with Child("download_child.py", given) as child:
        said = child.read(300)
    if said["problem"]:
        raise ChildFailed(said["problem"])
    _clear(Path(given["path"]))
    return said


def _by_curl(service: dict[str, Any], job: str, folder: Path) -> float:
    """Seconds by curl's own clock, which leaves its start out as ours does."""
    status = f"{service['url']}/v1/external/retrain_jobs/{job}"
    link = requests.get(status, headers={"x-api-key": service["api_key"]}, timeout=30).json()["download_url"]
    target = folder / "curl.bin"
    _clear(target)
    command = ["curl", "-s", "-o", str(target), "-w", "%{time_total}", link]
    seconds = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if target.stat().st_size != SIZE:
        raise ChildFailed("curl did not fetch the whole file")
    _clear(target)
    return seconds


def _clear(path: Path) -> None:
    """Delete it and let the disk come to rest, so that nobody pays for another's writing."""
    path.unlink(missing_ok=True)
    let_the_disk_rest()
