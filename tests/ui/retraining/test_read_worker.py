"""Files are read in a thread that lets the main thread go first, and never waits for ever."""

import time
from pathlib import Path

from PySide6.QtCore import Slot
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.base.main_thread_priority import MainThreadPriority
from epa_gui.ui.retraining.read_worker import ReadOrder, ReadWorker
from tests.ui.listening import Listener


def _csv(path: Path, rows: int) -> Path:
    path.write_text("a,b\n" + "1,2\n" * rows, encoding="utf-8")
    return path


class Told(Listener):
    """Keeps what is told."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.readings: list[tuple[Role, Reading]] = []

    @Slot(int, object, object)
    def take(self, _number: int, role: Role, reading: Reading) -> None:
        self.readings.append((role, reading))


def _told(qtbot: QtBot, worker: ReadWorker) -> Told:
    told = Told(qtbot)
    worker.told.connect(told.take)
    told.start(worker)
    return told


def test_both_files_are_told_to_their_end(qtbot: QtBot, tmp_path: Path) -> None:
    files = ((Role.TRAINING, _csv(tmp_path / "t.csv", 200)), (Role.EVALUATION, _csv(tmp_path / "e.csv", 50)))
    told = _told(qtbot, ReadWorker(ReadOrder(1, files)))
    told.until(lambda: sum(reading.is_over for _, reading in told.readings) == 2)
    last = {role: reading for role, reading in told.readings if reading.is_over}
    assert {role: reading.rows for role, reading in last.items()} == {Role.TRAINING: 200, Role.EVALUATION: 50}
    told.stop()


def test_reading_goes_on_though_nobody_lets_it(qtbot: QtBot, tmp_path: Path) -> None:
    told = _told(qtbot, ReadWorker(ReadOrder(1, ((Role.TRAINING, _csv(tmp_path / "t.csv", 400_000)),))))
    told.until(lambda: any(reading.is_whole for _, reading in told.readings), seconds=60)
    assert len(told.readings) > 3, "it was held several times"
    told.stop()


def test_stopping_ends_it_even_while_it_waits(qtbot: QtBot, tmp_path: Path) -> None:
    worker = ReadWorker(ReadOrder(1, ((Role.TRAINING, _csv(tmp_path / "t.csv", 400_000)),)))
    worker.way.hold()
    told = _told(qtbot, worker)
    worker.stop()
    told.until(lambda: any(reading.is_over for _, reading in told.readings))
    assert not told.readings[-1][1].is_whole
    told.stop()


def test_main_thread_priority_is_waited_for_but_not_for_ever() -> None:
    way = MainThreadPriority()
    way.hold()
    way.hold()
    way.let_go()
    began = time.monotonic()
    way.wait()  # held by one still: waits, then goes on all the same
    assert time.monotonic() - began > 0.3
    again = time.monotonic()
    way.wait()  # it goes on now, and does not wait as long again
    assert time.monotonic() - again < 0.4
