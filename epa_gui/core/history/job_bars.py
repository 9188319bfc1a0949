"""The jobs of one model as bars in time, read out of the history: when each began, when it ended and how."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.history.places import Places
from epa_gui.core.jobs.job import Stage, stage_of
from epa_gui.core.jobs.problem import ProblemKind


class Beginning(StrEnum):
    """How a job came onto the list, and so what its bar begins with."""

    SENT = "sent"  # from here: the bar begins with the sending of its file
    ADOPTED = "adopted"  # started elsewhere, nobody here knows when
    BEFORE = "before"  # on the list before the history was kept


class Ending(StrEnum):
    """How a job ended."""

    GOING = "going"
    FINISHED = "finished"
    FAILED = "failed"
    NEVER_ARRIVED = "never arrived"  # its file, so it never began
    UNKNOWN = "unknown"  # removed from the list while it was going


class Anchor(NamedTuple):
    """Which event of the history something drawn stands for."""

    at: float
    kind: EventKind
    job: str


@dataclass(frozen=True, slots=True)
class JobBar:
    """One job. Times are seconds since the epoch (UTC).

    Attributes:
        job: The service's ``retrain_job_id``.
        name: What it was called last; may be empty.
        lane: 0 for the first line of bars. Bars that overlap in time have different ones.
        beginning: What `begins_at` is.
        begins_at: When its file began to be sent, when it was added, or when it was first seen.
        started_at: When its file had arrived, so that retraining began; `None` if that was not seen.
        ends_at: When it was first seen to have ended; now, for one still going.
        ending: How it ended.
        status: The service's own last word, verbatim; empty if it said none.
        may_not_have_arrived: Whether nobody knows if its file arrived.
        is_removed: Whether it is off the list.
        anchor: The event it begins with.
    """

    job: str
    name: str
    lane: int
    beginning: Beginning
    begins_at: float
    started_at: float | None
    ends_at: float
    ending: Ending
    status: str
    may_not_have_arrived: bool
    is_removed: bool
    anchor: Anchor

    @property
    def title(self) -> str:
        """What to call it."""
        return self.name or self.job


def job_bars(events: Iterable[HistoryEvent], now: float, places: Places) -> tuple[JobBar, ...]:
    """The jobs by when they begin.

    A job keeps its lane whatever comes later; only one that was believed to have ended, and had not, has to leave it
    for another if something else began there meanwhile.

    Args:
        events: Of one model, oldest first.
        now: Seconds since the epoch.
        places: Where in time the events are drawn.
    """
    reader = _Reader(places)
    for event in events:
        reader.read(event)
    bars = [draft.bar(now) for draft in reader.drafts.values()]
    return tuple(sorted(bars, key=lambda bar: bar.begins_at))


_BEGINNINGS = {
    EventKind.UPLOAD_BEGUN: Beginning.SENT,
    EventKind.JOB_STARTED: Beginning.SENT,
    EventKind.UPLOAD_FAILED: Beginning.SENT,
    EventKind.JOB_ADOPTED: Beginning.ADOPTED,
    EventKind.STATUS_CHANGED: Beginning.BEFORE,
}
"""What a job first seen with such an event is; one first seen with another has no bar until one of these comes."""

_READ = frozenset({*_BEGINNINGS, EventKind.JOB_EDITED, EventKind.JOB_REMOVED, EventKind.JOB_RESTORED})
"""Events that tell something of a bar, if only the name the job had then."""


@dataclass(slots=True, eq=False)
class _Draft:
    """A bar while the events are being read."""

    job: str
    beginning: Beginning
    begins_at: float
    anchor: Anchor
    lane: int = 0
    name: str = ""
    started_at: float | None = None
    ended_at: float = math.inf
    ending: Ending = Ending.GOING
    is_removed: bool = False
    status: str = ""
    may_not_have_arrived: bool = False

    def bar(self, now: float) -> JobBar:
        ends_at = max(self.begins_at, now if self.ended_at == math.inf else self.ended_at)
        return JobBar(
            self.job,
            self.name,
            self.lane,
            self.beginning,
            self.begins_at,
            self.started_at,
            ends_at,
            self.ending,
            self.status,
            self.may_not_have_arrived,
            self.is_removed,
            self.anchor,
        )


class _Reader:
    """Takes events in, one after the other, as they were written: what it made of earlier ones does not change."""

    def __init__(self, places: Places) -> None:
        self.drafts: dict[str, _Draft] = {}
        self._places = places
        self._lanes = _Lanes()

    def read(self, event: HistoryEvent) -> None:
        if event.kind is EventKind.MODEL_REMOVED or event.kind is EventKind.MODEL_RESTORED:
            for each in self.drafts.values():
                self._remove_or_restore(each, event)
            return
        draft = self.drafts[event.job] if event.job in self.drafts else self._begin(event)
        if draft is None or event.kind not in _READ:
            return
        draft.name = event.job_name
        if event.kind is EventKind.JOB_STARTED:
            draft.may_not_have_arrived = False
            draft.started_at = draft.started_at or self._places.of(event.at)
            self._go_on(draft, Ending.NEVER_ARRIVED)
        elif event.kind is EventKind.UPLOAD_FAILED:
            self._read_failed_upload(draft, event)
        elif event.kind is EventKind.STATUS_CHANGED:
            self._read_status(draft, event)
        else:
            self._remove_or_restore(draft, event)

    def _begin(self, event: HistoryEvent) -> _Draft | None:
        beginning = _BEGINNINGS.get(event.kind)
        if beginning is None or not event.job:
            return None
        draft = _Draft(event.job, beginning, self._places.of(event.at), Anchor(event.at, event.kind, event.job))
        self.drafts[event.job] = draft
        self._lanes.place(draft)
        return draft

    def _read_failed_upload(self, draft: _Draft, event: HistoryEvent) -> None:
        if draft.started_at is not None or draft.status:
            return
        if event.text("problem") == ProblemKind.SEND_UNANSWERED:
            draft.may_not_have_arrived = True
        else:
            self._end(draft, Ending.NEVER_ARRIVED, event)

    def _read_status(self, draft: _Draft, event: HistoryEvent) -> None:
        draft.status = event.text("to")
        if not draft.status:
            return
        draft.may_not_have_arrived = False
        stage = stage_of(draft.status)
        if stage is Stage.FINISHED:
            self._go_on(draft, Ending.FAILED, Ending.NEVER_ARRIVED, Ending.UNKNOWN)
            self._end(draft, Ending.FINISHED, event)
        elif stage is Stage.FAILED:
            self._go_on(draft, Ending.NEVER_ARRIVED, Ending.UNKNOWN)
            self._end(draft, Ending.FAILED, event)
        else:
            self._go_on(draft, Ending.FAILED, Ending.NEVER_ARRIVED)

    def _remove_or_restore(self, draft: _Draft, event: HistoryEvent) -> None:
        if event.kind in {EventKind.JOB_REMOVED, EventKind.MODEL_REMOVED}:
            draft.is_removed = True
            self._end(draft, Ending.UNKNOWN, event)
        elif event.kind in {EventKind.JOB_RESTORED, EventKind.JOB_ADOPTED, EventKind.MODEL_RESTORED}:
            draft.is_removed = False
            self._go_on(draft, Ending.UNKNOWN)

    def _end(self, draft: _Draft, ending: Ending, event: HistoryEvent) -> None:
        if draft.ending is Ending.GOING:
            draft.ending, draft.ended_at = ending, max(draft.begins_at, self._places.of(event.at))
            self._lanes.ended(draft)

    def _go_on(self, draft: _Draft, *mistaken: Ending) -> None:
        """It had not ended, if it was believed to have ended like that."""
        if draft.ending in mistaken:
            draft.ending, draft.ended_at = Ending.GOING, math.inf
            self._lanes.goes_on(draft)


class _Lanes:
    """Gives each bar the first lane that is free when it begins (greedy interval partitioning)."""

    def __init__(self) -> None:
        self._bars: list[list[_Draft]] = []
        self._free_at: list[float] = []

    def place(self, draft: _Draft) -> None:
        free = (lane for lane, at in enumerate(self._free_at) if at <= draft.begins_at)
        draft.lane = next(free, len(self._bars))
        if draft.lane == len(self._bars):
            self._bars.append([])
            self._free_at.append(-math.inf)
        self._bars[draft.lane].append(draft)
        self._free_at[draft.lane] = draft.ended_at

    def ended(self, draft: _Draft) -> None:
        self._free_at[draft.lane] = draft.ended_at  # it is the last there: others came only after an end

    def goes_on(self, draft: _Draft) -> None:
        bars = self._bars[draft.lane]
        if bars[-1] is draft:
            self._free_at[draft.lane] = math.inf
            return
        bars.remove(draft)  # another has begun behind it
        self.place(draft)
