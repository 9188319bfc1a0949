"""A training and an evaluation file into one zip, beside Python's `zipfile`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .children import Child
from .data_files import MB, sha256_of, write_customers
from .machine import let_the_disk_rest
from .rows import Against, Limit, Row

_TRAINING_ROWS = 1_540_000
_EVALUATION_ROWS = 308_000


def measure(folder: Path, repeat: int) -> Iterator[Row]:
    """The rows of this measurement; `folder` is empty."""
    training, evaluation = folder / "training.csv", folder / "evaluation.csv"
    write_customers(training, _TRAINING_ROWS)
    write_customers(evaluation, _EVALUATION_ROWS)
    sizes = [path.stat().st_size for path in (training, evaluation)]
    given = {"files": [(str(path), sha256_of(path)) for path in (training, evaluation)], "folder": str(folder)}
    ours, peers = [], []
    for _ in range(repeat):
        ours.append(_by("zip_child.py", given))
        peers.append(_by("zipfile_child.py", given))
    name = f"zip {sizes[0] / MB:.0f} + {sizes[1] / MB:.0f} MB"
    speeds, peer_speeds = ([sum(sizes) / MB / one["seconds"] for one in runs] for runs in (ours, peers))
    yield Row(f"{name}, all hashed", "MB/s", speeds, peer_speeds, Limit(0.9, Against.PEER, is_least=True))
    yield Row(f"{name}, memory growth at its peak", "MB", [one["growth_mb"] for one in ours], (), Limit(16))
    made, peer_made = ([one["size"] / MB for one in runs] for runs in (ours, peers))
    yield Row(f"{name}, what it makes", "MB", made, peer_made)


def _by(script: str, given: Mapping[str, Any]) -> dict[str, Any]:
    with Child(script, given) as child:
        said = child.read(300)
    let_the_disk_rest()
    return said
