"""A child process: the program makes one zip of two files; tells how long it took and what memory."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from epa_gui.core.dataset.check import Stamp
from epa_gui.core.dataset.upload_payload import Item, payload_of
from tests.benchmarks.own_memory import PeakMemory


def make_zip(given: dict[str, Any]) -> dict[str, Any]:
    """With all that belongs to it: both files are proven to be those that were checked, and the zip is hashed."""
    training, evaluation = (_item(Path(path), sha256) for path, sha256 in given["files"])
    told = []
    peak = PeakMemory()
    began = time.monotonic()
    payload = payload_of(training, evaluation, Path(given["folder"]), lambda done, total: told.append(done == total))
    seconds = time.monotonic() - began
    payload.discard()
    return {"seconds": seconds, "size": payload.size, "growth_mb": peak.growth() / 1e6}


def _item(path: Path, sha256: str) -> Item:
    about = path.stat()
    return Item(path, sha256, Stamp(about.st_size, about.st_mtime_ns))


if __name__ == "__main__":
    print(json.dumps(make_zip(json.loads(sys.argv[1]))), flush=True)
