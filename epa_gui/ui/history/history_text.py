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
    text = QCoreApplication.translate("History", "%Ln entries", "", total)
    if is_filtered:
        text = fill(translate("History", "{0} of {1}"), QLocale().toString(shown), text)
    return fill(translate("History", "{0} so far; reading on…"), text) if is_loading else text


def verdict_words(verdict: HistoryCheck, found: HistoryEntry | None) -> ProblemWords:
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
        return ProblemWords(fill(happened, count, verdict.fingerprint[:_FINGERPRINT_START]), _limits(), _to_keep())
    return ProblemWords(
        _broken(verdict.broken_at, found),
        translate(
            "History",
            "The history was changed by other means than this program, or its file was damaged. What stands before"
            " that place is as it was written, as far as this can find; what stands from there on may not be.",
        ),
        translate("History", "Export it as it is now, and hold it against an earlier export or a backup."),
    )


def _limits() -> str:
    return translate(
        "History",
        "This finds any entry that was changed, removed or put in while the later ones stayed. It cannot find a history"
        " that somebody who can write to its file made anew from some entry to the end, or restored from a backup.",
    )


def _to_keep() -> str:
    return translate(
        "History",
        "To find that too, choose “Copy fingerprint”, keep it where others cannot change it, and later choose “Verify"
        " against fingerprint…”. Every HTML export holds it as well, and so does the CSV of the whole history.",
    )


def match_words(match: Match, verdict: HistoryCheck, found: HistoryEntry | None) -> ProblemWords:
    """What the history has to say to a fingerprint that was kept elsewhere.

    Args:
        match: What became of looking for it.
        verdict: What verifying the whole history found.
        found: The entry where that is broken, or the next one there is.
    """
    number = QLocale().toString(match.number)
    happened, means = _match_parts(match.finding)
    rest = _after(match, verdict, found) if match.finding is Finding.UNCHANGED else ""
    to_do = "" if match.finding is Finding.UNCHANGED else _to_compare()
    count = QCoreApplication.translate("History", "%Ln entries", "", verdict.entries)
    return ProblemWords(fill(happened, number, match.local.replace("T", " ", 1), count), rest or means, to_do)


def _match_parts(finding: Finding) -> tuple[str, str]:
    """What happened, with places for the entry's number, its time and how many there are; and what it means."""
    remade = translate("History", "The history was changed and made anew since the fingerprint was copied.")
    cut = translate(
        "History",
        "The last entries were cut off since the fingerprint was copied, or the list was restored from an older"
        " backup.",
    )
    return {
        Finding.UNCHANGED: (
            translate(
                "History",
                "This history contains the fingerprint unchanged: it is of entry {0}, {1}. All entries up to then are"
                " as they were when it was copied.",
            ),
            "",
        ),
        Finding.BROKEN_BEFORE: (
            translate(
                "History",
                "Entry {0} ({1}) carries the fingerprint, but that entry or one before it is not as it was written.",
            ),
            translate("History", "The history was changed since the fingerprint was copied."),
        ),
        Finding.CUT: (
            translate("History", "Fingerprint not found: it is of entry {0}, and there are {2}."),
            cut,
        ),
        Finding.MADE_ANEW: (translate("History", "Fingerprint not found: entry {0} has another one now."), remade),
        Finding.OTHER_HISTORY: (
            translate("History", "Fingerprint not found: it is of a history that begins with another entry."),
            translate("History", "It is of another history, or this one was made anew from its first entry on."),
        ),
        Finding.NOT_FOUND: (
            translate("History", "Fingerprint not found: none of {2} has it."),
            translate(
                "History",
                "The history was changed or cut since the fingerprint was copied, or it is of another history.",
            ),
        ),
    }[finding]


def _after(match: Match, verdict: HistoryCheck, found: HistoryEntry | None) -> str:
    """What is known of the entries behind the one that has the fingerprint."""
    if verdict.broken_at is not None:
        return _broken(verdict.broken_at, found)
    later = verdict.entries - match.number
    if not later:
        return translate("History", "None was added since.")
    count = QCoreApplication.translate("History", "%Ln entries", "", later)
    return fill(
        translate("History", "Added since: {0}, which fit together; the fingerprint says nothing of them."), count
    )


def _to_compare() -> str:
    return translate(
        "History",
        "Check that all of the fingerprint was pasted. If so, hold this history against an earlier export or a backup.",
    )


def no_fingerprint_text() -> str:
    """What to say where no fingerprint was pasted."""
    return translate(
        "History",
        "There is no fingerprint in this text, or more than one. Paste the whole line that “Copy fingerprint” copied,"
        " or the 64 digits and letters from a to f alone.",
    )


def copied_text(verdict: HistoryCheck) -> str:
    """That the fingerprint was copied."""
    count = QCoreApplication.translate("History", "%Ln entries", "", verdict.entries)
    return fill(
        translate(
            "History",
            "Fingerprint of {0} up to {1} copied. Keep it where nobody who can write to this computer's files can"
            " change it, for example in an e-mail to somebody else.",
        ),
        count,
        verdict.local.replace("T", " ", 1),
    )


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
            translate("History", "There is not enough room on the disk for the export."),
            means,
            translate("History", "Make room and export again, or export to another disk."),
        )
    return replace(words, means=means)


def exported_text(entries: int, path: str) -> str:
    """What an export came to."""
    count = QCoreApplication.translate("History", "%Ln entries", "", entries)
    return fill(translate("History", "Exported {0} to {1}"), count, path)
