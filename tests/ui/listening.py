"""Takes what workers say, in the main thread, as the program does."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.threads import Worker, start_in_thread, wait_for


class Listener(QObject):
    """A main-thread object whose slots note what workers' signals bring."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self.heard: list[Any] = []
        self.counted = 0
        self.threads: list[QThread] = []
        self.workers: list[Worker] = []

    @Slot(object)
    def hear(self, said: Any) -> None:
        """One thing was said."""
        assert QThread.currentThread() is self.thread()
        self.heard.append(said)

    @Slot(object, object)
    def hear_both(self, first: Any, second: Any) -> None:
        """Two things were said."""
        self.heard.append((first, second))

    @Slot(str, bool)
    def hear_name(self, name: str, is_lasting: bool) -> None:
        """A name and a claim were said."""
        self.heard.append((name, is_lasting))

    @Slot()
    def count(self) -> None:
        """It happened again."""
        self.counted += 1

    def start(self, worker: Worker) -> QThread:
        """Start a worker that is stopped at the end of the test at the latest."""
        self.workers.append(worker)
        self.threads.append(start_in_thread(worker, type(worker).__name__))
        return self.threads[-1]

    def until(self, claim: Callable[[], bool], seconds: float = 30) -> None:
        """Wait while Qt works, until something is so."""
        self._qtbot.waitUntil(claim, timeout=int(seconds * 1000))

    def until_ended(self, *threads: QThread) -> None:
        """Wait until threads are over, and take what they have said: it is still on its way when they end."""
        self.until(lambda: all(thread.isFinished() for thread in threads))
        QCoreApplication.sendPostedEvents()

    def idle(self, seconds: float) -> None:
        """Let Qt work for a while, to see that nothing happens."""
        self._qtbot.wait(int(seconds * 1000))

    def until_heard(self, count: int = 1) -> list[Any]:
        """What was said, once it is this much."""
        self.until(lambda: len(self.heard) >= count)
        return self.heard

    def stop(self) -> None:
        """End all workers and be sure of it."""
        for worker in self.workers:
            worker.stop()
        assert wait_for(self.threads, 10), "a worker did not end"
