"""Tries the built program as people get it: somewhere else, in a folder with a space and Japanese letters."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from builder import project

_FOLDER = "EPA デスク トップ"
_SECONDS = 240
_FIRST_WINDOW = "ok   start with"
_KEYCHAIN_PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon")
# A session bus with an unlocked keychain around the program named by the arguments.
_IN_SESSION = 'printf desktop | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "$0" "$@"'


class TrialFailed(Exception):  # noqa: N818  the words of the house
    """The built program does not do what it should."""


def program_in(app: Path) -> Path:
    """The executable of a built program."""
    if app.suffix == ".app":
        return app / "Contents" / "MacOS" / project.ID
    return app / (f"{project.NAME}.exe" if sys.platform == "win32" else project.ID)


def try_out(app: Path) -> dict[str, Any]:
    """Run the built program's self-test from a copy elsewhere.

    Returns:
        Its report.

    Raises:
        TrialFailed: With what it said.
    """
    with _elsewhere() as folder:
        copy = folder / app.name
        shutil.copytree(app, copy, symlinks=True)
        report = folder / "report.json"
        command = [str(program_in(copy)), "--self-test", "--report", str(report)]
        has_keychain = sys.platform != "linux" or all(map(shutil.which, _KEYCHAIN_PROGRAMS))
        if sys.platform == "linux" and has_keychain:
            command = ["dbus-run-session", "--", "sh", "-c", _IN_SESSION, *command]
        try:
            done = subprocess.run(
                command, cwd=folder, env=_environment(folder), capture_output=True, timeout=_SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            said = ((error.stdout or b"") + (error.stderr or b"")).decode("utf-8", "replace")
            raise TrialFailed(
                f"the self-test of the built program did not end within {_SECONDS} seconds:\n{said}"
            ) from None
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        if done.returncode or not report.is_file():
            raise TrialFailed(f"the self-test of the built program ended with {done.returncode}:\n{said}")
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    if found["versions"]["epa-desktop"] != project.version():
        raise TrialFailed(f"the built program says it is {found['versions']['epa-desktop']}")
    if has_keychain and found["keychain"] == "session only":
        raise TrialFailed("the built program does not find the system's keychain")
    return found


def start_ratio(app: Path, runs: int = 11) -> float:
    """How many times as long the built program takes to its first window as the same from source.

    The median of pairs, one right after the other: what else the computer does meets both alike.
    """
    source = [sys.executable, "-m", "epa_gui"]
    ratios = []
    with _elsewhere() as folder:
        for _ in range(runs + 1):
            built = _seconds_to_window([str(program_in(app))], folder)
            ratios.append(built / _seconds_to_window(source, folder))
    # The first pair fills the disk's cache.
    return statistics.median(ratios[1:])


def _seconds_to_window(command: Sequence[str], folder: Path) -> float:
    begun = time.monotonic()
    with subprocess.Popen(
        [*command, "--self-test"],
        cwd=project.ROOT,
        env=_environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None  # noqa: S101  for the type checker  # nosec B101
        line = process.stdout.readline()
        seconds = time.monotonic() - begun
        process.kill()
    if not line.startswith(_FIRST_WINDOW):
        raise TrialFailed(f"no window: {line.strip() or 'nothing was said'}")
    return seconds


@contextmanager
def _elsewhere() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="epa-desktop-trial-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve() / _FOLDER
        folder.mkdir()
        yield folder


def _environment(folder: Path) -> Mapping[str, str]:
    """Nothing of Python's, and on Linux a home of its own and no display."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    if sys.platform == "linux":
        home = folder / "home"
        home.mkdir(mode=0o700, exist_ok=True)
        for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        environment |= {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "XDG_DATA_HOME": str(home / "share"),
            "TMPDIR": str(folder),
            "QT_QPA_PLATFORM": "offscreen",
        }
    return environment
