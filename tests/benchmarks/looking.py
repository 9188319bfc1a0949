"""Results of a million rows: from the click to the verdict and the pictures' figures, and pages of the rows."""

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .children import Child
from .data_files import MB
from .rows import Against, Limit, Row

_ROWS = 1_000_000
_MOST_SECONDS = 3
_MOST_OF_AN_ORDINARY_ONE = 0.5
_KINDS = ("plain", "quoted", "Japanese", "of numbers")


def measure(folder: Path, repeat: int) -> Iterator[Row]:
    """How long a look takes, beside the standard library that only parts the fields; `folder` is empty."""
    small = folder / "small.zip"
    _write_results(small, "plain", 1_000)
    yield Row("results of 1,000 rows: verdict and figures", "s", _all(small, "look", repeat, "seconds"), (),
              Limit(_MOST_OF_AN_ORDINARY_ONE))  # fmt: skip
    for kind in _KINDS:
        path = folder / "results.zip"
        size = _write_results(path, kind, _ROWS)
        name = f"results of 1,000,000 rows, {kind} ({size / MB:.0f} MB unpacked)"
        runs = [_run(path, "look") for _ in range(repeat)]
        peers = _all(path, "peer", repeat, "seconds")
        yield Row(f"{name}: verdict and figures", "s", _of(runs, "seconds"), peers, Limit(_MOST_SECONDS))
        yield Row(f"{name}, memory growth at its peak", "MB", _of(runs, "growth_mb"), (), Limit(220))
        alone = _all(path, "verdict", repeat, "growth_mb")
        yield Row(f"{name}, the same without pictures", "MB", alone, (), Limit(100))
        shown = [_run(path, "show") for _ in range(repeat)]
        yield Row(f"{name}: first page", "ms", _of(shown, "first_ms"), (), Limit(1000))
        yield Row(f"{name}: page anywhere, most", "ms", _of(shown, "page_ms"), (), Limit(50, Against.WORST))
        yield Row(f"{name}: all rows can be shown", "s", _of(shown, "whole_seconds"))
        path.unlink()


def _write_results(path: Path, kind: str, rows: int) -> int:
    """Results of two classes, or of numbers; answers how long the rows are unpacked."""
    chance = random.Random(1)
    yes, no, target, words = ("yes", "no", "churned", ("some words", "another place", "north"))
    if kind == "Japanese":
        yes, no, target, words = ("はい", "いいえ", "解約", ("東京都千代田区", "大阪府", "北海道札幌市"))
    own = [f"{target} (prediction)"] if kind == "of numbers" else [yes, no]
    mark = '"' if kind == "quoted" else ""
    between = f"{mark},{mark}"
    head = [*own, *(f"(前回)_{name}" for name in own), target, *(f"c{at}" for at in range(14))]
    rests = [
        between.join(chance.choice(words) if at % 4 == 0 else f"{chance.random() * 1000:.5f}" for at in range(14))
        for _ in range(5_000)
    ]
    lines = ["\ufeff" + mark + between.join(head) + mark]
    for row in range(rows):
        actual, rest = chance.random(), rests[row % len(rests)]
        new, old = ((actual + chance.random() * width) / (1 + width) for width in (1.0, 1.05))
        if kind == "of numbers":
            fields = [f"{value * 100 - 50:.4f}" for value in (new, old, actual)]
        else:
            fields = [f"{new:.6f}", f"{1 - new:.6f}", f"{old:.6f}", f"{1 - old:.6f}", yes if actual > 0.6 else no]
        lines.append(f"{mark}{between.join(fields)}{between}{rest}{mark}")
    content = "\r\n".join(lines).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        archive.writestr("evaluation_raw_data.csv", content)
    return len(content)


def _run(path: Path, what: str) -> dict[str, Any]:
    with Child("look_child.py", {"path": str(path), "what": what}) as child:
        return child.read(300)


def _all(path: Path, what: str, repeat: int, key: str) -> list[float]:
    return _of([_run(path, what) for _ in range(repeat)], key)


def _of(runs: list[dict[str, Any]], key: str) -> list[float]:
    return [run[key] for run in runs]
