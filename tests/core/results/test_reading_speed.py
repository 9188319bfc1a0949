"""What results tell is there soon after the click: as fast as a peer can read the same rows, and in little memory."""

import csv
import io
import random
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from epa_gui.core.results.content_reader import read_content
from epa_gui.core.results.judgement import verdict_of
from epa_gui.core.results.members import ZipMembers
from epa_gui.core.results.verdict import Rule
from tests.timing import assert_within_times

ROWS = 120_000
OWN = "churned (prediction),Probability of no,Probability of yes"
HEAD = f"{OWN},{','.join('(Previous)_' + name for name in OWN.split(','))},"
HEAD += ",".join([*(f"c{at}" for at in range(12)), "churned"])


@pytest.fixture(scope="module", params=["plain", "quoted"])
def results(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Results with many rows of 19 columns, each field in quotes or none."""
    chance = random.Random(1)
    rest = ",".join(f"{chance.random() * 1000:.3f}" for _ in range(12))
    lines = [HEAD]
    for _ in range(ROWS):
        new, old = chance.random(), chance.random()
        said = [f"{'yes' if one > 0.5 else 'no'},{1 - one:.6f},{one:.6f}" for one in (new, old)]
        lines.append(f"{','.join(said)},{rest},{'yes' if chance.random() < new else 'no'}")
    if request.param == "quoted":
        lines = ['"' + line.replace(",", '","') + '"' for line in lines]
    path = tmp_path_factory.mktemp("results") / "results.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("evaluation_raw_data.csv", "\r\n".join(lines))
    return path


def read(path: Path) -> None:
    content = read_content(ZipMembers(path))
    assert content.rows is not None
    assert content.tendency is not None
    assert content.tendency.total == ROWS


def peer(path: Path) -> None:
    """The csv module alone, which only parts the fields."""
    with zipfile.ZipFile(path) as archive, archive.open("evaluation_raw_data.csv") as file:
        assert sum(1 for _ in csv.reader(io.TextIOWrapper(file, "utf-8-sig", newline=""))) == ROWS + 1


def test_many_rows_are_read_and_reckoned_in_little_more_than_a_peer_takes_to_part_them(results: Path) -> None:
    assert_within_times(1.5, lambda: read(results), lambda: peer(results))


def test_many_rows_take_few_bytes_each_while_they_are_read_and_judged(results: Path) -> None:
    verdict_of(read_content(ZipMembers(results)))  # numpy is loaded once
    tracemalloc.start()
    content = read_content(ZipMembers(results))
    kept, most_read = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    verdict = verdict_of(content)
    most_judged = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert verdict.rule is Rule.PROBABILITIES
    assert kept < 30 * ROWS
    assert most_read < 40 * ROWS + 15_000_000
    assert most_judged < 75 * ROWS
