"""The life of one model, read out of the history: its jobs, its switches, and what was live when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.history.job_bars import Anchor, JobBar, job_bars
from epa_gui.history.time_axis import EARLIEST, LATEST
from epa_gui.jobs.act import Act, ActKind
from epa_gui.jobs.switch import SWITCH_KINDS, InService, Outcome, Service, Switch, switches_in


class Behind(StrEnum):
    """What was behind the prediction API."""

    UNKNOWN = "unknown"  # the original model, or one switched elsewhere
    JOB = "job"
    NOT_CONFIRMED = "not confirmed"  # a switch may have happened since


class MarkKind(StrEnum):
    """What happened at one moment."""

    SWITCH = "switch"
    RESULTS = "results"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at one moment.

    Attributes:
        kind: What it is.
        act: The act, which tells it all.
        switch: The switch, if it is one: its reason, its outcome and why.
    """

    kind: MarkKind
    act: Act
    switch: Switch | None = None

    @property
    def at(self) -> float:
        """When, seconds since the epoch (UTC)."""
        return self.act.at

    @property
    def anchor(self) -> Anchor:
        """Which act it stands for."""
        return Anchor(self.act.at, self.act.kind, self.act.job)


@dataclass(frozen=True, slots=True)
class Span:
    """What was behind the prediction API for a while, as far as this program knows.

    Attributes:
        begins_at: From when, seconds since the epoch (UTC).
        ends_at: Until when.
        service: What is known of it.
    """

    begins_at: float
    ends_at: float
    service: Service

    @property
    def behind(self) -> Behind:
        """What it was, in a word."""
        if not self.service.is_certain:
            return Behind.NOT_CONFIRMED
        return Behind.JOB if self.service.live else Behind.UNKNOWN

    @property
    def switch(self) -> Switch | None:
        """The switch this span began with."""
        return self.service.open[-1] if self.service.open else self.service.live


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything there is to draw of one model. Times are seconds since the epoch (UTC).

    Attributes:
        model: The model's identity.
        model_name: What it was called last.
        begins_at: Its first act.
        ends_at: Now, or its last act if that is later.
        spans: What was live when, without gaps from `begins_at` to `ends_at`; empty if there is nothing of this model.
        jobs: By when they begin.
        marks: By when they were.
    """

    model: str
    model_name: str
    begins_at: float
    ends_at: float
    spans: tuple[Span, ...] = ()
    jobs: tuple[JobBar, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.jobs and not self.marks

    @property
    def lanes(self) -> int:
        """How many lines of bars there are."""
        return 1 + max((bar.lane for bar in self.jobs), default=-1)

    def spans_of(self, job: str) -> tuple[Span, ...]:
        """When that job was live for certain."""
        return tuple(span for span in self.spans if span.service.of(job) is InService.LIVE)


def timeline_of(acts: Iterable[Act], model: str, now: float) -> Timeline:
    """The timeline of one model. Never raises; acts that make no sense are passed over.

    Args:
        acts: Oldest first, of all models.
        model: The model's identity.
        now: Seconds since the epoch.
    """
    mine = [act for act in acts if act.model == model and EARLIEST <= act.at <= LATEST]
    now = min(now, LATEST) if now >= EARLIEST else EARLIEST  # and if it is no number
    if not mine:
        return Timeline(model, "", now, now)
    times = [act.at for act in mine]
    begins_at, ends_at = min(times), max(now, *times)
    switches = tuple(switches_in(mine).values())
    marks = sorted(_marks(mine, switches), key=lambda mark: mark.at)
    return Timeline(
        model,
        mine[-1].model_name,
        begins_at,
        ends_at,
        tuple(_spans(switches, begins_at, ends_at)),
        job_bars(mine, ends_at),
        tuple(marks),
    )


def _spans(switches: Iterable[Switch], begins_at: float, ends_at: float) -> Iterator[Span]:
    service = Service()
    for switch in switches:
        after = service.after(switch)
        if _is_the_same(service, after):
            continue
        since = switch.ended_at if switch.outcome is Outcome.DONE and switch.ended_at else switch.at
        since = max(begins_at, since)
        if since > begins_at:
            yield Span(begins_at, since, service)
        service, begins_at = after, since
    yield Span(begins_at, max(begins_at, ends_at), service)


def _is_the_same(service: Service, after: Service) -> bool:
    """Whether a switch changed nothing that can be drawn: it went to where the service was for certain."""
    if after is service:
        return True
    live = service.live and after.live and service.live.job == after.live.job
    return bool(live) and service.is_certain and after.is_certain


_KEY_KINDS = frozenset({ActKind.KEY_ADDED, ActKind.KEY_CHANGED, ActKind.KEY_ISSUED, ActKind.KEY_REMOVED})


def _marks(acts: Iterable[Act], switches: Iterable[Switch]) -> Iterator[Mark]:
    switch_acts: dict[tuple[float, str], Act] = {}
    for act in acts:
        if act.kind in SWITCH_KINDS:
            switch_acts.setdefault((act.at, act.job), act)
        elif act.kind is ActKind.RESULTS_SAVED:
            yield Mark(MarkKind.RESULTS, act)
        elif act.kind in _KEY_KINDS:
            yield Mark(MarkKind.KEY, act)
    for switch in switches:
        asked = switch_acts.get((switch.at, switch.job))
        if asked is not None:
            yield Mark(MarkKind.SWITCH, asked, switch)
