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

from epa_gui import __version__
from epa_gui.core.history.computer_user import computer_user
from epa_gui.core.history.event import Author, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.history.kept_fingerprint import Kept
from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.store.backup import BACKUP_EVERY, back_up, open_list
from epa_gui.core.store.store import Change, Contents, ListTooNewError, Store
from epa_gui.ui.base.threads import Worker

log = logging.getLogger(__name__)

_LIVE_KINDS = frozenset({EventKind.SWITCH_ENDED, EventKind.SWITCH_SEEN, EventKind.LIVE_SEEN})
_GATHER_SECONDS = 0.5
_RETRY_SECONDS = 5.0
_FIRST_WAIT = 1.0
_LONGEST_WAIT = 30.0
"""Seconds between two tries to open the list: twice as long each time, up to this."""


@dataclass(frozen=True, slots=True)
class ListRead:
    """The list as it was found.

    Attributes:
        contents: All of it.
        problem: What a person must be told about it.
        can_be_used: Whether it could be opened; if not, nobody knows what is in it, and `problem` says why.
        is_final: Whether it is not tried again.
    """

    contents: Contents
    problem: Problem | None = None
    can_be_used: bool = True
    is_final: bool = False


@dataclass(frozen=True, slots=True)
class _Write:
    changes: tuple[Change, ...]
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class _ForgetRemoved:
    models: tuple[str, ...]
    with_jobs: bool


@dataclass(frozen=True, slots=True)
class _ReadHistory:
    load: int
    before: int | None
    most: int


@dataclass(frozen=True, slots=True)
class _Verify:
    kept: Kept | None = None


class _OpenAgain:
    """The order to try now what would be tried later."""


_Order = _Write | _ForgetRemoved | _ReadHistory | _Verify | _OpenAgain | JobKey | None


