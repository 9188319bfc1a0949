"""Downloads the results of one job, in a thread of its own. What it does one after the other: `fetch`."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from epa_gui.core.jobs.backoff import Backoff
from epa_gui.core.jobs.job import Answer, JobKey, Partial, Saved
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.verdict_note import VerdictNote
from epa_gui.core.results.checksum import sha256_of
from epa_gui.core.results.results_cache import CachedResults
from epa_gui.ui.base.one_shot_worker import ServiceWorker
from epa_gui.ui.base.transfer_meter import Meter

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client

_WAITS = (1.0, 2.0, 4.0, 8.0)
_LONGEST_WAIT = 60.0
MOST_WITHOUT_LENGTH = 1 << 31
"""Bytes. What does not say how long it is may have no end."""


@dataclass(frozen=True, slots=True)
class DownloadOrder:
    """One job's results to fetch.

    Attributes:
        job: Whose.
        address: The service's base URL, to ask for a fresh link.
        api_key: The model's key, for that question alone.
        path: The file to make.
        link: The link of the last answer, if there was one in this session.
        partial: What an earlier try to the same path left.
        fetched: These results as they were fetched for looking: copied instead, if they still are what was proved.
        most: Bytes that may come; 0 for as many as there are.
        is_for_looking: Whether the file is the program's own, which nobody else is to read.
    """

    job: JobKey
    address: str
    api_key: str = field(repr=False)
    path: Path
    link: str = field(default="", repr=False)
    partial: Partial | None = None
    fetched: CachedResults | None = None
    most: int = 0
    is_for_looking: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download is.

    Attributes:
        job: Whose.
        done: Bytes there.
        total: Bytes of the whole file, or 0 if not known.
        speed: Bytes per second over the last moments.
    """

    job: JobKey
    done: int = 0
    total: int = 0
    speed: float = 0.0


@dataclass(frozen=True, slots=True)
class DownloadReport:
    """What came of a download: saved, a problem, or neither if it was cancelled.

    Attributes:
        job: Whose.
        saved: The whole file.
        problem: Why there is none.
        partial: What is left to go on with.
        answer: What the service said, if it was asked for a fresh link.
        target: The column these results say is predicted; empty if they do not.
        verdict: Whether they say that the model is better; `None` if they were not read to their end.
    """

    job: JobKey
    saved: Saved | None = None
    problem: Problem | None = None
    partial: Partial | None = None
    answer: Answer | None = None
    target: str = ""
    verdict: VerdictNote | None = None


class DownloadWorker(ServiceWorker[DownloadOrder, Saved, DownloadReport]):
    """One download, from its order to its report.

    It reports a `DownloadReport`.

    Signals:
        progressed: How far it is, again and again: a `Progress`.
        identified: What there is to go on with, whenever that changes: the `JobKey` and a `Partial`.
    """

    progressed = Signal(object)
    identified = Signal(object, object)

    def __init__(self, order: DownloadOrder) -> None:
        super().__init__(order)
        self._keeps_part = False
        self._meter = Meter()
        self._partial = order.partial
        self._answer: Answer | None = None
        self._target = ""
        self._verdict: VerdictNote | None = None

    def cancel(self) -> None:
        """Give it up: what came so far is deleted."""
        super().stop()

    def stop(self) -> None:
        """Interrupt it: what came so far stays, to go on with later."""
        self._keeps_part = True
        super().stop()

    def ask(self, client: "Client") -> Saved | None:
        """Download."""
        # See `one_shot_worker`.
        from epa_gui.core.results.results_file import verdict_note_in  # noqa: PLC0415
        from epa_gui.ui.jobs.fetch import Fetch  # noqa: PLC0415

        if self._order.fetched is not None:
            copy = self._copied(self._order.fetched)
            if copy is not None or self._stopped.is_set():
                return copy
        backoff = Backoff(_WAITS, _LONGEST_WAIT)
        fetch = Fetch(self._order, client, self._stopped, backoff, self, most_without_length=MOST_WITHOUT_LENGTH)
        try:
            saved = fetch.run()
            if saved is None:
                return None
            self._target = fetch.target
            # Read once more, since the history vouches for the file and not for what was received.
            sha256 = sha256_of(self._order.path, self._stopped.is_set)
            self._verdict = verdict_note_in(self._order.path, sha256, self._target, self._stopped.is_set)
            return replace(saved, sha256=sha256)
        finally:
            self._partial, self._answer = fetch.leave(keeps_part=self._keeps_part), fetch.answer

    def _copied(self, fetched: CachedResults) -> Saved | None:
        """A copy of what was fetched before; `None` if that is not as it was proved any more, or it was stopped."""
        from epa_gui.ui.jobs.copy_fetched import copied  # noqa: PLC0415  as above

        saved = copied(fetched, self._order.path, self._order.partial, self._stopped, self)
        if saved is not None:
            self._partial, self._target = None, fetched.target
        elif self._stopped.is_set() and not self._keeps_part:
            self._partial = None
        return saved

    def report(self, result: Saved | None, problem: Problem | None) -> DownloadReport:
        """What broke because it was stopped is no problem, or is an interruption if it is to be gone on with."""
        if self._stopped.is_set() and not result:
            problem = Problem(ProblemKind.INTERRUPTED) if self._keeps_part else None
        job, told = self._order.job, (self._target, self._verdict)
        return DownloadReport(job, result, problem, self._partial, self._answer, *told)

    def begin(self, done: int) -> None:
        """Bytes begin to come, behind so many that are there."""
        self._meter.begin(done)

    def tell(self, done: int, total: int, *, is_last: bool = False) -> None:
        """Tell how far it is, in bytes, not too often; `total` is 0 if it is not known."""
        speed = self._meter.speed_at(done, is_last=is_last)
        if speed is not None:
            self.progressed.emit(Progress(self._order.job, done, total, speed))

    def tell_identified(self, partial: Partial) -> None:
        """Tell what there is to go on with."""
        self.identified.emit(self._order.job, partial)
