"""The job list: one row a job, found by its identity."""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Slot

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.core.text.foreign_text import fill, isolated, shown
from epa_gui.ui.base import common_text, formatting
from epa_gui.ui.base.keychain_text import keychain_wait_sentence, keychain_wait_text
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.switch_text import in_service_word
from epa_gui.ui.jobs.job_text import (
    TransferState,
    elapsed_tip,
    had_ended_before,
    in_service_icon,
    in_service_tip,
    started_tip,
    status_icon,
    status_tip,
    transfer_text,
)

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex


class JobColumn(IntEnum):
    """The columns, in their first order."""

    NAME = 0
    MODEL = auto()
    STATUS = auto()
    IN_SERVICE = auto()
    STARTED = auto()
    ELAPSED = auto()
    ESTIMATE = auto()
    LAST_CHECKED = auto()
    NEXT_CHECK = auto()
    RESULTS = auto()


SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""A number or a case-folded string, for the proxy: dates would be sorted wrongly."""
JOB_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `Job` itself."""
ICON_ROLE = Qt.ItemDataRole.UserRole + 3
"""In the columns of the status and of what is live: the name of an icon, or `None`."""
PROGRESS_ROLE = Qt.ItemDataRole.UserRole + 4
"""In the results column: 0 to 1000 while a download runs, -1 while it waits, else `None`."""

_NEVER = float("inf")


