"""The account's calls answer as the Japanese manual says they do."""

import base64
import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import requests

from epa_gui.practice import Fault, PracticeService

Ask = Callable[..., requests.Response]
Make = Callable[..., PracticeService]
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def said(response: requests.Response) -> str:
    assert response.status_code == 400
    return str(response.json()["message"])


def models(practice: PracticeService, ask: Ask, key: str = "", **query: object) -> requests.Response:
    kind = key or practice.issue_account_key("train")
    return ask("GET", f"{practice.url}/v1/external/models", key=kind, params=query)


def classifiers(practice: PracticeService, ask: Ask, key: str = "") -> requests.Response:
    return ask("GET", f"{practice.url}/v1/external/classifiers", key=key or practice.issue_account_key("deploy"))


def first_api(practice: PracticeService, ask: Ask) -> dict[str, Any]:
    """The first model's prediction API, as the list tells it."""
    api = practice.prediction_api()
    assert api is not None
    listed = classifiers(practice, ask).json()["classifiers"]
    return dict(next(one for one in listed if one["classifier_id"] == api.id))


def question(row: dict[str, str], **wishes: object) -> dict[str, Any]:
    written = io.StringIO()
    csv.writer(written).writerows([row.keys(), row.values()])
    data = base64.b64encode(written.getvalue().encode()).decode()
    inputs: list[dict[str, object]] = [{"name": "pr", "type": "csv", "data": data}]
    inputs += [{"name": name, "type": "boolean", "data": wish} for name, wish in wishes.items()]
    return {"inputs": inputs}


def predicted(response: requests.Response) -> dict[str, str]:
    """The one row of a prediction, by heading."""
    assert response.status_code == 200, response.text
    (output,) = response.json()["outputs"]
    assert output["name"] == "prediction_valid.csv"
    text = base64.b64decode(output["data"]).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    return row


ROW = {"visits": "38", "plan": "pro", "weekday": "3"}


def predict(practice: PracticeService, ask: Ask, row: dict[str, str] = ROW, **options: Any) -> requests.Response:
    api = practice.prediction_api()
    assert api is not None
    body = options.pop("body", None) or question(row, **options.pop("wishes", {}))
    address = options.pop("address", practice.prediction_address())
    return ask("POST", address, key=options.pop("key", api.key), json=body)


# Keys


def test_the_secret_key_issues_keys_of_all_three_kinds(practice: PracticeService, ask: Ask) -> None:
    place = f"{practice.url}/v1/external/api-key"
    issued = {
        kind: ask("GET", place, key=practice.secret_key, params={"credential_type": kind}).json()["api_key"]
        for kind in ("train", "deploy")
    }
    assert models(practice, ask, issued["train"]).ok
    assert classifiers(practice, ask, issued["deploy"]).ok
    assert said(ask("GET", place, key=practice.secret_key, params={"credential_type": "retrain"})) == (
        "Model id is required."
    )
    assert said(ask("GET", place, key=practice.secret_key, params={"credential_type": "other"}))


def test_a_key_opens_what_it_was_issued_for_alone(practice: PracticeService, ask: Ask) -> None:
    train, deploy = practice.issue_account_key("train"), practice.issue_account_key("deploy")
    for key in (deploy, practice.api_key, practice.secret_key):
        assert said(models(practice, ask, key)) == "Not_found_credential."
    for key in (train, practice.api_key, practice.secret_key):
        assert said(classifiers(practice, ask, key)) == "Not_found_credential."
    assert said(ask("GET", practice.start_job(), key=train)) == "Not_found_credential."
    practice.switches.swaps_kinds = True
    assert models(practice, ask, deploy).ok
    assert classifiers(practice, ask, train).ok


def test_a_deleted_account_lists_nothing(practice: PracticeService, ask: Ask) -> None:
    practice.delete_user()
    assert said(models(practice, ask)) == "This user may be deleted."
    assert said(classifiers(practice, ask)) == "This user may be deleted."


def test_a_service_may_be_without_these_calls(make_practice: Make, ask: Ask) -> None:
    practice = make_practice(has_account_calls=False)
    assert models(practice, ask).status_code == 404
    assert classifiers(practice, ask).status_code == 404
    practice.switches.lacks_calls = False
    assert models(practice, ask).ok
    practice.misbehave(Fault.no_such_call())
    assert models(practice, ask).status_code == 403


# Models


def test_the_models_come_in_pages(practice: PracticeService, ask: Ask) -> None:
    pages = [models(practice, ask, offset=offset, limit=30).json() for offset in (0, 10, 20, 30)]
    assert [len(page["models"]) for page in pages] == [10, 10, 5, 0]
    assert pages[1]["metadata"] == {"offset": 10, "limit": 10, "total": 25}
    numbers = [model["model_id"] for page in pages for model in page["models"]]
    assert numbers[0] == practice.model_id
    assert len(set(numbers)) == 25
    assert len(models(practice, ask, offset=3, limit=2).json()["models"]) == 2


