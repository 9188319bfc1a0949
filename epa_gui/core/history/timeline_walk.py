"""Walking through a timeline item by item: switches, then results and keys, then jobs, each row by time."""

import bisect
from enum import Enum, auto

from epa_gui.core.history.job_bars import Anchor, JobBar
from epa_gui.core.history.timeline import Mark, MarkKind, Span, Timeline

Item = JobBar | Mark


class Step(Enum):
    """Where to go from an item."""

    BACK = auto()  # in time
    ON = auto()
    FIRST = auto()
    LAST = auto()
    UP = auto()  # to what is nearest in time in the row above
    DOWN = auto()


class Walk:
    """The items of one timeline in rows that one can walk through."""

    def __init__(self, timeline: Timeline) -> None:
        switches: list[Item] = [mark for mark in timeline.marks if mark.kind is MarkKind.SWITCH]
        events: list[Item] = [mark for mark in timeline.marks if mark.kind is not MarkKind.SWITCH]
        jobs: list[Item] = list(timeline.jobs)
        self._rows = [row for row in (switches, events, jobs) if row]
        self._items = {item.anchor: item for row in self._rows for item in row}

    def item_of(self, anchor: Anchor | None) -> Item | None:
        """What stands for an event."""
        return self._items.get(anchor) if anchor else None

    def switch_behind(self, span: Span) -> Item | None:
        """What stands for the switch a span began with."""
        found = (item for row in self._rows for item in row if isinstance(item, Mark) and item.switch)
        return next((item for item in found if item.switch == span.switch), None)

    def after(self, item: Item | None, step: Step) -> Item | None:
        """Where a step leads to; from nowhere to the newest of the lowest row, at an end nowhere else."""
        if not self._rows:
            return None
        number = next((number for number, row in enumerate(self._rows) if item in row), None)
        if item is None or number is None:
            return self._rows[-1][-1]
        row = self._rows[number]
        if step in {Step.UP, Step.DOWN}:
            other = min(max(0, number + (1 if step is Step.DOWN else -1)), len(self._rows) - 1)
            return item if other == number else _nearest(self._rows[other], when(item))
        place = row.index(item)
        to = {Step.BACK: place - 1, Step.ON: place + 1, Step.FIRST: 0, Step.LAST: len(row) - 1}[step]
        return row[min(max(0, to), len(row) - 1)]


def when(item: Item) -> float:
    """Where an item is in time, seconds since the epoch (UTC)."""
    return item.begins_at if isinstance(item, JobBar) else item.at


def _nearest(row: list[Item], at: float) -> Item:
    place = bisect.bisect_left(row, at, key=when)
    return min(row[max(0, place - 1) : place + 1], key=lambda item: abs(when(item) - at))
