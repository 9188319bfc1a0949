"""The words for what nobody sees: invisible characters, blanks at ends, and names and classes that look the same."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_LAST_CONTROL = 0x9F

_CLEAN = QT_TRANSLATE_NOOP("Finding", "Clean them in the copy that is sent; your file stays as it is.")
_DIFFERENT_NAMES = QT_TRANSLATE_NOOP(
    "Finding",
    "The service takes “{name}” with and without them for two names, and retraining fails when a column that the model"
    " uses is missing. Such names: {count}.",
)
_DIFFERENT_VALUES = QT_TRANSLATE_NOOP(
    "Finding", "The service takes a value with and without them for two values, and a number with one of them for text."
)
_WRITE_ALIKE = QT_TRANSLATE_NOOP(
    "Finding", "Write them in the same way; what only differs by invisible characters or blanks can be cleaned."
)

CHARACTER_FINDINGS: dict[FindingKind, tuple[str, str, str]] = {
    FindingKind.COLUMNS_ALIKE: (
        QT_TRANSLATE_NOOP("Finding", "Column names differ {how}: “{other}”, “{one}” in the training file."),
        QT_TRANSLATE_NOOP("Finding", "Both files need exactly the same column names. Such names: {count}."),
        _WRITE_ALIKE,
    ),
    FindingKind.HIDDEN_IN_NAMES: (
        QT_TRANSLATE_NOOP("Finding", "Column names hold invisible characters: “{one}” ({characters})."),
        _DIFFERENT_NAMES,
        _CLEAN,
    ),
    FindingKind.BLANKS_IN_NAMES: (
        QT_TRANSLATE_NOOP("Finding", "Column names begin or end with blanks: “{one}”."),
        _DIFFERENT_NAMES,
        _CLEAN,
    ),
    FindingKind.NAMES_ALIKE: (
        QT_TRANSLATE_NOOP("Finding", "Two column names look the same but differ {how}: “{one}” and “{other}”."),
        QT_TRANSLATE_NOOP("Finding", "People and programs may take one column for the other."),
        QT_TRANSLATE_NOOP("Finding", "Give one of them another name, or remove the column that is not used."),
    ),
    FindingKind.HIDDEN_IN_FIELDS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” holds invisible characters: “{one}” ({characters})."),
        _DIFFERENT_VALUES,
        _CLEAN,
    ),
    FindingKind.BLANKS_IN_FIELDS: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” holds values that begin or end with blanks: “{one}”."),
        _DIFFERENT_VALUES,
        _CLEAN,
    ),
    FindingKind.HIDDEN_IN_COLUMNS: (
        QT_TRANSLATE_NOOP(
            "Finding", "{count} columns hold invisible characters or values with blanks at their ends: {labels}."
        ),
        _DIFFERENT_VALUES,
        _CLEAN,
    ),
    FindingKind.CLASSES_ALIKE: (
        QT_TRANSLATE_NOOP("Finding", "“{name}” has classes that only differ {how}: “{one}” and “{other}”."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "The service takes them for different classes, and the model learns each by itself. Such classes: {count}.",
        ),
        _WRITE_ALIKE,
    ),
    FindingKind.CLASSES_OTHERWISE: (
        QT_TRANSLATE_NOOP(
            "Finding", "“{name}” has classes written otherwise than in the other file: “{other}”, there “{one}”."
        ),
        QT_TRANSLATE_NOOP(
            "Finding", "They differ {how}, and the service takes them for different classes. Such classes: {count}."
        ),
        _WRITE_ALIKE,
    ),
    FindingKind.NAMES_OTHERWISE: (
        QT_TRANSLATE_NOOP("Finding", "Column names differ {how}: “{other}”, last time “{one}”."),
        QT_TRANSLATE_NOOP(
            "Finding",
            "To the service they are other columns, and retraining fails when one is missing. Such names: {count}.",
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
    """By what two texts differ that look the same, after the word “differ”; a value of `Likeness`."""
    return {
        "characters": translate("Finding", "by invisible characters"),
        "blanks": translate("Finding", "by blanks"),
        "composition": translate("Finding", "by how letters and their marks are put together"),
        "width": translate("Finding", "by full-width and half-width letters"),
        "case": translate("Finding", "by upper and lower case"),
    }.get(likeness, "")


def _listed(codes: tuple[str, ...]) -> str:
    text = translate("Finding", "{0}, {1}")
    return "; ".join(fill(text, word, code) if (word := _character_word(code)) else code for code in codes)


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
