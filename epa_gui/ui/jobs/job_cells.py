"""What each cell of the job list says: its text, its tooltip, what it sorts by, its icon, and the row's sentence."""

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.estimate import Estimate, lateness
from epa_gui.core.jobs.job import Job, Stage, Trouble, first_trouble
from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.core.text.foreign_text import fill
from epa_gui.core.way.needs import Need
from epa_gui.core.way.standing import Standing, standing_of
from epa_gui.ui.base import formatting
from epa_gui.ui.base.job_title import job_title, title_sort_key
from epa_gui.ui.base.keychain_text import keychain_wait_sentence, keychain_wait_text
from epa_gui.ui.base.switch_text import in_service_word
from epa_gui.ui.base.verdict_text import VERDICT_ICONS, short_headline
from epa_gui.ui.jobs.job_columns import JobColumn
from epa_gui.ui.jobs.job_text import (
    TransferState,
    elapsed_tip,
    had_ended_before,
    in_service_icon,
    in_service_tip,
    next_check_tip,
    results_tip,
    standing_tip,
    started_tip,
    transfer_text,
    verdict_tip,
)
from epa_gui.ui.jobs.standing_text import Place, is_unread, standing_icon, standing_text

translate = QCoreApplication.translate


class JobRow(NamedTuple):
    """A job, and what the list was told of it besides.

    Attributes:
        job: The job as it stands.
        model_name: What its model is called.
        estimate: When it will be done; `None` where nothing can be said.
        live: What it is to its model's prediction API.
        need: What it needs a person for.
        late: So many seconds longer than usual it has been going; 0 while that may well be chance.
        transfer: How far its download or upload is; `None` when there is none.
        is_under_way: Whether the service is being asked about it right now.
        is_key_awaited: Whether its model's key is waited for, so that nothing that needs it goes on.
        is_check_awaited: Whether it would be asked about now, but for that.
        is_key_over: Whether its model's key has ended, by the time that is known of it.
    """

    job: Job
    model_name: str = ""
    estimate: Estimate | None = None
    live: LiveState = LiveState.NO
    need: Need | None = None
    late: float = 0.0
    transfer: TransferState | None = None
    is_under_way: bool = False
    is_key_awaited: bool = False
    is_check_awaited: bool = False
    is_key_over: bool = False

    def trouble(self) -> Trouble | None:
        """What is told to be wrong with the job."""
        return first_trouble(self.job, is_switching=self.live is LiveState.SWITCHING)

    def place(self) -> Place:
        """What there is to say of where it stands."""
        share, transfer = "", self.transfer
        if transfer is not None and transfer.done is not None and transfer.total:
            share = formatting.percent(transfer.done, transfer.total)
        is_saving = transfer is not None and not transfer.is_upload
        return Place(self.job, self.live, self.need, self.late, share, self.is_key_over, is_saving)

    def waits(self, column: JobColumn) -> bool:
        """Whether what the cell tells of waits for the keychain."""
        if not self.is_key_awaited:
            return False
        match column:
            case JobColumn.NEXT_CHECK:
                return self.is_check_awaited
            case JobColumn.RESULTS:
                return self.transfer is not None and self.transfer.done is None and not self.transfer.is_upload
            case JobColumn.IN_SERVICE:
                return self.live is LiveState.SWITCHING
        return False


def text(row: JobRow, column: JobColumn, now: float) -> str:
    """What stands in a cell."""
    return _TEXTS[column](row, now)


def sort_key(row: JobRow, column: JobColumn, now: float) -> float | str:
    """What a column is sorted by: a number or a case-folded text."""
    return _SORT_KEYS[column](row, now)


def icon_name(row: JobRow, column: JobColumn) -> str | None:
    """The name of a cell's icon, if it has one."""
    if column is JobColumn.STANDING:
        return standing_icon(row.place())
    if column is JobColumn.VERDICT:
        return VERDICT_ICONS[row.job.verdict.answer] if row.job.verdict else None
    return in_service_icon(row.live) if column is JobColumn.IN_SERVICE else None


def stands_out(row: JobRow, column: JobColumn) -> bool:
    """Whether a cell's text is bold: as mail that nobody has read."""
    return column in {JobColumn.NAME, JobColumn.STANDING} and is_unread(row.place())


