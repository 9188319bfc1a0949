"""The words for a check for updates: what there is, and what kept it from being known."""

from PySide6.QtCore import QCoreApplication, QDate, Qt

from epa_gui.core.jobs.problem import CONNECTION_KINDS, Problem, ProblemKind
from epa_gui.core.jobs.version import Release
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.formatting import short_date
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.problem_text import ProblemWords, problem_words

translate = QCoreApplication.translate

_SAID_ALIKE_EVERYWHERE = CONNECTION_KINDS | {
    ProblemKind.TLS_FAILED,
    ProblemKind.CERTIFICATES_MISSING,
    ProblemKind.UNEXPECTED,
}
"""Problems of the way there: what happened is the same, whatever was asked for."""

_MENDED_ALIKE_EVERYWHERE = frozenset(
    {ProblemKind.TLS_FAILED, ProblemKind.CERTIFICATES_MISSING, ProblemKind.PROXY_FAILED}
)


_NOT_BELIEVED = frozenset(
    {
        ProblemKind.DAMAGED_FILE,
        ProblemKind.RELEASE_EXPIRED,
        ProblemKind.CLOCKS_DIFFER,
        ProblemKind.FOREIGN_PAGE,
    }
)
"""The file came whole, or nearly; still it counts for nothing."""


def version_text(release: Release) -> str:
    """A release's version and day."""
    day = QDate.fromString(release.day, Qt.DateFormat.ISODate)
    return fill(translate("Update", "{0} ({1})"), release.version, short_date(day))


def update_problem_words(problem: Problem) -> ProblemWords:
    """The three parts of a problem with a check for updates."""
    where = problem.where or translate("Problem", "the server")
    means = translate("Update", "It is not known whether there is a newer version. Your version continues to work.")
    if problem.kind in _NOT_BELIEVED:
        means = sentences(translate("Update", "Nothing in it was used."), means)
    return ProblemWords(_happened(problem).replace("{where}", where), means, _to_do(problem))


def _happened(problem: Problem) -> str:
    if problem.kind in _SAID_ALIKE_EVERYWHERE:
        return problem_words(problem).happened
    said = {
        ProblemKind.BAD_ADDRESS: translate("Update", "The address for updates in this version cannot be used."),
        ProblemKind.REDIRECTED: translate("Update", "The answer was a redirect to {where}. It was not followed."),
        ProblemKind.NOT_THE_SERVICE: translate("Update", "A web page came from {where} instead of the release file."),
        ProblemKind.DAMAGED_FILE: translate(
            "Update", "The release file from {where} is damaged: its checksum does not match."
        ),
        ProblemKind.UNREADABLE_ANSWER: translate("Update", "The release file from {where} cannot be read."),
        ProblemKind.RELEASE_EXPIRED: translate(
            "Update", "The release file from {where} is out of date: it was not renewed in time."
        ),
        ProblemKind.CLOCKS_DIFFER: translate(
            "Update",
            "This computer and {where} have different dates, so the release file may be out of date.",
        ),
        ProblemKind.FOREIGN_PAGE: translate(
            "Update", "The release file from {where} names a download page that this version does not know."
        ),
        ProblemKind.ANSWER_TOO_LARGE: translate("Update", "The answer from {where} is too large for a release file."),
    }
    return said.get(problem.kind) or translate("Update", "The release file cannot be downloaded from {where}.")


def _to_do(problem: Problem) -> str:
    if problem.kind in _MENDED_ALIKE_EVERYWHERE:
        return problem_words(problem).to_do
    if problem.kind in CONNECTION_KINDS:
        return translate("Update", "Check the network connection, then check again.")
    sign_in = translate("Update", "Open a web browser and check whether the network asks you to sign in.")
    said = {
        ProblemKind.REDIRECTED: sign_in,
        ProblemKind.NOT_THE_SERVICE: sign_in,
        ProblemKind.RELEASE_EXPIRED: translate(
            "Update",
            "Check that this computer’s date is correct. If it is, check again later, or contact support.",
        ),
        ProblemKind.CLOCKS_DIFFER: translate("Update", "Set this computer’s date and time, then check again."),
        ProblemKind.FOREIGN_PAGE: translate("Update", "Do not download anything from there. Contact support."),
    }
    return said.get(problem.kind) or translate("Update", "Check again later. If this continues, contact support.")
