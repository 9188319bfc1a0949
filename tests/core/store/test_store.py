"""The list in its file: everything comes back, all or nothing, and no link or key ever goes in."""

import dataclasses
import json
import math
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from epa_gui.core.jobs.check_outcome import after_answer, status_entry
from epa_gui.core.jobs.copy_step import CopyStep
from epa_gui.core.jobs.job import Answer, Job, JobKey, Partial, Saved, StatusEntry, Upload
from epa_gui.core.jobs.metric import Metric
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType, Profile
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.settings import Settings
from epa_gui.core.jobs.verdict_note import Answer as VerdictAnswer
from epa_gui.core.jobs.verdict_note import Rule, VerdictNote
from epa_gui.core.store.store import Contents, ListTooNewError, Setting, Store

NOW = 1_750_000_000.25
ODD = 'quote\' "double" 日本語 🚀 \x00 \u202e\n{}'
MODEL = Model(
    id="m",
    name=ODD,
    region=Region.OWN,
    address="https://own.example",
    key_hint="1f3a",
    key_added_at=NOW,
    added_at=NOW + 1,
    service_id=2**63 - 1,
    has_secret=True,
    key_ends_at=NOW + 2,
    key_end_said=ODD,
    target=ODD,
    target_is_guessed=True,
    encoding="cp1252",
    account="a",
    kind="binary_classification",
    time_column=ODD,
    prediction_address="https://own.example/v1",
    checks_predictions=True,
    value_measure=ODD,
)
JOB = Job(
    id="j",
    model="m",
    name=ODD,
    note="a\nb",
    added_at=NOW,
    started_at=NOW + 1,
    status=ODD,
    message=ODD,
    service_model_id=2**63 - 1,
    has_file=True,
    results_name="結果.zip",
    status_since=NOW + 2,
    ended_at=NOW + 3,
    going_at=NOW + 3,
    checked_at=NOW + 4,
    asked_at=NOW + 5,
    next_check_at=math.inf,
    failures=3,
    problem=Problem(ProblemKind.TOO_MANY_REQUESTS, ODD, "host", 5.5),
    problem_since=NOW + 6,
    saved=Saved("/tmp/結果.zip", 3_000_000_000, NOW + 7, "5a" * 32, Metric("正解率", 0.875, 0.8125)),
    verdict=VerdictNote(
        VerdictAnswer.NO_DIFFERENCE, Rule.TOTALS, "accuracy", name="正解率", this=0.9, rows=1000, is_just=True, stars=4
    ),
    partial=Partial("/tmp/a.zip", '"etag"', 5_000_000_000),
    save_problem=Problem(ProblemKind.DISK_FULL, "", "/tmp/a.zip"),
    upload=Upload("/tmp/学習.csv", "/tmp/eval.csv", ("/tmp/学習.csv",), 1_000_000, 5_000_000_000, "5e" * 32, NOW + 8),
    send_problem=Problem(ProblemKind.FILE_CHANGED, ODD, "/tmp/学習.csv"),
    opened_at=NOW + 9,
    switch_problem=Problem(ProblemKind.SWITCH_UNANSWERED, ODD, "service.example"),
    kept_at=NOW + 10,
)
PROFILE = Profile(
    model="m",
    job="j",
    sent_at=NOW,
    file_name="学習.csv",
    columns=(
        ColumnProfile("年齢", ColumnType.NUMBER, 3),
        ColumnProfile(ODD, ColumnType.TEXT, 0, (ODD, "", "はい")),
        ColumnProfile("when", ColumnType.DATE),
        ColumnProfile("", ColumnType.EMPTY, 1_000_000),
    ),
    rows=1_000_000,
    size=5_000_000_000,
    sha256="5e" * 32,
    file_sha256="f1" * 32,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store(path)
    yield store
    store.close()


def reopened(store: Store) -> Contents:
    store.close()
    again = Store(store.path)
    try:
        return again.contents()
    finally:
        again.close()


def test_a_new_list_is_empty(store: Store) -> None:
    assert store.contents() == Contents()


def test_every_field_comes_back_as_it_was(store: Store) -> None:
    for thing in (MODEL, JOB, PROFILE):
        left_at_default = [
            field.name for field in dataclasses.fields(thing) if getattr(thing, field.name) == field.default
        ]
        removal = ["removed_at"] if hasattr(thing, "removed_at") else []
        assert left_at_default == removal, "this test must fill in every field"
    store.write([MODEL, JOB, PROFILE, Setting("check_seconds", "60")])
    assert reopened(store) == Contents((MODEL,), (JOB,), {"check_seconds": "60"}, (), {"m": PROFILE})


@pytest.mark.parametrize("claim", [True, False])
def test_a_claim_comes_back_as_a_claim_and_not_as_a_number(store: Store, claim: bool) -> None:
    model = dataclasses.replace(MODEL, has_secret=claim, target_is_guessed=claim)
    store.write([model, dataclasses.replace(JOB, has_file=claim)])
    contents = reopened(store)
    read = (contents.models[0].has_secret, contents.models[0].target_is_guessed, contents.jobs[0].has_file)
    assert all(value is claim for value in read)


def test_a_job_of_which_nothing_is_known_comes_back_too(store: Store) -> None:
    store.write([Model("m", ""), Job("j", "m")])
    assert reopened(store) == Contents((Model("m", ""),), (Job("j", "m"),))


def test_what_was_done_to_a_copy_comes_back(store: Store) -> None:
    steps = (CopyStep("rows", count=4, rows=((1, 3), (9, 9))), CopyStep("empty words", 2, "月", 36, words=("n/a",)))
    upload = Upload("/tmp/a.csv", training_steps=steps, training_copy_size=9, training_copy_sha256="c1" * 32)
    store.write([MODEL, Job("j", "m", upload=upload)])
    assert reopened(store).jobs == (Job("j", "m", upload=upload),)


def test_paths_that_are_no_text_come_back_too(store: Store) -> None:
    path = b"/tmp/\x83\x66.csv".decode("utf-8", "surrogateescape")
    job = Job("j", "m", upload=Upload(path, converted=(path,)), saved=Saved(path, 1, NOW), partial=Partial(path))
    store.write([MODEL, job])
    assert reopened(store).jobs == (job,)


def test_a_file_name_that_is_no_text_does_not_lose_its_profile(store: Store) -> None:
    name = b"\x83data.csv".decode("utf-8", "surrogateescape")
    store.write([MODEL, dataclasses.replace(PROFILE, file_name=name)])
    assert reopened(store).profiles == {"m": dataclasses.replace(PROFILE, file_name="?data.csv")}


def test_the_profile_of_what_was_sent_last_is_the_models(store: Store) -> None:
    later, earlier = dataclasses.replace(PROFILE, job="k", sent_at=NOW + 9), dataclasses.replace(PROFILE, job="i")
    of_another = dataclasses.replace(PROFILE, model="n", sent_at=NOW - 9)
    store.write([MODEL, Model("n", ""), PROFILE, later, earlier, of_another])
    assert reopened(store).profiles == {"m": later, "n": of_another}


def test_of_two_profiles_sent_at_once_the_one_written_last_counts(store: Store) -> None:
    second = dataclasses.replace(PROFILE, job="k")
    store.write([MODEL, PROFILE, second])
    assert store.contents().profiles == {"m": second}
    store.write([PROFILE])
    assert store.contents().profiles == {"m": PROFILE}


def test_a_job_has_one_profile_and_the_last_one_written_is_it(store: Store, path: Path) -> None:
    again = dataclasses.replace(PROFILE, sent_at=NOW - 1, rows=5, columns=())
    store.write([MODEL, PROFILE, again])
    assert reopened(store).profiles == {"m": again}
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM profile").fetchone() == (1,)
    connection.close()


def test_a_profile_outlives_its_job_and_goes_with_its_model(store: Store) -> None:
    gone = dataclasses.replace(MODEL, removed_at=NOW)
    store.write([MODEL, dataclasses.replace(JOB, removed_at=NOW), PROFILE])
    store.forget_removed([])
    assert store.contents() == Contents((MODEL,), profiles={"m": PROFILE})
    store.write([gone])
    assert store.contents() == Contents(leftover=(gone,))
    store.write([MODEL])
    assert store.contents().profiles == {"m": PROFILE}, "a removal that is undone brings the profile back"
    store.write([gone])
    store.forget_removed(["m"])
    store.write([MODEL])
    assert store.contents() == Contents((MODEL,))


def test_a_profile_of_a_model_that_went_meanwhile_is_dropped_and_keeps_nothing_else_from_the_list(store: Store) -> None:
    store.write([dataclasses.replace(PROFILE, model="gone"), MODEL])
    assert store.contents() == Contents((MODEL,))


def test_a_type_of_column_this_version_does_not_know_is_read_as_text(store: Store, path: Path) -> None:
    store.write([MODEL, PROFILE])
    connection = sqlite3.connect(path)
    connection.execute('UPDATE profile SET columns = replace(columns, \'"date"\', \'"currency", "unit": "JPY"\')')
    connection.commit()
    connection.close()
    columns = list(PROFILE.columns)
    columns[2] = ColumnProfile("when", ColumnType.TEXT)
    assert reopened(store).profiles == {"m": dataclasses.replace(PROFILE, columns=tuple(columns))}


def test_a_later_value_takes_the_place_of_the_earlier(store: Store) -> None:
    store.write([MODEL, JOB, Setting("a", "1")])
    model, job = dataclasses.replace(MODEL, name="new"), Job("j", "m", name="new")
    store.write([model, job, Setting("a", "2")])
    assert reopened(store) == Contents((model,), (job,), {"a": "2"})


def test_things_come_in_the_order_they_were_added(store: Store) -> None:
    store.write([Model("b", "", added_at=2), Model("a", "", added_at=1), Model("c", "", added_at=2)])
    store.write([Job("z", "a", added_at=1), Job("y", "b", added_at=0), Job("x", "a", added_at=1)])
    contents = reopened(store)
    assert [model.id for model in contents.models] == ["a", "b", "c"]
    assert [job.id for job in contents.jobs] == ["y", "z", "x"]


def test_the_same_job_id_can_belong_to_two_models(store: Store) -> None:
    store.write([Model("a", ""), Model("b", ""), Job("j", "a", name="1"), Job("j", "b", name="2")])
    assert {job.key: job.name for job in store.contents().jobs} == {("a", "j"): "1", ("b", "j"): "2"}


def test_history_is_kept_in_order_for_each_job(store: Store) -> None:
    entries = [
        StatusEntry(JobKey("m", "j"), NOW + 9, "training", ODD),
        StatusEntry(JobKey("m", "j"), NOW, "training", "", Problem(ProblemKind.TIMED_OUT, "slow")),
        StatusEntry(JobKey("m", "k"), NOW, "other"),
    ]
    store.write([MODEL, JOB, Job("k", "m"), *entries])
    assert store.status_history(JobKey("m", "j")) == tuple(entries[:2])
    assert store.status_history(JobKey("m", "nobody")) == ()


def test_writing_is_all_or_nothing(store: Store) -> None:
    with pytest.raises(sqlite3.Error):
        store.write([MODEL, Job("j", "m"), Job("j", "a model that is not there")])
    assert store.contents() == Contents()
    store.write([MODEL])
    assert store.contents().models == (MODEL,)


def test_history_of_a_job_that_went_meanwhile_is_dropped(store: Store) -> None:
    store.write([MODEL, StatusEntry(JobKey("m", "gone"), NOW, "training")])
    assert store.status_history(JobKey("m", "gone")) == ()


def test_removed_things_are_not_shown_and_can_come_back(store: Store) -> None:
    removed = dataclasses.replace(JOB, removed_at=NOW)
    store.write([MODEL, removed])
    assert store.contents().jobs == ()
    store.write([JOB])
    assert store.contents().jobs == (JOB,)


def test_a_removed_model_hides_its_jobs_and_is_left_over_until_forgotten(store: Store) -> None:
    gone = dataclasses.replace(MODEL, removed_at=NOW)
    store.write([gone, JOB, StatusEntry(JOB.key, NOW, "x")])
    assert store.contents() == Contents(leftover=(gone,))
    store.forget_removed([])
    assert store.contents() == Contents(leftover=(gone,))
    store.forget_removed(["m"])
    assert store.contents() == Contents()
    assert store.status_history(JOB.key) == ()


def test_only_what_was_removed_is_forgotten(store: Store) -> None:
    kept = Job("kept", "m")
    store.write([MODEL, kept, dataclasses.replace(JOB, removed_at=NOW), StatusEntry(JOB.key, NOW, "x")])
    store.forget_removed(["m"])
    assert store.contents() == Contents((MODEL,), (kept,))
    assert store.status_history(JOB.key) == ()


def test_a_list_of_a_newer_version_is_left_alone(store: Store, path: Path) -> None:
    store.write([MODEL])
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ListTooNewError):
        Store(path)
    assert path.read_bytes() == before


