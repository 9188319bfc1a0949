"""A child process, the peer of a check: Python's `csv` alone, which counts fields and looks at none."""

import csv
import json
import sys
import time
from pathlib import Path


def count_fields(path: Path, encoding: str) -> dict[str, float]:
    """Seconds it takes, and what it counted."""
    began = time.monotonic()
    with path.open(encoding=encoding, newline="") as file:
        fields = sum(map(len, csv.reader(file)))
    return {"seconds": time.monotonic() - began, "fields": fields}


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    print(json.dumps(count_fields(Path(given["path"]), given["encoding"])), flush=True)
