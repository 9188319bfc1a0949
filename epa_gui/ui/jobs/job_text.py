"""What the list says of a job beyond its fields: tooltips, icons, how far a transfer is."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import Job, Trouble, TroubleWith
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.problem_text import ProblemWords, problem_words
from epa_gui.ui.base.switch_text import switch_problem_words
from epa_gui.ui.base.transfer_text import send_problem_words
from epa_gui.ui.base.verdict_text import answer_with_numbers

translate = QCoreApplication.translate

_FIRST_CHECK = 10.0
"""Seconds within which a job just added is checked for the first time."""


@dataclass(frozen=True, slots=True)
class TransferState:
    """How far a job's download or upload is, as the list shows it.

    Attributes:
        done: Bytes there; `None` while it waits.
        total: Bytes in all, or 0 if not known.
        is_upload: Which way it goes.
    """

    done: int | None
    total: int
    is_upload: bool = False


def had_ended_before(job: Job) -> bool:
    """Whether a job started elsewhere was over when it was added, so that nobody here knows how long it took."""
    return job.started_at is None and job.ended_at is not None and job.ended_at - job.added_at < _FIRST_CHECK


def trouble_words(trouble: Trouble) -> ProblemWords:
    """The three parts of a job's trouble: the same thing happened, but what it means depends on what it is with."""
    match trouble.source:
        case TroubleWith.SWITCH:
            return switch_problem_words(trouble.problem)
        case TroubleWith.SEND:
            return send_problem_words(trouble.problem)
        case TroubleWith.SAVE | TroubleWith.CHECK | TroubleWith.JOB:
            return problem_words(trouble.problem)


def standing_tip(job: Job, standing: str, trouble: Trouble | None) -> str:
    """What is wrong with a job, or where it stands; and what the service says of it, in its own words."""
    is_beside = trouble is not None and trouble.source is not TroubleWith.JOB
    first = trouble_words(trouble).sentence() if trouble is not None and is_beside else standing
    return "\n".join(part for part in (first, job.message, said_word(job)) if part)


def said_word(job: Job) -> str:
    """The service's own word for how the job stands; empty before it has said one."""
    return fill(translate("JobList", "The service says: {0}"), job.status) if job.status else ""


def in_service_tip(job: Job) -> str:
    """Why a switch to a job was not done, or is not confirmed; empty for nothing."""
    return switch_problem_words(job.switch_problem).sentence() if job.switch_problem else ""


def next_check_tip(job: Job) -> str:
    """What was wrong with the last check; empty for nothing."""
    return problem_words(job.problem).sentence() if job.problem else ""


def results_tip(job: Job) -> str:
    """Why the results were not saved, or where they are; empty for neither."""
    if job.save_problem:
        return problem_words(job.save_problem).sentence()
    return job.saved.path if job.saved else ""


def verdict_tip(job: Job) -> str:
    """The verdict with its numbers and its doubt; empty before the results were read."""
    return "" if job.verdict is None else answer_with_numbers(job.verdict)


def started_tip(job: Job) -> str:
    """Why it is not known when a job was started; empty where it is."""
    if job.started_at is not None:
        return ""
    return _upload_tip(job) or translate("JobList", "Started elsewhere. This is when it was added to the list.")


def elapsed_tip(job: Job) -> str:
    """Why it is not known how long a job has been going; empty where it is."""
    if job.started_at is not None:
        return ""
    if job.upload:
        return _upload_tip(job)
    if had_ended_before(job):
        return translate("JobList", "It had already ended when it was first checked.")
    return translate("JobList", "Counted from when it was added to the list, since it was started elsewhere.")


def _upload_tip(job: Job) -> str:
    if job.upload is None:
        return ""
    if job.status:
        return translate("JobList", "It is not known whether and when its training file arrived.")
    return translate("JobList", "It starts when the service has the whole training file.")


def transfer_text(transfer: TransferState) -> str:
    """How far a download or an upload is, in the room of a cell."""
    if transfer.done is None:
        return translate("JobList", "Waiting…")
    if transfer.is_upload and transfer.total:
        return fill(translate("JobList", "Uploading… {0}"), formatting.percent(transfer.done, transfer.total))
    return formatting.percent(transfer.done, transfer.total) if transfer.total else formatting.size(transfer.done)


def in_service_icon(standing: LiveState) -> str | None:
    """The name of the icon for what a job is to its model's prediction API, if it has one."""
    return {
        LiveState.LIVE: "live",
        LiveState.NOT_ANSWERING: "attention",
        LiveState.PERHAPS_LIVE: "trouble",
        LiveState.NOT_CONFIRMED: "attention",
        LiveState.SWITCHING: "in-progress",
    }.get(standing)
