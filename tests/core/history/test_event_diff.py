"""What goes into the history: each event once, with what is asked of it, and nothing for what changed nothing."""

from dataclasses import fields, replace

import pytest

from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.history.event_diff import about_job, about_model
from epa_gui.core.jobs.copy_step import CopyStep, from_json
from epa_gui.core.jobs.job import Job, Saved, Upload
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.verdict_note import Answer, Rule, VerdictNote

NOW = 1_750_000_000.0
MODEL = Model(
    "m", "Churn", Region.OWN, "https://own.example:8443/base", "1f3a", 5.0, 1.0, service_id=7, key_ends_at=9.0
)
UPLOAD = Upload("/data/学習.csv", "/data/eval.csv", (), 1000, 2048, "5e" * 32, None, 5000, "f1" * 32, 700, "e1" * 32)
JOB = Job("j", "m", "November", "a note", added_at=1.0)
SAVED = Saved("/out/r.zip", 99, NOW, "5a" * 32)


def of_model(before: Model | None, after: Model) -> list[HistoryEvent]:
    return list(about_model(before, after, NOW))


def of_job(before: Job | None, after: Job) -> list[HistoryEvent]:
    return list(about_job(before, after, "Churn", NOW))


def kinds(events: list[HistoryEvent]) -> list[EventKind]:
    return [event.kind for event in events]


def test_a_new_model_and_its_key() -> None:
    added, key = of_model(None, MODEL)
    assert added == HistoryEvent(
        EventKind.MODEL_ADDED, NOW, "m", "Churn", details={"region": "own", "host": "own.example:8443", "service_id": 7}
    )
    assert (key.kind, dict(key.details)) == (EventKind.KEY_ADDED, {"key": "••••1f3a", "ends_at": 9.0, "ends_said": ""})


def test_a_new_model_whose_key_was_issued_here() -> None:
    after = replace(MODEL, key_end_said="2026-12-01", has_secret=True)
    events = list(about_model(None, after, NOW, is_key_issued=True))
    assert kinds(events) == [EventKind.MODEL_ADDED, EventKind.KEY_ISSUED, EventKind.SECRET_KEPT]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": "Churn 2"}, [EventKind.MODEL_RENAMED]),
        ({"key_hint": "9999", "key_added_at": 6.0}, [EventKind.KEY_CHANGED]),
        ({"key_added_at": 6.0}, [EventKind.KEY_CHANGED]),
        ({"has_secret": True}, [EventKind.SECRET_KEPT]),
        ({"target": "left"}, [EventKind.TARGET_CHANGED]),
        ({"service_id": 8}, []),
        ({}, []),
    ],
)
def test_a_changed_model(change: dict[str, object], expected: list[EventKind]) -> None:
    assert kinds(of_model(MODEL, replace(MODEL, **change))) == expected  # type: ignore[arg-type]


def test_a_key_issued_without_a_word_on_its_end_is_issued_all_the_same() -> None:
    after = replace(MODEL, key_hint="9999", key_added_at=6.0)
    assert kinds(list(about_model(MODEL, after, NOW, is_key_issued=True))) == [EventKind.KEY_ISSUED]


def test_a_forgotten_secret_key() -> None:
    assert kinds(of_model(replace(MODEL, has_secret=True), MODEL)) == [EventKind.SECRET_REMOVED]


def test_a_changed_key_tells_both() -> None:
    (event,) = of_model(MODEL, replace(MODEL, key_hint="9999", key_added_at=6.0))
    assert (event.text("key"), event.text("key_before")) == ("••••9999", "••••1f3a")


def test_an_adopted_job() -> None:
    assert of_job(None, JOB) == [HistoryEvent(EventKind.JOB_ADOPTED, NOW, "m", "Churn", "j", "November")]


