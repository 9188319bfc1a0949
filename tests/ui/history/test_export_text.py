"""What an export holds: everything that is known, in words, and neither a key nor a link's signature."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import Author, Detail, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.service.redaction import HIDDEN, remember_secret
from epa_gui.ui.history.event_text import Group
from epa_gui.ui.history.export_text import Extract, csv_headings, csv_row
from epa_gui.ui.history.history_model import Filter

KEY = "k3y-Th4tNobodyMayEverSee-9c2d"
LINK = "https://storage.example.com/bucket/results.zip?X-Amz-Signature=deadbeefcafe&X-Amz-Credential=AKIA12345"


def entry(number: int, kind: EventKind, name: str = "November data", /, **details: Detail) -> HistoryEntry:
    done = HistoryEvent(kind, 1_795_000_000.0 + number, "m1", "Churn", "job-1", name, details)
    return HistoryEntry(number, done, "2026-11-23T09:30:00+09:00", Author("anna", "1"), f"p{number}", f"f{number}")


def extract(*entries: HistoryEntry, wanted: Filter = Filter(), total: int = 9) -> Extract:  # noqa: B008  it cannot be changed
    events = tuple(one.event for one in reversed(entries))
    newest = entries[0] if entries else None
    by_model = (("m1", events),) if events else ()
    return Extract(wanted, "Churn", len(entries), total, newest, {"m1": "Churn"}, by_model, 1_795_100_000.0)


def cells(entry: HistoryEntry) -> dict[str, str]:
    return dict(zip(csv_headings(), csv_row(entry), strict=True))


@pytest.mark.parametrize("kind", EventKind)
def test_every_entry_fills_the_columns(qtbot: QtBot, kind: EventKind) -> None:
    row = cells(entry(7, kind))
    assert row["Entry number"] == "7"
    assert row["Job ID"] == "job-1"
    assert row["Fingerprint"] == "f7"
    assert row["Fingerprint of the entry before"] == "p7"
    assert len(set(csv_headings())) == len(csv_headings())


def test_each_detail_has_its_column_and_new_ones_are_not_lost(qtbot: QtBot) -> None:
    sent = entry(
        1, EventKind.JOB_STARTED, "", file="a.csv", size=5_000_000_000, rows=12, sha256="ab", later="x", more=2
    )
    row = cells(sent)
    assert (row["Training file"], row["Size (bytes)"], row["Rows"], row["SHA-256"]) == (
        "a.csv",
        "5000000000",
        "12",
        "ab",
    )
    assert row["Other details"] == "later: x; more: 2"
    assert row["Kind"] == "job started"
    assert cells(entry(1, EventKind.UNKNOWN, kind="model fed"))["Kind"] == "model fed"


@pytest.mark.parametrize("is_csv", [True, False], ids=["csv", "html"])
def test_no_key_and_no_link_is_ever_in_it(qtbot: QtBot, is_csv: bool) -> None:
    remember_secret(KEY)
    entries = [
        entry(3, EventKind.SWITCH_ENDED, LINK, switch="s", outcome="refused", problem="refused", said=f"{LINK} {KEY}"),
        entry(2, EventKind.SWITCH_ASKED, LINK, switch="s", reason=f"see {LINK}", replaces_name=KEY),
        entry(1, EventKind.STATUS_CHANGED, **{"from": KEY, "to": LINK}, message=f"x-api-key: {KEY}", unheard_of=LINK),
    ]
    made = extract(*entries, wanted=Filter(f"{LINK} {KEY}"))
    text = "".join(made.csv(entries) if is_csv else made.page(entries))
    assert "storage.example.com" in text
    for secret in (KEY, "deadbeefcafe", "AKIA12345"):
        assert secret not in text


def test_no_key_that_was_taken_for_a_job_id_is_drawn(qtbot: QtBot) -> None:
    remember_secret(KEY)
    adopted = HistoryEvent(EventKind.JOB_ADOPTED, 1_795_000_000.0, "m1", "Churn", KEY)
    entries = [HistoryEntry(1, adopted, "", Author("anna", "1"), "", "")]
    page = "".join(extract(*entries).page(entries))
    assert "<svg" in page
    assert KEY not in page


@pytest.mark.parametrize("is_csv", [True, False], ids=["csv", "html"])
def test_what_one_cell_ends_with_takes_nothing_from_the_next(qtbot: QtBot, is_csv: bool) -> None:
    done = HistoryEvent(
        EventKind.KEY_CHANGED, 1e9, "m1", "Token:", "Autumn", "", {"problem": "api_key=", "said": "Winter"}
    )
    entries = [HistoryEntry(1, done, "", Author("anna", "1"), "", "")]
    made = extract(*entries)
    text = "".join(made.csv(entries) if is_csv else made.page(entries))
    assert "Autumn" in text
    assert "Winter" in text
    assert HIDDEN not in text


@pytest.mark.parametrize("is_csv", [True, False], ids=["csv", "html"])
def test_a_key_that_becomes_known_later_is_not_in_the_next_export(qtbot: QtBot, is_csv: bool) -> None:
    late = f"l4te-k3y-{is_csv}"
    entries = [entry(1, EventKind.SWITCH_ASKED, f"called {late}", switch="s")]
    made = extract(*entries)

    def text() -> str:
        return "".join(made.csv(entries) if is_csv else made.page(entries))

    assert late in text()
    remember_secret(late)
    assert late not in text()


def test_the_page_says_what_was_looked_for_and_how_much_was_left_out(qtbot: QtBot) -> None:
    entries = [entry(9, EventKind.SWITCH_ENDED, switch="s", outcome="done")]
    made = extract(*entries, wanted=Filter("tanaka", "m1", Group.SWITCHES), total=1234)
    page = "".join(made.page(entries))
    for said in ("1 of 1234", "tanaka", "Switches", "Churn", "f9"):
        assert f"<dd>{said}</dd>" in page


def test_a_page_draws_each_model_and_one_without_entries_says_so(qtbot: QtBot) -> None:
    entries = [
        entry(2, EventKind.SWITCH_ENDED, switch="s", outcome="done"),
        entry(1, EventKind.SWITCH_ASKED, switch="s"),
    ]
    page = "".join(extract(*entries).page(entries))
    assert page.count("<svg") == 1
    nothing = "".join(extract(total=0).page([]))
    assert "<svg" not in nothing
    assert "No entries match the search." in nothing


def test_a_csv_file_asks_for_no_models_events(qtbot: QtBot) -> None:
    class Untouchable(tuple[tuple[str, Sequence[HistoryEvent]], ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[tuple[str, Sequence[HistoryEvent]]]:
            raise AssertionError("gone through")

    entries = [entry(1, EventKind.SWITCH_ASKED, switch="s")]
    made = replace(extract(*entries), events=Untouchable())
    assert "job-1" in "".join(made.csv(entries))
    with pytest.raises(AssertionError, match="gone through"):
        "".join(made.page(entries))


def test_the_file_can_be_read_back_by_any_program(qtbot: QtBot) -> None:
    entries = [entry(1, EventKind.SWITCH_ASKED, switch="s", reason='Zeile 1\nline 2, "quoted"; 理由')]
    text = "".join(extract(*entries).csv(entries))
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["Reason"] for row in rows] == ['Zeile 1\nline 2, "quoted"; 理由']
