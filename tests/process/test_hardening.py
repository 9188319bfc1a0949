"""What the process forbids itself before it knows a key."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

_CRASH = """
import resource, sys
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
from epa_gui.__main__ import main
try:
    main(["--version"])
except SystemExit:
    pass
import os
os.abort()
"""
_TLS = """
import sys
if sys.argv[1] == "frozen":
    sys.frozen = True
from epa_gui.__main__ import main
try:
    main(["--version"])
except SystemExit:
    pass
import os
import epa_gui.core.service.connection, ssl, urllib3.util.ssl_
contexts = [ssl.create_default_context(), urllib3.util.ssl_.create_urllib3_context()]
print([bool(getattr(context, "_ctx", context).keylog_filename) for context in contexts])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux shows another process's limits in a file")
@pytest.mark.parametrize("arguments", [["--data-dir"], ["--self-test"]])
def test_the_program_allows_no_core_file(tmp_path: Path, arguments: list[str]) -> None:
    named = [*arguments, str(tmp_path / "data")] if arguments == ["--data-dir"] else arguments
    program = subprocess.Popen(
        ["/bin/sh", "-c", 'ulimit -c unlimited; exec "$0" "$@"', sys.executable, "-m", "epa_gui", *named],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
    )
    about = Path("/proc", str(program.pid))
    try:
        deadline = time.monotonic() + 30
        while not re.search(r"core file size +0 +0 ", (about / "limits").read_text()):
            assert program.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        while int((about / "coredump_filter").read_text(), 16) != 0:
            assert time.monotonic() < deadline
            time.sleep(0.02)
    finally:
        program.kill()
        program.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no core files")
def test_a_crash_leaves_none(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _CRASH], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == -signal.SIGABRT
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "win32", reason="Windows Error Reporting")
def test_windows_is_told_to_report_no_crash() -> None:
    script = (
        "import ctypes\nfrom epa_gui.process.hardening import harden_process\nharden_process()\n"
        "print(ctypes.windll.kernel32.GetErrorMode() & 3)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "3"


@pytest.mark.parametrize(("built", "is_followed"), [("frozen", False), ("source", True)])
def test_a_built_program_ignores_the_wish_for_its_tls_secrets(tmp_path: Path, built: str, *, is_followed: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TLS, built],
        env=os.environ | {"SSLKEYLOGFILE": str(tmp_path / "secrets")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == str([is_followed, is_followed])
    assert (tmp_path / "secrets").exists() == is_followed
