"""The business's own measure in words: what the predictions are worth, or how many of the surest ones come true."""

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.results.significance import Interval
from epa_gui.core.results.value_measure import BusinessMeasure, TopHits, ValueChange, ValueObstacle
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.formatting import countable
from epa_gui.ui.base.joining import sentences

translate = QCoreApplication.translate


def value_text(measure: BusinessMeasure, found: ValueChange | ValueObstacle) -> str:
    """What comes out before and after, or why nothing does."""
    if isinstance(found, ValueObstacle):
        return obstacle_text(found)
    if isinstance(measure, TopHits):
        top = countable(measure.top)
        text = QCoreApplication.translate(
            "Value",
            "Of the %Ln row(s) the new model is surest of, {0} are “{1}”; of those the other model is surest of,"
            " {2} are.",
            "",
            top,
        )
        return fill(text, _amount(found.this), measure.wanted, _amount(found.previous))
    worth, before = (_with_unit(amount, measure.unit) for amount in (found.this, found.previous))
    rows = countable(found.rows)
    text = QCoreApplication.translate(
        "Value",
        "For %Ln row(s), the new model’s predictions are worth {0}, the other model’s {1}: {2}.",
        "",
        rows,
    )
    told = fill(text, worth, before, _gain(found.gain, measure.unit))
    return sentences(told, _doubt(found.interval, measure.unit))


def obstacle_text(obstacle: ValueObstacle) -> str:
    """Why the measure cannot be worked out from these results."""
    return {
        ValueObstacle.MATRIX: translate(
            "Value", "Your measure cannot be calculated: it needs the rows or the confusion matrices of both models."
        ),
        ValueObstacle.DIRECTION: translate(
            "Value",
            "Your measure cannot be calculated: the files do not say which side of the confusion"
            " matrix is the actual class.",
        ),
        ValueObstacle.OTHER_CLASSES: translate(
            "Value", "Your measure cannot be calculated: it has no amount for some of the classes. Edit it first."
        ),
        ValueObstacle.OTHER_ROWS: translate(
            "Value", "Your measure cannot be compared: the two models were evaluated on different rows."
        ),
        ValueObstacle.PROBABILITIES: translate(
            "Value", "Your measure cannot be calculated: it needs both models’ probabilities of this class row by row."
        ),
        ValueObstacle.FEWER_ROWS: translate(
            "Value", "Your measure cannot be calculated: there are fewer rows than it counts."
        ),
    }[obstacle]


def _doubt(interval: Interval | None, unit: str) -> str:
    if interval is None:
        return translate("Value", "Without the rows, it is not known how certain that is.")
    between = [_gain(end, unit) for end in interval]
    if interval.low <= 0 <= interval.high:
        return fill(translate("Value", "That can be chance (95 % interval: {0} to {1})."), *between)
    return fill(translate("Value", "That is unlikely to be chance (95 % interval: {0} to {1})."), *between)


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
