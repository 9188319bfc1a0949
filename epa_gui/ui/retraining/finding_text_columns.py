"""The words for what is found in columns: their types, numbers, dates and classes, as the service judges them."""

from epa_gui.core.dataset.day_order import DAY_FIRST
from epa_gui.core.dataset.finding import FindingKind
from epa_gui.ui.retraining.finding_sentence import QT_TRANSLATE_NOOP, Case, Counted, Part, is_fixable

_TEXT_BECAUSE = QT_TRANSLATE_NOOP("Finding", "“{name}” counts as text because of “{second}” in row {row}.")
_LIKE_THE_OTHERS = QT_TRANSLATE_NOOP(
    "Finding", "Write these fields like the others. Where they stand for a missing value, leave them empty."
)
_SO_MANY = Counted(QT_TRANSLATE_NOOP("Finding", "This applies to %Ln of {total} fields, first in row {row}.", "", 1))
_NUMBERS_AS_TEXT = (
    _SO_MANY,
    QT_TRANSLATE_NOOP(
        "Finding", "The service treats them as text, so the model cannot tell that one is larger than another."
    ),
)
_WRITE_PLAINLY = Case(
    is_fixable,
    QT_TRANSLATE_NOOP(
        "Finding", "Fix them in the copy that is sent, or write them with digits and a decimal point only."
    ),
    QT_TRANSLATE_NOOP("Finding", "Write them with digits and a decimal point only, then check again."),
)

