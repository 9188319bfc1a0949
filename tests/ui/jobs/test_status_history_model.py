"""The status history keeps what is added while the older part is still being read."""

from epa_gui.core.jobs.job import JobKey, StatusEntry
from epa_gui.ui.jobs.status_history_model import StatusHistoryModel

JOB = JobKey("m", "j")
OLD = StatusEntry(JOB, 1.0, "job_queued")
NEW = StatusEntry(JOB, 2.0, "training", "Half way.")


def _texts(model: StatusHistoryModel) -> list[str]:
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_what_is_added_while_the_rest_is_read_is_kept() -> None:
    history = StatusHistoryModel(lambda: 3.0)
    history.add(NEW)
    history.show([OLD])
    assert _texts(history) == ["training – Half way.", "job_queued"]


def test_what_was_written_before_it_was_read_is_shown_once() -> None:
    history = StatusHistoryModel(lambda: 3.0)
    history.add(NEW)
    history.show([OLD, NEW])
    assert _texts(history) == ["training – Half way.", "job_queued"]
