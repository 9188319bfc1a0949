"""The life of one model, read out of the history: its jobs, its switches, and what was live when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.history.deployment import Deployment, Deployments, LiveState, Switch, SwitchOutcome, changes_in
from epa_gui.core.history.event import EventKind, HistoryEvent
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
        event: The event, which tells it all.
        at: Where it is drawn, seconds since the epoch (UTC): when the event was, unless that is yet to come.
        switch: The switch, if it is one: its reason, its outcome and why.
    """

    kind: MarkKind
    event: HistoryEvent
    at: float
    switch: Switch | None = None

    @property
    def anchor(self) -> Anchor:
        """Which event it stands for."""
        return Anchor(self.event.at, self.event.kind, self.event.job)


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
    service: Deployment

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
        begins_at: Its first event.
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
        return tuple(span for span in self.spans if span.service.of(job) is LiveState.LIVE)


def timeline_of(events: Iterable[HistoryEvent], model: str, now: float) -> Timeline:
    """The timeline of one model. Never raises; events that make no sense are passed over.

    An event later than now was written by a clock that was wrong. Their order is sound all the same: such a one
    is drawn with the next that is not later than now, and at `now` if there is none.

    Args:
        events: Oldest first, of all models and of the list.
        model: The model's identity.
        now: Seconds since the epoch.
    """
    in_time = [event for event in events if EARLIEST <= event.at <= LATEST]
    mine = [event for event in in_time if event.model == model]
    now = min(now, LATEST) if now >= EARLIEST else EARLIEST  # and if it is no number
    if not mine:
        return Timeline(model, "", now, now)
    places = Places(in_time, now)
    begins_at = min(places.of(event.at) for event in mine)
    changes = tuple(
        changes_in(event for event in in_time if event.model == model or event.kind is EventKind.LIST_RESTORED)
    )
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
    changes: Iterable[Switch | HistoryEvent], model: str, begins_at: float, now: float, places: Places
) -> tuple[Span, ...]:
    spans: list[Span] = []
    services, service = Deployments(), Deployment()
    for change in changes:
        if isinstance(change, Switch):
            services.take(change)
            since = change.since if change.outcome is SwitchOutcome.DONE else change.at
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


def _is_the_same(service: Deployment, after: Deployment) -> bool:
    """Whether a switch changed nothing that can be drawn: it went to where the service was for certain."""
    if after == service:
        return True
    live = service.live and after.live and service.live.job == after.live.job
    return bool(live) and service.is_certain and after.is_certain


_KEY_KINDS = frozenset({EventKind.KEY_ADDED, EventKind.KEY_CHANGED, EventKind.KEY_ISSUED, EventKind.KEY_REMOVED})


_SWITCH_EVENTS = frozenset({EventKind.SWITCH_ASKED, EventKind.SWITCH_ENDED, EventKind.LIVE_SEEN})


def _marks(events: Iterable[HistoryEvent], switches: Iterable[Switch], places: Places) -> Iterator[Mark]:
    """In the order of the events, which tells what came first among those that are drawn at one moment."""
    begun: defaultdict[tuple[float, str], list[Switch]] = defaultdict(list)
    for switch in switches:
        begun[switch.at, switch.job].append(switch)
    for event in events:
        at = places.of(event.at)
        if event.kind in _SWITCH_EVENTS:
            for switch in begun.pop((event.at, event.job), ()):
                yield Mark(MarkKind.SWITCH, event, at, switch)
        elif event.kind is EventKind.RESULTS_SAVED:
            yield Mark(MarkKind.RESULTS, event, at)
        elif event.kind in _KEY_KINDS:
            yield Mark(MarkKind.KEY, event, at)
