"""The history: what is written stays, the database refuses to change it, and whoever does it otherwise is found."""

import contextlib
import hashlib
import json
import math
import sqlite3
import struct
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from epa_gui.core.history import log as history
from epa_gui.core.history.event import Author, Detail, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.jobs.job import Job
from epa_gui.core.store.backup import FILE_NAME, back_up, open_list
from epa_gui.core.store.store import Store

NOW = 1_750_000_000.25
AUTHOR = Author("佐藤", "1.2.3")
ODD = 'quote\' "double" 日本語 🚀 \x00 \u202e\n{}'
FROM_LINUX = "/home/\udce3\udc81/結果.zip"
"""A path whose bytes are no text: Python stands lone surrogates in for them."""

TEXTS = ("local", "user", "version", "kind", "model", "model_name", "job", "job_name", "details", "previous", "sha256")
COLUMNS = ("number", "at", *TEXTS)


def event(number: int = 1, **details: Detail) -> HistoryEvent:
    """One event, unlike any other."""
    more: dict[str, Detail] = {"path": f"C:\\結果 {number}.zip", "size": 3_000_000_000, "sha256": f"{number:064x}"}
    more |= details
    return HistoryEvent(
        EventKind.RESULTS_SAVED, NOW + number * 60, "m", "解約予測", f"job-{number}", f"{number}月", more
    )


def sealed(count: int) -> bytes:
    """A database with a history alone, as the bytes of its file."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        for statement in history.SCHEMA:
            connection.execute(statement)
        for number in range(1, count + 1):
            history.append(connection, event(number), AUTHOR)
        connection.commit()
        return connection.serialize()


COUNT = 6
SEALED = sealed(COUNT)


@contextlib.contextmanager
def unsealed(content: bytes = SEALED) -> Iterator[sqlite3.Connection]:
    """That database, open."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(content)
        yield connection


@contextlib.contextmanager
def without_triggers(connection: sqlite3.Connection) -> Iterator[None]:
    """What somebody does who means it: the triggers go, and are back afterwards as if nothing had been."""
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, statement in triggers:
        connection.execute(statement)


def tampered(*statements: str) -> history.HistoryCheck:
    """What is found of the sealed history after these changes."""
    with unsealed() as connection:
        with without_triggers(connection):
            for statement in statements:
                assert connection.execute(statement).rowcount > 0, "nothing was changed"
        return history.verify(connection)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with contextlib.closing(Store(path, AUTHOR)) as store:
        yield store


def test_entries_come_back_as_they_were_written_newest_first(store: Store, path: Path) -> None:
    events = [event(number, text=ODD, yes=True, none=None, share=0.1, far=-(2**62)) for number in range(1, 4)]
    written = store.write(events)
    assert [entry.event for entry in written] == events
    store.close()
    with contextlib.closing(Store(path)) as again:
        assert again.entries() == written[::-1]


def test_an_entry_says_who_and_when(store: Store) -> None:
    (entry,) = store.write([event()])
    assert entry.author == AUTHOR
    local = datetime.fromisoformat(entry.local)
    assert local.utcoffset() is not None
    assert local.timestamp() == int(entry.event.at)


def test_every_entry_holds_the_fingerprint_of_the_one_before(store: Store) -> None:
    first, second, third = store.write([event(1), event(2), event(3)])
    assert [entry.number for entry in (first, second, third)] == [1, 2, 3]
    assert (first.previous, second.previous, third.previous) == ("", first.sha256, second.sha256)
    assert store.verify_history() == history.HistoryCheck(3, None, third.sha256)


def test_anybody_can_reckon_a_fingerprint_again(store: Store) -> None:
    store.write([event(1)])
    (entry,) = store.write([event(2)])
    done = entry.event
    columns = [
        *(entry.number, done.at, entry.local, entry.author.user, entry.author.version, done.kind.value),
        *(done.model, done.model_name, done.job, done.job_name, json.dumps(done.details), entry.previous),
    ]
    said = json.dumps(columns, separators=(",", ":")).encode("ascii")
    assert entry.sha256 == hashlib.sha256(said).hexdigest()


