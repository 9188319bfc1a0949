"""What does not fit together in results, and what in them could not be read, in words."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.results.content import Contradiction, ContradictionKind, Unread, UnreadReason
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.metric_text import metric_name

translate = QCoreApplication.translate


def contradiction_text(said: Contradiction) -> str:
    """What stands where, and what it does not agree with."""
    what = what_text(said)
    if said.first_file == said.second_file:
        text = translate("Contradiction", "{0}: “{1}” in “{2}”, but “{3}” there too.")
        return fill(text, what, said.first, said.first_file, said.second)
    text = translate("Contradiction", "{0}: “{1}” by “{2}”, but “{3}” by “{4}”.")
    return fill(text, what, said.first, said.first_file, said.second, said.second_file)


def what_text(said: Contradiction) -> str:
    """What the two places disagree about, and of which model."""
    name = said.what or (metric_name(said.metric) if said.metric else "")
    kind = {
        ContradictionKind.METRIC: name,
        ContradictionKind.DIFFERENCE: fill(translate("Contradiction", "Change of {0}"), name),
        ContradictionKind.ROW_COUNT: translate("Contradiction", "Number of rows"),
        ContradictionKind.MATRIX: translate("Contradiction", "Confusion matrix"),
        ContradictionKind.DIRECTION: translate(
            "Contradiction", "Which side of the confusion matrix is the actual class"
        ),
        ContradictionKind.TENDENCY: translate("Contradiction", "How often which model is right"),
        ContradictionKind.TWICE: name,
    }[said.kind]
    told = kind or translate("Contradiction", "A figure")
    return fill(translate("Contradiction", "{0}, previous model"), told) if said.is_previous else told


def unread_text(unread: Unread) -> str:
    """Which file is not used, and why."""
    why = {
        UnreadReason.UNREADABLE: translate("Contradiction", "it cannot be read"),
        UnreadReason.NO_TABLE: translate("Contradiction", "it holds no table"),
        UnreadReason.HEADINGS: translate("Contradiction", "its headings are not known here"),
        UnreadReason.WHOSE: translate("Contradiction", "its headings do not say which model a column is of"),
        UnreadReason.TWICE: translate("Contradiction", "there are two of this name with different figures"),
        UnreadReason.NO_NUMBERS: translate("Contradiction", "its figures are no numbers"),
        UnreadReason.TOO_LONG: translate("Contradiction", "it is too long"),
    }[unread.reason]
    if not unread.said:
        return fill(translate("Contradiction", "“{0}” is not used: {1}."), unread.file, why)
    return fill(translate("Contradiction", "“{0}” is not used: {1} (“{2}”)."), unread.file, why, unread.said)
