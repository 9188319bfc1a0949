"""Pictures of the program are made without hands: real ones, of every scene that is told."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "screenshots.py"


def run(*arguments: str, seconds: float = 240.0) -> "subprocess.CompletedProcess[str]":
    """The script, as a person starts it."""
    environment = os.environ | {"PYTHONUTF8": "1"}
    if sys.platform.startswith("linux"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=seconds,
        check=False,
    )


def colours(picture: QImage) -> int:
    small = picture.convertToFormat(QImage.Format.Format_RGB32)
    return len({small.pixel(x, y) for x in range(0, small.width(), 3) for y in range(0, small.height(), 3)})


@pytest.fixture(scope="module")
def dark_pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, QImage]:
    """Three scenes in the dark: the first start, a job's page, a form."""
    folder = tmp_path_factory.mktemp("shots")
    scenes = ("first-start", "main-ready-better", "add-model-empty")
    asked = ("--theme", "dark", "--size", "900x640", "--scale", "150", "--style", "Fusion")
    done = run("--out", str(folder), *asked, "--only", *scenes)
    assert done.returncode == 0, done.stderr
    found = {path.name: QImage(str(path)) for path in folder.iterdir()}
    assert sorted(found) == sorted(f"{scene}-dark-150-900x640.png" for scene in scenes)
    return found


def test_pictures_show_the_program(dark_pictures: dict[str, QImage]) -> None:
    for name, picture in dark_pictures.items():
        assert colours(picture) > 20, f"{name} shows next to nothing"


def test_the_main_window_is_as_large_as_was_asked_for(dark_pictures: dict[str, QImage]) -> None:
    for scene in ("first-start", "main-ready-better"):
        picture = dark_pictures[f"{scene}-dark-150-900x640.png"]
        assert picture.width() >= 900  # a window may need more room than that
        assert picture.height() >= 640
        assert picture.width() < 1400


def test_dark_pictures_are_dark(dark_pictures: dict[str, QImage]) -> None:
    for name, picture in dark_pictures.items():
        corner = picture.pixelColor(picture.width() - 3, picture.height() - 3)
        assert corner.lightness() < 100, name


def test_all_scenes_are_told_once_and_by_names_fit_for_files() -> None:
    done = run("--list")
    assert done.returncode == 0, done.stderr
    names = done.stdout.split()
    assert len(names) == len(set(names)) > 90
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)
    for name in ("first-start", "main-uploading", "retraining-problems", "results-better-verdict", "switch-plain"):
        assert name in names


def test_a_scene_that_is_not_there_is_told() -> None:
    done = run("--only", "nothing-of-the-kind")
    assert done.returncode == 2
    assert "nothing-of-the-kind" in done.stderr


def test_a_window_can_be_looked_through_for_what_does_not_fit(tmp_path: Path) -> None:
    done = run("--check", "--out", str(tmp_path), "--only", "about")
    assert (done.returncode, [made.name for made in tmp_path.iterdir()]) == (0, ["about-light-100-1024x700.png"])
    done = run("--check", "--scale", "700", "--out", str(tmp_path), "--only", "quit-sending")  # no screen has such room
    assert done.returncode == 1
    assert "quit-sending: " in done.stderr


def test_a_scene_that_cannot_be_made_ends_with_1_and_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "a file"
    taken.write_bytes(b"")
    done = run("--out", str(taken), "--only", "about")
    assert done.returncode == 1
    assert "not made: about" in done.stderr
