"""Every window and state of the program can be read and heard: in each language, in one of nobody, with large letters.

Here, and not with the tests of single windows, because the scenes of the pictures have every window there is. Each
case plays all of them in a process of its own, so that they can run side by side, and takes a minute or two.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).with_name("checked_scenes.py")
_LONGEST = 1500.0
"""Seconds, on a computer that has much else to do."""


@pytest.mark.long
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", ["en", "ja", "qps"])
def test_nothing_is_cut_off_or_untranslated_or_goes_unsaid(tmp_path: Path, language: str, scale: int) -> None:
    environment = os.environ | {"PYTHONUTF8": "1"}
    if sys.platform.startswith("linux"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [sys.executable, str(_SCRIPT), language, str(scale), str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=_LONGEST,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert done.returncode == 0, "\n".join(told)
