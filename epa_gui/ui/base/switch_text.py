"""The words for what a job is to its model's prediction API, and for trouble with putting it there."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import LiveState, SwitchOutcome
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP, ProblemWords, fill, problem_words

translate = QCoreApplication.translate


def in_service_word(in_service: LiveState) -> str:
    """What a job is to its model's prediction API, in a word or two; empty for nothing."""
    return {
        LiveState.NO: "",
        LiveState.PERHAPS_WAS_LIVE: translate("LiveState", "May have been live"),
        LiveState.WAS_LIVE: translate("LiveState", "Was live"),
        LiveState.LIVE: translate("LiveState", "Live"),
        LiveState.NOT_ANSWERING: translate("LiveState", "Live, not running"),
        LiveState.PERHAPS_LIVE: translate("LiveState", "May still be live"),
        LiveState.NOT_CONFIRMED: translate("LiveState", "Switch not confirmed"),
        LiveState.SWITCHING: translate("LiveState", "Switching…"),
    }[in_service]


def switch_problem_words(problem: Problem, outcome: SwitchOutcome | None = None) -> ProblemWords:
    """The three parts of a problem with a switch: the same thing happened, but it means something else.

    Args:
        problem: What it is. If nobody knows whether the switch was done, its kind is `SWITCH_UNANSWERED`, whatever was
            behind that; with any other kind it was surely not done.
        outcome: How the switch ended, for a problem of which the kind does not say so yet.
    """
    words = problem_words(problem)
    if problem.kind in _OF_SWITCHES:
        return words
    if outcome is SwitchOutcome.NOT_CONFIRMED:
        unknown = problem_words(Problem(ProblemKind.SWITCH_UNANSWERED))
        return ProblemWords(words.happened, unknown.means, unknown.to_do)
    means, to_do = _SWITCHING.get(problem.kind, (_UNCHANGED, _AGAIN))
    return ProblemWords(words.happened, fill(means, problem), fill(to_do, problem) or words.to_do)


_OF_SWITCHES = frozenset(
    {
        ProblemKind.SWITCH_UNANSWERED,
        ProblemKind.SWITCH_NOT_RECORDED,
        ProblemKind.SWITCH_NOT_BEGUN,
        ProblemKind.SWITCH_API_FAILED,
        ProblemKind.SWITCH_API_STOPPED,
        ProblemKind.SWITCH_NOT_SEEN,
    }
)
_UNCHANGED = QT_TRANSLATE_NOOP("Problem", "The live model is unchanged.")
_NOTHING_SENT = QT_TRANSLATE_NOOP("Problem", "The live model is unchanged: nothing was sent.")
_AGAIN = QT_TRANSLATE_NOOP("Problem", "Try again. If this continues, contact your administrator.")
_NEW_KEY = QT_TRANSLATE_NOOP("Problem", "Enter a new key, then switch again. {key_place}")
_KEY_REFUSED = (_UNCHANGED, _NEW_KEY)
_ENTER_AGAIN = QT_TRANSLATE_NOOP("Problem", "Enter the model’s key again (“Model” menu), then switch again.")

_SWITCHING: dict[ProblemKind, tuple[str, str]] = {
    ProblemKind.NO_SUCH_KEY: _KEY_REFUSED,
    ProblemKind.KEY_INACTIVE: _KEY_REFUSED,
    ProblemKind.KEY_WRONG: _KEY_REFUSED,
    ProblemKind.KEY_MISSING: (_NOTHING_SENT, _NEW_KEY),
    ProblemKind.KEY_FOR_ANOTHER_ADDRESS: (_NOTHING_SENT, _NEW_KEY),
    ProblemKind.KEYCHAIN_LOCKED: (
        _NOTHING_SENT,
        QT_TRANSLATE_NOOP("Problem", "Switch again, and allow EPA Desktop to use the keychain."),
    ),
    ProblemKind.KEYCHAIN_ABSENT: (_NOTHING_SENT, _ENTER_AGAIN),
    ProblemKind.KEYCHAIN_TROUBLE: (_NOTHING_SENT, _ENTER_AGAIN),
    ProblemKind.JOB_NOT_FOUND: (
        QT_TRANSLATE_NOOP(
            "Problem",
            "The live model is unchanged. The job may have been deleted, or it belongs to another model’s key.",
        ),
        QT_TRANSLATE_NOOP("Problem", "Check the job again. If it is gone, switch to another finished job."),
    ),
    ProblemKind.JOB_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The live model is unchanged. A deleted job cannot be made live."),
        QT_TRANSLATE_NOOP("Problem", "Check the job again. If it is gone, switch to another finished job."),
    ),
    ProblemKind.PREDICTION_API_DELETED: (
        QT_TRANSLATE_NOOP(
            "Problem",
            "Nothing was switched. The model’s prediction API may have been deleted in the console."
            " If so, nobody gets predictions from it.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Check the model’s {api_tab} tab in the console. When its prediction API is back, switch again.",
        ),
    ),
    ProblemKind.JOB_NOT_FINISHED: (
        QT_TRANSLATE_NOOP("Problem", "The live model is unchanged. Only a finished job can be made live."),
        QT_TRANSLATE_NOOP("Problem", "Check the job again. When it shows “Finished”, switch again."),
    ),
    ProblemKind.ACCOUNT_DELETED: (_UNCHANGED, ""),
    ProblemKind.MODEL_DELETED: (_UNCHANGED, ""),
    ProblemKind.REFUSED: (
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Problem", "Read the service’s own words under “Details”, then switch again if they allow it."
        ),
    ),
    ProblemKind.TOO_MANY_REQUESTS: (
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Problem", "Switch again in a few minutes."),
    ),
    ProblemKind.REDIRECTED: (
        QT_TRANSLATE_NOOP(
            "Problem",
            "The live model is unchanged. The redirect was not followed, so that your key is sent only to the service.",
        ),
        QT_TRANSLATE_NOOP("Problem", "Sign in to your network in a web browser, then switch again."),
    ),
    ProblemKind.NAME_NOT_FOUND: (
        QT_TRANSLATE_NOOP("Problem", "The live model is unchanged. This computer is probably offline."),
        QT_TRANSLATE_NOOP("Problem", "Check the network connection, then switch again."),
    ),
    ProblemKind.CONNECTION_REFUSED: (
        _NOTHING_SENT,
        QT_TRANSLATE_NOOP(
            "Problem", "Switch again. If this continues, check the service address and your company’s firewall."
        ),
    ),
    ProblemKind.CONNECTION_LOST: (
        _NOTHING_SENT,
        QT_TRANSLATE_NOOP("Problem", "Check the network connection, then switch again."),
    ),
    ProblemKind.TIMED_OUT: (
        _NOTHING_SENT,
        QT_TRANSLATE_NOOP("Problem", "Check the network connection, then switch again."),
    ),
    ProblemKind.TLS_FAILED: (
        QT_TRANSLATE_NOOP(
            "Problem",
            "The live model is unchanged. A proxy that inspects connections may be in between, with a"
            " certificate this computer does not trust; or this computer’s clock is wrong.",
        ),
        "",
    ),
    ProblemKind.PROXY_FAILED: (_UNCHANGED, ""),
    ProblemKind.CERTIFICATES_MISSING: (_NOTHING_SENT, ""),
    ProblemKind.BAD_ADDRESS: (_NOTHING_SENT, ""),
    ProblemKind.UNEXPECTED: (_UNCHANGED, ""),
}
"""What a problem means, and what to do, where the service surely did not switch; no text for what is always said."""
