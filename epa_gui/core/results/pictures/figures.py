"""What each picture shows, as plain figures. A picture tells assistive technology nothing: these do, as a table.

No figure is drawn here, and nothing here loads matplotlib.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class PictureKind(StrEnum):
    """The pictures there are, in the order they are shown."""

    METRICS = "metrics"
    MATRICES = "matrices"
    CLASS_ERRORS = "class errors"
    CONTRIBUTIONS = "contributions"
    ROC = "roc"
    PRECISION_RECALL = "precision recall"
    PREDICTED_ACTUAL = "predicted actual"
    TREND = "trend"


class Scale(StrEnum):
    """How the values of a metric are written and drawn."""

    RATIO = "ratio"
    """From 0 to 1, as AUC is."""

    PERCENT = "percent"
    OWN = "own"
    """Numbers in the metric's own unit: two metrics have no common axis, so they are drawn as their change."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What became of a metric.

    Attributes:
        text: In the words of the verdict; empty where nothing is said of it.
        is_better: What a test has found: better or worse. `None` where nothing was tested, or nothing is clear: it
            has no colour then.
    """

    text: str = ""
    is_better: bool | None = None


NO_MEANING = Meaning()


@dataclass(frozen=True, slots=True)
class MetricBar:
    """One metric before and after.

    Attributes:
        name: What it is called on screen.
        old, new: Shares of 1, or numbers in the metric's unit; `None` where there is none.
        old_range, new_range: Where the true value lies with 95 % confidence, `None` where that is not known.
        scale: How its values are written and drawn.
        meaning: What became of it.
        hint: Which way is better, where more is not.
        written: Both values and their change as other pages write them; by itself where nobody says so.
    """

    name: str
    old: float | None
    new: float | None
    old_range: tuple[float, float] | None = None
    new_range: tuple[float, float] | None = None
    scale: Scale = Scale.PERCENT
    meaning: Meaning = NO_MEANING
    hint: str = ""
    written: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Matrices:
    """Two confusion matrices of the same classes, `counts[actual][predicted]`.

    Attributes:
        labels: The classes.
        old: Of the model before; empty if it is not known.
        new: Of the new one.
        is_direction_known: Whether rows are known to be the actual classes.
    """

    labels: tuple[str, ...]
    new: tuple[tuple[int, ...], ...]
    old: tuple[tuple[int, ...], ...] = ()
    is_direction_known: bool = True


@dataclass(frozen=True, slots=True)
class PairedBar:
    """One name with a value before and after; `None` where there is none."""

    name: str
    old: float | None
    new: float | None


@dataclass(frozen=True, slots=True)
class Curve:
    """Points of a line from left to right, thinned to what an eye can see; `area` is that under it, if it has one."""

    x: Sequence[float] = field(repr=False)
    y: Sequence[float] = field(repr=False)
    area: float | None = None


@dataclass(frozen=True, slots=True)
class Curves:
    """One curve of each model, and what it is about.

    Attributes:
        new: Of the new model.
        old: Of the one before; `None` if it is not known.
        positive: The class that is looked for.
        share: Of all rows, how many are of that class: what guessing would reach.
    """

    new: Curve
    old: Curve | None
    positive: str
    share: float


@dataclass(frozen=True, slots=True)
class Cloud:
    """Predicted numbers against actual ones, counted in squares.

    Attributes:
        edges: Borders of the squares, the same on both axes; one more than there are squares on a side.
        new, old: `counts[actual][predicted]`; `old` is empty if it is not known.
        outside: Rows beyond the borders, which hold all but the outermost hundredth.
    """

    edges: tuple[float, ...]
    new: tuple[tuple[int, ...], ...] = field(repr=False)
    old: tuple[tuple[int, ...], ...] = field(default=(), repr=False)
    outside: int = 0


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One job of a model.

    Attributes:
        name: The job.
        when: Its end, seconds since the epoch (UTC).
        value: The metric; `None` if its results do not tell.
        range: Where the true value lies with 95 % confidence; `None` where that is not known.
        is_live: Whether it was put into service.
        begins_anew: Whether it was judged on other rows than the one before: the figures are not comparable.
    """

    name: str
    when: float
    value: float | None
    range: tuple[float, float] | None = None
    is_live: bool = False
    begins_anew: bool = False


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figures of a picture as rows of text; numbers as people read them."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
