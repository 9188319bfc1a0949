"""A start that cannot be says truly why, and offers what a click can do about it."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from epa_gui.process.folder_lock import Holder, LockUnknownError, LockUnusableError
from epa_gui.process.instance import LOCK_NAME, Instance
from epa_gui.process.start_refusal import claim_folder, why_held, why_unusable

_HOLDER = """
import sys, time
from pathlib import Path
from epa_gui.process.folder_lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
time.sleep(600)
"""


class PersonDriver:
    """Reads the message that stops a start, and clicks; each time it comes, the next of these."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.offered: list[list[str]] = []
        self.clicks: list[tuple[str, Callable[[], object]]] = []
        self._look = QTimer(interval=20)
        self._look.timeout.connect(self._on_look)
        self._look.start()

    def will(self, click: str, after: Callable[[], object] = lambda: None) -> None:
        self.clicks.append((click, after))

    def _on_look(self) -> None:
        box = next((box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)), None)
        if box is None or not box.isVisible() or not self.clicks:
            return
        click, after = self.clicks.pop(0)
        self.read.append(f"{box.text()}\n{box.informativeText()}\n{box.detailedText()}")
        buttons = {button.text().replace("&", ""): button for button in box.findChildren(QPushButton)}
        self.offered.append([name for name in buttons if "Details" not in name])
        after()
        if click == "Escape":
            box.reject()
        else:
            buttons[click].click()


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[PersonDriver]:
    person = PersonDriver()
    yield person
    person._look.stop()
    assert not person.clicks, "a message was missed"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "データ"


@pytest.fixture
def holder(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """A program that has the folder and hangs."""
    folder.mkdir(mode=0o700)
    command = [sys.executable, "-c", _HOLDER, str(folder / LOCK_NAME)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    yield process
    process.kill()
    process.communicate()


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()


def test_one_that_hangs_is_named_and_trying_again_starts_once_it_is_gone(
    person: PersonDriver, folder: Path, holder: "subprocess.Popen[str]"
) -> None:
    person.will("Try again")
    person.will("Try again", lambda: _end(holder))
    instance = claim_folder(folder, [], 0.0, is_first_window=True)
    assert instance is not None
    assert all("already running but does not respond" in text for text in person.read)
    # On Windows a virtual environment's python starts another, whose number it is.
    assert f"end process {holder.pid} in" in person.read[0] or sys.platform == "win32"
    assert sorted(person.offered[0]) == ["Quit", "Try again"]
    instance.release()


@pytest.mark.parametrize("click", ["Quit", "Escape"])
def test_giving_up_ends_it(person: PersonDriver, folder: Path, holder: "subprocess.Popen[str]", click: str) -> None:
    person.will(click)
    assert claim_folder(folder, [], 0.0, is_first_window=True) is None
    assert holder.poll() is None


def test_beside_an_open_window_giving_up_is_called_cancel(
    person: PersonDriver, folder: Path, holder: "subprocess.Popen[str]"
) -> None:
    person.will("Cancel")
    assert claim_folder(folder, [], 0.0, is_first_window=False) is None


def test_a_folder_that_is_a_file_is_said_to_be_none_and_can_be_tried_again(person: PersonDriver, folder: Path) -> None:
    folder.touch()
    person.will("Try again", folder.unlink)
    instance = claim_folder(folder, [], 0.0, is_first_window=True)
    assert instance is not None
    assert "cannot use its data folder" in person.read[0]
    assert not any(words in person.read[0] for words in ("running", "in use", "last used"))
    instance.release()


def test_where_nothing_can_tell_a_person_may_start_anyway(
    person: PersonDriver, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("there every share has what opening a file alone needs")
    else:
        import fcntl  # noqa: PLC0415  not on Windows

        folder.mkdir(mode=0o700)
        (folder / LOCK_NAME).write_text("17\nepa-desktop\nOFFICE-PC-7\nffff\nx\n")
        flock = fcntl.flock

        def refuse(descriptor: int, operation: int) -> None:
            """A network folder without locks, which cannot be had here."""
            if os.path.samestat(os.fstat(descriptor), (folder / LOCK_NAME).stat()):
                raise OSError(errno.ENOLCK, "No locks available")
            flock(descriptor, operation)

        monkeypatch.setattr(fcntl, "flock", refuse)
        person.will("Try again")
        person.will("Start anyway")
        instance = claim_folder(folder, [], 0.0, is_first_window=True)
        assert instance is not None
        assert "another computer" in person.read[0]
        assert sorted(person.offered[0]) == ["Quit", "Start anyway", "Try again"]
        instance.release()


def test_each_cause_is_called_by_its_name(qapp: QCoreApplication, folder: Path) -> None:
    elsewhere = why_held(folder, Holder(17, "OFFICE-PC-7", is_here=False))
    assert "another computer: \u2068OFFICE-PC-7\u2069" in elsewhere.happened
    foreign = why_unusable(folder, LockUnusableError(errno.EACCES, "Permission denied", "x"))
    assert "another user account" in foreign.happened
    assert LOCK_NAME in foreign.means
    unknown = why_unusable(folder, LockUnknownError(errno.ENOLCK, "No locks available", "x"))
    assert unknown.can_be_forced
    full = why_unusable(folder, OSError(errno.ENOSPC, "No space left on device", "x"))
    assert "No space left" in full.happened
    assert not full.can_be_forced
    assert not any(words in full.happened + full.means for words in ("running", "in use", "last used"))


def test_a_first_program_that_answers_is_called_without_a_word(
    qtbot: QtBot, person: PersonDriver, folder: Path
) -> None:
    first = Instance(folder)
    assert first.claim()
    first.listen()
    script = "import sys\nfrom pathlib import Path\nfrom epa_gui.process.start_refusal import claim_folder\n"
    script += "print(claim_folder(Path(sys.argv[1]), [], 10.0, is_first_window=True))"
    later = subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: later.poll() is not None, timeout=30_000)
    assert later.communicate()[0].strip() == "None"
    assert person.read == []
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody can write into a held file")
def test_what_a_lock_file_says_is_shown_letter_by_letter(
    person: PersonDriver, folder: Path, holder: "subprocess.Popen[str]"
) -> None:
    planted = '<img src="file:///etc/passwd"><b>\u2069\u202ePC'
    (folder / LOCK_NAME).write_text(f"17\nepa-desktop\n{planted}\nffff\nx\n")
    formats: list[Qt.TextFormat] = []

    def look() -> None:
        (box,) = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]
        formats.extend(label.textFormat() for label in box.findChildren(QLabel) if label.text())

    person.will("Quit", look)
    assert claim_folder(folder, [], 0.0, is_first_window=True) is None
    assert '<img src="file:///etc/passwd"><b>' in person.read[0]
    assert "\u202e" not in person.read[0]
    assert person.read[0].count("\u2068") == person.read[0].count("\u2069")
    assert set(formats) == {Qt.TextFormat.PlainText}
