"""`--quit`, by which an installer ends the program before it replaces it: politely, or not at all."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from epa_gui.process.instance import Instance

_WITH_A_FORM = """
import sys
from pathlib import Path
from epa_gui import app
folder, is_open = map(Path, sys.argv[1:])
open_desk = app.Program._open
def open_and_ask(self, desk, instance):
    open_desk(self, desk, instance)
    def ask():
        desk.window.actions_.add_model.trigger()
        is_open.touch()
    desk.ready.connect(ask)
app.Program._open = open_and_ask
sys.exit(app.run(app.Options(data_dir=folder)))
"""

Start = Callable[..., subprocess.Popen[bytes]]


def _command(folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "epa_gui", "--data-dir", str(folder), *arguments]


def _quit(folder: Path) -> int:
    # As an installer has it: nothing that shows windows is said to be there.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_QPA", "DISPLAY"))}
    return subprocess.run(_command(folder, "--quit"), env=environment, timeout=60, check=False).returncode


def _until(look: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not look():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "データ"


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Starts the program and waits until its list is open."""
    programs: list[subprocess.Popen[bytes]] = []

    def run(*arguments: str, is_practice: bool = False) -> subprocess.Popen[bytes]:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        programs.append(subprocess.Popen(_command(folder, *arguments), env=environment))
        place = folder / "practice" if is_practice else folder
        _until((place / "epa-desktop.sqlite3").exists)
        return programs[-1]

    yield run
    for program in programs:
        program.kill()
        program.wait()


def test_a_program_that_does_nothing_ends_and_the_next_starts(folder: Path, start: Start) -> None:
    program = start()
    assert _quit(folder) == 0
    assert program.wait(10) == 0, "it has ended as if a person had closed it"
    assert start().poll() is None


def test_the_practice_window_ends_too(folder: Path, start: Start) -> None:
    program = start("--practice", is_practice=True)
    assert _quit(folder) == 0
    assert program.wait(10) == 0


def test_where_nothing_runs_there_is_nothing_to_do(folder: Path) -> None:
    assert _quit(folder) == 0
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that stops a process")
def test_one_that_hangs_is_not_waited_for_for_ever(qapp: object, folder: Path, start: Start) -> None:
    program = start()
    program.send_signal(signal.Signals["SIGSTOP"])
    begun = time.monotonic()
    assert not Instance(folder).end_first(1.0)
    assert time.monotonic() - begun < 10
    program.send_signal(signal.Signals["SIGCONT"])


def test_a_program_with_an_open_form_stays(folder: Path, tmp_path: Path) -> None:
    is_open = tmp_path / "open"
    program = subprocess.Popen(
        [sys.executable, "-c", _WITH_A_FORM, str(folder), str(is_open)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        _until(is_open.exists)
        assert _quit(folder) == 1
        assert program.poll() is None
    finally:
        program.kill()
        program.wait()
