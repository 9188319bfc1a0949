"""The list on disk: models, jobs, status history, profiles of what was sent, settings, history: one SQLite file.

No API key and no link is ever written here. A `Store` belongs to the thread that opened it.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from epa_gui.jobs import history
from epa_gui.jobs.act import Act, ActKind, Author, Entry
from epa_gui.jobs.job import Job, JobKey, Partial, Saved, StatusEntry, Upload
from epa_gui.jobs.kept_fingerprint import Kept
from epa_gui.jobs.metric import Metric
from epa_gui.jobs.model import Model
from epa_gui.jobs.problem import Problem
from epa_gui.jobs.profile import ColumnProfile, ColumnType, Profile
from epa_gui.jobs.region import Region
from epa_gui.jobs.switch import SWITCH_KINDS

SCHEMA_VERSION = 3

_SCHEMA = (
    """CREATE TABLE model (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL, address TEXT NOT NULL, key_hint TEXT NOT NULL,
        key_added_at REAL NOT NULL, added_at REAL NOT NULL, removed_at REAL, service_id INTEGER,
        has_secret INTEGER NOT NULL DEFAULT 0, key_ends_at REAL, key_end_said TEXT NOT NULL DEFAULT '',
        target TEXT NOT NULL DEFAULT '', target_is_guessed INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE job (
        model TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE, id TEXT NOT NULL, name TEXT NOT NULL,
        note TEXT NOT NULL, added_at REAL NOT NULL, started_at REAL, status TEXT NOT NULL, message TEXT NOT NULL,
        service_model_id INTEGER, has_file INTEGER NOT NULL, results_name TEXT NOT NULL, status_since REAL,
        ended_at REAL, checked_at REAL, asked_at REAL, next_check_at REAL NOT NULL, failures INTEGER NOT NULL,
        problem TEXT, problem_since REAL, saved TEXT, partial TEXT, save_problem TEXT, removed_at REAL,
        upload TEXT, send_problem TEXT, going_at REAL, opened_at REAL, switch_problem TEXT,
        PRIMARY KEY (model, id)
    ) STRICT""",
    """CREATE TABLE status_history (
        number INTEGER PRIMARY KEY, model TEXT NOT NULL, job TEXT NOT NULL, at REAL NOT NULL, status TEXT NOT NULL,
        message TEXT NOT NULL, problem TEXT,
        FOREIGN KEY (model, job) REFERENCES job (model, id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE INDEX status_history_of_job ON status_history (model, job, number)",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE profile (
        number INTEGER PRIMARY KEY, model TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE, job TEXT NOT NULL,
        sent_at REAL NOT NULL, file_name TEXT NOT NULL, rows INTEGER NOT NULL, size INTEGER NOT NULL,
        sha256 TEXT NOT NULL, file_sha256 TEXT NOT NULL, columns TEXT NOT NULL,
        UNIQUE (model, job)
    ) STRICT""",
    "CREATE INDEX profile_of_model ON profile (model, sent_at, number)",
    *history.SCHEMA,
)
"""A new file. A profile belongs to its model alone: it is what the next file is held against when its job is gone."""

_STEPS = {
    1: (
        "ALTER TABLE model ADD COLUMN service_id INTEGER",
        "ALTER TABLE model ADD COLUMN has_secret INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE model ADD COLUMN key_ends_at REAL",
        "ALTER TABLE model ADD COLUMN key_end_said TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE model ADD COLUMN target TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE model ADD COLUMN target_is_guessed INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE job ADD COLUMN upload TEXT",
        "ALTER TABLE job ADD COLUMN send_problem TEXT",
        "ALTER TABLE job ADD COLUMN going_at REAL",
        # Every key of version 1 was pasted, and lives 30 days. One given at no known time ends at no known time.
        "UPDATE model SET key_ends_at = key_added_at + 30 * 86400 WHERE key_added_at > 0",
        """CREATE TABLE profile (
            number INTEGER PRIMARY KEY, model TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE, job TEXT NOT NULL,
            sent_at REAL NOT NULL, file_name TEXT NOT NULL, rows INTEGER NOT NULL, size INTEGER NOT NULL,
            sha256 TEXT NOT NULL, file_sha256 TEXT NOT NULL, columns TEXT NOT NULL,
            UNIQUE (model, job)
        ) STRICT""",
        "CREATE INDEX profile_of_model ON profile (model, sent_at, number)",
    ),
    2: (
        "ALTER TABLE job ADD COLUMN opened_at REAL",
        "ALTER TABLE job ADD COLUMN switch_problem TEXT",
        """CREATE TABLE history (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, local TEXT NOT NULL, user TEXT NOT NULL,
            version TEXT NOT NULL, kind TEXT NOT NULL, model TEXT NOT NULL, model_name TEXT NOT NULL, job TEXT NOT NULL,
            job_name TEXT NOT NULL, details TEXT NOT NULL, previous TEXT NOT NULL, sha256 TEXT NOT NULL
        ) STRICT""",
        """CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
        BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
        """CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
        BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
        """CREATE TRIGGER history_is_added_to_at_its_end BEFORE INSERT ON history
        WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM history)
            OR NEW.previous IS NOT (SELECT COALESCE((SELECT sha256 FROM history ORDER BY number DESC LIMIT 1), ''))
        BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
    ),
}
"""What takes a file of that version to the next one. Never edited once released: such files are on people's disks."""


