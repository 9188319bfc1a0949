"""What tools know of weaknesses is looked for: in the workflows with zizmor, in the code with bandit."""

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ZIZMOR = ["zizmor", "--offline", "--no-progress"]
BANDIT = ["bandit", "--quiet", "--configfile", str(ROOT / "pyproject.toml"), "--recursive"]


def run(command: list[str], *where: Path) -> subprocess.CompletedProcess[str]:
    """Run a tool of the environment's own."""
    program = shutil.which(command[0], path=sysconfig.get_path("scripts"))
    if program is None:
        pytest.skip(f"{command[0]} is not to be had here: pip install '.[test]'")
    return subprocess.run(
        [program, *command[1:], *map(str, where)],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    done = run(ZIZMOR, ROOT / ".github")
    assert done.returncode == 0, done.stdout + done.stderr


def test_bandit_finds_nothing_in_the_program_and_what_builds_it() -> None:
    done = run(BANDIT, ROOT / "epa_gui", ROOT / "packaging")
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_would_find_an_action_that_is_not_pinned(tmp_path: Path) -> None:
    text = (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
    changed = tmp_path / ".github" / "workflows" / "test.yml"
    changed.parent.mkdir(parents=True)
    changed.write_text(re.sub(r"checkout@[0-9a-f]{40}", "checkout@v5", text), encoding="utf-8")
    done = run(ZIZMOR, changed)
    assert done.returncode != 0
    assert "unpinned-uses" in done.stdout


def test_bandit_would_find_a_shell(tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text("import os\nos.system(input())\n", encoding="utf-8")
    done = run(BANDIT, tmp_path)
    assert done.returncode == 1
    assert "B605" in done.stdout


def test_what_is_passed_over_has_its_reason_beside_it() -> None:
    """A finding that is only silenced explains nothing."""
    files = [*(ROOT / "epa_gui").rglob("*.py"), *(ROOT / "packaging").rglob("*.py"), *(ROOT / ".github").rglob("*.yml")]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    silenced = [line for line in lines if "# nosec" in line or "zizmor: ignore" in line]
    assert silenced
    bare = r"(zizmor: ignore\[[a-z-]+\]|# noqa: [A-Z0-9, ]+|# nosec [B0-9, ]+)"
    reasons = [re.sub(bare, "", line.partition("#")[2] and line[line.index("#") :]).strip(" #-") for line in silenced]
    assert [line for line, reason in zip(silenced, reasons, strict=True) if len(reason) < 8] == []
