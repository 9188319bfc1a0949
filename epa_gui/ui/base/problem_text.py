"""The words for every problem, each in three parts: what happened, what it means, what to do.

The texts themselves are in `problem_text_service` and `problem_text_computer`, by where the problem lies.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.core.text.foreign_text import fill as filled
from epa_gui.core.text.foreign_text import isolated
from epa_gui.ui.base.joining import as_sentence, sentences
from epa_gui.ui.base.key_place_text import api_tab_name, key_place_text, prediction_key_text
from epa_gui.ui.base.problem_text_computer import COMPUTER_PROBLEMS
from epa_gui.ui.base.problem_text_service import SERVICE_PROBLEMS
from epa_gui.ui.base.translatable import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP", "ProblemWords", "fill", "problem_words"]

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """A problem as people read it.

    Attributes:
        happened: What happened.
        means: What it means.
        to_do: What to do.
    """

    happened: str
    means: str
    to_do: str

    def sentence(self) -> str:
        """All three on one line."""
        return sentences(as_sentence(self.happened), self.means, self.to_do)


def problem_words(problem: Problem, *, has_jobs: bool = True) -> ProblemWords:
    """The three parts of a problem.

    Args:
        problem: What it is.
        has_jobs: Whether its model has jobs: where there are none, no check of theirs has stopped.
    """
    happened, means, to_do = _PROBLEMS[problem.kind]
    if not has_jobs and problem.kind in KEY_KINDS:
        means = ""
    return ProblemWords(*(fill(part, problem) for part in (happened, means, to_do)))


def fill(text: str, problem: Problem) -> str:
    """A text of the tables in the person's language, with what it is about.

    Marks are ``{where}`` for a host or a setting, ``{path}`` for a file or a folder, which is quoted, and those of
    `_PLACES`.
    """
    if not text:
        return ""
    text = translate("Problem", text)
    for name, words in _PLACES.items():
        text = text.replace(name, words())
    if "{path}" in text:
        return text.replace("{path}", _path(problem))
    return text.replace("{where}", _where(problem))


def _path(problem: Problem) -> str:
    return (
        filled(translate("Problem", "“{0}”"), problem.where) if problem.where else translate("Problem", "(not known)")
    )


def _where(problem: Problem) -> str:
    return isolated(problem.where or translate("Problem", _WHERE_ELSE.get(problem.kind, _SERVER)))


_PROBLEMS = SERVICE_PROBLEMS | COMPUTER_PROBLEMS

_PLACES = {"{key_place}": key_place_text, "{prediction_key}": prediction_key_text, "{api_tab}": api_tab_name}
"""What texts name of the console, so that every text says the same of it."""

_SERVER = QT_TRANSLATE_NOOP("Problem", "the server")
_WHERE_ELSE = {
    ProblemKind.PROXY_FAILED: QT_TRANSLATE_NOOP("Problem", "the system’s network settings"),
    ProblemKind.CERTIFICATES_MISSING: QT_TRANSLATE_NOOP("Problem", "a setting such as REQUESTS_CA_BUNDLE"),
    ProblemKind.KEY_FOR_ANOTHER_ADDRESS: QT_TRANSLATE_NOOP("Problem", "(not known)"),
}
"""What a problem is about that does not say so."""
