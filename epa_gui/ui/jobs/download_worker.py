"""Downloads the results of one job: fresh link, resume, retry, proof, rename. What the proof is: `results.proof`."""

import contextlib
import logging
import threading
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from epa_gui.core.files.internet_mark import mark_as_from_net
from epa_gui.core.files.safe_files import remove
from epa_gui.core.jobs.job import Answer, JobKey, Partial, Saved
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.results.checksum import sha256_of
from epa_gui.core.results.part_file import PartFile
from epa_gui.core.results.target import target_in
from epa_gui.ui.base.threads import Worker
from epa_gui.ui.base.transfer_meter import Meter
from epa_gui.ui.jobs.arrival import Arrival

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client

log = logging.getLogger(__name__)

_STALE = frozenset({ProblemKind.LINK_EXPIRED, ProblemKind.LINK_REFUSED, ProblemKind.FILE_GONE})
_NOWHERE = frozenset({ProblemKind.CONNECTION_REFUSED, ProblemKind.NAME_NOT_FOUND})
"""The link leads nowhere: a fresh one may lead elsewhere."""

_PASSING = frozenset(
    {
        ProblemKind.CONNECTION_LOST,
        ProblemKind.CONNECTION_REFUSED,
        ProblemKind.NAME_NOT_FOUND,
        ProblemKind.TIMED_OUT,
        ProblemKind.CUT_SHORT,
        ProblemKind.STORAGE_TROUBLE,
        ProblemKind.TOO_MANY_REQUESTS,
    }
)
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
    """

    job: JobKey
    address: str
    api_key: str = field(repr=False)
    path: Path
    link: str = field(default="", repr=False)
    partial: Partial | None = None


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
    """

    job: JobKey
    saved: Saved | None = None
    problem: Problem | None = None
    partial: Partial | None = None
    answer: Answer | None = None
    target: str = ""


class _Tries:
    """How often a download failed in a row: it begins to count anew whenever it got farther than ever."""

    def __init__(self, there: int) -> None:
        self.failures = 0
        self._farthest = there
        self._bad = 0

    def note(self, there: int, *, is_bad: bool) -> None:
        """A try ended in trouble with so many bytes there; in bad ones all came, which is no progress."""
        if there > self._farthest:
            self.failures, self._farthest = 0, there
        self._bad += is_bad
        self.failures = max(self.failures, self._bad - 1)


