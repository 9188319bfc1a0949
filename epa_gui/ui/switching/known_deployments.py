"""What is behind each model's prediction API, as the history and the service tell it; the jobs are marked to agree."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from epa_gui.core.account.classifier import Classifier, LiveReading
from epa_gui.core.account.live import LiveChange, OwnSwitch, changes_seen
from epa_gui.core.history.deployment import (
    Deployment,
    Deployments,
    LiveState,
    Switch,
    SwitchOutcome,
    SwitchSeen,
    after_seen,
    switches_in,
)
from epa_gui.core.history.event import HistoryEvent
from epa_gui.core.history.live_said import as_said
from epa_gui.core.history.switch_events import asked, elsewhere, ended, seen_event
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.problem import KEY_KINDS, NO_KEY_KINDS, Problem, ProblemKind
from epa_gui.core.switching.following import SWITCH_SEEN_KINDS
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.switching.live_watch import LiveWatch


class KnownDeployments(QObject):
    """The switches that have ended, in this session and before it, and what they make of models and jobs.

    Signals:
        changed: Something else is known of what is behind a model's prediction API (the model's ID).
        elsewhere: A `Switch` that was made elsewhere was seen.
    """

    changed = Signal(str)
    elsewhere = Signal(object)

    def __init__(self, repository: Repository, keys: KeyStore, watch: LiveWatch | None = None) -> None:
        super().__init__()
        self._repository = repository
        self._watch = watch
        self._events: list[HistoryEvent] = []
        self._deployments = Deployments()
        self._said: dict[str, Deployment] = {}
        self._switches: dict[str, Switch] = {}
        self._of_model: defaultdict[str, list[str]] = defaultdict(list)
        self._asked: dict[str, HistoryEvent] = {}
        self._last: dict[JobKey, Switch] = {}
        self._done: dict[JobKey, Switch] = {}
        self._unseen: dict[JobKey, Problem] = {}
        repository.opened.connect(self._on_opened)
        # Later, when everybody has heard of them: a change must not overtake its job.
        repository.jobs_added.connect(self._on_jobs_added, Qt.ConnectionType.QueuedConnection)
        repository.jobs_removed.connect(self._on_jobs_removed)
        repository.job_changed.connect(self._on_job_changed)
        keys.replaced.connect(self._on_key_replaced)
        keys.ready.connect(self._on_key_ready)
        if watch is not None:
            watch.changed.connect(self._on_watch_changed)

    def of(self, model: str) -> Deployment:
        """What is behind a model's prediction API."""
        history = self._deployments.of(model)
        known = self._repository.models.get(model)
        if self._watch is None or known is None or not self._watch.can_ask(model):
            return history
        if model not in self._said:
            jobs, told = self._repository.jobs_of(model), self._watch.told_of(model)
            self._said[model] = as_said(
                history,
                known,
                told,
                jobs,
                self.switches_of(model),
                self.coming(model),
                is_told_of_none=self._watch.tells_of_none(model),
            )
        return self._said[model]

    def switches_of(self, model: str) -> list[Switch]:
        """A model's switches that have ended, oldest first, with those made elsewhere."""
        return [self._switches[name] for name in self._of_model.get(model, ())]

    def last_own(self, model: str) -> Switch | None:
        """The model's last switch that was asked for here and may be done; `None` for none."""
        own = (switch for switch in reversed(self.switches_of(model)) if not switch.is_elsewhere)
        return next((each for each in own if each.outcome in {SwitchOutcome.DONE, SwitchOutcome.NOT_CONFIRMED}), None)

    def coming(self, model: str) -> Switch | None:
        """The model's switch that the service took, and whose model has not been seen to run; `None` for none."""
        last = self.to_be_seen(model)
        return last if last is not None and last.outcome is SwitchOutcome.DONE else None

    def to_be_seen(self, model: str) -> Switch | None:
        """The same, also if it is not confirmed."""
        if self._watch is None or not self._watch.can_ask(model):
            return None
        last = self.last_own(model)
        if last is None or not last.is_to_be_seen:
            return None
        told_at = self._watch.asked_at(model)
        is_matched = told_at is None or told_at < last.at or bool(self._watch.told_of(model))
        return last if is_matched else None

    def models_switched(self) -> list[str]:
        """The models that were ever switched."""
        return list(self._of_model)

    def live_title(self, model: str) -> str:
        """What the live job is called now, or was called when it was switched to; empty for the original."""
        live = self.of(model).live
        if live is None:
            return ""
        job = self._repository.jobs.get(JobKey(model, live.job))
        return job_title(job) if job is not None else live.job_title

    def last_done(self, key: JobKey) -> Switch | None:
        """The last switch to this job that was done, here or elsewhere."""
        live = self.of(key.model).live
        return live if live is not None and live.job == key.id else self._done.get(key)

    def job_before(self, model: str) -> JobKey | None:
        """Of the jobs in the list that were live before the one that is, the one that was last; `None` for none."""
        jobs = [JobKey(model, job) for job in self.of(model).earlier]
        known = [key for key in jobs if key in self._done and key in self._repository.jobs]
        return max(known, key=lambda key: self._done[key].at, default=None)

    def job_replaced_by(self, key: JobKey) -> JobKey | None:
        """The job in the list that the last switch to this one took out of service; `None` for none.

        What is live by the service's word may still be that one while a prediction API that was stopped is updated.
        """
        last = self._last.get(key)
        replaced = JobKey(key.model, last.replaces) if last is not None and last.replaces else None
        if replaced is not None and replaced != key and replaced in self._repository.jobs:
            return replaced
        before = self.job_before(key.model)
        return before if before != key else None

    def last_reason(self, key: JobKey) -> str:
        """Why this job was to be switched to when that was tried last."""
        return self._last[key].reason if key in self._last else ""

    def note_asked(self, switch: Switch, *, is_back: bool) -> Switch:
        """Put on record what is asked for, and what was live as far as is known; the switch as it is on record."""
        service = self.of(switch.model)
        live = service.live
        job = self._repository.jobs.get(JobKey(switch.model, live.job)) if live else None
        live_name = job.name if job is not None else live.job_name if live else ""
        switch = replace(
            switch,
            at=self._repository.clock(),
            replaces=live.job if live else "",
            before=self._told_before(switch.model),
        )
        going = self._repository.jobs.get(JobKey(switch.model, switch.job))
        verdict = going.verdict if going is not None else None
        event = self._asked[switch.id] = asked(
            switch, live_name, is_back=is_back, verdict=verdict, is_from_original=service.is_original
        )
        self._repository.note(event)
        return switch

    def take(self, switch: Switch) -> None:
        """Put on record how a switch ended, and what that makes of the model's jobs."""
        event = ended(switch)
        asking = self._asked.pop(switch.id, None)  # none if it ended before it was on record
        self._add(*((event,) if asking is None else (asking, event)))
        self._remember(switch)
        key = JobKey(switch.model, switch.job)
        job = self._repository.jobs.get(key)
        if job is not None:
            self._repository.change_job(self._agreed(replace(job, switch_problem=switch.problem)), event)
        else:
            self._repository.note(event)
            if switch.problem is not None:
                self._unseen[key] = switch.problem
        self._agree(self._repository.jobs_of(switch.model))

    def take_seen(self, switch: Switch, seen: SwitchSeen, problem: Problem | None) -> Switch:
        """Put on record what was seen of a switch at the prediction API, and what that makes of the model's jobs."""
        event = seen_event(switch, seen)
        self._add(event)
        switch = after_seen(switch, seen)
        self._remember(switch)
        job = self._repository.jobs.get(JobKey(switch.model, switch.job))
        if job is not None:
            self._repository.change_job(replace(job, switch_problem=problem), event)
        else:
            self._repository.note(event)
        self._agree(self._repository.jobs_of(switch.model))
        self.changed.emit(switch.model)
        return switch

    def take_elsewhere(self, account: str, before: LiveReading | None, now: LiveReading) -> None:
        """Put on record what changed between two answers without an act of ours."""
        if self._watch is None or before is None:
            return
        owners = {one.classifier_id: self._watch.owners(account, one.classifier_id) for one in now.classifiers}
        own = {name: [act for model in models for act in self._own(model)] for name, models in owners.items()}
        for change in changes_seen(before, now, own):
            for model in owners[change.classifier_id]:
                self._take_change(model, change)

    def _take_change(self, model: str, change: LiveChange) -> None:
        jobs = self._repository.jobs_of(model)
        is_by_number = change.from_model_id != change.to_model_id and change.to_model_id is not None
        job = next((job for job in jobs if is_by_number and job.service_model_id == change.to_model_id), None)
        name = self._repository.models[model].name
        event = elsewhere(change, model, name, job.id if job else "", job.name if job else "")
        self._add(event)
        self._repository.note(event)
        (switch,) = switches_in([event]).values()
        if switch.job:
            self._remember(switch)
        self._agree(jobs)
        self.elsewhere.emit(switch)

    def read_again(self, models: Iterable[str]) -> None:
        """The service has told of these models' prediction APIs."""
        for model in models:
            self._said.pop(model, None)
            self._agree(self._repository.jobs_of(model))
            self.changed.emit(model)

    def dismiss(self, key: JobKey) -> None:
        """Say no more of a switch that was not done; what is not confirmed stays said."""
        job = self._repository.jobs.get(key)
        if job is not None and job.switch_problem and self.of(key.model).of(key.id) is not LiveState.NOT_CONFIRMED:
            self._repository.change_job(replace(job, switch_problem=None))

    def _told_before(self, model: str) -> tuple[Classifier, ...] | None:
        """The prediction APIs before a switch; `None` where the service cannot be asked, or knows none."""
        if self._watch is None or not self._watch.can_ask(model):
            return None
        told = tuple(one for one, _ in self._watch.told_of(model))
        return told if told or self._watch.asked_at(model) is None else None

    def _own(self, model: str) -> Iterable[OwnSwitch]:
        """The switches asked for here, which may explain what is seen."""
        under_way = [switch for switch in switches_in(self._asked.values()).values() if switch.model == model]
        for switch in (*self.switches_of(model), *under_way):
            if switch.is_elsewhere or switch.outcome in {SwitchOutcome.REFUSED, SwitchOutcome.NOT_SENT}:
                continue
            job = self._repository.jobs.get(JobKey(model, switch.job))
            number = job.service_model_id if job is not None else None
            yield OwnSwitch(switch.at, number)
            if switch.seen is not None:  # however long after it was asked for
                yield OwnSwitch(switch.seen.at, number)

    def _add(self, *events: HistoryEvent) -> None:
        """What has come to the history, and what that makes of what is known."""
        self._events += events
        self._read_events()

    def _read_events(self) -> None:
        self._deployments = Deployments(self._events)
        self._switches = switches_in(self._events)
        self._of_model = defaultdict(list)
        for name, switch in self._switches.items():
            self._of_model[switch.model].append(name)
        self._said.clear()

    @Slot()
    def _on_watch_changed(self) -> None:
        """It is known of other models now what the service says."""
        self._said.clear()
        self.read_again(list(self._repository.models))

    @Slot(str)
    def _on_key_ready(self, model: str) -> None:
        self._clear_problems(model, NO_KEY_KINDS)

    @Slot(str)
    def _on_key_replaced(self, model: str) -> None:
        """What was said of the key before does not hold for this one."""
        self._clear_problems(model, KEY_KINDS)

    def _clear_problems(self, model: str, kinds: Collection[ProblemKind]) -> None:
        for job in self._repository.jobs_of(model):
            if job.switch_problem and job.switch_problem.kind in kinds:
                self._repository.change_job(self._agreed(replace(job, switch_problem=None)))

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
            if told.job:
                self._remember(told)
        self._events = events
        self._read_events()
        self._agree(list(self._repository.jobs.values()))
        for model in self._deployments.models():
            self.changed.emit(model)

    def _remember(self, switch: Switch) -> None:
        key = JobKey(switch.model, switch.job)
        if not switch.is_elsewhere:
            self._last[key] = switch
        if switch.outcome is SwitchOutcome.DONE and not switch.has_come_to_nothing:
            self._done[key] = switch
        elif self._done.get(key) is not None and self._done[key].id == switch.id:
            del self._done[key]

    @Slot(object)
    def _on_jobs_added(self, jobs: list[Job]) -> None:
        """One that was removed while a switch to it went on comes back with what came of that."""
        if not self._repository.is_open:
            return
        for model in {job.model for job in jobs}:
            self._said.pop(model, None)
        for added in jobs:
            job = self._repository.jobs.get(added.key)
            if job is not None:
                problem = self._unseen.pop(job.key, None) or job.switch_problem
                self._repository.change_job(self._agreed(replace(job, switch_problem=problem)))

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for model in {key.model for key in keys}:
            self._said.pop(model, None)

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:
        """Names and numbers of jobs tell what is live."""
        if (before.name, before.service_model_id) != (after.name, after.service_model_id):
            self._said.pop(after.model, None)

    def _agree(self, jobs: Iterable[Job]) -> None:
        for job in list(jobs):
            self._repository.change_job(self._agreed(job))

    def _agreed(self, job: Job) -> Job:
        """The job, marked as not confirmed exactly if that is so; and not as unseen once it is seen to be live."""
        state = self.of(job.model).of(job.id)
        kind = job.switch_problem.kind if job.switch_problem is not None else None
        is_open = state is LiveState.NOT_CONFIRMED
        if is_open and not job.switch_problem:
            return replace(job, switch_problem=Problem(ProblemKind.SWITCH_UNANSWERED))
        is_over = kind is ProblemKind.SWITCH_UNANSWERED and not is_open
        is_over = is_over or (kind in SWITCH_SEEN_KINDS and state is LiveState.LIVE)
        return replace(job, switch_problem=None) if is_over else job
