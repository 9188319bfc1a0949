"""The list shows what the controllers know as soon as they know it: it is told, it does not ask."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel

from epa_gui.core.jobs.job import Job
from epa_gui.ui.jobs.job_list_model import JobColumn, JobListModel
from tests.gui.at_desk import AtDesk

HOUR = 3600.0
_SOON = ("about ", "any moment now")
"""The latter on a computer on which the story takes longer than its jobs."""


def started_here(desk: AtDesk, name: str) -> Job:
    """A job whose start is known, seen once in progress."""
    model = desk.model("Sales forecast")
    assert model is not None
    job_id = desk.practice.start_job(seconds=9 * HOUR)
    job = Job(job_id, model.id, name, added_at=desk.clock(), started_at=desk.clock(), next_check_at=desk.clock())
    desk.session.repository.add_jobs([job])
    return desk.until(lambda: desk.job(job.key) if desk.job(job.key).status else None)


def finish_after(desk: AtDesk, job: Job, seconds: float) -> None:
    """Have a job finish that was seen going until a moment before; what is selected stays."""
    desk.clock.advance(seconds)
    desk.practice.finish(job.id)
    desk.session.scheduler.check_now([job.key])
    desk.until(lambda: desk.job(job.key).can_save)


def details(desk: AtDesk) -> str:
    return "\n".join(label.text() for label in desk.window.details.findChildren(QLabel) if label.isVisible())


def source(desk: AtDesk) -> JobListModel:
    model = desk.window.table.model().sourceModel()  # type: ignore[attr-defined]
    assert isinstance(model, JobListModel)
    return model


def test_an_estimate_appears_as_soon_as_another_job_of_the_model_finishes(desk: AtDesk) -> None:
    first, second = started_here(desk, "First"), started_here(desk, "Second")
    assert desk.cell(second, JobColumn.FINISH) == ""
    desk.select(second)
    desk.until(lambda: "Second" in details(desk))
    assert "An estimate from" not in details(desk)
    spy = QSignalSpy(source(desk).dataChanged)
    asked = desk.status_checks(second)
    finish_after(desk, first, 20)  # the second is not due before half a minute has passed
    assert desk.status_checks(second) == asked, "its own check tells nothing"
    assert desk.cell(second, JobColumn.FINISH).startswith(_SOON)
    desk.until(lambda: "Estimated from 1 finished job(s) of this model" in details(desk))
    row = source(desk).row_of(second.key)
    announced = [spy.at(number) for number in range(spy.count())]
    told = [(first, last) for first, last, _ in announced if first.row() <= row <= last.row()]
    assert [(first.column(), last.column()) for first, last in told] == [(JobColumn.FINISH, JobColumn.FINISH)]


def test_estimates_go_with_the_jobs_they_rest_on_and_come_back_with_them(desk: AtDesk) -> None:
    first, second = started_here(desk, "First"), started_here(desk, "Second")
    finish_after(desk, first, 20)
    assert desk.cell(second, JobColumn.FINISH).startswith(_SOON)
    desk.session.repository.remove_jobs([first.key])
    assert desk.cell(second, JobColumn.FINISH) == ""
    desk.session.repository.undo_stack.undo()
    assert desk.cell(second, JobColumn.FINISH).startswith(_SOON)
    desk.session.repository.remove_jobs([second.key])
    desk.session.repository.undo_stack.undo()
    assert desk.cell(second, JobColumn.FINISH).startswith(_SOON)


def test_what_is_live_is_told_of_a_job_that_was_removed_and_brought_back(desk: AtDesk) -> None:
    one, two = desk.finished_job("One"), desk.finished_job("Two")
    desk.switch(one)
    assert desk.cell(one, JobColumn.IN_SERVICE) == "Live"
    desk.switch(two)
    assert [desk.cell(job, JobColumn.IN_SERVICE) for job in (one, two)] == ["Was live", "Live"]
    desk.session.repository.remove_jobs([two.key])
    desk.session.repository.undo_stack.undo()
    assert desk.cell(two, JobColumn.IN_SERVICE) == "Live"


@pytest.mark.parametrize("away", ["minimised", "hidden"])
def test_nothing_is_painted_by_the_clock_while_nobody_can_see_it(desk: AtDesk, away: str) -> None:
    job = desk.running_job("November")
    spy = QSignalSpy(source(desk).dataChanged)
    before = desk.cell(job, JobColumn.ELAPSED)
    (desk.window.showMinimized if away == "minimised" else desk.window.hide)()
    desk.until(lambda: desk.window.isMinimized() or not desk.window.isVisible())
    for _ in range(3):
        desk.pass_time(2)  # before the next check
    assert spy.count() == 0
    desk.window.showNormal()
    desk.pass_time(1)
    desk.until(lambda: spy.count() > 0)
    assert desk.cell(job, JobColumn.ELAPSED) != before
    columns = {(spy.at(number)[0].column(), spy.at(number)[1].column()) for number in range(spy.count())}
    assert columns == {(JobColumn.ELAPSED, JobColumn.ELAPSED)}


def test_edit_is_for_one_job_at_a_time(desk: AtDesk) -> None:
    first, second = desk.running_job("First"), desk.running_job("Second")
    desk.select(first)
    desk.until(desk.actions.edit_job.isEnabled)
    desk.select(first, second)
    desk.until(lambda: not desk.actions.edit_job.isEnabled())
    desk.select(second)
    desk.until(desk.actions.edit_job.isEnabled)
    desk.window.table.clearSelection()
    desk.until(lambda: not desk.actions.edit_job.isEnabled())


def test_edit_stays_for_one_job_when_the_list_changes_under_the_selection(desk: AtDesk) -> None:
    """A check of one of them must not bring it back."""
    first, second = desk.running_job("First"), desk.running_job("Second")
    desk.check_now(first, second)
    desk.session.presenter.refresh()
    assert not desk.actions.edit_job.isEnabled()
    assert desk.actions.check_now.isEnabled()
