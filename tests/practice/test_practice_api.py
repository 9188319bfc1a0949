"""The API answers as service.md says it does."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
import requests

from epa_gui.practice import Fault, PracticeService

Ask = Callable[..., requests.Response]
CODE = 4001000204


def said(response: requests.Response) -> str:
    """The message of an error answer, having checked that it is one."""
    body = response.json()
    assert (response.status_code, body["code"], body["error"]) == (400, CODE, "PREDA_EXTERNAL_BAD_REQUEST")
    return str(body["message"])


def issue(practice: PracticeService, ask: Ask, key: str | None = None, **arguments: object) -> requests.Response:
    query = {"credential_type": "retrain", "model_id": practice.model_id} | arguments
    given = {name: value for name, value in query.items() if value is not None}
    return ask("GET", f"{practice.url}/v1/external/api-key", key=key or practice.secret_key, params=given)


# The course of a job


def test_a_job_goes_from_word_to_word_until_it_is_finished(
    practice: PracticeService, ask: Ask, clock: SimpleNamespace
) -> None:
    job = practice.start_job()
    words = []
    for _ in range(21):
        words.append(ask("GET", job).json()["status"])
        clock.now += 1
    assert list(dict.fromkeys(words)) == [
        "job_queued",
        "data_checking",
        "training",
        "evaluating",
        "exporting",
        "job_finished",
    ]


def test_only_a_finished_job_has_a_model_and_a_link(
    practice: PracticeService, ask: Ask, clock: SimpleNamespace
) -> None:
    job = practice.start_job()
    assert ask("GET", job).json() == {"status": "job_queued", "metadata": {"retrain_job_id": job}}
    clock.now += 20
    finished = ask("GET", job).json()
    assert isinstance(finished["model_id"], int)
    assert finished["download_url"].startswith(f"{practice.storage_url}/results/{job}/retrain_results_sales.zip?")


def test_a_job_may_take_as_long_as_a_test_likes(practice: PracticeService, ask: Ask, clock: SimpleNamespace) -> None:
    job = practice.start_job(seconds=1000)
    clock.now += 999
    assert ask("GET", job).json()["status"] == "exporting"


def test_a_failed_job_says_why(practice: PracticeService, ask: Ask) -> None:
    job = practice.start_job()
    practice.fail(job, "列が足りません。")
    answer = ask("GET", job).json()
    assert (answer["status"], answer["message"]) == ("job_failed", "列が足りません。")


def test_a_job_can_be_made_to_say_anything(practice: PracticeService, ask: Ask, clock: SimpleNamespace) -> None:
    job = practice.start_job()
    practice.say(job, "Wartend …")
    clock.now += 1000
    assert ask("GET", job).json()["status"] == "Wartend …"


def test_a_finished_job_can_withhold_its_file_for_a_while(practice: PracticeService, ask: Ask) -> None:
    job = practice.start_job()
    practice.finish(job)
    practice.withhold_file(job)
    assert "download_url" not in ask("GET", job).json()
    practice.withhold_file(job, withheld=False)
    assert "download_url" in ask("GET", job).json()


def test_a_file_that_cannot_be_trained_on_fails_the_job(
    practice: PracticeService, ask: Ask, clock: SimpleNamespace
) -> None:
    job = practice.start_job(b"only,a,header\r\n")
    clock.now += 20
    answer = ask("GET", job).json()
    assert answer["status"] == "job_failed"
    assert "at least 11" in answer["message"]


def test_no_uploaded_job_fails_by_chance(
    practice: PracticeService, ask: Ask, session: requests.Session, clock: SimpleNamespace
) -> None:
    jobs = []
    for _ in range(40):
        place = ask("GET", "upload_url?filename=a.csv").json()
        session.put(place["upload_url"], data=b"a,b\n" + b"1,x\n2,y\n" * 20, timeout=10)
        jobs.append(place["retrain_job_id"])
    clock.now += 20
    assert {ask("GET", job).json()["status"] for job in jobs} == {"job_finished"}


# Keys


@pytest.mark.parametrize("call", [("GET", "{job}"), ("PUT", "{job}/update_model"), ("GET", "upload_url?filename=a")])
def test_every_call_wants_a_good_key(practice: PracticeService, ask: Ask, call: tuple[str, str]) -> None:
    method, path = call
    path = path.format(job=practice.start_job())
    assert said(ask(method, path, key="no-such-key-at-all-here")) == "invalid_api_key."
    assert said(ask(method, path, key=practice.secret_key)) == "Not_found_credential."


def test_a_call_without_a_key_is_refused(practice: PracticeService, session: requests.Session) -> None:
    answer = session.get(f"{practice.url}/v1/external/retrain_jobs/{practice.start_job()}", timeout=10)
    assert said(answer) == "invalid_api_key."


def test_revoked_keys_are_inactive_and_a_new_one_is_not(practice: PracticeService, ask: Ask) -> None:
    job = practice.start_job()
    practice.revoke_keys()
    assert said(ask("GET", job)) == "Inactive_credential."
    assert ask("GET", job, key=practice.issue_key()).ok


def test_another_models_key_does_not_see_the_job(practice: PracticeService, ask: Ask) -> None:
    job = practice.start_job()
    other = practice.issue_key(model_id=77)
    assert said(ask("GET", job, key=other)) == "Not found retrain job."
    assert said(ask("PUT", f"{job}/update_model", key=other)) == "Not found retrain job."


def test_the_secret_key_issues_a_key_that_works_for_30_days(
    practice: PracticeService, ask: Ask, clock: SimpleNamespace
) -> None:
    issued = issue(practice, ask).json()
    assert issued["end_date"] == "2025-07-15T15:06:40Z"
    job = practice.start_job()
    clock.now += 30 * 86400 - 1
    assert ask("GET", job, key=issued["api_key"]).ok
    clock.now += 1
    assert said(ask("GET", job, key=issued["api_key"])) == "Inactive_credential."


def test_issuing_a_key_answers_its_documented_errors(practice: PracticeService, ask: Ask) -> None:
    assert said(issue(practice, ask, model_id=None)) == "Model id is required."
    assert said(issue(practice, ask, model_id=424242)) == "This model may be deleted."
    assert said(issue(practice, ask, model_id="x")) == "This model may be deleted."
    assert said(issue(practice, ask, key="wrong")) == "invalid_api_key."
    assert said(issue(practice, ask, key=practice.api_key)) == "Not_found_credential."
    practice.delete_model()
    assert said(issue(practice, ask)) == "This model may be deleted."
    practice.delete_user()
    assert said(issue(practice, ask)) == "This user may be deleted."


# Switching


def test_a_finished_job_can_be_switched_to(practice: PracticeService, ask: Ask) -> None:
    job = practice.start_job()
    practice.finish(job)
    assert practice.live_job() is None
    assert ask("PUT", f"{job}/update_model").json() == {"metadata": {"retrain_job_id": job}}
    assert practice.live_job() == job


def test_switching_answers_its_documented_errors(practice: PracticeService, ask: Ask) -> None:
    job = practice.start_job()
    assert said(ask("PUT", "no-such-job/update_model")) == "Not found retrain job."
    assert said(ask("PUT", f"{job}/update_model")) == "Retrain job is not finished."
    practice.finish(job)
    practice.delete_classifier()
    assert said(ask("PUT", f"{job}/update_model")) == "Not found classifier."
    assert practice.live_job() is None


# What is gone


def test_a_deleted_or_unknown_job_is_said_to_be_so(practice: PracticeService, ask: Ask) -> None:
    job = practice.start_job()
    practice.delete(job)
    assert said(ask("GET", job)) == "This job may be deleted."
    assert said(ask("GET", "no-such-job")) == "Not found retrain job."


def test_asking_for_an_upload_link_answers_its_documented_errors(practice: PracticeService, ask: Ask) -> None:
    call = "upload_url?filename=a.csv"
    practice.delete_configuration()
    gone = ask("GET", call)
    assert gone.status_code == 500
    assert gone.json() == {
        "code": 5001000201,
        "error": "PREDA_EXTERNAL_INTERNAL_SERVER_ERROR",
        "message": "Not found configuration_file.",
    }
    practice.delete_model()
    assert said(ask("GET", call)) == "This model may be deleted."
    practice.delete_user()
    assert said(ask("GET", call)) == "This user may be deleted."
    practice.misbehave(Fault.service_error("This job may be deleted."))
    assert said(ask("GET", call)) == "This job may be deleted."


@pytest.mark.parametrize("path", ["/", "/v1/external/retrain_jobs", "/v1/external/nothing", "//", "/%00%ff"])
def test_an_unknown_path_is_a_404_in_json(practice: PracticeService, ask: Ask, path: str) -> None:
    answer = ask("GET", practice.url + path)
    assert answer.status_code == 404
    assert answer.json()["message"]


# The first jobs


def test_the_first_jobs_are_in_three_states_and_one_waits_elsewhere(practice: PracticeService, ask: Ask) -> None:
    states = [ask("GET", job).json()["status"] for job in [*practice.seed(), practice.elsewhere]]
    assert states == ["job_finished", "job_queued", "job_failed", "job_queued"]
    assert practice.elsewhere not in practice.seed()


def test_the_first_jobs_that_are_over_began_before_the_one_that_goes_on(
    practice: PracticeService, clock: SimpleNamespace
) -> None:
    was_seeded, (finished, going, failed) = practice.is_seeded, practice.seed()
    assert (was_seeded, practice.is_seeded) == (False, True)
    assert practice.started_at(going) == clock.now
    assert practice.started_at(finished) == practice.started_at(failed) == clock.now - 60


def test_a_restart_continues_the_same_jobs_under_the_same_keys(
    make_practice: Callable[..., PracticeService], session: requests.Session, clock: SimpleNamespace
) -> None:
    before = make_practice()
    jobs, running, key = before.seed(), before.start_job(), before.issue_key()
    before.stop()
    clock.now += 19
    after = make_practice()
    assert after.seed() == jobs
    status = session.get(
        f"{after.url}/v1/external/retrain_jobs/{running}", headers={"x-api-key": key}, timeout=10
    ).json()["status"]
    assert status == "exporting"


def test_a_damaged_memory_is_set_aside(make_practice: Callable[..., PracticeService], tmp_path: object) -> None:
    practice = make_practice()
    practice.start_job()
    practice.stop()
    folder = practice._state.folder
    (folder / "state.json").write_bytes(b'{"jobs": [')
    assert len(make_practice().seed()) == 3
    assert (folder / "state.damaged").exists()
