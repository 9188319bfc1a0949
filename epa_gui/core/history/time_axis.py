"""Time laid out from left to right, and the ticks that make sense on it, by this computer's calendar."""

import bisect
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

EARLIEST, LATEST = 34_300_800.0, 32_472_144_000.0
"""From 2 February 1971 to 1 January 2999. Windows knows no local time before 1970 or after 3000, and Python looks a day
to either side."""
_YEARS_KNOWN = range(1971, 3000)

SHORTEST = 300.0
"""Seconds that are in view at least."""

_DAY = 86400
_MONTH = 30.44 * _DAY
_YEAR = 365.25 * _DAY

_SECONDS = (60, 120, 300, 600, 900, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
"""Steps of ticks, each in its own unit."""


class TickUnit(StrEnum):
    """What the label of a tick tells."""

    TIME = "time"  # 09:10
    DAY = "day"  # 12 Nov
    DATE = "date"  # 12 Nov 2026
    MONTH = "month"  # Nov
    YEAR = "year"  # 2026


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick.

    Attributes:
        at: Where, seconds since the epoch (UTC).
        unit: What its label tells.
    """

    at: float
    unit: TickUnit


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A stretch of time over a stretch of a line. Times are seconds since the epoch (UTC), lengths are pixels.

    Attributes:
        begins_at: The time at the left end.
        ends_at: The time at the right end, later than `begins_at`.
        left: The left end.
        width: From end to end.
    """

    begins_at: float
    ends_at: float
    left: float
    width: float

    @property
    def right(self) -> float:
        """The right end."""
        return self.left + self.width

    @property
    def seconds(self) -> float:
        """The time from end to end."""
        return self.ends_at - self.begins_at

    def x(self, at: float) -> float:
        """Where a point in time is."""
        return self.left + (at - self.begins_at) * self.width / self.seconds

    def at(self, x: float) -> float:
        """Which point in time is there."""
        return self.begins_at + (x - self.left) * self.seconds / self.width

    def clamped_x(self, at: float) -> float:
        """Where a point in time is, or the end nearer to it."""
        return min(max(self.x(at), self.left), self.right)

    def shows(self, begins_at: float, ends_at: float) -> bool:
        """Whether any of a stretch of time is in it."""
        return begins_at <= self.ends_at and ends_at >= self.begins_at


def with_margins(begins_at: float, ends_at: float) -> tuple[float, float]:
    """The time to show so that what is at either end can be seen well."""
    margin = max(SHORTEST / 2, 0.03 * (ends_at - begins_at))
    return begins_at - margin, ends_at + margin


def ticks(scale: TimeScale, distance: float) -> list[Tick]:
    """The ticks of a scale, from left to right.

    Args:
        scale: Where they go.
        distance: Pixels from one to the next at least.
    """
    least = distance * scale.seconds / max(scale.width, 1.0)
    begins_at, ends_at = max(scale.begins_at, EARLIEST), min(scale.ends_at, LATEST)
    if begins_at >= ends_at:
        return []
    return [tick for tick in _ticks(begins_at, ends_at, least) if begins_at <= tick.at <= ends_at]


def _ticks(begins_at: float, ends_at: float, least: float) -> Iterator[Tick]:
    """Those between two times and one or two around them; `least` is the time from one to the next."""
    if least <= _SECONDS[-1]:
        times = _clock_times(begins_at, ends_at, _first(_SECONDS, least))
        return _labelled(times, TickUnit.TIME, TickUnit.DAY, _day_of)
    if least <= _DAYS[-1] * _DAY:
        times = _days(begins_at, ends_at, _first(_DAYS, least / _DAY))
        return _labelled(times, TickUnit.DAY, TickUnit.DATE, _year_of)
    if least <= _MONTHS[-1] * _MONTH:
        times = _months(begins_at, ends_at, _first(_MONTHS, least / _MONTH))
        return _labelled(times, TickUnit.MONTH, TickUnit.YEAR, _year_of)
    times = _months(begins_at, ends_at, 12 * _first(_YEARS, least / _YEAR))
    return _labelled(times, TickUnit.YEAR, TickUnit.YEAR, _year_of)


def _first(steps: tuple[int, ...], least: float) -> int:
    return steps[min(bisect.bisect_left(steps, least), len(steps) - 1)]


def _labelled(
    times: Iterator[float], unit: TickUnit, coarser: TickUnit, period: Callable[[datetime], object]
) -> Iterator[Tick]:
    """Ticks of `unit`; the first in a new period tells more."""
    for before, at in itertools.pairwise(times):
        is_new = period(_local(before)) != period(_local(at))
        yield Tick(at, coarser if is_new else unit)


def _clock_times(begins_at: float, ends_at: float, step: int) -> Iterator[float]:
    """Full minutes or hours.

    Up to an hour they are counted in real time, which goes on evenly when the clocks are changed; from three hours on
    by the clock, so that they stay at 6, 12 and 18 o'clock.
    """
    first = begins_at - step
    wall = _local(first)
    midnight = wall.replace(hour=0, minute=0, second=0, microsecond=0)
    if step > 3600:
        return _known((midnight + timedelta(seconds=step * count) for count in itertools.count()), ends_at)
    first = round(first - (wall - midnight).total_seconds() % step)
    return itertools.takewhile(lambda at: at <= ends_at, itertools.count(first, step))


def _days(begins_at: float, ends_at: float, step: int) -> Iterator[float]:
    """Beginnings of days; of weeks on Mondays."""
    day = _local(begins_at).toordinal()
    first = day - (day - 1) % step - step
    return _known((datetime.fromordinal(number) for number in itertools.count(first, step)), ends_at)


def _months(begins_at: float, ends_at: float, step: int) -> Iterator[float]:
    """Beginnings of months; 12 months are a year."""
    local = _local(begins_at)
    month = local.year * 12 + local.month - 1
    first = month - month % step - step
    months = (divmod(number, 12) for number in itertools.count(max(first, 12), step))
    return _known((datetime(year, month + 1, 1) for year, month in months), ends_at)  # noqa: DTZ001  local time


def _known(walls: Iterator[datetime], ends_at: float) -> Iterator[float]:
    """Local times as seconds since the epoch."""
    for wall in walls:
        if wall.year > _YEARS_KNOWN[-1]:
            return
        if wall.year in _YEARS_KNOWN:
            yield wall.timestamp()
            if wall.timestamp() > ends_at:
                return


def _local(at: float) -> datetime:
    """By this computer's clock."""
    return datetime.fromtimestamp(at)  # noqa: DTZ006  that is what is wanted


def _day_of(local: datetime) -> object:
    return local.date()


def _year_of(local: datetime) -> object:
    return local.year
