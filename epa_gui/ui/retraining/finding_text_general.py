"""The words for what any file can have: about the file itself, its rows, its columns, and beside the one sent last."""

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.ui.retraining.finding_sentence import (
    QT_TRANSLATE_NOOP,
    Case,
    Counted,
    Part,
    has_first,
    has_second,
    is_fixable,
    is_of_the_target,
)

_READ_ELSEWHERE = QT_TRANSLATE_NOOP("Finding", "Choose the file again, or copy it to this computer first.")
_SAVE_AS_CSV = QT_TRANSLATE_NOOP(
    "Finding", "Open it in the program that made it, and save it as “CSV UTF-8”. Then choose that file."
)
_CSV_ONLY = QT_TRANSLATE_NOOP("Finding", "The service reads only CSV and TSV files.")
_MAY_READ_WRONG = QT_TRANSLATE_NOOP(
    "Finding",
    "The service guesses the encoding from the first 1,000 bytes. It may misread characters,"
    " and names and classes with them.",
)
_CONVERT = QT_TRANSLATE_NOOP(
    "Finding", "In the copy that is sent, convert the text to UTF-8 with BOM. Your file is not changed."
)
_MAY_FAIL = QT_TRANSLATE_NOOP(
    "Finding", "Retraining can fail when the data differs from what the model was trained with."
)
_LOOK_AT_IT = QT_TRANSLATE_NOOP("Finding", "If this is not intended, correct the file and check again.")
_SO_MANY = Counted(QT_TRANSLATE_NOOP("Finding", "This applies to %Ln of {total} fields, first in row {row}.", "", 1))
_CANNOT_TELL_APART = QT_TRANSLATE_NOOP("Finding", "The service cannot tell them apart.")
_COLUMNS = Counted(QT_TRANSLATE_NOOP("Finding", "The file has %Ln column(s).", "", 1))
_CLASSES_CHANGED = Case(
    is_of_the_target,
    QT_TRANSLATE_NOOP("Finding", "This is the column to predict, so retraining can fail."),
    QT_TRANSLATE_NOOP("Finding", "If this is the column to predict, retraining can fail."),
)


def _has_spaces_between(finding: Finding) -> bool:
    return has_first(finding) and not finding.values[0].strip(" ")


