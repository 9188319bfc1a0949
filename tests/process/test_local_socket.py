"""Whoever is told which files a person opens runs for that person: a socket nobody else can stand in for."""

import json
import logging
import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from epa_gui.core.files.private_files import is_private
from epa_gui.process.instance import LOCK_NAME, Instance
from epa_gui.process.local_socket import addresses, hash_of

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows lie in no folder")

_UNIX = getattr(socket, "AF_UNIX", 0)

_CALLER = """
import json, os, sys
from pathlib import Path
from epa_gui.process.instance import Instance
folder, files, seconds = sys.argv[1:]
print(Instance(Path(folder)).claim_or_call(json.loads(files), float(seconds)), flush=True)
"""
_AS_ANOTHER_ACCOUNT = """
import os, socket, sys
os.setegid(4711)
os.seteuid(4711)
caller = socket.socket(socket.AF_UNIX)
caller.connect(sys.argv[1])
try:
    caller.sendall(b'["/planted.csv"]\\n')
    print(caller.recv(100))
except OSError:
    print(b"")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A session's runtime folder; short, as on a real system."""
    with tempfile.TemporaryDirectory() as place:
        monkeypatch.setenv("XDG_RUNTIME_DIR", place)
        yield Path(place)


@pytest.fixture
def first(qtbot: QtBot, folder: Path) -> Iterator[Instance]:
    instance = Instance(folder)
    assert instance.claim()
    yield instance
    instance.release()


def _call(qtbot: QtBot, folder: Path, files: list[str], seconds: float = 10.0) -> str:
    """A later start, in a process of its own, for it waits until it is heard."""
    command = [sys.executable, "-c", _CALLER, str(folder), json.dumps(files), str(seconds)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=40_000)
    finally:
        process.kill()
    return process.communicate()[0].strip()


def _sockets(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if stat.S_ISSOCK(path.lstat().st_mode)]


@on_posix
def test_the_socket_lies_in_the_session_s_own_folder_and_is_nobody_else_s(runtime: Path, first: Instance) -> None:
    first.listen()
    (found,) = _sockets(runtime)
    assert str(found) == first._name
    assert stat.S_IMODE(found.stat().st_mode) == 0o600


@on_posix
@pytest.mark.parametrize("named", ["", "relative/run", "/nonexistent", "open"])
def test_where_that_folder_is_none_or_open_to_others_it_lies_in_the_data_folder(
    qtbot: QtBot, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "run").mkdir()
        (Path(place) / "run").chmod(0o777)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(Path(place) / "run") if named == "open" else named)
        first = Instance(Path(place) / "data")
        assert first.claim()
        first.listen()
        assert len(_sockets(Path(place) / "data")) == 1
        assert is_private(Path(place) / "data")
        assert _call(qtbot, Path(place) / "data", []) == "False"
        first.release()


