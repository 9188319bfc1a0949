"""Which cells of a row, and what of them, a change makes another: for `dataChanged` to say that and no more.

By what each cell is made of, not by comparing texts: "now", made anew for the state before, may read as for the new
one, while the screen still shows the time that was true when it was painted.
"""

import functools
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from PySide6.QtCore import Qt

from epa_gui.core.jobs.job import Job
from epa_gui.ui.base.spoken_rows import SPOKEN_ROLES
from epa_gui.ui.jobs.job_cells import JobRow
from epa_gui.ui.jobs.job_columns import ICON_ROLE, JOB_ROLE, PROGRESS_ROLE, SORT_ROLE, JobColumn

_DISPLAY, _TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole
_SAID, _FONT = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.FontRole

_JOB_FIELDS = tuple(field.name for field in fields(Job) if field.name not in {"id", "model"})
_job_values = attrgetter(*_JOB_FIELDS)


@dataclass(frozen=True, slots=True)
class CellsChange:
    """Neighbouring cells of a row that have all changed.

    Attributes:
        first: The first one's column.
        last: The last one's.
        roles: What has changed of any of them, in ascending order.
    """

    first: JobColumn
    last: JobColumn
    roles: tuple[int, ...]


def changed_cells(before: JobRow, after: JobRow) -> tuple[CellsChange, ...]:
    """The cells that a change makes others; none if the rows are alike, or differ in what no cell shows.

    The job itself (`JOB_ROLE`) comes with whatever else has changed, and with the name where nothing else has.
    """
    changed = _differing(JobRow._fields, before, after)
    if "job" in changed:
        changed += _differing(_JOB_FIELDS, _job_values(before.job), _job_values(after.job))
    return _cells_with(frozenset(changed)) if changed else ()


def _differing(names: tuple[str, ...], before: tuple[object, ...], after: tuple[object, ...]) -> list[str]:
    return [name for name, was, now in zip(names, before, after, strict=True) if was is not now and was != now]


@functools.cache
def _cells_with(changed: frozenset[str]) -> tuple[CellsChange, ...]:
    """The cells that are made of any of these fields of a job or its row, neighbours together."""
    found: list[CellsChange] = []
    is_spoken = not changed.isdisjoint(_SPOKEN)
    for column in JobColumn:
        roles = {int(role) for role, parts in _MADE_OF[column].items() if not changed.isdisjoint(parts)}
        if is_spoken:
            roles.update(map(int, SPOKEN_ROLES))
        if int(_DISPLAY) in roles:
            roles.add(int(_SAID))
        if roles and found and found[-1].last == column - 1:
            found[-1] = CellsChange(found[-1].first, column, tuple(sorted({*found[-1].roles, *roles})))
        elif roles:
            found.append(CellsChange(column, column, tuple(sorted(roles))))
    if changed.isdisjoint(_JOB_FIELDS):
        return tuple(found)
    found = found or [CellsChange(JobColumn.NAME, JobColumn.NAME, ())]
    return tuple(replace(cells, roles=tuple(sorted({*cells.roles, int(JOB_ROLE)}))) for cells in found)


_STAGE = {"status", "send_problem", "problem"}
_STATUS = _STAGE | {"upload"}
_TROUBLE = _STAGE | {"save_problem", "switch_problem", "live"}
_PLACE = _STATUS | _TROUBLE | {"opened_at", "has_file", "saved", "need", "late"}
_STANDING = _PLACE | {"transfer"}
_NEXT_CHECK = _STATUS | {"next_check_at", "is_under_way", "is_key_awaited", "is_check_awaited"}
_RESULTS = {"status", "has_file", "save_problem", "saved", "transfer", "is_key_awaited"}
_STARTED = {"started_at", "added_at", "upload", "status"}
_TITLE = {"name", "started_at", "added_at"}
_UNREAD = _STATUS - {"problem"} | {"opened_at", "has_file", "saved", "need", "live"}
_FINISH = {"ended_at", "started_at", "added_at", "estimate"}

_MADE_OF: dict[JobColumn, dict[int, set[str]]] = {
    JobColumn.NAME: {_DISPLAY: _TITLE, _TIP: _TITLE, _FONT: _UNREAD, SORT_ROLE: _TITLE},
    JobColumn.MODEL: {_DISPLAY: {"model_name"}, _TIP: {"model_name"}, SORT_ROLE: {"model_name"}},
    JobColumn.STANDING: {
        _DISPLAY: _STANDING | {"is_key_over"},
        _TIP: _TROUBLE | _STANDING | {"message"},
        _FONT: _UNREAD,
        SORT_ROLE: _STANDING | {"is_key_over"},
        ICON_ROLE: _STANDING - {"has_file", "saved", "late"},
    },
    JobColumn.VERDICT: {_DISPLAY: {"verdict"}, _TIP: {"verdict"}, SORT_ROLE: {"verdict"}, ICON_ROLE: {"verdict"}},
    JobColumn.STATUS: {_DISPLAY: {"status"}, _TIP: {"status", "message"}, SORT_ROLE: {"status"}},
    JobColumn.IN_SERVICE: {
        _DISPLAY: {"live"},
        _TIP: {"live", "switch_problem", "is_key_awaited"},
        SORT_ROLE: {"live"},
        ICON_ROLE: {"live"},
    },
    JobColumn.STARTED: {_DISPLAY: _STARTED, _TIP: _STARTED, SORT_ROLE: {"started_at", "added_at"}},
    JobColumn.ELAPSED: {
        _DISPLAY: {"started_at", "added_at", "ended_at", "upload"},
        _TIP: _STARTED | {"ended_at"},
        SORT_ROLE: {"started_at", "added_at", "ended_at"},
    },
    JobColumn.FINISH: {_DISPLAY: _FINISH, _TIP: {"ended_at", "estimate"}, SORT_ROLE: {"ended_at", "estimate"}},
    JobColumn.LAST_CHECKED: {_DISPLAY: {"checked_at"}, _TIP: {"checked_at"}, SORT_ROLE: {"checked_at"}},
    JobColumn.NEXT_CHECK: {_DISPLAY: _NEXT_CHECK, _TIP: _NEXT_CHECK, SORT_ROLE: {"next_check_at"}},
    JobColumn.RESULTS: {
        _DISPLAY: _RESULTS,
        _TIP: _RESULTS,
        SORT_ROLE: _RESULTS - {"is_key_awaited"},
        PROGRESS_ROLE: {"transfer"},
    },
    JobColumn.NOTE: {_DISPLAY: {"note"}, _TIP: {"note"}, SORT_ROLE: {"note"}},
}
"""What of a job and its row each cell is made of."""

_SPOKEN = {"model_name", "is_check_awaited", "is_key_over", "verdict"} | _TITLE | _RESULTS | _STANDING
"""What the sentence is made of, which any cell of the row may say: the one with the cursor."""
