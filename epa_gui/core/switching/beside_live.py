"""What a job's own results and those of the live job say of one metric, where nothing compares the two. Pure.

Each was judged on rows of its own, for all that is known: so the difference is a hint and no verdict.
"""

import math
from dataclasses import dataclass

from epa_gui.core.jobs.verdict_note import VerdictNote
from epa_gui.core.results.content import MetricKind
from epa_gui.core.results.metric_direction import gain_of
from epa_gui.core.results.shown_figures import as_shown
from epa_gui.core.results.significance import WIDTH

_DECIMALS = 12
"""Of a difference: more are the computer's own error, as of 0.88 and 0.92, which are equally far from 0.9."""


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """What one model comes to by its own results.

    Attributes:
        value: In the metric's unit, shares as fractions of 1.
        text: As the file writes it; empty if that is not kept.
        error: Its standard error, in the same unit; `None` where it is not known.
    """

    value: float
    text: str = ""
    error: float | None = None


@dataclass(frozen=True, slots=True)
class BesideLive:
    """A job's figure and the live job's.

    Attributes:
        metric: Of which metric: the one that carries the job's verdict.
        mine: The job's.
        live: The live job's.
    """

    metric: MetricKind
    mine: OwnFigure
    live: OwnFigure

    @property
    def gain(self) -> float:
        """By how much the job's is better as both are shown, in the metric's unit; negative for worse."""
        live, mine = as_shown(self.metric, self.live.value, self.mine.value, self.live.text, self.mine.text)
        return round(gain_of(self.metric, mine, live), _DECIMALS)

    @property
    def may_be_chance(self) -> bool | None:
        """Whether other rows alone may make so large a difference; `None` where nobody knows how exact the figures are.

        The two are taken to be of different rows. On the same ones they would differ less by chance.
        """
        if self.mine.error is None or self.live.error is None:
            return None
        return abs(self.gain) <= WIDTH * math.hypot(self.mine.error, self.live.error)


def beside_live(mine: VerdictNote | None, live: VerdictNote | None) -> BesideLive | None:
    """Both figures of the metric that carries the job's verdict; `None` where one of them is not known.

    Args:
        mine: What the job's results say.
        live: What the live job's own results say.
    """
    if mine is None or live is None or mine.metric not in set(MetricKind):
        return None
    own, other = (_figure(note, mine.metric, mine.horizon) for note in (mine, live))
    return None if own is None or other is None else BesideLive(MetricKind(mine.metric), own, other)


def _figure(note: VerdictNote, metric: str, horizon: str) -> OwnFigure | None:
    if (note.metric, note.horizon) == (metric, horizon) and note.this is not None:
        return OwnFigure(note.this, note.this_text, _error(note.this_low, note.this_high))
    found = next((each for each in note.measured if (each.metric, each.horizon) == (metric, horizon)), None)
    return None if found is None else OwnFigure(found.value, error=_error(found.low, found.high))


def _error(low: float | None, high: float | None) -> float | None:
    """The standard error behind a 95 % interval."""
    return None if low is None or high is None else (high - low) / (2 * WIDTH)
