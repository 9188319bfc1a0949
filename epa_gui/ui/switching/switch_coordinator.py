"""Decides about switches: each is on record before it is sent, sent once, and on record again when it has ended."""

import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Qt, QTimer, QUuid, Signal, Slot

from epa_gui.core.history.deployment import (
    Deployment,
    Deployments,
    LiveState,
    Switch,
    SwitchOutcome,
    asked,
    ended,
    switches_in,
)
from epa_gui.core.history.event import EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.core.jobs.problem import KEY_KINDS, NO_KEY_KINDS, Problem, ProblemKind
from epa_gui.core.service.redaction import redacted
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads, wait_for
from epa_gui.ui.switching.switch_worker import SwitchOrder, SwitchReport, SwitchWorker

SWITCH_SECONDS = 60.0
"""The deadline of one switch. Putting a model into service may take the service longer than answering about a job."""

_KEY_SECONDS = 120.0
"""How long a person may take to answer the keychain."""

_RECORD_SECONDS = 15.0
_GRACE_SECONDS = 3.0
"""How long a worker that was told to end may take to say how it ended."""

_LEAVING_SECONDS = 10.0
"""How long the end of the program waits for an answer. What is asked is on record, so nothing is lost after that."""

_TICK_MS = 250


@dataclass(slots=True)
class _UnderWay:
    """One switch on its way: first its key is fetched, then it is put on record, then it is sent.

    Its deadline is told by two clocks: the one that cannot be set stands still while the computer sleeps.
    """

    switch: Switch
    is_back: bool
    api_key: str = field(default="", repr=False)
    worker: SwitchWorker | None = None
    deadline: float = 0.0
    wall_deadline: float = 0.0

    def set_deadline(self, seconds: float) -> None:
        self.deadline, self.wall_deadline = time.monotonic() + seconds, time.time() + seconds

    def seconds_late(self) -> float:
        """How long the deadline has passed; negative before it."""
        return max(time.monotonic() - self.deadline, time.time() - self.wall_deadline)


