"""The words for what nobody sees: invisible characters, blanks at ends, and names and classes that look the same."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.retraining.finding_sentence import QT_TRANSLATE_NOOP, Case, Counted, Part, is_fixable

translate = QCoreApplication.translate

_LAST_CONTROL = 0x9F

_CLEAN = QT_TRANSLATE_NOOP("Finding", "Fix this in the copy that is sent. Your file is not changed.")
_SUCH_NAMES = Counted(QT_TRANSLATE_NOOP("Finding", "%Ln column name(s) in all are like this.", "", 1), least=2)
_SUCH_CLASSES = Counted(QT_TRANSLATE_NOOP("Finding", "%Ln class(es) in all are like this.", "", 1), least=2)
_THEY_DIFFER = QT_TRANSLATE_NOOP("Finding", "They differ in {how}.")
_CHARACTERS = QT_TRANSLATE_NOOP("Finding", "The characters are {characters}.")
_FIRST_IN_ROW = QT_TRANSLATE_NOOP("Finding", "The first is in row {row}.")
_DIFFERENT_NAMES = (
    QT_TRANSLATE_NOOP(
        "Finding",
        "To the service, “{name}” with them and “{name}” without them are two names. Retraining fails"
        " when a column that the model uses is missing.",
    ),
    _SUCH_NAMES,
)
_DIFFERENT_VALUES = QT_TRANSLATE_NOOP(
    "Finding",
    "To the service, a value with them and the same value without them are two values. A number with one of them "
    "counts as text.",
)
_WRITE_ALIKE = Case(
    is_fixable,
    QT_TRANSLATE_NOOP(
        "Finding",
        "Write them in the same way. What differs only in invisible characters or spaces can be"
        " fixed in the copy that is sent.",
    ),
    QT_TRANSLATE_NOOP("Finding", "Write them in the same way, then check again."),
)

CHARACTER_FINDINGS: dict[FindingKind, tuple[Part, Part, Part]] = {
    FindingKind.COLUMNS_ALIKE: (
        QT_TRANSLATE_NOOP("Finding", "“{other}” is called “{one}” in the training file."),
        (
            _THEY_DIFFER,
            QT_TRANSLATE_NOOP("Finding", "Both files need exactly the same column names."),
            _SUCH_NAMES,
        ),
        _WRITE_ALIKE,
    ),
    FindingKind.HIDDEN_IN_NAMES: (
        QT_TRANSLATE_NOOP("Finding", "A column name contains invisible characters: “{one}”."),
        (_CHARACTERS, *_DIFFERENT_NAMES),
        _CLEAN,
    ),
    FindingKind.BLANKS_IN_NAMES: (
        QT_TRANSLATE_NOOP("Finding", "A column name begins or ends with spaces: “{one}”."),
        _DIFFERENT_NAMES,
        _CLEAN,
    ),
    FindingKind.NAMES_ALIKE: (
        QT_TRANSLATE_NOOP("Finding", "Two column names look the same: “{one}” and “{other}”."),
        (_THEY_DIFFER, QT_TRANSLATE_NOOP("Finding", "People and programs may confuse the columns.")),
        QT_TRANSLATE_NOOP("Finding", "Rename one of them, or remove the column that is not used."),
    ),
    FindingKind.HIDDEN_IN_FIELDS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” contains invisible characters: “{one}”."),
        (_CHARACTERS, _FIRST_IN_ROW, _DIFFERENT_VALUES),
        _CLEAN,
    ),
    FindingKind.BLANKS_IN_FIELDS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has values with spaces at their ends: “{one}”."),
        (_FIRST_IN_ROW, _DIFFERENT_VALUES),
        _CLEAN,
    ),
    FindingKind.HIDDEN_IN_COLUMNS: (
        Counted(
            QT_TRANSLATE_NOOP(
                "Finding", "%Ln column(s) have values with invisible characters, or with spaces at their ends.", "", 1
            )
        ),
        (QT_TRANSLATE_NOOP("Finding", "They are in values of {labels}."), _DIFFERENT_VALUES),
        _CLEAN,
    ),
    FindingKind.CLASSES_ALIKE: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has classes that look the same: “{one}” and “{other}”."),
        (
            _THEY_DIFFER,
            QT_TRANSLATE_NOOP(
                "Finding", "The service treats them as different classes, and the model learns each separately."
            ),
            _SUCH_CLASSES,
        ),
        _WRITE_ALIKE,
    ),
    FindingKind.CLASSES_OTHERWISE: (
        QT_TRANSLATE_NOOP("Finding", "“{other}” in “{name}” is “{one}” in the other file."),
        (
            QT_TRANSLATE_NOOP("Finding", "They differ in {how}, and the service treats them as different classes."),
            _SUCH_CLASSES,
        ),
        _WRITE_ALIKE,
    ),
    FindingKind.NAMES_OTHERWISE: (
        QT_TRANSLATE_NOOP("Finding", "“{other}” was called “{one}” in the file sent last."),
        (
            _THEY_DIFFER,
            QT_TRANSLATE_NOOP(
                "Finding", "To the service they are different columns, and retraining fails when one is missing."
            ),
            _SUCH_NAMES,
        ),
        _WRITE_ALIKE,
    ),
}
"""What it is, what it means and what to do, for `finding_text`. The marks are those of `character_marks`."""


def character_marks(finding: Finding) -> dict[str, str]:
    """What stands in place of the marks that these texts alone have."""
    values = finding.values
    return {
        "one": values[0] if values else "",
        "other": values[1] if len(values) > 1 else "",
        "how": likeness_words(values[2]) if len(values) > 2 else "",
        "characters": _listed(values[1:]),
    }


def likeness_words(likeness: str) -> str:
    """In what two texts differ that look the same, after the words “differ in”; a value of `Likeness`."""
    return {
        "characters": translate("Finding", "invisible characters"),
        "blanks": translate("Finding", "spaces"),
        "composition": translate("Finding", "how letters and their marks are put together"),
        "width": translate("Finding", "full-width and half-width characters"),
        "case": translate("Finding", "upper and lower case"),
    }.get(likeness, "")


def _listed(codes: tuple[str, ...]) -> str:
    text, separator = translate("Finding", "{0} ({1})"), translate("Finding", ", ", "between the items of a list")
    return separator.join(fill(text, word, code) if (word := _character_word(code)) else code for code in codes)


def _character_word(code: str) -> str:
    """What people call a character, given as ``U+FEFF``; empty for one without a common name."""
    words = {
        "U+FEFF": translate("Finding", "byte order mark"),
        "U+00A0": translate("Finding", "no-break space"),
        "U+202F": translate("Finding", "narrow no-break space"),
        "U+00AD": translate("Finding", "soft hyphen"),
        "U+200B": translate("Finding", "zero-width space"),
        "U+200C": translate("Finding", "zero-width non-joiner"),
        "U+200D": translate("Finding", "zero-width joiner"),
        "U+200E": translate("Finding", "left-to-right mark"),
        "U+200F": translate("Finding", "right-to-left mark"),
        "U+2060": translate("Finding", "word joiner"),
        "U+FE0F": translate("Finding", "variation selector"),
    }
    if code in words:
        return words[code]
    is_control = code.startswith("U+00") and int(code[len("U+") :], 16) <= _LAST_CONTROL
    return translate("Finding", "control character") if is_control else ""
