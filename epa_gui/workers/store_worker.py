"""Reads and writes the list, in one thread that owns the database."""

import contextlib
import logging
import queue
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal

from epa_gui.jobs.job import JobKey
from epa_gui.jobs.problem import Problem, ProblemKind
from epa_gui.jobs.safekeeping import BACKUP_EVERY, back_up, open_list
from epa_gui.jobs.store import Change, Contents, ListTooNew, Store
from epa_gui.workers.threads import Worker

log = logging.getLogger(__name__)

_GATHER_SECONDS = 0.5
_RETRY_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class ListRead:
    """The list as it was found.

    Attributes:
        contents: All of it.
        problem: What a person must be told about it.
        can_be_used: Whether anything can be written; if not, the program shows the problem and changes nothing.
    """

    contents: Contents
    problem: Problem | None = None
    can_be_used: bool = True


@dataclass(frozen=True, slots=True)
class _Write:
    changes: tuple[Change, ...]
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class _ForgetRemoved:
    models: tuple[str, ...]
    with_jobs: bool


_Order = _Write | _ForgetRemoved | JobKey | None


class StoreWorker(Worker):
    """Opens the list, then writes what changes: a person's acts at once, checks gathered for half a second."""

    opened = Signal(object)
    status_history_read = Signal(object, object)
    write_failed = Signal(object)
    write_recovered = Signal()

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._folder = folder
        self._clock = clock
        self._orders: queue.SimpleQueue[_Order] = queue.SimpleQueue()
        self._pending: list[Change] = []
        self._is_failing = False
        self._backed_up_at = 0.0

    def write(self, *changes: Change, is_urgent: bool = True) -> None:
        """Have changes written, in the order of the calls."""
        self._orders.put(_Write(changes, is_urgent))

    def read_status_history(self, job: JobKey) -> None:
        """Have the job's status history read; `status_history_read` brings it."""
        self._orders.put(job)

    def forget_removed(self, models: tuple[str, ...], *, with_jobs: bool = True) -> None:
        """Have these removed models deleted for good, and all removed jobs unless they can still come back."""
        self._orders.put(_ForgetRemoved(models, with_jobs))

    def stop(self) -> None:
        """End when all that was ordered is done."""
        self._orders.put(None)

    def run(self) -> None:
        """Until told to stop; nothing that was ordered before is left out."""
        store = self._open()
        if store is None:
            return
        with contextlib.closing(store):
            self._back_up(store)
            while self._serve(store):
                pass

    def _open(self) -> Store | None:
        try:
            found = open_list(self._folder, self._clock())
            self.opened.emit(ListRead(found.store.contents(), found.problem))
        except ListTooNew:
            problem = Problem(ProblemKind.LIST_TOO_NEW, where=str(self._folder))
        except (OSError, sqlite3.Error, ValueError, TypeError, KeyError) as error:
            log.exception("the list cannot be opened")
            problem = Problem(ProblemKind.LIST_NOT_SAVED, str(error), str(self._folder))
        else:
            return found.store
        self.opened.emit(ListRead(Contents(), problem, can_be_used=False))
        return None

    def _serve(self, store: Store) -> bool:
        """Do the next orders; `False` when it was the one to stop."""
        orders = self._next_orders()
        for order in orders:
            if isinstance(order, _Write):
                self._pending += order.changes
        self._flush(store)
        for order in orders:
            if isinstance(order, JobKey):
                self._read_status_history(store, order)
            elif isinstance(order, _ForgetRemoved):
                self._forget_removed(store, order)
        return None not in orders

    def _next_orders(self) -> list[_Order]:
        """All orders there are, after waiting for the first, and for more where none of them is urgent."""
        try:
            orders = [self._orders.get(timeout=_RETRY_SECONDS if self._pending else None)]
        except queue.Empty:
            return []
        deadline = time.monotonic() + _GATHER_SECONDS
        while all(isinstance(order, _Write) and not order.is_urgent for order in orders):
            try:
                orders.append(self._orders.get(timeout=max(0.0, deadline - time.monotonic())))
            except queue.Empty:
                return orders
        with contextlib.suppress(queue.Empty):
            while True:
                orders.append(self._orders.get_nowait())
        return orders

    def _flush(self, store: Store) -> None:
        if not self._pending:
            return
        try:
            store.write(self._pending)
        except (ValueError, OverflowError):
            log.exception("a change cannot be written as it is")
            self._write_one_by_one(store)
        except (sqlite3.Error, OSError) as error:
            if not self._is_failing:
                log.exception("changes could not be written")
                self.write_failed.emit(Problem(ProblemKind.LIST_NOT_SAVED, str(error), str(self._folder)))
            self._is_failing = True
            return
        self._pending = []
        if self._is_failing:
            self._is_failing = False
            self.write_recovered.emit()
        if self._clock() - self._backed_up_at >= BACKUP_EVERY:
            self._back_up(store)

    def _write_one_by_one(self, store: Store) -> None:
        """One change that can never be written must not keep all others from it."""
        for change in self._pending:
            try:
                store.write([change])
            except (ValueError, OverflowError):
                log.exception("left out: %s", type(change).__name__)
            except (sqlite3.Error, OSError):
                return  # trouble of the disk: all of them are tried again

    def _read_status_history(self, store: Store, job: JobKey) -> None:
        try:
            self.status_history_read.emit(job, store.status_history(job))
        except (sqlite3.Error, ValueError):
            log.exception("a history could not be read")

    def _forget_removed(self, store: Store, order: _ForgetRemoved) -> None:
        try:
            store.forget_removed(order.models, with_jobs=order.with_jobs)
        except sqlite3.Error:
            log.exception("removed jobs stay until the next start")

    def _back_up(self, store: Store) -> None:
        self._backed_up_at = self._clock()
        try:
            back_up(store)
        except (sqlite3.Error, OSError):
            log.exception("no backup could be made")
