"""Which jobs the list shows, and in which order."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel

from epa_gui.core.files.unicode_names import folded
from epa_gui.core.jobs.job import Job, JobKey, Stage, stage_of
from epa_gui.core.text.foreign_text import without_isolates
from epa_gui.core.way.needs import Need
from epa_gui.ui.base.show import Show
from epa_gui.ui.jobs.job_list_model import JOB_ROLE, SORT_ROLE, JobColumn, JobListModel

__all__ = ["JobFilter", "Show", "counted", "passes"]


def passes(job: Job, need: Need | None, show: Show) -> bool:
    """Whether a job belongs under a filter."""
    match show:
        case Show.IN_PROGRESS:
            return _is_in_progress(job)
        case Show.FINISHED:
            return stage_of(job.status) is Stage.FINISHED
        case Show.ATTENTION:
            return need is not None
    return True


def _is_in_progress(job: Job) -> bool:
    """Whether it goes on, at the service or on its way there, whatever trouble there is with asking."""
    return stage_of(job.status) is Stage.IN_PROGRESS and (bool(job.status) or job.send_problem is None)


def counted(jobs: Iterable[Job], in_need: int) -> dict[Show, int]:
    """How many jobs belong under each filter, in one pass: it is asked with every answer of the service.

    Args:
        jobs: Those that are counted.
        in_need: How many of them need a person, which is known already.
    """
    total = going = finished = 0
    for job in jobs:
        total += 1
        if stage_of(job.status) is Stage.FINISHED:
            finished += 1
        elif _is_in_progress(job):
            going += 1
    return {Show.ALL: total, Show.IN_PROGRESS: going, Show.FINISHED: finished, Show.ATTENTION: in_need}


Index = QModelIndex | QPersistentModelIndex


class JobFilter(QSortFilterProxyModel):
    """Filters by state, model and words; sorts by the sort role."""

    def __init__(self) -> None:
        super().__init__()
        self.show = Show.ALL
        self.model = ""
        self._words: list[str] = []
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)

    def set_show(self, show: Show) -> None:
        """Show jobs of this state only."""
        self.beginFilterChange()
        self.show = show
        self.endFilterChange()

    def set_model(self, model: str) -> None:
        """Show this model's jobs only; all for an empty string."""
        self.beginFilterChange()
        self.model = model
        self.endFilterChange()

    def set_words(self, text: str) -> None:
        """Show jobs only in which each of these words stands somewhere."""
        self.beginFilterChange()
        self._words = folded(without_isolates(text)).split()
        self.endFilterChange()

    def is_searched(self) -> bool:
        """Whether words narrow the list."""
        return bool(self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Qt's question while it sorts; straight to what a row is sorted by, for the way through Qt is long."""
        source = cast("JobListModel", self.sourceModel())
        one, other = (source.sort_key(index.row(), index.column()) for index in (left, right))
        return bool(one < other)  # type: ignore[operator]  # a column's keys are all numbers, or all texts

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Qt's question for each row."""
        source = cast("JobListModel", self.sourceModel())
        told = source.row(row)  # not by roles: it is asked with every change of a row, and the way through Qt is long
        job = told.job
        if (self.model and job.model != self.model) or not passes(job, told.need, self.show):
            return False
        if not self._words:
            return True
        seen = (JobColumn.NAME, JobColumn.STANDING, JobColumn.IN_SERVICE, JobColumn.VERDICT)
        cells = (str(source.data(source.index(row, column, parent))) for column in seen)
        texts = (job.name, job.id, job.note, job.message, job.status, told.model_name, *cells)
        text = folded(without_isolates("\n".join(texts)))
        return all(word in text for word in self._words)

    def job_at(self, index: QModelIndex) -> Job:
        """The job in a row of this proxy."""
        job: Job = index.data(JOB_ROLE)
        return job

    def keys_at(self, rows: list[QModelIndex]) -> list[JobKey]:
        """The identities of the jobs in these rows."""
        return [self.job_at(row).key for row in rows]
