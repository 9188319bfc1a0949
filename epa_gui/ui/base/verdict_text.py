"""The verdict in words: the answer, its numbers, its doubt, and what would tell."""

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.jobs.verdict_note import Answer, Missing, Rule, VerdictNote
from epa_gui.core.results.content import MetricKind
from epa_gui.core.results.metric_direction import gain_of
from epa_gui.core.results.shown_figures import as_shown, decimals_beside
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.formatting import count, countable
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.metric_text import (
    difference_text,
    figures,
    gain_text,
    interval_text,
    metric_name,
)

translate = QCoreApplication.translate

VERDICT_ICONS = {
    Answer.BETTER: "finished",
    Answer.WORSE: "failed",
    Answer.NO_DIFFERENCE: "info",
    Answer.CANNOT_TELL: "unknown",
}
"""The names of the drawings beside the answers."""

MOST_ROWS = 1_000_000
"""The service takes no more."""


def headline(answer: Answer, *, is_just: bool = False) -> str:
    """The answer; there are no others. What is only just clear is not called clearly better."""
    if is_just and answer is Answer.BETTER:
        return translate("Verdict", "Better, but only just")
    if is_just and answer is Answer.WORSE:
        return translate("Verdict", "Worse, but only just")
    return {
        Answer.BETTER: translate("Verdict", "Clearly better"),
        Answer.WORSE: translate("Verdict", "Clearly worse"),
        Answer.NO_DIFFERENCE: translate("Verdict", "No clear difference"),
        Answer.CANNOT_TELL: translate("Verdict", "Cannot be told from these files"),
    }[answer]


def page_headline(answer: Answer, *, is_just: bool = False) -> str:
    """The answer as the headline of a page: some languages say there whose answer it is."""
    if is_just and answer is Answer.BETTER:
        return translate("Verdict", "Better, but only just", "headline of a page")
    if is_just and answer is Answer.WORSE:
        return translate("Verdict", "Worse, but only just", "headline of a page")
    return {
        Answer.BETTER: translate("Verdict", "Clearly better", "headline of a page"),
        Answer.WORSE: translate("Verdict", "Clearly worse", "headline of a page"),
        Answer.NO_DIFFERENCE: translate("Verdict", "No clear difference", "headline of a page"),
        Answer.CANNOT_TELL: translate("Verdict", "Cannot be told from these files"),
    }[answer]


def short_headline(answer: Answer, *, is_just: bool = False) -> str:
    """The answer in the room of a cell."""
    if answer is Answer.CANNOT_TELL:
        return translate("Verdict", "Cannot be told")
    return headline(answer, is_just=is_just)


def one_line(note: VerdictNote) -> str:
    """The answer and the figures that carry it, for lists, details and notifications."""
    answer = headline(note.answer, is_just=note.is_just)
    if not _has_figures(note) or note.missing is Missing.SAME_ROWS:
        return answer
    return fill(translate("Verdict", "{0}: {1} {2} → {3}"), answer, carrier_name(note), *shown_figures(note))


def reasons(note: VerdictNote, *, has_figures_beside: bool = False) -> tuple[str, ...]:
    """All there is to say for the answer, what belongs together in one; the numbers first.

    Args:
        note: The verdict.
        has_figures_beside: Whether both values and their difference are seen beside it, and need not be told again.
    """
    smallest = smallest_text(note) if note.answer is Answer.NO_DIFFERENCE else ""
    told = (
        sentences(_numbers_beside(note) if has_figures_beside else numbers_text(note), doubt_text(note)),
        carrier_text(note),
        would_tell_text(note.missing),
        sentences(smallest, rows_needed_text(note)),
    )
    return tuple(text for text in told if text)


def numbers_and_doubt(note: VerdictNote) -> str:
    """The numbers and what they mean, as “Of 1,000 rows … A difference this small can be chance.” does."""
    return sentences(numbers_text(note), doubt_text(note))


