"""Writes the history into a file for others: whole under its name, or not at all."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal

from epa_gui.core.history.event import HistoryEntry
from epa_gui.core.jobs.problem import Problem, ProblemError
from epa_gui.core.results.part_file import PartFile
from epa_gui.ui.base.main_thread_priority import MainThreadPriority, short_switch_interval
from epa_gui.ui.base.one_shot_worker import OneShotWorker

_TELL_SECONDS = 0.1
_WAY_EVERY = 20
_PIECE = 1 << 16


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


class ExportWorker(OneShotWorker[ExportOrder, int, ExportReport]):
    """One export, from its order to its report; one that is stopped leaves nothing behind.

    It reports an `ExportReport`.

    Signals:
        progressed: How far it is: the number of entries done, and of all.

    Attributes:
        way: Held by whoever paints: making texts never pauses by itself.
    """

    progressed = Signal(int, int)

    def __init__(self, order: ExportOrder) -> None:
        super().__init__(order)
        self._told_at = 0.0
        self.way = MainThreadPriority()

    def work(self) -> int | None:
        """Write the file; the number of entries in it."""
        part = PartFile(self._order.path)
        try:
            with short_switch_interval():
                part.open(0, 0)
                for piece in self._gathered():
                    part.write(piece)
                is_whole = part.finish(self._stopped.is_set, self._stopped.wait)
        except ProblemError as trouble:
            raise ProblemError(replace(trouble.problem, where=str(self._order.path))) from trouble
        finally:
            part.discard()  # what was renamed is not there under this name any more
        return len(self._order.entries) if is_whole else None

    def report(self, result: int | None, problem: Problem | None) -> ExportReport:
        """How many entries went into the file."""
        return ExportReport(self._order.path, result, problem)

    def _gathered(self) -> Iterator[bytes]:
        """The text in pieces that are worth a write. Lone surrogates, as in paths on Linux, become marks."""
        texts: list[str] = []
        length = 0
        for text in self._order.pieces(self._told()):
            texts.append(text)
            length += len(text)
            if length >= _PIECE:
                yield "".join(texts).encode("utf-8", "replace")
                texts, length = [], 0
            self.raise_if_stopped()
        yield "".join(texts).encode("utf-8", "replace")

    def _told(self) -> Iterator[HistoryEntry]:
        """The entries, telling on the way how far it is."""
        entries = self._order.entries
        for count, entry in enumerate(entries):
            if count % _WAY_EVERY == 0:
                self.way.wait()
                self._tell(count, len(entries))
            self.raise_if_stopped()
            yield entry

    def _tell(self, count: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told_at >= _TELL_SECONDS:
            self._told_at = now
            self.progressed.emit(count, total)
