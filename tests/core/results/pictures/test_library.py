"""What draws pictures is loaded with a folder of ours and nobody else's settings, and tells no other program."""

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from epa_gui.core.results.pictures.library import PictureLibrary, _forget_old_list
from epa_gui.core.results.pictures.theme import JAPANESE_FONTS

_CHILD = """
import json, os, pathlib, sys
from epa_gui.core.results.pictures.library import library
library.keep_fonts_in(pathlib.Path(sys.argv[1]))
before = [name for name in sys.modules if name.split(".")[0] in {"matplotlib", "numpy", "PIL"}]
library.load()
import matplotlib
from epa_gui.core.results.pictures.drawing import letters
print(json.dumps({
    "before": before, "cache": matplotlib.get_cachedir(), "size": matplotlib.rcParams["font.size"],
    "tex": matplotlib.rcParams["text.usetex"], "told": os.environ.get("MPLCONFIGDIR"), "letters": letters(),
    "global": [name for name in ("matplotlib.pyplot", "matplotlib.style") if name in sys.modules],
}))
"""


def loaded_by_child(folder: Path, working_folder: Path, **environment: str) -> dict[str, Any]:
    """What a process of its own says of the library after it was loaded."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(folder)],
        cwd=working_folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[4])} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_fonts_are_kept_in_our_folder_and_settings_of_others_do_not_count(tmp_path: Path) -> None:
    scripts = tmp_path / "scripts of somebody"
    scripts.mkdir()
    (scripts / "matplotlibrc").write_text("font.size: 40\ntext.usetex: True\n", encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    said = loaded_by_child(tmp_path / "data" / "fonts", scripts, HOME=str(home), USERPROFILE=str(home))
    assert said["before"] == []
    assert Path(said["cache"]).samefile(tmp_path / "data" / "fonts")
    assert list((tmp_path / "data" / "fonts").glob("fontlist-*.json"))
    assert (said["size"], said["tex"]) == (10.0, False)
    assert said["told"] is None, "programs that are started later would keep theirs there too"
    assert said["letters"]
    assert said["global"] == []
    assert not list(home.rglob("*matplotlib*"))
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "data" / "fonts").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("font", "days", "is_kept"),
    [("DejaVu Sans", 2, False), ("DejaVu Sans", 0, True), *((name, 2, True) for name in JAPANESE_FONTS[:1])],
)
def test_a_list_without_japanese_fonts_is_made_anew_after_a_day(
    tmp_path: Path, font: str, days: int, is_kept: bool
) -> None:
    kept = tmp_path / "fontlist-v390.json"
    kept.write_text(json.dumps({"ttflist": [{"name": font}]}), encoding="utf-8")
    then = time.time() - days * 86_400 - 60
    os.utime(kept, (then, then))
    _forget_old_list(tmp_path)
    assert kept.exists() is is_kept


def test_nothing_is_made_before_it_is_loaded(tmp_path: Path) -> None:
    library = PictureLibrary()
    library.keep_fonts_in(tmp_path / "fonts")
    library.wait()
    assert not (tmp_path / "fonts").exists()
