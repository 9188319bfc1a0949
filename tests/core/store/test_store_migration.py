"""Lists of versions 1 and 2, as they lie on people's disks: they become the newest one whole, or stay as they were."""

import contextlib
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from epa_gui.core.history.event import Author, EventKind, HistoryEvent
from epa_gui.core.history.log import HistoryCheck
from epa_gui.core.jobs.job import Job, JobKey, Partial, Saved, StatusEntry, Upload
from epa_gui.core.jobs.key_life import PASTED_KEY_SECONDS
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType, Profile
from epa_gui.core.jobs.region import Region
from epa_gui.core.store.backup import FILE_NAME, back_up, open_list
from epa_gui.core.store.store import SCHEMA_VERSION, Contents, ListTooNewError, Store

NOW = 1_750_000_000.25

VERSION_1 = """
CREATE TABLE model (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL, address TEXT NOT NULL, key_hint TEXT NOT NULL,
    key_added_at REAL NOT NULL, added_at REAL NOT NULL, removed_at REAL
) STRICT;
CREATE TABLE job (
    model TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE, id TEXT NOT NULL, name TEXT NOT NULL,
    note TEXT NOT NULL, added_at REAL NOT NULL, started_at REAL, status TEXT NOT NULL, message TEXT NOT NULL,
    service_model_id INTEGER, has_file INTEGER NOT NULL, results_name TEXT NOT NULL, status_since REAL, ended_at REAL,
    checked_at REAL, asked_at REAL, next_check_at REAL NOT NULL, failures INTEGER NOT NULL, problem TEXT,
    problem_since REAL, saved TEXT, partial TEXT, save_problem TEXT, removed_at REAL,
    PRIMARY KEY (model, id)
) STRICT;
CREATE TABLE status_history (
    number INTEGER PRIMARY KEY, model TEXT NOT NULL, job TEXT NOT NULL, at REAL NOT NULL, status TEXT NOT NULL,
    message TEXT NOT NULL, problem TEXT,
    FOREIGN KEY (model, job) REFERENCES job (model, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX status_history_of_job ON status_history (model, job, number);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

INSERT INTO model VALUES ('m', '解約予測', 'japan', '', '1f3a', 1750000000.25, 1740000000.5, NULL);
INSERT INTO model VALUES ('gone', 'old', 'own', 'https://own.example', '', 0.0, 1740000001.0, 1745000000.0);
INSERT INTO job VALUES (
    'm', 'j', '10月', 'a note', 1750000001.0, 1750000000.5, 'job_finished', 'done', 4711, 1, '結果.zip', 1750000002.0,
    1750000003.0, 1750000004.0, 1750000005.0, 9e999, 2, '{"kind": "timed out", "said": "slow", "where": "host",
    "retry_after": 5.5}', 1750000006.0, '{"path": "/tmp/結果.zip", "size": 3000000000, "at": 1750000007.0}',
    '{"path": "/tmp/a.zip", "etag": "e", "size": 9}', '{"kind": "disk full", "said": "", "where": "/tmp",
    "retry_after": null}', NULL
);
INSERT INTO status_history (model, job, at, status, message, problem)
    VALUES ('m', 'j', 1750000002.0, 'training', 'halfway', NULL);
INSERT INTO status_history (model, job, at, status, message, problem)
    VALUES ('m', 'j', 1750000003.0, 'job_finished', 'done', NULL);
INSERT INTO setting VALUES ('check_seconds', '60');
PRAGMA user_version = 1;
"""
"""Literally what version 1 made, and some of what it wrote."""

