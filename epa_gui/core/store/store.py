"""The list on disk: models, jobs, status history, profiles of what was sent, settings, history: one SQLite file.

No API key and no link is ever written here. A `Store` belongs to the thread that opened it.
"""

import contextlib
import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from epa_gui.core.files.private_files import make_private_file
from epa_gui.core.history import log as history
from epa_gui.core.history.deployment import SWITCH_KINDS
from epa_gui.core.history.event import Author, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.history.event_diff import ADDRESS_KINDS, told_places
from epa_gui.core.history.kept_fingerprint import Kept
from epa_gui.core.jobs.job import Job, JobKey, StatusEntry
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.profile import Profile
from epa_gui.core.store.rows import (
    MOST_SAID,
    Setting,
    job_in,
    model_in,
    packed,
    profile_in,
    profile_values,
    row_of,
    setting_in,
    status_entry_in,
)
from epa_gui.core.store.schema import SCHEMA_VERSION, statements_since

__all__ = ["SCHEMA_VERSION", "Change", "Contents", "ListTooNewError", "Setting", "Store", "Unread"]

_T = TypeVar("_T")

_ABOUT_ONE_VALUE = re.compile(r"(NULL|NUMERIC|TEXT|non-\w+) value in |CHECK constraint failed in ")
"""What SQLite says of a value that its column does not allow: one bad row, and no damage to the file."""


class ListTooNewError(Exception):
    """The file was written by a newer version of this program."""


