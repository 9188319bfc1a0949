"""What the command promises whoever starts it, a person or another program."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import epa_gui

PROGRAM = [sys.executable, "-m", "epa_gui"]
_WATCHED = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from epa_gui import app
from epa_gui.__main__ import main

folder, report, opened, *named = sys.argv[1:]

def open_by_event(path):
    QApplication.sendEvent(QApplication.instance(), QFileOpenEvent(QUrl.fromLocalFile(path)))

def look():
    forms = [form for form in QApplication.topLevelWidgets() if isinstance(form, QDialog) and form.isVisible()]
    fields = [field for form in forms for field in form.findChildren(QLineEdit)]
    shown = {field.accessibleName(): field.text() for field in fields if field.accessibleName().endswith(" file")}
    if shown.get("Training file") and shown.get("Evaluation file"):
        Path(report).write_text(json.dumps(shown), encoding="utf-8")
        QApplication.exit(0)

start = app.Program.start
def start_and_watch(self):
    came_early = json.loads(opened)
    for path in came_early[:1]:
        open_by_event(path)
    started = start(self)
    for path in came_early[1:]:
        open_by_event(path)
    self.watch = QTimer(interval=50)
    self.watch.timeout.connect(look)
    self.watch.start()
    return started
app.Program.start = start_and_watch
sys.exit(main(["--data-dir", folder, *named]))
"""
"""The program, which ends by itself once its form shows two files, and reports them."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The folders of a program that ends once its form shows two files, and the files."""

    data: Path
    report: Path
    files: Path

    def start(self, *named: str, opened: Sequence[Path] = ()) -> subprocess.Popen[bytes]:
        events = json.dumps([str(path) for path in opened])
        script = [sys.executable, "-c", _WATCHED, str(self.data), str(self.report), events, *named]
        return subprocess.Popen(script, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, cwd=self.files)

    def ends(self, program: subprocess.Popen[bytes]) -> bool:
        """Whether it showed the files by their roles."""
        try:
            program.wait(30)
        finally:
            program.kill()
            program.wait()
        shown: dict[str, str] = json.loads(self.report.read_text(encoding="utf-8"))
        return shown == {
            "Training file": str(self.files / "学習 1.csv"),
            "Evaluation file": str(self.files / "評価 1.csv"),
        }


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    folder = tmp_path / "データ の 場所"
    folder.mkdir()
    for name in ("学習 1.csv", "評価 1.csv"):
        (folder / name).write_text("a,b\n" + "1,2\n" * 100, encoding="utf-8")
    return Watched(tmp_path / "data", tmp_path / "report.json", folder)


def _run(
    *arguments: str, seconds: float = 30, folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_QPA", "WAYLAND", "DISPLAY"))}
    return subprocess.run(
        [*PROGRAM, *arguments],
        capture_output=True,
        text=True,
        timeout=seconds,
        env=kept | environment,
        cwd=folder,
        check=False,
    )


def test_it_tells_its_version() -> None:
    assert _run("--version").stdout.strip() == f"EPA Desktop {epa_gui.__version__}"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Windows and macOS always have a display")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "xcb"}])
def test_without_a_display_it_says_so_in_one_line_and_exits_2(environment: dict[str, str]) -> None:
    done = _run(**environment)  # type: ignore[arg-type]
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "EPA Desktop" in done.stderr


@pytest.mark.parametrize("address", ["http://example.com", "nonsense", "https://me:you@example.com"])
def test_an_address_that_cannot_be_used_is_refused_with_a_reason(address: str) -> None:
    done = _run("--service-url", address)
    assert done.returncode == 2
    assert "use https://" in done.stderr
    assert "you@" not in done.stderr


def test_the_self_test_passes_and_reports(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = _run("--self-test", "--report", str(report), seconds=60, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["passed"] is True
    assert {
        "verify the bytes",
        "wait until it has finished",
        "put it into service, on record",
        "switch to a second job",
        "switch back to the first, labelled so",
    } <= {step["name"] for step in told["steps"]}
    assert told["versions"]["epa-desktop"] == epa_gui.__version__
    assert told["keychain"]


PART_OF_KEYCHAIN = {"win32": "keyring.backends.Windows", "darwin": "keyring.backends.macOS"}.get(
    sys.platform, "keyring.backends.SecretService"
)


def test_the_self_test_fails_without_what_it_takes_to_use_the_keychain(tmp_path: Path) -> None:
    """As a built program does into which nobody put the back end, which is imported by name."""
    program = (
        f"import sys; sys.modules[{PART_OF_KEYCHAIN!r}] = None; from epa_gui.__main__ import main; sys.exit(main())"
    )
    report = tmp_path / "report.json"
    done = subprocess.run(
        [sys.executable, "-c", program, "--self-test", "--report", str(report)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    told = json.loads(report.read_text(encoding="utf-8"))
    failed = [step for step in told["steps"] if not step["passed"]]
    assert [step["name"] for step in failed] == ["find its key in the keychain"]
    assert PART_OF_KEYCHAIN in failed[0]["detail"]


def test_a_second_start_calls_the_first_and_ends(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen([*PROGRAM, "--data-dir", str(tmp_path)], env=environment)
    try:
        deadline = time.monotonic() + 20
        while not (tmp_path / "epa-desktop.sqlite3").exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        second = _run("--data-dir", str(tmp_path), QT_QPA_PLATFORM="offscreen")
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.kill()
        first.wait()


def test_files_named_at_the_start_open_the_form(watched: Watched) -> None:
    assert watched.ends(watched.start("評価 1.csv", "学習 1.csv"))


def test_files_dropped_on_the_icon_open_the_form_before_and_while_the_window_opens(watched: Watched) -> None:
    assert watched.ends(watched.start(opened=[watched.files / "評価 1.csv", watched.files / "学習 1.csv"]))


def test_a_second_start_hands_its_files_to_the_first(watched: Watched) -> None:
    first = watched.start()
    try:
        lock = watched.data / "epa-desktop.lock"
        deadline = time.monotonic() + 20
        while not lock.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        # One after the other, as Windows does it: the first was started a moment ago and may not even hear yet.
        for name in ("学習 1.csv", "評価 1.csv"):
            arguments = ("--data-dir", str(watched.data), name)
            second = _run(*arguments, folder=watched.files, QT_QPA_PLATFORM="offscreen")
            assert second.returncode == 0, second.stderr
    except BaseException:
        first.kill()
        raise
    assert watched.ends(first)


def test_a_killed_program_leaves_no_lock_behind(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    for _ in range(2):
        program = subprocess.Popen([*PROGRAM, "--data-dir", str(tmp_path)], env=environment)
        log = tmp_path / "logs" / "epa-desktop.log"
        deadline = time.monotonic() + 20
        started = log.read_text(encoding="utf-8").count("starts") if log.exists() else 0
        while not log.exists() or log.read_text(encoding="utf-8").count("starts") == started:
            assert program.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        program.kill()
        program.wait()
