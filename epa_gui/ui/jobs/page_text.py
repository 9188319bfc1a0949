"""The words of a job's page: how it stands in a line and a soft sentence, and what its buttons are called."""

import math
import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.text.foreign_text import fill
from epa_gui.core.way.next_act import Act
from epa_gui.core.way.standing import Standing, is_plain_word, is_waiting_word, speaks_of_waiting
from epa_gui.ui.base import formatting
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.problem_text import ProblemWords, problem_words
from epa_gui.ui.base.verdict_text import VERDICT_ICONS, carrier_name, numbers_and_doubt, shown_figures
from epa_gui.ui.jobs.change_text import change_sentence
from epa_gui.ui.jobs.job_page_view import JobPageView

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StateWords:
    """How a job stands.

    Attributes:
        icon: The name of the picture beside it; empty for none.
        line: The one line that counts most.
        sentence: What it means or rests on, soft, below; may be empty.
        share: How much of the training is over, from 0 to 1; `None` where nobody knows.
    """

    icon: str
    line: str
    sentence: str = ""
    share: float | None = None


def state_words(view: JobPageView, now: float) -> StateWords | None:  # noqa: PLR0911  a list of what there is
    """How a job stands; `None` where the box about its trouble says all there is."""
    standing = view.standing
    match standing:
        case Standing.NOT_SENT | Standing.NOT_CONFIRMED:
            return None
        case Standing.FAILED:
            words = failed_words(view)
            return StateWords("failed", words.happened, sentence=words.means)
        case Standing.UPLOADING:
            line = translate("JobPage", "Uploading the training file…")
            return StateWords(
                "", line, sentence=translate("JobPage", "Keep EPA Desktop open until the upload is complete.")
            )
        case Standing.NOT_CHECKED | Standing.TRAINING:
            return _training(view, now)
        case Standing.FINISHED | Standing.LOOKED_AT:
            return _finished(view, now)
        case Standing.SWITCHING:
            return StateWords("in-progress", translate("JobPage", "Switching to this model…"), sentence=view.live_text)
        case Standing.PERHAPS_LIVE:
            return StateWords("trouble", translate("JobPage", "May still be live"), sentence=view.live_text)
        case Standing.LIVE:
            return _live(view)


def _live(view: JobPageView) -> StateWords:
    """As sure as it is: what the service does not say is not called a fact."""
    if view.live is LiveState.NOT_ANSWERING:
        line = translate("JobPage", "This model is live, but gives no predictions")
        return StateWords("attention", line, sentence=view.live_text)
    line = translate("JobPage", "Live, as far as this program knows")
    if view.is_live_said:
        line = translate("JobPage", "This model answers all predictions")
    return StateWords("live", line, sentence=view.live_text)


def _training(view: JobPageView, now: float) -> StateWords:
    estimate, late = view.estimate, view.late(now)
    if view.is_unseen or (view.is_unanswered and estimate is None):
        return StateWords("unknown", _last_seen_line(view))
    if late:
        return StateWords("trouble", late_words(view, now).happened)
    if estimate is None:
        return StateWords("in-progress", _going_line(view), sentence=_promise(view))
    jobs = estimate.jobs
    if estimate.is_scaled:
        rests_on = QCoreApplication.translate(
            "JobPage", "Estimated from %n finished job(s) of this model and their number of rows.", "", jobs
        )
    else:
        rests_on = QCoreApplication.translate("JobPage", "Estimated from %n finished job(s) of this model.", "", jobs)
    left = estimate.ends_at - now
    line = translate("JobPage", "Should be done about now")
    if left > 0:
        line = fill(translate("JobPage", "About {0} left"), formatting.duration(60 * max(1, round(left / 60))))
    if view.job.status and is_waiting_word(view.job.status):
        line = fill(translate("JobPage", "{0}, waiting in the queue"), line)
    share = min(0.98, max(0.0, 1 - left / estimate.seconds)) if estimate.seconds > 0 else 0.0
    return StateWords("", line, sentences(rests_on, _promise(view)), share)