def answer_with_numbers(note: VerdictNote) -> str:
    """The answer, and below it its numbers and its doubt; no figure twice."""
    told = numbers_and_doubt(note)
    is_told = _has_figures(note) and all(figure in told for figure in shown_figures(note))
    answer = headline(note.answer, is_just=note.is_just) if is_told else one_line(note)
    return "\n".join(part for part in (answer, told) if part)


def numbers_text(note: VerdictNote) -> str:
    """What was counted; empty if nothing was."""
    if note.rule is Rule.ROWS_OF_CLASSES and None not in {note.rows, note.new_only, note.old_only}:
        return _alone_right(note)
    if note.rule is Rule.TOTALS and note.missing is not Missing.SAME_ROWS and note.rows is not None:
        return _totals(note)
    if not _has_figures(note):
        return ""
    if note.missing is Missing.SAME_ROWS:
        text = translate("Verdict", "{0} was {1} before and is {2} for the new model.")
        return fill(text, carrier_name(note), *shown_figures(note))
    is_tested = note.missing is Missing.NOTHING and note.rows is not None
    if is_tested and note.low is not None and note.high is not None:
        rows, kind = countable(note.rows or 0), _kind(note.metric)
        text = QCoreApplication.translate(
            "Verdict", "On the same %Ln row(s), {0} went from {1} to {2}: {3} (95 % interval: {4}).", "", rows
        )
        gain = shown_gain_text(note)
        between = interval_text(kind, note.low, note.high)
        return sentences(fill(text, carrier_name(note), *shown_figures(note), gain, between), _what_was_tested(note))
    return fill(translate("Verdict", "{0} went from {1} to {2}."), carrier_name(note), *shown_figures(note))


def _numbers_beside(note: VerdictNote) -> str:
    """What was counted, without the figures that are seen beside it."""
    if note.rule in {Rule.ROWS_OF_CLASSES, Rule.TOTALS} or not _has_figures(note) or note.missing is Missing.SAME_ROWS:
        return numbers_text(note)
    if note.missing is not Missing.NOTHING or note.rows is None or note.low is None or note.high is None:
        return ""
    rows = countable(note.rows)
    text = QCoreApplication.translate("Verdict", "Both models were evaluated on the same %Ln row(s).", "", rows)
    return sentences(text, _what_was_tested(note))


def doubt_text(note: VerdictNote) -> str:
    """How sure that is."""
    special = _where_nothing_is_tested(note)
    if special:
        return special
    if note.rule is Rule.TOTALS:
        return _doubt_of_totals(note)
    if note.answer is Answer.NO_DIFFERENCE:
        return _small_lead(note)
    if note.is_just:
        return _just_clear(note)
    if note.answer is Answer.BETTER:
        return translate("Verdict", "This lead is unlikely to be chance.")
    return translate("Verdict", "A difference this large is unlikely to be chance.")


def _just_clear(note: VerdictNote) -> str:
    if not note.p_most:  # how likely chance is was not kept
        return translate("Verdict", "The difference is only just clear.")
    text = translate(
        "Verdict", "The difference is only just clear: chance alone would bring one this large in {0} of 100 cases."
    )
    return fill(text, QLocale().toString(100 * note.p_most, "f", 1))


def carrier_text(note: VerdictNote) -> str:
    """Which metric carries the verdict, where that is not the main one; else empty."""
    main = _kind(note.main_metric)
    if main is None or note.metric in {"", note.main_metric}:
        return ""
    if note.rule in {Rule.FIGURES_ALONE, Rule.TIME_SERIES, Rule.NOTHING}:
        text = translate("Verdict", "The main metric, {0}, is not available for both models, so {1} is shown.")
        return fill(text, metric_name(main), carrier_name(note))
    if note.rule is Rule.ERRORS:
        text = translate("Verdict", "The files do not contain the main metric, {0}, so {1} decides.")
        return fill(text, metric_name(main), carrier_name(note))
    if not note.is_told:
        text = translate("Verdict", "The main metric, {0}, cannot be tested with these files, so {1} was tried.")
        return fill(text, metric_name(main), carrier_name(note))
    text = translate("Verdict", "The main metric, {0}, cannot be tested with these files. {1} can, and decides.")
    return fill(text, metric_name(main), carrier_name(note))


