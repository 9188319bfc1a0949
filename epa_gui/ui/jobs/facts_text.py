"""The facts at the foot of a job's page, in words; a fact without words is not shown."""

import math
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.job import Job, Stage, TroubleWith
from epa_gui.core.text.foreign_text import fill, isolated
from epa_gui.core.way.standing import Standing
from epa_gui.ui.base import formatting
from epa_gui.ui.base.keychain_text import keychain_wait_text
from epa_gui.ui.base.results_text import untested_word
from epa_gui.ui.jobs.job_page_view import JobPageView
from epa_gui.ui.jobs.job_text import verdict_tip
from epa_gui.ui.jobs.page_text import state_words

translate = QCoreApplication.translate


class Fact(Enum):
    """The facts: when the service answered last, those at the left and at the right, then those as wide as the page."""

    LAST_CHECKED = auto()
    RESULTS = auto()
    FILES = auto()
    RETRAINED_MODEL = auto()
    STATUS = auto()
    ID = auto()
    WAITING = auto()
    IN_SERVICE = auto()
    VERDICT = auto()
    NOTE = auto()
    MESSAGE = auto()


LEFT = (Fact.RESULTS, Fact.FILES, Fact.RETRAINED_MODEL)
RIGHT = (Fact.LAST_CHECKED, Fact.STATUS, Fact.ID)
WIDE = (Fact.WAITING, Fact.IN_SERVICE, Fact.VERDICT, Fact.NOTE, Fact.MESSAGE)


def fact_names() -> dict[Fact, str]:
    """What they are called."""
    return {
        Fact.LAST_CHECKED: translate("JobFacts", "Last checked"),
        Fact.RESULTS: translate("JobFacts", "Results"),
        Fact.FILES: translate("JobFacts", "Files"),
        Fact.RETRAINED_MODEL: translate("JobFacts", "Retrained model’s ID"),
        Fact.STATUS: translate("JobFacts", "Status"),
        Fact.ID: translate("JobFacts", "Job ID"),
        Fact.WAITING: translate("JobFacts", "Waiting"),
        Fact.IN_SERVICE: translate("JobFacts", "Live"),
        Fact.VERDICT: translate("JobFacts", "Verdict"),
        Fact.NOTE: translate("JobFacts", "Note"),
        Fact.MESSAGE: translate("JobFacts", "Message"),
    }


def fact_texts(view: JobPageView, now: float) -> Mapping[Fact, str]:
    """What each says of a job; empty for nothing."""
    job = view.job
    results = results_text(view, now)
    if not view.transfer and view.fetched:
        results = "\n".join(filter(None, (results, view.fetched)))
    words = state_words(view, now)
    in_state = words.sentence if words else ""
    verdict = verdict_tip(job)
    is_verdict_told = view.standing in {Standing.FINISHED, Standing.LOOKED_AT} and not view.is_past
    is_failure_told = view.trouble is not None and view.trouble.source is TroubleWith.JOB
    return {
        Fact.RESULTS: results,
        Fact.FILES: _files_text(job),
        Fact.RETRAINED_MODEL: _retrained_model(job, view.standing),
        Fact.STATUS: job.status,
        Fact.LAST_CHECKED: checked_text(view, now),
        Fact.ID: job.id,
        Fact.WAITING: view.waiting,
        Fact.IN_SERVICE: "\n".join(
            text for text in ("" if view.live_text == in_state else view.live_text, view.live_said) if text
        ),
        Fact.VERDICT: "" if is_verdict_told else verdict,
        Fact.NOTE: job.note,
        Fact.MESSAGE: "" if is_failure_told else job.message,
    }


def _retrained_model(job: Job, standing: Standing) -> str:
    """The service's number of what the job made; a job that failed made nothing."""
    is_made = job.service_model_id is not None and standing is not Standing.FAILED
    return str(job.service_model_id) if is_made else ""


def _files_text(job: Job) -> str:
    """The files a job was started with here, with how many rows were sent."""
    if job.upload is None:
        return ""
    names = [PurePath(path).name for path in (job.upload.training, job.upload.evaluation) if path]
    text = " + ".join(map(isolated, names))
    if not job.upload.rows:
        return text
    count = job.upload.rows
    rows = QCoreApplication.translate("JobFacts", "%Ln row(s)", "", count)
    return fill(translate("JobFacts", "{0} · {1}"), text, rows)


def results_text(view: JobPageView, now: float) -> str:
    """Where its results are, or why there are none; empty while there cannot be any."""
    job, transfer = view.job, view.transfer
    if transfer and transfer.is_upload:
        return ""
    if transfer:
        return fill(translate("JobFacts", "Saving to “{0}”…"), transfer.path)
    if job.saved:
        when = formatting.recent_moment(job.saved.at, now, is_exact=False)
        size = formatting.size(job.saved.size)
        text = fill(translate("JobFacts", "Saved {0} to {1} ({2})"), when, job.saved.path, size)
        if job.saved.untested:
            why = untested_word(job.saved.untested)
            text += "\n" + fill(translate("JobFacts", "Not all checksums in it were tested: {0}."), why)
        return text
    if job.stage is not Stage.FINISHED:
        return ""
    if job.has_file:
        name = job.results_name or translate("JobFacts", "a file without a name")
        return fill(translate("JobFacts", "Ready to save: {0}"), name)
    return translate("JobFacts", "None") if job.next_check_at == math.inf else translate("JobFacts", "None yet")


def checked_text(view: JobPageView, now: float) -> str:
    """When the service answered last, and when it is asked next: silence never looks like health."""
    job = view.job
    if job.is_uploading:
        return translate("JobFacts", "not yet; the first check follows the upload")
    then = formatting.recent_moment(job.checked_at, now) if job.checked_at else _never_checked(job)
    planned = _next_text(view, now)
    return fill(translate("JobFacts", "{0}, {1}"), then, planned) if planned else then


def _never_checked(job: Job) -> str:
    if job.next_check_at == math.inf:
        return translate("JobFacts", "never", "checked")
    return translate("JobFacts", "not yet")


def _next_text(view: JobPageView, now: float) -> str:
    job = view.job
    if view.is_checking:
        return translate("JobFacts", "checking…")
    if view.waiting and job.next_check_at <= now:
        return keychain_wait_text()
    if job.next_check_at == math.inf:
        is_stopped = job.stage is Stage.NEEDS_ATTENTION
        return translate("JobFacts", "checking has stopped") if is_stopped else ""
    if job.next_check_at <= now:
        return translate("JobFacts", "next check now")
    return fill(translate("JobFacts", "next check in {0}"), formatting.duration(math.ceil(job.next_check_at - now)))
