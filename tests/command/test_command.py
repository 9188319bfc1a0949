"""What the command promises whoever starts it, a person or another program."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import epa_gui

PROGRAM = [sys.executable, "-m", "epa_gui"]


def _run(*arguments: str, seconds: float = 30, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_QPA", "WAYLAND", "DISPLAY"))}
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, text=True, timeout=seconds, env=kept | environment, check=False
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
    assert {"verify the bytes", "wait until it has finished"} <= {step["name"] for step in told["steps"]}
    assert told["versions"]["epa-desktop"] == epa_gui.__version__
    assert told["keychain"]


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


def test_a_killed_program_leaves_no_lock_behind(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    for _ in range(2):
        program = subprocess.Popen([*PROGRAM, "--data-dir", str(tmp_path)], env=environment)
        log = tmp_path / "logs" / "epa-desktop.log"
        deadline = time.monotonic() + 20
        started = log.read_text().count("starts") if log.exists() else 0
        while not log.exists() or log.read_text().count("starts") == started:
            assert program.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        program.kill()
        program.wait()