def would_tell_text(missing: Missing) -> str:
    """What would tell, where it cannot be told; else empty."""
    return {
        Missing.NOTHING: "",
        Missing.ROWS: translate(
            "Verdict",
            "It can be told with both models’ predictions row by row: “evaluation_raw_data.csv” in the results.",
        ),
        Missing.ROW_COUNT: translate(
            "Verdict",
            "The results do not contain “confusion_matrix.csv”, so the number of evaluation rows is not known and the"
            " difference cannot be tested.",
        ),
        Missing.PREVIOUS: translate(
            "Verdict", "It can be told with the previous model’s metrics: “metrics_comparison.csv” in the results."
        ),
        Missing.METRICS: translate("Verdict", "It can be told with metrics: “metrics_comparison.csv” in the results."),
        Missing.AGREEMENT: translate(
            "Verdict",
            "It can be told when the files agree. Save the results again; if they still contradict"
            " each other, contact support.",
        ),
        Missing.SAME_ROWS: translate(
            "Verdict", "It can be told with one evaluation file: send the same one with each retraining."
        ),
        Missing.MORE_ROWS: translate("Verdict", "It can be told with more evaluation rows."),
    }[missing]


def rows_needed_text(note: VerdictNote) -> str:
    """How many rows would show so small a difference; empty if that is not known, or these did."""
    if note.answer is not Answer.NO_DIFFERENCE or not note.rows_needed or note.rows is None:
        return ""
    if note.rows_needed > MOST_ROWS:
        text = translate("Verdict", "A difference this small cannot be told from chance even with {0} rows.")
        return fill(text, count(MOST_ROWS))
    text = translate(
        "Verdict", "To tell a difference this small from chance, about {0} evaluation rows are needed; there are {1}."
    )
    return fill(text, count(_rounded_up(note.rows_needed)), count(note.rows))


def smallest_text(note: VerdictNote) -> str:
    """The smallest difference that these rows show; empty if that is not known."""
    if note.smallest is None or note.rows is None:
        return ""
    rows, kind = countable(note.rows), _kind(note.metric)
    text = QCoreApplication.translate(
        "Verdict", "With these %Ln row(s), a difference of {0} or more would show in 4 of 5 cases.", "", rows
    )
    return fill(text, difference_text(kind, note.smallest).lstrip("+"))


def carrier_name(note: VerdictNote) -> str:
    """What the metric that carries the verdict is called; of a time series with how far ahead."""
    kind = _kind(note.metric)
    name = metric_name(kind) if kind else shown(note.name)
    return fill(translate("Verdict", "{0} ({1})"), name, note.horizon) if note.horizon else name


def _alone_right(note: VerdictNote) -> str:
    new, old, rows = note.new_only or 0, note.old_only or 0, countable(note.rows or 0)
    if not new and not old:
        return QCoreApplication.translate(
            "Verdict", "Of %Ln row(s), both models were right in the same ones, and wrong in the same ones.", "", rows
        )
    text = QCoreApplication.translate(
        "Verdict", "Of %Ln row(s), only the new model was right in {0}, only the other in {1}.", "", rows
    )
    return fill(text, count(new), count(old))


def _totals(note: VerdictNote) -> str:
    rows, between = countable(note.rows or 0), (note.least or 0, note.most or 0)
    if note.new_right is not None and note.old_right is not None:
        text = QCoreApplication.translate(
            "Verdict", "Of %Ln row(s), the new model was right in {0}, the other in {1}.", "", rows
        )
        told = fill(text, count(note.new_right), count(note.old_right))
    else:
        text = QCoreApplication.translate("Verdict", "On %Ln row(s), {0} went from {1} to {2}.", "", rows)
        told = fill(text, carrier_name(note), *shown_figures(note))
    apart = translate("Verdict", "The files do not say in how many only one of them was right: between {0} and {1}.")
    return sentences(told, fill(apart, *map(count, between)))


