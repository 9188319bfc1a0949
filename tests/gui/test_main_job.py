"""The main job: watch jobs to their end and save their results."""

import io
import itertools
import json
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.job import Stage
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.history.entry_text import details_of
from epa_gui.ui.jobs import download_worker
from epa_gui.ui.jobs.job_list_model import JobColumn
from tests.gui.at_desk import AtDesk


def test_the_first_start_offers_three_doors(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    for door in ("Try it with practice data", "Connect your own model", "Follow a retraining that is already running"):
        assert desk.button(desk.window, door).isEnabled()


def test_the_search_is_for_a_list_and_comes_with_the_first_job(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.window.resize(1600, 800)  # in a narrow one it is behind the toolbar's end
    assert not desk.window.tool_bar.search.isVisible()
    desk.add_model("Sales forecast")
    job = desk.running_job("November")
    search = desk.field(desk.window, "Search jobs", QLineEdit)
    assert search.isEnabled()
    search.setText("nothing of the kind")
    desk.until(lambda: desk.rows() == [])
    search.setText("novem")
    desk.until(lambda: [row[JobColumn.NAME] for row in desk.rows()] == [job.name])


def test_a_job_is_watched_to_its_end_and_its_results_saved(desk: AtDesk, practice: PracticeService) -> None:
    job_id = practice.start_job(seconds=20)
    job = desk.add_job(job_id, "November")
    desk.until(lambda: desk.job(job.key).status)
    assert desk.job(job.key).stage is Stage.IN_PROGRESS
    desk.pass_time(40)
    desk.until(lambda: desk.job(job.key).can_save)
    assert desk.cell(job, JobColumn.STANDING) == "Finished, not looked at"
    assert desk.cell(job, JobColumn.RESULTS) == "Ready to save"
    saved = desk.save_results(job)
    assert saved.read_bytes() == practice.results_of(job_id)
    assert saved.name == "November - retrain_results_sales.zip"
    assert saved.parent == desk.downloads_folder
    assert desk.cell(job, JobColumn.RESULTS) == "Saved"
    assert list(desk.downloads_folder.iterdir()) == [saved]


def test_a_status_nobody_knows_is_shown_as_it_came(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.running_job("Odd")
    practice.say(job.id, "sharpening_pencils")
    desk.check_now(job)
    assert desk.cell(job, JobColumn.STANDING) == "Training · sharpening_pencils"
    assert desk.job(job.key).problem is None


def test_a_failed_job_says_why_and_is_looked_at_again_an_hour_later(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.running_job("Unlucky")
    practice.fail(job.id, "Not enough rows.")
    desk.check_now(job)
    assert desk.cell(job, JobColumn.STANDING) == "Failed"
    desk.select(job)
    assert "Not enough rows." in desk.said()
    assert 3500 < desk.job(job.key).next_check_at - desk.clock() < 4000


def test_the_service_is_asked_by_itself_when_a_check_is_due(desk: AtDesk) -> None:
    job = desk.running_job()
    before = desk.status_checks(job)
    desk.pass_time(20)
    assert desk.status_checks(job) == before
    desk.pass_time(20)
    desk.until(lambda: desk.status_checks(job) > before)


def test_last_and_next_check_are_always_on_screen(desk: AtDesk) -> None:
    desk.running_job()
    desk.pass_time(0.5)
    desk.until(lambda: "Last check of any job " in desk.said() and "Next check in " in desk.said())


def test_a_rejected_key_stops_its_model_and_no_other(desk: AtDesk, practice: PracticeService) -> None:
    mine, sibling = desk.running_job("Mine"), desk.running_job("Sibling")
    desk.add_model("Other", practice.issue_key(2002))
    theirs = desk.running_job("Theirs", model="Other")
    practice.misbehave(Fault.service_error("Inactive_credential."), times=-1, path=mine.id)
    desk.check_now(mine)
    for job in (mine, sibling):
        assert desk.cell(job, JobColumn.STANDING) == "Key not accepted"
        assert desk.cell(job, JobColumn.NEXT_CHECK) == "stopped"
    desk.select(mine)
    assert "The service did not accept this model’s API key" in desk.said()
    before = [desk.status_checks(job) for job in (mine, sibling, theirs)]
    desk.pass_time(400)
    desk.until(lambda: desk.status_checks(theirs) > before[2])
    assert [desk.status_checks(job) for job in (mine, sibling)] == before[:2]


def test_a_new_key_sets_going_what_the_old_one_stopped(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.running_job("Mine")
    practice.revoke_keys()
    desk.check_now(job)
    desk.select(job)
    desk.press(desk.window.details, "Enter the new key…")
    form = desk.dialog("Change the API key of “Sales forecast”")
    fresh = practice.issue_key(practice.model_id)
    desk.field(form, "New API key", QLineEdit).setText(fresh)
    desk.press(form, "Change key")
    desk.until(lambda: desk.job(job.key).problem is None)
    assert desk.job(job.key).stage is Stage.IN_PROGRESS


def test_a_stale_link_is_refreshed_without_asking(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job("Stale")
    practice.expire_links()
    saved = desk.save_results(job)
    assert saved.read_bytes() == practice.results_of(job.id)
    assert desk.no_dialog()
    assert desk.job(job.key).save_problem is None


def test_a_link_that_leads_nowhere_is_refreshed_too(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job("Moved")
    desk.session.scheduler._links[job.key] = "http://localhost:9/results/gone.zip"  # as after the storage moved
    saved = desk.save_results(job)
    assert saved.read_bytes() == practice.results_of(job.id)
    assert desk.job(job.key).save_problem is None


def test_the_key_never_reaches_the_storage(desk: AtDesk, practice: PracticeService) -> None:
    desk.save_results(desk.finished_job())
    assert desk.to_storage()
    for headers in desk.to_storage():
        assert "x-api-key" not in headers
        assert practice.api_key not in json.dumps(headers)


def test_an_interrupted_download_goes_on_where_it_stopped(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job("Broken off")
    practice.misbehave(Fault.cut(1000), path="/results/")
    saved = desk.save_results(job)
    assert saved.read_bytes() == practice.results_of(job.id)
    ranges = [headers.get("range") for headers in desk.to_storage()]
    assert ranges == [None, "bytes=1000-"]


def test_cancelling_a_download_leaves_nothing_behind(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job("Unwanted")
    practice.misbehave(Fault.drip(0.05, body=True), path="/results/", times=-1)
    desk.start_saving(job)
    desk.select(job)
    desk.until(lambda: any(desk.downloads_folder.glob("*.part")))
    desk.press(desk.window.details, "Cancel saving")
    desk.until(lambda: not desk.shows_button(desk.window.details, "Cancel saving"))
    assert list(desk.downloads_folder.iterdir()) == []
    assert desk.job(job.key).save_problem is None
    assert desk.cell(job, JobColumn.RESULTS) == "Ready to save"


def test_a_full_folder_name_that_is_refused_offers_another_place(desk: AtDesk) -> None:
    job = desk.finished_job("Nowhere")
    desk.session.downloads.save(job.key, Path("/proc/nowhere/results.zip"))
    desk.until(lambda: desk.job(job.key).save_problem)
    desk.select(job)
    desk.press(desk.window.details, "Save elsewhere…")
    desk.dialog("Save results").reject()


def test_two_downloads_never_write_to_one_file(desk: AtDesk, practice: PracticeService) -> None:
    first, second = desk.finished_job("First"), desk.finished_job("Second")
    practice.misbehave(Fault.drip(0.05, body=True), path="/results/", times=-1)
    path = desk.start_saving(first, "same.zip")
    desk.start_saving(second, "same.zip")
    assert f"The results of another job are being saved to “{path}”" in desk.said()
    assert not desk.shows_button(desk.window.details, "Cancel saving")
    desk.select(first)
    assert desk.shows_button(desk.window.details, "Cancel saving")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("パ.zip", unicodedata.normalize("NFD", "パ.zip")),
        (unicodedata.normalize("NFD", "Ö.zip"), "ö.zip"),
        ("Results.zip", "RESULTS.ZIP"),
        ("Ａ.zip", "ａ.zip"),
    ],
)
def test_two_names_that_are_one_file_on_some_system_are_not_written_at_once(
    desk: AtDesk, practice: PracticeService, one: str, other: str
) -> None:
    first, second = desk.finished_job("First"), desk.finished_job("Second")
    practice.misbehave(Fault.drip(0.05, body=True), path="/results/", times=-1)
    path = desk.start_saving(first, one)
    assert desk.start_saving(second, other) == path.with_name(other)
    assert f"The results of another job are being saved to “{path.with_name(other)}”" in desk.said()
    assert desk.cell(second, JobColumn.RESULTS) == "Not saved"


def test_several_jobs_are_saved_into_one_folder(desk: AtDesk, practice: PracticeService) -> None:
    jobs = [desk.finished_job(name) for name in ("One", "Two", "Three")]
    desk.select(*jobs)
    desk.until(desk.actions.save_results.isEnabled)
    desk.actions.save_results.trigger()
    dialog = desk.dialog("Save results of 3 job(s) to")
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(desk.downloads_folder))
    dialog.fileSelected.emit(str(desk.downloads_folder))
    dialog.reject()
    desk.until(lambda: all(desk.job(job.key).saved for job in jobs))
    assert len(list(desk.downloads_folder.glob("*.zip"))) == 3


def test_jobs_whose_names_differ_in_case_only_are_saved_under_different_names(
    desk: AtDesk, practice: PracticeService
) -> None:
    jobs = [desk.finished_job(name) for name in ("November", "NOVEMBER", "november")]
    practice.misbehave(Fault.delay(0.5), path="/results/", times=-1)  # all are under way at the same time
    desk.select(*jobs)
    desk.actions.save_results.trigger()
    dialog = desk.dialog("Save results of 3 job(s) to")
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(desk.downloads_folder))
    dialog.reject()
    desk.until(lambda: all(desk.cell(job, JobColumn.RESULTS) == "Saved" for job in jobs))
    names = {path.name.casefold() for path in desk.downloads_folder.iterdir()}
    assert names == {f"november - retrain_results_sales{number}.zip" for number in ("", " (2)", " (3)")}


def test_a_service_in_trouble_is_asked_less_and_less_often(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.running_job()
    practice.misbehave(Fault.html(503), times=-1, path=job.id)
    waits = []
    for _ in range(6):
        desk.check_now(job)
        waits.append(desk.job(job.key).next_check_at - desk.clock())
    assert waits[0] < 34
    assert all(later > earlier * 0.9 for earlier, later in itertools.pairwise(waits))
    assert 290 < waits[-1] < 331
    practice.behave()
    desk.check_now(job)
    assert desk.job(job.key).problem is None


def test_a_pause_the_service_asks_for_holds_for_all_its_jobs(desk: AtDesk, practice: PracticeService) -> None:
    first, second = desk.running_job("First"), desk.running_job("Second")
    practice.misbehave(Fault.too_many_requests("600"), path=first.id)
    desk.check_now(first)
    for job in (first, second):
        desk.until(lambda job=job: desk.job(job.key).next_check_at - desk.clock() > 590)  # type: ignore[misc]


def test_after_sleep_everything_is_checked_again(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.running_job()
    practice.misbehave(Fault.drop(), times=-1, path=job.id)
    for _ in range(5):
        desk.check_now(job)
    assert desk.job(job.key).problem is not None
    practice.behave()
    desk.pass_time(60)
    desk.until(lambda: desk.job(job.key).problem is None)


def test_a_finished_job_without_a_file_is_asked_about_until_there_is_one(
    desk: AtDesk, practice: PracticeService
) -> None:
    job_id = practice.start_job(seconds=0)
    practice.withhold_file(job_id)
    job = desk.add_job(job_id, "Soon")
    desk.until(lambda: desk.job(job.key).status)
    assert desk.cell(job, JobColumn.RESULTS) == "No results yet"
    practice.withhold_file(job_id, withheld=False)
    desk.pass_time(40)
    desk.until(lambda: desk.job(job.key).can_save)


def test_a_wrong_job_id_is_explained(desk: AtDesk) -> None:
    job = desk.add_job("no-such-job", "Typo")
    desk.until(lambda: desk.job(job.key).problem)
    problem = desk.job(job.key).problem
    assert problem is not None
    assert problem.kind is ProblemKind.JOB_NOT_FOUND
    desk.select(job)
    assert "The service does not know this job" in desk.said()
    assert "Compare the job ID" in desk.said()


def test_a_page_in_the_place_of_results_is_said_and_the_earlier_file_stays(
    desk: AtDesk, practice: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_worker, "_WAITS", (0.01,) * 4)
    job = desk.finished_job("November")
    saved = desk.save_results(job)
    whole = saved.read_bytes()
    practice.misbehave(Fault.html(200), times=-1, path="/results/")
    desk.session.downloads.save(job.key, saved)
    desk.until(lambda: desk.job(job.key).save_problem)
    desk.select(job)
    assert "What was received is not the results" in desk.said()
    assert desk.cell(job, JobColumn.RESULTS) == "Not saved"
    assert list(desk.downloads_folder.iterdir()) == [saved]
    assert saved.read_bytes() == whole
    practice.behave()
    desk.press(desk.window.details, "Save again")
    desk.until(lambda: desk.cell(job, JobColumn.RESULTS) == "Saved")
    kinds = [EventKind.RESULTS_SAVED, EventKind.RESULTS_SAVED]  # what was not saved is not in the history
    desk.until(lambda: [event.kind for event in desk.history() if event.kind in kinds] == kinds)


def test_results_that_could_not_be_tested_are_not_called_tested(desk: AtDesk, practice: PracticeService) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("metrics.csv", b"")
    packed_by_deflate64 = bytearray(out.getvalue())
    for at in (8, packed_by_deflate64.index(b"PK\x01\x02") + 10):
        packed_by_deflate64[at] = 9
    job = desk.finished_job("November")
    practice.set_results(job.id, bytes(packed_by_deflate64), "r.zip")
    desk.save_results(job)
    desk.select(job)
    why = "part of it is packed in a way that cannot be tested here"
    assert f"Not all checksums in it were tested: {why}." in desk.said()
    (event,) = desk.until(lambda: [event for event in desk.history() if event.kind is EventKind.RESULTS_SAVED])
    assert dict(details_of(event))["untested"] == why