def progress(row: JobRow, column: JobColumn) -> int | None:
    """In the results column: 0 to 1000 while a transfer runs, -1 while it waits, else `None`."""
    transfer = row.transfer
    if column is not JobColumn.RESULTS or transfer is None:
        return None
    if transfer.done is None or not transfer.total:
        return -1
    return min(1000, transfer.done * 1000 // transfer.total)


def tool_tip(row: JobRow, column: JobColumn, now: float) -> str:
    """What is said when the pointer rests on a cell: more than it has room for, or else all of it."""
    if row.waits(column):
        return formatting.plain_tip(keychain_wait_sentence())
    more = _TIPS.get(column)
    return formatting.plain_tip((more(row, now) if more else "") or text(row, column, now))


def elapsed_text(row: JobRow, now: float) -> str:
    """How long a job has been going, or took."""
    job = row.job
    if job.upload and job.started_at is None:
        return "–"
    if had_ended_before(job):
        return translate("JobList", "unknown")
    span = formatting.duration(_elapsed_seconds(row, now))
    return fill(translate("JobList", "over {0}"), span) if job.started_at is None else span


def _standing(row: JobRow, _now: float) -> str:
    return standing_text(row.place())


def _standing_rank(row: JobRow, now: float) -> str:
    """In the order of the way; what needs a person comes first among those that stand at the same place."""
    standing = standing_of(row.job, row.live)
    return f"{list(Standing).index(standing):02} {row.need is None:d} {_standing(row, now).casefold()}"


def _in_service(row: JobRow, _now: float) -> str:
    return in_service_word(row.live) or "–"


def _started(row: JobRow, now: float) -> str:
    job = row.job
    if _waits_to_start(job):
        return translate("JobList", "not yet", "started")
    if job.upload and job.started_at is None:
        return translate("JobList", "unknown")
    then = job.added_at if job.started_at is None else job.started_at
    moment = formatting.recent_moment(then, now, is_exact=False)
    return fill(translate("JobList", "before {0}"), moment) if job.started_at is None else moment


def _started_rank(row: JobRow, now: float) -> float:
    """As it is shown: what has not started yet comes after all that has."""
    del now
    return math.inf if _waits_to_start(row.job) else row.job.started_at or row.job.added_at


def _waits_to_start(job: Job) -> bool:
    return job.upload is not None and job.started_at is None and not job.status


def _elapsed_seconds(row: JobRow, now: float) -> float:
    return max(0.0, (row.job.ended_at or now) - (row.job.started_at or row.job.added_at))


def finish_text(row: JobRow, now: float) -> str:
    """When a job ended or will be done; empty where nothing can be said."""
    ended = row.job.ended_at
    if ended is not None:
        moment = formatting.recent_moment(ended, now, is_exact=False)
        return fill(translate("JobList", "before {0}"), moment) if had_ended_before(row.job) else moment
    if row.estimate is None:
        return ""
    late = lateness(row.estimate, now)
    if late:
        return fill(translate("JobList", "{0} late"), formatting.rough_duration(formatting.lateness_told(late)))
    return formatting.about_when(row.estimate, now)


def _finish_tip(row: JobRow, now: float) -> str:
    ended = row.job.ended_at
    if ended is not None:
        return formatting.full_moment(ended)
    return formatting.estimate_text(row.estimate, now) if row.estimate else ""


def _finish_rank(row: JobRow, _now: float) -> float:
    ended = row.job.ended_at
    if ended is not None:
        return ended
    return row.estimate.ends_at if row.estimate else math.inf


def _last_checked(row: JobRow, now: float) -> str:
    then = row.job.checked_at
    return formatting.recent_moment(then, now) if then else translate("JobList", "not yet", "checked")


def _next_check(row: JobRow, now: float) -> str:
    if row.waits(JobColumn.NEXT_CHECK):
        return keychain_wait_text()
    if row.is_under_way:
        return translate("JobList", "checking…")
    return translate("JobList", "after the upload") if row.job.is_uploading else _planned_check(row.job, now)


def _planned_check(job: Job, now: float) -> str:
    if job.next_check_at == math.inf:
        if job.stage is Stage.NEEDS_ATTENTION:
            return translate("JobList", "stopped")
        return translate("JobList", "not needed") if job.stage is Stage.FINISHED else translate("JobList", "none")
    if job.next_check_at <= now:
        return translate("JobList", "now")
    return formatting.recent_moment(job.next_check_at, now)


def _results(row: JobRow, _now: float) -> str:
    job = row.job
    if row.waits(JobColumn.RESULTS):
        return keychain_wait_text()
    if row.transfer:
        return transfer_text(row.transfer)
    if job.save_problem:
        return translate("JobList", "Not saved")
    if job.saved:
        return translate("JobList", "Saved")
    if job.stage is Stage.FINISHED:
        return translate("JobList", "Ready to save") if job.has_file else translate("JobList", "No results yet")
    return "–"


def _results_rank(row: JobRow, _now: float) -> float:
    if row.transfer is not None:
        return 0.0
    job = row.job
    order = [bool(job.save_problem), bool(job.saved), job.can_save, job.stage is Stage.FINISHED]
    return 1.0 + next((number for number, applies in enumerate(order) if applies), len(order))


def _verdict(row: JobRow, _now: float) -> str:
    note = row.job.verdict
    return short_headline(note.answer, is_just=note.is_just) if note else ""


def _verdict_rank(row: JobRow, _now: float) -> float:
    order = [Answer.BETTER, Answer.NO_DIFFERENCE, Answer.WORSE, Answer.CANNOT_TELL]
    return float(order.index(row.job.verdict.answer) if row.job.verdict else len(order))


_TEXTS: Mapping[JobColumn, Callable[[JobRow, float], str]] = {
    JobColumn.NAME: lambda row, _: job_title(row.job),
    JobColumn.MODEL: lambda row, _: row.model_name,
    JobColumn.STANDING: _standing,
    JobColumn.STATUS: lambda row, _: row.job.status or "–",
    JobColumn.IN_SERVICE: _in_service,
    JobColumn.STARTED: _started,
    JobColumn.ELAPSED: elapsed_text,
    JobColumn.FINISH: finish_text,
    JobColumn.LAST_CHECKED: _last_checked,
    JobColumn.NEXT_CHECK: _next_check,
    JobColumn.RESULTS: _results,
    JobColumn.VERDICT: _verdict,
    JobColumn.NOTE: lambda row, _: " ".join(row.job.note.split()),
}

_SORT_KEYS: Mapping[JobColumn, Callable[[JobRow, float], float | str]] = {
    JobColumn.NAME: lambda row, _: title_sort_key(row.job),
    JobColumn.MODEL: lambda row, _: row.model_name.casefold(),
    JobColumn.STANDING: _standing_rank,
    JobColumn.STATUS: lambda row, _: row.job.status.casefold(),
    JobColumn.IN_SERVICE: lambda row, _: -list(LiveState).index(row.live),
    JobColumn.STARTED: _started_rank,
    JobColumn.ELAPSED: _elapsed_seconds,
    JobColumn.FINISH: _finish_rank,
    JobColumn.LAST_CHECKED: lambda row, _: row.job.checked_at or 0.0,
    JobColumn.NEXT_CHECK: lambda row, _: row.job.next_check_at,
    JobColumn.RESULTS: _results_rank,
    JobColumn.VERDICT: _verdict_rank,
    JobColumn.NOTE: lambda row, _: row.job.note.casefold(),
}

_TIPS: Mapping[JobColumn, Callable[[JobRow, float], str]] = {
    JobColumn.NAME: lambda row, _: f"{job_title(row.job)}\n{row.job.id}",
    JobColumn.STANDING: lambda row, now: standing_tip(row.job, _standing(row, now), row.trouble()),
    JobColumn.STATUS: lambda row, _: row.job.message,
    JobColumn.IN_SERVICE: lambda row, _: "" if row.live is LiveState.SWITCHING else in_service_tip(row.job),
    JobColumn.STARTED: lambda row, _: started_tip(row.job),
    JobColumn.ELAPSED: lambda row, _: elapsed_tip(row.job),
    JobColumn.FINISH: _finish_tip,
    JobColumn.NEXT_CHECK: lambda row, _: next_check_tip(row.job),
    JobColumn.RESULTS: lambda row, _: "" if row.transfer else results_tip(row.job),
    JobColumn.VERDICT: lambda row, _: verdict_tip(row.job),
    JobColumn.NOTE: lambda row, _: row.job.note,
}
