"""The words for what is found of a file's delimiter, its quotes, and the rows that are neither names nor data."""

from epa_gui.core.dataset.finding import FindingKind
from epa_gui.ui.retraining.finding_sentence import QT_TRANSLATE_NOOP, Case, Counted, Part, is_fixable

_LEAVE_OUT = Case(
    is_fixable,
    Counted(
        QT_TRANSLATE_NOOP(
            "Finding", "Leave row(s) {said} out of the copy that is sent. Your file is not changed.", "", 1
        )
    ),
    QT_TRANSLATE_NOOP("Finding", "Remove what is not data from the file, then check again."),
)
_LEAVE_OUT_THIS = QT_TRANSLATE_NOOP("Finding", "Leave this row out of the copy that is sent. Your file is not changed.")
_FIRST_ROW = QT_TRANSLATE_NOOP("Finding", "The service takes the first row as the column names.")
_LEARNS = QT_TRANSLATE_NOOP("Finding", "The model would learn from such rows as from any other.")

STRUCTURE_FINDINGS: dict[FindingKind, tuple[Part, Part, Part]] = {
    FindingKind.OTHER_DELIMITER: (
        QT_TRANSLATE_NOOP("Finding", "The fields are separated by “{said}”."),
        QT_TRANSLATE_NOOP("Finding", "The service reads only CSV files with commas and TSV files with tabs."),
        QT_TRANSLATE_NOOP(
            "Finding", "In the copy that is sent, change the delimiters to commas. Your file is not changed."
        ),
    ),
    FindingKind.SEPARATOR_LINE: (
        QT_TRANSLATE_NOOP("Finding", "The first row is a note for Excel, “sep={said}”."),
        _FIRST_ROW,
        _LEAVE_OUT_THIS,
    ),
    FindingKind.TITLE_LINE: (
        QT_TRANSLATE_NOOP("Finding", "The first row is a title, “{text}”."),
        _FIRST_ROW,
        _LEAVE_OUT,
    ),
    FindingKind.COUNTS_ROW: (
        QT_TRANSLATE_NOOP("Finding", "The first row contains numbers or counts: “{text}”."),
        _FIRST_ROW,
        _LEAVE_OUT,
    ),
    FindingKind.NO_NAMES: (
        QT_TRANSLATE_NOOP("Finding", "The first row looks like data: “{said}”."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "There seem to be no column names. The service takes the first row as the column names,"
            " and a model looks for its columns by name.",
        ),
        QT_TRANSLATE_NOOP("Finding", "Add a first row with the names the model was trained with, then check again."),
    ),
    FindingKind.REPEATED_NAMES: (
        QT_TRANSLATE_NOOP("Finding", "Row {row} repeats the column names."),
        (
            Counted(QT_TRANSLATE_NOOP("Finding", "%Ln row(s) in all repeat them.", "", 1), least=2),
            QT_TRANSLATE_NOOP(
                "Finding",
                "Files were probably joined. A name among numbers makes the service treat the column as text.",
            ),
        ),
        _LEAVE_OUT,
    ),
    FindingKind.FOOTER: (
        QT_TRANSLATE_NOOP("Finding", "The file ends with totals or a note, “{second}”."),
        _LEARNS,
        _LEAVE_OUT,
    ),
    FindingKind.SWALLOWED_ROWS: (
        QT_TRANSLATE_NOOP("Finding", "A field in row {row} contains whole rows."),
        (
            QT_TRANSLATE_NOOP(
                "Finding", "A quotation mark is not closed where it should be. The field begins with “{said}”."
            ),
            Counted(QT_TRANSLATE_NOOP("Finding", "%Ln row(s) are probably lost.", "", 1)),
            Counted(QT_TRANSLATE_NOOP("Finding", "%Ln field(s) in all are like this.", "", 1), "total", 2),
        ),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Look for a quotation mark at the beginning of a field in this row, and double or remove"
            " it. Then check again.",
        ),
    ),
    FindingKind.QUOTE_NOT_CLOSED: (
        QT_TRANSLATE_NOOP("Finding", "A quotation mark in row {row} is never closed."),
        Counted(
            QT_TRANSLATE_NOOP("Finding", "All that follows counts as part of this field: %Ln row(s) or more.", "", 1)
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Look for the quotation mark at the beginning of a field, and close or remove it."
        ),
    ),
    FindingKind.EMPTY_ROWS: (
        Counted(QT_TRANSLATE_NOOP("Finding", "%Ln row(s) have no value in any column.", "", 1)),
        _LEARNS,
        _LEAVE_OUT,
    ),
    FindingKind.SUBTOTALS: (
        Counted(QT_TRANSLATE_NOOP("Finding", "%Ln row(s) seem to be subtotals.", "", 1)),
        _LEARNS,
        _LEAVE_OUT,
    ),
    FindingKind.UNITS_ROW: (
        QT_TRANSLATE_NOOP("Finding", "Row {row} is a second heading, not data: “{said}”."),
        QT_TRANSLATE_NOOP("Finding", "A word among numbers makes the service treat the column as text."),
        _LEAVE_OUT_THIS,
    ),
    FindingKind.STRAY_QUOTES: (
        QT_TRANSLATE_NOOP("Finding", "Row {row} has misplaced quotation marks: “{said}”."),
        (
            Counted(QT_TRANSLATE_NOOP("Finding", "%Ln row(s) in all are like this.", "", 1), least=2),
            QT_TRANSLATE_NOOP(
                "Finding",
                "Programs read such fields in different ways, so the service may see other values than this table.",
            ),
        ),
        QT_TRANSLATE_NOOP("Finding", 'Write a quotation mark within a quoted field twice (""), then check again.'),
    ),
    FindingKind.BACKSLASH_QUOTES: (
        QT_TRANSLATE_NOOP("Finding", 'Row {row} has quotation marks with a backslash (\\").'),
        (
            Counted(QT_TRANSLATE_NOOP("Finding", "%Ln row(s) in all are like this.", "", 1), least=2),
            QT_TRANSLATE_NOOP(
                "Finding", 'In CSV files, a quotation mark is written twice (""); a backslash ends the field too early.'
            ),
        ),
        QT_TRANSLATE_NOOP("Finding", "Export the file again with doubled quotation marks, then check again."),
    ),
    FindingKind.BLANKS_BETWEEN: (
        QT_TRANSLATE_NOOP("Finding", "There is a space after each delimiter (“{said}”)."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "The spaces belong to names and values, and quotation marks after them do not hold a field together.",
        ),
        Case(
            is_fixable,
            QT_TRANSLATE_NOOP(
                "Finding", "Fix this in the copy that is sent, or save the file without spaces after the delimiters."
            ),
            QT_TRANSLATE_NOOP("Finding", "Save the file without spaces after the delimiters, then check again."),
        ),
    ),
}
