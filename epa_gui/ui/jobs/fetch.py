"""Fetches the results of one job: fresh link, resume, retry, proof, rename. What the proof is: `results.proof`."""

import contextlib
import threading
import time
from dataclasses import replace
from typing import Protocol

from epa_gui.core.files.internet_mark import mark_as_from_net
from epa_gui.core.files.safe_files import PRIVATE, SHARED, remove
from epa_gui.core.jobs.backoff import Backoff, FailureCounter
from epa_gui.core.jobs.job import Answer, Partial, Saved
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.results.part_file import PartFile
from epa_gui.core.results.target import target_in
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import StartOverError, opened
from epa_gui.ui.jobs.download_check import Arrival
from epa_gui.ui.jobs.download_worker import DownloadOrder

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


class Listener(Protocol):
    """Hears how it goes, in the thread of the fetch."""

    def begin(self, done: int) -> None:
        """Bytes begin to come, behind so many that are there."""

    def tell(self, done: int, total: int, *, is_last: bool = False) -> None:
        """So many bytes are there, of so many, or of 0 if that is not known; often."""

    def tell_identified(self, partial: Partial) -> None:
        """What there is to go on with has changed."""


class Fetch:
    """One fetch, over all its attempts.

    Args:
        order: What is fetched, and where to.
        client: To ask with.
        stopped: Set by whoever gives it up.
        backoff: How long passing trouble is waited out.
        listener: Told how it goes.
        most_without_length: Bytes at most of what does not say how long it is; of nothing more than the order allows.

    Attributes:
        answer: What the service said, if it was asked for a fresh link.
        target: The column that the saved results say is predicted; empty if they do not.
    """

    def __init__(
        self,
        order: DownloadOrder,
        client: Client,
        stopped: threading.Event,
        backoff: Backoff,
        listener: Listener,
        *,
        most_without_length: int,
    ) -> None:
        self.answer: Answer | None = None
        self.target = ""
        self._order = order
        self._client = client
        self._stopped = stopped
        self._backoff = backoff
        self._listener = listener
        self._most_without_length = most_without_length
        self._part = PartFile(order.path, order.partial, PRIVATE if order.is_for_looking else SHARED)
        self._partial = order.partial or Partial(str(order.path))
        self._is_framed = True
        self._is_saved = False
        self._arrival = Arrival(order.path, self._part, self._stopped.is_set, self._now_left)

    def run(self) -> Saved | None:
        """Fetch them; `None` if it was stopped. The checksum is left to be taken.

        Raises:
            ProblemError: They cannot be had, or not be kept.
        """
        self._clear_unpacked()
        self._fetch_whole()
        if self._stopped.is_set():
            return None
        path, size = self._order.path, self._part.size()
        mark_as_from_net(self._part.path)
        # It was proved just now, in the loop that can try again.
        if not self._part.finish(self._stopped.is_set, self._stopped.wait, lambda *_: True):
            return None
        saved_at, self._is_saved = time.time(), True
        self.target = target_in(path)
        return Saved(str(path), size, saved_at, untested=self._arrival.untested)

    def leave(self, *, keeps_part: bool) -> Partial | None:
        """What stays for a later try: nothing of what was cancelled or finished, or cannot be gone on with.

        Args:
            keeps_part: Whether it was stopped to be gone on with, if it was stopped.
        """
        with contextlib.suppress(OSError):  # a network drive may tell of its trouble only now
            self._part.close()
        if self._is_saved:
            return None
        if self._stopped.is_set() and not keeps_part:
            self._part.discard()
            return None
        if not (self._partial.etag and self._partial.size):
            self._part.discard()
        if not self._part.size():
            self._partial = Partial(str(self._order.path))
        return self._partial

    def _clear_unpacked(self) -> None:
        """Delete what a program that was killed while it unpacked has left; what was packed is still there."""
        name, _, identity = self._partial.unpacked.partition("/")
        if name:
            remove(self._order.path.with_name(name), identity)
            self._partial = replace(self._partial, unpacked="")

    def _fetch_whole(self) -> None:
        """Fetch until the part is whole and proved; passing trouble is waited out.

        A stale link is replaced once, and once after each wait.
        """
        link, is_fresh, failures = self._order.link, False, FailureCounter(self._backoff, self._part.size())
        while not self._stopped.is_set():
            try:
                if not link:
                    link, is_fresh = self._fresh_link(), True
                self._fetch(link)
                self._prove(link)
            except StartOverError:
                self._forget()
                if failures.wait() is None:  # otherwise at once: nothing passes by waiting
                    raise ProblemError(Problem(ProblemKind.STORAGE_TROUBLE)) from None
            except ProblemError as trouble:
                kind, is_bad = trouble.problem.kind, self._arrival.was_given_up
                failures.note(self._part.size(), is_useless=is_bad)
                if self._arrival.is_hopeless:
                    raise
                if (is_bad or kind in _STALE | _NOWHERE) and not is_fresh:
                    link = ""
                elif (is_bad or kind in _PASSING) and (wait := failures.wait(trouble.problem.retry_after)) is not None:
                    self._stopped.wait(wait)
                    is_fresh = False  # the link may have gone stale while it was waited
                    link = "" if is_bad else link
                else:
                    raise
            else:
                return

    def _prove(self, link: str) -> None:
        if not self._stopped.is_set():
            self._arrival.prove(self._client, link, self._partial, is_framed=self._is_framed)

    def _forget(self) -> None:
        """Begin anew: no other's bytes are joined to what is there."""
        self._part.discard()
        self._now_left(Partial(str(self._order.path)))

    def _now_left(self, partial: Partial) -> None:
        self._partial = partial
        self._listener.tell_identified(partial)

    def _fresh_link(self) -> str:
        """Ask the service once more; its answer carries a new link."""
        order = self._order
        self.answer = self._client.status(order.address, order.api_key, order.job.id, time.time())
        if not self.answer.download_url:
            raise ProblemError(Problem(ProblemKind.NO_FILE_YET, self.answer.status))
        return self.answer.download_url

    def _fetch(self, link: str) -> None:
        self._arrival.was_given_up = False
        start = self._part.size() if self._partial.etag else 0
        if start and start == self._partial.size:
            return  # killed between the last byte and the rename
        with opened(self._client, link, start, self._partial.etag, self._partial) as stream:
            self._see_that_it_may_come(stream.size)
            # First the part, then what it is called: never an old part under a new version's name.
            self._part.open(stream.start, stream.size)
            part = self._part.path.name, self._part.identity
            self._is_framed = stream.is_framed
            self._now_left(stream.as_partial(str(self._order.path), *part))
            self._listener.begin(stream.start)
            done = stream.start
            for piece in stream.pieces:
                self._part.write(piece)
                done += len(piece)
                if self._stopped.is_set():
                    return
                if not stream.size:
                    self._see_that_it_may_come(done, self._most_without_length)
                self._listener.tell(done, stream.size)
            self._listener.tell(done, stream.size, is_last=True)
            if stream.size and done != stream.size:  # a server may answer with less of a range than was asked for
                raise ProblemError(Problem(ProblemKind.CUT_SHORT, f"{done} / {stream.size}"))

    def _see_that_it_may_come(self, size: int, most: int = 0) -> None:
        most = min((limit for limit in (most, self._order.most) if limit), default=size)
        if size > most:
            self._arrival.is_hopeless = True
            raise ProblemError(Problem(ProblemKind.RESULTS_TOO_LARGE, f"{size}", str(self._order.path)))
