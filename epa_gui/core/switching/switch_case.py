"""What a person should know before a job is put into service: the facts, what warns of it, what forbids it. Pure."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from epa_gui.core.account.live import LiveKind
from epa_gui.core.history.against import is_against_live
from epa_gui.core.history.deployment import Deployment, LiveApi, LiveState, Switch
from epa_gui.core.jobs.job import Job, Stage
from epa_gui.core.jobs.key_life import DAY
from epa_gui.core.jobs.metric import Metric
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.switching.beside_live import BesideLive, beside_live

OLD = 30 * DAY
"""Seconds since a job ended after which its data are called old."""

KEY_SOON = DAY
"""Seconds before its end from which the model's API key warns."""


_LIVE = frozenset({LiveState.LIVE, LiveState.NOT_ANSWERING})


class SwitchWarning(StrEnum):
    """What speaks against a switch, or for looking twice; the gravest first."""

    NOT_CONFIRMED = "not confirmed"  # an earlier switch of the model may have happened
    API_DOWN = "prediction API down"  # a prediction API of the model is stopped or failed, as the service says
    STILL_SWITCHING = "still switching"  # the service took another switch, and its model does not run yet
    LIVE_ALREADY = "live already"
    VERDICT_WORSE = "verdict worse"
    BEHIND_LIVE = "behind live"  # by each one's own results, perhaps on other rows
    NOT_SAVED = "not saved"
    NOT_OPENED = "not opened"
    NEWER_FINISHED = "newer finished"
    KEY_ENDS_SOON = "key ends soon"
    OLD_JOB = "old job"
    PERHAPS_BEHIND_LIVE = "perhaps behind live"  # likewise, and nobody knows whether the difference is chance


class SwitchObstacle(StrEnum):
    """Why a switch cannot be asked for at all."""

    SENDING = "sending"  # its training file is on the way
    NOT_FINISHED = "not finished"
    SWITCHING = "switching"  # another switch of this model is under way


@dataclass(frozen=True, slots=True)
class SwitchCase:
    """A switch that somebody thinks of, with everything there is to say about it.

    Attributes:
        job: What is to be live.
        model: Whose prediction API it goes behind.
        service: What is behind that now, by the service's word or as far as this program knows; jobs by the names they
            have today.
        at: When all this was so, seconds since the epoch (UTC).
        newer: The newest finished job that is newer than this one; `None` if there is none.
        is_back: Whether it goes back: to a job that was live before, or one older than what is, or may be, live.
        obstacle: Why it cannot be asked for; `None` if it can.
        live_job: The live job as the list has it; `None` if it is not there, or nobody knows for certain what is live.
        coming: The model's switch that the service took and whose model does not run yet; `None` for none.
    """

    job: Job
    model: Model
    service: Deployment
    at: float
    newer: Job | None = None
    is_back: bool = False
    obstacle: SwitchObstacle | None = None
    live_job: Job | None = None
    coming: Switch | None = None

    @property
    def apis_down(self) -> tuple[LiveApi, ...]:
        """The model's prediction APIs that do not answer, as the service says."""
        return tuple(api for api in self.service.apis if api.is_down)

    @property
    def live(self) -> Switch | None:
        """The switch that was done last; `None` for the original model, or one switched elsewhere."""
        return self.service.live

    @property
    def needs_reason(self) -> bool:
        """Whether a reason has to be given: for the first switch of a model."""
        return not self.service.has_been_switched

    @property
    def finished_at(self) -> float | None:
        """When the job was first seen to be finished, seconds since the epoch (UTC)."""
        return self.job.status_since if self.job.ended_at is None else self.job.ended_at

    @property
    def age(self) -> float | None:
        """Seconds since then."""
        return None if self.finished_at is None else max(0.0, self.at - self.finished_at)

    @property
    def is_age_a_minimum(self) -> bool:
        """Whether it may have finished long before: a job added from elsewhere that nobody here saw going."""
        return self.job.started_at is None and self.job.going_at is None

    @property
    def was_live(self) -> bool:
        """Whether the job was live before, as far as this program knows."""
        return self.job.id in self.service.earlier or self.service.of(self.job.id) is LiveState.PERHAPS_LIVE

    @property
    def may_lose_original(self) -> bool:
        """Whether the original model is live, or may be: by the service's word, else as far as this program knows."""
        kinds = {api.kind for api in self.service.apis}
        if self.service.is_said and LiveKind.UNKNOWN not in kinds:
            return LiveKind.ORIGINAL in kinds
        return self.live is None

    @property
    def verdict(self) -> VerdictNote | None:
        """Whether the results say that it is better than the model before it; `None` if nobody here read them."""
        return self.job.verdict

    @property
    def metric(self) -> Metric | None:
        """The main measure before and after, of results that an earlier version of this program saved, unjudged."""
        return self.job.saved.metric if self.job.saved and self.job.verdict is None else None

    @property
    def live_verdict(self) -> VerdictNote | None:
        """What the live job's own results say, if it is another job: a figure of other data, perhaps."""
        live = self.live_job
        return None if live is None or live.id == self.job.id else live.verdict

    @property
    def is_against_live(self) -> bool:
        """Whether the verdict is known to compare it with what is live now."""
        return is_against_live(self.job, self.service)

    @property
    def beside_live(self) -> BesideLive | None:
        """Both jobs' own figures, where no verdict compares them; `None` where one of them is not known."""
        return None if self.is_against_live else beside_live(self.verdict, self.live_verdict)

    @property
    def has_live_figure_in_verdict(self) -> bool:
        """Whether the model that the verdict compares with had the very figure that the live job has by itself.

        It may be the same model; nobody knows. What the two figures say is what the verdict says, which knows more.
        """
        beside = self.beside_live
        if beside is None or self.verdict is None or self.verdict.previous is None:
            return False
        return math.isclose(beside.live.value, self.verdict.previous, rel_tol=1e-9)

    def _is_behind_live(self, *, may_be_chance: bool | None) -> bool:
        beside = self.beside_live
        return beside is not None and beside.gain < 0 and beside.may_be_chance is may_be_chance

    @property
    def has_results(self) -> bool:
        """Whether its results were here, saved or fetched for looking."""
        return self.job.saved is not None or self.verdict is not None

    def _is_live(self, job: Job) -> bool:
        """Whether it is what is live: that is told beside it, and needs no warning."""
        return self.live_job is not None and self.live_job.id == job.id

    @property
    def is_newer_certain(self) -> bool:
        """Whether `newer` is known to be newer, not only added later from elsewhere."""
        return self.newer is not None and self.newer.started_at is not None

    @property
    def warnings(self) -> tuple[SwitchWarning, ...]:
        """All that fit, the gravest first."""
        key_end = self.model.key_ends_at
        fits = {
            SwitchWarning.NOT_CONFIRMED: not self.service.is_certain,
            SwitchWarning.API_DOWN: bool(self.apis_down),
            SwitchWarning.STILL_SWITCHING: self.coming is not None,
            SwitchWarning.LIVE_ALREADY: self.service.of(self.job.id) in _LIVE,
            SwitchWarning.VERDICT_WORSE: self.verdict is not None and self.verdict.answer is Answer.WORSE,
            SwitchWarning.BEHIND_LIVE: self._is_behind_live(may_be_chance=False),
            SwitchWarning.NOT_SAVED: not self.has_results,
            SwitchWarning.NOT_OPENED: self.has_results and self.job.opened_at is None,
            SwitchWarning.NEWER_FINISHED: self.newer is not None and not self._is_live(self.newer),
            SwitchWarning.KEY_ENDS_SOON: key_end is not None and key_end - self.at <= KEY_SOON,
            SwitchWarning.OLD_JOB: self.age is not None and self.age > OLD,
            SwitchWarning.PERHAPS_BEHIND_LIVE: self._is_behind_live(may_be_chance=None),
        }
        return tuple(warning for warning in SwitchWarning if fits[warning])