def test_entries_can_be_asked_for_by_kind_and_in_portions(store: Store) -> None:
    other = HistoryEvent(EventKind.JOB_REMOVED, NOW, "m", "", "j")
    store.write([event(1), other, event(3), other, event(5)])

    def numbers(**asked: Any) -> list[int]:
        return [entry.number for entry in store.entries(**asked)]

    assert numbers() == [5, 4, 3, 2, 1]
    assert numbers(most=2) == [5, 4]
    assert numbers(before=4, most=2) == [3, 2]
    assert numbers(kinds=[EventKind.JOB_REMOVED]) == [4, 2]
    assert numbers(kinds=[EventKind.JOB_REMOVED, EventKind.RESULTS_SAVED], before=3) == [2, 1]
    assert numbers(kinds=[EventKind.KEY_ADDED]) == []


def test_an_empty_history_is_sound(store: Store) -> None:
    assert store.entries() == ()
    assert store.verify_history() == history.HistoryCheck(0, None, "")


def test_a_thousand_entries_are_sound(store: Store) -> None:
    for start in range(0, 1000, 100):
        written = store.write([event(number) for number in range(start, start + 100)])
    assert store.verify_history() == history.HistoryCheck(1000, None, written[-1].sha256)


VALUES = "1.0, '', '', '', '', '', '', '', '', '{}'"
NAMES = "at, local, user, version, kind, model, model_name, job, job_name, details"
LAST = "(SELECT sha256 FROM history ORDER BY number DESC LIMIT 1)"
FORBIDDEN = {
    "changing all": "UPDATE history SET user = 'somebody else'",
    "changing one": "UPDATE history SET details = '{}' WHERE number = 3",
    "changing a number": "UPDATE history SET number = 77 WHERE number = 6",
    "changing by replacing": "UPDATE OR REPLACE history SET number = 2 WHERE number = 3",
    "changing nothing": "UPDATE history SET user = user",
    "removing all": "DELETE FROM history",
    "removing the last": "DELETE FROM history WHERE number = 6",
    "replacing": f"INSERT OR REPLACE INTO history VALUES (6, {VALUES}, {LAST}, '')",
    "replacing in short": f"REPLACE INTO history VALUES (1, {VALUES}, '', '')",
    "adding or changing": f"INSERT INTO history VALUES (2, {VALUES}, {LAST}, '')"
    " ON CONFLICT (number) DO UPDATE SET user = 'x'",
    "adding before the end": f"INSERT INTO history VALUES (0, {VALUES}, '', '')",
    "adding with a gap": f"INSERT INTO history VALUES (8, {VALUES}, {LAST}, '')",
    "adding quietly": f"INSERT OR IGNORE INTO history VALUES (3, {VALUES}, {LAST}, '')",
    "adding without a number": f"INSERT INTO history ({NAMES}, previous, sha256) VALUES ({VALUES}, {LAST}, '')",
    "adding to no previous": f"INSERT INTO history VALUES (7, {VALUES}, '', '')",
    "adding to another previous": f"INSERT INTO history VALUES (7, {VALUES}, (SELECT previous FROM history"
    " WHERE number = 6), '')",
}


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_database_itself_refuses(statement: str) -> None:
    with unsealed() as connection:
        before = history.entries(connection)
        with pytest.raises(sqlite3.IntegrityError, match="the history is only added to"):
            connection.execute(statement)
        assert history.entries(connection) == before
        assert history.verify(connection).broken_at is None


def test_what_is_added_rightly_but_by_hand_is_found() -> None:
    with unsealed() as connection:
        connection.execute(f"INSERT INTO history VALUES (7, {VALUES}, {LAST}, '{'0' * 64}')")
        assert history.verify(connection).broken_at == 7


@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_one_changed_byte_of_any_column_of_any_entry_is_found(data: st.DataObject) -> None:
    number = data.draw(st.integers(1, COUNT), label="entry")
    column = data.draw(st.sampled_from(COLUMNS), label="column")
    with unsealed() as connection:
        (value,) = connection.execute(f"SELECT {column} FROM history WHERE number = ?", (number,)).fetchone()
        changed, marker = _changed(value, data)
        with without_triggers(connection):
            taken = connection.execute("SELECT 1 FROM history WHERE number = ?", (changed,)).fetchone()
            assume(column != "number" or not taken)
            connection.execute(f"UPDATE history SET {column} = {marker} WHERE number = ?", (changed, number))
        verdict = history.verify(connection)
        assert verdict.entries == COUNT
        if column == "number":
            assert verdict.broken_at is not None
        else:
            assert verdict.broken_at == number


