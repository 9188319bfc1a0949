"""The benchmark: every figure promised, each beside its peer in the same run. Linux, by hand, about half an hour.

python tests/benchmarks/run.py [--json FILE] [--only NAME ...] [--repeat 5]
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

if not __package__:  # run by its path: PEP 366
    sys.path[0] = str(Path(__file__).resolve().parents[2])
    __package__ = "tests.benchmarks"

from . import checking, downloading, idling, looking, machine, rounds, starting, uploading, zipping
from .rows import Row, table

_MEASUREMENTS: dict[str, Callable[[Path, int], Iterator[Row]]] = {
    "start": starting.measure,
    "download": downloading.measure,
    "round-16": rounds.measure_16,
    "round-4": rounds.measure_4,
    "idle": idling.measure,
    "check": checking.measure,
    "check-first": checking.measure_first,
    "look": looking.measure,
    "upload": uploading.measure,
    "zip": zipping.measure,
}


def main() -> int:
    """Measure, print the table; answers 0 when every limit is kept, else 1."""
    parser = argparse.ArgumentParser(description="Measures EPA Desktop beside its peers.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where all values go")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=_MEASUREMENTS,
        default=list(_MEASUREMENTS),
        metavar="NAME",
        help=f"of {', '.join(_MEASUREMENTS)}",
    )
    parser.add_argument("--repeat", type=int, default=5, help="runs of each, of which the median counts (default: 5)")
    parser.add_argument(
        "--folder", type=Path, help="where to put 3 GiB for a while (default: the system's temporary one)"
    )
    flags = parser.parse_args()
    facts = machine.facts()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="epa-benchmark-", dir=flags.folder) as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")  # not in the source tree
        for name in flags.only:
            print(f"{name} …", file=sys.stderr, flush=True)
            place = Path(folder) / name
            place.mkdir()
            rows += _MEASUREMENTS[name](place, flags.repeat)
            shutil.rmtree(place)
    print(table(rows))
    print(", ".join(f"{name} {value}" for name, value in facts.items()))
    if flags.json:
        report = {"facts": facts, "repeat": flags.repeat, "rows": [row.as_json() for row in rows]}
        flags.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0 if all(row.is_ok is not False for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
