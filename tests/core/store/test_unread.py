"""A row that cannot be understood never hides the others, is told, and stays as it is in the file."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from epa_gui.core.jobs.job import Job, JobKey, Saved, StatusEntry
from epa_gui.core.jobs.metric import Metric
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType, Profile
from epa_gui.core.store.backup import FILE_NAME, open_list
from epa_gui.core.store.rows import Setting
from epa_gui.core.store.store import Contents, Store, Unread

GOOD, BAD = Model("good", "Good", added_at=1.0), Model("bad", "Bad", added_at=2.0)
SAVED = Saved("/x/results.zip", 3, 5.0, "ab", Metric("AUC", 0.9, float("nan")))
JOBS = (Job("a", "good", added_at=1.0), Job("b", "good", added_at=2.0, saved=SAVED), Job("c", "bad", added_at=3.0))
PROFILE = Profile("good", "a", 4.0, "x.csv", (ColumnProfile("n", ColumnType.NUMBER),), 1, 2, "ab", "cd")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(open_list(tmp_path, 0.0).store) as store:
        store.write([GOOD, BAD, *JOBS, PROFILE, Setting("check_seconds", "60"), Setting("layout", "{}")])
    return tmp_path / FILE_NAME


def change(path: Path, statement: str, *values: Any) -> None:
    """Change the file as another program does."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement, values)


