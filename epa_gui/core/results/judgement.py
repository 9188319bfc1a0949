"""Is the new model better than the one before it? By which rule that is told, and what the answer is. Pure.

The main metric of each kind of model carries the verdict. Where it cannot be tested with what is there, the next that
can does. With several metrics tested, chance would have several tries; so the others are told, not tested.

A  rows of both models, classes: McNemar's exact test of the rows where one model alone was right.
B  only totals: the same, at the least and the most disagreement that they allow.
C  rows with probabilities: DeLong's test of the two AUC.
D  rows with numbers: the mean of the paired differences of squared (or absolute) errors.
E  neither rows nor their number: the figures and their direction; how sure they are is not known.
F  time series: the rows hang together, so no test row by row.
"""

from dataclasses import replace

from epa_gui.core.results.content import (
    Contradiction,
    ContradictionKind,
    Measure,
    MetricKind,
    PredictionKind,
    ResultsContent,
)
from epa_gui.core.results.judging_rules import (
    as_written,
    by_counts,
    by_errors,
    by_probabilities,
    by_totals,
    cannot_tell,
    has_both,
)
from epa_gui.core.results.own_interval import measured_of
from epa_gui.core.results.significance import JUST_FROM, LEVEL, rows_needed
from epa_gui.core.results.stars import stars_of
from epa_gui.core.results.verdict import Answer, Missing, Rule, Verdict

_CARRIERS = {
    PredictionKind.BINARY: (MetricKind.AUC, MetricKind.ACCURACY),
    PredictionKind.MULTI_CLASS: (MetricKind.ACCURACY,),
    PredictionKind.REGRESSION: (MetricKind.R_SQUARED, MetricKind.RMSE, MetricKind.MEAN_ERROR),
    PredictionKind.TIME_SERIES: (MetricKind.MEDIAN_ERROR_RATIO,),
}
"""What carries the verdict, the main metric first; those that can be tested."""

_NEXT = {
    PredictionKind.BINARY: (MetricKind.F_SCORE,),
    PredictionKind.MULTI_CLASS: (MetricKind.F_SCORE, MetricKind.AUC),
    PredictionKind.REGRESSION: (MetricKind.MEDIAN_ERROR_RATIO, MetricKind.MEDIAN_ERROR),
    PredictionKind.TIME_SERIES: (
        MetricKind.MEDIAN_ERROR,
        MetricKind.MEAN_ERROR,
        MetricKind.RMSE,
        MetricKind.R_SQUARED,
    ),
}
"""Of which the figures alone are told, where none of the others has any."""

_SAME_TEST = {MetricKind.R_SQUARED: (MetricKind.R_SQUARED, MetricKind.RMSE)}
"""What rises and falls with a metric, so that a contradiction in one is one in the other."""

_OF_COUNTS = frozenset(
    {
        ContradictionKind.ROW_COUNT,
        ContradictionKind.MATRIX,
        ContradictionKind.TENDENCY,
        ContradictionKind.RIGHT_COUNT,
    }
)


def verdict_of(content: ResultsContent) -> Verdict:
    """The answer to whether the new model is better, and all that tells why."""
    kind = kind_of(content)
    carriers = _CARRIERS.get(kind, ())
    main = carriers[0] if carriers else None
    if kind is PredictionKind.REGRESSION:  # rows tell all of them; those that the files name go first
        carriers = tuple(sorted(carriers, key=lambda metric: measure_of(content, metric) is None))
    found = next((verdict for metric in carriers if (verdict := _tested(content, kind, metric))), None)
    verdict = found or _untested(content, kind)
    if verdict.metric is not None and any(concerns(said, verdict) for said in content.contradictions):
        verdict = cannot_tell(verdict, Missing.AGREEMENT)
    whole = _with_the_rest(replace(verdict, main_metric=main or verdict.metric), content, kind)
    return _with_what_is_measured(whole, content)


def kind_of(content: ResultsContent) -> PredictionKind:
    """What kind of prediction the model makes: as it is told, else by the metrics that only one kind has."""
    if content.kind is not PredictionKind.UNKNOWN:
        return content.kind
    kinds = {measure.kind for measure in content.measures}
    if any(measure.horizon for measure in content.measures):
        return PredictionKind.TIME_SERIES
    if MetricKind.R_SQUARED in kinds or MetricKind.RMSE in kinds:
        return PredictionKind.REGRESSION
    if MetricKind.AUC in kinds:
        return PredictionKind.BINARY
    if kinds & {MetricKind.ACCURACY, MetricKind.F_SCORE} or content.matrix or content.tendency:
        return PredictionKind.MULTI_CLASS
    return PredictionKind.UNKNOWN


