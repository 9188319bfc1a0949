"""What else is worth knowing before a switch: contradictions in the files, what the verdict alone would hide, gaps."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.core.results.beside_verdict import RowTest, fallen_share
from epa_gui.core.results.content import Measure, MetricKind, ResultsContent
from epa_gui.core.results.contribution_shares import contribution_shares
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.contradiction_text import contradiction_text, unread_text
from epa_gui.ui.base.formatting import count
from epa_gui.ui.base.metric_text import figures
from epa_gui.ui.base.verdict_text import carrier_name
from epa_gui.ui.results.looked_at import LookedAt
from epa_gui.ui.results.picture_words import picture_words

translate = QCoreApplication.translate

_MOST = 4
_TWICE = 2.0
_LEAST_SHARE = 0.1
"""A column that has less than a tenth of all contributions is not worth a word, however it changed."""


def contradiction_sentences(content: ResultsContent, *, is_against_live: bool = False) -> tuple[str, ...]:
    """What does not fit together in the files, and that it is not hidden; the first few.

    Args:
        content: What was read.
        is_against_live: Whether the model before is known to be the one that is live.
    """
    told = [contradiction_text(said, is_against_live=is_against_live) for said in content.contradictions[:_MOST]]
    more = len(content.contradictions) - len(told)
    if more > 0:
        told.append(translate("Notable", "There are %Ln more contradictions.", "", more))
    if told:
        told.insert(0, translate("Notable", "The files contradict each other:"))
    return tuple(told)


def notable_sentences(results: LookedAt) -> tuple[str, ...]:
    """What speaks against the verdict, else the column whose contribution changed most; then what was not read."""
    content = results.content
    told = [_against_the_verdict(results) or _changed_column(content)]
    rows = content.rows
    if rows is not None and rows.left_out:
        left_out = rows.left_out
        told.append(
            translate("Notable", "%Ln rows cannot be used, because a value is missing or not a number.", "", left_out)
        )
    if rows is not None and (rows.is_new_by_probability or rows.is_old_by_probability):
        told.append(translate("Notable", "Here, the class with the highest probability counts as the predicted class."))
    told += [unread_text(unread) for unread in content.unread[:_MOST]]
    return tuple(filter(None, told))


def _against_the_verdict(results: LookedAt) -> str:
    """The gravest that the answer alone would hide; empty if there is nothing."""
    answer, rows, carrier = results.verdict.answer, results.row_test, carrier_name(results.verdict)
    if rows is not None and rows.answer is Answer.WORSE and answer is not Answer.WORSE:
        return _fewer_right(rows, "" if answer is Answer.CANNOT_TELL else carrier)
    fallen = fallen_share(results.content, results.verdict)
    if fallen is not None:
        return _fallen(fallen, carrier)
    if rows is not None and rows.answer is Answer.BETTER and answer is not Answer.BETTER:
        return _more_right(rows, "" if answer is Answer.CANNOT_TELL else carrier)
    return ""


def _fewer_right(rows: RowTest, carrier: str) -> str:
    """That accuracy fell; without a `carrier` nothing decides."""
    wrong, right = count(rows.old_only), count(rows.new_only)
    if not carrier:
        text = translate(
            "Notable", "Accuracy fell: {0} rows are newly wrong, {1} newly right. That is unlikely to be chance."
        )
        return fill(text, wrong, right)
    text = translate(
        "Notable",
        "{0} decides, but accuracy fell: {1} rows are newly wrong, {2} newly right. That is unlikely to be chance.",
    )
    return fill(text, carrier, wrong, right)


def _more_right(rows: RowTest, carrier: str) -> str:
    """That accuracy rose; without a `carrier` nothing decides."""
    right, wrong = count(rows.new_only), count(rows.old_only)
    if not carrier:
        text = translate(
            "Notable", "Accuracy rose: {0} rows are newly right, {1} newly wrong. That is unlikely to be chance."
        )
        return fill(text, right, wrong)
    text = translate(
        "Notable",
        "{0} decides, but accuracy rose: {1} rows are newly right, {2} newly wrong. That is unlikely to be chance.",
    )
    return fill(text, carrier, right, wrong)


def _fallen(measure: Measure, carrier: str) -> str:
    text = translate("Notable", "{0} decides, but recall fell from {1} to {2}, which is not tested.")
    if measure.kind is MetricKind.PRECISION:
        text = translate("Notable", "{0} decides, but precision fell from {1} to {2}, which is not tested.")
    values = figures(measure.kind, measure.previous, measure.this, measure.previous_text, measure.this_text)
    return fill(text, carrier, *values)


def _changed_column(content: ResultsContent) -> str:
    """The column whose contribution has doubled or halved, of several the one that changed most; else empty."""
    new, old = (contribution_shares(scores) for scores in (content.contributions, content.previous_contributions))
    changed = []
    for column in new.keys() & old.keys():
        before, after = old[column], new[column]
        if max(before, after) < _LEAST_SHARE:
            continue
        if min(before, after) <= 0 or max(before, after) / min(before, after) >= _TWICE:
            changed.append((abs(after - before), column, before, after))
    if not changed:
        return ""
    _, column, before, after = max(changed)
    words = picture_words()
    text = translate("Notable", "“{0}” has {1} of the total contribution; it had {2} before. See the page “Columns”.")
    return fill(text, column, words.share(after), words.share(before))
