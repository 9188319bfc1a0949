"""The words on and about pictures, in the person's language."""

import math

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from epa_gui.core.results.pictures.figures import PictureKind
from epa_gui.core.results.pictures.words import Words
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_LEAST, _MOST = 1e-4, 1e15
"""Numbers beyond are written with a power of ten."""


def picture_words() -> Words:
    """What is written on the pictures, with numbers and days as this locale writes them."""
    return Words(
        old_model=translate("Pictures", "Previous model"),
        new_model=translate("Pictures", "New model"),
        difference=translate("Pictures", "Difference"),
        change=translate("Pictures", "Change"),
        share_word=translate("Pictures", "share"),
        metric=translate("Pictures", "Measure"),
        meaning=translate("Pictures", "Direction"),
        better=translate("Pictures", "better"),
        worse=translate("Pictures", "worse"),
        same=translate("Pictures", "the same"),
        lower_is_better=translate("Pictures", "lower is better"),
        near_90=translate("Pictures", "best near 90%"),
        predicted=translate("Pictures", "Predicted"),
        actual=translate("Pictures", "Actual"),
        row_class=translate("Pictures", "Rows of the file"),
        column_class=translate("Pictures", "Columns of the file"),
        class_word=translate("Pictures", "Class"),
        column=translate("Pictures", "Column"),
        contribution=translate("Pictures", "Contribution"),
        wrong=translate("Pictures", "Predicted wrongly"),
        rows=translate("Pictures", "Rows"),
        false_alarms=translate("Pictures", "Others taken for this class"),
        found=translate("Pictures", "Rows of this class that are found (recall)"),
        precision=translate("Pictures", "Right among those predicted (precision)"),
        guessing=translate("Pictures", "Guessing"),
        perfect=translate("Pictures", "Predicted = actual"),
        job=translate("Pictures", "Job"),
        day_word=translate("Pictures", "Finished"),
        live=translate("Pictures", "Put into service"),
        other_rows=translate("Pictures", "Other evaluation rows"),
        interval=translate("Pictures", "95% interval"),
        share=_share,
        number=_number,
        count=_count,
        day=_day,
        fixed=_fixed,
        points=_points,
        most_errors=_most_errors,
    )


def picture_title(kind: PictureKind) -> str:
    """What a picture is called."""
    return translate("Pictures", _TITLES[kind])


_TITLES = {
    PictureKind.METRICS: QT_TRANSLATE_NOOP("Pictures", "Measures before and after"),
    PictureKind.MATRICES: QT_TRANSLATE_NOOP("Pictures", "What was predicted as what"),
    PictureKind.CLASS_ERRORS: QT_TRANSLATE_NOOP("Pictures", "Errors by class"),
    PictureKind.CONTRIBUTIONS: QT_TRANSLATE_NOOP("Pictures", "Columns that contribute most"),
    PictureKind.ROC: QT_TRANSLATE_NOOP("Pictures", "ROC curve"),
    PictureKind.PRECISION_RECALL: QT_TRANSLATE_NOOP("Pictures", "Precision and recall"),
    PictureKind.PREDICTED_ACTUAL: QT_TRANSLATE_NOOP("Pictures", "Predicted and actual values"),
    PictureKind.TREND: QT_TRANSLATE_NOOP("Pictures", "Trend"),
}


def _share(value: float) -> str:
    return f"{QLocale().toString(100.0 * value, 'f', 1)}%"


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


def _day(when: float) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(when)).date(), QLocale.FormatType.ShortFormat)
