"""When jobs are asked about, and which answers count: seen on the screen, against real services."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from epa_gui.core.jobs.job import Answer, Job
from epa_gui.core.jobs.region import Region
from epa_gui.practice import PracticeService
from epa_gui.practice.faults import Fault
from epa_gui.ui.jobs.job_list_model import JobColumn
from tests.gui.at_desk import AtDesk, Clock

HOUR = 3600.0


@pytest.fixture
def elsewhere(tmp_path: Path, clock: Clock) -> Iterator[PracticeService]:
    """A second service, at another address."""
    with PracticeService(tmp_path / "second service", clock=clock) as service:
        yield service


def test_a_pause_one_service_asks_for_holds_for_its_jobs_and_no_others(
    desk: AtDesk, practice: PracticeService, elsewhere: PracticeService
) -> None:
    asked, resting = desk.running_job("Asked"), desk.running_job("Resting")
    here = desk.model("Sales forecast")
    assert here is not None
    there = replace(here, id="other", name="Churn", region=Region.OWN, address=elsewhere.url)
    desk.session.repository.add_model(there)
    desk.session.keys.put(there.id, elsewhere.api_key)
    going = Job(elsewhere.start_job(seconds=HOUR), there.id, "Going", added_at=desk.clock())
    desk.session.repository.add_jobs([going])
    desk.until(lambda: desk.job(going.key).status)
    planned = desk.job(going.key).next_check_at
    practice.misbehave(Fault.too_many_requests("600"), path=asked.id)
    desk.check_now(asked)
    desk.until(lambda: desk.job(resting.key).next_check_at - desk.clock() > 590)
    assert desk.job(going.key).next_check_at == planned
    seen = len(elsewhere.requests)
    desk.pass_time(60)
    desk.until(lambda: len(elsewhere.requests) > seen)
    assert desk.status_checks(resting) == 1


@pytest.mark.parametrize(("seconds", "least", "most"), [(120, 119, 133), (30, 0, 34)])
def test_a_changed_interval_holds_from_now_on(desk: AtDesk, seconds: int, least: float, most: float) -> None:
    repository = desk.session.repository
    repository.change_settings(replace(repository.settings, check_seconds=60))
    job = desk.running_job("November")
    assert 59 < desk.job(job.key).next_check_at - desk.clock() < 67
    repository.change_settings(replace(repository.settings, check_seconds=seconds))
    assert least < desk.job(job.key).next_check_at - desk.clock() < most
    asked = desk.status_checks(job)
    desk.pass_time(most)
    desk.until(lambda: desk.status_checks(job) > asked)


def test_an_answer_that_a_newer_one_has_overtaken_changes_nothing(desk: AtDesk) -> None:
    """Two are on the way when a download asks for a fresh link while a check waits: either may come first."""
    job = desk.running_job("November")
    older = Answer("evaluating", desk.clock() - 1)
    finished = Answer("job_finished", desk.clock() + 5, model_id=7, download_url="http://127.0.0.1:9/results.zip")
    desk.clock.advance(10)
    desk.session.scheduler.take_in(job.key, finished)
    desk.session.scheduler.take_in(job.key, older)
    assert desk.cell(job, JobColumn.STATUS) == "job_finished"
    assert desk.cell(job, JobColumn.RESULTS) == "Ready to save"
    assert desk.session.scheduler.link_of(job.key) == finished.download_url, "its link is the newer one's too"
    same = replace(finished, status="job_failed")
    desk.session.scheduler.take_in(job.key, same)
    assert desk.cell(job, JobColumn.STATUS) == "job_failed", "of two at the same time the later one counts"


def test_after_the_clock_was_set_back_answers_count_again(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.running_job("November")
    desk.pass_time(-HOUR)
    practice.say(job.id, "evaluating")
    desk.check_now(job)
    desk.until(lambda: desk.cell(job, JobColumn.STATUS).endswith("evaluating"))
    checked_at = desk.job(job.key).checked_at
    assert checked_at is not None
    assert checked_at <= desk.clock()
