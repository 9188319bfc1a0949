"""The words on and about pictures, in the person's language."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.results.pictures.figures import PictureKind
from epa_gui.core.results.pictures.words import Words
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.formatting import recent_day
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_LEAST, _MOST = 1e-4, 1e15
"""Numbers beyond are written with a power of ten."""


def picture_words(clock: Callable[[], float] = time.time, *, is_against_live: bool = False) -> Words:
    """What is written on the pictures, with numbers and days as this locale writes them.

    Args:
        clock: Seconds since the epoch: days of about now are written without their year.
        is_against_live: Whether the model before is known to be the one that is live.
    """
    return Words(
        old_model=translate("Pictures", "Live model") if is_against_live else translate("Pictures", "Previous model"),
        new_model=translate("Pictures", "New model"),
        difference=translate("Pictures", "Difference"),
        change=translate("Pictures", "Change"),
        metric=translate("Pictures", "Metric"),
        meaning=translate("Pictures", "What it means"),
        better=translate("Pictures", "better"),
        worse=translate("Pictures", "worse"),
        difference_in_points=translate("Pictures", "Difference, shares in points"),
        lower_is_better=translate("Pictures", "lower is better"),
        near_90=translate("Pictures", "best near 90 %"),
        predicted=translate("Pictures", "Predicted"),
        actual=translate("Pictures", "Actual"),
        row_class=translate("Pictures", "Rows of the file"),
        column_class=translate("Pictures", "Columns of the file"),
        class_word=translate("Pictures", "Class"),
        column=translate("Pictures", "Column"),
        contribution=translate("Pictures", "Share of all contributions"),
        wrong=translate("Pictures", "Predicted wrongly"),
        rows=translate("Pictures", "Rows"),
        false_alarms=translate("Pictures", "Other rows predicted as this class"),
        found=translate("Pictures", "Rows of this class that are found (recall)"),
        precision=translate("Pictures", "Correct among those predicted (precision)"),
        guessing=translate("Pictures", "Guessing"),
        perfect=translate("Pictures", "Predicted = actual"),
        job=translate("Pictures", "Job"),
        day_word=translate("Pictures", "Finished"),
        live=translate("Pictures", "Live now or before"),
        not_live=translate("Pictures", "Not live"),
        other_rows=translate("Pictures", "Different evaluation rows"),
        interval=translate("Pictures", "95 % interval"),
        no_interval=translate("Pictures", "no interval"),
        share=_share,
        share_of=_share_of,
        number=_number,
        count=_count,
        day=lambda when: recent_day(when, clock()),
        fixed=_fixed,
        percent=_percent,
        points=_points,
        most_errors=_most_errors,
    )


def picture_title(kind: PictureKind) -> str:
    """What a picture is called."""
    return translate("Pictures", _TITLES[kind])


_TITLES = {
    PictureKind.METRICS: QT_TRANSLATE_NOOP("Pictures", "Metrics before and after"),
    PictureKind.MATRICES: QT_TRANSLATE_NOOP("Pictures", "Confusion matrix: what was predicted as what"),
    PictureKind.CLASS_ERRORS: QT_TRANSLATE_NOOP("Pictures", "Errors by class"),
    PictureKind.CONTRIBUTIONS: QT_TRANSLATE_NOOP("Pictures", "Columns that contribute most"),
    PictureKind.ROC: QT_TRANSLATE_NOOP("Pictures", "ROC curve"),
    PictureKind.PRECISION_RECALL: QT_TRANSLATE_NOOP("Pictures", "Precision and recall"),
    PictureKind.PREDICTED_ACTUAL: QT_TRANSLATE_NOOP("Pictures", "Predicted and actual values"),
    PictureKind.TREND: QT_TRANSLATE_NOOP("Pictures", "Trend"),
}


def _share(value: float) -> str:
    return _percent(value, 1)


def _percent(value: float, decimals: int) -> str:
    return fill(translate("Pictures", "{0} %"), _fixed(100 * value, decimals))


def _share_of(name: str) -> str:
    return fill(translate("Pictures", "{0}, share"), name)


def _number(value: float) -> str:
    """Four digits at least, as people write them: a million is no power of ten."""
    value = float(value)  # a count would be written as one
    size = abs(value)
    if size and not _LEAST <= size < _MOST:
        return QLocale().toString(value, "g", 4)
    decimals = max(0, 3 - math.floor(math.log10(size))) if size else 0
    text = QLocale().toString(value, "f", decimals)
    point = QLocale().decimalPoint()
    return text.rstrip("0").rstrip(point) if decimals and point in text else text


def _fixed(value: float, decimals: int) -> str:
    return QLocale().toString(value, "f" if abs(value) < _MOST else "g", decimals)


def _points(value: float, decimals: int) -> str:
    return fill(translate("Pictures", "{0} points"), _fixed(100 * value, decimals))


def _most_errors(shown: int, there: int) -> str:
    text = translate("Pictures", "Predicted wrongly, the {0} worst of {1} classes")
    return fill(text, _count(shown), _count(there))


def _count(value: int) -> str:
    return QLocale().toString(int(value))