@on_posix
def test_a_data_folder_with_a_long_path_is_heard_all_the_same(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    folder = tmp_path.joinpath(*["データの場所" * 5] * 3)
    first = Instance(folder)
    handed: list[object] = []
    first.files_handed.connect(handed.append)
    assert first.claim()
    first.listen()
    assert is_private(Path(first._name).parent)
    assert _call(qtbot, folder, ["/a.csv"]) == "False"
    assert handed == [["/a.csv"]]
    first.release()


@on_posix
def test_whoever_listens_under_the_old_name_in_the_common_folder_is_told_nothing(
    qtbot: QtBot, first: Instance, folder: Path
) -> None:
    place = Path(tempfile.gettempdir(), f"epa-desktop-{hash_of(str(folder.resolve()))}")
    with socket.socket(_UNIX) as planted:
        planted.bind(str(place))
        planted.listen()
        planted.settimeout(0)
        try:
            assert _call(qtbot, folder, ["/secret.csv"], 0.5) == "None"
            with pytest.raises(BlockingIOError):
                planted.accept()
        finally:
            place.unlink()


@on_posix
def test_a_link_in_the_socket_s_place_is_replaced(qtbot: QtBot, runtime: Path, first: Instance, folder: Path) -> None:
    (runtime / "elsewhere").touch()
    place = Path(addresses(folder)[0])
    place.symlink_to(runtime / "elsewhere")
    first.listen()
    assert stat.S_ISSOCK(place.lstat().st_mode)
    assert (runtime / "elsewhere").exists()
    assert _call(qtbot, folder, []) == "False"


def test_a_caller_in_another_session_reads_where_to_call(
    qtbot: QtBot, runtime: Path, first: Instance, folder: Path
) -> None:
    """Such as an installer's, or one over ssh: its runtime folder is another one."""
    first.listen()
    os.environ["XDG_RUNTIME_DIR"] = "/nonexistent"
    assert _call(qtbot, folder, []) == "False"


@on_posix
def test_one_whose_lock_file_was_deleted_is_called_all_the_same(
    qtbot: QtBot, runtime: Path, first: Instance, folder: Path
) -> None:
    first.listen()
    (folder / LOCK_NAME).unlink()
    assert _call(qtbot, folder, []) == "False"


@on_posix
def test_a_place_where_it_cannot_listen_is_logged_and_tried_again(
    qtbot: QtBot, first: Instance, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with tempfile.TemporaryDirectory() as place:
        monkeypatch.setenv("XDG_RUNTIME_DIR", place)
        monkeypatch.setenv("TMPDIR", str(Path(place) / "gone"))
        for address in addresses(folder):
            blocked = Path(address) if Path(address).parent.exists() else Path(address).parent
            blocked.mkdir(parents=True) if blocked.suffix else (Path(place) / "gone").touch()
            if blocked.suffix:
                (blocked / "in the way").touch()
        first._listen_again.setInterval(20)
        with caplog.at_level(logging.WARNING):
            first.listen()
        assert "cannot hear later ones" in caplog.text
        for address in addresses(folder):
            if Path(address).is_dir():
                (Path(address) / "in the way").unlink()
                Path(address).rmdir()
        qtbot.waitUntil(lambda: first._server is not None and first._server.isListening())
        assert _call(qtbot, folder, []) == "False"


@pytest.fixture
def as_another_account() -> Callable[[str, str], "subprocess.Popen[str]"]:
    if getattr(os, "geteuid", lambda: -1)() != 0:
        pytest.skip("only a system's administrator can act as another account")

    def run(script: str, argument: str) -> "subprocess.Popen[str]":
        return subprocess.Popen([sys.executable, "-c", script, argument], stdout=subprocess.PIPE, text=True)

    return run


def test_a_caller_of_another_account_is_not_heard(
    qtbot: QtBot, runtime: Path, first: Instance, as_another_account: Callable[[str, str], "subprocess.Popen[str]"]
) -> None:
    first.listen()
    called: list[bool] = []
    first.called.connect(lambda: called.append(True))
    runtime.chmod(0o711)
    Path(first._name).chmod(0o666)
    caller = as_another_account(_AS_ANOTHER_ACCOUNT, first._name)
    qtbot.waitUntil(lambda: caller.poll() is not None, timeout=30_000)
    assert caller.communicate()[0].strip() == "b''"
    assert not called


_ANOTHER_ACCOUNT_S_SERVER = """
import os, socket, sys
os.setegid(4711)
os.seteuid(4711)
server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
server.listen()
print("listens", flush=True)
while True:
    connection, _ = server.accept()
    connection.settimeout(5)
    print(connection.recv(1000), flush=True)
"""


def test_a_server_of_another_account_is_told_nothing(
    qtbot: QtBot,
    first: Instance,
    runtime: Path,
    folder: Path,
    as_another_account: Callable[[str, str], "subprocess.Popen[str]"],
) -> None:
    with tempfile.TemporaryDirectory() as common:
        Path(common).chmod(0o777)
        address = f"{common}/planted"
        planted = as_another_account(_ANOTHER_ACCOUNT_S_SERVER, address)
        assert planted.stdout is not None
        assert planted.stdout.readline() == "listens\n"
        first._lock.note_address(address)  # as if the data folder had once been open to everybody
        Path(addresses(folder)[0]).symlink_to(address)
        assert _call(qtbot, folder, ["/secret.csv"], 0.0) == "None"
        heard = [planted.stdout.readline(), planted.stdout.readline()]
        planted.kill()
        planted.communicate()
        assert heard == ["b''\n", "b''\n"], "both were connected to, and told nothing"


def test_an_own_peer_is_known_as_such(qtbot: QtBot, first: Instance) -> None:
    first.listen()
    caller = QLocalSocket()
    caller.connectToServer(first._name)
    caller.write(b"[]\n")
    with qtbot.waitSignal(first.called):
        pass
