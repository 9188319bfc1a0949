"""A language chosen in either window is the program's: the next start speaks it, whichever window that opens."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

from epa_gui.core.files.list_file import FILE_NAME
from epa_gui.core.store.rows import Setting
from epa_gui.core.store.store import Store
from epa_gui.process.language import kept_setting

_WATCHED = """
import json, sys
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QComboBox
from epa_gui import app
from epa_gui.__main__ import main

report, flags, opens_practice, choices = sys.argv[1], *map(json.loads, sys.argv[2:])
TURNS = 20  # of 25 ms: what follows has followed by then

class Person:
    def __init__(self, program):
        self.program, self.told, self.since = program, [], 0
        self.timer = QTimer(interval=25)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        sessions = self.program._sessions
        if not all(one.has_started() and one.repository.is_read() for one in sessions):
            return
        if opens_practice and len(sessions) < 2:
            sessions[0].window.actions_.practice.trigger()
        elif self.told and self.since < TURNS:
            self.since += 1
        elif len(self.told) <= len(choices):
            self.since = 0
            self.told.append({"locale": QLocale().name(), "find": sessions[-1].window.tool_bar.search.placeholderText(),
                              "settings": [one.repository.settings.language for one in sessions]})
            if len(self.told) <= len(choices):
                place, choice = choices[len(self.told) - 1]
                self.choose(sessions[place], choice)
        else:
            self.timer.stop()
            with open(report, "w", encoding="utf-8") as file:
                json.dump(self.told, file)
            QApplication.closeAllWindows()

    def choose(self, session, choice):
        session.window.actions_.settings.trigger()
        form = QApplication.activeModalWidget()
        box = next(box for box in form.findChildren(QComboBox) if box.findData(choice) >= 0)
        box.setCurrentIndex(box.findData(choice))
        form.confirm_button.click()

start = app.Program.start
def start_and_watch(self):
    self.person = Person(self)
    return start(self)
app.Program.start = start_and_watch
sys.exit(main(flags))
"""
"""The program with somebody at it who chooses languages, tells what is spoken before and after, and closes it."""

_SPOKEN = {"en": "Search jobs", "ja": "ジョブを検索"}


def started(
    folder: Path, *flags: str, opens_practice: bool = False, choices: tuple[tuple[int, str], ...] = ()
) -> list[dict[str, object]]:
    """What one start of the program speaks: at first, and after each choice in its first (0) or second window (1)."""
    report = folder.parent / "report.json"
    report.unlink(missing_ok=True)
    orders = [json.dumps(order) for order in (["--data-dir", str(folder), *flags], opens_practice, choices)]
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, str(report), *orders],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: list[dict[str, object]] = json.loads(report.read_text(encoding="utf-8"))
    return told


def speaks(told: dict[str, object], language: str) -> bool:
    """Whether the texts are in it, and the numbers, and all Settings say so."""
    found = told["find"] == _SPOKEN[language] and str(told["locale"]).startswith((language, "C"))
    settings = told["settings"]
    assert isinstance(settings, list)
    return found and settings == [language] * len(settings)


def keep_in_list(folder: Path, language: str) -> None:
    """What an earlier version kept with the list of a window."""
    folder.mkdir(parents=True)
    with contextlib.closing(Store(folder / FILE_NAME)) as store:
        store.write([Setting("language", json.dumps(language))])


def test_a_choice_in_the_practice_window_holds_for_the_next_start_of_either(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    before, after = started(folder, opens_practice=True, choices=((1, "ja"),))
    assert before["settings"] == ["system", "system"]
    assert speaks(after, "ja")
    assert speaks(started(folder)[0], "ja")


def test_a_choice_holds_where_the_own_list_has_no_file_yet(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert speaks(started(folder, "--practice", choices=((0, "ja"),))[-1], "ja")
    assert not (folder / FILE_NAME).exists(), "practice makes no list but its own"
    assert speaks(started(folder)[0], "ja")


def test_the_last_choice_holds_wherever_each_was_made(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    _, first, last = started(folder, opens_practice=True, choices=((0, "ja"), (1, "en")))
    assert speaks(first, "ja")
    assert speaks(last, "en")
    assert speaks(started(folder)[0], "en")


def test_a_choice_that_an_earlier_version_kept_with_the_practice_list_is_spoken(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    keep_in_list(folder / "practice", "ja")
    assert speaks(started(folder)[0], "ja")


def test_a_flag_holds_for_one_start(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    keep_in_list(folder, "en")
    (told,) = started(folder, "--language", "ja")
    assert told["find"] == _SPOKEN["ja"]
    assert told["settings"] == ["en"]
    assert kept_setting(folder, "language") == "en"
