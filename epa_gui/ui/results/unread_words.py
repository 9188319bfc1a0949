"""What is said where a job has no results, or they cannot be opened."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.results.archive_entry import Trouble
from epa_gui.ui.base.problem_text import ProblemWords
from epa_gui.ui.results.entry_text import whole_trouble_sentence

translate = QCoreApplication.translate


def no_results_words() -> ProblemWords:
    """There is nothing here, and nothing to fetch."""
    return ProblemWords(
        translate("UnreadResults", "This job has no results on this computer, and the service offers none."),
        translate("UnreadResults", "There is nothing to look at."),
        translate("UnreadResults", "If you have a file with its results, drop it on this window."),
    )


def trouble_words(trouble: Trouble) -> ProblemWords:
    """The whole archive cannot be used."""
    return ProblemWords(
        translate("UnreadResults", "The results cannot be opened."),
        whole_trouble_sentence(trouble),
        translate("UnreadResults", "Save the results again, or obtain the file again."),
    )
