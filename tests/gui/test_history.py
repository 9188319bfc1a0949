"""The History window: what was done stands there, can be found, verified and taken along."""

import contextlib
import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import Detail, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.service.redaction import HIDDEN, remember_secret
from epa_gui.practice import PracticeService
from epa_gui.ui.history.export_worker import ExportOrder, ExportWorker
from epa_gui.ui.history.history_model import Filter, HistoryColumn, heading
from epa_gui.ui.history.history_window import HistoryWindow
from epa_gui.ui.history.timeline_worker import TimelineWorker
from tests.core.history.test_kept_fingerprint import make_anew
from tests.gui.at_desk import AtDesk
from tests.gui.test_words import Bracketing
from tests.ui.listening import Listener


class AtHistory:
    """Somebody who looks at the history."""

    def __init__(self, desk: AtDesk) -> None:
        self.desk = desk

    @property
    def view(self) -> HistoryWindow:
        return self.desk.until(lambda: next(iter(self.desk.window.findChildren(HistoryWindow)), None))

    def open(self) -> None:
        """Open the window, and wait until everything is in it."""
        self.desk.actions.history.trigger()
        self.until_loaded()

    def until_loaded(self) -> None:
        self.desk.until(lambda: self.view.isVisible() and "reading" not in self.said().lower())

    def said(self) -> str:
        """All labels that can be read, and the details."""
        labels = [label.text() for label in self.view.findChildren(QLabel) if label.isVisible()]
        return "\n".join(labels)

    def details(self) -> str:
        return self.view.findChild(QTextEdit).toPlainText()  # type: ignore[union-attr]

    def rows(self, column: HistoryColumn = HistoryColumn.WHAT) -> list[str]:
        entries = self.view.table.model()
        return [entries.index(row, column).data() for row in range(entries.rowCount())]

    def copy_fingerprint(self) -> str:
        """What lands on the clipboard."""
        QGuiApplication.clipboard().clear()
        self.desk.press(self.view, "Copy fingerprint")
        self.desk.until(lambda: "Fingerprint of" in self.said())
        return QGuiApplication.clipboard().text()

    def verify_against(self, kept: str) -> None:
        """Paste a fingerprint that was kept."""
        self.desk.press(self.view, "Verify against fingerprint…")
        form = self.desk.dialog("Verify against fingerprint")
        self.desk.field(form, "Fingerprint", QPlainTextEdit).setPlainText(kept)
        self.desk.press(form, "Verify")

    def look_for(self, words: str) -> None:
        field = self.desk.field(self.view, "Search history", QLineEdit)
        field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def choose(self, name: str, text: str) -> None:
        self.desk.field(self.view, name, QComboBox).setCurrentText(text)

    def select(self, row: int) -> None:
        table = self.view.table
        where = table.visualRect(table.model().index(row, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)

    def note(self, *events: HistoryEvent) -> None:
        """Have events written, and wait until the program knows that they are."""
        last = events[-1].at, events[-1].kind, events[-1].job

        def is_last(entries: tuple[HistoryEntry, ...]) -> bool:
            return last in [(entry.event.at, entry.event.kind, entry.event.job) for entry in entries]

        with self.desk.qtbot.waitSignal(self.desk.session.repository.history_added, check_params_cb=is_last):
            self.desk.session.repository.note(*events)

    def export(self, path: Path) -> None:
        """Choose a file in the dialog."""
        self.desk.until(self.desk.button(self.view, "Export history…").isEnabled)
        self.desk.press(self.view, "Export history…")
        dialog = self.desk.until(
            lambda: next((found for found in self.view.findChildren(QFileDialog) if found.isVisible()), None)
        )
        dialog.setDirectory(str(path.parent))
        kind = next(kind for kind in dialog.nameFilters() if path.suffix in kind)
        dialog.selectNameFilter(kind)
        dialog.selectFile(str(path))
        self.desk.press(dialog, "Save")


@pytest.fixture
def at_history(desk: AtDesk) -> AtHistory:
    """The window is not open yet; one model with its key was added before."""
    return AtHistory(desk)


@pytest.fixture
def history(at_history: AtHistory) -> AtHistory:
    """The window is open."""
    at_history.open()
    return at_history


def _switched(at: float, number: int = 1, /, **named: str) -> HistoryEvent:
    details = {"switch": f"s{number}", "reason": "Reviewed with Tanaka", "replaces_name": "October data"}
    about = {"model": "m9", "model_name": "Customer churn", "job": f"job-{number}", "job_name": "November data"} | named
    return HistoryEvent(EventKind.SWITCH_ASKED, at, **about, details=details)


def _weights(history: AtHistory) -> list[tuple[str, int]]:
    """Each line of the details and how bold it is."""
    block, found = history.view.findChild(QTextEdit).document().begin(), []  # type: ignore[union-attr]
    while block.isValid():
        if block.text():
            found.append((block.text(), block.begin().fragment().charFormat().fontWeight()))
        block = block.next()
    return found


def _tamper(desk: AtDesk, number: int) -> None:
    """Somebody who is no friend of the truth writes into the file."""
    with contextlib.closing(desk.connect()) as connection, connection:
        connection.execute("DROP TRIGGER history_is_not_changed")
        connection.execute("UPDATE history SET user = 'nobody' WHERE number = ?", (number,))


def _make_anew(desk: AtDesk) -> None:
    """The same somebody, who knows how to make the whole chain anew."""
    with contextlib.closing(desk.connect()) as connection, connection:
        make_anew(connection, 1, "nobody")


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_click_brings_the_same_window_forward(history: AtHistory) -> None:
    history.open()
    assert len(history.desk.window.findChildren(HistoryWindow)) == 1
    assert history.view.windowTitle() == "History"
    assert not history.view.isModal()


def test_what_was_done_stands_there_newest_first_and_what_is_done_now_is_added(history: AtHistory) -> None:
    desk = history.desk
    first = history.rows()
    assert first[-1].startswith("Model “Sales forecast” added")
    assert any(text.startswith("API key added: ••••") for text in first)
    desk.running_job("November data")
    desk.until(lambda: history.rows()[-len(first) :] == first and len(history.rows()) >= len(first) + 2)
    assert "Job added to the list; it was started elsewhere" in history.rows()
    times = [entry.number for entry in history.view._entries.found(Filter())]
    assert times == sorted(times, reverse=True)


def test_it_is_found_by_words_by_model_and_by_kind(history: AtHistory) -> None:
    now = history.desk.clock()
    history.note(_switched(now), _switched(now, 2, model="m8", model_name="Prices"))
    history.desk.until(lambda: len(history.rows()) >= 4)
    history.look_for("tanaka job-2")
    assert history.rows(HistoryColumn.MODEL) == ["Prices"]
    history.look_for("")
    history.choose("Model", "Customer churn")
    assert history.rows(HistoryColumn.MODEL) == ["Customer churn"]
    history.choose("Model", "All models")
    history.choose("Kind", "Switches")
    assert len(history.rows()) == 2
    assert "2 of 4 entries" in history.said()


def test_a_figure_is_found_as_it_is_shown(history: AtHistory) -> None:
    saved: dict[str, Detail] = {"path": "/out/r.zip", "metric": "Accuracy", "this": 0.72000001, "previous": 0.5}
    history.note(HistoryEvent(EventKind.RESULTS_SAVED, history.desk.clock(), "m", "Sales", "j", "October", saved))
    history.look_for("0.72")
    assert len(history.rows()) == 1


def test_the_newest_is_selected_so_that_there_is_something_to_read(history: AtHistory) -> None:
    entry = history.view.table.selected_entry()
    assert entry is not None
    assert entry.number == len(history.rows())
    QTest.keyClick(history.view.table, Qt.Key.Key_Down)
    entry = history.view.table.selected_entry()
    assert entry is not None
    assert entry.number == len(history.rows()) - 1


def test_escape_closes_it(history: AtHistory) -> None:
    history.view.activateWindow()
    QTest.keyClick(history.view, Qt.Key.Key_Escape)
    history.desk.until(lambda: not history.view.isVisible())


def test_where_nothing_fits_there_is_a_way_out(history: AtHistory) -> None:
    count = len(history.rows())
    history.look_for("zzz")
    assert "No entry matches the search." in history.said()
    history.desk.press(history.view, "Clear the search")
    assert len(history.rows()) == count
    assert "No entry matches" not in history.said()


def test_an_entry_that_is_selected_tells_everything_and_can_be_copied(history: AtHistory) -> None:
    sent: dict[str, Detail] = {"file": "<b>sales</b>.csv", "size": 3_000_000, "sha256": "ab" * 32, "rows": 1000}
    history.note(HistoryEvent(EventKind.JOB_STARTED, history.desk.clock(), "m9", "Churn", "job-1", "", sent))
    history.desk.until(lambda: "Retraining started with" in history.rows()[0])
    history.select(0)
    entry = history.view.table.selected_entry()
    assert entry is not None
    told = history.details()
    for text in ("<b>sales</b>.csv", "ab" * 32, "2.9 MB", "job-1", entry.sha256, entry.previous, entry.author.version):
        assert text in told
    assert "+" in entry.local
    assert f"{entry.local[11:19]} (UTC" in told
    history.desk.press(history.view, "Copy entry")
    bold = [text for text, weight in _weights(history) if weight > QFont.Weight.Normal]
    assert bold == [history.rows()[0]]
    assert f"Fingerprint: {entry.sha256}" in QGuiApplication.clipboard().text()


def test_a_long_history_is_read_page_by_page_to_its_end(at_history: AtHistory) -> None:
    now = at_history.desk.clock()
    at_history.note(*(_switched(now + number, number) for number in range(1_200)))
    at_history.open()
    numbers = [entry.number for entry in at_history.view._entries.found(Filter())]
    assert numbers == list(range(len(at_history.desk.history()), 0, -1))


def test_one_that_was_closed_and_opened_again_is_whole(at_history: AtHistory) -> None:
    now = at_history.desk.clock()
    at_history.note(*(_switched(now + number, number) for number in range(1_200)))
    at_history.desk.actions.history.trigger()
    again: list[int] = []

    def close_and_open() -> None:
        at_history.view.close()  # while the second page is on its way
        at_history.desk.actions.history.trigger()
        again.append(1)

    def when_the_first_page_is_in() -> None:
        if len(at_history.rows()) >= 500 and not again:
            QTimer.singleShot(0, at_history.view, close_and_open)

    at_history.view.table.model().rowsInserted.connect(when_the_first_page_is_in)
    at_history.desk.until(lambda: again)
    at_history.until_loaded()
    assert len(at_history.rows()) == len(at_history.desk.history())


def _failures(history: AtHistory, qtbot: QtBot) -> Listener:
    listener = Listener(qtbot)
    history.desk.session.repository.history_failed.connect(listener.hear_both)
    return listener


def _rename(desk: AtDesk, table: str, to: str) -> None:
    with contextlib.closing(desk.connect()) as connection:
        connection.execute(f"ALTER TABLE {table} RENAME TO {to}")


def test_a_page_that_failed_is_said_and_another_time_it_is_read(at_history: AtHistory) -> None:
    _rename(at_history.desk, "history", "away")
    at_history.desk.actions.history.trigger()
    at_history.desk.until(lambda: "The history cannot be read now" in at_history.said())
    _rename(at_history.desk, "away", "history")
    at_history.view.close()
    at_history.open()
    assert at_history.rows()


def test_one_that_failed_after_its_window_was_closed_keeps_no_later_one_waiting(
    at_history: AtHistory, qtbot: QtBot
) -> None:
    failures = _failures(at_history, qtbot)
    _rename(at_history.desk, "history", "away")
    at_history.desk.actions.history.trigger()
    at_history.view.close()
    ((load, problem),) = failures.until_heard()
    _rename(at_history.desk, "away", "history")
    at_history.desk.actions.history.trigger()
    at_history.desk.session.repository.history_failed.emit(load, problem)  # once more, even later
    at_history.until_loaded()
    assert len(at_history.rows()) == len(at_history.desk.history())
    assert at_history.rows()


def test_a_sound_history_is_verified(history: AtHistory) -> None:
    count = len(history.rows())
    newest = history.view._entries.newest()
    assert newest is not None
    history.desk.press(history.view, "Verify history")
    history.desk.until(lambda: "Verified:" in history.said())
    assert f"Verified: {count} entries, each as it was written." in history.said()
    assert newest.sha256[:16] in history.said()


def test_one_changed_byte_is_found_and_a_click_leads_there(history: AtHistory) -> None:
    now = history.desk.clock()
    history.note(*(_switched(now, number) for number in range(9)))
    history.desk.until(lambda: len(history.rows()) >= 9)
    _tamper(history.desk, 3)
    history.look_for("zzz")
    history.desk.press(history.view, "Verify history")
    history.desk.until(lambda: "is not as it was written" in history.said())
    assert "Entry 3 (" in history.said()
    assert "the entries before that place are as they were written" in history.said()
    history.desk.press(history.view, "Show entry 3")
    entry = history.view.table.selected_entry()
    assert entry is not None
    assert entry.number == 3


def test_what_verifying_cannot_find_is_said_too(history: AtHistory) -> None:
    history.desk.press(history.view, "Verify history")
    history.desk.until(lambda: "Verified:" in history.said())
    assert "It cannot find a history that was rewritten from some entry to the end" in history.said()


def test_a_fingerprint_is_copied_and_verified_against_later(history: AtHistory) -> None:
    kept = history.copy_fingerprint()
    newest = history.view._entries.newest()
    assert newest is not None
    assert newest.sha256 in kept
    assert newest.local in kept
    assert f"entry {newest.number} " in kept
    history.note(_switched(history.desk.clock()))
    history.desk.until(lambda: "Switch to" in history.rows()[0])
    history.verify_against(kept)
    history.desk.until(lambda: "This history contains the same fingerprint" in history.said())
    assert "1 entries were added since, and they fit together." in history.said()
    history.verify_against(newest.sha256)
    history.desk.until(lambda: f"that of entry {newest.number}," in history.said())


def test_a_fingerprint_finds_a_chain_that_was_made_anew(history: AtHistory) -> None:
    kept = history.copy_fingerprint()
    _make_anew(history.desk)
    history.desk.press(history.view, "Verify history")
    history.desk.until(lambda: "Verified:" in history.said())  # which is all that a chain can tell
    history.verify_against(kept)
    history.desk.until(lambda: "Fingerprint not found" in history.said())
    assert "or this one was rewritten from its first entry on" in history.said()


def test_the_fingerprint_of_a_broken_history_is_not_copied(history: AtHistory) -> None:
    QGuiApplication.clipboard().setText("before")
    history.note(*(_switched(history.desk.clock(), number) for number in range(9)))
    history.desk.until(lambda: len(history.rows()) >= 9)
    _tamper(history.desk, 3)
    history.desk.press(history.view, "Copy fingerprint")
    history.desk.until(lambda: "is not as it was written" in history.said())
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("nonsense", ["", "nonsense", "0" * 63])
def test_nonsense_is_said_to_be_none_and_can_be_mended(history: AtHistory, nonsense: str) -> None:
    desk = history.desk
    kept = history.copy_fingerprint()
    desk.press(history.view, "Verify against fingerprint…")
    form = desk.dialog("Verify against fingerprint")
    field = desk.field(form, "Fingerprint", QPlainTextEdit)
    field.setPlainText(nonsense)
    desk.press(form, "Verify")
    assert form.isVisible()
    assert any("Paste one fingerprint: " in label.text() for label in form.findChildren(QLabel))
    field.setPlainText(kept)
    desk.press(form, "Verify")
    desk.until(lambda: "contains the same fingerprint" in history.said())


@pytest.mark.parametrize("ending", ["csv", "html"])
def test_an_export_holds_what_is_shown_and_is_on_record_itself(history: AtHistory, tmp_path: Path, ending: str) -> None:
    history.note(_switched(history.desk.clock()))
    history.desk.until(lambda: "Switch to" in history.rows()[0])
    history.choose("Kind", "Switches")
    path = tmp_path / f"履歴.{ending}"
    history.export(path)
    history.desk.until(path.exists)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("\ufeff" if ending == "csv" else "<!DOCTYPE html>")
    assert "Reviewed with Tanaka" in text
    assert "API key added" not in text
    history.desk.until(lambda: history.desk.history()[-1].kind is EventKind.HISTORY_EXPORTED)
    assert history.desk.history()[-1].details == {"path": str(path), "entries": 1}
    history.desk.until(lambda: f"Exported 1 entries to “{path}”." in history.said())
    history.choose("Kind", "Everything")
    history.desk.until(lambda: history.rows()[0].startswith("History exported: 履歴."))


def test_the_fingerprint_in_an_export_is_that_of_the_last_entry(history: AtHistory, tmp_path: Path) -> None:
    newest = history.view._entries.newest()
    history.export(tmp_path / "h.html")
    history.desk.until((tmp_path / "h.html").exists)
    assert newest is not None
    assert f"<dd>{newest.sha256}</dd>" in (tmp_path / "h.html").read_text(encoding="utf-8")


def test_an_export_the_disk_refuses_is_explained_with_a_way_on(history: AtHistory, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    history.view.export_requested.emit()
    dialog = history.desk.until(lambda: next(iter(history.view.findChildren(QFileDialog)), None))
    folder.rmdir()
    dialog.fileSelected.emit(str(folder / "history.csv"))
    dialog.reject()
    history.desk.until(lambda: f"The folder of “{folder / 'history.csv'}” cannot be found" in history.said())
    assert "Nothing was exported. The history itself is not affected." in history.said()
    history.desk.button(history.view, "Save elsewhere…")
    assert all(event.kind is not EventKind.HISTORY_EXPORTED for event in history.desk.history())


def test_keys_and_signatures_that_were_pasted_anywhere_are_in_no_export(history: AtHistory, tmp_path: Path) -> None:
    key = "s3cr3t-k3y-nobody-may-see"
    remember_secret(key)
    link = "https://storage.example.com/r.zip?X-Amz-Signature=deadbeefcafe"
    event = _switched(history.desk.clock(), job_name=link)
    history.note(replace(event, details={**event.details, "reason": f"{key} {link}"}))
    history.desk.until(lambda: "Switch to" in history.rows()[0])
    for name in ("h.csv", "h.html"):
        path = tmp_path / name
        history.export(path)
        history.desk.until(path.exists)
        text = path.read_text(encoding="utf-8")
        assert "storage.example.com" in text
        assert key not in text
        assert "deadbeefcafe" not in text


def test_a_links_signature_in_a_models_name_is_not_on_record(desk: AtDesk, practice: PracticeService) -> None:
    link = "https://storage.example/r.zip"
    added = desk.add_model(f"Prices {link}?sig=5ecre7", practice.issue_key(2002))
    desk.until(lambda: {event.kind for event in desk.history() if event.model == added.id} >= {EventKind.MODEL_ADDED})
    assert {event.model_name for event in desk.history() if event.model == added.id} == {f"Prices {link}?{HIDDEN}"}


def test_once_all_is_done_and_the_window_closed_nothing_of_the_history_is_kept(
    history: AtHistory, tmp_path: Path
) -> None:
    def workers() -> int:
        return sum(type(kept) in {ExportWorker, ExportOrder, TimelineWorker} for kept in gc.get_objects())

    before = workers()
    history.note(_switched(history.desk.clock()))
    history.desk.until(lambda: "Switch to" in history.rows()[0])
    history.choose("Model", "Customer churn")
    history.view.tabs.setCurrentIndex(1)
    history.desk.until(lambda: history.view.draws_timeline("m9"))
    history.view.tabs.setCurrentIndex(0)
    for name in ("h.csv", "h.html"):
        history.export(tmp_path / name)
        history.desk.until((tmp_path / name).exists)
    history.desk.until(lambda: f"Exported 1 entries to “{tmp_path / 'h.html'}”." in history.said())
    history.view.close()
    history.desk.until(lambda: not history.desk.session.history_controller.threads)
    assert workers() <= before


def test_the_timeline_is_that_of_the_chosen_model_and_leads_back_to_the_list(history: AtHistory) -> None:
    now = history.desk.clock()
    history.note(
        _switched(now), HistoryEvent(EventKind.SWITCH_ENDED, now, "m9", "Customer churn", "job-1", "November data")
    )
    history.desk.until(lambda: len(history.rows()) >= 4)
    history.view.tabs.setCurrentIndex(1)
    history.choose("Model", "Customer churn")
    history.desk.until(lambda: history.view.draws_timeline("m9"))
    history.view.timeline.opened.emit((now, EventKind.SWITCH_ASKED, "job-1"))
    entry = history.view.table.selected_entry()
    assert entry is not None
    assert entry.event == _switched(now)
    assert history.view.tabs.currentIndex() == 0


def test_an_empty_history_says_so(new_desk: Callable[[], AtDesk]) -> None:
    at_history = AtHistory(new_desk())
    at_history.desk.actions.history.trigger()
    assert "Reading the history…" in at_history.said()
    at_history.desk.until(lambda: "No entries yet." in at_history.said())
    assert not at_history.desk.button(at_history.view, "Export history…").isEnabled()


def test_every_control_has_a_name_and_everything_is_reached_by_keyboard(history: AtHistory) -> None:
    history.select(0)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QTextEdit)
    for kind in kinds:
        for widget in history.view.findChildren(kind):
            is_inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLineEdit | QComboBox)
            if widget.isVisible() and not is_inner:
                assert widget.accessibleName() or getattr(widget, "text", str)()
    assert history.view.table.accessibleName() == "History"
    for name in ("Search history", "Model", "Kind"):
        field = next(
            f
            for f in (*history.view.findChildren(QLineEdit), *history.view.findChildren(QComboBox))
            if f.accessibleName() == name
        )
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_every_text_in_it_can_be_translated(at_history: AtHistory, qapp: QCoreApplication) -> None:
    at_history.note(_switched(at_history.desk.clock()))
    translator = Bracketing()
    with at_history.desk.qtbot.waitSignal(at_history.desk.window.language_changed):
        qapp.installTranslator(translator)
    try:
        at_history.desk.actions.history.trigger()
        view = at_history.view
        at_history.desk.until(lambda: view.table.model().rowCount() >= 3)
        view.select(1)
        texts = [view.windowTitle(), *at_history.rows(), *map(heading, HistoryColumn), *view.details.text().split("\n")]
        texts += [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
        texts += [button.text() for button in view.findChildren(QAbstractButton) if button.isVisible()]
        texts += [box.itemText(0) for box in view.findChildren(QComboBox)]
        texts += [tab for number in range(view.tabs.count()) for tab in [view.tabs.tabText(number)]]
        texts.append(view.filters.search.placeholderText())
        assert [text for text in texts if text and "⟦" not in text] == []
    finally:
        qapp.removeTranslator(translator)


def test_it_closes_with_the_program(history: AtHistory) -> None:
    history.desk.window.closeEvent(QCloseEvent())
    assert not history.view.isVisible()
