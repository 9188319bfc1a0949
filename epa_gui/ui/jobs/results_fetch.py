"""Decides about fetching results for looking: when a job finishes, by itself, one after the other, and quietly."""

import logging
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.jobs.backoff import Backoff
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.core.jobs.settings import Settings
from epa_gui.core.results.results_cache import MOST_KEPT, CachedResults, ResultsCache
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.jobs.check_scheduler import CheckScheduler
from epa_gui.ui.jobs.download_worker import DownloadOrder, DownloadReport, Progress
from epa_gui.ui.jobs.downloads import Downloads
from epa_gui.ui.jobs.looking_worker import LookingWorker, TidyOrder, TidyReport, TidyWorker

log = logging.getLogger(__name__)

_WAITS = (60.0, 300.0, 900.0, 3600.0)
_LONGEST_WAIT = 6 * 3600.0
_MOST_TRIES = 12
_RECENT = 3 * 86400.0
"""Seconds. What ended within so many, and was not fetched as the program was closed, is fetched at the next start."""

_HOPELESS = frozenset({ProblemKind.RESULTS_TOO_LARGE, ProblemKind.JOB_NOT_FOUND, ProblemKind.JOB_DELETED})


class FetchPhase(Enum):
    """How far it is."""

    WAITING = auto()
    RUNNING = auto()
    THERE = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class FetchState:
    """How fetching one job's results for looking stands.

    Attributes:
        phase: How far it is.
        problem: Why it failed.
        next_try_at: When it is tried again, seconds since the epoch; `None` for not by itself.
        tries: How often it failed.
    """

    phase: FetchPhase
    problem: Problem | None = None
    next_try_at: float | None = None
    tries: int = 0


