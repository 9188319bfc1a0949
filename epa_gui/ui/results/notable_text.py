"""What else is worth knowing before a switch: contradictions in the files, columns that count differently, gaps."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.results.content import Contribution, ResultsContent
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
        told.append(translate("Notable", "And %n more.", "", more))
    if told:
        told.insert(0, translate("Notable", "The files contradict each other:"))
    return tuple(told)


def notable_sentences(content: ResultsContent) -> tuple[str, ...]:
    """A column whose contribution has doubled or halved; what could not be read; rows that were left out."""
    told = _changed_columns(content)
    rows = content.rows
    if rows is not None and rows.left_out:
        count = rows.left_out
        told.append(translate("Notable", "%Ln row(s) cannot be used: a value is missing or not a number.", "", count))
    if rows is not None and (rows.is_new_by_probability or rows.is_old_by_probability):
        told.append(translate("Notable", "The class with the greatest probability counts as the predicted one here."))
    told += [unread_text(unread) for unread in content.unread[:_MOST]]
    return tuple(told)


def _changed_columns(content: ResultsContent) -> list[str]:
    new, old = _shares(content.contributions), _shares(content.previous_contributions)
    words = picture_words()
    changed = []
    for column in new.keys() & old.keys():
        before, after = old[column], new[column]
        if max(before, after) < _LEAST_SHARE:
            continue
        if min(before, after) <= 0 or max(before, after) / min(before, after) >= _TWICE:
            changed.append((abs(after - before), column, before, after))
    text = translate("Notable", "“{0}” counts {1} of all contributions, before {2}. See the page Columns.")
    largest = sorted(changed, reverse=True)[:2]
    return [fill(text, column, words.share(after), words.share(before)) for _, column, before, after in largest]


def _shares(scores: tuple[Contribution, ...]) -> dict[str, float]:
    total = sum(abs(one.score) for one in scores)
    found: dict[str, float] = {}
    for one in scores:
        found[one.column] = found.get(one.column, 0.0) + (abs(one.score) / total if total else 0.0)
    return found
