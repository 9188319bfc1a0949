"""Makes the pictures, one scene after the other, and tells which could not be made."""

import faulthandler
import gc
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QWidget

from epa_gui.app import NAME
from epa_gui.process.garbage import GarbageCollector
from epa_gui.process.language import install_language
from epa_gui.ui.base.icons import application_icon
from shots import pseudo
from shots.fit import faults
from shots.invented import DATA
from shots.look import Look, Wardrobe
from shots.marks import unmarked
from shots.names import LANGUAGE
from shots.scene import Scene, Stage, picture_of
from shots.words import Words

_STUCK = 2
"""After so many times the seconds a scene may take the process ends itself: the main thread hangs, and nothing else
can end that."""


class Studio:
    """The application in which all scenes play.

    Args:
        language: One of the program's, ``system``, or `pseudo.CODE`.
        seconds: How long one scene may take.
        is_checked: Whether to look for what does not fit.

    Attributes:
        faults: What was found not to fit, by scene.
    """

    def __init__(self, language: str, seconds: float, *, is_checked: bool = False) -> None:
        self._seconds = seconds
        self._is_checked = is_checked
        self.faults: dict[str, list[str]] = {}
        QStandardPaths.setTestModeEnabled(True)  # no folder of the person at this computer
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        QApplication.setApplicationName(NAME)
        self._app = QApplication([NAME])
        self._app.setProperty(LANGUAGE, language)
        self._app.setQuitOnLastWindowClosed(False)
        self._app.setWindowIcon(application_icon())
        self._app.setCursorFlashTime(0)  # a caret that blinks never comes to rest
        self._collector = GarbageCollector(self._app)
        self._catalogues = tempfile.TemporaryDirectory(prefix="epa-shots-")
        folder = None
        self._is_pseudo = language == pseudo.CODE
        if self._is_pseudo:
            folder = pseudo.make_catalogue(catalogue_source(), Path(self._catalogues.name))
            self._qts_own = pseudo.QtsOwn(self._app)
            self._app.installTranslator(self._qts_own)
        self._translators = install_language(self._app, language, folder)
        self._words = Words(self._app)
        self._app.installTranslator(self._words)
        self._wardrobe = Wardrobe(self._app)

    def make(self, wanted: Iterable[tuple[Scene, Path]], look: Look, size: QSize | None = None) -> list[str]:
        """Make pictures; the names of those that could not be made.

        Args:
            wanted: Each scene with the file that its picture becomes.
            look: How the program looks.
            size: How large to make what is in the picture; `None` for as it is.
        """
        self._wardrobe.put_on(look)
        self._app.setProperty("shots size", look.size)
        stage = Stage(self._words, self._seconds)
        failed = []
        try:
            for scene, path in wanted:
                faulthandler.dump_traceback_later(self._seconds * _STUCK, exit=True)
                if not self._make_one(stage, scene, path, size):
                    failed.append(scene.name)
        finally:
            stage.close()
            gc.collect()
            faulthandler.cancel_dump_traceback_later()
        return failed

    def _make_one(self, stage: Stage, scene: Scene, path: Path, size: QSize | None) -> bool:
        begun = time.monotonic()
        stage.begin()
        shown: QWidget | None = None
        try:
            shown = scene.play(stage)
            if size is not None:
                shown.resize(size)
            path.parent.mkdir(parents=True, exist_ok=True)
            is_made = picture_of(shown).save(str(path))
            if self._is_checked:
                self._check(scene.name, stage, shown)
        except Exception:  # noqa: BLE001  whatever went wrong: the other pictures are still wanted
            print(f"{scene.name}: NOT MADE\n{traceback.format_exc()}", file=sys.stderr, flush=True)
            return False
        finally:
            shown = None
            stage.end()
        if not is_made:
            print(f"{scene.name}: {path} cannot be written", file=sys.stderr, flush=True)
            return False
        print(f"{path.name} ({time.monotonic() - begun:.1f} s)", flush=True)
        return True

    def faults_of(self, shown: QWidget) -> list[str]:
        """What is wrong with a window, one line for each; empty if nothing is."""
        return faults(shown)

    def _check(self, scene: str, stage: Stage, shown: QWidget) -> None:
        found = self.faults_of(shown)
        if self._is_pseudo:
            found += unmarked(shown, stage.data() | DATA)
        if found:
            self.faults[scene] = found
            print("\n".join(f"{scene}: {fault}" for fault in found), file=sys.stderr, flush=True)


def catalogue_source() -> Path:
    """A catalogue in which every text of the program stands."""
    return Path(__file__).resolve().parents[2] / "resources" / "translations" / "epa_gui_ja.ts"
