"""Writes the history into a file for others: whole under its name, or not at all."""

import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal

from epa_gui.core.history.event import HistoryEntry
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.results.part_file import PartFile
from epa_gui.ui.base.main_thread_priority import MainThreadPriority
from epa_gui.ui.base.threads import Worker

_SWITCH_SECONDS = 0.001
"""How long the main thread waits for the interpreter meanwhile, instead of Python's five milliseconds."""

_TELL_SECONDS = 0.1
_WAY_EVERY = 20
_PIECE = 1 << 16


class _StoppedError(Exception):
    """Somebody does not want it any more."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """A file to make.

    Attributes:
        path: The file.
        entries: What goes into it, in that order.
        pieces: Turns entries into the text of the file, piece by piece; called in the worker's thread.
    """

    path: Path
    entries: Sequence[HistoryEntry]
    pieces: Callable[[Iterable[HistoryEntry]], Iterable[str]]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What came of it: a file, a problem, or neither if it was cancelled.

    Attributes:
        path: The file that was to be made.
        entries: How many entries went into it; `None` if there is no file.
        problem: Why there is none.
    """

    path: Path
    entries: int | None = None
    problem: Problem | None = None


class ExportWorker(Worker):
    """One export, from its order to its report.

    Attributes:
        way: Held by whoever paints: making texts never pauses by itself.

    Signals:
        progressed: How many entries are written, and how many there are in all.
        reported: What came of it (an `ExportReport`); once.
    """

    progressed = Signal(int, int)
    reported = Signal(object)

    def __init__(self, order: ExportOrder) -> None:
        super().__init__()
        self._order = order
        self._stopped = threading.Event()
        self._told_at = 0.0
        self.way = MainThreadPriority()

    def stop(self) -> None:
        """Give up soon, and leave nothing behind."""
        self._stopped.set()

    def run(self) -> None:
        """Write the file, then tell what came of it."""
        before = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        report = ExportReport(self._order.path, problem=Problem(ProblemKind.UNEXPECTED))
        try:
            report = self._export()
        finally:
            sys.setswitchinterval(before)
            self.reported.emit(report)

    def _export(self) -> ExportReport:
        path = self._order.path
        part = PartFile(path)
        try:
            part.open(0, 0)
            for piece in self._gathered():
                part.write(piece)
            is_whole = part.finish(self._stopped.is_set, self._stopped.wait)
        except _StoppedError:
            is_whole = False
        except ProblemError as trouble:
            return ExportReport(path, problem=replace(trouble.problem, where=str(path)))
        else:
            if is_whole:
                return ExportReport(path, len(self._order.entries))
        finally:
            part.discard()  # what was renamed is not there under this name any more
        return ExportReport(path)

    def _gathered(self) -> Iterator[bytes]:
        """The text in pieces that are worth a write. Halves of characters, as in paths on Linux, become marks."""
        texts: list[str] = []
        length = 0
        for text in self._order.pieces(self._told()):
            texts.append(text)
            length += len(text)
            if length >= _PIECE:
                yield "".join(texts).encode("utf-8", "replace")
                texts, length = [], 0
            if self._stopped.is_set():
                raise _StoppedError
        yield "".join(texts).encode("utf-8", "replace")

    def _told(self) -> Iterator[HistoryEntry]:
        """The entries, telling on the way how far it is."""
        entries = self._order.entries
        for count, entry in enumerate(entries):
            if count % _WAY_EVERY == 0:
                self.way.wait()
                self._tell(count, len(entries))
            if self._stopped.is_set():
                raise _StoppedError
            yield entry

    def _tell(self, count: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told_at >= _TELL_SECONDS:
            self._told_at = now
            self.progressed.emit(count, total)
