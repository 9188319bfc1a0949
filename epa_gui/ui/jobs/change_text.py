"""The words for what is other in a training file than in the one sent last: why its retraining may have failed."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.jobs.file_change import FileChange
from epa_gui.core.jobs.profile import ColumnType
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.joining import listed

translate = QCoreApplication.translate


def change_sentence(change: FileChange) -> str:
    """What differs, as “In this file “monthly_fee” holds text; in the last file sent it held numbers.” does.

    Empty for a kind that only a newer version knows.
    """
    if change.kind == FindingKind.TYPE_CHANGED and len(change.values) == 2:
        before, now = (_holds(value) for value in change.values)
        text = translate("FileChange", "The column “{0}” holds {1} in this file, but held {2} in the file sent last.")
        return fill(text, change.name, now, before)
    text = {
        FindingKind.COLUMN_GONE.value: translate(
            "FileChange", "This file has no column “{0}”, but the file sent last had it."
        ),
        FindingKind.TARGET_GONE.value: translate(
            "FileChange", "This file has no column “{0}”, the one to predict, but the file sent last had it."
        ),
        FindingKind.NAMES_OTHERWISE.value: translate(
            "FileChange", "The column “{0}” of the file sent last is spelled differently in this file."
        ),
        FindingKind.LABELS_NEW.value: translate(
            "FileChange", "The column “{0}” has classes in this file that the file sent last did not have: {1}."
        ),
        FindingKind.LABELS_GONE.value: translate(
            "FileChange", "The column “{0}” lacks classes in this file that the file sent last had: {1}."
        ),
    }.get(change.kind, "")
    return fill(text, change.name, _examples(change))


def _holds(kind: str) -> str:
    return {
        ColumnType.NUMBER.value: translate("FileChange", "numbers"),
        ColumnType.DATE.value: translate("FileChange", "dates"),
        ColumnType.TEXT.value: translate("FileChange", "text"),
    }.get(kind, kind)


def _examples(change: FileChange) -> str:
    """The classes; before them stands whether it is the column to predict."""
    return listed(*(fill(translate("FileChange", "“{0}”"), value) for value in change.values[1:]))