class DownloadWorker(Worker):
    """One download, from its order to its report.

    Signals:
        progressed: How far it is (a `Progress`), a few times a second.
        identified: What is being fetched, to be kept for the next try: the `JobKey`, and the `Partial` or `None`.
        reported: What came of it (a `DownloadReport`); once.
    """

    progressed = Signal(object)
    identified = Signal(object, object)
    reported = Signal(object)

    def __init__(self, order: DownloadOrder) -> None:
        super().__init__()
        self._order = order
        self._stopped = threading.Event()
        self._keep_part = False
        self._client: Client | None = None
        self._part = PartFile(order.path, order.partial)
        self._partial = order.partial or Partial(str(order.path))
        self._answer: Answer | None = None
        self._meter = Meter()
        self._is_framed = True
        self._arrival = Arrival(order.path, self._part, self._stopped.is_set, self._now_left)

    def cancel(self) -> None:
        """Give it up: what came so far is deleted."""
        self._end()

    def stop(self) -> None:
        """Interrupt it: what came so far stays, to go on with later."""
        self._keep_part = True
        self._end()

    def _end(self) -> None:
        self._stopped.set()
        if self._client is not None:
            self._client.cut()

    def run(self) -> None:
        """Download; report once, whatever happens."""
        saved = problem = None
        try:
            saved = self._download()
        except ProblemError as trouble:
            problem = trouble.problem
        except Exception as error:  # this door: whatever happens, the download's end is reported
            log.exception("a download met something unexpected")
            problem = Problem(ProblemKind.UNEXPECTED, type(error).__name__)
        finally:
            with contextlib.suppress(OSError):  # a network drive may tell of its trouble only now
                self._part.close()
            partial = self._leave(saved, problem)
            if self._stopped.is_set() and not saved:
                problem = Problem(ProblemKind.INTERRUPTED) if self._keep_part else None
            target = target_in(self._order.path) if saved else ""
            self.reported.emit(DownloadReport(self._order.job, saved, problem, partial, self._answer, target))

    def _leave(self, saved: Saved | None, problem: Problem | None) -> Partial | None:
        """What stays for a later try: nothing of what was cancelled or finished, or cannot be gone on with."""
        if saved or (self._stopped.is_set() and not self._keep_part):
            if not saved:
                self._part.discard()
            return None
        if not (self._partial.etag and self._partial.size):
            self._part.discard()
        if not self._part.size():
            self._partial = Partial(str(self._order.path))
        return self._partial if self._part.size() or problem or self._stopped.is_set() else None

    def _download(self) -> Saved | None:
        # Here, not above: requests takes longer to import than the window takes to show.
        from epa_gui.core.service.client import Client  # noqa: PLC0415

        self._clear_unpacked()
        self._client = Client()
        if self._stopped.is_set():
            return None
        try:
            self._fetch_whole(self._client)
            if self._stopped.is_set():
                return None
            size = self._part.size()
            mark_as_from_net(self._part.path)
            # It was proved just now, in the loop that can try again.
            is_there = self._part.finish(self._stopped.is_set, self._stopped.wait, lambda *_: True)
            saved_at = time.time()
        finally:
            self._client.close()
        return self._saved(size, saved_at) if is_there else None

    def _clear_unpacked(self) -> None:
        """Delete what a program that was killed while it unpacked has left; what was packed is still there."""
        name, _, identity = self._partial.unpacked.partition("/")
        if name:
            remove(self._order.path.with_name(name), identity)
            self._partial = replace(self._partial, unpacked="")

    def _saved(self, size: int, at: float) -> Saved:
        """What is there now: read once more, since the history vouches for the file and not for what was received."""
        # Here, not above: what it needs takes longer to import than a start can spare.
        from epa_gui.core.results.metrics import main_metric_in  # noqa: PLC0415

        path = self._order.path
        checksum = sha256_of(path, self._stopped.is_set)
        return Saved(str(path), size, at, checksum, main_metric_in(path), self._arrival.untested)

    def _fetch_whole(self, client: "Client") -> None:
        """Fetch until the part is whole and proved: a stale link is refreshed once, passing trouble is waited out."""
        from epa_gui.core.service.download import StartOverError  # noqa: PLC0415  as above

        link, is_fresh, tries = self._order.link, False, _Tries(self._part.size())
        while not self._stopped.is_set():
            try:
                if not link:
                    link, is_fresh = self._fresh_link(client), True
                self._fetch(client, link)
                self._prove(client, link)
            except StartOverError:
                self._forget()
                tries.failures += 1
                if tries.failures > len(_WAITS):
                    raise ProblemError(Problem(ProblemKind.STORAGE_TROUBLE)) from None
            except ProblemError as trouble:
                kind, is_bad = trouble.problem.kind, self._arrival.was_given_up
                tries.note(self._part.size(), is_bad=is_bad)
                if self._arrival.is_hopeless:
                    raise
                if (is_bad or kind in _STALE | _NOWHERE) and not is_fresh:
                    link = ""
                elif (is_bad or kind in _PASSING) and tries.failures < len(_WAITS):
                    self._wait(_WAITS[tries.failures], trouble.problem.retry_after)
                    tries.failures += 1
                    is_fresh = False  # the link may have gone stale while it was waited
                    link = "" if is_bad else link
                else:
                    raise
            else:
                return

    def _prove(self, client: "Client", link: str) -> None:
        if not self._stopped.is_set():
            self._arrival.prove(client, link, self._partial, is_framed=self._is_framed)

    def _forget(self) -> None:
        """Begin anew: no other's bytes are joined to what is there."""
        self._part.discard()
        self._now_left(Partial(str(self._order.path)))

    def _now_left(self, partial: Partial) -> None:
        self._partial = partial
        self.identified.emit(self._order.job, partial)

    def _wait(self, seconds: float, retry_after: float | None) -> None:
        self._stopped.wait(min(_LONGEST_WAIT, max(seconds, retry_after or 0.0)))

    def _fresh_link(self, client: "Client") -> str:
        """Ask the service once more; its answer carries a new link."""
        order = self._order
        self._answer = client.status(order.address, order.api_key, order.job.id, time.time())
        if not self._answer.download_url:
            raise ProblemError(Problem(ProblemKind.NO_FILE_YET, self._answer.status))
        return self._answer.download_url

    def _fetch(self, client: "Client", link: str) -> None:
        from epa_gui.core.service import download  # noqa: PLC0415  as above

        self._arrival.was_given_up = False
        start = self._part.size() if self._partial.etag else 0
        if start and start == self._partial.size:
            return  # killed between the last byte and the rename
        with download.opened(client, link, start, self._partial.etag, self._partial) as stream:
            # First the part, then what it is called: never an old part under a new version's name.
            self._part.open(stream.start, stream.size)
            part = self._part.path.name, self._part.identity
            self._partial = stream.as_partial(str(self._order.path), *part)
            self._is_framed = stream.is_framed
            self.identified.emit(self._order.job, self._partial)
            self._meter.begin(stream.start)
            done = stream.start
            for piece in stream.pieces:
                self._part.write(piece)
                done += len(piece)
                if self._stopped.is_set():
                    return
                if not stream.size and done > MOST_WITHOUT_LENGTH:
                    raise ProblemError(Problem(ProblemKind.RESULTS_TOO_LARGE, f"{done}", str(self._order.path)))
                self._show(done, stream.size)
            self._show(done, stream.size, is_last=True)
            if stream.size and done != stream.size:  # a server may answer with less of a range than was asked for
                raise ProblemError(Problem(ProblemKind.CUT_SHORT, f"{done} / {stream.size}"))

    def _show(self, done: int, total: int, *, is_last: bool = False) -> None:
        speed = self._meter.speed_at(done, is_last=is_last)
        if speed is not None:
            self.progressed.emit(Progress(self._order.job, done, total, speed))