MODEL = Model("m", "解約予測", Region.JAPAN, "", "1f3a", NOW, 1740000000.5, key_ends_at=NOW + PASTED_KEY_SECONDS)
GONE = Model("gone", "old", Region.OWN, "https://own.example", added_at=1740000001.0, removed_at=1745000000.0)
JOB = Job(
    id="j",
    model="m",
    name="10月",
    note="a note",
    added_at=1750000001.0,
    started_at=1750000000.5,
    status="job_finished",
    message="done",
    service_model_id=4711,
    has_file=True,
    results_name="結果.zip",
    status_since=1750000002.0,
    ended_at=1750000003.0,
    checked_at=1750000004.0,
    asked_at=1750000005.0,
    next_check_at=float("inf"),
    failures=2,
    problem=Problem(ProblemKind.TIMED_OUT, "slow", "host", 5.5),
    problem_since=1750000006.0,
    saved=Saved("/tmp/結果.zip", 3_000_000_000, 1750000007.0),
    partial=Partial("/tmp/a.zip", "e", 9),
    save_problem=Problem(ProblemKind.DISK_FULL, "", "/tmp"),
)
VERSION_2 = """
CREATE TABLE model (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL, address TEXT NOT NULL, key_hint TEXT NOT NULL,
        key_added_at REAL NOT NULL, added_at REAL NOT NULL, removed_at REAL, service_id INTEGER,
        has_secret INTEGER NOT NULL DEFAULT 0, key_ends_at REAL, key_end_said TEXT NOT NULL DEFAULT '',
        target TEXT NOT NULL DEFAULT '', target_is_guessed INTEGER NOT NULL DEFAULT 0
    ) STRICT;
CREATE TABLE job (
        model TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE, id TEXT NOT NULL, name TEXT NOT NULL,
        note TEXT NOT NULL, added_at REAL NOT NULL, started_at REAL, status TEXT NOT NULL, message TEXT NOT NULL,
        service_model_id INTEGER, has_file INTEGER NOT NULL, results_name TEXT NOT NULL, status_since REAL,
        ended_at REAL, checked_at REAL, asked_at REAL, next_check_at REAL NOT NULL, failures INTEGER NOT NULL,
        problem TEXT, problem_since REAL, saved TEXT, partial TEXT, save_problem TEXT, removed_at REAL,
        upload TEXT, send_problem TEXT, going_at REAL,
        PRIMARY KEY (model, id)
    ) STRICT;
CREATE TABLE status_history (
        number INTEGER PRIMARY KEY, model TEXT NOT NULL, job TEXT NOT NULL, at REAL NOT NULL, status TEXT NOT NULL,
        message TEXT NOT NULL, problem TEXT,
        FOREIGN KEY (model, job) REFERENCES job (model, id) ON DELETE CASCADE
    ) STRICT;
CREATE INDEX status_history_of_job ON status_history (model, job, number);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE profile (
        number INTEGER PRIMARY KEY, model TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE, job TEXT NOT NULL,
        sent_at REAL NOT NULL, file_name TEXT NOT NULL, rows INTEGER NOT NULL, size INTEGER NOT NULL,
        sha256 TEXT NOT NULL, file_sha256 TEXT NOT NULL, columns TEXT NOT NULL,
        UNIQUE (model, job)
    ) STRICT;
CREATE INDEX profile_of_model ON profile (model, sent_at, number);

INSERT INTO model VALUES (
    'm', '解約予測', 'japan', '', '1f3a', 1750000000.25, 1740000000.5, NULL, 4711, 1, 1752592000.25, '2025-07-15',
    '解約', 1
);
INSERT INTO job VALUES (
    'm', 'j', '10月', 'a note', 1750000001.0, 1750000000.5, 'job_finished', 'done', 4712, 1, '結果.zip', 1750000002.0,
    1750000003.0, 1750000004.0, 1750000005.0, 9e999, 0, NULL, NULL,
    '{"path": "/tmp/\\u7d50\\u679c.zip", "size": 3000000000, "at": 1750000007.0}', NULL, NULL, NULL,
    '{"training": "/tmp/a.csv", "evaluation": "", "converted": ["/tmp/a.csv"], "rows": 500, "size": 9000,
    "sha256": "5e", "arrived_at": 1750000001.0}', '{"kind": "timed out", "said": "", "where": "", "retry_after": null}',
    1750000002.5
);
INSERT INTO status_history (model, job, at, status, message, problem)
    VALUES ('m', 'j', 1750000002.0, 'training', 'halfway', NULL);
INSERT INTO setting VALUES ('check_seconds', '60');
INSERT INTO profile VALUES (
    1, 'm', 'j', 1750000000.25, 'a.csv', 500, 9000, '5e', '5f', '[{"name": "年齢", "type": "number", "empty": 3,
    "labels": []}]'
);
PRAGMA user_version = 2;
"""
"""Literally what version 2 made, and some of what it wrote."""