class JobListModel(QAbstractTableModel):
    """Shows `Job` snapshots; knows nothing of where they come from."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._jobs: list[Job] = []
        self._rows: dict[JobKey, int] = {}
        self._model_names: Mapping[str, str] = {}
        self._under_way: set[JobKey] = set()
        self._transfers: dict[JobKey, TransferState] = {}
        self._shown_elapsed: dict[JobKey, str] = {}
        self.estimate_of: Callable[[Job], Estimate | None] = lambda _job: None
        self.live_state_of: Callable[[Job], LiveState] = lambda _job: LiveState.NO
        self.waits_for_key: Callable[[str], bool] = lambda _model: False
        self.is_check_requested: Callable[[Job], bool] = lambda _job: False
        self._text: dict[JobColumn, Callable[[Job], str]] = {
            JobColumn.NAME: lambda job: job.title,
            JobColumn.MODEL: self._model_name,
            JobColumn.STATUS: common_text.status_text,
            JobColumn.IN_SERVICE: self._in_service,
            JobColumn.STARTED: self._started,
            JobColumn.ELAPSED: self._elapsed,
            JobColumn.ESTIMATE: self._estimate,
            JobColumn.LAST_CHECKED: self._last_checked,
            JobColumn.NEXT_CHECK: self._next_check,
            JobColumn.RESULTS: self._results,
        }
        self._sort_key: dict[JobColumn, Callable[[Job], float | str]] = {
            JobColumn.NAME: lambda job: job.title.casefold(),
            JobColumn.MODEL: lambda job: self._model_name(job).casefold(),
            JobColumn.STATUS: lambda job: f"{list(Stage).index(job.stage)} {job.status.casefold()}",
            JobColumn.IN_SERVICE: lambda job: -list(LiveState).index(self.live_state_of(job)),
            JobColumn.STARTED: lambda job: job.started_at or job.added_at,
            JobColumn.ELAPSED: self._elapsed_seconds,
            JobColumn.ESTIMATE: self._estimate_end,
            JobColumn.LAST_CHECKED: lambda job: job.checked_at or 0.0,
            JobColumn.NEXT_CHECK: lambda job: job.next_check_at,
            JobColumn.RESULTS: self._results_rank,
        }

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many jobs there are."""
        return 0 if parent.isValid() else len(self._jobs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(JobColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return heading(JobColumn(section))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, by role."""
        if not index.isValid():
            return None
        job, column = self._jobs[index.row()], JobColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(self._text[column](job))
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(job, column)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._sentence(job)  # in each cell: the arrow keys go down any column
            case _:
                return self._other_data(job, column, role)

    def _other_data(self, job: Job, column: JobColumn, role: int) -> Any:
        if role == SORT_ROLE:
            return self._sort_key[column](job)
        if role == JOB_ROLE:
            return job
        if role == ICON_ROLE:
            return self._icon(job, column)
        if role == PROGRESS_ROLE and column is JobColumn.RESULTS:
            return self._progress(job)
        return None

    def _icon(self, job: Job, column: JobColumn) -> str | None:
        if column is JobColumn.STATUS:
            return status_icon(job)
        return in_service_icon(self.live_state_of(job)) if column is JobColumn.IN_SERVICE else None

    # What the controllers tell

    @Slot(object)
    def add(self, jobs: Iterable[Job]) -> None:
        """Add jobs at the end."""
        added = list(jobs)
        if not added:
            return
        first = len(self._jobs)
        self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
        self._jobs += added
        self._rows |= {job.key: first + number for number, job in enumerate(added)}
        self.endInsertRows()

    @Slot(object)
    def remove(self, keys: Iterable[JobKey]) -> None:
        """Take jobs out."""
        rows = sorted((self._rows[key] for key in keys if key in self._rows), reverse=True)
        while rows:
            last = first = rows.pop(0)
            while rows and rows[0] == first - 1:
                first = rows.pop(0)
            self.beginRemoveRows(QModelIndex(), first, last)
            for job in self._jobs[first : last + 1]:
                self._transfers.pop(job.key, None)
            del self._jobs[first : last + 1]
            self._rows = {job.key: number for number, job in enumerate(self._jobs)}
            self.endRemoveRows()

    @Slot(object, object)
    def change(self, _before: Job, job: Job) -> None:
        """Show a job's new state."""
        row = self._rows.get(job.key)
        if row is not None:
            self._jobs[row] = job
            self._repaint(row, JobColumn.NAME, JobColumn.RESULTS)

    def set_model_names(self, names: Mapping[str, str]) -> None:
        """What the models are called."""
        self._model_names = names
        if self._jobs:
            self.dataChanged.emit(self.index(0, JobColumn.MODEL), self.index(len(self._jobs) - 1, JobColumn.MODEL))

    def refresh_live_states(self, model: str) -> None:
        """Show anew what this model's jobs are to its prediction API."""
        for row, job in enumerate(self._jobs):
            if job.model == model:
                self._repaint(row, JobColumn.NAME, JobColumn.IN_SERVICE)

    def set_under_way(self, key: JobKey, *, is_under_way: bool) -> None:
        """Whether the job is being asked about right now."""
        (self._under_way.add if is_under_way else self._under_way.discard)(key)
        row = self._rows.get(key)
        if row is not None:
            self._repaint(row, JobColumn.NEXT_CHECK, JobColumn.NEXT_CHECK)

    def show_waiting(self) -> None:
        """Show anew what waits for the keychain, see `waits_for_key`."""
        if self._jobs:
            self.dataChanged.emit(self.index(0, JobColumn.NAME), self.index(len(self._jobs) - 1, JobColumn.RESULTS))

    def set_transfer(self, key: JobKey, state: TransferState | None) -> None:
        """How far the job's download is; `None` when there is none."""
        if state is None:
            self._transfers.pop(key, None)
        else:
            self._transfers[key] = state
        row = self._rows.get(key)
        if row is not None:
            self._repaint(row, JobColumn.RESULTS, JobColumn.RESULTS)

    def refresh_elapsed(self, rows: Iterable[int]) -> None:
        """Show how long these jobs have been going by now; only what reads differently is painted again."""
        for row in rows:
            job = self._jobs[row]
            text = self._elapsed(job)
            if job.ended_at is None and self._shown_elapsed.get(job.key) != text:
                self._shown_elapsed[job.key] = text
                self._repaint(row, JobColumn.ELAPSED, JobColumn.ELAPSED)

    def row_of(self, key: JobKey) -> int:
        """The job's row now, or -1."""
        return self._rows.get(key, -1)

    def _repaint(self, row: int, first: JobColumn, last: JobColumn) -> None:
        self.dataChanged.emit(self.index(row, first), self.index(row, last))

    # Texts

    def _model_name(self, job: Job) -> str:
        return self._model_names.get(job.model, "")

    def _in_service(self, job: Job) -> str:
        return in_service_word(self.live_state_of(job)) or "–"

    def _started(self, job: Job) -> str:
        if job.upload and job.started_at is None:
            return translate("JobList", "unknown") if job.status else translate("JobList", "not yet")
        then = job.added_at if job.started_at is None else job.started_at
        text = formatting.recent_moment(then, self._clock(), is_exact=False)
        return fill(translate("JobList", "before {0}"), text) if job.started_at is None else text

    def _elapsed_seconds(self, job: Job) -> float:
        return max(0.0, (job.ended_at or self._clock()) - (job.started_at or job.added_at))

    def _elapsed(self, job: Job) -> str:
        if job.upload and job.started_at is None:
            return "–"
        if had_ended_before(job):
            return translate("JobList", "unknown")
        span = formatting.duration(self._elapsed_seconds(job))
        if job.started_at is None:
            return fill(translate("JobList", "over {0}"), span)
        return span

    def _estimate(self, job: Job) -> str:
        known = self.estimate_of(job)
        if known is None:
            return "–"
        jobs = QCoreApplication.translate("JobList", "%n job(s)", "", known.jobs)
        return fill(translate("JobList", "{0} ({1})"), formatting.about_when(known, self._clock()), jobs)

    def _estimate_tip(self, job: Job) -> str:
        known = self.estimate_of(job)
        return formatting.estimate_text(known, self._clock()) if known else ""

    def _estimate_end(self, job: Job) -> float:
        known = self.estimate_of(job)
        return known.ends_at if known else _NEVER

    def _last_checked(self, job: Job) -> str:
        return (
            formatting.recent_moment(job.checked_at, self._clock())
            if job.checked_at
            else translate("JobList", "not yet")
        )

    def _next_check(self, job: Job) -> str:
        if self._waits_with_check(job):
            return keychain_wait_text()
        if job.key in self._under_way:
            return translate("JobList", "checking…")
        return translate("JobList", "after sending") if job.is_uploading else self._planned_check(job)

    def _planned_check(self, job: Job) -> str:
        if job.next_check_at == _NEVER:
            if job.stage is Stage.NEEDS_ATTENTION:
                return translate("JobList", "stopped")
            return translate("JobList", "not needed") if job.stage is Stage.FINISHED else translate("JobList", "none")
        if job.next_check_at <= self._clock():
            return translate("JobList", "now")
        return formatting.recent_moment(job.next_check_at, self._clock())

    def _waits_with_check(self, job: Job) -> bool:
        """Whether it would be asked about now, but for the keychain."""
        return self.is_check_requested(job) and job.key not in self._under_way and self.waits_for_key(job.model)

    def _waits_with_transfer(self, job: Job) -> bool:
        """Whether its results would be fetched now, but for the keychain."""
        transfer = self._transfers.get(job.key)
        is_held_up = transfer is not None and transfer.done is None and not transfer.is_upload
        return is_held_up and self.waits_for_key(job.model)

    def _waits_with_switch(self, job: Job) -> bool:
        return self.live_state_of(job) is LiveState.SWITCHING and self.waits_for_key(job.model)

    def _results(self, job: Job) -> str:
        transfer = self._transfers.get(job.key)
        if self._waits_with_transfer(job):
            return keychain_wait_text()
        if transfer:
            return transfer_text(transfer)
        if job.save_problem:
            return translate("JobList", "Not saved")
        if job.saved:
            return translate("JobList", "Saved")
        if job.stage is Stage.FINISHED:
            return translate("JobList", "Ready to save") if job.has_file else translate("JobList", "No file yet")
        return "–"

    def _results_rank(self, job: Job) -> float:
        if job.key in self._transfers:
            return 0.0
        order = [bool(job.save_problem), bool(job.saved), job.can_save, job.stage is Stage.FINISHED]
        return 1.0 + next((number for number, applies in enumerate(order) if applies), len(order))

    def _progress(self, job: Job) -> int | None:
        transfer = self._transfers.get(job.key)
        if transfer is None:
            return None
        if transfer.done is None or not transfer.total:
            return -1
        return min(1000, transfer.done * 1000 // transfer.total)

    def _waits(self, job: Job) -> dict[JobColumn, bool]:
        """In which cells something waits for the keychain."""
        return {
            JobColumn.NEXT_CHECK: self._waits_with_check(job),
            JobColumn.RESULTS: self._waits_with_transfer(job),
            JobColumn.IN_SERVICE: self._waits_with_switch(job),
        }

    def _tool_tip(self, job: Job, column: JobColumn) -> str:
        if self._waits(job).get(column):
            return formatting.plain_tip(keychain_wait_sentence())
        tips: dict[JobColumn, Callable[[Job], str]] = {
            JobColumn.NAME: lambda job: f"{job.title}\n{job.id}" if job.name else "",
            JobColumn.STATUS: status_tip,
            JobColumn.IN_SERVICE: in_service_tip,
            JobColumn.STARTED: started_tip,
            JobColumn.ELAPSED: elapsed_tip,
            JobColumn.ESTIMATE: self._estimate_tip,
            JobColumn.RESULTS: lambda job: job.saved.path if job.saved else "",
        }
        return formatting.plain_tip((column in tips and tips[column](job)) or self._text[column](job))

    def _sentence(self, job: Job) -> str:
        """The row as a screen reader says it."""
        live = self._in_service(job)
        parts = [job.title, self._model_name(job), common_text.status_text(job), live, self._results(job)]
        problem = job.problem or job.send_problem or job.save_problem or job.switch_problem
        if problem:
            parts.append(problem_words(problem).happened)
        if any(self._waits(job).values()):
            parts.append(keychain_wait_sentence())
        return ", ".join(isolated(part) for part in parts if part != "–")


def heading(column: JobColumn) -> str:
    """A column's heading."""
    return {
        JobColumn.NAME: translate("JobList", "Name"),
        JobColumn.MODEL: translate("JobList", "Model"),
        JobColumn.STATUS: translate("JobList", "Status"),
        JobColumn.IN_SERVICE: translate("JobList", "In service"),
        JobColumn.STARTED: translate("JobList", "Started"),
        JobColumn.ELAPSED: translate("JobList", "Elapsed"),
        JobColumn.ESTIMATE: translate("JobList", "Estimated finish"),
        JobColumn.LAST_CHECKED: translate("JobList", "Last checked"),
        JobColumn.NEXT_CHECK: translate("JobList", "Next check"),
        JobColumn.RESULTS: translate("JobList", "Results"),
    }[column]
