"""Every measure of the results as lines of a table, and which one the answer was judged by."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.results.beside_verdict import RowTest
from epa_gui.core.results.content import Measure, MetricKind
from epa_gui.core.results.judging_rules import has_both
from epa_gui.core.results.pictures.figures import FigureTable, Meaning
from epa_gui.ui.base.metric_text import change_text, figures, meaning_text, metric_name, tested_meaning_text
from epa_gui.ui.base.verdict_text import VERDICT_ICONS, headline
from epa_gui.ui.results.looked_at import LookedAt

translate = QCoreApplication.translate


def measure_name(measure: Measure) -> str:
    """What a measure is called here, and beside it what the file calls it, where that is another name."""
    name = metric_name(measure.kind) if measure.kind else measure.name
    own = ""
    if measure.kind and not measure.name.isascii():  # other words for it in the same letters would only repeat it
        own = measure.name
        if name.casefold() in own.casefold():
            name = ""
    return " ".join(part for part in (name, own, measure.horizon, measure.class_name) if part)


def _carries(measure: Measure, note: VerdictNote) -> bool:
    is_metric = measure.kind is not None and measure.kind.value == note.metric
    return is_metric and not measure.class_name and measure.horizon == note.horizon


def measures_icons(results: LookedAt) -> tuple[str, ...]:
    """The icon beside the meaning of each measure: of one that was tested its answer's, of others that of a doubt."""
    note, row_test = results.verdict, results.row_test
    return tuple(VERDICT_ICONS[_answer_of(each, note, row_test)] for each in results.content.measures)


def _answer_of(measure: Measure, note: VerdictNote, row_test: RowTest | None) -> Answer:
    if _carries(measure, note):
        return note.answer
    if row_test is not None and _is_of_rows(measure):
        return row_test.answer
    is_same = measure.this is not None and measure.this == measure.previous
    return Answer.NO_DIFFERENCE if is_same else Answer.CANNOT_TELL


def _is_of_rows(measure: Measure) -> bool:
    """Whether it counts the rows that are predicted right."""
    return measure.kind is MetricKind.ACCURACY and not measure.class_name and has_both(measure)


def measure_meaning(measure: Measure, note: VerdictNote, row_test: RowTest | None = None) -> Meaning:
    """What became of a measure, in one wording for every page; only what was tested is called better or worse.

    Args:
        measure: Which one.
        note: The verdict, carried by one of the measures.
        row_test: How the rows fall, where they were tested beside it: accuracy is of them.
    """
    answer = _answer_of(measure, note, row_test)
    is_better = {Answer.BETTER: True, Answer.WORSE: False}.get(answer)
    if _carries(measure, note):
        return Meaning(headline(answer, is_just=note.is_just), is_better)
    if row_test is not None and _is_of_rows(measure):
        return Meaning(tested_meaning_text(measure, is_clear=is_better is not None), is_better)
    return Meaning(meaning_text(measure))


def measures_table(results: LookedAt, *, is_against_live: bool = False) -> FigureTable:
    """Every measure before and after, with its change and what that means; the one that carries the verdict says so.

    Args:
        results: What was read.
        is_against_live: Whether the model before is known to be the one that is live.
    """
    note, row_test = results.verdict, results.row_test
    rows = []
    for measure in results.content.measures:
        texts = figures(measure.kind, measure.previous, measure.this, measure.previous_text, measure.this_text)
        rows.append(
            (measure_name(measure), *texts, change_text(measure), measure_meaning(measure, note, row_test).text)
        )
    headings = (
        translate("MeasuresTable", "Metric"),
        translate("MeasuresTable", "Live model") if is_against_live else translate("MeasuresTable", "Previous model"),
        translate("MeasuresTable", "New model"),
        translate("MeasuresTable", "Change"),
        translate("MeasuresTable", "What it means"),
    )
    return FigureTable(headings, tuple(rows))
