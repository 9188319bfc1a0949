"""Decides about switches: each is on record before it is sent, sent once, and on record again when it has ended."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Qt, QThread, QTimer, QUuid, Signal, Slot

from epa_gui.controllers.key_ring import KeyRing
from epa_gui.controllers.records import Records
from epa_gui.jobs.act import Act, ActKind, Entry
from epa_gui.jobs.job import Job, JobKey, Stage
from epa_gui.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.jobs.switch import InService, Outcome, Service, Switch, asked, ended, services_in, switches_in
from epa_gui.workers.switch_worker import SwitchOrder, SwitchReport, SwitchWorker
from epa_gui.workers.threads import start_in_thread, wait_for

SWITCH_SECONDS = 60.0
"""The deadline of one switch. Putting a model into service may take the service longer than answering about a job."""

_RECORD_SECONDS = 15.0
_GRACE_SECONDS = 3.0
"""How long a worker that was told to end may take to say how it ended."""

_TICK_MS = 250


@dataclass(slots=True)
class _UnderWay:
    """One switch on its way: first its key is fetched, then it is put on record, then it is sent."""

    switch: Switch
    is_back: bool
    api_key: str = field(default="", repr=False)
    worker: SwitchWorker | None = None
    thread: QThread | None = None
    deadline: float = 0.0


class Switching(QObject):
    """The switches of this session, and what is behind each model's prediction API as far as this program knows.

    Signals:
        changed: Something about a model's switches is different now (the model's ID).
        ended: A `Switch` with its outcome.
    """

    changed = Signal(str)
    ended = Signal(object)

    def __init__(self, records: Records, keys: KeyRing, seconds: float = SWITCH_SECONDS) -> None:
        super().__init__()
        self._records = records
        self._keys = keys
        self._seconds = seconds
        self._services: dict[str, Service] = {}
        self._under_way: dict[str, _UnderWay] = {}
        self._is_stopping = False
        self.threads: list[QThread] = []
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        records.opened.connect(self._on_opened)
        records.history_added.connect(self._on_recorded)
        records.not_recorded.connect(self._on_not_recorded)
        # Later, when everybody has heard of them: a change must not overtake its job.
        records.jobs_added.connect(self._on_jobs_added, Qt.ConnectionType.QueuedConnection)
        keys.ready.connect(self._on_key_ready)
        keys.missing.connect(self._on_key_missing)

    # What others may know

    def service_of(self, model: str) -> Service:
        """What is behind a model's prediction API."""
        return self._services.get(model, Service())

    def standing_of(self, job: Job) -> InService:
        """What a job is to its model's prediction API."""
        found = self._under_way.get(job.model)
        if found is not None and found.switch.job == job.id:
            return InService.SWITCHING
        return self.service_of(job.model).of(job.id)

    def under_way(self, model: str) -> Switch | None:
        """The model's switch that has not ended."""
        found = self._under_way.get(model)
        return found.switch if found else None

    def is_on_record(self) -> bool:
        """Whether a switch is under way that cannot be taken back: its window stays until it has ended."""
        return any(found.api_key for found in self._under_way.values())

    def seconds_left(self) -> float:
        """How long the switches under way may still take."""
        return max((found.deadline - time.monotonic() for found in self._under_way.values()), default=0.0)

    # What a person does

    def switch(self, key: JobKey, reason: str, *, is_back: bool) -> bool:
        """Put a finished job's model into service; `False` if that cannot be asked for now."""
        job = self._records.jobs.get(key)
        if job is None or job.stage is not Stage.FINISHED or key.model in self._under_way or self._is_stopping:
            return False
        live = self.service_of(key.model).live
        switch = Switch(
            QUuid.createUuid().toString(QUuid.StringFormat.WithoutBraces),
            key.model,
            key.id,
            job.name,
            self._records.clock(),
            reason,
            live.job if live else "",
        )
        self._under_way[key.model] = _UnderWay(switch, is_back)
        self.changed.emit(key.model)
        if self._keys.key_of(key.model) is not None:
            self._put_on_record(key.model)
        return True

    def dismiss(self, key: JobKey) -> None:
        """Say no more of a switch that was not done; what is not confirmed stays said."""
        job = self._records.jobs.get(key)
        if job is not None and job.switch_problem and self.standing_of(job) is not InService.NOT_CONFIRMED:
            self._records.change_job(replace(job, switch_problem=None))

    def stop(self) -> None:
        """Send nothing more, and wait for what was sent: its answer, or its deadline."""
        self._is_stopping = True
        for model, found in list(self._under_way.items()):
            if not found.api_key:
                del self._under_way[model]  # only the keychain was asked
            elif found.worker is None:
                self._end(model, Outcome.NOT_SENT, Problem(ProblemKind.SWITCH_NOT_BEGUN))
        wait_for(self.threads, max(0.0, self.seconds_left()))

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
        for job in self._records.jobs_of(model):
            if job.switch_problem and job.switch_problem.kind in KEY_KINDS:
                self._records.change_job(self._agreed(replace(job, switch_problem=None)))

    @Slot(str, object)
    def _on_key_missing(self, model: str, problem: Problem) -> None:
        found = self._under_way.get(model)
        if found is not None and not found.api_key:
            self._records.note(self._asked(found))
            self._end(model, Outcome.NOT_SENT, problem)

    def _put_on_record(self, model: str) -> None:
        found = self._under_way[model]
        api_key = self._keys.key_of(model)
        if api_key is None or self._is_stopping:
            return
        found.api_key = api_key
        found.deadline = time.monotonic() + _RECORD_SECONDS
        self._timer.start()
        self._records.note(self._asked(found))

    def _asked(self, found: _UnderWay) -> Act:
        live = self.service_of(found.switch.model).live
        return asked(
            found.switch, self._model_name(found.switch.model), live.job_name if live else "", is_back=found.is_back
        )

    def _model_name(self, model: str) -> str:
        return self._records.models[model].name if model in self._records.models else ""

    @Slot(object)
    def _on_recorded(self, entries: tuple[Entry, ...]) -> None:
        for found in self._asked_in(entry.act for entry in entries):
            self._send(found)

    @Slot(object)
    def _on_not_recorded(self, acts: tuple[Act, ...]) -> None:
        for found in self._asked_in(acts):
            self._end(found.switch.model, Outcome.NOT_SENT, Problem(ProblemKind.SWITCH_NOT_RECORDED))

    def _asked_in(self, acts: Iterable[Act]) -> list[_UnderWay]:
        """The switches among these acts that wait for being on record."""
        names = {act.text("switch") for act in acts if act.kind is ActKind.SWITCH_ASKED}
        return [found for found in self._under_way.values() if found.switch.id in names and found.worker is None]

    def _send(self, found: _UnderWay) -> None:
        model = self._records.models.get(found.switch.model)
        if model is None:  # removed meanwhile, and its key with it
            self._end(found.switch.model, Outcome.NOT_SENT, Problem(ProblemKind.KEY_MISSING))
            return
        address = self._records.address_of(model)
        switch = found.switch
        worker = SwitchWorker(SwitchOrder(switch.id, address, found.api_key, switch.job, self._seconds))
        worker.reported.connect(self._on_report)
        found.worker = worker
        found.deadline = time.monotonic() + self._seconds
        self.threads = [thread for thread in self.threads if thread.isRunning()]
        found.thread = start_in_thread(worker, "switch")
        self.threads.append(found.thread)

    @Slot(object)
    def _on_report(self, report: SwitchReport) -> None:
        for model, found in list(self._under_way.items()):
            if found.switch.id == report.id:
                self._end(model, report.outcome, report.problem)

    @Slot()
    def _on_tick(self) -> None:
        """Nothing waits longer than its deadline, not even for a name look-up that cannot be woken."""
        now = time.monotonic()
        for model, found in list(self._under_way.items()):
            if not found.api_key or now < found.deadline:
                continue
            if found.worker is not None:
                found.worker.stop()
            if found.worker is None or now >= found.deadline + _GRACE_SECONDS:
                self._give_up(model, found)
        if not self._under_way:
            self._timer.stop()

    def _give_up(self, model: str, found: _UnderWay) -> None:
        if found.worker is None:
            self._end(model, Outcome.NOT_SENT, Problem(ProblemKind.SWITCH_NOT_RECORDED))
            return
        found.worker.stop()
        outcome = Outcome.NOT_CONFIRMED if found.worker.may_have_sent() else Outcome.NOT_SENT
        self._end(model, outcome, Problem(ProblemKind.TIMED_OUT))

    def _end(self, model: str, outcome: Outcome, problem: Problem | None) -> None:
        """Put on record how a switch ended, and what that makes of the model's jobs."""
        found = self._under_way.pop(model)
        if outcome is Outcome.NOT_CONFIRMED:
            problem = replace(problem or Problem(ProblemKind.TIMED_OUT), kind=ProblemKind.SWITCH_UNANSWERED)
        switch = replace(found.switch, outcome=outcome, problem=problem, ended_at=self._records.clock())
        self._services[model] = self.service_of(model).after(switch)
        act = ended(switch, self._model_name(model))
        job = self._records.jobs.get(JobKey(model, switch.job))
        if job is not None:
            self._records.change_job(self._agreed(replace(job, switch_problem=problem)), act)
        else:
            self._records.note(act)
        self._agree(self._records.jobs_of(model))
        self.changed.emit(model)
        self.ended.emit(switch)

    # The list agrees with the history

    @Slot()
    def _on_opened(self) -> None:
        """What the history says, and what has to be added to it: a program that was killed wrote no end."""
        switches = switches_in(self._records.switches)
        for name, switch in switches.items():
            if switch.outcome is None:
                problem = Problem(ProblemKind.SWITCH_UNANSWERED)
                now = self._records.clock()
                switches[name] = replace(switch, outcome=Outcome.NOT_CONFIRMED, problem=problem, ended_at=now)
                self._records.note(ended(switches[name], self._model_name(switch.model)))
        self._services = services_in(switches.values())
        self._agree(list(self._records.jobs.values()))
        for model in self._services:
            self.changed.emit(model)

    @Slot(object)
    def _on_jobs_added(self, jobs: list[Job]) -> None:
        if self._records.is_open:
            self._agree(self._records.jobs[job.key] for job in jobs if job.key in self._records.jobs)

    def _agree(self, jobs: Iterable[Job]) -> None:
        for job in list(jobs):
            self._records.change_job(self._agreed(job))

    def _agreed(self, job: Job) -> Job:
        """The job, marked as not confirmed exactly if the history says so."""
        is_open = self.service_of(job.model).of(job.id) is InService.NOT_CONFIRMED
        is_marked = job.switch_problem is not None and job.switch_problem.kind is ProblemKind.SWITCH_UNANSWERED
        if is_open and not job.switch_problem:
            return replace(job, switch_problem=Problem(ProblemKind.SWITCH_UNANSWERED))
        return replace(job, switch_problem=None) if is_marked and not is_open else job