def _promise(view: JobPageView) -> str:
    """What this program does while a job is trained; nothing while it cannot see how the job stands."""
    if view.is_unseen or view.is_unanswered:
        return ""
    if not view.notifies:
        return translate("JobPage", "Notifications are off. The list shows when it is done.")
    return translate("JobPage", "You will be notified when it is done.")


def _last_seen_line(view: JobPageView) -> str:
    """How it stood when the service was asked last: what has come of it since nobody here knows."""
    if not view.job.status:
        return translate("JobPage", "Status not known")
    if is_waiting_word(view.job.status):
        return translate("JobPage", "In the queue when last checked")
    if speaks_of_waiting(view.job.status):
        return translate("JobPage", "Waiting when last checked")
    return translate("JobPage", "In training when last checked")


def _going_line(view: JobPageView) -> str:
    status = view.job.status
    if not status:
        return translate("JobPage", "Not checked yet")
    if is_waiting_word(status):
        return translate("JobPage", "Waiting in the queue")
    if is_plain_word(status):
        return translate("JobPage", "Training")
    return fill(translate("JobPage", "The service says: “{0}”"), status)


def late_words(view: JobPageView, now: float) -> ProblemWords:
    """That a job takes far longer than usual, what that means, and what to do."""
    usual = formatting.duration(view.estimate.seconds) if view.estimate else ""
    return ProblemWords(
        formatting.late_text(view.late(now)),
        fill(
            translate(
                "JobPage",
                "Jobs like this one take about {0}. The service reports no problem. The live model is unchanged.",
            ),
            usual,
        ),
        usage_sentence(),
    )


def usage_sentence() -> str:
    """Where the service tells what is used up. A sentence: its console's address differs by account and region."""
    return translate(
        "JobPage",
        "On the console’s “Usage” page, see whether a limit is reached: models, data storage, or this month’s"
        " training time.",
    )


def failed_words(view: JobPageView) -> ProblemWords:
    """That a job has failed: the service's own sentence first, then why, as far as this program knows."""
    job = view.job
    words = problem_words(Problem(ProblemKind.JOB_FAILED))
    happened = words.happened
    if job.message:
        happened = fill(translate("JobPage", "This retraining ended without a new model: “{0}”"), job.message)
    fault = change_sentence(job.upload.changes[0]) if job.upload and job.upload.changes else ""
    means = translate(
        "JobPage",
        "The live model is unchanged. EPA Desktop checks the job once an hour for a day, in case it goes on.",
    )
    if fault or _names_column(job.message):
        to_do = translate("JobPage", "Fix the column in the file, then send the file again.")
        return ProblemWords(happened, sentences(fault, means), to_do)
    return ProblemWords(happened, means, usage_sentence())


def _names_column(message: str) -> bool:
    """Whether the service's own words say that a column of the file was the reason."""
    return re.search(r"\bcolumns?\b|列|カラム", message, re.IGNORECASE) is not None


def _finished(view: JobPageView, now: float) -> StateWords:
    job = view.job
    if view.is_past:
        told = view.live_text if view.live_since is not None else ""
        return StateWords("looked-at", translate("JobPage", "Was live before"), sentence=told)
    parts = []
    if view.is_kept and job.kept_at is not None:
        kept = translate("JobPage", "You kept the live model on {0}.")
        parts.append(fill(kept, formatting.dated_moment(job.kept_at, now)))
    if job.verdict is not None:
        parts.append(_figures(job.verdict))
        parts.append(numbers_and_doubt(job.verdict))
        return StateWords(
            VERDICT_ICONS[job.verdict.answer], verdict_line(job.verdict, view), sentence=sentences(*parts)
        )
    if not job.has_file:
        parts.append(no_file_text(job))
        return StateWords("info", translate("JobPage", "Finished, no results yet"), sentence=sentences(*parts))
    if job.opened_at is not None:
        parts.append(translate("JobPage", "Look at the results again for the verdict."))
        return StateWords("looked-at", translate("JobPage", "Looked at"), sentence=sentences(*parts))
    if view.is_fetching:
        parts.append(translate("JobPage", "The verdict follows, if the files allow one."))
        return StateWords("info", translate("JobPage", "Reading the results…"), sentence=sentences(*parts))
    parts.append(
        translate(
            "JobPage", "The results show whether this model is better than the previous one, if the files allow it."
        )
    )
    return StateWords("info", translate("JobPage", "Finished, not looked at"), sentence=sentences(*parts))


