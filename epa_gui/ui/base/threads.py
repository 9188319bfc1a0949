"""Starts a worker in a thread of its own, and ends threads within a time."""

import atexit
import logging
import os
import time
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QThread, Signal, Slot

log = logging.getLogger(__name__)


class Worker(QObject):
    """Lives in a `QThread` and works in `run` until it is told to stop.

    A queued slot never runs while `run` is in its loop, so work and the order to stop reach it through queues and
    `threading.Event`, and results leave it as signals. Those are connected to bound slots or to signals of objects of
    the main thread, and to nothing else: both are queued there, whereas a plain function would run in this thread.

    Signals:
        done: `run` has returned or raised; nothing more is signalled.
    """

    done = Signal()

    @Slot()
    def start(self) -> None:
        """Run to the end, then let the thread end too; an exception reaches `sys.excepthook`."""
        try:
            self.run()
        finally:
            self.done.emit()
            QThread.currentThread().quit()

    def run(self) -> None:
        """What this worker does."""
        raise NotImplementedError

    def stop(self) -> None:
        """Ask it to end soon. Called from the main thread."""
        raise NotImplementedError


class WorkerThread(QThread):
    """A thread that keeps its worker: one nobody refers to any more would be destroyed in the middle of its work."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.worker = worker


class _RunningThreads(QObject):
    """Keeps every thread of this process until it has ended, for the main thread.

    Whoever started one may go before: a window that has waited long enough, or one that nobody refers to any more. To
    destroy a running thread would abort the process.
    """

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[WorkerThread] = []
        atexit.register(self._end_process)

    def __iter__(self) -> Iterator[QThread]:
        """Those that have not ended."""
        return iter([thread for thread in self._kept if thread.isRunning()])

    def keep(self, thread: WorkerThread) -> None:
        """Keep one that is about to start."""
        thread.finished.connect(self._on_finished)
        self._kept.append(thread)

    @Slot()
    def _on_finished(self) -> None:
        """Let go of those that have ended. A thread says so while it ends, so what little is left is waited for."""
        ended = [thread for thread in self._kept if thread.isFinished()]
        self._kept = [thread for thread in self._kept if thread not in ended]
        for thread in ended:
            thread.wait()

    def _end_process(self) -> None:
        """The interpreter ends, and Qt's objects with it: the last chance for whoever left without `end_process`."""
        wait_for(self, _LAST_SECONDS)
        _end_process_if_stuck(self, _LEFT_RUNNING)


_running: list[_RunningThreads] = []
"""The one of this process, once a thread was started."""

_LAST_SECONDS = 3.0
_LEFT_RUNNING = 70
"""The exit code where a thread is stuck and nobody who ends the process has said one: an error inside, by sysexits."""


def start_in_thread(worker: Worker, name: str) -> QThread:
    """A started thread in which `worker` runs; whoever keeps the thread keeps the worker too."""
    thread = _thread_of(worker, name)
    thread.start()
    return thread


def _thread_of(worker: Worker, name: str) -> QThread:
    thread = WorkerThread(worker)
    thread.setObjectName(name)
    worker.moveToThread(thread)
    thread.started.connect(worker.start)
    if not _running:
        _running.append(_RunningThreads())
    _running[0].keep(thread)
    return thread


class PassingThreads(QObject):
    """The threads of workers that come and go, for the main thread.

    An ended one is let go of by itself, and its worker with it: what that was given to work with, a model's key or the
    whole history, stays in memory no longer than the work takes.
    """

    def __init__(self) -> None:
        super().__init__()
        self._threads: list[QThread] = []

    def __iter__(self) -> Iterator[QThread]:
        """Those that have not ended, or not been let go of yet."""
        return iter(tuple(self._threads))

    def start(self, worker: Worker, name: str) -> None:
        """Have a worker run in a thread of its own."""
        thread = _thread_of(worker, name)
        thread.finished.connect(self._on_finished)
        self._threads.append(thread)
        thread.start()

    @Slot()
    def _on_finished(self) -> None:
        """Let go of those that have ended. A thread says so while it ends, so what little is left is waited for."""
        ended = [thread for thread in self._threads if thread.isFinished()]
        self._threads = [thread for thread in self._threads if thread not in ended]
        for thread in ended:
            thread.wait()


class LastingThread:
    """A worker that works as long as the session, and its thread once it was started.

    Attributes:
        threads: The thread, or none.
    """

    def __init__(self, worker: Worker, name: str) -> None:
        self.worker = worker
        self._name = name
        self.threads: list[QThread] = []

    def start(self) -> None:
        """Have the worker run, once."""
        if not self.threads:
            self.threads.append(start_in_thread(self.worker, self._name))

    def stop(self) -> None:
        """Have it end after what it was ordered to do."""
        self.worker.stop()


def wait_for(threads: Iterable[QThread], seconds: float) -> bool:
    """Wait until all threads have ended; `False` if one had not in time."""
    deadline = time.monotonic() + seconds
    return all(thread.wait(max(1, int((deadline - time.monotonic()) * 1000))) for thread in threads)


def end_process(code: int) -> None:
    """For who ends the process, after all else: leave at once, with this exit code, if any thread will not end."""
    for running in _running:
        _end_process_if_stuck(running, code)


def _end_process_if_stuck(threads: Iterable[QThread], code: int) -> None:
    """End the process if one of these will not: one stuck in a name look-up or a keychain prompt cannot be woken.

    Everything is on the disk by then. Leaving without this would end Qt's objects, and so abort with a crash report.
    """
    stuck = [thread.objectName() for thread in threads if thread.isRunning()]
    if stuck:
        log.warning("left without waiting for: %s", ", ".join(stuck))
        logging.shutdown()
        os._exit(code)
