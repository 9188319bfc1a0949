"""The words for what is found in columns: their types, numbers, dates and classes, as the service judges them."""

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.dataset.evaluation_size import smallest_difference
from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_ONE_FIELD = QT_TRANSLATE_NOOP(
    "Finding",
    "The service judges a column by its first 1,000 rows: one that is no number and no date makes all of it text.",
)
_NUMBERS_AS_TEXT = QT_TRANSLATE_NOOP(
    "Finding", "The service takes them for text, so the model cannot tell that one is larger than another."
)
_WRITE_PLAINLY = QT_TRANSLATE_NOOP(
    "Finding", "Write them with digits and a decimal point only, or have this done in the copy where it is offered."
)
_ONE_WAY = QT_TRANSLATE_NOOP("Finding", "Write every date as YYYY-MM-DD, or have this done in the copy where offered.")
_AS_LAST_TIME = QT_TRANSLATE_NOOP("Finding", "Write the column as it was last time, then check again.")

COLUMN_FINDINGS: dict[FindingKind, tuple[str, str, str]] = {
    FindingKind.MIXED_TYPES: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "“{name}” is of type text for the service because of “{second}” in row {row}. Fields that are of no type"
            " {first}: {count} of {total}.",
        ),
        _ONE_FIELD,
        QT_TRANSLATE_NOOP(
            "Finding", "Write these fields like the others; where they stand for a missing value, leave them empty."
        ),
    ),
    FindingKind.MISSING_WORDS: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "“{name}” is of type text for the service because of “{second}” in row {row}. Fields with words for a"
            " missing value: {count} of {total}.",
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Only an empty field counts as missing. Any word makes a column of type {first} one of text."
        ),
        QT_TRANSLATE_NOOP("Finding", "Leave these fields empty; this can be done in the copy that is sent."),
    ),
    FindingKind.LATE_OTHER_TYPE: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "“{name}” is of type {first} in the first 1,000 rows, but “{second}” in row {row} is not. Such fields:"
            " {count} of {total}.",
        ),
        QT_TRANSLATE_NOOP(
            "Finding",
            "The service judges the type by the first 1,000 rows. What it does with other fields later is not known.",
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Write these fields like the others; where they stand for a missing value, leave them empty."
        ),
    ),
    FindingKind.NUMBERS_WITH_UNITS: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "“{name}” has numbers with a currency, unit or percent sign, such as “{said}”. Such fields: {count} of"
            " {total}.",
        ),
        _NUMBERS_AS_TEXT,
        _WRITE_PLAINLY,
    ),
    FindingKind.NUMBERS_WITH_BLANKS: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "“{name}” has numbers with blanks or apostrophes between thousands, such as “{said}”. Such fields: {count}"
            " of {total}.",
        ),
        _NUMBERS_AS_TEXT,
        _WRITE_PLAINLY,
    ),
    FindingKind.DECIMAL_COMMAS: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "“{name}” has numbers with a decimal comma, or points between thousands, such as “{said}”. Such fields:"
            " {count} of {total}.",
        ),
        _NUMBERS_AS_TEXT,
        _WRITE_PLAINLY,
    ),
    FindingKind.NEGATIVE_MARKS: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "“{name}” has numbers below zero that are marked otherwise than with “-” before them, such as “{said}”."
            " Such fields: {count} of {total}.",
        ),
        _NUMBERS_AS_TEXT,
        _WRITE_PLAINLY,
    ),
    FindingKind.WIDE_DIGITS: (
        QT_TRANSLATE_NOOP(
            "Finding", "“{name}” has numbers in full-width digits, such as “{said}”. Such fields: {count} of {total}."
        ),
        _NUMBERS_AS_TEXT,
        _WRITE_PLAINLY,
    ),
    FindingKind.POINTS_OR_THOUSANDS: (
        QT_TRANSLATE_NOOP(
            "Finding", "“{name}” has numbers such as “{said}” beside whole ones below 1,000: thousands may be meant."
        ),
        QT_TRANSLATE_NOOP("Finding", "The service reads the point as a decimal point, which makes them small numbers."),
        QT_TRANSLATE_NOOP("Finding", "If thousands are meant, write these numbers without points, then check again."),
    ),
    FindingKind.UNLISTED_DATES: (
        QT_TRANSLATE_NOOP(
            "Finding", "“{name}” has dates in a form that the service's manual does not list, such as “{said}”."
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "The service may take them for text, so the model cannot tell earlier from later."
        ),
        _ONE_WAY,
    ),
    FindingKind.DAY_AND_MONTH: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "“{name}” has dates with the day first, as in “{first}”, and with the month first, as in “{second}”.",
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Dates such as 03/04/2024 may mean either day, so some of them will be read wrongly."
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Write every date as YYYY-MM-DD. Files joined from two countries often need this."
        ),
    ),
    FindingKind.TOO_MANY_CLASSES: (
        QT_TRANSLATE_NOOP(
            "Finding", "The column to predict, “{name}”, has more than {total} different values, or long texts."
        ),
        QT_TRANSLATE_NOOP("Finding", "The service does not support more than {total} classes."),
        QT_TRANSLATE_NOOP("Finding", "Put rare classes together, or choose another column to predict."),
    ),
    FindingKind.CUT_BY_SPREADSHEET: (
        QT_TRANSLATE_NOOP("Finding", "The file has exactly {count} rows, as many as a sheet of Excel can hold."),
        QT_TRANSLATE_NOOP("Finding", "Further rows were probably cut off when it was saved there."),
        QT_TRANSLATE_NOOP("Finding", "Export the data anew without opening them in Excel."),
    ),
    FindingKind.ALL_DIFFER: (
        QT_TRANSLATE_NOOP("Finding", "Nearly every row has another value in: {some}."),
        QT_TRANSLATE_NOOP("Finding", "A model learns nothing from IDs and names."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Leave them out if the model was trained without them. If it was trained with them they have to stay:"
            " retraining fails when a column is missing.",
        ),
    ),
    FindingKind.EVALUATION_OF_TIME_SERIES: (
        QT_TRANSLATE_NOOP("Finding", "A model for time series takes no evaluation file."),
        QT_TRANSLATE_NOOP("Finding", "The service evaluates it with the last part of the training data."),
        QT_TRANSLATE_NOOP("Finding", "Leave the evaluation file out."),
    ),
    FindingKind.TARGET_NO_CLASSES: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "The column to predict, “{name}”, had {count} classes in the file sent last ({labels}), and has more than"
            " 200 different values, or long texts, now.",
        ),
        QT_TRANSLATE_NOOP("Finding", "Retraining fails when the classes are others than the model was trained with."),
        QT_TRANSLATE_NOOP("Finding", "See whether the right column is in its place, then check again."),
    ),
    FindingKind.LEADING_ZEROS_GONE: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "“{name}” had numbers with zeros before them in the file sent last, such as 0012, and has none now.",
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "A spreadsheet program removes such zeros when it opens a file. Codes without them are others."
        ),
        QT_TRANSLATE_NOOP("Finding", "Export the data anew without opening them in a spreadsheet program."),
    ),
    FindingKind.DAY_ORDER_CHANGED: (
        QT_TRANSLATE_NOOP(
            "Finding", "“{name}” had dates with the {first} in the file sent last, and with the {second} now."
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Dates such as 03/04/2024 mean another day then, and nothing tells the service so."
        ),
        _AS_LAST_TIME,
    ),
    FindingKind.MAY_BE_DATES_CHANGED: (
        QT_TRANSLATE_NOOP(
            "Finding",
            "The numbers of “{name}” could be years or dates in only one of both files: in this one, or in the one sent"
            " last.",
        ),
        QT_TRANSLATE_NOOP(
            "Finding",
            "The service may take numbers such as 2019, 201906 or 20190612 for dates, from 1970 to 3999. One number out"
            " of that range changes the type of the column, and retraining can fail.",
        ),
        QT_TRANSLATE_NOOP("Finding", "If this is not meant, correct the file and check again."),
    ),
}
"""Each in three parts: what it is and where, what it means, what to do."""


def order_word(name: str) -> str:
    """An order of day and month as people say it; any other word comes back as it is."""
    return {
        "day first": translate("Finding", "day first"),
        "month first": translate("Finding", "month first"),
    }.get(name, name)


def smallest_difference_text(rows: int) -> str:
    """What an evaluation file with so many rows can show; empty without rows."""
    smallest = smallest_difference(rows)
    if smallest is None:
        return ""
    points = QLocale().toString(100 * smallest, "f", 1)
    return fill(
        translate("Finding", "With {0} evaluation rows, only differences above about {1} points will show."),
        QLocale().toString(rows),
        points,
    )
