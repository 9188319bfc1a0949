"""The code's own promises: typed, linted, and imported downwards only."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        # For all systems on each: every one has modules and branches that the others have not.
        ["mypy", "--platform", "linux", "--cache-dir", ".mypy_cache/linux"],
        ["mypy", "--platform", "win32", "--cache-dir", ".mypy_cache/win32"],
        ["mypy", "--platform", "darwin", "--cache-dir", ".mypy_cache/darwin"],
        ["lint-imports"],
    ],
    ids=["ruff check", "ruff format", "mypy for Linux", "mypy for Windows", "mypy for macOS", "import-linter"],
)
def test_the_code_keeps_its_own_rules(command: list[str]) -> None:
    program = shutil.which(command[0], path=sysconfig.get_path("scripts"))
    assert program, f"{command[0]} is not installed: pip install '.[test]'"
    done = subprocess.run(
        [program, *command[1:]],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},  # on Windows a pipe would be in an old code page, which has no ▶
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_top_level_holds_what_it_should_and_nothing_else() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in tracked.stdout.splitlines()}
    allowed = {"epa_gui", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}
    assert {name for name in top if not name.startswith(".")} <= allowed
