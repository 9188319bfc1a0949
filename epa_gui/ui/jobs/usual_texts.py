"""What usually stands in the columns of the list of jobs: for room to be made before it is there."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import FINISHED_STATUS, Stage
from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.common_text import stage_word
from epa_gui.ui.base.keychain_text import keychain_wait_text
from epa_gui.ui.base.switch_text import in_service_word
from epa_gui.ui.base.usual_texts import JOB_NAME, MODEL_NAME, recent_moments
from epa_gui.ui.base.verdict_text import short_headline
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.jobs.job_text import TransferState, transfer_text

translate = QCoreApplication.translate

_STATUSES = {
    Stage.IN_PROGRESS: ("job_queued", "data_checking", "evaluating"),
    Stage.FINISHED: ("job_finished",),
    Stage.FAILED: ("job_failed",),
    Stage.NEEDS_ATTENTION: ("data_checking",),
}
"""Words of the service. Longer ones are cut off, and stand whole in the tooltip and in the details."""


def job_texts() -> dict[JobColumn, list[str]]:
    """The longest of the job list's usual texts are among these."""
    before = [fill(translate("JobList", "before {0}"), when) for when in recent_moments()]
    jobs = QCoreApplication.translate("JobList", "%n job(s)", "", 28)
    about = [fill(translate("Format", "about {0}"), when) for when in recent_moments()]
    return {
        JobColumn.NAME: [JOB_NAME],
        JobColumn.MODEL: [MODEL_NAME],
        JobColumn.STATUS: list(_status_texts()),
        JobColumn.IN_SERVICE: [in_service_word(standing) for standing in LiveState],
        JobColumn.STARTED: [*before, translate("JobList", "unknown"), translate("JobList", "not yet")],
        JobColumn.ELAPSED: list(_spans()),
        JobColumn.ESTIMATE: [fill(translate("JobList", "{0} ({1})"), when, jobs) for when in about],
        JobColumn.LAST_CHECKED: [*recent_moments(), translate("JobList", "not yet")],
        JobColumn.NEXT_CHECK: [*recent_moments(), *_next_checks()],
        JobColumn.RESULTS: list(_results()),
        JobColumn.VERDICT: [short_headline(answer) for answer in Answer],
    }


def short_job_texts() -> dict[JobColumn, list[str]]:
    """Texts for which there should be room even where it is short, in the columns of which the texts can be long."""
    return {
        JobColumn.NAME: ["November"],
        JobColumn.MODEL: ["Sales forecast"],
        JobColumn.STATUS: [fill(translate("Stage", "{0} · {1}"), stage_word(Stage.FINISHED), FINISHED_STATUS)],
        JobColumn.STARTED: [*recent_moments(), fill(translate("JobList", "before {0}"), "20:58")],
        JobColumn.ELAPSED: [fill(translate("JobList", "over {0}"), formatting.duration(58 * 60.0))],
        JobColumn.ESTIMATE: [fill(translate("Format", "about {0}"), "20:58")],
        JobColumn.NEXT_CHECK: [*recent_moments(), *list(_next_checks())[1:]],
        JobColumn.RESULTS: list(_results())[1:],
        JobColumn.VERDICT: ["–"],
    }


def _status_texts() -> Iterator[str]:
    for stage, statuses in _STATUSES.items():
        for status in statuses:
            yield fill(translate("Stage", "{0} · {1}"), stage_word(stage), status)
    yield translate("Stage", "Uploading")
    yield translate("Stage", "Not sent")
    yield translate("Stage", "Not checked yet")


def _spans() -> Iterator[str]:
    for seconds in (58.0, 58 * 60.0, 20 * 3600 + 58 * 60.0, 28 * 86400 + 20 * 3600.0):
        yield fill(translate("JobList", "over {0}"), formatting.duration(seconds))
    yield translate("JobList", "unknown")


def _next_checks() -> Iterator[str]:
    yield keychain_wait_text()
    yield translate("JobList", "checking…")
    yield translate("JobList", "after sending")
    yield translate("JobList", "stopped")
    yield translate("JobList", "not needed")
    yield translate("JobList", "none")
    yield translate("JobList", "now")


def _results() -> Iterator[str]:
    yield keychain_wait_text()
    yield transfer_text(TransferState(None, 0))
    yield transfer_text(TransferState(1, 1, is_upload=True))
    yield transfer_text(TransferState(888 * 1024**2, 0))
    yield translate("JobList", "Not saved")
    yield translate("JobList", "Saved")
    yield translate("JobList", "Ready to save")
    yield translate("JobList", "No file yet")