class StoreWorker(Worker):
    """Opens the list, then writes what changes: a person's events at once, checks gathered for half a second.

    Signals:
        opened: The list as it was found (`ListRead`); again whenever there is another reason why it cannot be opened,
            and once more when it could be.
        next_try: It is tried again to open the list, in so many seconds.
        status_history_read: A `JobKey` and the tuple of its `StatusEntry`.
        recorded: What went into the history (a tuple of `HistoryEntry`, oldest first), once it is on the disk for good.
        not_recorded: Events that could not be written by now (a tuple of `HistoryEvent`); they are tried again.
        history_read: A load's number, and a page of the history (a tuple of `HistoryEntry`, newest first).
        history_verified: What became of checking it (a `HistoryCheck`).
        history_failed: The load's number, 0 if it could not be checked; why (a `Problem`).
        write_failed: A `Problem`, when writing begins to fail.
        write_recovered: Writing works again.
    """

    opened = Signal(object)
    next_try = Signal(float)
    recorded = Signal(object)
    not_recorded = Signal(object)
    history_read = Signal(int, object)
    history_verified = Signal(object)
    history_failed = Signal(int, object)
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

    def open_again(self) -> None:
        """Have it tried now to open a list that could not be opened; nothing if it is open."""
        self._orders.put(_OpenAgain())

    def read_status_history(self, job: JobKey) -> None:
        """Have the job's status history read; `status_history_read` brings it."""
        self._orders.put(job)

    def read_history(self, load: int, before: int | None, most: int) -> None:
        """Have a page of the history read.

        Args:
            load: Comes back with the page, or with why there is none: one number for all pages that belong together.
            before: Only entries with a smaller number; the newest if `None`.
            most: No more than so many.
        """
        self._orders.put(_ReadHistory(load, before, most))

    def verify_history(self, kept: Kept | None = None) -> None:
        """Have the whole history looked at, for a fingerprint kept elsewhere too; `history_verified` tells."""
        self._orders.put(_Verify(kept))

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
        """Try until it is open; what is ordered meanwhile waits. `None` when told to stop, or where no try can help."""
        told: Problem | None = None
        held: list[_Order] = []
        wait = _FIRST_WAIT
        is_last = False
        while True:
            read, store = self._try_to_open()
            if store is None and read.problem != told:
                log.error("the list cannot be opened: %s", read.problem)
            if store is not None or read.problem != told:
                self.opened.emit(read)
            if store is not None:
                for order in held:
                    self._orders.put(order)
                return store
            if read.is_final or is_last:
                return None
            told = read.problem
            self.next_try.emit(wait)
            goes_on = self._wait_for_next_try(wait, held)
            if not goes_on and not any(isinstance(order, _Write) for order in held):
                return None
            is_last = not goes_on  # what waits to be written is worth one more try
            wait = min(_LONGEST_WAIT, 2 * wait)

    def _wait_for_next_try(self, seconds: float, held: list[_Order]) -> bool:
        """Wait, but not longer than a person does; `False` when told to stop."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                order = self._orders.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                return True
            if isinstance(order, _OpenAgain):
                return True
            held.append(order)
            if order is None:
                return False

    def _try_to_open(self) -> tuple[ListRead, Store | None]:
        is_final = False
        try:
            found = open_list(self._folder, self._clock(), Author(computer_user(), __version__))
        except ListTooNewError:
            problem = Problem(ProblemKind.LIST_TOO_NEW, where=str(self._folder))
        except (OSError, sqlite3.Error, ValueError) as error:
            is_final = _can_be_no_folder(self._folder)
            kind = ProblemKind.LIST_IN_USE if _is_held(error) else ProblemKind.LIST_NOT_SAVED
            problem = Problem(kind, str(error), str(self._folder))
        else:
            return ListRead(found.contents, found.problem), found.store
        return ListRead(Contents(), problem, can_be_used=False, is_final=is_final), None

    def _serve(self, store: Store) -> bool:
        """Do the next orders; `False` when it was the one to stop."""
        orders = self._next_orders()
        for order in orders:
            if isinstance(order, _Write):
                self._pending += order.changes
        self._flush(store)
        for order in orders:
            try:
                self._carry_out(store, order)
            except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
                log.exception("an order could not be carried out")
                if isinstance(order, _ReadHistory | _Verify):
                    problem = Problem(ProblemKind.HISTORY_NOT_READ, str(error), str(self._folder))
                    self.history_failed.emit(order.load if isinstance(order, _ReadHistory) else 0, problem)
        return None not in orders

    def _carry_out(self, store: Store, order: _Order) -> None:
        match order:
            case JobKey():
                self.status_history_read.emit(order, store.status_history(order))
            case _ReadHistory():
                self.history_read.emit(order.load, store.entries(before=order.before, most=order.most))
            case _Verify():
                self.history_verified.emit(store.verify_history(order.kept))
            case _ForgetRemoved():
                store.forget_removed(order.models, with_jobs=order.with_jobs)

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
            if self._is_failing:
                store.reopen()
            written = store.write(self._pending)
        except (ValueError, OverflowError):
            log.exception("a change cannot be written as it is")
            written = self._write_one_by_one(store)
        except (sqlite3.Error, OSError, ListTooNewError) as error:
            if not self._is_failing:
                log.exception("changes could not be written")
                self.write_failed.emit(Problem(ProblemKind.LIST_NOT_SAVED, str(error), str(self._folder)))
            self._is_failing = True
            self.not_recorded.emit(tuple(change for change in self._pending if isinstance(change, HistoryEvent)))
            return
        else:
            self._pending = []
        if written:
            self.recorded.emit(written)
        if not self._pending:
            self._on_written(store, written)

    def _on_written(self, store: Store, written: tuple[HistoryEntry, ...]) -> None:
        """All is on the disk: say so after trouble, and make a backup when it is time."""
        if self._is_failing:
            self._is_failing = False
            self.write_recovered.emit()
        # What is live is the last thing that a list restored from its backup may be wrong about.
        has_switched = any(entry.event.kind in _LIVE_KINDS for entry in written)
        is_time = self._clock() - self._backed_up_at >= BACKUP_EVERY
        if has_switched or is_time:
            self._back_up(store, replaces_newest=not is_time)

    def _write_one_by_one(self, store: Store) -> tuple[HistoryEntry, ...]:
        """One change that can never be written must not keep all others from it."""
        written: list[HistoryEntry] = []
        while self._pending:
            try:
                written += store.write(self._pending[:1])
            except (ValueError, OverflowError):
                log.exception("left out: %s", type(self._pending[0]).__name__)
            except (sqlite3.Error, OSError):
                break  # trouble of the disk: the rest is tried again
            del self._pending[0]
        return tuple(written)

    def _back_up(self, store: Store, *, replaces_newest: bool = False) -> None:
        if not replaces_newest:
            self._backed_up_at = self._clock()
        try:
            back_up(store, replaces_newest=replaces_newest)
        except (sqlite3.Error, OSError):
            log.exception("no backup could be made")


def _can_be_no_folder(folder: Path) -> bool:
    """Whether a path can never be a folder: it is no name, or a file stands on the way there."""
    try:
        return any(part.is_file() for part in (folder, *folder.parents)) or "\0" in str(folder)
    except (OSError, ValueError):
        return "\0" in str(folder)


def _is_held(error: Exception) -> bool:
    """Whether somebody else holds the file: SQLite's ``SQLITE_BUSY`` and ``SQLITE_LOCKED``, or Windows' sharing."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
    return getattr(error, "winerror", None) in {32, 33}
