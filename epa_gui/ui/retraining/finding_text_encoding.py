"""The words for findings about a file's encoding, its lines, and about files that are no tables."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP
from epa_gui.ui.retraining.encoding_names import encoding_name, named

translate = QCoreApplication.translate

_CONVERT = QT_TRANSLATE_NOOP("Finding", "Convert to UTF-8: a copy with a mark is sent, your file stays as it is.")
_SAVE_AS_CSV = QT_TRANSLATE_NOOP(
    "Finding", "Open it in the program that made it, and save it as “CSV UTF-8”. Then choose that file."
)
_SAVE_FROM_A_SPREADSHEET = QT_TRANSLATE_NOOP(
    "Finding", "Open it in a spreadsheet program, and save it as “CSV UTF-8”. Then choose that file."
)
_PLAIN_TEXT_ONLY = QT_TRANSLATE_NOOP("Finding", "The service reads CSV and TSV files only, whatever the name says.")

ENCODING_FINDINGS: dict[FindingKind, tuple[str, str, str]] = {
    FindingKind.NOT_DECODABLE: (
        QT_TRANSLATE_NOOP("Finding", "From this place on the file cannot be read as {encoding}."),
        QT_TRANSLATE_NOOP("Finding", "The bytes there are no text in it. The file is damaged, or in another encoding."),
        QT_TRANSLATE_NOOP("Finding", "Choose another encoding above the preview, or save it anew as “CSV UTF-8”."),
    ),
    FindingKind.LETTERS_LOOK_WRONG: (
        QT_TRANSLATE_NOOP("Finding", "These letters look wrong: {samples}."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "The file passes as Shift_JIS and would be read so, but these are hardly words. {likely}",
        ),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Above the preview, choose the encoding in which the letters are right; if they are right now, Shift_JIS.",
        ),
    ),
    FindingKind.UNSURE_ENCODING: (
        QT_TRANSLATE_NOOP("Finding", "The file is neither UTF-8 nor Shift_JIS. It is shown as {encoding}: {samples}."),
        QT_TRANSLATE_NOOP("Finding", "The service reads these two only, and which encoding it is, only you can tell."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Above the preview, choose the encoding in which the letters are right: {encoding}, or another. Then"
            " convert the file to UTF-8.",
        ),
    ),
    FindingKind.DAMAGED_LETTERS: (
        QT_TRANSLATE_NOOP("Finding", "Some letters of the file are damaged."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "The file is {encoding}, but some of its bytes are no text; the sign “\N{REPLACEMENT CHARACTER}” stands in"
            " their place. Such places: {count}. No copy can bring these letters back.",
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "Correct the fields with that sign, or have the file exported again. Then check again."
        ),
    ),
    FindingKind.OTHER_ENCODING: (
        QT_TRANSLATE_NOOP("Finding", "The file is {encoding}."),
        QT_TRANSLATE_NOOP("Finding", "The service reads UTF-8 and Shift_JIS only."),
        _CONVERT,
    ),
    FindingKind.LOST_LETTERS: (
        QT_TRANSLATE_NOOP("Finding", "The file has the sign “\N{REPLACEMENT CHARACTER}” where letters were lost."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "A program that made the file read its data in the wrong encoding. Names and classes may have changed.",
        ),
        QT_TRANSLATE_NOOP("Finding", "Export the data again from where they come, if you can."),
    ),
    FindingKind.A_WEB_PAGE: (
        QT_TRANSLATE_NOOP("Finding", "This is a web page, not a CSV or TSV file."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Some systems export tables as web pages and call them .csv or .xls; a page that asks to sign in may also"
            " have been saved in place of the file.",
        ),
        _SAVE_FROM_A_SPREADSHEET,
    ),
    FindingKind.AN_XML_SPREADSHEET: (
        QT_TRANSLATE_NOOP("Finding", "This is a spreadsheet in XML, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        _SAVE_FROM_A_SPREADSHEET,
    ),
    FindingKind.AN_XML_FILE: (
        QT_TRANSLATE_NOOP("Finding", "This is an XML file, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        QT_TRANSLATE_NOOP("Finding", "Export the data as CSV from the program that made the file."),
    ),
    FindingKind.A_SERVER_ERROR: (
        QT_TRANSLATE_NOOP("Finding", "This is an error message of a server, not the data."),
        QT_TRANSLATE_NOOP("Finding", "The download failed, and the server's answer was saved under the file's name."),
        QT_TRANSLATE_NOOP("Finding", "Download the file again; the link may have expired."),
    ),
    FindingKind.A_SYLK_FILE: (
        QT_TRANSLATE_NOOP("Finding", "This is a spreadsheet of the old type SYLK, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        _SAVE_FROM_A_SPREADSHEET,
    ),
    FindingKind.A_TEXT_DOCUMENT: (
        QT_TRANSLATE_NOOP("Finding", "This is a document of a word processor, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        QT_TRANSLATE_NOOP("Finding", "Copy its table into a spreadsheet program, and save that as “CSV UTF-8”."),
    ),
    FindingKind.A_JSON_FILE: (
        QT_TRANSLATE_NOOP("Finding", "This is a JSON file, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        QT_TRANSLATE_NOOP("Finding", "Export the data as CSV from the program that made the file."),
    ),
    FindingKind.A_PDF: (
        QT_TRANSLATE_NOOP("Finding", "This is a PDF, not a CSV or TSV file."),
        _PLAIN_TEXT_ONLY,
        QT_TRANSLATE_NOOP("Finding", "Export the data as CSV from the program that made the file."),
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
            "Finding",
            "On some drives macOS keeps a file's icon and labels in a second one, named “._…”.",
        ),
        QT_TRANSLATE_NOOP("Finding", "Choose the file of the same name without “._”."),
    ),
    FindingKind.A_CLOUD_STAND_IN: (
        QT_TRANSLATE_NOOP("Finding", "This file stands in for one that is kept elsewhere."),
        QT_TRANSLATE_NOOP("Finding", "It says only where the data are (as iCloud and Git LFS do), and holds none."),
        QT_TRANSLATE_NOOP("Finding", "Download the file itself first, then choose that one."),
    ),
    FindingKind.ONLY_NULS: (
        QT_TRANSLATE_NOOP("Finding", "The file holds nothing but zeros."),
        QT_TRANSLATE_NOOP("Finding", "Its content was never written: a copy or a download broke off."),
        QT_TRANSLATE_NOOP("Finding", "Copy or download it again, then choose that file."),
    ),
    FindingKind.BLANK_LINES: (
        QT_TRANSLATE_NOOP("Finding", "A line among the rows is blank."),
        QT_TRANSLATE_NOOP("Finding", "The service may take it for a row without values. Such lines: {count}."),
        QT_TRANSLATE_NOOP("Finding", "Leave it out of the copy that is sent, or delete it and check again."),
    ),
    FindingKind.END_MARK: (
        QT_TRANSLATE_NOOP("Finding", "The file ends with Ctrl-Z, an old sign for the end of a file."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "Some programs still write it. The service may take it for a row, or for a part of the last value.",
        ),
        QT_TRANSLATE_NOOP("Finding", "Leave it out of the copy that is sent, or delete it and check again."),
    ),
    FindingKind.DOUBLED_LETTERS: (
        QT_TRANSLATE_NOOP("Finding", "These letters look wrong: «{first}». Probably “{second}” is meant."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "A program read them in the wrong encoding and saved them so. The service takes a name or class written in"
            " this way for another one.",
        ),
        QT_TRANSLATE_NOOP("Finding", "Export the data anew, choosing UTF-8 wherever a program asks. Then check again."),
    ),
    FindingKind.DOUBLE_LINE_ENDS: (
        QT_TRANSLATE_NOOP("Finding", "Every line ends twice (CR CR LF), so a blank line follows each row."),
        QT_TRANSLATE_NOOP(
            "Finding", "A program added line ends to those that were there. Blank lines in all: {count}."
        ),
        QT_TRANSLATE_NOOP("Finding", "Export the file again in another way, or have its line ends corrected."),
    ),
}
"""What it is, what it means, what to do."""


def encoding_marks(finding: Finding) -> dict[str, str]:
    """What stands for the marks that only these texts have."""
    if finding.kind not in ENCODING_FINDINGS or not finding.values:
        return {"encoding": "", "samples": "", "likely": ""}
    samples = ", ".join(fill(translate("Finding", "«{0}»"), text) for text in finding.values[1:])
    return {"encoding": named(finding.values[0]), "samples": samples, "likely": _likely(finding)}


def _likely(finding: Finding) -> str:
    if not finding.encodings:
        return translate("Finding", "Which encoding it is cannot be told from them.")
    if finding.encodings[0] is Encoding.UTF_8:
        return translate("Finding", "They are UTF-8: files of two encodings may have been joined.")
    return fill(translate("Finding", "It is most likely {0}."), encoding_name(finding.encodings[0]))
