"""The rules by which one metric is judged, each to a verdict of its own. Pure. Which one is used: `judgement`."""

import math
from dataclasses import replace

from epa_gui.core.results.content import Measure, MetricKind, PredictedRows, ResultsContent, Tendency
from epa_gui.core.results.metric_direction import gain_of
from epa_gui.core.results.paired_tests import (
    Difference,
    absolute_error_difference,
    auc_difference,
    squared_error_difference,
    variance_of,
)
from epa_gui.core.results.right_counts import OtherRowsError, disagreement_of, fits, precision_of, rows_of, tendency_of
from epa_gui.core.results.significance import LEVEL, SHOWS, exact_p, share_interval, smallest_difference
from epa_gui.core.results.verdict import Answer, Missing, Rule, Verdict

_AUC_SLACK = 0.005
"""How far an AUC of probabilities that are rounded in the rows may be from the one the service worked out."""

_ERROR_SLACK = 0.01
"""The same for errors, as a part of them."""


def by_counts(content: ResultsContent, measure: Measure | None) -> Verdict | None:
    """Rule A: by the rows where one model alone was right; `None` if nothing tells how many those are.

    Args:
        content: What the results say.
        measure: The accuracy, where the metrics tell it.
    """
    tendency = (tendency_of(content.rows) if content.rows else None) or content.tendency
    return None if tendency is None else by_tendency(content, tendency, measure)


def by_tendency(content: ResultsContent, tendency: Tendency, measure: Measure | None) -> Verdict | None:
    """The same where it is known already who was right how often."""
    if not tendency.total or not _is_by_the_models(content, tendency, measure):
        return None
    rows, new_only, old_only = tendency.total, tendency.new_only, tendency.old_only
    new_right, old_right = tendency.both_right + new_only, tendency.both_right + old_only
    p = exact_p(new_only, old_only)
    interval = share_interval(new_only, old_only, rows)
    verdict = Verdict(
        _answer(p, p, new_only - old_only),
        Rule.ROWS_OF_CLASSES,
        MetricKind.ACCURACY,
        this=new_right / rows,
        previous=old_right / rows,
        gain=(new_only - old_only) / rows,
        rows=rows,
        new_right=new_right,
        old_right=old_right,
        new_only=new_only,
        old_only=old_only,
        p_least=p,
        p_most=p,
        low=interval.low,
        high=interval.high,
        smallest=smallest_difference(rows, (new_only + old_only) / rows),
    )
    return _checked(as_written(verdict, measure), content, measure)


def _is_by_the_models(content: ResultsContent, tendency: Tendency, measure: Measure | None) -> bool:
    """Whether the classes in the rows are those the models predicted.

    Where the rows hold only probabilities of two classes, the service may have used another threshold than one half;
    then a matrix or a figure has to say the same of each model.
    """
    rows = content.rows
    if rows is None or len(rows.classes) > 2 or not (rows.is_new_by_probability or rows.is_old_by_probability):
        return True
    spread = precision_of(content)
    models = (
        (rows.is_new_by_probability, tendency.new_only, content.matrix, measure.this if measure else None),
        (rows.is_old_by_probability, tendency.old_only, content.previous_matrix, measure.previous if measure else None),
    )
    return all(
        (matrix is not None and matrix.right == tendency.both_right + alone)
        or (figure is not None and fits(tendency.both_right + alone, tendency.total, figure, spread))
        for is_by_probability, alone, matrix, figure in models
        if is_by_probability
    )


def by_totals(content: ResultsContent, measure: Measure | None) -> Verdict | None:
    """Rule B: by the totals of both models; `None` if they are not known. Arguments as `by_counts`."""
    try:
        found = disagreement_of(content, measure)
    except OtherRowsError:
        new, old = content.matrix, content.previous_matrix
        shares = [matrix.right / matrix.total if matrix and matrix.total else None for matrix in (new, old)]
        verdict = Verdict(
            Answer.CANNOT_TELL,
            Rule.TOTALS,
            MetricKind.ACCURACY,
            this=shares[0],
            previous=shares[1],
            missing=Missing.SAME_ROWS,
        )
        return as_written(verdict, measure)
    if found is None or not found.rows:
        return None
    rows, bounds = found.rows, found.bounds
    answer = _answer(bounds.p_least, bounds.p_most, bounds.lead)
    widest = (bounds.most - abs(bounds.lead)) // 2
    interval = share_interval(widest + max(bounds.lead, 0), widest + max(-bounds.lead, 0), rows)
    verdict = Verdict(
        answer,
        Rule.TOTALS,
        MetricKind.ACCURACY,
        this=None if found.new_right is None else found.new_right / rows,
        previous=None if found.old_right is None else found.old_right / rows,
        gain=bounds.lead / rows,
        rows=rows,
        new_right=found.new_right,
        old_right=found.old_right,
        least=bounds.least,
        most=bounds.most,
        p_least=bounds.p_least,
        p_most=bounds.p_most,
        low=interval.low,
        high=interval.high,
        smallest=smallest_difference(rows, bounds.most / rows),
        missing=Missing.ROWS if answer is Answer.CANNOT_TELL else Missing.NOTHING,
    )
    return _checked(as_written(verdict, measure), content, measure)