COLUMN_FINDINGS: dict[FindingKind, tuple[Part, Part, Part]] = {
    FindingKind.MIXED_TYPES: (
        _TEXT_BECAUSE,
        (
            Counted(QT_TRANSLATE_NOOP("Finding", "%Ln of {total} fields are not of type {type}.", "", 1)),
            QT_TRANSLATE_NOOP(
                "Finding",
                "The service determines a column’s type from its first 1,000 rows. One field there that is neither a "
                "number nor a date makes the whole column text.",
            ),
        ),
        _LIKE_THE_OTHERS,
    ),
    FindingKind.MISSING_WORDS: (
        _TEXT_BECAUSE,
        (
            Counted(QT_TRANSLATE_NOOP("Finding", "%Ln of {total} fields contain a word for a missing value.", "", 1)),
            QT_TRANSLATE_NOOP(
                "Finding", "Only an empty field counts as missing. Any word turns a column of type {type} into text."
            ),
        ),
        Case(
            is_fixable,
            QT_TRANSLATE_NOOP("Finding", "Empty these fields in the copy that is sent, or in your file."),
            QT_TRANSLATE_NOOP("Finding", "Leave these fields empty, then check again."),
        ),
    ),
    FindingKind.LATE_OTHER_TYPE: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has a value of another type in row {row}: “{second}”."),
        (
            Counted(
                QT_TRANSLATE_NOOP(
                    "Finding", "The first 1,000 rows are of type {type}, but %Ln of {total} fields are not.", "", 1
                )
            ),
            QT_TRANSLATE_NOOP(
                "Finding",
                "The service judges the type by the first 1,000 rows. What it does with other fields"
                " later is not known.",
            ),
        ),
        _LIKE_THE_OTHERS,
    ),
    FindingKind.NUMBERS_WITH_UNITS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has numbers with a currency, unit or percent sign: “{said}”."),
        _NUMBERS_AS_TEXT,
        _WRITE_PLAINLY,
    ),
    FindingKind.NUMBERS_WITH_BLANKS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has spaces or apostrophes between thousands: “{said}”."),
        _NUMBERS_AS_TEXT,
        _WRITE_PLAINLY,
    ),
    FindingKind.DECIMAL_COMMAS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has decimal commas, or points between thousands: “{said}”."),
        _NUMBERS_AS_TEXT,
        _WRITE_PLAINLY,
    ),
    FindingKind.NEGATIVE_MARKS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has negative numbers without “-” before them: “{said}”."),
        _NUMBERS_AS_TEXT,
        _WRITE_PLAINLY,
    ),
    FindingKind.WIDE_DIGITS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has numbers in full-width digits: “{said}”."),
        _NUMBERS_AS_TEXT,
        _WRITE_PLAINLY,
    ),
    FindingKind.POINTS_OR_THOUSANDS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has numbers such as “{said}” that may mean thousands."),
        (
            QT_TRANSLATE_NOOP("Finding", "The others are whole numbers below 1,000."),
            QT_TRANSLATE_NOOP(
                "Finding", "The service reads the point as a decimal point, which makes them small numbers."
            ),
        ),
        QT_TRANSLATE_NOOP("Finding", "If thousands are meant, write these numbers without points, then check again."),
    ),
    FindingKind.UNLISTED_DATES: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has dates in an unlisted format: “{said}”."),
        (
            QT_TRANSLATE_NOOP("Finding", "The service’s manual does not list this format."),
            QT_TRANSLATE_NOOP(
                "Finding", "The service may treat them as text, so the model cannot tell earlier from later."
            ),
        ),
        Case(
            is_fixable,
            QT_TRANSLATE_NOOP("Finding", "Fix them in the copy that is sent, or write every date as YYYY-MM-DD."),
            QT_TRANSLATE_NOOP("Finding", "Write every date as YYYY-MM-DD, then check again."),
        ),
    ),
    FindingKind.DAY_AND_MONTH: (
        QT_TRANSLATE_NOOP(
            "Finding", "“{name}” mixes dates that have the day first with dates that have the month first."
        ),
        (
            QT_TRANSLATE_NOOP("Finding", "“{said}” has the day first, “{second}” the month."),
            QT_TRANSLATE_NOOP(
                "Finding",
                "Dates such as 03/04/2024 can be read in two ways, so some of them may be read as the wrong day.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Write every date as YYYY-MM-DD. Files joined from two countries often need this."
        ),
    ),
    FindingKind.TOO_MANY_CLASSES: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has more than {total} different values, or long texts."),
        QT_TRANSLATE_NOOP(
            "Finding", "It is the column to predict, and the service does not support more than {total} classes."
        ),
        QT_TRANSLATE_NOOP("Finding", "Put rare classes together, or choose another column to predict."),
    ),
    FindingKind.CUT_BY_SPREADSHEET: (
        Counted(QT_TRANSLATE_NOOP("Finding", "The file has exactly %Ln row(s), as many as Excel can hold.", "", 1)),
        QT_TRANSLATE_NOOP("Finding", "Further rows were probably cut off when it was saved there."),
        QT_TRANSLATE_NOOP("Finding", "Export the data again without opening it in Excel."),
    ),
    FindingKind.ALL_DIFFER: (
        QT_TRANSLATE_NOOP("Finding", "Nearly every row has a different value in {some}."),
        QT_TRANSLATE_NOOP("Finding", "A model learns nothing from IDs and names."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Leave them out if the model was trained without them. If it was trained with them, they"
            " have to stay: retraining fails when a column is missing.",
        ),
    ),
    FindingKind.EVALUATION_OF_TIME_SERIES: (
        QT_TRANSLATE_NOOP("Finding", "A time series model accepts no evaluation file."),
        QT_TRANSLATE_NOOP("Finding", "The service evaluates it with the last part of the training data."),
        QT_TRANSLATE_NOOP("Finding", "Leave out the evaluation file."),
    ),
    FindingKind.TARGET_NO_CLASSES: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” now has more than 200 values, or long texts."),
        (
            Counted(
                QT_TRANSLATE_NOOP(
                    "Finding",
                    "It is the column to predict, and had %Ln class(es) in the file sent last: {labels}.",
                    "",
                    1,
                )
            ),
            QT_TRANSLATE_NOOP(
                "Finding", "Retraining fails when the classes differ from those the model was trained with."
            ),
        ),
        QT_TRANSLATE_NOOP("Finding", "Make sure that the right column is in its place, then check again."),
    ),
    FindingKind.LEADING_ZEROS_GONE: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” no longer has leading zeros."),
        (
            QT_TRANSLATE_NOOP("Finding", "It had numbers such as 0012 in the file sent last."),
            QT_TRANSLATE_NOOP(
                "Finding",
                "A spreadsheet program removes such zeros when it opens a file. Codes without them are other codes.",
            ),
        ),
        QT_TRANSLATE_NOOP("Finding", "Export the data again without opening it in a spreadsheet program."),
    ),
    FindingKind.DAY_ORDER_CHANGED: (
        Case(
            lambda finding: finding.values[:1] == (DAY_FIRST,),
            QT_TRANSLATE_NOOP("Finding", "“{name}” had dates with the day first, but now has the month first."),
            QT_TRANSLATE_NOOP("Finding", "“{name}” had dates with the month first, but now has the day first."),
        ),
        (
            QT_TRANSLATE_NOOP("Finding", "This is compared with the file sent last."),
            QT_TRANSLATE_NOOP(
                "Finding", "Dates such as 03/04/2024 then mean another day, and the service cannot tell."
            ),
        ),
        QT_TRANSLATE_NOOP("Finding", "Write the column as it was last time, then check again."),
    ),
    FindingKind.MAY_BE_DATES_CHANGED: (
        QT_TRANSLATE_NOOP("Finding", "The numbers in “{name}” may count as years or dates differently than last time."),
        (
            QT_TRANSLATE_NOOP("Finding", "This file is compared with the one sent last."),
            QT_TRANSLATE_NOOP(
                "Finding",
                "The service may treat numbers such as 2019, 201906 or 20190612 as dates from 1970 to"
                " 3999. One number outside that range changes the type of the column, and retraining"
                " can fail.",
            ),
        ),
        QT_TRANSLATE_NOOP("Finding", "If this is not intended, correct the file and check again."),
    ),
}
"""Each in three parts: what it is and where, what it means, what to do."""
