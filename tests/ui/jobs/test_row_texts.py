"""Of a long list only what may be wide is measured."""

import time

from epa_gui.core.jobs.job import Job
from epa_gui.ui.jobs.job_list_model import JobColumn, JobListModel
from epa_gui.ui.jobs.row_texts import RowTexts

NOW = time.mktime((2026, 11, 27, 12, 0, 0, 0, 0, -1))
DAY = 86400.0


def measured_starts(*started_at: float | None) -> set[str]:
    model = JobListModel(lambda: NOW)
    model.add([Job(f"id-{n}", "m", added_at=NOW - n * DAY, started_at=at) for n, at in enumerate(started_at)])
    return RowTexts(model).by_column()[JobColumn.STARTED] - {""}


def test_times_of_this_year_are_not_measured() -> None:
    assert measured_starts(*(NOW - days * DAY for days in range(300))) == set()


def test_times_that_nobody_knows_or_with_their_year_are_measured() -> None:
    assert len(measured_starts(NOW, None, NOW - 400 * DAY)) == 2


def test_of_very_many_only_some_are_measured() -> None:
    assert len(measured_starts(*[None] * 300)) <= 10
