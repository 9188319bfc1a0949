"""Every measure of the results as lines of a table, and which one the answer was judged by."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.results.content import Measure
from epa_gui.core.results.pictures.figures import FigureTable, Meaning
from epa_gui.ui.base.metric_text import change_text, figures, meaning_text, metric_name
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
    """The icon beside the meaning of each measure: of the one that was judged the answer's; others are not judged."""
    note = results.verdict
    return tuple(VERDICT_ICONS[_answer_of(each, note)] for each in results.content.measures)


def _answer_of(measure: Measure, note: VerdictNote) -> Answer:
    if _carries(measure, note):
        return note.answer
    is_same = measure.this is not None and measure.this == measure.previous
    return Answer.NO_DIFFERENCE if is_same else Answer.CANNOT_TELL


def measure_meaning(measure: Measure, note: VerdictNote) -> Meaning:
    """What became of a measure, in one wording for every page; only what was judged is called better or worse."""
    if not _carries(measure, note):
        return Meaning(meaning_text(measure))
    is_better = {Answer.BETTER: True, Answer.WORSE: False}.get(note.answer)
    return Meaning(headline(note.answer, is_just=note.is_just), is_better)


def measures_table(results: LookedAt) -> FigureTable:
    """Every measure before and after, with its change and what that means; the one that carries the verdict says so."""
    note = results.verdict
    rows = []
    for measure in results.content.measures:
        texts = figures(measure.kind, measure.previous, measure.this, measure.previous_text, measure.this_text)
        rows.append((measure_name(measure), *texts, change_text(measure), measure_meaning(measure, note).text))
    headings = (
        translate("MeasuresTable", "Metric"),
        translate("MeasuresTable", "Previous model"),
        translate("MeasuresTable", "New model"),
        translate("MeasuresTable", "Change"),
        translate("MeasuresTable", "What it means"),
    )
    return FigureTable(headings, tuple(rows))
