"""Loads matplotlib for this program: with its list of fonts in a folder of ours, and nobody else's settings."""

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from epa_gui.core.files.private_files import make_private_folder
from epa_gui.core.results.pictures.theme import JAPANESE_FONTS

_DAY = 86_400.0
_FOLDER = "MPLCONFIGDIR"
_SETTINGS = "MATPLOTLIBRC"


class PictureLibrary:
    """matplotlib, loaded once in this process and not before somebody asks for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._is_loaded = False

    def keep_fonts_in(self, folder: Path) -> None:
        """Where its list of this computer's fonts is kept; it takes seconds to make. Nothing is made or loaded here."""
        self._folder = folder

    def load(self) -> None:
        """Load it, unless it is there: half a second, the first time ever some seconds. For a worker.

        What cannot be kept in the folder is made anew by the next start: matplotlib then uses a temporary one.
        """
        with self._lock:
            if not self._is_loaded:
                self._load()
                self._is_loaded = True

    def wait(self) -> None:
        """Until it is loaded, if somebody is loading it just now."""
        with self._lock:
            pass

    def _load(self) -> None:
        folder = self._folder
        if folder is not None:
            with contextlib.suppress(OSError):
                make_private_folder(folder)
            _forget_old_list(folder)
        with _told(folder):
            import matplotlib as mpl  # noqa: PLC0415  the purpose of this module

            mpl.get_configdir(), mpl.get_cachedir()  # it remembers them
        _forget_settings_of_others()


@contextlib.contextmanager
def _told(folder: Path | None) -> Iterator[None]:
    """What matplotlib reads of the environment when it is loaded; programs that are started later are told nothing."""
    before = {name: os.environ.get(name) for name in (_FOLDER, _SETTINGS)}
    os.environ.pop(_SETTINGS, None)
    if folder is not None:
        os.environ[_FOLDER] = str(folder)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _forget_settings_of_others() -> None:
    """A file ``matplotlibrc`` in the working folder is read before all else, meant for somebody's own scripts."""
    import matplotlib as mpl  # noqa: PLC0415

    for name, value in mpl.rcParamsDefault.items():
        if not name.startswith("backend"):
            dict.__setitem__(mpl.rcParams, name, value)  # they are valid, and some would warn that they are old


def _forget_old_list(folder: Path) -> None:
    """Matplotlib never looks for fonts again: a list without Japanese ones is made anew once a day."""
    with contextlib.suppress(OSError):
        for kept in folder.glob("fontlist-*.json"):
            said = kept.read_text(encoding="utf-8", errors="replace")
            is_old = abs(time.time() - kept.stat().st_mtime) > _DAY
            if is_old and not any(f'"{name}"' in said for name in JAPANESE_FONTS):
                kept.unlink()


library = PictureLibrary()
"""The one of this process, as matplotlib is."""
