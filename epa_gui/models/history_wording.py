"""The words of the History window: what verifying found, what an export came to, why nothing is shown."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.jobs.act import Entry
from epa_gui.jobs.foreign_text import fill
from epa_gui.jobs.history import Verdict
from epa_gui.jobs.problem import Problem, ProblemKind
from epa_gui.models.act_wording import when_text
from epa_gui.models.problem_wording import ProblemWords, problem_words

translate = QCoreApplication.translate

_FINGERPRINT_START = 16


def count_text(shown: int, total: int, *, is_filtered: bool, is_loading: bool) -> str:
    """How many entries there are, and how many of them fit."""
    text = QCoreApplication.translate("History", "%Ln entries", "", total)
    if is_filtered:
        text = fill(translate("History", "{0} of {1}"), QLocale().toString(shown), text)
    return fill(translate("History", "{0} so far; reading on…"), text) if is_loading else text


def verdict_words(verdict: Verdict, found: Entry | None) -> ProblemWords:
    """What verifying the history found.

    Args:
        verdict: What it found.
        found: The entry where it is broken, or the next one there is.
    """
    count = QCoreApplication.translate("History", "%Ln entries", "", verdict.entries)
    if verdict.broken_at is None and not verdict.entries:
        return ProblemWords(translate("History", "Verified: the history is empty, and nothing is missing."), "", "")
    if verdict.broken_at is None:
        happened = translate("History", "Verified: {0}, each as it was written. Fingerprint of the last: {1}…")
        means = translate(
            "History",
            "To be sure that nobody makes it anew, keep that fingerprint: every HTML export holds it, and so does the"
            " CSV of the whole history.",
        )
        return ProblemWords(fill(happened, count, verdict.fingerprint[:_FINGERPRINT_START]), means, "")
    return ProblemWords(
        _broken(verdict.broken_at, found),
        translate(
            "History",
            "The history was changed by other means than this program, or its file was damaged. What stands before"
            " that place is as it was written; what stands from there on may not be.",
        ),
        translate("History", "Export it as it is now, and hold it against an earlier export or a backup."),
    )


def _broken(number: int, found: Entry | None) -> str:
    shown = QLocale().toString(number)
    if found is None:
        return fill(translate("History", "The last entries are missing, from entry {0} on."), shown)
    if found.number != number:
        return fill(translate("History", "Entry {0} is missing."), shown)
    text = translate("History", "Entry {0} ({1}) is not as it was written, or one before it is missing.")
    return fill(text, shown, when_text(found.act.at))


def export_problem_words(problem: Problem) -> ProblemWords:
    """Why the history could not be exported: a file refused by the disk, most often."""
    words = problem_words(problem)
    if problem.kind is ProblemKind.UNEXPECTED:
        return words
    means = translate("History", "Nothing was exported. The history itself is not affected.")
    if problem.kind is ProblemKind.DISK_FULL:
        return ProblemWords(
            translate("History", "There is not enough room on the disk for the export."),
            means,
            translate("History", "Make room and export again, or export to another disk."),
        )
    return replace(words, means=means)


def exported_text(entries: int, path: str) -> str:
    """What an export came to."""
    count = QCoreApplication.translate("History", "%Ln entries", "", entries)
    return fill(translate("History", "Exported {0} to {1}"), count, path)
