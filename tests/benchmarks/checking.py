"""A million rows checked, beside Python's `csv` that only counts fields; the memory it takes; the form meanwhile."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from .children import Child, ChildFailed
from .data_files import (
    COLUMNS_OF,
    MB,
    sha256_of,
    write_columns,
    write_customers,
    write_line_breaks,
    write_one_line,
    write_shift_jis,
    write_wide,
)
from .rows import Against, Limit, Row

_ROWS = 1_000_000
_COLUMNS = 20
_MOST_MEMORY = 64
_ROWS_OF_ONE_KIND = 500_000
_MOST_TIMES = 2.5
"""The longest that a check may take beside a bare reading, whatever is in the file."""

_OTHER_FILES: dict[str, tuple[int, Callable[..., None]]] = {
    "× 20, ordinary": (_COLUMNS, write_customers),
    "× 5, each with a line break": (5, write_line_breaks),
    "× 5, few with a line break": (5, partial(write_line_breaks, every=50)),
    "× 4, Shift_JIS": (4, write_shift_jis),
}
"""Their columns, and what writes them."""


def measure(folder: Path, repeat: int) -> Iterator[Row]:
    """How long a check takes, and its memory; `folder` is empty."""
    path = _million(folder)
    ours, peers = [], []
    for _ in range(repeat):
        ours.append(_check(path, rows=_ROWS, is_whole=True))
        peers.append(_count(path, fields=(_ROWS + 1) * _COLUMNS))
    name = f"check 1,000,000 × {_COLUMNS} ({path.stat().st_size / MB:.0f} MB)"
    yield Row(name, "s", _all(ours, "seconds"), _all(peers, "seconds"), Limit(2, Against.PEER))
    growth = "memory growth at its peak"
    yield Row(f"{name}, {growth}", "MB", _all(ours, "growth_mb"), (), Limit(_MOST_MEMORY))
    path.unlink()
    wide = folder / "wide.csv"
    write_wide(wide)
    runs, peers = [], []
    for _ in range(repeat):
        runs.append(_check(wide, rows=5_000, is_whole=True))
        peers.append(_count(wide, fields=5_001 * 999))
    yield Row("check 5,000 × 999", "s", _all(runs, "seconds"), _all(peers, "seconds"), Limit(_MOST_TIMES, Against.PEER))
    yield Row(f"check 5,000 × 999, {growth}", "MB", _all(runs, "growth_mb"), (), Limit(_MOST_MEMORY))
    wide.unlink()
    kinds = {f"× 6, {what}": (6, partial(write_columns, what=what)) for what in COLUMNS_OF} | _OTHER_FILES
    for what, (columns, write) in kinds.items():
        yield _one_kind(folder / "kind.csv", what, columns, write, repeat)
    line = folder / "line.csv"
    write_one_line(line)
    runs = [_check(line, rows=0, is_whole=False) for _ in range(repeat)]
    yield Row(f"check one line of 100 MB, {growth}", "MB", _all(runs, "growth_mb"), (), Limit(_MOST_MEMORY))


def _one_kind(path: Path, what: str, columns: int, write: Callable[..., None], repeat: int) -> Row:
    """How long the check of a file takes that `write` makes."""
    write(path, rows=_ROWS_OF_ONE_KIND)
    encoding = "cp932" if write is write_shift_jis else "utf-8-sig"
    ours, peers = [], []
    for _ in range(repeat):
        ours.append(_check(path, rows=_ROWS_OF_ONE_KIND, is_whole=True))
        peers.append(_count(path, fields=(_ROWS_OF_ONE_KIND + 1) * columns, encoding=encoding))
    path.unlink()
    name = f"check {_ROWS_OF_ONE_KIND:,} {what}"
    return Row(name, "s", _all(ours, "seconds"), _all(peers, "seconds"), Limit(_MOST_TIMES, Against.PEER))


def measure_first(folder: Path, repeat: int) -> Iterator[Row]:
    """How soon the form shows something, and how it lives while the rest is read; `folder` is empty."""
    path = _million(folder)
    ours, peers = [], []
    for number in range(repeat):
        ours.append(_form(folder / f"{number}", path))
        peers.append(_form(folder / f"{number}-idle", None))
    yield Row("check: files given to first findings and preview painted", "ms", _all(ours, "first_ms"), (), Limit(300))
    yield Row("check: files given to first findings and preview set", "ms", _all(ours, "set_ms"))
    busy = "form while a million rows are read: main thread busy at a stretch"
    columns = {
        f"{busy}, most": ("busy_most_ms", Limit(50, Against.WORST)),
        f"{busy}, 99th percentile": ("busy_99_ms", None),
        f"{busy}, 99th percentile with those below 1 ms": ("busy_99_of_all_ms", None),
        "form meanwhile: main thread busy without a pause, most": ("bout_most_ms", None),
        "form meanwhile: 2 ms tick late, 99th percentile": ("late_99_ms", None),
        "form meanwhile: 2 ms tick late, most": ("late_most_ms", None),
    }
    for name, (key, limit) in columns.items():
        yield Row(name, "ms", _all(ours, key), _all(peers, key), limit)
    share = "form meanwhile: main thread's share of a core"
    yield Row(share, "%", _all(ours, "busy_share_percent"), _all(peers, "busy_share_percent"))
    yield Row("form meanwhile: whole check", "s", _all(ours, "whole_seconds"))


def _million(folder: Path) -> Path:
    path = folder / "customers.csv"
    write_customers(path, _ROWS)
    sha256_of(path)
    return path


def _check(path: Path, *, rows: int, is_whole: bool) -> dict[str, Any]:
    sha256_of(path)
    with Child("check_child.py", {"path": str(path)}) as child:
        said = child.read(300)
    if said["rows"] != rows or said["is_whole"] is not is_whole:
        raise ChildFailed(f"not what was to be measured: {said}")
    return said


def _count(path: Path, *, fields: int, encoding: str = "utf-8-sig") -> dict[str, Any]:
    sha256_of(path)
    with Child("counting_child.py", {"path": str(path), "encoding": encoding}) as child:
        said = child.read(300)
    if said["fields"] != fields:
        raise ChildFailed(f"not what was to be measured: {said}")
    return said


def _form(folder: Path, path: Path | None) -> dict[str, Any]:
    """What a form told that was given this file, or none."""
    with Child("form_child.py", {"folder": str(folder), "path": str(path or "")}) as child:
        painted = child.read(60) if path else {}
        said = painted | child.read(300)
    shutil.rmtree(folder)
    if path is None:
        return said
    if "painted" not in said or said.get("rows") != _ROWS:
        raise ChildFailed(f"not what was to be measured: {said}")
    return said | {"first_ms": 1000 * (said["at"] - said["given_at"])}


def _all(runs: list[dict[str, Any]], name: str) -> list[float]:
    return [float(run[name]) for run in runs]
