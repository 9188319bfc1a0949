"""The verdict in words: the answer, its numbers, its doubt, and what would tell."""

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.jobs.verdict_note import Answer, Missing, Rule, VerdictNote
from epa_gui.core.results.content import MetricKind
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.metric_text import difference_text, figures, gain_text, interval_text, metric_name

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


def short_headline(answer: Answer, *, is_just: bool = False) -> str:
    """The answer in the room of a cell."""
    if is_just and answer is Answer.BETTER:
        return translate("Verdict", "Better, only just")
    if is_just and answer is Answer.WORSE:
        return translate("Verdict", "Worse, only just")
    if answer is Answer.CANNOT_TELL:
        return translate("Verdict", "Cannot be told")
    return headline(answer)


def one_line(note: VerdictNote) -> str:
    """The answer and the figures that carry it, for lists, details and notifications."""
    answer = headline(note.answer, is_just=note.is_just)
    if not _has_figures(note) or note.missing is Missing.SAME_ROWS:
        return answer
    return fill(translate("Verdict", "{0}: {1} {2} → {3}"), answer, carrier_name(note), *shown_figures(note))


def reasons(note: VerdictNote) -> tuple[str, ...]:
    """All there is to say for the answer, a sentence or two each; the numbers first."""
    told = (
        numbers_text(note),
        doubt_text(note),
        carrier_text(note),
        smallest_text(note) if note.answer is Answer.NO_DIFFERENCE else "",
        would_tell_text(note.missing),
        rows_needed_text(note),
    )
    return tuple(text for text in told if text)


def numbers_and_doubt(note: VerdictNote) -> str:
    """The numbers and what they mean, as “Of 1,000 rows … So small a lead can be chance.” does."""
    return " ".join(text for text in (numbers_text(note), doubt_text(note)) if text)


def numbers_text(note: VerdictNote) -> str:
    """What was counted; empty if nothing was."""
    if note.rule is Rule.ROWS_OF_CLASSES and None not in {note.rows, note.new_only, note.old_only}:
        return _alone_right(note)
    if note.rule is Rule.TOTALS and note.missing is not Missing.SAME_ROWS and note.rows is not None:
        return _totals(note)
    if not _has_figures(note):
        return ""
    if note.missing is Missing.SAME_ROWS:
        text = translate("Verdict", "{0} was {1} for the old model and is {2} for the new one.")
        return fill(text, carrier_name(note), *shown_figures(note))
    is_tested = note.missing is Missing.NOTHING and note.rows is not None
    if is_tested and note.low is not None and note.high is not None:
        text = translate("Verdict", "On the same {0} rows {1} went from {2} to {3}: {4} ({5}).")
        kind = _kind(note.metric)
        gain = gain_text(kind, note.gain or 0.0)
        between = interval_text(kind, note.low, note.high)
        told = fill(text, _count(note.rows or 0), carrier_name(note), *shown_figures(note), gain, between)
        return " ".join(part for part in (told, _what_was_tested(note)) if part)
    return fill(translate("Verdict", "{0} went from {1} to {2}."), carrier_name(note), *shown_figures(note))


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
        return translate("Verdict", "So large a lead is hardly chance.")
    return translate("Verdict", "So large a lead of the old model is hardly chance.")


def _just_clear(note: VerdictNote) -> str:
    if not note.p_most:  # how likely chance is was not kept
        return translate("Verdict", "That is only just clear.")
    text = translate(
        "Verdict", "That is only just clear: chance alone would bring so large a difference in {0} of 100 cases."
    )
    return fill(text, QLocale().toString(100 * note.p_most, "f", 1))


def carrier_text(note: VerdictNote) -> str:
    """Which metric carries the verdict, where that is not the main one; else empty."""
    main = _kind(note.main_metric)
    if main is None or note.metric in {"", note.main_metric}:
        return ""
    if note.rule in {Rule.FIGURES_ALONE, Rule.TIME_SERIES, Rule.NOTHING}:
        text = translate("Verdict", "The main metric, {0}, is not there for both models; this one is.")
        return fill(text, metric_name(main))
    if note.rule is Rule.ERRORS:
        text = translate("Verdict", "The files do not name {0}, the main metric; {1} decides.")
        return fill(text, metric_name(main), carrier_name(note))
    if not note.is_told:
        text = translate(
            "Verdict", "{0}, the main metric, cannot be tested with what is in these files; {1} was tried."
        )
        return fill(text, metric_name(main), carrier_name(note))
    text = translate(
        "Verdict", "{0}, the main metric, cannot be tested with what is in these files. {1} can, and decides."
    )
    return fill(text, metric_name(main), carrier_name(note))


def would_tell_text(missing: Missing) -> str:
    """What would tell, where it cannot be told; else empty."""
    return {
        Missing.NOTHING: "",
        Missing.ROWS: translate(
            "Verdict", "The predictions of both models row by row would tell: “evaluation_raw_data.csv” in the results."
        ),
        Missing.ROW_COUNT: translate(
            "Verdict", "The number of evaluation rows would tell more: “confusion_matrix.csv” in the results."
        ),
        Missing.PREVIOUS: translate(
            "Verdict", "Figures of the model before would tell: “metrics_comparison.csv” in the results."
        ),
        Missing.METRICS: translate("Verdict", "Metrics would tell: “metrics_comparison.csv” in the results."),
        Missing.AGREEMENT: translate(
            "Verdict", "Results whose files agree would tell. Save them again, or ask the service."
        ),
        Missing.SAME_ROWS: translate(
            "Verdict", "One evaluation file would tell: send the same one with each retraining."
        ),
        Missing.MORE_ROWS: translate("Verdict", "More evaluation rows would tell."),
    }[missing]