Change = Model | Job | StatusEntry | Profile | Setting | HistoryEvent
"""What can be written: the whole new value, put in place of the one with the same identity; both histories are added
to."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that this version does not understand, and does not touch.

    Attributes:
        table: Where it is.
        identity: What tells it apart there; empty for the whole table.
        reason: What is wrong with it, for "Details"; not for people without them.
    """

    table: str
    identity: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in the list, as it was read at the start.

    Attributes:
        models: By when they were added, without removed ones.
        jobs: By when they were added, without removed ones and without those of removed models.
        settings: JSON text by name.
        leftover: Models removed in an earlier session whose keychain entries may still be there.
        profiles: What was sent last, by the identity of the model; none of removed models.
        switches: The history's events about switching, oldest first.
        places: Where each model's service was when the history told it last; see `told_places`.
        unread: What is there and could not be read; jobs of a model that could not be read are among it.
    """

    models: tuple[Model, ...] = ()
    jobs: tuple[Job, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    leftover: tuple[Model, ...] = ()
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    switches: tuple[HistoryEvent, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()


class Store:
    """The open list.

    Args:
        path: Its file; made if it is not there.
        author: Who is at work, for the history.
        patience: How long to wait for whoever holds the file, seconds; once it is open it is 5.

    Raises:
        sqlite3.DatabaseError: The file is damaged, cannot be read, or cannot be brought up to date; then it stays as
            it was.
        ListTooNewError: It was written by a newer version.
    """

    def __init__(
        self,
        path: Path,
        author: Author = Author(),  # noqa: B008  it cannot be changed
        *,
        patience: float = 5.0,
    ) -> None:
        self.path = path
        self._author = author
        if str(path) != ":memory:":  # SQLite's name for no file at all
            make_private_file(path)  # its journal takes the mode from it
        self._unread: set[tuple[str, tuple[str, ...]]] = set()
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=patience)
        try:
            self._prepare()
            self._connection.execute("PRAGMA busy_timeout = 5000")
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        run = self._connection.execute
        run("PRAGMA journal_mode = DELETE")
        run("PRAGMA synchronous = FULL")
        run("PRAGMA fullfsync = ON")  # macOS: a plain fsync does not reach the disk
        run("PRAGMA foreign_keys = ON")
        found = [text for (text,) in run("PRAGMA quick_check")]
        damages = [text for text in found if text != "ok" and not _ABOUT_ONE_VALUE.match(text)]
        if damages or not found:
            raise sqlite3.DatabaseError("\n".join(damages[:1]))
        version = run("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise ListTooNewError
        if version < SCHEMA_VERSION:
            self._bring_up_to_date(version)

    def _bring_up_to_date(self, version: int) -> None:
        with self._transaction():
            for statement in statements_since(version):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def contents(self) -> Contents:
        """All there is, but for the status history, which is read a job at a time.

        A row that this version does not understand never keeps the others from being read: it is told, and stays as it
        is in the file.
        """
        unread: list[Unread] = []
        models = self._each("model", model_in, "SELECT * FROM model ORDER BY added_at, rowid", unread)
        kept = {model.id for model in models if model.removed_at is None}
        known = {model.id for model in models}
        jobs = self._each("job", job_in, "SELECT * FROM job WHERE removed_at IS NULL ORDER BY added_at, rowid", unread)
        unread += [Unread("job", job.key, "its model cannot be read") for job in jobs if job.model not in known]
        profiles = self._each("profile", profile_in, _NEWEST_PROFILES, unread)
        settings = self._each("setting", setting_in, "SELECT * FROM setting", unread)
        try:
            events = [entry.event for entry in reversed(self.entries(kinds=(*SWITCH_KINDS, *ADDRESS_KINDS)))]
        except sqlite3.OperationalError as error:
            events = []
            unread.append(_table_unread("history", error))
        self._unread = {(row.table, row.identity) for row in unread}
        return Contents(
            models=tuple(model for model in models if model.id in kept),
            jobs=tuple(job for job in jobs if job.model in kept),
            settings={setting.name: setting.value for setting in settings},
            leftover=tuple(model for model in models if model.id not in kept),
            profiles={profile.model: profile for profile in profiles if profile.model in kept},
            switches=tuple(event for event in events if event.kind in SWITCH_KINDS),
            places=told_places(events),
            unread=tuple(unread),
        )

    def _each(self, table: str, read: Callable[[dict[str, Any]], _T], query: str, unread: list["Unread"]) -> list[_T]:
        """What a table's rows are; those that are nothing this version knows are added to `unread`."""
        found: list[_T] = []
        try:
            for row in self._rows(query):
                try:
                    found.append(read(row))
                except (ValueError, KeyError) as error:
                    identity = tuple(str(row.get(name)) for name in _IDENTITIES[table])
                    unread.append(Unread(table, identity, str(error)[:MOST_SAID]))
        except sqlite3.OperationalError as error:
            unread.append(_table_unread(table, error))
        return found

    def status_history(self, job: JobKey) -> tuple[StatusEntry, ...]:
        """The job's status history, oldest first; without what cannot be read, which stays in the file."""
        rows = self._rows("SELECT * FROM status_history WHERE model = ? AND job = ? ORDER BY number", job)
        return tuple(entry for row in rows if (entry := status_entry_in(job, row)) is not None)

    def entries(
        self, *, before: int | None = None, most: int = -1, kinds: Iterable[EventKind] = ()
    ) -> tuple[HistoryEntry, ...]:
        """The history, newest first; see `history.entries`."""
        return history.entries(self._connection, before=before, most=most, kinds=kinds)

    def verify_history(self, kept: Kept | None = None) -> history.HistoryCheck:
        """Whether the history is as it was written; see `history.verify`."""
        return history.verify(self._connection, kept)

    def write(self, changes: Iterable[Change]) -> tuple[HistoryEntry, ...]:
        """Put all changes in, or none.

        Returns:
            What went into the history.
        """
        written = []
        with self._transaction():
            for change in changes:
                if isinstance(change, HistoryEvent):
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
        """A whole and consistent copy of the list.

        Raises:
            sqlite3.OperationalError: Another program holds the list, and was waited for.
        """
        make_private_file(path)
        with contextlib.closing(sqlite3.connect(path)) as copy:
            self._connection.backup(copy, progress=_raise_if_held)

    def reopen(self) -> None:
        """Connect anew to what lies there now: a drive that was away, or a folder put back, is another file to SQLite.

        Raises:
            sqlite3.Error: It is not there, or cannot be opened; the connection stays as it was.
        """
        if not self.path.is_file():
            raise sqlite3.OperationalError("the file is not there")
        fresh = Store(self.path, self._author)
        self._connection.close()
        self._connection = fresh._connection

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
                (*change.job, change.at, change.status, change.message, packed(change.problem), *change.job),
            )
            return
        if isinstance(change, Profile):
            self._connection.execute(
                "INSERT OR REPLACE INTO profile"
                " (model, job, sent_at, file_name, rows, size, sha256, file_sha256, columns)"
                " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM model WHERE id = ?)",
                (*profile_values(change), change.model),
            )
            return
        table, row, identity = row_of(change)
        self._set_aside(table, tuple(str(row[name]) for name in identity))
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        updates = ", ".join(f"{name} = excluded.{name}" for name in row if name not in identity)
        self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  names come from this module  # nosec B608
            f" ON CONFLICT ({', '.join(identity)}) DO UPDATE SET {updates}",
            tuple(row.values()),
        )

    def _set_aside(self, table: str, identity: tuple[str, ...]) -> None:
        """Keep what could not be read of a row that is now written anew, as JSON among the settings."""
        if (table, identity) not in self._unread:
            return
        chosen = " AND ".join(f"{name} = ?" for name in _IDENTITIES[table])
        for row in self._rows(f"SELECT * FROM {table} WHERE {chosen}", identity):  # noqa: S608  names from this module  # nosec B608
            name = f"{_ASIDE} {table} {' '.join(identity)}"
            self._connection.execute(
                "INSERT OR IGNORE INTO setting (name, value) VALUES (?, ?)", (name, json.dumps(row, default=repr))
            )

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> Iterator[dict[str, Any]]:
        usual = self._connection.text_factory
        self._connection.text_factory = _text_or_bytes
        try:
            cursor = self._connection.execute(query, values)
            names = [column[0] for column in cursor.description]
            for row in cursor:
                yield dict(zip(names, row, strict=True))
        finally:
            self._connection.text_factory = usual


_IDENTITIES = {"model": ("id",), "job": ("model", "id"), "profile": ("model", "job"), "setting": ("name",)}
"""The columns that tell a table's rows apart."""

_ASIDE = "unreadable"
"""Begins the name of a setting that holds what could not be read, once something else stands in its place."""

_NEWEST_PROFILES = """
SELECT * FROM profile WHERE number = (
    SELECT other.number FROM profile AS other WHERE other.model = profile.model
    ORDER BY other.sent_at DESC, other.number DESC LIMIT 1
)
"""


def _text_or_bytes(data: bytes) -> str | bytes:
    """Text, or the bytes that are none: sqlite3 would give up the whole table for one of them."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _table_unread(table: str, error: sqlite3.OperationalError) -> Unread:
    """A whole table that cannot be asked for, since something else made it or took it away.

    Raises:
        sqlite3.OperationalError: It is the disk, or somebody who holds the file: nothing is wrong with the table.
    """
    if "no such" not in str(error):
        raise error
    return Unread(table, (), str(error))


def _raise_if_held(status: int, _remaining: int, _total: int) -> None:
    """End a copy of a list that another program holds; Python's own loop would try again for ever."""
    if status & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        raise sqlite3.OperationalError("database is locked")