def test_a_model_says_what_it_predicts(practice: PracticeService, ask: Ask) -> None:
    practice.switches.page = 30
    listed = {model["model_id"]: model for model in models(practice, ask).json()["models"]}
    first = listed[practice.model_id]
    assert first["config"] == {"tc": "stays", "tt": "binary_classification", "tsm": False, "tv": "yes"}
    assert {model["config"].get("tt") for model in listed.values()} > {"regression", "multi_classification", None}
    assert listed[1008]["config"]["tsc"] == "年月"
    assert not listed[1007]["is_api_option"]


def test_models_can_be_renamed_and_deleted(practice: PracticeService, ask: Ask) -> None:
    practice.rename_model("Churn, new")
    practice.delete_model(1002)
    listed = models(practice, ask).json()
    assert listed["models"][0]["name"] == "Churn, new"
    assert listed["metadata"]["total"] == 24
    assert 1002 not in [model["model_id"] for model in listed["models"]]
    assert 1002 not in [api["model_id"] for api in classifiers(practice, ask).json()["classifiers"]]


# Prediction APIs


def test_the_list_has_every_prediction_apis_own_key_in_clear(practice: PracticeService, ask: Ask) -> None:
    listed = classifiers(practice, ask).json()["classifiers"]
    assert len({api["api_key"] for api in listed}) == len(listed) > 4
    assert {api["status"] for api in listed} == {"running", "failed", "building", "terminated"}
    first = first_api(practice, ask)
    assert first["url"] == practice.prediction_address()
    assert first["model_id"] == practice.model_id


def test_a_switch_takes_a_while_and_then_the_jobs_model_answers(
    practice: PracticeService, ask: Ask, clock: SimpleNamespace
) -> None:
    job = practice.start_job()
    practice.finish(job)
    number = ask("GET", job).json()["model_id"]
    before = first_api(practice, ask)
    assert ask("PUT", f"{job}/update_model").ok
    updating = first_api(practice, ask)
    assert (updating["status"], updating["model_id"]) == ("updating", practice.model_id)
    clock.now += 6
    after = first_api(practice, ask)
    assert (after["status"], after["model_id"]) == ("running", number)
    assert after["version"] != before["version"]
    assert after["update_datetime"] > before["update_datetime"]
    assert after["classifier_id"] == before["classifier_id"]


def test_a_second_switch_takes_over_from_the_first(practice: PracticeService, ask: Ask, clock: SimpleNamespace) -> None:
    jobs = [practice.start_job(), practice.start_job()]
    for job in jobs:
        practice.finish(job)
        assert ask("PUT", f"{job}/update_model").ok
        clock.now += 3
    assert first_api(practice, ask)["status"] == "updating"
    clock.now += 3
    assert first_api(practice, ask)["model_id"] == ask("GET", jobs[1]).json()["model_id"]


def test_a_model_without_a_prediction_api_cannot_be_switched(practice: PracticeService, ask: Ask) -> None:
    job = practice.start_job(model_id=1007)
    practice.finish(job)
    assert said(ask("PUT", f"{job}/update_model", key=practice.issue_key(1007))) == "Not found classifier."


def test_a_restart_keeps_the_account_and_a_switch_under_way(
    make_practice: Make, session: requests.Session, clock: SimpleNamespace
) -> None:
    before = make_practice()
    job = before.start_job()
    before.finish(job)
    headers = {"x-api-key": before.api_key}
    session.put(f"{before.url}/v1/external/retrain_jobs/{job}/update_model", headers=headers, timeout=10)
    key, api = before.issue_account_key("train"), before.prediction_api()
    before.rename_model("Renamed")
    before.stop()
    clock.now += 6
    after = make_practice()
    assert api is not None
    now = after.prediction_api()
    assert now is not None
    assert (now.id, now.key, now.job, now.version) == (api.id, api.key, job, 2)
    listed = session.get(f"{after.url}/v1/external/models", headers={"x-api-key": key}, timeout=10).json()
    assert listed["models"][0]["name"] == "Renamed"


