"""The history on disk: a table that is only ever added to, each entry holding a fingerprint of the one before.

Whoever changes, removes or slips in an entry with other means than this program breaks the chain, which `verify` finds.
What it cannot find is a chain made anew, or cut off, from some entry to the very end by somebody who knows how: for
that, keep the fingerprint of the last entry elsewhere, and give it to `verify` later: *Copy fingerprint* hands it out,
every HTML export carries it, and the CSV of the whole history.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from epa_gui.core.history.event import Author, Detail, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.history.kept_fingerprint import Kept, Match, Search

SCHEMA = (
    """CREATE TABLE history (
        number INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, local TEXT NOT NULL, user TEXT NOT NULL,
        version TEXT NOT NULL, kind TEXT NOT NULL, model TEXT NOT NULL, model_name TEXT NOT NULL, job TEXT NOT NULL,
        job_name TEXT NOT NULL, details TEXT NOT NULL, previous TEXT NOT NULL, sha256 TEXT NOT NULL
    ) STRICT""",
    """CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
    """CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
    # INSERT OR REPLACE deletes without asking a trigger, so an entry can only stand after the last one.
    """CREATE TRIGGER history_is_added_to_at_its_end BEFORE INSERT ON history
    WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM history)
        OR NEW.previous IS NOT (SELECT COALESCE((SELECT sha256 FROM history ORDER BY number DESC LIMIT 1), ''))
    BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
)

_COLUMNS = (
    "number, at, local, user, version, kind, model, model_name, job, job_name, details, previous, sha256"  # as hashed
)

_END_OF_TIME = 253_370_764_800.0
"""Seconds since the epoch: the year 9999, behind which no calendar goes."""


@dataclass(frozen=True, slots=True)
class HistoryCheck:
    """What became of checking the whole history.

    Attributes:
        entries: How many there are.
        broken_at: The number of the first entry that is not as it was written, or is missing; `None` if all are well.
        fingerprint: The last entry's; empty if there is none.
        begun: The first entry's; likewise.
        local: When the last entry was written, as it says itself; likewise.
        match: What there is to say to a fingerprint that was kept elsewhere; `None` if none was given.
    """

    entries: int
    broken_at: int | None
    fingerprint: str
    begun: str = field(default="", compare=False)
    local: str = field(default="", compare=False)
    match: Match | None = field(default=None, compare=False)


def append(connection: sqlite3.Connection, event: HistoryEvent, author: Author) -> HistoryEntry:
    """Write an event down, within the transaction that is open."""
    last = connection.execute("SELECT number, sha256 FROM history ORDER BY number DESC LIMIT 1").fetchone()
    number, previous = last or (0, "")
    row = (
        number + 1,
        float(event.at),
        local_text(event.at),
        plain(author.user),
        author.version,
        event.kind.value,
        event.model,
        plain(event.model_name),
        plain(event.job),
        plain(event.job_name),
        # In ASCII: a path on Linux may hold bytes that are no text, which SQLite refuses and JSON's escapes bring back.
        json.dumps(dict(event.details)),
        previous,
    )
    entry = (*row, fingerprint(row))
    marks = ", ".join("?" * len(entry))
    connection.execute(f"INSERT INTO history ({_COLUMNS}) VALUES ({marks})", entry)  # noqa: S608  names from here  # nosec B608
    return _entry(entry)


def entries(
    connection: sqlite3.Connection, *, before: int | None = None, most: int = -1, kinds: Iterable[EventKind] = ()
) -> tuple[HistoryEntry, ...]:
    """What was written, newest first.

    Args:
        connection: The open list.
        before: Only entries with a smaller number.
        most: No more than so many; -1 for all.
        kinds: Only events of these; all if empty.
    """
    wanted = [kind.value for kind in kinds]
    chosen = f"kind IN ({', '.join('?' * len(wanted))})" if wanted else "1"
    what = f"WHERE number < ? AND {chosen} ORDER BY number DESC LIMIT ?"
    query = f"SELECT {_COLUMNS} FROM history {what}"  # noqa: S608  marks for the values  # nosec B608
    rows = _rows(connection, query, (2**62 if before is None else before, *wanted, most), "replace")
    return tuple(_entry(row) for row in rows)


