"""The words for what came of trying a key in a form."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.text.foreign_text import shown_lines
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.key_place_text import key_place_text, prediction_key_text
from epa_gui.ui.base.problem_text import problem_words

translate = QCoreApplication.translate

_TO_DO_KINDS = frozenset(
    {
        ProblemKind.NAME_NOT_FOUND,
        ProblemKind.NOT_THE_SERVICE,
        ProblemKind.REDIRECTED,
        ProblemKind.TLS_FAILED,
        ProblemKind.PROXY_FAILED,
        ProblemKind.CERTIFICATES_MISSING,
        ProblemKind.ACCOUNT_DELETED,
        ProblemKind.MODEL_DELETED,
    }
)
"""Trouble a person can do something about now; with the rest it is said that nothing need be done."""


def refused_text(problem: Problem) -> str:
    """Why the service does not take a key, and where the right one is."""
    if problem.kind is ProblemKind.NO_SUCH_KEY:
        happened = translate("KeyTest", "The service does not know this key. Check that all of it was copied.")
        return f"{happened}\n{key_place_text()}\n{prediction_key_text()}"
    if problem.kind is ProblemKind.KEY_INACTIVE:
        happened = translate("KeyTest", "This key is wrong, or no longer active. Get a new one.")
        return f"{happened}\n{key_place_text()}\n{prediction_key_text()}"
    happened = translate("KeyTest", "This is not the key for retraining this model.")
    return f"{happened}\n{prediction_key_text()}\n{key_place_text()}"


def secret_key_text() -> str:
    """A secret key stands where an API key belongs."""
    text = translate(
        "KeyTest",
        "This is the account’s secret key, not the model’s API key. Enter it under “Issue a key with the secret key” "
        "below, or paste the model’s own key.",
    )
    return f"{text}\n{key_place_text()}"


def untested_text(problem: Problem) -> str:
    """Why nobody knows whether the service takes a key."""
    words = problem_words(problem)
    happened = sentences(translate("KeyTest", "The key could not be tested."), words.happened)
    said = shown_lines(problem.said) if problem.kind is ProblemKind.REFUSED else ""
    to_do = words.to_do if problem.kind in _TO_DO_KINDS else ""
    ends = translate("KeyTest", "Try again, or continue without testing: the key is then tested when it is first used.")
    return "\n".join(part for part in (happened, said, to_do, ends) if part)