def case_of(
    job: Job,
    model: Model,
    jobs: Iterable[Job],
    service: Deployment,
    now: float,
    *,
    is_switching: bool = False,
    coming: Switch | None = None,
) -> SwitchCase:
    """Everything to say before `job` goes into service.

    Args:
        job: Which one.
        model: Its model.
        jobs: The model's jobs in the list; those of other models are passed over.
        service: What is behind the model's prediction API.
        now: Seconds since the epoch (UTC).
        is_switching: Whether another switch of this model is under way.
        coming: The model's switch that the service took and whose model does not run yet; `None` for none.
    """
    known = {other.id: other for other in jobs if other.model == model.id}
    return SwitchCase(
        job,
        model,
        _named_today(service, known),
        now,
        _newest_above(job, known),
        _goes_back(job, known, service),
        _obstacle(job, is_switching=is_switching),
        known.get(service.live.job) if service.live and service.is_certain else None,
        coming,
    )


def begun_at(job: Job) -> float:
    """By what jobs are told newer from older, seconds since the epoch (UTC).

    That is when it was started. Of a job started elsewhere nobody here knows that, only that it was before the job was
    added; so it counts as begun then. Its end is no better: it is first seen after the job was added, and a job that
    took long would seem newer than one started meanwhile.
    """
    return job.added_at if job.started_at is None else job.started_at


def _obstacle(job: Job, *, is_switching: bool) -> SwitchObstacle | None:
    if job.is_uploading:
        return SwitchObstacle.SENDING
    if job.stage is not Stage.FINISHED:
        return SwitchObstacle.NOT_FINISHED
    return SwitchObstacle.SWITCHING if is_switching else None


def _newest_above(job: Job, known: Mapping[str, Job]) -> Job | None:
    """The newest finished job newer than `job`."""
    newer = [
        other
        for other in known.values()
        if other.stage is Stage.FINISHED and other.removed_at is None and begun_at(other) > begun_at(job)
    ]
    return max(newer, key=begun_at, default=None)


def _goes_back(job: Job, known: Mapping[str, Job], service: Deployment) -> bool:
    if service.of(job.id) in _LIVE:
        return False
    if job.id in service.earlier or service.of(job.id) is LiveState.PERHAPS_LIVE:
        return True
    switches = (service.live, *service.open) if service.live else service.open
    perhaps_live = [known[switch.job] for switch in switches if switch.job in known]
    return any(begun_at(other) > begun_at(job) for other in perhaps_live)


def _named_today(service: Deployment, known: Mapping[str, Job]) -> Deployment:
    """The same with the names the jobs have now; a job no longer in the list keeps the one it had."""

    def renamed(switch: Switch) -> Switch:
        return replace(switch, job_name=known[switch.job].name) if switch.job in known else switch

    live = renamed(service.live) if service.live else None
    return replace(service, live=live, open=tuple(renamed(switch) for switch in service.open))
