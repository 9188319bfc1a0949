"""An export is there whole under its name, or not at all."""

import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Slot
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import Author, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.ui.history.export_worker import ExportOrder, ExportReport, ExportWorker
from tests.ui.listening import Listener


def entries(count: int) -> tuple[HistoryEntry, ...]:
    return tuple(
        HistoryEntry(n, HistoryEvent(EventKind.JOB_REMOVED, 0.0), "", Author(), "", "") for n in range(1, count + 1)
    )


def numbers(given: Iterable[HistoryEntry]) -> Iterator[str]:
    yield "\ufeff"
    for entry in given:
        yield f"{entry.number}\r\n"


class Told(Listener):
    """Keeps how far it was said to be."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.progress: list[tuple[int, int]] = []

    @Slot(int, int)
    def take(self, done: int, total: int) -> None:
        self.progress.append((done, total))


@pytest.fixture
def told(qtbot: QtBot) -> Iterator[Told]:
    told = Told(qtbot)
    yield told
    told.stop()


def start(told: Told, order: ExportOrder) -> ExportWorker:
    worker = ExportWorker(order)
    worker.reported.connect(told.hear)
    worker.progressed.connect(told.take)
    told.start(worker)
    return worker


def report_of(told: Told) -> ExportReport:
    report: ExportReport = told.until_heard()[0]
    told.until_ended(told.threads[0])
    assert len(told.heard) == 1
    return report


def test_the_file_is_whole_and_nothing_else_is_left(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "履歴.csv"
    start(told, ExportOrder(path, entries(50_000), numbers))
    assert report_of(told) == ExportReport(path, 50_000)
    data = path.read_bytes().decode()
    assert data.startswith("\ufeff1\r\n2\r\n")
    assert data.endswith("\r\n50000\r\n")
    assert list(tmp_path.iterdir()) == [path]
    assert told.progress[0] == (0, 50_000)


def test_one_that_is_cancelled_leaves_what_was_there_before(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    path.write_text("earlier", encoding="utf-8")
    begun, may_go_on = threading.Event(), threading.Event()

    def slow(given: Iterable[HistoryEntry]) -> Iterator[str]:
        for piece in numbers(given):
            begun.set()
            may_go_on.wait(10)
            yield piece

    worker = start(told, ExportOrder(path, entries(5_000), slow))
    assert begun.wait(10)
    worker.stop()
    may_go_on.set()
    assert report_of(told) == ExportReport(path)
    assert path.read_text(encoding="utf-8") == "earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_refuses_is_named_with_the_file(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "gone" / "history.csv"
    start(told, ExportOrder(path, entries(1), numbers))
    problem = report_of(told).problem
    assert problem is not None
    assert (problem.kind, problem.where) == (ProblemKind.FOLDER_GONE, str(path))


def test_a_fault_of_this_program_is_told_too(qtbot: QtBot, told: Told, tmp_path: Path) -> None:
    def broken(given: Iterable[HistoryEntry]) -> Iterator[str]:
        yield from list(numbers(given))[:3]
        raise RuntimeError("broken")

    with qtbot.captureExceptions() as caught:
        start(told, ExportOrder(tmp_path / "history.csv", entries(9), broken))
        problem = report_of(told).problem
    assert problem is not None
    assert problem.kind is ProblemKind.UNEXPECTED
    assert [str(found[1]) for found in caught] == ["broken"]
    assert list(tmp_path.iterdir()) == []


def test_lone_surrogates_do_not_end_it(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    start(told, ExportOrder(path, entries(1), lambda given: ("\udc80" for _ in given)))
    assert report_of(told).entries == 1
    assert path.read_bytes() == b"?"


def test_it_lets_the_window_paint_first(told: Told, tmp_path: Path) -> None:
    seen = threading.Event()

    def noting(given: Iterable[HistoryEntry]) -> Iterator[str]:
        for piece in numbers(given):
            seen.set()
            yield piece

    worker = ExportWorker(ExportOrder(tmp_path / "history.csv", entries(3), lambda given: noting(list(given))))
    worker.way.hold()
    worker.reported.connect(told.hear)
    told.start(worker)
    assert not seen.wait(0.1)
    worker.way.let_go()
    assert report_of(told).entries == 3


@pytest.mark.parametrize("planted", ["a second name", "a link", "a link to nowhere"])
def test_what_somebody_planted_in_the_way_is_not_written_to(told: Told, tmp_path: Path, planted: str) -> None:
    victim, part = tmp_path / "victim", tmp_path / "history.csv.part"
    if planted != "a link to nowhere":
        victim.write_bytes(b"precious")
    if planted == "a second name":
        os.link(victim, part)
    elif os.name == "nt":
        pytest.skip("links there need a right that few accounts have")
    else:
        part.symlink_to(victim)
    start(told, ExportOrder(tmp_path / "history.csv", entries(10), numbers))
    assert report_of(told).entries == 10
    assert os.path.lexists(part), "it is not this program's to delete"
    assert (victim.read_bytes() == b"precious") if planted != "a link to nowhere" else not victim.exists()
