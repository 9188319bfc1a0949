"""Carries out switches: each is on record before it is sent, sent once, and on record again when it has ended.

What is to be done next is decided in `epa_gui.core.switching.switch_progress`; here it is done.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, QUuid, Signal, Slot

from epa_gui.core.account.live_progress import LiveProgress
from epa_gui.core.history.deployment import Deployment, LiveState, Switch, SwitchOutcome
from epa_gui.core.history.event import EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.service.redaction import redacted
from epa_gui.core.switching.switch_progress import (
    Moment,
    SwitchAction,
    SwitchEvent,
    SwitchLimits,
    SwitchPhase,
    SwitchProgress,
)
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads, wait_for
from epa_gui.ui.switching.known_deployments import KnownDeployments
from epa_gui.ui.switching.live_watch import LiveWatch
from epa_gui.ui.switching.switch_follower import SwitchFollower
from epa_gui.ui.switching.switch_worker import SwitchOrder, SwitchReport, SwitchWorker

SWITCH_SECONDS = SwitchLimits().answer
"""How long the service has for its answer."""

_LEAVING_SECONDS = 10.0
"""How long the end of the program waits for an answer. What is asked is on record, so nothing is lost after that."""

_TICK_MS = 250


@dataclass(slots=True)
class _UnderWay:
    """One switch that has not ended.

    Attributes:
        switch: What was asked for.
        is_back: Whether it goes back to an earlier job.
        progress: How far it has come.
        address: The base URL it was put on record for; `None` before. It goes to no other, since its key must not.
        worker: Who sends it, once it is sent.
    """

    switch: Switch
    is_back: bool
    progress: SwitchProgress
    address: str | None = None
    worker: SwitchWorker | None = None


class SwitchCoordinator(QObject):
    """The switches of this session that are under way; the time of day is the repository's, the other clock comes in.

    Signals:
        changed: Something about a model's switches is different now (the model's ID).
        ended: A `Switch` with its outcome: the service has answered, or nobody will know what it did.
        seen: A `Switch` of which it is known now what the prediction API made of it.
        elsewhere: A `Switch` that was made elsewhere was seen.
    """

    changed = Signal(str)
    ended = Signal(object)
    seen = Signal(object)
    elsewhere = Signal(object)

    def __init__(
        self,
        repository: Repository,
        keys: KeyStore,
        seconds: float = SWITCH_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
        watch: LiveWatch | None = None,
    ) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._limits = SwitchLimits(answer=seconds)
        self._monotonic = monotonic
        self._watch = watch
        self._known = KnownDeployments(repository, keys, watch)
        self._follower = SwitchFollower(repository, self._known, watch) if watch is not None else None
        self._under_way: dict[str, _UnderWay] = {}
        self._is_stopping = False
        self.threads = PassingThreads()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._known.changed.connect(self.changed)
        self._known.elsewhere.connect(self.elsewhere)
        if self._follower is not None:
            self._follower.changed.connect(self.changed)
            self._follower.seen.connect(self.seen)
            repository.opened.connect(self._follower.follow)
        repository.history_added.connect(self._on_recorded)
        repository.not_recorded.connect(self._on_not_recorded)
        repository.jobs_removed.connect(self._on_jobs_removed)
        keys.ready.connect(self._on_key_ready)
        keys.missing.connect(self._on_key_missing)

    # What others may know

    def deployment_of(self, model: str) -> Deployment:
        """What is behind a model's prediction API."""
        return self._known.of(model)

    def live_state_of(self, job: Job) -> LiveState:
        """What a job is to its model's prediction API."""
        coming = self.coming(job.model)
        if self._to(job.key) is not None or (coming is not None and coming.job == job.id):
            return LiveState.SWITCHING
        return self.deployment_of(job.model).of(job.id)

    def coming(self, model: str) -> Switch | None:
        """The model's switch that the service took, and whose model has not been seen to run; `None` for none."""
        return self._known.coming(model)

    def progress_of(self, model: str) -> LiveProgress | None:
        """How far that has come, as the service says; `None` where none is followed."""
        return self._follower.progress_of(model) if self._follower is not None else None

    def look_again(self, model: str) -> None:
        """Have the service asked what is live, if it can be."""
        if self._watch is not None:
            self._watch.ask_about(model)

    def under_way(self, model: str) -> Switch | None:
        """The model's switch that has not ended."""
        found = self._under_way.get(model)
        return found.switch if found else None

    def waits_for_key(self, key: JobKey) -> bool:
        """Whether a switch to this job has not been sent yet, since the keychain has not answered."""
        found = self._to(key)
        return found is not None and found.progress.phase is SwitchPhase.WAITING_FOR_KEY

    def is_on_record(self) -> bool:
        """Whether a switch is under way that cannot be taken back: its window stays until it has ended."""
        return any(found.progress.is_on_record for found in self._under_way.values())

    def seconds_left(self) -> float:
        """How long the switches under way may still take."""
        now = self._now()
        return max((found.progress.seconds_left(now) for found in self._under_way.values()), default=0.0)

    def live_title(self, model: str) -> str:
        """What the live job is called now, or was called when it was switched to; empty for the original."""
        return self._known.live_title(model)

    def last_done(self, key: JobKey) -> Switch | None:
        """The last switch to this job that was done."""
        return self._known.last_done(key)

    def job_before(self, model: str) -> JobKey | None:
        """Of the jobs in the list that were live before the one that is, the one that was last; `None` for none."""
        return self._known.job_before(model)

    def job_replaced_by(self, key: JobKey) -> JobKey | None:
        """The job in the list that the last switch to this one took out of service; `None` for none."""
        return self._known.job_replaced_by(key)

    def last_reason(self, key: JobKey) -> str:
        """Why this job was to be switched to when that was tried last."""
        return self._known.last_reason(key)

    # What a person does

    def switch(self, key: JobKey, reason: str, *, is_back: bool) -> bool:
        """Put a finished job's model into service: the one call that changes what everybody gets who uses the model.

        Whoever calls it has asked the person, who has seen what speaks against it. What follows, without asking again:
        the key is fetched; the request goes on record in the history; only then it is sent, exactly once and to the
        address the model had on record. From then on all predictions may come from the new model. Until it is on
        record `cancel` ends it, removing the job also until it has left this computer; after that nothing takes it
        back. The service has no way back but another switch, to an earlier job, and none at all to the original model.

        It ends exactly once, with `ended`: done, refused (nothing changed), not sent (nothing has left this computer),
        or not confirmed (it may have been done, and only the service knows). Nothing sends it again by itself. How it
        ended goes on record too; if the program is killed before, the next start records it as not confirmed.

        Args:
            key: The job whose model is to be live.
            reason: The person's words, for the history.
            is_back: Whether that goes back to an earlier job, for the history.

        Returns:
            Whether it was begun. `False`, and nothing follows, if the job is not there or not finished, if another
            switch of the model is under way, or when the program ends.
        """
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
        progress = SwitchProgress.begun(self._now(), self._limits)
        found = self._under_way[key.model] = _UnderWay(switch, is_back, progress)
        self._timer.start()
        self.changed.emit(key.model)
        self._lead_on(found, SwitchEvent.KEY_READY)
        return True

    def cancel(self, key: JobKey) -> None:
        """Give up a switch that still waits for the keychain; one that is on record is not taken back."""
        found = self._to(key)
        if found is not None:
            self._take(found, SwitchEvent.CANCELLED)

    def dismiss(self, key: JobKey) -> None:
        """Say no more of a switch that was not done; what is not confirmed stays said."""
        self._known.dismiss(key)

    def stop(self) -> None:
        """Send nothing more, and wait a little for the answer to what was sent."""
        self._is_stopping = True
        for found in list(self._under_way.values()):
            self._take(found, SwitchEvent.STOPPING)
        wait_for(self.threads, max(0.0, min(self.seconds_left(), _LEAVING_SECONDS)))

    def end_all(self) -> None:
        """After `stop`: whatever has not reported by now, nobody knows of."""
        for found in list(self._under_way.values()):
            self._take(found, SwitchEvent.PROGRAM_ENDED)

    # What happens

    @Slot(float)
    def pass_time(self, now: float) -> None:
        """A second has passed: for what is followed after the service's answer."""
        if self._follower is not None:
            self._follower.tick(now)

    @Slot()
    def tick(self) -> None:
        """Nothing waits longer than its deadline, not even for a name look-up that cannot be woken."""
        now = self._now()
        for found in list(self._under_way.values()):
            event = found.progress.time_event(now)
            if event is not None:
                self._take(found, event)
        if not self._under_way:
            self._timer.stop()

    @Slot(str)
    def _on_key_ready(self, model: str) -> None:
        found = self._under_way.get(model)
        if found is not None:
            self._lead_on(found, SwitchEvent.KEY_READY)

    @Slot(str, object)
    def _on_key_missing(self, model: str, problem: Problem) -> None:
        found = self._under_way.get(model)
        if found is not None:
            self._take(found, SwitchEvent.KEY_MISSING, problem)

    @Slot(object)
    def _on_recorded(self, entries: tuple[HistoryEntry, ...]) -> None:
        for found in self._asked_in(entry.event for entry in entries):
            self._lead_on(found, SwitchEvent.RECORDED)

    @Slot(object)
    def _on_not_recorded(self, events: tuple[HistoryEvent, ...]) -> None:
        for found in self._asked_in(events):
            self._take(found, SwitchEvent.NOT_RECORDED)

    @Slot(object)
    def _on_report(self, report: SwitchReport) -> None:
        for found in list(self._under_way.values()):
            if found.switch.id == report.id:
                self._take(found, SwitchEvent.REPORTED, report.problem, report.outcome)

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        """What has not been sent yet to a job that goes is not sent any more."""
        for key in keys:
            found = self._to(key)
            if found is not None:
                self._take(found, SwitchEvent.JOB_REMOVED)

    def _lead_on(self, found: _UnderWay, event: SwitchEvent) -> None:
        """Pass on what leads to sending, unless the job, its model or its key is not any more what was asked for."""
        switch = found.switch
        job = self._repository.jobs.get(JobKey(switch.model, switch.job))
        model = self._repository.models.get(switch.model)
        if job is None or model is None or found.address not in {None, self._repository.address_of(model)}:
            self._take(found, SwitchEvent.OBSTRUCTED)
        elif job.stage is not Stage.FINISHED:
            self._take(found, SwitchEvent.OBSTRUCTED, Problem(ProblemKind.JOB_NOT_FINISHED))
        elif self._keys.key_of(switch.model) is not None:
            self._take(found, event)
        elif event is not SwitchEvent.KEY_READY:  # else the keychain has just been asked, and will answer
            self._take(found, SwitchEvent.OBSTRUCTED)

    def _take(
        self,
        found: _UnderWay,
        event: SwitchEvent,
        problem: Problem | None = None,
        outcome: SwitchOutcome | None = None,
    ) -> None:
        """Let an event have what it leads to."""
        found.progress = found.progress.after(event, self._now(), problem, outcome)
        for action in found.progress.actions:
            self._do(found, action)

    # What is done

    def _do(self, found: _UnderWay, action: SwitchAction) -> None:
        match action:
            case SwitchAction.RECORD:
                self._record(found)
            case SwitchAction.SEND:
                self._send(found)
            case SwitchAction.STOP_UNSENT:
                self._ensure_unsent(found)
            case SwitchAction.STOP:
                if found.worker is not None:
                    found.worker.stop()
            case SwitchAction.GIVE_UP:
                is_unsent = self._ensure_unsent(found)
                if found.worker is not None:
                    found.worker.stop()
                self._take(found, SwitchEvent.SURELY_UNSENT if is_unsent else SwitchEvent.PERHAPS_SENT)
            case SwitchAction.END:
                self._end(found)

    def _record(self, found: _UnderWay) -> None:
        model = self._repository.models.get(found.switch.model)
        found.address = self._repository.address_of(model) if model else ""
        found.switch = self._known.note_asked(found.switch, is_back=found.is_back)

    def _send(self, found: _UnderWay) -> None:
        switch = found.switch
        api_key = self._keys.key_of(switch.model) or ""  # it was there a moment ago, see `_lead_on`
        worker = SwitchWorker(SwitchOrder(switch.id, found.address or "", api_key, switch.job, self._limits.answer))
        worker.reported.connect(self._on_report)
        found.worker = worker
        self.threads.start(worker, "switch")

    def _ensure_unsent(self, found: _UnderWay) -> bool:
        """End it if nothing can have left; whether that is so, and nothing ever will."""
        return found.worker is None or found.worker.stop_unsent()

    def _end(self, found: _UnderWay) -> None:
        """Put on record how a switch ended, and say so."""
        model, progress = found.switch.model, found.progress
        del self._under_way[model]
        now = self._repository.clock()
        switch = replace(found.switch, outcome=progress.outcome, problem=progress.problem, ended_at=now)
        self._known.take(switch)
        if self._follower is not None:
            self._follower.follow()
        self.look_again(model)
        self.changed.emit(model)
        self.ended.emit(switch)

    def _to(self, key: JobKey) -> _UnderWay | None:
        """The switch to this job that is under way."""
        found = self._under_way.get(key.model)
        return found if found is not None and found.switch.job == key.id else None

    def _asked_in(self, events: Iterable[HistoryEvent]) -> list[_UnderWay]:
        """The switches under way that are asked for by any of these events."""
        ids = {event.text("switch") for event in events if event.kind is EventKind.SWITCH_ASKED}
        return [found for found in self._under_way.values() if found.switch.id in ids]

    def _model_name(self, model: str) -> str:
        known = self._repository.models.get(model) or self._repository.gone_model(model)
        return known.name if known else ""

    def _now(self) -> Moment:
        return Moment(self._repository.clock(), self._monotonic())
