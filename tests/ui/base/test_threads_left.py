"""Threads that cannot be woken never abort the process: neither when who started them goes, nor at its end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[3]

_STUCK = """
import gc, sys, threading, time
from PySide6.QtCore import QCoreApplication
from epa_gui.ui.base.threads import PassingThreads, Worker, end_process, start_in_thread

app = QCoreApplication([])
go_on, has_begun = threading.Event(), threading.Event()

class Stuck(Worker):
    def run(self):
        has_begun.set()
        go_on.wait(60)
        print("worked to its end", flush=True)

    def stop(self):
        pass  # as in a name look-up

def until(claim):
    deadline = time.monotonic() + 20
    while not claim():
        assert time.monotonic() < deadline, "it did not happen in time"
        app.processEvents()
        time.sleep(0.01)
"""

_DROPPED = """
threads = PassingThreads()
threads.start(Stuck(), "stuck")
has_begun.wait(20)
del threads
gc.collect()
print("its owner has gone", flush=True)
import weakref
from epa_gui.ui.base.threads import WorkerThread
(thread,) = [found for found in gc.get_objects() if type(found) is WorkerThread]
gone = weakref.ref(thread), weakref.ref(thread.worker)
del thread
go_on.set()
until(lambda: [ref() for ref in gone] == [None, None])
print("let go of", flush=True)
"""

_LASTING = """
thread = start_in_thread(Stuck(), "stuck")
has_begun.wait(20)
"""


def _ended(code: str) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", _STUCK + code],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )


def test_one_whose_owner_goes_works_to_its_end_and_is_let_go_then() -> None:
    ended = _ended(_DROPPED)
    said = ["its owner has gone", "worked to its end", "let go of"]
    assert (ended.returncode, ended.stdout.splitlines()) == (0, said), ended.stderr


@pytest.mark.parametrize("code", [0, 3])
def test_who_ends_the_process_says_its_exit_code(code: int) -> None:
    ended = _ended(f"{_LASTING}\nend_process({code})")
    assert (ended.returncode, ended.stdout) == (code, ""), ended.stderr


def test_an_end_that_nobody_foresaw_is_an_error_and_no_crash() -> None:
    ended = _ended(f"{_LASTING}\ndel thread\nsys.exit(0)")
    assert ended.returncode == 70, ended.stderr
    assert "Destroyed" not in ended.stderr


def test_where_all_have_ended_an_exit_code_stays_as_it_is() -> None:
    ended = _ended(f"{_LASTING}\ngo_on.set()\nthread.wait(20_000)\nend_process(0)\nsys.exit(4)")
    assert ended.returncode == 4, ended.stderr
