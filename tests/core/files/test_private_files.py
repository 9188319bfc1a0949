"""What the program keeps can be read by this account alone, whatever the umask of the session is."""

import json
import logging
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from epa_gui.core.dataset.check import check
from epa_gui.core.dataset.conversion import Conversion
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.upload_payload import Item, payload_of
from epa_gui.core.files.private_files import make_private_file, make_private_folder, tighten
from epa_gui.core.store.backup import back_up, open_list
from epa_gui.core.store.store import Setting
from epa_gui.process.logs import FILE_NAME, catch_crashes, start_log

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the profile's access list does it")


@pytest.fixture(autouse=True)
def _generous_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def _open_to_others(folder: Path) -> list[str]:
    """What others may read or enter, of a folder and all below."""
    paths = [folder, *folder.rglob("*")]
    return [str(path) for path in paths if not path.is_symlink() and path.lstat().st_mode & 0o077]


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _runs_until_its_list_is_open(folder: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "epa_gui", "--data-dir", str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": ""},
    )
    try:
        deadline = time.monotonic() + 60
        while not (list(folder.glob("backups/*-1.sqlite3")) and list(folder.glob("logs/*")) and _is_heard(folder)):
            assert program.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert _open_to_others(folder) == []
    finally:
        program.kill()
        program.wait()


def _is_heard(folder: Path) -> bool:
    lock = folder / "epa-desktop.lock"
    lines = lock.read_text(encoding="utf-8").splitlines() if lock.exists() else []
    return len(lines) > 5 and bool(lines[5])


def test_the_program_leaves_nothing_open_to_others(tmp_path: Path) -> None:
    _runs_until_its_list_is_open(tmp_path / "new" / "data")


def test_what_an_earlier_version_left_open_is_closed_at_the_start(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with closing(open_list(folder, 1.0).store) as store:
        back_up(store)
    (folder / "logs").mkdir()
    (folder / "outgoing").mkdir()
    (folder / "practice").mkdir()
    for name in ("logs/epa-desktop.log", "logs/epa-desktop.log.1", "logs/crash.log", "epa-desktop.damaged-1.sqlite3"):
        (folder / name).touch()
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o777 if path.is_dir() else 0o666)
    _runs_until_its_list_is_open(folder)


def test_the_journal_of_the_list_is_as_private_as_the_list(tmp_path: Path) -> None:
    with closing(open_list(tmp_path / "data", 1.0).store) as store:
        connection = store._connection
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO setting VALUES ('a', '1')")
        assert _mode(tmp_path / "data" / "epa-desktop.sqlite3-journal") == 0o600
        connection.execute("ROLLBACK")
        store.write([Setting("language", json.dumps("ja"))])


def test_a_copy_and_a_zip_to_send_are_private(tmp_path: Path) -> None:
    items = []
    for name in ("training.csv", "evaluation.csv"):
        (tmp_path / name).write_text("a,b\n" + "1,2\n" * 300, encoding="utf-8")
        reading = list(check(tmp_path / name))[-1]
        to_utf_8 = Conversion(Encoding.UTF_8, repairs=frozenset({Repair(RepairKind.ENCODING)}))
        items.append(Item(tmp_path / name, reading.sha256, reading.stamp, to_utf_8))
    for evaluation in (None, items[1]):
        made = payload_of(items[0], evaluation, tmp_path / "outgoing", lambda _done, _total: None)
        assert made.is_temporary
        assert _mode(made.path) == 0o600
    assert _mode(tmp_path / "outgoing") == 0o700


@pytest.fixture
def _log_afterwards() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.usefixtures("_log_afterwards")
def test_every_log_of_a_full_one_is_private(tmp_path: Path) -> None:
    start_log(tmp_path / "logs")
    handler = logging.getLogger().handlers[-1]
    handler.maxBytes = 100  # type: ignore[attr-defined]
    for _ in range(5):
        logging.getLogger("test").warning("x" * 90)
    assert len(list((tmp_path / "logs").iterdir())) == 4
    assert _open_to_others(tmp_path / "logs") == []


@pytest.mark.usefixtures("_log_afterwards")
def test_a_link_in_the_log_s_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    precious = tmp_path / "precious"
    precious.write_text("precious")
    for name in (FILE_NAME, "crash.log"):
        (tmp_path / "logs" / name).symlink_to(precious)
    start_log(tmp_path / "logs")
    logging.getLogger("test").warning("written")
    crashes = catch_crashes(tmp_path / "logs")
    assert crashes is not None
    crashes.write("written")
    crashes.close()
    assert precious.read_text() == "precious"
    assert "written" in (tmp_path / "logs" / FILE_NAME).read_text(encoding="utf-8")


def test_the_report_of_the_self_test_is_private(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    command = [sys.executable, "-m", "epa_gui", "--self-test", "--report", str(report)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(command, env=environment, capture_output=True, timeout=120, check=True)
    assert _mode(report) == 0o600


def test_a_strict_umask_locks_nobody_out(tmp_path: Path) -> None:
    os.umask(0o777)
    make_private_folder(tmp_path / "folder")
    os.umask(0)
    assert _mode(tmp_path / "folder") == 0o700


def test_a_link_is_not_closed_in_place_of_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "theirs").touch(0o644)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "epa-desktop.log").symlink_to(tmp_path / "theirs")
    make_private_file(tmp_path / "data" / "epa-desktop.log")
    tighten(tmp_path / "data")
    assert _mode(tmp_path / "theirs") == 0o644


@pytest.mark.parametrize("mode", [0o1777, 0o2775])
def test_a_folder_meant_for_many_stays_so(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(mode)
    (folder / "epa-desktop.sqlite3").touch(0o644)
    (folder / "theirs.txt").touch(0o644)
    make_private_folder(folder)
    tighten(folder)
    assert _mode(folder) == mode
    assert _mode(folder / "theirs.txt") == 0o644
    assert _mode(folder / "epa-desktop.sqlite3") == 0o600


def test_the_home_folder_named_as_data_folder_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir(0o755)
    make_private_folder(tmp_path / "home")
    assert _mode(tmp_path / "home") == 0o755