def _changed(value: Any, data: st.DataObject) -> tuple[Any, str]:
    """The value with one byte changed, or with one byte more where there is none; and how to write it."""
    if isinstance(value, int):
        return value ^ data.draw(st.integers(1, 255), label="bits"), "?"
    packed = struct.pack(">d", value) if isinstance(value, float) else value.encode()
    changed = _with_one_byte_changed(packed, data) if packed else data.draw(st.binary(min_size=1, max_size=1))
    if isinstance(value, str):
        return changed, "CAST(? AS TEXT)"
    (number,) = struct.unpack(">d", changed)
    assume(not math.isnan(number))  # the database takes that for NULL, which it refuses
    return number, "?"


def _with_one_byte_changed(content: bytes, data: st.DataObject, start: int = 0, end: int | None = None) -> bytes:
    end = len(content) if end is None else end
    place = data.draw(st.integers(start, end - 1), label="byte")
    bits = data.draw(st.integers(1, 255), label="bits")
    return content[:place] + bytes([content[place] ^ bits]) + content[place + 1 :]


def _body_of(number: int) -> bytes:
    """How an entry lies in the file: its columns one after the other."""
    with unsealed() as connection:
        row = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM history WHERE number = ?", (number,)).fetchone()
    return struct.pack(">d", row[1]) + "".join(row[2:]).encode()


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_one_changed_byte_of_an_entry_in_the_file_is_found(data: st.DataObject) -> None:
    number = data.draw(st.integers(1, COUNT), label="entry")
    body = _body_of(number)
    assert SEALED.count(body) == 1
    start = SEALED.index(body)
    with unsealed(_with_one_byte_changed(SEALED, data, start, start + len(body))) as connection:
        assert history.verify(connection).broken_at == number


@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_one_changed_byte_anywhere_in_the_file_is_found_or_changes_no_entry(data: st.DataObject) -> None:
    with unsealed() as connection:
        before = history.entries(connection)
    with unsealed(_with_one_byte_changed(SEALED, data)) as connection:
        if history.verify(connection).broken_at is None:
            assert history.entries(connection) == before


@pytest.mark.parametrize("number", range(1, COUNT + 1))
def test_a_text_that_became_bytes_in_the_file_is_found(number: int) -> None:
    start = SEALED.index(_body_of(number))
    for place in range(start - len(TEXTS), start):  # the lowest bit of a column's type tells texts from bytes
        content = bytearray(SEALED)
        content[place] ^= 1
        with unsealed(bytes(content)) as connection:
            assert history.verify(connection).broken_at is not None


def test_one_changed_byte_in_a_list_on_the_disk_is_found(store: Store, path: Path) -> None:
    store.write([event(number) for number in range(1, 101)])
    store.close()
    content = bytearray(path.read_bytes())
    place = content.index("job-7777月".encode())
    content[place] ^= 1
    path.write_bytes(content)
    with contextlib.closing(Store(path)) as again:
        assert again.verify_history().broken_at == 77


@pytest.mark.parametrize("number", [1, 2, COUNT - 1, COUNT])
def test_a_removed_entry_is_found(number: int) -> None:
    assert tampered(f"DELETE FROM history WHERE number = {number}").broken_at == number


def test_a_history_that_was_emptied_is_found() -> None:
    assert tampered("DELETE FROM history") == history.HistoryCheck(0, 1, "")


@pytest.mark.parametrize("number", [1, 3, COUNT - 1])
def test_a_removed_entry_is_found_though_the_rest_was_numbered_anew(number: int) -> None:
    verdict = tampered(
        f"DELETE FROM history WHERE number = {number}",
        f"UPDATE history SET number = number - 1 WHERE number > {number}",
        f"UPDATE sqlite_sequence SET seq = {COUNT - 1}",
    )
    assert verdict.broken_at == number


