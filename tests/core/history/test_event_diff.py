"""What goes into the history: each act once, with what is asked of it, and nothing for what changed nothing."""

from dataclasses import fields, replace

import pytest

from epa_gui.core.history.event import Act, ActKind
from epa_gui.core.history.event_diff import about_job, about_model
from epa_gui.core.jobs.job import Job, Saved, Upload
from epa_gui.core.jobs.metric import Metric
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region

NOW = 1_750_000_000.0
MODEL = Model(
    "m", "Churn", Region.OWN, "https://own.example:8443/base", "1f3a", 5.0, 1.0, service_id=7, key_ends_at=9.0
)
UPLOAD = Upload("/data/学習.csv", "/data/eval.csv", (), 1000, 2048, "5e" * 32, None, 5000, "f1" * 32, 700, "e1" * 32)
JOB = Job("j", "m", "November", "a note", added_at=1.0)
SAVED = Saved("/out/r.zip", 99, NOW, "5a" * 32, Metric("AUC", 0.9, 0.8))


def of_model(before: Model | None, after: Model) -> list[Act]:
    return list(about_model(before, after, NOW))


def of_job(before: Job | None, after: Job) -> list[Act]:
    return list(about_job(before, after, "Churn", NOW))


def kinds(acts: list[Act]) -> list[ActKind]:
    return [act.kind for act in acts]


def test_a_new_model_and_its_key() -> None:
    added, key = of_model(None, MODEL)
    assert added == Act(
        ActKind.MODEL_ADDED, NOW, "m", "Churn", details={"region": "own", "host": "own.example:8443", "service_id": 7}
    )
    assert (key.kind, dict(key.details)) == (ActKind.KEY_ADDED, {"key": "••••1f3a", "ends_at": 9.0, "ends_said": ""})


def test_a_new_model_whose_key_was_issued_here() -> None:
    after = replace(MODEL, key_end_said="2026-12-01", has_secret=True)
    acts = list(about_model(None, after, NOW, is_key_issued=True))
    assert kinds(acts) == [ActKind.MODEL_ADDED, ActKind.KEY_ISSUED, ActKind.SECRET_KEPT]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": "Churn 2"}, [ActKind.MODEL_RENAMED]),
        ({"key_hint": "9999", "key_added_at": 6.0}, [ActKind.KEY_CHANGED]),
        ({"key_added_at": 6.0}, [ActKind.KEY_CHANGED]),
        ({"has_secret": True}, [ActKind.SECRET_KEPT]),
        ({"target": "left"}, [ActKind.TARGET_CHANGED]),
        ({"service_id": 8}, []),
        ({}, []),
    ],
)
def test_a_changed_model(change: dict[str, object], expected: list[ActKind]) -> None:
    assert kinds(of_model(MODEL, replace(MODEL, **change))) == expected  # type: ignore[arg-type]


def test_a_key_issued_without_a_word_on_its_end_is_issued_all_the_same() -> None:
    after = replace(MODEL, key_hint="9999", key_added_at=6.0)
    assert kinds(list(about_model(MODEL, after, NOW, is_key_issued=True))) == [ActKind.KEY_ISSUED]


def test_a_forgotten_secret_key() -> None:
    assert kinds(of_model(replace(MODEL, has_secret=True), MODEL)) == [ActKind.SECRET_REMOVED]


def test_a_changed_key_tells_both() -> None:
    (act,) = of_model(MODEL, replace(MODEL, key_hint="9999", key_added_at=6.0))
    assert (act.text("key"), act.text("key_before")) == ("••••9999", "••••1f3a")


def test_an_adopted_job() -> None:
    assert of_job(None, JOB) == [Act(ActKind.JOB_ADOPTED, NOW, "m", "Churn", "j", "November")]


def test_a_job_started_here_is_told_when_it_is_named_and_when_its_file_has_arrived() -> None:
    begun = replace(JOB, upload=UPLOAD)
    (act,) = of_job(None, begun)
    assert (act.kind, dict(act.details)) == (
        ActKind.UPLOAD_BEGUN,
        {
            "file": "学習.csv",
            "rows": 1000,
            "file_size": 5000,
            "file_sha256": "f1" * 32,
            "evaluation": "eval.csv",
            "evaluation_size": 700,
            "evaluation_sha256": "e1" * 32,
            "sent_size": 2048,
            "sent_sha256": "5e" * 32,
        },
    )
    arrived = replace(begun, upload=replace(UPLOAD, arrived_at=NOW))
    (act,) = of_job(begun, arrived)
    assert (act.kind, act.text("sent_sha256"), act.number("rows")) == (ActKind.JOB_STARTED, "5e" * 32, 1000)
    assert of_job(arrived, arrived) == []


def test_a_status_and_its_message() -> None:
    (act,) = of_job(replace(JOB, status="training"), replace(JOB, status="job_finished", message="done"))
    assert dict(act.details) == {"from": "training", "to": "job_finished", "message": "done"}
    assert kinds(of_job(replace(JOB, status="x"), replace(JOB, status="x", message="more"))) == [ActKind.STATUS_CHANGED]


def test_saved_results_with_their_fingerprint_and_main_metric() -> None:
    (act,) = of_job(JOB, replace(JOB, saved=SAVED))
    assert (act.kind, dict(act.details)) == (
        ActKind.RESULTS_SAVED,
        {"path": "/out/r.zip", "size": 99, "sha256": "5a" * 32, "metric": "AUC", "this": 0.9, "previous": 0.8},
    )


def test_several_things_at_once_are_several_acts() -> None:
    after = replace(JOB, name="New", status="job_finished", saved=SAVED, opened_at=NOW)
    assert kinds(of_job(JOB, after)) == [
        ActKind.JOB_EDITED,
        ActKind.STATUS_CHANGED,
        ActKind.RESULTS_SAVED,
        ActKind.RESULTS_OPENED,
    ]


def test_a_failed_upload_is_told_once() -> None:
    failed = replace(JOB, upload=UPLOAD, send_problem=Problem(ProblemKind.SEND_INTERRUPTED))
    assert kinds(of_job(replace(JOB, upload=UPLOAD), failed)) == [ActKind.UPLOAD_FAILED]
    assert of_job(failed, failed) == []


@pytest.mark.parametrize(
    "name",
    sorted(
        {field.name for field in fields(Job)}
        - {"id", "model", "name", "note", "status", "message", "saved", "upload", "send_problem", "opened_at"}
    ),
)
def test_what_nobody_did_is_no_act(name: str) -> None:
    values = {
        "problem": Problem(ProblemKind.TIMED_OUT),
        "save_problem": Problem(ProblemKind.DISK_FULL),
        "switch_problem": Problem(ProblemKind.SWITCH_UNANSWERED),
        "partial": None,
        "has_file": True,
        "results_name": "r.zip",
    }
    assert of_job(JOB, replace(JOB, **{name: values.get(name, 3)})) == []  # type: ignore[arg-type]