class ResultsFetch(QObject):
    """The results that are here for looking, and those on their way.

    Attributes:
        states: How it stands, for each job that is to be fetched or is there.

    Signals:
        changed: How it stands with a job's results has changed (its `JobKey`).
        progressed: How far it is (the `JobKey`, bytes that are here, bytes in all or 0 if nobody knows).
        results_fetched: A job's results are here whole: fetched, or saved by the person (its `JobKey`, and the path).
    """

    changed = Signal(object)
    progressed = Signal(object, object, object)
    results_fetched = Signal(object, object)

    def __init__(
        self,
        repository: Repository,
        keys: KeyStore,
        scheduler: CheckScheduler,
        downloads: Downloads,
        *,
        folder: Path,
        most: int = MOST_KEPT,
    ) -> None:
        super().__init__()
        self.states: dict[JobKey, FetchState] = {}
        self.threads = PassingThreads()
        self._repository = repository
        self._keys = keys
        self._scheduler = scheduler
        self._downloads = downloads
        self._cache = ResultsCache(folder, most)
        self._found: dict[JobKey, CachedResults] = {}
        self._open: dict[JobKey, int] = {}
        self._worker: LookingWorker | None = None
        self._under_way: JobKey | None = None
        self._tidying: list[TidyWorker] = []
        self._backoff = Backoff(_WAITS, _LONGEST_WAIT, is_endless=True)
        self._was_read = False
        self._is_stopping = False
        repository.opened.connect(self._on_opened)
        repository.job_changed.connect(self._on_job_changed)
        repository.jobs_removed.connect(self._on_jobs_removed)
        repository.jobs_added.connect(self._on_jobs_added)
        repository.settings_changed.connect(self._on_settings_changed)
        keys.ready.connect(self._on_key_ready)
        keys.missing.connect(self._on_key_missing)
        scheduler.ticked.connect(self._on_tick)
        downloads.changed.connect(self._on_transfer)
        downloads.fetched_of = self.fetched

    def fetched(self, job: JobKey) -> CachedResults | None:
        """A job's results as they were fetched for looking; `None` if they are not here."""
        return self._found.get(job)

    def path_of(self, key: JobKey) -> Path | None:
        """Where a job's results are: as fetched, else as the person saved them; `None` if nowhere. Asks no disk."""
        cached, job = self._found.get(key), self._repository.jobs.get(key)
        if cached is not None:
            return Path(cached.saved.path)
        return Path(job.saved.path) if job is not None and job.saved else None

    def problem_of(self, key: JobKey) -> Problem | None:
        """Why a job's results could not be fetched, if that was tried last."""
        state = self.states.get(key)
        return state.problem if state is not None and state.phase is FetchPhase.FAILED else None

    def want(self, key: JobKey) -> None:
        """Fetch a job's results now, whatever the settings say: somebody wants to look at them."""
        job = self._repository.jobs.get(key)
        if job is not None and job.can_save and key != self._under_way:
            self._found.pop(key, None)  # who asks has found that it is not there any more
            self._set(key, FetchState(FetchPhase.WAITING))
            self._start_next()

    def give_up(self, key: JobKey) -> None:
        """Nobody waits for these results any more; what came of them so far goes."""
        if key == self._under_way and self._worker is not None:
            self._worker.stop()
        if key not in self._found:
            self._set(key, None)

    def hold(self, key: JobKey) -> None:
        """Somebody looks at these results: they are kept until `let_go`."""
        self._open[key] = self._open.get(key, 0) + 1

    def let_go(self, key: JobKey) -> None:
        """Nobody looks at them any more in that place."""
        self._open[key] = self._open.get(key, 0) - 1
        if self._open[key] <= 0:
            del self._open[key]

    def stop(self) -> None:
        """Give up what is on its way, and delete what was fetched of jobs that were removed: undo is over."""
        self._is_stopping = True
        if self._worker is not None:
            self._worker.stop()
        removed = tuple(key for key in self._found if key not in self._repository.jobs)
        if removed and self._repository.can_be_used:
            self._tidy(TidyOrder(self._cache.folder, self._cache.most, removed=removed))

    @Slot()
    def _on_opened(self) -> None:
        """What earlier starts have fetched is found, and their leftovers go."""
        self._tidy(TidyOrder(self._cache.folder, self._cache.most, jobs=tuple(self._repository.jobs)))

    def _tidy(self, order: TidyOrder) -> None:
        worker = TidyWorker(order)
        self._tidying.append(worker)
        worker.reported.connect(self._on_tidied)
        self.threads.start(worker, "tidy fetched results")

    @Slot(object)
    def _on_tidied(self, report: TidyReport) -> None:
        self._tidying = self._tidying[1:]
        for key in report.gone:
            if self._found.pop(key, None) is not None:
                self._set(key, None)
        if report.order.jobs is None or self._is_stopping:
            return
        self._was_read = True
        for cached in report.found:
            self._found[cached.job] = cached
            self._set(cached.job, FetchState(FetchPhase.THERE))
        recent = self._repository.clock() - _RECENT
        for job in self._repository.jobs.values():
            if (job.ended_at or 0.0) >= recent:
                self._want_by_itself(job)
        self._start_next()

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:
        if after.saved is not None and after.saved != before.saved:
            state = self.states.get(after.key)
            if state is not None and state.phase is not FetchPhase.THERE and after.key != self._under_way:
                self._set(after.key, None)  # no second download
            self.results_fetched.emit(after.key, Path(after.saved.path))
        if after.can_save and not before.can_save:
            self._want_by_itself(after)
            self._start_next()

    @Slot(object)
    def _on_jobs_added(self, jobs: list[Job]) -> None:
        """Jobs that came back: what was fetched of them is still there."""
        for job in jobs:
            if job.key in self._found:
                self._set(job.key, FetchState(FetchPhase.THERE))

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for key in keys:
            self._set(key, None)
            if key == self._under_way and self._worker is not None:
                self._worker.stop()

    def _want_by_itself(self, job: Job) -> None:
        is_here = job.saved is not None or job.key in self._found
        if self._repository.settings.fetch_results and job.can_save and not is_here and job.key not in self.states:
            self._set(job.key, FetchState(FetchPhase.WAITING))

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        if not settings.fetch_results:
            for key, state in list(self.states.items()):
                if state.phase in {FetchPhase.WAITING, FetchPhase.FAILED}:
                    self._set(key, None)

    @Slot(float)
    def _on_tick(self, now: float) -> None:
        for key, state in list(self.states.items()):
            if state.phase is FetchPhase.FAILED and state.next_try_at is not None:
                if state.next_try_at > now + _LONGEST_WAIT:  # the clock was set back
                    self._set(key, FetchState(FetchPhase.FAILED, state.problem, now + _WAITS[0], state.tries))
                elif state.next_try_at <= now:
                    self._set(key, FetchState(FetchPhase.WAITING, tries=state.tries))
        self._start_next()

    @Slot(str)
    def _on_key_ready(self, model: str) -> None:
        for key, state in list(self.states.items()):
            if key.model == model and state.problem and state.problem.kind in KEY_KINDS:
                self._set(key, FetchState(FetchPhase.WAITING))
        self._start_next()

    @Slot(object, object)
    def _on_transfer(self, _key: JobKey, transfer: object) -> None:
        if transfer is None:
            self._start_next()

    def _start_next(self) -> None:
        if self._worker is not None or self._is_stopping or not self._was_read:
            return
        for key, state in list(self.states.items()):
            if state.phase is FetchPhase.WAITING and self._start(key, state):
                return

    def _start(self, key: JobKey, state: FetchState) -> bool:
        """Have one fetched; `False` if it cannot begin now."""
        job = self._repository.jobs.get(key)
        if job is None or not job.can_save or key in self._downloads.transfers:
            return False  # what the person saves now need not be fetched twice
        api_key = self._keys.key_of(job.model)
        if api_key is None:
            return False
        order = DownloadOrder(
            key,
            self._repository.address_of(self._repository.models[job.model]),
            api_key,
            self._cache.place_of(key, job.results_name),
            self._scheduler.link_of(key),
            most=self._cache.most,
            is_for_looking=True,
        )
        worker = self._worker = LookingWorker(order, self._cache)
        self._under_way = key
        worker.reported.connect(self._on_report)
        worker.progressed.connect(self._on_progressed)
        self._set(key, FetchState(FetchPhase.RUNNING, tries=state.tries))
        self.threads.start(worker, "fetch results for looking")
        return True

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self.progressed.emit(progress.job, progress.done, progress.total)

    @Slot(str, object)
    def _on_key_missing(self, model: str, problem: Problem) -> None:
        for key, state in list(self.states.items()):
            if key.model == model and state.phase is FetchPhase.WAITING:
                self._set(key, FetchState(FetchPhase.FAILED, problem))

    @Slot(object)
    def _on_report(self, report: DownloadReport) -> None:
        self._worker = self._under_way = None
        key = report.job
        state = self.states.get(key)
        if report.answer and key in self._repository.jobs:
            self._scheduler.take_in(key, report.answer)
        if report.saved is not None:
            self._take(CachedResults(key, report.saved, report.target))
        elif state is not None and report.problem is not None:
            self._set(key, self._failed(report.problem, state.tries + 1))
        elif state is not None and not self._is_stopping:
            self._set(key, None)
        self._start_next()

    def _take(self, cached: CachedResults) -> None:
        self._found[cached.job] = cached
        if cached.job not in self._repository.jobs:
            return  # removed meanwhile: it goes with the others that were
        self._set(cached.job, FetchState(FetchPhase.THERE))
        self._downloads.learn_target(cached.job.model, cached.target)
        kept = frozenset({*self._open, cached.job})
        if sum(each.saved.size for each in self._found.values()) > self._cache.most:
            self._tidy(TidyOrder(self._cache.folder, self._cache.most, found=tuple(self._found.values()), open=kept))
        self.results_fetched.emit(cached.job, Path(cached.saved.path))

    def _failed(self, problem: Problem, tries: int) -> FetchState:
        log.info("results were not fetched for looking: %s", problem.kind.value)
        if problem.kind in _HOPELESS | KEY_KINDS or tries >= _MOST_TRIES:
            return FetchState(FetchPhase.FAILED, problem, tries=tries)
        wait = self._backoff.wait(tries, problem.retry_after) or _WAITS[-1]
        return FetchState(FetchPhase.FAILED, problem, self._repository.clock() + wait, tries)

    def _set(self, key: JobKey, state: FetchState | None) -> None:
        if state is None:
            self.states.pop(key, None)
        else:
            self.states[key] = state
        self.changed.emit(key)
