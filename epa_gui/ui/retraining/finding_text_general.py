"""The words for what any file can have: about the file itself, its rows, its columns, and beside the one sent last."""

from epa_gui.core.dataset.finding import FindingKind
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP

_READ_ELSEWHERE = QT_TRANSLATE_NOOP("Finding", "Choose the file again, or copy it to this computer first.")
_SAVE_AS_CSV = QT_TRANSLATE_NOOP(
    "Finding", "Open it in the program that made it, and save it as “CSV UTF-8”. Then choose that file."
)
_MAY_READ_WRONG = QT_TRANSLATE_NOOP(
    "Finding",
    "The service guesses the encoding from the first 1,000 bytes. It may read letters wrongly, and names and classes"
    " with them.",
)
_CONVERT = QT_TRANSLATE_NOOP("Finding", "Convert to UTF-8: a copy with a mark is sent, your file stays as it is.")
_LAST_TIME = QT_TRANSLATE_NOOP("Finding", "Retraining can fail when data differ from what the model was trained with.")
_LOOK_AT_IT = QT_TRANSLATE_NOOP("Finding", "If this is not meant, correct the file and check again.")

FINDINGS: dict[FindingKind, tuple[str, str, str]] = {
    FindingKind.NOT_THERE: (
        QT_TRANSLATE_NOOP("Finding", "The file is not there."),
        QT_TRANSLATE_NOOP("Finding", "It was moved, renamed or deleted, or its drive is not connected."),
        QT_TRANSLATE_NOOP("Finding", "Connect the drive, or choose the file again."),
    ),
    FindingKind.MAY_NOT_READ: (
        QT_TRANSLATE_NOOP("Finding", "The file cannot be opened."),
        QT_TRANSLATE_NOOP("Finding", "The system said: {said}."),
        QT_TRANSLATE_NOOP("Finding", "See that you may read it, close it in other programs, then check again."),
    ),
    FindingKind.IN_USE: (
        QT_TRANSLATE_NOOP("Finding", "Another program holds the file."),
        QT_TRANSLATE_NOOP("Finding", "A spreadsheet program that has it open keeps others from reading it."),
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
        QT_TRANSLATE_NOOP("Finding", "Choose the file it leads to."),
    ),
    FindingKind.NOT_READ_WHOLE: (
        QT_TRANSLATE_NOOP("Finding", "Reading the file broke off."),
        QT_TRANSLATE_NOOP("Finding", "The drive or the network may be gone. The system said: {said}."),
        _READ_ELSEWHERE,
    ),
    FindingKind.CHANGED_WHILE_READ: (
        QT_TRANSLATE_NOOP("Finding", "The file changed while it was being read."),
        QT_TRANSLATE_NOOP("Finding", "What is shown here may not be what it holds now, so it is not sent."),
        QT_TRANSLATE_NOOP("Finding", "Wait until it is written, then check again."),
    ),
    FindingKind.A_SPREADSHEET: (
        QT_TRANSLATE_NOOP("Finding", "This is a spreadsheet, not a CSV or TSV file."),
        QT_TRANSLATE_NOOP("Finding", "The service reads plain text with one row a line."),
        _SAVE_AS_CSV,
    ),
    FindingKind.A_ZIP: (
        QT_TRANSLATE_NOOP("Finding", "This is a packed file, not a CSV or TSV file."),
        QT_TRANSLATE_NOOP(
            "Finding", "EPA Desktop packs training and evaluation file by itself; it needs the files as they are."
        ),
        QT_TRANSLATE_NOOP("Finding", "Unpack it, and choose the CSV file in it."),
    ),
    FindingKind.NOT_A_TABLE: (
        QT_TRANSLATE_NOOP("Finding", "This is not a table of text."),
        QT_TRANSLATE_NOOP("Finding", "The service reads CSV and TSV files only."),
        _SAVE_AS_CSV,
    ),
    FindingKind.EMPTY: (
        QT_TRANSLATE_NOOP("Finding", "The file is empty."),
        QT_TRANSLATE_NOOP("Finding", "There is nothing to learn from."),
        QT_TRANSLATE_NOOP("Finding", "Choose a file with column names and rows."),
    ),
    FindingKind.ONE_COLUMN: (
        QT_TRANSLATE_NOOP("Finding", "There is only one column."),
        QT_TRANSLATE_NOOP("Finding", "At least two are needed: one to predict, and one to predict it from. {hint}"),
        QT_TRANSLATE_NOOP("Finding", "Save the file with commas or tabs between the fields."),
    ),
    FindingKind.DUPLICATE_NAME: (
        QT_TRANSLATE_NOOP("Finding", "Two columns are called “{name}”: numbers {first} and {second}."),
        QT_TRANSLATE_NOOP("Finding", "The service cannot tell them apart."),
        QT_TRANSLATE_NOOP("Finding", "Give one of them another name, or leave one out of the copy that is sent."),
    ),
    FindingKind.BLANK_NAMES: (
        QT_TRANSLATE_NOOP("Finding", "{count} columns have no name."),
        QT_TRANSLATE_NOOP("Finding", "The service cannot tell them apart. Numbers: {some}."),
        QT_TRANSLATE_NOOP("Finding", "Give them names, or remove empty columns at the end."),
    ),
    FindingKind.UNEVEN_ROW: (
        QT_TRANSLATE_NOOP(
            "Finding", "A row has another number of fields ({first}) than there are column names ({second})."
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Rows like this: {count}. Often a field holds a comma or a quote that is not within quotes."
        ),
        QT_TRANSLATE_NOOP("Finding", "Correct the row, then check again."),
    ),
    FindingKind.ROW_TOO_LONG: (
        QT_TRANSLATE_NOOP("Finding", "A row does not end."),
        QT_TRANSLATE_NOOP("Finding", "It goes on for more than a million characters. Line ends may be missing."),
        QT_TRANSLATE_NOOP("Finding", "Save the file anew with one row a line."),
    ),
    FindingKind.TOO_FEW_ROWS: (
        QT_TRANSLATE_NOOP("Finding", "There are too few rows below the column names: {count}."),
        QT_TRANSLATE_NOOP("Finding", "At least {total} are needed to train at all; 100 or more are advised."),
        QT_TRANSLATE_NOOP("Finding", "Choose a file with more rows."),
    ),
    FindingKind.TOO_LARGE: (
        QT_TRANSLATE_NOOP("Finding", "The file is larger than 5 GB."),
        QT_TRANSLATE_NOOP("Finding", "The service's storage takes no more at once."),
        QT_TRANSLATE_NOOP("Finding", "Send fewer rows; the service advises one million at most."),
    ),
    FindingKind.COLUMNS_DIFFER: (
        QT_TRANSLATE_NOOP("Finding", "The evaluation file has other columns than the training file."),
        QT_TRANSLATE_NOOP("Finding", "Both need exactly the same column names. {lists}"),
        QT_TRANSLATE_NOOP("Finding", "Correct the names, or choose another evaluation file."),
    ),
    FindingKind.SAME_FILE_TWICE: (
        QT_TRANSLATE_NOOP("Finding", "Training and evaluation file have the same content."),
        QT_TRANSLATE_NOOP("Finding", "A model judged by the rows it learned from looks better than it is."),
        QT_TRANSLATE_NOOP("Finding", "Choose other rows for the evaluation, or leave the evaluation file out."),
    ),
    FindingKind.FEW_ROWS: (
        QT_TRANSLATE_NOOP("Finding", "There are few rows: {count}."),
        QT_TRANSLATE_NOOP("Finding", "The service advises {total} at least; with fewer a model may predict poorly."),
        QT_TRANSLATE_NOOP("Finding", "Add rows if you can."),
    ),
    FindingKind.MANY_ROWS: (
        QT_TRANSLATE_NOOP("Finding", "There are more than {total} rows."),
        QT_TRANSLATE_NOOP("Finding", "The service advises no more than that; retraining may fail."),
        QT_TRANSLATE_NOOP("Finding", "Leave out the oldest rows."),
    ),
    FindingKind.MANY_COLUMNS: (
        QT_TRANSLATE_NOOP("Finding", "There are {count} columns."),
        QT_TRANSLATE_NOOP(
            "Finding", "The service advises {total} at most, and models for time series take fewer; 999 are the limit."
        ),
        QT_TRANSLATE_NOOP("Finding", "Leave out columns the model does not use, if retraining fails."),
    ),
    FindingKind.TOO_MANY_COLUMNS: (
        QT_TRANSLATE_NOOP("Finding", "There are {count} columns."),
        QT_TRANSLATE_NOOP("Finding", "The service takes {total} at most, and advises 200."),
        QT_TRANSLATE_NOOP("Finding", "Leave out columns the model does not use."),
    ),
    FindingKind.NO_BOM: (
        QT_TRANSLATE_NOOP("Finding", "The file is UTF-8, but without the mark (BOM) that says so."),
        _MAY_READ_WRONG,
        _CONVERT,
    ),
    FindingKind.LATE_LETTERS: (
        QT_TRANSLATE_NOOP("Finding", "The first 1,000 bytes hold plain letters only; others come later."),
        _MAY_READ_WRONG,
        _CONVERT,
    ),
    FindingKind.UTF_16: (
        QT_TRANSLATE_NOOP("Finding", "The file is UTF-16 (“Unicode text”)."),
        QT_TRANSLATE_NOOP("Finding", "The service knows UTF-8 with a mark (BOM) and Shift_JIS; it may not read this."),
        _CONVERT,
    ),
    FindingKind.NULS: (
        QT_TRANSLATE_NOOP("Finding", "The file holds NUL characters, which do not belong into text."),
        QT_TRANSLATE_NOOP(
            "Finding", "The service may stop reading there. A program may have written the file wrongly."
        ),
        _LOOK_AT_IT,
    ),
    FindingKind.MOSTLY_EMPTY: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” is empty in {percent} % of the rows."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "A column with so few values tells little. If it is to be predicted, its empty rows are left out.",
        ),
        _LOOK_AT_IT,
    ),
    FindingKind.GROUPED_NUMBERS: (
        QT_TRANSLATE_NOOP(
            "Finding", "“{name}” has numbers with commas in them, such as “{said}”. Such fields: {count} of {total}."
        ),
        QT_TRANSLATE_NOOP("Finding", "The service takes them for text, and the whole column with them."),
        QT_TRANSLATE_NOOP(
            "Finding", "Write these numbers without commas, or have this done in the copy where it is offered."
        ),
    ),
    FindingKind.ONE_CLASS: (
        QT_TRANSLATE_NOOP("Finding", "The column to predict, “{name}”, has the same value in every row: “{said}”."),
        QT_TRANSLATE_NOOP("Finding", "There is nothing to learn from it."),
        QT_TRANSLATE_NOOP("Finding", "Choose a file with rows of every class, or another column to predict."),
    ),
    FindingKind.LABELS_NOT_TRAINED: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has classes that are in the evaluation file only: {labels}."),
        QT_TRANSLATE_NOOP("Finding", "The model cannot learn what is not in the training file."),
        QT_TRANSLATE_NOOP("Finding", "Add rows of these classes to the training file, or take them out of this one."),
    ),
    FindingKind.OTHER_DATA: (
        QT_TRANSLATE_NOOP("Finding", "No column of this file was in the one sent last, {examples}."),
        QT_TRANSLATE_NOOP(
            "Finding", "These look like the data of another model. Retraining fails when columns are missing."
        ),
        QT_TRANSLATE_NOOP("Finding", "See whether the model chosen above is the right one."),
    ),
    FindingKind.DATE_OUT_OF_RANGE: (
        QT_TRANSLATE_NOOP(
            "Finding", "“{name}” has dates before 1970 or after 3999, such as {examples}. Such fields: {count}."
        ),
        QT_TRANSLATE_NOOP("Finding", "The service knows the years 1970 to 3999 only."),
        QT_TRANSLATE_NOOP("Finding", "Correct these dates, or leave the fields empty."),
    ),
    FindingKind.DATE_FORMATS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has dates written in several ways: {examples}."),
        QT_TRANSLATE_NOOP("Finding", "The service reads one way for each column."),
        QT_TRANSLATE_NOOP("Finding", "Write all of them in the same way."),
    ),
    FindingKind.LATE_LABELS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has classes that come only after row 1,000: {labels}."),
        QT_TRANSLATE_NOOP(
            "Finding", "If this is the column to predict, every class should occur within the first 1,000 rows."
        ),
        QT_TRANSLATE_NOOP("Finding", "Mix the order of the rows if it is."),
    ),
    FindingKind.COLUMN_GONE: (
        QT_TRANSLATE_NOOP("Finding", "Columns of the file sent last are not here: {some}."),
        QT_TRANSLATE_NOOP("Finding", "Retraining fails when a column the model uses is missing."),
        _LOOK_AT_IT,
    ),
    FindingKind.COLUMN_NEW: (
        QT_TRANSLATE_NOOP("Finding", "Columns were not in the file sent last: {some}."),
        QT_TRANSLATE_NOOP("Finding", "Retraining ignores new columns: the model does not learn from them."),
        QT_TRANSLATE_NOOP("Finding", "Nothing need be done. To use them, train a new model in the console."),
    ),
    FindingKind.TARGET_GONE: (
        QT_TRANSLATE_NOOP("Finding", "The column to predict is not here: “{name}”."),
        QT_TRANSLATE_NOOP("Finding", "Retraining fails without it."),
        QT_TRANSLATE_NOOP("Finding", "Add the column, or tell another column to predict."),
    ),
    FindingKind.TYPE_CHANGED: (
        QT_TRANSLATE_NOOP(
            "Finding", "“{name}” was of type {first} in the file sent last, and is of type {second} now."
        ),
        _LAST_TIME,
        _LOOK_AT_IT,
    ),
    FindingKind.LABELS_GONE: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” had classes in the file sent last that are not here: {labels}."),
        QT_TRANSLATE_NOOP("Finding", "If this is the column to predict, retraining can fail."),
        _LOOK_AT_IT,
    ),
    FindingKind.LABELS_NEW: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has classes that were not in the file sent last: {labels}."),
        QT_TRANSLATE_NOOP("Finding", "If this is the column to predict, retraining can fail."),
        _LOOK_AT_IT,
    ),
    FindingKind.ROWS_CHANGED: (
        QT_TRANSLATE_NOOP("Finding", "The number of rows is {count}; in the file sent last it was {total}."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "So large a difference may mean that rows are missing or doubled. Earlier data are not merged: the model"
            " learns from this file alone.",
        ),
        QT_TRANSLATE_NOOP("Finding", "Send all rows that the model shall learn from."),
    ),
    FindingKind.SAME_AS_LAST: (
        QT_TRANSLATE_NOOP("Finding", "This file was sent for this model before, as {examples}."),
        QT_TRANSLATE_NOOP("Finding", "Its content is the same to the last byte, so the model would learn nothing new."),
        QT_TRANSLATE_NOOP("Finding", "Choose the file with the newer data, if there is one."),
    ),
}
