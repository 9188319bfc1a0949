"""The words on and about pictures, in the person's language."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from epa_gui.core.results.pictures.figures import PictureKind
from epa_gui.core.results.pictures.words import Words
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate


def picture_words() -> Words:
    """What is written on the pictures, with numbers and days as this locale writes them."""
    return Words(
        old_model=translate("Pictures", "Previous model"),
        new_model=translate("Pictures", "New model"),
        difference=translate("Pictures", "Difference"),
        change=translate("Pictures", "Change"),
        metric=translate("Pictures", "Measure"),
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
        others=translate("Pictures", "Others"),
        share=_share,
        number=_number,
        count=_count,
        day=_day,
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
    return QLocale().toString(float(value), "g", 4)


def _count(value: int) -> str:
    return QLocale().toString(int(value))


def _day(when: float) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(when)).date(), QLocale.FormatType.ShortFormat)
