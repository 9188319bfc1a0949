"""The job list: one row a job, found by its identity."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QFont

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.text.foreign_text import shown
from epa_gui.core.way.needs import Need
from epa_gui.ui.base.spoken_rows import SPOKEN_ROLES, SpokenRows
from epa_gui.ui.jobs import job_cells, job_spoken
from epa_gui.ui.jobs.job_cells import JobRow
from epa_gui.ui.jobs.job_changes import CellsChange, changed_cells
from epa_gui.ui.jobs.job_columns import ICON_ROLE, JOB_ROLE, PROGRESS_ROLE, SORT_ROLE, JobColumn, heading
from epa_gui.ui.jobs.job_text import TransferState

__all__ = ["ICON_ROLE", "JOB_ROLE", "PROGRESS_ROLE", "SORT_ROLE", "JobColumn", "JobListModel", "heading"]

Index = QModelIndex | QPersistentModelIndex

_TOLD_BY_CLOCK = {
    JobColumn.ELAPSED: job_cells.elapsed_text,
    JobColumn.FINISH: job_cells.finish_text,
}
"""What the mere passing of time changes, and how it reads."""

_CLOCK_ROLES = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole), int(SORT_ROLE))


class JobListModel(SpokenRows, QAbstractTableModel):
    """Shows what it is told of jobs, and says exactly what of it has changed; it asks nobody but the clock."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._rows: list[JobRow] = []
        self._numbers: dict[JobKey, int] = {}
        self._model_names: Mapping[str, str] = {}
        self._awaited_keys: frozenset[str] = frozenset()
        self._keys_over: frozenset[str] = frozenset()
        self._awaited_checks: frozenset[JobKey] = frozenset()
        self._early: dict[JobKey, dict[str, Any]] = {}
        self._shown_times: dict[JobKey, dict[JobColumn, str]] = {}
        self._sorted_column = -1
        self._sort_keys: dict[int, float | str] = {}  # of that column, until anything changes
        self._bold = QFont()
        self._bold.setBold(True)  # and nothing else: the rest comes from the list

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many jobs there are."""
        return 0 if parent.isValid() else len(self._rows)

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
        row, column = self._rows[index.row()], JobColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(job_cells.text(row, column, self._clock()))
            case Qt.ItemDataRole.ToolTipRole:
                return job_cells.tool_tip(row, column, self._clock())
            case Qt.ItemDataRole.FontRole:
                return self._bold if job_cells.stands_out(row, column) else None
            case _:
                return self.spoken(index, role) if role in SPOKEN_ROLES else self._other_data(row, column, role)

    def cell_said(self, index: Index) -> str:
        """One cell."""
        return job_spoken.cell_spoken(self._rows[index.row()], JobColumn(index.column()), self._clock())

    def beyond_cells(self, index: Index) -> str:
        """What the cells that are shown do not tell."""
        told = [column for column in JobColumn if column not in self.hidden_columns]
        return job_spoken.beyond(self._rows[index.row()], told, self._clock())

    def row_said(self, index: Index) -> str:
        """The same whichever columns are shown."""
        return job_spoken.spoken(self._rows[index.row()], self._clock())

    def _other_data(self, row: JobRow, column: JobColumn, role: int) -> Any:
        if role == SORT_ROLE:
            return job_cells.sort_key(row, column, self._clock())
        if role == JOB_ROLE:
            return row.job
        if role == ICON_ROLE:
            return job_cells.icon_name(row, column)
        return job_cells.progress(row, column) if role == PROGRESS_ROLE else None

    # What the controllers tell

    @Slot(object)
    def add(self, jobs: Iterable[Job]) -> None:
        """Add jobs at the end."""
        added = [self._new_row(job) for job in jobs]
        if not added:
            return
        first = len(self._rows)
        self._sort_keys.clear()
        self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
        self._rows += added
        self._numbers |= {row.job.key: first + number for number, row in enumerate(added)}
        self.endInsertRows()

    def _new_row(self, job: Job) -> JobRow:
        return JobRow(
            job,
            self._model_names.get(job.model, ""),
            is_key_awaited=job.model in self._awaited_keys,
            is_check_awaited=job.key in self._awaited_checks,
            is_key_over=job.model in self._keys_over,
            **self._early.pop(job.key, {}),
        )

    @Slot(object)
    def remove(self, keys: Iterable[JobKey]) -> None:
        """Take jobs out, and forget what was told of them."""
        numbers = sorted((self._numbers[key] for key in keys if key in self._numbers), reverse=True)
        while numbers:
            last = first = numbers.pop(0)
            while numbers and numbers[0] == first - 1:
                first = numbers.pop(0)
            self._sort_keys.clear()
            self.beginRemoveRows(QModelIndex(), first, last)
            for row in self._rows[first : last + 1]:
                self._shown_times.pop(row.job.key, None)
            del self._rows[first : last + 1]
            self._numbers = {row.job.key: number for number, row in enumerate(self._rows)}
            self._sort_keys.clear()
            self.endRemoveRows()

    @Slot(object, object)
    def change(self, _before: Job, job: Job) -> None:
        """Show a job's new state."""
        self._tell({job.key: {"job": job}})

    def set_model_names(self, names: Mapping[str, str]) -> None:
        """What the models are called, by their identities."""
        self._model_names = names
        self._tell({row.job.key: {"model_name": names.get(row.job.model, "")} for row in self._rows})

    def set_keys_over(self, models: Collection[str]) -> None:
        """The models whose keys have ended, by the time that is known of each: these and no others."""
        before, self._keys_over = self._keys_over, frozenset(models)
        changed = before ^ self._keys_over
        if changed:
            rows = (row for row in self._rows if row.job.model in changed)
            self._tell({row.job.key: {"is_key_over": row.job.model in self._keys_over} for row in rows})

    def set_estimates(self, estimates: Mapping[JobKey, Estimate | None]) -> None:
        """When these jobs will be done, as far as that can be said; what was told of others holds.

        May come before the jobs do, as with `set_live`.
        """
        self._tell({key: {"estimate": known} for key, known in estimates.items()}, may_be_early=True)

    def set_live(self, states: Mapping[JobKey, LiveState]) -> None:
        """What these jobs are to their models' prediction APIs; what was told of others holds."""
        self._tell({key: {"live": state} for key, state in states.items()}, may_be_early=True)

    @Slot(object)
    def set_needs(self, needs: Mapping[JobKey, tuple[Need | None, float]]) -> None:
        """What these jobs need a person for, and how much longer than usual they have been going, in seconds."""
        told = {key: {"need": need, "late": late} for key, (need, late) in needs.items()}
        self._tell(told, may_be_early=True)

    def set_under_way(self, key: JobKey, *, is_under_way: bool) -> None:
        """Whether the job is being asked about right now."""
        self._tell({key: {"is_under_way": is_under_way}})

    def set_transfer(self, key: JobKey, state: TransferState | None) -> None:
        """How far the job's download or upload is; `None` when there is none."""
        self._tell({key: {"transfer": state}})

    def set_key_waits(self, models: Collection[str], checks: Collection[JobKey]) -> None:
        """What waits for the keychain: these and no others.

        Args:
            models: The models of which the keys are waited for.
            checks: The jobs that would be asked about now, but for that.
        """
        self._awaited_keys, self._awaited_checks = frozenset(models), frozenset(checks)
        told: dict[JobKey, dict[str, Any]] = {}
        for row in self._rows:
            key = row.job.key
            waits = key.model in self._awaited_keys, key in self._awaited_checks
            if waits != (row.is_key_awaited, row.is_check_awaited):
                told[key] = {"is_key_awaited": waits[0], "is_check_awaited": waits[1]}
        self._tell(told)

    def refresh_times(self, rows: Iterable[int]) -> None:
        """Show how long these jobs have been going by now, and when they will be done.

        Only what reads differently is painted again.
        """
        now = self._clock()
        for number in rows:
            row = self._rows[number]
            if row.job.ended_at is not None:
                continue
            shown_times = self._shown_times.setdefault(row.job.key, {})
            for column, text_of in _TOLD_BY_CLOCK.items():
                text = text_of(row, now)
                if shown_times.get(column, "") != text:
                    shown_times[column] = text
                    self._sort_keys.pop(number, None)
                    self._announce(number, number, (CellsChange(column, column, _CLOCK_ROLES),))

    def say_again(self) -> None:
        """Another language: everything reads differently, and may be sorted and found by that."""
        self._sort_keys.clear()
        self._shown_times.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(JobColumn) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(JobColumn) - 1))

    def job(self, row: int) -> Job:
        """The job in a row."""
        return self._rows[row].job

    def sort_key(self, row: int, column: int) -> float | str:
        """What a cell is sorted by; worked out once for all the comparisons that sorting needs."""
        if column != self._sorted_column:
            self._sorted_column = column
            self._sort_keys.clear()
        key = self._sort_keys.get(row)
        if key is None:
            key = self._sort_keys[row] = job_cells.sort_key(self._rows[row], JobColumn(column), self._clock())
        return key

    def now(self) -> float:
        """What time it is, in seconds since the epoch (UTC)."""
        return self._clock()

    def row(self, number: int) -> JobRow:
        """A row with all that was told of its job."""
        return self._rows[number]

    def row_of(self, key: JobKey) -> int:
        """The job's row now, or -1."""
        return self._numbers.get(key, -1)

    def _tell(self, told: Mapping[JobKey, Mapping[str, Any]], *, may_be_early: bool = False) -> None:
        """Take in what is told of some jobs, field by field of their rows, and say what of it is new."""
        changes: dict[int, tuple[CellsChange, ...]] = {}
        for key, parts in told.items():
            number = self._numbers.get(key)
            if number is None:
                if may_be_early:
                    self._early.setdefault(key, {}).update(parts)
                continue
            before = self._rows[number]
            self._sort_keys.pop(number, None)
            self._rows[number] = after = before._replace(**parts)
            cells = changed_cells(before, after)
            if cells:
                changes[number] = cells
        self._announce_all(changes)

    def _announce_all(self, changes: Mapping[int, tuple[CellsChange, ...]]) -> None:
        """Neighbouring rows with the same change at once: each announcement costs the proxy a look at its rows."""
        numbers = sorted(changes)
        while numbers:
            first = last = numbers.pop(0)
            while numbers and numbers[0] == last + 1 and changes[numbers[0]] == changes[first]:
                last = numbers.pop(0)
            self._announce(first, last, changes[first])

    def _announce(self, first: int, last: int, cells: tuple[CellsChange, ...]) -> None:
        for change in cells:
            self.dataChanged.emit(self.index(first, change.first), self.index(last, change.last), list(change.roles))