def by_probabilities(rows: PredictedRows, measure: Measure | None) -> Verdict | None:
    """Rule C: by the probabilities of the class that is told last; of two, those of the other rank the rows alike."""
    if not rows.classes or not len(rows.classes) == len(rows.new_probabilities) == len(rows.old_probabilities):
        return None
    new, old = rows.new_probabilities[-1], rows.old_probabilities[-1]
    if not len(new) == len(old) == len(rows.actual):
        return None
    is_positive = rows_of(rows.actual, rows.classes[-1])
    difference = auc_difference(is_positive, new, old)
    if difference is None:
        return None
    tendency = tendency_of(rows)
    verdict = _by_difference(difference, Rule.PROBABILITIES, MetricKind.AUC, len(rows.actual))
    if tendency is not None:
        verdict = replace(verdict, new_only=tendency.new_only, old_only=tendency.old_only)
    return _close(verdict, measure, _AUC_SLACK)


def by_errors(rows: PredictedRows, measure: Measure | None, metric: MetricKind) -> Verdict | None:
    """Rule D: R² and RMSE by squared errors, from which both are made; the mean error by absolute ones."""
    columns = (rows.actual_values, rows.new_values, rows.old_values)
    count = len(rows.actual_values)
    if not count or not all(len(column) == count for column in columns):
        return None
    is_squared = metric is not MetricKind.MEAN_ERROR
    difference = squared_error_difference(*columns) if is_squared else absolute_error_difference(*columns)
    spread = variance_of(*columns)
    if difference is None or (metric is MetricKind.R_SQUARED and not spread):
        few = Verdict(Answer.CANNOT_TELL, Rule.ERRORS, metric, rows=count, missing=Missing.MORE_ROWS)
        return as_written(few, measure)
    verdict = _by_difference(_in_unit_of(metric, difference, spread), Rule.ERRORS, metric, count)
    size = 1.0 if metric is MetricKind.R_SQUARED else abs(verdict.this or 0.0) + abs(verdict.previous or 0.0)
    return _close(verdict, measure, _ERROR_SLACK * size + 1e-12)


def _in_unit_of(metric: MetricKind, errors: Difference, spread: float) -> Difference:
    """A difference of mean squared errors as one of R² or RMSE: by a factor, so that what is clear stays so."""
    if metric is MetricKind.R_SQUARED:
        this, previous, factor = 1 - errors.this / spread, 1 - errors.previous / spread, 1 / spread
    elif metric is MetricKind.RMSE:
        this, previous = math.sqrt(errors.this), math.sqrt(errors.previous)
        factor = 1 / (this + previous) if this + previous else 1.0
    else:
        return errors
    return Difference(this, previous, errors.gain * factor, errors.error * factor, errors.p)


def _by_difference(difference: Difference, rule: Rule, metric: MetricKind, rows: int) -> Verdict:
    low, high = difference.interval
    return Verdict(
        _answer(difference.p, difference.p, difference.gain),
        rule,
        metric,
        this=difference.this,
        previous=difference.previous,
        gain=difference.gain,
        rows=rows,
        p_least=difference.p,
        p_most=difference.p,
        low=low,
        high=high,
        smallest=SHOWS * difference.error or None,
        this_error=difference.this_error,
    )


def _answer(p_least: float, p_most: float, lead: float) -> Answer:
    if p_most < LEVEL and lead:
        return Answer.BETTER if lead > 0 else Answer.WORSE
    return Answer.NO_DIFFERENCE if p_least >= LEVEL else Answer.CANNOT_TELL


def as_written(verdict: Verdict, measure: Measure | None) -> Verdict:
    """With the figures as the files write them, where they do."""
    if measure is None:
        return verdict
    verdict = replace(verdict, name=measure.name, horizon=measure.horizon)
    if measure.this is not None:
        verdict = replace(verdict, this=measure.this, this_text=measure.this_text)
    if measure.previous is not None:
        verdict = replace(verdict, previous=measure.previous, previous_text=measure.previous_text)
    if verdict.gain is None and measure.kind and measure.this is not None and measure.previous is not None:
        verdict = replace(verdict, gain=gain_of(measure.kind, measure.this, measure.previous))
    return verdict


def _checked(verdict: Verdict, content: ResultsContent, measure: Measure | None) -> Verdict:
    """Cannot be told, if the matrices or figures of the same rows do not have as many right as were counted."""
    rows, counted = (
        verdict.rows or 0,
        ((verdict.new_right, content.matrix), (verdict.old_right, content.previous_matrix)),
    )
    matrices_fit = all(
        matrix is None or right is None or matrix.total != rows or matrix.right == right for right, matrix in counted
    )
    is_of_all = content.matrix is None or content.matrix.total == rows  # else the rows are a part of them
    spread = precision_of(content)
    figures = ((verdict.new_right, measure.this), (verdict.old_right, measure.previous)) if measure else ()
    figures_fit = not is_of_all or all(right is None or fits(right, rows, value, spread) for right, value in figures)
    return verdict if matrices_fit and figures_fit else cannot_tell(verdict, Missing.AGREEMENT)


def _close(verdict: Verdict, measure: Measure | None, slack: float) -> Verdict:
    """Cannot be told, if what the rows come to is not what the metrics say."""
    pairs = ((verdict.this, measure.this), (verdict.previous, measure.previous)) if measure else ()
    fit = all(worked_out is None or told is None or abs(worked_out - told) <= slack for worked_out, told in pairs)
    written = as_written(verdict, measure)
    return written if fit else cannot_tell(written, Missing.AGREEMENT)


def cannot_tell(verdict: Verdict, missing: Missing) -> Verdict:
    """The same without an answer, and what would tell."""
    return replace(verdict, answer=Answer.CANNOT_TELL, missing=missing)


def has_both(measure: Measure) -> bool:
    """Whether it has a value of both models."""
    return all(value is not None and math.isfinite(value) for value in (measure.this, measure.previous))
