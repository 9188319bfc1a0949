"""Whatever somebody has put in the place of the log is taken away: it is neither written to nor waited for."""

import faulthandler
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from epa_gui.process.logs import FILE_NAME, catch_crashes, start_log

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes in folders and modes are of POSIX")


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """The log's handlers and the file for crashes are given back."""
    root = logging.getLogger()
    before, level, was_enabled = list(root.handlers), root.level, faulthandler.is_enabled()
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    faulthandler.disable()
    if was_enabled:
        faulthandler.enable(sys.__stderr__ or 2)


def test_a_second_name_of_somebodys_file_is_not_written_to(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_text("theirs")
    folder = tmp_path / "logs"
    folder.mkdir()
    for name in (FILE_NAME, "crash.log"):
        os.link(theirs, folder / name)
    start_log(folder)
    logging.getLogger("epa").warning("ours")
    file = catch_crashes(folder)
    assert file is not None
    file.write("ours")
    file.close()
    assert theirs.read_text() == "theirs"
    assert "ours" in (folder / FILE_NAME).read_text()


@pytest.mark.parametrize("name", [FILE_NAME, "crash.log"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    if sys.platform != "win32":
        os.mkfifo(tmp_path / name)
    program = """
import logging, sys
from pathlib import Path
from epa_gui.process.logs import catch_crashes, start_log
start_log(Path(sys.argv[1]))
file = catch_crashes(Path(sys.argv[1]))
logging.getLogger("epa").warning("ours")
"""
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True, timeout=30)
    assert (tmp_path / name).is_file()


def test_a_folder_in_its_place_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    (tmp_path / "crash.log").mkdir()
    start_log(tmp_path)
    assert catch_crashes(tmp_path) is None
