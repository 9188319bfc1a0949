"""The words for trouble with sending a file or issuing a key: the same thing happened, but it means something else."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.problem import KEY_KINDS, KEYCHAIN_KINDS, LASTING_KINDS, Problem, ProblemKind
from epa_gui.core.text.foreign_text import fill as filled
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.key_place_text import secret_key_place_text
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP, ProblemWords, fill, problem_words

translate = QCoreApplication.translate


def send_problem_words(problem: Problem) -> ProblemWords:
    """The three parts of a problem with sending a file: the same thing happened, but it means something else."""
    words = problem_words(problem)
    if problem.kind in _OWN_TO_SENDING:
        return words
    means, to_do = _SENDING.get(problem.kind, (_NOT_STARTED, _SEND_AGAIN))
    if problem.kind in KEY_KINDS:
        to_do = QT_TRANSLATE_NOOP("Problem", "Change the model’s key (“Model” menu), then send again.")
    elif problem.kind in KEYCHAIN_KINDS | LASTING_KINDS:
        to_do = ""
    return ProblemWords(words.happened, fill(means, problem), fill(to_do, problem) or words.to_do)


def secret_problem_words(problem: Problem) -> ProblemWords:
    """The three parts of a problem with issuing a key: what is said of keys is said of the secret key here."""
    if problem.kind is ProblemKind.KEY_MISSING:
        return ProblemWords(
            translate("Problem", "The secret key is not in this computer’s keychain."),
            translate("Problem", "It was deleted there, or saving it failed. The model’s own key is not affected."),
            translate("Problem", "Enter the secret key again."),
        )
    if problem.kind is ProblemKind.KEY_FOR_ANOTHER_ADDRESS:
        return ProblemWords(
            filled(
                translate("Problem", "The secret key in the keychain was not entered for this model’s address: {0}."),
                problem.where,
            ),
            translate("Problem", "The address has changed, or was not saved with the key, so the key was not sent."),
            translate("Problem", "If the address is correct, enter the secret key again."),
        )
    if problem.kind in KEY_KINDS:
        return ProblemWords(
            translate("Problem", "The service did not accept the secret key."),
            translate("Problem", "It is wrong, or no longer active. The model’s own key is not affected."),
            sentences(translate("Problem", "Copy the secret key again, and enter it."), secret_key_place_text()),
        )
    words = problem_words(problem)
    to_do = translate("Problem", "Issue the key again later, or paste one from the console.")
    is_about_model = problem.kind in {ProblemKind.MODEL_DELETED, ProblemKind.MODEL_ID_REQUIRED}
    if is_about_model:
        to_do = translate("Problem", "Compare the model ID with the one in the console.")
    return ProblemWords(words.happened, translate("Problem", "No key was issued."), to_do)


_NOT_STARTED = QT_TRANSLATE_NOOP("Problem", "The training file was not sent, so no retraining was started.")
_SEND_AGAIN = QT_TRANSLATE_NOOP("Problem", "Send it again. If this continues, contact your administrator.")

_SENDING: dict[ProblemKind, tuple[str, str]] = {
    ProblemKind.LINK_EXPIRED: (
        _NOT_STARTED,
        QT_TRANSLATE_NOOP(
            "Problem", "The upload link expired twice before the whole file was sent. Try a faster connection."
        ),
    ),
    ProblemKind.LINK_REFUSED: (
        _NOT_STARTED,
        QT_TRANSLATE_NOOP("Problem", "Send it again. If this continues, a proxy may be changing the request."),
    ),
    ProblemKind.FILE_GONE: (_NOT_STARTED, _SEND_AGAIN),
    ProblemKind.REDIRECTED: (
        QT_TRANSLATE_NOOP(
            "Problem", "The redirect was not followed, so that your data is sent only to the service’s storage."
        ),
        QT_TRANSLATE_NOOP("Problem", "Sign in to your network in a web browser, then send again."),
    ),
    ProblemKind.TOO_MANY_REQUESTS: (
        _NOT_STARTED,
        QT_TRANSLATE_NOOP("Problem", "Send it again in a few minutes."),
    ),
    ProblemKind.TLS_FAILED: (
        QT_TRANSLATE_NOOP(
            "Problem",
            "Nothing was sent. A proxy that inspects connections may be in between, with a certificate this computer"
            " does not trust; or this computer’s clock is wrong.",
        ),
        "",
    ),
    ProblemKind.DISK_TROUBLE: (
        _NOT_STARTED,
        QT_TRANSLATE_NOOP("Problem", "Check the disk, then send again."),
    ),
}
"""What a problem means, and what to do, where a file was to be sent."""

_OWN_TO_SENDING = frozenset(
    {
        ProblemKind.FILE_CHANGED,
        ProblemKind.FILE_NOT_READ,
        ProblemKind.FILE_TOO_LARGE,
        ProblemKind.NO_ROOM_TO_PREPARE,
        ProblemKind.SEND_INTERRUPTED,
        ProblemKind.SEND_UNANSWERED,
        ProblemKind.UNEXPECTED,
    }
)
"""What these mean is the same wherever they arise."""
