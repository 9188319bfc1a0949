"""Which jobs the list shows, and in which order."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel

from epa_gui.core.files.unicode_names import folded
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.core.text.foreign_text import without_isolates
from epa_gui.ui.jobs.job_list_model import JOB_ROLE, SORT_ROLE, JobColumn, JobListModel


class Show(StrEnum):
    """The filters by state."""

    ALL = "all"
    IN_PROGRESS = "in progress"
    FINISHED = "finished"
    ATTENTION = "needs attention"


def passes(job: Job, show: Show) -> bool:
    """Whether a job belongs under a filter."""
    match show:
        case Show.IN_PROGRESS:
            return job.stage is Stage.IN_PROGRESS
        case Show.FINISHED:
            return job.stage is Stage.FINISHED
        case Show.ATTENTION:
            return job.needs_attention
    return True


def counted(jobs: Iterable[Job]) -> dict[Show, int]:
    """How many jobs belong under each filter, in one pass: it is asked with every answer of the service."""
    kinds = Counter((job.stage, job.needs_attention) for job in jobs)
    return {
        Show.ALL: kinds.total(),
        Show.IN_PROGRESS: sum(count for (stage, _), count in kinds.items() if stage is Stage.IN_PROGRESS),
        Show.FINISHED: sum(count for (stage, _), count in kinds.items() if stage is Stage.FINISHED),
        Show.ATTENTION: sum(count for (_, needs), count in kinds.items() if needs),
    }


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

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Qt's question for each row."""
        source = cast("JobListModel", self.sourceModel())
        job = source.job(row)  # not by its role: it is asked with every change of a row, and the way through Qt is long
        if (self.model and job.model != self.model) or not passes(job, self.show):
            return False
        if not self._words:
            return True
        model_name = str(source.data(source.index(row, JobColumn.MODEL, parent), SORT_ROLE))  # as it was written
        status = source.data(source.index(row, JobColumn.STATUS, parent))
        live = source.data(source.index(row, JobColumn.IN_SERVICE, parent))
        texts = (job.name, job.id, job.note, job.message, job.status, model_name, str(status), str(live))
        text = folded(without_isolates("\n".join(texts)))
        return all(word in text for word in self._words)

    def job_at(self, index: QModelIndex) -> Job:
        """The job in a row of this proxy."""
        job: Job = index.data(JOB_ROLE)
        return job

    def keys_at(self, rows: list[QModelIndex]) -> list[JobKey]:
        """The identities of the jobs in these rows."""
        return [self.job_at(row).key for row in rows]