MODEL_OF_2 = Model(
    id="m",
    name="解約予測",
    region=Region.JAPAN,
    key_hint="1f3a",
    key_added_at=NOW,
    added_at=1740000000.5,
    service_id=4711,
    has_secret=True,
    key_ends_at=NOW + PASTED_KEY_SECONDS,
    key_end_said="2025-07-15",
    target="解約",
    target_is_guessed=True,
)
JOB_OF_2 = Job(
    id="j",
    model="m",
    name="10月",
    note="a note",
    added_at=1750000001.0,
    started_at=1750000000.5,
    status="job_finished",
    message="done",
    service_model_id=4712,
    has_file=True,
    results_name="結果.zip",
    status_since=1750000002.0,
    ended_at=1750000003.0,
    going_at=1750000002.5,
    checked_at=1750000004.0,
    asked_at=1750000005.0,
    next_check_at=float("inf"),
    saved=Saved("/tmp/結果.zip", 3_000_000_000, 1750000007.0),
    upload=Upload("/tmp/a.csv", "", ("/tmp/a.csv",), 500, 9000, "5e", 1750000001.0),
    send_problem=Problem(ProblemKind.TIMED_OUT),
)
PROFILE_OF_2 = Profile("m", "j", NOW, "a.csv", (ColumnProfile("年齢", ColumnType.NUMBER, 3),), 500, 9000, "5e", "5f")
CONTENTS_OF_2 = Contents((MODEL_OF_2,), (JOB_OF_2,), {"check_seconds": "60"}, profiles={"m": PROFILE_OF_2})
HISTORY_OF_2 = (StatusEntry(JobKey("m", "j"), 1750000002.0, "training", "halfway"),)

CONTENTS = Contents((MODEL,), (JOB,), {"check_seconds": "60"}, (GONE,))
HISTORY = (
    StatusEntry(JOB.key, 1750000002.0, "training", "halfway"),
    StatusEntry(JOB.key, 1750000003.0, "job_finished", "done"),
)


def version_1_at(path: Path) -> Path:
    """A list as version 1 left it."""
    run(path, VERSION_1)
    return path


