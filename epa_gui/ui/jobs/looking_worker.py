"""Fetches results into the program's own folder, for looking; reads that folder at the start, and clears it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from epa_gui.core.jobs.job import JobKey, Saved
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.results.part_file import disk_problem
from epa_gui.core.results.results_cache import CachedResults, ResultsCache
from epa_gui.ui.base.one_shot_worker import OneShotWorker
from epa_gui.ui.jobs.download_worker import DownloadOrder, DownloadReport, DownloadWorker

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client


class LookingWorker(DownloadWorker):
    """Fetches one job's results for looking. It reports a `DownloadReport`.

    Args:
        order: What to fetch, and where to in the cache.
        cache: Where it is kept.
    """

    def __init__(self, order: DownloadOrder, cache: ResultsCache) -> None:
        super().__init__(order)
        self._cache = cache

    def ask(self, client: "Client") -> Saved | None:
        """Fetch, and note the proof beside it."""
        saved = None
        try:
            self._prepare()
            saved = super().ask(client)
            if saved is not None:
                self._cache.keep(CachedResults(self._order.job, saved, self._target))
        except OSError as error:
            saved = None
            raise ProblemError(disk_problem(error, self._cache.folder)) from error
        finally:
            if saved is None:
                self._cache.remove(self._order.job)
        return saved

    def _prepare(self) -> None:
        self._cache.prepare(self._order.job)
        if not self._cache.has_room_for(0):
            raise ProblemError(Problem(ProblemKind.DISK_FULL, "", str(self._cache.folder)))

    def report(self, result: Saved | None, problem: Problem | None) -> DownloadReport:
        """Nothing is left to go on with: it is fetched anew."""
        if self._stopped.is_set() and result is None:
            problem = None
        return DownloadReport(self._order.job, result, problem, None, self._answer, self._target)


@dataclass(frozen=True, slots=True)
class TidyOrder:
    """What to do in the cache.

    Attributes:
        folder: Where it is.
        most: Bytes that are kept.
        jobs: Those in the list; everything else goes. `None` to leave the folder as it is but for `removed`.
        found: What is known to be there, to make room among.
        open: Jobs whose results somebody looks at: they are kept.
        removed: Jobs whose results go.
    """

    folder: Path
    most: int
    jobs: tuple[JobKey, ...] | None = None
    found: tuple[CachedResults, ...] = ()
    open: frozenset[JobKey] = frozenset()
    removed: tuple[JobKey, ...] = ()


@dataclass(frozen=True, slots=True)
class TidyReport:
    """What came of it.

    Attributes:
        order: What was asked for.
        found: What was read, if it was to be read.
        gone: Jobs whose results are no longer there.
    """

    order: TidyOrder
    found: Sequence[CachedResults] = ()
    gone: tuple[JobKey, ...] = ()


class TidyWorker(OneShotWorker[TidyOrder, TidyReport, TidyReport]):
    """Reads the cache, or takes things out of it. It reports a `TidyReport`."""

    def work(self) -> TidyReport:
        """Do it."""
        order = self._order
        cache = ResultsCache(order.folder, order.most)
        for job in order.removed:
            cache.remove(job)
        found = list(order.found)
        if order.jobs is not None:
            found = cache.read(order.jobs)
        gone = cache.make_room(found, order.open)
        return TidyReport(order, [each for each in found if each.job not in gone], (*order.removed, *gone))

    def report(self, result: TidyReport | None, problem: Problem | None) -> TidyReport:  # noqa: ARG002  nothing to tell
        """What came of it."""
        return result or TidyReport(self._order)
