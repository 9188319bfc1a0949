"""What does not fit together in results, and what in them could not be read, in words."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.results.content import Contradiction, ContradictionKind, Unread, UnreadReason
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.metric_text import metric_name

translate = QCoreApplication.translate


def contradiction_text(said: Contradiction, *, is_against_live: bool = False) -> str:
    """What stands where, and what it does not agree with.

    Args:
        said: What was found.
        is_against_live: Whether the model before is known to be the one that is live.
    """
    if not said.first and not said.second:
        return _without_values(said, is_against_live=is_against_live)
    what, first, second = _what_text(said, is_against_live=is_against_live), _value(said.first), _value(said.second)
    if said.first_file == said.second_file:
        text = translate("Contradiction", "{0}: “{2}” says “{1}”, but also “{3}”.")
        return fill(text, what, first, said.first_file, second)
    text = translate("Contradiction", "{0}: “{1}” according to “{2}”, but “{3}” according to “{4}”.")
    return fill(text, what, first, said.first_file, second, said.second_file)


def _what_text(said: Contradiction, *, is_against_live: bool) -> str:
    """What the two places disagree about, and of which model."""
    name = said.what or (metric_name(said.metric) if said.metric else "")
    tendency = translate(
        "Contradiction", "Correct predictions (both models / only the new / only the previous / neither)"
    )
    if is_against_live:
        tendency = translate(
            "Contradiction", "Correct predictions (both models / only the new / only the live / neither)"
        )
    kind = {
        ContradictionKind.METRIC: name,
        ContradictionKind.DIFFERENCE: fill(translate("Contradiction", "Change of {0}"), name),
        ContradictionKind.ROW_COUNT: translate("Contradiction", "Number of rows"),
        ContradictionKind.MATRIX: translate("Contradiction", "Confusion matrix"),
        ContradictionKind.DIRECTION: translate(
            "Contradiction", "Which axis of the confusion matrix shows the actual classes"
        ),
        ContradictionKind.TENDENCY: tendency,
        ContradictionKind.RIGHT_COUNT: translate("Contradiction", "Number of correct predictions"),
        ContradictionKind.TWICE: name,
    }[said.kind]
    told = kind or translate("Contradiction", "A value")
    if not said.is_previous:
        return told
    of_live, of_previous = (
        translate("Contradiction", "{0} (live model)"),
        translate("Contradiction", "{0} (previous model)"),
    )
    return fill(of_live if is_against_live else of_previous, told)


def unread_text(unread: Unread) -> str:
    """Which file is not used, and why."""
    text = {
        UnreadReason.UNREADABLE: translate("Contradiction", "“{0}” is not used: it cannot be read."),
        UnreadReason.NO_TABLE: translate("Contradiction", "“{0}” is not used: it contains no table."),
        UnreadReason.HEADINGS: translate(
            "Contradiction", "“{0}” is not used: its column names are unknown to EPA Desktop."
        ),
        UnreadReason.WHOSE: translate(
            "Contradiction", "“{0}” is not used: its column names do not say which model each column belongs to."
        ),
        UnreadReason.TWICE: translate(
            "Contradiction", "“{0}” is not used: there are two files of this name with different values."
        ),
        UnreadReason.NO_NUMBERS: translate("Contradiction", "“{0}” is not used: its values are not numbers."),
        UnreadReason.TOO_LONG: translate("Contradiction", "“{0}” is not used: it is too large."),
    }[unread.reason]
    details = fill(translate("Contradiction", "Details: “{0}”."), unread.said) if unread.said else ""
    return sentences(fill(text, unread.file), details)


def _without_values(said: Contradiction, *, is_against_live: bool) -> str:
    """Which files disagree where no single value can be named."""
    if said.first_file != said.second_file:
        text = translate("Contradiction", "“{0}” and “{1}” contain the same kind of table, but with different values.")
        return fill(text, said.first_file, said.second_file)
    text = translate(
        "Contradiction", "“{0}” contradicts itself on which axis of the confusion matrix shows the actual classes."
    )
    if said.is_previous:
        of_live = translate(
            "Contradiction",
            "“{0}” contradicts itself on which axis of the live model’s confusion matrix shows the actual classes.",
        )
        of_previous = translate(
            "Contradiction",
            "“{0}” contradicts itself on which axis of the previous model’s confusion matrix shows the actual classes.",
        )
        text = of_live if is_against_live else of_previous
    return fill(text, said.first_file)


def _value(said: str) -> str:
    """What a file says, as it stands there; in words where it is how a matrix is laid out."""
    return {
        "rows = actual": translate("Contradiction", "rows = actual"),
        "rows = predicted": translate("Contradiction", "rows = predicted"),
    }.get(said, said)
