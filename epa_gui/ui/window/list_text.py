"""What is said of the list itself: that it cannot be read yet, or that part of it cannot be read."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.store.store import Unread
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.problem_text import ProblemWords, problem_words

translate = QCoreApplication.translate


def unopened_words(problem: Problem, *, is_final: bool) -> ProblemWords:
    """The three parts of a list that cannot be read: what is said of writing is said of opening here."""
    if problem.kind is not ProblemKind.LIST_NOT_SAVED:
        return problem_words(problem)
    unknown = translate(
        "Problem",
        "It is not known now which models and jobs are in it, so none are shown or checked. Nothing was changed.",
    )
    if is_final:
        to_do = translate("Problem", "Start EPA Desktop again with a folder that can be used.")
    else:
        to_do = translate(
            "Problem",
            "Make sure that the folder is there, that you may write to it, and that the disk has free space. EPA"
            " Desktop tries again by itself.",
        )
    happened = fill(translate("Problem", "The file with your list in “{0}” cannot be opened."), problem.where)
    return ProblemWords(happened, unknown, to_do)


def next_try_text(seconds: float) -> str:
    """When it is tried again to open the list."""
    if seconds <= 0:
        return translate("List", "Trying again now…")
    return fill(translate("List", "Next try in {0}."), formatting.duration(max(1.0, seconds)))


def unread_words(unread: Iterable[Unread]) -> ProblemWords:
    """The three parts of a list of which some rows cannot be read."""
    counts = Counter(row.table for row in unread)
    models, jobs, settings, profiles = (counts[table] for table in ("model", "job", "setting", "profile"))
    parts = {
        "model": QCoreApplication.translate("List", "%n model(s)", "", models),
        "job": QCoreApplication.translate("List", "%n job(s)", "", jobs),
        "setting": QCoreApplication.translate("List", "%n setting(s)", "", settings),
        "profile": QCoreApplication.translate("List", "%n profile(s) of files sent", "", profiles),
        "history": translate("List", "the history"),
    }
    told = translate("List", ", ").join(text for table, text in parts.items() if counts[table])
    return ProblemWords(
        fill(translate("Problem", "Part of your list cannot be read: {0}."), told),
        translate(
            "Problem",
            "A newer version of EPA Desktop or another program may have written it. It stays"
            " unchanged in the file, and is shown again when it can be read. Everything else is"
            " shown and checked as usual.",
        ),
        translate(
            "Problem",
            "Install the newest version of EPA Desktop. If this continues, contact support and"
            " include the text under “Details”.",
        ),
    )
