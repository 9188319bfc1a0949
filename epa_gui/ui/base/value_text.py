"""The business's own measure in words: what the predictions are worth, or how many of the surest ones come true."""

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.results.significance import Interval
from epa_gui.core.results.value_measure import BusinessMeasure, TopHits, ValueChange, ValueObstacle
from epa_gui.core.text.foreign_text import fill

translate = QCoreApplication.translate


def value_text(measure: BusinessMeasure, found: ValueChange | ValueObstacle) -> str:
    """What comes out before and after, or why nothing does."""
    if isinstance(found, ValueObstacle):
        return obstacle_text(found)
    if isinstance(measure, TopHits):
        text = translate("Value", "Of the {0} rows it is surest of, {1} are “{2}”; before, {3} were.")
        return fill(text, _count(measure.top), _amount(found.this), measure.wanted, _amount(found.previous))
    worth, before = (_with_unit(amount, measure.unit) for amount in (found.this, found.previous))
    text = translate("Value", "The predictions of these {0} rows are worth {1}, before {2}: {3}.")
    told = fill(text, _count(found.rows), worth, before, _gain(found.gain, measure.unit))
    return " ".join(part for part in (told, _doubt(found.interval, measure.unit)) if part)


def obstacle_text(obstacle: ValueObstacle) -> str:
    """Why the measure cannot be worked out from these results."""
    return {
        ValueObstacle.MATRIX: translate(
            "Value", "Your measure cannot be worked out: it needs the rows or the confusion matrices of both models."
        ),
        ValueObstacle.DIRECTION: translate(
            "Value",
            "Your measure cannot be worked out: the files do not say which side of the confusion matrix is the actual"
            " class.",
        ),
        ValueObstacle.OTHER_CLASSES: translate(
            "Value", "Your measure cannot be worked out: there are classes that it has no amount for. Edit it first."
        ),
        ValueObstacle.OTHER_ROWS: translate(
            "Value", "Your measure cannot be compared: the two models were judged on different rows."
        ),
        ValueObstacle.PROBABILITIES: translate(
            "Value", "Your measure cannot be worked out: it needs both models' probabilities of this class row by row."
        ),
        ValueObstacle.FEWER_ROWS: translate(
            "Value", "Your measure cannot be worked out: there are fewer rows than it looks at."
        ),
    }[obstacle]


def _doubt(interval: Interval | None, unit: str) -> str:
    if interval is None:
        return translate("Value", "How sure that is is not known without the rows.")
    between = [_gain(end, unit) for end in interval]
    if interval.low <= 0 <= interval.high:
        return fill(translate("Value", "That can be chance (between {0} and {1})."), *between)
    return fill(translate("Value", "That is hardly chance (between {0} and {1})."), *between)


def _gain(gain: float, unit: str) -> str:
    if not gain:
        return translate("Value", "no difference")
    text = translate("Value", "{0} more") if gain > 0 else translate("Value", "{0} less")
    return fill(text, _with_unit(abs(gain), unit))


def _with_unit(amount: float, unit: str) -> str:
    return fill(translate("Value", "{0} {1}"), _amount(amount), unit) if unit else _amount(amount)


def _amount(amount: float) -> str:
    """In full where it is a whole number or a large one; else with two decimals at most."""
    if abs(amount) >= 1000 or amount == round(amount):
        return QLocale().toString(round(amount))
    return QLocale().toString(float(amount), "f", 1 if abs(amount) >= 100 else 2)


def _count(number: int) -> str:
    return QLocale().toString(number)