def rows_needed_text(note: VerdictNote) -> str:
    """How many rows would show so small a difference; empty if that is not known, or these did."""
    if note.answer is not Answer.NO_DIFFERENCE or not note.rows_needed or note.rows is None:
        return ""
    if note.rows_needed > MOST_ROWS:
        text = translate("Verdict", "So small a difference cannot be told from chance with {0} rows either.")
        return fill(text, _count(MOST_ROWS))
    text = translate(
        "Verdict", "To tell such a small difference from chance, about {0} evaluation rows are needed; these are {1}."
    )
    return fill(text, _count(_rounded_up(note.rows_needed)), _count(note.rows))


def smallest_text(note: VerdictNote) -> str:
    """The smallest difference that these rows show; empty if that is not known."""
    if note.smallest is None or note.rows is None:
        return ""
    text = translate("Verdict", "With these {0} rows a difference of {1} or more would show in 4 of 5 cases.")
    kind = _kind(note.metric)
    return fill(text, _count(note.rows), difference_text(kind, note.smallest).lstrip("+"))


def carrier_name(note: VerdictNote) -> str:
    """What the metric that carries the verdict is called; of a time series with how far ahead."""
    kind = _kind(note.metric)
    name = metric_name(kind) if kind else shown(note.name)
    return fill(translate("Verdict", "{0} ({1})"), name, note.horizon) if note.horizon else name


def _alone_right(note: VerdictNote) -> str:
    new, old = note.new_only or 0, note.old_only or 0
    if not new and not old:
        text = translate("Verdict", "On {0} rows both models were right in the same rows, and wrong in the same.")
        return fill(text, _count(note.rows or 0))
    text = translate("Verdict", "Of {0} rows the new model alone was right in {1}, the old alone in {2}.")
    return fill(text, _count(note.rows or 0), _count(new), _count(old))


def _totals(note: VerdictNote) -> str:
    rows, between = note.rows or 0, (note.least or 0, note.most or 0)
    if note.new_right is not None and note.old_right is not None:
        text = translate("Verdict", "Of {0} rows the new model was right in {1}, the old in {2}.")
        told = fill(text, _count(rows), _count(note.new_right), _count(note.old_right))
    else:
        text = translate("Verdict", "On {0} rows {1} went from {2} to {3}.")
        told = fill(text, _count(rows), carrier_name(note), *shown_figures(note))
    apart = translate("Verdict", "In how many only one of them was right is not in the files: between {0} and {1}.")
    return f"{told} {fill(apart, *map(_count, between))}"


def _doubt_of_totals(note: VerdictNote) -> str:
    if note.answer is Answer.CANNOT_TELL:
        return translate("Verdict", "With the fewest the lead would be clear, with the most it can be chance.")
    if note.answer is Answer.NO_DIFFERENCE:
        return translate("Verdict", "Even with the fewest, so small a lead can be chance.")
    if note.is_just:
        return translate("Verdict", "Even with the most the lead is clear, though then only just.")
    return translate("Verdict", "Even with the most the lead is hardly chance.")


def _small_lead(note: VerdictNote) -> str:
    if not note.gain:
        return translate("Verdict", "Neither is ahead.")
    return translate("Verdict", "So small a lead can be chance.")


def _what_was_tested(note: VerdictNote) -> str:
    if note.metric == MetricKind.R_SQUARED:
        return translate("Verdict", "R² is made from the squared errors, so these were tested.")
    if note.metric == MetricKind.RMSE:
        return translate("Verdict", "RMSE is made from the squared errors, so these were tested.")
    return ""


def _where_nothing_is_tested(note: VerdictNote) -> str:
    """Why there is no test, and what the figures say all the same; empty where there is one."""
    why = {
        Missing.AGREEMENT: translate(
            "Verdict", "The files contradict each other in what this rests on, so it is not to be relied on."
        ),
        Missing.SAME_ROWS: translate(
            "Verdict", "The two models were judged on different rows, so their figures cannot be compared."
        ),
        Missing.MORE_ROWS: translate("Verdict", "There are too few rows to tell a difference from chance."),
        Missing.PREVIOUS: translate(
            "Verdict", "The files say nothing of the model before it, so there is nothing to compare with."
        ),
        Missing.METRICS: translate("Verdict", "The files hold no metrics that EPA Desktop can read."),
    }.get(note.missing, "")
    if why or note.rule not in {Rule.TIME_SERIES, Rule.FIGURES_ALONE}:
        return why
    if note.rule is Rule.FIGURES_ALONE:
        return _direction(note)
    rows = translate(
        "Verdict", "The rows of a time series follow from each other, so they cannot be tested one by one."
    )
    return f"{_direction(note)} {rows}"


def _direction(note: VerdictNote) -> str:
    if not note.gain:
        return translate("Verdict", "That is the same. How sure is not known.")
    if note.gain > 0:
        return translate("Verdict", "That is better, but how sure is not known.")
    return translate("Verdict", "That is worse, but how sure is not known.")


def _kind(value: str) -> MetricKind | None:
    return MetricKind(value) if value in set(MetricKind) else None


def _has_figures(note: VerdictNote) -> bool:
    return note.this is not None and note.previous is not None


def shown_figures(note: VerdictNote) -> tuple[str, str]:
    """The value before and the new one."""
    return figures(_kind(note.metric), note.previous, note.this, note.previous_text, note.this_text)


def _count(number: int) -> str:
    return QLocale().toString(number)


def _rounded_up(number: int) -> int:
    """To two digits: more would claim more than anybody knows."""
    unit = int(10 ** max(0, len(str(number)) - 2))
    return -(-number // unit) * unit