def no_file_text(job: Job) -> str:
    """That a finished job has no results yet, and what this program does about it."""
    if job.next_check_at == math.inf:
        return translate("JobPage", "The service offers no results for this job.")
    return translate("JobPage", "The service offers no results yet. EPA Desktop keeps checking.")


def verdict_line(note: VerdictNote, view: JobPageView) -> str:
    """The answer in a line, with what it is compared to."""
    match note.answer:
        case Answer.BETTER:
            lines = _just_better() if note.is_just else _clearly_better()
        case Answer.WORSE:
            lines = _just_worse() if note.is_just else _clearly_worse()
        case Answer.NO_DIFFERENCE:
            lines = (
                translate("JobPage", "No clear difference from the live model"),
                translate("JobPage", "No clear difference from the previous model"),
            )
        case Answer.CANNOT_TELL:
            return translate("JobPage", "Cannot be told from these files")
    against_live, against_previous = lines
    return against_live if view.is_against_live else against_previous


def _clearly_better() -> tuple[str, str]:
    return (
        translate("JobPage", "Clearly better than the live model"),
        translate("JobPage", "Clearly better than the previous model"),
    )


def _clearly_worse() -> tuple[str, str]:
    return (
        translate("JobPage", "Clearly worse than the live model"),
        translate("JobPage", "Clearly worse than the previous model"),
    )


def _just_better() -> tuple[str, str]:
    return (
        translate("JobPage", "Better than the live model, but only just"),
        translate("JobPage", "Better than the previous model, but only just"),
    )


def _just_worse() -> tuple[str, str]:
    return (
        translate("JobPage", "Worse than the live model, but only just"),
        translate("JobPage", "Worse than the previous model, but only just"),
    )


def _figures(note: VerdictNote) -> str:
    """As “AUC went from 0.842 to 0.861.”, where the sentences after it do not hold these numbers."""
    if note.this is None or note.previous is None:
        return ""
    before, now = shown_figures(note)
    told = numbers_and_doubt(note)
    if before in told and now in told:
        return ""
    return fill(translate("JobPage", "{0} went from {1} to {2}."), carrier_name(note), before, now)


def act_text(act: Act) -> str:
    """What a button is called; empty for what is said in words instead."""
    return {
        Act.CANCEL_UPLOAD: translate("JobPage", "Cancel upload"),
        Act.CHECK_NOW: translate("JobPage", "Check now"),
        Act.LOOK: translate("JobPage", "Look at the results"),
        Act.SWITCH: translate("JobPage", "Switch model…"),
        Act.SWITCH_BACK: translate("JobPage", "Switch back…"),
        Act.SWITCH_BACK_TO_IT: translate("JobPage", "Switch back to this job…"),
        Act.KEEP_LIVE: translate("JobPage", "Keep the live model"),
        Act.SEND_AGAIN: translate("JobPage", "Send again…"),
        Act.FIX_AND_SEND_AGAIN: translate("JobPage", "Fix and send again…"),
        Act.ENTER_KEY: translate("JobPage", "Enter the new key…"),
        Act.ISSUE_KEY: translate("JobPage", "Issue a new key"),
        Act.OPEN_USAGE: "",  # see `usage_sentence`
    }[act]
