"""However large or odd a file is, checking it takes little memory; and hardly longer than reading it."""

import csv
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest

from epa_gui.core.dataset.check import check
from tests.timing import assert_within_times

MOST_MEMORY = 64 << 20
MOST_TIMES = 2.5
"""The benchmark holds the promise of 2; here another processor or Python must not fail the tests for a little more."""
ROOT = Path(__file__).resolve().parents[3]

MEASURE = """
import gc, sys
from pathlib import Path
from epa_gui.core.dataset.check import check

def most_memory():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024

gc.disable()  # as in the program
for reading in check(Path(sys.argv[2])):
    pass
idle = most_memory()
for reading in check(Path(sys.argv[1])):
    pass
print(most_memory() - idle, reading.is_over)
"""


def cells(columns: int, count: int, make: Callable[[int, int], str]) -> Iterator[str]:
    """A table of so many columns and rows."""
    yield ",".join(f"c{column}" for column in range(columns)) + "\n"
    for row in range(count):
        yield ",".join([make(row, column) for column in range(columns)]) + "\n"


FILES: dict[str, Callable[[], Iterable[str]]] = {
    "a million rows of 20": lambda: chain(
        cells(20, 0, lambda *_: ""), repeat("1.5,x,2026-01-01,表,9," * 4 + "\n", 1_000_000)
    ),
    "999 columns of numbers": lambda: cells(999, 1500, lambda row, column: f"{row * column % 9973 / 100}"),
    "999 columns of classes": lambda: cells(999, 1500, lambda row, column: f"class {row * column % 97}"),
    "999 columns of dates": lambda: cells(
        999, 1500, lambda row, column: f"2{row % 900:03}-0{column % 9 + 1}-{row % 19 + 10}"
    ),
    "999 columns of long text": lambda: cells(999, 300, lambda row, column: f"{row * 999 + column}" + "表" * 190),
    "999 mixed columns": lambda: cells(
        999, 1000, lambda row, column: f"{row * column}" if row % 3 else f"x{row * column}"
    ),
    "50,000 columns": lambda: cells(50_000, 40, lambda row, column: f"{row * column % 997}"),
    "a line of 100 MB, one field": lambda: repeat("x" * (1 << 20), 100),
    "a line of 100 MB, many fields": lambda: repeat("表," * (1 << 18), 100),
    "a line of 100 MB within quotes": lambda: chain(['a,b\n1,"'], repeat("ab," * (1 << 18), 130)),
    "300 MB behind a quote": lambda: chain(['"'], repeat("a,b\n" * (1 << 18), 300)),
    "rows as long as can be": lambda: chain(["a,b\n"], repeat("表," * 499_000 + "x\n", 10)),
    "names as long as can be": lambda: repeat('"表\n表",' * 149_000 + "x\n", 4),
    "blank lines": lambda: chain(["a,b\n"], repeat("\n" * (1 << 20), 20), ["1,2\n"]),
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="measured by what Linux tells of a process")
@pytest.mark.parametrize("what", FILES)
def test_a_check_takes_little_memory_whatever_the_file(tmp_path: Path, what: str) -> None:
    path = tmp_path / "file.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.writelines(FILES[what]())
    sample = ROOT / "resources/samples/store_sales.csv"
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE, path, sample], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    path.unlink()
    memory, is_over = measured.stdout.split()
    assert is_over == "True"
    assert int(memory) <= MOST_MEMORY, f"{what}: {int(memory) >> 20} MB"


def count_fields(path: Path) -> int:
    """What there is to compare with: a bare pass of Python's own reader."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(map(len, csv.reader(file)))


def test_a_check_takes_little_longer_than_a_bare_reading(tmp_path: Path) -> None:
    towns = ["東京", "大阪", "Nagoya", ""]

    def cell(row: int, column: int) -> str:
        kinds = (
            f"{row * (column + 7) % 99_991 / 100:.2f}",
            f"{row * (column + 3) % 99_991}",
            towns[row * (column + 5) % 4],
            f"2026-{row % 12 + 1:02}-{row % 28 + 1:02}",
            f"C{row:07}",
        )
        return kinds[(0, 0, 0, 1, 1, 1, 2, 2, 3, 4)[column % 10]]

    path = tmp_path / "ordinary.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.writelines(cells(20, 60_000, cell))
    assert_within_times(MOST_TIMES, lambda: list(check(path)), lambda: count_fields(path))