def loosen(path: Path, table: str) -> None:
    """Take away what keeps wrong types and NULL out of a table, as a tool that copies tables does."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"CREATE TABLE other AS SELECT * FROM {table}")
        connection.execute(f"DROP TABLE {table}")
        connection.execute(f"ALTER TABLE other RENAME TO {table}")


def rows(path: Path, table: str) -> list[Any]:
    """All that a table holds."""
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        return connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()


def contents(path: Path) -> Contents:
    """What the next start reads."""
    opened = open_list(path.parent, 0.0)
    with closing(opened.store):
        assert opened.problem is None
        return opened.contents


def packed(kind: str = "timed out", **more: Any) -> str:
    """A problem as the database holds it."""
    return json.dumps({"kind": kind, "said": "", "where": "", "retry_after": None} | more)


BAD_JOBS = {
    "a problem with a field of a newer version": ("problem", packed(severity=3)),
    "broken JSON": ("problem", '{"kind": "timed'),
    "JSON that is no object": ("save_problem", "[1, 2]"),
    "null where a text is expected": ("switch_problem", packed(said=None)),
    "a problem of the wrong type": ("send_problem", packed(retry_after="soon")),
    "JSON nested without end": ("problem", "[" * 100_000),
    "a number of 5,000 digits": ("problem", packed().replace("null", "9" * 5000)),
    "a name missing": ("saved", '{"path": "/x"}'),
    "an absurd size": ("saved", json.dumps({"path": "/x", "size": 10**30, "at": 1.0})),
    "an unknown answer": ("verdict", json.dumps({"answer": "splendid"})),
    "a verdict that is none": ("verdict", "[]"),
    "an unknown measure": ("saved", json.dumps({"path": "/x", "size": 1, "at": 1.0, "metric": {"title": "AUC"}})),
    "a part with a link of a newer version": ("partial", '{"path": "/x", "mirror": 1}'),
    "an upload of the wrong type": ("upload", '{"training": "/x", "converted": "training"}'),
    "a time behind all calendars": ("added_at", 1e300),
    "a time before all calendars": ("checked_at", -1e300),
    "a check planned before time began": ("next_check_at", float("-inf")),
    "neither yes nor no": ("has_file", 7),
    "bytes that are no text": ("name", b"\xff\xfe\xfd"),
}


@pytest.mark.parametrize("what", BAD_JOBS)
def test_a_bad_job_hides_no_other_and_stays_as_it_is(path: Path, what: str) -> None:
    column, value = BAD_JOBS[what]
    text = "CAST(? AS TEXT)" if isinstance(value, bytes) else "?"
    change(path, f"UPDATE job SET {column} = {text} WHERE id = 'a'", value)
    before = rows(path, "job")
    read = contents(path)
    assert [job.id for job in read.jobs] == ["b", "c"]
    assert [(row.table, row.identity) for row in read.unread] == [("job", ("good", "a"))]
    assert read.unread[0].reason
    assert rows(path, "job") == before
    assert read.models == (GOOD, BAD)
    assert read.profiles == {"good": PROFILE}


@pytest.mark.parametrize(
    ("column", "value"), [("added_at", None), ("failures", "many"), ("name", b"raw"), ("model", None)]
)
def test_nothing_and_wrong_types_are_no_job(path: Path, column: str, value: Any) -> None:
    loosen(path, "job")
    change(path, f"UPDATE job SET {column} = ? WHERE id = 'a'", value)
    read = contents(path)
    assert [job.id for job in read.jobs] == ["b", "c"]
    assert len(read.unread) == 1


def test_a_value_its_column_does_not_allow_is_no_damage_to_the_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        sql = "UPDATE sqlite_schema SET sql = replace(sql, 'note TEXT NOT NULL', 'note TEXT') WHERE name = 'job'"
        connection.execute(sql)
    change(path, "UPDATE job SET note = NULL WHERE id = 'a'")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        sql = "UPDATE sqlite_schema SET sql = replace(sql, 'note TEXT,', 'note TEXT NOT NULL,') WHERE name = 'job'"
        connection.execute(sql)
    assert [job.id for job in contents(path).jobs] == ["b", "c"]


@pytest.mark.parametrize(
    ("column", "value"), [("region", "europe"), ("added_at", 1e300), ("has_secret", 5), ("key_ends_at", 1e300)]
)
def test_a_bad_model_hides_no_other_and_its_jobs_are_told(path: Path, column: str, value: Any) -> None:
    change(path, f"UPDATE model SET {column} = ? WHERE id = 'bad'", value)
    before = rows(path, "model"), rows(path, "job")
    read = contents(path)
    assert read.models == (GOOD,)
    assert read.leftover == ()  # its key is not deleted, either
    assert [job.id for job in read.jobs] == ["a", "b"]
    assert {(row.table, row.identity) for row in read.unread} == {("model", ("bad",)), ("job", ("bad", "c"))}
    with closing(Store(path)) as store:
        store.contents()
        store.forget_removed([])
    assert (rows(path, "model"), rows(path, "job")) == before


@pytest.mark.parametrize(
    ("name", "text"),
    [("layout", "{broken"), ("layout", "[]"), ("check_seconds", '"often"'), ("columns", "7"), ("anything", "nul")],
)
def test_a_bad_setting_hides_nothing_and_is_kept_when_another_takes_its_place(path: Path, name: str, text: str) -> None:
    change(path, "INSERT OR REPLACE INTO setting VALUES (?, ?)", name, text)
    with closing(Store(path)) as store:
        read = store.contents()
        assert name not in read.settings
        assert len(read.settings) == 2 - (name in {"layout", "check_seconds"})
        assert [(row.table, row.identity) for row in read.unread] == [("setting", (name,))]
        store.write([Setting(name, "30")])
        store.write([Setting(name, "40")])
    kept = dict(rows(path, "setting"))
    assert kept[name.encode()] == b"40"
    assert json.loads(kept[f"unreadable setting {name}".encode()])["value"] == text
    assert not [row for row in contents(path).unread if row.identity[0].startswith("unreadable")]


def test_a_job_added_again_keeps_what_could_not_be_read_of_it(path: Path) -> None:
    change(path, "UPDATE job SET problem = ? WHERE id = 'a'", packed(severity=3))
    with closing(Store(path)) as store:
        store.contents()
        store.write([Job("a", "good", "again")])
        assert "again" in {job.name for job in store.contents().jobs}
    aside = json.loads(dict(rows(path, "setting"))[b"unreadable job good a"])
    assert json.loads(aside["problem"])["severity"] == 3


def test_a_bad_profile_hides_nothing(path: Path) -> None:
    change(path, "UPDATE profile SET columns = '[{}]'")
    read = contents(path)
    assert (read.profiles, len(read.jobs)) == ({}, 3)
    assert [row.table for row in read.unread] == ["profile"]


@pytest.mark.parametrize("table", ["profile", "setting", "history"])
def test_a_table_that_is_gone_hides_no_other(path: Path, table: str) -> None:
    change(path, f"DROP TABLE {table}")
    read = contents(path)
    assert len(read.jobs) == 3
    assert read.unread == (Unread(table, (), f"no such table: {table}"),)


@pytest.mark.parametrize(
    "statement", ["DROP TABLE model", "DELETE FROM model", "ALTER TABLE model RENAME added_at TO x"]
)
def test_jobs_without_their_model_are_told_and_not_touched(path: Path, statement: str) -> None:
    change(path, statement)
    before = rows(path, "job")
    read = contents(path)
    assert (read.models, read.jobs) == ((), ())
    assert [row.identity for row in read.unread if row.table == "job"] == [job.key for job in JOBS]
    assert rows(path, "job") == before


def test_what_a_job_went_through_is_shown_as_far_as_it_can_be_read(path: Path) -> None:
    key = JobKey("good", "a")
    with closing(Store(path)) as store:
        store.write([StatusEntry(key, float(at), f"step {at}", "", Problem(ProblemKind.TIMED_OUT)) for at in (1, 2, 3)])
    change(path, "UPDATE status_history SET problem = ? WHERE at = 1", packed(severity=3))
    change(path, "UPDATE status_history SET at = 1e300 WHERE at = 2")
    with closing(Store(path)) as store:
        first, last = store.status_history(key)
    assert (first.status, first.problem and first.problem.kind) == ("step 1", ProblemKind.UNEXPECTED)
    assert last.status == "step 3"


def test_what_is_well_is_read_whole(path: Path) -> None:
    read = contents(path)
    assert read.unread == ()
    assert str(read.jobs) == str(JOBS)  # NaN is like nothing else, not even itself
