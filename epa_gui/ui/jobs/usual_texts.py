"""What usually stands in the columns of the list of jobs: for room to be made before it is there."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import FINISHED_STATUS
from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.keychain_text import keychain_wait_text
from epa_gui.ui.base.switch_text import in_service_word
from epa_gui.ui.base.usual_texts import JOB_NAME, MODEL_NAME, recent_moments
from epa_gui.ui.base.verdict_text import short_headline
from epa_gui.ui.jobs.job_columns import JobColumn
from epa_gui.ui.jobs.job_text import TransferState, transfer_text
from epa_gui.ui.jobs.standing_text import usual_standing_texts

translate = QCoreApplication.translate

_STATUSES = ["job_finished", "data_checking", "evaluating"]
"""Words of the service. Longer ones are cut off, and stand whole in the tooltip and on the job's page."""


def job_texts() -> dict[JobColumn, list[str]]:
    """The longest of the job list's usual texts are among these."""
    before = [fill(translate("JobList", "before {0}"), when) for when in recent_moments()]
    about = [fill(translate("Format", "about {0}"), when) for when in recent_moments()]
    return {
        JobColumn.NAME: [JOB_NAME],
        JobColumn.MODEL: [MODEL_NAME],
        JobColumn.STANDING: usual_standing_texts(),
        JobColumn.STATUS: _STATUSES,
        JobColumn.IN_SERVICE: [in_service_word(standing) for standing in LiveState],
        JobColumn.STARTED: [*before, translate("JobList", "unknown"), translate("JobList", "not yet", "started")],
        JobColumn.ELAPSED: list(_spans()),
        JobColumn.FINISH: [*before, *about, translate("Format", "any moment now"), *_lateness()],
        JobColumn.LAST_CHECKED: [*recent_moments(), translate("JobList", "not yet", "checked")],
        JobColumn.NEXT_CHECK: [*recent_moments(), *_next_checks()],
        JobColumn.RESULTS: list(_results()),
        JobColumn.VERDICT: [short_headline(answer, is_just=just) for answer in Answer for just in (False, True)],
        JobColumn.NOTE: [JOB_NAME],
    }


def short_job_texts() -> dict[JobColumn, list[str]]:
    """Texts for which there should be room even where it is short, in the columns that can give way: times cannot."""
    return {
        JobColumn.NAME: ["November"],
        JobColumn.MODEL: ["Sales forecast"],
        JobColumn.STANDING: [translate("Standing", "Finished, not looked at")],
        JobColumn.STATUS: [FINISHED_STATUS],
        JobColumn.ELAPSED: [fill(translate("JobList", "over {0}"), formatting.duration(58 * 60.0))],
        JobColumn.NEXT_CHECK: [*recent_moments(), *list(_next_checks())[1:]],
        JobColumn.RESULTS: list(_results())[1:],
        JobColumn.NOTE: ["November"],
    }


def short_verdicts() -> list[str]:
    """Verdicts that can be told by their beginning and their icon."""
    return [short_headline(answer) for answer in (Answer.BETTER, Answer.WORSE)]


def _lateness() -> Iterator[str]:
    for seconds in (58 * 60.0, 28 * 3600.0, 28 * 86400.0):
        yield fill(translate("JobList", "{0} late"), formatting.rough_duration(seconds))


def _spans() -> Iterator[str]:
    for seconds in (58.0, 58 * 60.0, 20 * 3600 + 58 * 60.0, 28 * 86400 + 20 * 3600.0):
        yield fill(translate("JobList", "over {0}"), formatting.duration(seconds))
    yield translate("JobList", "unknown")


def _next_checks() -> Iterator[str]:
    yield keychain_wait_text()
    yield translate("JobList", "checking…")
    yield translate("JobList", "after the upload")
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
    yield translate("JobList", "No results yet")