def test_an_entry_that_was_slipped_in_is_found() -> None:
    copied = ", ".join(COLUMNS[1:])
    verdict = tampered(
        "UPDATE history SET number = -number - 1 WHERE number > 3",
        "UPDATE history SET number = -number WHERE number < 0",
        f"INSERT INTO history SELECT 4, {copied} FROM history WHERE number = 3",
    )
    assert verdict.broken_at == 4


@pytest.mark.parametrize(("one", "other"), [(1, 2), (3, 4), (2, COUNT)])
def test_entries_that_changed_places_are_found(one: int, other: int) -> None:
    verdict = tampered(
        f"UPDATE history SET number = -1 WHERE number = {one}",
        f"UPDATE history SET number = {one} WHERE number = {other}",
        f"UPDATE history SET number = {other} WHERE number = -1",
    )
    assert verdict.broken_at == one


def _sealed_anew(connection: sqlite3.Connection, number: int, **changed: object) -> None:
    """An entry with other words, and the fingerprint that belongs to them."""
    columns = ", ".join(COLUMNS)
    row = connection.execute(f"SELECT {columns} FROM history WHERE number = ?", (number,)).fetchone()
    named = dict(zip(COLUMNS, row, strict=True)) | changed
    named["sha256"] = history.fingerprint(list(named.values())[:-1])
    connection.execute("DELETE FROM history WHERE number = ?", (number,))
    connection.execute(f"INSERT INTO history VALUES ({', '.join('?' * len(COLUMNS))})", tuple(named.values()))


@pytest.mark.parametrize("number", [1, 3, COUNT - 1])
def test_an_entry_with_other_words_and_their_fingerprint_is_told_by_the_next(number: int) -> None:
    with unsealed() as connection:
        with without_triggers(connection):
            _sealed_anew(connection, number, user="somebody else")
        assert history.verify(connection).broken_at == number + 1


def test_a_gap_is_found_though_all_behind_it_was_made_anew() -> None:
    with unsealed() as connection:
        with without_triggers(connection):
            connection.execute("DELETE FROM history WHERE number = 3")
            connection.execute(f"UPDATE sqlite_sequence SET seq = {COUNT - 1}")
            for number in range(4, COUNT + 1):
                before = "SELECT sha256 FROM history WHERE number < ? ORDER BY number DESC LIMIT 1"
                (previous,) = connection.execute(before, (number,)).fetchone()
                _sealed_anew(connection, number, previous=previous)
        assert history.verify(connection).broken_at == 3


def test_a_sign_for_what_is_no_text_is_told_from_what_is_no_text() -> None:
    written = HistoryEvent(EventKind.JOB_EDITED, NOW, job_name="\N{REPLACEMENT CHARACTER}")
    with unsealed() as connection:
        history.append(connection, written, AUTHOR)
        assert history.verify(connection).broken_at is None
        with without_triggers(connection):
            connection.execute("UPDATE history SET job_name = CAST(X'FF' AS TEXT) WHERE number = ?", (COUNT + 1,))
        assert history.verify(connection).broken_at == COUNT + 1


def test_what_looks_sound_but_was_cut_off_shows_by_a_fingerprint_kept_elsewhere() -> None:
    with unsealed() as connection:
        kept = history.verify(connection).fingerprint
    verdict = tampered(f"DELETE FROM history WHERE number = {COUNT}", f"UPDATE sqlite_sequence SET seq = {COUNT - 1}")
    assert verdict.broken_at is None, "then this cannot be told from a history that ended here"
    assert verdict.fingerprint != kept


@pytest.mark.parametrize("column", TEXTS)
def test_text_that_is_none_any_more_is_found_and_can_still_be_shown(column: str) -> None:
    with unsealed() as connection:
        with without_triggers(connection):
            connection.execute(f"UPDATE history SET {column} = CAST(X'E3FF81' AS TEXT) WHERE number = 3")
        assert history.verify(connection).broken_at == 3
        shown = _shown(history.entries(connection))
    assert len(shown) == COUNT
    assert "\N{REPLACEMENT CHARACTER}" in shown[COUNT - 3]


