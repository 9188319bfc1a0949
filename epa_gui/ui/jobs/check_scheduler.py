"""Decides which jobs are asked about and when, and takes in what the service says."""

import math
import random
from collections import deque
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from epa_gui.core.jobs.check_outcome import after_answer, after_problem, status_entry
from epa_gui.core.jobs.job import Answer, Job, JobKey, Stage
from epa_gui.core.jobs.problem import CONNECTION_KINDS, KEY_KINDS, KEYCHAIN_KINDS, NO_KEY_KINDS, Problem, ProblemKind
from epa_gui.core.jobs.schedule import RETRY_AFTER_AT_MOST, is_due, next_check
from epa_gui.core.jobs.settings import Settings
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.jobs.check_worker import CheckOrder, CheckPool, CheckReport

TICK_MS = 1000
_ASLEEP_SECONDS = 30.0
"""A tick that comes this late means the computer slept."""


class CheckScheduler(QObject):
    """One tick a second for all jobs, so that sleep and a changed clock cannot lose one.

    Signals:
        under_way_changed: A job's check began or ended (its `JobKey`).
        ended: A job was seen to finish or fail, after it had been seen before (the `Job`).
        ticked: A second has passed; for whoever shows times (the time, seconds since the epoch).
        asked_for: A person asks how jobs stand (a list of `JobKey`).
    """

    under_way_changed = Signal(object)
    ended = Signal(object)
    ticked = Signal(float)
    asked_for = Signal(object)

    def __init__(
        self, repository: Repository, keys: KeyStore, pool: CheckPool, chance: random.Random | None = None
    ) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._pool = pool
        self._chance = chance or random.Random()  # noqa: S311  spreads checks, guards nothing  # nosec B311
        self._under_way: set[JobKey] = set()
        self._links: dict[JobKey, str] = {}
        self._asked_for: dict[JobKey, None] = {}
        self._due: deque[JobKey] = deque()
        self._is_stopping = False
        self._last_tick = repository.clock()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.tick)
        pool.reported.connect(self._on_report)
        keys.ready.connect(self._on_key_ready)
        keys.missing.connect(self._on_key_missing)
        repository.opened.connect(self.start)
        repository.jobs_added.connect(self._on_jobs_added)
        repository.settings_changed.connect(self._on_settings_changed)

    @Slot()
    def start(self) -> None:
        """Begin to ask; not where the list was read after the window had closed."""
        if self._is_stopping:
            return
        self._pool.set_most(self._repository.settings.requests_at_once)
        self._timer.start()
        self._ask_keychain_again()
        self.tick()

    def _ask_keychain_again(self) -> None:
        """What stopped for want of a key may go on: the keychain may be there today."""
        now = self._repository.clock()
        for job in list(self._repository.jobs.values()):
            if job.problem and job.problem.kind in KEYCHAIN_KINDS | NO_KEY_KINDS:
                self._plan(job, now)

    @Slot()
    def stop(self) -> None:
        """Ask nothing more."""
        self._is_stopping = True
        self._timer.stop()
        self._pool.stop()

    def link_of(self, key: JobKey) -> str:
        """The download link of the last answer in this session; it may be stale."""
        return self._links.get(key, "")

    def is_under_way(self, key: JobKey) -> bool:
        """Whether the service is being asked about this job right now."""
        return key in self._under_way

    def is_wanted(self, job: Job) -> bool:
        """Whether it is time to ask about this job, or a person has asked for it."""
        is_time = is_due(job, self._repository.clock()) or job.key in self._asked_for
        return is_time and not job.is_uploading

    def upcoming(self) -> float:
        """When the next check is, seconds since the epoch; infinity if none is planned."""
        return min((job.next_check_at for job in self._repository.jobs.values()), default=math.inf)

    def latest(self) -> float | None:
        """When the service answered last, about any job."""
        return max((job.checked_at for job in self._repository.jobs.values() if job.checked_at), default=None)

    def under_way_count(self) -> int:
        """How many jobs are being asked about."""
        return len(self._under_way)

    def check_now(self, keys: list[JobKey]) -> None:
        """Ask about these as soon as a request is free, whatever was planned."""
        jobs = (self._repository.jobs[key] for key in keys if key in self._repository.jobs)
        self._asked_for |= dict.fromkeys(job.key for job in jobs if not job.is_uploading)
        self._dispatch(self._repository.clock())
        self.asked_for.emit(keys)

    @Slot()
    def network_is_back(self) -> None:
        """Ask again at once about every job whose last check got nowhere."""
        now = self._repository.clock()
        for job in list(self._repository.jobs.values()):
            if job.problem and job.problem.kind in CONNECTION_KINDS:
                self._plan(job, now)
        self._dispatch(now)

    @Slot()
    def tick(self) -> None:
        """Once a second: ask what is due."""
        now = self._repository.clock()
        if not 0 <= now - self._last_tick < _ASLEEP_SECONDS:
            self.network_is_back()
        if now < self._last_tick:
            self._set_back(now - self._last_tick, now)
        self._last_tick = now
        self._dispatch(now)
        self.ticked.emit(now)

    def _set_back(self, seconds: float, now: float) -> None:
        """The clock was set back: plans move with it, else nothing would be asked until it has caught up."""
        for job in list(self._repository.jobs.values()):
            if math.isfinite(job.next_check_at):
                self._plan(job, max(now, job.next_check_at + seconds))

    def _dispatch(self, now: float) -> None:
        """Find out what is due, and order as many checks as may be under way."""
        due = [job for job in self._repository.jobs.values() if is_due(job, now) and job.key not in self._under_way]
        due.sort(key=lambda job: job.next_check_at)
        self._due = deque(job.key for job in due)
        self._order_next()

    def _order_next(self) -> None:
        """Fill the room there is: with what a person asked for, then with what was due longest."""
        if not self._timer.isActive():
            return
        for key in list(self._asked_for):
            if self._has_room() and key not in self._under_way:
                self._order(key)
        while self._due and self._has_room():
            key = self._due.popleft()
            job = self._repository.jobs.get(key)
            if job is not None and key not in self._under_way and is_due(job, self._repository.clock()):
                self._order(key)

    def _has_room(self) -> bool:
        # Twice what may be asked at once, so that no worker waits for this thread between two requests.
        return len(self._under_way) < 2 * self._pool.most

    def _order(self, key: JobKey) -> None:
        """Have one job asked about, if its key is known."""
        job = self._repository.jobs.get(key)
        api_key = self._keys.key_of(key.model) if job else None
        if job is None or api_key is None:
            return
        self._asked_for.pop(key, None)
        self._under_way.add(key)
        self.under_way_changed.emit(key)
        address = self._repository.address_of(self._repository.models[job.model])
        self._pool.ask(CheckOrder(key, address, api_key), len(self._under_way))

    @Slot(object)
    def _on_report(self, report: CheckReport) -> None:
        key = report.order.job
        self._under_way.discard(key)
        self.under_way_changed.emit(key)
        if report.answer:
            self.take_in(key, report.answer, report.results_name)
        elif report.problem:
            self._take_in_problem(key, report)
        self._order_next()

    def take_in(self, key: JobKey, answer: Answer, results_name: str = "") -> None:
        """Put an answer in the list, wherever it was asked for; not one that a newer one has overtaken."""
        before = self._repository.jobs.get(key)
        if before is None or answer.asked_at < (before.checked_at or 0.0) <= self._repository.clock():
            return  # where the newer one lies in the future, the clock was set back meanwhile
        self._links[key] = answer.download_url
        after = after_answer(before, answer, results_name, self._repository.settings, self._chance.random())
        self._change(before, after)
        has_ended = after.stage in {Stage.FINISHED, Stage.FAILED} and after.ended_at != before.ended_at
        if has_ended and before.checked_at is not None:
            self.ended.emit(after)

    def _take_in_problem(self, key: JobKey, report: CheckReport) -> None:
        before = self._repository.jobs.get(key)
        problem = report.problem
        if before is None or problem is None:
            return
        if problem.kind in KEY_KINDS:
            if self._keys.key_of(key.model) == report.order.api_key:
                self._stop_model(key, problem)
            else:
                self._plan(before, self._repository.clock())  # the key was changed while this was under way
            return
        self._change(before, self._troubled(before, problem))
        if problem.kind is ProblemKind.TOO_MANY_REQUESTS:
            self._hold_back(report.order.address, problem)

    def _troubled(self, job: Job, problem: Problem) -> Job:
        return after_problem(job, problem, self._repository.settings, self._repository.clock(), self._chance.random())

    def _stop_model(self, asked: JobKey, problem: Problem) -> None:
        """A key problem stops every job of its model that would still be asked about."""
        for job in self._repository.jobs_of(asked.model):
            self._asked_for.pop(job.key, None)
            if job.key == asked or (math.isfinite(job.next_check_at) and job.key not in self._under_way):
                self._change(job, self._troubled(job, problem))

    def _hold_back(self, address: str, problem: Problem) -> None:
        """A service that is asked too much gets rest from all its jobs, not only from the one that was answered so."""
        wait = min(problem.retry_after or self._repository.settings.check_seconds, RETRY_AFTER_AT_MOST)
        until = self._repository.clock() + wait
        for job in list(self._repository.jobs.values()):
            is_here = self._repository.address_of(self._repository.models[job.model]) == address
            if is_here and job.next_check_at < until:
                self._plan(job, until + self._chance.random() * wait / 10)

    def _change(self, before: Job, after: Job) -> None:
        entry = status_entry(before, after, self._repository.clock())
        self._repository.change_job(after, *([entry] if entry else []), is_urgent=False)

    def _plan(self, job: Job, when: float) -> None:
        self._repository.change_job(replace(job, next_check_at=when), is_urgent=False)

    @Slot(object)
    def _on_jobs_added(self, _jobs: list[Job]) -> None:
        self._dispatch(self._repository.clock())

    @Slot(str)
    def _on_key_ready(self, model: str) -> None:
        """A new key sets going what the old one stopped."""
        now = self._repository.clock()
        for job in self._repository.jobs_of(model):
            if job.problem and job.problem.kind in KEY_KINDS | KEYCHAIN_KINDS:
                self._plan(job, now)
        self._dispatch(now)

    @Slot(str, object)
    def _on_key_missing(self, model: str, problem: Problem) -> None:
        """No key, or a keychain that refused: nobody is asked again until a person does something about it."""
        for job in self._repository.jobs_of(model):
            was_asked_for = self._asked_for.pop(job.key, "") is None
            if was_asked_for or math.isfinite(job.next_check_at):
                self._change(job, replace(self._troubled(job, problem), next_check_at=math.inf))

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        """A new interval holds from now on, not from the check after next."""
        if not self._timer.isActive():
            return  # they were only read; what was planned before the last end still holds
        self._pool.set_most(settings.requests_at_once)
        now = self._repository.clock()
        for job in list(self._repository.jobs.values()):
            if math.isfinite(job.next_check_at) and job.checked_at and not job.problem:
                planned = next_check(job, job.checked_at, settings, self._chance.random())
                self._plan(job, max(now, planned))