class ListTooNew(Exception):  # noqa: N818  the words of the house
    """The file was written by a newer version of this program."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One value to remember, as JSON text."""

    name: str
    value: str


Change = Model | Job | StatusEntry | Profile | Setting | Act
"""What can be written: the whole new value, put in place of the one with the same identity; both histories are added
to."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in the list, as it was read at the start.

    Attributes:
        models: By when they were added, without removed ones.
        jobs: By when they were added, without removed ones and without those of removed models.
        settings: JSON text by name.
        leftover: Models removed in an earlier session whose keychain entries may still be there.
        profiles: What was sent last, by the identity of the model; none of removed models.
        switches: The history's acts about switching, oldest first.
    """

    models: tuple[Model, ...] = ()
    jobs: tuple[Job, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    leftover: tuple[Model, ...] = ()
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    switches: tuple[Act, ...] = ()


class Store:
    """The open list.

    Args:
        path: Its file; made if it is not there.
        author: Who is at work, for the history.

    Raises:
        sqlite3.DatabaseError: The file is damaged, cannot be read, or cannot be brought up to date; then it stays as
            it was.
        ListTooNew: It was written by a newer version.
    """

    def __init__(self, path: Path, author: Author = Author()) -> None:  # noqa: B008  it cannot be changed
        self.path = path
        self._author = author
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=5)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        run = self._connection.execute
        run("PRAGMA journal_mode = DELETE")
        run("PRAGMA synchronous = FULL")
        run("PRAGMA fullfsync = ON")  # macOS: a plain fsync does not reach the disk
        run("PRAGMA foreign_keys = ON")
        verdict = run("PRAGMA quick_check(1)").fetchone()
        if verdict != ("ok",):
            raise sqlite3.DatabaseError(verdict[0] if verdict else "")
        version = run("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise ListTooNew
        if version < SCHEMA_VERSION:
            self._bring_up_to_date(version)

    def _bring_up_to_date(self, version: int) -> None:
        with self._transaction():
            for statement in _statements_since(version):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def contents(self) -> Contents:
        """All there is, but for the status history, which is read a job at a time."""
        models = [_model(row) for row in self._rows("SELECT * FROM model ORDER BY added_at, rowid")]
        kept = {model.id for model in models if model.removed_at is None}
        jobs = (_job(row) for row in self._rows("SELECT * FROM job WHERE removed_at IS NULL ORDER BY added_at, rowid"))
        profiles = (_profile(row) for row in self._rows(_NEWEST_PROFILES))
        return Contents(
            models=tuple(model for model in models if model.id in kept),
            jobs=tuple(job for job in jobs if job.model in kept),
            settings={row["name"]: row["value"] for row in self._rows("SELECT * FROM setting")},
            leftover=tuple(model for model in models if model.id not in kept),
            profiles={profile.model: profile for profile in profiles if profile.model in kept},
            switches=tuple(entry.act for entry in reversed(self.entries(kinds=SWITCH_KINDS))),
        )

    def status_history(self, job: JobKey) -> tuple[StatusEntry, ...]:
        """The job's status history, oldest first."""
        rows = self._rows("SELECT * FROM status_history WHERE model = ? AND job = ? ORDER BY number", job)
        return tuple(
            StatusEntry(job, row["at"], row["status"], row["message"], _problem(row["problem"])) for row in rows
        )

    def entries(self, *, before: int | None = None, most: int = -1, kinds: Iterable[ActKind] = ()) -> tuple[Entry, ...]:
        """The history, newest first; see `history.entries`."""
        return history.entries(self._connection, before=before, most=most, kinds=kinds)

    def verify_history(self, kept: Kept | None = None) -> history.Verdict:
        """Whether the history is as it was written; see `history.verify`."""
        return history.verify(self._connection, kept)

    def write(self, changes: Iterable[Change]) -> tuple[Entry, ...]:
        """Put all changes in, or none.

        Returns:
            What went into the history.
        """
        written = []
        with self._transaction():
            for change in changes:
                if isinstance(change, Act):
                    written.append(history.append(self._connection, change, self._author))
                else:
                    self._put(change)
        return tuple(written)

    def forget_removed(self, models: Iterable[str], *, with_jobs: bool = True) -> None:
        """Delete for good these removed models with all that is theirs.

        Args:
            models: Which; those that were not removed stay.
            with_jobs: Whether removed jobs of other models go too; not while their removal can still be undone.
        """
        with self._transaction():
            if with_jobs:
                self._connection.execute("DELETE FROM job WHERE removed_at IS NOT NULL")
            self._connection.executemany(
                "DELETE FROM model WHERE id = ? AND removed_at IS NOT NULL", [(model,) for model in models]
            )

    def copy_to(self, path: Path) -> None:
        """A whole and consistent copy of the list."""
        with contextlib.closing(sqlite3.connect(path)) as copy:
            self._connection.backup(copy)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    @contextlib.contextmanager
    def _transaction(self) -> Any:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def _put(self, change: Model | Job | StatusEntry | Profile | Setting) -> None:
        if isinstance(change, StatusEntry):
            self._connection.execute(
                "INSERT INTO status_history (model, job, at, status, message, problem)"
                " SELECT ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM job WHERE model = ? AND id = ?)",
                (*change.job, change.at, change.status, change.message, _json(change.problem), *change.job),
            )
            return
        if isinstance(change, Profile):
            self._connection.execute(
                "INSERT OR REPLACE INTO profile"
                " (model, job, sent_at, file_name, rows, size, sha256, file_sha256, columns)"
                " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM model WHERE id = ?)",
                (*_profile_values(change), change.model),
            )
            return
        table, row, identity = _row(change)
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        updates = ", ".join(f"{name} = excluded.{name}" for name in row if name not in identity)
        self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  names come from this module  # nosec B608
            f" ON CONFLICT ({', '.join(identity)}) DO UPDATE SET {updates}",
            tuple(row.values()),
        )

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> Iterable[dict[str, Any]]:
        cursor = self._connection.execute(query, values)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)


