"""A whole desktop for a subprocess: X server, window manager, session bus, unlocked Secret Service."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_NEEDED = ("Xvfb", "openbox", "dbus-daemon", "gnome-keyring-daemon")


def why_no_desktop() -> str:
    """What is missing; empty if a desktop can be had."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    why = f"not installed: {', '.join(missing)}" if missing else ""
    if sys.platform != "linux":
        why = "a desktop of its own is made on Linux only; here the system's own is used"
    return why


@contextmanager
def session(folder: Path) -> Iterator[dict[str, str]]:
    """A session bus and an unlocked keychain of their own; yields the environment for programs in them."""
    missing = why_no_desktop()
    if missing:
        pytest.skip(missing)
    home = folder / "home"
    runtime = folder / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_"))}
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "XDG_DATA_HOME": str(home / "share")}
    with _bus(environment) as address:
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            assert keyring.stdin is not None
            keyring.stdin.write(b"desktop")
            keyring.stdin.close()
            _wait_for_keychain(environment)
            yield environment
        finally:
            keyring.terminate()
            keyring.wait(10)


@contextmanager
def display(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """An X server with a window manager; yields the environment with its display."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as numbers:
        number = numbers.readline().strip()
    shown = environment | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    manager = subprocess.Popen(["openbox"], env=shown, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield shown
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)


@contextmanager
def _bus(environment: dict[str, str]) -> Iterator[str]:
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
    finally:
        bus.terminate()
        bus.wait(10)
        assert bus.stdout is not None
        bus.stdout.close()


def _wait_for_keychain(environment: dict[str, str]) -> None:
    """Until the Secret Service answers."""
    ask = (
        "from epa_gui.core.keys.keychain import open_keychain\n"
        "keychain = open_keychain('readiness')\n"
        "raise SystemExit(0 if keychain.is_lasting and keychain.load('x') is None else 1)"
    )
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        done = subprocess.run([sys.executable, "-c", ask], env=environment, check=False, capture_output=True)
        if done.returncode == 0:
            return
    pytest.fail("the Secret Service did not come up")