def _doubt_of_totals(note: VerdictNote) -> str:
    if note.answer is Answer.CANNOT_TELL:
        return translate("Verdict", "With the fewest, the lead would be clear; with the most, it can be chance.")
    if note.answer is Answer.NO_DIFFERENCE:
        return translate("Verdict", "Even with the fewest, a difference this small can be chance.")
    if note.is_just:
        return translate("Verdict", "Even with the most, the lead is clear, though only just.")
    return translate("Verdict", "Even with the most, the lead is unlikely to be chance.")


def _small_lead(note: VerdictNote) -> str:
    if not note.gain:
        return translate("Verdict", "Neither is ahead.")
    return translate("Verdict", "A difference this small can be chance.")


def _what_was_tested(note: VerdictNote) -> str:
    if note.metric == MetricKind.R_SQUARED:
        return translate("Verdict", "R² is calculated from the squared errors, so these were tested.")
    if note.metric == MetricKind.RMSE:
        return translate("Verdict", "RMSE is calculated from the squared errors, so these were tested.")
    return ""


def _where_nothing_is_tested(note: VerdictNote) -> str:
    """Why there is no test, and what the figures say all the same; empty where there is one."""
    why = {
        Missing.AGREEMENT: translate(
            "Verdict",
            "The files contradict each other in the values that decide, so this comparison cannot be relied on.",
        ),
        Missing.SAME_ROWS: translate(
            "Verdict", "The two models were evaluated on different rows, so their values cannot be compared."
        ),
        Missing.MORE_ROWS: translate("Verdict", "There are too few rows to tell a difference from chance."),
        Missing.PREVIOUS: translate(
            "Verdict", "The files say nothing about the previous model, so there is nothing to compare with."
        ),
        Missing.METRICS: translate("Verdict", "The files contain no metrics that EPA Desktop can read."),
    }.get(note.missing, "")
    if why or note.rule not in {Rule.TIME_SERIES, Rule.FIGURES_ALONE}:
        return why
    if note.rule is Rule.FIGURES_ALONE:
        return _direction(note)
    rows = translate("Verdict", "The rows of a time series depend on each other, so they cannot be tested one by one.")
    return sentences(_direction(note), rows)


def _direction(note: VerdictNote) -> str:
    """Which way the metric goes. With its name: the figures may stand beside it, and no sentence before it."""
    told = translate("Verdict", "{0} is the same for both models, but it is not known how certain this is.")
    if note.gain:
        told = translate("Verdict", "{0} is better for the new model, but it is not known how certain this is.")
        if note.gain < 0:
            told = translate("Verdict", "{0} is worse for the new model, but it is not known how certain this is.")
    return fill(told, carrier_name(note))


def _kind(value: str) -> MetricKind | None:
    return MetricKind(value) if value in set(MetricKind) else None


def _has_figures(note: VerdictNote) -> bool:
    return note.this is not None and note.previous is not None


def shown_figures(note: VerdictNote) -> tuple[str, str]:
    """The value before and the new one."""
    return figures(_kind(note.metric), note.previous, note.this, note.previous_text, note.this_text)


def shown_gain(note: VerdictNote) -> float:
    """By how much the new model is better by the two figures as they are shown, in the metric's unit."""
    kind = _kind(note.metric)
    if kind is None or note.this is None or note.previous is None:
        return note.gain or 0.0
    previous, this = as_shown(kind, note.previous, note.this, note.previous_text, note.this_text)
    return gain_of(kind, this, previous)


def shown_gain_text(note: VerdictNote) -> str:
    """The same in words, as exactly as the two figures."""
    kind, decimals = _kind(note.metric), None
    if note.this is not None and note.previous is not None:
        decimals = decimals_beside(kind, note.previous, note.this, note.previous_text, note.this_text)
    return gain_text(kind, shown_gain(note), decimals=decimals)


def _rounded_up(number: int) -> int:
    """To two digits: more would claim more than anybody knows."""
    unit = int(10 ** max(0, len(str(number)) - 2))
    return -(-number // unit) * unit
