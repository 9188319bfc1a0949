"""The practice window in the real program, beside the first window and in its place."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region
from epa_gui.core.store.backup import open_list

_WATCHED = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication
from epa_gui import app
from epa_gui.__main__ import main
from epa_gui.ui.window.main_window import MainWindow

folder, report, how = sys.argv[1:]
TURNS = 40  # of 25 ms: what would close has closed by then

def windows():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]

class Person:
    def __init__(self):
        self.did, self.since, self.seen = False, 0, []
        self.timer = QTimer(interval=25)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        shown = windows()
        self.seen.append(len(shown))
        if not self.did:
            self.did = self.choose(shown)
            return
        practice = [w for w in shown if "Practice" in w.windowTitle()]
        self.since += bool(practice and practice[0].table.model().rowCount())
        if self.since > TURNS:
            self.timer.stop()
            names = sorted(w.windowTitle().rpartition("attention – ")[2] for w in shown)
            told = {"titles": names, "was_none": 0 in self.seen[1:]}
            with open(report, "w", encoding="utf-8") as file:
                json.dump(told, file)
            for window in shown:
                window.close()

    def choose(self, shown):
        if not shown:
            return False
        if how == "door":
            doors = [b for b in shown[0].findChildren(QAbstractButton) if b.text() == "Try it with practice data"]
            if not doors or not doors[0].isVisible():
                return False
            doors[0].click()
            return True
        is_first_page = any(b.isVisible() and "practice" in b.text() for b in shown[0].findChildren(QAbstractButton))
        if not is_first_page and not shown[0].actions_.change_key.isEnabled():
            return False  # the list was not read yet
        shown[0].actions_.practice.trigger()
        return True

start = app.Program.start
def start_and_watch(self):
    self.person = Person()
    return start(self)
app.Program.start = start_and_watch
sys.exit(main(["--data-dir", folder, "--language", "en"]))
"""
"""The program with somebody at it who opens practice, tells after a while what is to be seen, and closes that."""


def seen(folder: Path, how: str) -> dict[str, object]:
    """What is to be seen after practice was opened; and that closing it ends the program."""
    report = folder / "report.json"
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, str(folder / "data"), str(report), how],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(report.read_text(encoding="utf-8"))
    return told


def test_an_empty_window_gives_way_to_practice(tmp_path: Path) -> None:
    assert seen(tmp_path, "door") == {"titles": ["EPA Desktop – Practice"], "was_none": False}


def test_after_that_the_next_start_has_its_folder_for_itself_and_practice_goes_on(tmp_path: Path) -> None:
    seen(tmp_path, "door")
    assert seen(tmp_path, "door") == {"titles": ["EPA Desktop – Practice"], "was_none": False}


@pytest.mark.parametrize("is_used", [True, False])
def test_practice_from_the_menu_stands_beside_the_first_window(tmp_path: Path, is_used: bool) -> None:
    if is_used:
        listed = open_list(tmp_path / "data", 1_700_000_000.0)
        listed.store.write([Model("m1", "Churn", Region.OWN, "https://example.invalid", key_hint="1f3a")])
        listed.store.close()
    told = seen(tmp_path, "menu")
    assert told["titles"] == ["EPA Desktop", "EPA Desktop – Practice"]
