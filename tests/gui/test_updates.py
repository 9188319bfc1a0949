"""Help → Check for updates: there only where an address was built in, asked only by a person, told and no more."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

import epa_gui.process.build_info
from epa_gui import __version__
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.version import Release
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.updates.update_dialog import UpdateDialog
from epa_gui.ui.updates.update_text import update_problem_words
from tests.core.service.test_release import HOME, TRUE, signed
from tests.gui.at_desk import AtDesk
from tests.gui.test_words import Bracketing, _nameless, _untranslated

NEWER = TRUE | {"version": "999.1.0"}
FILE = "/epa-desktop-release.json"


class Browser(QObject):
    """Stands where the web browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """A page was opened."""
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: QCoreApplication) -> Iterator[Browser]:
    """Takes every https page that is opened."""
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type,unused-ignore]
    yield browser
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def built(tmp_path: Path, practice: PracticeService, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program was built with an address to ask at."""
    note = {"update_address": practice.url + FILE, "built_at": TRUE["date"], "commit": "", "release_page": HOME}
    (tmp_path / epa_gui.process.build_info.FILE_NAME).write_text(json.dumps(note), encoding="utf-8")
    monkeypatch.setattr(epa_gui.process.build_info, "resource_folder", lambda: tmp_path)


@pytest.fixture
def at_desk(built: None, new_desk: Callable[[], AtDesk]) -> AtDesk:
    """Somebody at the window of a program that was built so."""
    return new_desk()


def offered(desk: AtDesk) -> bool:
    """Whether Help offers it."""
    (help_menu,) = (menu for menu in desk.window.menuBar().findChildren(QMenu) if menu.title() == "&Help")
    return any(action.isVisible() and action.text() == "Check for updates" for action in help_menu.actions())


def check(desk: AtDesk, content: dict[str, Any]) -> QDialog:
    """Check for updates while the release file says this."""
    desk.practice.misbehave(Fault.json(content))
    desk.actions.check_for_updates.trigger()
    return desk.dialog("Check for updates")


def until_said(desk: AtDesk, text: str) -> None:
    desk.until(lambda: text in desk.said())


def test_without_an_address_there_is_no_such_entry(new_desk: Callable[[], AtDesk]) -> None:
    assert not offered(new_desk())


def test_with_an_address_there_is_one_and_nothing_is_asked_by_itself(at_desk: AtDesk) -> None:
    assert offered(at_desk)
    at_desk.pass_time(86400.0)
    at_desk.qtbot.wait(50)
    assert at_desk.practice.requests == []


def test_a_newer_version_is_told_with_what_changed_and_where_it_is(at_desk: AtDesk, browser: Browser) -> None:
    dialog = check(at_desk, signed(NEWER))
    until_said(at_desk, "A newer version of EPA Desktop is available")
    assert at_desk.field(dialog, "Newest version", QLineEdit).text().startswith("999.1.0 (")
    assert at_desk.field(dialog, "Your version", QLineEdit).text() == __version__
    assert at_desk.field(dialog, "What changed", QPlainTextEdit).toPlainText() == NEWER["notes"]
    assert at_desk.field(dialog, "Download page", QLineEdit).text() == NEWER["page"]
    assert browser.opened == []
    at_desk.press(dialog, "Open download page")
    assert browser.opened == [NEWER["page"]]
    assert [seen.path for seen in at_desk.practice.requests] == [FILE]


def test_enter_opens_the_download_page_as_long_as_there_is_one_to_open(qtbot: QtBot) -> None:
    dialog = UpdateDialog("1.0.0")
    qtbot.addWidget(dialog)
    (button,) = (each for each in dialog.findChildren(QPushButton) if each.text() == "Open download page")
    release = Release("2.0.0", "2026-11-01", "News", HOME)
    for show, is_primary in (
        (dialog.show_asking, False),
        (partial(dialog.show_release, release), True),
        (partial(dialog.show_problem, Problem(ProblemKind.NAME_NOT_FOUND)), False),
        (partial(dialog.show_release, release), True),
        (partial(dialog.show_release, replace(release, page="")), False),
    ):
        show()
        assert (button.isDefault(), button.font().bold(), not button.isHidden()) == (is_primary,) * 3


def test_a_newer_version_without_a_page_says_whom_to_ask(at_desk: AtDesk) -> None:
    check(at_desk, signed(NEWER | {"page": ""}))
    until_said(at_desk, "Get it where you got this version")
    assert "Open download page" not in at_desk.said()
    assert "Download page" not in at_desk.said()


@pytest.mark.parametrize("version", [__version__, "0.0.1", f"{__version__}-rc.1"])
def test_who_has_the_newest_version_is_told_so(at_desk: AtDesk, version: str) -> None:
    check(at_desk, signed(TRUE | {"version": version}))
    until_said(at_desk, "You have the newest version")
    assert "Open download page" not in at_desk.said()
    assert "更新の確認" not in at_desk.said()


def test_a_damaged_file_is_refused_and_explained_and_can_be_asked_for_again(at_desk: AtDesk) -> None:
    dialog = check(at_desk, signed(NEWER) | {"version": "999.2.0"})
    until_said(at_desk, "is damaged: its checksum does not match")
    for part in ("Nothing in it was used.", "continues to work", "Check again later."):
        assert part in at_desk.said()
    assert "999" not in at_desk.said()
    at_desk.practice.misbehave(Fault.json(signed(NEWER)))
    at_desk.press(dialog, "Check now")
    until_said(at_desk, "A newer version of EPA Desktop is available")
    assert "damaged" not in at_desk.said()


def test_a_file_that_has_expired_is_not_believed(at_desk: AtDesk) -> None:
    at_desk.clock.advance(200 * 86400.0)
    check(at_desk, signed(NEWER))
    until_said(at_desk, "is out of date: it was not renewed in time")
    for part in ("Nothing in it was used.", "It is not known whether there is a newer version.", "date is correct"):
        assert part in at_desk.said()
    assert "999" not in at_desk.said()
    assert "You have the newest version" not in at_desk.said()


def test_a_foreign_page_is_not_offered(at_desk: AtDesk, browser: Browser) -> None:
    check(at_desk, signed(NEWER | {"page": "https://elsewhere.example/epa-desktop"}))
    until_said(at_desk, "names a download page that this version does not know")
    assert "Open download page" not in at_desk.said()
    assert browser.opened == []


def test_what_others_wrote_is_never_rich_text(at_desk: AtDesk) -> None:
    notes = '<img src="https://elsewhere.example/seen.png"><h1>Click <a href="https://elsewhere.example">here</a></h1>'
    dialog = check(at_desk, signed(NEWER | {"notes": notes}))
    until_said(at_desk, "A newer version of EPA Desktop is available")
    assert at_desk.field(dialog, "What changed", QPlainTextEdit).toPlainText() == notes
    written = [label for label in dialog.findChildren(QLabel) if label.wordWrap()]
    assert written
    assert {label.textFormat() for label in written} == {Qt.TextFormat.PlainText}


def test_notes_as_long_as_a_file_can_be_fit_on_the_screen(at_desk: AtDesk) -> None:
    dialog = check(at_desk, signed(NEWER | {"notes": "W" * 30_000 + "\n" * 10_000}))
    until_said(at_desk, "A newer version of EPA Desktop is available")
    room = QGuiApplication.primaryScreen().availableSize()
    assert dialog.height() <= room.height()
    assert dialog.width() <= room.width()


def test_cancelling_ends_the_asking_at_once(at_desk: AtDesk) -> None:
    at_desk.practice.misbehave(Fault.delay(30))
    at_desk.actions.check_for_updates.trigger()
    dialog = at_desk.dialog("Check for updates")
    until_said(at_desk, "Checking for updates…")
    at_desk.until(lambda: at_desk.practice.requests)
    began = time.monotonic()
    at_desk.press(dialog, "Cancel")
    (thread,) = at_desk.session._update_controller.threads
    at_desk.until(lambda: not thread.isRunning())
    assert time.monotonic() - began < 10, "it waited for the answer"
    assert at_desk.no_dialog()


def test_after_cancelling_it_can_be_asked_anew(at_desk: AtDesk) -> None:
    at_desk.practice.misbehave(Fault.delay(30))
    at_desk.actions.check_for_updates.trigger()
    at_desk.until(lambda: at_desk.practice.requests)
    QTest.keyClick(at_desk.dialog("Check for updates"), Qt.Key.Key_Escape)
    at_desk.until(at_desk.no_dialog)
    check(at_desk, signed(NEWER))
    until_said(at_desk, "A newer version of EPA Desktop is available")


def test_leaving_while_it_is_asked_does_not_wait_for_the_answer(at_desk: AtDesk) -> None:
    at_desk.practice.misbehave(Fault.delay(30))
    at_desk.actions.check_for_updates.trigger()
    at_desk.until(lambda: at_desk.practice.requests)
    began = time.monotonic()
    at_desk.session.close()
    assert time.monotonic() - began < 10, "it waited for the answer"
    assert not any(thread.isRunning() for thread in at_desk.session._update_controller.threads)


def test_details_make_the_dialog_higher_and_nothing_is_cut_off(at_desk: AtDesk) -> None:
    dialog = check(at_desk, signed(NEWER) | {"version": "999.2.0"})
    until_said(at_desk, "is damaged")
    before = dialog.height()
    at_desk.press(dialog, "Details")
    at_desk.until(lambda: dialog.height() > before)
    said = at_desk.field(dialog, "The original message", QPlainTextEdit)
    assert said.toPlainText().startswith("sha256: ")
    assert said.height() >= said.minimumSizeHint().height()


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_trouble_is_told_in_three_parts_and_in_words_of_updates(kind: ProblemKind) -> None:
    words = update_problem_words(Problem(kind, where="downloads.example"))
    assert all((words.happened, words.means, words.to_do))
    assert "{" not in words.sentence()
    assert "newer version" in words.means
    for word in (" job", "retrain", " key", "results"):
        assert word not in words.sentence().lower()


@pytest.mark.parametrize("content", [signed(NEWER), signed(TRUE | {"version": "0.0.1"}), {}])
def test_all_is_translatable_and_named(
    qapp: QCoreApplication, built: None, new_desk: Callable[[], AtDesk], content: dict[str, Any]
) -> None:
    translator = Bracketing()
    qapp.installTranslator(translator)
    try:
        desk = new_desk()
        desk.practice.misbehave(Fault.json(content))
        desk.actions.check_for_updates.trigger()
        dialog = desk.until(lambda: next((d for d in desk.window.findChildren(QDialog) if d.isVisible()), None))
        assert _untranslated(dialog) == []
        desk.until(lambda: "⟦Close⟧" in desk.said())
        assert _untranslated(dialog) == []
        assert _nameless(dialog) == []
    finally:
        qapp.removeTranslator(translator)