class SwitchCoordinator(QObject):
    """The switches of this session, and what is behind each model's prediction API as far as this program knows.

    Signals:
        changed: Something about a model's switches is different now (the model's ID).
        ended: A `Switch` with its outcome.
    """

    changed = Signal(str)
    ended = Signal(object)

    def __init__(self, repository: Repository, keys: KeyStore, seconds: float = SWITCH_SECONDS) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._seconds = seconds
        self._deployments = Deployments()
        self._last: dict[JobKey, Switch] = {}
        self._done: dict[JobKey, Switch] = {}
        self._unseen: dict[JobKey, Problem] = {}
        self._under_way: dict[str, _UnderWay] = {}
        self._is_stopping = False
        self.threads = PassingThreads()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        repository.opened.connect(self._on_opened)
        repository.history_added.connect(self._on_recorded)
        repository.not_recorded.connect(self._on_not_recorded)
        # Later, when everybody has heard of them: a change must not overtake its job.
        repository.jobs_added.connect(self._on_jobs_added, Qt.ConnectionType.QueuedConnection)
        repository.jobs_removed.connect(self._on_jobs_removed)
        keys.replaced.connect(self._on_key_replaced)
        keys.ready.connect(self._on_key_ready)
        keys.missing.connect(self._on_key_missing)

    # What others may know

    def deployment_of(self, model: str) -> Deployment:
        """What is behind a model's prediction API."""
        return self._deployments.of(model)

    def live_state_of(self, job: Job) -> LiveState:
        """What a job is to its model's prediction API."""
        found = self._under_way.get(job.model)
        if found is not None and found.switch.job == job.id:
            return LiveState.SWITCHING
        return self.deployment_of(job.model).of(job.id)

    def under_way(self, model: str) -> Switch | None:
        """The model's switch that has not ended."""
        found = self._under_way.get(model)
        return found.switch if found else None

    def waits_for_key(self, key: JobKey) -> bool:
        """Whether a switch to this job has not been sent yet, since the keychain has not answered."""
        found = self._under_way.get(key.model)
        return found is not None and found.switch.job == key.id and not found.api_key

    def is_on_record(self) -> bool:
        """Whether a switch is under way that cannot be taken back: its window stays until it has ended."""
        return any(found.api_key for found in self._under_way.values())

    def seconds_left(self) -> float:
        """How long the switches under way may still take."""
        left = (
            (0.0 if found.worker else self._seconds) - found.seconds_late() + _GRACE_SECONDS
            for found in self._under_way.values()
        )
        return max(left, default=0.0)

    def live_title(self, model: str) -> str:
        """What the live job is called now, or was called when it was switched to; empty for the original."""
        live = self.deployment_of(model).live
        if live is None:
            return ""
        job = self._repository.jobs.get(JobKey(model, live.job))
        return job.title if job is not None else live.job_title

    def last_done(self, key: JobKey) -> Switch | None:
        """The last switch to this job that was done."""
        return self._done.get(key)

    def last_reason(self, key: JobKey) -> str:
        """Why this job was to be switched to when that was tried last."""
        return self._last[key].reason if key in self._last else ""

    # What a person does

    def switch(self, key: JobKey, reason: str, *, is_back: bool) -> bool:
        """Put a finished job's model into service; `False` if that cannot be asked for now."""
        job = self._repository.jobs.get(key)
        if job is None or job.stage is not Stage.FINISHED or key.model in self._under_way or self._is_stopping:
            return False
        switch = Switch(
            QUuid.createUuid().toString(QUuid.StringFormat.WithoutBraces),
            key.model,
            key.id,
            redacted(job.name),
            redacted(self._model_name(key.model)),
            self._repository.clock(),
            redacted(reason),  # people paste such things anywhere
        )
        found = self._under_way[key.model] = _UnderWay(switch, is_back)
        found.set_deadline(_KEY_SECONDS)
        self._timer.start()
        self.changed.emit(key.model)
        if self._keys.key_of(key.model) is not None:
            self._put_on_record(key.model)
        return True

    def cancel(self, key: JobKey) -> None:
        """Give up a switch that still waits for the keychain; one that is on record is not taken back."""
        if self.waits_for_key(key):
            self._give_up_unsent(key.model)

    def dismiss(self, key: JobKey) -> None:
        """Say no more of a switch that was not done; what is not confirmed stays said."""
        job = self._repository.jobs.get(key)
        if job is not None and job.switch_problem and self.live_state_of(job) is not LiveState.NOT_CONFIRMED:
            self._repository.change_job(replace(job, switch_problem=None))

    def stop(self) -> None:
        """Send nothing more, and wait a little for the answer to what was sent."""
        self._is_stopping = True
        for model, found in list(self._under_way.items()):
            if found.worker is None:
                self._give_up_unsent(model)
            else:
                found.worker.stop_unsent()
        wait_for(self.threads, max(0.0, min(self.seconds_left(), _LEAVING_SECONDS)))

    def end_all(self) -> None:
        """After `stop`: whatever has not reported by now, nobody knows of."""
        for model, found in list(self._under_way.items()):
            self._give_up(model, found)

    # One after the other: the key, the record, the request, the record

    @Slot(str)
    def _on_key_ready(self, model: str) -> None:
        found = self._under_way.get(model)
        if found is not None and not found.api_key:
            self._put_on_record(model)
        self._clear_problems(model, NO_KEY_KINDS)

    @Slot(str)
    def _on_key_replaced(self, model: str) -> None:
        """What was said of the key before does not hold for this one."""
        self._clear_problems(model, KEY_KINDS)

    def _clear_problems(self, model: str, kinds: Collection[ProblemKind]) -> None:
        for job in self._repository.jobs_of(model):
            if job.switch_problem and job.switch_problem.kind in kinds:
                self._repository.change_job(self._agreed(replace(job, switch_problem=None)))

    @Slot(str, object)
    def _on_key_missing(self, model: str, problem: Problem) -> None:
        found = self._under_way.get(model)
        if found is not None and not found.api_key:
            self._give_up_unsent(model, problem)

    def _put_on_record(self, model: str) -> None:
        found = self._under_way[model]
        api_key = self._keys.key_of(model)
        if api_key is None or self._is_stopping:
            return
        job = self._repository.jobs.get(JobKey(model, found.switch.job))
        if job is None or job.stage is not Stage.FINISHED:  # it may have changed while the keychain was asked
            self._give_up_unsent(model, Problem(ProblemKind.JOB_NOT_FINISHED) if job else None)
            return
        found.api_key = api_key
        found.set_deadline(_RECORD_SECONDS)
        self._ask(found)

    def _ask(self, found: _UnderWay) -> None:
        """Write down what is asked for, and what was live as far as is known."""
        live = self.deployment_of(found.switch.model).live
        found.switch = replace(found.switch, at=self._repository.clock(), replaces=live.job if live else "")
        self._repository.note(asked(found.switch, self._live_name(found.switch.model), is_back=found.is_back))

    def _live_name(self, model: str) -> str:
        live = self.deployment_of(model).live
        job = self._repository.jobs.get(JobKey(model, live.job)) if live else None
        return job.name if job is not None else live.job_name if live else ""

    def _model_name(self, model: str) -> str:
        known = self._repository.models.get(model) or self._repository.gone_model(model)
        return known.name if known else ""

    @Slot(object)
    def _on_recorded(self, entries: tuple[HistoryEntry, ...]) -> None:
        for found in self._asked_in(entry.event for entry in entries):
            self._send(found)

    @Slot(object)
    def _on_not_recorded(self, events: tuple[HistoryEvent, ...]) -> None:
        for found in self._asked_in(events):
            self._end(found.switch.model, SwitchOutcome.NOT_SENT, Problem(ProblemKind.SWITCH_NOT_RECORDED))

    def _asked_in(self, events: Iterable[HistoryEvent]) -> list[_UnderWay]:
        """The switches among these acts that wait for being on record."""
        names = {event.text("switch") for event in events if event.kind is EventKind.SWITCH_ASKED}
        return [found for found in self._under_way.values() if found.switch.id in names and found.worker is None]

    def _send(self, found: _UnderWay) -> None:
        switch = found.switch
        model = self._repository.models.get(switch.model)
        if model is None or self._is_stopping or found.seconds_late() > 0:
            self._give_up_unsent(switch.model)
            return
        address = self._repository.address_of(model)
        worker = SwitchWorker(SwitchOrder(switch.id, address, found.api_key, switch.job, self._seconds))
        worker.reported.connect(self._on_report)
        found.worker = worker
        found.set_deadline(self._seconds)
        self.threads.start(worker, "switch")

    @Slot(object)
    def _on_report(self, report: SwitchReport) -> None:
        for model, found in list(self._under_way.items()):
            if found.switch.id == report.id:
                self._end(model, report.outcome, report.problem)

    @Slot()
    def _on_tick(self) -> None:
        """Nothing waits longer than its deadline, not even for a name look-up that cannot be woken."""
        for model, found in list(self._under_way.items()):
            late = found.seconds_late()
            if late <= 0:
                continue
            if found.worker is not None:
                found.worker.stop()
            if found.worker is None or late >= _GRACE_SECONDS:
                self._give_up(model, found)
        if not self._under_way:
            self._timer.stop()

    def _give_up(self, model: str, found: _UnderWay) -> None:
        if not found.api_key:
            self._give_up_unsent(model, Problem(ProblemKind.KEYCHAIN_LOCKED))
        elif found.worker is None:
            self._end(model, SwitchOutcome.NOT_SENT, Problem(ProblemKind.SWITCH_NOT_RECORDED))
        else:
            outcome = SwitchOutcome.NOT_SENT if found.worker.stop_unsent() else SwitchOutcome.NOT_CONFIRMED
            found.worker.stop()
            self._end(model, outcome, Problem(ProblemKind.TIMED_OUT))

    def _give_up_unsent(self, model: str, problem: Problem | None = None) -> None:
        """End one that has surely not been sent; that somebody wanted it is on record all the same."""
        found = self._under_way[model]
        if not found.api_key:
            self._ask(found)
        self._end(model, SwitchOutcome.NOT_SENT, problem or Problem(ProblemKind.SWITCH_NOT_BEGUN))

    def _end(self, model: str, outcome: SwitchOutcome, problem: Problem | None) -> None:
        """Put on record how a switch ended, and what that makes of the model's jobs."""
        found = self._under_way.pop(model)
        if outcome is SwitchOutcome.NOT_CONFIRMED:
            problem = replace(problem or Problem(ProblemKind.TIMED_OUT), kind=ProblemKind.SWITCH_UNANSWERED)
        switch = replace(found.switch, outcome=outcome, problem=problem, ended_at=self._repository.clock())
        self._deployments.take(switch)
        key = JobKey(model, switch.job)
        self._remember(switch)
        job = self._repository.jobs.get(key)
        if job is not None:
            self._repository.change_job(self._agreed(replace(job, switch_problem=problem)), ended(switch))
        else:
            self._repository.note(ended(switch))
            if problem is not None:
                self._unseen[key] = problem
        self._agree(self._repository.jobs_of(model))
        self.changed.emit(model)
        self.ended.emit(switch)

    # The list agrees with the history

    @Slot()
    def _on_opened(self) -> None:
        """What the history says, and what has to be added to it: a program that was killed wrote no end."""
        events = list(self._repository.switches)
        for switch in switches_in(events).values():
            told = switch
            if switch.outcome is None:
                problem = Problem(ProblemKind.SWITCH_UNANSWERED)
                now = self._repository.clock()
                told = replace(switch, outcome=SwitchOutcome.NOT_CONFIRMED, problem=problem, ended_at=now)
                events.append(ended(told))
                self._repository.note(events[-1])
            self._remember(told)
        self._deployments = Deployments(events)
        self._agree(list(self._repository.jobs.values()))
        for model in self._deployments.models():
            self.changed.emit(model)

    def _remember(self, switch: Switch) -> None:
        key = JobKey(switch.model, switch.job)
        self._last[key] = switch
        if switch.outcome is SwitchOutcome.DONE:
            self._done[key] = switch

    @Slot(object)
    def _on_jobs_added(self, jobs: list[Job]) -> None:
        """One that was removed while a switch to it went on comes back with what came of that."""
        if not self._repository.is_open:
            return
        for added in jobs:
            job = self._repository.jobs.get(added.key)
            if job is not None:
                problem = self._unseen.pop(job.key, None) or job.switch_problem
                self._repository.change_job(self._agreed(replace(job, switch_problem=problem)))

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        """What has not been sent yet to a job that goes is not sent any more."""
        for key in keys:
            found = self._under_way.get(key.model)
            if found is None or found.switch.job != key.id:
                continue
            if found.worker is None:
                self._give_up_unsent(key.model)
            else:
                found.worker.stop_unsent()

    def _agree(self, jobs: Iterable[Job]) -> None:
        for job in list(jobs):
            self._repository.change_job(self._agreed(job))

    def _agreed(self, job: Job) -> Job:
        """The job, marked as not confirmed exactly if the history says so."""
        is_open = self.deployment_of(job.model).of(job.id) is LiveState.NOT_CONFIRMED
        is_marked = job.switch_problem is not None and job.switch_problem.kind is ProblemKind.SWITCH_UNANSWERED
        if is_open and not job.switch_problem:
            return replace(job, switch_problem=Problem(ProblemKind.SWITCH_UNANSWERED))
        return replace(job, switch_problem=None) if is_marked and not is_open else job
