"""Python's switch interval, of which there is one, is again what it was when the last who shortened it has ended."""

import itertools
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from epa_gui.core.dataset.roles import Role
from epa_gui.core.history.event import HistoryEntry
from epa_gui.ui.base.main_thread_priority import short_switch_interval
from epa_gui.ui.base.threads import Worker
from epa_gui.ui.history.export_worker import ExportOrder, ExportWorker
from epa_gui.ui.retraining.read_worker import ReadOrder, ReadWorker
from tests.ui.listening import Listener

BEFORE = 0.004


@pytest.fixture(autouse=True)
def interval() -> Iterator[None]:
    """One that nobody sets by chance."""
    found = sys.getswitchinterval()
    sys.setswitchinterval(BEFORE)
    yield
    sys.setswitchinterval(found)


class Held:
    """A worker of the program that goes on when it may."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.may_end, self.begun = threading.Event(), threading.Event()
        self.worker: Worker
        if kind == "export":
            self.worker = ExportWorker(ExportOrder(folder / "history.csv", (), self._pieces))
        else:
            path = folder / "t.csv"
            path.write_text("a,b\n" + "1,2\n" * 200, encoding="utf-8")
            self.worker = ReadWorker(ReadOrder(1, self._files(path)))  # type: ignore[arg-type]

    def _wait(self) -> None:
        self.begun.set()
        self.may_end.wait(10)

    def _pieces(self, entries: Iterable[HistoryEntry]) -> Iterator[str]:
        yield from (str(entry.number) for entry in entries)
        self._wait()

    def _files(self, path: Path) -> Iterator[tuple[Role, Path]]:
        self._wait()
        yield Role.TRAINING, path


@pytest.mark.parametrize(
    ("first", "second"), list(itertools.product(["export", "read"], repeat=2)), ids=lambda kind: kind
)
@pytest.mark.parametrize("ends_first", [0, 1])
def test_workers_that_overlap_leave_it_as_it_was(
    listener: Listener, tmp_path: Path, first: str, second: str, ends_first: int
) -> None:
    held: list[Held] = []
    for kind in (first, second):
        folder = tmp_path / str(len(held))
        folder.mkdir()
        held.append(Held(kind, folder))
        thread = listener.start(held[-1].worker)
        assert held[-1].begun.wait(10)
    assert sys.getswitchinterval() == pytest.approx(0.001)
    held[ends_first].may_end.set()
    listener.until_ended(listener.threads[ends_first])
    assert sys.getswitchinterval() == pytest.approx(0.001), "one still computes"
    held[1 - ends_first].may_end.set()
    listener.until_ended(thread)
    listener.until_ended(listener.threads[1 - ends_first])
    assert sys.getswitchinterval() == pytest.approx(BEFORE)


def test_one_that_fails_leaves_it_as_it_was() -> None:
    with pytest.raises(RuntimeError), short_switch_interval():
        raise RuntimeError
    assert sys.getswitchinterval() == pytest.approx(BEFORE)


def test_one_that_is_shorter_already_stays() -> None:
    sys.setswitchinterval(0.0005)
    with short_switch_interval():
        assert sys.getswitchinterval() == pytest.approx(0.0005)
    assert sys.getswitchinterval() == pytest.approx(0.0005)


def test_many_threads_at_once_leave_it_as_it_was() -> None:
    def use() -> None:
        for _ in range(200):
            with short_switch_interval():
                pass

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sys.getswitchinterval() == pytest.approx(BEFORE)
