"""The business's own measure in words: before and after, or why it cannot be reckoned."""

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.results.content import ConfusionMatrix, Direction, ResultsContent
from epa_gui.core.results.value_measure import BusinessMeasure, value_change
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.value_text import value_text

translate = QCoreApplication.translate

_MOST_DECIMALS = 6


def value_sentence(measure: BusinessMeasure | None, content: ResultsContent) -> str:
    """What the new model is worth to the business: by the measure that was set, else how many rows are found."""
    if measure is None:
        return _found_sentence(content.matrix, content.previous_matrix)
    return value_text(measure, value_change(measure, content))


def _found_sentence(new: ConfusionMatrix | None, old: ConfusionMatrix | None) -> str:
    """In a hundred rows: how many of the rarer class are found, and how many others are taken for it."""
    if new is None or len(new.labels) != 2 or new.direction is Direction.UNKNOWN or not new.total:
        return ""
    wanted = min(range(2), key=lambda place: sum(new.counts[place]))
    there, found, false = _in_a_hundred(new, wanted)
    if old is None or old.direction is Direction.UNKNOWN or set(old.labels) != set(new.labels) or not old.total:
        text = translate(
            "Value", "For every 100 rows: {0} of {1} “{2}” are found, with {3} falsely predicted as “{2}”."
        )
        return fill(text, found, there, new.labels[wanted], false)
    _, found_before, false_before = _in_a_hundred(old, old.labels.index(new.labels[wanted]))
    text = translate(
        "Value",
        "For every 100 rows: {0} of {1} “{2}” are found (before: {3}), with {4} falsely predicted as “{2}”"
        " (before: {5}).",
    )
    return fill(text, found, there, new.labels[wanted], found_before, false, false_before)


def _in_a_hundred(matrix: ConfusionMatrix, wanted: int) -> tuple[str, str, str]:
    scale = 100 / matrix.total
    there = sum(matrix.counts[wanted]) * scale
    found = matrix.counts[wanted][wanted] * scale
    false = matrix.counts[1 - wanted][wanted] * scale
    usual = 0 if there >= 10 else 1
    return _amount(there, usual), _amount(found, usual), _whole_amount(false)


def _whole_amount(value: float) -> str:
    """A part of a row is none."""
    if 0 < value < 1:
        return translate("Value", "fewer than 1")
    return fill(translate("Value", "{0}", "so many rows"), _amount(value, 0))


def _amount(value: float, decimals: int) -> str:
    """So exactly that what there is never reads as nothing."""
    if value > 0:
        decimals = max(decimals, next(count for count in range(12) if round(value, count) or count == _MOST_DECIMALS))
    return QLocale().toString(float(value), "f", decimals)
