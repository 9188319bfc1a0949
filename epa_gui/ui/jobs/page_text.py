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
from epa_gui.core.way.standing import Standing, is_plain_word, is_waiting_word
from epa_gui.ui.base import formatting
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
            line = translate("JobPage", "Sending the training file")
            return StateWords("", line, sentence=translate("JobPage", "Keep EPA Desktop open until it has arrived."))
        case Standing.NOT_CHECKED | Standing.TRAINING:
            return _training(view, now)
        case Standing.FINISHED | Standing.LOOKED_AT:
            return _finished(view, now)
        case Standing.SWITCHING:
            return StateWords("in-progress", translate("JobPage", "Switching to this model"), sentence=view.live_text)
        case Standing.PERHAPS_LIVE:
            return StateWords("trouble", translate("JobPage", "Perhaps still live"), sentence=view.live_text)
        case Standing.LIVE if view.live is LiveState.NOT_ANSWERING:
            line = translate("JobPage", "This model is in service, but gives no predictions")
            return StateWords("attention", line, sentence=view.live_text)
        case Standing.LIVE:
            line = translate("JobPage", "This model answers all predictions")
            return StateWords("live", line, sentence=view.live_text)


def _training(view: JobPageView, now: float) -> StateWords:
    estimate, late = view.estimate, view.late(now)
    if view.is_stopped:
        return StateWords("unknown", _stopped_line(view))
    if late:
        return StateWords("trouble", late_words(view, now).happened)
    if estimate is None:
        return StateWords("in-progress", _going_line(view), sentence=_promise(view))
    if estimate.is_scaled:
        rests_on = QCoreApplication.translate(
            "JobPage", "An estimate from %n finished job(s) of this model, by their rows.", "", estimate.jobs
        )
    else:
        rests_on = QCoreApplication.translate(
            "JobPage", "An estimate from %n finished job(s) of this model.", "", estimate.jobs
        )
    left = estimate.ends_at - now
    line = translate("JobPage", "Should be done about now")
    if left > 0:
        line = fill(translate("JobPage", "About {0} left"), _whole_minutes(left))
    if view.job.status and is_waiting_word(view.job.status):
        line = fill(translate("JobPage", "{0}, waiting in the queue"), line)
    share = min(0.98, max(0.0, 1 - left / estimate.seconds)) if estimate.seconds > 0 else 0.0
    return StateWords("", line, " ".join(filter(None, (rests_on, _promise(view)))), share)


def _promise(view: JobPageView) -> str:
    """What this program does while a job is trained; nothing while checking has stopped."""
    if view.is_stopped:
        return ""
    if not view.notifies:
        return translate("JobPage", "Notifications are off: the list shows when it is done.")
    return translate("JobPage", "You will be notified when it is done.")


def _stopped_line(view: JobPageView) -> str:
    """How it stood when the service was asked last: what has come of it since nobody here knows."""
    if not view.job.status:
        return translate("JobPage", "How it stands is not known")
    if is_waiting_word(view.job.status):
        return translate("JobPage", "In the queue when last checked")
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


def _whole_minutes(seconds: float) -> str:
    """How long, in words where there is room for them."""
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return QCoreApplication.translate("JobPage", "%n minute(s)", "", minutes)
    return formatting.duration(minutes * 60)


def late_words(view: JobPageView, now: float) -> ProblemWords:
    """That a job takes far longer than usual, what that means, and what to do."""
    usual = formatting.duration(view.estimate.seconds) if view.estimate else ""
    return ProblemWords(
        formatting.late_text(view.late(now)),
        fill(
            translate(
                "JobPage",
                "Jobs like this one take about {0}. The service says nothing of a fault: it may be busy, or the job may"
                " be stuck. The live model is unchanged.",
            ),
            usual,
        ),
        translate("JobPage", "Check now.") + " " + usage_sentence(),
    )


def usage_sentence() -> str:
    """Where the service tells what is used up. A sentence: its console's address differs by account and region."""
    return translate(
        "JobPage",
        "The console's Usage page tells whether something is used up: the number of models, the data storage, or this"
        " month's training hours.",
    )


def failed_words(view: JobPageView) -> ProblemWords:
    """That a job has failed: the service's own sentence first, then why, as far as this program knows."""
    job = view.job
    words = problem_words(Problem(ProblemKind.JOB_FAILED))
    happened = words.happened
    if job.message:
        happened = fill(translate("JobPage", "The service stopped this retraining: “{0}”"), job.message)
    fault = change_sentence(job.upload.changes[0]) if job.upload and job.upload.changes else ""
    means = translate(
        "JobPage",
        "The live model is unchanged. EPA Desktop looks again once an hour for a day, in case this was not its end.",
    )
    if fault or _names_column(job.message):
        first = translate("JobPage", "Correct the column in the file, then send it again.")
        return ProblemWords(happened, " ".join(filter(None, (first, fault))), means)
    return ProblemWords(happened, means, usage_sentence())


