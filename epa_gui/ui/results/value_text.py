"""The business's own measure in words: before and after, or why it cannot be reckoned."""

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.results.content import ConfusionMatrix, Direction, ResultsContent
from epa_gui.core.results.value_measure import (
    BusinessMeasure,
    CellValues,
    TopHits,
    ValueChange,
    ValueObstacle,
    value_change,
)
from epa_gui.core.text.foreign_text import fill

translate = QCoreApplication.translate


def value_sentence(measure: BusinessMeasure | None, content: ResultsContent) -> str:
    """What the new model is worth to the business: by the measure that was set, else how many rows are found."""
    if measure is None:
        return _found_sentence(content.matrix, content.previous_matrix)
    change = value_change(measure, content)
    if isinstance(change, ValueObstacle):
        return obstacle_sentence(change)
    return _hits_sentence(measure, change) if isinstance(measure, TopHits) else _worth_sentence(measure, change)


def obstacle_sentence(obstacle: ValueObstacle) -> str:
    """Why the measure that was set cannot be reckoned from these results."""
    return {
        ValueObstacle.MATRIX: translate(
            "Value", "What the errors cost cannot be calculated: these results hold no confusion matrix of both models."
        ),
        ValueObstacle.DIRECTION: translate(
            "Value",
            "What the errors cost cannot be calculated: the files do not say which side of the matrix is actual.",
        ),
        ValueObstacle.OTHER_CLASSES: translate(
            "Value", "What the errors cost cannot be calculated: there are classes for which no amount was entered."
        ),
        ValueObstacle.OTHER_ROWS: translate(
            "Value", "What the errors cost cannot be compared: each model was judged on other rows."
        ),
        ValueObstacle.PROBABILITIES: translate(
            "Value", "The hit rate cannot be calculated: these results hold no probabilities of this class."
        ),
        ValueObstacle.FEWER_ROWS: translate(
            "Value", "The hit rate cannot be calculated: there are fewer evaluation rows than are to be looked at."
        ),
    }[obstacle]


def _worth_sentence(measure: CellValues, change: ValueChange) -> str:
    new, old = change.each
    text = translate("Value", "For every 100 rows the new model brings {0}, the previous one {1}.")
    told = fill(text, _amount(100 * new, measure.unit), _amount(100 * old, measure.unit))
    return " ".join((told, _doubt(change)))


def _hits_sentence(measure: TopHits, change: ValueChange) -> str:
    text = translate("Value", "Of the {0} rows that are most likely “{1}”, {2} are; with the previous model {3} were.")
    counts = (change.rows, int(change.this), int(change.previous))
    told = fill(text, _count(counts[0]), measure.wanted, _count(counts[1]), _count(counts[2]))
    return " ".join((told, _doubt(change)))


def _doubt(change: ValueChange) -> str:
    if change.interval is None:
        return translate("Value", "How sure that is, the files do not tell.")
    low, high = change.interval
    if low <= 0 <= high:
        return translate("Value", "So small a difference can be chance.")
    return translate("Value", "So large a difference is hardly chance.")


def _found_sentence(new: ConfusionMatrix | None, old: ConfusionMatrix | None) -> str:
    """In a hundred rows: how many of the rarer class are found, and how many others are taken for it."""
    if new is None or len(new.labels) != 2 or new.direction is Direction.UNKNOWN or not new.total:
        return ""
    wanted = min(range(2), key=lambda place: sum(new.counts[place]))
    there, found, false = _in_a_hundred(new, wanted)
    if old is None or old.direction is Direction.UNKNOWN or set(old.labels) != set(new.labels) or not old.total:
        text = translate("Value", "For every 100 rows: {0} of {1} “{2}” are found, and {3} others are taken for it.")
        return fill(text, found, there, new.labels[wanted], false)
    _, found_before, false_before = _in_a_hundred(old, old.labels.index(new.labels[wanted]))
    text = translate(
        "Value",
        "For every 100 rows: {0} of {1} “{2}” are found (before: {3}), and {4} others are taken for it (before: {5}).",
    )
    return fill(text, found, there, new.labels[wanted], found_before, false, false_before)


def _in_a_hundred(matrix: ConfusionMatrix, wanted: int) -> tuple[str, str, str]:
    scale = 100 / matrix.total
    there = sum(matrix.counts[wanted]) * scale
    found = matrix.counts[wanted][wanted] * scale
    false = matrix.counts[1 - wanted][wanted] * scale
    decimals = 0 if there >= 10 else 1
    return tuple(QLocale().toString(value, "f", decimals) for value in (there, found, false))  # type: ignore[return-value]


def _amount(value: float, unit: str) -> str:
    decimals = 0 if abs(value) >= 100 else 2
    number = QLocale().toString(value, "f", decimals)
    return fill(translate("Value", "{0} {1}"), number, unit) if unit else number


def _count(value: int) -> str:
    return QLocale().toString(value)