def test_a_copy_is_whole(store: Store, tmp_path: Path) -> None:
    store.write([MODEL, JOB, PROFILE])
    store.copy_to(tmp_path / "copy")
    copy = Store(tmp_path / "copy")
    assert copy.contents() == store.contents()
    copy.close()


def test_no_link_and_no_key_is_ever_in_the_file(store: Store, path: Path) -> None:
    link = "https://storage.example/results/r.zip?X-Amz-Signature=0123456789abcdef"
    job = Job("j", "m")
    answer = Answer("job_finished", NOW, 7, "done", link)
    after = after_answer(job, answer, "r.zip", Settings(), 0.0)
    entry = status_entry(job, after, NOW)
    assert entry is not None
    store.write([MODEL, after, entry])
    store.close()
    content = path.read_bytes()
    assert b"r.zip" in content
    assert b"Signature" not in content
    assert b"storage.example" not in content


@pytest.mark.parametrize("kind", [Model, Job, StatusEntry, Saved, Partial, Upload, Profile, ColumnProfile, Settings])
def test_nothing_that_is_stored_has_a_place_for_a_link_or_a_key(kind: Any) -> None:
    names = {field.name for field in dataclasses.fields(kind)}
    assert not {name for name in names if "url" in name or "link" in name or name.endswith("key")}


def test_a_stored_problem_is_readable_json(store: Store, path: Path) -> None:
    store.write([MODEL, JOB])
    connection = sqlite3.connect(path)
    (text,) = connection.execute("SELECT problem FROM job").fetchone()
    connection.close()
    assert json.loads(text)["kind"] == "too many requests"
