"""What is kept of a verdict: enough to repeat the answer, its numbers and its doubt, without the results.

How it is come to: `core.results.judgement`.
"""

import json
import math
from dataclasses import asdict, dataclass
from enum import StrEnum

from epa_gui.core.jobs.reading import build, parsed


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
    SAME_ROWS = "same rows"  # each model was judged on rows of its own
    MORE_ROWS = "more rows"  # there are too few for the rule
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the new model comes to by one metric, of all classes.

    Attributes:
        metric: A value of `core.results.content.MetricKind`.
        value: In its unit; shares as fractions of 1. Always a number.
        low, high: Its 95 % interval, worked out by `core.results.own_interval`; `None` where it is not known.
        horizon: Of a time series: how far ahead, as the files write it.
    """

    metric: str
    value: float
    low: float | None = None
    high: float | None = None
    horizon: str = ""


@dataclass(frozen=True, slots=True)
class VerdictNote:
    """The answer, and the numbers and the doubt that go with it. Everything is as in `core.results.verdict.Verdict`.

    Attributes:
        answer: One of the three (better and worse are one).
        rule: By which it was judged.
        metric: The metric that carries it, a value of `core.results.content.MetricKind`; empty if nothing is compared.
        main_metric: The one that should carry it for this kind of model.
        name: The carrying metric as the files write it; empty if it was worked out here.
        horizon: Of a time series: how far ahead.
        this, previous: Its values; shares as fractions of 1.
        this_text, previous_text: As the files write them.
        gain: By how much the new model is better by it: positive is better, whichever way the metric goes.
        rows: On how many rows it rests.
        new_right, old_right: In how many rows that model was right.
        new_only, old_only: Rows where that model alone was right.
        least, most: In how many rows one model alone can have been right, by the totals.
        p_least, p_most: How likely chance alone makes a difference at least as large.
        low, high: The 95 % interval of the gain.
        is_just: It is clear, but only just.
        smallest: The smallest gain that so many rows can show.
        rows_needed: How many rows would show a gain like this one.
        missing: What would tell, where it cannot be told.
        stars, previous_stars: The service's prediction accuracy level.
        sha256: Of the file it was read from, in hexadecimal; empty if that is not known.
        this_low, this_high: The 95 % interval of the new model's value by itself; `None` if it is not known.
        measured: The new model by each metric; empty in notes of versions that did not keep it.
    """

    answer: Answer
    rule: Rule = Rule.NOTHING
    metric: str = ""
    main_metric: str = ""
    name: str = ""
    horizon: str = ""
    this: float | None = None
    previous: float | None = None
    this_text: str = ""
    previous_text: str = ""
    gain: float | None = None
    rows: int | None = None
    new_right: int | None = None
    old_right: int | None = None
    new_only: int | None = None
    old_only: int | None = None
    least: int | None = None
    most: int | None = None
    p_least: float | None = None
    p_most: float | None = None
    low: float | None = None
    high: float | None = None
    is_just: bool = False
    smallest: float | None = None
    rows_needed: int | None = None
    missing: Missing = Missing.NOTHING
    stars: int = 0
    previous_stars: int = 0
    sha256: str = ""
    this_low: float | None = None
    this_high: float | None = None
    measured: tuple[Measured, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether one model is clearly better."""
        return self.answer in {Answer.BETTER, Answer.WORSE}

    @property
    def is_told(self) -> bool:
        """Whether the files answer the question."""
        return self.answer is not Answer.CANNOT_TELL

    def to_json(self) -> str:
        """As the list keeps it. Numbers that are none are left out."""
        kept = {name: value for name, value in asdict(self).items() if not _is_no_number(value)}
        return json.dumps(kept)

    @classmethod
    def from_json(cls, text: str) -> "VerdictNote":
        """What was kept; what a newer version added is passed over.

        Raises:
            ValueError: It is no verdict.
        """
        told = parsed(text)
        if not isinstance(told, dict):
            raise ValueError("no verdict")  # noqa: TRY004  one error for all of it
        return build(cls, {name: told[name] for name in cls.__dataclass_fields__ if name in told})


def _is_no_number(value: object) -> bool:
    return isinstance(value, float) and not math.isfinite(value)
