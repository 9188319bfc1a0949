"""The words for findings about a file's encoding, its lines, and about files that are no tables."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.retraining.encoding_names import encoding_name, named
from epa_gui.ui.retraining.finding_sentence import QT_TRANSLATE_NOOP, Case, Counted, Part, is_fixable

translate = QCoreApplication.translate

_CONVERT = QT_TRANSLATE_NOOP(
    "Finding", "In the copy that is sent, convert the text to UTF-8 with BOM. Your file is not changed."
)
_SAVE_FROM_A_SPREADSHEET = QT_TRANSLATE_NOOP(
    "Finding", "Open it in a spreadsheet program, and save it as “CSV UTF-8”. Then choose that file."
)
_EXPORT_AS_CSV = QT_TRANSLATE_NOOP("Finding", "Export the data as CSV from the program that made the file.")
_PLAIN_TEXT_ONLY = QT_TRANSLATE_NOOP(
    "Finding", "The service reads only CSV and TSV files, whatever the file name says."
)
_BLANK_LINES = QT_TRANSLATE_NOOP("Finding", "The file has %Ln blank line(s) in all.", "", 1)


def _is_likely_known(finding: Finding) -> bool:
    return bool(finding.encodings)


def _is_likely_utf_8(finding: Finding) -> bool:
    return finding.encodings[:1] == (Encoding.UTF_8,)


ENCODING_FINDINGS: dict[FindingKind, tuple[Part, Part, Part]] = {
    FindingKind.NOT_DECODABLE: (
        QT_TRANSLATE_NOOP("Finding", "From row {row} on, the file cannot be read as {encoding}."),
        QT_TRANSLATE_NOOP(
            "Finding", "The bytes there are not text in this encoding. The file is damaged, or in another encoding."
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Choose another encoding above the preview, or save the file again as “CSV UTF-8”."
        ),
    ),
    FindingKind.LETTERS_LOOK_WRONG: (
        QT_TRANSLATE_NOOP("Finding", "These characters look wrong: {samples}."),
        (
            QT_TRANSLATE_NOOP("Finding", "The file can be read as Shift_JIS, but the text is probably wrong."),
            Case(
                _is_likely_utf_8,
                QT_TRANSLATE_NOOP("Finding", "They are UTF-8: files of two encodings may have been joined."),
                Case(
                    _is_likely_known,
                    QT_TRANSLATE_NOOP("Finding", "The encoding is most likely {likely}."),
                    QT_TRANSLATE_NOOP("Finding", "Which encoding it is cannot be told from them."),
                ),
            ),
        ),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Above the preview, choose the encoding in which the characters are correct. If they are"
            " correct now, choose Shift_JIS.",
        ),
    ),
    FindingKind.UNSURE_ENCODING: (
        QT_TRANSLATE_NOOP("Finding", "The file is neither UTF-8 nor Shift_JIS."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "The service reads only these two. The file is shown as {encoding}: {samples}. Only you"
            " can tell which encoding it is.",
        ),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Above the preview, choose the encoding in which the characters are correct: {encoding},"
            " or another. Then convert the file to UTF-8.",
        ),
    ),
    FindingKind.DAMAGED_LETTERS: (
        QT_TRANSLATE_NOOP("Finding", "Some characters of the file are damaged."),
        (
            QT_TRANSLATE_NOOP(
                "Finding", "The file is {encoding}, but some of its bytes are not text; “�” is shown in their place."
            ),
            Counted(QT_TRANSLATE_NOOP("Finding", "There are %Ln such place(s).", "", 1)),
            QT_TRANSLATE_NOOP("Finding", "These characters cannot be restored in the copy."),
        ),
        QT_TRANSLATE_NOOP("Finding", "Correct the fields with “�”, or export the file again. Then check again."),
    ),
    FindingKind.OTHER_ENCODING: (
        QT_TRANSLATE_NOOP("Finding", "The file is {encoding}."),
        QT_TRANSLATE_NOOP("Finding", "The service reads only UTF-8 and Shift_JIS."),
        _CONVERT,
    ),
    FindingKind.LOST_LETTERS: (
        QT_TRANSLATE_NOOP("Finding", "Row {row} has “�” where characters were lost."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "A program that made the file read its data in the wrong encoding. Names and classes may have changed.",
        ),
        QT_TRANSLATE_NOOP("Finding", "Export the data again from the original system, if you can."),
    ),
    FindingKind.A_WEB_PAGE: (
        QT_TRANSLATE_NOOP("Finding", "This is a web page, not a CSV or TSV file."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Some systems export tables as web pages and call them .csv or .xls. A page that asks to"
            " sign in may also have been saved in place of the file.",
        ),
        _SAVE_FROM_A_SPREADSHEET,
    ),
    FindingKind.AN_XML_SPREADSHEET: (
        QT_TRANSLATE_NOOP("Finding", "This is an XML spreadsheet, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        _SAVE_FROM_A_SPREADSHEET,
    ),
    FindingKind.AN_XML_FILE: (
        QT_TRANSLATE_NOOP("Finding", "This is an XML file, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        _EXPORT_AS_CSV,
    ),
    FindingKind.A_SERVER_ERROR: (
        QT_TRANSLATE_NOOP("Finding", "This is an error message of a server, not the data."),
        QT_TRANSLATE_NOOP("Finding", "The download failed, and the server’s answer was saved under the file’s name."),
        QT_TRANSLATE_NOOP("Finding", "Download the file again. The link may have expired."),
    ),
    FindingKind.A_SYLK_FILE: (
        QT_TRANSLATE_NOOP("Finding", "This is a SYLK spreadsheet, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        _SAVE_FROM_A_SPREADSHEET,
    ),
    FindingKind.A_TEXT_DOCUMENT: (
        QT_TRANSLATE_NOOP("Finding", "This is a word processor document, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        QT_TRANSLATE_NOOP("Finding", "Copy its table into a spreadsheet program, and save that as “CSV UTF-8”."),
    ),
    FindingKind.A_JSON_FILE: (
        QT_TRANSLATE_NOOP("Finding", "This is a JSON file, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        _EXPORT_AS_CSV,
    ),
    FindingKind.A_PDF: (
        QT_TRANSLATE_NOOP("Finding", "This is a PDF, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        _EXPORT_AS_CSV,
    ),
    FindingKind.A_PICTURE: (
        QT_TRANSLATE_NOOP("Finding", "This is a picture, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        QT_TRANSLATE_NOOP("Finding", "Choose the file with the data."),
    ),
    FindingKind.AN_EMAIL: (
        QT_TRANSLATE_NOOP("Finding", "This is an email, not a CSV or TSV file."),
        QT_TRANSLATE_NOOP("Finding", "The data may be attached to it."),
        QT_TRANSLATE_NOOP("Finding", "Open the email, save its attachment, and choose that file."),
    ),
    FindingKind.A_MAC_COMPANION: (
        QT_TRANSLATE_NOOP("Finding", "This is a companion file of macOS, not the data."),
        QT_TRANSLATE_NOOP(
            "Finding", "On some drives, macOS keeps a file’s icon and tags in a second one, named “._…”."
        ),
        QT_TRANSLATE_NOOP("Finding", "Choose the file of the same name without “._”."),
    ),
    FindingKind.A_CLOUD_STAND_IN: (
        QT_TRANSLATE_NOOP("Finding", "This is a placeholder for a file kept in another place."),
        QT_TRANSLATE_NOOP(
            "Finding", "It only says where the data is stored, as with iCloud and Git LFS, and contains no data."
        ),
        QT_TRANSLATE_NOOP("Finding", "Download the file itself first, then choose that one."),
    ),
    FindingKind.ONLY_NULS: (
        QT_TRANSLATE_NOOP("Finding", "The file contains only NUL characters."),
        QT_TRANSLATE_NOOP("Finding", "Its content was never written: a copy or a download was interrupted."),
        QT_TRANSLATE_NOOP("Finding", "Copy or download it again, then choose that file."),
    ),
    FindingKind.BLANK_LINES: (
        QT_TRANSLATE_NOOP("Finding", "Row {row} is a blank line."),
        (
            Counted(_BLANK_LINES, least=2),
            QT_TRANSLATE_NOOP("Finding", "The service may treat a blank line as a row without values."),
        ),
        Case(
            is_fixable,
            QT_TRANSLATE_NOOP(
                "Finding", "Leave blank lines out of the copy that is sent, or delete them and check again."
            ),
            QT_TRANSLATE_NOOP("Finding", "Delete the blank lines, then check again."),
        ),
    ),
    FindingKind.END_MARK: (
        QT_TRANSLATE_NOOP("Finding", "The file ends with Ctrl-Z, an old end mark."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Some programs still write it. The service may treat it as a row, or as part of the last value.",
        ),
        QT_TRANSLATE_NOOP("Finding", "Leave it out of the copy that is sent, or delete it and check again."),
    ),
    FindingKind.DOUBLED_LETTERS: (
        QT_TRANSLATE_NOOP("Finding", "“{said}” looks wrong; probably “{second}” is meant."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "A program read these characters in the wrong encoding and saved them so. The service"
            " treats a name or class written in this way as another one.",
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Export the data again, choosing UTF-8 wherever a program asks. Then check again."
        ),
    ),
    FindingKind.DOUBLE_LINE_ENDS: (
        QT_TRANSLATE_NOOP("Finding", "Every line ends twice (CR CR LF)."),
        (
            QT_TRANSLATE_NOOP(
                "Finding", "A program added line ends to those that were there, so a blank line follows each row."
            ),
            Counted(_BLANK_LINES),
        ),
        QT_TRANSLATE_NOOP("Finding", "Export the file again in another way, or correct its line ends."),
    ),
}
"""What it is, what it means, what to do."""


def encoding_marks(finding: Finding) -> dict[str, str]:
    """What stands for the marks that only these texts have."""
    if finding.kind not in ENCODING_FINDINGS or not finding.values:
        return {"encoding": "", "samples": "", "likely": ""}
    quoted = [fill(translate("Finding", "“{0}”"), text) for text in finding.values[1:]]
    likely = encoding_name(finding.encodings[0]) if finding.encodings else ""
    separator = translate("Finding", ", ", "between the items of a list")
    return {"encoding": named(finding.values[0]), "samples": separator.join(quoted), "likely": likely}