def test_a_memory_of_an_earlier_version_gets_an_account(make_practice: Make, clock: SimpleNamespace) -> None:
    practice = make_practice()
    job = practice.start_job()
    practice.stop()
    path = practice._state.folder / "state.json"
    kept = json.loads(path.read_bytes())
    for name in ("live_apis", "group", "began_at"):
        del kept[name]
    kept["models"] = [{"id": 1001, "deleted": False, "live_job": job}]
    kept["jobs"] = [one | {"failing": None} for one in kept["jobs"]]
    kept["credentials"] = [{"key": practice.api_key, "model_id": 1001, "ends_at": None, "revoked": False}]
    path.write_text(json.dumps(kept), encoding="utf-8")
    after = make_practice()
    api = after.prediction_api()
    assert api is not None
    assert api.job == job


# Predictions


def test_a_prediction_has_the_class_and_a_probability_for_each(practice: PracticeService, ask: Ask) -> None:
    row = predicted(predict(practice, ask, wishes={"nr": True}))
    assert list(row) == ["stays", "no", "yes"]
    assert row["stays"] == max(("no", "yes"), key=lambda name: float(row[name]))
    assert float(row["no"]) + float(row["yes"]) == pytest.approx(1)


def test_what_a_prediction_has_beside_is_as_it_was_wished(practice: PracticeService, ask: Ask) -> None:
    assert list(predicted(predict(practice, ask))) == ["row_number", "stays", "no", "yes"]
    assert list(predicted(predict(practice, ask, wishes={"nr": True, "nc": True, "ad": True}))) == [
        *("no", "yes", "visits", "plan", "weekday")
    ]


def test_a_number_is_one_column(make_practice: Make, ask: Ask) -> None:
    practice = make_practice(samples=SAMPLES)
    api = practice.prediction_api(1002)
    assert api is not None
    lines = (SAMPLES / "store_sales.csv").read_text("utf-8-sig").splitlines()
    row = dict(zip(lines[0].split(",")[:-1], lines[1].split(","), strict=False))
    answer = predict(practice, ask, row, key=api.key, address=practice.prediction_address(1002), wishes={"nr": True})
    found = predicted(answer)
    assert list(found) == ["sales_yen"]
    assert float(found["sales_yen"]) > 1000


def test_a_switch_changes_what_is_predicted(practice: PracticeService, ask: Ask, clock: SimpleNamespace) -> None:
    before = predicted(predict(practice, ask))
    turned = "\n".join(
        ["visits,plan,weekday,stays", *(f"{at % 40},{'pro' if at % 3 else 'basic'},{at % 7},no" for at in range(90))]
    )
    rows = turned + "\n" + "\n".join("1,basic,1,yes" for _ in range(20))
    job = practice.start_job(rows.encode())
    practice.finish(job)
    ask("PUT", f"{job}/update_model")
    assert predicted(predict(practice, ask)) == before, "while it is updated, the model before answers"
    clock.now += 6
    assert predicted(predict(practice, ask))["stays"] != before["stays"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"inputs": 5},
        {"inputs": [{"name": "pr", "type": "csv", "data": "§"}]},
        {"inputs": [{"name": "pr", "type": "csv", "data": base64.b64encode(b"a,b\n1,2\n3,4\n").decode()}]},
        {"inputs": [{"name": "pr", "type": "csv", "data": base64.b64encode(b"a,b\n").decode()}]},
        question({"visits": "1"}),
        question(ROW, nr="yes"),
    ],
)
def test_what_is_not_one_row_of_the_models_columns_is_refused(practice: PracticeService, ask: Ask, body: Any) -> None:
    answer = predict(practice, ask, body=body or {"nothing": 1})
    assert (answer.status_code, answer.json()["code"]) == (400, 4001030104)


def test_predictions_answer_their_documented_errors(practice: PracticeService, ask: Ask) -> None:
    def code(**options: Any) -> int:
        answer = predict(practice, ask, **options)
        assert answer.status_code == int(str(answer.json()["code"])[:3])
        return int(answer.json()["code"])

    address = practice.prediction_address()
    assert code(address=address.replace("/classifiers/", "/classifiers/x")) == 4001030101
    assert code(address=address.replace("/groups/", "/groups/x")) == 4001030101
    assert code(key=practice.api_key) == 4031030201
    practice.switches.refuses_source = True
    assert code() == 4031030201
    practice.switches.refuses_source = False
    practice.stop_prediction_api()
    assert code() == 5031030101
    practice.stop_prediction_api(stopped=False)
    assert predict(practice, ask).ok
    practice.delete_classifier()
    assert practice.prediction_address() == ""
    assert ask("POST", address, key="x", json={}).json()["code"] == 4001030101


def test_a_trial_gives_so_many_predictions_and_no_more(practice: PracticeService, ask: Ask) -> None:
    practice.switches.prediction_limit = 3
    assert [predict(practice, ask).status_code for _ in range(5)] == [200, 200, 200, 403, 403]
    api = practice.prediction_api()
    assert api is not None
    assert api.calls == 3
