"""A fingerprint kept elsewhere tells what the chain alone cannot: a history made anew, or cut off, by who knows how."""

import json
import sqlite3
from collections.abc import Iterator

import pytest

from epa_gui.core.history import log as history
from epa_gui.core.history.event import Author, EventKind, HistoryEvent
from epa_gui.core.history.kept_fingerprint import Finding, Kept, kept_in, kept_text
from epa_gui.core.history.log import HistoryCheck, append, fingerprint

SHA = "0123456789abcdef" * 4
BEGUN = "fedcba9876543210" * 4


def connection_with(count: int, user: str = "tanaka") -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for line in history.SCHEMA:
        connection.execute(line)
    for number in range(count):
        append(
            connection,
            HistoryEvent(EventKind.JOB_REMOVED, 1e9 + number, "m", "Sales", f"job {number}"),
            Author(user, "1"),
        )
    return connection


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = connection_with(9)
    yield connection
    connection.close()


def kept(connection: sqlite3.Connection) -> Kept:
    """What *Copy fingerprint* copies now, pasted."""
    verdict = history.verify(connection)
    found = kept_in(kept_text(verdict.entries, verdict.local, verdict.fingerprint, verdict.begun))
    assert found is not None
    return found


def finding(connection: sqlite3.Connection, kept: Kept) -> tuple[Finding, int]:
    match = history.verify(connection, kept).match
    assert match is not None
    return match.finding, match.number


