"""What else is worth knowing before a switch: contradictions in the files, columns that count differently, gaps."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.results.content import ResultsContent
from epa_gui.core.results.contribution_shares import contribution_shares
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.contradiction_text import contradiction_text, unread_text
from epa_gui.ui.results.picture_words import picture_words

translate = QCoreApplication.translate

_MOST = 4
_TWICE = 2.0
_LEAST_SHARE = 0.1
"""A column that has less than a tenth of all contributions is not worth a word, however it changed."""


def contradiction_sentences(content: ResultsContent) -> tuple[str, ...]:
    """What does not fit together in the files, and that it is not hidden; the first few."""
    told = [contradiction_text(said) for said in content.contradictions[:_MOST]]
    more = len(content.contradictions) - len(told)
    if more > 0:
        told.append(translate("Notable", "There are %Ln more contradictions.", "", more))
    if told:
        told.insert(0, translate("Notable", "The files contradict each other:"))
    return tuple(told)


def notable_sentences(content: ResultsContent) -> tuple[str, ...]:
    """A column whose contribution has doubled or halved; what could not be read; rows that were left out."""
    told = _changed_columns(content)
    rows = content.rows
    if rows is not None and rows.left_out:
        count = rows.left_out
        told.append(
            translate("Notable", "%Ln rows cannot be used, because a value is missing or not a number.", "", count)
        )
    if rows is not None and (rows.is_new_by_probability or rows.is_old_by_probability):
        told.append(translate("Notable", "Here, the class with the highest probability counts as the predicted class."))
    told += [unread_text(unread) for unread in content.unread[:_MOST]]
    return tuple(told)


def _changed_columns(content: ResultsContent) -> list[str]:
    new, old = (contribution_shares(scores) for scores in (content.contributions, content.previous_contributions))
    words = picture_words()
    changed = []
    for column in new.keys() & old.keys():
        before, after = old[column], new[column]
        if max(before, after) < _LEAST_SHARE:
            continue
        if min(before, after) <= 0 or max(before, after) / min(before, after) >= _TWICE:
            changed.append((abs(after - before), column, before, after))
    text = translate("Notable", "“{0}” has {1} of the total contribution; it had {2} before. See the page “Columns”.")
    largest = sorted(changed, reverse=True)[:2]
    return [fill(text, column, words.share(after), words.share(before)) for _, column, before, after in largest]
