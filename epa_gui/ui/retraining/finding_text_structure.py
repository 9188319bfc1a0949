"""The words for what is found of a file's delimiter, its quotes, and the rows that are neither names nor data."""

from epa_gui.core.dataset.finding import FindingKind
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP

_LEAVE_OUT = QT_TRANSLATE_NOOP(
    "Finding", "Leave out these rows: a copy without them is sent, your file stays as it is. Rows: {said}."
)

STRUCTURE_FINDINGS: dict[FindingKind, tuple[str, str, str]] = {
    FindingKind.OTHER_DELIMITER: (
        QT_TRANSLATE_NOOP("Finding", "The fields are separated by “{said}”, not by commas or tabs."),
        QT_TRANSLATE_NOOP("Finding", "The service reads CSV files with commas and TSV files with tabs only."),
        QT_TRANSLATE_NOOP("Finding", "Convert to commas: a copy is sent, your file stays as it is."),
    ),
    FindingKind.SEPARATOR_LINE: (
        QT_TRANSLATE_NOOP("Finding", "The first row is a note for Excel (“sep={said}”), not the column names."),
        QT_TRANSLATE_NOOP("Finding", "The service takes the first row for the column names."),
        QT_TRANSLATE_NOOP("Finding", "Leave out this row: a copy without it is sent, your file stays as it is."),
    ),
    FindingKind.TITLE_LINE: (
        QT_TRANSLATE_NOOP("Finding", "The first row is a title (“{name}”), not the column names."),
        QT_TRANSLATE_NOOP("Finding", "The service takes the first row for the column names."),
        _LEAVE_OUT,
    ),
    FindingKind.COUNTS_ROW: (
        QT_TRANSLATE_NOOP("Finding", "The first row holds numbers or counts (“{name}”), not the column names."),
        QT_TRANSLATE_NOOP("Finding", "The service takes the first row for the column names."),
        _LEAVE_OUT,
    ),
    FindingKind.NO_NAMES: (
        QT_TRANSLATE_NOOP("Finding", "There seem to be no column names: the first row looks like data (“{said}”)."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "The service takes the first row for the column names, and a model looks for its columns by name.",
        ),
        QT_TRANSLATE_NOOP("Finding", "Add a first row with the names the model was trained with, then check again."),
    ),
    FindingKind.REPEATED_NAMES: (
        QT_TRANSLATE_NOOP("Finding", "The column names stand among the data again. Such rows: {count}."),
        QT_TRANSLATE_NOOP(
            "Finding", "Files were probably joined. A name among numbers makes the service take the column for text."
        ),
        _LEAVE_OUT,
    ),
    FindingKind.FOOTER: (
        QT_TRANSLATE_NOOP("Finding", "The file ends with totals or a note (“{second}”), not with data."),
        QT_TRANSLATE_NOOP("Finding", "The model would learn from it as from any other row."),
        _LEAVE_OUT,
    ),
    FindingKind.SWALLOWED_ROWS: (
        QT_TRANSLATE_NOOP("Finding", "A field holds whole rows, because a quote is not closed where it should be."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Rows that are probably lost: {count}. Fields like this: {total}. The first begins with “{said}”.",
        ),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Look for a quote at the beginning of a field in this row, and double it or remove it. Then check again.",
        ),
    ),
    FindingKind.QUOTE_NOT_CLOSED: (
        QT_TRANSLATE_NOOP("Finding", "A field does not end: the quote that opens it is never closed."),
        QT_TRANSLATE_NOOP("Finding", "All that follows counts as part of this field: {count} rows or more."),
        QT_TRANSLATE_NOOP("Finding", "Look for the quote at the beginning of a field, and close or remove it."),
    ),
    FindingKind.EMPTY_ROWS: (
        QT_TRANSLATE_NOOP("Finding", "Some rows have no value in any column. Such rows: {count}."),
        QT_TRANSLATE_NOOP("Finding", "The model would learn from them as from any other row."),
        _LEAVE_OUT,
    ),
    FindingKind.SUBTOTALS: (
        QT_TRANSLATE_NOOP("Finding", "Subtotals seem to stand among the data. Such rows: {count}."),
        QT_TRANSLATE_NOOP("Finding", "The model would learn from them as from any other row."),
        _LEAVE_OUT,
    ),
    FindingKind.UNITS_ROW: (
        QT_TRANSLATE_NOOP("Finding", "The row below the column names is a second heading, not data (“{said}”)."),
        QT_TRANSLATE_NOOP("Finding", "A word among numbers makes the service take the column for text."),
        QT_TRANSLATE_NOOP("Finding", "Leave out this row: a copy without it is sent, your file stays as it is."),
    ),
    FindingKind.STRAY_QUOTES: (
        QT_TRANSLATE_NOOP("Finding", "Quotes stand where they should not, as in “{said}”. Rows like this: {count}."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Programs read such fields in different ways, so the service may see other values than this table.",
        ),
        QT_TRANSLATE_NOOP("Finding", 'Write a quote within a quoted field twice (""), then check again.'),
    ),
    FindingKind.BACKSLASH_QUOTES: (
        QT_TRANSLATE_NOOP("Finding", 'Quotes within fields are written with a backslash (\\"). Rows: {count}.'),
        QT_TRANSLATE_NOOP(
            "Finding", 'In CSV files a quote is written twice (""); a backslash ends the field too early.'
        ),
        QT_TRANSLATE_NOOP("Finding", "Export the file anew with doubled quotes, then check again."),
    ),
    FindingKind.BLANKS_BETWEEN: (
        QT_TRANSLATE_NOOP("Finding", "There is a blank behind each delimiter (“{said}”)."),
        QT_TRANSLATE_NOOP(
            "Finding", "The blanks belong to names and values, and quotes behind them do not hold a field together."
        ),
        QT_TRANSLATE_NOOP("Finding", "Save the file without blanks behind the delimiters, then check again."),
    ),
}