def without_guard(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")


def make_anew(connection: sqlite3.Connection, start: int, user: str) -> None:
    """Change who did it in an entry, and make the chain anew from there to the end, as who knows how would."""
    without_guard(connection)
    columns = "number, at, local, user, version, kind, model, model_name, job, job_name, details, previous, sha256"
    rows = connection.execute(f"SELECT {columns} FROM history WHERE number >= ? ORDER BY number", (start,)).fetchall()
    previous = rows[0][-2]
    for row in rows:
        changed = [*row[:3], user, *row[4:-2], previous]
        previous = fingerprint(changed)
        change = "UPDATE history SET user = ?, previous = ?, sha256 = ? WHERE number = ?"
        connection.execute(change, (user, changed[-1], previous, row[0]))


def cut_from(connection: sqlite3.Connection, start: int) -> None:
    without_guard(connection)
    connection.execute("DELETE FROM history WHERE number >= ?", (start,))
    connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'history'", (start - 1,))


@pytest.mark.parametrize("later", [0, 1, 30])
def test_a_history_that_went_on_contains_it_unchanged(connection: sqlite3.Connection, later: int) -> None:
    mine = kept(connection)
    for number in range(later):
        append(connection, HistoryEvent(EventKind.JOB_REMOVED, 2e9 + number), Author("sato", "2"))
    assert finding(connection, mine) == (Finding.UNCHANGED, 9)
    assert finding(connection, Kept(mine.sha256)) == (Finding.UNCHANGED, 9)


@pytest.mark.parametrize(
    ("start", "told"), [(9, Finding.MADE_ANEW), (4, Finding.MADE_ANEW), (1, Finding.OTHER_HISTORY)]
)
def test_a_chain_made_anew_is_found_by_it_alone(connection: sqlite3.Connection, start: int, told: Finding) -> None:
    mine = kept(connection)
    make_anew(connection, start, "mallory")
    assert history.verify(connection).broken_at is None, "the chain alone cannot find this"
    assert finding(connection, mine)[0] is told
    assert finding(connection, Kept(mine.sha256)) == (Finding.NOT_FOUND, 0)


def test_what_was_made_anew_behind_it_leaves_it_as_it_was(connection: sqlite3.Connection) -> None:
    mine = kept(connection)
    for number in range(5):
        append(connection, HistoryEvent(EventKind.JOB_REMOVED, 2e9 + number), Author("sato", "2"))
    make_anew(connection, 11, "mallory")
    assert finding(connection, mine) == (Finding.UNCHANGED, 9)


@pytest.mark.parametrize("start", [9, 5, 1])
def test_a_chain_that_was_cut_off_cleanly_is_found_by_it_alone(connection: sqlite3.Connection, start: int) -> None:
    mine = kept(connection)
    cut_from(connection, start)
    assert history.verify(connection).broken_at is None, "the chain alone cannot find this"
    assert finding(connection, mine) == (Finding.CUT, 9)


def test_what_was_cut_off_and_grew_again_is_found(connection: sqlite3.Connection) -> None:
    mine = kept(connection)
    cut_from(connection, 6)
    for number in range(9):
        append(connection, HistoryEvent(EventKind.JOB_REMOVED, 2e9 + number), Author("mallory", "2"))
    assert finding(connection, mine) == (Finding.MADE_ANEW, 9)


def test_an_entry_that_only_says_that_it_has_it_is_seen_through(connection: sqlite3.Connection) -> None:
    mine = kept(connection)
    without_guard(connection)
    connection.execute("UPDATE history SET user = 'mallory' WHERE number = 3")
    assert finding(connection, mine) == (Finding.BROKEN_BEFORE, 9)
    make_anew(connection, 1, "mallory")
    connection.execute("UPDATE history SET sha256 = ? WHERE number = 9", (mine.sha256,))
    assert finding(connection, mine) == (Finding.BROKEN_BEFORE, 9)


def test_another_history_s_is_told_from_one_that_was_changed(connection: sqlite3.Connection) -> None:
    other = connection_with(9, "somebody else")
    theirs = kept(other)
    other.close()
    assert finding(connection, theirs) == (Finding.OTHER_HISTORY, 9)


def test_what_is_copied_names_the_entry_its_time_and_both_fingerprints(connection: sqlite3.Connection) -> None:
    verdict = history.verify(connection)
    newest, oldest = history.entries(connection)[0], history.entries(connection)[-1]
    assert (verdict.fingerprint, verdict.local, verdict.begun) == (newest.sha256, newest.local, oldest.sha256)
    text = kept_text(verdict.entries, verdict.local, verdict.fingerprint, verdict.begun)
    assert all(part in text for part in ("entry 9 ", newest.local, newest.sha256, oldest.sha256))
    assert "\n" not in text
    assert kept_in(text) == Kept(newest.sha256, 9, oldest.sha256)


LINE = kept_text(1234, "2026-11-23T09:30:00+09:00", SHA, BEGUN)


@pytest.mark.parametrize(
    "text",
    [
        LINE,
        f"  {LINE}\n",
        f"> {LINE}",
        LINE.replace(" ", "\r\n"),  # wrapped by an e-mail
        LINE.replace(" ", "\n> "),
        LINE.replace(" ", "\n> > "),
        LINE.upper(),
        f"\ufeff{LINE}\u200b",
        f"From: a\nSubject: keep\n\n{LINE}\n-- \nTanaka",
    ],
)
def test_a_line_is_read_however_it_came_back(text: str) -> None:
    assert kept_in(text) == Kept(SHA, 1234, BEGUN)


@pytest.mark.parametrize(
    "text",
    [
        SHA,
        SHA.upper(),
        f"Its fingerprint {SHA}",
        f"12,…,{BEGUN},{SHA}\r\n",
        "".join(chr(ord(sign) + 0xFEE0) for sign in SHA),  # full-width, as an input method writes
    ],
)
def test_a_fingerprint_alone_or_of_an_export_is_read(text: str) -> None:
    assert kept_in(text) == Kept(SHA)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        SHA[:-1],
        SHA + "0",
        SHA[:-1] + "g",
        f"{SHA} {SHA} {SHA}",
        f"{LINE}\n{LINE}",
        f"begins with {BEGUN}",
        LINE.removesuffix(BEGUN),
        LINE[:-1],
        LINE.replace("with ", "with … "),
        json.dumps({"sha256": SHA[:32]}),
        "0" * 1_000_000,
    ],
)
def test_nonsense_is_none(text: str) -> None:
    assert kept_in(text) is None


def test_without_one_there_is_nothing_to_say_and_verdicts_compare_as_before(connection: sqlite3.Connection) -> None:
    verdict = history.verify(connection)
    assert verdict.match is None
    assert verdict == HistoryCheck(9, None, verdict.fingerprint)


def test_an_empty_history_was_cut() -> None:
    empty = connection_with(0)
    assert finding(empty, Kept(SHA, 9, BEGUN)) == (Finding.CUT, 9)
    assert finding(empty, Kept(SHA)) == (Finding.NOT_FOUND, 0)
    empty.close()