FINDINGS: dict[FindingKind, tuple[Part, Part, Part]] = {
    FindingKind.NOT_THERE: (
        QT_TRANSLATE_NOOP("Finding", "The file cannot be found."),
        QT_TRANSLATE_NOOP("Finding", "It was moved, renamed or deleted, or its drive is not connected."),
        QT_TRANSLATE_NOOP("Finding", "Connect the drive, or choose the file again."),
    ),
    FindingKind.MAY_NOT_READ: (
        QT_TRANSLATE_NOOP("Finding", "The file cannot be opened."),
        QT_TRANSLATE_NOOP("Finding", "The system said: “{said}”."),
        QT_TRANSLATE_NOOP("Finding", "Make sure that you may read it, close it in other programs, then check again."),
    ),
    FindingKind.IN_USE: (
        QT_TRANSLATE_NOOP("Finding", "Another program is using the file."),
        QT_TRANSLATE_NOOP("Finding", "While it is open in a spreadsheet program, other programs cannot read it."),
        QT_TRANSLATE_NOOP("Finding", "Close it there, then check again."),
    ),
    FindingKind.A_FOLDER: (
        QT_TRANSLATE_NOOP("Finding", "This is a folder."),
        QT_TRANSLATE_NOOP("Finding", "A retraining needs one file with the data."),
        QT_TRANSLATE_NOOP("Finding", "Choose the file in it."),
    ),
    FindingKind.A_SHORTCUT: (
        QT_TRANSLATE_NOOP("Finding", "This is a shortcut, not the file itself."),
        QT_TRANSLATE_NOOP("Finding", "Only the shortcut would be sent."),
        QT_TRANSLATE_NOOP("Finding", "Choose the file that it opens."),
    ),
    FindingKind.NOT_READ_WHOLE: (
        QT_TRANSLATE_NOOP("Finding", "Reading the file was interrupted."),
        QT_TRANSLATE_NOOP("Finding", "The drive or the network may be unavailable. The system said: “{said}”."),
        _READ_ELSEWHERE,
    ),
    FindingKind.CHANGED_WHILE_READ: (
        QT_TRANSLATE_NOOP("Finding", "The file changed while it was being read."),
        QT_TRANSLATE_NOOP("Finding", "It may now differ from what is shown here, so it is not sent."),
        QT_TRANSLATE_NOOP("Finding", "Wait until the file has been written, then check again."),
    ),
    FindingKind.A_SPREADSHEET: (
        QT_TRANSLATE_NOOP("Finding", "This is a spreadsheet, not a CSV or TSV file."),
        QT_TRANSLATE_NOOP("Finding", "The service reads plain text with one row per line."),
        _SAVE_AS_CSV,
    ),
    FindingKind.A_ZIP: (
        QT_TRANSLATE_NOOP("Finding", "This is a compressed file, not a CSV or TSV file."),
        QT_TRANSLATE_NOOP(
            "Finding", "EPA Desktop compresses training and evaluation files itself, and needs them as they are."
        ),
        QT_TRANSLATE_NOOP("Finding", "Extract the CSV file from it, and choose that file."),
    ),
    FindingKind.NOT_A_TABLE: (
        QT_TRANSLATE_NOOP("Finding", "This is not a CSV or TSV file."),
        _CSV_ONLY,
        _SAVE_AS_CSV,
    ),
    FindingKind.EMPTY: (
        QT_TRANSLATE_NOOP("Finding", "The file contains no data."),
        QT_TRANSLATE_NOOP("Finding", "There is nothing to learn from."),
        QT_TRANSLATE_NOOP("Finding", "Choose a file with column names and rows."),
    ),
    FindingKind.ONE_COLUMN: (
        QT_TRANSLATE_NOOP("Finding", "The file has only one column."),
        (
            QT_TRANSLATE_NOOP(
                "Finding", "At least two columns are needed: one to predict, and one to predict it from."
            ),
            Case(
                _has_spaces_between,
                QT_TRANSLATE_NOOP(
                    "Finding", "The fields seem to be separated by spaces, which the service does not read."
                ),
                Case(
                    has_first,
                    QT_TRANSLATE_NOOP(
                        "Finding", "The fields seem to be separated by “{said}”, which the service does not read."
                    ),
                ),
            ),
        ),
        QT_TRANSLATE_NOOP("Finding", "Save the file with commas or tabs between the fields."),
    ),
    FindingKind.DUPLICATE_NAME: (
        QT_TRANSLATE_NOOP("Finding", "Columns {said} and {second} are both named “{text}”."),
        _CANNOT_TELL_APART,
        Case(
            is_fixable,
            QT_TRANSLATE_NOOP("Finding", "Rename one of them, or leave one out of the copy that is sent."),
            QT_TRANSLATE_NOOP("Finding", "Rename one of them, then check again."),
        ),
    ),
    FindingKind.BLANK_NAMES: (
        Counted(QT_TRANSLATE_NOOP("Finding", "%Ln column(s) have no name.", "", 1)),
        (
            _CANNOT_TELL_APART,
            QT_TRANSLATE_NOOP("Finding", "Their column numbers are {numbers}."),
        ),
        QT_TRANSLATE_NOOP("Finding", "Name these columns, or remove empty columns at the end."),
    ),
    FindingKind.UNEVEN_ROW: (
        Counted(
            QT_TRANSLATE_NOOP("Finding", "Row {row} has %Ln field(s), but there are {second} column names.", "", 1),
            "fields",
        ),
        (
            Counted(
                QT_TRANSLATE_NOOP("Finding", "%Ln other row(s) also have too many or too few fields.", "", 1),
                "others",
                1,
            ),
            QT_TRANSLATE_NOOP(
                "Finding", "Often a field contains a comma or a quotation mark, but is not in quotation marks."
            ),
        ),
        QT_TRANSLATE_NOOP("Finding", "Correct the file, then check again."),
    ),
    FindingKind.ROW_TOO_LONG: (
        QT_TRANSLATE_NOOP("Finding", "Row {row} is too long."),
        QT_TRANSLATE_NOOP("Finding", "It has not ended after 1,000,000 characters. Line ends may be missing."),
        QT_TRANSLATE_NOOP("Finding", "Save the file again with one row per line."),
    ),
    FindingKind.TOO_FEW_ROWS: (
        Counted(QT_TRANSLATE_NOOP("Finding", "The file has %Ln row(s), too few to train.", "", 1)),
        QT_TRANSLATE_NOOP("Finding", "Training needs at least {total} rows. 100 or more are recommended."),
        QT_TRANSLATE_NOOP("Finding", "Choose a file with more rows."),
    ),
    FindingKind.TOO_LARGE: (
        QT_TRANSLATE_NOOP("Finding", "The file is larger than 5 GB."),
        QT_TRANSLATE_NOOP("Finding", "The service’s storage does not accept more at once."),
        QT_TRANSLATE_NOOP("Finding", "Send fewer rows. The service recommends at most 1,000,000."),
    ),
    FindingKind.COLUMNS_DIFFER: (
        QT_TRANSLATE_NOOP("Finding", "The evaluation file has different column names."),
        (
            QT_TRANSLATE_NOOP("Finding", "Both files need exactly the same column names."),
            Case(has_first, QT_TRANSLATE_NOOP("Finding", "Only in the training file: {missing}.")),
            Case(has_second, QT_TRANSLATE_NOOP("Finding", "Only in the evaluation file: {extra}.")),
        ),
        QT_TRANSLATE_NOOP("Finding", "Correct the column names, or choose another evaluation file."),
    ),
    FindingKind.SAME_FILE_TWICE: (
        QT_TRANSLATE_NOOP("Finding", "The training file and the evaluation file are identical."),
        QT_TRANSLATE_NOOP("Finding", "A model evaluated on rows it was trained on looks better than it is."),
        QT_TRANSLATE_NOOP("Finding", "Choose other rows for the evaluation, or leave out the evaluation file."),
    ),
    FindingKind.FEW_ROWS: (
        Counted(QT_TRANSLATE_NOOP("Finding", "The file has only %Ln row(s).", "", 1)),
        QT_TRANSLATE_NOOP(
            "Finding", "The service recommends at least {total} rows. With fewer, a model may predict poorly."
        ),
        QT_TRANSLATE_NOOP("Finding", "Add rows if you can."),
    ),
    FindingKind.MANY_ROWS: (
        QT_TRANSLATE_NOOP("Finding", "The file has more than {total} rows."),
        QT_TRANSLATE_NOOP("Finding", "The service recommends no more than that. Retraining may fail."),
        QT_TRANSLATE_NOOP("Finding", "Leave out the oldest rows."),
    ),
    FindingKind.MANY_COLUMNS: (
        _COLUMNS,
        QT_TRANSLATE_NOOP(
            "Finding",
            "The service recommends at most {total}, and accepts fewer for time series models. The limit is 999.",
        ),
        QT_TRANSLATE_NOOP("Finding", "If retraining fails, leave out columns that the model does not use."),
    ),
    FindingKind.TOO_MANY_COLUMNS: (
        _COLUMNS,
        QT_TRANSLATE_NOOP("Finding", "The service accepts at most {total}, and recommends at most 200."),
        QT_TRANSLATE_NOOP("Finding", "Leave out columns that the model does not use."),
    ),
    FindingKind.NO_BOM: (
        QT_TRANSLATE_NOOP("Finding", "The file is UTF-8, but has no BOM."),
        _MAY_READ_WRONG,
        _CONVERT,
    ),
    FindingKind.LATE_LETTERS: (
        QT_TRANSLATE_NOOP("Finding", "The first 1,000 bytes contain only ASCII characters."),
        (QT_TRANSLATE_NOOP("Finding", "Other characters come later."), _MAY_READ_WRONG),
        _CONVERT,
    ),
    FindingKind.UTF_16: (
        QT_TRANSLATE_NOOP("Finding", "The file is UTF-16 (“Unicode text”)."),
        QT_TRANSLATE_NOOP("Finding", "The service reads UTF-8 with BOM and Shift_JIS. It may not read this encoding."),
        _CONVERT,
    ),
    FindingKind.NULS: (
        QT_TRANSLATE_NOOP("Finding", "Row {row} contains NUL characters."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "They do not belong in text, and the service may stop reading there. A program may have"
            " written the file incorrectly.",
        ),
        Case(
            is_fixable,
            QT_TRANSLATE_NOOP("Finding", "Fix them in the copy that is sent, or correct the file and check again."),
            _LOOK_AT_IT,
        ),
    ),
    FindingKind.MOSTLY_EMPTY: (
        Case(
            lambda finding: finding.count >= finding.total,
            QT_TRANSLATE_NOOP("Finding", "“{name}” is empty in every row."),
            QT_TRANSLATE_NOOP("Finding", "“{name}” is empty in {percent} % of the rows."),
        ),
        QT_TRANSLATE_NOOP(
            "Finding",
            "A column with so few values tells a model little. If it is to be predicted, its empty rows are left out.",
        ),
        _LOOK_AT_IT,
    ),
    FindingKind.GROUPED_NUMBERS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has numbers with commas, such as “{said}”."),
        (
            _SO_MANY,
            QT_TRANSLATE_NOOP("Finding", "The service treats these numbers as text, and the whole column with them."),
        ),
        Case(
            is_fixable,
            QT_TRANSLATE_NOOP("Finding", "Fix them in the copy that is sent, or write them without commas."),
            QT_TRANSLATE_NOOP("Finding", "Write these numbers without commas, then check again."),
        ),
    ),
    FindingKind.ONE_CLASS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has the same value in every row: “{said}”."),
        QT_TRANSLATE_NOOP("Finding", "It is the column to predict, so there is nothing to learn."),
        QT_TRANSLATE_NOOP("Finding", "Choose a file with rows of every class, or another column to predict."),
    ),
    FindingKind.LABELS_NOT_TRAINED: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has classes only in the evaluation file: {labels}."),
        QT_TRANSLATE_NOOP("Finding", "The model cannot learn what is not in the training file."),
        QT_TRANSLATE_NOOP(
            "Finding", "Add rows of these classes to the training file, or remove them from the evaluation file."
        ),
    ),
    FindingKind.OTHER_DATA: (
        QT_TRANSLATE_NOOP("Finding", "None of these columns was in the file sent last, {examples}."),
        QT_TRANSLATE_NOOP(
            "Finding", "These look like the data of another model. Retraining fails when columns are missing."
        ),
        QT_TRANSLATE_NOOP("Finding", "Make sure that the model chosen above is the right one."),
    ),
    FindingKind.DATE_OUT_OF_RANGE: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has dates before 1970 or after 3999: {examples}."),
        (_SO_MANY, QT_TRANSLATE_NOOP("Finding", "The service supports only the years 1970 to 3999.")),
        QT_TRANSLATE_NOOP("Finding", "Correct these dates, or leave the fields empty."),
    ),
    FindingKind.DATE_FORMATS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has dates in several formats: {examples}."),
        (
            Counted(
                QT_TRANSLATE_NOOP(
                    "Finding",
                    "%Ln of {total} fields have a different format from most, for example in row {row}.",
                    "",
                    1,
                )
            ),
            QT_TRANSLATE_NOOP("Finding", "The service reads one format per column."),
        ),
        Case(
            is_fixable,
            QT_TRANSLATE_NOOP("Finding", "Fix them in the copy that is sent, or write all dates in the same format."),
            QT_TRANSLATE_NOOP("Finding", "Write all dates in the same format, then check again."),
        ),
    ),
    FindingKind.LATE_LABELS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has classes only after row 1,000: {labels}."),
        Case(
            is_of_the_target,
            QT_TRANSLATE_NOOP(
                "Finding",
                "Every class of the column to predict should occur within the first 1,000 rows. The first"
                " of these is in row {row}.",
            ),
            QT_TRANSLATE_NOOP(
                "Finding",
                "If this is the column to predict, every class should occur within the first 1,000 rows."
                " The first of these is in row {row}.",
            ),
        ),
        Case(
            is_of_the_target,
            QT_TRANSLATE_NOOP("Finding", "Shuffle the rows, then check again."),
            QT_TRANSLATE_NOOP("Finding", "If it is, shuffle the rows, then check again."),
        ),
    ),
    FindingKind.COLUMN_GONE: (
        Counted(QT_TRANSLATE_NOOP("Finding", "%Ln column(s) of the file sent last are missing: {some}.", "", 1)),
        QT_TRANSLATE_NOOP("Finding", "Retraining fails when a column that the model uses is missing."),
        _LOOK_AT_IT,
    ),
    FindingKind.COLUMN_NEW: (
        Counted(QT_TRANSLATE_NOOP("Finding", "%Ln column(s) were not in the file sent last: {some}.", "", 1)),
        QT_TRANSLATE_NOOP("Finding", "Retraining ignores new columns: the model does not learn from them."),
        QT_TRANSLATE_NOOP("Finding", "Nothing needs to be done. To use new columns, train a new model in the console."),
    ),
    FindingKind.TARGET_GONE: (
        QT_TRANSLATE_NOOP("Finding", "The column to predict, “{name}”, is missing."),
        QT_TRANSLATE_NOOP("Finding", "Retraining fails without it."),
        QT_TRANSLATE_NOOP("Finding", "Add the column, or choose another column to predict."),
    ),
    FindingKind.TYPE_CHANGED: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has changed from {type} to {now}."),
        (QT_TRANSLATE_NOOP("Finding", "This is compared with the file sent last."), _MAY_FAIL),
        _LOOK_AT_IT,
    ),
    FindingKind.LABELS_GONE: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” no longer has these classes: {labels}."),
        (QT_TRANSLATE_NOOP("Finding", "They were in the file sent last."), _CLASSES_CHANGED),
        _LOOK_AT_IT,
    ),
    FindingKind.LABELS_NEW: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has new classes: {labels}."),
        (QT_TRANSLATE_NOOP("Finding", "They were not in the file sent last."), _CLASSES_CHANGED),
        _LOOK_AT_IT,
    ),
    FindingKind.ROWS_CHANGED: (
        Counted(QT_TRANSLATE_NOOP("Finding", "The file has %Ln row(s); the one sent last had {total}.", "", 1)),
        (
            QT_TRANSLATE_NOOP("Finding", "So large a difference may mean that rows are missing or duplicated."),
            QT_TRANSLATE_NOOP("Finding", "Earlier data is not merged: the model learns from this file alone."),
        ),
        QT_TRANSLATE_NOOP("Finding", "Send all rows that the model is to learn from."),
    ),
    FindingKind.SAME_AS_LAST: (
        QT_TRANSLATE_NOOP("Finding", "This file was already sent for this model, as {examples}."),
        QT_TRANSLATE_NOOP("Finding", "Its content is exactly the same, so the model would learn nothing new."),
        QT_TRANSLATE_NOOP("Finding", "Choose the file with the newer data, if there is one."),
    ),
}
