"""The texts of the job list that may be long, as they are measured: kept row by row, so that a change costs one row."""

from typing import NamedTuple

from epa_gui.ui.base import formatting
from epa_gui.ui.base.column_widths import longest
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.jobs.job_list_model import JobColumn, JobListModel
from epa_gui.ui.jobs.standing_text import standing_text

_MOST_ASKED = 1000
"""Jobs; in longer lists the rest has texts like these."""


class _Texts(NamedTuple):
    name: str
    model: str
    standing: str
    started: str


class RowTexts:
    """The names of jobs and of models, where the jobs stand and when they began.

    A share of a file is told as if it were all of it: so nothing is another text while a transfer goes on, and no
    column moves when it comes to 10 %.
    """

    def __init__(self, jobs: JobListModel) -> None:
        self._jobs = jobs
        self._known: list[_Texts] = []

    def forget(self) -> None:
        """There are other rows, or fewer, or more."""
        self._known = []

    def take_in(self, first: int, last: int) -> bool:
        """Some rows have changed, from the first to the last.

        Returns:
            Whether any of their texts is another than it was, as far as that is known.
        """
        if not self._known:
            return True
        last = min(last, len(self._known) - 1)
        texts = [self._texts_of(number) for number in range(first, last + 1)]
        if texts == self._known[first : last + 1]:
            return False
        self._known[first : last + 1] = texts
        return True

    def by_column(self) -> dict[JobColumn, set[str]]:
        """All that differ; of names those that may be the widest, and so of times that have more than day and time."""
        if not self._known:
            count = min(self._jobs.rowCount(), _MOST_ASKED)
            self._known = [self._texts_of(number) for number in range(count)]
        return {
            JobColumn.NAME: longest(texts.name for texts in self._known),
            JobColumn.MODEL: {texts.model for texts in self._known},
            JobColumn.STANDING: {texts.standing for texts in self._known},
            JobColumn.STARTED: longest(texts.started for texts in self._known),
        }

    def _texts_of(self, number: int) -> _Texts:
        row = self._jobs.row(number)
        place = row.place()
        share = formatting.percent(1, 1) if place.share else ""
        standing = standing_text(place._replace(share=share))
        return _Texts(job_title(row.job), row.model_name, standing, self._long_start(number))

    def _long_start(self, number: int) -> str:
        """When a job began, if that may be longer than a day and a time: these fit anyway, and most begin so."""
        started_at = self._jobs.row(number).job.started_at
        if started_at is not None and formatting.is_year_clear(started_at, self._jobs.now()):
            return ""
        return str(self._jobs.index(number, JobColumn.STARTED).data())
