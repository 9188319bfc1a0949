"""Is the new model better? The answer, and all that a person needs to see why. The rules: `judgement`."""

from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.results.content import Measure, MetricKind


class Answer(StrEnum):
    """There are no others. The values are what the database and the history hold."""

    BETTER = "clearly better"
    WORSE = "clearly worse"
    NO_DIFFERENCE = "no clear difference"
    CANNOT_TELL = "cannot be told"


class Rule(StrEnum):
    """By which rule it was judged."""

    ROWS_OF_CLASSES = "A"  # exact McNemar on the rows of both models
    TOTALS = "B"  # the least and the most disagreement the totals allow
    PROBABILITIES = "C"  # DeLong
    ERRORS = "D"  # paired differences of squared or absolute errors
    FIGURES_ALONE = "E"  # neither rows nor their number
    TIME_SERIES = "F"  # no test row by row
    NOTHING = ""  # nothing is compared


class Missing(StrEnum):
    """What would tell, where it cannot be told."""

    ROWS = "rows"  # the predictions of both models row by row
    ROW_COUNT = "row count"
    PREVIOUS = "previous"  # figures of the previous model
    METRICS = "metrics"
    AGREEMENT = "agreement"  # the files contradict each other in what carries the verdict
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer.

    Attributes:
        answer: One of the three (better and worse are one).
        rule: By which it was judged.
        metric: The metric that carries it; `None` if nothing is compared.
        main_metric: The one that should carry it for this kind of model, if it could be tested; else equal to `metric`.
        this, previous: Its values; shares as fractions of 1.
        rows: On how many rows it rests; `None` if not known.
        new_only, old_only: Rows where that model alone was right; `None` if not known.
        p_least, p_most: How likely chance alone makes a difference at least as large; equal where it is known exactly.
        low, high: The 95 % interval of the difference, better upwards; `None` if there is none.
        is_just: p is between .03 and .05: worded as "just".
        smallest: The smallest difference that so many rows can show; `None` if not known.
        missing: What would tell, where it cannot be told.
        stars, previous_stars: The service's prediction accuracy level, 1 to 5; 0 if there is none for the metric.
        others: The other measures with both values, not tested.
    """

    answer: Answer
    rule: Rule = Rule.NOTHING
    metric: MetricKind | None = None
    main_metric: MetricKind | None = None
    this: float | None = None
    previous: float | None = None
    rows: int | None = None
    new_only: int | None = None
    old_only: int | None = None
    p_least: float | None = None
    p_most: float | None = None
    low: float | None = None
    high: float | None = None
    is_just: bool = False
    smallest: float | None = None
    missing: Missing = Missing.NOTHING
    stars: int = 0
    previous_stars: int = 0
    others: tuple[Measure, ...] = ()
