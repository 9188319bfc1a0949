"""The words of the History window: what verifying found, what an export came to, why nothing is shown."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.history.event import HistoryEntry
from epa_gui.core.history.kept_fingerprint import Finding, Match
from epa_gui.core.history.log import HistoryCheck
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.problem_text import ProblemWords, problem_words
from epa_gui.ui.history.event_text import when_text

translate = QCoreApplication.translate

_FINGERPRINT_START = 16


def count_text(shown: int, total: int, *, is_filtered: bool, is_loading: bool) -> str:
    """How many entries there are, and how many of them fit."""
    if is_filtered:
        text = QCoreApplication.translate("History", "{0} of %Ln entries", "", total)
        text = fill(text, QLocale().toString(shown))
    else:
        text = QCoreApplication.translate("History", "%Ln entries", "", total)
    return fill(translate("History", "{0} so far; still reading…"), text) if is_loading else text


def verdict_words(verdict: HistoryCheck, found: HistoryEntry | None) -> ProblemWords:
    """What verifying the history found.

    Args:
        verdict: What it found.
        found: The entry where it is broken, or the next one there is.
    """
    entries = verdict.entries
    if verdict.broken_at is None and not entries:
        return ProblemWords(translate("History", "Verified: the history is empty, and nothing is missing."), "", "")
    if verdict.broken_at is None:
        happened = QCoreApplication.translate(
            "History",
            "Verified: %Ln entries, each as it was written. The fingerprint of the last one begins with {0}.",
            "",
            entries,
        )
        return ProblemWords(fill(happened, verdict.fingerprint[:_FINGERPRINT_START]), _limits(), _to_keep())
    return ProblemWords(
        _broken(verdict.broken_at, found),
        translate(
            "History",
            "The history was changed by something other than this program, or its file was"
            " damaged. As far as this check can find, the entries before that place are as they"
            " were written. The entries from there on may not be.",
        ),
        translate("History", "Export the history as it is now, and compare it with an earlier export or a backup."),
    )


def _limits() -> str:
    return translate(
        "History",
        "This check finds any entry that was changed, removed or added while the later ones"
        " stayed. It cannot find a history that was rewritten from some entry to the end, or"
        " restored from a backup, by somebody who can write to the file.",
    )


def _to_keep() -> str:
    return translate(
        "History",
        "To find that too, choose “Copy fingerprint”, keep the fingerprint where others cannot change it, and later"
        " choose “Verify against fingerprint…”. Every HTML export contains it as well, and so does the CSV file of the"
        " whole history.",
    )


def match_words(match: Match, verdict: HistoryCheck, found: HistoryEntry | None) -> ProblemWords:
    """What the history has to say to a fingerprint that was kept elsewhere.

    Args:
        match: What became of looking for it.
        verdict: What verifying the whole history found.
        found: The entry where that is broken, or the next one there is.
    """
    if match.finding is Finding.UNCHANGED:
        return ProblemWords(_what_was_found(match, verdict), _after(match, verdict, found), "")
    to_do = translate(
        "History",
        "Check that all of the fingerprint was pasted. If so, compare this history with an earlier export or a backup.",
    )
    return ProblemWords(_what_was_found(match, verdict), _meaning(match.finding), to_do)


def _what_was_found(match: Match, verdict: HistoryCheck) -> str:
    """What became of looking for the fingerprint."""
    number, when, entries = QLocale().toString(match.number), match.local.replace("T", " ", 1), verdict.entries
    match match.finding:
        case Finding.UNCHANGED:
            text = translate(
                "History",
                "This history contains the same fingerprint, that of entry {0}, {1}. All entries up to it are as "
                "they were when it was copied.",
            )
        case Finding.BROKEN_BEFORE:
            text = translate(
                "History",
                "Entry {0} ({1}) has the fingerprint, but that entry or one before it is not as it was written.",
            )
        case Finding.CUT:
            text = QCoreApplication.translate(
                "History", "Fingerprint not found: it is of entry {0}, but there are only %Ln entries.", "", entries
            )
        case Finding.MADE_ANEW:
            text = translate("History", "Fingerprint not found: entry {0} has another one now.")
        case Finding.OTHER_HISTORY:
            text = translate("History", "Fingerprint not found: it is of a history that begins with another entry.")
        case Finding.NOT_FOUND:
            text = QCoreApplication.translate("History", "Fingerprint not found among %Ln entries.", "", entries)
    return fill(text, number, when)


def _meaning(finding: Finding) -> str:
    """What it means that a fingerprint was not found as it was."""
    return {
        Finding.BROKEN_BEFORE: translate("History", "The history was changed after the fingerprint was copied."),
        Finding.CUT: translate(
            "History",
            "The last entries were cut off after the fingerprint was copied, or the list was restored from an older"
            " backup.",
        ),
        Finding.MADE_ANEW: translate(
            "History", "The history was changed and rewritten after the fingerprint was copied."
        ),
        Finding.OTHER_HISTORY: translate(
            "History", "It is of another history, or this one was rewritten from its first entry on."
        ),
        Finding.NOT_FOUND: translate(
            "History",
            "The history was changed or cut after the fingerprint was copied, or the fingerprint is of another"
            " history.",
        ),
    }[finding]


def _after(match: Match, verdict: HistoryCheck, found: HistoryEntry | None) -> str:
    """What is known of the entries behind the one that has the fingerprint."""
    if verdict.broken_at is not None:
        return _broken(verdict.broken_at, found)
    later = verdict.entries - match.number
    if not later:
        return translate("History", "No entries have been added since.")
    return QCoreApplication.translate(
        "History",
        "%Ln entries were added since, and they fit together. The fingerprint says nothing about them.",
        "",
        later,
    )


def no_fingerprint_text() -> str:
    """What to say where no fingerprint was pasted."""
    return translate(
        "History",
        "Paste one fingerprint: the whole line that “Copy fingerprint” copied, or only its 64 digits and letters from a"
        " to f.",
    )


def copied_text(verdict: HistoryCheck) -> str:
    """That the fingerprint was copied."""
    entries = verdict.entries
    copied = QCoreApplication.translate("History", "Fingerprint of %Ln entries up to {0} copied.", "", entries)
    to_do = translate(
        "History",
        "Keep it where nobody who can write to the files of this computer can change it, for"
        " example in an email to somebody else.",
    )
    return ProblemWords(fill(copied, verdict.local.replace("T", " ", 1)), "", to_do).sentence()


def _broken(number: int, found: HistoryEntry | None) -> str:
    shown = QLocale().toString(number)
    if found is None:
        return fill(translate("History", "The last entries are missing, from entry {0} on."), shown)
    if found.number != number:
        return fill(translate("History", "Entry {0} is missing."), shown)
    text = translate("History", "Entry {0} ({1}) is not as it was written, or one before it is missing.")
    return fill(text, shown, when_text(found.event.at))


def export_problem_words(problem: Problem) -> ProblemWords:
    """Why the history could not be exported: a file refused by the disk, most often."""
    words = problem_words(problem)
    if problem.kind is ProblemKind.UNEXPECTED:
        return words
    means = translate("History", "Nothing was exported. The history itself is not affected.")
    if problem.kind is ProblemKind.DISK_FULL:
        return ProblemWords(
            translate("History", "There is not enough space on the disk for the export."),
            means,
            translate("History", "Free some space and export again, or export to another disk."),
        )
    return replace(words, means=means)


def exported_text(entries: int, path: str) -> str:
    """What an export came to."""
    text = QCoreApplication.translate("History", "Exported %Ln entries to “{0}”.", "", entries)
    return fill(text, path)
