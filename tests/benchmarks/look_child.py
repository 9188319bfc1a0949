"""A child process: results read by the program's own worker, and their rows shown; or a peer that only parts fields."""

import csv
import hashlib
import io
import json
import random
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from epa_gui.core.results.archive import Archive
from epa_gui.core.results.pictures.words import Words
from epa_gui.core.results.row_table import RowTable
from epa_gui.ui.results.look_worker import Look, LookOrder, LookWorker
from epa_gui.ui.results.looked_at import Subject
from tests.benchmarks.own_memory import PeakMemory

_PAGE = 60
_PAGES = 300


def look(path: Path, *, has_pictures: bool) -> dict[str, Any]:
    """The file's hash, all that is in it, the verdict, and what the pictures show."""
    told: list[Look] = []
    peak, began = PeakMemory(), time.monotonic()
    worker = LookWorker(LookOrder(1, Subject(path, path.name), Words() if has_pictures else None))
    worker.reported.connect(told.append)
    worker.run()
    seconds, growth = time.monotonic() - began, peak.growth() / 1e6
    (said,) = told
    if said.results is None or said.results.content.rows is None:
        raise SystemExit(f"not read: {said.problem}")
    rows, answer = said.results.content.rows.count, said.results.verdict.answer
    return {"seconds": seconds, "growth_mb": growth, "rows": rows, "answer": answer}


def show(path: Path) -> dict[str, Any]:
    """The largest table's first page, and pages anywhere."""
    chance, waits = random.Random(1), []
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, Archive(path) as archive:
        entry = max(archive.entries, key=lambda entry: entry.size)
        with archive.open(entry) as source:
            table = RowTable(source, Path(folder))
            first = 0.0
            for _ in table.index():
                if not first and table.rows(0, _PAGE):
                    first = time.monotonic() - began
            table.end_here()
            whole = time.monotonic() - began
        for _ in range(_PAGES):
            page_began = time.monotonic()
            table.rows(chance.randrange(table.row_count - _PAGE), _PAGE)
            waits.append((time.monotonic() - page_began) * 1000)
        table.close()
    return {"first_ms": first * 1000, "whole_seconds": whole, "page_ms": max(waits)}


def peer(path: Path) -> dict[str, Any]:
    """The same bytes hashed, unpacked and parted by the standard library, which learns nothing from them."""
    began = time.monotonic()
    with path.open("rb") as file:
        hashlib.file_digest(file, "sha256")
    with zipfile.ZipFile(path) as archive:
        name = max(archive.infolist(), key=lambda entry: entry.file_size)
        with archive.open(name) as file:
            rows = sum(1 for _ in csv.reader(io.TextIOWrapper(file, "utf-8-sig", newline="")))
    return {"seconds": time.monotonic() - began, "rows": rows - 1}


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    results = Path(given["path"])
    app = QCoreApplication([])
    doing = {
        "look": lambda: look(results, has_pictures=True),
        "verdict": lambda: look(results, has_pictures=False),
        "show": lambda: show(results),
        "peer": lambda: peer(results),
    }
    print(json.dumps(doing[given["what"]]()), flush=True)
