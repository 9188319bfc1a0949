"""What is behind each model's prediction API, as the history tells it; the jobs are marked to agree with it."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

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
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.problem import KEY_KINDS, NO_KEY_KINDS, Problem, ProblemKind
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository


class KnownDeployments(QObject):
    """The switches that have ended, in this session and before it, and what they make of models and jobs.

    Signals:
        changed: Something else is known of what is behind a model's prediction API (the model's ID).
    """

    changed = Signal(str)

    def __init__(self, repository: Repository, keys: KeyStore) -> None:
        super().__init__()
        self._repository = repository
        self._deployments = Deployments()
        self._last: dict[JobKey, Switch] = {}
        self._done: dict[JobKey, Switch] = {}
        self._unseen: dict[JobKey, Problem] = {}
        repository.opened.connect(self._on_opened)
        # Later, when everybody has heard of them: a change must not overtake its job.
        repository.jobs_added.connect(self._on_jobs_added, Qt.ConnectionType.QueuedConnection)
        keys.replaced.connect(self._on_key_replaced)
        keys.ready.connect(self._on_key_ready)

    def of(self, model: str) -> Deployment:
        """What is behind a model's prediction API."""
        return self._deployments.of(model)

    def live_title(self, model: str) -> str:
        """What the live job is called now, or was called when it was switched to; empty for the original."""
        live = self.of(model).live
        if live is None:
            return ""
        job = self._repository.jobs.get(JobKey(model, live.job))
        return job_title(job) if job is not None else live.job_title

    def last_done(self, key: JobKey) -> Switch | None:
        """The last switch to this job that was done."""
        return self._done.get(key)

    def job_before(self, model: str) -> JobKey | None:
        """Of the jobs in the list that were live before the one that is, the one that was last; `None` for none."""
        jobs = [JobKey(model, job) for job in self.of(model).earlier]
        known = [key for key in jobs if key in self._done and key in self._repository.jobs]
        return max(known, key=lambda key: self._done[key].at, default=None)

    def last_reason(self, key: JobKey) -> str:
        """Why this job was to be switched to when that was tried last."""
        return self._last[key].reason if key in self._last else ""

    def note_asked(self, switch: Switch, *, is_back: bool) -> Switch:
        """Put on record what is asked for, and what was live as far as is known; the switch as it is on record."""
        live = self.of(switch.model).live
        job = self._repository.jobs.get(JobKey(switch.model, live.job)) if live else None
        live_name = job.name if job is not None else live.job_name if live else ""
        switch = replace(switch, at=self._repository.clock(), replaces=live.job if live else "")
        going = self._repository.jobs.get(JobKey(switch.model, switch.job))
        verdict = going.verdict if going is not None else None
        self._repository.note(asked(switch, live_name, is_back=is_back, verdict=verdict))
        return switch

    def take(self, switch: Switch) -> None:
        """Put on record how a switch ended, and what that makes of the model's jobs."""
        self._deployments.take(switch)
        self._remember(switch)
        key = JobKey(switch.model, switch.job)
        job = self._repository.jobs.get(key)
        if job is not None:
            self._repository.change_job(self._agreed(replace(job, switch_problem=switch.problem)), ended(switch))
        else:
            self._repository.note(ended(switch))
            if switch.problem is not None:
                self._unseen[key] = switch.problem
        self._agree(self._repository.jobs_of(switch.model))

    def dismiss(self, key: JobKey) -> None:
        """Say no more of a switch that was not done; what is not confirmed stays said."""
        job = self._repository.jobs.get(key)
        if job is not None and job.switch_problem and self.of(key.model).of(key.id) is not LiveState.NOT_CONFIRMED:
            self._repository.change_job(replace(job, switch_problem=None))

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

    def _agree(self, jobs: Iterable[Job]) -> None:
        for job in list(jobs):
            self._repository.change_job(self._agreed(job))

    def _agreed(self, job: Job) -> Job:
        """The job, marked as not confirmed exactly if the history says so."""
        is_open = self.of(job.model).of(job.id) is LiveState.NOT_CONFIRMED
        is_marked = job.switch_problem is not None and job.switch_problem.kind is ProblemKind.SWITCH_UNANSWERED
        if is_open and not job.switch_problem:
            return replace(job, switch_problem=Problem(ProblemKind.SWITCH_UNANSWERED))
        return replace(job, switch_problem=None) if is_marked and not is_open else job