def _names_column(message: str) -> bool:
    """Whether the service's own words say that a column of the file was the reason."""
    return re.search(r"\bcolumns?\b|列|カラム", message, re.IGNORECASE) is not None


def _finished(view: JobPageView, now: float) -> StateWords:
    job = view.job
    parts = []
    if view.is_kept and job.kept_at is not None:
        kept = translate("JobPage", "You kept the live model on {0}.")
        parts.append(fill(kept, formatting.dated_moment(job.kept_at, now)))
    if job.verdict is not None:
        parts.append(_figures(job.verdict))
        parts.append(numbers_and_doubt(job.verdict))
        # Of a job with another one live after it nothing is to be decided: a tick would invite back.
        icon = "looked-at" if view.live is LiveState.WAS_LIVE else VERDICT_ICONS[job.verdict.answer]
        return StateWords(icon, verdict_line(job.verdict, view), sentence=" ".join(filter(None, parts)))
    if not job.has_file:
        parts.append(no_file_text(job))
        return StateWords("finished", translate("JobPage", "Finished"), sentence=" ".join(parts))
    if job.opened_at is not None:
        parts.append(translate("JobPage", "Open the results again for the verdict."))
        return StateWords("looked-at", translate("JobPage", "Looked at"), sentence=" ".join(parts))
    if view.is_fetching:
        parts.append(translate("JobPage", "A moment: then it is known whether this model is better."))
        return StateWords("info", translate("JobPage", "Reading the results…"), sentence=" ".join(parts))
    parts.append(translate("JobPage", "The results tell whether this model is better than the previous one."))
    return StateWords("info", translate("JobPage", "Finished, not looked at"), sentence=" ".join(parts))


def no_file_text(job: Job) -> str:
    """That a finished job has no results yet, and what this program does about it."""
    if job.next_check_at == math.inf:
        return translate("JobPage", "The service has named no file.")
    return translate("JobPage", "The service has named no file yet; EPA Desktop goes on asking.")


def verdict_line(note: VerdictNote, view: JobPageView) -> str:
    """The answer in a line, with what it is compared to."""
    other = translate("JobPage", "the live model")
    if not view.is_against_live:
        other = translate("JobPage", "the previous model")
    better, worse = translate("JobPage", "Clearly better than {0}"), translate("JobPage", "Clearly worse than {0}")
    if note.is_just:
        better = translate("JobPage", "Better than {0}, but only just")
        worse = translate("JobPage", "Worse than {0}, but only just")
    line = {
        Answer.BETTER: better,
        Answer.WORSE: worse,
        Answer.NO_DIFFERENCE: translate("JobPage", "No clear difference from {0}"),
        Answer.CANNOT_TELL: translate("JobPage", "Cannot be told from these files"),
    }[note.answer]
    return fill(line, other)


def _figures(note: VerdictNote) -> str:
    """As “AUC 0.842 → 0.861.”, where the sentences after it do not hold these numbers."""
    if note.this is None or note.previous is None:
        return ""
    before, now = shown_figures(note)
    told = numbers_and_doubt(note)
    if before in told and now in told:
        return ""
    return fill(translate("JobPage", "{0} {1} → {2}."), carrier_name(note), before, now)


def act_text(act: Act) -> str:
    """What a button is called; empty for what is said in words instead."""
    return {
        Act.CANCEL_UPLOAD: translate("JobPage", "Cancel upload"),
        Act.CHECK_NOW: translate("JobPage", "Check now"),
        Act.LOOK: translate("JobPage", "Look at the results"),
        Act.SWITCH: translate("JobPage", "Switch model…"),
        Act.SWITCH_BACK: translate("JobPage", "Switch back…"),
        Act.SWITCH_BACK_TO_IT: translate("JobPage", "Switch back…"),
        Act.KEEP_LIVE: translate("JobPage", "Keep the live model"),
        Act.SEND_AGAIN: translate("JobPage", "Send again…"),
        Act.FIX_AND_SEND_AGAIN: translate("JobPage", "Fix and send again…"),
        Act.ENTER_KEY: translate("JobPage", "Enter the new key…"),
        Act.ISSUE_KEY: translate("JobPage", "Issue a new key"),
        Act.OPEN_USAGE: "",  # see `usage_sentence`
    }[act]