def test_a_job_started_here_is_told_when_it_is_named_and_when_its_file_has_arrived() -> None:
    begun = replace(JOB, upload=UPLOAD)
    (event,) = of_job(None, begun)
    assert (event.kind, dict(event.details)) == (
        EventKind.UPLOAD_BEGUN,
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
    (event,) = of_job(begun, arrived)
    assert (event.kind, event.text("sent_sha256"), event.number("rows")) == (EventKind.JOB_STARTED, "5e" * 32, 1000)
    assert of_job(arrived, arrived) == []


def test_what_was_done_to_a_copy_is_told_with_the_checksums_of_both() -> None:
    steps = (CopyStep("rows", rows=((1, 3),), count=3), CopyStep("empty words", 2, "月", 36, words=("n/a",)))
    upload = replace(UPLOAD, training_steps=steps, training_copy_size=4000, training_copy_sha256="c1" * 32)
    (event,) = of_job(None, replace(JOB, upload=upload))
    assert from_json(event.text("file_steps")) == steps
    assert (event.text("file_sha256"), event.text("file_copy_sha256")) == ("f1" * 32, "c1" * 32)
    assert event.number("file_copy_size") == 4000
    assert "evaluation_steps" not in event.details, "it was sent as it is"


def test_a_status_and_its_message() -> None:
    (event,) = of_job(replace(JOB, status="training"), replace(JOB, status="job_finished", message="done"))
    assert dict(event.details) == {"from": "training", "to": "job_finished", "message": "done"}
    assert kinds(of_job(replace(JOB, status="x"), replace(JOB, status="x", message="more"))) == [
        EventKind.STATUS_CHANGED
    ]


VERDICT = VerdictNote(
    Answer.NO_DIFFERENCE,
    Rule.ROWS_OF_CLASSES,
    "accuracy",
    rows=1000,
    new_only=60,
    old_only=45,
    p_most=0.17,
    sha256="5a" * 32,
)
JUDGED = {
    "answer": "no clear difference",
    "rule": "A",
    "metric": "accuracy",
    "judged_rows": 1000,
    "new_only": 60,
    "old_only": 45,
    "chance_most": 0.17,
    "sha256": "5a" * 32,
}


def test_saved_results_with_their_fingerprint_and_the_verdict_with_its_doubt() -> None:
    (event,) = of_job(JOB, replace(JOB, saved=SAVED, verdict=VERDICT))
    assert (event.kind, dict(event.details)) == (EventKind.RESULTS_SAVED, JUDGED | {"path": "/out/r.zip", "size": 99})


def test_a_verdict_without_saving_is_an_event_of_its_own_with_the_files_fingerprint() -> None:
    (event,) = of_job(JOB, replace(JOB, verdict=VERDICT))
    assert (event.kind, dict(event.details)) == (EventKind.RESULTS_JUDGED, JUDGED)
    judged = replace(JOB, verdict=VERDICT)
    assert kinds(of_job(judged, judged)) == []


def test_a_number_that_is_none_is_not_kept() -> None:
    (event,) = of_job(JOB, replace(JOB, verdict=replace(VERDICT, this=float("nan"), is_just=True)))
    assert "this" not in event.details
    assert event.details["is_just"] is True


def test_several_things_at_once_are_several_events() -> None:
    after = replace(JOB, name="New", status="job_finished", saved=SAVED, opened_at=NOW)
    assert kinds(of_job(JOB, after)) == [
        EventKind.JOB_EDITED,
        EventKind.STATUS_CHANGED,
        EventKind.RESULTS_SAVED,
        EventKind.RESULTS_OPENED,
    ]


def test_a_decision_to_keep_the_live_model_is_told_with_what_was_judged() -> None:
    judged_job = replace(JOB, verdict=VerdictNote(Answer.WORSE))
    (event,) = of_job(judged_job, replace(judged_job, kept_at=NOW))
    assert event.kind is EventKind.LIVE_KEPT
    assert event.text("answer") == "clearly worse"
    assert kinds(of_job(JOB, replace(JOB, kept_at=NOW))) == [EventKind.LIVE_KEPT]


def test_a_failed_upload_is_told_once() -> None:
    failed = replace(JOB, upload=UPLOAD, send_problem=Problem(ProblemKind.SEND_INTERRUPTED))
    assert kinds(of_job(replace(JOB, upload=UPLOAD), failed)) == [EventKind.UPLOAD_FAILED]
    assert of_job(failed, failed) == []


@pytest.mark.parametrize(
    "name",
    sorted(
        {field.name for field in fields(Job)}
        - {
            "id",
            "model",
            "name",
            "note",
            "status",
            "message",
            "saved",
            "upload",
            "send_problem",
            "opened_at",
            "verdict",
            "kept_at",
        }
    ),
)
def test_what_nobody_did_is_no_event(name: str) -> None:
    values = {
        "problem": Problem(ProblemKind.TIMED_OUT),
        "save_problem": Problem(ProblemKind.DISK_FULL),
        "switch_problem": Problem(ProblemKind.SWITCH_UNANSWERED),
        "partial": None,
        "has_file": True,
        "results_name": "r.zip",
    }
    assert of_job(JOB, replace(JOB, **{name: values.get(name, 3)})) == []  # type: ignore[arg-type]