_MODEL_CLAIMS = ("has_secret", "target_is_guessed")
_PROBLEMS = ("problem", "save_problem", "send_problem", "switch_problem")

_NEWEST_PROFILES = """
SELECT * FROM profile WHERE number = (
    SELECT other.number FROM profile AS other WHERE other.model = profile.model
    ORDER BY other.sent_at DESC, other.number DESC LIMIT 1
)
"""


def _statements_since(version: int) -> Iterable[str]:
    """What makes the newest schema of a file of this version; 0 is an empty file."""
    if version == 0:
        return _SCHEMA
    return (statement for step in range(version, SCHEMA_VERSION) for statement in _STEPS[step])


def _row(change: Model | Job | Setting) -> tuple[str, dict[str, Any], tuple[str, ...]]:
    """The table, the row and the columns that identify it."""
    if isinstance(change, Setting):
        return "setting", {"name": change.name, "value": change.value}, ("name",)
    if isinstance(change, Model):
        row = asdict(change) | {"region": change.region.value}
        for name in _MODEL_CLAIMS:
            row[name] = int(row[name])
        return "model", row, ("id",)
    row = {name: getattr(change, name) for name in Job.__dataclass_fields__}
    for name in ("saved", "partial", "upload", *_PROBLEMS):
        row[name] = _json(row[name])
    row["has_file"] = int(change.has_file)
    return "job", row, ("model", "id")


def _model(row: dict[str, Any]) -> Model:
    claims = {name: bool(row[name]) for name in _MODEL_CLAIMS}
    return Model(**row | claims | {"region": Region(row["region"])})


def _job(row: dict[str, Any]) -> Job:
    row["has_file"] = bool(row["has_file"])
    row["saved"] = _saved(row["saved"])
    row["partial"] = Partial(**json.loads(row["partial"])) if row["partial"] else None
    row["upload"] = _upload(row["upload"])
    for name in _PROBLEMS:
        row[name] = _problem(row[name])
    return Job(**row)


def _saved(text: str | None) -> Saved | None:
    if not text:
        return None
    fields = json.loads(text)
    metric = fields.get("metric")
    return Saved(**fields | {"metric": Metric(**metric) if metric else None})


def _upload(text: str | None) -> Upload | None:
    if not text:
        return None
    fields = json.loads(text)
    return Upload(**fields | {"converted": tuple(fields["converted"])})


def _problem(text: str | None) -> Problem | None:
    return Problem.from_json(text) if text else None


def _profile_values(profile: Profile) -> tuple[Any, ...]:
    """In the order of the table."""
    return (
        profile.model,
        profile.job,
        profile.sent_at,
        # A name on Linux may hold bytes that are no text, which SQLite refuses: they are not worth the profile.
        profile.file_name.encode("utf-8", "replace").decode(),
        profile.rows,
        profile.size,
        profile.sha256,
        profile.file_sha256,
        json.dumps([asdict(column) for column in profile.columns]),
    )


def _profile(row: dict[str, Any]) -> Profile:
    del row["number"]
    columns = tuple(_column(column) for column in json.loads(row["columns"]))
    return Profile(**row | {"columns": columns})


def _column(fields: dict[str, Any]) -> ColumnProfile:
    try:
        kind = ColumnType(fields["type"])
    except ValueError:  # a newer version knows more types
        kind = ColumnType.TEXT
    return ColumnProfile(fields["name"], kind, fields["empty"], tuple(fields["labels"]))


def _json(value: Problem | Saved | Partial | Upload | None) -> str | None:
    if isinstance(value, Problem):
        return value.to_json()
    # In ASCII: a path on Linux may hold bytes that are no text, which SQLite refuses and JSON's escapes bring back.
    return json.dumps(asdict(value)) if value else None
