"""A command that nobody carries out is an error of types, so that it cannot be forgotten."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

# The checkout's, not the installed one: files in site-packages would make everything beside them mypy's own sources.
PACKAGE = Path(__file__).parents[3] / "epa_gui"
CLASS = "@dataclass(frozen=True, slots=True)\nclass Forgotten:\n    pass\n\n\n"


class Addition(NamedTuple):
    """What somebody adds to a module, and which one then has to be changed as well."""

    module: str
    before: str
    new: str
    dispatcher: str


ADDITIONS = {
    "command": Addition(
        "ui/base/command.py", "Command = (", CLASS + "Command = (Forgotten | ", "ui/window/dispatcher.py"
    ),
    "remedy": Addition(
        "core/jobs/problem.py", '    NONE = "none"', '    FORGOTTEN = "x"\n    NONE = "none"', "ui/window/dispatcher.py"
    ),
    "history": Addition(
        "ui/history/bar_command.py",
        "BarCommand = ",
        CLASS + "BarCommand = Forgotten | ",
        "ui/history/history_controller.py",
    ),
}


def told(addition: Addition, copy: Path) -> list[str]:
    """What mypy says about `assert_never` if the module was as it is in the copy."""
    source = PACKAGE / addition.module
    settings = ["--config-file=", "--follow-imports=skip", "--ignore-missing-imports", f"--cache-dir={os.devnull}"]
    known = {"ui/base/command.py", "core/jobs/problem.py", addition.module, addition.dispatcher}
    files = [str(PACKAGE / name) for name in sorted(known)]
    # In a process of its own: this one has a window's threads to look after.
    command = [sys.executable, "-m", "mypy", *settings, "--shadow-file", str(source), str(copy), *files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in {0, 1}, done.stderr
    return [line for line in done.stdout.splitlines() if "assert_never" in line]


@pytest.mark.parametrize("name", ADDITIONS)
def test_what_nobody_carries_out_is_told(name: str, tmp_path: Path) -> None:
    addition = ADDITIONS[name]
    text = (PACKAGE / addition.module).read_text(encoding="utf-8")
    copy = tmp_path / "copy.py"
    copy.write_text(text, encoding="utf-8")
    assert told(addition, copy) == []
    changed, count = re.subn(f"^{re.escape(addition.before)}", addition.new, text, flags=re.MULTILINE)
    assert count == 1
    copy.write_text(changed, encoding="utf-8")
    (line,) = told(addition, copy)
    assert "forgotten" in line.casefold()