def run(path: Path, script: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def rows(path: Path, query: str) -> list[Any]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def opened(path: Path) -> tuple[Contents, tuple[StatusEntry, ...]]:
    with contextlib.closing(Store(path)) as store:
        return store.contents(), store.status_history(JOB.key)


def schema_of(path: Path) -> dict[str, Any]:
    """Every table by what it is, its columns in order, its keys and its indexes; not by how it was written down.

    Of triggers there is nothing but their text, without its line ends.
    """
    names = [name for (name,) in rows(path, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    described: dict[str, Any] = {name: _table(path, name) for name in names}
    triggers = rows(path, "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
    written = [(name, table, " ".join(text.split())) for name, table, text in triggers]
    return described | {"triggers": written, "version": rows(path, "PRAGMA user_version")}


def _table(path: Path, name: str) -> dict[str, Any]:
    indexes = rows(path, f"PRAGMA index_list({name})")
    return {
        "kind": rows(path, f"SELECT type, ncol, wr, strict FROM pragma_table_list WHERE name = '{name}'"),
        "columns": rows(path, f"PRAGMA table_xinfo({name})"),
        "foreign keys": rows(path, f"PRAGMA foreign_key_list({name})"),
        "indexes": sorted((index[1:], tuple(rows(path, f"PRAGMA index_xinfo({index[1]})"))) for index in indexes),
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return version_1_at(tmp_path / FILE_NAME)


@pytest.fixture
def path_of_2(tmp_path: Path) -> Path:
    """A list as version 2 left it."""
    (tmp_path / "2").mkdir()
    path = tmp_path / "2" / FILE_NAME
    run(path, VERSION_2)
    return path


def test_nothing_of_version_1_is_lost(path: Path) -> None:
    assert opened(path) == (CONTENTS, HISTORY)


def test_nothing_of_version_2_is_lost(path_of_2: Path) -> None:
    assert opened(path_of_2) == (CONTENTS_OF_2, HISTORY_OF_2)


@pytest.mark.parametrize("version", [1, 2])
def test_a_brought_up_list_has_the_schema_of_a_new_one(
    path: Path, path_of_2: Path, tmp_path: Path, version: int
) -> None:
    older = {1: path, 2: path_of_2}[version]
    before = schema_of(older)
    Store(older).close()
    Store(tmp_path / "new").close()
    migrated, new = schema_of(older), schema_of(tmp_path / "new")
    assert migrated == new
    assert new["version"] == [(SCHEMA_VERSION,)]
    assert len(new["triggers"]) == 3
    assert before.keys() < new.keys(), "this test must begin with an older schema"
    assert before["version"] == [(version,)]


def test_the_history_of_a_brought_up_list_begins_empty_and_is_only_added_to(path_of_2: Path) -> None:
    switch_coordinator = HistoryEvent(
        EventKind.SWITCH_ASKED, NOW, "m", "解約予測", "j", "10月", {"switch": "s", "reason": "better"}
    )
    with contextlib.closing(Store(path_of_2, Author("佐藤", "1"))) as store:
        assert store.entries() == ()
        assert store.verify_history() == HistoryCheck(0, None, "")
        (entry,) = store.write([switch_coordinator])
        assert (entry.number, entry.previous) == (1, "")
    for statement in ("UPDATE history SET user = 'x'", "DELETE FROM history", _another_at_its_beginning()):
        with pytest.raises(sqlite3.IntegrityError, match="the history is only added to"):
            run(path_of_2, statement)
    with contextlib.closing(Store(path_of_2)) as store:
        assert store.entries() == (entry,)
        assert store.verify_history() == HistoryCheck(1, None, entry.sha256)
        assert store.contents().switches == (switch_coordinator,)


def _another_at_its_beginning() -> str:
    return "INSERT OR REPLACE INTO history VALUES (1, 0.0, '', '', '', '', '', '', '', '', '', '', '')"


def test_a_list_of_version_2_takes_what_is_new(path_of_2: Path) -> None:
    unanswered = Problem(ProblemKind.SWITCH_UNANSWERED, "", "service.example")
    job = Job("k", "m", added_at=NOW + 9, opened_at=NOW + 10, switch_problem=unanswered)
    with contextlib.closing(Store(path_of_2)) as store:
        store.write([job])
    contents, _ = opened(path_of_2)
    assert contents.jobs == (JOB_OF_2, job)


OBSTACLES_OF_2 = [
    "CREATE TABLE history (something TEXT)",
    "ALTER TABLE job ADD COLUMN switch_problem TEXT",
    "CREATE TABLE other (a TEXT); CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON other BEGIN SELECT 1; END",
]


@pytest.mark.parametrize("obstacle", OBSTACLES_OF_2)
def test_a_list_of_version_2_that_cannot_be_brought_up_stays_as_it_was(path_of_2: Path, obstacle: str) -> None:
    run(path_of_2, obstacle)
    before = path_of_2.read_bytes()
    with pytest.raises(sqlite3.OperationalError):
        Store(path_of_2)
    assert path_of_2.read_bytes() == before
    assert [entry.name for entry in path_of_2.parent.iterdir()] == [FILE_NAME]


def test_a_brought_up_list_takes_what_is_new(path: Path) -> None:
    upload = Upload("/tmp/学習.csv", rows=500)
    profile = Profile("m", "k", NOW, "学習.csv", (), 500, 9, "", "")
    with contextlib.closing(Store(path)) as store:
        store.write([Job("k", "m", added_at=NOW + 9, upload=upload), profile])
    contents, _ = opened(path)
    assert contents.jobs == (JOB, Job("k", "m", added_at=NOW + 9, upload=upload))
    assert contents.profiles == {"m": profile}


def test_opening_again_changes_nothing_more(path: Path) -> None:
    opened(path)
    before = path.read_bytes()
    assert opened(path) == (CONTENTS, HISTORY)
    assert path.read_bytes() == before


def test_an_end_of_a_key_that_was_told_later_is_not_reckoned_again(path: Path) -> None:
    told = Model("m", "", key_hint="1f3a", key_added_at=NOW, key_ends_at=None, key_end_said="some day")
    with contextlib.closing(Store(path)) as store:
        store.write([told])
    contents, _ = opened(path)
    assert contents.models == (told,)


@pytest.mark.parametrize(
    ("hint", "added_at", "ends_at"),
    [("1f3a", NOW, NOW + 30 * 86400), ("", NOW, NOW + 30 * 86400), ("", 0.0, None), ("1f3a", 0.0, None)],
)
def test_a_pasted_key_ends_about_30_days_after_it_was_given(
    path: Path, hint: str, added_at: float, ends_at: float | None
) -> None:
    run(path, f"UPDATE model SET key_hint = '{hint}', key_added_at = {added_at!r} WHERE id = 'm'")
    contents, _ = opened(path)
    (model,) = contents.models
    assert model.key_ends_at == ends_at
    assert model.key_end_is_about


OBSTACLES = [
    "CREATE TABLE profile (something TEXT)",
    "ALTER TABLE job ADD COLUMN send_problem TEXT",
    "CREATE TABLE other (a TEXT); CREATE INDEX profile_of_model ON other (a)",
]


@pytest.mark.parametrize("obstacle", OBSTACLES)
def test_a_list_that_cannot_be_brought_up_stays_as_it_was(path: Path, obstacle: str) -> None:
    run(path, obstacle)
    before, schema = path.read_bytes(), schema_of(path)
    with pytest.raises(sqlite3.OperationalError):
        Store(path)
    assert path.read_bytes() == before
    assert schema_of(path) == schema
    assert [entry.name for entry in path.parent.iterdir()] == [FILE_NAME], "no journal is left that would change it"


def test_a_list_that_could_not_be_brought_up_can_be_once_the_obstacle_is_gone(path: Path) -> None:
    run(path, OBSTACLES[0])
    with pytest.raises(sqlite3.OperationalError):
        Store(path)
    run(path, "DROP TABLE profile")
    assert opened(path) == (CONTENTS, HISTORY)


def test_a_list_of_version_1_opens_without_a_word(path: Path) -> None:
    found = open_list(path.parent, NOW)
    assert found.problem is None
    assert replace(found.store.contents(), switches=()) == CONTENTS
    found.store.close()


def test_a_list_that_cannot_be_brought_up_is_not_taken_for_damage(path: Path) -> None:
    run(path, OBSTACLES[0])
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError):
        open_list(path.parent, NOW)
    assert path.read_bytes() == before
    assert list(path.parent.glob("*damaged*")) == []


def test_a_damaged_list_is_replaced_from_a_backup_of_version_1(path: Path) -> None:
    backups = path.parent / "backups"
    backups.mkdir()
    version_1_at(backups / "epa-desktop-1.sqlite3")
    path.write_bytes(b"\xff" * 9000)
    found = open_list(path.parent, NOW)
    assert found.problem is not None
    assert found.problem.kind is ProblemKind.LIST_DAMAGED
    assert replace(found.store.contents(), switches=()) == CONTENTS
    found.store.close()
    assert rows(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_a_backup_of_a_brought_up_list_holds_all_of_it(path: Path) -> None:
    with contextlib.closing(open_list(path.parent, NOW).store) as store:
        back_up(store)
    assert opened(path.parent / "backups" / "epa-desktop-1.sqlite3") == (CONTENTS, HISTORY)


def test_the_next_version_is_too_new_for_this_one(path: Path) -> None:
    run(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    for opening in (lambda: Store(path), lambda: open_list(path.parent, NOW)):
        with pytest.raises(ListTooNewError):
            opening()
    assert path.read_bytes() == before


def test_what_version_1_said_of_links_and_keys_still_holds(path: Path) -> None:
    Store(path).close()
    columns = [column for table in _tables(path) for column in table]
    assert not [name for name in columns if "url" in name or "link" in name or name.endswith("key")]


def _tables(path: Path) -> Iterable[list[str]]:
    schema = schema_of(path)
    return ([column[1] for column in table["columns"]] for table in schema.values() if "columns" in table)


def test_no_model_of_an_older_list_has_an_encoding_yet(path: Path, path_of_2: Path) -> None:
    for older in (path, path_of_2):
        contents, _ = opened(older)
        assert {model.encoding for model in contents.models} == {""}