def measure_of(content: ResultsContent, metric: MetricKind) -> Measure | None:
    """The measure of all classes for a metric, at best with both values; of a time series the first there is."""
    found = [measure for measure in content.measures if measure.kind is metric and not measure.class_name]
    return min(found, key=lambda measure: (not has_both(measure), bool(measure.horizon)), default=None)


def _tested(content: ResultsContent, kind: PredictionKind, metric: MetricKind) -> Verdict | None:
    """The verdict by a metric; `None` if it cannot be tested with what is there."""
    rows = content.rows
    measure = measure_of(content, metric)
    if metric is MetricKind.ACCURACY:
        return by_counts(content, measure) or by_totals(content, measure)
    if kind is PredictionKind.TIME_SERIES or rows is None:
        return None
    if metric is MetricKind.AUC:
        return by_probabilities(rows, measure)
    return by_errors(rows, measure, metric)


def _untested(content: ResultsContent, kind: PredictionKind) -> Verdict:
    """Figures and their direction, of the first metric that has both; else what is missing for that."""
    metrics = [*_CARRIERS.get(kind, ()), *_NEXT.get(kind, ()), *MetricKind]
    measures = [measure for metric in metrics if (measure := measure_of(content, metric))]
    measure = next(filter(has_both, measures), None)
    if measure is None:
        first = next((measure for measure in measures if measure.this is not None), None)
        missing = Missing.PREVIOUS if first or content.matrix else Missing.METRICS
        alone = Verdict(Answer.CANNOT_TELL, Rule.NOTHING, first.kind if first else None, missing=missing)
        return as_written(alone, first)
    if kind is PredictionKind.TIME_SERIES:
        return as_written(Verdict(Answer.CANNOT_TELL, Rule.TIME_SERIES, measure.kind), measure)
    counts = measure_of(content, MetricKind.ACCURACY)
    is_only_count = counts is not None and has_both(counts) and kind is not PredictionKind.REGRESSION
    missing = Missing.ROW_COUNT if is_only_count else Missing.ROWS
    return as_written(Verdict(Answer.CANNOT_TELL, Rule.FIGURES_ALONE, measure.kind, missing=missing), measure)


def concerns(said: Contradiction, verdict: Verdict) -> bool:
    """Whether a contradiction is about what carries the verdict: its metric, or the counts that it rests on."""
    if verdict.metric is None:
        return False
    if said.metric is not None:
        return said.metric in _SAME_TEST.get(verdict.metric, (verdict.metric,))
    return verdict.rule in {Rule.ROWS_OF_CLASSES, Rule.TOTALS} and said.kind in _OF_COUNTS


def _with_the_rest(verdict: Verdict, content: ResultsContent, kind: PredictionKind) -> Verdict:
    main = verdict.main_metric
    measure = measure_of(content, main) if main else None
    is_main = verdict.metric is main
    this = measure.this if measure else verdict.this if is_main else None
    previous = measure.previous if measure else verdict.previous if is_main else None
    p = verdict.p_most
    carrier = measure_of(content, verdict.metric) if verdict.metric else None
    is_shown = verdict.is_clear or verdict.gain is None or verdict.rows is None
    return replace(
        verdict,
        is_just=verdict.is_clear and p is not None and JUST_FROM <= p < LEVEL,
        rows_needed=None if is_shown else rows_needed(verdict.rows or 0, verdict.gain or 0.0, verdict.smallest),
        stars=stars_of(kind, main, this),
        previous_stars=stars_of(kind, main, previous),
        others=tuple(other for other in content.measures if other is not carrier and has_both(other)),
    )


def _with_what_is_measured(verdict: Verdict, content: ResultsContent) -> Verdict:
    measured = measured_of(content, verdict)
    carries = verdict.metric is not None and verdict.this is not None and bool(measured)
    own = measured[0] if carries and measured[0].metric == verdict.metric else None
    return replace(verdict, measured=measured, this_low=own.low if own else None, this_high=own.high if own else None)
