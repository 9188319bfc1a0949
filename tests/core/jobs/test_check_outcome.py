"""What a check changes in a job, and what of it goes into the history."""

import math
from dataclasses import replace

import pytest

from epa_gui.core.jobs.check_outcome import after_answer, after_problem, status_entry
from epa_gui.core.jobs.job import Answer, Job, JobKey, StatusEntry, Upload
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.settings import Settings

NOW = 1_750_000_000.0
TIMED_OUT = Problem(ProblemKind.TIMED_OUT)
JOB = Job("j", "m", name="March", note="mine", added_at=NOW - 60)


def answered(job: Job, status: str, now: float = NOW, results_name: str = "", **fields: object) -> Job:
    answer = replace(Answer(status, now), **fields)  # type: ignore[arg-type]
    return after_answer(job, answer, results_name, Settings(), 0.0)


def troubled(job: Job, problem: Problem = TIMED_OUT, now: float = NOW) -> Job:
    return after_problem(job, problem, Settings(), now, 0.0)


def test_an_answer_is_taken_over_and_the_persons_own_words_stay() -> None:
    job = answered(JOB, "training", model_id=7, message="half way")
    assert (job.status, job.service_model_id, job.message) == ("training", 7, "half way")
    assert (job.checked_at, job.asked_at, job.next_check_at) == (NOW, NOW, NOW + 30)
    assert (job.name, job.note) == ("March", "mine")


def test_an_answer_ends_trouble() -> None:
    job = answered(troubled(troubled(JOB)), "training")
    assert (job.failures, job.problem, job.problem_since) == (0, None, None)


def test_trouble_leaves_what_the_service_said_before() -> None:
    job = troubled(answered(JOB, "training", NOW - 60, message="half way"))
    assert (job.status, job.message, job.checked_at, job.asked_at) == ("training", "half way", NOW - 60, NOW)


def test_trouble_of_the_same_kind_keeps_its_beginning_and_another_begins_anew() -> None:
    job = troubled(troubled(JOB, now=NOW), now=NOW + 60)
    assert (job.failures, job.problem_since) == (2, NOW)
    job = troubled(job, Problem(ProblemKind.TLS_FAILED), NOW + 90)
    assert (job.failures, job.problem_since) == (3, NOW + 90)


def test_a_status_knows_since_when_it_is() -> None:
    job = answered(answered(JOB, "training", NOW), "training", NOW + 60)
    assert job.status_since == NOW
    assert answered(job, "evaluating", NOW + 90).status_since == NOW + 90


def test_a_finished_job_offers_its_file_and_is_done() -> None:
    job = answered(JOB, "job_finished", download_url="https://s.example/r.zip?sig=1", results_name="r.zip")
    assert (job.has_file, job.results_name, job.ended_at, job.next_check_at) == (True, "r.zip", NOW, math.inf)


def test_a_name_once_known_stays_when_a_later_answer_has_no_link() -> None:
    job = answered(JOB, "job_finished", download_url="https://s.example/r.zip", results_name="r.zip", model_id=7)
    job = answered(job, "job_finished", NOW + 60)
    assert (job.has_file, job.results_name, job.service_model_id, job.ended_at) == (False, "r.zip", 7, NOW)


def test_the_end_is_when_it_was_first_seen() -> None:
    job = answered(answered(JOB, "job_failed", NOW), "job_error", NOW + 60)
    assert job.ended_at == NOW


@pytest.mark.parametrize(("status", "ended_at"), [("training", None), ("job_finished", NOW + 60)])
def test_a_wrong_guess_of_failure_is_taken_back(status: str, ended_at: float | None) -> None:
    assert answered(answered(JOB, "job_failed", NOW), status, NOW + 60).ended_at == ended_at


def test_the_first_answer_is_history_even_if_it_says_nothing() -> None:
    after = answered(JOB, "")
    assert status_entry(JOB, after, NOW) == StatusEntry(JobKey("m", "j"), NOW, "")


def test_the_same_answer_again_is_no_history() -> None:
    before = answered(JOB, "training", message="half way")
    assert status_entry(before, answered(before, "training", NOW + 30, message="half way"), NOW + 30) is None


@pytest.mark.parametrize(("status", "message"), [("evaluating", "half way"), ("training", "nearly there")])
def test_a_new_status_or_message_is_history(status: str, message: str) -> None:
    before = answered(JOB, "training", message="half way")
    entry = status_entry(before, answered(before, status, NOW + 30, message=message), NOW + 30)
    assert entry == StatusEntry(JobKey("m", "j"), NOW + 30, status, message)


def test_trouble_is_history_once_for_each_kind() -> None:
    before = answered(JOB, "training")
    once = troubled(before)
    twice = troubled(once, Problem(ProblemKind.TIMED_OUT, "in other words"))
    other = troubled(twice, Problem(ProblemKind.TLS_FAILED))
    assert status_entry(before, once, NOW) == StatusEntry(JobKey("m", "j"), NOW, "training", "", TIMED_OUT)
    assert status_entry(once, twice, NOW) is None
    entry = status_entry(twice, other, NOW)
    assert entry is not None
    assert entry.problem == Problem(ProblemKind.TLS_FAILED)


def test_the_end_of_trouble_is_history() -> None:
    before = troubled(answered(JOB, "training"))
    assert status_entry(before, answered(before, "training"), NOW) == StatusEntry(JobKey("m", "j"), NOW, "training")


def test_a_file_nobody_confirmed_has_arrived_if_its_job_goes_on_to_the_end() -> None:
    upload = Upload("training.csv", rows=100)
    job = Job("j", "m", upload=upload, send_problem=Problem(ProblemKind.SEND_UNANSWERED))
    going = after_answer(job, Answer("training", 100.0), "", Settings(), 0.0)
    assert going.send_problem is not None
    finished = after_answer(
        going, Answer("job_finished", 200.0, download_url="https://x.example/y"), "", Settings(), 0.0
    )
    assert finished.send_problem is None
    assert finished.upload is not None
    assert finished.upload.arrived_at == 200.0
    assert not finished.is_uploading
