"""What a screen reader says of a job in the list: the row as a sentence, each cell, and what no cell tells."""

import math
from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.job import Stage, TroubleWith
from epa_gui.core.text.foreign_text import fill, isolated
from epa_gui.ui.base import formatting
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.joining import listed
from epa_gui.ui.base.keychain_text import keychain_wait_sentence
from epa_gui.ui.base.spoken_rows import cell_of, clear_cell
from epa_gui.ui.base.switch_text import in_service_word
from epa_gui.ui.jobs.job_cells import JobRow, text
from epa_gui.ui.jobs.job_columns import JobColumn, heading
from epa_gui.ui.jobs.job_text import said_word, trouble_words
from epa_gui.ui.jobs.standing_text import within_sentence

translate = QCoreApplication.translate

_CLEAR = frozenset(
    {JobColumn.NAME, JobColumn.STANDING, JobColumn.MODEL, JobColumn.VERDICT, JobColumn.IN_SERVICE, JobColumn.RESULTS}
)
"""What says by itself what it is; the rest are times, and other people's words."""


def spoken(row: JobRow, now: float) -> str:
    """The row as a screen reader says it, with when it is checked next.

    That changes by the second, and is told when the row is reached: it is no news of its cells.
    """
    return listed(sentence(row, now), _next_check_said(row, now))


def sentence(row: JobRow, now: float) -> str:
    """What a row says: where the job stands, what is wrong with it, what is waited for."""
    opening = _opening(row, within_sentence(text(row, JobColumn.STANDING, now)))
    return listed(opening, *_after_opening(row, now).values(), *_in_no_cell(row))


def cell_spoken(row: JobRow, column: JobColumn, now: float) -> str:
    """A cell as a screen reader says it: times and names need their column's heading."""
    said = text(row, column, now)
    return clear_cell(said) if column in _CLEAR else cell_of(heading(column), said)


def beyond(row: JobRow, told: Collection[JobColumn], now: float) -> str:
    """What a row says beside these cells: no more than that, and no less than the sentence.

    Args:
        row: The row.
        told: The columns whose cells are said.
        now: Seconds since the epoch (UTC).
    """
    parts = {
        JobColumn.NAME: isolated(text(row, JobColumn.NAME, now)),
        JobColumn.MODEL: isolated(text(row, JobColumn.MODEL, now)),
        JobColumn.STANDING: isolated(within_sentence(text(row, JobColumn.STANDING, now))),
        **_after_opening(row, now),
    }
    left = [part for column, part in parts.items() if column not in told]
    next_check = "" if JobColumn.NEXT_CHECK in told else _next_check_said(row, now)
    return listed(*left, *_in_no_cell(row), next_check)


def _after_opening(row: JobRow, now: float) -> dict[JobColumn, str]:
    """What the sentence says after which job it is and where it stands, by the column that tells it too."""
    live, results = in_service_word(row.live), text(row, JobColumn.RESULTS, now)
    told = text(row, JobColumn.STANDING, now).casefold()
    parts = {
        JobColumn.VERDICT: text(row, JobColumn.VERDICT, now),
        JobColumn.IN_SERVICE: "" if live.casefold() in told else live,
        JobColumn.RESULTS: "" if results.casefold() in told else results,
        JobColumn.STATUS: said_word(row.job),
    }
    return {column: isolated(within_sentence(part)) for column, part in parts.items() if part != "–"}


def _in_no_cell(row: JobRow) -> list[str]:
    """What no column tells."""
    parts = []
    trouble = row.trouble()
    if trouble is not None and trouble.source is not TroubleWith.JOB:  # that is where it stands
        parts.append(isolated(trouble_words(trouble).happened))
    if any(row.waits(column) for column in JobColumn):
        parts.append(isolated(keychain_wait_sentence()))
    return parts


def _opening(row: JobRow, standing: str) -> str:
    """Which job it is, and where it stands."""
    if not row.model_name:
        return listed(isolated(job_title(row.job)), isolated(standing))
    order = translate("JobList", "{0}, {1}, {2}", "job, model, where it stands")
    return fill(order, job_title(row.job), row.model_name, standing)


def _next_check_said(row: JobRow, now: float) -> str:
    """When a job that goes on is checked next, in words; empty where nothing is planned, or it is over."""
    job = row.job
    if job.stage is not Stage.IN_PROGRESS or job.is_uploading or row.waits(JobColumn.NEXT_CHECK):
        return ""
    if row.is_under_way:
        return translate("JobList", "being checked now")
    if job.next_check_at == math.inf:
        return ""
    seconds = math.ceil(job.next_check_at - now)
    if seconds <= 0:
        return translate("JobList", "next check now")
    if seconds < 60:
        return QCoreApplication.translate("JobList", "next check in %n second(s)", "", seconds)
    return fill(translate("JobList", "next check in {0}"), formatting.spoken_duration(seconds // 60 * 60))
