"""The words for the end of a model's API key: that it is near, or over, and what that means."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.key_life import KeyWarning
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.problem_text import ProblemWords, problem_words

translate = QCoreApplication.translate


def key_warning_words(model: Model, warning: KeyWarning, now: float) -> ProblemWords:
    """That a model's key ends soon, or has ended, and what that means for a job."""
    if warning is KeyWarning.ENDED:
        means = translate(
            "Key", "Until there is a new key, this job cannot be checked and its results cannot be saved."
        )
        return ProblemWords(key_expired_line(model, now), means, "")
    end = model.key_ends_at or 0.0
    near = formatting.relative_day(end, now, is_about=model.key_end_is_about)
    day = formatting.recent_day(end, now)
    happened = fill(translate("Key", "The model’s API key expires {0} ({1})."), near, day)
    means = translate("Key", "From then on, this job cannot be checked until there is a new key.")
    if warning is KeyWarning.ENDS_BEFORE_JOB:
        means = sentences(translate("Key", "A job is estimated to run longer."), means)
    return ProblemWords(happened, means, "")


def key_expired_line(model: Model, now: float) -> str:
    """That a model's key has ended by the time that is known of it: said as a guess where that is one."""
    text = translate("Key", "The model’s API key expired {0}.")
    if model.key_end_is_about:
        text = translate("Key", "The model’s API key probably expired {0}.")
    return fill(text, formatting.relative_day(model.key_ends_at or 0.0, now))


def key_over_words(expired: str) -> ProblemWords:
    """That checks of a model have stopped because its key is over.

    Args:
        expired: That it ended, as `key_expired_line` says it.
    """
    words = problem_words(Problem(ProblemKind.NO_SUCH_KEY))
    return ProblemWords(expired, words.means, words.to_do)


def key_warning_text(model: Model, warning: KeyWarning) -> str:
    """Why a model's key needs a person soon, what that means and what to do."""
    day = formatting.day(model.key_ends_at or 0.0)
    about = fill(translate("Key", "about {0}"), day) if model.key_end_is_about else day
    happened = {
        KeyWarning.ENDED: translate("Key", "The API key of “{0}” expired {1}."),
        KeyWarning.ENDS_BEFORE_JOB: translate(
            "Key", "The API key of “{0}” expires {1}. A job is estimated to run longer."
        ),
        KeyWarning.ENDS_SOON: translate("Key", "The API key of “{0}” expires {1}."),
    }[warning]
    means = translate(
        "Key", "With an expired key, the model’s jobs cannot be checked or started. Issue or enter a new key."
    )
    return sentences(fill(happened, model.name, about), means)