def verify(connection: sqlite3.Connection, kept: Kept | None = None) -> HistoryCheck:
    """Look at every entry: whether it fits the one before and its own fingerprint, and whether none is missing.

    Args:
        connection: The open list.
        kept: A fingerprint that was kept elsewhere, to be looked for.
    """
    count, previous, broken_at = 0, "", None
    begun, local = "", ""
    search = Search(kept) if kept else None
    query = f"SELECT {_COLUMNS} FROM history ORDER BY number"  # noqa: S608  the names come from here  # nosec B608
    try:
        # A changed byte may leave text that is none: it has to differ from every text there is.
        for row in _rows(connection, query, (), "surrogateescape"):
            count += 1
            is_well = row[0] == count and row[-2] == previous and row[-1] == fingerprint(row[:-1])
            if not is_well and broken_at is None:
                broken_at = count
            previous, local = str(row[-1]), _text(row[2])
            begun = begun or previous
            if search:
                search.see(count, previous, local, is_well=broken_at is None)
        written = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'history'").fetchone()
        is_whole = (written[0] if written else 0) == count
    except (sqlite3.Error, ValueError):  # the byte belonged to the file's own order: no more can be read
        is_whole = False
    if broken_at is None and not is_whole:
        broken_at = count + 1  # the last ones are missing
    return HistoryCheck(count, broken_at, previous, begun, local, search.match() if search else None)


def fingerprint(row: Iterable[Any]) -> str:
    """The SHA-256, in hexadecimal, of an entry's columns in their order: as a JSON array in ASCII, without spaces.

    Bytes, which only tampering leaves there, become an array of their own, which nothing else does.
    """
    text = json.dumps(list(row), ensure_ascii=True, separators=(",", ":"), default=lambda data: [repr(data)])
    import hashlib  # noqa: PLC0415  it brings all of OpenSSL, which the window need not wait for

    return hashlib.sha256(text.encode("ascii")).hexdigest()


def local_text(seconds: float) -> str:
    """A point in time by this computer's clock, with its distance from UTC: ``2026-11-23T09:30:00+09:00``."""
    from datetime import UTC, datetime  # noqa: PLC0415  not at the start

    return datetime.fromtimestamp(int(seconds), UTC).astimezone().isoformat(timespec="seconds")


def plain(text: str) -> str:
    """`text` without lone surrogates, which no database can hold."""
    return text.encode("utf-8", "replace").decode()


def _rows(
    connection: sqlite3.Connection, query: str, values: tuple[Any, ...], errors: str
) -> Iterator[tuple[Any, ...]]:
    usual = connection.text_factory
    connection.text_factory = lambda data: data.decode("utf-8", errors)
    try:
        yield from connection.execute(query, values)
    finally:
        connection.text_factory = usual


def _entry(row: tuple[Any, ...]) -> HistoryEntry:
    """One that was tampered with must still be shown: what is no text or no time any more is made one."""
    number, at, *texts = row
    local, user, version, kind, model, model_name, job, job_name, details, previous, sha256 = map(_text, texts)
    known, more = _kind_and_details(kind, details)
    is_time = isinstance(at, float) and 0 <= at < _END_OF_TIME
    event = HistoryEvent(known, at if is_time else 0.0, model, model_name, job, job_name, more)
    return HistoryEntry(number, event, local, Author(user, version), previous, sha256)


def _text(value: object) -> str:
    return value if isinstance(value, str) else value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def _kind_and_details(kind: str, details: str) -> tuple[EventKind, dict[str, Detail]]:
    """What a row says, as far as it can be read."""
    try:
        more = json.loads(details)
    except (ValueError, TypeError, RecursionError):
        more = None
    if not isinstance(more, dict):
        more = {"unreadable": details}
    try:
        return EventKind(kind), more
    except ValueError:
        return EventKind.UNKNOWN, more | {"kind": kind}
