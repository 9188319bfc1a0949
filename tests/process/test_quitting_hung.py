"""A person who quits while the network hangs is let go: within seconds, with exit code 0, and never with a crash."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 60
"""Far less than the network hangs for, far more than leaving takes."""

_BEGUN = """
import contextlib, gc, math, socket, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer, QCoreApplication
from epa_gui import app
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.core.store.store import Store
from epa_gui.ui.window.session import Session, SessionSetup

folder, address, how, milliseconds = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
look_up = socket.getaddrinfo
is_looking = []

def stuck(host, *rest, **named):  # as the system's own when the network has gone: nothing wakes it
    is_looking.append(host)
    time.sleep(600)

if how == "look-up":
    socket.getaddrinfo = stuck
folder.mkdir()
model = Model("m", "Churn", Region.OWN, address, "0001", 1.0, 1.0)
going = [Job(f"job-{number}", "m", f"Job {number}", added_at=1.0, next_check_at=0.0) for number in range(4)]
done = Job("done", "m", "Done", added_at=1.0, status="job_finished", checked_at=2.0, ended_at=2.0,
           next_check_at=math.inf)
with contextlib.closing(Store(folder / FILE_NAME)) as store:
    store.write([model, *going, done])
keychain = SessionKeychain()
keychain.keep("m", "an-api-key-of-a-model-0001")
setup = SessionSetup(folder, address, open_keychain=lambda: keychain, switch_seconds=2.0)

def hangs(session):
    if session.scheduler.under_way_count() < 2:
        return False
    if how == "switch" and not session.switch_coordinator.is_on_record():
        session.switch_coordinator.switch(JobKey("m", "done"), "it is better", is_back=False)
        return False
    return how != "look-up" or bool(is_looking)
"""

_PROGRAM = """
def open_real(self, instance, _folder):
    session = Session(setup)
    def look():
        if hangs(session):
            timer.stop()
            QTimer.singleShot(milliseconds, leave)
    def leave():
        print("quits", flush=True)
        QCoreApplication.exit(0)  # as at the end of a person's session: no window can refuse
    timer = QTimer(self, interval=5)
    timer.timeout.connect(look)
    session.ready.connect(timer.start)
    self._open(session, instance)

app.Program._open_real = open_real
sys.exit(app.run(app.Options(data_dir=folder)))
"""

_WINDOW = """
application = app.new_application()
session = Session(setup)
session.window.show()
session.start()
session.keys.open()
while not hangs(session):
    application.processEvents()
    time.sleep(0.005)
session.window.may_close = lambda: True
session.window.close()
session.close()
session.window.hide()
del session
gc.collect()
application.processEvents()
print("its window has gone", flush=True)
from epa_gui.ui.base.threads import end_process
end_process(0)
sys.exit(0)
"""


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a server that takes every connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def _left(code: str, *arguments: str) -> tuple[int, str, str, float]:
    """The exit code, what was said, and how long it took after that."""
    environment = os.environ | {"PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", _BEGUN + code, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as program:
        try:
            assert program.stdout is not None
            said = program.stdout.readline()
            begun = time.monotonic()
            rest, errors = program.communicate(timeout=_SECONDS)
        finally:
            program.kill()
    return program.returncode, (said + rest).strip(), errors, time.monotonic() - begun


@pytest.mark.parametrize("milliseconds", [0, 40, 400])
@pytest.mark.parametrize("how", ["check", "switch", "look-up"])
def test_who_quits_while_the_service_is_silent_is_let_go(
    tmp_path: Path, silent: str, how: str, milliseconds: int
) -> None:
    code, said, errors, _ = _left(_PROGRAM, str(tmp_path / "data"), silent, how, str(milliseconds))
    assert (code, said) == (0, "quits"), errors
    assert "Destroyed" not in errors


@pytest.mark.parametrize("how", ["check", "switch", "look-up"])
def test_a_window_may_go_while_a_thread_still_waits_for_the_network(tmp_path: Path, silent: str, how: str) -> None:
    code, said, errors, _ = _left(_WINDOW, str(tmp_path / "data"), silent, how, "0")
    assert (code, said) == (0, "its window has gone"), errors