@pytest.mark.parametrize("at", ["9e999", "-9e999", "1e300", "-1.0", "1e15"])
def test_a_time_that_is_none_any_more_is_found_and_can_still_be_shown(at: str) -> None:
    with unsealed() as connection:
        with without_triggers(connection):
            connection.execute(f"UPDATE history SET at = {at} WHERE number = 3")
        assert history.verify(connection).broken_at == 3
        assert "1970" in _shown(history.entries(connection))[COUNT - 3]


@pytest.mark.parametrize("details", ["", "{", "[1]", "1", "null", "[" * 100_000, '{"a":' + "9" * 5000 + "}"])
def test_details_that_are_none_any_more_can_still_be_shown(details: str) -> None:
    with unsealed() as connection:
        with without_triggers(connection):
            connection.execute("UPDATE history SET details = ? WHERE number = 3", (details,))
        assert history.entries(connection)[COUNT - 3].event.details == {"unreadable": details}


def test_an_event_of_a_kind_nobody_knows_can_still_be_shown() -> None:
    with unsealed() as connection:
        with without_triggers(connection):
            connection.execute("UPDATE history SET kind = 'conquered' WHERE number = 3")
        shown = history.entries(connection)[COUNT - 3].event
    assert shown.kind is EventKind.UNKNOWN
    assert shown.text("kind") == "conquered"
    assert shown.text("path") == "C:\\結果 3.zip"


def _shown(entries: tuple[HistoryEntry, ...]) -> list[str]:
    """What a view makes of each: texts and times."""
    texts = []
    for entry in entries:
        done = entry.event
        told = [
            history.local_text(done.at),
            entry.local,
            *map(str, done.details.values()),
        ]
        names = [done.model, done.model_name, done.job, done.job_name, entry.author.user, entry.author.version]
        texts.append("\t".join([*told, *names, entry.previous, entry.sha256]))
        texts[-1].encode()
    return texts


@given(text=st.text(st.characters(), max_size=50), number=st.floats(allow_nan=False) | st.integers() | st.booleans())
@settings(max_examples=200, deadline=None)
def test_odd_texts_and_numbers_survive(text: str, number: float) -> None:
    written = HistoryEvent(
        EventKind.JOB_EDITED, NOW, "m", text, text, text, {"from": text, "number": number, text: None}
    )
    with unsealed() as connection:
        history.append(connection, written, Author(text, "1"))
        (entry, *_) = history.entries(connection)
        assert history.verify(connection).broken_at is None
    assert entry.event.details == written.details
    assert entry.event.job_name == history.plain(text)
    assert entry.author.user == history.plain(text)


@pytest.mark.parametrize("text", [ODD, FROM_LINUX, "\x00", "👩‍👩‍👧", "\U0010ffff", "理由" * 500_000])
def test_what_a_person_or_a_disk_makes_up_survives(store: Store, path: Path, text: str) -> None:
    named = HistoryEvent(EventKind.JOB_ADOPTED, NOW, "m", text, text, text)
    store.write([event(1, path=text, reason=text), named])
    store.close()
    with contextlib.closing(Store(path)) as again:
        assert again.entries()[1].event.text("reason") == text
        assert again.entries()[0].event.job_name == history.plain(text)
        assert again.verify_history().broken_at is None


def test_a_write_that_is_taken_back_leaves_no_gap(store: Store) -> None:
    store.write([event(1)])
    with pytest.raises(sqlite3.IntegrityError):
        store.write([event(2), event(3), Job("j", "a model that is not there")])
    (entry,) = store.write([event(4)])
    assert entry.number == 2
    assert [entry.event.job for entry in store.entries()] == ["job-4", "job-1"]
    assert store.verify_history().broken_at is None


def test_a_backup_that_was_put_back_is_sound_and_goes_on(path: Path) -> None:
    with contextlib.closing(open_list(path.parent, NOW).store) as store:
        written = store.write([event(number) for number in range(1, 51)])
        back_up(store)
        store.write([event(51)])
    path.write_bytes(b"\xff" * 9000)
    with contextlib.closing(open_list(path.parent, NOW).store) as store:
        assert store.verify_history().broken_at is None
        (entry,) = store.write([event(52)])
        assert store.entries()[-50:] == written[::-1]
        assert store.verify_history() == history.HistoryCheck(entry.number, None, entry.sha256)
