"""Is the new model better? The answer, and all that a person needs to see why. The rules: `judgement`."""

from dataclasses import dataclass

from epa_gui.core.jobs.verdict_note import Answer, Measured, Missing, Rule, VerdictNote
from epa_gui.core.results.content import Measure, MetricKind

__all__ = ("Answer", "Missing", "Rule", "Verdict")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer.

    Attributes:
        answer: One of the three (better and worse are one).
        rule: By which it was judged.
        metric: The metric that carries it; `None` if nothing is compared.
        main_metric: The one that should carry it for this kind of model, if it could be tested; else equal to `metric`.
        name: The carrying metric as the files write it; empty if it was worked out here.
        horizon: Of a time series: how far ahead that metric is for, as the files write it.
        this, previous: Its values; shares as fractions of 1.
        this_text, previous_text: As the files write them; empty if they were worked out here.
        gain: By how much the new model is better by it, in its unit: positive is better whichever way the metric goes.
        rows: On how many rows it rests; `None` if not known.
        new_right, old_right: In how many rows that model was right; `None` if not known exactly.
        new_only, old_only: Rows where that model alone was right; `None` if not known.
        least, most: In how many rows one model alone can have been right, by the totals; `None` but for that rule.
        p_least, p_most: How likely chance alone makes a difference at least as large; equal where it is known exactly.
        low, high: The 95 % interval of the gain, in its unit; where the rows are not known the widest that the totals
            allow; `None` if there is none.
        is_just: p is between .03 and .05: worded as "just".
        smallest: The smallest gain that so many rows can show, in its unit; `None` if not known.
        rows_needed: How many rows would show a gain like this one; `None` if not known, or if these showed it.
        missing: What would tell, where it cannot be told.
        stars, previous_stars: The service's prediction accuracy level, 1 to 5, by the main metric; 0 if there is none.
        others: The other measures with both values, not tested.
        this_error: The standard error of the new model's value by itself, where the test worked it out.
        this_low, this_high: The 95 % interval of the new model's value by itself; `None` if it is not known.
        measured: What the new model comes to by each metric that is known, the one that carries the verdict first.
    """

    answer: Answer
    rule: Rule = Rule.NOTHING
    metric: MetricKind | None = None
    main_metric: MetricKind | None = None
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
    others: tuple[Measure, ...] = ()
    this_error: float | None = None
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

    def note(self, sha256: str = "") -> VerdictNote:
        """What is kept of it.

        Args:
            sha256: Of the file it was read from, in hexadecimal.
        """
        same = {
            name: getattr(self, name)
            for name in VerdictNote.__dataclass_fields__
            if name not in {"metric", "main_metric", "sha256"}
        }
        metric, main_metric = (it.value if it else "" for it in (self.metric, self.main_metric))
        return VerdictNote(**same, metric=metric, main_metric=main_metric, sha256=sha256)
