"""Each event is one plain sentence, whatever became of what was written about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import Author, Detail, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.jobs.copy_step import CopyStep, to_json
from epa_gui.ui.history.entry_facts import facts_of
from epa_gui.ui.history.entry_text import KNOWN_DETAILS, detail_label, details_of
from epa_gui.ui.history.event_text import Group, event_sentence, group_of, group_word
from epa_gui.ui.history.export_text import csv_row, page_row

K = EventKind
SENT: dict[str, Detail] = {
    "file": "sales.csv",
    "evaluation": "",
    "size": 5_000_000_000,
    "sha256": "ab" * 32,
    "rows": 1000,
}
SWITCH: dict[str, Detail] = {"switch": "s", "replaces": "j0", "replaces_name": "October data", "reason": "Better"}


def event(kind: EventKind, /, **details: Detail) -> HistoryEvent:
    return HistoryEvent(kind, 1_795_000_000.0, "m", "Sales", "j1", "November data", details)


CASES = [
    (event(K.MODEL_ADDED, region="japan"), "Model “Sales” added, region Japan"),
    (event(K.MODEL_ADDED, region="own", host="service.example.com"), "Model “Sales” added"),
    (event(K.MODEL_RENAMED, **{"from": "A", "to": "B"}), "Model renamed from “A” to “B”"),
    (
        event(K.ADDRESS_CHANGED, **{"from": "a.example", "to": "b.example"}),
        "Service address of “Sales” changed from “a.example” to “b.example”",
    ),
    (event(K.TARGET_CHANGED, **{"from": "", "to": "churn"}), "Column to predict set: “churn”"),
    (
        event(K.TARGET_CHANGED, **{"from": "", "to": "churn"}, is_guessed=True),
        "Column to predict read from results: “churn”",
    ),
    (event(K.TARGET_CHANGED, **{"from": "a", "to": "b"}), "Column to predict changed from “a” to “b”"),
    (event(K.TARGET_CHANGED, **{"from": "a", "to": ""}), "Column to predict “a” removed"),
    (event(K.KEY_ADDED, key="••••1f3a"), "API key added: ••••1f3a"),
    (event(K.KEY_CHANGED, key="••••9c2d", key_before="••••1f3a"), "API key changed: ••••1f3a → ••••9c2d"),
    (event(K.KEY_ISSUED, key="••••9c2d"), "New API key issued: ••••9c2d"),
    (event(K.JOB_STARTED, **SENT), "Retraining started with “sales.csv” (1000 row(s))"),
    (event(K.UPLOAD_BEGUN, **SENT | {"evaluation": "e.csv", "rows": 0}), "Upload started: “sales.csv” and “e.csv”"),
    (
        event(K.UPLOAD_FAILED, problem="key wrong"),
        "Upload failed: The API key of this model is not its key for retraining",
    ),
    (event(K.JOB_EDITED, note_changed=True), "Note of the job changed"),
    (event(K.JOB_EDITED, **{"from": "", "to": "B"}, note_changed=True), "Job named “B”; note changed"),
    (event(K.STATUS_CHANGED, **{"from": "training", "to": "job_finished"}), "Status: training → job_finished"),
    (event(K.STATUS_CHANGED, **{"from": "", "to": "job_queued"}), "Status: job_queued"),
    (event(K.STATUS_CHANGED, **{"from": "a", "to": "a"}, message="x"), "Status: a, with another message"),
    (event(K.RESULTS_SAVED, path="/home/a/sales.zip"), "Results saved: sales.zip"),
    (event(K.RESULTS_OPENED, path="/home/a/sales.zip"), "Results opened: sales.zip"),
    (event(K.SWITCH_ASKED, **SWITCH), "Switch to “November data” requested (before: “October data”)"),
    (
        event(K.SWITCH_ASKED, is_back=True),
        "Switch back to “November data” requested (before: the original model, or one switched elsewhere)",
    ),
    (
        event(K.SWITCH_ASKED, is_from_original=True),
        "Switch to “November data” requested (before: the original model)",
    ),
    (event(K.SWITCH_ENDED, outcome="done"), "Switch to “November data” done"),
    (
        event(K.SWITCH_ENDED, outcome="refused", problem="job not finished"),
        "Switch to “November data” not accepted: The service says retraining has not finished",
    ),
    (
        event(K.SWITCH_ENDED, outcome="not sent", problem="key missing"),
        "Switch to “November data” not sent: There is no API key for this model on this computer",
    ),
    (event(K.SWITCH_ENDED, outcome="not confirmed"), "Switch to “November data” not confirmed"),
    (event(K.SWITCH_ENDED, outcome="tampered"), "Switch to “November data” not confirmed"),
    (
        event(K.LIST_RESTORED, problem="list damaged"),
        "The list was damaged: a backup is in use, and what was done after it may be missing",
    ),
    (
        event(K.LIST_RESTORED, problem="list lost"),
        "The list was damaged, without a backup: everything done before may be missing",
    ),
    (event(K.LIST_RESTORED, problem="x"), "The list was opened again after damage: X"),
    (event(K.HISTORY_EXPORTED, path="h.csv", entries=1234), "History exported: h.csv (1234 entries)"),
    (event(K.UNKNOWN, kind="model fed"), "Not known to this version: model fed"),
]


@pytest.mark.parametrize("written", ["", "2026-11-23", "2026-11-23T09:30", "2026-11-23T09:30:00.5+09:00", "yesterday"])
def test_a_time_that_is_not_written_as_this_program_writes_it_is_told_as_it_is(written: str) -> None:
    entry = HistoryEntry(17, event(K.SWITCH_ENDED, outcome="done"), written, Author("anna", "1.2"), "", "")
    assert dict(facts_of(entry)).get("Local time", "") == written


@pytest.mark.parametrize(
    ("done", "sentence"), CASES, ids=[f"{number}-{done.kind}" for number, (done, _) in enumerate(CASES)]
)
def test_what_was_done_is_one_sentence(qtbot: QtBot, done: HistoryEvent, sentence: str) -> None:
    assert event_sentence(done).startswith(sentence)


def test_results_without_a_file_end_without_a_colon(qtbot: QtBot) -> None:
    assert event_sentence(event(K.RESULTS_OPENED, path="")) == "Results opened"


@pytest.mark.parametrize("kind", K)
def test_every_event_has_a_sentence_and_can_be_found(qtbot: QtBot, kind: EventKind) -> None:
    assert event_sentence(event(kind)).strip(" :")
    group = group_of(kind)
    assert (group is None) == (kind in {K.LIST_RESTORED, K.HISTORY_EXPORTED, K.UNKNOWN})
    assert group_word(group)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(
    kind=st.sampled_from(K),
    at=st.floats(),
    details=st.dictionaries(st.sampled_from(KNOWN_DETAILS) | st.text(), ANYTHING),
    text=st.text(),
)
def test_what_was_tampered_with_is_shown_all_the_same(
    kind: EventKind, at: float, details: dict[str, Detail], text: str
) -> None:
    entry = HistoryEntry(
        1, HistoryEvent(kind, at, text, text, text, text, details), text, Author(text, text), text, text
    )
    facts = facts_of(entry)
    assert "\n" not in event_sentence(entry.event)
    assert all(label and value for label, value in facts)
    assert all(text for _, text in details_of(entry.event, for_people=False))


def test_an_entry_tells_everything_that_is_known_of_it(qtbot: QtBot) -> None:
    done = event(K.SWITCH_ENDED, outcome="refused", problem="refused", said="Own words.", new_thing="kept")
    entry = HistoryEntry(17, done, "2026-11-23T09:30:00+09:00", Author("anna", "1.2"), "aa" * 32, "bb" * 32)
    facts = facts_of(entry)
    assert ("Local time", "23 Nov 2026 09:30:00 (UTC+09:00)") in facts
    assert ("Time in UTC", "18 Nov 2026 11:06:40 (UTC)") in facts
    assert ("In the service’s own words", "Own words.") in facts
    assert ("Outcome", "Not accepted; nothing changed") in facts
    assert ("new_thing", "kept") in facts
    assert {"anna", "1.2", "17", "aa" * 32, "bb" * 32, "j1"} <= {value for _, value in facts}


def test_where_the_computers_time_is_that_of_utc_it_is_told_once(qtbot: QtBot) -> None:
    entry = HistoryEntry(1, event(K.SWITCH_ENDED, outcome="done"), "2026-11-18T11:06:40+00:00", Author(), "", "")
    times = [value for _, value in facts_of(entry) if "2026" in value]
    assert times == ["18 Nov 2026 11:06:40 (UTC)"]


@pytest.mark.parametrize(
    ("problem", "missing"), [("list damaged", "between the entry before this one"), ("list lost", "before this entry")]
)
def test_an_entry_about_a_restored_list_tells_what_may_be_missing(qtbot: QtBot, problem: str, missing: str) -> None:
    restored = HistoryEvent(K.LIST_RESTORED, 1_795_000_000.0, details={"problem": problem})
    facts = dict(facts_of(HistoryEntry(1, restored, "", Author(), "", "")))
    assert missing in facts["May be missing"]
    assert "switches" in facts["May be missing"]
    assert "May be missing" not in dict(facts_of(HistoryEntry(1, event(K.SWITCH_ENDED), "", Author(), "", "")))


def test_sizes_are_for_people_here_and_plain_for_programs(qtbot: QtBot) -> None:
    started = event(K.JOB_STARTED, **SENT)
    assert dict(details_of(started))["size"] == "5000000000 (4.7 GB)"
    assert dict(details_of(started, for_people=False))["size"] == "5000000000"


def test_what_was_done_to_a_copy_is_told_line_by_line(qtbot: QtBot) -> None:
    steps = to_json([CopyStep("encoding"), CopyStep("rows", rows=((1, 3),)), CopyStep("of a later version")])
    begun = event(
        K.UPLOAD_BEGUN, file_steps=steps, file_sha256="f1", file_copy_sha256="c1", evaluation_steps="[nothing"
    )
    facts = dict(facts_of(HistoryEntry(1, begun, "", Author(), "", "")))
    told = "Converted to UTF-8;\nRows 1–3 left out;\nof a later version"
    assert facts["Training file: changed in the copy that was sent"] == told
    assert (facts["Training file: SHA-256"], facts["Training file: SHA-256 of the copy"]) == ("f1", "c1")
    assert facts["Evaluation file: changed in the copy that was sent"] == "[nothing", "as it is written"
    assert any("Rows 1–3 left out" in cell for cell in csv_row(HistoryEntry(1, begun, "", Author(), "", "")))
    row = page_row(HistoryEntry(1, begun, "", Author(), "", ""))
    assert ("Training file: changed in the copy that was sent", told) in row.details


def test_steps_of_any_size_are_told(qtbot: QtBot) -> None:
    steps = to_json([CopyStep("rows", count=2**62, rows=((2**60, 2**62), (1, 2)) * 5), CopyStep("column", 2**62)])
    assert dict(details_of(event(K.UPLOAD_BEGUN, file_steps=steps)))["file_steps"]


def test_every_detail_the_history_knows_has_a_label() -> None:
    assert all(detail_label(name) for name in KNOWN_DETAILS)
    assert set(Group) == {group_of(kind) for kind in K} - {None}
