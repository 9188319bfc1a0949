"""What each job needs a person for is known as soon as jobs, switches and time change it, and no more is looked at."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QSignalSpy

from epa_gui.core.history.deployment import Deployment, LiveState, Switch, SwitchOutcome
from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import FINISHED_STATUS, Job, JobKey
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.way.needs import Need
from epa_gui.ui.jobs.needs import Needs
from tests.timing import assert_within

pytestmark = pytest.mark.usefixtures("qapp")

NOW = 1_800_000_000.0
TRAINING = Job("j", "m", started_at=NOW - 9000, status="training")
DONE = replace(TRAINING, status=FINISHED_STATUS, has_file=True, ended_at=NOW - 3600)
FAILED = replace(TRAINING, status="job_failed", ended_at=NOW - 3600)


class Jobs(QObject):
    """A list of jobs that tells what changes, as the repository does."""

    jobs_added = Signal(object)
    jobs_removed = Signal(object)
    job_changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.jobs: dict[JobKey, Job] = {}

    def clock(self) -> float:
        return self.now

    def add(self, *jobs: Job) -> None:
        self.jobs |= {job.key: job for job in jobs}
        self.jobs_added.emit(list(jobs))

    def change(self, job: Job) -> None:
        before, self.jobs[job.key] = self.jobs[job.key], job
        self.job_changed.emit(before, job)

    def remove(self, *jobs: Job) -> None:
        for job in jobs:
            del self.jobs[job.key]
        self.jobs_removed.emit([job.key for job in jobs])


class Ends(QObject):
    """When jobs will be done."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[JobKey, Estimate] = {}

    def of(self, job: Job) -> Estimate | None:
        return self.known.get(job.key)

    def keys(self) -> list[JobKey]:
        return list(self.known)


class Watched:
    """Needs over a list, and how often it was asked what is live: once for each job that is looked at."""

    def __init__(self) -> None:
        self.list, self.ends = Jobs(), Ends()
        self.deployment = Deployment()
        self.looked_at: list[JobKey] = []
        self.needs = Needs(
            self.list,  # type: ignore[arg-type]
            self.ends,  # type: ignore[arg-type]
            live_state_of=self.live_state_of,
            deployment_of=lambda _: self.deployment,
        )
        self.spy = QSignalSpy(self.needs.changed)

    def live_state_of(self, job: Job) -> LiveState:
        self.looked_at.append(job.key)
        return self.deployment.of(job.id)

    def told(self) -> dict[JobKey, tuple[Need | None, float]]:
        return {key: state for number in range(self.spy.count()) for key, state in self.spy.at(number)[0].items()}

    def of(self, jobs: Iterable[Job]) -> list[Need | None]:
        return [self.needs.of(job.key) for job in jobs]


def numbered(job: Job, number: int, model: str = "m") -> Job:
    start = (job.started_at or 0.0) + number
    return replace(job, id=f"j{number}", model=model, started_at=start)


def test_what_needs_a_person_is_counted_for_each_model_and_for_all() -> None:
    watched = Watched()
    one, two, other = numbered(DONE, 1), numbered(TRAINING, 2), numbered(FAILED, 3, "n")
    watched.list.add(one, two, other)
    assert watched.of([one, two, other]) == [Need.LOOK, None, Need.FAILED]
    assert [watched.needs.count(model) for model in ("m", "n", None, "nobody")] == [1, 1, 2, 0]
    assert watched.told() == {one.key: (Need.LOOK, 0.0), other.key: (Need.FAILED, 0.0)}, "what needs nobody is no news"
    watched.list.change(replace(one, opened_at=NOW))
    assert watched.needs.count() == 1
    watched.list.remove(other)
    assert (watched.needs.count(), watched.needs.of(other.key), watched.needs.models()) == (0, None, ["m"])
    watched.list.add(other)
    assert watched.needs.count("n") == 1, "a removal was undone"


def test_a_later_job_that_finishes_takes_an_earlier_failure_off() -> None:
    watched = Watched()
    failed, later = numbered(FAILED, 1), numbered(TRAINING, 2)
    watched.list.add(failed, later)
    assert watched.of([failed, later]) == [Need.FAILED, None]
    watched.list.change(replace(later, status=FINISHED_STATUS, has_file=True, ended_at=NOW))
    assert watched.of([failed, later]) == [None, Need.LOOK]
    watched.list.remove(later)
    assert watched.of([failed]) == [Need.FAILED], "what overtook it is gone"


def test_a_switch_takes_off_what_it_has_decided() -> None:
    watched = Watched()
    earlier, later = numbered(DONE, 1), numbered(DONE, 2)
    watched.list.add(earlier, later)
    assert watched.of([earlier, later]) == [Need.LOOK, Need.LOOK]
    watched.deployment = Deployment(Switch("s", "m", later.id, at=NOW, outcome=SwitchOutcome.DONE, ended_at=NOW))
    watched.needs.on_switched("m")
    assert watched.of([earlier, later]) == [None, None]
    assert watched.needs.count() == 0


def test_a_job_becomes_late_by_the_clock_alone_looked_at_once_a_minute() -> None:
    watched = Watched()
    job = replace(TRAINING, started_at=NOW)
    watched.ends.known[job.key] = Estimate(NOW + 3600, 3600.0, 3, is_scaled=False)
    watched.list.add(job)
    watched.needs.tick(NOW)
    watched.list.now = NOW + 7199
    watched.needs.tick(watched.list.now)
    assert watched.needs.of(job.key) is None
    watched.list.now = NOW + 7205
    watched.needs.tick(watched.list.now)
    assert watched.needs.of(job.key) is None, "not every second"
    watched.list.now = NOW + 7260
    watched.needs.tick(watched.list.now)
    assert watched.needs.state_of(job.key) == (Need.LATE, 3600.0)
    told = watched.spy.count()
    for minute in range(1, 50):
        watched.list.now = NOW + 7260 + 60 * minute
        watched.needs.tick(watched.list.now)
    assert watched.spy.count() == told, "it is told by the hour, and no minute of it is news"
    watched.list.change(replace(job, status=FINISHED_STATUS, has_file=True, ended_at=watched.list.now))
    del watched.ends.known[job.key]
    watched.ends.changed.emit({job.key: None})
    assert watched.needs.state_of(job.key) == (Need.LOOK, 0.0)


def test_an_answer_that_overtakes_nothing_costs_a_look_at_one_job() -> None:
    watched = Watched()
    jobs = [numbered(TRAINING, number) for number in range(1000)]
    watched.list.add(*jobs)
    answered_at = count(NOW)

    def answer_all() -> None:
        now = next(answered_at)
        for job in jobs:
            watched.list.change(replace(job, checked_at=now, next_check_at=now + 30))

    assert_within(0.5, answer_all, before=watched.looked_at.clear)  # a few hundredths where nothing else runs
    assert len(watched.looked_at) == 1000
    watched.list.change(replace(jobs[5], checked_at=NOW, problem=Problem(ProblemKind.KEY_WRONG)))
    assert len(watched.looked_at) == 1001
    assert watched.needs.of(jobs[5].key) is Need.TROUBLE
