"""The life of one model, read out of the history: its jobs, its switches, and what was live when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.history.deployment import InService, Outcome, Service, Services, Switch, changes_in
from epa_gui.core.history.event import Act, ActKind
from epa_gui.core.history.job_bars import Anchor, JobBar, job_bars
from epa_gui.core.history.places import Places
from epa_gui.core.history.time_axis import EARLIEST, LATEST


class Behind(StrEnum):
    """What was behind the prediction API."""

    UNKNOWN = "unknown"  # the original model, or one switched elsewhere
    JOB = "job"
    NOT_CONFIRMED = "not confirmed"  # a switch may have happened since, not confirmed or lost with the list


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
        at: Where it is drawn, seconds since the epoch (UTC): when the act was, unless that is yet to come.
        switch: The switch, if it is one: its reason, its outcome and why.
    """

    kind: MarkKind
    act: Act
    at: float
    switch: Switch | None = None

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
        """The switch this span began with, or the last one known where others may be missing."""
        return self.service.open[-1] if self.service.open else self.service.live


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything there is to draw of one model. Times are seconds since the epoch (UTC), and none is yet to come.

    Attributes:
        model: The model's identity.
        model_name: What it was called last.
        begins_at: Its first act.
        ends_at: Now.
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

    An act later than now was written by a clock that was wrong. The order of the acts is sound all the same: such a one
    is drawn with the next that is not later than now, and at `now` if there is none.

    Args:
        acts: Oldest first, of all models and of the list.
        model: The model's identity.
        now: Seconds since the epoch.
    """
    in_time = [act for act in acts if EARLIEST <= act.at <= LATEST]
    mine = [act for act in in_time if act.model == model]
    now = min(now, LATEST) if now >= EARLIEST else EARLIEST  # and if it is no number
    if not mine:
        return Timeline(model, "", now, now)
    places = Places(in_time, now)
    begins_at = min(places.of(act.at) for act in mine)
    changes = tuple(changes_in(act for act in in_time if act.model == model or act.kind is ActKind.LIST_RESTORED))
    switches = [change for change in changes if isinstance(change, Switch)]
    marks = sorted(_marks(mine, switches, places), key=lambda mark: mark.at)
    return Timeline(
        model,
        mine[-1].model_name,
        begins_at,
        now,
        _spans(changes, model, begins_at, now, places),
        job_bars(mine, now, places),
        tuple(marks),
    )


def _spans(
    changes: Iterable[Switch | Act], model: str, begins_at: float, now: float, places: Places
) -> tuple[Span, ...]:
    spans: list[Span] = []
    services, service = Services(), Service()
    for change in changes:
        if isinstance(change, Switch):
            services.take(change)
            since = change.ended_at if change.outcome is Outcome.DONE and change.ended_at else change.at
        else:
            services.restored()
            since = change.at
        after = services.of(model)
        if _is_the_same(service, after):
            continue
        since = max(begins_at, places.of(since))
        if since > begins_at:
            spans.append(Span(begins_at, since, service))
        service, begins_at = after, since
    return (*spans, Span(begins_at, now, service))


def _is_the_same(service: Service, after: Service) -> bool:
    """Whether a switch changed nothing that can be drawn: it went to where the service was for certain."""
    if after == service:
        return True
    live = service.live and after.live and service.live.job == after.live.job
    return bool(live) and service.is_certain and after.is_certain


_KEY_KINDS = frozenset({ActKind.KEY_ADDED, ActKind.KEY_CHANGED, ActKind.KEY_ISSUED, ActKind.KEY_REMOVED})


def _marks(acts: Iterable[Act], switches: Iterable[Switch], places: Places) -> Iterator[Mark]:
    """In the order of the acts, which tells what came first among those that are drawn at one moment."""
    begun: defaultdict[tuple[float, str], list[Switch]] = defaultdict(list)
    for switch in switches:
        begun[switch.at, switch.job].append(switch)
    for act in acts:
        at = places.of(act.at)
        if act.kind is ActKind.SWITCH_ASKED or act.kind is ActKind.SWITCH_ENDED:
            for switch in begun.pop((act.at, act.job), ()):
                yield Mark(MarkKind.SWITCH, act, at, switch)
        elif act.kind is ActKind.RESULTS_SAVED:
            yield Mark(MarkKind.RESULTS, act, at)
        elif act.kind in _KEY_KINDS:
            yield Mark(MarkKind.KEY, act, at)
